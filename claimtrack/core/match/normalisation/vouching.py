"""What only vouches for a claim, and is no part of it: "There is no doubt that ...", "Make no mistake: ...", "As everyone knows, ..."."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.typography import lowered

_VERY = (
    r"(?:(?:absolutely|perfectly|painfully|abundantly|blindingly|glaringly|patently|increasingly|generally|universally|widely|commonly|"
    r"publicly|certainly|clearly|simply|really|truly|surely|equally|very|quite|now|also|all too|crystal|well|plain and) )*"
)
""""Falsely", "partly", "apparently", "rarely" and many others take back what vouches."""
_SURE = (
    r"(?:clear|plain|obvious|evident|certain|undeniable|indisputable|incontrovertible|unquestionable|undisputed|true|known|"
    r"beyond (?:all |any )?(?:doubt|dispute|question)|common knowledge|no secret|"
    r"an? (?:(?:plain|simple|sad|hard|proven|known|well-known|undeniable|established|matter of) )*(?:fact|truth))"
)
_WE = r"(?:every(?:one|body)|any(?:one|body)|(?:we|you) all|all of (?:us|you)|most people)"
_NO_DOUBT = (
    r"no (?:real |serious )?(?:doubt|question|denying|disputing|escaping)(?: at all| about it| whatsoever)?"
)
_WITHOUT_DOUBT = (
    r"(?:without|beyond) (?:(?:a|all|any|the slightest) )?(?:shadow of a )?(?:doubt|question)|no doubt"
)
_NO_MANNER = r"(?= ?[,;:]| (?:the|an?|this|that|these|those|there|we|they|he|she|it|i|you|our|my|his|her|their|its|nobody|no)\b)"
"""Before other words it may tell how: "*Clearly* marked exits", "*Plainly* dressed officers"."""
_VOUCHING = "|".join((
    rf"there(?:'s| is| was| can be| could be) (?:absolutely |simply )?{_NO_DOUBT}(?: the fact)?|(?:i|we) have {_NO_DOUBT}",
    rf"it(?:'s| is| was| remains| has become) {_VERY}{_SURE}(?: to (?:{_WE}|me))?",
    r"it (?:can ?not|can't|could not|couldn't) be (?:denied|disputed|doubted)|it goes without saying|needless to say",
    r"it (?:should|must) be (?:said|remembered|noted|stressed|emphasi[sz]ed)",
    rf"(?:let us|let's|let me|to|i will|i want to) be {_VERY}(?:clear|honest|frank|blunt|plain)(?: about (?:it|this))?",
    r"make no mistake(?: about (?:it|this|that))?",
    rf"as (?:{_WE}|we|you)(?: here| already)? (?:knows?|can see|remembers?)|{_WE}(?: already)? knows?(?! (?!that\b)(?:[\w'-]+ ){{1,3}}(?:who|whom|whose|that)\b)",
    r"of course|in truth|in (?:actual )?fact|as a matter of fact|indeed|(?:most )?certainly|definitely",
    rf"{_WITHOUT_DOUBT}|undoubtedly|doubtless|undeniably|unquestionably|(?:clearly|obviously|plainly|evidently|frankly|honestly){_NO_MANNER}",
    r"believe me|trust me|mark my words|rest assured|simply put",
))  # fmt: skip
_VOUCHING_THAT = "|".join((
    r"the (?:(?:plain|simple|sad|hard|harsh|bitter) )*(?:truth|fact|reality|bottom line)(?: of the matter)? (?:is|remains)",
    r"(?:nobody|no one|no-one) (?:(?:can|could|will|would|seriously|really) )*(?:den(?:y|ies)|disputes?|doubts?|questions?)",
    r"(?:never|do not|don't|let us not|let's not) forget|remember|fact|yes|look|listen|folks|friends",
))  # fmt: skip
"""These vouch only before "that" or a sign: not so "Nobody disputes the figures", "Friends of the river sued"."""
_VOUCHES_BEFORE = expression(
    rf"\W*(?:(?:and|but|so|well) )?(?:(?:{_VOUCHING}|{_VOUCHING_THAT})(?:,? that |\s?[:,;-]+(?<!\bfact-)(?<!\byes-)(?<!\blook-)\s?(?:that )?)|(?:{_VOUCHING}) )"
    r"(?!(?:that|if|whether|how|why|what|in|of|about|for|from|to)\b)",
)
_VOUCHES_BEHIND = expression(
    rf"\s?[,;-]\s?(?:make no mistake|there (?:is|can be) {_NO_DOUBT}|believe me|of course|indeed|in fact|(?:and )?that(?: is|'s) a fact|"
    rf"as (?:{_WE}|we) (?:here )?knows?|period|full stop|{_WITHOUT_DOUBT})(?: about (?:it|that))?\W*$",
)


def without_vouching(text: str) -> str:
    """A text without the words before or behind its claim that only vouch for it."""
    small = lowered(text)
    at, stop = 0, len(text)
    while found := _VOUCHES_BEFORE.match(small, at):
        at = found.end()
    if found := _VOUCHES_BEHIND.search(small, at):
        stop = found.start()
    claim = text[at:stop]
    return f"{claim[0].upper()}{claim[1:]}" if claim and claim != text else text
