"""A rewrite rule is tried only on texts with one of its telltales, so every text that it would rewrite must have one."""

import csv
from functools import cache

from claimtrack.core.match.normalisation.noise import ADDRESSES, NOISE, POSTS, TAGS
from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.match.normalisation.number_words import NUMBERS, PERIODS, ROMAN
from claimtrack.core.match.normalisation.numerals import BOUNDS, DECIMALS, NUMERALS
from claimtrack.core.match.normalisation.phrasings import ABBREVIATIONS, PHRASINGS
from claimtrack.core.match.normalisation.rules import combine_rules, rule
from claimtrack.core.match.words.typography import unify
from tests.tables import CASES, each_row

RULES = (
    ADDRESSES, *POSTS, *NOISE, *ABBREVIATIONS, *ROMAN, *NUMBERS, *DECIMALS, *PERIODS, *BOUNDS, *NUMERALS, *PHRASINGS, *TAGS,
)  # fmt: skip
AT_THEIR_EDGES = (
    "Rents rose 5mi away. It was 5 mi. from Malm; 12pp more, 25bps less, 3 pps.", "The U-21 team and the U19s", "In Q4 and 1Q it fell",
    "WWII and ww2", "[Great Britain] paid", "a plot of 3sqm or 4 sq km", "BREAKING\U0001f6a8 Rents fell", "JUST IN\u26a0\ufe0f Rents fell",
    "1) The rent rose", "12. The rent rose", "(dpa) - The rent rose", "VIDEO: The rent rose", "5 Sept 2021, Tues and 3 Jan.",
    "pe0ple of L0ndon and p1ants", "$0 for 0 cases, (0 deaths)", "150万 and 百分之12 and yüzde 12 and 12 في المئة", "[sic] she said",
    "from £5 to £8, from $2 - $3bn, between €3 and €4", "Malm, Ore. and Malm, CA", "No.10 denied it", "Uhm, er, rents fell", "on 9/11 and 24/7",
    "٥ mi away, up ,٥ or .٥, in '१४", "It rose to ৮ from ৫", "It rose from ६ percent to ९ on Monday",
)  # fmt: skip


@cache
def sample_texts():
    with (CASES / "wordings.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[::12]
    worded = (row["frame"].replace("{}", wording) for row in rows for wording in row["wordings"].split(" = "))
    return [unify(text) for text in (*AT_THEIR_EDGES, *worded)]


@each_row("one", RULES)
def test_every_text_that_a_rule_would_rewrite_has_a_telltale(one):
    (tried,) = combine_rules((one,))
    for text in sample_texts():
        assert tried(text) == one.pattern.sub(one.replacement, text)


TELLTALES = [
    ("mile", "one mile off", True, "a word"),
    ("mile", "5mile, 6km", True, "beside a digit"),
    ("mile", "all smiles", False, "not within a word"),
    ("mile", "MILE", True, "in capitals"),
    ("Mile", "one mile", False, "a capital that is not in the text"),
    ("from_0", "from 7", True, "any digit"),
    ("from_0", "from me, 7", False, "a digit elsewhere"),
    ("from_0", "from ٧", True, "a digit of another script"),
    ("e-mail", "webe-mails", True, "a telltale with a sign may be within a word"),
    ("", "naïve", True, "no telltale, in a text beyond ASCII"),
    ("", "plain", False, "no telltale, in ASCII"),
]  # fmt: skip


@each_row(("telltale", "text", "is_tried", "reason"), TELLTALES)
def test_a_rule_is_tried_only_if_its_telltale_occurs(telltale, text, is_tried):
    (tried,) = combine_rules((rule(telltale, "^", "! "),))
    assert (tried(text) == f"! {text}") is is_tried


RANGES = [
    ("A pint goes up to €8 from midnight.", "A pint goes up to €8 from 00:00.", "an hour is not the end of a range"),
    ("It rose to .8 from .5", "It rose from 0.5 to 0.8", "an earlier rule makes the digit"),
]  # fmt: skip


@each_row(("text", "converted", "reason"), RANGES)
def test_a_range_given_end_first_is_reversed(text, converted):
    assert normalise_text(text).text == converted


def test_a_rule_set_looks_for_telltales_in_the_output_of_earlier_sets():
    first, second = combine_rules((rule("cat", "cat", "dog"),), (rule("dog", "dog", "cow"),))
    assert second(first("a cat")) == "a cow"
