"""A difference as plain data, for `atlas diff --json`."""

from dataclasses import asdict
from typing import Any

from backend_atlas.difference.answers import CellChange, Said
from backend_atlas.difference.comparing import Difference, Named
from backend_atlas.difference.decisions import Decisions, Example, OutcomeChange
from backend_atlas.difference.pages import PageChange
from backend_atlas.difference.review import Reason


def report(found: Difference, reasons: tuple[Reason, ...]) -> dict[str, Any]:
    """Everything that was found. Shares are from 0 to 1. `null`: it was not compared."""
    return {
        "base": found.base,
        "needs_review": bool(reasons),
        "reasons": [asdict(reason) for reason in reasons],
        "unread": found.unread,
        "technologies": _both(found.technologies_added, found.technologies_removed),
        "features": _both(found.features_added, found.features_removed),
        "cells": [_cell(cell) for cell in found.cells],
        "facts": [_said(said) for said in found.facts],
        "texts": [_said(said) for said in found.texts],
        "vocabulary": [_said(said) for said in found.vocabulary],
        "guide": [_said(said) for said in found.guide],
        "pages": None if found.pages is None else [_page(page) for page in found.pages],
        "decisions": _decisions(found.decisions) if found.decisions else None,
    }


def _both(added: Named, removed: Named) -> dict[str, Any]:
    return {
        name: [{"id": id, "name": title} for id, title in items]
        for name, items in (("added", added), ("removed", removed))
    }


def _cell(cell: CellChange) -> dict[str, Any]:
    return {
        "technology": cell.technology,
        "feature": cell.feature,
        "level_changed": cell.level,
        "also": list(cell.also),
        **_said(cell),
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "file": said.file,
        "about": said.owner,
        "name": said.name,
        "before": said.before,
        "after": said.after,
        "source": said.source,
        "sources_gone": list(said.lost),
        "read_again": said.read_again,
        "address": said.address,
        "changes": [asdict(change) for change in said.changes],
    }


def _page(page: PageChange) -> dict[str, Any]:
    return {"address": page.address, "title": page.title, "fate": page.fate.value, "parts": list(page.parts)}


def _decisions(found: Decisions) -> dict[str, Any]:
    moved = found.moved
    return {
        "same_basis": found.same_basis,
        "scenarios": [_outcome(item) for item in found.scenarios],
        "witnesses": [_outcome(item) for item in found.witnesses],
        "short_lists": {"compared": found.short_lists, "differ": found.short_lists_differ},
        "generated": moved
        and {
            "sets": moved.sets,
            "differ": moved.differ,
            **{"share" if name == "value" else name: value for name, value in asdict(moved.share).items()},
            "examples": [_example(example) for example in moved.examples],
        },
    }


def _example(example: Example) -> dict[str, str]:
    return asdict(example)


def _outcome(item: OutcomeChange) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "before": item.before and asdict(item.before),
        "after": item.after and asdict(item.after),
    }
