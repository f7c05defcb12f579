"""A person working on the claim page in a real browser: saving, undo, unsaved input and failures."""

from __future__ import annotations

import re
import time

import pytest

from tests.browser.conftest import follow, press_button
from tests.plugin.conftest import EDITOR, REPORTER

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CLAIM = "/claims/-/claim/1"


def test_a_note_and_a_status_are_saved_and_the_status_is_undone(page_for):
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


def test_a_double_click_sends_a_form_once_and_going_back_allows_another(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    sent = []

    def continue_slowly(route):
        sent.append(route.request.url)
        time.sleep(0.5)
        route.continue_()

    page.route("**/note", continue_slowly)
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


# The message gets the focus so that screen readers announce it, even if the address leads to a section of the page.
def test_the_message_gets_the_focus_undo_comes_next_and_both_are_visible_where_the_page_jumps(page_for):
    page = page_for(REPORTER, viewport={"width": 400, "height": 500})
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Rang them")
    press_button(page, "Add note")
    assert page.url.endswith("#notes")
    page.wait_for_function("document.activeElement.matches('.ct-message[role=status]')")
    assert page.evaluate("document.activeElement.innerText").startswith("Note added.")
    for width in (400, 1280):
        if width > 400:  # where it already jumped as it was loaded
            page.set_viewport_size({"width": width, "height": 500})
            page.evaluate("location.hash = ''; location.hash = 'notes'")
        bottom = page.evaluate("document.querySelector('#notes').getBoundingClientRect().bottom")
        top = page.evaluate("document.querySelector('.ct-message').getBoundingClientRect().top")
        assert 0 <= top < 500, "the message is in the window"
        assert bottom > 0, "and so is the section"
        assert page.get_by_role("button", name="Undo", exact=True).is_visible()
    page.get_by_label("Add a tag").fill("rents")
    press_button(page, "Save")
    assert page.evaluate("document.activeElement.className") == "ct-message"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"


def test_without_javascript_a_refused_form_comes_back_as_it_was_typed(page_for):
    page = page_for(REPORTER, java_script_enabled=False)
    page.goto(CLAIM)
    page.get_by_text("Add evidence").click()
    page.locator("#link-url").fill("https://stats.example/trade")
    page.locator("#link-title").fill("The same again")
    press_button(page, "Add source")
    assert "already has this source" in page.get_by_role("alert").inner_text()
    assert page.locator("#link-title").input_value() == "The same again"


def test_links_lead_from_a_claim_to_its_quote_in_the_article_and_back(page_for):
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
    press_button(page, "Save")  # the dialog reloads its page, which would cut off going on at once
    page.goto(CLAIM)
    assert page.locator(".ct-kicker").inner_text().endswith("checking")


def click_and_stay(page, control):
    """Click a control that leads away from unsaved input, and stay on the page when the browser asks."""
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        control.click()
    assert asked.value.type == "beforeunload"


def test_unsaved_input_is_protected_when_another_form_is_sent_or_the_page_left(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Half a thought")
    click_and_stay(page, page.get_by_role("button", name="Save", exact=True))
    click_and_stay(page, page.get_by_role("link", name="Triage", exact=True))
    assert page.get_by_label("New note").input_value() == "Half a thought"
    page.once("dialog", lambda dialog: dialog.accept())
    press_button(page, "Save")
    assert page.get_by_role("status").inner_text() == "Nothing to change."
    follow(page, page.get_by_role("link", name="Triage", exact=True))


def test_a_refused_field_gets_the_focus_and_counts_as_unsaved(page_for):
    page = page_for(REPORTER, viewport={"width": 320, "height": 700})
    page.goto(CLAIM)
    page.get_by_text("Add evidence").click()
    page.locator("#link-title").fill("Tables")
    page.locator("#link-url").fill(f"ftp://stats.example/{'tables' * 9}")
    press_button(page, "Add source")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320  # the message names the address
    focused = page.locator("#link-url")
    assert focused.evaluate("field => field === document.activeElement")
    assert page.locator("#link-url-wrong").is_visible()
    click_and_stay(page, page.get_by_role("link", name="Triage", exact=True))
    focused.fill("https://stats.example/tables")
    press_button(page, "Add source")
    assert page.get_by_role("status").inner_text().startswith("Evidence added.")
    follow(page, page.get_by_role("link", name="Triage", exact=True))


def test_staying_on_the_page_does_not_change_which_input_counts_as_unsaved(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Half a thought")
    click_and_stay(page, page.get_by_role("button", name="Move to checking"))
    press_button(page, "Add note")
    assert page.get_by_role("status").inner_text().startswith("Note added.")
    page.get_by_label("Add a tag").fill("rents")
    page.get_by_label("New note").fill("And another")
    click_and_stay(page, page.get_by_role("button", name="Save", exact=True))
    # The tag was typed, and is not sent by this.
    click_and_stay(page, page.get_by_role("button", name="Add note"))


def test_a_form_sent_while_offline_keeps_its_input_and_can_be_sent_later(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("An hour of work")
    page.context.set_offline(True)
    page.get_by_role("button", name="Add note").click()
    notice = page.get_by_text("Not sent: the desk does not answer")
    notice.wait_for()
    page.get_by_role("button", name="Add note").click()
    notice.wait_for()
    assert (notice.count(), page.get_by_label("New note").input_value()) == (1, "An hour of work")
    page.context.set_offline(False)
    # Behind a proxy, a desk that is down is answered for.
    page.route("**/claimtrack_once.js*", lambda route: route.fulfill(status=503))
    page.get_by_role("button", name="Add note").click()
    notice.wait_for()
    page.unroute("**/claimtrack_once.js*")
    press_button(page, "Add note")
    assert page.locator("#notes .ct-card", has_text="An hour of work").count() == 1


def test_a_browser_without_abort_signal_timeout_sends_forms_anyway(page_for):
    page = page_for(REPORTER)
    page.add_init_script(
        "delete AbortSignal.timeout; delete HTMLFormElement.prototype.requestSubmit"
    )  # Safari 15
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Typed in an old Safari")
    press_button(page, "Add note")
    assert page.locator("#notes .ct-card", has_text="Typed in an old Safari").count() == 1


def test_only_the_newest_of_many_notes_are_open_until_a_link_unfolds_the_rest(page_for):
    page = page_for(REPORTER)
    for number in range(2, 27):
        sent = page.request.post(
            f"{CLAIM}/note", data={"body": f"Call {number}"}, headers={"accept": "application/json"}
        )
        assert sent.ok
    newest = [f"Call {n}" for n in range(17, 27)]
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 600})
        page.goto(CLAIM)
        shown = page.locator("#notes .ct-note:visible")
        assert [note.split("\n")[0] for note in shown.all_inner_texts()] == newest, width
        page.get_by_text("Earlier notes: 16").click()
        assert shown.count() == 26
        page.goto("about:blank")
        page.goto(f"{CLAIM}#note-3")
        top = page.locator("#note-3").evaluate("note => note.getBoundingClientRect().top")
        assert shown.count() == 26
        assert -1 < top < 600, width
        page.goto("about:blank")


def test_a_linked_note_is_unfolded_in_browsers_that_do_not_do_it(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.evaluate(
        "document.querySelector('#note-1').outerHTML = `<details>${document.querySelector('#note-1').outerHTML}</details>`"
    )
    assert not page.locator("#note-1").is_visible()
    page.evaluate("history.replaceState(null, '', '#note-1'); dispatchEvent(new Event('hashchange'))")
    assert page.locator("#note-1").is_visible()


def test_scripts_injected_into_a_page_are_not_run(contexts, server):
    messages = []
    with contexts.borrow({"base_url": server}) as context:
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.goto(CLAIM)
        page.evaluate("""() => new Promise(failed => {
            document.body.insertAdjacentHTML("beforeend", '<img src="/x" onerror="ran = 1">');
            document.body.lastElementChild.addEventListener("error", () => failed());
            const script = document.createElement("script");
            script.textContent = "ran = 2";
            document.body.append(script);
        })""")
        assert page.evaluate("typeof ran") == "undefined"
    assert sorted(re.findall(r"inline (?:event handler|script)", " ".join(messages))) == [
        "inline event handler",
        "inline script",
    ]
