"""Set phrases that stand for a word or for each other."""

from claimtrack.core.language.word_lists import IRREGULAR, NUMBER_WORDS
from claimtrack.core.match import compare
from claimtrack.core.match.reading.paraphrases import expresses_phrase
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.reading.semantics.negation import find_negators
from claimtrack.core.match.words.set_phrases import find_set_phrases, is_word
from claimtrack.core.match.words.thesaurus import (
    phrases_denied,
    phrases_everyday,
    phrases_life,
    phrases_public,
)
from claimtrack.core.model import Statement
from tests.tables import each_row

GROUPS = [
    group.strip().split(" = ")
    for part in (phrases_everyday, phrases_public, phrases_life, phrases_denied)
    for group in part.GROUPS.replace("\n", "|").split("|")
    if group.strip()
]


def meanings_by_phrase(text):
    reading = read(text)
    return {
        " ".join(reading.words[place] for place in phrase.places): phrase.meaning
        for phrase in reading.set_phrases.values()
    }


@each_row(
    ("text", "phrase", "meant"),
    [
        ("The shooting took place at noon", "took place", "hold"),
        ("for three years in a row", "in row", "consecutive"),
        ("She made a decision", "made decision", "decide"),  # a determiner in between
        ("They broke the law", "broke law", "illegal"),
        ("It gave the go-ahead", "go ahead", "approve"),  # a noun
        ("The firm was taken to court", "taken to court", "sue"),  # without an object
        ("They took the firm and its owners to court", "took to court", "sue"),  # with an object
        ("She carries out the plan", "carries out", "do"),  # in any form of its verb
    ],
)
def test_a_set_phrase_stands_for_a_word(text, phrase, meant):
    assert meanings_by_phrase(text)[phrase] == meant


@each_row(
    "text",
    [
        "She made the right decision",  # another word in between
        "The price went, up to June, unnoticed",  # separated
        "The court found the mayor not guilty",  # a negated complement
        "He took a bus that goes by the old town to court",  # too long an object
        "The developing region grew",  # a different form from the one listed: "developed country"
    ],
)
def test_a_lookalike_of_a_set_phrase_is_not_one(text):
    assert meanings_by_phrase(text) == {}


def test_the_longest_set_phrase_is_taken():
    assert [phrase.places for phrase in find_set_phrases("he is out on bail".split(), tuple).values()] == [
        (2, 3, 4)
    ]


@each_row(
    ("one", "other"),
    [
        (
            "The envoy held talks with rebels on the border",
            "The envoy conducted talks with rebels on the border",
        ),
        ("Police opened fire on the crowd", "Police started shooting on the crowd"),  # without a single word
        ("He lived in a tower block", "He lived in a high-rise"),
    ],
)
def test_a_set_phrase_can_be_expressed_by_other_words(one, other):
    a, b = read(one), read(other)
    assert any(expresses_phrase(phrase, a, b) for phrase in a.set_phrases.values())


def test_a_word_that_both_texts_share_does_not_express_a_set_phrase():
    a, b = read("The lander touched down in May"), read("The lander crashed in May")
    assert not any(expresses_phrase(phrase, a, b) for phrase in a.set_phrases.values())


@each_row(
    ("one", "other", "expected"),
    [
        (
            "The council took the owner of the quarry to court over the dust in March",
            "The council sued the owner of the quarry over the dust in March",
            "duplicate",
        ),
        (
            "The relatives of asylum seekers in Dover live in a tower block near the port",
            "The relatives of asylum applicants in Dover live in a high-rise near the port",
            "duplicate",
        ),
        ("The company announced a rate cut for all savers in June", "The company announced a rate rise for all savers in June", "conflict"),
        ("The board turned down the plan for a new tram line", "The board turned round the plan for a new tram line", "conflict"),
        ("A bomb went off at a petrol station in Leeds on Friday morning", "A bomb exploded at a gas station in Leeds on Friday morning", "duplicate"),
        ("People without a job got half of the grants in Malm", "Unemployed people got half of the grants in Malm", "duplicate"),
        ("People without a job got half of the grants in Malm", "People with a job got half of the grants in Malm", "conflict"),
        ("Couples without children pay more for water in Malm", "Childless couples pay more for water in Malm", "duplicate"),
        ("Guards fired at a crowd of brewers in Malm on Sunday", "Guards shot at a crowd of brewers in Malm on Sunday", "duplicate"),
        ("The club fired its captain in Malm on Sunday", "The club shot its captain in Malm on Sunday", "conflict"),
        ("The strike at the port in Gdansk is over", "The strike at the port in Gdansk is under way", "conflict"),
    ],
)  # fmt: skip
def test_set_phrases_allow_duplicates_without_silencing_guards(one, other, expected):
    assert compare(Statement(one), Statement(other)).suggestion == expected


def test_a_group_lists_each_phrase_once_and_any_single_word_first():
    assert [g for g in GROUPS if len(g) < 2 or len(set(g)) < len(g) or any(" " not in p for p in g[1:])] == []


def test_only_known_set_phrases_negate_and_none_contains_a_number():
    """Numbers are read elsewhere, and a "not" in a phrase counts only if the other side says the same without one."""
    phrases = {phrase for group in GROUPS for phrase in group if " " in phrase}
    assert {phrase for phrase in phrases if not NUMBER_WORDS.keys().isdisjoint(phrase.split())} == set()
    known = {"hardly any", "rule out", "say no", "lack money", "lack means", "unable to afford"}
    known |= {f"{denier} afford" for denier in ("can't", "cannot", "couldn't", "not")}
    known |= {
        p for g in phrases_denied.GROUPS.replace("\n", "|").split("|") for p in map(str.strip, g.split("="))
    }
    assert {phrase for phrase in phrases if find_negators(phrase.split())} <= known


def test_the_meaning_of_a_group_without_a_single_word_is_not_a_word():
    assert [is_word(meaning) for meaning in meanings_by_phrase("Police opened fire").values()] == [False]
    assert [is_word(meaning) for meaning in meanings_by_phrase("They broke the law").values()] == [True]


def test_no_set_phrase_is_listed_under_an_irregular_form():
    firsts = {phrase.split()[0] for group in GROUPS for phrase in group if " " in phrase}
    assert {first for first in firsts if first in IRREGULAR and first not in ("did", "done")} == set()
