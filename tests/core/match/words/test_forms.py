"""Which words of one stem are one word."""

from claimtrack.core.match.words.forms import are_one_word
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
def test_forms_and_spellings_deeds_and_manners_are_one_word(a, b):
    assert are_one_word(a, b)
    assert are_one_word(b, a)


@each_row(("a", "b", "reason"), TWO)
def test_whatever_else_has_one_stem_is_two_words(a, b):
    assert not are_one_word(a, b)
    assert not are_one_word(b, a)
