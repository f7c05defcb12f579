"""Which words with one stem are forms of one word."""

from claimtrack.core.match.words.forms import are_forms_of_one_word
from claimtrack.core.match.words.terms import stem
from tests.tables import each_row

ONE = [
    ("cities", "city's", "a plural and a possessive"), ("boxes", "box", "-es"), ("organised", "organizing", "two spellings"), ("babović", "babovic", "an accent"),
    ("cancelled", "cancellation", "an action noun"), ("denied", "denial", "an action noun with y"), ("withdrawn", "withdrawal", "an irregular action noun"), ("revised", "revision", "an action noun with e"),
    ("automatic", "automatically", "-ally"), ("possible", "possibly", "-bly"), ("happy", "happily", "-ily"), ("adviser", "advisors", "-er and -or"), ("freed", "frees", "-eed"),
]  # fmt: skip
TWO = [
    ("farmers", "farms", "a person and a place"), ("governor", "government", "a person and an organisation"), ("billion", "bill", "by chance"), ("coalition", "coal", "by chance"),
    ("trade", "tradition", "not derived from a verb"), ("national", "nationalist", "an adjective and its advocate"), ("minors", "minorities", "by chance"), ("killers", "killings", "agent and act"),
    ("founded", "found", "a different past"), ("human", "humane", "a final e"), ("late", "lately", "a different word in -ly"), ("immigrants", "immigration", "a person and a thing"),
]  # fmt: skip


@each_row(("a", "b", "reason"), ONE)
def test_inflections_spellings_and_derivations_are_forms_of_one_word(a, b):
    assert are_forms_of_one_word(a, b)
    assert are_forms_of_one_word(b, a)


@each_row(("a", "b", "reason"), TWO)
def test_other_words_with_one_stem_are_different_words(a, b):
    assert not are_forms_of_one_word(a, b)
    assert not are_forms_of_one_word(b, a)


@each_row(
    ("one", "other", "reason"),
    [
        ("cancelled", "cancel", "a letter doubled before -ed"),
        ("cancellation", "canceled", "an action noun and the American past"),
        ("travellers", "traveler", "agent nouns, British and American"),
        ("counsellors", "counselor", "-or"),
        ("fulfilment", "fulfill", "doubled in America alone"),
        ("controlling", "controls", "doubled everywhere"),
        ("installed", "installation", "two by itself"),
    ],
)
def test_a_doubled_letter_does_not_change_the_stem(one, other):
    assert stem(one) == stem(other)


@each_row(
    ("forms", "reason"),
    [
        ("receive received receiving", "-ive is part of the stem"),
        ("survive survives survived surviving", "the same"),
        ("experience experienced", "-ence in all forms"),
        ("influence influencing", "the same"),
        ("explore explored exploring", "-or is part of the stem"),
        ("restore restored", "the same"),
        ("interfere interfered", "-er is part of the stem"),
        ("sacrifice sacrificed", "-ic is part of the stem"),
        ("use used using", "too short to lose its ending by rule"),
        ("add added adding", "doubled by itself"),
        ("staff staffed", "f is never doubled by rule"),
        ("rebuff rebuffed", "the same"),
        ("boycott boycotted", "doubled by itself"),
        ("agree agreed agreeing", "-eed"),
        ("free freed", "-eed"),
        ("guarantee guaranteed", "-eed"),
        ("range ranged ranging", 'not a form of "ring"'),
        ("owe owed owing", "too short"),
        ("traffic trafficked trafficking", "a k before the ending"),
        ("israeli israelis", "a plural in -is"),
        ("taxi taxis", "the same"),
        ("centre centers", "two spellings"),
        ("programme programs", "two spellings"),
        ("defence defense", "two spellings"),
        ("paediatric pediatric", "two spellings"),
        ("analysed analyze", "two spellings"),
    ],
)
def test_the_forms_of_a_word_share_one_stem(forms):
    assert len(set(map(stem, forms.split()))) == 1
