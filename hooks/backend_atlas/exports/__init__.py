"""What is made from the data for other programs: one consumer a file."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from backend_atlas import links
from backend_atlas.exports.api import addresses, api
from backend_atlas.exports.api.schemas import KINDS, answer_schemas
from backend_atlas.exports.columns import columns
from backend_atlas.exports.feeds import feeds
from backend_atlas.exports.late import Each, joined, together
from backend_atlas.exports.llms import llms
from backend_atlas.exports.schema import FILES, schemas
from backend_atlas.exports.tables import tables
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.views.guide import Deciding


def files(
    catalogue: Catalogue,
    today: date,
    site: str,
    deciding: Deciding | None,
    pages: Iterable[Page],
    *,
    memory: Memory,
) -> Each[str]:
    """Every file of the site that is not about one page: address to text, as of `today`.

    `site` is the public address with its last slash, or empty; `deciding` what the pages were made from;
    `memory` spares making again what stayed. Schemas, answers in JSON, tables and columns are made when one of them is
    asked for.
    """
    records = together(map(links.schema, FILES), partial(memory, "schemas", (), _schemas))
    kinds = together(map(links.answer_schema, KINDS), partial(memory, "answer schemas", (), answer_schemas))
    answers = together(addresses(catalogue), partial(api, catalogue, today, deciding, memory))
    matrix = together((links.MATRIX_CSV, links.CELLS_CSV), partial(tables, catalogue, memory))
    told = {**llms(pages, site), **feeds(catalogue, site, memory)}
    return joined(records, kinds, answers, matrix, columns(catalogue, today, memory), told)


def _schemas() -> dict[str, str]:
    return {links.schema(name): text for name, text in schemas().items()}
