"""axe-core finds nothing serious on the desk's pages, in light and in dark; forms work by keyboard alone."""

from __future__ import annotations

import pytest

from claimtrack.plugin.routes import PAGES
from tests.browser.conftest import press_button
from tests.plugin.conftest import EDITOR

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Datasette's own: the summary of its menu and its footer, on every page.
OF_DATASETTE = ["header.hd", "footer.ft", "navigation-search"]

# In the dark only the colours are others.
SCHEMES = {"light": {}, "dark": {"runOnly": ["color-contrast", "link-in-text-block"]}}

ADDRESSES = [f"/claims/-/{page.path}".replace("{claim_id}", "1").replace("{article_id}", "1")
             .replace("{claimant_id}", "1") for page in PAGES] + ["/claims/-/claim/99", "/claims/-/login"]  # fmt: skip

OF_TABLES = [
    "/claims/claim_overview",
    "/claims/article_overview",
    "/claims/claims/1",
    "/claims/due",
    "/claims",
    "/claims/-/query?sql=select+1",
    "/claims/-/queries",
    "/claims/-/schema",
    "/-/",
    "/-/allowed",
    "/-/allow-debug",
]

RUN = """async ([exclude, options]) => {
    const found = await axe.run({exclude: exclude.map(selector => [selector])}, {resultTypes: ["violations"], ...options});
    return found.violations
        .filter(violation => ["serious", "critical"].includes(violation.impact))
        .map(violation => [violation.id, violation.nodes.map(node => (node.target?.join(" ") ?? node.html) + ": " + node.failureSummary)]);
}"""


# Where they lead to, or which form they are of: names alike for the same are fine.
ALIKE = """() => {
    const told = {};
    for (const one of document.querySelectorAll("main button, main summary, main table")) {
        const name = one.getAttribute("aria-label") ?? (one.tagName === "TABLE"
            ? document.getElementById(one.getAttribute("aria-labelledby"))?.textContent : one.textContent);
        const group = one.closest("[role=group]")?.getAttribute("aria-label") ?? "";
        const key = [one.tagName, group, name?.trim().replace(/\\s+/g, " ")].join(" ");
        told[key] = (told[key] ?? 0) + 1;
    }
    return Object.keys(told).filter((key) => told[key] > 1 || key.endsWith(" "));
}"""

OPEN = "document.querySelectorAll('details').forEach(element => { element.open = true; })"
ROOM = {"runOnly": ["target-size"]}


def test_no_page_has_a_serious_violation_and_what_is_there_to_press_has_a_name_of_its_own_and_room(
    page_for, axe
):
    """All of it on one visit: to load a page and axe-core takes longer than most answers."""
    page = page_for(EDITOR)
    found = {}
    for address in ADDRESSES:
        page.goto(address)
        found[address, "names alike for those who hear them"] = page.evaluate(ALIKE)
        page.evaluate(axe)
        found[address, "room"] = page.evaluate(RUN, [OF_DATASETTE, ROOM])
        page.evaluate(OPEN)
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            found[address, scheme] = page.evaluate(RUN, [OF_DATASETTE, options])
    assert {place: told for place, told in found.items() if told} == {}


def test_what_a_number_refers_to_is_legible_in_the_light(page_for, axe):
    page = page_for(EDITOR, color_scheme="light")
    for address in ("/claims/claims/1", "/claims/claims", "/claims/reviews"):
        page.goto(address)
        page.evaluate(axe)
        around = [*OF_DATASETTE, ".table-insert-row"]
        assert page.evaluate(RUN, [around, {"runOnly": ["color-contrast"]}]) == [], address


def test_datasettes_pages_of_a_desk_are_as_legible_in_the_dark_on_a_phone_and_on_a_screen(page_for, axe):
    page = page_for(EDITOR, color_scheme="dark")
    found = {}
    for address in OF_TABLES:
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(address)
        page.evaluate(axe)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            options = {"runOnly": ["color-contrast"], "selectors": False}
            found[address, width] = page.evaluate(RUN, [OF_DATASETTE, options])
            paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert paper == "rgb(16, 21, 31)", "that of the desk's own pages"
    assert {place: told for place, told in found.items() if told} == {}


def test_the_fields_of_datasettes_filters_have_names_and_so_have_those_added_later(page_for, axe):
    page = page_for(EDITOR)
    for address in ("/claims/claim_overview", "/claims/claims?status=open"):
        page.goto(address)
        page.get_by_label("Column to filter by").last.select_option("status")
        before = page.get_by_label("Value to compare with").count()
        page.locator(".filter-row-add:visible").last.click()
        assert page.get_by_label("Value to compare with").count() == before + 1
        page.evaluate(axe)
        assert page.evaluate(RUN, [OF_DATASETTE, {"runOnly": ["label", "select-name"]}]) == [], address


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_datasettes_dialogs_are_as_legible_in_the_dark(page_for, axe, action):
    page = page_for(EDITOR, color_scheme="dark")
    page.goto("/claims/claims/1")
    page.locator("details.page-action-menu summary, .actions-menu-links summary").first.click()
    page.locator(f'[data-row-action="{action}"]').first.click()
    page.locator(f"dialog.row-{action}-dialog[open] .modal-footer").wait_for()
    page.wait_for_timeout(500)  # it fades in
    page.evaluate(axe)
    assert page.evaluate(RUN, [OF_DATASETTE, {"runOnly": ["color-contrast"], "selectors": False}]) == []


def test_on_a_laptop_claims_are_on_the_first_screen_below_what_chooses_among_them(page_for):
    page = page_for(EDITOR, viewport={"width": 1280, "height": 800})
    page.goto("/claims/claim_overview")
    tops = {
        name: page.locator(selector).first.bounding_box()["y"]
        for name, selector in {
            "filters": "form.filters",
            "facets": ".facet-results",
            "claims": "table.rows-and-columns tbody",
            "about": ".metadata-description",
        }.items()
    }
    assert sorted(tops, key=tops.__getitem__) == ["filters", "facets", "claims", "about"]
    assert tops["claims"] < 650


LONG = "document.querySelectorAll('th[scope=row] bdi').forEach(one => { one.textContent = 'words of a claim '.repeat(9); })"


def test_pages_fit_a_phone_and_enlarged_four_times_are_read_without_moving_sideways(page_for):
    page = page_for(EDITOR)
    for address in ADDRESSES:
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        page.set_viewport_size({"width": 320, "height": 256})
        page.evaluate(OPEN)
        page.evaluate(LONG)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


@pytest.mark.parametrize(
    ("address", "button"), [("/claims/-/triage", "Accept"), ("/claims/-/duplicates", "Different")]
)
def test_on_a_phone_the_decision_is_on_the_screen_however_long_the_claim(page_for, address, button):
    page = page_for(EDITOR, viewport={"width": 390, "height": 600})
    page.goto(address)
    page.locator(".ct-big").first.evaluate("claim => { claim.style.height = '1500px'; }")
    box = page.get_by_role("button", name=button).bounding_box()
    assert 0 < box["y"] < 600 - box["height"]


def test_the_log_shows_a_claim_on_the_first_screen_of_a_phone(page_for):
    page = page_for(EDITOR, viewport={"width": 400, "height": 850})
    page.goto("/claims/-/desk")
    page.get_by_role("link", name="All claims").click()
    row = page.locator(".rows-and-columns tbody tr").first
    assert row.locator("td.col-text").bounding_box()["y"] < 600
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    empty = page.locator(".rows-and-columns td.type-none:not(.col-title)")
    assert empty.count() > 0
    assert not any(cell.is_visible() for cell in empty.all())
    page.get_by_role("link", name="Filter and sort").click()
    assert page.locator("#sort_by").is_visible()
    assert page.locator(".facet-info").first.is_visible()


def test_a_word_without_end_leaves_the_columns_of_the_log_in_sight(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/claim_overview")
    cell = page.locator(".rows-and-columns td.col-text").first
    cell.evaluate("cell => { cell.textContent = 'x'.repeat(5000); }")
    assert cell.bounding_box()["width"] < 700
    assert page.locator(".rows-and-columns td.col-status").first.bounding_box()["x"] < 1280


def test_the_words_of_a_table_are_no_column_of_one_word_each(page_for):
    page = page_for(EDITOR)
    for table, column, width in (
        ("claims", "text", 320),
        ("articles", "text", 570),
        ("matches", "left_id", 220),
    ):
        page.goto(f"/claims/{table}")
        assert page.locator(f"td.col-{column}").first.bounding_box()["width"] >= width, table


def test_a_claim_prints_without_what_is_there_to_do(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/claim/1")
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (
        "form",
        "nav",
        "header.hd",
        "footer.ft",
        "#history",
        "#work-title",
        "button",
        "summary.ct-form",
    ):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    for shown in ("h1", "#appearances", "#evidence", "#reviews", "#notes"):
        assert page.locator(shown).is_visible(), shown
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("address", ["/claims/claims", "/claims/due"])
def test_a_table_prints_its_rows_alone_and_all_columns(page_for, address):
    page = page_for(EDITOR, viewport={"width": 800, "height": 1000})
    page.goto(address)
    page.emulate_media(media="print")
    for hidden in ("form", "nav", "header.hd", "footer.ft", "pre", ".facet-results", "button"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 800


def test_the_reasons_of_a_mark_show_on_focus_within_the_screen(page_for):
    page = page_for(EDITOR, viewport={"width": 390, "height": 800})
    page.goto("/claims/-/article/1")
    page.locator("#a1").focus()
    page.keyboard.press("Tab")
    shown = "getComputedStyle(document.activeElement, '::after')"
    assert "a percentage" in page.evaluate(f"{shown}.content")
    assert page.evaluate(f"{shown}.position") == "fixed"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_note_is_written_by_keyboard_alone(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/claim/1")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "body":
            break
    page.keyboard.type("By keyboard")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("status").is_visible()
    assert page.get_by_text("By keyboard").first.is_visible()


# What came of it has the focus, so that whoever hears the page is told: also where the address leads to a part of the page.
def test_what_came_of_a_note_is_told_although_the_address_leads_to_the_notes(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/claim/1")
    page.locator("#notes textarea").fill("Rang the ministry")
    press_button(page, "Add note")
    assert page.url.endswith("#notes")
    page.wait_for_function("document.activeElement.matches('[role=status]')")
    assert page.evaluate("document.activeElement.innerText").startswith("Note added.")


def test_the_results_of_a_checked_draft_are_told(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/check")
    page.get_by_label("Draft").fill("Nothing in here is known.")
    press_button(page, "Check draft")
    page.wait_for_function("document.activeElement.matches('[role=status]')")
    assert "repeats a claim" in page.evaluate("document.activeElement.innerText")


def test_what_is_there_to_press_in_a_log_is_large_enough_or_has_room_around_it(page_for, axe):
    page = page_for(EDITOR)
    for address in ("/claims/claim_overview", "/claims/due"):
        page.goto(address)
        page.evaluate(axe)
        assert page.evaluate(RUN, [OF_DATASETTE, ROOM]) == [], address


@pytest.mark.parametrize(("width", "rows"), [(1280, 1), (768, 2)])
def test_the_ways_through_the_desk_stand_in_a_row_or_in_two(page_for, width, rows):
    page = page_for(EDITOR, viewport={"width": width, "height": 800})
    for address in ("/claims/-/desk", "/claims/article_overview"):
        page.goto(address)
        tops = page.locator(".ct-nav a").evaluate_all(
            "all => all.map(a => Math.round(a.getBoundingClientRect().top))"
        )
        assert (len(tops), len(set(tops))) == (11, rows), address


def test_on_a_phone_the_ways_through_the_desk_are_one_row_that_a_finger_moves(page_for):
    page = page_for(EDITOR, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    for address in ("/claims/-/desk", "/claims/article_overview"):
        page.goto(address)
        assert page.locator(".ct-nav").bounding_box()["height"] < 60, address
        assert page.get_by_role("searchbox", name="Search claims and speakers").is_visible()
        last = page.get_by_role("link", name="Statistics")
        last.focus()
        assert last.bounding_box()["x"] + last.bounding_box()["width"] < 390 / 2 + 50, address
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(
    "address", ["/claims/-/desk", "/claims/-/check", "/claims/-/statistics", "/claims/article_overview"]
)
def test_on_a_phone_the_row_begins_with_the_page_that_one_is_on_in_sight(page_for, address):
    page = page_for(EDITOR, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(address)
    row, here = (
        page.locator(".ct-ways").bounding_box(),
        page.locator(".ct-ways [aria-current]").bounding_box(),
    )
    # At its right end the row fades.
    assert row["x"] <= here["x"] <= here["x"] + here["width"] <= row["x"] + row["width"] - 16
    assert page.evaluate("[scrollX, scrollY]") == [0, 0]


def test_a_phone_is_not_told_of_keys(page_for):
    page = page_for(EDITOR, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page.goto("/claims/-/triage")
    assert page.get_by_role("button", name="Accept").is_visible()
    assert not page.locator("kbd").first.is_visible()
    assert not page.locator("#ct-keys").is_visible()


@pytest.mark.parametrize(("width", "side_by_side"), [(1280, True), (390, False)])
def test_short_fields_stand_side_by_side_where_there_is_room(page_for, width, side_by_side):
    page = page_for(EDITOR, viewport={"width": width, "height": 800})
    page.goto("/claims/-/bring")
    tops = {page.get_by_label(label, exact=True).bounding_box()["y"] for label in ("Outlet", "Title")}
    assert (len(tops) == 1) == side_by_side


def test_marks_stand_in_the_lines_of_an_article(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/article/1")
    shown = page.locator("#text a").evaluate_all("all => all.map(a => getComputedStyle(a).display)")
    assert set(shown) == {"inline"}
