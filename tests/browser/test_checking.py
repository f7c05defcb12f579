"""In a browser: a draft is checked by keyboard alone, without scripts and on a phone, without serious accessibility violations."""

from __future__ import annotations

import pytest

from tests.plugin.conftest import VIEWER

from .conftest import follow, press_button
from .test_accessibility import OF_DATASETTE, RUN_AXE, SCHEMES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAFT = (
    "Trade grew by 40%. Trade did not grow by 90%.\n\nExports rose by 5 million in Spain.\n\nارتفعت الأسعار"
)


def test_a_draft_is_checked_without_scripts_and_links_to_claims(page_for):
    page = page_for(VIEWER, viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page.goto("/claims/-/search")
    follow(page, page.get_by_role("main").get_by_role("link", name="Check a draft"))
    page.get_by_label("Draft", exact=True).fill(DRAFT)
    press_button(page, "Check draft")
    assert page.get_by_role("status").inner_text().startswith("In the draft: ")
    assert page.get_by_label("Draft", exact=True).input_value() == DRAFT
    follow(page, page.get_by_role("link", name="Exports rose by 5 million in Spain", exact=True))
    assert page.get_by_role("heading", name="Exports rose by 5 million in Spain").is_visible()


def test_a_draft_is_checked_by_keyboard_alone(page_for):
    page = page_for(VIEWER)
    page.goto("/claims/-/desk")
    follow(page, page.get_by_role("link", name="Check a draft"))
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "text":
            break
    page.keyboard.type("Trade grew by 40%.")
    for _ in range(2):  # past the file field
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Trade grew by 40%", exact=True).is_visible()


def test_results_and_refusals_of_a_draft_check_have_no_serious_violations(page_for, axe):
    page = page_for(VIEWER, viewport={"width": 390, "height": 800})
    for draft, shown in (
        (DRAFT, "In the draft: "),
        ("x" * 3_000, "No sentence"),
        ("", "The draft is missing"),
    ):
        page.goto("/claims/-/check")
        page.get_by_label("Draft", exact=True).fill(draft)
        press_button(page, "Check draft")
        assert shown in page.content()
        page.evaluate(axe)
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(RUN_AXE, [OF_DATASETTE, options]) == [], (shown, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
