"""The look: contrast of the colours in both schemes, and one scale of sizes and spaces."""

import re

import pytest

from backend_atlas.model import Support
from backend_atlas.render import environment
from project import ROOT
from style import SHEETS, colour, contrast, tokens

PAGE = "--md-default-bg-color"
BOX = "--atlas-surface"
LEVELS = tuple(f"--level-{name}" for name in ("built-in", "official", "community", "do-it-yourself", "none"))
CODE = tuple(
    f"--md-code-hl-{name}-color"
    for name in ("comment", "number", "special", "function", "constant", "keyword", "string", "operator")
)
ON_PAGE = ("--md-default-fg-color", "--md-default-fg-color--light", "--md-typeset-a-color", "--md-accent-fg-color")
ON_HEADER = ("--md-primary-bg-color", "--md-primary-bg-color--light")
ON_FOOTER = ("--md-footer-fg-color", "--md-footer-fg-color--light", "--md-footer-fg-color--lighter")
TEXT = (
    *((text, ground) for ground in (PAGE, BOX) for text in (*ON_PAGE, *LEVELS)),
    *((text, "--md-code-bg-color") for text in ("--md-code-fg-color", *CODE)),
    *((text, ground) for ground in ("--md-primary-fg-color", "--md-primary-fg-color--light") for text in ON_HEADER),
    *((text, ground) for ground in ("--md-footer-bg-color", "--md-footer-bg-color--dark") for text in ON_FOOTER),
    *((text, "--md-accent-fg-color--transparent") for text in (*ON_PAGE[:3], *LEVELS)),
)
SHAPES = (
    *((shape, ground) for ground in (PAGE, BOX) for shape in ("--atlas-chart", "--md-default-fg-color--lighter")),
    *((shape, PAGE) for shape in ("--md-accent-fg-color", *LEVELS)),
)
SIZE = re.compile(r"^\s*(?:font-size|line-height):\s*([^;]+);", re.MULTILINE)
ON_SCALE = re.compile(r"var\(--(?:type|leading)-|inherit")
SPACE = re.compile(r"^\s*(?:margin|padding|gap|column-gap)(?:-\w+)?:\s*([^;]+);", re.MULTILINE)
OFF_SCALE = re.compile(r"(?<![\w.-])[\d.]*[1-9][\d.]*rem")
ON_SCREEN = sorted(path.name for path in SHEETS.glob("*.css") if path.stem != "print")
LOOK = ROOT / "docs/contribute/look/index.md"
FIGURES = re.compile(r"<code>(--[\w-]+)</code>.*<td>([\d.]+)</td><td>([\d.]+)</td></tr>")


def measured(text: str, ground: str, scheme: str) -> float:
    found = tokens(scheme)
    below = colour(ground, found, colour(PAGE, found))
    return contrast(colour(text, found, below), below)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 1, 1), (1, 1, 1)) == 1
    assert contrast((0x76 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out(text: str, ground: str, scheme: str) -> None:
    assert measured(text, ground, scheme) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_stand_out(shape: str, ground: str, scheme: str) -> None:
    assert measured(shape, ground, scheme) >= 3


def test_both_schemes_have_every_colour_of_their_own() -> None:
    light, dark = tokens("default"), tokens("slate")
    same = {name for name in light if light[name] == dark[name] and light[name].startswith("#")}
    assert same == set()


@pytest.mark.parametrize("sheet", ON_SCREEN)
def test_sizes_and_spaces_come_from_the_scale(sheet: str) -> None:
    screen = (SHEETS / sheet).read_text().split("@media print {")[0]
    sizes = [value for value in SIZE.findall(screen) if not ON_SCALE.search(value)]
    spaces = [value for value in SPACE.findall(screen) if OFF_SCALE.search(value)]
    assert (sizes, spaces) == ([], [])


def test_every_token_is_used_and_every_used_token_is_there() -> None:
    own = {
        name for name in tokens("default") if name.startswith(("--atlas", "--level", "--type", "--leading", "--space"))
    }
    text = "".join(path.read_text() for path in SHEETS.glob("*.css"))
    used = set(re.findall(r"var\((--(?:atlas|level|type|leading|space)[\w-]*)\)", text))
    assert used == own


def test_the_page_about_the_look_shows_the_shapes_of_the_site() -> None:
    shape = environment().get_template("partials/level.html.jinja").module.shape  # type: ignore[attr-defined]
    text = LOOK.read_text()
    for level in Support:
        assert f'{shape(level)} <span class="level">{level.label}</span>' in text


def test_the_page_about_the_look_states_the_contrast_that_is_measured() -> None:
    rows = FIGURES.findall(LOOK.read_text())
    assert {name for name, *_ in rows} == {*ON_PAGE, *LEVELS, "--atlas-chart", "--md-default-fg-color--lighter"}
    for name, light, dark in rows:
        found = tuple(f"{measured(name, PAGE, scheme):.1f}" for scheme in ("default", "slate"))
        assert (light, dark) == found, name


def test_the_page_about_the_look_states_the_sizes_of_the_tokens() -> None:
    found = tokens("default")
    rows = re.findall(r"<code>(--(?:type|space)-\w+)</code>.*?([\d.]+rem)", LOOK.read_text())
    assert rows == [(name, found[name]) for name, _ in rows]
    assert {name for name, _ in rows} == {
        name for name in found if name.startswith(("--type", "--space")) and found[name].endswith("rem")
    }
