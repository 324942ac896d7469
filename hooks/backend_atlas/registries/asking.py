"""Talks to one registry: politely, with retries, and never taking silence for a no."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http import HTTPStatus

import httpx
from httpx_retries import Retry, RetryTransport

from backend_atlas.model.packages import Dated, RegistryRelease

AGENT = "backend-atlas (atlas packages)"
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
PASSING = (429, 500, 502, 503, 504)
"""Answers after which it is asked again."""


class Absent(Exception):  # noqa: N818 - it is an answer
    """The registry answered that it has no such thing."""


class Unanswered(Exception):  # noqa: N818 - it says nothing about the package
    """There was no answer, or none that says either. The text says why, and names no host."""


@dataclass(frozen=True)
class Release:
    """One release, and why it was withdrawn, if it was."""

    version: str
    when: date | None = None
    dated: Dated | None = None
    withdrawn: str = ""

    @property
    def record(self) -> RegistryRelease:
        """It as it stands in the record."""
        return RegistryRelease(version=self.version, date=self.when, dated=self.dated)


@dataclass(frozen=True)
class Answer:
    """What a registry says of one package."""

    newest: Release
    named: dict[str, Release]
    """Of the releases that were asked about, those that are there."""
    ended: str = ""
    """Why it should not be used any more, in the registry's words."""
    silent: frozenset[str] = frozenset()
    """Releases about which the registry said nothing."""
    licence: str = ""
    """Of the newest release, by its SPDX identifier. Empty where the registry names none, or was not asked for it."""


def client(seconds: float = 20, tries: int = 3, pause: float = 0.5) -> httpx.Client:
    """A client for all registries. `seconds` is how long one answer may take, `pause` the first wait before a retry."""
    retry = Retry(total=tries - 1, backoff_factor=pause, status_forcelist=PASSING, max_backoff_wait=10)
    return httpx.Client(
        transport=RetryTransport(retry=retry),
        timeout=seconds,
        follow_redirects=True,
        headers={"User-Agent": AGENT},
    )


@dataclass(frozen=True)
class Asking:
    """One registry."""

    http: httpx.Client
    address: str
    licences: bool = False
    """Whether to ask for the licence where it takes a question of its own."""

    def get(self, path: str, accept: str = "*/*", method: str = "GET") -> httpx.Response:
        """What stands at `path`, or at a whole address. Raises `Absent` or `Unanswered`."""
        url = path if path.startswith(("http://", "https://")) else f"{self.address}/{path}"
        try:
            answer = self.http.request(method, url, headers={"Accept": accept})
        except httpx.TimeoutException:
            raise Unanswered("did not answer in time") from None
        except httpx.HTTPError:
            raise Unanswered("could not be reached") from None
        if answer.status_code in GONE:
            raise Absent
        if not answer.is_success:
            raise Unanswered(f"answered {answer.status_code}")
        return answer


def by_release(releases: Iterable[str], ask: Callable[[str], Release]) -> tuple[dict[str, Release], frozenset[str]]:
    """Asks for each release by itself: those that are there, and those of which nothing was said."""
    there, silent = {}, set()
    for version in releases:
        try:
            there[version] = ask(version)
        except Absent:
            continue
        except Unanswered:
            silent.add(version)
    return there, frozenset(silent)


def day(text: str | None) -> date | None:
    """The day in UTC of a moment in ISO 8601. None where there is none."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).date()
