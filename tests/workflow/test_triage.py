"""Triage: the queue, the effects of each decision, undo, and files of decisions."""

from itertools import permutations

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidSpan, InvalidValue, NotFound, Refused
from claimtrack.core.model import Article, Comparison, Judgement, Status, Suggestion
from claimtrack.core.texts import timestamps
from claimtrack.store import appearances, claims, history, judgements, matches, rewinding
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
    """All rows that a decision may change, with numbers rounded as in history."""
    return {
        table: [round_numbers(row) for row in db.query(f"select * from {table} order by id")]
        for table in TRACKED
    }


def round_numbers(row):
    return {name: round(value, 12) if isinstance(value, float) else value for name, value in row.items()}


def decide(db, claim_id, decision, **facts):
    return triage.decide(db, Ruling(claim_id, Decision(decision), **facts), actor="bo")


def status_of(db, claim_id):
    return claims.get(db, claim_id).status


def test_the_queue_starts_with_the_most_check_worthy_claims(untriaged):
    assert triage.queue(untriaged) == [1, 2, 3]
    assert triage.queue(untriaged, min_score=0.5) == [1, 2]
    assert triage.queue(untriaged, limit=1) == [1]


def test_the_queue_of_an_article_contains_only_its_claims(untriaged):
    other = add_claim(
        untriaged, NewClaim("A claim from elsewhere", status=Status.PROPOSED), actor="bo"
    ).claim_id
    assert other in triage.queue(untriaged)
    assert other not in triage.queue(untriaged, article_id=1)


def test_a_claim_without_a_score_comes_last_in_the_queue(untriaged):
    unscored = add_claim(untriaged, NewClaim("Filed by hand", status=Status.PROPOSED), actor="bo").claim_id
    assert triage.queue(untriaged)[-1] == unscored
    row = triage.case(untriaged, unscored).row()
    assert (row["quote"], row["flags"]) == (None, [])


def test_a_case_shows_the_quote_with_context_and_reasons(untriaged):
    case = triage.case(untriaged, 1)
    assert case.appearance["quote"] == case.claim.text
    assert case.appearance["context_before"].endswith("bridge. “")
    assert case.appearance["reasons"] == ["a number: +4"]
    assert case.row()["quote"] == case.claim.text


def test_a_case_shows_its_quote_though_it_was_also_said_where_nothing_is_quoted(untriaged):
    case = triage.case(untriaged, 1)
    with write_transaction(untriaged, "bo"):
        for day in ("2000-01-01", "2999-01-01"):
            appearances.add_unquoted(untriaged, claim_id=1, article_id=1, claimant_id=None, said_on=day)
    assert triage.case(untriaged, 1).appearance["quote"] == case.claim.text


def test_a_case_is_shown_and_edited_in_the_newest_version_of_its_article(desk):
    wrong, right = "We built 14 homes last year", "We built 40 homes last year"
    ending = " The mayor opened the bridge in the end."
    versions = [(f"“{wrong},” said Ada Miller.", ((wrong, "Ada Miller", 0.9),))]
    versions += [("The bridge is open. " + versions[0][0] + ending, versions[0][1])]
    for text, extracted in versions:
        file_article(desk, text, extracted, url="https://tv.example/debate")
    case = triage.case(desk, 1)
    assert case.appearance["article_id"] == 2
    assert ending.strip() in case.appearance["context_after"]
    decide(desk, 1, "edit", text=right, quote="built 14 homes")
    sql = "select article_id, quote from appearances where claim_id = 1 order by article_id"
    assert desk.execute(sql).fetchall() == [(1, wrong), (2, "built 14 homes")]


ABOVE = "TOM RYLE: Good evening.\n\nADA MOOR: Good evening.\n\nTOM RYLE: "


@pytest.mark.parametrize(
    ("old_quote", "new_quote"),
    [
        (
            "Eleven clinics",
            "Eleven clinics closed in June of this year.",
        ),  # a truncated transcript
        ("The city's budget fell by 3 percent.", "The city’s budget fell by 3 percent."),  # other typography
    ],
)
def test_a_ruling_with_an_outdated_quote_keeps_the_quote_of_the_newer_version(desk, old_quote, new_quote):
    ingest_article(desk, Article(f"{ABOVE}{old_quote}", url="https://tv.example/debate"), actor="ada")
    claim = claims.get(desk, 1)
    ingest_article(desk, Article(f"{ABOVE}{new_quote}", url="https://tv.example/debate"), actor="ada")
    if (
        claims.get(desk, 1).version == claim.version
    ):  # as on the page, which reports a reworded claim to the person
        triage.decide(desk, Ruling(1, Decision.EDIT, quote=old_quote), seen=claim.version, actor="bo")
    else:
        decide(desk, 1, "accept", text=claim.text, quote=old_quote, version=claim.version)
    sql = "select quote from appearances where claim_id = 1 order by article_id desc"
    assert desk.execute(sql).fetchone() == (new_quote,)


@pytest.mark.parametrize("decision", ["reject", "duplicate"])
def test_a_claim_is_not_put_away_by_a_sheet_that_has_its_former_words(untriaged, decision):
    printed = claims.get(untriaged, 1)
    editing.edit_claim(untriaged, 1, text="Half of the offices stand empty", actor="ada")
    cells = {"other": 2, "version": printed.version}
    with pytest.raises(
        Refused, match=r"claim 1 now says “Half of the offices stand empty”, but “Unem.*print the sheet again"
    ):
        decide(untriaged, 1, decision, text=printed.text, **cells)
    assert status_of(untriaged, 1) is Status.PROPOSED
    done = decide(untriaged, 1, decision, text="Half of the offices stand empty", **cells)
    assert done.status is not Status.PROPOSED


def test_a_list_of_cases_does_not_parse_timestamps_of_each_article(untriaged, monkeypatch):
    """For a three-hour debate, that took 0.02 s for each of thousands of claims."""

    def fail(text):
        raise AssertionError("parsed")

    monkeypatch.setattr(timestamps, "find_timestamps", fail)
    assert [triage.case(untriaged, claim_id).row()["id"] for claim_id in triage.queue(untriaged)]
    with pytest.raises(AssertionError):
        triage.case(untriaged, 1, timed=True)


def test_a_dropped_claim_is_shown_in_the_last_version_that_has_it(desk):
    kept, dropped = "Rents fell by 12 percent", "Wages rose by 3 percent"
    for text in (f"{kept}. {dropped}.", f"It rained. {kept}. {dropped}.", f"It rained. {kept}."):
        extracted = [(words, "Ada Miller", 0.9) for words in (kept, dropped) if words in text]
        file_article(desk, text, extracted, url="https://tv.example/debate")
    assert (triage.case(desk, 1).appearance["article_id"], triage.case(desk, 2).appearance["article_id"]) == (
        3,
        2,
    )


@pytest.mark.parametrize("suggestion", [Suggestion.DUPLICATE, Suggestion.CONFLICT])
def test_a_suggested_duplicate_with_a_verdict_ranks_before_more_similar_ones(untriaged, suggestion):
    read(untriaged, review(claimReviewed="The jobless halved", reviewRating={"alternateName": "False"}))
    with write_transaction(untriaged, "x"):
        others = [
            claims.add(untriaged, f"Said another time: {number}") for number in range(triage.SUGGESTIONS)
        ]
        scored = [
            (rated_id := claims.newest_id(untriaged) - len(others), 0.6),
            *((other, 0.9) for other in others),
        ]
        pairs = [(1, other, Comparison(score, Suggestion.DUPLICATE)) for other, score in scored[1:]]
        pairs.append((1, rated_id, Comparison(0.6, suggestion)))
        matches.record_suggestions(untriaged, pairs, scorer="test")
    suggestions = triage.case(untriaged, 1).suggestions
    first = suggestions[0]
    assert [pair["rating"] for pair in suggestions[1:]] == [None] * (triage.SUGGESTIONS - 1)
    assert ((first["claim_id"], first["rating"]) == (rated_id, "False")) is (
        suggestion is Suggestion.DUPLICATE
    )


# ── decisions ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("decision", "after"), [("accept", Status.OPEN), ("reject", Status.REJECTED), ("skip", Status.PROPOSED)]
)
def test_a_decision_sets_the_status_and_history_records_who_decided(untriaged, decision, after):
    assert decide(untriaged, 1, decision).status is after
    assert status_of(untriaged, 1) is after
    changes = untriaged.execute(
        "select actor from history where claim_id = 1 and operation = 'update'"
    ).fetchall()
    assert changes == ([] if decision == "skip" else [("bo",)])


def test_an_edit_rewords_the_claim_and_keeps_its_quote(untriaged):
    decide(untriaged, 1, "edit", text="Unemployment fell by a third", speaker="Mayor Ada Miller")
    claim = claims.get(untriaged, 1)
    assert (claim.text, claim.claimant, claim.status) == (
        "Unemployment fell by a third",
        "Mayor Ada Miller",
        Status.OPEN,
    )
    appearance = triage.case(untriaged, 1).appearance
    assert appearance["quote"].endswith("of my time in office")
    assert (appearance["speaker"], appearance["speaker_as_written"]) == ("Mayor Ada Miller", "Ada Miller")


def test_an_edit_can_move_the_quote_to_other_words_of_the_article(untriaged):
    decide(untriaged, 2, "edit", quote="spent 40 million   crowns")
    row = next(untriaged.query("select span_start, span_end, quote from appearances where claim_id = 2"))
    assert row["quote"] == "spent 40 million crowns"
    text = untriaged.execute("select text from articles").fetchone()[0]
    assert text[row["span_start"] : row["span_end"]] == row["quote"]


def test_an_edit_can_remove_the_speaker(untriaged):
    decide(untriaged, 1, "edit", speaker="-")
    assert claims.get(untriaged, 1).claimant is None


def test_an_edit_with_a_quote_that_is_not_in_the_article_is_refused(untriaged):
    before = snapshot(untriaged)
    with pytest.raises(InvalidSpan, match="the article does not contain these words"):
        decide(untriaged, 2, "edit", text="New words", quote="spent 50 million crowns")
    assert snapshot(untriaged) == before


def test_an_edit_with_the_quote_of_another_claim_is_refused(untriaged):
    other = triage.case(untriaged, 1).appearance["quote"]
    with pytest.raises(InvalidSpan, match="these words are already marked as claim"):
        decide(untriaged, 2, "edit", quote=other)
    assert status_of(untriaged, 2) is Status.PROPOSED


def test_a_quote_with_changed_white_space_is_still_the_same(untriaged):
    quote = triage.case(untriaged, 2).appearance["quote"]
    decide(untriaged, 2, "edit", quote=quote.replace(" ", "  "), text="New words")
    assert triage.case(untriaged, 2).appearance["quote"] == quote


def test_accepting_with_another_text_rewords_the_claim(untriaged):
    """A row of the exported queue that is reworded and marked "accept" means both."""
    decide(untriaged, 1, "accept", text="Unemployment fell by a third")
    assert claims.get(untriaged, 1).text == "Unemployment fell by a third"


def test_a_reworded_claim_gets_new_suggestions(untriaged):
    known = add_claim(
        untriaged, NewClaim("Harbour fees rose by nine tenths after the storm"), actor="bo"
    ).claim_id
    assert known not in {pair["claim_id"] for pair in triage.case(untriaged, 3).suggestions}
    decide(untriaged, 3, "edit", text="After the storm the harbour fees rose by nine tenths")
    assert known in {pair["claim_id"] for pair in triage.case(untriaged, 3).suggestions}


# ── duplicates ──────────────────────────────────────────────────────────────────────────────────


def test_a_duplicate_is_judged_the_same_and_parked(untriaged):
    known = add_claim(untriaged, NewClaim(KNOWN), actor="ada").claim_id
    assert decide(untriaged, 1, "duplicate", other=known).status is Status.PARKED
    assert judgements.get_state(untriaged, 1, known).judgement is Judgement.SAME
    assert triage.queue(untriaged) == [2, 3]


def test_a_duplicate_of_a_rejected_claim_is_rejected(untriaged):
    decide(untriaged, 2, "reject")
    assert decide(untriaged, 3, "duplicate", other=2).status is Status.REJECTED


CIRCLES = [
    ((1, 2), (2, 1)),
    ((1, 2), (2, 3), (3, 1)),
    ((2, 3), (3, 2)),
]


@pytest.mark.parametrize("steps", CIRCLES)
def test_claims_cannot_be_duplicates_of_each_other(untriaged, steps):
    *first, last = steps
    for claim_id, other in first:
        decide(untriaged, claim_id, "duplicate", other=other)
    before = snapshot(untriaged)
    with pytest.raises(Refused, match=f"claim {last[1]} is already a duplicate of claim"):
        decide(untriaged, last[0], "duplicate", other=last[1])
    assert snapshot(untriaged) == before


def test_claims_can_be_duplicates_of_a_parked_claim(untriaged):
    known = add_claim(untriaged, NewClaim(KNOWN), actor="ada").claim_id
    desk_work.set_status(untriaged, known, Status.PARKED, actor="ada")
    judging.judge(untriaged, 1, known, Judgement.SAME, actor="ada", in_triage=True)
    assert decide(untriaged, 1, "duplicate", other=known).status is Status.PARKED
    assert decide(untriaged, 2, "duplicate", other=1).status is Status.PARKED


def test_rejecting_a_claim_rejects_its_duplicates_and_undo_restores_all(untriaged):
    decide(untriaged, 1, "duplicate", other=2)
    decide(untriaged, 2, "duplicate", other=3)
    before = snapshot(untriaged)
    decided = decide(untriaged, 3, "reject")
    assert (decided.status, decided.also) == (Status.REJECTED, (1, 2))
    assert [status_of(untriaged, claim_id) for claim_id in (1, 2, 3)] == [Status.REJECTED] * 3
    triage.undo(untriaged, decided, actor="bo")
    assert snapshot(untriaged) == before


def test_a_duplicate_of_a_rejected_claim_is_rejected_with_its_own_duplicates(untriaged):
    decide(untriaged, 1, "duplicate", other=2)
    decide(untriaged, 3, "reject")
    assert decide(untriaged, 2, "duplicate", other=3).also == (1,)


@pytest.mark.parametrize("kept_status", [Status.OPEN, Status.PARKED])
def test_rejecting_a_claim_keeps_duplicates_that_also_repeat_another(untriaged, kept_status):
    """One of three claims judged the same is rejected: its duplicates can still be checked under the other."""
    known = add_claim(untriaged, NewClaim(KNOWN), actor="ada").claim_id
    desk_work.set_status(untriaged, known, kept_status, actor="ada")
    decide(untriaged, 1, "duplicate", other=known)
    judging.judge(untriaged, 2, known, Judgement.SAME, actor="ada", in_triage=True)
    assert decide(untriaged, 2, "reject").also == ()
    assert (status_of(untriaged, 1), status_of(untriaged, known)) == (Status.PARKED, kept_status)
    assert decide(untriaged, 3, "duplicate", other=2).status is Status.PARKED


def test_a_duplicate_decision_that_contradicts_a_judgement_is_refused(untriaged):
    known = add_claim(untriaged, NewClaim(KNOWN), actor="ada").claim_id
    judging.judge(untriaged, 2, known, Judgement.SAME, actor="ada")
    judging.judge(untriaged, 1, 2, Judgement.DIFFERENT, actor="ada")
    before = snapshot(untriaged)
    with pytest.raises(Refused, match="different"):
        decide(untriaged, 1, "duplicate", other=known)
    assert snapshot(untriaged) == before


def test_a_claim_judged_different_is_no_longer_suggested(untriaged):
    known = add_claim(untriaged, NewClaim(KNOWN), actor="ada").claim_id
    assert known in {pair["claim_id"] for pair in triage.case(untriaged, 1).suggestions}
    judging.judge(untriaged, 1, known, Judgement.DIFFERENT, actor="ada")
    assert known not in {pair["claim_id"] for pair in triage.case(untriaged, 1).suggestions}


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"other": 1}, InvalidValue),  # of itself
        ({"other": 99}, NotFound),
        ({}, InvalidValue),  # of no claim
    ],
)
def test_a_duplicate_decision_without_a_valid_other_claim_is_refused(untriaged, facts, error):
    with pytest.raises(error):
        decide(untriaged, 1, "duplicate", **facts)
    assert status_of(untriaged, 1) is Status.PROPOSED


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
    Ruling(1, Decision.DUPLICATE, other=2),  # a pair that was not suggested
    Ruling(1, Decision.DUPLICATE, other=4),  # a pair that was suggested
]


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: f"{ruling.decision}-{ruling.other}")
def test_undoing_a_decision_restores_everything(untriaged, ruling):
    assert add_claim(untriaged, NewClaim(KNOWN), actor="ada").claim_id == 4
    assert judgements.get_state(untriaged, 1, 4).judgement is Judgement.UNJUDGED
    before = snapshot(untriaged)
    decided = triage.decide(untriaged, ruling, actor="bo")
    assert ruling.decision is Decision.SKIP or snapshot(untriaged) != before
    triage.undo(untriaged, decided, actor="bo" if ruling.note else "cleo")
    assert snapshot(untriaged) == before


def test_undoing_a_decision_with_a_colleagues_note_is_refused(untriaged):
    decided = triage.decide(untriaged, Ruling(1, Decision.ACCEPT, note="Call the ministry"), actor="bo")
    after = snapshot(untriaged)
    with pytest.raises(Refused, match="only its author can delete a note"):
        triage.undo(untriaged, decided, actor="cleo")
    assert snapshot(untriaged) == after


def test_undo_restores_the_state_before_each_of_many_decisions(untriaged):
    states, decided = [], []
    for ruling in (
        Ruling(1, Decision.EDIT, text=KNOWN),
        Ruling(2, Decision.DUPLICATE, other=1),
        Ruling(3, Decision.REJECT),
    ):
        states.append(snapshot(untriaged))
        decided.append(triage.decide(untriaged, ruling, actor="bo"))
    while decided:
        triage.undo(untriaged, decided.pop(), actor="bo")
        assert snapshot(untriaged) == states.pop()


def test_undo_works_after_a_similar_claim_was_reworded(untriaged):
    add_claim(untriaged, NewClaim(KNOWN), actor="ada")
    before = claims.get(untriaged, 1).text
    decided = decide(untriaged, 1, "edit", text="Unemployment fell by a third in her two years in office")
    assert judgements.get_state(untriaged, 1, 4).judgement is Judgement.UNJUDGED
    editing.edit_claim(untriaged, 4, text="The river has forty kinds of fish", actor="ada")
    triage.undo(untriaged, decided, actor="bo")
    assert (claims.get(untriaged, 1).text, status_of(untriaged, 1)) == (before, Status.PROPOSED)


def test_history_records_who_undid_a_decision(untriaged):
    triage.undo(untriaged, decide(untriaged, 1, "accept"), actor="cleo")
    last_change = untriaged.execute(
        "select actor, json_extract(new_row, '$.status') from history order by id desc"
    ).fetchone()
    assert last_change == ("cleo", "proposed")


def test_undo_keeps_later_changes_of_other_columns(untriaged):
    decided = decide(untriaged, 1, "accept")
    desk_work.assign(untriaged, 1, "ada", actor="ada")
    triage.undo(untriaged, decided, actor="bo")
    assert (status_of(untriaged, 1), claims.get(untriaged, 1).assignee) == (Status.PROPOSED, "ada")


def test_undo_is_refused_after_a_later_status_change(untriaged):
    decided = decide(untriaged, 1, "accept")
    desk_work.set_status(untriaged, 1, Status.CHECKING, actor="ada")
    with pytest.raises(Refused, match="changed it since"):
        triage.undo(untriaged, decided, actor="bo")
    assert status_of(untriaged, 1) is Status.CHECKING


def test_deciding_about_a_claim_already_decided_is_refused(untriaged):
    decide(untriaged, 1, "accept")
    with pytest.raises(Refused, match="claim 1 is already open"):
        decide(untriaged, 1, "reject")
    assert decide(untriaged, 1, "skip").status is Status.OPEN  # of a list that was printed before


# ── files ───────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_decisions_is_applied_with_its_notes(untriaged):
    rulings = [(2, Ruling(1, Decision.ACCEPT, note="Ask for the figures")), (3, Ruling(2, Decision.REJECT))]
    assert [decided.status for decided in triage.decide_all(untriaged, rulings, actor="bo")] == [
        Status.OPEN,
        Status.REJECTED,
    ]
    assert untriaged.execute("select body, author from notes").fetchone() == ("Ask for the figures", "bo")


def duplicate(claim_id, other):
    return Ruling(claim_id, Decision.DUPLICATE, other=other)


RULINGS_IN_ANY_ORDER = [
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


@pytest.mark.parametrize("rulings", RULINGS_IN_ANY_ORDER)
def test_the_order_of_rulings_in_a_file_does_not_matter(untriaged, rulings):
    """Each order is applied, compared and undone."""
    outcomes = set()
    for order in permutations(rulings):
        after = history.last_change_id(untriaged)
        try:
            decisions = triage.decide_all(untriaged, enumerate(order, 2), actor="bo")
        except InvalidValue:
            outcomes.add("refused")
            continue
        statuses = {claim_id: status_of(untriaged, claim_id) for claim_id in (1, 2, 3)}
        assert {decided.ruling.claim_id: decided.status for decided in decisions}.items() <= statuses.items()
        outcomes.add(tuple(statuses.values()))
        with write_transaction(untriaged, "bo"):
            rewinding.rewind(untriaged, since(untriaged, after))
    assert len(outcomes) == 1


def test_a_file_with_bad_lines_is_refused_and_each_bad_line_named(untriaged):
    before = snapshot(untriaged)
    rulings = [
        (2, Ruling(1, Decision.ACCEPT)),
        (5, Ruling(99, Decision.ACCEPT)),
        (7, Ruling(2, Decision.DUPLICATE, other=77)),
    ]
    with pytest.raises(InvalidValue) as raised:
        triage.decide_all(untriaged, rulings, actor="bo")
    assert [line.split(":")[0] for line in str(raised.value).splitlines()[:2]] == ["line 5", "line 7"]
    assert snapshot(untriaged) == before
