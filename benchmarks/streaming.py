"""How much memory a load takes, by the length of the archive: ``python benchmarks/streaming.py [--megabytes 2000]``.

Makes a tar.gz of submissions in a temporary folder (each a filing of the sample with one large image, some 4 MB, not
compressed), extracts and loads it, a tenth of it before, and prints the peak memory of the largest process. The archive
is deleted. What loading takes beyond extracting is the store's.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from binascii import b2a_uu
from pathlib import Path

from filigraph.sample import FILINGS

IMAGE = 3_000_000  # bytes of an image; a third more as it stands in a submission
_ACCESSION = re.compile(rb"\d{10}-\d{2}-\d{6}")


def submission(original: bytes, number: int, image: bytes) -> bytes:
    """The filing under another accession number, with an image."""
    text = _ACCESSION.sub(f"0009999990-05-{number:06}".encode(), original)
    document = (
        b"<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>90\n<FILENAME>map.jpg\n<TEXT>\n" + image + b"</TEXT>\n</DOCUMENT>\n"
    )
    before, tag, after = text.rpartition(b"</SEC-DOCUMENT>")
    return before + document + tag + after


def write_archive(place: Path, megabytes: int) -> int:
    """Write the archive; the size of its largest member."""
    dice = random.Random(1)
    lines = (b2a_uu(dice.randbytes(45)) for _ in range(IMAGE // 45))
    image = b"begin 644 map.jpg\n" + b"".join(lines) + b"`\nend\n"
    originals = [path.read_bytes() for path in sorted(FILINGS.glob("*.txt"))]
    largest = number = written = 0
    with gzip.open(place, "wb", compresslevel=0) as packed, tarfile.open(fileobj=packed, mode="w|") as archive:
        while written < megabytes * 1_000_000:
            data = submission(originals[number % len(originals)], number, image)
            info = tarfile.TarInfo(f"{number:06}.nc")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
            written, number, largest = written + len(data), number + 1, max(largest, len(data))
    return largest


def run(command: str, place: Path, jobs: int) -> None:
    """Read the archive in a process of its own, in order to see its memory."""
    words = [sys.executable, "-m", "filigraph", command, str(place), "--jobs", str(jobs)]
    if command == "load":
        words += ["--store", str(place.parent / "store"), "--progress", "off"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    turns = [(command, n) for command in ("extract", "load") for n in (options.megabytes // 10, options.megabytes)]
    for command, megabytes in turns:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "feed.tar.gz"
            largest = write_archive(place, megabytes)
            start = time.monotonic()
            run(command, place, options.jobs)
            # the greatest so far: what takes more comes later, so a greater figure is its own
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
            size, seconds = place.stat().st_size / 1_000_000, time.monotonic() - start
            members = f"{size:5.0f} MB, largest member {largest / 1e6:.1f} MB"
            print(f"{command:7} {members}: peak {peak:.0f} MB in {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
