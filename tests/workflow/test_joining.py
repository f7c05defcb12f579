"""Joined names count as one speaker everywhere; splitting them restores the state before."""

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
from claimtrack.store import claimants, claims, history, matches, names, queues, rows, statistics, views
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
FULL, SHORT, BY_ROLE = "Elland Tramways", "EllTram", "the operator"


@pytest.fixture
def add_claim_by(desk):
    """Files a claim as `add` does; returns the result."""

    def add_claim_by(text, claimant=None, day=None, source=None):
        return add_claim(desk, NewClaim(text, claimant, source, day), actor="ada")

    return add_claim_by


@pytest.fixture
def desk_with_joined(desk, add_claim_by):
    """A desk with claim 1 under the short name, claim 2 under the full one, and the two names joined."""
    add_claim_by(NEVER, SHORT)
    add_claim_by("Fares are frozen until 2030 in Elland", FULL)
    join(desk, FULL, [SHORT], actor="ada")
    return desk


NEW_NAME = "Elland Trams"


def test_renaming_a_speaker_joins_the_names_and_splitting_restores_the_old_one(
    desk_with_joined, add_claim_by
):
    with write_transaction(desk_with_joined, "ada"):
        desk_with_joined.execute(
            "update claimants set kind = 'organisation', role = 'operator' where name = ?", [FULL]
        )
    before = dump(desk_with_joined)
    result = rename(desk_with_joined, SHORT, NEW_NAME, actor="ada")  # whichever of their names is used
    assert ([name.written for name in result.joined], result.standing, result.claims) == ([FULL], NEW_NAME, 2)
    [row] = names.list_overview(desk_with_joined)
    assert (row["name"], row["kind"], row["role"]) == (NEW_NAME, "organisation", "operator")
    assert sorted(row["other_names"]) == sorted([SHORT, FULL])
    assert not add_claim_by(NEVER, NEW_NAME, "2024-05-03", "Radio 4").is_new
    refusals = [
        (FULL, f"another name of '{NEW_NAME}'"),
        (NEW_NAME.upper(), "speaker spell"),
        (NEW_NAME, "nothing to rename"),
        ("Speaker 2", "an unnamed voice"),
    ]
    for name, message in refusals:
        with pytest.raises(Refused, match=message):
            rename(desk_with_joined, NEW_NAME if name == NEW_NAME else FULL, name, actor="ada")
    split(desk_with_joined, FULL, actor="ada")
    assert [row["claimant"] for row in dump(desk_with_joined)["claim_overview"]] == [
        row["claimant"] for row in before["claim_overview"]
    ]


def test_joining_to_an_unknown_name_suggests_renaming(desk_with_joined, add_claim_by):
    with pytest.raises(
        NotFound, match="To give 'EllTram' this name: `claimtrack speaker rename EllTram 'Elland Trams'`"
    ):
        join(desk_with_joined, NEW_NAME, [SHORT], actor="ada")
    add_claim_by("The sea is wet", "Jane Doe")
    with pytest.raises(
        Refused,
        match="already a speaker 'Jane Doe': if they are the same: `claimtrack speaker join 'Jane Doe' 'Elland",
    ):
        rename(desk_with_joined, SHORT, "Jane Doe", actor="ada")


@pytest.mark.parametrize("names_to_join", [["Nobody"], [SHORT, FULL]], ids=["unknown name", "two names"])
def test_renaming_is_suggested_only_for_a_single_known_name(desk_with_joined, names_to_join):
    with pytest.raises(NotFound) as refused:
        join(desk_with_joined, NEW_NAME, names_to_join, actor="ada")
    assert "To give" not in str(refused.value)


def dump(db):
    """Everything that the desk stores and shows except its history."""
    views_shown = "claim_overview claimant_overview appearance_overview recurring_claims ratings_by_claimant claim_sheet".split()
    rows = {view: list(db.query(f"select * from {view}")) for view in views_shown}
    for row in rows["claim_sheet"]:
        del row["version"]
    return rows | {
        table: list(db.query(f"select * from {table}")) for table in ("claims", "claimants", "appearances")
    }


# ── joining and splitting ───────────────────────────────────────────────────────────────────────


def test_splitting_joined_names_restores_everything(desk, add_claim_by):
    for name in (FULL, SHORT, BY_ROLE):
        add_claim_by(COST, name, "2024-01-01", "Radio 4")
    before = dump(desk)
    join(desk, FULL, [SHORT, BY_ROLE], actor="ada")
    assert dump(desk) != before
    assert [row["claimant"] for row in dump(desk)["claim_overview"]] == [FULL] * 3
    split(desk, SHORT, actor="ada")
    split(desk, BY_ROLE, actor="ada")
    assert dump(desk) == before


def test_only_claims_that_lost_a_suggestion_are_looked_up_again(desk, add_claim_by):
    for text in (COST, "The sea is wet", "Bees sleep at night"):
        add_claim_by(text)
    pair = {"score": 0.5, "suggestion": "related", "scorer": "s"}
    changed, gone = (rows.insert(desk, "matches", {"left_id": 1, "right_id": one, **pair}) for one in (2, 3))
    before = history.last_change_id(desk)
    desk.execute("update matches set judgement = 'different' where id = ?", [changed])
    rows.insert(desk, "matches", {"left_id": 2, "right_id": 3, **pair})
    assert matches.lost_suggestions_since(desk, before) == []
    desk.execute("delete from matches where id = ?", [gone])
    assert matches.lost_suggestions_since(desk, before) == [3]


def test_history_records_who_joined_names(desk_with_joined):
    sql = "select actor, new_row ->> 'name_of_id' from history where table_name = 'claimants' order by id desc limit 1"
    assert desk_with_joined.execute(sql).fetchone() == ("ada", 2)


def test_a_claims_history_shows_who_joined_and_split_its_claimant(desk_with_joined, add_claim_by):
    add_claim_by(COST, "Elland Transit")
    join(desk_with_joined, "Elland Transit", [FULL], actor="bo")
    desk_with_joined.execute("update claimants set name = 'Transit' where name = 'Elland Transit'")
    desk_with_joined.execute("update claimants set role = 'an operator'")
    split(desk_with_joined, FULL, actor="cy")

    def claimant_changes(claim_id):
        rows = [row for row in claim_history(desk_with_joined, claim_id) if row["table_name"] == "claimants"]
        return [(row["actor"], row["summary"]) for row in rows]

    split_summary = f"{SHORT} is no longer a name of Transit, {SHORT} is another name of {FULL}"
    assert claimant_changes(1) == [
        ("ada", f"{SHORT} is another name of {FULL}"),
        ("bo", f"{SHORT} is no longer a name of {FULL}, {SHORT} is another name of Transit"),
        ("cy", split_summary),
    ]
    assert claimant_changes(2)[-1] == ("cy", f"{FULL} is no longer a name of Transit")
    assert claimant_changes(3) == [(None, "name: Elland Transit → Transit")]


def test_joining_a_main_name_brings_its_other_names_and_splitting_takes_them_back(
    desk_with_joined, add_claim_by
):
    add_claim_by(COST, BY_ROLE)
    add_claim_by("Buses are late in Elland every day", "Elland Transit")
    result = join(desk_with_joined, "Elland Transit", [FULL], actor="bo")
    assert [name.written for name in result.brought] == [SHORT]
    join(desk_with_joined, "Elland Transit", [BY_ROLE], actor="bo")
    assert {row["claimant"] for row in views.claims(desk_with_joined)} == {"Elland Transit"}
    split_result = split(desk_with_joined, FULL, actor="bo")
    assert split_result.took == (SHORT,)
    other_names = {row["name"]: row["other_names"] for row in names.list_overview(desk_with_joined)}
    assert other_names == {"Elland Transit": [BY_ROLE], FULL: [SHORT]}


def test_splitting_a_name_leaves_names_that_were_joined_separately(desk_with_joined, add_claim_by):
    add_claim_by(COST, "Elland Transit")
    join(desk_with_joined, "Elland Transit", [FULL], actor="bo")
    split(desk_with_joined, SHORT, actor="bo")
    join(desk_with_joined, "Elland Transit", [SHORT], actor="bo")
    assert split(desk_with_joined, FULL, actor="bo").took == ()


def test_joining_to_another_name_joins_to_its_main_name(desk_with_joined, add_claim_by):
    add_claim_by(COST, BY_ROLE)
    assert join(desk_with_joined, SHORT, [BY_ROLE], actor="ada").standing == FULL


def test_joining_the_same_names_again_changes_nothing(desk_with_joined):
    before = desk_with_joined.execute("select max(id) from history").fetchone()
    assert join(desk_with_joined, FULL.upper(), [SHORT], actor="bo").already == (SHORT,)
    assert desk_with_joined.execute("select max(id) from history").fetchone() == before


def test_a_main_name_and_its_other_names_can_be_joined_together(desk_with_joined, add_claim_by):
    add_claim_by(COST, BY_ROLE)
    result = join(desk_with_joined, BY_ROLE, [FULL, SHORT], actor="bo")
    assert ([name.written for name in result.joined], [name.written for name in result.brought]) == (
        [FULL],
        [SHORT],
    )


REFUSED = [
    pytest.param(FULL, [FULL.lower()], InvalidValue, "is one name", id="itself"),
    pytest.param(FULL, ["Elland Tramwais"], NotFound, "similar names: 'Elland Tramways'", id="a typo"),
    pytest.param("xyzzy", [SHORT], NotFound, "claimtrack speaker list", id="no similar name"),
    pytest.param(" \u200b", [SHORT], InvalidValue, "empty", id="an invisible name"),
    pytest.param(FULL, ["x" * 4000], NotFound, "no speaker", id="far too long"),
    pytest.param(FULL, ["' or 1=1 --"], NotFound, "no speaker", id="SQL"),
    pytest.param(SHORT, [FULL], Refused, "split EllTram", id="the main name of the first"),
    pytest.param(
        "Zoë Ünal", [SHORT], Refused, "join 'Zoë Ünal' 'Elland Tramways'", id="another speaker's name"
    ),
    pytest.param("O'Brien", [SHORT], Refused, """join 'O'"'"'Brien' 'Elland""", id="a name with a quote"),
    pytest.param("-5", [SHORT], Refused, "join -- -5", id="a name that begins with a dash"),
    pytest.param(
        "ZOË ÜNAL", ["zoë ünal"], InvalidValue, "'Zoë Ünal' is one name", id="the same name in another case"
    ),
]


@pytest.mark.parametrize(("name", "others", "error", "message"), REFUSED)
def test_an_impossible_join_is_refused_with_a_remedy_and_changes_nothing(
    desk_with_joined, add_claim_by, name, others, error, message
):
    for speaker in ("Zoë Ünal", "O'Brien", "-5", BY_ROLE):
        add_claim_by(COST, speaker)
    before = dump(desk_with_joined)
    with pytest.raises(error) as raised:
        join(desk_with_joined, name, [BY_ROLE, *others] if error is not Refused else others, actor="bo")
    assert message in str(raised.value)
    assert dump(desk_with_joined) == before


def test_only_another_name_can_be_split(desk_with_joined, add_claim_by):
    add_claim_by(COST, BY_ROLE)
    for name, message in ((FULL, f"split {SHORT}"), (BY_ROLE, "nothing to split")):
        with pytest.raises(Refused, match=message):
            split(desk_with_joined, name, actor="bo")


def test_thousands_of_names_can_be_joined_at_once(desk):
    with write_transaction(desk, "ada"):
        for number in range(3000):
            claimants.get_or_add(desk, f"Elland {number}")
    result = join(desk, "Elland 0", [f"elland {number}" for number in range(1, 3000)], actor="ada")
    assert len(result.joined) == 2999
    [row] = names.list_overview(desk, "elland 2999")
    assert len(row["other_names"]) == 2999


# ── the same speaker ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [FULL, SHORT, "ELLTRAM"])
def test_a_repeat_under_any_joined_name_is_the_same_claim(desk_with_joined, add_claim_by, name):
    again = add_claim_by(NEVER, name, "2024-02-01", "Radio 4")
    assert (again.claim_id, again.is_new, again.kept_claimant) == (1, False, None)


def test_a_repeat_under_an_unjoined_name_is_a_new_claim(desk_with_joined, add_claim_by):
    assert add_claim_by(NEVER, BY_ROLE).is_new


def test_joined_names_are_not_reported_as_different_speakers(desk_with_joined):
    [match, *_] = matching.look_up(desk_with_joined, Statement(f"{NEVER}, not once", FULL))
    assert not any("speaker" in difference for difference in match.differences)
    [match, *_] = matching.look_up(desk_with_joined, Statement(f"{NEVER}, not once", BY_ROLE))
    assert any("other speaker" in difference for difference in match.differences)


def test_joining_and_splitting_names_compares_their_claims_again(desk, add_claim_by):
    add_claim_by(NEVER, SHORT)
    add_claim_by(f"{NEVER}, not once", BY_ROLE)
    matching.find_duplicates(desk, actor="ada")
    judged_id = add_claim_by(f"{NEVER} at all", BY_ROLE).claim_id
    judging.judge(desk, 1, judged_id, Judgement.UNSURE, actor="ada")

    def pairs():
        matching.find_duplicates(desk, actor="ada")
        sql = "select left_id, right_id, instr(differences, 'speaker') > 0 from matches where judgement = 'unjudged'"
        return {
            (remaining, right): bool(mentions_speaker)
            for remaining, right, mentions_speaker in desk.execute(sql)
        }

    assert pairs()[1, 2]
    join(desk, BY_ROLE, [SHORT], actor="ada")
    assert not pairs().get((1, 2))
    split(desk, SHORT, actor="ada")
    assert pairs()[1, 2]
    assert desk.execute(
        "select judgement from matches where left_id = 1 and right_id = ?", [judged_id]
    ).fetchone() == ("unsure",)


def test_related_pairs_still_wait_after_their_speakers_are_joined(desk, add_claim_by):
    """`duplicates` does not look for such pairs, so those that `add` found would be lost."""
    add_claim_by("The council spent 4.2 million euros on the tram last year, twice what was budgeted", FULL)
    add_claim_by("The tram line, meanwhile, cost 4.2 million euros last year", SHORT)

    def waiting():
        return [(row["left_id"], row["right_id"], row["suggestion"]) for row in queues.unjudged_pairs(desk)]

    before = waiting()
    assert before == [(1, 2, "related")]
    join(desk, FULL, [SHORT], actor="ada")
    assert waiting() == before
    split(desk, SHORT, actor="ada")
    assert waiting() == before


def test_the_ledger_counts_a_speaker_under_all_joined_names(desk_with_joined, add_claim_by):
    add_claim_by(NEVER, SHORT, "2024-01-01", "Radio 4")
    add_claim_by(NEVER, FULL, "2024-02-01", "Radio 4")
    add_claim_by(NEVER, FULL, "2024-03-01")
    claim_ledger = ledger(desk_with_joined, 1)
    assert [(row["speaker"], row["appearances"]) for row in claim_ledger["speakers"]] == [(FULL, 3)]
    assert [entry["nth"] for entry in claim_ledger["entries"]] == [1, 2, 3]
    split(desk_with_joined, SHORT, actor="ada")
    assert [row["speaker"] for row in ledger(desk_with_joined, 1)["speakers"]] == [FULL, SHORT]


def test_an_occasion_added_under_two_joined_names_counts_once(desk_with_joined, add_claim_by):
    for name in (SHORT, FULL):
        again = add_claim_by(NEVER, name, "2024-01-01", "Radio 4")
    assert not again.is_recorded
    for name in (FULL, SHORT):
        again = add_claim_by(NEVER, name, "2024-01-02")
    assert not again.is_recorded
    assert ledger(desk_with_joined, 1)["appearances"] == 2


def test_an_article_with_a_claim_under_two_joined_names_counts_once(desk, file_claims):
    for name in (SHORT, FULL):
        with write_transaction(desk, "ada"):
            claimants.get_or_add(desk, name)
    text = f"{COST}. {COST}!"
    file_claims(desk, text, [(COST, SHORT, 0.9)], url="https://news.example/1")
    desk.execute("""
        insert into appearances (claim_id, article_id, claimant_id, span_start, span_end, quote)
        select 1, 1, 2, length(quote) + 2, 2 * length(quote) + 2, quote from appearances
    """)
    assert ledger(desk, 1)["appearances"] == 2
    join(desk, FULL, [SHORT], actor="ada")
    assert ledger(desk, 1)["appearances"] == 1
    assert desk.execute("select appearances from claim_overview").fetchone() == (1,)


def test_a_later_article_is_filed_under_the_name_it_uses_and_found_under_both(desk_with_joined, file_claims):
    filed = file_claims(
        desk_with_joined, f"{NEVER}.", [(NEVER, FULL, 0.9)], url="https://news.example/2"
    ).filed
    assert [(claim.claim_id, claim.is_new) for claim in filed] == [(1, False)]
    filed = file_claims(
        desk_with_joined, f"{COST}. {NEVER}.", [(COST, SHORT, 0.9)], url="https://news.example/3"
    ).filed
    assert claims.get(desk_with_joined, filed[0].claim_id).claimant == FULL
    split(desk_with_joined, SHORT, actor="ada")
    assert claims.get(desk_with_joined, filed[0].claim_id).claimant == SHORT


@pytest.mark.parametrize("later_name", [SHORT, FULL, "Tramways"])
def test_a_new_version_that_uses_another_joined_name_is_not_a_correction(
    desk_with_joined, file_claims, later_name
):
    file_claims(desk_with_joined, f"{COST}.", [(COST, SHORT, 0.9)], url="https://news.example/4")
    result = file_claims(
        desk_with_joined, f"{COST}. More.", [(COST, later_name, 0.9)], url="https://news.example/4"
    )
    assert result.corrected == ()
    result = file_claims(
        desk_with_joined, f"{COST}. More of it.", [(COST, "Bo Li", 0.9)], url="https://news.example/4"
    )
    assert [(correction.was, correction.now) for correction in result.corrected] == [(FULL, "Bo Li")]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [FULL, SHORT, "elltram"])
def test_lists_and_searches_find_a_speakers_claims_by_any_joined_name(desk_with_joined, add_claim_by, name):
    add_claim_by(COST, BY_ROLE)
    assert [row["id"] for row in views.claims(desk_with_joined, ClaimFilter(claimant=name))] == [1, 2]
    assert {row["id"] for row in search(desk_with_joined, f"{name} council", limit=5)} == {1}
    assert {row["id"] for row in search(desk_with_joined, name, limit=5)} == {1, 2}


def test_statistics_count_under_the_main_name(desk_with_joined):
    assert [(row["name"], row["claims"]) for row in names.list_overview(desk_with_joined)] == [(FULL, 2)]
    assert (
        names.list_overview(desk_with_joined, "ELLTR")
        == names.list_overview(desk_with_joined, "land tram")
        == names.list_overview(desk_with_joined)
    )
    assert names.list_overview(desk_with_joined, "nobody") == []
    for claimant_id in (1, 2):
        assert statistics.claimant(desk_with_joined, claimant_id)["name"] == FULL
        assert [
            row["id"] for row in statistics.claims_of(desk_with_joined, claimant_id, limit=9, offset=0)
        ] == [2, 1]
    assert {row["figure"]: row["count"] for row in statistics.totals(desk_with_joined)}["claimants"] == 1


def test_claimants_are_listed_by_claims_then_appearances_then_name(desk, add_claim_by):
    for text, name in (
        (COST, "Bo Li"),
        (COST, "Al Li"),
        (NEVER, "Cy Li"),
        ("Fares rose", "Di Li"),
        ("Fares fell", "Di Li"),
    ):
        add_claim_by(text, name, "2024-01-01", "Radio 4")
    add_claim_by(NEVER, "Cy Li", "2024-02-01", "Radio 4")
    assert [row["name"] for row in names.list_overview(desk)] == ["Di Li", "Cy Li", "Al Li", "Bo Li"]


def test_joined_names_are_not_proposed_again(desk, add_claim_by):
    for name in (SHORT, FULL, "Eltram", "Bo Li"):
        add_claim_by(COST, name)
    assert [(proposal.name, proposal.other_name) for proposal in propose(desk)] == [
        (FULL, SHORT),
        (SHORT, "Eltram"),
    ]
    assert propose(desk, "li") == []
    join(desk, FULL, [SHORT], actor="ada")
    [remaining] = propose(desk, "eltram")
    assert (remaining.name, remaining.claims, remaining.other_name, remaining.other_claims) == (
        FULL,
        2,
        "Eltram",
        1,
    )
    assert ["EllTram / Eltram" in reason for reason in remaining.reasons] == [True]


def test_doctor_finds_nothing_wrong_with_joined_names(desk_with_joined):
    assert [finding.check for finding in examine(desk_with_joined) if not finding.ok] == []


# ── what is written by name ─────────────────────────────────────────────────────────────────────


def test_editing_a_claim_without_changing_the_name_keeps_its_own_claimant(desk_with_joined):
    editing.edit_claim(desk_with_joined, 1, text=f"{NEVER}!", claimant=FULL, actor="bo")
    assert claims.get(desk_with_joined, 1).claimant_id == claimants.find(desk_with_joined, SHORT)


def test_correcting_the_claimant_moves_appearances_under_all_joined_names(desk_with_joined, add_claim_by):
    add_claim_by(NEVER, SHORT, "2024-01-01", "Radio 4")
    add_claim_by(NEVER, FULL, "2024-02-01", "Radio 4")
    editing.edit_claim(desk_with_joined, 1, text=NEVER, claimant="Bo Li", actor="bo")
    assert [row["speaker"] for row in ledger(desk_with_joined, 1)["speakers"]] == ["Bo Li"]


def test_changing_to_another_joined_name_does_not_move_appearances(desk_with_joined, add_claim_by):
    add_claim_by("Trams are free in Elland", FULL, "2024-02-01", "Radio 4")
    editing.edit_claim(desk_with_joined, 3, text="Trams are free in Elland", claimant=SHORT, actor="bo")
    split(desk_with_joined, SHORT, actor="bo")
    assert claims.get(desk_with_joined, 3).claimant == SHORT
    assert [row["speaker"] for row in ledger(desk_with_joined, 3)["speakers"]] == [FULL]


def plan_sheet_import(db, rows, tmp_path):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table = read_table(io.BytesIO(out.getvalue().encode()), "claims.csv")
    return plan_import(db, table, map_headers(table.headers, {}))


def export_rows(desk_path, tmp_path):
    export_sheet(desk_path, tmp_path / "out.csv")
    return list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8-sig", newline="")))


def test_a_sheet_exported_before_a_join_does_not_change_claimants(desk, desk_path, add_claim_by, tmp_path):
    add_claim_by(NEVER, SHORT)
    add_claim_by(COST, FULL)
    rows = export_rows(desk_path, tmp_path)
    join(desk, FULL, [SHORT], actor="ada")
    rows[0]["priority"] = "high"
    plan = plan_sheet_import(desk, rows, tmp_path)
    assert [change.fields for change in plan.changes] == [{"priority": ("normal", "high")}]
    apply_plan(desk, plan, actor="bo")
    assert claims.get(desk, 1).claimant_id == claimants.find(desk, SHORT)


@pytest.mark.parametrize("priority", ["normal", "high"])
def test_a_sheet_exported_before_a_split_does_not_change_claimants(
    desk_with_joined, desk_path, tmp_path, priority
):
    rows = export_rows(desk_path, tmp_path)
    assert [row["claimant"] for row in rows] == [FULL, FULL]
    split(desk_with_joined, SHORT, actor="ada")
    rows[0]["priority"] = priority
    plan = plan_sheet_import(desk_with_joined, rows, tmp_path)
    assert (plan.problems, [set(change.fields) for change in plan.changes]) == (
        [],
        [{"priority"}] if priority == "high" else [],
    )
    apply_plan(desk_with_joined, plan, actor="bo")
    assert claims.get(desk_with_joined, 1).claimant == SHORT


def test_a_sheet_exported_after_a_split_can_change_the_claimant(desk_with_joined, desk_path, tmp_path):
    split(desk_with_joined, SHORT, actor="ada")
    rows = export_rows(desk_path, tmp_path)
    rows[0]["claimant"] = FULL
    apply_plan(desk_with_joined, plan_sheet_import(desk_with_joined, rows, tmp_path), actor="bo")
    assert claims.get(desk_with_joined, 1).claimant_id == claimants.find(desk_with_joined, FULL)


def test_a_sheet_exported_before_a_rename_does_not_change_claimants(desk_with_joined, desk_path, tmp_path):
    rows = export_rows(desk_path, tmp_path)
    desk_with_joined.execute("update claimants set name = 'Elland Transit' where name = ?", [FULL])
    assert plan_sheet_import(desk_with_joined, rows, tmp_path).changes == []


@pytest.mark.parametrize(("decision", "expected"), [("accept", SHORT), ("edit", FULL)])
def test_a_ruling_listed_before_a_split_applies_to_the_claim_as_it_is_now(
    desk_with_joined, file_claims, decision, expected
):
    [claim] = file_claims(
        desk_with_joined, f"{COST}.", [(COST, SHORT, 0.9)], url="https://news.example/4"
    ).filed
    listed = triage.case(desk_with_joined, claim.claim_id).row()
    split(desk_with_joined, SHORT, actor="ada")
    ruling = Ruling(claim.claim_id, Decision(decision), listed["text"], listed["speaker"], listed["quote"])
    triage.decide_all(desk_with_joined, [(2, ruling)], actor="bo")
    assert claims.get(desk_with_joined, claim.claim_id).claimant == expected


def test_sheet_rows_under_two_joined_names_are_one_claim_and_keep_their_names(desk_with_joined, tmp_path):
    rows = [
        {"text": COST, "claimant": SHORT, "claimed_on": "2024-01-01", "place": "Radio 4"},
        {"text": COST, "claimant": FULL, "claimed_on": "2024-02-01", "place": "Radio 4"},
        {"text": NEVER, "claimant": FULL, "claimed_on": "2024-02-01", "place": "Radio 4"},
    ]
    plan = plan_sheet_import(desk_with_joined, rows, tmp_path)
    assert (plan.problems, [(change.claim_id, change.repeats) for change in plan.changes]) == (
        [],
        [(None, None), (None, 2), (1, None)],
    )
    apply_plan(desk_with_joined, plan, actor="bo")
    assert ledger(desk_with_joined, 3)["speakers"][0]["appearances"] == 2
    split(desk_with_joined, SHORT, actor="bo")
    assert {row["speaker"] for row in ledger(desk_with_joined, 3)["speakers"]} == {SHORT, FULL}


# ── signed verdicts ─────────────────────────────────────────────────────────────────────────────


def test_a_verdict_keeps_its_signed_name_and_counts_for_the_main_name(reviewed_desk):
    with write_transaction(reviewed_desk, "ada"):
        claimants.get_or_add(reviewed_desk, "A. Miller, MP")
    join(reviewed_desk, "A. Miller, MP", ["Ada Miller"], actor="ada")
    [review, *_] = views.reviews_of_claim(reviewed_desk, 1)
    assert review["claimant"] == "Ada Miller"
    assert next(views.claims(reviewed_desk))["claimant"] == "A. Miller, MP"
    rated = statistics.ratings_by_claimant(reviewed_desk, limit=9)
    assert {row["claimant"] for row in rated} == {"A. Miller, MP"}
    assert statistics.ratings_of(reviewed_desk, rated[0]["claimant_id"], limit=9)
    assert [finding.check for finding in examine(reviewed_desk) if not finding.ok] == []


def test_the_name_that_two_people_signed_is_the_one_published(reviewed_desk):
    """The draft, review 3, is approved for a claim under another name of the main one."""
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


def test_an_abandoned_correction_restores_the_claims_own_name(reviewed_desk):
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


def test_the_main_name_of_an_unnamed_source_is_not_published(reviewed_desk, desk_path, tmp_path):
    """The desk knows it, but neither the article nor the published verdict names the source."""
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
