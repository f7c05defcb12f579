"""Exact repeats: of many statements at once, and of words that say "this year" in another one."""

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, OnDuplicate, Statement, Suggestion
from claimtrack.store import appearances, claimants, claims
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.matching import concurrent_additions, matching, repeating
from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions


def test_many_statements_are_answered_as_each_alone(desk):
    ada = claimants.get_or_add(desk, "Ada Fenn")
    claims.add(desk, "The port lost 400 jobs.", claimant_id=ada)
    claims.add(desk, "The port lost 400 jobs.")
    claims.add(desk, "No.", claimant_id=ada)
    told = [
        ("The port lost 400 jobs.", "Ada Fenn"),
        ("The port lost 400 jobs.", "Bo Lund"),
        ("The port lost 500 jobs.", "Ada Fenn"),
        ("No.", "Ada Fenn"),
        ("The  port lost 400 jobs.", None),
    ]
    asked = [(Statement(*one), ()) for one in told]
    assert repeating.exact_matches(desk, asked) == [1, 2, None, None, 1]
    assert [repeating.exact_match(desk, *one) for one in asked] == [1, 2, None, None, 1]
    assert repeating.exact_matches(desk, []) == []


THEN, SOON, LATER = "2019-05-24", "2019-11-02", "2022-07-07"
# What is said on two days, and whether the second says another thing.
SAID_AGAIN = [
    ("Burglaries on the islands fell by a third last year", LATER, True),
    ("Half of the ferries are out of service today", LATER, True),
    ("The harbour is closed now", LATER, True),
    ("Burglaries on the islands fell by a third last year", SOON, False),
    ("Burglaries on the islands fell by a third last year", None, False),
    ("Burglaries on the islands fell by a third in 2018", LATER, False),
    ("The harbour has been closed since the storm", LATER, False),
]


@pytest.mark.parametrize(("words", "day", "is_another"), SAID_AGAIN)
def test_the_same_words_about_now_are_another_claim_years_later(desk, words, day, is_another):
    first = NewClaim(words, "Ada Fenn", "https://one.example/1", THEN)
    again = NewClaim(words, "Ada Fenn", "https://two.example/2", day)
    add_claim(desk, first, actor="ada")
    assert add_claim(desk, again, actor="ada").is_new is is_another
    [match, *_] = matching.look_up(desk, Statement(words, "Ada Fenn", THEN))
    assert match.score == 1


@pytest.mark.parametrize(("words", "day", "is_another"), SAID_AGAIN)
def test_an_article_tells_the_year_of_what_is_said_in_it(desk, file_claims, words, day, is_another):
    found = [(words, "Ada Fenn", 0.9)]
    file_claims(desk, f"{words}. She left.", found, published_on=THEN)
    article = Article(f"{words}. He stayed.", published_on=day)
    rows = file_claims(desk, f"{words}. It rained.", found, published_on=None).filed[:1]
    with DryRun(desk, Options(), Extractor("test", lambda *_: [rows[0].found])) as dry:
        [planned] = dry.article(article, None).claims
    [filed] = file_claims(desk, article.text, found, published_on=day).filed
    assert (filed.is_new, planned.outcome == "new") == (is_another, is_another)
    assert (filed.matches[0].suggestion is Suggestion.DUPLICATE) is not is_another
    # From then on each year has its claim.
    [once_more] = file_claims(desk, f"{words}. Rain fell.", found, published_on=day or THEN).filed
    assert (once_more.is_new, once_more.claim_id) == (False, filed.claim_id)


def test_a_claim_that_was_filed_meanwhile_in_another_year_is_another(desk):
    said = Statement("Rents have doubled this year", None, THEN)
    claims.add(desk, said.text, claimed_on=LATER)
    late = ConcurrentAdditions(desk, 0)
    assert late.repeated_by(said) is None
    claims.add(desk, said.text, claimed_on=SOON)
    late.catch_up(desk)
    assert late.repeated_by(said) == 2


def test_what_an_article_says_a_hundred_times_is_compared_once_each_time(desk, monkeypatch):
    compared = []
    repeats = concurrent_additions.repeats_exactly
    monkeypatch.setattr(
        concurrent_additions, "repeats_exactly", lambda *pair: compared.append(pair) or repeats(*pair)
    )
    times = 100
    with DryRun(desk, Options(), BUILT_IN) as dry:
        text = "The harbour of Ness took in 40 tons of cod in 2024.\n\n" * times
        planned = dry.article(Article(text), None)
    assert [one.outcome for one in planned.claims] == ["new"] + ["repeats"] * (times - 1)
    assert len(compared) < 2 * times


def test_what_is_to_fail_where_it_is_there_is_filed_where_it_is_of_another_year(desk):
    new = [NewClaim("The island has no doctor now", None, None, day) for day in (THEN, LATER)]
    assert [add_claim(desk, one, on_duplicate=OnDuplicate.FAIL, actor="ada").claim_id for one in new] == [
        1,
        2,
    ]


def test_a_reworded_claim_is_repeated_in_its_first_words_of_its_own_year_only(desk, file_claims):
    words = "Burglaries on the islands fell by a third last year"
    file_claims(desk, f"{words}. She left.", [(words, "Ada Fenn", 0.9)], published_on=THEN)
    claims.update(desk, 1, text="Burglaries on the northern islands fell by a third in 2018")
    asked = [(Statement(words, "Ada Fenn", day), ()) for day in (THEN, SOON, LATER, None)]
    assert repeating.exact_matches(desk, asked) == [1, 1, None, 1]


MON, TUE, TV, RADIO = "2024-01-02", "2024-03-03", "TV Nine", "Radio Four"
# Day and place that were told of a claim that names nobody, those of a repeat that names Ada, and whether the claim is hers then.
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
def test_who_spoke_another_time_is_not_named_for_the_day_of_the_claim(desk, first, again, is_hers):
    words = "Drivers over 70 renew their licence every three years in Ireland"
    add_claim(desk, NewClaim(words, None, first[1], first[0]), actor="ada")
    added = add_claim(desk, NewClaim(words, "Ada Fenn", again[1], again[0]), actor="ada")
    name = "Ada Fenn" if is_hers else None
    assert claims.get(desk, 1).claimant == name
    assert (added.is_new, added.new_claimant, added.unnamed_on) == (False, name, None if is_hers else MON)
    assert is_hers or {one.claimant_id for one in appearances.occasions(desk, 1)} == {None, 1}
