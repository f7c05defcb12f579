"""What two did or did not do, however the two are joined: "neither this nor that"; and what was not so until something as what was so only after it: "not until May did they pay"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    DO,
    FINITE_AUXILIARIES,
    MODALS,
    MONTHS,
    NUMBER_WORDS,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.terms import stem

_WHENEVER = words_of(
    "year years month months week weeks day days morning evening night noon midnight today tomorrow yesterday spring summer autumn winter"
    " century decade weekend"
)
_SOMEBODY = words_of("i we you he she it they my our his her their its")
_NO_TIME = expression(r"(?:now|then|recently|further notice|today|very recently|lately)\b")
_TIME = expression(r"(?:\d{4}|\d{1,2}(?:st|nd|rd|th)?|(?:\d{1,2}[:.]\d\d|\d{1,2}) ?[ap]\.?m\.?)(?=[ .,]|$)")


def _opens_a_time(when: str) -> bool:
    """Whether a point in time follows "until", and nothing that happened: until 2021, next spring, Monday."""
    words = when.lower().rstrip(".").split()[:_OPENING]
    if words[:1] and words[0] in _SOMEBODY:
        return False
    plain = (word.strip(",.") for word in words)
    return _TIME.match(when) is not None or any(
        word in MONTHS or word in WEEKDAYS or word in _WHENEVER for word in plain
    )


_LATER = expression(r"(?:\w+ ){1,3}(?:after|later|before|earlier)\b")
_OPENING = 3
"""Words of a time that tell that it is one: "the end of March", "late on Friday"; what happened is told in more."""


def _only_then(when: str) -> str:
    """ "Until" such a time, where it was not so before it: "only in 2021", "only after the vote"."""
    if when[:6].lower() == "after " or _LATER.match(when):
        return f"only {when}"
    return f"only in {when}" if _opens_a_time(when) else f"only after {when}"


_LASTING = expression(
    r"(?:be )?(?:wait|stay|last|remain|survive|keep|continue|hold|live|sit|serve|run|work|extend|rule|go on)\w*\b",
    re.IGNORECASE,
)
"""What these tell goes on: who did not stay until May was gone before."""


def affirmative_auxiliary(aux: str) -> str:
    """An auxiliary without its "not"."""
    return _POSITIVE.get(aux.lower(), f"{aux} ")


_POSITIVE = {"wo": "will ", "ca": "can ", "": "", **dict.fromkeys(("failed", "neglected"), "did ")}


def _goes_on(done: str) -> bool:
    """Whether a clause goes on to another that its "not" does not belong to: "did not pay and will not pay until May"."""
    return any(word in _GOING_ON or word.endswith("n't") for word in done.lower().split())


_GOING_ON = MODALS | words_of(
    "and but or who which because if when while not never is are was were has had did does cannot"
)


def rewrite_unless(found: re.Match[str]) -> str:
    """ "They will not pay unless he does" as "they will pay only if he does"."""
    said, aux, done = found.group("said", "aux", "done")
    return (
        found[0] if _goes_on(done) else f"{said}{affirmative_auxiliary(aux)}{done} only if {found['unless']}"
    )


def rewrite_not_until(found: re.Match[str]) -> str:
    """ "They did not pay until May" as "they did pay only in May"."""
    said, aux, done, when = found.group("said", "aux", "done", "when")
    past = when[:6].lower() == "after " and _opens_a_time(when[6:])
    if past or _LASTING.match(done) or _NO_TIME.match(when) or _goes_on(done):
        return found[0]
    return f"{said}{affirmative_auxiliary(aux)}{done} {_only_then(when)}"


def rewrite_fronted_time(found: re.Match[str]) -> str:
    """ "Not until May did they pay" as "they did pay only in May"."""
    when, aux, rest = _inverted(f"{found['when']} {found['aux']} {found['rest']}")
    if not aux or _NO_TIME.match(when):
        return found[0]
    then = _only_then(when) if found[0][:3].lower() == "not" else f"only {when}"
    return f"{aux} {rest} {then}"


def _inverted(clause: str) -> tuple[str, str, str]:
    """When it was, and the auxiliary behind that with what follows: "the dam had burst | did | they pay"; nothing where it may be another."""
    words = clause.split()
    found = [at for at, word in enumerate(words) if at and word.lower() in _INVERTED and at + 1 < len(words)]
    done = [at for at in found if words[at].lower() in DO]
    at = next(iter(done if len(found) > 1 else found), 0)
    return " ".join(words[:at]).rstrip(","), words[at] if at else "", " ".join(words[at + 1 :])


_INVERTED = MODALS | DO | FINITE_AUXILIARIES


def rewrite_time_cleft(found: re.Match[str]) -> str:
    """ "It was not until May that they paid" as "they paid only in May"."""
    when, rest = found.group("when", "rest")
    until = found["until"] is not None
    if until and _NO_TIME.match(when):
        return found[0]
    return f"{rest} {_only_then(when) if until else when}"


FINITE_FORMS = words_of("did does do was were is are has have had will would can could should may might must")
SUBJECT_PATTERN = r"(?:(?:the|a|an|its|his|her|their) )?[\w'-]+(?: of(?: the)?)?(?: [\w'-]+){0,2}?"
"""Who does something, in few words."""


_WITHIN_A_NAME = words_of("of the")


def lower_first_word(clause: str, beside: str = "") -> str:
    """A clause that opened a sentence, as it stands within one: with a small letter, unless it opens with a name, as what stands beside it does."""
    first, _, rest = clause.partition(" ")
    word = first.lower()
    plain = word.partition("'")[0] != "i" and (
        word in STOP_WORDS or word in NUMBER_WORDS or (is_english(word) and not beside[:1].isupper())
    )
    return f"{word} {rest}".strip() if plain and not rest[:1].isupper() else clause


def has_finite_verb(clause: str) -> bool:
    """Whether a finite verb stands in a clause, behind its first word."""
    words = clause.lower().split()[1:]
    return any(word in FINITE_FORMS or is_verb_form(word) or word.endswith("n't") for word in words)


def rewrite_both(found: re.Match[str]) -> str:
    """ "Mali signed it, and so did Benin" as "both Mali and Benin signed it"."""
    one, other = found["one"], found["other"]
    if one.split()[0].endswith("ing") or any(
        has_finite_verb(f"- {who}") or _placed(who) or who.lower() in STOP_WORDS for who in (one, other)
    ):
        return found[0]
    return f"Both {lower_first_word(one, beside=other)} and {other} {found['done']}"


def _placed(who: str) -> bool:
    """Whether a phrase tells where or about what somebody is: "the claim *about* the dam and its lake"."""
    return any(word in STOP_WORDS and word not in _WITHIN_A_NAME for word in who.lower().split()[1:])


def rewrite_neither(found: re.Match[str]) -> str:
    """ "Neither this nor that did it", in whatever order the two are told: "the bank and its owner did not pay"."""
    one, other, done = found["one"], found["other"], found["done"]
    if not found["aux"]:
        other, done = _at_its_verb(f"{other} {done}")
    if not done or any(has_finite_verb(f"- {who}") or _placed(who) for who in (one, other)):
        return found[0]
    one, other = sorted((lower_first_word(one, beside=other), other), key=str.lower)
    return f"Neither {one} nor {other} {affirmative_auxiliary(found['aux'])}{done}"


def _at_its_verb(clause: str) -> tuple[str, str]:
    """Who a clause is of, and what it says from its verb on; nothing where it has none in its first words."""
    words = clause.split()
    verbs = (
        at for at, word in enumerate(words) if word.lower() in FINITE_FORMS or is_verb_form(word.lower())
    )
    at = next((at for at in verbs if 0 < at <= _LONGEST and words[at - 1].lower() not in ARTICLES), 0)
    return " ".join(words[:at]), " ".join(words[at:]) if at else ""


_LONGEST = 7
"""Words of whoever does something, at most."""


_CLAUSE = r"\b (?:[\w'$£€%,.-]+ ){1,8}?"
_OR_THAT = expression(rf"((?:\bnot|\bnever|n't){_CLAUSE})or (?=([a-z]+))")
_AND_NOT = expression(
    rf"((?:\b(?P<aux>{'|'.join(sorted(FINITE_FORMS))})(?: |(?=n't))|\b)(?:not|never|n't){_CLAUSE})and (?:(?P=aux)(?: not| never|n't)|never) (?=[a-z])"
)
"""The second deed is denied as the first is: "did not pay and *may* not file" denies less."""
_AND_THAT = expression(r"\b(?:and|but) ([a-z]+)")


def align_joint_denials(a: str, b: str) -> tuple[str, str]:
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
