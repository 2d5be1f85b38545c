"""Things put together one pair after the other."""

from __future__ import annotations


class Union:
    """Things put together; the least of each group stands for it."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, thing: str) -> str:
        root = thing
        while (above := self._parent.get(root, root)) != root:
            root = above
        return root

    def join(self, a: str, b: str) -> None:
        keep, lose = sorted((self.of(a), self.of(b)))
        self._parent[lose] = keep
