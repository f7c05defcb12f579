"""What was not so until something as what was so only after it: "did not pay until May", "not until May did they pay"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.lexicon import DO, FINITE_AUXILIARIES, MODALS, MONTHS, WEEKDAYS, words_of

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


def positive(aux: str) -> str:
    """An auxiliary without its "not"."""
    return _POSITIVE.get(aux.lower(), f"{aux} ")


_POSITIVE = {"wo": "will ", "ca": "can ", "": "", **dict.fromkeys(("failed", "neglected"), "did ")}


def _goes_on(done: str) -> bool:
    """Whether a clause goes on to another that its "not" does not belong to: "did not pay and will not pay until May"."""
    return any(word in _GOING_ON or word.endswith("n't") for word in done.lower().split())


_GOING_ON = MODALS | words_of(
    "and but or who which because if when while not never is are was were has had did does cannot"
)


def unless(found: re.Match[str]) -> str:
    """ "They will not pay unless he does" as "they will pay only if he does"."""
    said, aux, done = found.group("said", "aux", "done")
    return found[0] if _goes_on(done) else f"{said}{positive(aux)}{done} only if {found['unless']}"


def not_until(found: re.Match[str]) -> str:
    """ "They did not pay until May" as "they did pay only in May"."""
    said, aux, done, when = found.group("said", "aux", "done", "when")
    past = when[:6].lower() == "after " and _opens_a_time(when[6:])
    if past or _LASTING.match(done) or _NO_TIME.match(when) or _goes_on(done):
        return found[0]
    return f"{said}{positive(aux)}{done} {_only_then(when)}"


def fronted(found: re.Match[str]) -> str:
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


def it_was_then(found: re.Match[str]) -> str:
    """ "It was not until May that they paid" as "they paid only in May"."""
    when, rest = found.group("when", "rest")
    until = found["until"] is not None
    if until and _NO_TIME.match(when):
        return found[0]
    return f"{rest} {_only_then(when) if until else when}"
