"""What is read of a page, so that two builds of it can be compared."""

from pathlib import Path

import pytest

from after.seeing import Seen, seen

PAGE = """<html><body><nav><a href="../x/">Menu</a></nav>
<article><h1 id="top">Django<a class="headerlink" href="#top">¶</a></h1>
<h2 id="a">What is  <em>in</em></h2>
<table><thead><tr><th>One</th><th>Two</th></tr></thead>
<tr><td>A <a href="../b/index.html#c">link</a></td><td></td></tr></table>
<p><a href="https://example.org/?q=1#x">Out</a> <a href="./">Here</a>
<a href="../../"><svg><title>Home</title></svg></a></p>
<script>"<h2>no</h2>"</script><button>no</button></article>
<h2>After the article</h2></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Seen:
    folder = tmp_path / "technologies/django"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (address, found), *others = seen(tmp_path).items()
    assert (address, others) == ("technologies/django", [])
    return found


def test_headings_have_their_anchors_and_no_marks_of_the_theme(page: Seen) -> None:
    assert page.headings == [("h1", "top", "Django"), ("h2", "a", "What is in")]


def test_tables_are_rows_of_texts(page: Seen) -> None:
    assert page.tables == [[["One", "Two"], ["A link", ""]]]


def test_links_with_words_are_seen_from_the_root(page: Seen) -> None:
    assert page.links == [
        ("technologies/b#c", "link"),
        ("https://example.org/?q=1#x", "Out"),
        ("technologies/django", "Here"),
    ]
