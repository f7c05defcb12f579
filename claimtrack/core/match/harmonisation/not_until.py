"""Rewrites of negated times and of coordination: "not until May did they pay" as "they did pay only in May", "neither this nor that"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import (
    ARTICLES,
    DO,
    FINITE_FORMS,
    MODALS,
    MONTHS,
    NUMBER_WORDS,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.terms import stem

_TIME_WORDS = words_of(
    MONTHS,
    WEEKDAYS,
    "year years month months week weeks day days morning evening night noon midnight today tomorrow "
    "yesterday spring summer autumn winter century decade weekend",
)
_EVENT_OPENERS = words_of("i we you he she it they my our his her their its")
_VAGUE_TIME = expression(r"(?:now|then|recently|further notice|today|very recently|lately)\b")
_TIME = expression(r"(?:\d{4}|\d{1,2}(?:st|nd|rd|th)?|(?:\d{1,2}[:.]\d\d|\d{1,2}) ?[ap]\.?m\.?)(?=[ .,]|$)")


def _is_point_in_time(when: str) -> bool:
    """Whether a point in time follows "until", and not an event: until 2021, next spring, Monday."""
    words = when.lower().rstrip(".").split()[:_MAX_TIME_WORDS]
    if words[:1] and words[0] in _EVENT_OPENERS:
        return False
    times = (word.strip(",.") for word in words)
    return _TIME.match(when) is not None or not _TIME_WORDS.isdisjoint(times)


_INTERVAL_AFTER = expression(r"(?:\w+ ){1,3}(?:after|later|before|earlier)\b")
_MAX_TIME_WORDS = 3
"""Number of opening words by which a time is recognised, "the end of March", "late on Friday"; events take more."""


def _only_after(when: str) -> str:
    """Return a time after "until" as one with "only", since it was not so before: "only in 2021", "only after the vote"."""
    if when[:6].lower() == "after " or _INTERVAL_AFTER.match(when):
        return f"only {when}"
    return f"only in {when}" if _is_point_in_time(when) else f"only after {when}"


_STATES = expression(
    r"(?:be )?(?:wait|stay|last|remain|survive|keep|continue|hold|live|sit|serve|run|work|extend|rule|go on)\w*\b",
    re.IGNORECASE,
)
"""Verbs of states that last: who did not stay until May was gone before."""


def affirmative_auxiliary(aux: str) -> str:
    """Return an auxiliary without its "not"."""
    return _POSITIVE.get(aux.lower(), f"{aux} ")


_POSITIVE = {"wo": "will ", "ca": "can ", "": "", **dict.fromkeys(("failed", "neglected"), "did ")}


def _has_second_verb(predicate: str) -> bool:
    """Whether a clause goes on to another verb that its "not" does not negate: "did not pay and will not pay until May"."""
    return any(word in _SECOND_VERB_OPENERS or word.endswith("n't") for word in predicate.lower().split())


_SECOND_VERB_OPENERS = MODALS | words_of(
    "and but or who which because if when while not never is are was were has had did does cannot"
)


def rewrite_unless(match: re.Match[str]) -> str:
    """Rewrite "They will not pay unless he does" as "they will pay only if he does"."""
    main, aux, predicate = match.group("said", "aux", "done")
    if _has_second_verb(predicate):
        return match[0]
    return f"{main}{affirmative_auxiliary(aux)}{predicate} only if {match['unless']}"


def rewrite_not_until(match: re.Match[str]) -> str:
    """Rewrite "They did not pay until May" as "they did pay only in May"."""
    main, aux, predicate, when = match.group("said", "aux", "done", "when")
    past = when[:6].lower() == "after " and _is_point_in_time(when[6:])
    if past or _STATES.match(predicate) or _VAGUE_TIME.match(when) or _has_second_verb(predicate):
        return match[0]
    return f"{main}{affirmative_auxiliary(aux)}{predicate} {_only_after(when)}"


def rewrite_fronted_time(match: re.Match[str]) -> str:
    """Rewrite "Not until May did they pay" as "they did pay only in May"."""
    when, aux, rest = _split_at_auxiliary(f"{match['when']} {match['aux']} {match['rest']}")
    if not aux or _VAGUE_TIME.match(when):
        return match[0]
    adverbial = _only_after(when) if match[0][:3].lower() == "not" else f"only {when}"
    return f"{aux} {rest} {adverbial}"


def _split_at_auxiliary(clause: str) -> tuple[str, str, str]:
    """Split an inverted clause into its time, auxiliary and rest, "the dam had burst | did | they pay"; the last two are "" if that is ambiguous."""
    words = clause.split()
    found = [at for at in range(1, len(words) - 1) if words[at].lower() in FINITE_FORMS]
    do_forms = [at for at in found if words[at].lower() in DO]
    at = next(iter(do_forms if len(found) > 1 else found), 0)
    return " ".join(words[:at]).rstrip(","), words[at] if at else "", " ".join(words[at + 1 :])


def rewrite_time_cleft(match: re.Match[str]) -> str:
    """Rewrite "It was not until May that they paid" as "they paid only in May"."""
    when, rest = match.group("when", "rest")
    until = match["until"] is not None
    if until and _VAGUE_TIME.match(when):
        return match[0]
    return f"{rest} {_only_after(when) if until else when}"


SUBJECT_PATTERN = r"(?:(?:the|a|an|its|his|her|their) )?[\w'-]+(?: of(?: the)?)?(?: [\w'-]+){0,2}?"
"""A subject of a few words."""


_WITHIN_A_NAME = words_of("of the")
"""Function words that may be part of a name."""


def lower_first_word(clause: str, coordinated: str = "") -> str:
    """Return a clause that opened a sentence in the form it has within one: in lower case, unless it opens with a name, as the other conjunct, `coordinated`, may show."""
    first, _, rest = clause.partition(" ")
    word = first.lower()
    can_be_lower = word.partition("'")[0] != "i" and (
        word in STOP_WORDS or word in NUMBER_WORDS or (is_english(word) and not coordinated[:1].isupper())
    )
    return f"{word} {rest}".strip() if can_be_lower and not rest[:1].isupper() else clause


def has_finite_verb(clause: str) -> bool:
    """Whether a finite verb follows the first word of a clause."""
    words = clause.lower().split()[1:]
    return any(word in FINITE_FORMS or is_verb_form(word) or word.endswith("n't") for word in words)


def rewrite_both(match: re.Match[str]) -> str:
    """Rewrite "Mali signed it, and so did Benin" as "both Mali and Benin signed it"."""
    one, other = match["one"], match["other"]
    is_pronoun = one.lower() in STOP_WORDS or other.lower() in STOP_WORDS
    if is_pronoun or one.split()[0].endswith("ing") or not (_is_subject(one) and _is_subject(other)):
        return match[0]
    return f"Both {lower_first_word(one, coordinated=other)} and {other} {match['done']}"


def _is_subject(phrase: str) -> bool:
    """Whether a phrase has no verb and no prepositional attribute: not "the claim *about* the dam and its lake"."""
    words = phrase.lower().split()[1:]
    is_linked = any(word in STOP_WORDS and word not in _WITHIN_A_NAME for word in words)
    return not is_linked and not has_finite_verb(f"- {phrase}")


def rewrite_neither(match: re.Match[str]) -> str:
    """Rewrite a joint denial as "Neither this nor that", in alphabetical order: "the bank and its owner did not pay"."""
    one, other, predicate = match["one"], match["other"], match["done"]
    if not match["aux"]:
        other, predicate = _split_at_verb(f"{other} {predicate}")
    if not predicate or not (_is_subject(one) and _is_subject(other)):
        return match[0]
    one, other = sorted((lower_first_word(one, coordinated=other), other), key=str.lower)
    return f"Neither {one} nor {other} {affirmative_auxiliary(match['aux'])}{predicate}"


def _split_at_verb(clause: str) -> tuple[str, str]:
    """Split a clause into its subject and the rest from its verb on; the rest is "" if none of its first words is a verb."""
    words = clause.split()
    lower = clause.lower().split()
    places = (at for at in range(1, min(len(words), _MAX_SUBJECT_WORDS + 1)) if lower[at - 1] not in ARTICLES)
    at = next((at for at in places if lower[at] in FINITE_FORMS or is_verb_form(lower[at])), 0)
    return " ".join(words[:at]), " ".join(words[at:]) if at else ""


_MAX_SUBJECT_WORDS = 7
"""Maximum number of words of a subject."""


_CLAUSE = r"\b (?:[\w'$£€%,.-]+ ){1,8}?"
_OR_THAT = expression(rf"((?:\bnot|\bnever|n't){_CLAUSE})or (?=([a-z]+))")
_AND_NOT = expression(
    rf"((?:\b(?P<aux>{'|'.join(sorted(FINITE_FORMS))})(?: |(?=n't))|\b)(?:not|never|n't){_CLAUSE})and (?:(?P=aux)(?: not| never|n't)|never) (?=[a-z])"
)
"""The second verb must be negated like the first: "did not pay and *may* not file" denies less."""
_AND_THAT = expression(r"\b(?:and|but) ([a-z]+)")


def align_joint_denials(a: str, b: str) -> tuple[str, str]:
    """Return two texts with a negation of two verbs expressed as in the other: "did not pay or tell", "did not pay and did not tell", "and told"."""
    if " or " in b and " or " not in a:
        return _split_joint_denial(b, a)[::-1]
    return _split_joint_denial(a, b) if " or " in a and " or " not in b else (a, b)


def _split_joint_denial(one: str, other: str) -> tuple[str, str]:
    """Return the first with a negation of its own for the second verb if the other affirms that verb; else the other in the form of the first."""
    found = _OR_THAT.search(one)
    if not found:
        return one, other
    verb = found[2]
    if any(word != verb and stem(word) == stem(verb) for word in _AND_THAT.findall(other)):
        return _OR_THAT.sub(r"\1and did not ", one), other
    return one, _AND_NOT.sub(r"\1or ", other)
