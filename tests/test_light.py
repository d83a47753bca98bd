"""Light pages: what a phone has to fetch, and that nothing moves under a reader's thumb."""

import gzip

import pytest

from conftest import until

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


SKIPPED = """() => [...document.querySelectorAll('.reading .paragraph, .claim-row')]
    .filter((e) => getComputedStyle(e).contentVisibility !== 'visible').length"""
LANDED = """() => {
    const top = document.querySelector(':target').getBoundingClientRect().top;
    return top >= document.querySelector('header').getBoundingClientRect().bottom && top < innerHeight / 3;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("path", ["claims/", "texts/ibd/read/"])
def test_what_is_out_of_sight_waits_for_the_first_paint_and_no_longer(visit, path):
    """A long page is drawn soon, and then is whole: for finding, printing and jumping."""
    page = visit(f"/zh/{path}", width=390)
    until(page, "!('first' in document.documentElement.dataset)")
    assert page.evaluate(SKIPPED) == 0
    page.evaluate("document.documentElement.dataset.first = ''")  # as before the first paint
    assert page.evaluate(SKIPPED) > 20


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_a_sentence_that_is_asked_for_stands_in_sight_below_the_bar(visit, width):
    """From the address, far down a long page: nothing above it may still grow."""
    page = visit("/zh/texts/ibd/read/#ibd-65-1", width=width)
    assert "first" not in page.evaluate("({...document.documentElement.dataset})")
    assert page.evaluate(LANDED)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LANDED)
