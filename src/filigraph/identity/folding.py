"""Names folded for comparing: the printed form is kept elsewhere, always."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case, accents and punctuation away, hyphens and spaces kept as single spaces."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.replace(".", " ").replace("'", "")).split())
