"""Layouts of signature pages that are seldom seen. All names are invented."""

from __future__ import annotations

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
ONE_DATE = PERSONS.replace("dates", "date")


def rows(body: str) -> list[str]:
    """Name, titles, date, mode, attorney and party signed for, those that there are."""
    found = []
    for s in read_signatures(render(1, body), (), None).signatures:
        titles = "; ".join(c.title for c in s.capacities)
        found.append(" | ".join(x for x in (s.name, titles, s.date, s.mode.value, s.attorney, s.on_behalf_of) if x))
    return found


RARE = {
    "names broken after the given names, at the left edge": (
        REGISTRANT
        + """
                         QUILLMARK, INC.

Date: May 4, 1999        By: /s/ Ann B.
Carver

Ann
B. Carver
Title:
Executive Vice President
""",
        ["Ann B. Carver | Executive Vice President | 1999-05-04 | self | QUILLMARK, INC."],
    ),
    "nothing beside By:": (
        REGISTRANT + "            QUILLMARK, INC.\n\n            By:\n                Ann B. Carver, President and\n"
        "                Chief Executive Officer\n",
        ["Ann B. Carver | President; Chief Executive Officer | 1999-05-04 | unsigned | QUILLMARK, INC."],
    ),
    "typed beside By: and again below": (
        REGISTRANT + "            QUILLMARK, INC.\n\n            By: Ann B. Carver\n                Ann B. Carver\n"
        "                President\n",
        ["Ann B. Carver | President | 1999-05-04 | self | QUILLMARK, INC."],
    ),
    "name broken after its key": (
        REGISTRANT
        + """
QUILLMARK, INC.
By:
/s/ Ann
B. Carver
Name: Ann
B. Carver
Title:
Secretary
""",
        ["Ann B. Carver | Secretary | 1999-05-04 | self | QUILLMARK, INC."],
    ),
    "title that is wrapped to the left of the name and ends in a colon": (
        ONE_DATE
        + """
Vice President and Chief Financial
  Officer (principal financial officer):          /s/ ANN B. CARVER
                                                ---------------------------
                                                  Ann B. Carver

Directors:                                        LEMUEL OAKES*
                                                ---------------------------
                                                  Lemuel Oakes

                                                *By: /s/ ANN B. CARVER
                                                  Ann B. Carver, Attorney-in-Fact
""",
        [
            "Ann B. Carver | Vice President; Chief Financial Officer; principal financial officer | self",
            "Lemuel Oakes | Director | by_attorney | Ann B. Carver",
        ],
    ),
    "star after By:": (
        PERSONS
        + """
Date: May 4, 1999          By: /s/ Ann B. Carver
                           Name: Ann B. Carver
                           Title: President

Date: May 4, 1999          By: *
                           Name: Lemuel Oakes
                           Title: Director

                           * By: /s/ Ann B. Carver
                           Ann B. Carver, Attorney-in-Fact
""",
        [
            "Ann B. Carver | President | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | by_attorney | Ann B. Carver",
        ],
    ),
    "a line left blank below a whole row, and the next page's heading on two lines": (
        PERSONS
        + """
Name                             Title                               Date

/s/ Ann B. Carver                Director                            May 4, 1999

______________________           Director                            ______________
Lemuel Oakes

<PAGE>
                        INDEPENDENT
                     AUDITORS' REPORT
""",
        ["Ann B. Carver | Director | 1999-05-04 | self", "Lemuel Oakes | Director | unsigned"],
    ),
    "both names and the office in one cell": (
        PERSONS
        + """
/s/ Ann B. Carver Ann B. Carver Chief Executive Officer (principal executive officer) May 4, 1999
/s/ Lemuel Oakes Lemuel Oakes Director May 4, 1999
""",
        [
            "Ann B. Carver | Chief Executive Officer; principal executive officer | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | self",
        ],
    ),
    "name first, mark in a column of its own": (
        PERSONS
        + """
Name                   Title                   Signature               Date

Ann B. Carver          President               /s/ Ann B. Carver       May 4, 1999
Lemuel Oakes           Director                /s/ Lemuel Oakes        May 4, 1999
Tova Ringdal           Director                *                       May 4, 1999

*By: /s/ Ann B. Carver, Attorney-in-fact
""",
        [
            "Ann B. Carver | President | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | self",
            "Tova Ringdal | Director | 1999-05-04 | by_attorney | Ann B. Carver",
        ],
    ),
    "title to the left of the name": (
        PERSONS
        + """
Title                          Signature                    Date

President and Director         /s/ Ann B. Carver            May 4, 1999
                               -----------------
                               Ann B. Carver

Treasurer                      /s/ Lemuel Oakes             May 3, 1999
                               -----------------
                               Lemuel Oakes
""",
        ["Ann B. Carver | President; Director | 1999-05-04 | self", "Lemuel Oakes | Treasurer | 1999-05-03 | self"],
    ),
    "label to the left of the name": (
        PERSONS
        + """
Principal Executive Officer:    /s/ Ann B. Carver           May 4, 1999
                                -----------------
                                Ann B. Carver
                                President

Directors:                      /s/ Lemuel Oakes            May 4, 1999
                                -----------------
                                Lemuel Oakes

                                /s/ Tova Ringdal            May 4, 1999
                                -----------------
                                Tova Ringdal
""",
        [
            "Ann B. Carver | Principal Executive Officer; President | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | self",
            "Tova Ringdal | Director | 1999-05-04 | self",
        ],
    ),
    "each row has its attorney below": (
        PERSONS
        + """
JOHN SMYTHE                    Director      May 4, 1999
By: /s/ Jane Rowe
    Jane Rowe
    Attorney-in-Fact

/s/ ANN CARVER                 Director      May 4, 1999
Ann Carver
""",
        ["JOHN SMYTHE | Director | 1999-05-04 | by_attorney | Jane Rowe", "Ann Carver | Director | 1999-05-04 | self"],
    ),
    "two signers of one registrant side by side": (
        REGISTRANT
        + """
QUILLMARK INC.

By: /s/ Ann B. Carver                  By: /s/ Lemuel Oakes
    Ann B. Carver                          Lemuel Oakes
    President                              Treasurer
""",
        [
            "Ann B. Carver | President | 1999-05-04 | self | QUILLMARK INC.",
            "Lemuel Oakes | Treasurer | 1999-05-04 | self | QUILLMARK INC.",
        ],
    ),
    "title beside each of a pair": (
        PERSONS
        + """
/s/ Ann B. Carver          Director          /s/ Lemuel Oakes          Director
-----------------                            -----------------
Ann B. Carver                                Lemuel Oakes

/s/ Tova Ringdal           Director          /s/ Petra Quill           Director
-----------------                            -----------------
Tova Ringdal                                 Petra Quill
""",
        [
            "Ann B. Carver | Director | self",
            "Lemuel Oakes | Director | self",
            "Tova Ringdal | Director | self",
            "Petra Quill | Director | self",
        ],
    ),
    "no blank lines between rows": (
        PERSONS
        + """/s/ Ann B. Carver                President                 May 4, 1999
Ann B. Carver
/s/ Lemuel Oakes                 Director                  May 4, 1999
Lemuel Oakes
                                 Director                  May 4, 1999
Tova Ringdal
""",
        [
            "Ann B. Carver | President | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | self",
            "Tova Ringdal | Director | 1999-05-04 | unsigned",
        ],
    ),
    "ditto marks": (
        PERSONS
        + """
/s/ Ann B. Carver                President                 May 4, 1999
/s/ Lemuel Oakes                 Director                       "
/s/ Tova Ringdal                 Director                       "
""",
        [
            "Ann B. Carver | President | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | self",
            "Tova Ringdal | Director | 1999-05-04 | self",
        ],
    ),
    "dated once for all": (
        ONE_DATE
        + """
Dated: May 4, 1999               /s/ Ann B. Carver
                                 Ann B. Carver, Director

                                 /s/ Lemuel Oakes
                                 Lemuel Oakes, Director
""",
        ["Ann B. Carver | Director | 1999-05-04 | self", "Lemuel Oakes | Director | 1999-05-04 | self"],
    ),
    "sole member signs for a company": (
        REGISTRANT
        + """
QUILL OPERATING LLC
By: Quill Holdings Inc., its sole member
By: /s/ Ann B. Carver
Name: Ann B. Carver
Title: Vice President, Treasurer and
       Assistant Secretary
""",
        ["Ann B. Carver | Vice President; Treasurer; Assistant Secretary | 1999-05-04 | self | QUILL OPERATING LLC"],
    ),
    "plan administrator signs for a plan": (
        """
     Pursuant to the requirements of the Securities Act of 1933, the Plan has duly caused this registration statement
to be signed on its behalf by the undersigned, thereunto duly authorized, in Dover, Delaware, on May 4, 1999.

                         QUILLMARK 401(K) SAVINGS PLAN

                         By: Quillmark Inc., as Plan Administrator

                         By  /s/ Ann B. Carver
                             Ann B. Carver
                             Vice President - Human Resources
""",
        ["Ann B. Carver | Vice President - Human Resources | 1999-05-04 | self | QUILLMARK 401(K) SAVINGS PLAN"],
    ),
    "keys under the line": (
        PERSONS
        + """
By: /s/ Ann B. Carver                      Dated: May 4, 1999
    ---------------------------
Name:  Ann B. Carver
Title: President, Chief Executive Officer
       and Director

By: /s/ Lemuel Oakes                       Dated: May 4, 1999
    ---------------------------
Name:  Lemuel Oakes
Title: Director
""",
        [
            "Ann B. Carver | President; Chief Executive Officer; Director | 1999-05-04 | self",
            "Lemuel Oakes | Director | 1999-05-04 | self",
        ],
    ),
    "office under the line, capacity beside it": (
        PERSONS
        + """
          Signer                      Title                     Date

Conrad D. Fallowes
- -------------------------
Senior Vice President-Finance      Principal Financial      March 11, 1994
                                     Officer

Otto F. Brine*                     Principal Executive      March 11, 1994
- -------------------------          Officer and Director
Chairman of the Board

H. Lancelot Perrin*                Director
Milton P. Sorrelle*                Director
Piers C. Holms                     Director

A majority of the Board of Directors

*By   Augustin W. Tremble, Jr.
      ------------------------
      Attorney-in-fact
""",
        [
            "Conrad D. Fallowes | Senior Vice President-Finance; Principal Financial Officer | 1994-03-11 | self",
            "Otto F. Brine | Principal Executive Officer; Director; Chairman of the Board | 1994-03-11 | by_attorney"
            " | Augustin W. Tremble, Jr.",
            "H. Lancelot Perrin | Director | by_attorney | Augustin W. Tremble, Jr.",
            "Milton P. Sorrelle | Director | by_attorney | Augustin W. Tremble, Jr.",
            "Piers C. Holms | Director | unsigned",
        ],
    ),
    "brace of bars, title beside both names": (
        PERSONS
        + """
     J. T. HARTNEL*          Chairman of the Board,       |
     J. T. Hartnel           Chief Executive Officer      |
                             and Director                 |
                                                          |
     P. S. MARLOWES*         President and Director       |-- March 24, 1995
     P. S. Marlowes                                       |
                                                          |
     C. H. DOYLE*            Director                     |
     C. H. Doyle                                          |

*WINTON A. SEFTON, by signing his name hereto, does hereby sign and execute this report on behalf of each of the
above-named officers and directors, pursuant to powers of attorney executed by them.

By: /s/ WINTON A. SEFTON
    Winton A. Sefton, Attorney-in-fact                           March 24, 1995
""",
        [
            "J. T. Hartnel | Chairman of the Board; Chief Executive Officer; Director | 1995-03-24 | by_attorney"
            " | Winton A. Sefton",
            "P. S. Marlowes | President; Director | 1995-03-24 | by_attorney | Winton A. Sefton",
            "C. H. Doyle | Director | 1995-03-24 | by_attorney | Winton A. Sefton",
        ],
    ),
    "list that a sentence introduces": (
        PERSONS
        + """
The Directors of Quill Marks & Company listed below have duly executed powers of attorney empowering Gideon D.
Norwin to sign this document on their behalf.

Gideon D. Norwin            Rosalie A. Finney
Hugh A. Tollard             Winthrop F. Garner, Jr.
Leopold K. Brandon

By:  /s/ GIDEON D. NORWIN
     Gideon D. Norwin
     Director and Attorney-in-fact
     February 25, 2025
""",
        [
            "Gideon D. Norwin | Director | 2025-02-25 | by_attorney | Gideon D. Norwin",
            "Rosalie A. Finney | Director | 2025-02-25 | by_attorney | Gideon D. Norwin",
            "Hugh A. Tollard | Director | 2025-02-25 | by_attorney | Gideon D. Norwin",
            "Winthrop F. Garner, Jr. | Director | 2025-02-25 | by_attorney | Gideon D. Norwin",
            "Leopold K. Brandon | Director | 2025-02-25 | by_attorney | Gideon D. Norwin",
            "Gideon D. Norwin | Director | 2025-02-25 | self",
        ],
    ),
    "signed by another in the row": (
        PERSONS
        + """
/s/ John Smith by Jane Roe, Attorney-in-Fact     Director     May 4, 1999
John Smith

/s/ Pat Noon                                     Director     May 4, 1999
Pat Noon

/s/ Jane Roe                                     Attorney-in-Fact for     May 4, 1999
Jane Roe                                         Lee Sung, Director
""",
        [
            "John Smith | Director | 1999-05-04 | by_attorney | Jane Roe",
            "Pat Noon | Director | 1999-05-04 | self",
            "Lee Sung | Director | 1999-05-04 | by_attorney | Jane Roe",
        ],
    ),
}


@pytest.mark.parametrize("trap", list(RARE))
def test_rows_of_a_rare_layout(trap: str) -> None:
    body, expected = RARE[trap]
    assert rows(body) == expected


NEXT_PAGE = (
    PERSONS
    + """
/s/ Ann B. Carver   Chairman, Chief Executive Officer
Ann B. Carver

/s/ Lemuel Oakes    Director, President
Lemuel Oakes


----------


{title}

Financial Statements
For the years ended December 31, 2015 and 2014
"""
)


@pytest.mark.parametrize("title", ["Quillfeather Income &\nGrowth Fund V", "QUILLFEATHER, INC. AND SUBSIDIARIES"])
def test_the_title_of_the_next_page_is_no_ones(title: str) -> None:
    assert rows(NEXT_PAGE.format(title=title)) == [
        "Ann B. Carver | Chairman; Chief Executive Officer | self",
        "Lemuel Oakes | Director; President | self",
    ]


def test_the_caption_beside_the_party_is_not_its_name_and_a_day_may_follow_behalf() -> None:
    body = """
SIGNATURES
Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be
signed on its behalf March 30, 2016 by the undersigned, thereunto duly authorized.

QUILLFEATHER CORPORATION (Registrant)

By: /s/ Ann B. Carver
Ann B. Carver
President
"""
    assert rows(body) == ["Ann B. Carver | President | 2016-03-30 | self | QUILLFEATHER CORPORATION"]


def test_signed_on_behalf_of_the_one_registrant_that_is_not_named_above() -> None:
    """The sentence says so; of two registrants it does not say of which."""
    text = render(1, REGISTRANT + "Date:  May 4, 1999\n\nBy:\n/s/ Ann B. Carver\nAnn B. Carver\nPresident\n")
    (row,) = read_signatures(text, ("Quillmark, Inc.",), None).signatures
    assert row.on_behalf_of == "Quillmark, Inc."
    assert [e.quote for e in row.evidence if e.field == "on_behalf_of"] == ["Registrant"]
    (row,) = read_signatures(text, ("Quillmark, Inc.", "Quillmark LLC"), None).signatures
    assert row.on_behalf_of is None
