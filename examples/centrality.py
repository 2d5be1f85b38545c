"""Who links the most boards: people by their betweenness in the graph of people and the companies they signed for.

python examples/centrality.py filigraph.db [people]
"""

from __future__ import annotations

import sys

import networkx as nx

import filigraph
from filigraph.explore import people_companies


def main(store: str, people: int = 10) -> None:
    kg = filigraph.open(store)
    graph = people_companies(kg)
    sample = 500 if len(graph) > 2000 else None  # the exact measure takes minutes on a large graph
    between = nx.betweenness_centrality(graph, k=sample, seed=1)
    persons = [node for node, data in graph.nodes(data=True) if data["kind"] == "person"]
    persons.sort(key=lambda node: (-between[node], graph.nodes[node]["label"]))
    print("betweenness  companies  person")
    for node in persons[:people]:
        print(f"{between[node]:>11.4f}  {graph.degree(node):>9}  {graph.nodes[node]['label']}")
    kg.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
