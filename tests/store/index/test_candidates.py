import sqlite3
import time
from contextlib import closing
from threading import Thread

import pytest
from sqlite_utils import Database

from claimtrack.core.match.reading.indexing import query_terms
from claimtrack.core.match.words.terms import stem
from claimtrack.core.model import Statement, Suggestion
from claimtrack.store.file.connecting import prepare
from claimtrack.store.index import lookups, postings, unindexed
from claimtrack.store.index.candidates import find_candidates
from claimtrack.store.index.derived import find_index_damage
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.index.pairs import MAX_CONFLICTS, find_pairs
from claimtrack.store.index.postings import compact, index_pending, pending_count
from claimtrack.store.index.query_expansion import weigh_terms
from claimtrack.store.index.spelling import correct_spelling
from claimtrack.store.index.vocabulary import Vocabulary

TRAM = "The city of Ravensby spent 1.5 billion dollars on its new tram line."
BEES = "Pesticides have killed half of all the honey bees in Norrland since 2010."

YEARLY = "The state budget had a deficit in the year {}, the treasury reported on Monday."


@pytest.fixture
def desk(desk):
    return desk.conn


def add(conn, *texts):
    return [conn.execute("insert into claims (text) values (?)", [text]).lastrowid for text in texts]


def matcher(conn, nearness=None):
    return DeskMatcher.of(Database(conn), nearness)


def ids(conn, text, **options):
    return [claim_id for claim_id, _ in matcher(conn).find(Statement(text), **options)]


@pytest.mark.parametrize("indexed", [False, True])
def test_a_claim_is_found_by_a_rewording_before_and_after_it_is_indexed(desk, indexed):
    tram, _ = add(desk, TRAM, BEES)
    if indexed:
        assert index_pending(desk) == 2
        assert pending_count(desk) == 0
    assert ids(desk, "Ravensby's tram line cost $1.5bn")[0] == tram


def test_another_connection_finds_a_claim_right_after_the_commit(desk, desk_path):
    other = sqlite3.connect(desk_path)
    prepare(other)
    (tram,) = add(desk, TRAM)
    assert ids(other, TRAM) == [tram]
    other.close()


def test_another_program_may_write_between_two_batches_of_claims_that_are_indexed(
    desk, desk_path, monkeypatch
):
    write, happened = postings._write, []

    def slowly(*given):
        time.sleep(0.05)
        write(*given)

    def insert():
        with closing(sqlite3.connect(desk_path, timeout=10)) as other:
            prepare(other)
            with other:
                add(other, TRAM)
            happened.append("written")

    add(desk, *(WAITING.format(n, n + 100) for n in range(8)))
    monkeypatch.setattr(postings, "BATCH", 1)
    monkeypatch.setattr(postings, "_write", slowly)
    program = Thread(target=insert)
    program.start()
    assert index_pending(desk, progress=happened.append) in (8, 9)
    program.join()
    assert "written" in happened[:6]


WAITING = "Village {} in Moldova lost {} inhabitants between 2010 and 2020"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param(WAITING.format(640, 740), 641, id="told apart by numbers alone"),
        pytest.param(WAITING.format(640, 740).upper() + ".", 641, id="in capitals, with a full stop"),
        pytest.param(
            WAITING.format(640, 740).replace("inhabitants", "residents"), 641, id="all but one word"
        ),
        pytest.param(
            "Moldova lost inhabitants between 2010 and 2020 in village", 701, id="each word is common"
        ),
        pytest.param(
            '摩尔多瓦 has the village of "Sofia"\0', 702, id="marks that full-text search reads as its own"
        ),
    ],
)
def test_a_repeat_is_found_among_more_waiting_claims_than_are_read(desk, monkeypatch, asked, meant):
    monkeypatch.setattr(unindexed, "_MAX_WORD_CLAIMS", 100)
    add(desk, *(WAITING.format(n, n + 100) for n in range(700)))
    add(
        desk,
        "Moldova lost inhabitants between 2010 and 2020 in village.",
        '摩尔多瓦 has the village of "Sofia"',
    )
    for found in (matcher(desk).find(Statement(asked)), *matcher(desk).find_repeats([Statement(asked)])):
        assert [one for one, told in found if told.suggestion is Suggestion.DUPLICATE] == [meant]
    assert not desk.in_transaction
    assert pending_count(desk) == 702


def test_what_no_waiting_claim_says_is_found_in_none_of_many(desk):
    add(desk, *(WAITING.format(n, n + 100) for n in range(600)))
    assert ids(desk, "Bees are dying") == ids(desk, "…!") == []


@pytest.mark.parametrize("indexed", [False, True])
def test_what_raw_sql_reworded_or_deleted_is_found_as_it_stands(desk, indexed):
    tram, bees = add(desk, TRAM, BEES)
    index_pending(desk)
    desk.execute(
        "update claims set text = 'Nurses in Ravensby may strike over unpaid night shifts' where id = ?",
        [tram],
    )
    desk.execute("delete from claims where id = ?", [bees])
    if indexed:
        index_pending(desk)
    assert ids(desk, "nurses strike over night shifts") == [tram]
    assert bees not in ids(desk, BEES)


def test_a_claim_that_was_indexed_twice_counts_about_as_much_as_before(desk):
    tram, _ = add(desk, TRAM, BEES)
    index_pending(desk)
    [once] = find_candidates(Vocabulary(desk), Statement("The tram line of Ravensby"), 50)
    desk.execute("update claims set text = ? where id = ?", [f"Breaking: {TRAM}", tram])
    index_pending(desk)
    [twice] = find_candidates(Vocabulary(desk), Statement("The tram line of Ravensby"), 50)
    assert twice.claim_id == once.claim_id == tram
    assert twice.retrieval_score == pytest.approx(once.retrieval_score, rel=0.2)


def test_rebuilding_the_index_forgets_old_words_and_answers_the_same(desk):
    tram, bees = add(desk, TRAM, BEES)
    index_pending(desk)
    desk.execute("update claims set text = 'Nurses may strike' where id = ?", [tram])
    index_pending(desk)
    assert compact(desk) == 2
    assert desk.execute("select count(*) from match_terms where term = 'tram'").fetchone() == (0,)
    assert ids(desk, BEES)[0] == bees


def test_a_review_headline_finds_its_claim(desk):
    _, bees = add(desk, TRAM, BEES)
    index_pending(desk)
    publisher = desk.execute("insert into publishers (name) values ('Fact Office')").lastrowid
    desk.execute(
        "insert into reviews (claim_id, publisher_id, origin, headline) values (?, ?, 'imported', ?)",
        [bees, publisher, "Are neonicotinoids wiping out pollinators?"],
    )
    assert ids(desk, "neonicotinoids wipe out our pollinators") == [bees]
    index_pending(desk)
    assert ids(desk, "neonicotinoids wipe out our pollinators") == [bees]


@pytest.mark.parametrize(
    ("asked", "is_told"),
    [
        ("The ferry to Norrland was sold to a bank in secret", True),  # the headline denies it: no conflict
        ("Every bank in the country closed its branches in small towns last year", False),  # a word in common
    ],
)
def test_what_a_review_headline_resembles_is_related_and_says_so(desk, asked, is_told):
    [claim] = add(desk, "They gave it away for nothing and told nobody, says the leader of the opposition.")
    publisher = desk.execute("insert into publishers (name) values ('Fact Office')").lastrowid
    headline = "No, the ferry to Norrland was not sold to a bank in secret"
    desk.execute(
        "insert into reviews (claim_id, publisher_id, origin, headline) values (?, ?, 'imported', ?)",
        [claim, publisher, headline],
    )
    [(_, comparison)] = matcher(desk).find(Statement(asked))
    assert comparison.suggestion is Suggestion.RELATED
    assert (comparison.score >= 0.3) == is_told
    assert (f"like the headline of a review: {headline}" in comparison.reasons) == is_told


def test_a_misspelt_or_run_together_word_finds_its_claim(desk):
    add(desk, *(f"The harbour of Ravensby opened pier number {n}." for n in range(5)))
    (bees,) = add(desk, BEES)
    add(desk, *(f"Honey bees are seen at farm {n} in the honey month" for n in range(5)))
    index_pending(desk)
    assert bees in ids(desk, "pestcides in Norlrand")
    assert ids(desk, "#honeybees Norrland")[0] == bees


@pytest.mark.parametrize("before", [0, 350, 700], ids=["the first that waits", "in their midst", "the last"])
def test_more_waiting_claims_than_are_read_one_by_one_are_still_found(desk, before):
    parishes = [f"Parish {n} repaired its church roof in the year {n}." for n in range(700)]
    add(desk, BEES)
    index_pending(desk)
    desk.execute("begin")
    add(desk, *parishes[:before])
    (tram,) = add(desk, TRAM)
    add(desk, *parishes[before:])
    desk.execute("commit")
    assert pending_count(desk) == 701
    assert ids(desk, "The tram line of Ravensby cost $1.5bn")[0] == tram


@pytest.mark.parametrize(
    "text",
    ["to be or not to be", "a12345", "👍👍", "مرحبا بالعالم", "北京的天气很好", "?!", "שלום עולם לכולם"],
)
@pytest.mark.parametrize("indexed", [False, True])
def test_a_claim_of_any_script_or_none_matches_its_own_repeat(desk, text, indexed):
    add(desk, TRAM)
    (odd,) = add(desk, text)
    if indexed:
        index_pending(desk)
    found = matcher(desk).find(Statement(text))
    assert found[0][0] == odd
    assert found[0][1].suggestion == Suggestion.DUPLICATE


@pytest.mark.parametrize("text", ["", "\0", "the", '"', "a OR b NEAR(", "word " * 200_000])
def test_odd_queries_get_an_answer(desk, text):
    add(desk, TRAM)
    assert isinstance(matcher(desk).find(Statement(text)), list)


def test_a_conflict_keeps_its_place_and_says_what_differs(desk):
    (tram,) = add(desk, TRAM)
    ((claim_id, found),) = matcher(desk).find(Statement(TRAM.replace("1.5", "2.5")))
    assert (claim_id, found.suggestion) == (tram, Suggestion.CONFLICT)
    assert found.differences


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("limit", [1, 5])
def test_an_exact_repeat_comes_first_among_its_look_alikes(desk, limit, indexed):
    """A desk holds the same sentence of many years; all have the same words in common with it."""
    claims = add(desk, *(YEARLY.format(year) for year in range(2001, 2031)))
    if indexed:
        index_pending(desk)
    for claim_id, year in [(claims[0], 2001), (claims[16], 2017), (claims[-1], 2030)]:
        first, comparison = matcher(desk).find(Statement(YEARLY.format(year).upper()), limit)[0]
        assert (first, comparison.suggestion) == (claim_id, Suggestion.DUPLICATE)


def test_a_repeat_that_is_spelt_otherwise_comes_first_among_its_look_alikes(desk):
    claims = add(desk, *(f"Rents in Ostby didn't rise by {n} percent" for n in range(2, 30)))
    index_pending(desk)
    first, comparison = matcher(desk).find(Statement("Rents in Ostby did not rise by seven per cent."), 1)[0]
    assert (first, comparison.suggestion) == (claims[5], Suggestion.DUPLICATE)


def test_a_rewording_is_found_behind_its_look_alikes(desk):
    claims = add(desk, *(YEARLY.format(year) for year in range(2001, 2019)))
    index_pending(desk)
    asked = Statement("The state budget had a deficit in 2018, the treasury reported on Monday")
    for found in (matcher(desk).find(asked), *matcher(desk).find_repeats([asked])):
        assert claims[-1] in [one for one, match in found if match.suggestion is Suggestion.DUPLICATE]


def test_many_look_ups_at_once_find_the_same_claims_as_each_alone(desk, monkeypatch):
    monkeypatch.setattr(lookups, "_BATCH", 3)
    add(desk, TRAM, BEES, *(YEARLY.format(year) for year in range(2001, 2019)))
    index_pending(desk)
    add(desk, f"{BEES} These wait.")
    asked = [Statement(text) for text in (TRAM, YEARLY.format(2007), "Nothing of this is on the desk.", BEES)]
    alone = [found for one in asked for found in matcher(desk).find_repeats([one])]
    assert [len(found) > 0 for found in alone] == [True, True, False, True]
    assert matcher(desk).find_repeats([*asked, *asked]) == [*alone, *alone]
    assert matcher(desk).find_repeats([]) == []


def test_a_look_up_whose_terms_are_not_held_finds_the_same_claims(desk):
    add(desk, TRAM, BEES)
    index_pending(desk)
    holding = matcher(desk)
    holding.vocabulary.hold(query_terms(Statement(TRAM)))
    for text in (TRAM, BEES):
        assert holding.find(Statement(text)) == matcher(desk).find(Statement(text))


def test_excluded_claims_and_the_limit_are_kept_to(desk):
    found = add(desk, *(f"{TRAM} Part {n}" for n in range(10)))
    assert found[3] not in ids(desk, TRAM, exclude={found[3]}, limit=20)
    assert len(ids(desk, TRAM, limit=4)) == 4
    assert len(find_candidates(Vocabulary(desk), Statement(TRAM), 7)) == 7


def test_claim_ids_far_apart_are_found(desk):
    desk.execute("insert into claims (id, text) values (?, ?)", [10**12, TRAM])
    desk.execute("insert into claims (id, text) values (?, ?)", [70_000, BEES])
    index_pending(desk)
    assert ids(desk, TRAM) == [10**12]
    assert ids(desk, BEES) == [70_000]


def test_pairs_are_found_over_the_whole_desk_or_for_some_of_its_claims(desk):
    first, second, third = add(desk, BEES, TRAM, BEES.replace("half of all the", "half of the"))
    index_pending(desk)
    [batch] = find_pairs(matcher(desk), [first, second, third])
    [pair] = batch.found
    assert (pair.left_id, pair.right_id) == (first, third)
    assert pair.comparison.suggestion == Suggestion.DUPLICATE
    assert list(batch.texts) == [first, second, third]
    assert [b.found for b in find_pairs(matcher(desk), [first])] == [[pair]]
    assert [b.found for b in find_pairs(matcher(desk), [second])] == [[]]


@pytest.mark.parametrize("text", ["To be or not to be", "疫苗", "💉", "A42", "Fraud!"])
def test_claims_with_hardly_a_word_are_paired_with_their_exact_repeats(desk, text):
    first, _, third = add(desk, text, TRAM, text)
    index_pending(desk)
    found = [pair for batch in find_pairs(matcher(desk), [third]) for pair in batch.found]
    assert [(p.left_id, p.right_id, p.comparison.score) for p in found] == [(first, third, 1.0)]


WEEKLY = "The harbour of Ravensby handled {} containers of frozen fish in the last week of March"


def test_of_many_conflicts_a_claim_keeps_those_most_like_it_and_the_rest_is_counted(desk):
    known = add(desk, *(WEEKLY.format(number) for number in range(1200, 2000, 100)))
    other_words, newest = add(
        desk,
        "In March the harbour of Ravensby handled 1950 containers with frozen fish in its last week",
        WEEKLY.format(2050),
    )
    index_pending(desk)
    [batch] = find_pairs(matcher(desk), [newest])
    partners = [pair.left_id for pair in batch.found]
    assert len(partners) == MAX_CONFLICTS
    assert set(partners) < set(known), "those in the same order, before the one in another"
    assert batch.not_kept == len(known) + 1 - MAX_CONFLICTS
    assert other_words not in partners


def test_a_repeat_is_found_behind_whatever_number_of_conflicts(desk):
    repeated = add(
        desk, "In the last week of March the harbour of Ravensby handled 2050 containers of frozen fish"
    )
    add(desk, *(WEEKLY.format(number) for number in range(1200, 2000, 100)))
    [newest] = add(desk, WEEKLY.format(2050))
    index_pending(desk)
    [batch] = find_pairs(matcher(desk), [newest])
    assert [p.left_id for p in batch.found if p.comparison.suggestion is Suggestion.DUPLICATE] == repeated
    assert len(batch.found) == MAX_CONFLICTS + 1


def test_no_claim_has_no_pair(desk):
    assert [b.found for b in find_pairs(matcher(desk), [])] == []
    add(desk, BEES)
    assert [b.found for b in find_pairs(matcher(desk), [1])] == [[]]


def test_a_claim_reworded_and_indexed_twice_is_paired_as_it_stands(desk):
    first, second = add(desk, BEES, TRAM)
    index_pending(desk)
    desk.execute("update claims set text = ? where id = ?", [BEES, second])
    index_pending(desk)
    found = [pair for batch in find_pairs(matcher(desk), [first, second]) for pair in batch.found]
    assert [(p.left_id, p.right_id) for p in found] == [(first, second)]


@pytest.mark.parametrize(
    ("asked", "claim"),
    [
        ("Physicians in Norrland say so", "A doctor in Norrland was fined over a prescription."),
        ("the climbers of Mount Ravensby", "Nobody may climb Mount Ravensby in winter."),
    ],
    ids=["a word in its place", "a form of a word"],
)
def test_a_claim_is_found_by_words_akin_to_its_own(desk, asked, claim):
    (meant,) = add(desk, claim)
    add(desk, "A baker in Norrland was fined over a loaf.", "Mount Ravensby was sold to a bank in spring.")
    index_pending(desk)
    assert ids(desk, asked)[0] == meant


def test_a_name_says_more_about_which_claim_is_meant_than_another_word_as_rare(desk):
    add(desk, *(f"The mayor Karlsson opened pier {n} and praised the dredger." for n in range(4)))
    index_pending(desk)
    counts = weigh_terms(Vocabulary(desk), dict.fromkeys(map(stem, ("karlsson", "dredger", "believe")), 1.0))
    assert counts[stem("karlsson")] > 1 > counts[stem("dredger")] > counts[stem("believe")]


@pytest.mark.parametrize(
    "asked",
    [
        "Bees in Norrland are dying #SaveTheHoneyBees pic.twitter.com/x1 — Ann Lee (@annlee) May 5, 2020",
        "Ravensby's #TramLine cost $1.5bn, see www.example.com/a https://t.co/abc",
    ],
)
def test_a_post_in_capitals_finds_the_claims_that_it_finds_in_small_letters(desk, asked):
    add(desk, TRAM, BEES, *(f"Honey bees and tram riders of parish {n} like the line." for n in range(5)))
    index_pending(desk)
    assert ids(desk, asked.upper())[:2] == ids(desk, asked)[:2] == ids(desk, asked.lower())[:2]


def test_a_tag_of_several_words_is_read_as_those_words(desk):
    add(desk, *(f"The harbour of Ravensby opened pier number {n} for cargo." for n in range(5)))
    index_pending(desk)
    assert ids(desk, "#RAVENSBYHARBOURCARGO")
    assert correct_spelling(
        Vocabulary(desk), "#ravensbyandharbour", {stem("ravensbyandharbour"): 1.0}
    ).keys() == {
        stem("ravensby"),
        stem("harbour"),
    }


class Near:
    """Tells these cosines, whatever it is asked."""

    near = 0.5

    def __init__(self, cosines):
        self._cosines = cosines

    def to(self, *_):
        return self._cosines


@pytest.mark.parametrize("limit", [1, 5])
def test_what_is_worded_alike_but_for_a_word_is_not_put_behind_what_is_only_about_the_new_word(desk, limit):
    alike, about = add(
        desk,
        "The World Health Organization declared mpox a global health emergency in August 2024",
        "Measles cases in Europe increased thirtyfold in 2023",
    )
    asked = Statement(
        "The World Health Organization declared measles a global health emergency in August 2024"
    )
    found = matcher(desk, Near({alike: 0.55, about: 0.7})).find(asked, limit)
    assert [claim_id for claim_id, _ in found] == [alike, about][:limit]
    assert found[0][1].suggestion is Suggestion.CONFLICT


def test_a_rewording_near_in_meaning_stands_before_what_only_shares_a_word(desk):
    shares, means = add(desk, "A nurse in Ravensby was fined over a tram ticket.", BEES)
    found = matcher(desk, Near({shares: 0.1, means: 0.9})).find(Statement("Ravensby built a costly new tram"))
    assert [claim_id for claim_id, _ in found] == [means, shares]


OLDER = {
    "Forwarded many times: they did it again": ["forward", "mani", "tim", "again"],
    "FWD: the water in Orsk will be cut off on Friday 🚨": ["fwd", "water", "orsk", "cut", "off", "fridai"],
    "To be or not to be 🙏": ["not", "=bc60e7589fe0ab36"],
}
"""Claims, and the terms by which version 0.4.0 kept them."""


@pytest.mark.parametrize("text", OLDER)
def test_what_an_older_version_indexed_with_its_decoration_is_found_and_no_damage(desk, monkeypatch, text):
    claims = add(desk, *OLDER)
    with monkeypatch.context() as older:
        older.setattr(postings, "index_terms", OLDER.__getitem__)
        index_pending(desk)
    assert find_index_damage(Database(desk)) is None
    assert ids(desk, text)[0] == claims[[*OLDER].index(text)]
    bare = text.removeprefix("Forwarded many times: ").removeprefix("FWD: ").rstrip(" 🚨🙏")
    assert ids(desk, bare)[0] == claims[[*OLDER].index(text)]
