"""Words that only vouch for a claim are not part of it: the claim stays the same, and so does what denies it."""

from claimtrack.core.match import compare
from claimtrack.core.match.normalisation.noise import strip_vouching
from claimtrack.core.model import Statement
from tests.tables import each_row

CLAIM = "Crime in the port of Malm has fallen since the spring of 2019"
VOUCHING = [
    "There is no doubt that {}.",
    "There can be no question that {}.",
    "It is undeniable that {}.",
    "It's painfully obvious to everyone that {}.",
    "It is a plain fact that {}.",
    "It cannot be denied that {}.",
    "It is no secret that {}.",
    "Make no mistake: {}.",
    "Make no mistake, {}.",
    "As everyone knows, {}.",
    "We all know {}.",
    "Let me be absolutely clear: {}.",
    "The sad truth is that {}.",
    "Nobody can seriously dispute that {}.",
    "Don't forget that {}.",
    "Of course {}.",
    "Undoubtedly, {}.",
    "Without a doubt {}.",
    "Beyond a shadow of a doubt, {}.",
    "Without question {}.",
    "No doubt {}.",
    "Certainly, {}.",
    "Clearly, {}.",
    "Frankly, {}.",
    "Make no mistake-{}.",
    "In fact {}.",
    "Yes, {}.",
    "But look: there is no denying that {}.",
    "{}, make no mistake.",
    "{}, as we all know.",
    "{} - there is no doubt about it.",
]
NOT_VOUCHING = [
    "{}.",
    "There is some doubt that {}.",
    "It is debatable whether {}.",
    "It is far from clear that {}.",
    "It is not undeniable that {}.",
    "It is hardly a fact that {}.",
    "If it is true that {}, he must go.",
    "{}, of which nobody knows.",
    "Probably {}.",
    "Maybe {}.",
    "Almost certainly {}.",
    "There is doubt that {}.",
    "Friends said {}.",
    "It is probably true that {}.",
    "It was falsely known that {}.",
    "It is rarely the case, but true, that {}.",
    "Everyone knows a nurse who says {}.",
    "We all know families that say {}.",
    "Clearly marked maps show {}.",
    "Honestly earned money shows {}.",
    "Fact-checkers found that {}.",
    "Yes-men told him: {}.",
]


ADVERBS = [
    ("certainly", "duplicate"),
    ("undoubtedly", "duplicate"),
    ("without a doubt", "duplicate"),
    ("clearly", "duplicate"),
    ("of course", "duplicate"),
    ("indeed", "duplicate"),
    ("in fact", "duplicate"),
    ("probably", "related"),
    ("almost certainly", "related"),
    ("hardly", "conflict"),
    ("certainly not", "conflict"),
    ("not beyond doubt", "conflict"),
]


@each_row("written", VOUCHING)
def test_words_that_only_vouch_for_a_claim_are_removed(written):
    assert strip_vouching(written.replace("{}", f"{CLAIM[0].lower()}{CLAIM[1:]}")).removesuffix(".") == CLAIM


@each_row("written", NOT_VOUCHING)
def test_words_that_doubt_or_condition_a_claim_are_kept(written):
    assert strip_vouching(written.replace("{}", CLAIM)) == written.replace("{}", CLAIM)


@each_row(("word", "verdict"), ADVERBS)
def test_an_adverb_within_a_claim_may_vouch_or_doubt(word, verdict):
    reworded = CLAIM.replace("has", f"has {word}")
    assert compare(Statement(CLAIM), Statement(reworded)).suggestion == verdict


def test_a_claim_that_is_vouched_for_conflicts_with_its_denial():
    denied = CLAIM.replace("has", "has not")
    for one, other in ((CLAIM, denied), (denied, CLAIM)):
        vouched = f"There is no doubt that {one[0].lower()}{one[1:]}"
        assert compare(Statement(vouched), Statement(other)).suggestion == "conflict"
