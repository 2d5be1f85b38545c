"""Boards that share directors: the pairs of registrants with the most shared directors, and who they are.

python examples/interlocks.py filigraph.db [pairs]
"""

from __future__ import annotations

import sys

import filigraph
from filigraph.explore import interlocks


def main(store: str, pairs: int = 10) -> None:
    kg = filigraph.open(store)
    graph = interlocks(kg)
    label = {node: str(data["label"]) for node, data in graph.nodes(data=True)}
    edges = sorted(graph.edges(data=True), key=lambda e: (-e[2]["shared"], label[e[0]], label[e[1]]))
    print("shared  boards: directors")
    for a, b, data in edges[:pairs]:
        first, second = sorted((label[a], label[b]))
        print(f"{data['shared']:>6}  {first} - {second}: {', '.join(data['people'])}")
    kg.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
