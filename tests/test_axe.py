"""axe-core finds nothing: every kind of page, and every state that a page can be put into.

The axe is the one that axe-playwright-python carries (4.12): a wheel from the same index as all
else, locked by its hash, so that the tests need no second package manager.
"""

import importlib.resources
from itertools import cycle

import pytest

from kinds import KINDS

pytestmark = pytest.mark.browser

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
# Of a long list of like rows the first few are looked at; preloading would fetch the style sheets.
RUN = """(part) => axe.run(
    { include: [[part]],
      exclude: [".entry:nth-child(n+4)", ".references > li:nth-child(n+8)",
                ".claim-rows > li:nth-child(n+6)", ".compare tbody tr:nth-child(n+4)",
                ".option-cards > .card:nth-child(n+3)"].map((rows) => [rows]) },
    { resultTypes: ["violations"], preload: false },
).then((report) => report.violations.flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`)))"""
# Two visits a kind and two kinds in turn: every pair of language, scheme and width occurs.
VISITS = [
    [("zh", "light", 390), ("en", "dark", 1280)],
    [("zh", "dark", 1280), ("en", "light", 390)],
    [("zh", "light", 1280), ("en", "dark", 390)],
    [("zh", "dark", 390), ("en", "light", 1280)],
]


@pytest.fixture(scope="module")
def sheets(chromium):
    """Two pages for all visits, looked at side by side; without motion, which changes colours."""
    contexts = [chromium.new_context(reduced_motion="reduce", has_touch=True) for _ in range(2)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def findings(site, sheets, visits, path, *, state=None, part="html"):
    """What axe says of each visit to ``path``, once it is in ``state``."""
    for page, (language, scheme, width) in zip(sheets, visits, strict=True):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{site.address}/{language}/{path}")
        if state:
            state(page)
        page.evaluate(AXE)
        page.evaluate(f"part => {{ globalThis.report = ({RUN})(part); }}", part)
    reports = [page.evaluate("globalThis.report") for page in sheets]
    return [
        (*visit, line) for visit, report in zip(visits, reports, strict=True) for line in report
    ]


@pytest.mark.parametrize(
    ("kind", "visits"), list(zip(KINDS, cycle(VISITS), strict=False)), ids=list(KINDS)
)
def test_axe_finds_nothing_on_a_kind_of_page(site, sheets, kind, visits):
    """Both languages, light and dark, phone and desk; everything closed."""
    assert findings(site, sheets, visits, KINDS[kind]) == []


def search_open(page):
    if page.locator(".search-open").is_visible():
        page.locator(".search-open").click()
    page.locator(".search input").fill("59")
    page.locator("[data-search-results] a").first.wait_for()


def search_empty_handed(page):
    if page.locator(".search-open").is_visible():
        page.locator(".search-open").click()
    page.locator(".search input").fill("qqqqqq")
    page.locator(".search-panel p").first.wait_for()


def verdict_open(page):
    page.locator("#ibd-18-2 .flag").first.click()
    page.locator(".verdict:popover-open").wait_for()


def term_open(page):
    page.locator("main a.term").first.focus()
    page.locator(".term-tip:popover-open").wait_for()


def note_open(page):
    page.locator("a.note:visible").first.click()
    page.locator(".note-tip:popover-open").wait_for()


def options_picked(page):
    page.locator(".filters summary").click()
    page.locator("input[name=rows]").first.uncheck()
    page.locator("input[name=options]").first.uncheck()


def nothing_left(page):
    page.locator("select[name=finding]").select_option("superseded")
    page.locator("select[name=kind]").select_option("person")
    page.locator(".no-match").wait_for()


def glossary_filtered(page):
    page.locator("select[name=order]").select_option("category")
    page.locator("input[name=find]").fill("msc")
    page.locator("#mesenchymal-stromal-cell:visible").wait_for()


def one_language(page):
    page.locator(".modes [data-mode=en]").click()


STATES = [
    (search_open, "about", ".site-header", VISITS[0]),
    (search_open, "card", ".site-header", VISITS[1]),
    (search_empty_handed, "card", ".site-header", VISITS[2]),
    (verdict_open, "reading", ".verdict:popover-open", VISITS[0]),
    (term_open, "reading", ".term-tip", VISITS[3]),
    (note_open, "comparison", ".note-tip", VISITS[2]),
    (options_picked, "comparison", ".comparison", VISITS[3]),
    (nothing_left, "ledger", ".ledger", VISITS[1]),
    (glossary_filtered, "glossary", ".glossary", VISITS[3]),
    (one_language, "reading", ".reading > :nth-child(-n+12)", VISITS[2]),
]


@pytest.mark.parametrize("case", STATES, ids=lambda case: f"{case[0].__name__}-{case[1]}")
def test_axe_finds_nothing_in_a_state(site, sheets, case):
    """What opens or changes, in two of the eight ways to see a page; the rest was seen closed."""
    state, kind, part, visits = case
    assert findings(site, sheets, visits, KINDS[kind], state=state, part=part) == []
