"""The error tree, and `Problem`, the record of a part that could not be read.

FiligraphError
├── NotFound            a path, name, query or filing that is not there
│   └── Unknown         a person, firm or company of whom no filing that is loaded speaks
├── Unreadable          bytes that are no filing (PDF, HTML error page, empty file...)
├── InvalidInput        the caller's words are wrong (parameter, option, query)
├── Inconsistent        what is stored contradicts itself or its source
└── Unavailable         a store or endpoint that does not answer, is locked, or is full
"""

from __future__ import annotations


class FiligraphError(Exception):
    """Root of every error filigraph raises. One line: what, where, what to do."""

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        place = f"{where}: " if where else ""
        super().__init__(f"{place}{self.advice}")

    @property
    def advice(self) -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.what} ({self.remedy})" if self.remedy else self.what


class NotFound(FiligraphError, LookupError):
    """A path, name, query or filing that is not there."""


class Unknown(NotFound):
    """A person, firm or company of whom no filing that is loaded speaks."""


class Unreadable(FiligraphError, ValueError):
    """Bytes that are no filing."""


class InvalidInput(FiligraphError, ValueError):
    """The caller's words are wrong."""


class Inconsistent(FiligraphError):
    """What is stored contradicts itself or its source."""


class Unavailable(FiligraphError, OSError):
    """A store or endpoint that does not answer, is locked, or is full."""


class SharedName(UserWarning):
    """A name that several registrants bear was taken as the one with a CIK."""
