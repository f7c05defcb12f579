"""The desk by keyboard alone: Tab reaches everything, Enter and letters operate it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PASSWORD, press_button
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


def test_no_page_tells_of_keys_that_do_not_work_without_scripts(page_for):
    page = page_for(ADA, java_script_enabled=False)
    for address in ("/claims/-/triage", "/claims/-/duplicates"):
        page.goto(address)
        assert not any(one.is_visible() for one in page.locator("kbd, #ct-keys").all()), address


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


def focused(page):
    return page.evaluate("document.activeElement.innerText ?? ''")


def test_next_and_back_lead_past_the_menu_to_the_claim_and_the_title_names_it(page_for):
    page = page_for(ADA)
    page.goto("/claims/-/triage")
    assert page.evaluate("document.activeElement === document.body")
    titles = [page.title()]
    for key in ("s", "b"):
        with page.expect_navigation():
            page.keyboard.press(key)
        page.wait_for_function("document.activeElement.matches('#case-title')")
        assert focused(page) == page.locator("#case-title").inner_text()
        titles.append(page.title())
    place = page.locator(".ct-main .ct-meta a").first.inner_text()
    assert titles[2] == f"Triage, {place.lower()}: claims"
    assert titles[0] != titles[1]
    page.goto("/claims/-/triage?skip=99")
    page.wait_for_function("document.activeElement.matches('p')")
    assert focused(page).startswith("That was the last")
    page.goto("/claims/-/duplicates?skip=0")
    page.wait_for_function("document.activeElement.matches('p')")
    assert focused(page).startswith("1 of")
    assert page.title().startswith("Duplicates, claims ")


# Whether something else lies on all of what has the focus. Lines of a link are looked at one by one.
_IS_COVERED = """() => {
    const one = document.activeElement;
    if (one === document.body) return false;
    const points = [...one.getClientRects()].flatMap((box) => [0.2, 0.5, 0.8].flatMap((across) =>
        [0.2, 0.5, 0.8].map((down) => [box.left + box.width * across, box.top + box.height * down])));
    return !points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (one.contains(top) || top.contains(one) && !top.matches(".ct-message, .ct-boxes"));
    });
}"""


def covered(page, key, steps):
    found = []
    for _ in range(steps):
        page.keyboard.press(key)
        if page.evaluate(_IS_COVERED):
            found.append(page.evaluate("document.activeElement.outerHTML.slice(0, 90)"))
    return found


@pytest.mark.parametrize("size", [(1280, 420), (320, 256)])
def test_what_stays_in_sight_at_the_top_covers_nothing_that_has_the_focus(page_for, size):
    """Backwards, a browser scrolls no further than the top of the window, where a message or the buttons for marked claims are."""
    page = page_for(ADA, viewport=dict(zip(("width", "height"), size, strict=True)))
    page.goto("/claims/-/claim/1")
    page.get_by_label("New note").fill("Asked the ministry")
    press_button(page, "Add note")
    assert page.locator(".ct-message").bounding_box()["y"] == 0
    page.get_by_label("New note").focus()
    assert covered(page, "Shift+Tab", 30) == []
    page.locator(".ct-message p").evaluate("one => { one.textContent = 'words of a message '.repeat(50); }")
    message, undo = (page.locator(f".ct-message{part}").bounding_box() for part in ("", " button"))
    assert message["height"] <= size[1] * 0.4 + 1
    assert undo["y"] + undo["height"] <= message["y"] + message["height"]  # with nothing scrolled
    page.goto("/claims/claim_overview?_col=id&_col=text&_col=claimant")
    page.locator("td.col-text").evaluate_all("all => all.forEach(one => { one.style.height = '9rem'; })")
    page.locator("input[form=ct-mark]").last.check()
    assert covered(page, "Shift+Tab", 14) == []


def test_on_a_low_window_the_buttons_cover_no_claim_and_a_narrow_table_hides_no_link_from_sight_alone(
    page_for,
):
    page = page_for(ADA, viewport={"width": 320, "height": 256})  # a screen at four times zoom
    page.goto("/claims/-/triage")
    assert page.locator(".ct-decide").evaluate("one => getComputedStyle(one).position") == "static"
    page.goto("/claims/claim_overview?_col=id&_col=text")
    page.locator("#sort_by").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('thead')") is None
