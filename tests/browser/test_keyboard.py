"""The desk by keyboard alone: Tab comes to everything, Enter and letters do it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PASSWORD
from tests.browser.test_journeys import first, said, signed_in  # noqa: F401  (first is a fixture)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_IS_AT = """([selector, text]) => document.activeElement.matches(selector)
    && (document.activeElement.innerText ?? '').trim().startsWith(text)"""


def tab_to(page, selector, text=""):
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(_IS_AT, [selector, text]):
            return
    raise AssertionError(f"Tab never comes to {selector} {text}")


def press(page, selector, text):
    """Come to a control and press it; the page that follows is there when this returns."""
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


def test_log_in_and_out(page_for):
    page = log_in(page_for(), "ada")
    assert page.get_by_role("heading", name="What needs doing").is_visible()
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    press(page, "button", "Log out")
    page.goto("/claims/-/desk")
    assert page.get_by_label("Password").is_visible()


def test_evidence_is_attached(page_for):
    page = signed_in(page_for(), "ada")
    page.goto("/claims/-/claim/2")
    tab_to(page, "summary", "Add evidence")
    page.keyboard.press("Enter")
    type_in(page, "#link-url", "https://records.example/2023")
    tab_to(page, "select[name=stance]")
    page.keyboard.type("Supp")
    press(page, "button", "Add source")
    assert page.get_by_role("link", name="https://records.example/2023").is_visible()


def test_a_pair_is_judged_and_the_judgement_undone(page_for):
    page = signed_in(page_for(), "ada")
    page.goto("/claims/-/duplicates")
    press(page, "button", "Different")
    assert "judged different" in said(page)
    press(page, "button", "Undo")
    page.goto("/claims/-/duplicates")
    assert page.locator(".ct-pair mark.ct-fact").count() == 3


def test_a_missed_claim_is_filed(page_for):
    """What selecting words does with a mouse, this form does without one."""
    page = signed_in(page_for(), "ada")
    page.goto("/claims/-/desk")
    press(page, "a", "File a claim")
    type_in(page, "textarea[name=text]", "Rents fell by 3 percent")
    press(page, "button", "")
    assert page.get_by_text("Rents fell by 3 percent").first.is_visible()


def test_a_verdict_is_drafted_approved_by_another_and_published(page_for):
    ada, ben = signed_in(page_for(), "ada"), signed_in(page_for(), "ben")
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
    assert "Published." in said(ben)


def test_the_key_that_opens_the_words_for_an_edit_puts_the_cursor_behind_them(page_for):
    page = signed_in(page_for(), "ada")
    page.goto("/claims/-/triage")
    words = page.locator("#triage-text").input_value()
    page.keyboard.press("e")
    page.keyboard.type("!")
    assert page.locator("#triage-text").input_value() == f"{words}!"
