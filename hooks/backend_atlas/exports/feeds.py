"""Atom feeds of what changed in the data: one of everything, and one a technology."""

from uuid import NAMESPACE_URL, uuid5

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.render import environment
from backend_atlas.views.changes import FeedView, feed_views

NAMESPACE = uuid5(NAMESPACE_URL, "https://github.com/backend-atlas/backend-atlas")
"""Never changes: feed readers would take every entry for a new one. So names are the same wherever a copy stands."""


def feeds(catalogue: Catalogue, site: str = "", memory: Memory | None = None) -> dict[str, str]:
    """Address to text. `site` is the public address with its last slash.

    Without it, links are relative to the address of the feed, as RFC 4287 allows: right wherever the site lies, but
    not every feed reader follows them.
    """
    template = environment().get_template("changes/feed.xml.jinja")
    return {
        feed.address: template.render(feed=feed, urn=urn, href=_Addresses(feed, site)).strip() + "\n"
        for feed in feed_views(catalogue, memory)
    }


def urn(name: str) -> str:
    """What a feed or an entry is known by to feed readers. `name` is unique here, and says nothing of the site."""
    return uuid5(NAMESPACE, name).urn


class _Addresses:
    """Links of one feed."""

    def __init__(self, feed: FeedView, site: str) -> None:
        self.base = feed.address.removesuffix("feed.xml")
        self.site = site

    def __call__(self, target: str) -> str:
        return f"{self.site}{target}" if self.site else links.relative(target, self.base)
