"""A claim comes in by hand: what it repeats, what is joined, what is filed, and that nothing is lost."""

import pytest

from claimtrack.core.errors import Duplicate, InvalidValue, NotFound
from claimtrack.core.model import OnDuplicate, Stance, Status, Suggestion
from claimtrack.store import appearances, articles, claims, evidence, notes, rewinding, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching import matching
from tests.conftest import FORKS

CLAIM = "Unemployment fell by a third in the last two years of my time in office."
REWORDED = "In the last two years of my time in office unemployment fell by one third."
CHANGED = "Unemployment fell by a half in the last two years of my time in office."


@pytest.fixture
def add(desk):
    def add(text, on_duplicate="same", attach_to=None, **given):
        new = NewClaim(text, **given)
        return add_claim(desk, new, on_duplicate=OnDuplicate(on_duplicate), attach_to=attach_to, actor="ada")

    return add


def count(db, table="claims"):
    return db.execute(f"select count(*) from {table}").fetchone()[0]


# ── what is joined ──────────────────────────────────────────────────────────────────────────────

ADA, BEN = {"claimant": "Ada Miller"}, {"claimant": "Ben Cole"}
# First claim, second claim, what to do with a repeat, whether a second row comes of it.
REPEATS = [
    # The very words: joined without a person.
    ((CLAIM, ADA), (CLAIM, ADA), "same", False),
    # Spelling of a machine: case, spaces, quotes, the full stop.
    ((CLAIM, ADA), (f"  {CLAIM.upper().rstrip('.')}\n", ADA), "same", False),
    (("It’s “half” the price of 1,000", ADA), ('It\'s "half" the price of 1000.', ADA), "same", False),
    (("🙂🙂🙂", {}), ("🙂🙂🙂", {}), "same", False),
    (("انخفضت الأسعار", {}), ("انخفضت الأسعار", {}), "same", False),
    # Spelling of a person: short forms, signs and figures for words.
    (("The mayor did not pay his taxes", ADA), ("The mayor didn't pay his taxes.", ADA), "same", False),
    (("Rents rose by 4% in May.", ADA), ("Rents rose by four per cent in May", ADA), "same", False),
    (("The mayor did not pay his taxes", ADA), ("The mayor didn't pay his taxes.", BEN), "same", True),
    (("Rents rose by 4% in May.", ADA), ("Rents rose by five per cent in May", ADA), "same", True),
    # ... but not words that say nothing by themselves: they answer another question.
    (("No.", ADA), ("No.", ADA), "same", True),
    (("They have", ADA), ("They have.", {}), "attach", True),
    # A name is one name in any case.
    ((CLAIM, ADA), (CLAIM, {"claimant": "ADA MILLER"}), "same", False),
    # Two people who say it make two claims.
    ((CLAIM, ADA), (CLAIM, BEN), "same", True),
    # Where one speaker is not known, the words decide.
    ((CLAIM, ADA), (CLAIM, {}), "same", False),
    ((CLAIM, {}), (CLAIM, ADA), "same", False),
    # Another number, a "not", a shorter sentence: another claim.
    ((CLAIM, ADA), (CHANGED, ADA), "same", True),
    (("Prices fell.", ADA), ("Prices never fell.", ADA), "same", True),
    (("1.5 million came", ADA), ("15 million came", ADA), "same", True),
    # The same in other words waits for a person ...
    ((CLAIM, ADA), (REWORDED, ADA), "same", True),
    # ... unless the caller said to trust the matcher.
    ((CLAIM, ADA), (REWORDED, ADA), "attach", False),
    # A conflict is never joined, whatever the caller said.
    ((CLAIM, ADA), (CHANGED, ADA), "attach", True),
    ((CLAIM, ADA), (CLAIM, ADA), "new", True),
]


@pytest.mark.parametrize(("first", "second", "on_duplicate", "is_new"), REPEATS)
def test_a_repeat_is_joined_and_anything_else_is_filed(add, desk, first, second, on_duplicate, is_new):
    add(first[0], **first[1])
    added = add(second[0], on_duplicate, **second[1])
    assert (added.is_new, added.claim_id, count(desk)) == (is_new, 2 if is_new else 1, 2 if is_new else 1)


@pytest.mark.parametrize("second", [CLAIM, REWORDED])
def test_a_repeat_fails_where_the_caller_asked_for_it_and_nothing_is_left(add, desk, second):
    add(CLAIM, **ADA)
    with pytest.raises(Duplicate, match=r"claim 1 says the same \(Ada Miller\).*--on-duplicate attach"):
        add(second, "fail", **ADA, source="https://a.example", links=(("https://b.example", Stance.REFUTES),))
    assert [count(desk, name) for name in ("claims", "articles", "evidence")] == [1, 0, 0]


def test_a_claim_that_repeats_nothing_is_filed_though_the_caller_asked_to_fail(add):
    assert add(CLAIM, "fail").is_new


def test_each_speaker_of_the_same_words_keeps_one_claim_however_many_they_are(add, desk):
    """More than a look-up shows."""
    for _ in range(2):
        for number in range(12):
            add("I never voted for it.", claimant=f"Member {number}")
    assert count(desk) == 12


def test_the_claim_of_the_same_speaker_goes_before_one_of_nobody(add):
    add(CLAIM, "new")
    add(CLAIM, "new", **ADA)
    assert add(CLAIM, **ADA).claim_id == 2


def test_a_claim_that_is_sent_again_since_the_answer_was_lost_brings_its_note_once(desk, add):
    for _ in range(2):
        add(CLAIM, notes=("Ask the office.",))
    assert (count(desk), [note["body"] for note in notes.of_claim(desk, 1)]) == (1, ["Ask the office."])


def test_a_claim_can_be_added_to_one_by_its_id(add, desk):
    add("Prices fell.")
    added = add("Something else altogether", attach_to=1, notes=("Said again on TV.",))
    assert (added.is_new, added.claim_id, count(desk)) == (False, 1, 1)
    assert [note["body"] for note in notes.of_claim(desk, 1)] == [
        "Said again on TV.",
        "Also said in these words: Something else altogether",
    ]


def test_adding_to_a_claim_that_is_not_there_leaves_nothing(add, desk):
    with pytest.raises(NotFound):
        add("Prices fell.", attach_to=7, source="https://a.example", tags=("prices",))
    assert [count(desk, name) for name in ("claims", "articles", "tags")] == [0, 0, 0]


def test_what_a_claim_resembles_is_told_and_kept_for_a_person(add, desk):
    add(CLAIM, **ADA)
    added = add(REWORDED, **ADA)
    assert [(match.claim_id, match.suggestion) for match in added.matches] == [(1, Suggestion.DUPLICATE)]
    row = next(desk.query("select left_id, right_id, judgement from matches"))
    assert row == {"left_id": 1, "right_id": 2, "judgement": "unjudged"}


def test_a_near_miss_is_told_and_kept_though_its_score_is_low(add, desk):
    add("Rents in the capital rose by 12 percent last year", **ADA)
    [match] = add("Rents in the capital rose by 21 percent last year", **ADA).matches
    assert match.suggestion is Suggestion.CONFLICT
    assert count(desk, "matches") == 1


# ── what comes with it ──────────────────────────────────────────────────────────────────────────


def test_everything_that_comes_with_a_claim_is_filed_under_the_actors_name(add, desk):
    add(
        " Prices\n fell. ",
        claimant=" Ada  Miller ",
        source="https://news.example/1",
        claimed_on="2024-04-22",
        links=(("https://stats.example/a?b=c", Stance.REFUTES),),
        status=Status.PARKED,
        notes=(" Asked. ",),
        tags=("prices", " prices "),
    )
    claim = claims.get(desk, 1)
    assert (claim.text, claim.claimant, claim.claimed_on) == ("Prices fell.", "Ada Miller", "2024-04-22")
    assert claim.status is Status.PARKED
    [seen] = appearances.of_claim(desk, 1)
    assert (seen["url"], seen["speaker"], seen["seen_on"]) == (
        "https://news.example/1", "Ada Miller", "2024-04-22",
    )  # fmt: skip
    [link] = evidence.of_claim(desk, 1)
    assert (link["url"], link["stance"], link["added_by"]) == (
        "https://stats.example/a?b=c",
        "refutes",
        "ada",
    )
    assert [(note["body"], note["author"]) for note in notes.of_claim(desk, 1)] == [("Asked.", "ada")]
    assert tags.of_claim(desk, 1) == ["prices"]
    assert {row["actor"] for row in desk.query("select actor from history")} == {"ada"}


def test_a_place_without_an_address_is_a_source_too_and_one_article(add, desk):
    add("Prices fell.", source="Radio 4, Today, 8:10")
    add("Wages rose.", source="Radio 4, Today, 8:10")
    assert articles.get(desk, 1)["source"] == "Radio 4, Today, 8:10"
    assert count(desk, "articles") == 1


@pytest.mark.parametrize(
    "place", ["Radio 4: Today", "8:10", "TV: http://a.example/x", "p.5", "ZDF/ARD", "the U.N. in New York"]
)
def test_words_with_colons_dots_and_slashes_are_words(add, desk, place):
    add("Prices fell.", source=place)
    assert (articles.get(desk, 1)["url"], articles.get(desk, 1)["source"]) == (None, place)


def test_saying_it_again_at_the_same_place_adds_nothing(add, desk):
    for _ in range(2):
        add("Prices fell.", source="https://a.example", links=(("https://b.example", Stance.CONTEXT),))
    assert [count(desk, name) for name in ("appearances", "evidence")] == [1, 1]


def test_saying_it_again_elsewhere_is_another_appearance(add, desk):
    add("Prices fell.", source="https://a.example")
    add("Prices fell.", source="https://b.example")
    assert [row["url"] for row in appearances.of_claim(desk, 1)] == ["https://a.example", "https://b.example"]


ANY_DAY = "any day"
# What is told of the claim at first and again; who said it on which days by the ledger; whether anything was new.
OCCASIONS = [
    # Another day is another occasion, though nobody says where; the first one counts then, too.
    (
        {**ADA, "claimed_on": "2024-01-01"},
        {**ADA, "claimed_on": "2024-02-01"},
        [("Ada Miller", "2024-01-01"), ("Ada Miller", "2024-02-01")],
        True,
    ),
    # Another speaker is one, on whatever day.
    (ADA, BEN, [("Ada Miller", ANY_DAY), ("Ben Cole", ANY_DAY)], True),
    # One place on two days, and two speakers in one place, are two.
    (
        {**ADA, "source": "Radio 4", "claimed_on": "2024-03-01"},
        {**ADA, "source": "Radio 4", "claimed_on": "2024-04-01"},
        [("Ada Miller", "2024-03-01"), ("Ada Miller", "2024-04-01")],
        True,
    ),
    (
        {**ADA, "source": "https://a.example/", "claimed_on": "2024-03-01"},
        {**BEN, "source": "https://a.example/", "claimed_on": "2024-03-01"},
        [("Ada Miller", "2024-03-01"), ("Ben Cole", "2024-03-01")],
        True,
    ),
    # The first time counts also where it was told without a place and the second with one ...
    (
        {**ADA, "claimed_on": "2024-01-01"},
        {**ADA, "claimed_on": "2024-02-01", "source": "Radio 4"},
        [("Ada Miller", "2024-01-01"), ("Ada Miller", "2024-02-01")],
        True,
    ),
    (ADA, {**BEN, "source": "Radio 4"}, [("Ada Miller", ANY_DAY), ("Ben Cole", ANY_DAY)], True),
    # ... unless the second may be the first, and only tells where that was.
    (
        {**ADA, "claimed_on": "2024-01-01"},
        {**ADA, "claimed_on": "2024-01-01", "source": "Radio 4"},
        [("Ada Miller", "2024-01-01")],
        True,
    ),
    # The same again, or less of it, is nothing new, and the reporter is told so.
    ({**ADA, "claimed_on": "2024-01-01"}, {**ADA, "claimed_on": "2024-01-01"}, [], False),
    ({**ADA, "claimed_on": "2024-01-01"}, {}, [], False),
    ({**ADA, "source": "Radio 4"}, {"source": "Radio 4"}, [("Ada Miller", ANY_DAY)], False),
    # One page is one place however its address was copied; what was not known of it is filled in.
    (
        {**ADA, "source": "https://a.example/1", "claimed_on": "2024-03-01"},
        {**ADA, "source": "http://www.a.example/1/?utm_source=x#top", "claimed_on": "2024-03-01"},
        [("Ada Miller", "2024-03-01")],
        False,
    ),
    (
        {"source": "https://a.example/1"},
        {**ADA, "source": "https://a.example/1/", "claimed_on": "2024-03-01"},
        [("Ada Miller", "2024-03-01")],
        True,
    ),
    (
        {**ADA, "source": "https://a.example/1", "claimed_on": "2024-03-01"},
        {**BEN, "source": "https://a.example/1/"},
        [("Ada Miller", "2024-03-01"), ("Ben Cole", None)],
        True,
    ),
    # The speaker who was not known is filled in: that is no occasion.
    ({}, ADA, [], True),
]


@pytest.mark.parametrize(("first", "again", "occasions", "is_recorded"), OCCASIONS)
def test_who_said_it_again_and_when_is_kept(add, desk, first, again, occasions, is_recorded):
    add(CLAIM, **first)
    added = add(CLAIM, "attach", attach_to=1, **again)
    assert (added.is_new, added.is_recorded) == (False, is_recorded)
    entries = ledger(desk, 1)["entries"]
    days = [
        ANY_DAY if expected[1] is ANY_DAY else row["seen_on"]
        for row, expected in zip(entries, occasions, strict=True)
    ]
    assert [(row["speaker"], day) for row, day in zip(entries, days, strict=True)] == occasions


def test_the_article_a_claim_was_found_in_is_no_other_place_when_it_is_told(add, desk, file_claims):
    words = "The city spent 40 million crowns on the new bridge"
    file_claims(desk, f"{words}.", [(words, "outlet", 0.7)], url="https://news.example/bridge")
    added = add(words, source="https://news.example/bridge/", claimed_on="2024-04-22")
    assert added.claim_id == 1
    assert [row["seen_on"] for row in ledger(desk, 1)["entries"]] == ["2024-04-22"]


PLACED = {**ADA, "claimed_on": "2024-02-01", "source": "Radio 4"}
UNPLACED = {**ADA, "claimed_on": "2024-02-01"}


@pytest.mark.parametrize("order", [(PLACED, UNPLACED), (UNPLACED, PLACED)])
def test_an_occasion_counts_once_whether_its_place_is_told_at_first_or_later(add, desk, order):
    add(CLAIM, **ADA, claimed_on="2024-01-01")
    for told in order:
        add(CLAIM, **told)
    places = [(row["seen_on"], row["source"]) for row in ledger(desk, 1)["entries"]]
    assert places == [("2024-01-01", "a place not recorded"), ("2024-02-01", "Radio 4")]


def test_the_words_of_a_repeat_are_kept_where_they_differ(add, desk):
    add(CLAIM, **ADA)
    for _ in range(2):
        add(REWORDED, "attach", **ADA)
    [note] = notes.of_claim(desk, 1)
    assert (note["body"], note["author"]) == (f"Also said in these words (Ada Miller): {REWORDED}", "ada")


def test_a_speaker_who_was_not_known_is_filled_in_and_one_who_was_stays(add, desk):
    add("Prices fell.")
    add("Prices fell.", **ADA)
    assert claims.get(desk, 1).claimant == "Ada Miller"
    add("Something else", attach_to=1, **BEN)
    assert claims.get(desk, 1).claimant == "Ada Miller"


BAD = [
    {"text": " "},
    {"notes": ("Asked.", "  ")},
    {"tags": ("prices", "")},
    {"text": "x" * 10_001},
    {"claimed_on": "2024-02-30"},
    {"links": (("javascript:alert(1)", Stance.CONTEXT),)},
    {"claimant": "x" * 301},
    {"tags": ("x" * 101,)},
    {"notes": ("x" * 100_001,)},
]


@pytest.mark.parametrize("given", BAD, ids=lambda given: next(iter(given)))
def test_a_value_the_desk_does_not_take_leaves_nothing(add, desk, given):
    with pytest.raises(InvalidValue):
        add(**{"text": "Prices fell.", **given})
    assert count(desk, "history") == 0


LONGEST = {"text": "x" * 10_000, "claimant": "y" * 300, "tags": ("z" * 100,), "notes": ("n" * 100_000,)}


def test_the_longest_values_that_pass_the_door_pass_the_schema(add, desk):
    add(**LONGEST)
    assert len(claims.get(desk, 1).text) == 10_000


# ── two people at once ──────────────────────────────────────────────────────────────────────────

FILER = """
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim

db = open_desk(path)
together.wait(60)
for number in range(20):
    add_claim(db, NewClaim(f"Prices fell by {number} percent.", source="https://a.example"), actor=name)
"""


def test_people_who_file_the_same_words_at_once_make_one_row(desk, desk_path):
    names, together = ("ada", "ben", "cleo"), FORKS.Barrier(3)
    filers = [
        FORKS.Process(target=exec, args=(FILER, {"path": desk_path, "name": name, "together": together}))
        for name in names
    ]
    for filer in filers:
        filer.start()
    for filer in filers:
        filer.join(120)
    assert [filer.exitcode for filer in filers] == [0] * len(names)
    assert [count(desk, name) for name in ("claims", "appearances")] == [20, 20]


def test_a_claim_that_came_in_after_the_look_up_is_seen(desk, monkeypatch):
    """The moment between look-up and lock, held open."""
    from claimtrack.workflow.matching import matching

    look_up = matching.look_up

    def look_up_then_another_files(db, statement, **given):
        found = look_up(db, statement, **given)
        with write_transaction(db, "ben"):
            claims.add(db, "PRICES FELL")
        return found

    monkeypatch.setattr(matching, "look_up", look_up_then_another_files)
    added = add_claim(desk, NewClaim("Prices fell."), actor="ada")
    assert (added.is_new, count(desk)) == (False, 1)


def test_what_is_written_while_a_claim_is_looked_up_is_none_of_what_filing_it_did(desk, add, monkeypatch):
    """The page of the desk takes back what is told here."""
    first = add(CLAIM)
    look_up = matching.look_up

    def slowly(db, said):
        add_note(db, first.claim_id, "Ask the office.", actor="ada")
        return look_up(db, said)

    monkeypatch.setattr(matching, "look_up", slowly)
    after, until = add("Wages rose by a tenth.").written
    assert until == rewinding.last_change_id(desk)
    assert [table for (table,) in desk.execute("select table_name from history where id > ?", [after])] == [
        "claims"
    ]
