"""What two did or did not do, in whatever words the two are joined: "neither this nor that", "this did not, nor did that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match.harmonisation.not_until import positive
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import ARTICLES, NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    import re

FINITE = words_of("did does do was were is are has have had will would can could should may might must")
WHO = r"(?:(?:the|a|an|its|his|her|their) )?[\w'-]+(?: of(?: the)?)?(?: [\w'-]+){0,2}?"
"""Who does something, in few words."""


_WITHIN_A_NAME = words_of("of the")


def small(clause: str, beside: str = "") -> str:
    """A clause that opened a sentence, as it stands within one: with a small letter, unless it opens with a name, as what stands beside it does."""
    first, _, rest = clause.partition(" ")
    word = first.lower()
    plain = word.partition("'")[0] != "i" and (
        word in STOP_WORDS or word in NUMBER_WORDS or (is_english(word) and not beside[:1].isupper())
    )
    return f"{word} {rest}".strip() if plain and not rest[:1].isupper() else clause


def has_a_verb(clause: str) -> bool:
    """Whether a finite verb stands in a clause, behind its first word."""
    words = clause.lower().split()[1:]
    return any(word in FINITE or is_done(word) or word.endswith("n't") for word in words)


def both(found: re.Match[str]) -> str:
    """ "Mali signed it, and so did Benin" as "both Mali and Benin signed it"."""
    one, other = found["one"], found["other"]
    if one.split()[0].endswith("ing") or any(
        has_a_verb(f"- {who}") or _placed(who) or who.lower() in STOP_WORDS for who in (one, other)
    ):
        return found[0]
    return f"Both {small(one, beside=other)} and {other} {found['done']}"


def _placed(who: str) -> bool:
    """Whether a phrase tells where or about what somebody is: "the claim *about* the dam and its lake"."""
    return any(word in STOP_WORDS and word not in _WITHIN_A_NAME for word in who.lower().split()[1:])


def neither(found: re.Match[str]) -> str:
    """ "Neither this nor that did it", in whatever order the two are told: "the bank and its owner did not pay"."""
    one, other, done = found["one"], found["other"], found["done"]
    if not found["aux"]:
        other, done = _at_its_verb(f"{other} {done}")
    if not done or any(has_a_verb(f"- {who}") or _placed(who) for who in (one, other)):
        return found[0]
    one, other = sorted((small(one, beside=other), other), key=str.lower)
    return f"Neither {one} nor {other} {positive(found['aux'])}{done}"


def _at_its_verb(clause: str) -> tuple[str, str]:
    """Who a clause is of, and what it says from its verb on; nothing where it has none in its first words."""
    words = clause.split()
    verbs = (at for at, word in enumerate(words) if word.lower() in FINITE or is_done(word.lower()))
    at = next((at for at in verbs if 0 < at <= _LONGEST and words[at - 1].lower() not in ARTICLES), 0)
    return " ".join(words[:at]), " ".join(words[at:]) if at else ""


_LONGEST = 7
"""Words of whoever does something, at most."""


_CLAUSE = r"\b (?:[\w'$£€%,.-]+ ){1,8}?"
_OR_THAT = expression(rf"((?:\bnot|\bnever|n't){_CLAUSE})or (?=([a-z]+))")
_AND_NOT = expression(
    rf"((?:\b(?P<aux>{'|'.join(sorted(FINITE))})(?: |(?=n't))|\b)(?:not|never|n't){_CLAUSE})and (?:(?P=aux)(?: not| never|n't)|never) (?=[a-z])"
)
"""The second deed is denied as the first is: "did not pay and *may* not file" denies less."""
_AND_THAT = expression(r"\b(?:and|but) ([a-z]+)")


def denied_together(a: str, b: str) -> tuple[str, str]:
    """What one denies of two deeds at once, as the other tells of each: "did not pay or tell", "did not pay and did not tell", "and told"."""
    if " or " in b and " or " not in a:
        return _told_of_each(b, a)[::-1]
    return _told_of_each(a, b) if " or " in a and " or " not in b else (a, b)


def _told_of_each(one: str, other: str) -> tuple[str, str]:
    """The first with the second deed denied by itself where the other says that it was done; else the other as the first."""
    found = _OR_THAT.search(one)
    if not found:
        return one, other
    deed = found[2]
    done = any(word != deed and stem(word) == stem(deed) for word in _AND_THAT.findall(other))
    return (_OR_THAT.sub(r"\1and did not ", one), other) if done else (one, _AND_NOT.sub(r"\1or ", other))
