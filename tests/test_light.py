"""Light pages: what a phone has to fetch, and that nothing moves under a reader's thumb."""

import gzip

import pytest

LARGEST = 60_000  # bytes of a page after gzip
SHIFTS = """() => new Promise((done) => {
    let total = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) total += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => done(total)));
})"""


def test_no_page_is_heavier_than_a_phone_should_load(site):
    """Sixty kilobytes, compressed as a host sends them."""
    sizes = {
        page: len(gzip.compress((site.folder / page).read_bytes(), 9)) for page in site.pages()
    }
    assert {str(page): size for page, size in sizes.items() if size > LARGEST} == {}


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["glossary/", "claims/", "compare/ibd-options/", "texts/nk/read/"])
def test_nothing_moves_while_a_page_loads(visit, path, width):
    """What scripts show later has its place from the first paint."""
    page = visit(f"/zh/{path}", width=width)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) == 0
