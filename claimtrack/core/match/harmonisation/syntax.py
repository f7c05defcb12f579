"""Rewriting a statement in the plainest of several equivalent constructions: a cleft as a plain clause, "not until" as "only after".

Two statements are rewritten before they are compared, so that no guard takes grammar for a denial, another order or another tense.
Only closed classes of words are read here; what a sentence is about may be anything.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import (
    BEFORE_A_NOUN,
    FINITE_BE,
    FINITE_FORMS,
    NUMBER_WORDS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.harmonisation.converses import CONVERSE_RULES
from claimtrack.core.match.harmonisation.not_until import (
    SUBJECT_PATTERN,
    affirmative_auxiliary,
    has_finite_verb,
    lower_first_word,
    rewrite_both,
    rewrite_fronted_time,
    rewrite_neither,
    rewrite_not_until,
    rewrite_time_cleft,
    rewrite_unless,
)
from claimtrack.core.match.normalisation.rules import combine_rules, rule
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.typography import unify

_NO_ONE_WORDS = words_of("nobody none no no-one")
_CAUSE_WORDS = words_of("cause caused causes resulted result consequence brought stemmed due gave")
_COUNTERPARTS = {
    **dict.fromkeys(("alone", *_NO_ONE_WORDS), _NO_ONE_WORDS | {"only", "alone"}),
    "nothing": words_of("nothing anything only just"),
    "going": words_of("will won't"),
    "unless": words_of("unless only provided providing condition long"),
    "led": _CAUSE_WORDS | {"behind"},
    **dict.fromkeys(("behind", "due"), _CAUSE_WORDS | words_of("led lead leads")),
    "beaten": words_of("lost lose loses defeated defeat win victory"),
}
"""A word that a rewrite removes -> the words of which the other statement must have one; otherwise the text stays as it is."""
_AUX = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should|may|might|must)"

_CLAUSE = r"(?:[^,;.:\"]|(?<=\d)[.,](?=\d))+?"
_NOT = r"(?: not|n't)"
_AFTER_TIME = r"(?:after|until|since|when|once|if|because|in|on|at|with|by|through|thanks to|from)"


_rule = partial(rule, flags=re.IGNORECASE)


def _rewrite_cleft(match: re.Match[str]) -> str:
    """Rewrite "It was hunters who found it" as "hunters found it"."""
    subject, pronoun, rest = match.group("who", "which", "rest")
    first = subject.split(" ", 1)[0].lower()
    if first in _NO_AGENT_OPENERS or first.endswith("ing") or is_verb_form(first) or '"' in match[0]:
        return match[0]  # "it was sued after a fire that killed five"
    verb = rest.split(" ", 1)[0].lower()
    did = pronoun.lower() == "who" or verb in FINITE_FORMS or is_verb_form(verb)
    return f"{subject} {rest}" if did and " not " not in f" {subject} " else match[0]


def _rewrite_because(match: re.Match[str]) -> str:
    """Rewrite "B, so A" as "A because B"."""
    return f"{match['effect']} because {lower_first_word(match['cause'])}"


_NO_AGENT_OPENERS = words_of("about in on at for from with by of to how why when where what because not")
"""After "it is" these do not open the name of an agent."""
_SUBJECT = (
    r"(?=(?:the|a|an|these|those|its|his|her|their|our|my|no|many|most|some|all|half|police|"
    rf"{'|'.join(NUMBER_WORDS)})\b|(?-i:[A-Z0-9]))"
)
_NO_PLACE = (
    r"(?!(?:the|an?|its|his|her|their|our|my|your|this|that|these|those|some|many|most|all|both|each|every|another|no|one"
    r"|school|church|court|jail|prison|war|work|college|university|hospital|bed|waste|people|someone|somewhere|anyone)\b)(?=(?-i:[a-z]))"
)
"""What is going to be done, and not a place that somebody goes to: not "are going to the polls", "to Kell", "to jail"."""
_NO_PRONOUN = r"(?!(?:it|he|she|they|we|i|you|this|that)\b)"


def _rewrite_less_than(match: re.Match[str]) -> str:
    """Rewrite "Is not as old as" as "is less old than", "did not take as many as" as "took fewer than"."""
    is_so = match["aux"].lower() in FINITE_BE
    if is_so == bool(match["done"]) and match["done"] not in ("nearly ", "quite "):
        return match[0]
    much = {"many": "fewer", "much": "less"}.get(match["much"].lower(), f"less {match['much']}")
    done = "" if is_so else match["done"]
    return f"{match['said']}{affirmative_auxiliary(match['aux'])}{done}{much} {match['of']}than "


def _rewrite_although(match: re.Match[str]) -> str:
    """Rewrite "A, but B" as "B although A"; but "not A, but B" means B only."""
    less, main = match["less"], match["told"]
    if less.split(" ", 1)[0].lower() in _NO_AGENT_OPENERS:
        return match[0]  # "in an email, however, they wrote"
    whole = len(main.split()) >= _MIN_CLAUSE_WORDS and main.split()[-1].lower() not in _ELLIPTIC_ENDS
    if not (whole and has_finite_verb(less) and has_finite_verb(main)):
        return match[0]
    return f"{main} although {lower_first_word(less)}"


_MIN_CLAUSE_WORDS = 5
"""Minimum number of words of a clause that makes a statement on its own: not "the general has doubts"."""
_ELLIPTIC_ENDS = FINITE_FORMS | words_of("not too neither hasn't haven't didn't doesn't isn't won't")


def _rewrite_only_one(match: re.Match[str]) -> str:
    """Rewrite "The treasurer was the only one who saw it" as "only the treasurer saw it"."""
    return f"Only {lower_first_word(match['who'])} {match['rest']}"


def _rewrite_alone(match: re.Match[str]) -> str:
    """Rewrite "The treasurer alone saw it" likewise; but not "she flew alone over Kell", "exports to France alone fell"."""
    subject = match["who"].lower().split()
    verb = match["rest"].split(" ", 1)[0].lower()
    is_nominal = STOP_WORDS.isdisjoint(subject[subject[0] in BEFORE_A_NOUN :]) and not any(
        map(is_verb_form, subject)
    )
    if not subject[0][0].isalpha() or _AMOUNT.search(match["rest"]) or _NEGATED_VERB.search(match["rest"]):
        return match[0]  # "fuel alone cost 21 million", "that alone does not explain it"
    return (
        _rewrite_only_one(match) if is_nominal and (verb in FINITE_FORMS or is_verb_form(verb)) else match[0]
    )


_AMOUNT = expression(r"\d|\b(?:half|third|quarter|percent|million|billion|more|most)\b")
_NEGATED_VERB = expression(r"^\w+ not\b|^\w+n't\b|^cannot\b")


_NOT_UNTIL = (
    # negated times
    _rule("until", r"^it (?:was|is|will be)(?: not|n't) (?P<until>until) (?P<when>[^,]+?) that (?P<rest>.+)$", rewrite_time_cleft),
    _rule("until", rf"^not until (?P<when>.+?),? (?P<aux>{_AUX}) (?P<rest>.+)$", rewrite_fronted_time),
    _rule("until", rf"^until (?P<when>[^,]+), (?P<said>.+? )(?P<aux>{_AUX}|wo|ca|can)(?:{_NOT}|(?<=can)not) (?P<done>.+)$", rewrite_not_until),
    _rule("until", rf"^(?P<said>.+? )(?P<aux>{_AUX}|wo|ca|can)(?:{_NOT}|(?<=can)not) (?P<done>[^,]+?),? until (?P<when>[^,]+)$", rewrite_not_until),
    _rule("only", rf"^only (?P<when>{_AFTER_TIME} .+?),? (?P<aux>{_AUX}) (?P<rest>.+)$", rewrite_fronted_time),
    _rule(
        "that", rf"^it (?:was|is) (?P<until>(?!))?(?P<when>(?:only )?{_AFTER_TIME} [^,]+?) that (?P<rest>.+)$", rewrite_time_cleft
    ),
)  # fmt: skip
_CLEFT = _rule(
    "who that", r"^it (?:was|is) (?P<who>[^,]{2,60}?) (?P<which>who|that) (?P<rest>.+)$", _rewrite_cleft
)
_PLAIN = (
    _CLEFT,
    _rule("one ones person", r"^the (?:ones?|person) (?:who|that) (?P<did>.+) (?:was|is|were|are) (?P<who>[^,]{2,60})$", r"\g<who> \g<did>"),
    # exclusivity
    _rule("nobody none one", r"^(?:nobody|no one|no-one|none) (?:but|except(?: for)?|other than) ", "Only "),
    _rule("only", r"^(?P<who>[^,]{2,60}?) (?:was|is|were|are) the only ones? (?:who|that) (?P<rest>.+)$", _rewrite_only_one),
    _rule("alone", r"^(?P<who>(?!not )[^,]{2,40}?) alone (?P<rest>\w+(?: .+)?)$", _rewrite_alone),
    _rule("nothing", r"\bnothing (?:but|except|other than)\b", "only"),
    _rule("anything", rf"^(?P<said>.+? )(?P<aux>{_AUX}|wo|ca){_NOT} (?P<done>[^,]+?) anything (?:but|except|other than) ",
         lambda found: f"{found['said']}{affirmative_auxiliary(found['aux'])}{found['done']} only "),
    _rule("only", r"^the only thing (?:that )?(?P<done>[^,]+?) (?:was|is) (?P<what>.+)$", r"\g<done> only \g<what>"),
    _rule("but", r"\b((?:every|any)(?:one|body|thing|where)) but\b(?! (?:one|two|\d|for\b))", r"\1 except"),
    # coordination
    _rule("nor neither", rf"^(?P<one>{SUBJECT_PATTERN}) (?P<aux>{_AUX}|wo|ca){_NOT} (?P<done>.+?),? (?:and neither|nor|and nor) {_AUX} (?P<other>{SUBJECT_PATTERN})$", rewrite_neither),
    _rule("not n't", rf"^(?:both )?(?P<one>{SUBJECT_PATTERN}) and (?P<other>{SUBJECT_PATTERN}) (?:both )?(?P<aux>did|do|were|are|have|had|will|would|can|could|should|wo|ca){_NOT} (?P<done>.+)$", rewrite_neither),
    _rule("both", rf"^both (?P<one>{SUBJECT_PATTERN}) and (?P<other>{SUBJECT_PATTERN}) (?P<aux>failed|neglected) to (?P<done>.+)$", rewrite_neither),
    _rule("neither", rf"^neither (?P<one>{SUBJECT_PATTERN}) nor (?P<other>{SUBJECT_PATTERN})(?P<aux>) (?P<done>(?:{_AUX}|\w+ed|\w+) .+)$", rewrite_neither),
    _rule("_so_", rf"^(?P<one>{SUBJECT_PATTERN}) (?P<done>.+?),? and so (?:did|does|do|has|have|had|will) (?P<other>{SUBJECT_PATTERN})$", rewrite_both),
    _rule("only", rf"^not only (?P<one>{SUBJECT_PATTERN}),? but(?: also)? (?P<other>{SUBJECT_PATTERN}) (?P<done>\w.*)$", rewrite_both),
    _rule("well along together", rf"^(?P<one>{SUBJECT_PATTERN}),? (?:as well as|(?:along |together )with) (?P<other>{SUBJECT_PATTERN}),? (?P<done>\w.*)$", rewrite_both),
    # reasons
    _rule("_so_ _so,", rf"^(?P<cause>{_CLAUSE})(?:[,;]|\.(?= [A-Z])) (?:and )?so,? {_SUBJECT}(?P<effect>[^.\"]+)$", _rewrite_because),
    _rule(
        "therefore consequently hence thus result consequence why",
        rf"^(?P<cause>{_CLAUSE})(?:[,;]|\.(?= [A-Z])) (?:and )?(?:therefore|consequently|hence|thus|as a (?:result|consequence)|which is why|"
        rf"that is why|that's why),? {_NO_PRONOUN}(?P<effect>[^.\"]+)$",
        _rewrite_because,
    ),
    _rule("reason", r"^the reason (?:why |that )?(?!for\b|of\b|behind\b|given\b)(?P<effect>.+?) (?:is|was) (?:that|because) (?P<cause>.+)$", _rewrite_because),
    # concessions
    _rule("fact", r"\b(?:in spite of|despite) the fact that\b", "although"),
    _rule(
        "but however nevertheless nonetheless yet",
        rf"^(?P<less>{_CLAUSE})(?:[,;]|\.(?= [A-Z])) (?:but|however|nevertheless|nonetheless|yet),? "
        rf"{_SUBJECT}(?P<told>{_CLAUSE})$",
        _rewrite_although,
    ),
    # conditions
    _rule("unless", rf"^unless (?P<unless>[^,]+), (?P<said>.+? )(?P<aux>{_AUX}|wo|ca|can)(?:{_NOT}|(?<=can)not) (?P<done>[^,]+)$", rewrite_unless),
    _rule("unless", rf"^(?P<said>.+? )(?P<aux>{_AUX}|wo|ca|can)(?:{_NOT}|(?<=can)not) (?P<done>[^,]+?),? unless (?P<unless>[^,]+)$", rewrite_unless),
    _rule("provided providing condition long", rf"(?:,? (?:provided|providing) that|,? on (?:the )?condition that"
         rf"|(?<!twice)(?<!times)(?<!half)(?<!just),? (?:as|so) long as(?! (?:\d|{'|'.join(NUMBER_WORDS)}))) {_SUBJECT}", " if "),
    _rule("should", r"^should (?P<when>[^,?]+), (?P<rest>[^?]+)$", r"If \g<when>, \g<rest>"),
    # comparisons
    _rule("number", r"\ba (?:greater|larger|higher|bigger) number of\b", "more"),
    _rule("number", r"\ba (?:smaller|lower) number of\b", "fewer"),
    _rule("not n't", rf"^(?P<said>.+? )(?P<aux>{_AUX}|wo|ca){_NOT} (?P<done>(?:\w+ (?:in |on |up |out )?)?)(?:as|so) (?P<much>\w+) (?P<of>(?:[^,.]*? )??)as ", _rewrite_less_than),
    # order of events
    _rule("having", r"^having (?!(?:been )?(?:beaten|defeated)|lost|won)(?=\w+(?:ed|en|wn|un|id|ld|nt|ght|it|ut|et|ade) )(?P<done>[^,]+), (?P<rest>.+)$", r"After having \g<done>, \g<rest>"),
    # negated quantifiers
    _rule("failed", r"^all (?:of )?(?P<who>(?:the|its|his|her|their|our) [^,]+?) failed to (?P<done>.+)$", r"None of \g<who> did \g<done>"),
    # future
    _rule("going", rf"(?: (?:is|are)|'s|'re) (not )?going to {_NO_PLACE}", lambda found: f" will {found[1] or ''}"),
    _rule("going", rf"\b(?:isn't|aren't) going to {_NO_PLACE}", "will not "),
    # converses
    *CONVERSE_RULES,
)  # fmt: skip


_rewrite_times, _rewrite_others = combine_rules(_NOT_UNTIL, _PLAIN)
_MARKERS = (
    frozenset(telltale for way in (*_NOT_UNTIL, *_PLAIN) for telltale in way.telltales) | _NO_ONE_WORDS
) - words_of("not that who should having both neglected")
"""Words that one statement must not lose in a rewrite if the other keeps them."""


class Simplified(NamedTuple):
    """A rewritten text, and the words of its only agent, which another statement must contain to say the same."""

    text: str
    alone: frozenset[str]


@lru_cache(maxsize=4096)
def simplify(text: str) -> Simplified:
    """Return a text in the plainest construction, or unchanged."""
    unified = unify(text).strip()
    end = unified[-1:] if unified[-1:] in ".!" else ""
    simple = _rewrite_times(unified.removesuffix(end))
    cleft = _CLEFT.pattern.match(simple)
    simple = f"{_rewrite_others(simple)}{end}"
    if simple == unified or read(text).sentences[-1] > 1:
        return Simplified(text, frozenset())
    alone = words_of(cleft["who"].lower()) - STOP_WORDS - {"only"} if cleft else frozenset()
    return Simplified(simple[0].upper() + simple[1:], alone)


def _has_counterparts(lost: frozenset[str], other_text: str) -> bool:
    """Whether the other statement has the words that justify what one loses in a rewrite."""
    known = read(other_text).vocabulary
    return not any(mark in _COUNTERPARTS and known.isdisjoint(_COUNTERPARTS[mark]) for mark in lost)


def simplify_both(one: str, other: str) -> tuple[str, str]:
    """Return two texts in the plainest construction; unchanged if only one can be and the other keeps the word for it: "not until noon", "closed until noon"."""
    simple, simple_b = simplify(one), simplify(other)
    if simple.text == one and simple_b.text == other:
        return one, other
    if not (simple.alone <= read(other).vocabulary and simple_b.alone <= read(one).vocabulary):
        return one, other
    words, words_b = read(simple.text).vocabulary, read(simple_b.text).vocabulary
    lost, lost_b = (read(one).vocabulary - words) & _MARKERS, (read(other).vocabulary - words_b) & _MARKERS
    restored = lost & words_b | lost_b & words
    if restored or not (_has_counterparts(lost, other) and _has_counterparts(lost_b, one)):
        return one, other
    return simple.text, simple_b.text


def move_phrase_to_end(a: str, b: str) -> tuple[str, str]:
    """Return two texts of the same words with the opening phrase of one at its end, if the other ends with it after a comma: "X, according to Y".

    This shows what else has changed places.
    """
    return _move_opening(a, b), _move_opening(b, a)


def _move_opening(one: str, other: str) -> str:
    """Return a text with its opening phrase at the end, if another of the same words ends with it."""
    words, theirs = one.split(), other.split()
    if len(words) - len(theirs) not in (0, 1):
        return one  # like most pairs: they must have the same words, but for a "that"
    bare, bare_b = ([word.strip(_PUNCTUATION).lower() for word in text] for text in (words, theirs))
    lengths = range(_MIN_PHRASE_WORDS, min(_MAX_PHRASE_WORDS, len(words) - 1, len(theirs) - 1))
    length = next((n for n in lengths if bare[:n] == bare_b[-n:]), 0)
    start = length + (bare[length : length + 1] == ["that"])
    rest, rest_b = bare[start:], bare_b[:-length]
    parted = length and theirs[-length - 1].endswith(",")
    if not parted or rest == rest_b or sorted(rest) != sorted(rest_b):
        return one
    clause = " ".join(words[start:]).rstrip(_PUNCTUATION)
    return f"{clause[0].upper()}{clause[1:]}, {' '.join(theirs[-length:])}"


_MIN_PHRASE_WORDS, _MAX_PHRASE_WORDS = 2, 15
"""Minimum and maximum number of words of such a phrase."""
_PUNCTUATION = ".,;:!? "
