"""Characters that reverse the writing direction affect nothing outside the text that contains them."""

from __future__ import annotations

import re
from contextlib import closing
from html.parser import HTMLParser

import pytest
from lxml.html import document_fromstring

from claimtrack.core.model import Article, Comparison, ExtractedClaim, Kind, Status, Suggestion
from claimtrack.plugin import bidi
from claimtrack.store import appearances, articles, claimants, claims, matches, tags
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow.editing import edit_claim
from tests.desks import file_article
from tests.tables import each_row

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio

OVERRIDE = "\u202e"
ISOLATING = {"bdi", "title", "textarea", "text", "option", "script"}
"""Elements that contain nothing but one text."""


class LooseTexts(HTMLParser):
    """Collects the texts with the character that are not isolated from their surroundings."""

    def __init__(self):
        super().__init__()
        self.open, self.loose = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ("input", "link", "meta", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if OVERRIDE in data and not ISOLATING & set(self.open):
            self.loose.append((self.open[-1], data.strip()))


@pytest.fixture
def desk_with_overrides(path):
    """Claim 6 with everything that can belong to it, and claim 7 that resembles it; every text has the character."""
    words = f"1+1{OVERRIDE}=2"
    db = open_desk(path)
    with write_transaction(db, "setup"):
        article = Article(f"{words} {words} {words}", url="https://a.example/9", title=words, outlet=words)
        article_id, claimant_id = articles.add(db, article), claimants.get_or_add(db, words)
        for number in range(2):
            claim_id = claims.add(
                db, f"{words} {number}", claimant_id=claimant_id, status=Status.PROPOSED, score=1
            )
            start = number * (len(words) + 1)
            found = ExtractedClaim(
                text=words, start=start, end=start + len(words), speaker=words, speaker_as_written=words,
                kind=Kind.DIRECT, score=1.0, checkworthy=True, reasons=(words,), context_before=words, context_after=words,
            )  # fmt: skip
            appearances.add_extracted(
                db, found, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id, extractor="x"
            )
        tags.add(db, 6, words)
        comparison = Comparison(0.99, Suggestion.DUPLICATE, (words,), (words,))
        matches.record_suggestions(db, [(6, 7, comparison)], scorer="test")
    work.add_note(db, 6, words, actor=words)
    edit_claim(db, 6, text=f"{words} and png", claimant=words, actor="eve")
    with write_transaction(db, "setup"):
        matches.record_suggestions(db, [(6, 7, comparison)], scorer="test")
    db.close()


@each_row("page", ["claim/6", "article/2", "triage", "duplicates", "desk", "speaker/2", "search?q=png"])
async def test_a_direction_override_is_isolated_on_every_page(ds, desk_with_overrides, page):
    html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
    parser = LooseTexts()
    # An article's text is a single text: it may reverse its own direction.
    parser.feed(re.sub('<div class="ct-body".*?</div>', "", html, flags=re.DOTALL))
    assert OVERRIDE in html
    assert parser.loose == []


async def test_a_quote_runs_in_the_direction_of_its_paragraph(ds, path):
    text, quote = "News.\n\nقال إن الحافلات مجانية.\n\nEnd.", "الحافلات مجانية"
    with closing(open_desk(path)) as db:
        file_article(db, text, [(quote, "outlet", 0.9)])
        claim_id = claims.newest_id(db)
    html = (await ds.client.get(f"/claims/-/claim/{claim_id}", actor=EDITOR)).text
    passage = re.search(
        r"<blockquote class=.ct-context.>\s*<bdi[^>]*>(.*?)</bdi>\s*</blockquote>", html, re.DOTALL
    )
    assert (
        passage[1]
        == f'<bdi>News.</bdi> ¶ قال إن <mark class="ct-kind-outlet">{quote}</mark>. ¶ <bdi>End.</bdi>'
    )


async def test_history_isolates_old_and_new_values_from_each_other(ds, desk_with_overrides):
    html = (await ds.client.get("/claims/-/claim/6", actor=EDITOR)).text
    html = re.sub('<bdi class="ct-turn" [^>]*>(.)</bdi>', r"\1", html)
    assert f"text: <bdi>1+1{OVERRIDE}=2 0</bdi> → <bdi>1+1{OVERRIDE}=2 and png</bdi>" in html


async def test_a_direction_override_is_shown_as_a_mark_but_kept_in_forms_and_json(ds, desk_with_overrides):
    mark = f'<bdi class="ct-turn" data-mark="\\u202e">{OVERRIDE}</bdi>'
    for page in ("claim/6", "article/2", "triage", "desk"):
        html = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert f"1+1{mark}=2" in html, page
        words = re.sub(
            r"<(textarea|title|option)\b.*?</\1>|<[^>]*>", "", html.replace(mark, ""), flags=re.DOTALL
        )
        assert OVERRIDE not in words, page
    article = (await ds.client.get("/claims/-/article/2", actor=EDITOR)).text
    body = re.search('<div class="ct-body".*?</div>', article, flags=re.DOTALL).group()
    words = f"1+1{OVERRIDE}=2"
    assert re.sub("<[^>]*>", "", body) == f"{words} {words} {words}"  # selecting it yields the stored text
    claim = (await ds.client.get("/claims/-/claim/6", actor=EDITOR)).text
    assert f"{words} and png</textarea>" in claim
    assert (await ds.client.get("/claims/-/claim/6.json", actor=EDITOR)).json()["notes"][0]["body"] == words


@each_row("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
async def test_each_bidi_control_and_no_other_character_is_marked(code):
    control, mark = chr(code), f'<bdi class="ct-turn" data-mark="\\u{code:04x}">{chr(code)}</bdi>'
    page = f'<p title="a{control}">a{control}b</p><textarea>{control}</textarea><svg><text>{control}</text></svg>'
    assert bidi.show_bidi_controls(page) == page.replace(f"a{control}b", f"a{mark}b")
    plain = "<p>شكرا\u200f و \u200eabc 👩\u200d👩</p>"
    assert bidi.show_bidi_controls(plain) == plain


@pytest.mark.parametrize(
    ("page", "column"),
    [
        ("claims", "text"),
        ("claim_overview", "text"),
        ("notes", "body"),
        ("claims_to_check", "text"),
        ("articles", "title"),
    ],
)
async def test_datasettes_tables_and_canned_queries_mark_direction_overrides(
    ds, desk_with_overrides, path, page, column
):
    with closing(open_desk(path)) as db:
        work.set_status(db, 6, Status.OPEN, actor="eve")
    html = (await ds.client.get(f"/claims/{page}", actor=EDITOR)).text
    cells = re.findall(f'<td class="col-{column}[^"]*">(.*?)</td>', html, flags=re.DOTALL)
    marked_cells = [cell for cell in cells if "1+1" in cell]
    assert marked_cells
    assert all("1+1\\u202e=2" in cell and OVERRIDE not in cell for cell in marked_cells)
    [stored, *_] = [
        row
        for row in (await ds.client.get(f"/claims/{page}.json?_shape=array", actor=EDITOR)).json()
        if "1+1" in (row[column] or "")
    ]
    assert f"1+1{OVERRIDE}=2" in stored[column]


@pytest.mark.parametrize(
    "page", ["claim/1", "propose", "bring", "marked?claim=1", "tags", "search?q=x", "speaker/1"]
)
async def test_what_is_typed_runs_in_its_own_direction(ds, page):
    """Arabic in a field that runs from left to right has its full stop, and the cursor, at the wrong end."""
    fields = document_fromstring((await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text).xpath(
        "//textarea | //input[@type='text' or @type='search']"
    )
    assert {field.get("dir") for field in fields} == {"auto"}
