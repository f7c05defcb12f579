"""In a real browser: spellings of a tag are joined, and claims are reassigned."""

from __future__ import annotations

import pytest

from tests.browser.conftest import press_button
from tests.plugin.conftest import EDITOR

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_marked_tags_are_joined_and_the_join_undone(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/claim/2")
    page.get_by_label("Add a tag").fill("Economics, all of it")
    press_button(page, "Save")
    page.goto("/claims/-/tags?q=econom")
    for tag in ("economy", "Economics, all of it"):
        page.get_by_label(f"Mark {tag}", exact=True).check()
    page.get_by_label("New name for those marked").fill("Economy")
    press_button(page, "Rename marked tags")
    assert "now Economy, on 2 claims" in page.get_by_role("status").inner_text()
    assert page.locator("tbody th").all_inner_texts() == ["Economy"]
    press_button(page, "Undo")
    assert page.locator("tbody th").all_inner_texts() == ["Economics, all of it", "economy"]


def test_a_former_name_of_a_tag_is_forgotten_and_restored(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/tags")
    page.get_by_label("Mark economy", exact=True).check()
    page.get_by_label("New name for those marked").fill("markets")
    press_button(page, "Rename marked tags")
    assert page.get_by_label("Former names of markets").get_by_text("economy").is_visible()
    press_button(page, "Forget the former name economy")
    assert "economy: no longer a former name of markets." in page.get_by_role("status").inner_text()
    assert page.get_by_role("columnheader", name="Former names").count() == 0
    press_button(page, "Undo")
    assert page.get_by_label("Former names of markets").get_by_text("economy").is_visible()


def test_somebodys_claims_are_reassigned(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/claim/3")
    page.get_by_label("Assigned to").fill("Ben")
    press_button(page, "Save")
    page.goto("/claims/-/desk")
    page.get_by_text("Reassign somebody’s claims").click()
    page.get_by_label("Claims not done yet, or to look at again, of").select_option("Ben")
    page.get_by_label("Assign to").fill("Zoe")
    press_button(page, "Reassign")
    assert "1 claim of Ben: assigned to Zoe." in page.get_by_role("status").inner_text()
