"""A person at the claim page, in a real browser."""

from __future__ import annotations

import re
import time

import pytest

from tests.browser.conftest import follow, press_button
from tests.plugin.conftest import EDITOR, REPORTER

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CLAIM = "/claims/-/claim/1"


def test_a_note_and_a_status_are_saved_and_the_status_undone(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Rang <them> twice")
    press_button(page, "Add note")
    assert page.get_by_text("Rang <them> twice").first.is_visible()
    page.get_by_label("Status").select_option("checking")
    press_button(page, "Save")
    assert "open → checking" in page.get_by_role("status").inner_text()
    press_button(page, "Undo")
    assert page.get_by_role("status").inner_text() == "Undone."
    assert page.get_by_label("Status").input_value() == "open"


def test_a_form_that_is_clicked_twice_is_sent_once_and_again_from_a_page_that_was_left(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    sent = []

    def slowly(route):
        sent.append(route.request.url)
        time.sleep(0.5)
        route.continue_()

    page.route("**/note", slowly)
    page.get_by_label("New note").fill("Rang them twice")
    with page.expect_navigation():
        page.get_by_role("button", name="Add note").evaluate(
            "button => { button.click(); setTimeout(() => button.click(), 200); }"
        )
    assert len(sent) == 1
    page.go_back()
    page.get_by_label("New note").fill("And once more")
    press_button(page, "Add note")
    assert len(sent) == 2


@pytest.mark.parametrize("width", [400, 1280])
def test_what_was_done_and_undo_are_in_the_window_also_where_a_deed_leads_to_a_part_of_the_page(
    page_for, width
):
    page = page_for(REPORTER, viewport={"width": width, "height": 500})
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Rang them")
    press_button(page, "Add note")
    assert page.url.endswith("#notes")
    bottom = page.evaluate("document.querySelector('#notes').getBoundingClientRect().bottom")
    top = page.evaluate("document.querySelector('.ct-message').getBoundingClientRect().top")
    assert 0 <= top < 500, "the message is in the window"
    assert bottom > 0, "and so is the part"
    assert page.get_by_role("button", name="Undo", exact=True).is_visible()


def test_without_javascript_a_refused_form_comes_back_as_it_was_typed(page_for):
    page = page_for(REPORTER, java_script_enabled=False)
    page.goto(CLAIM)
    page.get_by_text("Add evidence").click()
    page.locator("#link-url").fill("https://stats.example/trade")
    page.locator("#link-title").fill("The same again")
    press_button(page, "Add source")
    assert "already has this source" in page.get_by_role("alert").inner_text()
    assert page.locator("#link-title").input_value() == "The same again"


def test_from_the_claim_to_its_words_in_the_article_and_back(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    follow(page, page.get_by_role("link", name="Trade <b>news</b>"))
    assert page.url.endswith("/article/1#a1")
    marked = page.locator("#a1")
    assert marked.inner_text() == "Trade grew by 40%,"
    assert "a percentage" in marked.get_attribute("data-why")
    follow(page, marked)
    assert page.url.endswith(CLAIM)


def test_datasettes_edit_dialog_offers_the_statuses_in_a_select(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/claims/1")
    page.locator("details.page-action-menu summary, .actions-menu-links summary").first.click()
    page.locator('[data-row-action="edit"]').first.click()
    select = page.locator(".row-edit-plugin-control select").first
    assert "in review" in select.inner_text()
    select.select_option("checking")
    press_button(page, "Save")  # the dialog loads its page anew, and going on meanwhile would be cut off
    page.goto(CLAIM)
    assert page.locator(".ct-kicker").inner_text().endswith("checking")


def test_what_was_typed_in_one_form_is_asked_after_before_another_is_sent_or_the_page_left(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.get_by_label("New note").fill("Half a thought")
    page.once("dialog", stay)
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_timeout(500)
    page.once("dialog", stay)
    page.get_by_role("link", name="Triage", exact=True).click()
    page.wait_for_timeout(500)
    assert asked == ["beforeunload", "beforeunload"]
    assert page.get_by_label("New note").input_value() == "Half a thought"
    page.once("dialog", lambda dialog: dialog.accept())
    press_button(page, "Save")
    assert page.get_by_role("status").inner_text() == "Nothing to change."
    follow(page, page.get_by_role("link", name="Triage", exact=True))


def test_what_was_refused_has_the_focus_and_is_asked_after_until_it_is_sent(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_text("Add evidence").click()
    page.locator("#link-title").fill("Tables")
    page.locator("#link-url").fill("ftp://stats.example/tables")
    press_button(page, "Add source")
    focused = page.locator("#link-url")
    assert focused.evaluate("field => field === document.activeElement")
    assert page.locator("#link-url-wrong").is_visible()
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Triage", exact=True).click()
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    focused.fill("https://stats.example/tables")
    press_button(page, "Add source")
    assert page.get_by_role("status").inner_text().startswith("Evidence added.")
    follow(page, page.get_by_role("link", name="Triage", exact=True))


def test_what_was_done_has_the_focus_where_it_is_shown_and_undo_is_next(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("Add a tag").fill("rents")
    press_button(page, "Save")
    assert page.evaluate("document.activeElement.className") == "ct-message"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"


def test_after_staying_only_what_was_typed_is_asked_after(page_for):
    page = page_for(REPORTER)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Half a thought")
    page.get_by_role("button", name="Move to checking").click()
    page.wait_for_timeout(500)
    press_button(page, "Add note")
    assert page.get_by_role("status").inner_text().startswith("Note added.")
    page.get_by_label("Add a tag").fill("rents")
    page.get_by_label("New note").fill("And another")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Add note").click()  # the tag was typed, and is not sent by this
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"] * 3


def test_where_the_desk_does_not_answer_what_was_typed_stays_and_is_sent_once_it_does(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("An hour of work")
    page.context.set_offline(True)
    page.get_by_role("button", name="Add note").click()
    told = page.get_by_text("Not sent: the desk does not answer")
    told.wait_for()
    page.get_by_role("button", name="Add note").click()
    told.wait_for()
    assert (told.count(), page.get_by_label("New note").input_value()) == (1, "An hour of work")
    page.context.set_offline(False)
    press_button(page, "Add note")
    assert page.locator("#notes .ct-card", has_text="An hour of work").count() == 1


def test_a_browser_that_cannot_ask_whether_the_desk_answers_sends_what_was_typed(page_for):
    page = page_for(REPORTER)
    page.add_init_script(
        "delete AbortSignal.timeout; delete HTMLFormElement.prototype.requestSubmit"
    )  # Safari 15
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Typed in an old Safari")
    press_button(page, "Add note")
    assert page.locator("#notes .ct-card", has_text="Typed in an old Safari").count() == 1


@pytest.mark.parametrize("width", [390, 1280])
def test_of_many_notes_the_newest_stand_open_and_an_address_unfolds_the_others(page_for, width):
    page = page_for(REPORTER, viewport={"width": width, "height": 600})
    for number in range(2, 27):
        sent = page.request.post(
            f"{CLAIM}/note", data={"body": f"Call {number}"}, headers={"accept": "application/json"}
        )
        assert sent.ok
    page.goto(CLAIM)
    shown = page.locator("#notes .ct-note:visible")
    assert [one.split("\n")[0] for one in shown.all_inner_texts()] == [f"Call {n}" for n in range(17, 27)]
    page.get_by_text("Earlier notes: 16").click()
    assert shown.count() == 26
    page.goto("/claims/-/desk")
    page.goto(f"{CLAIM}#note-3")
    top = page.locator("#note-3").evaluate("note => note.getBoundingClientRect().top")
    assert shown.count() == 26
    assert -1 < top < 600


def test_a_browser_that_unfolds_nothing_by_itself_has_it_unfolded(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.evaluate(
        "document.querySelector('#note-1').outerHTML = `<details>${document.querySelector('#note-1').outerHTML}</details>`"
    )
    assert not page.locator("#note-1").is_visible()
    page.evaluate("history.replaceState(null, '', '#note-1'); dispatchEvent(new Event('hashchange'))")
    assert page.locator("#note-1").is_visible()


def test_what_gets_into_a_page_as_a_script_is_not_run(chromium, server):
    context = chromium.new_context(base_url=server)
    page, told = context.new_page(), []
    page.on("console", lambda one: told.append(one.text))
    page.goto(CLAIM)
    page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", '<img src="/x" onerror="ran = 1">');
        const script = document.createElement("script");
        script.textContent = "ran = 2";
        document.body.append(script);
    }""")
    page.wait_for_timeout(500)
    assert page.evaluate("typeof ran") == "undefined"
    assert sorted(re.findall(r"inline (?:event handler|script)", " ".join(told))) == [
        "inline event handler",
        "inline script",
    ]
    context.close()
