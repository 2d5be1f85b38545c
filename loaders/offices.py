"""Offices: a printed title with the codes it names."""

from __future__ import annotations

from dataclasses import dataclass

from .codes import Role


@dataclass(frozen=True, slots=True)
class Capacity:
    """One single title as printed, and the role codes it names."""

    title: str
    roles: tuple[Role, ...] = ()
