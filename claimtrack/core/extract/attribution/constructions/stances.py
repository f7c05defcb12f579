"""Stands that somebody takes, told by the verb alone: "The union disputes that.", "Doe rejected the claim", "Doe called for talks"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.constructions.showing import is_refusal_action
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST_SUBJECT, _LONGEST_OBJECT, _LONGEST_WANTED = 24, 6, 3
_TURNING_DOWN = word_set("rejected rejects dismissed dismisses contested contests")
"""What is turned down may be a plan or a player, too, and a seat is contested."""
_CLAIMS = (lexicon.STATEMENT_NOUNS - {"idea", "decision", "reading"}) | word_set(
    "criticism criticisms finding findings accusations allegations claims charges suggestions figures reports accounts assertions numbers conclusion "
    "conclusions calls fears concerns verdict assessment estimate estimates valuation characterisation comparison explanation complaint complaints submission wrongdoing"
)
_WON = word_set("title crown goal penalty seat election")
"""What is disputed or denied by a deed: "contested the title"."""
_POINTING = frozenset({"it", "that", "this", "both", "them"})
_TOLD_OF = _POINTING | _CLAIMS
_TAKING = lexicon.STANCE_VERBS | lexicon.REQUEST_PREPOSITIONS.keys()
_CHARGES = word_set("charge charges complaint complaints case claims")
_NOT_YET = word_set("not never will would may might could should must had to")
"""What stands before a verb where nobody takes a stand, or did before what is told: "had denied it for months"."""
_NOBODY = lexicon.NEGATIVE_OPENERS | lexicon.SUBJECT_PRONOUNS
_NEITHER = frozenset({"neither", "nor"})
_WHEN = times.TIME_ADVERBS | times.TIME_MODIFIERS | {"on", "when", "after", "before"}
_BEFORE_SUBJECT = lexicon.COORDINATORS | word_set("however meanwhile still yet")
_FILED = word_set("insurance asylum compensation benefit benefits")
"""What is claimed of an office, which turns it down by a deed: "rejected the insurance claim"."""
_FETCHED = word_set("help ambulance police backup directions water")
"""What is asked for by a deed."""
_SPOKEN = (
    lexicon.STANCE_VERBS
    | lexicon.SPEECH_CUES
    | lexicon.LABELLING_VERBS
    | lexicon.CLAIM_VERBS
    | lexicon.REQUEST_PREPOSITIONS.keys()
)
_SETTING_BESIDE = frozenset({"while", "whereas"})
_DECIDING = nouns.AUDIENCES | word_set(
    "judge judges magistrate justices parliament senate congress assembly voters lawmakers"
)
"""Those who turn down by a ruling or a vote."""


def find_stance_holder(tokens: list[Token]) -> TokenRange | None:
    """Who takes a stand in a clause: "But the council disputed that"; None where nobody does, or it was a deed: "The judge denied the motion"."""
    at = _verb(tokens)
    if not at or tokens[-1].text == "?" or _has(tokens[at:], _SETTING_BESIDE) or _does_more(tokens, at):
        return None  # "Oslo called for talks, while Kyiv refused" is nobody's alone
    group = find_group_start(tokens, at, 0)
    subject = _subject(tokens, group)
    if not subject or _has(tokens[group:at], _NOT_YET):
        return None
    if not _has(tokens[group:at], lexicon.BE):
        takes = _pleads if tokens[at].lower in lexicon.REQUEST_PREPOSITIONS else _is_stand
        by = subject if takes(tokens, at) else None
    else:
        by = _agent(tokens, at) if _has(tokens[slice(*subject)], _TOLD_OF) else None
    return by if by and _may_stand(tokens[slice(*by)]) else None


def _verb(tokens: list[Token]) -> int:
    """Where the first verb stands that may take a stand; 0 where none does."""
    window = range(1, min(len(tokens), _LONGEST_SUBJECT))
    return next((i for i in window if tokens[i].lower in _TAKING and _may_take(tokens, i)), 0)


def _does_more(tokens: list[Token], at: int) -> bool:
    """Whether a deed is told besides: "contested the findings and paid a fine"; not "rejected it and asked for proof"."""
    behind = [tokens[i + 1] for i in range(at + 1, len(tokens) - 1) if tokens[i].lower == "and"]
    return any(is_finite(token) and token.lower not in _SPOKEN for token in behind)


def _may_take(tokens: list[Token], at: int) -> bool:
    """Whether a verb of such a kind stands here: "disputed", "called for"."""
    verb = tokens[at].lower
    pleads = word_at(tokens, at + 1) in lexicon.REQUEST_PREPOSITIONS.get(verb, ())
    return (pleads or verb in lexicon.STANCE_VERBS) and not tokens[at].is_capital


def _subject(tokens: list[Token], group: int) -> TokenRange | None:
    """The subject of the main clause whose verb begins here, perhaps behind when or where: "In Vale, the mayor rejected that"."""
    is_relative = group > 1 and tokens[group - 1].lower in lexicon.RELATIVES
    found = None if is_relative else find_subject_before(tokens, group, 0)
    if not found:
        return None
    before, between = tokens[: found[0]], tokens[found[1] : group]
    opens = not before or before[-1].text in COMMA_OR_DASH or before[-1].lower in _BEFORE_SUBJECT
    # "Brenn was accused of it and denied it" tells what happened to him.
    is_told_of = any(map(is_finite, before)) or any(map(is_finite, between))
    return found if opens and not is_told_of else None


def _agent(tokens: list[Token], verb: int) -> TokenRange | None:
    """Who stands behind "disputed by", but for when: "by the union on Friday"."""
    start = verb + 2
    behind = (i for i in range(start, len(tokens)) if not tokens[i].is_word or tokens[i].lower in _WHEN)
    end = next(behind, len(tokens))
    return (start, end) if word_at(tokens, verb + 1) == "by" and start < end else None


def _is_stand(tokens: list[Token], at: int) -> bool:
    """Whether the verb is about what was said, and no deed itself."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb.startswith("disagree"):
        return following in {"", ".", ",", "with"}
    if following in _POINTING:
        return True
    if verb.startswith("dismiss") and _has(tokens[at + 1 :], _CHARGES):
        return False  # "The board dismissed the complaint"
    denied = tokens[at + 1 : at + 1 + _LONGEST_OBJECT]
    if verb in _TURNING_DOWN:
        return _has(denied, _CLAIMS) and not _has(denied, _FILED)
    return following.isalpha() and not (is_refusal_action(tokens, at, at + 1) or _has(denied, _WON))


def _pleads(tokens: list[Token], at: int) -> bool:
    """Whether somebody asks for something in words: "called for an inquiry"; not "argued for hours", "called on Monday"."""
    verb, wanted = tokens[at].lower, tokens[at + 2 : at + 2 + _LONGEST_WANTED]
    if not wanted or _has(tokens[:at], nouns.DOCUMENTS):
        return False  # "the bill calls for 12 boats"
    if verb == "calls" and _are_calls(tokens, at):
        return False
    if _has(wanted[:1], lexicon.CARDINALS) and not word_at(tokens, at + 3).isalpha():
        return False  # "Lund wanted three debates. Moor asked for four."
    lasts = verb.startswith("argue") and _has(wanted, times.TIME_UNITS)
    return not (lasts or _has(wanted, _FETCHED) or _has(wanted[:1], times.TIME_WORDS))


def _are_calls(tokens: list[Token], at: int) -> bool:
    """Whether "calls" is a noun: "Repeated calls for talks have failed"."""
    before = tokens[at - 1]
    is_subject = before.text == "," or is_speaker([before])
    return not is_subject or any(map(is_finite, tokens[at + 2 :]))


def _may_stand(subject: list[Token]) -> bool:
    """Whether a subject is somebody or a body: "the union", "a spokesman", "Ada Moor, the mayor"; "she" is whom it is about."""
    if subject[0].lower in _NOBODY or _has(subject, _DECIDING) or _has(subject, _NEITHER):
        return False
    return (is_speaker(subject) or _has(subject, nouns.BODIES)) and can_name_speaker(subject)


def _has(tokens: list[Token], words: frozenset[str] | set[str]) -> bool:
    """Whether one of these words stands there."""
    return any(token.lower in words for token in tokens)
