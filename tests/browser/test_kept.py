"""What was typed and not sent comes back with its page, as a phone drops pages that are out of sight."""

from __future__ import annotations

import pytest

from tests.browser.conftest import actor_cookie, press_button
from tests.plugin.conftest import EDITOR, REPORTER

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CLAIM = "/claims/-/claim/1"


def leave_and_return(page, address=CLAIM):
    """Leave a page although the browser asks, and open another or the same."""
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto("/claims/-/statistics")
    page.goto(address)


def note(page):
    return page.get_by_label("New note").input_value()


def test_all_that_was_typed_comes_back_until_it_is_sent_or_discarded(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Half a thought")
    page.get_by_text("Add evidence").click()
    page.locator("#link-url").fill("https://stats.example/tables")
    page.locator("#link-stance").select_option("refutes")
    page.locator("#link-is_primary").check()
    leave_and_return(page)
    page.reload()  # who left it once is not asked again
    assert (page.locator("#link-url").is_visible(), page.locator("#link-is_primary").is_checked()) == (
        True,
        True,
    )
    press_button(page, "Add source")
    assert page.get_by_role("status").inner_text().startswith("Evidence added.")
    assert (
        page.locator("#evidence li", has_text="stats.example/tables").locator(".ct-stance").inner_text()
        == "refutes"
    )
    assert (page.locator("#link-url").input_value(), note(page)) == ("", "Half a thought")
    page.get_by_role("button", name="Discard it: Add note").press("Enter")
    assert page.evaluate("document.activeElement.id") == "note-body"  # the button is gone
    page.reload()
    assert (note(page), page.locator(".ct-kept").count()) == ("", 0)


def test_what_could_not_be_sent_while_offline_comes_back(page_for):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Typed in a tunnel")
    page.context.set_offline(True)
    page.get_by_role("button", name="Add note").click()
    page.get_by_text("Not sent: the desk does not answer").wait_for()
    page.context.set_offline(False)
    leave_and_return(page)
    press_button(page, "Add note")
    assert page.locator("#notes .ct-card", has_text="Typed in a tunnel").count() == 1
    leave_and_return(page)
    assert note(page) == ""


def test_what_was_sent_comes_back_unless_the_desk_answers_that_it_is_saved(page_for, server):
    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("Sent to a proxy that is down")
    page.route("**/note", lambda route: route.fulfill(status=502, body="Bad Gateway"))
    press_button(page, "Add note")
    page.unroute("**/note")
    page.goto(CLAIM)
    assert page.locator(".ct-kept").inner_text().startswith("You sent this before, and the desk did not say")
    page.get_by_label("New note").fill("Sent when the session had ended")
    page.context.clear_cookies()
    press_button(page, "Add note")
    assert page.get_by_role("button", name="Send again").is_visible()
    page.context.add_cookies([{"name": "ds_actor", "value": actor_cookie(REPORTER), "url": server}])
    leave_and_return(page)
    assert note(page) == "Sent when the session had ended"
    press_button(page, "Add note")
    leave_and_return(page)
    assert (note(page), page.evaluate("sessionStorage.length")) == ("", 0)


def test_what_was_typed_is_shown_to_nobody_else_and_forgotten_when_its_author_logs_out(page_for, server):
    def become(actor):
        page.context.add_cookies([{"name": "ds_actor", "value": actor_cookie(actor), "url": server}])

    page = page_for(REPORTER)
    page.goto(CLAIM)
    page.get_by_label("New note").fill("A name in confidence")
    become(EDITOR)
    leave_and_return(page)
    assert note(page) == ""
    become(REPORTER)
    page.goto(CLAIM)
    assert note(page) == "A name in confidence"
    page.locator("details.nav-menu > summary").click()
    press_button(page, "Log out")
    become(REPORTER)
    page.goto(CLAIM)
    assert note(page) == ""


def test_what_was_typed_does_not_replace_what_the_page_shows_now(page_for):
    page = page_for(REPORTER)
    page.goto("/claims/-/propose")
    page.get_by_label("The claim").fill("Typed an hour ago")
    leave_and_return(page, "/claims/-/propose?text=Selected+just+now")
    assert page.get_by_label("The claim").input_value() == "Selected just now"
