"""Claims judged the same share one rating and one count, in every command and page that shows any of them."""

import csv
import io
import sqlite3

import pytest
from datasette.app import Datasette

from claimtrack.cli.claims import dossier as shown
from claimtrack.core.model import Judgement, OnDuplicate
from claimtrack.plugin.startup import canned_queries
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.matching import judging

TEXTS = {
    1: "Rents in the capital rose by a tenth",
    2: "Rents in the capital went up ten percent",
    3: "In the capital, rents are ten percent higher",
}
EXPECTED = {"rating": "Wrong", "appearances": 4, "first_seen": "2024-01-01", "last_seen": "2024-03-01"}


@pytest.fixture
def same_claims(desk):
    """Three claims judged the same, 1 with 2 and 2 with 3; the newest of two verdicts is on claim 3."""
    occasions = [(1, "2024-01-01"), (1, "2024-02-01"), (2, "2024-03-01"), (3, "2024-02-02")]
    for claim_id, day in occasions:
        new = NewClaim(TEXTS[claim_id], "Ada Miller", f"https://news.example/{day}", day)
        assert add_claim(desk, new, on_duplicate=OnDuplicate.SAME, actor="ada").claim_id == claim_id
    judging.judge(desk, 1, 2, Judgement.SAME, actor="ada")
    judging.judge(desk, 2, 3, Judgement.SAME, actor="ada")
    rate(desk, 1, "Right", "2024-05-01")
    rate(desk, 3, "Wrong", "2024-06-01")
    return desk


def rate(desk, claim_id, rating, day):
    desk.execute("insert or ignore into rating_scales (name, worst, best) values ('Two', 1, 2)")
    desk.execute(
        "insert or ignore into ratings (scale_id, name, position, value)"
        " select id, 'Wrong', 2, 1 from rating_scales union select id, 'Right', 1, 2 from rating_scales"
    )
    desk.execute("insert or ignore into publishers (name) values ('Another desk')")
    desk.execute(
        "insert into reviews (claim_id, publisher_id, origin, rating_id, url, reviewed_on, status)"
        " select ?, publishers.id, 'imported', ratings.id, 'https://desk.example/1', ?, 'published'"
        " from publishers, ratings where publishers.name = 'Another desk' and ratings.name = ? limit 1",
        [claim_id, day, rating],
    )


def counts(row):
    return {key: row[key] for key in EXPECTED}


def find_row(rows, claim_id, key="id"):
    return next(row for row in rows if row[key] == claim_id)


@pytest.mark.parametrize("claim_id", TEXTS)
def test_every_command_shows_the_same_counts_for_each_of_them(
    same_claims, read_json, run_ok, tmp_path, claim_id
):
    match = find_row(read_json("match", TEXTS[claim_id]), claim_id, "claim_id")
    assert counts(match) == EXPECTED
    others = [other for other in TEXTS if other != claim_id]
    assert match["same_as"] == others

    draft = tmp_path / "draft.txt"
    draft.write_text(f"{TEXTS[claim_id]}.", encoding="utf-8")
    [repeat] = read_json("check", draft)
    assert (repeat["claim_id"], repeat["same_as"]) == (claim_id, others)
    assert counts(repeat) == EXPECTED
    assert repeat["rated_false"]

    assert counts(find_row(read_json("list"), claim_id)) == EXPECTED
    assert counts(find_row(read_json("search", "capital"), claim_id)) == EXPECTED
    dossier = read_json("show", claim_id)
    assert counts(dossier["claim"]) == EXPECTED
    assert counts({**dossier["ledger"], "rating": "Wrong"}) == EXPECTED
    sheet = csv.DictReader(io.StringIO(run_ok("export", "csv").stdout))
    assert counts(find_row(sheet, str(claim_id))) == {key: str(value) for key, value in EXPECTED.items()}


@pytest.mark.asyncio
async def test_claim_page_shows_the_same_counts(same_claims, desk_path):
    datasette = Datasette([str(desk_path)])
    for claim_id in TEXTS:
        page = (await datasette.client.get(f"/claims/-/claim/{claim_id}.json")).json()
        assert counts(page["claim"]) == EXPECTED
        html = (await datasette.client.get(f"/claims/-/claim/{claim_id}")).text
        assert "Rated: Wrong" in html
        assert "Judged the same" in html
        other = 1 if claim_id == 3 else 3
        assert f'/claims/-/claim/{other}#reviews">claim {other}</a>: <bdi>{TEXTS[other]}</bdi>' in html
    datasette.close()


def test_tables_name_the_claims_judged_the_same(same_claims, run_ok, monkeypatch):
    line = next(
        line
        for line in run_ok("match", TEXTS[2], "--limit", "1").stdout.splitlines()
        if line.startswith("2 ")
    )
    assert "same as 1, 3" in line
    assert "Wrong" in line
    assert "  same as: 1, 3\n" in run_ok("show", "2").stdout
    monkeypatch.setattr(shown, "_MOST_SAME", 1)
    assert "  same as: 1 and 1 more\n" in run_ok("show", "2").stdout
    assert "over claims 1 and 2 more" in run_ok("show", "2").stdout
    assert "  rating: Wrong (Another desk), of claim 3\n" in run_ok("show", "2").stdout
    assert "  rating: Wrong (Another desk)\n" in run_ok("show", "3").stdout


def test_show_has_the_verdicts_on_the_claims_judged_the_same(same_claims, run_ok):
    """So a partner's contrary verdict on a claim in another language is seen beside ours."""
    title = "Reviews of claims judged the same"
    one, other = (
        f"  claim {claim}, Another desk: {rating} (published)"
        for claim, rating in ((1, "Right"), (3, "Wrong"))
    )
    assert f"{title} (1)\n{other}" in run_ok("show", "1").stdout
    shown = run_ok("show", "2").stdout
    assert shown.index(f"{title} (2)") < shown.index(other) < shown.index(one)  # the newest first
    same_claims.execute(
        "update reviews set status = 'withdrawn', correction_note = 'Gone' where claim_id = 3"
    )
    assert title not in run_ok("show", "1").stdout


def test_recurring_claims_has_one_row_with_the_count_of_all(same_claims):
    [row] = same_claims.query("select id, appearances, articles, first_seen, last_seen from recurring_claims")
    assert row == {**row, "id": 1, "appearances": 4, "articles": 4, "last_seen": "2024-03-01"}


def test_said_again_query_equals_the_recurring_claims_view(same_claims, file_claims):
    """The query does not count the whole desk; an article that was read again appears twice, but counts once."""
    words = "The city spent 40 million crowns on the new bridge"
    for text in (f"{words}.", f"{words}. Updated."):
        file_claims(same_claims, text, [(words, "outlet", 0.7)], url="https://news.example/bridge")
    file_claims(
        same_claims, f"On Monday: {words}.", [(words, "outlet", 0.7)], url="https://other.example/bridge"
    )
    rows = list(same_claims.query(canned_queries()["said_again"]["sql"]))
    assert [(row["appearances"], row["articles"]) for row in rows] == [(4, 4), (2, 2)]
    assert rows == list(same_claims.query("select * from recurring_claims order by appearances desc, id"))


def test_claims_of_one_claimant_are_chosen_before_anything_is_counted(desk):
    """The list is opened with an empty field, which asks for the claims of all: with 80,000 it took too long."""
    with write_transaction(desk, "ana"):
        desk.execute("insert into claimants (id, name) values (1, 'Ada Miller')")
        claims = [(n, f"2024-01-{n % 28 + 1:02}") for n in range(1, 1200)]
        desk.conn.executemany(
            "insert into claims (id, text, claimant_id, claimed_on) values (?, 'x', 1, ?)", claims
        )
    sql = canned_queries()["by_claimant"]["sql"]
    found = [(row["id"], row["claimed_on"]) for row in desk.query(sql, {"claimant": "mill"})]
    assert found == sorted(claims, key=lambda claim: (claim[1], claim[0]), reverse=True)[:1001]


def test_said_in_period_counts_only_the_occasions_of_the_period_and_tells_the_verdict(same_claims):
    """The cluster was seen four times, once in January; another claim was seen twice then, and has no verdict."""
    for day in ("2024-01-29", "2024-01-31"):
        new = NewClaim("The harbour was closed for 47 days", "Ben Moor", f"https://news.example/b{day}", day)
        add_claim(same_claims, new, on_duplicate=OnDuplicate.SAME, actor="ada")
    for since, until, rating, expected in (
        ("2024-01-01", "2024-01-31", "", [(4, 2, "Ben Moor (2)", None), (1, 1, "Ada Miller (1)", "Wrong")]),
        ("2024-01-02", "2024-01-30", "", [(4, 1, "Ben Moor (1)", None)]),
        (" 2024-01-02", " 2024-01-30 ", "", [(4, 1, "Ben Moor (1)", None)]),  # pasted with spaces
        ("2024-02-02", "2024-02-02", "wrong", [(1, 1, "Ada Miller (1)", "Wrong")]),  # said as claim 3
        ("2024-02-01", "", "Right", []),  # claim 1's older verdict
        ("", "", "", [(1, 4, "Ada Miller (4)", "Wrong"), (4, 2, "Ben Moor (2)", None)]),
    ):
        given = {"since": since, "until": until, "rating": rating}
        rows = same_claims.query(canned_queries()["said_in_period"]["sql"], given)
        told = [(row["id"], row["appearances_in_period"], row["speakers"], row["rating"]) for row in rows]
        assert told == expected, given


def test_our_verdict_takes_precedence_over_a_newer_one_of_others(reviewed_desk, read_json):
    judging.judge(reviewed_desk, 1, 3, Judgement.SAME, actor="ada")
    rate(reviewed_desk, 3, "Wrong", "2025-06-01")
    assert [row["rating"] for row in read_json("list")] == ["Half true", "Unproven", "Half true"]


def test_public_copy_counts_the_appearances_it_lists(reviewed_desk, desk_path, run_ok, tmp_path):
    """As on the desk, it counts all appearances of claims judged the same, whether these are public or not."""
    judging.judge(reviewed_desk, 1, 3, Judgement.SAME, actor="ada")
    run_ok("publish", tmp_path / "public.db")
    conn = sqlite3.connect(tmp_path / "public.db")
    assert conn.execute("select appearances from claims order by id").fetchall() == [(2,), (1,)]
    listed = "select claim_id, count(*) from appearances group by claim_id"
    assert conn.execute(listed).fetchall() == [(1, 2), (2, 1)]
    conn.close()


def test_undone_judgement_separates_the_counts_again(same_claims, read_json):
    judging.undo_judgement(same_claims, (2, 3), actor="ada")
    assert [(row["rating"], row["appearances"]) for row in read_json("list")] == [
        ("Right", 3),
        ("Right", 3),
        ("Wrong", 1),
    ]
    assert find_row(read_json("match", TEXTS[3]), 3, "claim_id")["same_as"] == []


def test_changed_article_counts_as_one_appearance_everywhere(desk, read_json, file_claims):
    words = "The city spent 40 million crowns on the new bridge"
    for text in (f"{words}.", f"{words}. Updated."):
        file_claims(desk, text, [(words, "outlet", 0.7)], url="https://news.example/bridge")
    assert [row["appearances"] for row in read_json("list")] == [1]
    assert [row["appearances"] for row in read_json("match", words)] == [1]
    assert read_json("show", 1)["claim"]["appearances"] == read_json("show", 1)["ledger"]["appearances"] == 1
    assert list(desk.query("select * from recurring_claims")) == []


def test_rewording_a_claim_names_the_claims_it_is_judged_the_same_as(same_claims, run, tmp_path):
    message = "claim 2 was judged the same as claims 1, 3. Check whether that is still true of the new wording; if not: "
    commands = "`claimtrack judge 2 1 different` or `claimtrack judge 2 3 different`"
    sheet = tmp_path / "edited.csv"
    sheet.write_text("id,text\n2,Wages rose\n1,Rents in the capital rose by a tenth\n", encoding="utf-8")
    result = run("import", "csv", sheet, "--yes")
    assert result.exit_code == 0, result.output
    assert f"Line 2: {message}{commands}" in result.stderr
    assert (
        "judged same by ada, before one of the claims was reworded: claim 2, rated Wrong (Another desk): Wages rose"
        in run("show", 1).stdout
    )
    assert run("judge", 1, 2, "same").stderr == "Claims 1 and 2: same, for their present wording\n"


def test_rewording_a_claim_in_triage_warns_of_its_judgements(same_claims, run):
    run("status", 2, "parked")
    same_claims.execute("update claims set status = 'proposed' where id = 2")
    result = run("triage", stdin="eWages rose\n\n")
    assert "Warning: claim 2 was judged the same as claims 1, 3" in result.stderr
