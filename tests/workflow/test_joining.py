"""Two names of one speaker count as one wherever speakers are told apart, and split they are as before."""

import csv
import io
import sqlite3
from contextlib import closing

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.model import Judgement, Statement, Status
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.importing.table import read_table
from claimtrack.store import claimants, claims, names, statistics, views
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import write_transaction
from claimtrack.store.searching import search
from claimtrack.store.views import ClaimFilter
from claimtrack.workflow import editing, triage
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.dossier import claim_history
from claimtrack.workflow.exporting import export_sheet
from claimtrack.workflow.joining import join, propose, rename, split
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching import judging, matching
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.sheets.applying import apply_plan
from claimtrack.workflow.sheets.importing import plan_import

COST = "The tram cost 40 million euros in 2021"
NEVER = "I never voted for the tram in this council"
WHOLE, SHORT, ROLE = "Elland Tramways", "EllTram", "the operator"


@pytest.fixture
def say(desk):
    """Files a claim as `add` does; what became of it."""

    def say(text, claimant=None, day=None, source=None):
        return add_claim(desk, NewClaim(text, claimant, source, day), actor="ada")

    return say


@pytest.fixture
def joined(desk, say):
    """Claim 1 is filed under the short name, claim 2 under the whole one, and the two are joined."""
    say(NEVER, SHORT)
    say("Fares are frozen until 2030 in Elland", WHOLE)
    join(desk, WHOLE, [SHORT], actor="ada")
    return desk


NEWER = "Elland Trams"


def test_a_speaker_who_is_called_otherwise_is_one_under_all_names_and_split_as_before(joined, say):
    with write_transaction(joined, "ada"):
        joined.execute(
            "update claimants set kind = 'organisation', role = 'operator' where name = ?", [WHOLE]
        )
    before = dump(joined)
    done = rename(joined, SHORT, NEWER, actor="ada")  # whichever of their names is given
    assert ([one.written for one in done.joined], done.standing, done.claims) == ([WHOLE], NEWER, 2)
    [row] = names.list_overview(joined)
    assert (row["name"], row["kind"], row["role"]) == (NEWER, "organisation", "operator")
    assert sorted(row["other_names"]) == sorted([SHORT, WHOLE])
    assert not say(NEVER, NEWER, "2024-05-03", "Radio 4").is_new
    refusals = [
        (WHOLE, f"another name of '{NEWER}'"),
        (NEWER.upper(), "speaker spell"),
        (NEWER, "nothing to rename"),
        ("Speaker 2", "an unnamed voice"),
    ]
    for name, told in refusals:
        with pytest.raises(Refused, match=told):
            rename(joined, NEWER if name == NEWER else WHOLE, name, actor="ada")
    split(joined, WHOLE, actor="ada")
    assert [row["claimant"] for row in dump(joined)["claim_overview"]] == [
        row["claimant"] for row in before["claim_overview"]
    ]


def test_who_joins_a_name_to_one_that_is_new_is_told_how_it_is_given(joined, say):
    with pytest.raises(
        NotFound, match="To give 'EllTram' this name: `claimtrack speaker rename EllTram 'Elland Trams'`"
    ):
        join(joined, NEWER, [SHORT], actor="ada")
    say("The sea is wet", "Jane Doe")
    with pytest.raises(
        Refused,
        match="already a speaker 'Jane Doe': if they are the same: `claimtrack speaker join 'Jane Doe' 'Elland",
    ):
        rename(joined, SHORT, "Jane Doe", actor="ada")


@pytest.mark.parametrize("others", [["Nobody"], [SHORT, WHOLE]], ids=["not of the desk", "two at once"])
def test_only_one_name_of_the_desk_gets_one_that_is_new(joined, others):
    with pytest.raises(NotFound) as refused:
        join(joined, NEWER, others, actor="ada")
    assert "To give" not in str(refused.value)


def dump(db):
    """What the desk holds and shows, but for its history."""
    shown = "claim_overview claimant_overview appearance_overview recurring_claims ratings_by_claimant claim_sheet".split()
    rows = {view: list(db.query(f"select * from {view}")) for view in shown}
    for row in rows["claim_sheet"]:
        del row["version"]
    return rows | {
        table: list(db.query(f"select * from {table}")) for table in ("claims", "claimants", "appearances")
    }


# ── joining and splitting ───────────────────────────────────────────────────────────────────────


def test_split_everything_is_as_before(desk, say):
    for name in (WHOLE, SHORT, ROLE):
        say(COST, name, "2024-01-01", "Radio 4")
    before = dump(desk)
    join(desk, WHOLE, [SHORT, ROLE], actor="ada")
    assert dump(desk) != before
    assert [row["claimant"] for row in dump(desk)["claim_overview"]] == [WHOLE] * 3
    split(desk, SHORT, actor="ada")
    split(desk, ROLE, actor="ada")
    assert dump(desk) == before


def test_history_keeps_who_joined_what(joined):
    sql = "select actor, new_row ->> 'name_of_id' from history where table_name = 'claimants' order by id desc limit 1"
    assert joined.execute(sql).fetchone() == ("ada", 2)


def test_the_history_of_a_claim_tells_who_joined_and_split_its_claimant(joined, say):
    say(COST, "Elland Transit")
    join(joined, "Elland Transit", [WHOLE], actor="bo")
    joined.execute("update claimants set name = 'Transit' where name = 'Elland Transit'")
    joined.execute("update claimants set role = 'an operator'")
    split(joined, WHOLE, actor="cy")

    def told(claim_id):
        rows = [row for row in claim_history(joined, claim_id) if row["table_name"] == "claimants"]
        return [(row["actor"], row["summary"]) for row in rows]

    back = f"{SHORT} is no longer a name of Transit, {SHORT} is another name of {WHOLE}"
    assert told(1) == [
        ("ada", f"{SHORT} is another name of {WHOLE}"),
        ("bo", f"{SHORT} is no longer a name of {WHOLE}, {SHORT} is another name of Transit"),
        ("cy", back),
    ]
    assert told(2)[-1] == ("cy", f"{WHOLE} is no longer a name of Transit")
    assert told(3) == [(None, "name: Elland Transit → Transit")]


def test_names_that_another_stood_for_come_along_and_go_back_with_it(joined, say):
    say(COST, ROLE)
    say("Buses are late in Elland every day", "Elland Transit")
    done = join(joined, "Elland Transit", [WHOLE], actor="bo")
    assert [one.written for one in done.brought] == [SHORT]
    join(joined, "Elland Transit", [ROLE], actor="bo")
    assert {row["claimant"] for row in views.claims(joined)} == {"Elland Transit"}
    gone = split(joined, WHOLE, actor="bo")
    assert gone.took == (SHORT,)
    known = {row["name"]: row["other_names"] for row in names.list_overview(joined)}
    assert known == {"Elland Transit": [ROLE], WHOLE: [SHORT]}


def test_a_name_that_was_joined_by_itself_later_stays(joined, say):
    say(COST, "Elland Transit")
    join(joined, "Elland Transit", [WHOLE], actor="bo")
    split(joined, SHORT, actor="bo")
    join(joined, "Elland Transit", [SHORT], actor="bo")
    assert split(joined, WHOLE, actor="bo").took == ()


def test_another_name_leads_to_the_one_that_stands(joined, say):
    say(COST, ROLE)
    assert join(joined, SHORT, [ROLE], actor="ada").standing == WHOLE


def test_joined_again_nothing_happens(joined):
    before = joined.execute("select max(id) from history").fetchone()
    assert join(joined, WHOLE.upper(), [SHORT], actor="bo").already == (SHORT,)
    assert joined.execute("select max(id) from history").fetchone() == before


def test_one_and_its_names_may_be_told_together(joined, say):
    say(COST, ROLE)
    done = join(joined, ROLE, [WHOLE, SHORT], actor="bo")
    assert ([one.written for one in done.joined], [one.written for one in done.brought]) == ([WHOLE], [SHORT])


WRONG = [
    pytest.param(WHOLE, [WHOLE.lower()], InvalidValue, "is one name", id="itself"),
    pytest.param(WHOLE, ["Elland Tramwais"], NotFound, "similar names: 'Elland Tramways'", id="a slip"),
    pytest.param("xyzzy", [SHORT], NotFound, "claimtrack speaker list", id="nobody like it"),
    pytest.param(" \u200b", [SHORT], InvalidValue, "empty", id="nothing to be seen"),
    pytest.param(WHOLE, ["x" * 4000], NotFound, "no speaker", id="far too long"),
    pytest.param(WHOLE, ["' or 1=1 --"], NotFound, "no speaker", id="SQL"),
    pytest.param(SHORT, [WHOLE], Refused, "split EllTram", id="whose name it is"),
    pytest.param("Zoë Ünal", [SHORT], Refused, "join 'Zoë Ünal' 'Elland Tramways'", id="another one's name"),
    pytest.param("O'Brien", [SHORT], Refused, """join 'O'"'"'Brien' 'Elland""", id="a name with a quote"),
    pytest.param("-5", [SHORT], Refused, "join -- -5", id="a name that begins with a dash"),
    pytest.param("ZOË ÜNAL", ["zoë ünal"], InvalidValue, "'Zoë Ünal' is one name", id="case in any alphabet"),
]


@pytest.mark.parametrize(("name", "others", "error", "said"), WRONG)
def test_what_cannot_be_joined_is_said_with_the_remedy_and_changes_nothing(
    joined, say, name, others, error, said
):
    for one in ("Zoë Ünal", "O'Brien", "-5", ROLE):
        say(COST, one)
    before = dump(joined)
    with pytest.raises(error) as raised:
        join(joined, name, [ROLE, *others] if error is not Refused else others, actor="bo")
    assert said in str(raised.value)
    assert dump(joined) == before


def test_only_another_name_is_split(joined, say):
    say(COST, ROLE)
    for name, said in ((WHOLE, f"split {SHORT}"), (ROLE, "nothing to split")):
        with pytest.raises(Refused, match=said):
            split(joined, name, actor="bo")


def test_thousands_of_names_are_joined_at_once(desk):
    with write_transaction(desk, "ada"):
        for number in range(3000):
            claimants.get_or_add(desk, f"Elland {number}")
    done = join(desk, "Elland 0", [f"elland {number}" for number in range(1, 3000)], actor="ada")
    assert len(done.joined) == 2999
    [row] = names.list_overview(desk, "elland 2999")
    assert len(row["other_names"]) == 2999


# ── the same speaker ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [WHOLE, SHORT, "ELLTRAM"])
def test_a_repeat_under_any_name_is_the_same_claim(joined, say, name):
    again = say(NEVER, name, "2024-02-01", "Radio 4")
    assert (again.claim_id, again.is_new, again.kept_claimant) == (1, False, None)


def test_names_that_are_not_joined_are_two_speakers(joined, say):
    assert say(NEVER, ROLE).is_new


def test_no_other_speaker_is_told_of_joined_names(joined):
    [found, *_] = matching.look_up(joined, Statement(f"{NEVER}, not once", WHOLE))
    assert not any("speaker" in one for one in found.differences)
    [found, *_] = matching.look_up(joined, Statement(f"{NEVER}, not once", ROLE))
    assert any("other speaker" in one for one in found.differences)


def test_what_was_suggested_of_two_speakers_is_compared_anew(desk, say):
    say(NEVER, SHORT)
    say(f"{NEVER}, not once", ROLE)
    matching.find_duplicates(desk, actor="ada")
    judged = say(f"{NEVER} at all", ROLE).claim_id
    judging.judge(desk, 1, judged, Judgement.UNSURE, actor="ada")

    def pairs():
        matching.find_duplicates(desk, actor="ada")
        sql = "select left_id, right_id, instr(differences, 'speaker') > 0 from matches where judgement = 'unjudged'"
        return {(left, right): bool(told) for left, right, told in desk.execute(sql)}

    assert pairs()[1, 2]
    join(desk, ROLE, [SHORT], actor="ada")
    assert not pairs().get((1, 2))
    split(desk, SHORT, actor="ada")
    assert pairs()[1, 2]
    assert desk.execute(
        "select judgement from matches where left_id = 1 and right_id = ?", [judged]
    ).fetchone() == ("unsure",)


def test_what_is_related_still_waits_once_the_two_are_one_speaker(desk, say):
    """`duplicates` does not look for such pairs: what `add` found of them would be gone."""
    say("The council spent 4.2 million euros on the tram last year, twice what was budgeted", WHOLE)
    say("The tram line, meanwhile, cost 4.2 million euros last year", SHORT)

    def waiting():
        return [(row["left_id"], row["right_id"], row["suggestion"]) for row in matching.waiting_pairs(desk)]

    before = waiting()
    assert before == [(1, 2, "related")]
    join(desk, WHOLE, [SHORT], actor="ada")
    assert waiting() == before
    split(desk, SHORT, actor="ada")
    assert waiting() == before


def test_the_ledger_counts_a_speaker_under_all_names(joined, say):
    say(NEVER, SHORT, "2024-01-01", "Radio 4")
    say(NEVER, WHOLE, "2024-02-01", "Radio 4")
    say(NEVER, WHOLE, "2024-03-01")
    book = ledger(joined, 1)
    assert [(one["speaker"], one["times"]) for one in book["speakers"]] == [(WHOLE, 3)]
    assert [entry["nth"] for entry in book["entries"]] == [1, 2, 3]
    split(joined, SHORT, actor="ada")
    assert [one["speaker"] for one in ledger(joined, 1)["speakers"]] == [WHOLE, SHORT]


def test_one_occasion_told_under_two_names_is_one(joined, say):
    for name in (SHORT, WHOLE):
        again = say(NEVER, name, "2024-01-01", "Radio 4")
    assert not again.is_recorded
    for name in (WHOLE, SHORT):
        again = say(NEVER, name, "2024-01-02")
    assert not again.is_recorded
    assert ledger(joined, 1)["times"] == 2


def test_an_article_that_has_a_claim_under_both_names_counts_once(desk, file_claims):
    for name in (SHORT, WHOLE):
        with write_transaction(desk, "ada"):
            claimants.get_or_add(desk, name)
    text = f"{COST}. {COST}!"
    file_claims(desk, text, [(COST, SHORT, 0.9)], url="https://news.example/1")
    desk.execute("""
        insert into appearances (claim_id, article_id, claimant_id, span_start, span_end, quote)
        select 1, 1, 2, length(quote) + 2, 2 * length(quote) + 2, quote from appearances
    """)
    assert ledger(desk, 1)["times"] == 2
    join(desk, WHOLE, [SHORT], actor="ada")
    assert ledger(desk, 1)["times"] == 1
    assert desk.execute("select appearances from claim_overview").fetchone() == (1,)


def test_an_article_read_later_is_filed_under_its_own_name_and_met_under_both(joined, file_claims):
    filed = file_claims(joined, f"{NEVER}.", [(NEVER, WHOLE, 0.9)], url="https://news.example/2").filed
    assert [(one.claim_id, one.is_new) for one in filed] == [(1, False)]
    filed = file_claims(joined, f"{COST}. {NEVER}.", [(COST, SHORT, 0.9)], url="https://news.example/3").filed
    assert claims.get(joined, filed[0].claim_id).claimant == WHOLE
    split(joined, SHORT, actor="ada")
    assert claims.get(joined, filed[0].claim_id).claimant == SHORT


@pytest.mark.parametrize("now", [SHORT, WHOLE, "Tramways"])
def test_a_new_version_that_uses_another_name_corrects_nothing(joined, file_claims, now):
    file_claims(joined, f"{COST}.", [(COST, SHORT, 0.9)], url="https://news.example/4")
    told = file_claims(joined, f"{COST}. More.", [(COST, now, 0.9)], url="https://news.example/4")
    assert told.corrected == ()
    told = file_claims(joined, f"{COST}. More of it.", [(COST, "Bo Li", 0.9)], url="https://news.example/4")
    assert [(one.was, one.now) for one in told.corrected] == [(WHOLE, "Bo Li")]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [WHOLE, SHORT, "elltram"])
def test_lists_and_searches_find_all_claims_by_any_name(joined, say, name):
    say(COST, ROLE)
    assert [row["id"] for row in views.claims(joined, ClaimFilter(claimant=name))] == [1, 2]
    assert {row["id"] for row in search(joined, f"{name} council", limit=5)} == {1}
    assert {row["id"] for row in search(joined, name, limit=5)} == {1, 2}


def test_figures_count_under_the_name_that_stands(joined):
    assert [(row["name"], row["claims"]) for row in names.list_overview(joined)] == [(WHOLE, 2)]
    assert (
        names.list_overview(joined, "ELLTR")
        == names.list_overview(joined, "land tram")
        == names.list_overview(joined)
    )
    assert names.list_overview(joined, "nobody") == []
    for claimant_id in (1, 2):
        assert statistics.claimant(joined, claimant_id)["name"] == WHOLE
        assert [row["id"] for row in statistics.claims_of(joined, claimant_id, limit=9, offset=0)] == [2, 1]
    assert {row["what"]: row["count"] for row in statistics.totals(joined)}["claimants"] == 1


def test_who_made_most_claims_is_listed_first_then_who_was_heard_most_often_then_by_name(desk, say):
    for text, name in (
        (COST, "Bo Li"),
        (COST, "Al Li"),
        (NEVER, "Cy Li"),
        ("Fares rose", "Di Li"),
        ("Fares fell", "Di Li"),
    ):
        say(text, name, "2024-01-01", "Radio 4")
    say(NEVER, "Cy Li", "2024-02-01", "Radio 4")
    assert [row["name"] for row in names.list_overview(desk)] == ["Di Li", "Cy Li", "Al Li", "Bo Li"]


def test_proposals_leave_out_what_is_joined(desk, say):
    for name in (SHORT, WHOLE, "Eltram", "Bo Li"):
        say(COST, name)
    assert [(one.name, one.other) for one in propose(desk)] == [(WHOLE, SHORT), (SHORT, "Eltram")]
    assert propose(desk, "li") == []
    join(desk, WHOLE, [SHORT], actor="ada")
    [left] = propose(desk, "eltram")
    assert (left.name, left.claims, left.other, left.other_claims) == (WHOLE, 2, "Eltram", 1)
    assert "EllTram / Eltram" in left.why


def test_doctor_finds_a_desk_with_joined_names_sound(joined):
    assert [one.check for one in examine(joined) if not one.ok] == []


# ── what is written by name ─────────────────────────────────────────────────────────────────────


def test_an_edit_that_leaves_the_name_as_it_is_shown_leaves_the_row(joined):
    editing.edit_claim(joined, 1, text=f"{NEVER}!", claimant=WHOLE, actor="bo")
    assert claims.get(joined, 1).claimant_id == claimants.find(joined, SHORT)


def test_a_claim_that_was_somebody_elses_takes_what_was_heard_under_all_names_along(joined, say):
    say(NEVER, SHORT, "2024-01-01", "Radio 4")
    say(NEVER, WHOLE, "2024-02-01", "Radio 4")
    editing.edit_claim(joined, 1, text=NEVER, claimant="Bo Li", actor="bo")
    assert [one["speaker"] for one in ledger(joined, 1)["speakers"]] == ["Bo Li"]


def test_a_claim_that_gets_another_name_of_its_claimant_takes_nothing_along_that_was_heard(joined, say):
    say("Trams are free in Elland", WHOLE, "2024-02-01", "Radio 4")
    editing.edit_claim(joined, 3, text="Trams are free in Elland", claimant=SHORT, actor="bo")
    split(joined, SHORT, actor="bo")
    assert claims.get(joined, 3).claimant == SHORT
    assert [one["speaker"] for one in ledger(joined, 3)["speakers"]] == [WHOLE]


def sheet(db, rows, tmp_path):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table = read_table(io.BytesIO(out.getvalue().encode()), "claims.csv")
    return plan_import(db, table, map_headers(table.headers, {}))


def exported(desk_path, tmp_path):
    export_sheet(desk_path, tmp_path / "out.csv")
    return list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8-sig", newline="")))


def test_a_sheet_from_before_changes_no_claimant(desk, desk_path, say, tmp_path):
    say(NEVER, SHORT)
    say(COST, WHOLE)
    rows = exported(desk_path, tmp_path)
    join(desk, WHOLE, [SHORT], actor="ada")
    rows[0]["priority"] = "high"
    plan = sheet(desk, rows, tmp_path)
    assert [change.fields for change in plan.changes] == [{"priority": ("normal", "high")}]
    apply_plan(desk, plan, actor="bo")
    assert claims.get(desk, 1).claimant_id == claimants.find(desk, SHORT)


@pytest.mark.parametrize("priority", ["normal", "high"])
def test_a_sheet_from_before_a_split_moves_no_claim(joined, desk_path, tmp_path, priority):
    rows = exported(desk_path, tmp_path)
    assert [row["claimant"] for row in rows] == [WHOLE, WHOLE]
    split(joined, SHORT, actor="ada")
    rows[0]["priority"] = priority
    plan = sheet(joined, rows, tmp_path)
    assert (plan.problems, [set(change.fields) for change in plan.changes]) == (
        [],
        [{"priority"}] if priority == "high" else [],
    )
    apply_plan(joined, plan, actor="bo")
    assert claims.get(joined, 1).claimant == SHORT


def test_a_sheet_from_after_a_split_may_give_the_claim_to_who_stood_for_it(joined, desk_path, tmp_path):
    split(joined, SHORT, actor="ada")
    rows = exported(desk_path, tmp_path)
    rows[0]["claimant"] = WHOLE
    apply_plan(joined, sheet(joined, rows, tmp_path), actor="bo")
    assert claims.get(joined, 1).claimant_id == claimants.find(joined, WHOLE)


def test_a_sheet_from_before_a_claimant_was_renamed_changes_none(joined, desk_path, tmp_path):
    rows = exported(desk_path, tmp_path)
    joined.execute("update claimants set name = 'Elland Transit' where name = ?", [WHOLE])
    assert sheet(joined, rows, tmp_path).changes == []


@pytest.mark.parametrize(("decision", "now"), [("accept", SHORT), ("edit", WHOLE)])
def test_a_claim_accepted_as_listed_before_a_split_stays_where_it_is(joined, file_claims, decision, now):
    [filed] = file_claims(joined, f"{COST}.", [(COST, SHORT, 0.9)], url="https://news.example/4").filed
    listed = triage.case(joined, filed.claim_id).row()
    split(joined, SHORT, actor="ada")
    ruling = Ruling(filed.claim_id, Decision(decision), listed["text"], listed["speaker"], listed["quote"])
    triage.decide_all(joined, [(2, ruling)], actor="bo")
    assert claims.get(joined, filed.claim_id).claimant == now


def test_rows_of_a_sheet_under_two_names_are_one_claim_and_keep_their_names(joined, tmp_path):
    rows = [
        {"text": COST, "claimant": SHORT, "claimed_on": "2024-01-01", "place": "Radio 4"},
        {"text": COST, "claimant": WHOLE, "claimed_on": "2024-02-01", "place": "Radio 4"},
        {"text": NEVER, "claimant": WHOLE, "claimed_on": "2024-02-01", "place": "Radio 4"},
    ]
    plan = sheet(joined, rows, tmp_path)
    assert (plan.problems, [(one.claim_id, one.repeats) for one in plan.changes]) == (
        [],
        [(None, None), (None, 2), (1, None)],
    )
    apply_plan(joined, plan, actor="bo")
    assert ledger(joined, 3)["speakers"][0]["times"] == 2
    split(joined, SHORT, actor="bo")
    assert {one["speaker"] for one in ledger(joined, 3)["speakers"]} == {SHORT, WHOLE}


# ── what was signed ─────────────────────────────────────────────────────────────────────────────


def test_a_verdict_keeps_the_name_it_was_signed_with_and_counts_for_who_stands(reviewed_desk):
    with write_transaction(reviewed_desk, "ada"):
        claimants.get_or_add(reviewed_desk, "A. Miller, MP")
    join(reviewed_desk, "A. Miller, MP", ["Ada Miller"], actor="ada")
    [review, *_] = views.reviews_of_claim(reviewed_desk, 1)
    assert review["claimant"] == "Ada Miller"
    assert next(views.claims(reviewed_desk))["claimant"] == "A. Miller, MP"
    rated = statistics.ratings_by_claimant(reviewed_desk, limit=9)
    assert {row["claimant"] for row in rated} == {"A. Miller, MP"}
    assert statistics.ratings_of(reviewed_desk, rated[0]["claimant_id"], limit=9)
    assert [one.check for one in examine(reviewed_desk) if not one.ok] == []


def test_the_name_that_two_people_signed_is_the_one_that_goes_out(reviewed_desk):
    """The draft, review 3, is signed on a claim under another name of who stands."""
    with write_transaction(reviewed_desk, "ada"):
        claimants.get_or_add(reviewed_desk, "A. Miller, MP")
    join(reviewed_desk, "A. Miller, MP", ["Ada Miller"], actor="ada")
    reviewing.submit(reviewed_desk, 3, actor="ada")
    reviewing.approve(reviewed_desk, 3, actor="ben")
    rename = "update claimants set name = ? where name = ?"
    for name in ("A. Miller, MP", "Ada Miller"):
        with pytest.raises(sqlite3.IntegrityError, match="approved but not published yet"):
            reviewed_desk.execute(rename, ["Evil Twin", name])
    url = "https://desk.example/3"
    reviewing.publish(reviewed_desk, 3, url=url, reviewed_on="2024-05-03", actor="ada")
    reviewed_desk.execute(rename, ["Adam Miller", "A. Miller, MP"])
    [review] = views.reviews_of_claim(reviewed_desk, 3)
    assert review["claimant"] == "A. Miller, MP"


def test_a_correction_that_is_given_up_leaves_the_claim_under_its_own_name(reviewed_desk):
    with write_transaction(reviewed_desk, "ada"):
        claimants.get_or_add(reviewed_desk, "A. Miller, MP")
    join(reviewed_desk, "A. Miller, MP", ["Ada Miller"], actor="ada")
    correction = reviewing.correct(reviewed_desk, 1, note="We had the year wrong.", actor="ada")
    editing.edit_claim(
        reviewed_desk, 1, text="Rent tripled in ten years", claimant="A. Miller, MP", actor="ada"
    )
    reviewing.withdraw(reviewed_desk, correction, actor="ada")
    claim = claims.get(reviewed_desk, 1)
    assert (claim.text, claim.claimant_id) == (
        "Rent doubled in ten years",
        claimants.find(reviewed_desk, "Ada Miller"),
    )
    assert claim.status is Status.PUBLISHED


def test_readers_are_not_told_whose_other_name_an_unnamed_source_is(reviewed_desk, desk_path, tmp_path):
    """The desk knows; the article, and the verdict that is out, do not say."""
    with write_transaction(reviewed_desk, "ada"):
        claimants.get_or_add(reviewed_desk, "Zacharias Quill")
    again = NewClaim("Rent doubled in ten years", "a clerk", "https://news.example/8")
    add_claim(reviewed_desk, again, attach_to=1, actor="ada")
    join(reviewed_desk, "Zacharias Quill", ["a clerk", "Ada Miller"], actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", base_url="https://desk.example/")
    with closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        speakers = {row[0] for row in conn.execute("select speaker from appearances")}
        assert speakers == {"Ada Miller", "a clerk"}
        assert {row[0] for row in conn.execute("select claimant from claims")} == {"Ada Miller"}
    for path in [tmp_path / "public.db", *(tmp_path / "site").rglob("*.*")]:
        assert b"Quill" not in path.read_bytes()
