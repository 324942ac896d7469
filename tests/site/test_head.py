"""What a site with a known address tells programs in the head of its pages."""

import json
import re
from pathlib import Path

import pytest

from project import build

SITE = "https://atlas.example/docs/"


@pytest.fixture
def known(project: Path, tmp_path: Path) -> Path:
    """The site with the small data, at an address."""
    out = tmp_path / "out"
    done = build(project, out, strict=False, SITE_URL=SITE)
    assert done.returncode == 0, done.stderr
    return out


def nodes(page: Path) -> list[dict[str, str]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(), re.DOTALL)
    return [json.loads(text) for text in found]


def meta(page: Path) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page.read_text()))


def test_a_known_address_makes_canonical_links_previews_and_a_sitemap(known: Path) -> None:
    sitemap = set(re.findall(r"<loc>(.+?)</loc>", (known / "sitemap.xml").read_text()))
    pages = {path.parent.relative_to(known).as_posix() for path in known.rglob("index.html")}
    assert sitemap == {SITE + (f"{page}/" if page != "." else "") for page in pages}
    for page in pages:
        text = (known / page / "index.html").read_text()
        own = SITE + (f"{page}/" if page != "." else "")
        assert f'<link rel="canonical" href="{own}">' in text
        told = meta(known / page / "index.html")
        assert told["og:url"] == own
        assert told["og:title"]
        assert told["og:description"]
        picture = told["og:image"]
        assert (known / picture.removeprefix(SITE)).read_bytes().startswith(b"\x89PNG")
    assert meta(known / "technologies/alder/index.html")["og:image"] == f"{SITE}assets/social/alder.png"
    assert meta(known / "about/index.html")["og:image"] == f"{SITE}assets/social/atlas.png"
    assert {node["@type"] for node in nodes(known / "data/index.html")} == {"Dataset", "BreadcrumbList"}
    assert f"]({SITE}technologies/alder/index.md)" in (known / "llms.txt").read_text()


def test_an_unknown_address_makes_none_of_them(site: Path) -> None:
    assert not (site / "assets/social").exists()
    for page in ("", "technologies/django/", "data/"):
        text = (site / page / "index.html").read_text()
        assert 'property="og:' not in text
        assert 'rel="canonical"' not in text
        assert 'rel="alternate"' not in text
        assert nodes(site / page / "index.html")
        assert all(str(node.get("url", "./")) == "./" for node in nodes(site / page / "index.html"))
