"""Phrases that stand for a word or for each other."""

from claimtrack.core.match import compare
from claimtrack.core.match.reading.paraphrases import expresses_phrase
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.reading.semantics.negation import find_negators
from claimtrack.core.match.words.lexicon import IRREGULAR, NUMBER_WORDS
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


def found(text):
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
        ("She made a decision", "made decision", "decide"),  # a determiner between
        ("They broke the law", "broke law", "illegal"),
        ("It gave the go-ahead", "go ahead", "approve"),  # a noun
        ("The firm was taken to court", "taken to court", "sue"),  # without an object
        ("They took the firm and its owners to court", "took to court", "sue"),  # with one
        ("She carries out the plan", "carries out", "do"),  # in any form of its verb
    ],
)
def test_a_phrase_stands_for_a_word(text, phrase, meant):
    assert found(text)[phrase] == meant


@each_row(
    "text",
    [
        "She made the right decision",  # another word between
        "The price went, up to June, unnoticed",  # parted
        "The court found the mayor not guilty",  # a denied object
        "He took a bus that goes by the old town to court",  # an object too long
        "The developing region grew",  # another form than the one that is listed: "developed country"
    ],
)
def test_what_only_looks_like_one_is_none(text):
    assert found(text) == {}


def test_the_longest_phrase_is_taken():
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
        ("Police opened fire on the crowd", "Police started shooting on the crowd"),  # no single word
        ("He lived in a tower block", "He lived in a high-rise"),
    ],
)
def test_a_phrase_is_said_in_another(one, other):
    a, b = read(one), read(other)
    assert any(expresses_phrase(phrase, a, b) for phrase in a.set_phrases.values())


def test_a_word_that_both_have_besides_is_no_other_word_for_a_phrase():
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
def test_phrases_let_a_rewording_be_one_and_silence_no_guard(one, other, expected):
    assert compare(Statement(one), Statement(other)).suggestion == expected


def test_a_group_names_each_phrase_once_and_at_most_one_word_which_comes_first():
    assert [g for g in GROUPS if len(g) < 2 or len(set(g)) < len(g) or any(" " not in p for p in g[1:])] == []


def test_no_phrase_denies_but_those_that_are_known_or_holds_a_number():
    """Numbers are read by code; a "not" in a phrase is weighed only where the other side says the same without one."""
    held = {phrase for group in GROUPS for phrase in group if " " in phrase}
    assert {phrase for phrase in held if not NUMBER_WORDS.keys().isdisjoint(phrase.split())} == set()
    known = {"hardly any", "rule out", "say no", "lack money", "lack means", "unable to afford"}
    known |= {f"{denier} afford" for denier in ("can't", "cannot", "couldn't", "not")}
    known |= {
        p for g in phrases_denied.GROUPS.replace("\n", "|").split("|") for p in map(str.strip, g.split("="))
    }
    assert {phrase for phrase in held if find_negators(phrase.split())} <= known


def test_a_group_of_phrases_alone_has_a_sign_that_is_no_word():
    assert [is_word(meaning) for meaning in found("Police opened fire").values()] == [False]
    assert [is_word(meaning) for meaning in found("They broke the law").values()] == [True]


def test_no_phrase_is_listed_under_an_irregular_form():
    firsts = {phrase.split()[0] for group in GROUPS for phrase in group if " " in phrase}
    assert {first for first in firsts if first in IRREGULAR and first not in ("did", "done")} == set()
