"""Groups of companies whose boards overlap: communities of the interlocks, written back into the store and asked again.

python examples/communities.py filigraph.db [companies]
"""

from __future__ import annotations

import sys

import filigraph
from filigraph.networks import Of, measure, projection, write_back


def main(store: str, companies: int = 10) -> None:
    kg = filigraph.open(store)
    boards = projection(kg, Of.COMPANIES)
    write_back(kg, "communities-companies", measure(boards, "community"))
    rows = kg.query("measured", analysis="communities-companies").dicts()
    print("community  company")
    for row in sorted(rows, key=lambda r: (float(str(r["value"])), str(r["name"])))[:companies]:
        print(f"{row['value']:>9}  {row['name']}")
    kg.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
