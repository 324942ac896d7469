"""The pictures that are shown where somebody shares a page: one for the site, and one a technology.

Drawn without a network, in the typeface and the colours of the site. They are used only where the address of the site
is known, because previews need whole addresses.
"""

import io
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from backend_atlas import links
from backend_atlas.exports.late import Each
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.views.facts import kind_label

SIZE = (1200, 630)
"""Pixels: what previews are cut to."""
MARGIN = 80
PAPER, INK, QUIET, SEA, NEEDLE = "#fdfbf5", "#14232b", "#47565e", "#12384a", "#e8a33d"
"""The colours of the light scheme, and those of `docs/assets/favicon.svg`."""
FONT = Path(__file__).parents[3] / "docs/assets/fonts/atkinson-hyperlegible-next.woff2"


class Words(NamedTuple):
    """What a picture says."""

    title: str
    kind: str
    line: str


class Pictures(Each[bytes]):
    """Address to PNG, drawn when it is asked for: that takes long. `memory` spares drawing again."""

    def __init__(self, words: Mapping[str, Words], memory: Memory) -> None:
        super().__init__(
            {at: partial(memory, ("picture", at), said, partial(_drawn, *said)) for at, said in words.items()}
        )
        self.words = words
        """By the address of the picture."""


def social(catalogue: Catalogue, memory: Memory | None = None) -> Pictures:
    """One for the site, and one a technology."""
    technologies, features = catalogue.technologies.values(), len(catalogue.features)
    counted = f"{len(technologies)} technologies, {features} questions"
    line = f"{features} questions, each answer with its source"
    own = {links.picture(item.id): Words(item.name, kind_label(item), line) for item in technologies}
    whole = Words("Backend technologies", "Facts, each with its source", counted)
    return Pictures({links.picture("atlas"): whole, **own}, memory or Memory())


def images(catalogue: Catalogue) -> dict[str, str]:
    """The address of the picture of each page; that of the home page stands for all that have none."""
    own = {links.technology(id): links.picture(id) for id in catalogue.technologies}
    return {links.HOME: links.picture("atlas"), **own}


def _drawn(title: str, kind: str, line: str) -> bytes:
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    image.paste(_compass(72), (MARGIN, MARGIN))
    pen.text((MARGIN + 96, MARGIN + 34), "Backend Atlas", SEA, _font(44, bold=True), anchor="lm")
    pen.text((MARGIN, 296), kind, QUIET, _font(44), anchor="ls")
    pen.text((MARGIN, 420), title, INK, _fitting(pen, title), anchor="ls")
    pen.text((MARGIN, 520), line, QUIET, _font(40), anchor="ls")
    pen.rectangle((0, SIZE[1] - 24, *SIZE), fill=SEA)
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _compass(size: int) -> Image.Image:
    """The sign of the site: `docs/assets/favicon.svg`, whose box has 32 units. Drawn larger first, for smooth edges."""
    unit = size / 8
    image = Image.new("RGB", (4 * size, 4 * size), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, 4 * size - 1, 4 * size - 1), 7 * unit, fill=SEA)
    pen.ellipse((5.5 * unit, 5.5 * unit, 26.5 * unit, 26.5 * unit), outline=PAPER, width=int(2 * unit))
    needle = ((20.8, 11.2), (17.6, 17.6), (11.2, 20.8), (14.4, 14.4))
    pen.polygon([(x * unit, y * unit) for x, y in needle], fill=NEEDLE)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _fitting(pen: ImageDraw.ImageDraw, text: str) -> ImageFont.FreeTypeFont:
    """The largest size in which the text stands in one line."""
    room = SIZE[0] - 2 * MARGIN
    fonts = (_font(size, bold=True) for size in range(120, 20, -4))
    return next((font for font in fonts if pen.textlength(text, font=font) <= room), _font(20, bold=True))


def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    found = ImageFont.truetype(FONT, size)
    found.set_variation_by_axes([700 if bold else 400])
    return found
