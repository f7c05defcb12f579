"""Which words with one stem are forms of one word."""

from claimtrack.core.match.words.forms import are_forms_of_one_word
from claimtrack.core.match.words.terms import stem
from tests.tables import each_row

ONE = [
    ("cities", "city's", "several, an owner"), ("boxes", "box", "-es"), ("organised", "organizing", "two spellings"), ("babović", "babovic", "an accent"),
    ("cancelled", "cancellation", "a deed"), ("denied", "denial", "a deed, with y"), ("withdrawn", "withdrawal", "a deed, irregular"), ("revised", "revision", "a deed, with e"),
    ("automatic", "automatically", "-ally"), ("possible", "possibly", "-bly"), ("happy", "happily", "-ily"), ("adviser", "advisors", "-er and -or"), ("freed", "frees", "-eed"),
]  # fmt: skip
TWO = [
    ("farmers", "farms", "who, where"), ("governor", "government", "one, the body"), ("billion", "bill", "by chance"), ("coalition", "coal", "by chance"),
    ("trade", "tradition", "no verb that was done"), ("national", "nationalist", "of it, for it"), ("minors", "minorities", "by chance"), ("killers", "killings", "the doer, the deed"),
    ("founded", "found", "a past of its own"), ("human", "humane", "but for an e"), ("late", "lately", "another word with -ly"), ("immigrants", "immigration", "who, what"),
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
        ("cancellation", "canceled", "a deed, and the American past"),
        ("travellers", "traveler", "who does it, British and American"),
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
        ("receive received receiving", "-ive is no ending of it"),
        ("survive survives survived surviving", "the same"),
        ("experience experienced", "-ence is one of all"),
        ("influence influencing", "the same"),
        ("explore explored exploring", "-or is none of it"),
        ("restore restored", "the same"),
        ("interfere interfered", "-er is none of it"),
        ("sacrifice sacrificed", "-ic is none of it"),
        ("use used using", "too short to lose its ending by rule"),
        ("add added adding", "doubled by itself"),
        ("staff staffed", "no f is doubled"),
        ("rebuff rebuffed", "the same"),
        ("boycott boycotted", "doubled by itself"),
        ("agree agreed agreeing", "-eed"),
        ("free freed", "-eed"),
        ("guarantee guaranteed", "-eed"),
        ("range ranged ranging", "no form of ring"),
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
