"""Exact repeats: the look at the first letter beforehand loses none."""

from itertools import product

from claimtrack.core.match.words.normal import spelt, spelt_alike
from tests.tables import each_row

WORDS = "Two 2 two. “Two ’Twas It's it’s It isn't Isn't cannot can not won't will .5 0.5 ½ 1/2 No. 1 ß ss ﬁt fit É é 4% 4 per cent #1 (one".split(
    " "
)
TEXTS = [*WORDS, *map(" ".join, product(WORDS[:16], repeat=2))]


@each_row("text", TEXTS[:60])
def test_spelt_alike_is_to_be_spelt_the_same(text: str) -> None:
    known = spelt(text)
    assert [one for one in TEXTS if spelt_alike(text, one)] == [one for one in TEXTS if spelt(one) == known]
