"""WCAG 2.2 A and AA, as far as axe-core can tell."""

from pathlib import Path

from playwright.sync_api import Page

from browser.actions import settle

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
LAID_OUT = ".md-typeset .table-region { content-visibility: visible; }"
"""What is not laid out yet has a guessed size, and axe takes what stands there for the background."""

RUN = """
    async within => (await axe.run(within, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"],
    }))
        .violations
        .map(found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).slice(0, 5).join(" | ")}`)
"""


def violations(tab: Page, within: str = "html") -> list[str]:
    """What a page does wrong, and where."""
    if not tab.evaluate("'axe' in window"):
        tab.add_script_tag(path=AXE)
    tab.add_style_tag(content=LAID_OUT)
    settle(tab)
    found = tab.evaluate(RUN, within)
    assert isinstance(found, list)
    return found
