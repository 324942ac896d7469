"""Links to open data, which no copy holds."""

from copies.leaving import led_to_the_web

FOLDER = "technologies/django/"
LINKS = (
    '<a href="index.md">Markdown</a> <a href="../../api/v1/matrix.csv">table</a>'
    ' <a href="../flask/index.html#csrf">x</a>'
)
FOOT = (
    '<p class="page-data">This page as <a href="index.md">Markdown</a>, <a href="../../api/v1/all.json">JSON</a>.\n'
    '<a href="d">'
)


def test_without_a_public_address_a_link_to_what_is_left_out_becomes_text() -> None:
    assert led_to_the_web(LINKS, FOLDER) == LINKS.replace('<a href="index.md">Markdown</a>', "Markdown")


def test_with_one_it_leads_there() -> None:
    head = f'<link rel="canonical" href="https://example.org/atlas/{FOLDER}">'
    found = led_to_the_web(head + LINKS, FOLDER)
    assert f'<a href="https://example.org/atlas/{FOLDER}index.md">Markdown</a>' in found
    assert found.count("example.org") == 2


def test_the_foot_offers_nothing_that_is_not_there() -> None:
    assert led_to_the_web(FOOT, FOLDER) == '<p class="page-data"><a href="d">'
