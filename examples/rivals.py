"""Law firms that share clients: which pairs, how many clients, over which days both were seen, and who brokers.

python examples/rivals.py filigraph.db [pairs]
"""

from __future__ import annotations

import sys

import filigraph
from filigraph.networks import Of, measure, projection


def main(store: str, pairs: int = 10) -> None:
    kg = filigraph.open(store)
    firms = projection(kg, Of.LAW_FIRMS, overlapping=False)
    label = {node: str(data["label"]) for node, data in firms.nodes(data=True)}
    edges = sorted(firms.edges(data=True), key=lambda e: (-e[2]["shared"], *sorted((label[e[0]], label[e[1]]))))
    print("shared  law firms: clients (seen)")
    for a, b, data in edges[:pairs]:
        first, second = sorted((label[a], label[b]))
        print(f"{data['shared']:>6}  {first} - {second}: {', '.join(data['via'])} ({data['start']} to {data['end']})")
    brokers = sorted(label[node] for node, cuts in measure(firms, "broker").items() if cuts)
    print("without these, groups of firms would have no client in common:")
    for name in brokers[:pairs]:
        print(f"        {name}")
    kg.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
