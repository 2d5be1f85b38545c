"""Layouts of signature pages, each with the trap it holds. All names are invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from filigraph.loaders.render import render
from filigraph.loaders.signatures import read_signatures

REGISTRANT = """
                                 SIGNATURES
  Pursuant to the requirements of the Securities Act of 1933, the Registrant
certifies that it has reasonable grounds to believe that it meets all of the
requirements for filing on Form S-8 and has duly caused this Registration
Statement to be signed on its behalf by the undersigned, thereunto duly
authorized, in the City of Dover, State of Delaware, on May 4, 1999.

"""
PERSONS = """
  Pursuant to the requirements of the Securities Act of 1933, this Registration
Statement has been signed by the following persons in the capacities and on the
dates indicated.

"""


@dataclass(frozen=True)
class Row:
    """What is expected: name, titles, date, mode, attorney, on behalf of."""

    name: str
    titles: str = ""
    date: str | None = "1999-05-04"
    mode: str = "self"
    attorney: str | None = None
    behalf: str | None = None


def rows(body: str, registrants: tuple[str, ...] = ()) -> list[Row]:
    pages = read_signatures(render(1, body), registrants, None)
    return [
        Row(s.name, "; ".join(c.title for c in s.capacities), s.date, s.mode.value, s.attorney, s.on_behalf_of)
        for s in pages.signatures
    ]


LAYOUTS = {
    "three columns, rule between the names": (
        PERSONS
        + """
Name                          Title                          Date

/s/ Ann B. Carver             President and Director         May 4, 1999
-----------------
Ann B. Carver

        *                     Chairman of the Board          May 4, 1999
-----------------             and Director
Ann B. Carver, Sr.

*By: /s/ Ann B. Carver
     Ann B. Carver
     Attorney-in-Fact
""",
        [
            Row("Ann B. Carver", "President; Director"),
            Row("Ann B. Carver, Sr.", "Chairman of the Board; Director", mode="by_attorney", attorney="Ann B. Carver"),
        ],
    ),
    "braces with one date": (
        PERSONS
        + """
/s/ Ann B. Carver             President and Director         )
                                                             )
/s/ Lemuel Oakes              Treasurer                      )   May 4, 1999
                                                             )
/s/ Tova Ringdal              Director                       )
""",
        [
            Row("Ann B. Carver", "President; Director"),
            Row("Lemuel Oakes", "Treasurer"),
            Row("Tova Ringdal", "Director"),
        ],
    ),
    "two side by side, columns of other heights": (
        PERSONS
        + """
/s/ ANN B. CARVER                        *
---------------------          ---------------------
Ann B. Carver                  Lemuel Oakes
Chairman of the Board,         Director
Chief Executive                May 4, 1999
Officer and a Director
May 3, 1999

*By: /s/ ANN B. CARVER
     Ann B. Carver, Attorney-in-Fact
""",
        [
            Row("Ann B. Carver", "Chairman of the Board; Chief Executive Officer; Director", "1999-05-03"),
            Row("Lemuel Oakes", "Director", mode="by_attorney", attorney="Ann B. Carver"),
        ],
    ),
    "three side by side, names wrapped": (
        PERSONS
        + """
/s/ Ann             /s/ Lemuel P.       /s/ Tova Ringdal
Carver-Whitlow      Oakes, Jr.          ------------------
------------------  ------------------  Tova Ringdal
Ann Carver-Whitlow  Lemuel P. Oakes,    Director
Director            Jr.                 May 4, 1999
May 4, 1999         Director
                    May 4, 1999
""",
        [
            Row("Ann Carver-Whitlow", "Director"),
            Row("Lemuel P. Oakes, Jr.", "Director"),
            Row("Tova Ringdal", "Director"),
        ],
    ),
    "title above the name": (
        PERSONS
        + """
     Signature                        Title                    Date

                                President and
     Ann B. Carver*          Chief Executive Officer        May 4, 1999
    (Ann B. Carver)

     Lemuel Oakes*                  Director                May 4, 1999
    (Lemuel Oakes)

*By:/s/Tova Ringdal
   (Tova Ringdal, Attorney-in-Fact)
""",
        [
            Row("Ann B. Carver", "President; Chief Executive Officer", mode="by_attorney", attorney="Tova Ringdal"),
            Row("Lemuel Oakes", "Director", mode="by_attorney", attorney="Tova Ringdal"),
        ],
    ),
    "grid under a heading, attorney beside": (
        PERSONS
        + """
DIRECTORS:

ANN B. CARVER*              LEMUEL OAKES*
TOVA RINGDAL*               VICTOR van der ZEE*

* By /s/ Imogen Hale, Attorney-in-fact
May 4, 1999
""",
        [
            Row(name, "DIRECTOR", mode="by_attorney", attorney="Imogen Hale")
            for name in ("ANN B. CARVER", "LEMUEL OAKES", "TOVA RINGDAL", "VICTOR van der ZEE")
        ],
    ),
    "attorney printed to the right of the list": (
        PERSONS
        + """
/s/ ANN B. CARVER              President                       May 4, 1999
- ------------------------
(Ann B. Carver)

LEMUEL OAKES                   Director   By:      /s/ IMOGEN HALE
TOVA RINGDAL                   Director   ---------------------------
VICTOR VAN DER ZEE             Director           (IMOGEN HALE)
PETRA QUILL                    Director           ATTORNEY-IN-FACT
                                                  May 4, 1999
""",
        [Row("Ann B. Carver", "President")]
        + [
            Row(name, "Director", mode="by_attorney", attorney="IMOGEN HALE")
            for name in ("LEMUEL OAKES", "TOVA RINGDAL", "VICTOR VAN DER ZEE", "PETRA QUILL")
        ],
    ),
    "labels in running lines": (
        PERSONS
        + """
(Signature and Title) /s/ Ann B. Carver, President and Director (Date) May 4, 1999

(Signature and Title) /s/ Lemuel Oakes, Treasurer (Date) May 4, 1999
""",
        [Row("Ann B. Carver", "President; Director"), Row("Lemuel Oakes", "Treasurer")],
    ),
    "keys and values": (
        REGISTRANT
        + """
                              QUILLMARK INC.

Date:     May 3, 1999                    /s/    Ann B. Carver
                                  Name:  Ann B. Carver
                                Title: Chief Financial and Accounting Officer
""",
        [Row("Ann B. Carver", "Chief Financial and Accounting Officer", "1999-05-03", behalf="QUILLMARK INC.")],
    ),
    "mark above the By line, organization over two lines": (
        REGISTRANT
        + """
                                        QUILLMARK
                                        HOLDINGS, INC.

                                        /s/ Ann B. Carver
                                     By:_____________________
                                        Ann B. Carver
                                        Its Senior Vice President, General
                                        Counsel and Secretary
""",
        [
            Row(
                "Ann B. Carver",
                "Senior Vice President; General Counsel; Secretary",
                behalf="QUILLMARK HOLDINGS, INC.",
            )
        ],
    ),
    "general partner signs for a partnership": (
        REGISTRANT
        + """
Quillmark Partners, L.P.

By:  Quillmark Management Corp.,
     its general partner

By:  /S/Ann B. Carver
     Ann B. Carver
     President
""",
        [Row("Ann B. Carver", "President", behalf="Quillmark Partners, L.P.")],
    ),
    "page break, running head and repeated columns": (
        PERSONS
        + """
Signature                Title                   Date

/s/ ANN B. CARVER        President and           May 4, 1999
- ------------------     Director
Ann B. Carver

                               -6-

QUILLMARK INC.

Signature                Title                   Date

/s/ LEMUEL               Director                May 4,
OAKES, JR.                                       1999
- ------------------
Lemuel Oakes, Jr.
""",
        [Row("Ann B. Carver", "President; Director"), Row("Lemuel Oakes, Jr.", "Director")],
    ),
    "line left blank among signed ones": (
        PERSONS
        + """
/s/ Ann B. Carver        President               May 4, 1999
---------------------
Ann B. Carver

                         Director
---------------------
Lemuel Oakes

/s/ Tova Ringdal         Director                May 4, 1999
---------------------
Tova Ringdal
""",
        [
            Row("Ann B. Carver", "President"),
            Row("Lemuel Oakes", "Director", None, "unsigned"),
            Row("Tova Ringdal", "Director"),
        ],
    ),
    "names typed over the line": (
        PERSONS
        + """
Ann B. Carver            President               May 4, 1999
_____________________
Ann B. Carver

\\s\\ Lemuel Oakes         Director                May 4, 1999
_____________________
Lemuel Oakes
""",
        [Row("Ann B. Carver", "President"), Row("Lemuel Oakes", "Director")],
    ),
    "marks of many kinds": (
        PERSONS
        + """
\\s\\ Ann B. Carver          President          May 4, 1999

s/b/ Lemuel Oakes          Treasurer          May 4, 1999

(s) Tova Ringdal           Director           May 4, 1999

/ s / Petra Quill          Director           May 4, 1999
""",
        [
            Row("Ann B. Carver", "President"),
            Row("Lemuel Oakes", "Treasurer"),
            Row("Tova Ringdal", "Director"),
            Row("Petra Quill", "Director"),
        ],
    ),
    "the plan signs for itself": (
        """
  THE PLAN. Pursuant to the requirements of the Securities Act of 1933, the
trustees (or other persons who administer the employee benefit plan) have duly
caused this Registration Statement to be signed on its behalf by the
undersigned, thereunto duly authorized, this 4th day of May, 1999.

Quillmark Employees' Savings Plan

By: Benefits Committee

    By: /s/ Ann B. Carver
        Dr. Ann B. Carver
        Chairman, Administrative Committee
""",
        [Row("Ann B. Carver", "Chairman, Administrative Committee", behalf="Quillmark Employees' Savings Plan")],
    ),
    "no more signatures behind the pages": (
        PERSONS
        + """
/s/ Ann B. Carver        President               May 4, 1999

                 REPORT OF INDEPENDENT ACCOUNTANTS

We have audited the statements named above.

/s/ Ledger & Tally LLP
May 4, 1999

                 CERTIFICATIONS

/s/ Lemuel Oakes
Lemuel Oakes
Chief Financial Officer
""",
        [Row("Ann B. Carver", "President")],
    ),
    "name and office on one line, date to the right of the mark": (
        PERSONS
        + """
/s/ Ann B. Carver                 May 4, 1999
Ann B. Carver, Jr., President and Director

/s/ Robert J, Oakes, Jr           May 3, 1999
Robert J, Oakes, Jr., Director
""",
        [Row("Ann B. Carver, Jr.", "President; Director"), Row("Robert J, Oakes, Jr.", "Director", "1999-05-03")],
    ),
    "double-spaced, justified": (
        """
SIGNATURES

Pursuant  to  the  requirements  of  the  Securities  Exchange  Act  of  1934,

the  registrant  has  duly  caused  this  report  to  be  signed  on  its

behalf  by  the  undersigned,  thereunto  duly  authorized.

QUILLMARK  INC.

Dated:  May  4,  1999

By:  /s/  Ann  B.  Carver

Ann  B.  Carver

Chief  Executive  Officer
""",
        [Row("Ann B. Carver", "Chief Executive Officer", behalf="QUILLMARK INC.")],
    ),
    "two registrants, two pages": (
        REGISTRANT
        + """
QUILLMARK INC.
By: /s/ Ann B. Carver
    Ann B. Carver, President
"""
        + PERSONS
        + """
/s/ Ann B. Carver        Director                May 4, 1999
"""
        + REGISTRANT
        + """
QUILLMARK OPERATING LLC
By: /s/ Lemuel Oakes
    Lemuel Oakes, Manager
"""
        + PERSONS
        + """
/s/ Ann B. Carver        Manager                 May 4, 1999
""",
        [
            Row("Ann B. Carver", "President", behalf="QUILLMARK INC."),
            Row("Ann B. Carver", "Director"),
            Row("Lemuel Oakes", "Manager", behalf="QUILLMARK OPERATING LLC"),
            Row("Ann B. Carver", "Manager"),
        ],
    ),
    "each row dated at the left with By": (
        PERSONS
        + """
DATE: May 4, 1999      By   /s/ Ann B. Carver
                            Ann B. Carver
                            President and Director

DATE: May 3, 1999      By
                            Lemuel Oakes
                            Director

DATE: May 2, 1999      By   /s/ Tova Ringdal
                            Tova Ringdal
                            Chairman of the Executive
                            Committee of the Board
                            and Director
""",
        [
            Row("Ann B. Carver", "President; Director"),
            Row("Lemuel Oakes", "Director", "1999-05-03", "unsigned"),
            Row("Tova Ringdal", "Chairman of the Executive Committee of the Board; Director", "1999-05-02"),
        ],
    ),
    "attorney's sentence instead of a star line": (
        PERSONS
        + """
/s/ Ann B. Carver        President               May 4, 1999
Ann B. Carver

*                        Director                May 4, 1999
Lemuel Oakes

*  Tova Ringdal, by signing her name hereto, does hereby sign this document on
behalf of each of the above-named persons pursuant to powers of attorney duly
executed by such persons and filed with the Securities and Exchange Commission.

                              /s/ Tova Ringdal
                              Tova Ringdal
                              Attorney-in-Fact
""",
        [
            Row("Ann B. Carver", "President"),
            Row("Lemuel Oakes", "Director", mode="by_attorney", attorney="Tova Ringdal"),
        ],
    ),
    "two attorneys told apart by stars": (
        PERSONS
        + """
        *                Director                May 4, 1999
Ann B. Carver

        **               Director                May 4, 1999
Lemuel Oakes

*By: /s/ Tova Ringdal
     Attorney-in-Fact

**By: /s/ Petra Quill
      Attorney-in-Fact
""",
        [
            Row("Ann B. Carver", "Director", mode="by_attorney", attorney="Tova Ringdal"),
            Row("Lemuel Oakes", "Director", mode="by_attorney", attorney="Petra Quill"),
        ],
    ),
    "headings name the offices": (
        PERSONS
        + """
PRINCIPAL EXECUTIVE OFFICER AND DIRECTOR:

/s/ Ann B. Carver        Chief Executive Officer         May 4, 1999
Ann B. Carver

PRINCIPAL FINANCIAL AND ACCOUNTING OFFICER:

/s/ Lemuel Oakes         Chief Financial Officer         May 4, 1999
Lemuel Oakes

DIRECTORS:

/s/ Tova Ringdal                                         May 4, 1999
Tova Ringdal

/s/ Petra Quill                                          May 4, 1999
Petra Quill
""",
        [
            Row("Ann B. Carver", "PRINCIPAL EXECUTIVE OFFICER; DIRECTOR; Chief Executive Officer"),
            Row("Lemuel Oakes", "PRINCIPAL FINANCIAL AND ACCOUNTING OFFICER; Chief Financial Officer"),
            Row("Tova Ringdal", "DIRECTOR"),
            Row("Petra Quill", "DIRECTOR"),
        ],
    ),
}
HTML = {
    "names glued in one cell": (
        "<html><p>Pursuant to the requirements of the Securities Act of 1933, this report has been signed by the "
        "following persons in the capacities and on the date indicated.</p><table>"
        "<tr><td>/s/ ANN CARVERAnn Carver</td><td>President</td><td>May 4, 1999</td></tr>"
        "<tr><td>/s/ MÓNICA OAKESMónica Oakes</td><td>Director</td><td>May 4, 1999</td></tr></table></html>",
        [Row("Ann Carver", "President"), Row("Mónica Oakes", "Director")],
    ),
    "pairs of cells, dash before the office": (
        "<html><p>Pursuant to the requirements of the Securities Exchange Act of 1934, this report has been signed "
        "below by the following persons in the capacities indicated on this 4th day of May, 1999.</p><table>"
        "<tr><td>/s/ Ann Carver III</td><td>/s/ Lemuel Oakes</td></tr>"
        "<tr><td>Ann Carver &ndash; Director</td><td>Lemuel Oakes &ndash; President and Chief Executive Officer</td>"
        "</tr></table></html>",
        [Row("Ann Carver", "Director"), Row("Lemuel Oakes", "President; Chief Executive Officer")],
    ),
    "representative in the United States": (
        "<html><p>AUTHORIZED REPRESENTATIVE IN THE UNITED STATES</p><p>Pursuant to the requirements of the Securities "
        "Act of 1933, the undersigned, the duly authorized representative in the United States of Quillmark Ltd., has "
        "signed this Registration Statement on May 4, 1999.</p><p>QUILLMARK (USA), INC.</p><p>By: /s/ Ann Carver</p>"
        "<p>Name: Ann Carver</p><p>Title: President</p></html>",
        [
            Row(
                "Ann Carver",
                "President; Authorized Representative in the United States",
                behalf="QUILLMARK (USA), INC.",
            )
        ],
    ),
}


@pytest.mark.parametrize("trap", [*LAYOUTS, *HTML])
def test_rows_of_a_layout(trap: str) -> None:
    body, expected = {**LAYOUTS, **HTML}[trap]
    assert rows(body, ("QUILLMARK INC.",)) == expected


def test_quotes_are_the_sources_words_at_their_spans() -> None:
    for body, _ in [*LAYOUTS.values(), *HTML.values()]:
        text = render(1, body)
        for signature in read_signatures(text, (), None).signatures:
            assert {"name"} <= {e.field for e in signature.evidence}
            assert all(text.source[e.span.start : e.span.end] == e.quote for e in signature.evidence)


def test_conformed_name_is_kept_beside_the_printed_one() -> None:
    body = PERSONS + "/s/ Partrica Carver      President         May 4, 1999\nPatricia Carver\n"
    (row,) = read_signatures(render(1, body), (), None).signatures
    assert (row.name, row.conformed) == ("Patricia Carver", "Partrica Carver")


def test_place_and_source_of_the_date() -> None:
    body = REGISTRANT + "QUILLMARK INC.\n\nBy: /s/ Ann B. Carver\n    Ann B. Carver, President\n"
    (row,) = read_signatures(render(1, body), (), None).signatures
    assert (row.place, row.date, row.date_source) == ("Dover, Delaware", "1999-05-04", "sentence")
