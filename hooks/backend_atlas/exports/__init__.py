"""What is made from the data for other programs: one consumer a file."""

from datetime import date

from backend_atlas.exports.api import api
from backend_atlas.exports.api.schemas import answer_schemas
from backend_atlas.exports.columns import columns
from backend_atlas.exports.feeds import feeds
from backend_atlas.exports.schema import schemas
from backend_atlas.exports.tables import tables
from backend_atlas.model import Catalogue


def files(catalogue: Catalogue, today: date, site: str = "") -> dict[str, str]:
    """Every file of the site that is not a page: address to text, as of `today`.

    `site` is the public address with its last slash.
    """
    schema = {f"schema/{name}": text for name, text in schemas().items()} | answer_schemas()
    return schema | api(catalogue, today) | tables(catalogue) | columns(catalogue, today) | feeds(catalogue, site)
