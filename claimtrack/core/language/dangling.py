"""Can words be understood on their own, or do they refer to something said before, or to their speaker?"""

from __future__ import annotations

from claimtrack.core.expressions import expression

_DANGLING = expression(
    r"(?:He|She|They|This|That|These|Those|It(?! (?:is|was|remains|will be|would be|seems|appears|takes"
    r"|took)\b))\b(?=[' ])"
)
_DEICTIC = expression(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|[Oo]urs?|[Oo]urselves"
    r"|[Hh]ere(?! in\b)"
    r"|[Tt]h(?:is|ese)(?! (?:past |coming )?(?:years?|months?|weeks?|days?|quarter|season|summer|winter|spring|autumn|fall|decade|century"
    r"|morning|afternoon|evening)\b))\b(?!\.)"
)
"""Deictic words, whose reference depends on who speaks, where and about what; not "this year"."""
_THIRD_PERSON_PRONOUN = expression(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]ers?|[Tt]hey|[Tt]hem|[Tt]heirs?)\b")
_SENTENCE_OPENERS = frozenset(
    "a an the if when while once since until before after because although as in on at by for from to with "
    "of no some many most all every each one two another both then now today yesterday last next".split()
)
"""Words that may start a sentence with a capital and name nobody."""
_FEWEST_BEFORE_PRONOUN = 2
"""Words before a pronoun from which on they may contain its antecedent: "Miller lost her seat", but not "Yesterday she left"."""


def starts_with_pronoun(sentence: str) -> bool:
    """Whether the sentence begins with a pronoun whose antecedent is outside it: "He did"."""
    return _DANGLING.match(sentence) is not None


def starts_with_dangling_pronoun(words: str) -> bool:
    """Whether words cut from a sentence, perhaps in lower case, begin with a pronoun whose antecedent is outside them."""
    return starts_with_pronoun(words[:1].upper() + words[1:])


def has_unresolved_reference(text: str) -> bool:
    """Whether some reference in the words can only be resolved by their context: "I was told to", "He did", "We closed this road"."""
    return (
        starts_with_dangling_pronoun(text)
        or _DEICTIC.search(text) is not None
        or any(not _is_named_before(text[: found.start()]) for found in _THIRD_PERSON_PRONOUN.finditer(text))
    )


def _is_named_before(lead: str) -> bool:
    """Whether the words before a pronoun contain a capitalised name that may be its antecedent."""
    words = lead.split()
    first = (
        words[:1]
        if len(words) >= _FEWEST_BEFORE_PRONOUN and words[0].lower() not in _SENTENCE_OPENERS
        else []
    )
    return any(word[:1].isupper() for word in [*first, *words[1:]])
