"""Adding a claim by hand: repeats join a known claim, anything else is filed, and nothing is lost."""

import pytest

from claimtrack.core.errors import Duplicate, InvalidValue, NotFound
from claimtrack.core.model import OnDuplicate, Stance, Status, Suggestion
from claimtrack.store import appearances, articles, claims, evidence, history, notes, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching import matching
from tests.conftest import FORKS
from tests.tables import each_row

CLAIM = "Unemployment fell by a third in the last two years of my time in office."
REWORDED = "In the last two years of my time in office unemployment fell by one third."
CHANGED = "Unemployment fell by a half in the last two years of my time in office."


@pytest.fixture
def add(desk):
    def add(text, on_duplicate="same", attach_to=None, **facts):
        new = NewClaim(text, **facts)
        return add_claim(desk, new, on_duplicate=OnDuplicate(on_duplicate), attach_to=attach_to, actor="ada")

    return add


# ── repeats ─────────────────────────────────────────────────────────────────────────────────────

ADA, BEN = {"claimant": "Ada Miller"}, {"claimant": "Ben Cole"}
# First claim, second claim, what to do with a repeat, whether the second is filed as a new claim.
REPEATS = [
    # The same words: joined automatically.
    ((CLAIM, ADA), (CLAIM, ADA), "same", False),
    # Typographic differences: case, spaces, quotation marks, the full stop.
    ((CLAIM, ADA), (f"  {CLAIM.upper().rstrip('.')}\n", ADA), "same", False),
    (("It’s “half” the price of 1,000", ADA), ('It\'s "half" the price of 1000.', ADA), "same", False),
    (("🙂🙂🙂", {}), ("🙂🙂🙂", {}), "same", False),
    (("انخفضت الأسعار", {}), ("انخفضت الأسعار", {}), "same", False),
    # Differences in spelling: contractions, signs, and digits for words.
    (("The mayor did not pay his taxes", ADA), ("The mayor didn't pay his taxes.", ADA), "same", False),
    (("Rents rose by 4% in May.", ADA), ("Rents rose by four per cent in May", ADA), "same", False),
    (("The mayor did not pay his taxes", ADA), ("The mayor didn't pay his taxes.", BEN), "same", True),
    (("Rents rose by 4% in May.", ADA), ("Rents rose by five per cent in May", ADA), "same", True),
    # Words that mean nothing by themselves may answer another question.
    (("No.", ADA), ("No.", ADA), "same", True),
    (("They have", ADA), ("They have.", {}), "attach", True),
    # Names are the same in any case.
    ((CLAIM, ADA), (CLAIM, {"claimant": "ADA MILLER"}), "same", False),
    # The same words of two speakers are two claims.
    ((CLAIM, ADA), (CLAIM, BEN), "same", True),
    # If one speaker is unknown, the words decide.
    ((CLAIM, ADA), (CLAIM, {}), "same", False),
    ((CLAIM, {}), (CLAIM, ADA), "same", False),
    # Another number or a negation is another claim.
    ((CLAIM, ADA), (CHANGED, ADA), "same", True),
    (("Prices fell.", ADA), ("Prices never fell.", ADA), "same", True),
    (("1.5 million came", ADA), ("15 million came", ADA), "same", True),
    # A rewording waits for a person ...
    ((CLAIM, ADA), (REWORDED, ADA), "same", True),
    # ... unless the caller trusts the matcher.
    ((CLAIM, ADA), (REWORDED, ADA), "attach", False),
    # A conflict is never joined, whatever the caller says.
    ((CLAIM, ADA), (CHANGED, ADA), "attach", True),
    ((CLAIM, ADA), (CLAIM, ADA), "new", True),
]


@pytest.mark.parametrize(("first", "second", "on_duplicate", "is_new"), REPEATS)
def test_a_repeat_joins_its_claim_and_anything_else_is_filed(add, desk, first, second, on_duplicate, is_new):
    add(first[0], **first[1])
    added = add(second[0], on_duplicate, **second[1])
    assert (added.is_new, added.claim_id, desk.table("claims").count) == (
        is_new,
        2 if is_new else 1,
        2 if is_new else 1,
    )


@pytest.mark.parametrize("second", [CLAIM, REWORDED])
def test_a_repeat_with_on_duplicate_fail_is_refused_and_nothing_is_filed(add, desk, second):
    add(CLAIM, **ADA)
    with pytest.raises(Duplicate, match=r"claim 1 says the same \(Ada Miller\).*--on-duplicate attach"):
        add(second, "fail", **ADA, source="https://a.example", links=(("https://b.example", Stance.REFUTES),))
    assert [desk.table(name).count for name in ("claims", "articles", "evidence")] == [1, 0, 0]


def test_a_new_claim_with_on_duplicate_fail_is_filed(add):
    assert add(CLAIM, "fail").is_new


def test_each_of_many_speakers_of_the_same_words_has_one_claim(add, desk):
    """With more speakers than a lookup returns."""
    for _ in range(2):
        for number in range(12):
            add("I never voted for it.", claimant=f"Member {number}")
    assert desk.table("claims").count == 12


def test_a_repeat_joins_its_speakers_claim_rather_than_one_without_claimant(add):
    add(CLAIM, "new")
    add(CLAIM, "new", **ADA)
    assert add(CLAIM, **ADA).claim_id == 2


def test_a_claim_sent_twice_adds_its_note_once(desk, add):
    for _ in range(2):
        add(CLAIM, notes=("Ask the office.",))
    assert (desk.table("claims").count, [note["body"] for note in notes.of_claim(desk, 1)]) == (
        1,
        ["Ask the office."],
    )


def test_a_claim_can_be_attached_to_another_by_its_id(add, desk):
    add("Prices fell.")
    added = add("Something else altogether", attach_to=1, notes=("Said again on TV.",))
    assert (added.is_new, added.claim_id, desk.table("claims").count) == (False, 1, 1)
    assert [note["body"] for note in notes.of_claim(desk, 1)] == [
        "Said again on TV.",
        "Also said in these words: Something else altogether",
    ]


def test_attaching_to_an_unknown_claim_is_refused_and_nothing_is_filed(add, desk):
    with pytest.raises(NotFound):
        add("Prices fell.", attach_to=7, source="https://a.example", tags=("prices",))
    assert [desk.table(name).count for name in ("claims", "articles", "tags")] == [0, 0, 0]


def test_a_similar_claim_is_returned_and_kept_as_an_unjudged_match(add, desk):
    add(CLAIM, **ADA)
    added = add(REWORDED, **ADA)
    assert [(match.claim_id, match.suggestion) for match in added.matches] == [(1, Suggestion.DUPLICATE)]
    row = next(desk.query("select left_id, right_id, judgement from matches"))
    assert row == {"left_id": 1, "right_id": 2, "judgement": "unjudged"}


def test_a_conflict_is_returned_and_kept_despite_its_low_score(add, desk):
    add("Rents in the capital rose by 12 percent last year", **ADA)
    [match] = add("Rents in the capital rose by 21 percent last year", **ADA).matches
    assert match.suggestion is Suggestion.CONFLICT
    assert desk.table("matches").count == 1


# ── facts that come with a claim ────────────────────────────────────────────────────────────────


def test_the_facts_of_a_new_claim_are_filed_in_the_actors_name(add, desk):
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
    [appearance] = appearances.of_claim(desk, 1)
    assert (appearance["url"], appearance["speaker"], appearance["seen_on"]) == (
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


def test_a_source_without_an_address_is_filed_as_one_article(add, desk):
    add("Prices fell.", source="Radio 4, Today, 8:10")
    add("Wages rose.", source="Radio 4, Today, 8:10")
    assert articles.get(desk, 1)["source"] == "Radio 4, Today, 8:10"
    assert desk.table("articles").count == 1


@pytest.mark.parametrize(
    "place", ["Radio 4: Today", "8:10", "TV: http://a.example/x", "p.5", "ZDF/ARD", "the U.N. in New York"]
)
def test_a_source_with_colons_dots_or_slashes_is_not_taken_for_an_address(add, desk, place):
    add("Prices fell.", source=place)
    assert (articles.get(desk, 1)["url"], articles.get(desk, 1)["source"]) == (None, place)


def test_a_repeat_from_the_same_source_adds_nothing(add, desk):
    for _ in range(2):
        add("Prices fell.", source="https://a.example", links=(("https://b.example", Stance.CONTEXT),))
    assert [desk.table(name).count for name in ("appearances", "evidence")] == [1, 1]


def test_a_repeat_from_another_source_is_another_appearance(add, desk):
    add("Prices fell.", source="https://a.example")
    add("Prices fell.", source="https://b.example")
    assert [row["url"] for row in appearances.of_claim(desk, 1)] == ["https://a.example", "https://b.example"]


ANY_DAY = "any day"
# Facts of the claim and of its repeat; speakers and days in the ledger afterwards; whether anything new was recorded.
OCCASIONS = [
    # Another day is another occasion even without a source; then the first one counts, too.
    (
        {**ADA, "claimed_on": "2024-01-01"},
        {**ADA, "claimed_on": "2024-02-01"},
        [("Ada Miller", "2024-01-01"), ("Ada Miller", "2024-02-01")],
        True,
    ),
    # So is another speaker, whatever the day.
    (ADA, BEN, [("Ada Miller", ANY_DAY), ("Ben Cole", ANY_DAY)], True),
    # So are two days or two speakers at one source.
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
    # The first occasion counts even if it had no source and the second has one ...
    (
        {**ADA, "claimed_on": "2024-01-01"},
        {**ADA, "claimed_on": "2024-02-01", "source": "Radio 4"},
        [("Ada Miller", "2024-01-01"), ("Ada Miller", "2024-02-01")],
        True,
    ),
    (ADA, {**BEN, "source": "Radio 4"}, [("Ada Miller", ANY_DAY), ("Ben Cole", ANY_DAY)], True),
    # ... unless the second may be the first, with its source added.
    (
        {**ADA, "claimed_on": "2024-01-01"},
        {**ADA, "claimed_on": "2024-01-01", "source": "Radio 4"},
        [("Ada Miller", "2024-01-01")],
        True,
    ),
    # The same facts, or fewer, are nothing new.
    ({**ADA, "claimed_on": "2024-01-01"}, {**ADA, "claimed_on": "2024-01-01"}, [], False),
    ({**ADA, "claimed_on": "2024-01-01"}, {}, [], False),
    ({**ADA, "source": "Radio 4"}, {"source": "Radio 4"}, [("Ada Miller", ANY_DAY)], False),
    # Variants of an address are one page; missing facts are filled in.
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
    # Filling in an unknown speaker is not an occasion.
    ({}, ADA, [], True),
]


@pytest.mark.parametrize(("first", "repeat", "occasions", "is_recorded"), OCCASIONS)
def test_a_repeat_is_recorded_as_an_occasion_with_speaker_and_day(
    add, desk, first, repeat, occasions, is_recorded
):
    add(CLAIM, **first)
    added = add(CLAIM, "attach", attach_to=1, **repeat)
    assert (added.is_new, added.is_recorded) == (False, is_recorded)
    entries = ledger(desk, 1)["entries"]
    days = [
        ANY_DAY if expected[1] is ANY_DAY else row["seen_on"]
        for row, expected in zip(entries, occasions, strict=True)
    ]
    assert [(row["speaker"], day) for row, day in zip(entries, days, strict=True)] == occasions


def test_naming_the_article_a_claim_came_from_is_not_another_occasion(add, desk, file_claims):
    words = "The city spent 40 million crowns on the new bridge"
    file_claims(desk, f"{words}.", [(words, "outlet", 0.7)], url="https://news.example/bridge")
    added = add(words, source="https://news.example/bridge/", claimed_on="2024-04-22")
    assert added.claim_id == 1
    assert [row["seen_on"] for row in ledger(desk, 1)["entries"]] == ["2024-04-22"]


WITH_SOURCE = {**ADA, "claimed_on": "2024-02-01", "source": "Radio 4"}
WITHOUT_SOURCE = {**ADA, "claimed_on": "2024-02-01"}


@pytest.mark.parametrize("order", [(WITH_SOURCE, WITHOUT_SOURCE), (WITHOUT_SOURCE, WITH_SOURCE)])
def test_an_occasion_counts_once_whether_its_source_is_given_first_or_later(add, desk, order):
    add(CLAIM, **ADA, claimed_on="2024-01-01")
    for facts in order:
        add(CLAIM, **facts)
    places = [(row["seen_on"], row["source"]) for row in ledger(desk, 1)["entries"]]
    assert places == [("2024-01-01", "a place not recorded"), ("2024-02-01", "Radio 4")]


def test_the_words_of_a_reworded_repeat_are_kept_in_a_note(add, desk):
    add(CLAIM, **ADA)
    for _ in range(2):
        add(REWORDED, "attach", **ADA)
    [note] = notes.of_claim(desk, 1)
    assert (note["body"], note["author"]) == (f"Also said in these words (Ada Miller): {REWORDED}", "ada")


@pytest.mark.parametrize(
    ("known", "typed", "namesakes"),
    [
        ("Ines Dahl", "Mayor Ines Dahl", ("Ines Dahl",)),
        ("Dr. Ines Dahl", "Ines Dahl", ("Dr. Ines Dahl",)),
        ("Ines Dahl", "ines dahl", ()),  # the same name
        ("Bush", "President Bush", ()),  # there are many
        ("Ines Dahl", "Mayor Tom Dahl", ()),
    ],
)
def test_a_new_name_that_differs_from_a_speakers_only_in_a_title_is_told(add, known, typed, namesakes):
    add("Rents fell by a third", claimant=known)
    assert add("The harbour was closed in May", claimant=typed).namesakes == namesakes
    assert add("Buses run to Ely", claimant=typed).namesakes == ()


def test_an_unknown_claimant_is_filled_in_and_a_known_one_is_kept(add, desk):
    add("Prices fell.")
    add("Prices fell.", **ADA)
    assert claims.get(desk, 1).claimant == "Ada Miller"
    add("Something else", attach_to=1, **BEN)
    assert claims.get(desk, 1).claimant == "Ada Miller"


INVALID = [
    {"text": " "},
    {"notes": ("Asked.", "  ")},
    {"tags": ("prices", "")},
    {"text": "x" * 10_001},
    {"text": "Date\tWho\tClaim\n1 May\tAda Miller\tRents rose."},  # a table that was pasted
    {"claimed_on": "2024-02-30"},
    {"links": (("javascript:alert(1)", Stance.CONTEXT),)},
    {"claimant": "x" * 301},
    {"tags": ("x" * 101,)},
    {"notes": ("x" * 100_001,)},
]


@each_row("values", INVALID)
def test_a_claim_with_an_invalid_value_is_refused_and_nothing_is_filed(add, desk, values):
    with pytest.raises(InvalidValue):
        add(**{"text": "Prices fell.", **values})
    assert desk.table("history").count == 0


LONGEST_ALLOWED = {
    "text": "x" * 10_000,
    "claimant": "y" * 300,
    "tags": ("z" * 100,),
    "notes": ("n" * 100_000,),
}


def test_the_longest_allowed_values_are_accepted_by_the_database(add, desk):
    add(**LONGEST_ALLOWED)
    assert len(claims.get(desk, 1).text) == 10_000


# ── several people at once ──────────────────────────────────────────────────────────────────────

FILER = """
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim

db = open_desk(path)
together.wait(60)
for number in range(20):
    add_claim(db, NewClaim(f"Prices fell by {number} percent.", source="https://a.example"), actor=name)
"""


def test_people_who_add_the_same_words_at_once_create_one_claim(desk, desk_path):
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
    assert [desk.table(name).count for name in ("claims", "appearances")] == [20, 20]


def test_a_claim_added_between_lookup_and_write_lock_is_recognised(desk, monkeypatch):
    """Another write is simulated in the moment between lookup and lock."""
    from claimtrack.workflow.matching import matching

    look_up = matching.look_up

    def look_up_then_another_files(db, statement, **options):
        matches = look_up(db, statement, **options)
        with write_transaction(db, "ben"):
            claims.add(db, "PRICES FELL")
        return matches

    monkeypatch.setattr(matching, "look_up", look_up_then_another_files)
    added = add_claim(desk, NewClaim("Prices fell."), actor="ada")
    assert (added.is_new, desk.table("claims").count) == (False, 1)


def test_changes_made_during_the_lookup_are_not_part_of_adding_the_claim(desk, add, monkeypatch):
    """Undoing on the page of the desk covers exactly the returned range of history."""
    first = add(CLAIM)
    look_up = matching.look_up

    def look_up_after_note(db, statement):
        add_note(db, first.claim_id, "Ask the office.", actor="ada")
        return look_up(db, statement)

    monkeypatch.setattr(matching, "look_up", look_up_after_note)
    after, until = add("Wages rose by a tenth.").written
    assert until == history.last_change_id(desk)
    assert [table for (table,) in desk.execute("select table_name from history where id > ?", [after])] == [
        "claims"
    ]
