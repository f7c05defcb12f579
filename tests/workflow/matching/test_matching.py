"""Suggest is not decide: judgements, what they contradict, and how they are taken back."""

import pytest

from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.match import Thresholds
from claimtrack.core.model import Comparison, Judgement, Statement, Suggestion
from claimtrack.store import claims, matches, tuning
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.index import lookups
from claimtrack.store.index.vocabulary import Vocabulary
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.judging import Judged, judge, undo_judgement
from claimtrack.workflow.matching.matching import LookUps, find_duplicates, look_up, waiting_pairs

SAME, DIFFERENT, UNSURE, UNJUDGED = (
    Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE, Judgement.UNJUDGED,
)  # fmt: skip


@pytest.fixture
def five(desk):
    """A desk with claims 1 to 5."""
    with write_transaction(desk, "setup"):
        for number in range(1, 6):
            claims.add(desk, f"Claim number {number} stands alone.")
    return desk


@pytest.fixture
def decide(five):
    return lambda one, other, judgement, by="ada": judge(five, one, other, Judgement(judgement), actor=by)


@pytest.fixture
def undo(five):
    return lambda pair=None, by="ada": undo_judgement(five, pair, actor=by)


def standing(db):
    rows = db.query("select left_id, right_id, judgement from matches where judgement <> 'unjudged'")
    return {(row["left_id"], row["right_id"]): row["judgement"] for row in rows}


def test_what_differs_is_told_in_the_order_in_which_the_two_claims_are_shown(desk):
    text = "The port of Halvern lost {} of its cranes in the storms of last November"
    add_claim(desk, NewClaim(text.format(12)), actor="ada")
    [new] = add_claim(desk, NewClaim(text.format(21)), actor="ada").matches
    assert new.differences == ("differs: 21 / 12",)
    filed = list(waiting_pairs(desk))
    assert [pair["differences"] for pair in filed] == [["differs: 12 / 21"]]
    beside = [matches.of_claim(desk, claim_id)[0]["differences"] for claim_id in (1, 2)]
    assert beside == ['["differs: 12 / 21"]', '["differs: 21 / 12"]']
    # A reworded claim is looked up by its own words, whichever of the two it is.
    edit_claim(desk, 1, text=text.format(13), actor="ada")
    assert [pair["differences"] for pair in waiting_pairs(desk)] == [["differs: 13 / 21"]]
    edit_claim(desk, 2, text=text.format(31), actor="ada")
    assert [pair["differences"] for pair in waiting_pairs(desk)] == [["differs: 13 / 31"]]


# ── judging ─────────────────────────────────────────────────────────────────────────────────────


def test_a_judgement_is_about_the_pair_whichever_claim_is_named_first(decide, five):
    assert decide(2, 1, "same") == Judged(1, 2, SAME, UNJUDGED)
    assert decide(1, 2, "unsure") == Judged(1, 2, UNSURE, SAME)
    assert standing(five) == {(1, 2): "unsure"}


def test_a_judgement_keeps_who_and_when(decide, five):
    decide(1, 2, "same", by="ben")
    row = next(five.query("select judged_by, judged_at from matches"))
    assert row["judged_by"] == "ben"
    assert row["judged_at"].startswith("20")


def test_a_pair_nobody_suggested_can_be_judged_and_has_reasons(decide, five):
    decide(1, 5, "different")
    row = next(five.query("select score, scorer, judgement from matches"))
    assert row["scorer"]
    assert row["judgement"] == "different"


def test_a_claim_is_not_judged_with_itself_nor_with_none(decide, five):
    with pytest.raises(InvalidValue):
        decide(1, 1, "same")
    with pytest.raises(NotFound):
        decide(1, 99, "same")
    assert standing(five) == {}


# Judgements that stand, and one that contradicts them.
CONTRADICTIONS = [
    # 1 = 2 = 3, so 1 and 3 are not different ...
    ([(1, 2, "same"), (2, 3, "same")], (1, 3, "different")),
    # ... through however many.
    ([(1, 2, "same"), (2, 3, "same"), (3, 4, "same"), (4, 5, "same")], (1, 5, "different")),
    # 1 = 2, 1 is not 3, so 2 is not 3.
    ([(1, 2, "same"), (1, 3, "different")], (2, 3, "same")),
    # Two clusters with one "different" between them stay two.
    ([(1, 2, "same"), (3, 4, "same"), (2, 4, "different")], (1, 3, "same")),
]


@pytest.mark.parametrize(("before", "one_more"), CONTRADICTIONS)
def test_a_judgement_that_contradicts_others_is_refused_and_those_stay(decide, five, before, one_more):
    for judgement in before:
        decide(*judgement)
    stood = standing(five)
    with pytest.raises(Refused):
        decide(*one_more)
    assert standing(five) == stood


def test_unsure_contradicts_nothing(decide, five):
    for pair in ((1, 2, "same"), (2, 3, "same"), (1, 3, "unsure")):
        decide(*pair)
    assert standing(five) == {(1, 2): "same", (2, 3): "same", (1, 3): "unsure"}


def test_claims_judged_the_same_are_one_cluster_under_the_lowest_id(decide, five):
    for pair in ((4, 5, "same"), (2, 4, "same"), (1, 3, "different")):
        decide(*pair)
    rows = five.query("select claim_id, cluster_id, size from claim_clusters order by claim_id")
    assert [tuple(row.values()) for row in rows] == [(2, 2, 3), (4, 2, 3), (5, 2, 3)]


# ── suggesting ──────────────────────────────────────────────────────────────────────────────────

NEWER = Comparison(0.5, Suggestion.CONFLICT, ("a reason",), ("a difference",))


@pytest.mark.parametrize("judgement", ["same", "different", "unsure"])
def test_a_suggestion_never_touches_what_a_person_judged(decide, five, judgement):
    decide(1, 2, judgement)
    before = list(five.query("select * from matches"))
    with write_transaction(five, "machine"):
        matches.record_suggestions(five, [(1, 2, NEWER)], scorer="next")
    find_duplicates(five, actor="machine")
    assert [row for row in five.query("select * from matches") if row["id"] == 1] == before


def test_a_suggestion_nobody_judged_is_renewed(five):
    with write_transaction(five, "machine"):
        matches.record_suggestions(five, [(1, 2, Comparison(0.9, Suggestion.DUPLICATE))], scorer="old")
        matches.record_suggestions(five, [(2, 1, NEWER)], scorer="next")
    [pair] = waiting_pairs(five)
    assert (pair["score"], pair["suggestion"], pair["reasons"]) == (0.5, "conflict", ["a reason"])


def test_finding_duplicates_twice_finds_the_same_pairs_and_leaves_no_second_history(five):
    with write_transaction(five, "ada"):
        claims.add(five, "Unemployment in the region fell by a third within two years.")
        claims.add(five, "Within two years unemployment in the region fell by one third.")
    assert find_duplicates(five, actor="ada").claims == 7
    pairs = list(waiting_pairs(five))
    changes = five.execute("select count(*) from history").fetchone()
    find_duplicates(five, actor="ada")
    assert (6, 7) in [(pair["left_id"], pair["right_id"]) for pair in pairs]
    assert list(waiting_pairs(five)) == pairs
    assert five.execute("select count(*) from history").fetchone() == changes


def test_only_what_is_new_or_reworded_is_compared_again(five):
    assert find_duplicates(five, actor="ada").claims == 5
    assert find_duplicates(five, actor="ada").claims == 0
    with write_transaction(five, "ada"):
        new = claims.add(five, "Unemployment in the region fell by a third within two years.")
    with write_transaction(five, "ben"):
        five.execute(
            "update claims set text = ? where id = 2",
            ["Within two years unemployment in the region fell by one third."],
        )
    assert find_duplicates(five, actor="ada").claims == 2
    assert (2, new) in [(pair["left_id"], pair["right_id"]) for pair in waiting_pairs(five)]


ROADS, ROADS_AGAIN = "The city has 400 buses on its roads", "On its roads the city has 400 buses"


@pytest.fixture
def twins(desk):
    """Two wordings of one claim, compared, and a third that is judged the same as the first."""
    for text, by in ((ROADS, "Ada Miller"), (ROADS_AGAIN, "Bo Lind"), (f"{ROADS} today", "Cleo Marsh")):
        add_claim(desk, NewClaim(text, claimant=by), actor="ada")
    judge(desk, 1, 3, Judgement.SAME, actor="ada")
    find_duplicates(desk, actor="ada")
    return desk


def pairs_there(db):
    return [tuple(row) for row in db.execute("select left_id, right_id from matches order by 1, 2")]


@pytest.mark.parametrize("reworded", [1, 2])
def test_a_reworded_claim_loses_what_was_suggested_of_its_words_and_keeps_what_was_judged(twins, reworded):
    assert pairs_there(twins) == [(1, 2), (1, 3), (2, 3)]
    sql = "update claims set text = 'The river has forty kinds of fish' where id = ?"
    twins.execute(sql, [reworded])  # as any client of SQLite writes it
    twins.conn.commit()
    left = {1: [(1, 3), (2, 3)], 2: [(1, 3)]}[reworded]
    assert pairs_there(twins) == left
    find_duplicates(twins, actor="ada")
    assert pairs_there(twins) == left


def test_a_claim_worded_as_before_again_is_suggested_anew(twins):
    for text in ("The river has forty kinds of fish", ROADS_AGAIN):
        with write_transaction(twins, "ben"):
            claims.update(twins, 2, text=text)
    assert pairs_there(twins) == [(1, 3)]
    assert find_duplicates(twins, actor="ada").claims == 1
    assert pairs_there(twins) == [(1, 2), (1, 3), (2, 3)]


def test_a_change_of_other_columns_leaves_the_suggestions(twins):
    twins.execute("update claims set assignee = 'ben', text = text where id = 2")
    twins.conn.commit()
    assert (1, 2) in pairs_there(twins)


def test_a_search_that_was_interrupted_goes_on_where_it_was(five, monkeypatch):
    monkeypatch.setattr(matching.pairs, "BATCH", 2)
    with write_transaction(five, "ada"):
        five.execute(
            "update claims set text = 'Unemployment in the region fell by a third in two years.' where id in (1, 5)"
        )
    seen = []

    def interrupt(done, total):
        seen.append((done, total))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_duplicates(five, actor="ada", progress=interrupt)
    assert seen == [(2, 5)]
    assert find_duplicates(five, actor="ada", progress=lambda *at: seen.append(at)).claims == 3
    assert seen[1:] == [(2, 3), (3, 3)]
    # The others differ in a number: near misses, found on both sides of the break.
    found = [(pair["left_id"], pair["right_id"]) for pair in waiting_pairs(five)]
    assert found[0] == (1, 5)
    assert sorted(found) == [(1, 5), (2, 3), (2, 4), (3, 4)]


SAID = "The council of Ravensby spent 4 million pounds on a car park that nobody has used since 2019."


@pytest.fixture
def mixed(desk):
    """Two rewordings of one claim, two that change a fact, one of them with other words as well, and small talk."""
    texts = [
        SAID,
        "A car park that nobody has used since 2019 cost the council of Ravensby 4 million pounds.",
        SAID.replace("4 million", "9 million"),
        "I don't think so.",
        "I think so.",
        "The tram in Ravensby will not be built before 2030, the mayor said.",
        "The pool in Ravensby was built in 1930, and the mayor said so.",
        "In Ravensby the council spent 6 million pounds on a new car park that nobody has used since 2019.",
    ]
    with write_transaction(desk, "ada"):
        for text in texts:
            claims.add(desk, text)
    find_duplicates(desk, actor="ada")
    return desk


def pairs_of(db, show):
    return [(pair["left_id"], pair["right_id"]) for pair in waiting_pairs(db, show)]


def test_likely_repeats_come_before_conflicts_and_those_most_alike_first(mixed):
    assert pairs_of(mixed, WaitingPairs.REPEATS) == [(1, 2)]
    conflicts = pairs_of(mixed, WaitingPairs.CONFLICTS)
    assert conflicts[0] == (1, 3)
    assert set(conflicts[1:]) >= {(1, 8), (3, 8)}
    assert pairs_of(mixed, WaitingPairs.ALL) == [(1, 2), *conflicts]


def test_a_conflict_in_other_words_that_a_look_up_shows_waits_for_a_person(desk):
    told = [
        NewClaim("the new line would take 9,000 cars off the road every day", "Ana Reyes"),
        NewClaim("The line will remove 9,500 cars from the roads each day", "Ana Reyes"),
    ]
    [_, second] = [add_claim(desk, new, actor="ada") for new in told]
    assert [match.suggestion for match in second.matches] == [Suggestion.CONFLICT]
    assert pairs_of(desk, WaitingPairs.CONFLICTS) == [(1, 2)]


def test_such_a_conflict_is_found_over_the_whole_desk_too(desk):
    texts = [
        "The scheme takes 9,000 cars off the road every day",
        "The scheme removes 9,500 cars from the roads each day",
        "The new tram line will take 9,000 cars off the road every day",
        "The new tram line will remove 9,500 cars from the roads each day",
        *(
            f"The {place} lost {number} nurses in March"
            for number, place in enumerate(("clinic", "ward", "home"), 40)
        ),
    ]
    with write_transaction(desk, "ada"):
        for text in texts:
            claims.add(desk, text)
    find_duplicates(desk, actor="ada")
    assert {(1, 2), (3, 4)} <= set(pairs_of(desk, WaitingPairs.CONFLICTS))


def test_small_talk_and_what_is_not_even_alike_is_no_pair_to_judge(mixed):
    assert not {4, 5, 6, 7} & {one for pair in pairs_of(mixed, WaitingPairs.ALL) for one in pair}


def test_a_claim_reworded_while_it_is_compared_stays_to_be_compared(five, monkeypatch):
    done = matching.comparing.mark_compared

    def reworded_meanwhile(db, texts):
        db.execute("update claims set text = 'Something else is said here.' where id = 2")
        done(db, texts)

    with monkeypatch.context() as patch:
        patch.setattr(matching.comparing, "mark_compared", reworded_meanwhile)
        find_duplicates(five, actor="ada")
    assert find_duplicates(five, actor="ada").claims == 1


def test_another_scorer_compares_everything_again(five):
    find_duplicates(five, actor="ada")
    with write_transaction(five, "ada"):
        tuning.store_matching(five, tuning.MatchTuning(Thresholds(0.9, 0.1)), {})
    assert find_duplicates(five, actor="ada").claims == 5
    assert find_duplicates(five, actor="ada").claims == 0


def test_a_look_up_writes_nothing(five):
    before = five.execute("select total_changes()").fetchone()
    look_up(five, Statement("Claim number 3 stands alone."))
    assert five.execute("select total_changes()").fetchone() == before


@pytest.mark.parametrize("is_by_another", [False, True], ids=["by itself", "by another"])
def test_look_ups_one_after_the_other_see_what_was_written_between_them(desk_path, five, is_by_another):
    look_ups = LookUps(five)
    assert look_ups(Statement("Ferries to Lenn were cancelled")) == []
    other = open_desk(desk_path) if is_by_another else five
    add_claim(other, NewClaim("Ferries to Lenn were cancelled"), actor="ada")
    [found] = look_ups(Statement("Ferries to Lenn were cancelled"))
    assert found.claim_id == 6
    matching.index_pending_claims(other)
    assert look_ups(Statement("The cancelled ferries"))[0].claim_id == 6
    if is_by_another:
        other.close()


def test_look_ups_one_after_the_other_read_the_terms_of_a_desk_once(five, monkeypatch):
    asked = [Statement(f"Claim number {number} stands alone.") for number in (1, 2, 3)]
    one_by_one = [look_up(five, one) for one in asked]
    made = []
    monkeypatch.setattr(lookups, "Vocabulary", lambda conn: made.append(conn) or Vocabulary(conn))
    assert list(map(LookUps(five), asked)) == one_by_one
    assert len(made) == 1


def test_a_claim_deleted_during_a_look_up_is_left_out(five, monkeypatch):
    by_id = matching.views.claims_by_id

    def deleted_meanwhile(db, *asked):
        rows = by_id(db, *asked)
        rows.pop(3, None)
        return rows

    monkeypatch.setattr(matching.views, "claims_by_id", deleted_meanwhile)
    found = look_up(five, Statement("Claim number 3 stands alone."))
    assert 3 not in [match.claim_id for match in found]


# ── undoing ─────────────────────────────────────────────────────────────────────────────────────


def test_undo_goes_back_as_many_levels_as_there_are(decide, undo, five):
    for judgement in ((1, 2, "same"), (3, 4, "same"), (1, 2, "unsure"), (1, 2, "different")):
        decide(*judgement)
    seen = []
    for _ in range(4):
        undo()
        seen.append(standing(five))
    assert seen == [
        {(1, 2): "unsure", (3, 4): "same"},
        {(1, 2): "same", (3, 4): "same"},
        {(1, 2): "same"},
        {},
    ]
    with pytest.raises(Refused, match="ada has no judgement to undo"):
        undo()


def test_ones_own_judgement_is_found_however_the_name_is_written(decide, undo, five):
    decide(1, 2, "same")
    with pytest.raises(Refused, match="adam has no judgement to undo"):
        undo(by="adam")
    undo(by="Ada")
    assert standing(five) == {}


def test_what_was_undone_can_be_judged_and_undone_again(decide, undo, five):
    for _ in range(3):
        decide(1, 2, "same")
        undo()
    assert standing(five) == {}


def test_undo_restores_what_stood_before_where_a_judgement_came_twice(decide, undo, five):
    for judgement in ("same", "different", "same"):
        decide(1, 2, judgement)
    assert undo() == Judged(1, 2, DIFFERENT, SAME)
    assert undo() == Judged(1, 2, SAME, DIFFERENT)
    assert undo() == Judged(1, 2, UNJUDGED, SAME)
    assert standing(five) == {}


def test_undo_gives_a_judgement_back_to_who_made_it(decide, undo, five):
    decide(1, 2, "same", by="ada")
    decide(1, 2, "different", by="ben")
    decide(1, 2, "same", by="ada")
    with pytest.raises(Refused, match="ada has judged claims 1 and 2 since"):
        undo(by="ben")
    undo(by="ada")
    assert next(five.query("select judgement, judged_by from matches")) == {
        "judgement": "different",
        "judged_by": "ben",
    }
    undo(by="ben")
    assert next(five.query("select judged_by from matches"))["judged_by"] == "ada"


def test_who_agrees_with_a_judgement_does_not_take_it_over(decide, undo, five):
    decide(1, 2, "same", by="ada")
    assert decide(1, 2, "same", by="ben").by == "ada"
    with pytest.raises(Refused, match="ben has no judgement to undo"):
        undo(by="ben")
    undo(by="ada")
    assert standing(five) == {}


def test_a_refused_judgement_names_the_pair_that_stands_between(decide, five):
    decide(1, 2, "same")
    decide(3, 4, "same")
    decide(2, 4, "different")
    with pytest.raises(Refused, match=r"claims 2 and 4 were judged different.*`claimtrack undo 2 4`"):
        decide(1, 3, "same")


def test_a_word_in_history_that_is_no_judgement_stops_nobody(decide, undo, five):
    """A desk written to without foreign keys before the database itself refused such words."""
    decide(1, 2, "same")
    rules = five.execute("select sql from sqlite_master where name = 'matches_judgement_is_known'").fetchone()
    five.execute("drop trigger matches_judgement_is_known")
    five.execute("pragma foreign_keys = off")
    five.execute("update matches set judgement = 'maybe'")
    five.execute(rules[0])
    assert decide(1, 2, "different").before is UNJUDGED
    undo()
    assert standing(five) == {(1, 2): "same"}
    undo()
    assert standing(five) == {}


def test_undo_of_a_pair_leaves_the_others(decide, undo, five):
    decide(1, 2, "same")
    decide(3, 4, "same")
    assert undo((2, 1)) == Judged(1, 2, UNJUDGED, SAME)
    assert standing(five) == {(3, 4): "same"}


def test_undo_takes_back_ones_own_last_judgement_not_another_persons(decide, undo, five):
    decide(1, 2, "same", by="ada")
    decide(3, 4, "same", by="ben")
    undo(by="ada")
    assert standing(five) == {(3, 4): "same"}


def test_undo_does_not_wipe_out_what_another_person_judged_since(decide, undo, five):
    decide(1, 2, "same", by="ada")
    decide(1, 2, "different", by="ben")
    with pytest.raises(Refused, match="ben has judged claims 1 and 2 since then: `claimtrack undo 1 2`"):
        undo(by="ada")
    assert standing(five) == {(1, 2): "different"}


def test_anybody_may_undo_a_pair_by_its_name_down_to_the_first(decide, undo, five):
    decide(1, 2, "same", by="ada")
    decide(1, 2, "different", by="ben")
    undo((1, 2), by="cleo")
    assert standing(five) == {(1, 2): "same"}
    undo(by="ada")
    assert standing(five) == {}


def test_an_undo_that_would_contradict_what_was_judged_since_is_refused(decide, undo, five):
    decide(1, 2, "same")
    decide(1, 2, "different")
    decide(1, 3, "same")
    decide(2, 3, "unsure")
    decide(3, 4, "same")
    decide(2, 4, "different")
    with pytest.raises(Refused):
        undo((1, 2))
    assert standing(five)[1, 2] == "different"


def test_nobody_has_nothing_to_undo(undo):
    with pytest.raises(Refused, match="nobody has no judgement"):
        undo(by=None)


@pytest.mark.parametrize(
    ("one", "other", "suggestion"),
    [
        # A number alone is about nothing; two numbers told of the same word in sentences of their own are no changed fact.
        ("They would hear from 40 witnesses", "Forty percent!", None),
        (
            "The minimum wage would rise to 13.10 pounds",
            "They have risen 28 per cent since; wages have risen 19.",
            None,
        ),
        ("Wages rose by 11 percent", "Wages rose by 12 percent.", Suggestion.CONFLICT),
    ],
)
def test_only_what_a_person_can_judge_waits_whichever_came_first(desk, one, other, suggestion):
    for first, then in ((one, other), (other, one)):
        add_claim(desk, NewClaim(first), actor="ada")
        add_claim(desk, NewClaim(then), actor="ada")
        assert {pair["suggestion"] for pair in waiting_pairs(desk)} == ({suggestion} if suggestion else set())
        desk.execute("delete from matches")
        desk.execute("delete from claims")
