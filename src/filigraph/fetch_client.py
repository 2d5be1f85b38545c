"""Asking EDGAR politely: who asks is said, eight requests a second at most, and a server that is busy is waited for.

The rules are the regulator's: ten requests a second for one person over all machines, a declared name and address. Who
breaks them is shut out for ten minutes, so a refusal (403) ends everything at once instead of being tried again.
Connections, redirects, lengths, gzip and the reckoning of waits are urllib3's.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.util import Retry

from .fetch_bodies import refused
from .loaders.errors import InvalidInput, NotFound, Unavailable, Unreadable

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

RATE = 8.0  # requests a second
TRIES = 6  # of one request, the first one too
LONGEST_WAIT = 900.0  # seconds that a server may ask for; EDGAR shuts out for 600
ARCHIVES = "https://www.sec.gov"
DATA = "https://data.sec.gov"

_BUSY = frozenset({429, 500, 502, 503, 504})
_MAIL = re.compile(r"[<(]?[^\s@<>()]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[>)]?")
_REMEDY = "--identity 'Name mail@host' or FILIGRAPH_IDENTITY; EDGAR shuts out who does not say"


def declared(identity: str | None) -> str:
    """The identity, fit for a header. Raises `InvalidInput` where it is missing or has no name or no address."""
    said = " ".join((identity or "").split())
    if not said:
        raise InvalidInput("nobody is declared as the one who asks", "fetch", _REMEDY)
    words = said.split()
    if not (said.isascii() and said.isprintable() and len(words) > 1 and any(map(_MAIL.fullmatch, words))):
        raise InvalidInput(f"{said!r} is no name and mail address", "fetch", _REMEDY)
    return said


def pause(seconds: float) -> None:
    """Wait; what tests put something else in place of."""
    time.sleep(seconds)


class Pace:
    """Lets one through every ``1 / rate`` seconds: never more than ``rate`` in any second."""

    def __init__(self, rate: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._apart, self._clock, self._sleep = 1 / rate, clock, sleep
        self._next = clock()

    def wait(self) -> None:
        now = self._clock()
        if self._next > now:
            self._sleep(self._next - now)
        self._next = max(now, self._next) + self._apart


class Edgar:
    """EDGAR, or a server that behaves like it at ``base``. Not for several threads: the pace is one's own."""

    def __init__(
        self,
        identity: str | None,
        base: str | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        headers = {"User-Agent": declared(identity), **urllib3.make_headers(accept_encoding="gzip,deflate")}
        if base is not None and urlsplit(base).scheme not in ("http", "https"):
            raise InvalidInput("not the address of a server", base, "give one that begins with http:// or https://")
        self._archives, self._data = (base or ARCHIVES).rstrip("/"), (base or DATA).rstrip("/")
        self._sleep = sleep or pause
        self._pace = Pace(RATE, clock, self._sleep)
        self._pool = urllib3.PoolManager(headers=headers, timeout=urllib3.Timeout(connect=10, read=60))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.clear()

    def filing(self, cik: str, accession: str, fault: Callable[[bytes], str | None]) -> bytes:
        """The full submission, as it stands in the archives."""
        url = f"{self._archives}/Archives/edgar/data/{cik}/{accession}.txt"
        return self._get(url, fault, "give it as CIK/ACCESSION, with the CIK of a party to it")

    def submissions(self, name: str, fault: Callable[[bytes], str | None]) -> bytes:
        """A file of submissions by its name, ``CIK##########.json`` or a page of older filings."""
        return self._get(f"{self._data}/submissions/{name}", fault, "check the CIK")

    def _get(self, url: str, fault: Callable[[bytes], str | None], remedy: str) -> bytes:
        """The body; asked for again where ``fault`` says that it is not what was asked for."""
        patience: Retry = self._patience()
        while True:
            response = self._ask(url, patience, remedy)
            said = fault(response.data)
            if said is None:
                return response.data
            if refused(response.data):
                raise _turned_away(url)
            try:
                patience = patience.increment("GET", url, response=response)
            except MaxRetryError as error:
                raise Unreadable(said, url, "try again later") from error
            patience.sleep()

    def _ask(self, url: str, patience: Retry, remedy: str) -> BaseHTTPResponse:
        self._pace.wait()
        try:
            response = self._pool.request("GET", url, retries=patience)
        except MaxRetryError as error:
            raise Unavailable(f"no answer: {_reason(error)}", url, "try again later") from error
        except HTTPError as error:
            raise Unavailable(f"no answer: {error}", url, "check the address") from error
        if response.status == 403:
            raise _turned_away(url)
        if response.status == 404:
            raise NotFound("EDGAR has nothing here", url, remedy)
        if response.status in _BUSY:
            raise Unavailable(f"the server is busy still (status {response.status})", url, "try again later")
        if response.status != 200:
            raise Unavailable(f"an answer with status {response.status}", url)
        return response

    def _patience(self) -> Retry:
        """How often to try again, and how long to wait: what the server asks for, else twice as long each time."""
        rest, pace = self._sleep, self._pace

        class Patience(Retry):
            def sleep(self, response: BaseHTTPResponse | None = None) -> None:
                asked = self.get_retry_after(response) if response is not None else None
                if asked is not None and asked > LONGEST_WAIT:
                    url = str(self.history[-1].url) if self.history else ""
                    raise Unavailable(f"the server asks to wait {asked:.0f} seconds", url, "try again then")
                wait = asked if asked is not None else self.get_backoff_time()
                if wait > 0:
                    rest(wait)
                pace.wait()

        options: dict[str, Any] = {"status_forcelist": _BUSY, "backoff_factor": 1, "backoff_max": 120}
        return Patience(TRIES - 1, redirect=3, raise_on_status=False, **options)


def _reason(error: MaxRetryError) -> str:
    """What went wrong last, without the addresses of objects."""
    said = str(error.reason) if error.reason is not None else "it was tried too often"
    return re.sub(r"<[^>]*>:? ?", "", said)


def _turned_away(url: str) -> Unavailable:
    remedy = "say who you are by --identity 'Name mail@host'; who asked too often waits ten minutes"
    return Unavailable("EDGAR turns this client away (403: undeclared, or too many requests)", url, remedy)
