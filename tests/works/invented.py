"""Filings of an invented registrant that incorporate each other's exhibits, as submissions in text.

The S-1 of 1998 has the charter, the bylaws and a plan; the 10-K of 1999 restates the bylaws and carries the charter on;
the S-8 of 2000 refers to both, to a Form 8-K that is not among them, and is itself referred to by the S-8 of 2001.
"""

from __future__ import annotations

from pathlib import Path

CIK = "0009888001"
NAME = "Ambervale Pumps, Inc."

S1, TENK, S8, LATE = (f"000988800{n}" for n in ("1-98-000001", "1-99-000002", "1-00-000005", "1-01-000006"))
FIRST_8K, SECOND_8K = "0009888001-00-000003", "0009888001-00-000004"

Rows = list[tuple[str, str]]


def submission(
    accession: str,
    form: str,
    filed: str,
    rows: Rows,
    *,
    number: str = "000-29001",
    period: str = "",
    body: str = "",
    attached: dict[str, str] | None = None,
    cik: str = CIK,
    name: str = NAME,
) -> str:
    """A submission: header, a document with cover, exhibit list and signature, and exhibits as documents."""
    day = filed.replace("-", "")
    documents = "".join(
        f"<DOCUMENT>\n<TYPE>EX-{key}\n<SEQUENCE>{i}\n<FILENAME>e{i}.txt\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        for i, (key, text) in enumerate((attached or {}).items(), 2)
    )
    listed = "\n\n".join(f"{key:<12}{words}" for key, words in rows)
    cover = f"Registration No. {number}\n\n" if number.startswith("333") else ""
    held = f"CONFORMED PERIOD OF REPORT:\t{period.replace('-', '')}\n" if period else ""
    return f"""<SEC-DOCUMENT>{accession}.txt : {day}
<SEC-HEADER>{accession}.hdr.sgml : {day}
ACCESSION NUMBER:\t\t{accession}
CONFORMED SUBMISSION TYPE:\t{form}
PUBLIC DOCUMENT COUNT:\t\t{1 + len(attached or {})}
{held}FILED AS OF DATE:\t\t{day}

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\t{name.upper()}
\t\tCENTRAL INDEX KEY:\t\t\t{cik}
\t\tSTATE OF INCORPORATION:\t\t\tDE

\tFILING VALUES:
\t\tFORM TYPE:\t\t{form}
\t\tSEC FILE NUMBER:\t{number}
</SEC-HEADER>
<DOCUMENT>
<TYPE>{form}
<SEQUENCE>1
<FILENAME>d1.txt
<TEXT>
SECURITIES AND EXCHANGE COMMISSION
Washington, D.C. 20549

FORM {form}

{cover}{name}
(Exact name of registrant as specified in its charter)

Delaware                                30-7588801
(State of incorporation)                (I.R.S. Employer Identification No.)

{body}

Item 16. Exhibits

EXHIBIT INDEX

Exhibit No. Description

{listed}

SIGNATURES

Pursuant to the requirements of the Securities Act of 1933, the Registrant has duly caused this report to be signed on
its behalf by the undersigned on {filed}.

{name}

By: /s/ Orla Fennimore
    Orla Fennimore
    Chief Executive Officer
</TEXT>
</DOCUMENT>
{documents}</SEC-DOCUMENT>
"""


def filings() -> dict[str, str]:
    """Accession number to submission."""
    by = "incorporated by reference to Exhibit"
    rights = f"Rights Agreement ({by} 4 to the Registrant's Form 8-K filed on June 1, 1999)."
    return {
        S1: submission(
            S1,
            "S-1",
            "1998-03-02",
            [
                ("3.1", "Certificate of Incorporation of the Registrant (filed herewith)."),
                ("3.2", "Bylaws of the Registrant (filed herewith)."),
                ("10.1", "1998 Stock Option Plan of the Registrant (filed herewith)."),
            ],
            number="333-40001",
            attached={"3.1": "CERTIFICATE", "3.2": "BYLAWS", "10.1": "PLAN"},
        ),
        TENK: submission(
            TENK,
            "10-K405",
            "1999-03-30",
            [
                ("3.1", f"Certificate of Incorporation ({by} 3.1 to Form S-1, Registration No. 333-40001)."),
                ("3.2", "Amended and Restated By-Laws of the Registrant (filed herewith)."),
                ("10.4", "Lease of Mill Road (filed herewith)."),
            ],
            period="1998-12-31",
            attached={"3.2": "BYLAWS RESTATED", "10.4": "LEASE"},
        ),
        FIRST_8K: submission(
            FIRST_8K,
            "8-K",
            "2000-01-10",
            [("99.1", "Press release (filed herewith)."), ("10.2", "Loan (filed herewith).")],
        ),
        SECOND_8K: submission(SECOND_8K, "8-K", "2000-01-10", [("99.1", "Press release (filed herewith).")]),
        S8: submission(
            S8,
            "S-8",
            "2000-05-05",
            [
                (
                    "4.1",
                    f"Certificate of Incorporation ({by} 3.1 to the Registrant's Annual Report on\n            "
                    "Form 10-K for the fiscal year ended December 31, 1998).",
                ),
                ("4.2", f"Amended and Restated By-Laws ({by} 3.2 to Form 10-K filed on March 30, 1999)."),
                ("4.3", rights),
                ("4.4", f"Loan ({by} 10.2 to Form 8-K filed on January 10, 2000)."),
                ("4.5", f"Press release ({by} 99.1 to Form 8-K filed on January 10, 2000)."),
                ("4.6", f"Warrant ({by} 4.9 to Form 10-K filed on March 30, 1999)."),
                ("99", "1998 Stock Option Plan of the Registrant (filed herewith)."),
            ],
            number="333-40005",
            attached={"99": "PLAN"},
        ),
        LATE: submission(
            LATE,
            "S-8",
            "2001-06-01",
            [("4.1", rights), ("4.2", f"Bylaws ({by} 4.2 to Form S-8, File No. 333-40005, filed on May 3, 2000).")],
            number="333-40006",
            body="The contents of the Registration Statement on Form S-8, File No. 333-40005, are incorporated\n"
            "herein by reference, and so is the Registration Statement on Form S-8, File No. 333-39000.",
        ),
    }


def write(folder: Path) -> Path:
    """The filings as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for accession, text in filings().items():
        (folder / f"{accession}.txt").write_text(text, "utf-8")
    return folder
