"""The list of every answer, and of the other files for programs."""

from collections.abc import Iterable, Iterator

from backend_atlas import links
from backend_atlas.exports.api.parts import Answer, Material, Part, Place


class Listed(Part):
    """One answer."""

    kind: str
    """What sort of answer it is: the name of its schema."""
    id: str | None
    """The id of the technology or feature that it is about. Null where it is about all of them."""
    address: str
    """Where it is, relative to this list."""
    described_by: str
    """Its JSON Schema, relative to this list."""
    page: str | None
    """The page that shows the same, relative to this list."""


class Download(Part):
    """A file in another format."""

    address: str
    """Where it is, relative to this list."""
    media_type: str
    """Its media type."""
    title: str
    """What it holds."""


class IndexAnswer(Answer):
    """Every answer there is. Address: `/api/v1/index.json`."""

    answers: tuple[Listed, ...]
    """The answers in JSON, by address."""
    downloads: tuple[Download, ...]
    """Files in other formats: tables, feeds, and a list of the pages for language models."""


def index(material: Material, found: Iterable[Place]) -> tuple[Place, IndexAnswer]:
    """The list of the answers at these places."""
    at = Place(material, "index", links.OPEN_DATA)
    ordered = sorted(found, key=lambda place: place.address)
    listed = tuple(_listed(at, place) for place in ordered)
    return at, IndexAnswer(**at.about, answers=listed, downloads=tuple(_downloads(at)))


def _listed(at: Place, place: Place) -> Listed:
    return Listed(
        kind=place.kind,
        id=place.id,
        address=at.href(place.address),
        described_by=at.href(links.answer_schema(place.kind)),
        page=None if place.page is None else at.href(place.page),
    )


def _downloads(at: Place) -> Iterator[Download]:
    yield Download(address=at.href(links.MATRIX_CSV), media_type="text/csv", title="The level of every cell as a table")
    yield Download(address=at.href(links.CELLS_CSV), media_type="text/csv", title="Every cell, one a line")
    yield Download(address=at.href(links.LLMS), media_type="text/plain", title="The pages, for language models")
    yield Download(address=at.href(links.feed()), media_type="application/atom+xml", title="Changes of the data")
    for item in at.catalogue.technologies.values():
        feed = at.href(links.feed(item.id))
        yield Download(address=feed, media_type="application/atom+xml", title=f"Changes of {item.name}")
