"""What each registry says is understood, and silence is never taken for a no."""

from collections.abc import Iterator
from datetime import date

import httpx
import pytest

from backend_atlas.model.packages import CheckOutcome, Dated, PackageCheck, PackageChecks
from backend_atlas.model.vocabulary import Registry as Name
from backend_atlas.registries import asking, checking
from backend_atlas.registries.addresses import NoAddress
from registries.registry_server import DOCUMENTS, Registry, serving

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def server() -> Iterator[Registry]:
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    with asking.client(seconds=0.3, tries=2, pause=0) as found:
        yield found


class Ask:
    """Asks the server about one package."""

    def __init__(self, http: httpx.Client, server: Registry) -> None:
        self.http, self.server = http, server

    def __call__(self, registry: Name, name: str, *releases: str) -> PackageCheck:
        end = "/index.json" if registry is Name.NUGET else ""
        named = [checking.Named(registry, name, releases)]
        (found,) = checking.check(self.http, lambda it: f"{self.server.address}/{it.value}{end}", named, TODAY)
        return found


@pytest.fixture(scope="module")
def ask(http: httpx.Client, server: Registry) -> Ask:
    return Ask(http, server)


def newest(check: PackageCheck) -> tuple[str, date | None, Dated | None]:
    assert check.newest, check
    return check.newest.version, check.newest.date, check.newest.dated


def outcomes(check: PackageCheck) -> dict[str, str]:
    return {item.version: item.outcome.value for item in check.named}


def withdrawn(check: PackageCheck) -> dict[str, str | None]:
    return {item.version: item.withdrawn for item in check.named}


def test_npm_names_its_newest_release_with_the_day_in_utc(ask: Ask) -> None:
    found = ask(Name.NPM, "alive", "1.0.0", "9.9.9")
    assert newest(found) == ("2.0.0", date(2026, 5, 7), Dated.PUBLISHED)
    assert outcomes(found) == {"1.0.0": "found", "9.9.9": "not-found"}
    assert found.named[0].dated is Dated.PUBLISHED
    assert found.alive is True


def test_the_moment_of_a_copy_is_no_day_of_publication(ask: Ask) -> None:
    found = ask(Name.NPM, "@scope/copied", "1.0.0")
    assert newest(found) == ("1.0.0", date(2026, 5, 6), Dated.BY)
    assert found.alive is None
    assert found.ended == "deprecated: use alive"
    assert withdrawn(found) == {"1.0.0": "deprecated: use alive"}


def test_pypi_leaves_out_prereleases_and_what_was_yanked(ask: Ask) -> None:
    found = ask(Name.PYPI, "Snake_Case", "1.9", "1.11", "2.0")
    assert newest(found) == ("1.10", date(2024, 1, 1), Dated.PUBLISHED)
    assert found.alive is False
    assert outcomes(found) == {"1.9": "found", "1.11": "found", "2.0": "not-found"}
    assert withdrawn(found)["1.11"] == "yanked: breaks all"
    assert found.ended == "archived: done"


def test_maven_takes_the_day_of_the_pom_or_of_the_last_update(ask: Ask) -> None:
    found = ask(Name.MAVEN, "org.example:lib", "1.10.0", "1.9.0")
    assert newest(found) == ("2.0.0", date(2026, 3, 1), Dated.BY)
    assert outcomes(found) == {"1.10.0": "found", "1.9.0": "not-found"}
    assert (found.named[0].date, found.named[0].dated) == (date(2026, 2, 1), Dated.PUBLISHED)


def test_go_reads_what_the_module_says_of_itself(ask: Ask) -> None:
    found = ask(Name.GO, "example.org/Old", "1.2.0", "1.1.0")
    assert newest(found) == ("1.1.0", date(2025, 5, 5), Dated.COMMITTED)
    assert found.ended == "deprecated: use example.org/other instead."
    assert withdrawn(found) == {"1.2.0": "retracted", "1.1.0": None}


def test_a_module_that_its_proxy_does_not_list_is_there(ask: Ask) -> None:
    assert newest(ask(Name.GO, "example.org/unlisted", "0.3.0"))[0] == "0.3.0"


def test_rubygems_orders_releases_by_number(ask: Ask) -> None:
    found = ask(Name.RUBYGEMS, "gem", "8.9.0", "7.0.0")
    assert newest(found) == ("8.10.0", date(2026, 2, 3), Dated.PUBLISHED)
    assert outcomes(found) == {"8.9.0": "found", "7.0.0": "not-found"}


def test_packagist_takes_tags_with_and_without_v(ask: Ask) -> None:
    found = ask(Name.PACKAGIST, "vendor/package", "2.9.0")
    assert newest(found) == ("2.10.0", date(2026, 2, 1), Dated.PUBLISHED)
    assert outcomes(found) == {"2.9.0": "found"}
    assert found.ended == "abandoned: use vendor/other"


def test_nuget_follows_its_pages(ask: Ask) -> None:
    found = ask(Name.NUGET, "Package.Id", "1.9.0", "1.11.0")
    assert newest(found) == ("1.10.0", date(2026, 1, 1), Dated.PUBLISHED)
    assert withdrawn(found) == {"1.9.0": None, "1.11.0": "unlisted"}
    assert found.ended is None


@pytest.mark.parametrize("registry", list(Name))
def test_a_definite_no_is_not_found(registry: Name, ask: Ask) -> None:
    assert ask(registry, "nobody:nothing", "1.0").outcome is CheckOutcome.NOT_FOUND


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("failing", "answered 500"),
        ("forbidden", "answered 403"),
        ("slow", "did not answer in time"),
        ("strange", "answered what cannot be read"),
        ("no-releases", "names no latest release"),
    ],
)
def test_silence_is_not_a_no(name: str, reason: str, ask: Ask) -> None:
    found = ask(Name.NPM, name, "1.0.0")
    assert (found.outcome, found.reason) == (CheckOutcome.NOT_FETCHED, reason)


def test_gone_is_a_no(ask: Ask) -> None:
    assert ask(Name.NPM, "gone").outcome is CheckOutcome.NOT_FOUND


def test_what_an_incomplete_copy_lacks_was_not_fetched(ask: Ask) -> None:
    nothing = checking.of_a_copy(ask(Name.NPM, "gone"))
    assert (nothing.outcome, nothing.reason) == (CheckOutcome.NOT_FETCHED, "was not in the copy that was asked")
    some = ask(Name.PYPI, "snake-case", "0.0.99")
    assert outcomes(some) == {"0.0.99": "not-found"}
    assert outcomes(checking.of_a_copy(some)) == {"0.0.99": "not-fetched"}


def test_what_cannot_be_read_is_told(ask: Ask) -> None:
    assert ask(Name.MAVEN, "org.example:broken").reason == "answered what cannot be read"


def test_a_busy_registry_is_asked_again(ask: Ask, server: Registry) -> None:
    assert ask(Name.NPM, "busy").outcome is CheckOutcome.FOUND
    assert server.asked.count("/npm/busy") == 2


def test_a_registry_that_is_not_there_says_nothing(http: httpx.Client) -> None:
    named = [checking.Named(Name.PYPI, "snake-case", ())]
    (closed,) = checking.check(http, lambda _: "http://127.0.0.1:9", named, TODAY)
    assert closed.reason == "could not be reached"

    def nowhere(_: Name) -> str:
        raise NoAddress("gem is not installed")

    (unknown,) = checking.check(http, nowhere, named, TODAY)
    assert (unknown.outcome, unknown.reason) == (CheckOutcome.NOT_FETCHED, "gem is not installed")


def checked(name: str, outcome: CheckOutcome, day: date) -> PackageCheck:
    more: dict[str, object] = {"newest": {"version": "1"}} if outcome is CheckOutcome.FOUND else {}
    more = {"reason": "answered 500"} if outcome is CheckOutcome.NOT_FETCHED else more
    return PackageCheck.model_validate({"registry": "npm", "name": name, "checked": day, "outcome": outcome, **more})


def test_an_answer_is_kept_while_a_registry_is_silent() -> None:
    earlier = date(2026, 11, 1)
    before = PackageChecks(
        packages=tuple(checked(name, CheckOutcome.FOUND, earlier) for name in ("kept", "gone", "unnamed"))
    )
    now = [checked("kept", CheckOutcome.NOT_FETCHED, TODAY), checked("gone", CheckOutcome.NOT_FOUND, TODAY)]
    named = [checking.Named(Name.NPM, name, ()) for name in ("gone", "kept", "new")]
    record = checking.merged(before, now, named)
    assert [(item.name, item.outcome.value, item.checked) for item in record.packages] == [
        ("gone", "not-found", TODAY),
        ("kept", "found", earlier),
    ]


@pytest.mark.parametrize(
    ("info", "licence"),
    [
        ({"license_expression": "Apache-2.0", "license": "MIT"}, "Apache-2.0"),
        ({"license": "MIT", "license_expression": None}, "MIT"),
        ({"license": "BSD", "classifiers": ["License :: OSI Approved :: MIT License"]}, "MIT"),
        ({"license": "BSD", "classifiers": ["License :: OSI Approved :: BSD License"]}, ""),
        ({"license": "MIT", "version": "1.9"}, ""),
    ],
)
def test_pypi_names_the_licence_of_its_newest_release(
    info: dict[str, object], licence: str, http: httpx.Client, server: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(DOCUMENTS, "/pypi/pypi/snake-case/json", {"info": {"version": "1.10"} | info})
    named = [checking.Named(Name.PYPI, "snake-case", ())]
    (found,) = checking.answers(http, lambda _: f"{server.address}/pypi", named, licences=True)
    assert isinstance(found, asking.Answer)
    assert found.licence == licence


def test_without_the_licence_an_answer_is_none_where_it_was_wanted(http: httpx.Client, server: Registry) -> None:
    named = [checking.Named(Name.PYPI, "snake-case", ())]
    (found,) = checking.answers(http, lambda _: f"{server.address}/pypi", named, licences=True)
    assert found == checking.NoAnswer(CheckOutcome.NOT_FETCHED, "has no JSON of the project, which names the licence")


@pytest.mark.parametrize("written", ["ISC", {"type": "ISC", "url": "https://licence.example"}])
def test_npm_names_the_licence_in_two_ways(
    written: object, http: httpx.Client, server: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(DOCUMENTS, "/npm/two", {"dist-tags": {"latest": "1"}, "versions": {"1": {"license": written}}})
    (found,) = checking.answers(http, lambda _: f"{server.address}/npm", [checking.Named(Name.NPM, "two", ())])
    assert isinstance(found, asking.Answer)
    assert found.licence == "ISC"
