"""Whole working sessions of reporters and editors in a real browser."""

from __future__ import annotations

import shutil

import pytest

from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from tests.browser.conftest import IN_NETWORK, PASSWORD, follow, press_button

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The desk's users, as signed in by their cookie: the form takes two more pages.
ADA, BEN, ROB = {"id": "ada"}, {"id": "ben"}, {"id": "rob"}


@pytest.fixture
def initial_desk(desk_with_users, tmp_path):
    path = shutil.copytree(desk_with_users, tmp_path / "desk") / "claims.db"
    db = open_desk(path)
    with write_transaction(db, "setup"):
        for number in range(5):
            claims.add(db, f"Waiting claim {number}", status="proposed", score=0.95)
    db.close()
    return path


def log_in(page, name):
    page.goto("/claims/-/desk")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    press_button(page, "Log in")
    page.wait_for_url("**/-/desk")
    return page


def status_message(page):
    return page.get_by_role("status").inner_text()


def test_claims_are_triaged_by_keys_and_a_decision_is_undone(page_for):
    page = log_in(page_for(), "rob")
    follow(page, page.get_by_role("link", name="Triage", exact=True))
    page.wait_for_url("**/triage")
    for key, word in (("a", "accepted"), ("r", "rejected")):
        with page.expect_navigation():
            page.keyboard.press(key)
        assert word in status_message(page)
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "Undone" in status_message(page)
    undone = page.get_by_role("heading", level=2).first.inner_text()
    with page.expect_navigation():
        page.keyboard.press("s")
    # A claim that an earlier test showed to somebody is passed over, too.
    assert "skip=" in page.url
    assert page.get_by_role("heading", level=2).first.inner_text() != undone
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("a r s")  # in a field, keys are letters
    assert "a r s" in page.locator("textarea[name=text]").input_value()
    page.locator("details.nav-menu > summary").click()
    press_button(page, "Log out")
    page.goto("/claims/-/desk")
    assert "/-/login" in page.url


@pytest.mark.parametrize("table", ["/claims/claim_overview", "/claims/claims/1"])
def test_logging_out_from_a_table_works_on_a_network_host_name(page_for, server, table):
    """Browsers then send no Sec-Fetch-Site header, and Datasette's referrer policy withholds the origin."""
    page, server = page_for(), server.replace("127.0.0.1", IN_NETWORK)
    page.goto(f"{server}/claims/-/login")
    page.get_by_label("Name").fill("rob")
    page.get_by_label("Password").fill(PASSWORD)
    press_button(page, "Log in")
    page.goto(f"{server}{table}")
    page.locator("details.nav-menu > summary").click()
    press_button(page, "Log out")
    assert "You are now logged out" in page.locator("body").inner_text()


def test_a_missed_claim_is_proposed_by_selecting_its_words(page_for):
    page = page_for(ROB)
    page.goto("/claims/-/article/1")
    page.evaluate(
        """() => {
            const text = document.getElementById("text");
            const node = [...text.childNodes].find(one => one.textContent.includes("the minister said"));
            const at = node.textContent.indexOf("the minister said");
            document.getSelection().setBaseAndExtent(node, at, node, at + "the minister said".length);
        }"""
    )
    page.wait_for_function("document.querySelector('#propose [name=quote]').value === 'the minister said'")
    # On a phone, the form is below the article: a link to it stays in sight.
    page.get_by_role("link", name="Mark these words as a claim").click()
    assert page.evaluate("document.querySelector('#missed:target') !== null")
    press_button(page, "Propose claim")
    assert "Proposed as claim" in status_message(page)
    assert page.locator("a.ct-mark", has_text="the minister said").count() == 1


def test_evidence_is_added_and_a_judgement_made_and_undone(page_for):
    page = page_for(ADA)
    page.goto("/claims/-/claim/2")
    page.get_by_text("Add evidence").click()
    page.get_by_label("Source", exact=True).fill("https://records.example/2023")
    page.get_by_label("Stance").select_option("supports")
    press_button(page, "Add source")
    assert page.get_by_role("link", name="https://records.example/2023").is_visible()
    follow(page, page.get_by_role("link", name="Duplicates"))
    page.wait_for_url("**/duplicates")
    assert page.locator(".ct-pair mark.ct-fact").all_inner_texts() == ["5 million", "not", "50 million"]
    with page.expect_navigation():
        page.keyboard.press("n")
    assert "judged different" in status_message(page)
    assert page.get_by_text("No pairs are waiting").is_visible()
    press_button(page, "Undo")
    page.goto("/claims/-/duplicates")
    assert page.locator(".ct-pair mark.ct-fact").count() == 3


def test_publishing_a_verdict_takes_two_people(page_for):
    ada, ben = page_for(ADA), log_in(page_for(java_script_enabled=False), "ben")
    ada.goto("/claims/-/claim/1")
    ada.get_by_text("Draft a review").click()
    ada.get_by_label("Rating").select_option(label="False")
    ada.get_by_label("Headline").fill("It did not grow")
    press_button(ada, "Save draft")
    press_button(ada, "Submit review 1")
    assert ada.get_by_text("Another person must approve it.", exact=True).is_visible()
    ben.goto("/claims/-/claim/1")
    press_button(ben, "Approve review 1")
    ben.locator("#publish-1-url").fill("https://desk.example/1")
    ben.locator("#publish-1-reviewed_on").fill("2099-07-01")
    press_button(ben, "Publish")
    assert "2099-07-01 is in the future" in ben.get_by_role("alert").inner_text()
    ben.locator("#publish-1-reviewed_on").fill("2024-05-01")
    press_button(ben, "Publish")
    assert "Published." in status_message(ben)
    follow(ben, ben.get_by_role("link", name="Published").first)
    assert ben.get_by_role("heading", name="It did not grow").is_visible()


def test_the_second_of_two_editors_of_a_claim_loses_nothing(page_for):
    ada, ben = page_for(ADA), page_for(BEN)
    for page in (ada, ben):
        page.goto("/claims/-/claim/1")
        page.get_by_text("Edit the claim").click()
    ada.get_by_label("Claim", exact=True).fill("Ada's words")
    press_button(ada, "Save edit")
    ben.get_by_label("Claim", exact=True).fill("Ben's words")
    press_button(ben, "Save edit")
    assert "ada changed the text" in ben.get_by_role("alert").inner_text()
    assert ben.get_by_label("Claim", exact=True).input_value() == "Ben's words"
    press_button(ben, "Save edit")
    assert ben.get_by_role("heading", level=1).inner_text() == "Ben's words"


def test_a_claim_is_taken_by_one_click_on_a_phone_and_its_review_sent_back_and_published(page_for):
    reporter = page_for(ROB, viewport={"width": 390, "height": 800})
    reporter.goto("/claims/-/claim/1")
    press_button(reporter, "Assign to me")
    assert status_message(reporter) == "Assigned to rob.\n\nUndo"
    assert reporter.get_by_role("button", name="Assign to me").count() == 0
    reporter.get_by_text("Draft a review").click()
    reporter.get_by_label("Headline").fill("It did not")
    reporter.get_by_label("Rating").select_option(label="False")
    press_button(reporter, "Save draft")
    press_button(reporter, "Submit review 1")

    editor = page_for(ADA)
    editor.goto("/claims/-/desk")
    follow(editor, editor.get_by_role("link", name="It did not"))
    editor.get_by_text("Send back").first.click()
    editor.get_by_label("What is to be changed").fill("Name the table")
    press_button(editor, "Send back")

    reporter.goto("/claims/-/desk")
    row = reporter.get_by_role("listitem").filter(has_text="sent back by ada")
    follow(reporter, row.get_by_role("link", name="It did not"))
    assert reporter.get_by_text("Review 1 sent back: Name the table").first.is_visible()
    press_button(reporter, "Submit review 1")
    editor.goto("/claims/-/desk")
    follow(editor, editor.get_by_role("link", name="It did not"))
    press_button(editor, "Approve review 1")
    editor.get_by_label("Web address of the published review").first.fill("https://desk.example/1")
    press_button(editor, "Publish")  # the day is filled in
    assert status_message(editor).startswith("Published.")
