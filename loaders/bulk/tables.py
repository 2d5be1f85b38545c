"""Which field of a listing's records is which property; see `loaders/tables.py`."""

from __future__ import annotations

from ...ontology.terms import Class, Property
from ..kinds import Nodes, Table, Text, Texts, When
from ..tables import PROBLEM
from . import records

P = Property

TICKER = Table(
    records.Ticker, Class.TICKER, (Text("symbol", P.SYMBOL), Text("exchange", P.EXCHANGE)), cited=False
)  # fmt: skip
NAME_PERIOD = Table(
    records.NamePeriod,
    Class.FORMER_NAME,
    (Text("name", P.NAME), When("since", P.SINCE), When("until", P.UNTIL)),
    cited=False,
)
LISTED_COMPANY = Table(
    records.ListedCompany,
    Class.LISTED_COMPANY,
    (
        Text("name", P.NAME),
        Text("cik", P.CIK),
        Text("entity_type", P.ENTITY_TYPE),
        Text("sic", P.SIC),
        Text("ein", P.EIN),
        Text("state_of_incorporation", P.STATE_OF_INCORPORATION),
        Text("fiscal_year_end", P.FISCAL_YEAR_END),
        Nodes("tickers", P.HAS_TICKER, "ticker", TICKER),
        Nodes("former_names", P.HAS_FORMER_NAME, "former", NAME_PERIOD),
    ),
)
LISTED_FILING = Table(
    records.ListedFiling,
    Class.LISTED_FILING,
    (
        Text("accession", P.ACCESSION),
        Text("cik", P.CIK),
        Text("form_type", P.FORM_TYPE),
        When("filing_date", P.FILING_DATE),
        When("period", P.PERIOD),
        Texts("items", P.ITEM),
        Text("file_number", P.FILE_NUMBER),
        Text("filename", P.FILENAME),
        Text("path", P.PATH),
        Text("name", P.NAME),
    ),
)
LISTING = Table(
    records.Listing,
    Class.LISTING,
    (
        Text("id", P.LISTING_ID),
        Text("source", P.SOURCE),
        Text("sha256", P.SHA256),
        Text("kind", P.KIND),
        When("received", P.RECEIVED),
        Nodes("companies", P.HAS_LISTED_COMPANY, "company", LISTED_COMPANY),
        Nodes("filings", P.HAS_LISTED_FILING, "filing", LISTED_FILING),
        Nodes("problems", P.HAS_PROBLEM, "problem", PROBLEM),
    ),
)
TABLES = (LISTING, LISTED_COMPANY, LISTED_FILING, TICKER, NAME_PERIOD)
