"""Which names may belong to one speaker: the pairs that are proposed, and why."""

import os
import subprocess
import sys

import pytest

from claimtrack.core.desk.namesakes import NamedSpeaker, find_similar_names
from claimtrack.core.model import ClaimantKind
from tests.tables import each_row

PERSON, BODY = ClaimantKind.PERSON, ClaimantKind.ORGANISATION
UNKNOWN, UNNAMED, PAPER = ClaimantKind.UNKNOWN, ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT


def propose_pairs(*names):
    known = [
        NamedSpeaker(*(one if isinstance(one, tuple) else (one, PERSON)), at) for at, one in enumerate(names)
    ]
    return [(known[pair.one].name, known[pair.other].name, pair.why) for pair in find_similar_names(known)]


ONE = [
    pytest.param("Zoë Ünal", "Zoe Unal", "the same words", id="accents"),
    pytest.param("Bjørn Łęcki", "Bjorn Lecki", "the same words", id="strokes"),
    pytest.param("Dr. Jane Doe", "Jane Doe", "the same words", id="a title"),
    pytest.param("O'Brien, Pat", "O’Brien Pat", "the same words", id="punctuation"),
    pytest.param(("The Elland Tramways Ltd", BODY), ("Elland Tramways", BODY), "the same words", id="a company form"),
    pytest.param(("Elland Tramways Oyj", BODY), ("Elland Tramways LLC", UNKNOWN), "the same words", id="a company form of another country"),
    pytest.param(("Elland Tramways S.p.A.", BODY), ("Elland Tramways N.V.", BODY), "the same words", id="... with full stops"),
    pytest.param(("Elland Spa", UNKNOWN), ("Elland", UNKNOWN), None, id="a place is not a company form"),
    pytest.param(("EllTram", BODY), ("Elland Tramways", BODY), "one is the initials of the other", id="parts of words"),
    pytest.param(("NHE", BODY), ("National Health of Elland", UNKNOWN), "one is the initials of the other", id="an acronym"),
    pytest.param("Jane Dovedale", "Jane Dovedlae", "one typing error apart", id="two letters swapped"),
    pytest.param("Jane Doe", "Jane Deo", "one typing error apart", id="two letters swapped in a short word"),
    pytest.param("Jane Dovedale", "Jane Dovdale", "one typing error apart", id="a missing letter"),
    pytest.param("Dovedale", "Dovadale", "one typing error apart", id="a missing letter in a single word"),
    pytest.param("Ines Dhal Moor", "Ines Dahl Mor", "two typing errors apart", id="in two of three words"),
    pytest.param("Janet Dovedlae", "Janit Dovedale", "two typing errors apart", id="in both of two long words"),
    pytest.param("Inez Dahl", "Ines Dhal", None, id="... but not of short ones"),
    pytest.param("Ines Dahl Moor", "Ines Mahl Door", None, id="... nor in first letters"),
    pytest.param(("Eland Tramways", BODY), ("Elland Tramways", UNKNOWN), "one typing error apart", id="an organisation"),
    pytest.param("J. Doe", "Jane Doe", "the same surname", id="an initial"),
    pytest.param("Jane Doe", "Jane Ann Doe", "the same surname", id="a middle name"),
    pytest.param("Tom Doe", "Thomas Doe", None, id="a short form that is not a prefix"),
    pytest.param("Rob Doe", "Robert Doe", "the same surname", id="a short first name"),
    pytest.param("Matt Doe", "Matthew Doe", "the same surname", id="a short first name of four letters"),
    pytest.param("Doe", "Jane Doe", "only the surname", id="the surname"),
    pytest.param(("Elland Tramways", BODY), ("Elland Tramways Authority", BODY), "its first words", id="first words"),
    pytest.param("Maria Doe", "Maria Lena Doe", "the same surname", id="one more first name"),
    pytest.param("Maria Doe", "Mariana Doe", None, id="a first name that begins with another"),
    pytest.param("Anna Lindqvist", "Anne Lindqvist", None, id="two existing first names"),
    pytest.param("Jane Doe", "Joan Doe", None, id="two first names"),
    pytest.param("Jane Doe", "John Doe", None, id="members of a family"),
    pytest.param(("police officer", UNNAMED), ("police officers", UNNAMED), None, id="a person and several people"),
    pytest.param(("Doe", PERSON), ("Elland Doe", BODY), None, id="a person and an organisation"),
    pytest.param(("Dovedale", PERSON), ("Dovedlae", PAPER), None, id="a person and a document"),
    pytest.param("Lee", "Lea", None, id="one of three letters"),
    pytest.param("王小明", "王小明", "the same words", id="other scripts"),
    pytest.param("…", "!", None, id="no words at all"),
    pytest.param("'", "’", None, id="only apostrophes"),
    pytest.param("Mr Doe", "Mrs. Doe", None, id="a man and a woman"),
    pytest.param("Sir Alex Dovedale", "Dame Alex Dovedlae", None, id="... with a typing error"),
    pytest.param("Mrs Doe", "Ms Doe", "the same words", id="two titles of a woman"),
    pytest.param("Lic. Ana Sol Paz", "Ana Sol Paz", "the same words", id="a degree in Spanish"),
    pytest.param("Minister Jane Doe", ("Jane Doe", UNKNOWN), "the same words", id="an office"),
    pytest.param(("Dr Jane Doe", UNKNOWN), ("Jane Doe", UNKNOWN), "the same words", id="a title in a name entered by hand"),
    pytest.param(("City Hall Cafe", UNKNOWN), ("Hall Cafe", UNKNOWN), None, id="a city is not a title"),
    pytest.param(("State Harbour Bank", UNKNOWN), ("Harbour Bank", UNKNOWN), None, id="nor is a state"),
    pytest.param(("News Group Press", UNKNOWN), ("Group Press", UNKNOWN), None, id='nor is "news"'),
    pytest.param(("First Harvest Cafe", UNKNOWN), ("Harvest Cafe", UNKNOWN), None, id='nor is "first"'),
    pytest.param(("Senator Jane Doe", UNKNOWN), ("Jane Doe", PERSON), "the same words", id="an office entered by hand"),
    pytest.param(("Dr Zoltvan Quarl", UNKNOWN), ("Zoltvan Quarl", UNKNOWN), "the same words", id="an unknown first name"),
    pytest.param("Baker", "Jane Baker", "only the surname", id="a surname that is a trade"),
    pytest.param("King", "Jane King", "only the surname", id="a surname that is a title"),
    pytest.param("the mayor", ("Doe Mayor", PERSON), None, id="an office is not a surname"),
    pytest.param("the prime minister", "the minister", None, id="two offices"),
    pytest.param(("State Department", BODY), ("the department", BODY), None, id="an organisation does not begin with a title"),
    pytest.param(("Government", UNKNOWN), ("Elland Government", UNKNOWN), None, id="a title is not a surname"),
    pytest.param(("the clerk", UNNAMED), ("The Clerk", UNNAMED), None, id="sources without a name"),
]  # fmt: skip


@each_row(("one", "other", "why"), ONE)
def test_two_similar_names_are_proposed_with_a_reason(one, other, why):
    pairs = propose_pairs(one, other)
    assert len(pairs) == (why is not None)
    assert all(reason.startswith(why) for *_, reason in pairs)


def test_titles_of_a_man_do_not_part_those_of_a_woman():
    assert not [*propose_pairs("Sr. Sol", "Sra. Sol")]
    pairs = propose_pairs("Mrs Doe", "Mr Doe", "Ms Doe", "Doe")
    assert {frozenset(pair[:2]) for pair in pairs} == {
        frozenset(pair) for pair in (("Mrs Doe", "Ms Doe"), ("Ms Doe", "Doe"), ("Mr Doe", "Doe"))
    }


def test_a_bare_surname_is_proposed_with_the_others_it_fits():
    pairs = propose_pairs("Doe", "Jane Doe", "Paul Doe")
    assert [(other, why) for _, other, why in pairs] == [
        ("Jane Doe", "only the surname, which also fits Paul Doe"),
        ("Paul Doe", "only the surname, which also fits Jane Doe"),
    ]


def test_a_surname_that_fits_many_people_is_not_proposed():
    assert propose_pairs("Doe", "Jane Doe", "Paul Doe", "Rita Doe", "Walter Doe") == []


def test_two_speakers_with_several_similar_names_are_proposed_once():
    names = [
        NamedSpeaker("Elland Tramways", BODY, 1),
        NamedSpeaker("EllTram", BODY, 1),
        NamedSpeaker("ElTram", BODY, 2),
    ]
    [pair] = find_similar_names(
        [*names, NamedSpeaker("The Elland Tramways", BODY, 1), NamedSpeaker("El-Tram", BODY, 2)]
    )
    assert {names[pair.one].speaker, names[pair.other].speaker} == {1, 2}


ORDER = """
from claimtrack.core.model import ClaimantKind
from claimtrack.core.desk.namesakes import NamedSpeaker, find_similar_names
spelt = ["Dovedale", "Dovadale", "Elvester", "Elvestre", "Quarling", "Quarlnig", "Harmond", "Harmnod", "Tarvin", "Tarvim"]
for pair in find_similar_names([NamedSpeaker(f"Jane {name}", ClaimantKind.PERSON, at) for at, name in enumerate(spelt)]):
    print(pair.one, pair.other)
"""


def test_pairs_are_proposed_in_the_same_order_in_every_run():
    def run(seed):
        env = {**os.environ, "PYTHONHASHSEED": str(seed)}
        return subprocess.run(
            [sys.executable, "-c", ORDER], env=env, capture_output=True, text=True, check=True
        ).stdout

    output = run(1)
    assert output.splitlines() == ["0 1", "2 3", "4 5", "6 7", "8 9"]
    assert run(2) == output
