"""In a real browser: the site of `publish --site` is shown completely from a folder and from a server, and runs no scripts."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOSTILE = "<script>alert(1990)</script><img src=x onerror=alert(1)> redoubled Straße ١٩ दिल की ΟΔΟΣ"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing into the output of the tests."""


@pytest.fixture
def make_site(reviewed_desk, desk_path, tmp_path) -> Callable[[str | None], Path]:
    """Makes the site in a language; one review is a correction, and one source has a very long name."""
    number = reviewing.correct(
        reviewed_desk, 2, note="Mended.", headline=HOSTILE, summary=f"See {LONG}", actor="ben"
    )
    linking.add_link(reviewed_desk, 2, f"https://stats.example/{LONG}", actor="ada")
    reviewing.submit(reviewed_desk, number, actor="ada")
    reviewing.approve(reviewed_desk, number, actor="cid")
    reviewing.publish(reviewed_desk, number, reviewed_on="2024-05-03", actor="ben")

    def make(language: str | None) -> Path:
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", language=language)
        return tmp_path / "site"

    return make


@pytest.fixture
def page(contexts: Any) -> Iterator[Any]:
    """A dark-mode phone; blocked content and script errors fail the test."""
    problems: list[str] = []
    with contexts.borrow({}) as context:
        page = context.new_page()
        page.set_viewport_size({"width": 320, "height": 640})
        page.emulate_media(color_scheme="dark")
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
    assert [problem for problem in problems if "favicon" not in problem] == []


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder as any web server does and returns its address."""
    servers = []

    def serve(make_site: Path) -> str:
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(make_site))
        )
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(("language", "direction"), [(None, "ltr"), ("ar", "rtl")])
def test_pages_are_shown_completely_from_a_folder_and_from_a_server(
    make_site, page, serve, language, direction
):
    site = make_site(language)
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(pages) == 9
    for home in [serve(site)] if language else [site.as_uri(), serve(site)]:
        for name in pages:
            page.goto(f"{home}/{name}")
            page.wait_for_selector("h1")  # also after a redirect from an old address
            assert page.evaluate("getComputedStyle(document.body).direction") == direction
            # Its style is applied, and its ClaimReview is readable.
            assert (
                page.evaluate("getComputedStyle(document.querySelector('header')).borderBottomWidth") == "1px"
            )
            texts = page.locator("script:not([src])").all_text_contents()
            assert [json.loads(text)["@type"] for text in texts] == ["ClaimReview"] * ("review" in name)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


@pytest.mark.parametrize("is_served", [False, True], ids=["from a folder", "from a server"])
def test_a_reader_searches_the_site(make_site, page, serve, is_served):
    """Letters without accents and other endings of words are found, what is written in a claim is never run, and a search has an address."""
    site = make_site(None)
    home = serve(site) if is_served else site.as_uri()
    page.goto(f"{home}/find/index.html")
    assert page.locator("script#verdicts").count() == 0  # nothing is fetched before somebody searches
    for typed, found in (
        ("rents", ["1.html", "2.html"]),
        ("réNT DOUBLED", ["1.html", "2.html"]),
        ("STRASSE 19", ["2.html"]),
        ("miller unproven", ["2.html"]),
        ("<script> alert", ["2.html"]),
        ("alert 1990", ["2.html"]),
        ("alert 1999", []),
        ("दिल", ["2.html"]),
        ("दल", []),  # another vowel, another word
        ("दाल", []),
        ("oub", ["1.html", "2.html"]),  # within a word
        ("doublée", ["1.html", "2.html"]),  # without the two letters at the end of a long word
        ("rens", ["1.html", "2.html"]),  # without one of a short word
        ("rental", []),
        ("rex", []),
        ("zebra doubled", []),
        ("Οδός", ["2.html"]),
    ):
        page.fill("#words", typed)
        page.keyboard.press("Enter")
        page.locator("#found:not(:empty)", has_not_text="…").wait_for()
        links = page.locator("#results a").evaluate_all("all => all.map(one => one.href.split('/').pop())")
        assert sorted(links) == found, typed
        told = page.text_content("#found")
        assert told == (f"Found: {len(found)}" if found else "Nothing found.")
    page.fill("#words", "alert")
    page.keyboard.press("Enter")
    page.locator("#results a").wait_for()
    assert page.locator("#results h2").all_text_contents() == [HOSTILE]
    claim, verdict = page.locator("#results p").all_text_contents()
    assert claim == "Ada Miller: “Nobody pays rent”"
    assert verdict == "Unproven 2024-05-03 · corrected: 2024-05-03"
    assert page.url == f"{home}/find/index.html?q=alert"
    page.fill("#words", "")
    page.keyboard.press("Enter")
    page.locator("#found:empty").wait_for(state="attached")
    assert (page.url, page.locator("#results a").count()) == (f"{home}/find/index.html", 0)
    page.goto(f"{home}/find/index.html?q=doubled")
    page.click("#results a")  # what has a word at its beginning is before "redoubled", although that is newer
    page.wait_for_selector("article")
    assert page.url == f"{home}/reviews/1.html"


def test_a_search_whose_list_did_not_arrive_says_that_it_waits_and_tries_again(make_site, contexts):
    """After the network had broken off, words were typed and nothing happened until the page was opened again."""
    verdicts = make_site(None) / "find/verdicts.js"
    away = verdicts.rename(verdicts.with_suffix(".away"))
    with contexts.borrow({}) as context:  # not `page`, which fails on the file that is not there
        page = context.new_page()
        page.goto(verdicts.with_name("index.html").as_uri())
        page.fill("#words", "rents")
        page.locator("#found", has_text="…").wait_for()
        page.locator("script#verdicts").wait_for(state="detached")
        away.rename(verdicts)
        page.keyboard.press("Enter")
        page.locator("#found", has_text="Found: 2").wait_for()


def test_a_search_says_how_many_of_its_results_are_listed_and_can_be_printed(make_site, page):
    page.goto(f"{(make_site(None) / 'find/index.html').as_uri()}?q=rent")
    page.locator("#results a").first.wait_for()
    many = "Array.from({length: 103}, (_, page) => [page, 'Rent', 'Rent', '', 'True', '', ''])"
    page.evaluate(f"claimtrackVerdicts({many})")
    assert (page.text_content("#found"), page.locator("#results li").count()) == ("Found: 100 / 103", 100)
    page.emulate_media(media="print")
    seen = [page.is_visible(one) for one in ("#results li:last-child a", "#found", "#words", "label")]
    assert seen == [True, True, False, False]


def test_the_lists_are_there_without_the_script(make_site, contexts):
    path = make_site(None) / "find/index.html"
    with contexts.borrow({"java_script_enabled": False}) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        assert page.is_hidden("form")
        page.click("text=Half true")
        assert page.text_content("h1") == "Fact checks: Half true"


def test_a_printed_page_has_all_places_and_the_addresses_of_links_but_no_menus(
    make_site, reviewed_desk, contexts
):
    linking.add_link(reviewed_desk, 1, "https://stats.example/1", title="Rents", actor="ada")
    publish_again = reviewing.correct(reviewed_desk, 1, note="More.", actor="ben")
    reviewing.submit(reviewed_desk, publish_again, actor="ada")
    reviewing.approve(reviewed_desk, publish_again, actor="cid")
    reviewing.publish(reviewed_desk, publish_again, reviewed_on="2024-05-03", actor="ben")
    for number in range(25):
        again = NewClaim("Rent doubled in ten years", source=f"https://news.example/again/{number}")
        add_claim(reviewed_desk, again, attach_to=1, actor="ada")
    path = make_site(None) / "reviews/1.html"
    last = "li:has-text('again/24')"
    with contexts.borrow({}) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        assert (page.is_visible(last), page.is_visible("nav")) == (False, True)
        page.emulate_media(media="print")
        assert (page.is_visible(last), page.is_visible("nav")) == (True, False)
        shown = "element => getComputedStyle(element, '::after').content"
        assert "(https://stats.example/1)" in page.locator("text=Rents").first.evaluate(shown).replace(
            '" "', ""
        )
        assert page.locator(f"{last} a").evaluate(shown) == "none"  # its text is the address


def test_a_script_injected_into_a_page_does_not_run(make_site, contexts):
    path = make_site(None) / "index.html"
    hostile = '<script>document.title = "run"</script><img src=x onerror="document.title = \'run\'"><p style="color: red" id=p>'
    path.write_text(path.read_text(encoding="utf-8").replace("<main>", f"<main>{hostile}"), encoding="utf-8")
    messages: list[str] = []
    with contexts.borrow({}) as context:
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
        assert (page.title(), page.locator("#p").evaluate("element => element.style.length")) == (
            "The Fact Desk",
            0,
        )
    assert sum("Content Security Policy" in message for message in messages) >= 2
