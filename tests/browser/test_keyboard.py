"""The desk by keyboard alone: Tab reaches everything, Enter and letters operate it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PASSWORD
from tests.browser.test_journeys import ADA, BEN, initial_desk, status_message  # noqa: F401  (initial_desk is a fixture)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_IS_FOCUSED = """([selector, text]) => document.activeElement.matches(selector)
    && (document.activeElement.innerText ?? '').trim().startsWith(text)"""


def tab_to(page, selector, text=""):
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(_IS_FOCUSED, [selector, text]):
            return
    raise AssertionError(f"Tab never comes to {selector} {text}")


def press(page, selector, text):
    """Tab to a control, press it and wait for the page that follows."""
    tab_to(page, selector, text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_in(page, selector, words):
    tab_to(page, selector)
    page.keyboard.type(words)


def log_in(page, name):
    page.goto("/claims/-/desk")
    type_in(page, "input[name=name], input[name=username]", name)
    type_in(page, "input[type=password]", PASSWORD)
    press(page, "button", "Log in")
    return page


def test_logging_in_and_out_by_keyboard(page_for):
    page = log_in(page_for(), "ada")
    assert page.get_by_role("heading", name="What needs doing").is_visible()
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    press(page, "button", "Log out")
    page.goto("/claims/-/desk")
    assert page.get_by_label("Password").is_visible()


def test_evidence_and_a_note_are_added_by_keyboard(page_for):
    page = page_for(ADA)
    page.goto("/claims/-/claim/2")
    tab_to(page, "summary", "Add evidence")
    page.keyboard.press("Enter")
    type_in(page, "#link-url", "https://records.example/2023")
    tab_to(page, "select[name=stance]")
    page.keyboard.type("Supp")
    press(page, "button", "Add source")
    assert page.get_by_role("link", name="https://records.example/2023").is_visible()
    type_in(page, "#notes textarea", "By keyboard")
    press(page, "button", "")
    assert page.get_by_role("status").is_visible()
    assert page.get_by_text("By keyboard").first.is_visible()


def test_a_judgement_is_made_and_undone_by_keyboard(page_for):
    page = page_for(ADA)
    page.goto("/claims/-/duplicates")
    press(page, "button", "Different")
    assert "judged different" in status_message(page)
    press(page, "button", "Undo")
    page.goto("/claims/-/duplicates")
    assert page.locator(".ct-pair mark.ct-fact").count() == 3


def test_a_missed_claim_is_filed_by_keyboard(page_for):
    """This form replaces selecting words in an article with a mouse."""
    page = page_for(ADA)
    page.goto("/claims/-/desk")
    press(page, "a", "File a claim")
    type_in(page, "textarea[name=text]", "Rents fell by 3 percent")
    press(page, "button", "")
    assert page.get_by_text("Rents fell by 3 percent").first.is_visible()


def test_a_verdict_is_drafted_approved_and_published_by_keyboard(page_for):
    ada, ben = page_for(ADA), page_for(BEN)
    ada.goto("/claims/-/claim/1")
    tab_to(ada, "summary", "Draft a review")
    ada.keyboard.press("Enter")
    tab_to(ada, "select[name=rating_id]")
    ada.keyboard.type("False")
    type_in(ada, "input[name=headline]", "It did not grow")
    press(ada, "button", "Save draft")
    press(ada, "button", "Submit")
    ben.goto("/claims/-/claim/1")
    press(ben, "button", "Approve")
    type_in(ben, "#publish-1-url", "https://desk.example/1")
    type_in(ben, "#publish-1-reviewed_on", "05012024")
    press(ben, "button", "Publish")
    assert "Published." in status_message(ben)


def test_the_edit_key_places_the_cursor_after_the_text(page_for):
    page = page_for(ADA)
    page.goto("/claims/-/triage")
    words = page.locator("#triage-text").input_value()
    page.keyboard.press("e")
    page.keyboard.type("!")
    assert page.locator("#triage-text").input_value() == f"{words}!"


def test_what_changed_opens_by_keyboard_and_tells_readers_elsewhere_their_own_time(page_for):
    page = page_for(ADA, timezone_id="Pacific/Kiritimati")
    page.goto("/claims/-/changes")
    tab_to(page, "summary", "added")
    page.keyboard.press("Enter")
    opened = page.locator("details[open] li").first
    assert opened.locator(".ct-change").is_visible()
    assert "where you are)" in opened.inner_text()
    tab_to(page, "details[open] li a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_wrong_value_in_a_form_that_only_asks_for_a_page_can_be_left_or_corrected_at_once(page_for):
    page = page_for(ADA)
    page.goto("/claims/-/changes?since=24.11.2026")
    assert page.locator("#changes-since-wrong").is_visible()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("yesterday")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".ct-change").count()
