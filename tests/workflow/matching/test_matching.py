"""Suggested pairs, people's judgements of them, contradictions between judgements, and undoing."""

import pytest

from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.match import Thresholds
from claimtrack.core.model import Comparison, Judgement, OnDuplicate, Statement, Suggestion
from claimtrack.store import claimants, claims, matches, tuning
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.index import lookups
from claimtrack.store.index.vocabulary import Vocabulary
from claimtrack.store.queues import unjudged_pairs
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.judging import Judged, judge, undo_judgement
from claimtrack.workflow.matching.matching import LookUps, find_duplicates, look_up

SAME, DIFFERENT, UNSURE, UNJUDGED = (
    Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE, Judgement.UNJUDGED,
)  # fmt: skip


@pytest.fixture
def five_claims(desk):
    """A desk with claims 1 to 5."""
    with write_transaction(desk, "setup"):
        for number in range(1, 6):
            claims.add(desk, f"Claim number {number} stands alone.")
    return desk


@pytest.fixture
def decide(five_claims):
    return lambda left, right, judgement, actor="ada": judge(
        five_claims, left, right, Judgement(judgement), actor=actor
    )


@pytest.fixture
def undo(five_claims):
    return lambda pair=None, actor="ada": undo_judgement(five_claims, pair, actor=actor)


def stored_judgements(db):
    rows = db.query("select left_id, right_id, judgement from matches where judgement <> 'unjudged'")
    return {(row["left_id"], row["right_id"]): row["judgement"] for row in rows}


def test_of_related_claims_only_those_likelier_the_same_than_not_wait_for_a_judgement(desk):
    """`add` shows both: a person decides about one claim at once, but an article has hundreds."""
    for text in (
        "Farmers in the valley have been short of water for a number of reasons",
        "The mill at Vale closed in May after a fire destroyed its roof",
    ):
        add_claim(desk, NewClaim(text), actor="ada")
    merger = NewClaim("The merger of the two banks was remarkable for a number of reasons")
    fire = NewClaim("Since the fire in May, the mill at Vale has no roof and is shut")
    shown = [
        [match.claim_id for match in add_claim(desk, new, actor="ada").matches] for new in (merger, fire)
    ]
    assert shown == [[1], [2]]
    assert [(pair["left_id"], pair["right_id"]) for pair in unjudged_pairs(desk)] == [(2, 4)]


def test_differences_are_listed_in_the_order_in_which_the_claims_are_shown(desk):
    text = "The port of Halvern lost {} of its cranes in the storms of last November"
    add_claim(desk, NewClaim(text.format(12)), actor="ada")
    [match] = add_claim(desk, NewClaim(text.format(21)), actor="ada").matches
    assert match.differences == ("differs: 21 / 12",)
    waiting = list(unjudged_pairs(desk))
    assert [pair["differences"] for pair in waiting] == [["differs: 12 / 21"]]
    per_claim = [matches.of_claim(desk, claim_id)[0]["differences"] for claim_id in (1, 2)]
    assert per_claim == [["differs: 12 / 21"], ["differs: 21 / 12"]]
    # Whichever of the two is reworded is looked up by its new text.
    edit_claim(desk, 1, text=text.format(13), actor="ada")
    assert [pair["differences"] for pair in unjudged_pairs(desk)] == [["differs: 13 / 21"]]
    edit_claim(desk, 2, text=text.format(31), actor="ada")
    assert [pair["differences"] for pair in unjudged_pairs(desk)] == [["differs: 13 / 31"]]


# ── judging ─────────────────────────────────────────────────────────────────────────────────────


def test_a_judgement_applies_to_the_pair_whichever_claim_is_named_first(decide, five_claims):
    assert decide(2, 1, "same") == Judged(1, 2, SAME, UNJUDGED)
    assert decide(1, 2, "unsure") == Judged(1, 2, UNSURE, SAME)
    assert stored_judgements(five_claims) == {(1, 2): "unsure"}


def test_a_judgement_records_who_made_it_and_when(decide, five_claims):
    decide(1, 2, "same", actor="ben")
    row = next(five_claims.query("select judged_by, judged_at from matches"))
    assert row["judged_by"] == "ben"
    assert row["judged_at"].startswith("20")


def test_a_pair_that_was_never_suggested_can_be_judged(decide, five_claims):
    decide(1, 5, "different")
    row = next(five_claims.query("select score, scorer, judgement from matches"))
    assert row["scorer"]
    assert row["judgement"] == "different"


def test_judging_a_claim_with_itself_or_an_unknown_claim_is_refused(decide, five_claims):
    with pytest.raises(InvalidValue):
        decide(1, 1, "same")
    with pytest.raises(NotFound):
        decide(1, 99, "same")
    assert stored_judgements(five_claims) == {}


# Existing judgements, and one that contradicts them.
CONTRADICTIONS = [
    # 1 = 2 = 3, so 1 and 3 cannot be different ...
    ([(1, 2, "same"), (2, 3, "same")], (1, 3, "different")),
    # ... however long the chain.
    ([(1, 2, "same"), (2, 3, "same"), (3, 4, "same"), (4, 5, "same")], (1, 5, "different")),
    # 1 = 2, 1 is not 3, so 2 is not 3.
    ([(1, 2, "same"), (1, 3, "different")], (2, 3, "same")),
    # Two clusters with one "different" between them stay two.
    ([(1, 2, "same"), (3, 4, "same"), (2, 4, "different")], (1, 3, "same")),
]


@pytest.mark.parametrize(("before", "contradiction"), CONTRADICTIONS)
def test_a_judgement_that_contradicts_others_is_refused(decide, five_claims, before, contradiction):
    for judgement in before:
        decide(*judgement)
    stored = stored_judgements(five_claims)
    with pytest.raises(Refused):
        decide(*contradiction)
    assert stored_judgements(five_claims) == stored


def test_the_judgement_unsure_contradicts_nothing(decide, five_claims):
    for pair in ((1, 2, "same"), (2, 3, "same"), (1, 3, "unsure")):
        decide(*pair)
    assert stored_judgements(five_claims) == {(1, 2): "same", (2, 3): "same", (1, 3): "unsure"}


def test_claims_judged_the_same_form_a_cluster_under_the_lowest_id(decide, five_claims):
    for pair in ((4, 5, "same"), (2, 4, "same"), (1, 3, "different")):
        decide(*pair)
    rows = five_claims.query("select claim_id, cluster_id, size from claim_clusters order by claim_id")
    assert [tuple(row.values()) for row in rows] == [(2, 2, 3), (4, 2, 3), (5, 2, 3)]


# ── suggesting ──────────────────────────────────────────────────────────────────────────────────

NEWER = Comparison(0.5, Suggestion.CONFLICT, ("a reason",), ("a difference",))


@pytest.mark.parametrize("judgement", ["same", "different", "unsure"])
def test_a_new_suggestion_does_not_change_a_judged_pair(decide, five_claims, judgement):
    decide(1, 2, judgement)
    before = list(five_claims.query("select * from matches"))
    with write_transaction(five_claims, "machine"):
        matches.record_suggestions(five_claims, [(1, 2, NEWER)], scorer="next")
    find_duplicates(five_claims, actor="machine")
    assert [row for row in five_claims.query("select * from matches") if row["id"] == 1] == before


def test_a_new_suggestion_replaces_an_unjudged_one(five_claims):
    with write_transaction(five_claims, "machine"):
        matches.record_suggestions(five_claims, [(1, 2, Comparison(0.9, Suggestion.DUPLICATE))], scorer="old")
        matches.record_suggestions(five_claims, [(2, 1, NEWER)], scorer="next")
    [pair] = unjudged_pairs(five_claims)
    assert (pair["score"], pair["suggestion"], pair["reasons"]) == (0.5, "conflict", ["a reason"])


def test_finding_duplicates_twice_finds_the_same_pairs_and_adds_no_history(five_claims):
    with write_transaction(five_claims, "ada"):
        claims.add(five_claims, "Unemployment in the region fell by a third within two years.")
        claims.add(five_claims, "Within two years unemployment in the region fell by one third.")
    assert find_duplicates(five_claims, actor="ada").claims == 7
    pairs = list(unjudged_pairs(five_claims))
    changes = five_claims.execute("select count(*) from history").fetchone()
    find_duplicates(five_claims, actor="ada")
    assert (6, 7) in [(pair["left_id"], pair["right_id"]) for pair in pairs]
    assert list(unjudged_pairs(five_claims)) == pairs
    assert five_claims.execute("select count(*) from history").fetchone() == changes


@pytest.mark.parametrize(
    ("score", "adds"), [(0.7104, 0), (0.7, 1)], ids=["a difference that nobody sees", "one that people see"]
)
def test_a_suggestion_that_is_as_before_adds_no_history(five_claims, score, adds):
    count = "select count(*) from history where table_name = 'matches'"
    for rows, now in ((1, 0.71), (1 + adds, score)):
        with write_transaction(five_claims, "ada"):
            matches.record_suggestions(
                five_claims, [(1, 2, Comparison(now, Suggestion.RELATED))], scorer="test"
            )
        assert five_claims.execute(count).fetchone() == (rows,)
    assert [pair["score"] for pair in matches.of_claim(five_claims, 1)] == [score if adds else 0.71]


def test_only_new_and_reworded_claims_are_compared_again(five_claims):
    assert find_duplicates(five_claims, actor="ada").claims == 5
    assert find_duplicates(five_claims, actor="ada").claims == 0
    with write_transaction(five_claims, "ada"):
        new = claims.add(five_claims, "Unemployment in the region fell by a third within two years.")
    with write_transaction(five_claims, "ben"):
        five_claims.execute(
            "update claims set text = ? where id = 2",
            ["Within two years unemployment in the region fell by one third."],
        )
    assert find_duplicates(five_claims, actor="ada").claims == 2
    assert (2, new) in [(pair["left_id"], pair["right_id"]) for pair in unjudged_pairs(five_claims)]


ROADS, ROADS_AGAIN = "The city has 400 buses on its roads", "On its roads the city has 400 buses"


@pytest.fixture
def desk_with_rewordings(desk):
    """A desk with two wordings of one claim, compared, and a third that is judged the same as the first."""
    for text, claimant in ((ROADS, "Ada Miller"), (ROADS_AGAIN, "Bo Lind"), (f"{ROADS} today", "Cleo Marsh")):
        add_claim(desk, NewClaim(text, claimant=claimant), actor="ada")
    judge(desk, 1, 3, Judgement.SAME, actor="ada")
    find_duplicates(desk, actor="ada")
    return desk


def stored_pairs(db):
    return [tuple(row) for row in db.execute("select left_id, right_id from matches order by 1, 2")]


@pytest.mark.parametrize("reworded_id", [1, 2])
def test_a_reworded_claim_loses_its_suggestions_but_keeps_its_judgements(desk_with_rewordings, reworded_id):
    assert stored_pairs(desk_with_rewordings) == [(1, 2), (1, 3), (2, 3)]
    sql = "update claims set text = 'The river has forty kinds of fish' where id = ?"
    desk_with_rewordings.execute(sql, [reworded_id])  # as any SQL client might
    desk_with_rewordings.conn.commit()
    remaining = {1: [(1, 3), (2, 3)], 2: [(1, 3)]}[reworded_id]
    assert stored_pairs(desk_with_rewordings) == remaining
    find_duplicates(desk_with_rewordings, actor="ada")
    assert stored_pairs(desk_with_rewordings) == remaining


def test_a_claim_that_gets_its_old_text_back_is_suggested_again(desk_with_rewordings):
    for text in ("The river has forty kinds of fish", ROADS_AGAIN):
        with write_transaction(desk_with_rewordings, "ben"):
            claims.update(desk_with_rewordings, 2, text=text)
    assert stored_pairs(desk_with_rewordings) == [(1, 3)]
    assert find_duplicates(desk_with_rewordings, actor="ada").claims == 1
    assert stored_pairs(desk_with_rewordings) == [(1, 2), (1, 3)]  # 1 and 3 were judged the same


def test_changing_other_columns_of_a_claim_keeps_its_suggestions(desk_with_rewordings):
    desk_with_rewordings.execute("update claims set assignee = 'ben', text = text where id = 2")
    desk_with_rewordings.conn.commit()
    assert (1, 2) in stored_pairs(desk_with_rewordings)


def test_finding_duplicates_resumes_after_an_interrupt(five_claims, monkeypatch):
    monkeypatch.setattr(matching.pairs, "BATCH", 2)
    with write_transaction(five_claims, "ada"):
        five_claims.execute(
            "update claims set text = 'Unemployment in the region fell by a third in two years.' where id in (1, 5)"
        )
    progress_calls = []

    def interrupt(done, total):
        progress_calls.append((done, total))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_duplicates(five_claims, actor="ada", progress=interrupt)
    assert progress_calls == [(2, 5)]
    assert (
        find_duplicates(
            five_claims, actor="ada", progress=lambda *progress: progress_calls.append(progress)
        ).claims
        == 3
    )
    assert progress_calls[1:] == [(2, 3), (3, 3)]
    # The other claims differ in a number: near misses, found before and after the interrupt.
    pairs = [(pair["left_id"], pair["right_id"]) for pair in unjudged_pairs(five_claims)]
    assert pairs[0] == (1, 5)
    assert sorted(pairs) == [(1, 5), (2, 3), (2, 4), (3, 4)]


SAID = "The council of Ravensby spent 4 million pounds on a car park that nobody has used since 2019."


@pytest.fixture
def mixed_desk(desk):
    """A desk with a rewording of a claim, two versions with a changed fact, one of these also reworded, and small talk."""
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
    return [(pair["left_id"], pair["right_id"]) for pair in unjudged_pairs(db, show)]


def test_waiting_pairs_are_sorted_with_likely_repeats_before_conflicts(mixed_desk):
    assert pairs_of(mixed_desk, WaitingPairs.REPEATS) == [(1, 2)]
    conflicts = pairs_of(mixed_desk, WaitingPairs.CONFLICTS)
    assert conflicts[0] == (1, 3)
    assert set(conflicts[1:]) >= {(1, 8), (3, 8)}
    assert pairs_of(mixed_desk, WaitingPairs.ALL) == [(1, 2), *conflicts]


def test_a_reworded_conflict_found_on_adding_a_claim_waits_to_be_judged(desk):
    new_claims = [
        NewClaim("the new line would take 9,000 cars off the road every day", "Ana Reyes"),
        NewClaim("The line will remove 9,500 cars from the roads each day", "Ana Reyes"),
    ]
    [_, second] = [add_claim(desk, new, actor="ada") for new in new_claims]
    assert [match.suggestion for match in second.matches] == [Suggestion.CONFLICT]
    assert pairs_of(desk, WaitingPairs.CONFLICTS) == [(1, 2)]


def test_finding_duplicates_finds_reworded_conflicts(desk):
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


def test_small_talk_and_dissimilar_claims_are_not_waiting_pairs(mixed_desk):
    assert not {4, 5, 6, 7} & {
        claim_id for pair in pairs_of(mixed_desk, WaitingPairs.ALL) for claim_id in pair
    }


def test_a_claim_reworded_during_its_comparison_is_compared_again(five_claims, monkeypatch):
    mark_compared = matching.pairs.mark_compared

    def reword_then_mark(db, texts):
        db.execute("update claims set text = 'Something else is said here.' where id = 2")
        mark_compared(db, texts)

    with monkeypatch.context() as patch:
        patch.setattr(matching.pairs, "mark_compared", reword_then_mark)
        find_duplicates(five_claims, actor="ada")
    assert find_duplicates(five_claims, actor="ada").claims == 1


def test_a_changed_scorer_compares_all_claims_again(five_claims):
    find_duplicates(five_claims, actor="ada")
    with write_transaction(five_claims, "ada"):
        tuning.store_matching(five_claims, tuning.MatchTuning(Thresholds(0.9, 0.1)), {})
    assert find_duplicates(five_claims, actor="ada").claims == 5
    assert find_duplicates(five_claims, actor="ada").claims == 0


def test_suggestions_of_an_older_scorer_go_with_the_next_run_unless_judged(desk):
    """A conflict that is none any more stayed in the list of pairs after an upgrade. What others suggest is theirs: an encoder, a program."""
    texts = ("Rents rose in May.", "The bridge is closed.", "Bees sleep.", "Ada Moor won.", "Milk is dear.")
    older = Comparison(0.5, Suggestion.CONFLICT)
    others = {1: "mine", 2: "terms-guards 1, minilm"}
    judged = {3: "terms-guards 2"}
    gone = {4: "terms-guards 1", 5: "terms-guards 1, tuning 2"}
    with write_transaction(desk, "ada"):
        last = [claims.add(desk, text) for text in (*texts, "Snow fell on the pass.")][-1]
        for left, scorer in (others | judged | gone).items():
            matches.record_suggestions(desk, [(left, last, older)], scorer=scorer)
        desk.execute("update matches set judgement = 'different', judged_by = 'ada' where left_id = 3")
    find_duplicates(desk, actor="ada")
    assert {row["left_id"]: row["scorer"] for row in desk.table("matches").rows} == others | judged


def test_of_claims_with_the_same_words_the_best_come_first_even_if_a_lookup_retrieves_others(desk):
    """By the speaker asked for, then with a verdict, then not set aside, then said most often, then said last."""
    speakers = [f"{name} Moor" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    with write_transaction(desk, "setup"):
        for name in speakers:
            claims.add(desk, REPEATED, claimant_id=claimants.get_or_add(desk, name))
        desk.execute("insert into publishers (name) values ('Another desk')")
        desk.execute("insert into rating_scales (name) values ('Words')")
        desk.execute("insert into ratings (scale_id, name, position) values (1, 'Wrong', 1)")
        desk.execute(
            "insert into reviews (claim_id, publisher_id, origin, rating_id, url, reviewed_on, status)"
            " select 26, id, 'imported', 1, 'https://desk.example/1', '2024-05-01', 'published'"
            " from publishers where name = 'Another desk'"
        )
    for claim_id, days in {25: "12", 24: "5", 23: "4", 22: "678"}.items():
        for day in days:
            again = NewClaim(REPEATED, speakers[claim_id - 1], f"Radio {claim_id}", f"2024-05-0{day}")
            assert add_claim(desk, again, actor="ada").claim_id == claim_id
    desk.execute("update claims set status = 'parked' where id = 22")
    found = look_up(desk, Statement(REPEATED), limit=25)
    assert [match.claim_id for match in found[:4]] == [26, 25, 24, 23]
    assert 22 not in [match.claim_id for match in found[:24]]
    assert {match.score for match in found} == {1.0}
    by_speaker = look_up(desk, Statement(REPEATED, "T Moor"), limit=2)
    assert [match.claim_id for match in by_speaker] == [20, 26]


REPEATED = "I beg to move that this House approves the amended budget"


def test_a_lookup_writes_nothing(five_claims):
    before = five_claims.execute("select total_changes()").fetchone()
    look_up(five_claims, Statement("Claim number 3 stands alone."))
    assert five_claims.execute("select total_changes()").fetchone() == before


@pytest.mark.parametrize("is_by_another", [False, True], ids=["same connection", "another connection"])
def test_successive_lookups_see_claims_added_in_between(desk_path, five_claims, is_by_another):
    look_ups = LookUps(five_claims)
    assert look_ups(Statement("Ferries to Lenn were cancelled")) == []
    other = open_desk(desk_path) if is_by_another else five_claims
    add_claim(other, NewClaim("Ferries to Lenn were cancelled"), actor="ada")
    [match] = look_ups(Statement("Ferries to Lenn were cancelled"))
    assert match.claim_id == 6
    matching.index_pending_claims(other)
    assert look_ups(Statement("The cancelled ferries"))[0].claim_id == 6
    if is_by_another:
        other.close()


def test_successive_lookups_read_the_vocabulary_once(five_claims, monkeypatch):
    statements = [Statement(f"Claim number {number} stands alone.") for number in (1, 2, 3)]
    single_lookups = [look_up(five_claims, statement) for statement in statements]
    vocabularies = []
    monkeypatch.setattr(lookups, "Vocabulary", lambda conn: vocabularies.append(conn) or Vocabulary(conn))
    assert list(map(LookUps(five_claims), statements)) == single_lookups
    assert len(vocabularies) == 1


def test_a_claim_deleted_during_a_lookup_is_left_out(five_claims, monkeypatch):
    by_id = matching.views.claims_by_id

    def read_after_delete(db, *arguments):
        rows = by_id(db, *arguments)
        rows.pop(3, None)
        return rows

    monkeypatch.setattr(matching.views, "claims_by_id", read_after_delete)
    found = look_up(five_claims, Statement("Claim number 3 stands alone."))
    assert 3 not in [match.claim_id for match in found]


# ── undoing ─────────────────────────────────────────────────────────────────────────────────────


def test_undo_goes_back_through_all_of_a_persons_judgements(decide, undo, five_claims):
    for judgement in ((1, 2, "same"), (3, 4, "same"), (1, 2, "unsure"), (1, 2, "different")):
        decide(*judgement)
    states = []
    for _ in range(4):
        undo()
        states.append(stored_judgements(five_claims))
    assert states == [
        {(1, 2): "unsure", (3, 4): "same"},
        {(1, 2): "same", (3, 4): "same"},
        {(1, 2): "same"},
        {},
    ]
    with pytest.raises(Refused, match="ada has no judgement to undo"):
        undo()


def test_undo_finds_a_persons_judgement_whatever_the_case_of_the_name(decide, undo, five_claims):
    decide(1, 2, "same")
    with pytest.raises(Refused, match="adam has no judgement to undo"):
        undo(actor="adam")
    undo(actor="Ada")
    assert stored_judgements(five_claims) == {}


def test_an_undone_judgement_can_be_made_and_undone_again(decide, undo, five_claims):
    for _ in range(3):
        decide(1, 2, "same")
        undo()
    assert stored_judgements(five_claims) == {}


def test_undo_restores_the_previous_judgement_even_if_it_was_made_twice(decide, undo, five_claims):
    for judgement in ("same", "different", "same"):
        decide(1, 2, judgement)
    assert undo() == Judged(1, 2, DIFFERENT, SAME)
    assert undo() == Judged(1, 2, SAME, DIFFERENT)
    assert undo() == Judged(1, 2, UNJUDGED, SAME)
    assert stored_judgements(five_claims) == {}


def test_undo_restores_who_made_the_previous_judgement(decide, undo, five_claims):
    decide(1, 2, "same", actor="ada")
    decide(1, 2, "different", actor="ben")
    decide(1, 2, "same", actor="ada")
    with pytest.raises(Refused, match="ada has judged claims 1 and 2 since"):
        undo(actor="ben")
    undo(actor="ada")
    assert next(five_claims.query("select judgement, judged_by from matches")) == {
        "judgement": "different",
        "judged_by": "ben",
    }
    undo(actor="ben")
    assert next(five_claims.query("select judged_by from matches"))["judged_by"] == "ada"


def test_agreeing_with_a_judgement_does_not_change_who_made_it(decide, undo, five_claims):
    decide(1, 2, "same", actor="ada")
    assert decide(1, 2, "same", actor="ben").by == "ada"
    with pytest.raises(Refused, match="ben has no judgement to undo"):
        undo(actor="ben")
    undo(actor="ada")
    assert stored_judgements(five_claims) == {}


def test_a_refused_judgement_names_the_pair_it_contradicts(decide, five_claims):
    decide(1, 2, "same")
    decide(3, 4, "same")
    decide(2, 4, "different")
    with pytest.raises(Refused, match=r"claims 2 and 4 were judged different.*`claimtrack undo 2 4`"):
        decide(1, 3, "same")


def test_an_unknown_judgement_in_history_does_not_prevent_undo(decide, undo, five_claims):
    """A desk could be written to without foreign keys before the database itself refused unknown words."""
    decide(1, 2, "same")
    trigger = five_claims.execute(
        "select sql from sqlite_master where name = 'matches_judgement_is_known'"
    ).fetchone()
    five_claims.execute("drop trigger matches_judgement_is_known")
    five_claims.execute("pragma foreign_keys = off")
    five_claims.execute("update matches set judgement = 'maybe'")
    five_claims.execute(trigger[0])
    assert decide(1, 2, "different").before is UNJUDGED
    undo()
    assert stored_judgements(five_claims) == {(1, 2): "same"}
    undo()
    assert stored_judgements(five_claims) == {}


def test_undoing_one_pair_keeps_the_judgements_of_others(decide, undo, five_claims):
    decide(1, 2, "same")
    decide(3, 4, "same")
    assert undo((2, 1)) == Judged(1, 2, UNJUDGED, SAME)
    assert stored_judgements(five_claims) == {(3, 4): "same"}


def test_undo_affects_the_persons_own_last_judgement_not_anothers(decide, undo, five_claims):
    decide(1, 2, "same", actor="ada")
    decide(3, 4, "same", actor="ben")
    undo(actor="ada")
    assert stored_judgements(five_claims) == {(3, 4): "same"}


def test_undo_is_refused_if_another_person_has_judged_the_pair_since(decide, undo, five_claims):
    decide(1, 2, "same", actor="ada")
    decide(1, 2, "different", actor="ben")
    with pytest.raises(Refused, match="ben has judged claims 1 and 2 since then: `claimtrack undo 1 2`"):
        undo(actor="ada")
    assert stored_judgements(five_claims) == {(1, 2): "different"}


def test_anybody_may_undo_a_named_pair_one_judgement_at_a_time(decide, undo, five_claims):
    decide(1, 2, "same", actor="ada")
    decide(1, 2, "different", actor="ben")
    undo((1, 2), actor="cleo")
    assert stored_judgements(five_claims) == {(1, 2): "same"}
    undo(actor="ada")
    assert stored_judgements(five_claims) == {}


def test_an_undo_that_would_contradict_later_judgements_is_refused(decide, undo, five_claims):
    decide(1, 2, "same")
    decide(1, 2, "different")
    decide(1, 3, "same")
    decide(2, 3, "unsure")
    decide(3, 4, "same")
    decide(2, 4, "different")
    with pytest.raises(Refused):
        undo((1, 2))
    assert stored_judgements(five_claims)[1, 2] == "different"


def test_undo_without_an_actor_has_nothing_to_undo(undo):
    with pytest.raises(Refused, match="nobody has no judgement"):
        undo(actor=None)


@pytest.mark.parametrize(
    ("text", "other_text", "suggestion"),
    [
        # A bare number has no topic; two numbers for the same word in otherwise different sentences are not a changed fact.
        ("They would hear from 40 witnesses", "Forty percent!", None),
        (
            "The minimum wage would rise to 13.10 pounds",
            "They have risen 28 per cent since; wages have risen 19.",
            None,
        ),
        ("Wages rose by 11 percent", "Wages rose by 12 percent.", Suggestion.CONFLICT),
    ],
)
def test_only_pairs_that_a_person_can_judge_wait_whichever_claim_came_first(
    desk, text, other_text, suggestion
):
    for first, second in ((text, other_text), (other_text, text)):
        add_claim(desk, NewClaim(first), actor="ada")
        add_claim(desk, NewClaim(second), actor="ada")
        assert {pair["suggestion"] for pair in unjudged_pairs(desk)} == (
            {suggestion} if suggestion else set()
        )
        desk.execute("delete from matches")
        desk.execute("delete from claims")


def test_a_new_claims_conflicts_are_suggested_by_how_rare_words_are_on_the_desk(desk):
    """As `duplicates` does, which leaves out two claims that share only what all claims of this desk are about."""
    with write_transaction(desk, "ada"):
        for goats in range(100, 160):
            claims.add(desk, f"The Hollin ferry to Westmark carried {goats} goats")
        carried = claims.add(desk, "The Hollin ferry to Westmark carried 900 cars")
    matching.index_pending_claims(desk)
    new = NewClaim("The Westmark ferry to Hollin lost 700 cars last winter")
    lost = add_claim(desk, new, on_duplicate=OnDuplicate.NEW, actor="ada")
    assert carried in {match.claim_id for match in lost.matches if match.suggestion is Suggestion.CONFLICT}
    assert matches.of_claim(desk, lost.claim_id) == []
