"""The search without a server: its index and its worker as scripts, which is all that a page may load from a file."""

import json
import re
from collections.abc import Collection

from backend_atlas.browser import COPY_WORKER, script
from copies.links import in_index

INDEX = "search/search_index.json"
INDEX_SCRIPT = "search/search_index.js"
"""The theme loads this one in a page that was opened from a file."""

WORKER_SCRIPT = "search/worker.js"
WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
THEME = re.compile(r'(?=<script defer src="([./]*)assets/javascripts/bundle\.)')


def index(text: str, pages: Collection[str]) -> dict[str, str]:
    """Path to script: the index, with places that end in the name of a file."""
    return {INDEX_SCRIPT: f"var __index = {json.dumps(in_index(text, pages), ensure_ascii=False)};\n"}


def worker(text: str) -> dict[str, str]:
    """Path to script: the worker as text, and what starts it from that."""
    source = json.dumps(MAP.sub("", text), ensure_ascii=False).replace("</", "<\\/")
    return {WORKER_SCRIPT: f"var searchWorker = {source};\n{script(COPY_WORKER)}\n"}


def started(page: str) -> str:
    """A page that loads it before the theme's script asks for the worker."""
    return THEME.sub(lambda found: f'<script defer src="{found[1]}{WORKER_SCRIPT}"></script>\n', page)
