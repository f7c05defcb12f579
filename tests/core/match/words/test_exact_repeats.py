"""Exact repeats: the quick check of the first letter misses none, and decoration does not matter."""

from itertools import product

from claimtrack.core.match.words.exact_repeats import canonical_spelling, have_same_spelling, is_exact_repeat
from tests.tables import each_row

WORDS = "Two 2 two. “Two ’Twas It's it’s It isn't Isn't cannot can not won't will .5 0.5 ½ 1/2 No. 1 ß ss ﬁt fit É é 4% 4 per cent #1 (one".split(
    " "
)
TEXTS = [*WORDS, *map(" ".join, product(WORDS[:16], repeat=2))]


@each_row("text", TEXTS[:60])
def test_texts_have_the_same_spelling_if_their_canonical_spelling_is_equal(text: str) -> None:
    spelling = canonical_spelling(text)
    assert [candidate for candidate in TEXTS if have_same_spelling(text, candidate)] == [
        candidate for candidate in TEXTS if canonical_spelling(candidate) == spelling
    ]


DECORATED = [
    ("🚨 5G masts burn birds 🚨", "5G masts burn birds", "alarms at both ends"),
    ("5G masts burn birds 😱😱!!", "5G masts burn birds", "before the stop"),
    (
        "Rents rose 😱. 😱 They fell 🙏🏽",
        "Rents rose. They fell",
        "between sentences, and with the colour of a skin",
    ),
    ("🚨*Rents rose in May*❤️", "Rents rose in May", "around words in bold"),
    ("*Rents* rose in May", "Rents rose in May", "a word in bold"),
    ("BREAKING: 🚨 Rents rose", "BREAKING: Rents rose", "after such a mark"),
    ("🚨 Rents rose 😡", "⚠️ Rents rose 🙏", "another mark of the kind"),
    ("😱", "😱", "nothing but decoration"),
]
MEANINGFUL = [
    ("Moved to 🇫🇷", "Moved to 🇩🇪", "countries"),
    ("Moved to 🇫🇷", "Moved to", "a country named by its flag"),
    ("5️⃣ people died", "People died", "a digit in a box"),
    ("The school 🔥", "The school", "a thing"),
    ("Vaccines are safe ❌", "Vaccines are safe", "denied"),
    ("Vaccines are safe 😂", "Vaccines are safe", "laughed at"),
    ("Rents rose in May ❓", "Rents rose in May", "asked"),
    ("Rents rose 😱?", "Rents rose", "asked after it"),
    ("I ❤️ Orsk", "I Orsk", "a verb"),
    ("This is ❤️", "This is 😱", "in the place of a word"),
    ("😱", "🚨", "nothing but a sign, and another"),
    ("Police arrested 👨🏿", "Police arrested 👨🏻", "a person shown"),
    ("Alert level: 🔴🔴", "Alert level: ⚠️", "the content of a line"),
    ("Georgia goes 🔴", "Georgia goes 💙", "parties"),
    ("Petrol prices 👆", "Petrol prices 👇", "up and down"),
    ("Taxes 👆. Wages 👇", "Taxes 👇. Wages 👆", "each the other way"),
    ("❤️ attacks rose", "Attacks rose", "a word at the beginning"),
    (
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f won",
        "countries in invisible letters",
    ),
    ("An A* in maths", "An A in maths", "a grade"),
]


@each_row(("a", "b", "reason"), DECORATED)
def test_decoration_does_not_prevent_an_exact_repeat(a: str, b: str) -> None:
    assert is_exact_repeat(a, b)
    assert is_exact_repeat(b, a)


@each_row(("a", "b", "reason"), MEANINGFUL)
def test_a_sign_that_carries_meaning_prevents_an_exact_repeat(a: str, b: str) -> None:
    assert not is_exact_repeat(a, b)
    assert not is_exact_repeat(b, a)
