"""Where a sentence parts into clauses that are read each by itself: "A said S, but according to B, T"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.attribution import attributions
from claimtrack.core.extract.attribution.compound.between_sources import (
    OPENING,
    before_source,
    between_sources,
    is_main,
    is_reported,
    is_sourced,
    past_front_clause,
    unstopped,
)
from claimtrack.core.extract.attribution.compound.other_speakers import aside_before, replies, without_dash
from claimtrack.core.extract.attribution.compound.relative_clauses import said_aside
from claimtrack.core.extract.attribution.constructions.parentheticals import told_by_last
from claimtrack.core.extract.attribution.reported.comparing import follows_on, tells_lapse
from claimtrack.core.extract.attribution.sources.noun_phrases import subject_start
from claimtrack.core.extract.attribution.verbs.cues import group_start
from claimtrack.core.extract.attribution.verbs.objects import PROMISING
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    DASHES,
    FEWEST_SAID,
    has_predicate,
    has_quote,
    opens_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from collections.abc import Set


_FEWEST_IN_TWO = 7  # words of a sentence that may part, at least: "A says 4, B says none"
_LONGEST_SUBJECT, _LONGEST_LAPSE = 9, 6
_MOST_STOPS = 4  # semicolons that are looked at; no sentence of prose has more of its own
_BEFORE_REPLY = lexicon.OPPOSING | {",", ";"}
_AGAINST = lexicon.CONTRASTS | {"as", "and"}
_REPLYING = (
    lexicon.INSISTING
    | lexicon.REJECTING
    | word_set(
        "according say warn argue found find finds show shows reported reports told put puts claim countered counters estimated estimates concluded concludes caution cautions cautioned contend contends contended note insist maintain stress"
    )
)
_SAYING = _REPLYING | PROMISING
_DENYING = lexicon.REJECTING | {"deny", "dispute", "reject", "contest", "refute"}
_SAID = lexicon.REFERRED | lexicon.CLAIMS | {"conclusion", "charges", "findings", "estimate"}
_LONGEST_DENIAL = 4
_ENDING = frozenset({"", ".", "and", "but"})
_KNOWING = lexicon.PUTS | word_set("say says show shows showed find finds found")


def parted(tokens: list[Token], words: Set[str] | None = None) -> list[list[Token]]:
    """The clauses of a sentence that are read each by itself; one where it does not part. `words` are those it holds."""
    if words is None:
        words = {token.lower for token in tokens}
    if not DASHES.isdisjoint(words):
        tokens = without_dash(tokens, _REPLYING)
    if "(" in words and (apart := _past_bracket(tokens)):
        return apart
    fronts = "," in words and ("time" in words or not OPENING.isdisjoint(words))
    if fronts and (front := past_front_clause(tokens)):
        return [front[0], *parted(front[1])]
    tells_of = "," in words and ("who" in words or "which" in words)
    told = told_by_last(tokens) if tells_of else None
    if told and attributions(told[1]):
        return [part for part in told if part]
    aside = said_aside(tokens) if tells_of else None
    if aside and attributions(aside.says) and not attributions([*aside.subject, *aside.does]):
        return [aside.says, aside.does]
    if ";" in words and (stop := _behind_source(tokens)):
        joins = tokens[stop + 1].lower in lexicon.COORDINATORS
        return [tokens[:stop], *parted(unstopped(tokens, stop + 1 + joins))]
    if ";" in words and (stop := _before_another(tokens)):
        return [tokens[:stop], *parted(unstopped(tokens, stop + 1))]
    denies = not _DENYING.isdisjoint(words)
    if denies and ":" in words and (colon := _before_own_words(tokens)):
        return [tokens[:colon], tokens[colon + 1 :]]
    if ":" in words and (colon := before_source(tokens)):
        return [tokens[:colon], *parted(tokens[colon + 1 :])]
    if denies and (comma := _before_denial(tokens)):
        return [tokens[:comma], *parted(unstopped(tokens, comma + 2))]
    if "whom" in words and (comma := _before_some_of_them(tokens)):
        return [tokens[:comma], unstopped(tokens, comma + 1)]
    if "why" in words and (comma := _before_why(tokens)):
        return [tokens[:comma], unstopped(tokens, comma + 4)]
    if len(tokens) < _FEWEST_IN_TWO or _REPLYING.isdisjoint(words):
        return [tokens]
    if "," in words and (twice := _interrupted_twice(tokens)):
        return list(twice)
    saying = "saying" in words
    says = [i for i, word in enumerate(tokens) if word.lower in _SAYING or (saying and _is_saying(tokens, i))]
    cited = between_sources(tokens, says) if "according" in words else None
    end, begin = cited or (_before_reply(tokens, says) if len(says) > 1 else None) or (0, 0)
    if not end:
        return [tokens]
    return [tokens[:end], *parted(unstopped(tokens, begin))]


def _past_bracket(tokens: list[Token]) -> list[list[Token]]:
    """The clauses of "S (T, Doe said)", and the words around "(T, Doe said)" in the midst of a sentence; none where nobody speaks in brackets."""
    start = next((i for i, token in enumerate(tokens) if token.text == "("), 0)
    end = next((i for i in range(start, len(tokens)) if tokens[i].text == ")"), 0)
    inside, behind = tokens[start + 1 : end], tokens[end + 1 :]
    if start == 0 or lexicon.CUES.isdisjoint(token.lower for token in inside):
        return []
    hits = attributions(inside)
    if (hits and hits[0].framed) or not (hits or inside[-1].lower in lexicon.INSISTING):
        return []
    says = bool(hits) and is_statement(inside, *hits[0].content) and is_main(tokens, start)
    ends = not any(token.is_word or token.is_quote for token in behind)
    joins = word_at(behind, 0) == "," and word_at(behind, 1) in lexicon.COORDINATORS
    if says and (ends or (joins and opens_clause(behind, 2))):
        return [tokens[:start], inside] if ends else [tokens[:start], inside, *parted(unstopped(behind, 2))]
    return [[*tokens[:start], *behind]] if ends else parted([*tokens[:start], *behind])


def _before_own_words(tokens: list[Token]) -> int:
    """The colon in "The trust disputes that: it says S", behind which whoever denies something goes on to say why; else 0."""
    colon = next((i for i in range(FEWEST_SAID, len(tokens) - FEWEST_SAID) if tokens[i].text == ":"), 0)
    denies = not _DENYING.isdisjoint(token.lower for token in tokens[max(0, colon - _LONGEST_DENIAL) : colon])
    if not denies or tokens[colon + 1].lower not in lexicon.SUBJECT_PRONOUNS or not is_main(tokens, colon):
        return 0
    hits = attributions(tokens[colon + 1 :])
    return colon if hits and hits[0].source == (0, 1) and not hits[0].framed else 0


def _before_denial(tokens: list[Token]) -> int:
    """The comma in "It began at a pylon, though the firm has disputed that conclusion"; 0 where nobody denies what stands before."""
    for at in range(len(tokens) - 1, FEWEST_SAID, -1):
        if tokens[at].lower not in _DENYING or not _is_what_was_said(tokens, at + 1):
            continue
        group = group_start(tokens, at, 0)
        comma = subject_start(tokens, group) - 2
        is_denied = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in lexicon.CONTRASTS
        if is_denied and comma + 2 < group and is_main(tokens, comma):
            return comma
    return 0


def _is_what_was_said(tokens: list[Token], at: int) -> bool:
    """Whether "that", "it", "that conclusion" or "the finding" stands here, and no clause."""
    following = word_at(tokens, at + 1)
    if word_at(tokens, at) in lexicon.POINTING and (following in _ENDING or following == ","):
        return True
    return (
        (word_at(tokens, at) in lexicon.POINTING or word_at(tokens, at) == "the")
        and following in _SAID
        and word_at(tokens, at + 2) in _ENDING
    )


def _before_some_of_them(tokens: list[Token]) -> int:
    """The comma in "It was sent to two aides, one of whom replied: "S""; 0 where no such clause says anything."""
    window = range(FEWEST_SAID, len(tokens) - FEWEST_SAID)
    whom = next((i for i in window if tokens[i].lower == "whom" and word_at(tokens, i - 3) == ","), 0)
    if not (whom and word_at(tokens, whom - 1) == "of" and is_main(tokens, whom - 3)):
        return 0
    hits = attributions(tokens[whom - 2 :])
    says = len(hits) == 1 and hits[0].source == (0, 3) and not hits[0].framed
    return whom - 3 if says and tokens[whom - 2 + hits[0].cue].lower not in lexicon.THINK else 0


def _before_why(tokens: list[Token]) -> int:
    """The comma in "The pipes are old, which is why the council says S"; 0 where nobody says anything behind it."""
    at = next((i for i in range(FEWEST_SAID, len(tokens) - FEWEST_SAID) if tokens[i].lower == "why"), 0)
    is_reason = word_at(tokens, at - 1) in lexicon.BE and word_at(tokens, at - 2) == "which"
    is_reason = is_reason and word_at(tokens, at - 3) == "," and has_predicate(tokens, 0, at - 3)
    if not (is_reason and is_statement(tokens, 0, at - 3)):
        return 0
    hits = attributions(tokens[at + 1 :])
    return at - 3 if len(hits) == 1 and hits[0].cue < hits[0].content[0] else 0


def _behind_source(tokens: list[Token]) -> int:
    """Where the semicolon stands in "S, according to A; T, B said", two statements with a source each; else 0."""
    window = range(FEWEST_SAID, len(tokens) - FEWEST_SAID)
    first = next((i for i in window if tokens[i].text == ";"), 0)
    end = next((i for i in range(first + 1, len(tokens)) if tokens[i].text == ";"), len(tokens))
    # Behind "S1; S2, A said" the first is not surely A's.
    apart = first > 0 and is_main(tokens, first) and is_sourced(tokens[:first])
    return first if apart and is_sourced(tokens[first + 1 : end]) else 0


def _before_another(tokens: list[Token]) -> int:
    """Where the semicolon stands in "S; T, Doe said", of which S is not surely Doe's; 0 where nobody is named behind one."""
    stops = [i for i in range(FEWEST_SAID, len(tokens) - FEWEST_SAID) if tokens[i].text == ";"]
    if any(tokens[i + 1].lower in {"and", "or"} for i in stops):
        return 0  # a list
    apart = [i for i in stops[:_MOST_STOPS] if is_main(tokens, i)]
    plain = (i for i in apart if not has_quote(tokens, 0, i))
    within = next((i for i in plain if _is_told_within(unstopped(tokens, i + 1))), 0)
    return within or next((i for i in apart if _say_each(tokens, i)), 0)


def _say_each(tokens: list[Token], stop: int) -> bool:
    """Whether one says what stands before a semicolon, and another what stands behind it: "A said S; T, B said"."""
    first = attributions(tokens[:stop])
    is_told = bool(first) and all(hit.cue < hit.content[0] and not hit.framed for hit in first)
    return is_told and bool(attributions(tokens[stop + 1 :]))


def _is_told_within(tokens: list[Token]) -> bool:
    """Whether a clause is all somebody's: "by 2024, according to Doe, S", "in 2024, Doe said, S", "Doe says 12"."""
    hits = attributions(tokens)
    if len(hits) != 1:
        return False
    hit = hits[0]
    start, end = hit.content
    return hit.framed or start <= hit.cue < end or tokens[hit.cue].lower == "according"


def _interrupted_twice(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """ "The port, A says, has 30 cranes" and "B says 40 boats" of "The port, A says, has 30 cranes and, B says, 40 boats"."""
    for joint in range(FEWEST_SAID, len(tokens) - FEWEST_SAID):
        if tokens[joint].lower not in lexicon.COORDINATORS or tokens[joint + 1].text != ",":
            continue
        close = next((i for i in range(joint + 2, len(tokens)) if tokens[i].text == ","), 0)
        first = attributions(tokens[:joint]) if tokens[close - 1].lower in lexicon.INSISTING else []
        is_within = len(first) == 1 and first[0].content[0] < first[0].cue < first[0].content[1]
        named = [token.lower for token in tokens[joint + 2 : close - 1]]
        if is_within and named != [token.lower for token in tokens[slice(*first[0].source)]]:
            return tokens[:joint], [*tokens[joint + 2 : close], *tokens[close + 1 :]]
    return None


def _before_reply(tokens: list[Token], says: list[int]) -> tuple[int, int] | None:
    """Where they do in "A says S, B says T" and "A said S and B said T"; `says` are the verbs of saying."""
    for first, verb in pairwise(says):
        if tokens[verb].lower == "according" or tokens[verb].lower in PROMISING:
            continue
        opens, closes = aside_before(tokens, verb)
        window = range(opens - 1, max(first if first < opens else says[0], opens - _LONGEST_SUBJECT), -1)
        plain = [*tokens[:opens], *tokens[closes:]] if opens < closes else tokens
        for joint in (i for i in window if _joins(tokens, i)):
            lapse = _lapse_comma(tokens, joint) or joint - (word_at(tokens, joint - 1) == "even")
            if lapse == joint - 1 and not (_sets_right(tokens, joint, verb) or _is_even_as(tokens, joint)):
                continue
            end = lapse - (tokens[lapse].text != "," and tokens[lapse - 1].text == ",")
            told = tokens[joint].lower == "and" and _is_past(tokens[verb])
            if (told and not _is_past(tokens[says[0]])) or not replies(
                plain, joint + 1, verb - closes + opens
            ):
                continue
            against = tokens[joint].lower in _AGAINST and tokens[lapse - 1].text == ","
            against = against or lapse < joint - 1  # "S, A said, a day after B said T"
            if is_reported(tokens[:end]) or (against and is_sourced(tokens[:end])):
                return end, joint + 1
    return None


def _is_saying(tokens: list[Token], at: int) -> bool:
    """Whether "saying" reports what somebody says: "resigned, saying S", "have been saying", but "a sign saying"."""
    return tokens[at].lower == "saying" and at > 0 and tokens[at - 1].lower in {",", "been", "as"}


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether what joins a second source to what a first one said ends here: "and", ", even as", ", a day after"."""
    word = tokens[at].lower
    if word in _BEFORE_REPLY:
        return True
    return _is_even_as(tokens, at) if word == "as" else word in times.LAPSING and _lapse_comma(tokens, at) > 0


def _lapse_comma(tokens: list[Token], end: int) -> int:
    """The comma of ", a day after" or ", hours after" that ends here; 0 where none does."""
    if tokens[end].lower not in times.LAPSING:
        return 0
    comma = next((i for i in range(end - 2, max(0, end - _LONGEST_LAPSE), -1) if tokens[i].text == ","), 0)
    return comma if comma and (tells_lapse(tokens, comma) or follows_on(tokens, comma)) else 0


def _sets_right(tokens: list[Token], though: int, verb: int) -> bool:
    """Whether ", even though the bureau puts it at 4%" is the outlet's; who "told her office S" may be in her account."""
    is_closed = tokens[though].lower == "though" and word_at(tokens, though - 2) == ","
    return is_closed and tokens[verb].lower in _KNOWING


def _is_even_as(tokens: list[Token], at: int) -> bool:
    """Whether ", even as" ends here: "fell by 4%, even as officials warned that they would rise"."""
    return tokens[at].lower == "as" and word_at(tokens, at - 1) == "even" and word_at(tokens, at - 2) == ","


def _is_past(verb: Token) -> bool:
    return verb.lower.endswith("ed") or verb.lower in {"said", "told", "found", "wrote"}
