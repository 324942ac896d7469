"""Reads the tokens of the style sheets: sizes, and colours in both schemes with their contrast."""

import re

from project import ROOT

SHEETS = ROOT / "docs/assets/stylesheets"
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")
Colour = tuple[float, float, float]


def tokens(scheme: str) -> dict[str, str]:
    """The custom properties of a scheme, `default` or `slate`; later rules win."""
    text = re.sub(r"/\*.*?\*/", "", (SHEETS / "tokens.css").read_text(), flags=re.DOTALL)
    found: dict[str, str] = {}
    for selector, body in RULE.findall(text.replace("@media screen {", "")):
        if ":root" in selector or f'"{scheme}"' in selector:
            found.update(DECLARATION.findall(body))
    return found


def colour(name: str, found: dict[str, str], below: Colour = (1, 1, 1)) -> Colour:
    """Red, green and blue from 0 to 1. What is transparent is laid over `below`."""
    value = found[name]
    if reference := re.fullmatch(r"var\((--[\w-]+)\)", value):
        return colour(reference[1], found, below)
    digits = re.fullmatch(r"#([0-9a-f]{6})([0-9a-f]{2})?", value)
    assert digits, f"{name} is {value}, not a colour in six or eight digits"
    alpha = int(digits[2] or "ff", 16) / 255
    red, green, blue = (int(digits[1][i : i + 2], 16) / 255 for i in (0, 2, 4))
    return (
        alpha * red + (1 - alpha) * below[0],
        alpha * green + (1 - alpha) * below[1],
        alpha * blue + (1 - alpha) * below[2],
    )


def luminance(of: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
