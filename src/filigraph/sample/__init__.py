"""The bundled sample: 60 constructed Form S-8 submissions of invented registrants, and the truth beside them.

None of them was filed with the SEC; see README.md in this folder.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent
FILINGS = ROOT / "filings"
LISTINGS = ROOT / "listings"  # an index, submissions and tickers that list them, and filings that are not there
