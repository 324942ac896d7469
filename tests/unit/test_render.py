"""Text from data is text, whatever it looks like."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from backend_atlas.render import Icons, Rendering, breakable, code, environment, host, plural, prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("`code` and *emphasis*", "<code>code</code> and <em>emphasis</em>"),
        ("[site](https://example.org/a)", '<a href="https://example.org/a">site</a>'),
        ("a < b & c", "a &lt; b &amp; c"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:alert(1))", "<a>x</a>"),
        ("[x](http://example.org/)", "<a>x</a>"),
        ("x{: onclick=alert(1) }", "x{: onclick=alert(1) }"),
        ("# no heading", "# no heading"),
        ("# no *heading*", "no <em>heading</em>"),
        ("![x](https://example.org/x.png)", ""),
    ],
)
def test_inline_markdown_is_allowed_and_nothing_else(text: str, html: str) -> None:
    assert str(prose(text)) == html


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("flask", "flask"),
        ("@fastify/view", "@fastify/<wbr>view"),
        ("flask-sqlalchemy", "flask-<wbr>sqlalchemy"),
        ("org.flywaydb:flyway-core", "org.<wbr>flywaydb:<wbr>flyway-<wbr>core"),
        ("Microsoft.EntityFrameworkCore", "Microsoft.<wbr>Entity<wbr>Framework<wbr>Core"),
        ("<b>/", "&lt;b&gt;/"),
    ],
)
def test_a_package_goes_on_in_the_next_line_after_its_parts(name: str, html: str) -> None:
    assert str(breakable(name)) == html


def test_values_are_escaped_in_templates() -> None:
    template = environment().from_string("{{ x }}")
    assert template.render(x='<a href="y">') == "&lt;a href=&#34;y&#34;&gt;"


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    with pytest.raises(Exception, match="is undefined"):
        environment().from_string("{{ missing.x }}").render()


def test_code_is_coloured_and_escaped() -> None:
    html = code("print('<b>')\n", "python")
    assert html.startswith('<div class="highlight">')
    assert "&lt;b&gt;" in html


def test_a_host_goes_on_in_the_next_line_after_a_dot_and_is_escaped() -> None:
    assert host("docs.example.com") == "docs.<wbr>example.<wbr>com"
    assert host("<b>.com") == "&lt;b&gt;.<wbr>com"


def test_nouns_follow_their_number() -> None:
    assert [plural(count, "file") for count in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


def test_an_icon_comes_from_the_folder_and_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "web.svg").write_text('<svg viewBox="0 0 24 24"><path d="M1 1"/><path d="M2 2"/></svg>')
    template = '{% from "partials/icon.html.jinja" import icon %}{{ icon("web") }}'
    html = environment(tmp_path).from_string(template).render()
    assert html.startswith('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"')
    assert '<path d="M1 1 M2 2"/>' in html
    assert environment().from_string(template).render() == ""
    assert Icons(tmp_path).outline("") == ""


def test_an_icon_that_the_folder_lacks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"web\.svg"):
        Icons(tmp_path).outline("web")


def test_a_frame_has_room_for_parts_that_were_rendered_before() -> None:
    templates = Environment(loader=DictLoader({"row": "<tr>{{ label }}{{ inside }}</tr>"}), autoescape=True)
    frame = Rendering("features/", templates).frame("row", label="<b>")
    assert frame.around("<td>1</td>", "<td>2</td>") == ("<tr>&lt;b&gt;", "<td>1</td>", "<td>2</td>", "</tr>")
