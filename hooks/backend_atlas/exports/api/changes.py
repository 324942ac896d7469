"""What changed in the data."""

from datetime import date

from backend_atlas import links
from backend_atlas.exports.api.parts import Answer, Material, Part, Place, plain
from backend_atlas.model.changes import ChangeKind
from backend_atlas.model.vocabulary import Support


class AnswerChangedCell(Part):
    """One cell that changed."""

    technology: str
    """The id of the technology."""
    feature: str
    """The id of the feature."""
    before: Support | None
    """The level before. Null, together with `after`, where it is the same."""
    after: Support | None
    """The level since."""


class AnswerChange(Part):
    """One change, as in the feeds."""

    id: str
    """Its id, as in its address. Never changes, and is never used again."""
    date: date
    """The day of the change."""
    kind: ChangeKind
    """What sort of change it is."""
    title: str
    """What changed, in a few words."""
    text: str
    """What a reader should know about it, in Markdown."""
    text_plain: str
    """The same without marks."""
    technologies: tuple[str, ...]
    """The ids of the technologies that it concerns. None: the atlas as a whole."""
    cells: tuple[AnswerChangedCell, ...]
    """The cells that changed."""
    page: str
    """Where the site tells it, relative to the answer."""


class ChangesAnswer(Answer):
    """Every change that was told. Address: `/api/v1/changes.json`."""

    changes: tuple[AnswerChange, ...]
    """The newest first."""


def changes(material: Material) -> tuple[Place, ChangesAnswer]:
    """Every change."""
    at = Place(material, "changes", links.CHANGES)
    found = tuple(
        AnswerChange(
            id=it.id,
            date=it.date,
            kind=it.kind,
            title=it.title,
            text=it.text,
            text_plain=plain(it.text),
            technologies=tuple(sorted(it.about)),
            cells=tuple(AnswerChangedCell(**dict(cell)) for cell in it.cells),
            page=at.href(links.change(it.id)),
        )
        for it in at.catalogue.news
    )
    return at, ChangesAnswer(**at.about, changes=found)
