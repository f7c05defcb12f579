"""axe-core finds no serious violations on the desk's pages in light and dark, and they work on phones, in print and by keyboard."""

from __future__ import annotations

from contextlib import closing

import pytest

from claimtrack.plugin.routes import PAGES
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.linking import add_link
from claimtrack.workflow.reviews.reviewing import draft
from tests.browser.conftest import follow, press_button
from tests.plugin.conftest import EDITOR

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Datasette's own menu and footer, on every page.
OF_DATASETTE = ["header.hd", "footer.ft", "navigation-search"]

# The dark style changes colours only. A violation is found by its HTML: to look for selectors takes longer.
SCHEMES = {
    "light": {"selectors": False, "rules": {"target-size": {"enabled": True}}},
    "dark": {"selectors": False, "runOnly": ["color-contrast", "link-in-text-block"]},
}

ADDRESSES = [f"/claims/-/{page.path}".replace("{claim_id}", "1").replace("{article_id}", "1")
             .replace("{claimant_id}", "1") for page in PAGES] + ["/claims/-/claim/99", "/claims/-/login"]  # fmt: skip

WITH_BOXES = ["/claims/claim_overview?_facet_size=1", "/claims/due"]
OF_ROWS = [*WITH_BOXES, "/claims/article_overview", "/claims/claims/1", "/claims/-/query?sql=select+1"]
OF_TABLES = [
    *OF_ROWS,
    "/claims",
    "/claims/-/queries",
    "/claims/-/schema",
    "/-/",
    "/-/allowed",
    "/-/allow-debug",
]

RUN_AXE = """async ([exclude, options]) => {
    const found = await axe.run({exclude: exclude.map(selector => [selector])}, {resultTypes: ["violations"], ...options});
    return found.violations
        .filter(violation => ["serious", "critical"].includes(violation.impact))
        .map(violation => [violation.id, violation.nodes.map(node => (node.target?.join(" ") ?? node.html) + ": " + node.failureSummary)]);
}"""


# Controls and tables whose accessible name is empty, or not unique within its group.
DUPLICATE_NAMES = """() => {
    const counts = {};
    for (const one of document.querySelectorAll("main button, main summary, main table")) {
        const name = one.getAttribute("aria-label") ?? (one.tagName === "TABLE"
            ? document.getElementById(one.getAttribute("aria-labelledby"))?.textContent : one.textContent);
        const group = one.closest("[role=group]")?.getAttribute("aria-label") ?? "";
        const key = [one.tagName, group, name?.trim().replace(/\\s+/g, " ")].join(" ");
        counts[key] = (counts[key] ?? 0) + 1;
    }
    return Object.keys(counts).filter((key) => counts[key] > 1 || key.endsWith(" "));
}"""

OPEN_DETAILS = "document.querySelectorAll('details').forEach(element => { element.open = true; })"
LENGTHEN_CLAIMS = "document.querySelectorAll('th[scope=row] bdi').forEach(one => { one.textContent = 'words of a claim '.repeat(9); })"
# As in WCAG 1.4.12, and about as wide as the letters of Firefox on Linux, which takes DejaVu Sans.
SPACE_LETTERS = """(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }");
    document.adoptedStyleSheets = [sheet];
})()"""
WIDER_THAN_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

# All lines of the schema have the same colours, and axe-core takes 0.7 s for them.
SHORTEN_SCHEMA = """document.querySelectorAll("pre > code:not(:has(*))").forEach(one => {
    one.textContent = one.textContent.slice(0, 2000);
})"""


def test_pages_have_no_serious_violations_distinct_large_enough_controls_and_fit_small_screens(
    page_for, axe, desk_and_server
):
    """Checked in one visit: loading a page takes longer than most checks. The smallest screen is four times zoom."""
    page = page_for(EDITOR)
    with closing(open_desk(desk_and_server[0])) as db:
        add_link(db, 1, "Phone call with the ministry", actor="rob")
        for headline in ("It did not", "It did"):
            draft(db, 1, headline=headline, actor="rob")
    page.add_init_script(axe)
    found = {}
    for address in ADDRESSES:
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(address)
        found[address, "a phone"] = page.evaluate(WIDER_THAN_SCREEN)
        page.set_viewport_size({"width": 1280, "height": 720})
        found[address, "duplicate names"] = page.evaluate(DUPLICATE_NAMES)
        page.evaluate(OPEN_DETAILS)
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            found[address, scheme] = page.evaluate(RUN_AXE, [OF_DATASETTE, options])
        page.set_viewport_size({"width": 320, "height": 256})
        page.evaluate(LENGTHEN_CLAIMS)
        page.evaluate(SPACE_LETTERS)
        found[address, "zoom"] = page.evaluate(WIDER_THAN_SCREEN)
    assert {place: violations for place, violations in found.items() if violations} == {}


def test_labels_of_foreign_keys_have_enough_contrast_in_light_mode(page_for, axe):
    page = page_for(EDITOR, color_scheme="light")
    page.add_init_script(axe)
    for address in ("/claims/claims/1", "/claims/claims", "/claims/reviews"):
        page.goto(address)
        around = [*OF_DATASETTE, ".table-insert-row"]
        assert page.evaluate(RUN_AXE, [around, {"runOnly": ["color-contrast"]}]) == [], address


def test_with_keys_one_skips_from_the_menu_of_a_list_to_its_rows_and_can_read_what_has_the_focus(page_for):
    page = page_for(EDITOR, color_scheme="light")
    page.goto("/claims/claim_overview?_col=id&_col=text")
    assert page.get_by_role("main").count() == 1
    skip = page.get_by_role("link", name="Skip to the rows")
    assert skip.bounding_box()["x"] < 0
    skip.focus()
    assert skip.bounding_box()["x"] > 0
    page.keyboard.press("Enter")
    for _ in range(4):  # the heading of the first column, then the first row
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('td') !== null"):
            break
    assert page.evaluate("document.activeElement.closest('tr') === document.querySelector('tbody tr')")
    page.locator("td a").first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).color") == "rgb(18, 41, 61)"


def test_datasettes_pages_of_a_desk_have_enough_contrast_in_dark_mode_and_lists_large_enough_controls(
    page_for, axe
):
    page = page_for(EDITOR, color_scheme="dark")
    page.add_init_script(axe)
    found = {}
    for address in OF_TABLES:
        # On a phone only what has rows has other colours: each is a card.
        widths = (390, 1280) if address in OF_ROWS else (1280,)
        page.set_viewport_size({"width": widths[0], "height": 800})
        page.goto(address)
        page.evaluate(SHORTEN_SCHEMA)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            rules = ["color-contrast", *(["target-size"] if address in WITH_BOXES and width == 1280 else [])]
            found[address, width] = page.evaluate(
                RUN_AXE, [OF_DATASETTE, {"runOnly": rules, "selectors": False}]
            )
            paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert paper == "rgb(16, 21, 31)", "the background of the desk's own pages"
    assert {place: violations for place, violations in found.items() if violations} == {}


def test_datasettes_filter_fields_have_labels_including_added_ones(page_for, axe):
    page = page_for(EDITOR)
    page.add_init_script(axe)
    for address in ("/claims/claim_overview", "/claims/claims?status=open"):
        page.goto(address)
        page.get_by_label("Column to filter by").last.select_option("status")
        before = page.get_by_label("Value to compare with").count()
        page.locator(".filter-row-add:visible").last.click()
        assert page.get_by_label("Value to compare with").count() == before + 1
        assert page.evaluate(RUN_AXE, [OF_DATASETTE, {"runOnly": ["label", "select-name"]}]) == [], address
    page.goto("/claims/claim_overview?_facet_size=1")
    assert page.get_by_role("link", name="More of status").is_visible()


def test_links_of_what_changed_are_apart_where_one_stands_below_the_other(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/duplicates")
    follow(page, page.get_by_role("button", name="Different"))
    page.goto("/claims/-/changes")
    links = page.locator(".ct-timeline > li").first.locator(".ct-claimed")
    one, other = (link.bounding_box()["y"] for link in links.all())
    assert other - one >= 24  # pixels (WCAG 2.5.8)


FADED_IN = "Promise.all(document.getAnimations().map(one => one.finished)).then(() => null)"


def test_datasettes_menu_of_a_row_and_its_dialogs_have_enough_contrast_in_dark_mode(page_for, axe):
    page = page_for(EDITOR, color_scheme="dark")
    page.goto("/claims/claims/1")
    page.evaluate(axe)
    run = [OF_DATASETTE, {"runOnly": ["color-contrast"], "selectors": False}]
    menu = page.locator("details.page-action-menu summary, .actions-menu-links summary").first
    menu.click()
    assert page.evaluate(RUN_AXE, run) == [], "the menu"
    for action in ("edit", "delete"):
        page.locator(f'[data-row-action="{action}"]').first.click()
        page.locator(f"dialog.row-{action}-dialog[open] .modal-footer").wait_for()
        page.evaluate(FADED_IN)
        assert page.evaluate(RUN_AXE, run) == [], action
        page.keyboard.press("Escape")
        menu.click()


def test_a_laptop_shows_claims_on_the_first_screen_and_their_columns_whatever_the_words(page_for):
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
    cell = page.locator(".rows-and-columns td.col-text").first
    cell.evaluate("cell => { cell.textContent = 'x'.repeat(5000); }")
    assert cell.bounding_box()["width"] < 700
    assert page.locator(".rows-and-columns td.col-status").first.bounding_box()["x"] < 1280


@pytest.mark.parametrize(
    ("address", "button"), [("/claims/-/triage", "Accept"), ("/claims/-/duplicates", "Different")]
)
def test_decision_buttons_stay_on_a_phones_screen_however_long_the_claim(page_for, address, button):
    page = page_for(EDITOR, viewport={"width": 390, "height": 600})
    page.goto(address)
    page.locator(".ct-big").first.evaluate("claim => { claim.style.height = '1500px'; }")
    box = page.get_by_role("button", name=button).bounding_box()
    assert 0 < box["y"] < 600 - box["height"]


def test_the_list_of_claims_shows_one_on_the_first_screen_of_a_phone(page_for):
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
    # A card is a few lines, also in a canned query: facts stand side by side, and what there is none of is left out.
    for address in ("/claims/claim_overview", "/claims/claims_to_check"):
        page.goto(address)
        tops = {page.locator(f"td.col-{one}").first.bounding_box()["y"] for one in ("status", "priority")}
        assert len(tops) == 1, address
    assert page.locator("td.col-due_on").first.is_hidden()
    # “The CSV link below” is below also there.
    told, link = page.locator(".ct-csv"), page.get_by_role("link", name="CSV", exact=True)
    assert told.bounding_box()["y"] < link.bounding_box()["y"]
    # Nor is an empty list of tags told, nor an article's missing title where it has no name in its place.
    page.goto("/claims/claim_overview?_sort=id")
    assert [cell.is_visible() for cell in page.locator("td.col-tags").all()] == [True] + [False] * 4
    page.goto("/claims/articles")
    page.locator("td.col-title").first.evaluate(
        "cell => { cell.className = 'col-title type-none'; cell.innerHTML = '&nbsp;'; }"
    )
    assert page.locator("td.col-title").first.is_hidden()


def test_text_columns_of_tables_are_wide_enough_to_read(page_for):
    page = page_for(EDITOR)
    for table, column, width in (
        ("claims", "text", 320),
        ("articles", "text", 570),
        ("matches", "left_id", 220),
    ):
        page.goto(f"/claims/{table}")
        assert page.locator(f"td.col-{column}").first.bounding_box()["width"] >= width, table
    page.goto("/claims/appearance_overview")
    assert page.locator("td.col-claim_id").first.bounding_box()["width"] < 120, "a number alone"


def test_a_printed_claim_has_no_forms_menus_or_history(page_for):
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
        assert not any(element.is_visible() for element in page.locator(hidden).all()), hidden
    for shown in ("h1", "#appearances", "#evidence", "#reviews", "#notes"):
        assert page.locator(shown).is_visible(), shown
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    # A link on paper is its address, which is not printed twice.
    printed = "links => links.map(link => getComputedStyle(link, '::after').content !== 'none')"
    evidence = page.locator("#evidence li a")
    assert evidence.evaluate_all(printed) == [True]
    evidence.evaluate("link => link.classList.add('ct-bare')")
    assert evidence.evaluate_all(printed) == [False]
    page.goto("/claims/-/article/1")
    assert page.locator("a.ct-bare").inner_text() == "https://news.example/trade"
    page.goto("/claims/-/triage")
    assert page.locator("#ct-keys").is_hidden()  # nobody presses keys on paper
    page.goto("/claims/-/changes")
    assert page.locator(".ct-timeline summary").first.is_visible(), "what was done in a step of many changes"


def test_a_printed_claim_has_its_earlier_notes(page_for, desk_and_server):
    page = page_for(EDITOR)
    with closing(open_desk(desk_and_server[0])) as db:
        for number in range(11):
            add_note(db, 1, f"Note {number}", actor="rob")
    page.goto("/claims/-/claim/1")
    earliest = page.locator("#note-1")
    assert not earliest.is_visible()
    page.emulate_media(media="print")
    assert earliest.is_visible()


def test_a_printed_table_has_only_its_rows_and_all_columns_fit(page_for):
    page = page_for(EDITOR)
    for address, width in (
        ("/claims/claims", 800),
        ("/claims/due", 800),
        ("/claims/claim_overview", 1400),  # which a browser makes smaller for the paper
    ):
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": width, "height": 1000})
        page.goto(address)
        page.locator("td.col-text").evaluate_all(
            "cells => cells.forEach(cell => { cell.textContent = 'x'.repeat(500); })"
        )
        page.emulate_media(media="print")
        for hidden in ("form", "nav", "header.hd", "footer.ft", "pre", ".facet-results", "button"):
            assert not any(element.is_visible() for element in page.locator(hidden).all()), (address, hidden)
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_marks_are_inline_and_a_focused_one_shows_its_reasons_within_the_screen(page_for):
    page = page_for(EDITOR, viewport={"width": 390, "height": 800})
    page.goto("/claims/-/article/1")
    displays = page.locator("#text a").evaluate_all("all => all.map(a => getComputedStyle(a).display)")
    assert set(displays) == {"inline"}
    page.locator("#a1").focus()
    page.keyboard.press("Tab")
    shown = "getComputedStyle(document.activeElement, '::after')"
    assert "a percentage" in page.evaluate(f"{shown}.content")
    assert page.evaluate(f"{shown}.position") == "fixed"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_result_of_checking_a_draft_gets_the_focus(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/check")
    page.get_by_label("Draft").fill("Nothing in here is known.")
    press_button(page, "Check draft")
    page.wait_for_function("document.activeElement.matches('[role=status]')")
    assert "repeats a claim" in page.evaluate("document.activeElement.innerText")


def test_with_high_contrast_the_desk_menu_underlines_only_the_page_that_one_is_on(page_for):
    page = page_for(EDITOR, forced_colors="active")
    underlined = "all => all.filter(a => getComputedStyle(a).borderBottomColor === getComputedStyle(a).color).map(a => a.innerText)"
    for address, words in (("/claims/-/desk", "Desk"), ("/claims/article_overview", "Articles")):
        page.goto(address)
        assert page.locator(".ct-nav a").evaluate_all(underlined) == [words]


def test_the_desk_menu_takes_one_row_or_two(page_for):
    page = page_for(EDITOR)
    for address in ("/claims/-/desk", "/claims/article_overview"):
        page.goto(address)
        for width, rows in ((1280, 1), (768, 2)):
            page.set_viewport_size({"width": width, "height": 800})
            tops = page.locator(".ct-nav a").evaluate_all(
                "all => all.map(a => Math.round(a.getBoundingClientRect().top))"
            )
            assert (len(tops), len(set(tops))) == (11, rows), (address, width)


@pytest.mark.parametrize(
    "address", ["/claims/-/desk", "/claims/-/check", "/claims/-/statistics", "/claims/article_overview"]
)
def test_the_desk_menu_on_a_phone_is_one_row_that_scrolls_sideways_from_the_current_page(page_for, address):
    page = page_for(EDITOR, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(address)
    menu, link = (
        page.locator(".ct-ways").bounding_box(),
        page.locator(".ct-ways [aria-current]").bounding_box(),
    )
    # The menu fades out at its right end.
    assert menu["x"] <= link["x"] <= link["x"] + link["width"] <= menu["x"] + menu["width"] - 16
    assert page.evaluate("[scrollX, scrollY]") == [0, 0]
    assert page.locator(".ct-nav").bounding_box()["height"] < 60
    assert page.get_by_role("searchbox", name="Search claims and speakers").is_visible()
    last = page.get_by_role("link", name="Statistics", exact=True)
    last.focus()
    assert last.bounding_box()["x"] + last.bounding_box()["width"] < 390 / 2 + 50
    assert page.evaluate("document.documentElement.scrollWidth") == 390


LOW_CONTROLS = """() => [...document.querySelectorAll("summary, .ct-nav a, .ct-nav input, main button, main .ct-button, .ct-boxes button")]
    .map(one => [one.textContent, one.getBoundingClientRect().height]).filter(([, height]) => height && height < 44)"""


def test_a_phone_has_controls_for_fingers_no_keys_and_links_to_the_parts_of_its_one_column(page_for):
    page = page_for(EDITOR, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    for address in ("/claims/-/triage", "/claims/-/marked?claim=1", "/claims/claims/1", "/claims/-/claim/1"):
        page.goto(address)
        assert page.evaluate(LOW_CONTROLS) == [], address
        if address.endswith("/triage"):
            assert page.get_by_role("button", name="Accept").is_visible()
            assert not page.locator("kbd").first.is_visible(), "keys, on a phone"
            assert not page.locator("#ct-keys").is_visible()
    parts = page.get_by_role("navigation", name="On this page")  # a column of all
    parts.get_by_role("link", name="Evidence 1").click()
    assert -1 < page.get_by_role("heading", name="Evidence").bounding_box()["y"] < 800
    page.set_viewport_size({"width": 1280, "height": 800})
    assert parts.is_hidden()


def test_short_fields_are_side_by_side_on_wide_screens_only_and_a_button_stands_beside_its_field(page_for):
    page = page_for(EDITOR)
    page.goto("/claims/-/tags")
    field, button = (page.locator(one).bounding_box() for one in ("#rename-name", "#ct-rename button"))
    assert button["x"] - field["x"] - field["width"] < 20
    page.goto("/claims/-/bring")
    for width, side_by_side in ((1280, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 800})
        tops = {page.get_by_label(label, exact=True).bounding_box()["y"] for label in ("Outlet", "Title")}
        assert (len(tops) == 1) == side_by_side, width
