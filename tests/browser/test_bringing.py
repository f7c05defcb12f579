"""In a browser: an article is brought in as text and as a file, and a further appearance and a correction request are recorded."""

from __future__ import annotations

import pytest

from tests.plugin.conftest import EDITOR, REPORTER

from .conftest import follow, press_button
from .test_accessibility import OF_DATASETTE, RUN_AXE, SCHEMES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUAY = "Fares to the islands rose by 9 percent in 2024, the harbour master Ida Voss said.\n\n“We carried 31,000 people in May,” Voss told the council."


def test_an_article_is_pasted_previewed_brought_in_and_triaged(page_for):
    page = page_for(REPORTER)
    page.goto("/claims/-/desk")
    follow(page, page.get_by_role("link", name="Bring in an article"))
    page.get_by_label("Text", exact=True).fill(QUAY)
    page.get_by_label("Outlet").fill("The Quay")
    press_button(page, "Preview")
    assert page.get_by_text(
        "2 new, 0 repeating a claim of the desk, 0 known. This is a preview: nothing was written."
    ).is_visible()
    assert page.get_by_label("Text", exact=True).input_value() == QUAY
    assert page.get_by_label("Outlet").input_value() == "The Quay"
    press_button(page, "Bring in these claims")
    assert page.get_by_role("status").inner_text().startswith("2 new")
    assert page.locator("mark, a.ct-mark").filter(has_text="We carried 31,000 people").is_visible()
    follow(page, page.get_by_role("link", name="Triage 2 proposed"))
    for _ in range(2):
        follow(page, page.get_by_role("button", name="Accept"))
    assert page.get_by_text("No claims from it are waiting for triage.").is_visible()


def test_the_preview_and_refusal_of_an_article_have_no_serious_violations(page_for, axe):
    page = page_for(EDITOR, viewport={"width": 400, "height": 800})
    page.goto("/claims/-/bring")
    page.get_by_label("Text", exact=True).fill(QUAY)
    for day, shown in (("2025-03-05", "What would be filed"), ("2999-01-01", "is in the future")):
        page.get_by_label("Published on").fill(day)
        press_button(page, "Preview")
        assert shown in page.content()
        page.evaluate(axe)
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(RUN_AXE, [OF_DATASETTE, options]) == [], (shown, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_file_must_be_chosen_again_after_an_error(page_for, tmp_path):
    talk = tmp_path / "talk.vtt"
    talk.write_text("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ida Voss>We carried 31,000 people in May.\n")
    page = page_for(REPORTER)
    page.goto("/claims/-/bring")
    page.get_by_label("Or a file").set_input_files(talk)
    page.get_by_label("Title").fill("A talk")
    page.get_by_label("Published on").fill("2999-01-01")
    press_button(page, "Bring in")
    assert "is in the future" in page.get_by_role("alert").inner_text()
    assert page.get_by_text("Choose talk.vtt again").is_visible()
    assert page.get_by_label("Title").input_value() == "A talk"
    page.get_by_label("Or a file").set_input_files(talk)
    page.get_by_label("Published on").fill("2025-03-05")
    talk.rename(tmp_path / "moved.vtt")
    page.get_by_role("button", name="Bring in", exact=True).click()
    page.get_by_text("“talk.vtt” cannot be read").wait_for()
    page.get_by_label("Or a file").set_input_files(tmp_path / "moved.vtt")
    press_button(page, "Bring in")
    assert page.get_by_role("heading", name="A talk").is_visible()


def test_another_appearance_and_a_correction_request_are_recorded(page_for):
    page = page_for(EDITOR, viewport={"width": 390, "height": 800})
    page.goto("/claims/-/claim/1")
    page.get_by_text("Record another time it was said").click()
    page.get_by_label("Where", exact=True).fill("Radio Quay, 8:10")
    page.get_by_label("Words", exact=True).fill("Trade is up by 40%")
    press_button(page, "Record")
    assert page.get_by_role("link", name="Radio Quay, 8:10").is_visible()
    page.get_by_text("Record a request for comment or correction").click()
    page.get_by_label("Whom you asked").fill("The Gazette")
    page.get_by_label("What you asked for").fill("Mend the figure")
    press_button(page, "Record request")
    page.get_by_text("Record the outcome").click()
    page.get_by_label("Outcome").select_option("corrected")
    press_button(page, "Save outcome")
    assert page.get_by_text("The Gazette").first.is_visible()
    assert page.locator("#interventions").get_by_text("corrected", exact=True).first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
