"""What a page is about, in the words of schema.org, for search engines: JSON-LD. Only what is true of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend_atlas import links
from backend_atlas.exports.beside import CSV, JSON
from backend_atlas.exports.day import data_day
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Technology

NAME = "Backend Atlas"
CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MEANING = "Facts on backend technologies. Every answer carries its source and the day it was read."

Node = Mapping[str, Any]


def subjects(catalogue: Catalogue, site: str = "", memory: Memory | None = None) -> dict[str, Node]:
    """By the address of the page. Addresses are relative to the page where that of the site is not known."""
    return {links.HOME: _website(site), links.OPEN_DATA: _dataset(catalogue, site, memory)} | {
        links.technology(item.id): _about(item, site) for item in catalogue.technologies.values()
    }


def linked_data(address: str, titles: Mapping[str, str], found: Mapping[str, Node], site: str = "") -> list[Node]:
    """What is said on the page at `address`. `titles` are those of all pages, by address; `found` are the subjects."""
    trail = [
        {"@type": "ListItem", "position": at, "name": titles[page], "item": _from(address, page, site)}
        for at, page in enumerate(_above(address, titles), 1)
    ]
    crumbs = [{"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": trail}] if len(trail) > 1 else []
    return [*([found[address]] if address in found else []), *crumbs]


def _above(address: str, titles: Mapping[str, str]) -> Iterator[str]:
    """The home page, each page on the way, and the page itself."""
    parts = address.rstrip("/").split("/") if address else []
    for depth in range(len(parts) + 1):
        page = "".join(f"{part}/" for part in parts[:depth])
        if page in titles:
            yield page


def _from(address: str, target: str, site: str) -> str:
    return f"{site}{target}" if site else links.relative(target, address)


def _website(site: str) -> Node:
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": NAME,
        "description": MEANING,
        "url": _from(links.HOME, links.HOME, site),
        "inLanguage": "en",
        "license": LICENCE,
    }


def _dataset(catalogue: Catalogue, site: str, memory: Memory | None) -> Node:
    features, names = len(catalogue.features), [item.name for item in catalogue.technologies.values()]
    parts = (
        ("Everything in one file", links.answer("all"), JSON),
        ("Every cell, one a line", links.CELLS_CSV, CSV),
        ("The level of every cell as a table", links.MATRIX_CSV, CSV),
    )
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": f"{NAME}: what backend technologies provide",
        "description": f"The answers of {len(names)} backend technologies ({', '.join(names)}) to {features} "
        "questions: level, source and the day it was read. With typed facts, measurements and changes.",
        "url": _from(links.OPEN_DATA, links.OPEN_DATA, site),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": f"The contributors of {NAME}"},
        "version": links.API_VERSION,
        "dateModified": data_day(catalogue, memory).isoformat(),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": media,
                "contentUrl": _from(links.OPEN_DATA, target, site),
            }
            for name, target, media in parts
        ],
    }


def _about(item: Technology, site: str) -> Node:
    """A page about source code that people build on: a framework is no application."""
    facts, page = item.facts, links.technology(item.id)
    known = {
        "programmingLanguage": [language.label for language in facts.languages.value],
        "license": f"https://spdx.org/licenses/{facts.licence.value}.html" if _is_single(facts.licence.value) else None,
    }
    subject = {
        "@type": "SoftwareSourceCode",
        "name": item.name,
        "url": item.homepage,
        "codeRepository": item.repository,
        "version": item.release,
        **{name: value for name, value in known.items() if value},
    }
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": item.name,
        "url": _from(page, page, site),
        "license": LICENCE,
        "about": subject,
    }


def _is_single(licence: str | None) -> bool:
    """Whether it is one licence of the SPDX list, which has a page."""
    return bool(licence) and " " not in str(licence) and not str(licence).startswith("LicenseRef")
