"""Looking up similar claims and pairs in the match index, for claims that are indexed and claims still waiting."""

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


def load_matcher(conn, nearness=None):
    return DeskMatcher.of(Database(conn), nearness)


def matching_ids(conn, text, **options):
    return [claim_id for claim_id, _ in load_matcher(conn).find(Statement(text), **options)]


@pytest.mark.parametrize("indexed", [False, True])
def test_a_rewording_finds_its_claim_before_and_after_indexing(desk, indexed):
    tram, _ = add(desk, TRAM, BEES)
    if indexed:
        assert index_pending(desk) == 2
        assert pending_count(desk) == 0
    assert matching_ids(desk, "Ravensby's tram line cost $1.5bn")[0] == tram


def test_another_connection_finds_a_claim_right_after_it_is_added(desk, desk_path):
    other = sqlite3.connect(desk_path)
    prepare(other)
    (tram,) = add(desk, TRAM)
    assert matching_ids(other, TRAM) == [tram]
    other.close()


def test_another_program_can_write_between_two_indexing_batches(desk, desk_path, monkeypatch):
    write, events = postings._write, []

    def write_slowly(*arguments):
        time.sleep(0.05)
        write(*arguments)

    def insert_claim():
        with closing(sqlite3.connect(desk_path, timeout=10)) as other:
            prepare(other)
            with other:
                add(other, TRAM)
            events.append("written")

    add(desk, *(WAITING.format(n, n + 100) for n in range(8)))
    monkeypatch.setattr(postings, "BATCH", 1)
    monkeypatch.setattr(postings, "_write", write_slowly)
    program = Thread(target=insert_claim)
    program.start()
    assert index_pending(desk, progress=events.append) in (8, 9)
    program.join()
    assert "written" in events[:6]


WAITING = "Village {} in Moldova lost {} inhabitants between 2010 and 2020"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(WAITING.format(640, 740), 641, id="differs from others by its numbers alone"),
        pytest.param(WAITING.format(640, 740).upper() + ".", 641, id="in capitals, with a full stop"),
        pytest.param(
            WAITING.format(640, 740).replace("inhabitants", "residents"), 641, id="one word replaced"
        ),
        pytest.param(
            "Moldova lost inhabitants between 2010 and 2020 in village", 701, id="common words only"
        ),
        pytest.param(
            '摩尔多瓦 has the village of "Sofia"\0', 702, id="characters with a meaning in full-text queries"
        ),
    ],
)
def test_a_repeat_is_found_among_more_waiting_claims_than_the_limit(desk, monkeypatch, query, expected):
    monkeypatch.setattr(unindexed, "_MAX_WORD_CLAIMS", 100)
    add(desk, *(WAITING.format(n, n + 100) for n in range(700)))
    add(
        desk,
        "Moldova lost inhabitants between 2010 and 2020 in village.",
        '摩尔多瓦 has the village of "Sofia"',
    )
    matcher = load_matcher(desk)
    for found in (matcher.find(Statement(query)), *matcher.find_repeats([Statement(query)])):
        assert [
            claim_id for claim_id, comparison in found if comparison.suggestion is Suggestion.DUPLICATE
        ] == [expected]
    assert not desk.in_transaction
    assert pending_count(desk) == 702


def test_an_unrelated_query_matches_none_of_many_waiting_claims(desk):
    add(desk, *(WAITING.format(n, n + 100) for n in range(600)))
    assert matching_ids(desk, "Bees are dying") == matching_ids(desk, "…!") == []


@pytest.mark.parametrize("indexed", [False, True])
def test_claims_changed_or_deleted_by_raw_sql_are_found_as_they_are_now(desk, indexed):
    tram, bees = add(desk, TRAM, BEES)
    index_pending(desk)
    desk.execute(
        "update claims set text = 'Nurses in Ravensby may strike over unpaid night shifts' where id = ?",
        [tram],
    )
    desk.execute("delete from claims where id = ?", [bees])
    if indexed:
        index_pending(desk)
    assert matching_ids(desk, "nurses strike over night shifts") == [tram]
    assert bees not in matching_ids(desk, BEES)


def test_a_claim_indexed_twice_keeps_about_the_same_retrieval_score(desk):
    tram, _ = add(desk, TRAM, BEES)
    index_pending(desk)
    [once] = find_candidates(Vocabulary(desk), Statement("The tram line of Ravensby"), 50)
    desk.execute("update claims set text = ? where id = ?", [f"Breaking: {TRAM}", tram])
    index_pending(desk)
    [twice] = find_candidates(Vocabulary(desk), Statement("The tram line of Ravensby"), 50)
    assert twice.claim_id == once.claim_id == tram
    assert twice.retrieval_score == pytest.approx(once.retrieval_score, rel=0.2)


def test_compacting_the_index_drops_outdated_words_but_keeps_matches(desk):
    tram, bees = add(desk, TRAM, BEES)
    index_pending(desk)
    desk.execute("update claims set text = 'Nurses may strike' where id = ?", [tram])
    index_pending(desk)
    assert compact(desk) == 2
    assert desk.execute("select count(*) from match_terms where term = 'tram'").fetchone() == (0,)
    assert matching_ids(desk, BEES)[0] == bees


def test_a_claim_is_found_by_the_headline_of_its_review(desk):
    _, bees = add(desk, TRAM, BEES)
    index_pending(desk)
    publisher = desk.execute("insert into publishers (name) values ('Fact Office')").lastrowid
    desk.execute(
        "insert into reviews (claim_id, publisher_id, origin, headline) values (?, ?, 'imported', ?)",
        [bees, publisher, "Are neonicotinoids wiping out pollinators?"],
    )
    assert matching_ids(desk, "neonicotinoids wipe out our pollinators") == [bees]
    index_pending(desk)
    assert matching_ids(desk, "neonicotinoids wipe out our pollinators") == [bees]


@pytest.mark.parametrize(
    ("query", "is_reported"),
    [
        (
            "The ferry to Norrland was sold to a bank in secret",
            True,
        ),  # denied by the headline, which is not a conflict
        (
            "Every bank in the country closed its branches in small towns last year",
            False,
        ),  # only one word in common
    ],
)
def test_a_query_like_a_review_headline_is_related_and_names_the_headline(desk, query, is_reported):
    [claim] = add(desk, "They gave it away for nothing and told nobody, says the leader of the opposition.")
    publisher = desk.execute("insert into publishers (name) values ('Fact Office')").lastrowid
    headline = "No, the ferry to Norrland was not sold to a bank in secret"
    desk.execute(
        "insert into reviews (claim_id, publisher_id, origin, headline) values (?, ?, 'imported', ?)",
        [claim, publisher, headline],
    )
    [(_, comparison)] = load_matcher(desk).find(Statement(query))
    assert comparison.suggestion is Suggestion.RELATED
    assert (comparison.score >= 0.3) == is_reported
    assert (f"like the headline of a review: {headline}" in comparison.reasons) == is_reported


def test_misspelt_and_run_together_words_find_their_claim(desk):
    add(desk, *(f"The harbour of Ravensby opened pier number {n}." for n in range(5)))
    (bees,) = add(desk, BEES)
    add(desk, *(f"Honey bees are seen at farm {n} in the honey month" for n in range(5)))
    index_pending(desk)
    assert bees in matching_ids(desk, "pestcides in Norlrand")
    assert matching_ids(desk, "#honeybees Norrland")[0] == bees


@pytest.mark.parametrize("before", [0, 350, 700], ids=["first in the queue", "in the middle", "last"])
def test_a_claim_is_found_anywhere_in_a_long_queue_of_waiting_claims(desk, before):
    parishes = [f"Parish {n} repaired its church roof in the year {n}." for n in range(700)]
    add(desk, BEES)
    index_pending(desk)
    desk.execute("begin")
    add(desk, *parishes[:before])
    (tram,) = add(desk, TRAM)
    add(desk, *parishes[before:])
    desk.execute("commit")
    assert pending_count(desk) == 701
    assert matching_ids(desk, "The tram line of Ravensby cost $1.5bn")[0] == tram


@pytest.mark.parametrize(
    "text",
    ["to be or not to be", "a12345", "👍👍", "مرحبا بالعالم", "北京的天气很好", "?!", "שלום עולם לכולם"],
)
@pytest.mark.parametrize("indexed", [False, True])
def test_a_claim_in_any_script_or_without_letters_matches_its_repeat(desk, text, indexed):
    add(desk, TRAM)
    (odd,) = add(desk, text)
    if indexed:
        index_pending(desk)
    found = load_matcher(desk).find(Statement(text))
    assert found[0][0] == odd
    assert found[0][1].suggestion == Suggestion.DUPLICATE


@pytest.mark.parametrize("text", ["", "\0", "the", '"', "a OR b NEAR(", "word " * 200_000])
def test_an_odd_query_does_not_fail(desk, text):
    add(desk, TRAM)
    assert isinstance(load_matcher(desk).find(Statement(text)), list)


def test_a_conflict_is_found_and_says_what_differs(desk):
    (tram,) = add(desk, TRAM)
    ((claim_id, comparison),) = load_matcher(desk).find(Statement(TRAM.replace("1.5", "2.5")))
    assert (claim_id, comparison.suggestion) == (tram, Suggestion.CONFLICT)
    assert comparison.differences


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("limit", [1, 5])
def test_an_exact_repeat_ranks_first_among_similar_claims(desk, limit, indexed):
    """The same sentence for many years: all have the same words in common with the query."""
    claims = add(desk, *(YEARLY.format(year) for year in range(2001, 2031)))
    if indexed:
        index_pending(desk)
    for claim_id, year in [(claims[0], 2001), (claims[16], 2017), (claims[-1], 2030)]:
        first, comparison = load_matcher(desk).find(Statement(YEARLY.format(year).upper()), limit)[0]
        assert (first, comparison.suggestion) == (claim_id, Suggestion.DUPLICATE)


def test_a_repeat_with_another_spelling_ranks_first_among_similar_claims(desk):
    claims = add(desk, *(f"Rents in Ostby didn't rise by {n} percent" for n in range(2, 30)))
    index_pending(desk)
    first, comparison = load_matcher(desk).find(
        Statement("Rents in Ostby did not rise by seven per cent."), 1
    )[0]
    assert (first, comparison.suggestion) == (claims[5], Suggestion.DUPLICATE)


def test_a_rewording_is_found_among_many_similar_claims(desk):
    claims = add(desk, *(YEARLY.format(year) for year in range(2001, 2019)))
    index_pending(desk)
    query = Statement("The state budget had a deficit in 2018, the treasury reported on Monday")
    matcher = load_matcher(desk)
    for found in (matcher.find(query), *matcher.find_repeats([query])):
        assert claims[-1] in [
            claim_id for claim_id, match in found if match.suggestion is Suggestion.DUPLICATE
        ]


def test_a_batch_of_lookups_finds_the_same_claims_as_single_lookups(desk, monkeypatch):
    monkeypatch.setattr(lookups, "_BATCH", 3)
    add(desk, TRAM, BEES, *(YEARLY.format(year) for year in range(2001, 2019)))
    index_pending(desk)
    add(desk, f"{BEES} These wait.")
    queries = [
        Statement(text) for text in (TRAM, YEARLY.format(2007), "Nothing of this is on the desk.", BEES)
    ]
    singly = [found for query in queries for found in load_matcher(desk).find_repeats([query])]
    assert [len(found) > 0 for found in singly] == [True, True, False, True]
    assert load_matcher(desk).find_repeats([*queries, *queries]) == [*singly, *singly]
    assert load_matcher(desk).find_repeats([]) == []


def test_a_lookup_finds_the_same_claims_with_and_without_cached_terms(desk):
    add(desk, TRAM, BEES)
    index_pending(desk)
    caching = load_matcher(desk)
    caching.vocabulary.hold(query_terms(Statement(TRAM)))
    for text in (TRAM, BEES):
        assert caching.find(Statement(text)) == load_matcher(desk).find(Statement(text))


def test_a_lookup_respects_excluded_claims_and_the_limit(desk):
    claims = add(desk, *(f"{TRAM} Part {n}" for n in range(10)))
    assert claims[3] not in matching_ids(desk, TRAM, exclude={claims[3]}, limit=20)
    assert len(matching_ids(desk, TRAM, limit=4)) == 4
    assert len(find_candidates(Vocabulary(desk), Statement(TRAM), 7)) == 7


def test_claims_whose_ids_are_far_apart_are_found(desk):
    desk.execute("insert into claims (id, text) values (?, ?)", [10**12, TRAM])
    desk.execute("insert into claims (id, text) values (?, ?)", [70_000, BEES])
    index_pending(desk)
    assert matching_ids(desk, TRAM) == [10**12]
    assert matching_ids(desk, BEES) == [70_000]


def test_pairs_are_found_for_all_claims_or_for_selected_ones(desk):
    first, second, third = add(desk, BEES, TRAM, BEES.replace("half of all the", "half of the"))
    index_pending(desk)
    [batch] = find_pairs(load_matcher(desk), [first, second, third])
    [pair] = batch.found
    assert (pair.left_id, pair.right_id) == (first, third)
    assert pair.comparison.suggestion == Suggestion.DUPLICATE
    assert list(batch.texts) == [first, second, third]
    assert [b.found for b in find_pairs(load_matcher(desk), [first])] == [[pair]]
    assert [b.found for b in find_pairs(load_matcher(desk), [second])] == [[]]


@pytest.mark.parametrize("text", ["To be or not to be", "疫苗", "💉", "A42", "Fraud!"])
def test_claims_of_hardly_any_words_are_paired_with_their_exact_repeats(desk, text):
    first, _, third = add(desk, text, TRAM, text)
    index_pending(desk)
    found = [pair for batch in find_pairs(load_matcher(desk), [third]) for pair in batch.found]
    assert [(p.left_id, p.right_id, p.comparison.score) for p in found] == [(first, third, 1.0)]


WEEKLY = "The harbour of Ravensby handled {} containers of frozen fish in the last week of March"


def test_a_claim_keeps_its_most_similar_conflicts_and_counts_the_rest(desk):
    known = add(desk, *(WEEKLY.format(number) for number in range(1200, 2000, 100)))
    reordered, newest = add(
        desk,
        "In March the harbour of Ravensby handled 1950 containers with frozen fish in its last week",
        WEEKLY.format(2050),
    )
    index_pending(desk)
    [batch] = find_pairs(load_matcher(desk), [newest])
    partners = [pair.left_id for pair in batch.found]
    assert len(partners) == MAX_CONFLICTS
    assert set(partners) < set(known), "claims with the same word order rank before the one with another"
    assert batch.not_kept == len(known) + 1 - MAX_CONFLICTS
    assert reordered not in partners


def test_stopping_at_the_first_difference_changes_no_pair(desk, monkeypatch):
    first, last = "Ana Piet Noor Mara".split(), "Okafor Marsh Weiss Brandt Keller".split()
    names = [f"{one} {other}" for one in first for other in last]
    towns = "Skive Holt Estrup Lundby Kolvik".split()
    said = [
        "{name} voted against the tax bill {n} times in {year}",
        "{name} received {n}000 euros in donations from companies in {town}",
        "Unemployment in {town} rose by {n} percent in {year} according to {name}",
    ]
    ids = add(
        desk,
        *(
            one.format(name=name, n=37 * n % 101, year=1990 + n, town=towns[n % 5])
            for n, name in enumerate(names)
            for one in said
        ),
    )
    index_pending(desk)
    stops = []

    def find(is_refuted):
        monkeypatch.setattr(DeskMatcher, "is_refuted_plainly", is_refuted)
        [batch] = find_pairs(load_matcher(desk), ids)
        return batch

    ask = DeskMatcher.is_refuted_plainly
    quick = find(lambda *given: stops.append(ask(*given)) or stops[-1])
    assert any(stops)
    assert quick.found == find(lambda *_: False).found
    assert quick.found


def test_a_repeat_is_paired_even_with_more_conflicts_than_the_limit(desk):
    original = add(
        desk, "In the last week of March the harbour of Ravensby handled 2050 containers of frozen fish"
    )
    add(desk, *(WEEKLY.format(number) for number in range(1200, 2000, 100)))
    [newest] = add(desk, WEEKLY.format(2050))
    index_pending(desk)
    [batch] = find_pairs(load_matcher(desk), [newest])
    assert [p.left_id for p in batch.found if p.comparison.suggestion is Suggestion.DUPLICATE] == original
    assert len(batch.found) == MAX_CONFLICTS + 1


def test_no_claims_or_a_single_claim_have_no_pairs(desk):
    assert [b.found for b in find_pairs(load_matcher(desk), [])] == []
    add(desk, BEES)
    assert [b.found for b in find_pairs(load_matcher(desk), [1])] == [[]]


def test_a_reworded_claim_is_paired_by_its_current_text_only_once(desk):
    first, second = add(desk, BEES, TRAM)
    index_pending(desk)
    desk.execute("update claims set text = ? where id = ?", [BEES, second])
    index_pending(desk)
    found = [pair for batch in find_pairs(load_matcher(desk), [first, second]) for pair in batch.found]
    assert [(p.left_id, p.right_id) for p in found] == [(first, second)]


@pytest.mark.parametrize(
    ("query", "claim"),
    [
        ("Physicians in Norrland say so", "A doctor in Norrland was fined over a prescription."),
        ("the climbers of Mount Ravensby", "Nobody may climb Mount Ravensby in winter."),
    ],
    ids=["a synonym", "a related word form"],
)
def test_a_claim_is_found_by_synonyms_and_related_word_forms(desk, query, claim):
    (expected,) = add(desk, claim)
    add(desk, "A baker in Norrland was fined over a loaf.", "Mount Ravensby was sold to a bank in spring.")
    index_pending(desk)
    assert matching_ids(desk, query)[0] == expected


def test_a_name_weighs_more_than_other_equally_rare_words(desk):
    add(desk, *(f"The mayor Karlsson opened pier {n} and praised the dredger." for n in range(4)))
    index_pending(desk)
    weights = weigh_terms(Vocabulary(desk), dict.fromkeys(map(stem, ("karlsson", "dredger", "believe")), 1.0))
    assert weights[stem("karlsson")] > 1 > weights[stem("dredger")] > weights[stem("believe")]


@pytest.mark.parametrize(
    "query",
    [
        "Bees in Norrland are dying #SaveTheHoneyBees pic.twitter.com/x1 — Ann Lee (@annlee) May 5, 2020",
        "Ravensby's #TramLine cost $1.5bn, see www.example.com/a https://t.co/abc",
    ],
)
def test_a_post_finds_the_same_claims_in_upper_and_lower_case(desk, query):
    add(desk, TRAM, BEES, *(f"Honey bees and tram riders of parish {n} like the line." for n in range(5)))
    index_pending(desk)
    assert (
        matching_ids(desk, query.upper())[:2]
        == matching_ids(desk, query)[:2]
        == matching_ids(desk, query.lower())[:2]
    )


def test_a_hashtag_of_several_words_is_split_into_them(desk):
    add(desk, *(f"The harbour of Ravensby opened pier number {n} for cargo." for n in range(5)))
    index_pending(desk)
    assert matching_ids(desk, "#RAVENSBYHARBOURCARGO")
    assert correct_spelling(
        Vocabulary(desk), "#ravensbyandharbour", {stem("ravensbyandharbour"): 1.0}
    ).keys() == {
        stem("ravensby"),
        stem("harbour"),
    }


class FixedNearness:
    """Returns the given cosines for any query."""

    near = 0.5

    def __init__(self, cosines):
        self._cosines = cosines

    def to(self, *_):
        return self._cosines


@pytest.mark.parametrize("limit", [1, 5])
def test_a_claim_that_differs_by_one_word_ranks_before_one_about_that_word(desk, limit):
    same_wording, same_topic = add(
        desk,
        "The World Health Organization declared mpox a global health emergency in August 2024",
        "Measles cases in Europe increased thirtyfold in 2023",
    )
    query = Statement(
        "The World Health Organization declared measles a global health emergency in August 2024"
    )
    nearness = FixedNearness({same_wording: 0.55, same_topic: 0.7})
    found = load_matcher(desk, nearness).find(query, limit)
    assert [claim_id for claim_id, _ in found] == [same_wording, same_topic][:limit]
    assert found[0][1].suggestion is Suggestion.CONFLICT


def test_a_rewording_close_in_meaning_ranks_before_a_claim_that_shares_a_word(desk):
    same_word, same_meaning = add(desk, "A nurse in Ravensby was fined over a tram ticket.", BEES)
    nearness = FixedNearness({same_word: 0.1, same_meaning: 0.9})
    found = load_matcher(desk, nearness).find(Statement("Ravensby built a costly new tram"))
    assert [claim_id for claim_id, _ in found] == [same_meaning, same_word]


INDEXED_BY_0_4_0 = {
    "Forwarded many times: they did it again": ["forward", "mani", "tim", "again"],
    "FWD: the water in Orsk will be cut off on Friday 🚨": ["fwd", "water", "orsk", "cut", "off", "fridai"],
    "To be or not to be 🙏": ["not", "=bc60e7589fe0ab36"],
}
"""Claims, and the terms under which version 0.4.0 indexed them."""


@pytest.mark.parametrize("text", INDEXED_BY_0_4_0)
def test_claims_that_an_older_version_indexed_with_decoration_are_still_found(desk, monkeypatch, text):
    claims = add(desk, *INDEXED_BY_0_4_0)
    with monkeypatch.context() as older:
        older.setattr(postings, "index_terms", INDEXED_BY_0_4_0.__getitem__)
        index_pending(desk)
    assert find_index_damage(Database(desk)) is None
    assert matching_ids(desk, text)[0] == claims[[*INDEXED_BY_0_4_0].index(text)]
    bare = text.removeprefix("Forwarded many times: ").removeprefix("FWD: ").rstrip(" 🚨🙏")
    assert matching_ids(desk, bare)[0] == claims[[*INDEXED_BY_0_4_0].index(text)]
