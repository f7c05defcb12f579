"""Which words stand for each other."""

from collections import defaultdict
from itertools import combinations

from claimtrack.core.match.words import synonyms
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.synonyms import senses, stems_in_group, synonyms_of
from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.thesaurus import nouns, politics, verbs
from tests.tables import each_row

GROUPS = [
    group.replace("~", " ").split()
    for part in (verbs, nouns, politics)
    for group in part.GROUPS.replace("\n", "|").split("|")
    if group.strip()
]


@each_row(
    ("one", "other"),
    [
        ("strong", "powerful"),
        ("mediated", "brokered"),  # inflected forms as well as listed ones
        ("badly", "poorly"),
        ("threw", "tossed"),  # an irregular form
        ("axed", "cut"),  # a stem that is shorter than the prefix it is looked up by
        ("neighbouring", "adjacent"),
    ],
)
def test_words_that_newsrooms_interchange_share_a_sense(one, other):
    assert senses(stem(one)) & senses(stem(other))


@each_row(
    ("one", "other"),
    [
        ("signed", "ratified"),  # another stage
        ("injured", "killed"),  # another degree
        ("bought", "sold"),  # another side
        ("nurse", "doctor"),  # another member of a kind
        ("accused", "convicted"),
        ("canine", "crop"),  # this and the next pairs: groups that a missing bar had joined
        ("tablet", "conspiracy"),
        ("mandatory", "plot"),
        ("coworker", "chemist"),
        ("flashlight", "trousers"),
        ("safeguard", "question"),
        ("several", "serious"),  # the stem of "several" is not that of "severe"
    ],
)
def test_words_that_make_another_claim_share_no_sense(one, other):
    assert not senses(stem(one)) & senses(stem(other))


@each_row(
    ("one", "other"),
    [
        ("several", "severe"),
        ("responsible", "response"),
        ("accession", "access"),
        ("commandeered", "commander"),
        ("publication", "publicly"),
        ("authorities", "authorise"),
    ],
)
def test_words_that_only_look_alike_have_different_stems(one, other):
    assert stem(one) != stem(other)


def test_each_thesaurus_group_lists_several_words_each_once():
    assert [group for group in GROUPS if len(group) < 2 or len(set(group)) < len(group)] == []


def test_no_thesaurus_group_holds_two_members_of_a_kind():
    """Kinds are closed classes: two of their members make two claims, whoever interchanges them."""
    apart = [
        (one, other)
        for group in GROUPS
        for one, other in combinations(group, 2)
        for kind in KINDS.get(one, {}).keys() & KINDS.get(other, {}).keys()
        if KINDS[one][kind] != KINDS[other][kind]
    ]
    assert apart == []


def test_the_synonyms_of_a_term_do_not_include_the_term_itself():
    assert stem("powerful") in synonyms_of(stem("strong"))
    assert stem("strong") not in synonyms_of(stem("strong"))
    assert synonyms_of("zzyzx") == frozenset()


def test_no_thesaurus_group_is_contained_in_another():
    """It would be redundant: the words of the larger group are synonyms anyway."""
    groups = [
        frozenset(same) for same in map(synonyms._synonyms_in_group, range(len(synonyms._GROUPED))) if same
    ]
    groups_by_word = defaultdict(set)
    for number, group in enumerate(groups):
        for word in group:
            groups_by_word[word].add(number)
    contained = [
        sorted(group)
        for number, group in enumerate(groups)
        if len(group) > 1 and len(set.intersection(*(groups_by_word[word] for word in group)) - {number}) > 0
    ]
    assert contained == []


def test_the_stems_in_a_group_are_those_that_have_its_sense():
    for term in map(stem, ("rise", "axed", "stole", "strongest", "made")):
        for number in senses(term):
            assert term in stems_in_group(number)
            assert all(number in senses(other) for other in stems_in_group(number))


def test_a_form_that_is_another_word_is_not_a_synonym():
    made = senses(stem("made"))
    assert made
    assert not any("mad" in stems_in_group(number) for number in made)
