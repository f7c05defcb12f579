"""Triage: what each decision leaves behind, and that undo leaves nothing of it."""

from itertools import permutations

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidSpan, InvalidValue, NotFound, Refused
from claimtrack.core.model import Article, Comparison, Judgement, Status, Suggestion
from claimtrack.core.texts import timestamps
from claimtrack.store import claims, judgements, matches, rewinding
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import since
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import editing, triage
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching import judging
from tests.desks import file_article
from tests.importing.claimreviews import read, review

KNOWN = "Unemployment fell by a third in two years of her time in office"
TRACKED = ("claims", "appearances", "matches", "notes")


def snapshot(db):
    """All that a decision may change, row by row; of a number the digits that history keeps."""
    return {
        table: [_rounded(row) for row in db.query(f"select * from {table} order by id")] for table in TRACKED
    }


def _rounded(row):
    return {name: round(value, 12) if isinstance(value, float) else value for name, value in row.items()}


def decide(db, claim_id, decision, **more):
    return triage.decide(db, Ruling(claim_id, Decision(decision), **more), actor="bo")


def status(db, claim_id):
    return claims.get(db, claim_id).status


def test_the_queue_starts_with_what_is_most_worth_checking(triaged):
    assert triage.queue(triaged) == [1, 2, 3]
    assert triage.queue(triaged, min_score=0.5) == [1, 2]
    assert triage.queue(triaged, limit=1) == [1]


def test_the_queue_of_an_article_leaves_the_others_out(triaged):
    other = add_claim(
        triaged, NewClaim("A claim from elsewhere", status=Status.PROPOSED), actor="bo"
    ).claim_id
    assert other in triage.queue(triaged)
    assert other not in triage.queue(triaged, article_id=1)


def test_a_claim_without_a_score_comes_last(triaged):
    unscored = add_claim(triaged, NewClaim("Filed by hand", status=Status.PROPOSED), actor="bo").claim_id
    assert triage.queue(triaged)[-1] == unscored


def test_a_case_shows_the_sentence_in_its_context_with_reasons(triaged):
    case = triage.case(triaged, 1)
    assert case.appearance["quote"] == case.claim.text
    assert case.appearance["context_before"].endswith("bridge. “")
    assert case.appearance["reasons"] == ["a number: +4"]


def test_a_case_is_shown_and_corrected_where_its_article_stands_now(desk):
    misheard, heard = "We built 14 homes last year", "We built 40 homes last year"
    ending = " The mayor opened the bridge in the end."
    words = [(f"“{misheard},” said Ada Miller.", ((misheard, "Ada Miller", 0.9),))]
    words += [("The bridge is open. " + words[0][0] + ending, words[0][1])]
    for text, found in words:
        file_article(desk, text, found, url="https://tv.example/debate")
    case = triage.case(desk, 1)
    assert case.appearance["article_id"] == 2
    assert ending.strip() in case.appearance["context_after"]
    decide(desk, 1, "edit", text=heard, quote="built 14 homes")
    sql = "select article_id, quote from appearances where claim_id = 1 order by article_id"
    assert desk.execute(sql).fetchall() == [(1, misheard), (2, "built 14 homes")]


ABOVE = "TOM RYLE: Good evening.\n\nADA MOOR: Good evening.\n\nTOM RYLE: "


@pytest.mark.parametrize(
    ("former", "newer"),
    [
        (
            "Eleven clinics",
            "Eleven clinics closed in June of this year.",
        ),  # a transcript that broke off there
        ("The city's budget fell by 3 percent.", "The city’s budget fell by 3 percent."),  # set anew
    ],
)
def test_a_quote_as_it_was_printed_or_shown_is_not_put_back_into_a_newer_version(desk, former, newer):
    ingest_article(desk, Article(f"{ABOVE}{former}", url="https://tv.example/debate"), actor="ada")
    shown = claims.get(desk, 1)
    ingest_article(desk, Article(f"{ABOVE}{newer}", url="https://tv.example/debate"), actor="ada")
    if claims.get(desk, 1).version == shown.version:  # on the page; of a reworded claim the person is told
        triage.decide(desk, Ruling(1, Decision.EDIT, quote=former), seen=shown.version, actor="bo")
    else:
        decide(desk, 1, "accept", text=shown.text, quote=former, version=shown.version)
    sql = "select quote from appearances where claim_id = 1 order by article_id desc"
    assert desk.execute(sql).fetchone() == (newer,)


def test_a_list_of_cases_does_not_read_each_article_for_its_times(triaged, monkeypatch):
    """Of a debate of three hours that took 0.02 s for each of thousands of claims."""

    def read(text):
        raise AssertionError("read")

    monkeypatch.setattr(timestamps, "find_timestamps", read)
    assert [triage.case(triaged, one).row()["id"] for one in triage.queue(triaged)]
    with pytest.raises(AssertionError):
        triage.case(triaged, 1, timed=True)


def test_a_claim_that_its_article_no_longer_holds_is_shown_where_it_stood_last(desk):
    said, dropped = "Rents fell by 12 percent", "Wages rose by 3 percent"
    for text in (f"{said}. {dropped}.", f"It rained. {said}. {dropped}.", f"It rained. {said}."):
        found = [(words, "Ada Miller", 0.9) for words in (said, dropped) if words in text]
        file_article(desk, text, found, url="https://tv.example/debate")
    assert (triage.case(desk, 1).appearance["article_id"], triage.case(desk, 2).appearance["article_id"]) == (
        3,
        2,
    )


def test_a_duplicate_with_a_verdict_comes_before_those_that_are_likelier(triaged):
    read(triaged, review(claimReviewed="The jobless halved", reviewRating={"alternateName": "False"}))
    with write_transaction(triaged, "x"):
        others = [claims.add(triaged, f"Said another time: {at}") for at in range(triage.SUGGESTIONS)]
        scored = [
            (rated := claims.newest_id(triaged) - len(others), 0.6),
            *((other, 0.9) for other in others),
        ]
        pairs = [(1, other, Comparison(score, Suggestion.DUPLICATE)) for other, score in scored]
        matches.record_suggestions(triaged, pairs, scorer="test")
    shown = triage.case(triaged, 1).suggestions
    assert [pair["rating"] for pair in shown] == ["False"] + [None] * (triage.SUGGESTIONS - 1)
    assert shown[0]["claim_id"] == rated


# ── decisions ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("decision", "after"), [("accept", Status.OPEN), ("reject", Status.REJECTED), ("skip", Status.PROPOSED)]
)
def test_a_decision_moves_the_claim_and_history_names_who_decided(triaged, decision, after):
    assert decide(triaged, 1, decision).status is after
    assert status(triaged, 1) is after
    changes = triaged.execute(
        "select actor from history where claim_id = 1 and operation = 'update'"
    ).fetchall()
    assert changes == ([] if decision == "skip" else [("bo",)])


def test_an_edit_rewords_the_claim_and_keeps_what_the_article_says(triaged):
    decide(triaged, 1, "edit", text="Unemployment fell by a third", speaker="Mayor Ada Miller")
    claim = claims.get(triaged, 1)
    assert (claim.text, claim.claimant, claim.status) == (
        "Unemployment fell by a third",
        "Mayor Ada Miller",
        Status.OPEN,
    )
    appearance = triage.case(triaged, 1).appearance
    assert appearance["quote"].endswith("of my time in office")
    assert (appearance["speaker"], appearance["speaker_as_written"]) == ("Mayor Ada Miller", "Ada Miller")


def test_an_edit_can_move_the_quote_to_other_words_of_the_article(triaged):
    decide(triaged, 2, "edit", quote="spent 40 million   crowns")
    row = next(triaged.query("select span_start, span_end, quote from appearances where claim_id = 2"))
    assert row["quote"] == "spent 40 million crowns"
    text = triaged.execute("select text from articles").fetchone()[0]
    assert text[row["span_start"] : row["span_end"]] == row["quote"]


def test_a_speaker_can_be_taken_off(triaged):
    decide(triaged, 1, "edit", speaker="-")
    assert claims.get(triaged, 1).claimant is None


def test_a_quote_that_the_article_does_not_hold_is_refused_and_nothing_changes(triaged):
    before = snapshot(triaged)
    with pytest.raises(InvalidSpan, match="the article does not contain these words"):
        decide(triaged, 2, "edit", text="New words", quote="spent 50 million crowns")
    assert snapshot(triaged) == before


def test_a_quote_that_is_another_claim_already_is_refused(triaged):
    other = triage.case(triaged, 1).appearance["quote"]
    with pytest.raises(InvalidSpan, match="these words are already marked as claim"):
        decide(triaged, 2, "edit", quote=other)
    assert status(triaged, 2) is Status.PROPOSED


def test_a_quote_that_lost_its_line_ends_in_a_spreadsheet_is_still_the_same(triaged):
    quote = triage.case(triaged, 2).appearance["quote"]
    decide(triaged, 2, "edit", quote=quote.replace(" ", "  "), text="New words")
    assert triage.case(triaged, 2).appearance["quote"] == quote


def test_accepting_with_other_words_takes_them(triaged):
    """A line of the exported queue, reworded there and marked accept, means both."""
    decide(triaged, 1, "accept", text="Unemployment fell by a third")
    assert claims.get(triaged, 1).text == "Unemployment fell by a third"


def test_a_reworded_claim_is_looked_up_anew(triaged):
    known = add_claim(
        triaged, NewClaim("Harbour fees rose by nine tenths after the storm"), actor="bo"
    ).claim_id
    assert known not in {pair["claim_id"] for pair in triage.case(triaged, 3).suggestions}
    decide(triaged, 3, "edit", text="After the storm the harbour fees rose by nine tenths")
    assert known in {pair["claim_id"] for pair in triage.case(triaged, 3).suggestions}


# ── duplicates ──────────────────────────────────────────────────────────────────────────────────


def test_a_duplicate_is_judged_the_same_and_leaves_the_queue_without_being_rejected(triaged):
    known = add_claim(triaged, NewClaim(KNOWN), actor="ada").claim_id
    assert decide(triaged, 1, "duplicate", other=known).status is Status.PARKED
    assert judgements.get_state(triaged, 1, known).judgement is Judgement.SAME
    assert triage.queue(triaged) == [2, 3]


def test_a_duplicate_of_a_rejected_claim_is_rejected_like_it(triaged):
    decide(triaged, 2, "reject")
    assert decide(triaged, 3, "duplicate", other=2).status is Status.REJECTED


PATHS = [
    ((1, 2), (2, 1)),
    ((1, 2), (2, 3), (3, 1)),
    ((2, 3), (3, 2)),
]


@pytest.mark.parametrize("path", PATHS)
def test_duplicates_of_each_other_are_refused_for_none_would_be_left_to_check(triaged, path):
    *first, last = path
    for claim_id, other in first:
        decide(triaged, claim_id, "duplicate", other=other)
    before = snapshot(triaged)
    with pytest.raises(Refused, match=f"claim {last[1]} is already a duplicate of claim"):
        decide(triaged, last[0], "duplicate", other=last[1])
    assert snapshot(triaged) == before


def test_claims_may_repeat_one_that_is_put_off_for_that_one_stays(triaged):
    known = add_claim(triaged, NewClaim(KNOWN), actor="ada").claim_id
    desk_work.set_status(triaged, known, Status.PARKED, actor="ada")
    judging.judge(triaged, 1, known, Judgement.SAME, actor="ada")
    assert decide(triaged, 1, "duplicate", other=known).status is Status.PARKED
    assert decide(triaged, 2, "duplicate", other=1).status is Status.PARKED


def test_what_repeats_a_claim_is_rejected_with_it_and_undo_brings_all_of_them_back(triaged):
    decide(triaged, 1, "duplicate", other=2)
    decide(triaged, 2, "duplicate", other=3)
    before = snapshot(triaged)
    done = decide(triaged, 3, "reject")
    assert (done.status, done.also) == (Status.REJECTED, (1, 2))
    assert [status(triaged, one) for one in (1, 2, 3)] == [Status.REJECTED] * 3
    triage.undo(triaged, done, actor="bo")
    assert snapshot(triaged) == before


def test_a_claim_found_to_repeat_a_rejected_one_takes_its_duplicates_along(triaged):
    decide(triaged, 1, "duplicate", other=2)
    decide(triaged, 3, "reject")
    assert decide(triaged, 2, "duplicate", other=3).also == (1,)


@pytest.mark.parametrize("stays", [Status.OPEN, Status.PARKED])
def test_what_repeats_another_claim_as_well_stays_with_that_one(triaged, stays):
    """One of three that are the same is rejected: the duplicates still have one to be checked under."""
    known = add_claim(triaged, NewClaim(KNOWN), actor="ada").claim_id
    desk_work.set_status(triaged, known, stays, actor="ada")
    decide(triaged, 1, "duplicate", other=known)
    judging.judge(triaged, 2, known, Judgement.SAME, actor="ada")
    assert decide(triaged, 2, "reject").also == ()
    assert (status(triaged, 1), status(triaged, known)) == (Status.PARKED, stays)
    assert decide(triaged, 3, "duplicate", other=2).status is Status.PARKED


def test_a_duplicate_that_contradicts_a_judgement_is_refused(triaged):
    known = add_claim(triaged, NewClaim(KNOWN), actor="ada").claim_id
    judging.judge(triaged, 2, known, Judgement.SAME, actor="ada")
    judging.judge(triaged, 1, 2, Judgement.DIFFERENT, actor="ada")
    before = snapshot(triaged)
    with pytest.raises(Refused, match="different"):
        decide(triaged, 1, "duplicate", other=known)
    assert snapshot(triaged) == before


def test_a_pair_judged_different_is_not_suggested_again(triaged):
    known = add_claim(triaged, NewClaim(KNOWN), actor="ada").claim_id
    assert known in {pair["claim_id"] for pair in triage.case(triaged, 1).suggestions}
    judging.judge(triaged, 1, known, Judgement.DIFFERENT, actor="ada")
    assert known not in {pair["claim_id"] for pair in triage.case(triaged, 1).suggestions}


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"other": 1}, InvalidValue),  # of itself
        ({"other": 99}, NotFound),
        ({}, InvalidValue),  # of nothing
    ],
)
def test_a_duplicate_of_no_other_claim_is_refused(triaged, more, error):
    with pytest.raises(error):
        decide(triaged, 1, "duplicate", **more)
    assert status(triaged, 1) is Status.PROPOSED


# ── undo ────────────────────────────────────────────────────────────────────────────────────────

RULINGS = [
    Ruling(1, Decision.ACCEPT, note="Call the ministry"),
    Ruling(1, Decision.REJECT),
    Ruling(1, Decision.SKIP),
    Ruling(
        1,
        Decision.EDIT,
        text="Half the city is out of work",
        speaker="Bo Li",
        quote="a third in the last two years",
    ),
    Ruling(1, Decision.DUPLICATE, other=2),  # a pair that nobody had suggested
    Ruling(1, Decision.DUPLICATE, other=4),  # a pair that the matcher had suggested
]


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: f"{ruling.decision}-{ruling.other}")
def test_undo_leaves_everything_as_it_was(triaged, ruling):
    assert add_claim(triaged, NewClaim(KNOWN), actor="ada").claim_id == 4
    assert judgements.get_state(triaged, 1, 4).judgement is Judgement.UNJUDGED
    before = snapshot(triaged)
    done = triage.decide(triaged, ruling, actor="bo")
    assert ruling.decision is Decision.SKIP or snapshot(triaged) != before
    triage.undo(triaged, done, actor="bo" if ruling.note else "cleo")
    assert snapshot(triaged) == before


def test_a_decision_is_not_undone_with_a_colleagues_note_in_it(triaged):
    done = triage.decide(triaged, Ruling(1, Decision.ACCEPT, note="Call the ministry"), actor="bo")
    decided = snapshot(triaged)
    with pytest.raises(Refused, match="only its author can delete a note"):
        triage.undo(triaged, done, actor="cleo")
    assert snapshot(triaged) == decided


def test_undo_goes_back_many_levels(triaged):
    states, done = [], []
    for ruling in (
        Ruling(1, Decision.EDIT, text=KNOWN),
        Ruling(2, Decision.DUPLICATE, other=1),
        Ruling(3, Decision.REJECT),
    ):
        states.append(snapshot(triaged))
        done.append(triage.decide(triaged, ruling, actor="bo"))
    while done:
        triage.undo(triaged, done.pop(), actor="bo")
        assert snapshot(triaged) == states.pop()


def test_undo_works_where_the_claim_that_it_resembled_was_reworded_meanwhile(triaged):
    add_claim(triaged, NewClaim(KNOWN), actor="ada")
    before = claims.get(triaged, 1).text
    done = decide(triaged, 1, "edit", text="Unemployment fell by a third in her two years in office")
    assert judgements.get_state(triaged, 1, 4).judgement is Judgement.UNJUDGED
    editing.edit_claim(triaged, 4, text="The river has forty kinds of fish", actor="ada")
    triage.undo(triaged, done, actor="bo")
    assert (claims.get(triaged, 1).text, status(triaged, 1)) == (before, Status.PROPOSED)


def test_undo_leaves_a_name_in_history(triaged):
    triage.undo(triaged, decide(triaged, 1, "accept"), actor="cleo")
    last = triaged.execute(
        "select actor, json_extract(new_row, '$.status') from history order by id desc"
    ).fetchone()
    assert last == ("cleo", "proposed")


def test_undo_keeps_what_others_did_since_to_other_columns(triaged):
    done = decide(triaged, 1, "accept")
    desk_work.assign(triaged, 1, "ada", actor="ada")
    triage.undo(triaged, done, actor="bo")
    assert (status(triaged, 1), claims.get(triaged, 1).assignee) == (Status.PROPOSED, "ada")


def test_undo_is_refused_where_somebody_has_gone_on_from_there(triaged):
    done = decide(triaged, 1, "accept")
    desk_work.set_status(triaged, 1, Status.CHECKING, actor="ada")
    with pytest.raises(Refused, match="changed it since"):
        triage.undo(triaged, done, actor="bo")
    assert status(triaged, 1) is Status.CHECKING


def test_a_claim_that_somebody_decided_meanwhile_is_not_decided_again(triaged):
    decide(triaged, 1, "accept")
    with pytest.raises(Refused, match="claim 1 is already open"):
        decide(triaged, 1, "reject")


# ── files ───────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_decisions_is_carried_out_whole(triaged):
    rulings = [(2, Ruling(1, Decision.ACCEPT, note="Ask for the figures")), (3, Ruling(2, Decision.REJECT))]
    assert [done.status for done in triage.decide_all(triaged, rulings, actor="bo")] == [
        Status.OPEN,
        Status.REJECTED,
    ]
    assert triaged.execute("select body, author from notes").fetchone() == ("Ask for the figures", "bo")


def duplicate(claim_id, other):
    return Ruling(claim_id, Decision.DUPLICATE, other=other)


FILES = [
    (duplicate(1, 2), Ruling(2, Decision.REJECT)),
    (duplicate(1, 2), Ruling(2, Decision.ACCEPT)),
    (duplicate(1, 2), duplicate(2, 3), Ruling(3, Decision.REJECT)),
    (duplicate(1, 2), duplicate(2, 3), Ruling(3, Decision.ACCEPT)),
    (duplicate(1, 2), duplicate(2, 3)),
    (duplicate(1, 3), duplicate(2, 3), Ruling(3, Decision.REJECT)),
    (duplicate(1, 2), duplicate(2, 1)),
    (duplicate(1, 2), duplicate(2, 3), duplicate(3, 1)),
    (duplicate(1, 2), duplicate(2, 1), Ruling(3, Decision.REJECT)),
]


@pytest.mark.parametrize("rulings", FILES)
def test_the_order_of_a_file_does_not_matter(triaged, rulings):
    """Each order is carried out, looked at, and taken back."""
    ends = set()
    for order in permutations(rulings):
        after = rewinding.last_change_id(triaged)
        try:
            done = triage.decide_all(triaged, enumerate(order, 2), actor="bo")
        except InvalidValue:
            ends.add("refused")
            continue
        now = {one: status(triaged, one) for one in (1, 2, 3)}
        assert {one.ruling.claim_id: one.status for one in done}.items() <= now.items()
        ends.add(tuple(now.values()))
        with write_transaction(triaged, "bo"):
            rewinding.rewind(triaged, since(triaged, after))
    assert len(ends) == 1


def test_a_file_with_a_bad_line_changes_nothing_and_every_bad_line_is_named(triaged):
    before = snapshot(triaged)
    rulings = [
        (2, Ruling(1, Decision.ACCEPT)),
        (5, Ruling(99, Decision.ACCEPT)),
        (7, Ruling(2, Decision.DUPLICATE, other=77)),
    ]
    with pytest.raises(InvalidValue) as raised:
        triage.decide_all(triaged, rulings, actor="bo")
    assert [line.split(":")[0] for line in str(raised.value).splitlines()[:2]] == ["line 5", "line 7"]
    assert snapshot(triaged) == before
