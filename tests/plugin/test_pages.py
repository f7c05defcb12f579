"""The claim page, the article page, the search box, and the desk's links on Datasette's own pages."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html import escape, unescape
from urllib.parse import quote

import pytest
from lxml.html import document_fromstring

from claimtrack.core.model import Article, Comparison, OnDuplicate, Purpose, Role, Suggestion
from claimtrack.plugin.pages import search
from claimtrack.store import appearances, articles, claims, interventions, matches, tags
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow import people
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.changes import is_human_change
from tests.tables import each_row

from .conftest import EDITOR, TEXT, VIEWER

pytestmark = pytest.mark.asyncio


async def test_the_plug_in_is_installed(ds):
    response = await ds.client.get("/-/plugins.json")
    assert "claimtrack" in {plugin["name"] for plugin in response.json()}


async def test_the_claim_page_shows_speaker_sources_tags_and_notes(ds):
    html = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    for words in ("Trade grew by 40%", "The minister", "Statistics", "refutes", "economy", "rob"):
        assert words in html
    assert 'href="/claims/-/article/1#a1"' in html


@each_row(
    ("address", "tags_in"),
    [
        ("desk", lambda page: page["to_triage"][0]["tags"]),
        ("search.json?q=trade", lambda page: page["claims"][0]["tags"]),
        ("search.json?q=1", lambda page: page["numbered"]["tags"]),
        ("duplicates", lambda page: page["sides"][0]["claim"]["tags"]),
        ("speaker/1", lambda page: page["claims"][0]["tags"]),
        ("claim/1", lambda page: page["claim"]["tags"]),
    ],
)
async def test_json_pages_give_tags_as_a_list(ds, path, address, tags_in):
    with sqlite3.connect(path) as desk:
        desk.execute(
            "insert or ignore into claim_tags (claim_id, tag_id) select claims.id, tags.id from claims, tags"
        )
    address = address if ".json" in address else f"{address}.json"
    page = (await ds.client.get(f"/claims/-/{address}", actor=VIEWER)).json()
    assert tags_in(page) == ["economy"]


async def test_the_claim_page_shows_its_history_with_actors(ds):
    page = (await ds.client.get("/claims/-/claim/1.json", actor=VIEWER)).json()
    assert [change["actor"] for change in page["timeline"]][-1] == "setup"
    assert {change["table_name"] for change in page["timeline"]} >= {"claims", "notes", "evidence"}
    assert "economy" in [change["summary"] for change in page["timeline"]]
    sure = [c["changes"]["kind_certain"] for c in page["timeline"] if "kind_certain" in c["changes"]]
    assert sure == [[None, True]]
    shown = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    for words in (
        "filed the claim: ",
        "added the tag: <bdi>economy",
        "added the note: ",
        "added the source: ",
        "added the appearance: ",
    ):
        assert words in shown


async def test_a_place_without_an_address_is_named_among_the_appearances(ds, path):
    db = open_desk(path)
    new_claim = NewClaim("Rents rose by a tenth", "Ada Miller", "said on <the> radio", "2024-01-01")
    claim_id = add_claim(db, new_claim, actor="ada").claim_id
    db.close()
    html = (await ds.client.get(f"/claims/-/claim/{claim_id}")).text
    section = html.split('id="appearances"')[1].split("</section>")[0]
    assert "said on &lt;the&gt; radio" in section


@pytest.mark.parametrize("page", ["triage", "claim/{}"])
async def test_the_context_of_a_quote_has_whole_words_and_an_ellipsis_where_cut(ds, path, page):
    db = open_desk(path)
    article = Article(f"{'x' * 100} and {'y' * 196}? Rents fell by 40 per cent in 2023. And that is all.")
    [filed] = [
        claim for claim in ingest_article(db, article, actor="ada").filed if "Rents" in claim.found.text
    ]
    db.execute("update claims set score = 1 where id = ?", [filed.claim_id])
    db.close()
    html = (await ds.client.get(f"/claims/-/{page.format(filed.claim_id)}", actor=VIEWER)).text
    shown = re.sub("<[^>]*>", "", html[html.index("<blockquote") : html.index("</blockquote")]).strip()
    assert shown == f"…{'y' * 196}? Rents fell by 40 per cent in 2023. And that is all."


async def test_a_claim_dropped_from_the_new_version_of_its_article_is_flagged(ds, path):
    db = open_desk(path)
    text = TEXT.replace(" in 2023, records show", "")
    article = Article(text, url="https://news.example/trade", title="Trade <b>news</b>", outlet="The News")
    newer = ingest_article(db, article, actor="ada").article_id
    db.execute("update claims set status = 'proposed', score = 1 where id = 3")
    matches.record_suggestions(db, [(1, 3, Comparison(1.0, Suggestion.DUPLICATE))], scorer="test")
    db.close()
    pages = {number: (await ds.client.get(f"/claims/-/claim/{number}")).text for number in (1, 3)}
    assert "no longer in" not in pages[1]
    assert "on an unknown day, <strong>no longer in its article</strong></dd>" in pages[3]
    assert f'<a href="/claims/-/article/{newer}">its new version</a> does not contain it' in pages[3]
    assert "Earlier versions with it" not in pages[3]  # it is in no later version
    assert f'<a href="/claims/-/article/{newer}">changed since</a>, but still contains it' in pages[1]
    assert [page.count("earlier version") for page in pages.values()] == [1, 0]
    first = (await ds.client.get("/claims/-/article/1")).text
    assert f'<a href="/claims/-/article/{newer}">newest version</a>' in first
    assert ">newest version</a>" not in (await ds.client.get(f"/claims/-/article/{newer}")).text
    shown = (await ds.client.get("/claims/-/triage")).text
    assert "no longer in its article" in shown
    pair = (await ds.client.get("/claims/-/duplicates.json?show=repeats", actor=EDITOR)).json()["sides"]
    assert [{row["article_id"] for row in side["appearances"]} for side in pair] == [{newer}, {1}]


@each_row(
    ("settings", "is_open", "reason"),
    [
        ({}, True, "plain Datasette on a desk that never had users"),
        ({"public_read": True}, True, "strangers may read"),
        ({"public_read": False}, False, "strangers may not read"),
        ({"public_read": True, "local_names_only": True}, False, "`claimtrack serve` on a reporter's own machine"),
    ],
)  # fmt: skip
async def test_notes_are_called_confidential_only_where_strangers_cannot_read(path, serve, settings, is_open):
    roles = {"roles": {EDITOR["id"]: "editor"}}
    ds = await serve(path, config={"plugins": {"claimtrack": {**settings, **roles}}})
    for address in ("/claims/-/claim/1", "/claims/-/marked?claim=1"):
        shown = await ds.client.get(address, actor=EDITOR, headers={"host": "localhost"})
        assert shown.status_code == 200
        assert ("must be protected in a note" in shown.text) is not is_open, address
    page = (await ds.client.get("/claims/-/claim/1", actor=EDITOR, headers={"host": "localhost"})).text
    assert ("This desk is open to everybody, and so is what you write" in page) is is_open


async def test_the_claim_page_links_to_the_time_in_a_recording(ds, path):
    with closing(open_desk(path)) as desk:
        text = (
            "[00:00:31]\n\n>> Ada Moor: Yes.\n\n[00:12:40]\n\n>> Ada Moor: Rents fell by 12 percent in May."
        )
        article = Article(text, url="https://vimeo.com/12")
        *_, filed = ingest_article(desk, article, actor="ada").filed
    page = (await ds.client.get(f"/claims/-/claim/{filed.claim_id}", actor=VIEWER)).text
    assert re.search(r'<a href="https://vimeo.com/12#t=760s"[^>]*><bdi>at 12:40</bdi></a>', page)


async def test_earlier_versions_of_an_article_are_folded_below_the_last_one(ds, path):
    db = open_desk(path)
    for number in range(4):
        words = "".join(f" Part {part} of the debate is over." for part in range(number))
        ingest_article(db, Article(TEXT + words, url="https://news.example/trade"), actor="ada")
    seen = [row["id"] for row in appearances.of_claim(db, 1)]
    matches.record_suggestions(db, [(1, 2, Comparison(1.0, Suggestion.DUPLICATE))], scorer="test")
    db.close()
    page = (await ds.client.get("/claims/-/claim/1")).text
    [folded] = re.findall(r"<summary>Earlier versions with it: (\d+)</summary>", page)
    assert int(folded) == len(seen) - 1
    places = re.findall(r'href="/claims/-/article/\d+#a(\d+)"', page)
    assert [int(place) for place in places] == [seen[-1], *seen[:-1]]
    assert page.index(f'#a{seen[-1]}"') < page.index("Earlier versions") < page.index(f'#a{seen[0]}"')
    pair = (await ds.client.get("/claims/-/duplicates.json?show=repeats", actor=EDITOR)).json()["sides"]
    assert [row["id"] for row in pair[0]["appearances"]] == seen[-1:]


async def test_an_earlier_version_links_to_the_newest_and_its_triage_shows_that_one(ds, path):
    with closing(open_desk(path)) as db:
        segments = [
            "[00:00:10]\n\n>> Ada Moor: Rents fell by 12 percent in May.",
            "[00:00:40]\n\n>> Tom Ryle: Eleven clinics closed in June.",
        ]
        versions = [
            ingest_article(
                db,
                Article("\n\n".join(segments[:number] + added), url="https://vimeo.com/12", title=title),
                actor="ada",
            )
            for number, added, title in (
                (1, [], "Debate"),
                (2, [], "Debate: rents"),
                (2, ["[00:01:10]\n\n>> Ada Moor: That is not so."], "Debate: clinics"),
            )
        ]
    first, second, last = (version.article_id for version in versions)
    page = (await ds.client.get(f"/claims/-/article/{first}", actor=EDITOR)).text
    assert f'<a href="/claims/-/article/{second}">later version</a>' in page
    assert "later version" not in (await ds.client.get(f"/claims/-/article/{second}")).text
    assert f'<a href="/claims/-/article/{last}">newest version</a>' in page
    queue = (await ds.client.get(f"/claims/-/triage.json?article={first}", actor=EDITOR)).json()
    assert (queue["article_id"], queue["waiting"]) == (last, 3)
    shown = queue["case"]["appearance"]
    assert (shown["article_id"], shown["timecode"]) == (last, "0:10")
    assert "Eleven clinics" in shown["context_after"]
    page = (await ds.client.get(f"/claims/-/triage?article={first}", actor=EDITOR)).text
    assert re.search(r'<a href="https://vimeo.com/12#t=10s"[^>]*><bdi>at 0:10</bdi></a>', page)
    assert f"triage?skip=1&amp;article={last}" in page


async def test_an_unknown_date_is_shown_as_unknown(ds, path):
    db = open_desk(path)
    db.execute("update claims set status = 'proposed', score = 1 where id = 1")
    matches.record_suggestions(db, [(1, 2, Comparison(1.0, Suggestion.DUPLICATE))], scorer="test")
    db.close()
    for page in ("claim/1", "triage", "duplicates"):
        html = (await ds.client.get(f"/claims/-/{page}")).text
        assert "unknown day (filed 20" in html
        assert "None" not in html
    assert "None" not in (await ds.client.get("/claims/-/speaker/1")).text


async def test_a_very_long_claim_gets_a_smaller_heading(ds, path):
    with closing(open_desk(path)) as db:
        long = add_claim(
            db, NewClaim("Rents rose and " * 30 + "fell"), on_duplicate=OnDuplicate.NEW, actor="ada"
        )
    for number, is_long in ((1, False), (long.claim_id, True)):
        page = (await ds.client.get(f"/claims/-/claim/{number}")).text
        assert ('<h1 class="ct-long">' in page) is is_long


async def test_only_web_addresses_in_a_note_become_links(ds, path):
    with closing(open_desk(path)) as db:
        work.add_note(
            db, 1, 'See https://stats.example/a?b=1&c="2" <b>now</b> javascript:alert(1)', actor="rob"
        )
    html = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    [link] = re.findall(r'<a href="https://stats.example/a[^>]*>', html)
    assert link.count('"') == 4
    assert {"nofollow", "noopener"} <= set(re.search('rel="([^"]*)"', link)[1].split())
    assert "&lt;b&gt;now&lt;/b&gt; javascript:alert(1)" in html


async def test_notes_and_titles_are_escaped(ds):
    assert "Ask the &lt;ministry&gt;" in (await ds.client.get("/claims/-/claim/1")).text
    assert "Trade &lt;b&gt;news&lt;/b&gt;" in (await ds.client.get("/claims/-/article/1")).text


async def test_the_article_page_shows_the_text_unchanged(ds):
    html = (await ds.client.get("/claims/-/article/1")).text
    body = re.search(r'<div class="ct-body".*?>(.*?)</div>', html, re.DOTALL)[1]
    assert re.sub(r"<[^>]+>", "", body) == TEXT


async def test_each_claim_is_marked_at_its_span_even_where_spans_overlap(ds):
    html = (await ds.client.get("/claims/-/article/1")).text
    marks = re.findall(
        r'<a class="ct-mark ct-kind-(\w+)[^"]*"\s+href="/claims/-/claim/(\d+)"[^>]*>([^<>]*)</a>', html
    )
    assert marks == [
        ("direct", "1", "Trade grew by 40%,"),
        ("outlet", "2", "Trade grew by 40% "),
        ("indirect", "3", "in 2023"),
        ("indirect", "3", ", records show"),
    ]
    assert "a percentage" in html


async def test_the_article_page_counts_statuses_and_lets_editors_mark_claims(ds):
    await ds.client.post(
        "/claims/-/marked/change", json={"claims": [1, 2], "status": "checking"}, actor=EDITOR
    )
    page = (await ds.client.get("/claims/-/article/1.json", actor=EDITOR)).json()
    counts = ", ".join(f"{number} {status}" for status, number in page["statuses"].items())
    assert (page["statuses"]["checking"], page["proposed"]) == (2, 0)
    html = (await ds.client.get("/claims/-/article/1", actor=EDITOR)).text
    assert counts in re.sub(r"\s+", " ", html)
    assert 'href="/claims/-/export.csv?preset=log&amp;article=1"' in html
    for number in (1, 2):
        assert f'name="claim" value="{number}" form="ct-mark"' in html
    assert (
        "ct-mark-all"
        not in (await ds.client.get("/claims/-/article/1", actor={"id": "vic", "role": "viewer"})).text
    )


async def test_the_article_page_shows_editors_what_claims_lack_for_publication(ds):
    await ds.client.post("/claims/-/claim/1/work", json={"status": "checking"}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/article/1.json", actor=EDITOR)).json()
    lacking = {row["claim_id"]: row["lacks"] for row in page["lacking"]}
    assert lacking[1] == ["no review", "no evidence is marked as a primary source"]
    assert lacking[2] == ["no review", "no evidence"]
    assert page["ready"] == []
    html = re.sub(r"\s+", " ", (await ds.client.get("/claims/-/article/1", actor=EDITOR)).text)
    assert f"Is it your own piece? {page['readiness']}</summary>" in html
    assert '<li><a href="/claims/-/claim/2">Claim 2</a>: no review; no evidence</li>' in html
    assert "Is it your own piece?" not in (await ds.client.get("/claims/-/article/1", actor=VIEWER)).text


@each_row("address", ["/claims/-/claim/99", "/claims/-/article/99", "/claims/-/claim/999999999999999999"])
async def test_an_unknown_claim_or_article_is_a_clear_404(ds, address):
    response = await ds.client.get(address, actor=EDITOR)
    assert response.status_code == 404
    assert "Not found" in response.text
    assert re.search("There is no (claim|article|claimant) 9+|This desk has no such page", response.text)


async def test_an_unknown_claim_is_a_404_in_json(ds):
    response = await ds.client.get("/claims/-/claim/99.json", actor=EDITOR)
    assert (response.status_code, response.json()["kind"]) == (404, "NotFound")


@each_row(
    ("address", "wrong"),
    [
        ("changes.json?sinse=today", "there is no parameter 'sinse' here. Parameters: since, until, by, what, claim, before,"),
        ("search.json?q=trade&limit=1", "there is no parameter 'limit' here. Parameters: q"),
        ("claim/1.json?fields=id", "there is no parameter 'fields' here. Parameters: none"),
    ],
)  # fmt: skip
async def test_a_program_is_told_of_a_parameter_that_a_page_does_not_have(ds, address, wrong):
    """It would take all of it for the part that it asked for."""
    answer = await ds.client.get(f"/claims/-/{address}", actor=EDITOR)
    assert (answer.status_code, answer.json()["kind"]) == (400, "InvalidValue")
    assert answer.json()["error"].startswith(wrong)
    page = await ds.client.get(f"/claims/-/{address.replace('.json', '')}", actor=EDITOR)
    assert page.status_code == 200, "an address that was sent around may have anything added to it"
    assert (await ds.client.get("/claims/-/desk.json?_fresh=1", actor=EDITOR)).status_code == 200


async def test_a_database_that_is_not_a_desk_has_no_desk_pages(ds):
    ds.add_memory_database("other", name="other")
    assert (await ds.client.get("/other/-/claim/1")).status_code == 404
    assert (await ds.client.get("/nowhere/-/claim/1")).status_code == 404
    assert (await ds.client.get("/other")).status_code == 200


async def test_a_tag_links_to_all_claims_that_have_it(ds):
    for tag in ("EU & us", "a, b", "100%"):
        await ds.client.post("/claims/-/claim/2/tag", json={"tag": tag}, actor=EDITOR)
    page = (await ds.client.get("/claims/-/claim/2")).text
    addresses = re.findall(r'<a class="ct-tag" href="([^"]+)"', page)
    assert len(addresses) == 3
    for address in addresses:
        listed = (await ds.client.get(address.replace("?", ".json?"))).json()["rows"]
        assert [row["id"] for row in listed] == [2], address


async def test_similar_claims_show_their_assignee_while_unfinished(ds):
    shown = []
    for status in ("open", "parked"):
        changed = await ds.client.post(
            "/claims/-/claim/5/work", json={"assignee": "rob", "status": status}, actor=EDITOR
        )
        assert changed.status_code == 200, changed.text
        for address in ("claim/4", "triage"):
            page = (await ds.client.get(f"/claims/-/{address}", actor=EDITOR)).text
            shown.append("assigned to <bdi>rob</bdi>" in page)
    assert shown == [True, True, False, False]


async def test_similar_claims_show_their_claimant(ds):
    page = (await ds.client.get("/claims/-/claim/4")).text
    assert "Ana" not in page
    await ds.client.post("/claims/-/claim/5/edit", json={"claimant": "Ana"}, actor=EDITOR)
    similar = (await ds.client.get("/claims/-/claim/4")).text.split("Similar claims</h2>")[1]
    assert '<bdi class="ct-who">Ana</bdi>' in similar


async def test_datasettes_pages_link_to_ours(ds):
    table = (await ds.client.get("/claims/claim_overview")).text
    assert '<a href="/claims/-/claim/2" aria-label="claim 2">2</a>' in table
    assert '<a href="/claims/-/claim/2" dir="auto">Trade grew by 40% in 2023</a>' in table
    for path, page in (("claims/1", "claim/1"), ("articles/1", "article/1"), ("notes/1", "claim/1")):
        row = (await ds.client.get(f"/claims/{path}")).text
        assert f'<a href="/claims/-/{page}">Open the page of this' in row

    assert '<a href="/claims/-/desk">Open the desk</a>' in (await ds.client.get("/claims")).text


async def test_lists_show_places_in_words_and_leave_empty_tag_cells_blank(ds, path):
    with closing(open_desk(path)) as db:
        add_claim(db, NewClaim("The quay reopened.", source="Radio Quay, 8:10"), actor="ada")
    listed = (await ds.client.get("/claims/article_overview")).text
    assert re.search(r'class="col-source[^>]*>\s*Radio Quay, 8:10', listed)
    claims = (await ds.client.get("/claims/claim_overview")).text
    assert re.search(r'class="col-tags[^>]*>\s*<span class="ct-none">&nbsp;', claims)
    lists = [
        claims,
        *[(await ds.client.get(f"/claims/{name}")).text for name in ("claimant_overview", "speakers")],
    ]
    assert not any(re.search(r'class="col-(tags|other_names)[^>]*>\s*\[', page) for page in lists)


async def test_an_untitled_article_has_the_same_name_in_the_list_and_on_its_page(ds, path):
    with closing(open_desk(path)) as db:
        for text in (
            "Fares <to> the islands rise\n\nThe ferry carried 900 cars in May.\n",
            "The quay reopened.\n",
        ):
            article_id = articles.add(db, Article(text=text, outlet="The Tide", published_on="2024-04-22"))
    address = "/claims/article_overview"
    listed = (await ds.client.get(address)).text
    titles = [
        unescape(cell.strip())
        for cell in re.findall(r'<td class="col-title[^>]*>\s*<a[^>]*>([^<]*)<', listed)
    ]
    assert titles[:2] == ["The Tide, 2024-04-22", "Fares <to> the islands rise"]
    for title, number in zip(titles[:2], (article_id, article_id - 1), strict=True):
        assert f"<bdi>{escape(title)}</bdi></h1>" in (await ds.client.get(f"/claims/-/article/{number}")).text
    assert (await ds.client.get(f"{address}?_col=title&_nocol=id")).status_code == 200


async def test_the_dark_style_applies_to_datasettes_pages_of_desks_only(ds, path, serve, tmp_path):
    for address in ("/claims", "/claims/claim_overview", "/claims/claims/1", "/claims/due"):
        page = (await ds.client.get(address)).text
        assert "claimtrack_dark.css" in page
        assert '<nav class="ct-nav"' in page, "the desk menu"
    assert "claimtrack_dark.css" in (await ds.client.get("/-/")).text
    sqlite3.connect(tmp_path / "other.db").execute("create table t (x)").connection.close()
    both = await serve(path, tmp_path / "other.db")
    for address in ("/other", "/other/t", "/-/"):
        page = await both.client.get(address)
        assert (page.status_code, "claimtrack_dark.css" in page.text) == (200, False)
    assert "claimtrack_dark.css" in (await both.client.get("/claims")).text


async def test_datasettes_page_of_another_database_has_no_link_to_the_desk(ds):
    ds.add_memory_database("other", name="other")
    assert "Open the desk" not in (await ds.client.get("/other")).text


OPENS_AT = [
    ({"opens_at_desk": True}, {}, (302, "/claims/-/desk"), "as `claimtrack serve` sets it"),
    ({"opens_at_desk": True}, {"base_url": "/at/"}, (302, "/at/claims/-/desk"), "behind a proxy"),
    ({}, {}, (200, None), "Datasette's own start page by default"),
    ({"opens_at_desk": "no"}, {}, (200, None), "a string is not true"),
]


@pytest.mark.parametrize(("config", "settings", "expected", "reason"), OPENS_AT)
async def test_the_start_page_redirects_to_the_desk_if_configured(
    path, serve, config, settings, expected, reason
):
    datasette = await serve(path, settings=settings, config={"plugins": {"claimtrack": config}})
    response = await datasette.client.get("/")
    assert (response.status_code, response.headers.get("location")) == expected, reason
    assert (await datasette.client.get("/-/")).status_code == 200
    assert (await datasette.client.get("/.json")).json()["databases"][0]["name"] == "claims"


async def test_the_start_page_is_datasettes_own_without_a_desk(tmp_path, serve):
    sqlite3.connect(tmp_path / "other.db").execute("create table t (x)").connection.close()
    config = {"plugins": {"claimtrack": {"opens_at_desk": True}}}
    datasette = await serve(tmp_path / "other.db", config=config)
    assert (await datasette.client.get("/")).headers["location"] == "/-/"


async def test_readers_see_published_claims_first_and_no_triage(ds):
    titles = {}
    for name, actor in (("stranger", None), ("viewer", VIEWER), ("editor", EDITOR)):
        page = (await ds.client.get("/claims/-/desk", actor=actor)).text
        assert ("Triage 2 proposed" in page) == (name == "editor")
        titles[name] = re.findall("<h[12][^>]*>([^<]+)", page)
    assert titles["stranger"] == titles["viewer"]
    assert titles["stranger"][:3] == ["Claims of The Daily Test", "Recently published", "In review"]
    assert titles["editor"][:3] == ["What needs doing", "Mine", "Proposed"]


async def test_a_desk_without_users_says_how_to_add_one_and_then_offers_log_in(
    desk_path, serve, quick_hashing
):
    config = {"plugins": {"claimtrack": {"local_names_only": True, "public_read": True}}}
    datasette = await serve(desk_path, config=config)

    async def shown(address, actor=None):
        headers = {"host": "localhost"}
        return (await datasette.client.get(address, headers=headers, actor=actor)).text

    before = await shown("/claims/-/desk")
    assert f"claimtrack --db {desk_path} user add NAME --role editor" in before
    assert "<h1>Claims of this desk</h1>" in before
    assert ">Log in</a>" not in before
    assert "user add" not in await shown("/claims/-/desk", EDITOR)
    people.add_user(desk_path, "eve", Role.EDITOR, "correct horse battery")
    for address in ("/claims/-/desk", "/claims/claim_overview"):
        page = await shown(address)
        assert f'<a href="/claims/-/login?next={quote(address, safe="")}">Log in</a>' in page
        assert "user add" not in page
        assert ">Log in</a>" not in await shown(address, EDITOR)


async def test_id_columns_in_custom_sql_link_to_their_pages(ds):
    sql = "select 1 as claim_id, 2 as article_id, 3 as claimant_id, 4 as id, 'x' as claim_id_2"
    page = (await ds.client.get("/claims/-/query", params={"sql": sql})).text
    assert re.findall(r'href="/claims/-/(\w+/\d)"', page) == ["claim/1", "article/2", "speaker/3"]


async def test_claim_texts_in_custom_sql_are_linked_only_beside_a_valid_id(ds):
    """After an outer join a claim may be missing, and the id column may contain anything."""
    rows = "values (1, 'one'), (null, 'none'), ('2/../../../-/logout', 'elsewhere'), (3.5, 'half')"
    sql = f"with shown (claim_id, claim) as ({rows}) select * from shown"
    page = (await ds.client.get("/claims/-/query", params={"sql": sql})).text
    assert re.findall(r'<td class="col-claim">(.*?)</td>', page) == [
        '<a href="/claims/-/claim/1" dir="auto">one</a>', "none", "elsewhere", "half"
    ]  # fmt: skip


async def test_custom_sql_without_our_columns_is_left_alone(ds):
    page = await ds.client.get("/claims/-/query?sql=select+1+as+id")
    assert (page.status_code, 'href="/claims/-/claim/1"' in page.text) == (200, False)


async def test_the_claim_page_counts_appearances_of_all_claims_judged_the_same(ds):
    await ds.client.post("/claims/-/match/1/judge", json={"judgement": "same"}, actor=EDITOR)
    assert "nobody named" not in (await ds.client.get("/claims/-/claim/4")).text  # no appearance yet
    file = {"text": "Exports rose by 5 million in Spain", "claimant": "Ana", "claimed_on": "2024-02-01"}
    for source in ("https://a.example/", "https://b.example/"):
        await ds.client.post("/claims/-/propose/file", json={**file, "source": source}, actor=EDITOR)
    html = (await ds.client.get("/claims/-/claim/4")).text
    assert "<strong>2 times</strong>, on 2024-02-01, by <bdi>Ana</bdi>, as" in html
    by_ben = {**file, "claimant": "Ben", "source": "https://c.example/"}
    await ds.client.post("/claims/-/claim/4/again", json=by_ben, actor=EDITOR)
    html = (await ds.client.get("/claims/-/claim/4")).text
    assert "<bdi>Ana</bdi>: 2 times" in html
    assert "<bdi>Ben</bdi>: once" in html
    assert '<a href="/claims/-/claim/5">claim 5</a>' in html


async def test_the_claim_page_shows_correction_requests(ds, path):
    db = open_desk(path)
    with write_transaction(db, "rob"):
        request_fields = {
            "asked": "The <Gazette>",
            "request": "Please mend it",
            "asked_on": "2024-05-02",
            "url": None,
        }
        interventions.add(db, 1, Purpose.CORRECTION, **request_fields)
    db.close()
    html = (await ds.client.get("/claims/-/claim/1")).text
    assert "The &lt;Gazette&gt;</bdi>, 2024-05-02, for a correction" in html
    assert "Please mend it" in html


async def test_a_much_repeated_claim_shows_the_newest_appearances_and_json_all(ds, path):
    db = open_desk(path)
    with write_transaction(db, "ada"):
        for number in range(100, 160):
            db.execute(
                "insert into articles (id, url) values (?, 'https://n.example/' || ?)", [number, number]
            )
            db.execute("insert into appearances (claim_id, article_id) values (1, ?)", [number])
    db.close()
    page = (await ds.client.get("/claims/-/claim/1")).text
    whole = (await ds.client.get("/claims/-/claim/1.json")).json()
    negotiated = (await ds.client.get("/claims/-/claim/1", headers={"accept": "application/json"})).json()
    assert re.search(r"Showing the newest 50\.\s*<a[^>]*>See all 61 as a table</a>", page)
    assert "Showing the newest 50 changes" in page
    assert page.count('class="ct-change"') == 50
    section = page.split('id="appearances"')[1].split("</section>")[0]
    assert [f"https://n.example/{number}" in section for number in (109, 110, 159)] == [False, True, True]
    [table] = document_fromstring(section).xpath("//a[starts-with(., 'See all')]/@href")
    assert len((await ds.client.get(table.replace("?", ".json?"))).json()["rows"]) == 61
    assert "<summary>More appearances: 40</summary>" in section
    assert 'href="/claims/-/changes?claim=1"' in page
    assert len(whole["appearances"]) == len(negotiated["appearances"]) == 61
    assert len(whole["timeline"]) > 60
    assert "appearances_in_all" not in whole


async def test_of_many_tags_and_speakers_the_rest_is_folded(ds, path):
    """They would push the forms and the evidence out of sight."""
    with closing(open_desk(path)) as db, write_transaction(db, "ada"):
        for number in range(100, 161):
            tags.add(db, 1, f"tag {number}")
            db.execute("insert into claimants (id, name) values (?, 'Speaker ' || ?)", [number, number])
            db.execute(
                "insert into articles (id, url) values (?, 'https://n.example/' || ?)", [number, number]
            )
            db.execute(
                "insert into appearances (claim_id, article_id, claimant_id) values (1, ?, ?)",
                [number, number],
            )
    page = document_fromstring((await ds.client.get("/claims/-/claim/1", actor=EDITOR)).text)
    folded = {one.findtext("summary"): one for one in page.xpath("//details[contains(@class, 'ct-rest')]")}
    assert list(folded) == ["More tags: 32", "More speakers: 52", "More appearances: 40"]
    assert len(folded["More tags: 32"].xpath(".//button[starts-with(@aria-label, 'Remove the tag')]")) == 32
    assert len(folded["More speakers: 52"].findall(".//li")) == 40
    assert "and 12 more" in folded["More speakers: 52"].text_content()
    assert len(folded["More appearances: 40"].xpath("div[@class='ct-card']")) == 40


async def test_of_thousands_of_notes_a_page_shows_the_newest_and_leads_to_the_table(ds, path):
    db = open_desk(path)
    with write_transaction(db, "ada"):
        notes = [(f"Note <{number}>",) for number in range(1200)]
        db.conn.executemany("insert into notes (claim_id, body) values (3, ?)", notes)
    db.close()
    page = (await ds.client.get("/claims/-/claim/3")).text
    assert page.count('class="ct-card ct-note"') == 200
    assert "Earlier notes: 1,190" in page
    assert [f"Note &lt;{number}&gt;" in page for number in (999, 1000, 1199)] == [False, True, True]
    assert '<a href="/claims/notes?claim_id=3">See all 1,200 as a table</a>' in page
    assert len((await ds.client.get("/claims/-/claim/3.json")).json()["notes"]) == 1200


async def test_of_hundreds_of_sources_a_page_shows_the_newest_and_leads_to_the_table(ds, path):
    """Each has its forms: the page of 1,000 had 3 MB."""
    db = open_desk(path)
    [before] = db.execute("select count(*) from evidence where claim_id = 3").fetchone()
    with write_transaction(db, "ada"):
        urls = [(f"https://e.example/{number}/",) for number in range(250)]
        db.conn.executemany("insert into evidence (claim_id, url) values (3, ?)", urls)
    db.close()
    page = (await ds.client.get("/claims/-/claim/3", actor=EDITOR)).text
    section = page.split('id="evidence"')[1].split("</section>")[0]
    assert [f"https://e.example/{number}/" in section for number in (49, 50, 249)] == [False, True, True]
    link = f'<a href="/claims/evidence?claim_id=3">See all {250 + before} as a table</a>'
    assert link in section
    assert (await ds.client.get("/claims/evidence?claim_id=3", actor=EDITOR)).status_code == 200


async def test_of_thousands_of_claims_an_article_lists_the_first_and_leads_to_the_table(ds, path):
    """That of a day in parliament with 3,000 had 2.6 MB. Its text marks all."""
    db = open_desk(path)
    with write_transaction(db, "ada"):
        text = "".join(f"Sentence {number}. " for number in range(600))
        db.execute("insert into articles (id, text, text_sha256) values (900, ?, ?)", [text, "0" * 64])
        db.conn.executemany(
            "insert into claims (id, text) values (?, 'x')", [(2000 + n,) for n in range(600)]
        )
        quotes = [f"Sentence {number}." for number in range(600)]
        rows = [(2000 + n, at := text.index(q), at + len(q), q) for n, q in enumerate(quotes)]
        sql = "insert into appearances (claim_id, article_id, span_start, span_end, quote) values (?, 900, ?, ?, ?)"
        db.conn.executemany(sql, rows)
    db.close()
    page = (await ds.client.get("/claims/-/article/900", actor=EDITOR)).text
    assert (page.count('class="ct-found"'), page.count('class="ct-mark')) == (500, 600)
    described = re.findall(r'aria-describedby="(found-\d+)"', page)
    assert [one for one in described if f'id="{one}"' not in page] == []
    assert len(described) == 500
    assert '<a href="/claims/appearance_overview?article_id=900">See all 600 as a table</a>' in page
    table = await ds.client.get("/claims/appearance_overview?article_id=900", actor=EDITOR)
    assert (table.status_code, "600 rows" in table.text) == (200, True)


@each_row(
    ("operation", "judgements", "is_shown"),
    [
        ("insert", [None, "unjudged"], False),
        ("delete", ["unjudged", None], False),
        ("delete", ["same", None], True),
        ("update", ["unjudged", "same"], True),
    ],
)
async def test_the_timeline_hides_suggestions_of_the_matcher(operation, judgements, is_shown):
    change = {"operation": operation, "table_name": "matches", "changes": {"judgement": judgements}}
    assert is_human_change(change) is is_shown


@each_row(
    ("query", "found"),
    [
        pytest.param("minister", [1, 2, 3], id="a speaker"),
        pytest.param("exports", [4, 5], id="a word of the claim"),
        pytest.param("minister 40%", [1, 2], id="both"),
        pytest.param("zebra", [], id="neither"),
    ],
)
async def test_the_search_box_finds_claims_by_words_and_speakers(ds, path, query, found):
    desk = (await ds.client.get("/claims/-/desk", actor=VIEWER)).text
    assert 'action="/claims/-/search"' in desk
    assert 'name="q"' in desk
    page = (await ds.client.get("/claims/-/search.json", params={"q": query}, actor=VIEWER)).json()
    assert sorted(row["id"] for row in page["claims"]) == found
    shown = (await ds.client.get("/claims/-/search", params={"q": query}, actor=VIEWER)).text
    assert [f"/claims/-/claim/{number}" in shown for number in range(1, 6)] == [
        number in found for number in range(1, 6)
    ]


async def test_the_search_box_says_so_if_more_claims_have_the_words(ds, monkeypatch):
    for most in (1, 2):
        monkeypatch.setattr(search, "_MAX_SHOWN", most)
        page = (await ds.client.get("/claims/-/search.json?q=exports", actor=VIEWER)).json()
        assert (len(page["claims"]), page["more"]) == (most, most == 1)


@each_row(
    ("query", "title", "is_headline"),
    [
        ("", "Search: claims", True),
        ("trade <b>", "Search, trade <b>: claims", True),
        ("words " * 60, f"Search, {'words ' * 8}words...: claims", False),
    ],
)
async def test_a_search_is_named_in_the_title_and_a_whole_paragraph_is_no_headline(
    ds, query, title, is_headline
):
    page = document_fromstring((await ds.client.get("/claims/-/search", params={"q": query})).text)
    assert page.findtext(".//title").strip() == title
    assert (page.find(".//h1").get("class") is None) == is_headline


async def test_the_search_box_finds_a_claim_by_number_or_some_of_its_words(ds):
    async def search(query):
        request = {"params": {"q": query}, "actor": VIEWER}
        page = (await ds.client.get("/claims/-/search.json", **request)).json()
        return page, (await ds.client.get("/claims/-/search", **request)).text

    for query in ("4", "#4", "Claim 4"):
        page, shown = await search(query)
        assert (page["numbered"]["id"], "Claim 4:" in shown, "No claims have" in shown) == (4, True, False)
    page, shown = await search("claim 99999")
    assert (page["numbered"], "No claims have" in shown) == (None, True)
    page, shown = await search("those zebra exports")
    assert (page["claims"], sorted(row["id"] for row in page["some"])) == ([], [4, 5])
    assert "Claims with some of these words" in shown


async def test_the_search_box_matches_a_sentence_against_reworded_claims(ds, path):
    db = open_desk(path)
    with write_transaction(db, "eve"):
        db.execute(
            "insert into claims (text) values ('Rents in the harbour of Malm rose by 12 percent in 2019')"
        )
    db.close()
    query = {"q": "In 2019 rents in the harbour of Malm went up 13%"}
    page = (await ds.client.get("/claims/-/search.json", params=query, actor=VIEWER)).json()
    assert page["claims"] == []
    assert (page["matches"][0]["suggestion"], page["matches"][0]["differences"]) == (
        "conflict",
        ["differs: 13% / 12 percent"],
    )
    shown = (await ds.client.get("/claims/-/search", params=query, actor=VIEWER)).text
    assert f"/claims/-/claim/{page['matches'][0]['claim_id']}" in shown
    short = (await ds.client.get("/claims/-/search.json", params={"q": "Malm rents"}, actor=VIEWER)).json()
    assert short["matches"] == []


async def test_searching_works_with_a_damaged_match_index(ds, path):
    with closing(sqlite3.connect(path)) as db, db:
        [[number, text]] = db.execute("select id, text from claims where id = 1")
        db.execute("delete from match_totals")
    shown = await ds.client.get("/claims/-/search", params={"q": text}, actor=VIEWER)
    assert shown.status_code == 200
    assert f"/claims/-/claim/{number}" in shown.text
    assert "doctor --repair” in a terminal" in shown.text


async def test_the_search_box_finds_notes_and_tags_and_says_where(ds, path):
    db = open_desk(path)
    with write_transaction(db, "eve"):
        work.add_note(db, 4, "The <b>Zuckerwatte</b> memo came by post.", actor="eve")
        work.add_tag(db, 4, "Süßwaren", actor="eve")
    db.close()
    for query, where, text in [
        ("zuckerwatte", "note", "The <b>Zuckerwatte</b> memo"),
        ("susswaren", "tag", "Süßwaren"),
    ]:
        page = (await ds.client.get("/claims/-/search.json", params={"q": query}, actor=VIEWER)).json()
        [row] = page["claims"]
        assert (row["id"], row["found_in"][0]["where"]) == (4, where)
        assert text in row["found_in"][0]["text"]
        shown = (await ds.client.get("/claims/-/search", params={"q": query}, actor=VIEWER)).text
        assert f"{where}: <bdi>{escape(text)}" in shown


async def test_the_list_of_all_claims_has_the_desk_menu_useful_columns_and_facets(ds, path):
    db = open_desk(path)
    with write_transaction(db, "eve"):
        work.add_tag(db, 1, "<b>jobs</b>", actor="eve")
    db.close()
    desk = (await ds.client.get("/claims/-/desk", actor=VIEWER)).text
    address = unescape(re.search('<a href="(/claims/claim_overview[^"]*)"', desk)[1])
    html = (await ds.client.get(address, actor=VIEWER)).text
    assert 'aria-current="page">All claims</a>' in html
    for link in ("/claims/-/desk", "/claims/-/triage", "/claims/-/statistics", "/claims/claimant_overview"):
        assert f'href="{link}"' in html
    shown = re.findall(r'<th [^>]*data-column="(\w+)"', html)
    assert {"id", "text", "claimant", "status", "rating", "appearances", "tags"} <= set(shown)
    assert "economy, &lt;b&gt;jobs&lt;/b&gt;" in html or "&lt;b&gt;jobs&lt;/b&gt;, economy" in html
    assert 'class="facet-info' in html


async def test_an_article_has_the_same_name_on_all_pages(ds, path):
    db = open_desk(path)
    article = Article("Yard cuts 400 jobs\n\nThe yard has lost 400 jobs since 2019.", outlet="Ellery Courier")
    done = ingest_article(db, article, source="in/a1.txt", actor="eve")
    db.close()
    [filed] = done.filed
    waiting = (await ds.client.get("/claims/-/desk.json", actor=EDITOR)).json()["to_triage"]
    skip = [claim["id"] for claim in waiting].index(filed.claim_id)
    for page in (f"claim/{filed.claim_id}", f"article/{done.article_id}", f"triage?skip={skip}"):
        text = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert "<bdi>Yard cuts 400 jobs</bdi>" in text, page


async def test_the_skip_link_comes_before_all_other_controls(ds):
    html = (await ds.client.get("/claims/-/desk", actor=VIEWER)).text
    first = re.search("<(?:a|button|summary|input)[^>]*>", html.split("<body")[1])
    assert first[0] == '<a class="ct-skip" href="#main">'


async def test_the_score_is_labelled_as_check_worthiness(ds):
    for page in ("claim/4", "triage", "article/1"):
        text = (await ds.client.get(f"/claims/-/{page}", actor=EDITOR)).text
        assert "check-worthiness" in text.lower(), page


async def test_the_desk_lists_unassigned_open_claims_by_priority(ds):
    async def shown():
        desk = (await ds.client.get("/claims/-/desk.json", actor=EDITOR)).json()
        return [row["id"] for row in desk["untaken"]]

    before = await shown()
    assert before == [1, 2, 3]
    await ds.client.post("/claims/-/claim/3/priority", json={"priority": "high"}, actor=EDITOR)
    await ds.client.post("/claims/-/claim/1/assign", json={"assignee": "rob"}, actor=EDITOR)
    assert await shown() == [3, 2]
    html = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    address = re.search(r'href="([^"]+)">All open claims that nobody has', html)[1].replace("&amp;", "&")
    listed = (await ds.client.get(address.replace("?", ".json?_shape=objects&"), actor=EDITOR)).json()
    assert {row["id"] for row in listed["rows"]} == {2, 3}


async def test_the_desk_lists_claims_that_are_being_checked_by_nobody_known(ds):
    async def shown():
        desk = (await ds.client.get("/claims/-/desk.json", actor=EDITOR)).json()
        return [row["id"] for row in desk["unassigned_checks"]]

    for claim_id in (1, 2, 3):
        address = f"/claims/-/claim/{claim_id}/status"
        await ds.client.post(address, json={"status": "checking"}, actor=EDITOR)
    for claim_id in (2, 3):
        await ds.client.post(f"/claims/-/claim/{claim_id}/assign", json={"assignee": ""}, actor=EDITOR)
    assert await shown() == [2, 3]
    html = (await ds.client.get("/claims/-/desk", actor=EDITOR)).text
    assert "Being checked, and assigned to nobody" in html
    assert "Being checked" not in (await ds.client.get("/claims/-/desk")).text
    # Its drafter is named in the list of verdicts in progress.
    await ds.client.post("/claims/-/claim/2/draft", json={}, actor=EDITOR)
    assert await shown() == [3]


async def test_a_chinese_sentence_without_spaces_is_matched_as_a_sentence(ds, path):
    """A query counts as a sentence from four words on, and Chinese does not separate words."""
    db = open_desk(path)
    with write_transaction(db, "setup"):
        number = claims.add(db, "政府2023年在杭州新建了1500套公共住房")
    db.close()
    query = quote("政府2022年在杭州新建了1500套公共住房")
    page = (await ds.client.get(f"/claims/-/search.json?q={query}", actor=EDITOR)).json()
    assert [(match["claim_id"], match["suggestion"]) for match in page["matches"]] == [(number, "conflict")]
    assert (await ds.client.get(f"/claims/-/search.json?q={quote('杭州')}", actor=EDITOR)).json()[
        "matches"
    ] == []


async def test_showing_a_page_sets_no_pragma(ds):
    """SQLite would compile each query of the connection again, which takes longer than running them all."""
    desk, told = ds.get_database("claims"), []
    await ds.client.get("/claims/-/claim/1", actor=EDITOR)  # opens the connection
    await desk.execute_fn(lambda conn: conn.set_trace_callback(told.append))
    await ds.client.get("/claims/-/claim/1", actor=EDITOR)
    await desk.execute_fn(lambda conn: conn.set_trace_callback(None))
    assert len(told) > 10
    assert [sql for sql in told if re.match(r"(?i)\s*pragma \w+\s*=", sql)] == []
