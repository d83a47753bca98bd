"""The whole visit by keyboard alone: no mouse, no touch, no script that presses for the reader."""

import pytest

from conftest import until

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"


def tab_to(page, selector, most=120):
    """Press Tab until the focus is on ``selector``."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"selector => {FOCUSED}.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by Tab")


def test_a_visit_by_keyboard_alone(visit):
    """Skip, search, filter, pick columns, print, open a verdict, read in the other language."""
    page = visit("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.className") == "md-skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('main') !== null")

    page.reload()
    tab_to(page, ".search input")
    page.keyboard.type("homing")
    page.locator("[data-search-results] a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/homing/")

    tab_to(page, ".site-nav a[href$='glossary/'], .site-nav a[href='../']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/glossary/")
    tab_to(page, "input[name=find]")
    page.keyboard.type("msc")
    until(
        page,
        "[...document.querySelectorAll('.entry')].some((e) => e.hidden)"
        " && !document.querySelector('#mesenchymal-stromal-cell').hidden",
    )


def test_columns_are_picked_and_printed_by_keyboard(visit):
    """Space leaves an option out; Enter on the button opens the printing of what is left."""
    page = visit("/en/compare/ibd-options/")
    page.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    heads = page.locator("table.compare thead th:visible")
    before = heads.count()
    tab_to(page, "input[name=options][value=hsct]")
    page.keyboard.press("Space")
    assert heads.count() == before - 1
    tab_to(page, "button.print")
    page.keyboard.press("Enter")
    assert page.evaluate("globalThis.printed") is True


def test_a_verdict_is_opened_left_and_followed_by_keyboard(visit):
    """Enter opens it and goes in; Esc gives the focus back; its link leads to the claim."""
    page = visit("/en/texts/ibd/read/")
    tab_to(page, "#main a.flag")
    flag = page.evaluate_handle(FOCUSED)
    page.keyboard.press("Enter")
    page.locator(".verdict:popover-open").wait_for()
    assert page.evaluate(f"{FOCUSED}.closest('.verdict') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate(f"flag => flag === {FOCUSED}", flag)
    page.keyboard.press("Enter")
    tab_to(page, ".verdict a[href*='claims/']", most=5)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/claims/ibd/*/")
    tab_to(page, ".language-switch")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/claims/ibd/*/")
