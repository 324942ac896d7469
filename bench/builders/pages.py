"""The pages of a project for other builders: as HTML inside Markdown, in two dialects, and as Markdown alone.

The dialects are that of Python-Markdown, and CommonMark.

CommonMark ends HTML at an empty line and takes indented lines after it for code. So there the HTML has no empty lines,
and headings with anchors are HTML as well. What a reader sees is the same.
"""

import re
from pathlib import Path
from shutil import copyfile, copytree

from after.project import read_settings
from bench.projects import atlas
from bench.running import run

HEADING = re.compile(r"^(#{1,3}) (.+) \{ #([\w-]+) \}$", re.MULTILINE)
BLOCK = re.compile(r"^<div>\n.*?^</div>$", re.MULTILINE | re.DOTALL)
"""What `atlas render` puts around the HTML of each part of a page."""
CODE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
EMPTY, EMPTY_IN_CODE = re.compile(r"\n(?:[ \t]*\n)+"), re.compile(r"\n([ \t]*)\n")


def rendered(project: Path, folder: Path) -> None:
    """Writes the hand-written pages and the generated ones into `folder`, which is new, as files of Python-Markdown."""
    copytree(project / "docs", folder)
    pairs = str(read_settings(project)["extra"]["pair_pages"])
    run(atlas("render", "--data", "data", "--out", str(folder), "--pair-pages", pairs), project)


def commonmark(docs: Path, folder: Path) -> None:
    """Writes the same pages for CommonMark, into `folder/hugo` and `folder/eleventy`.

    Other files come into `folder/static`.
    """
    for path in sorted(path for path in docs.rglob("*") if path.is_file()):
        place = path.relative_to(docs)
        if path.suffix == ".md":
            text = closed(path.read_text(encoding="utf-8"))
            _write(folder / "eleventy" / place, text)
            _write(folder / "hugo" / place.with_name(_name(path)), text)
        else:
            (folder / "static" / place).parent.mkdir(parents=True, exist_ok=True)
            copyfile(path, folder / "static" / place)


def readings(site: Path, folder: Path) -> None:
    """Writes what our site has beside each page, Markdown for reading, into `folder`, which is new, for Hugo."""
    for path in sorted(site.rglob("*.md")):
        _write(folder / path.relative_to(site).with_name(_name(path)), path.read_text(encoding="utf-8"))


def closed(text: str) -> str:
    """A page in which CommonMark reads the HTML as HTML."""
    text = HEADING.sub(lambda found: f'<h{len(found[1])} id="{found[3]}">{found[2]}</h{len(found[1])}>', text)
    return BLOCK.sub(lambda found: _without_empty_lines(found[0]), text)


def _without_empty_lines(html: str) -> str:
    """In code an empty line is written as a character, elsewhere it means nothing."""
    parts = CODE.split(html)
    parts[::2] = [EMPTY.sub("\n", part) for part in parts[::2]]
    parts[1::2] = [EMPTY_IN_CODE.sub(r"\n\1&#10;", part) for part in parts[1::2]]
    return "".join(parts)


def _name(path: Path) -> str:
    """Hugo asks for another name where a page has pages below it."""
    below = any(other.is_dir() for other in path.parent.iterdir())
    return "_index.md" if path.name == "index.md" and below else path.name


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
