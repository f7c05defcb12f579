"""Claims are marked in a list and changed together, in a real browser."""

from __future__ import annotations

import pytest

from tests.browser.conftest import follow, press_button
from tests.plugin.conftest import REPORTER

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOG = "/claims/claim_overview"


def marked_count(page):
    return page.locator('input[form="ct-mark"]:checked').count()


def test_boxes_can_be_ticked_singly_as_a_range_or_all_and_without_boxes_there_is_no_button(page_for):
    page = page_for(REPORTER)
    page.goto(LOG)
    boxes = page.locator('input[form="ct-mark"]')
    boxes.nth(0).check()
    boxes.nth(3).click(modifiers=["Shift"])
    assert marked_count(page) == 4
    assert page.evaluate("document.getElementById('ct-mark-all').indeterminate")
    page.get_by_label("Mark all on this page").check()
    assert marked_count(page) == boxes.count() > 4
    page.get_by_label("Mark all on this page").uncheck()
    assert marked_count(page) == 0
    assert page.get_by_role("button", name="Change marked claims").is_visible()
    for empty in (f"{LOG}?status=parked", f"{LOG}?_col=text"):
        page.goto(empty)
        assert not page.get_by_role("button", name="Change marked claims").is_visible(), empty


def test_marked_claims_are_changed_by_keyboard_and_the_change_undone(page_for):
    page = page_for(REPORTER)
    page.goto(f"{LOG}?_sort=id")
    for number in (1, 2):
        page.get_by_label(f"Mark claim {number}", exact=True).focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Change marked claims").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_label("Add a tag").focus()
    page.keyboard.type("ferries")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "2 claims: tagged ferries." in page.get_by_role("status").inner_text()
    press_button(page, "Undo")
    assert "Undone" in page.get_by_role("status").inner_text()


def test_all_claims_of_an_article_get_a_note_at_once(page_for):
    page = page_for(REPORTER)
    page.goto("/claims/-/article/1")
    page.get_by_label("Mark all on this page").check()
    count = marked_count(page)
    assert count > 1
    press_button(page, "Change marked claims")
    page.get_by_label("Add a note").fill("Rang them.")
    press_button(page, "Change marked claims")
    assert f"{count} claims: noted." in page.get_by_role("status").inner_text()
    follow(page, page.get_by_role("link", name="Back to the list"))
    assert page.url.endswith("/claims/-/article/1")


def test_marked_claims_are_changed_without_javascript(page_for):
    page = page_for(REPORTER, java_script_enabled=False)
    page.goto(LOG)
    assert not page.get_by_label("Mark all on this page").is_visible()
    page.get_by_label("Mark claim 4", exact=True).check()
    press_button(page, "Change marked claims")
    page.get_by_label("Status").select_option("rejected")
    press_button(page, "Change marked claims")
    assert "1 claim: status rejected." in page.get_by_role("status").inner_text()
    follow(page, page.get_by_role("link", name="Back to the list"))
    assert page.url.endswith(LOG)
