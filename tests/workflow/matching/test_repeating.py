"""Exact repeats: of many statements at once, and of words such as "this year" said in different years."""

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, OnDuplicate, Statement, Status, Suggestion
from claimtrack.store import appearances, claimants, claims
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.matching import concurrent_additions, matching, repeating
from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions


def test_exact_matches_of_many_statements_equal_those_of_each_alone(desk):
    ada = claimants.get_or_add(desk, "Ada Fenn")
    claims.add(desk, "The port lost 400 jobs.", claimant_id=ada)
    claims.add(desk, "The port lost 400 jobs.")
    claims.add(desk, "No.", claimant_id=ada)
    texts_and_speakers = [
        ("The port lost 400 jobs.", "Ada Fenn"),
        ("The port lost 400 jobs.", "Bo Lund"),
        ("The port lost 500 jobs.", "Ada Fenn"),
        ("No.", "Ada Fenn"),
        ("The  port lost 400 jobs.", None),
    ]
    queries = [(Statement(*pair), ()) for pair in texts_and_speakers]
    assert repeating.exact_matches(desk, queries) == [1, 2, None, None, 1]
    assert [repeating.exact_match(desk, *query) for query in queries] == [1, 2, None, None, 1]
    assert repeating.exact_matches(desk, []) == []


THEN, SOON, LATER = "2019-05-24", "2019-11-02", "2022-07-07"
# Words said first on THEN, the day they are repeated, and whether that makes another claim.
REPEATED_LATER = [
    ("Burglaries on the islands fell by a third last year", LATER, True),
    ("Half of the ferries are out of service today", LATER, True),
    ("The harbour is closed now", LATER, True),
    ("Burglaries on the islands fell by a third last year", SOON, False),
    ("Burglaries on the islands fell by a third last year", None, False),
    ("Burglaries on the islands fell by a third in 2018", LATER, False),
    ("The harbour has been closed since the storm", LATER, False),
]


@pytest.mark.parametrize(("words", "day", "is_new"), REPEATED_LATER)
def test_the_same_words_about_the_present_are_another_claim_years_later(desk, words, day, is_new):
    first = NewClaim(words, "Ada Fenn", "https://one.example/1", THEN)
    again = NewClaim(words, "Ada Fenn", "https://two.example/2", day)
    add_claim(desk, first, actor="ada")
    assert add_claim(desk, again, actor="ada").is_new is is_new
    [match, *_] = matching.look_up(desk, Statement(words, "Ada Fenn", THEN))
    assert match.score == 1


@pytest.mark.parametrize(("words", "day", "is_new"), REPEATED_LATER)
def test_words_about_the_present_are_read_in_the_year_of_their_article(desk, file_claims, words, day, is_new):
    claims_found = [(words, "Ada Fenn", 0.9)]
    file_claims(desk, f"{words}. She left.", claims_found, published_on=THEN)
    article = Article(f"{words}. He stayed.", published_on=day)
    rows = file_claims(desk, f"{words}. It rained.", claims_found, published_on=None).filed[:1]
    with DryRun(desk, Options(), Extractor("test", lambda *_: [rows[0].found])) as dry_run:
        [planned] = dry_run.article(article, None).claims
    [filed] = file_claims(desk, article.text, claims_found, published_on=day).filed
    assert (filed.is_new, planned.outcome == "new") == (is_new, is_new)
    assert (filed.matches[0].suggestion is Suggestion.DUPLICATE) is not is_new
    # From then on each year has its own claim.
    [repeat] = file_claims(desk, f"{words}. Rain fell.", claims_found, published_on=day or THEN).filed
    assert (repeat.is_new, repeat.claim_id) == (False, filed.claim_id)


def test_a_claim_filed_meanwhile_for_another_year_is_not_a_repeat(desk):
    statement = Statement("Rents have doubled this year", None, THEN)
    claims.add(desk, statement.text, claimed_on=LATER)
    additions = ConcurrentAdditions(desk, 0)
    assert additions.repeated_by(statement) is None
    claims.add(desk, statement.text, claimed_on=SOON)
    additions.catch_up(desk)
    assert additions.repeated_by(statement) == 2


def test_a_sentence_that_an_article_repeats_is_compared_once_per_repeat(desk, monkeypatch):
    compared = []
    repeats = concurrent_additions.repeats_exactly
    monkeypatch.setattr(
        concurrent_additions, "repeats_exactly", lambda *pair: compared.append(pair) or repeats(*pair)
    )
    times = 100
    with DryRun(desk, Options(), BUILT_IN) as dry_run:
        text = "The harbour of Ness took in 40 tons of cod in 2024.\n\n" * times
        planned = dry_run.article(Article(text), None)
    assert [claim.outcome for claim in planned.claims] == ["new"] + ["repeats"] * (times - 1)
    assert len(compared) < 2 * times


def test_adding_with_on_duplicate_fail_succeeds_for_another_year(desk):
    new_claims = [NewClaim("The island has no doctor now", None, None, day) for day in (THEN, LATER)]
    assert [
        add_claim(desk, new, on_duplicate=OnDuplicate.FAIL, actor="ada").claim_id for new in new_claims
    ] == [
        1,
        2,
    ]


def test_the_original_words_of_a_reworded_claim_repeat_it_only_in_its_own_year(desk, file_claims):
    words = "Burglaries on the islands fell by a third last year"
    file_claims(desk, f"{words}. She left.", [(words, "Ada Fenn", 0.9)], published_on=THEN)
    claims.update(desk, 1, text="Burglaries on the northern islands fell by a third in 2018")
    queries = [(Statement(words, "Ada Fenn", day), ()) for day in (THEN, SOON, LATER, None)]
    assert repeating.exact_matches(desk, queries) == [1, 1, None, 1]


MON, TUE, TV, RADIO = "2024-01-02", "2024-03-03", "TV Nine", "Radio Four"
# Day and place of a claim without a claimant, those of a repeat by Ada, and whether the claim becomes hers.
NAMED_LATER = [
    ((MON, TV), (TUE, RADIO), False),
    ((MON, TV), (TUE, TV), False),
    ((MON, TV), (TUE, None), False),
    ((MON, TV), (None, RADIO), False),
    ((MON, "https://tv.example/1"), (None, "https://tv.example/2"), False),
    ((MON, TV), (MON, RADIO), True),
    ((MON, TV), (None, TV), True),
    ((MON, TV), (None, None), True),
    ((MON, None), (None, RADIO), True),
    ((MON, "https://tv.example/1"), (None, "https://www.tv.example/1#top"), True),
    ((None, TV), (TUE, RADIO), True),
    ((None, None), (None, None), True),
]


@pytest.mark.parametrize(("first", "again", "is_hers"), NAMED_LATER)
def test_a_claim_takes_the_claimant_of_a_repeat_unless_it_is_another_occasion(desk, first, again, is_hers):
    words = "Drivers over 70 renew their licence every three years in Ireland"
    add_claim(desk, NewClaim(words, None, first[1], first[0]), actor="ada")
    added = add_claim(desk, NewClaim(words, "Ada Fenn", again[1], again[0]), actor="ada")
    name = "Ada Fenn" if is_hers else None
    assert claims.get(desk, 1).claimant == name
    assert (added.is_new, added.new_claimant, added.unnamed_on) == (False, name, None if is_hers else MON)
    assert is_hers or {occasion.claimant_id for occasion in appearances.occasions(desk, 1)} == {None, 1}


def test_a_claim_published_elsewhere_without_a_claimant_can_be_repeated_by_somebody(desk):
    """Nobody may change it, so it stays as it is: only the occasion has the speaker."""
    words = "Drivers over 70 renew their licence every three years in Ireland"
    add_claim(desk, NewClaim(words), actor="ada")
    for status in (Status.CHECKING, Status.IN_REVIEW, Status.PUBLISHED):
        claims.set_status(desk, 1, status)
    added = add_claim(desk, NewClaim(words, "Ada Fenn", RADIO, TUE), actor="ada")
    assert (added.is_new, added.new_claimant, added.unnamed_on) == (False, None, None)
    assert claims.get(desk, 1).claimant is None
    assert [one.claimant_id for one in appearances.occasions(desk, 1)] == [1]
