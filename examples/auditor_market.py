"""The market of auditors: how many registrants and filings each firm has, and when it was first and last seen.

python examples/auditor_market.py filigraph.db [firms]
"""

from __future__ import annotations

import sys

import filigraph

SHARES = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?firm (COUNT(DISTINCT ?issuer) AS ?registrants) (COUNT(DISTINCT ?filing) AS ?filings)
  (MIN(?date) AS ?first) (MAX(?date) AS ?last)
WHERE {
  GRAPH ?g { ?filing fg:hasAuditor ?role ; fg:issuer ?issuer ; fg:filingDate ?date }
  GRAPH ?r { ?role fg:resolvedTo ?entity }
  GRAPH ?n { ?entity rdfs:label ?firm }
}
GROUP BY ?entity ?firm
ORDER BY DESC(?registrants) DESC(?filings) ?firm
"""


def main(store: str, firms: int = 10) -> None:
    kg = filigraph.open(store)
    rows = kg.query(SHARES).dicts()
    audited = sum(int(str(row["registrants"])) for row in rows)
    print("registrants  share  filings  seen                     firm")
    for row in rows[:firms]:
        share = int(str(row["registrants"])) / audited
        seen = f"{row['first']} to {row['last']}"
        print(f"{row['registrants']:>11}  {share:>5.0%}  {row['filings']:>7}  {seen}  {row['firm']}")
    kg.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
