"""Where a sentence parts into clauses that are read each by itself: "A said S, but according to B, T"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.attribution import find_attributions
from claimtrack.core.extract.attribution.compound.between_sources import (
    SUBORDINATE_OPENERS,
    ends_main_clause,
    find_colon_before_source,
    is_complete_report,
    is_fully_attributed,
    split_between_sources,
    split_fronted_clause,
    without_full_stop,
)
from claimtrack.core.extract.attribution.compound.other_speakers import (
    find_preverbal_aside,
    is_reply,
    replace_single_dash,
)
from claimtrack.core.extract.attribution.compound.relative_clauses import split_subject_aside
from claimtrack.core.extract.attribution.constructions.parentheticals import split_last_noun_report
from claimtrack.core.extract.attribution.reported.comparing import starts_lapse_adjunct, starts_lapse_clause
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.attribution.verbs.objects import PROMISE_VERBS
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    DASHES,
    MIN_CONTENT,
    has_predicate,
    has_quote,
    starts_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from collections.abc import Set


_FEWEST_IN_TWO = 7  # words of a sentence that may part, at least: "A says 4, B says none"
_LONGEST_SUBJECT, _LONGEST_LAPSE = 9, 6
_MOST_STOPS = 4  # semicolons that are looked at; no sentence of prose has more of its own
_BEFORE_REPLY = lexicon.AND_OR_CONTRASTIVES | {",", ";"}
_AGAINST = lexicon.CONTRASTIVES | {"as", "and"}
_REPLYING = (
    lexicon.ZERO_THAT_VERBS
    | lexicon.REJECTION_VERBS
    | word_set(
        "according say warn argue found find finds show shows reported reports told put puts claim countered counters estimated estimates concluded concludes caution cautions cautioned contend contends contended note insist maintain stress"
    )
)
_SAYING = _REPLYING | PROMISE_VERBS
_DENYING = lexicon.REJECTION_VERBS | {"deny", "dispute", "reject", "contest", "refute"}
_SAID = lexicon.ANAPHORIC_NOUNS | lexicon.CLAIM_NOUNS | {"conclusion", "charges", "findings", "estimate"}
_LONGEST_DENIAL = 4
_ENDING = frozenset({"", ".", "and", "but"})
_KNOWING = lexicon.PUTS | word_set("say says show shows showed find finds found")


def split_clauses(tokens: list[Token], words: Set[str] | None = None) -> list[list[Token]]:
    """The clauses of a sentence that are read each by itself; one where it does not part. `words` are those it holds."""
    if words is None:
        words = {token.lower for token in tokens}
    if not DASHES.isdisjoint(words):
        tokens = replace_single_dash(tokens, _REPLYING)
    if "(" in words and (apart := _past_bracket(tokens)):
        return apart
    fronts = "," in words and ("time" in words or not SUBORDINATE_OPENERS.isdisjoint(words))
    if fronts and (front := split_fronted_clause(tokens)):
        return [front[0], *split_clauses(front[1])]
    tells_of = "," in words and ("who" in words or "which" in words)
    told = split_last_noun_report(tokens) if tells_of else None
    if told and find_attributions(told[1]):
        return [part for part in told if part]
    aside = split_subject_aside(tokens) if tells_of else None
    if aside and find_attributions(aside.says) and not find_attributions([*aside.subject, *aside.does]):
        return [aside.says, aside.does]
    if ";" in words and (stop := _behind_source(tokens)):
        joins = tokens[stop + 1].lower in lexicon.COORDINATORS
        return [tokens[:stop], *split_clauses(without_full_stop(tokens, stop + 1 + joins))]
    if ";" in words and (stop := _before_another(tokens)):
        return [tokens[:stop], *split_clauses(without_full_stop(tokens, stop + 1))]
    denies = not _DENYING.isdisjoint(words)
    if denies and ":" in words and (colon := _before_own_words(tokens)):
        return [tokens[:colon], tokens[colon + 1 :]]
    if ":" in words and (colon := find_colon_before_source(tokens)):
        return [tokens[:colon], *split_clauses(tokens[colon + 1 :])]
    if denies and (comma := _before_denial(tokens)):
        return [tokens[:comma], *split_clauses(without_full_stop(tokens, comma + 2))]
    if "whom" in words and (comma := _before_some_of_them(tokens)):
        return [tokens[:comma], without_full_stop(tokens, comma + 1)]
    if "why" in words and (comma := _before_why(tokens)):
        return [tokens[:comma], without_full_stop(tokens, comma + 4)]
    if len(tokens) < _FEWEST_IN_TWO or _REPLYING.isdisjoint(words):
        return [tokens]
    if "," in words and (twice := _interrupted_twice(tokens)):
        return list(twice)
    saying = "saying" in words
    says = [i for i, word in enumerate(tokens) if word.lower in _SAYING or (saying and _is_saying(tokens, i))]
    cited = split_between_sources(tokens, says) if "according" in words else None
    end, begin = cited or (_before_reply(tokens, says) if len(says) > 1 else None) or (0, 0)
    if not end:
        return [tokens]
    return [tokens[:end], *split_clauses(without_full_stop(tokens, begin))]


def _past_bracket(tokens: list[Token]) -> list[list[Token]]:
    """The clauses of "S (T, Doe said)", and the words around "(T, Doe said)" in the midst of a sentence; none where nobody speaks in brackets."""
    start = next((i for i, token in enumerate(tokens) if token.text == "("), 0)
    end = next((i for i in range(start, len(tokens)) if tokens[i].text == ")"), 0)
    inside, behind = tokens[start + 1 : end], tokens[end + 1 :]
    if start == 0 or lexicon.CUES.isdisjoint(token.lower for token in inside):
        return []
    hits = find_attributions(inside)
    if (hits and hits[0].framed) or not (hits or inside[-1].lower in lexicon.ZERO_THAT_VERBS):
        return []
    says = bool(hits) and is_statement(inside, *hits[0].content) and ends_main_clause(tokens, start)
    ends = not any(token.is_word or token.is_quote for token in behind)
    joins = word_at(behind, 0) == "," and word_at(behind, 1) in lexicon.COORDINATORS
    if says and (ends or (joins and starts_clause(behind, 2))):
        return (
            [tokens[:start], inside]
            if ends
            else [tokens[:start], inside, *split_clauses(without_full_stop(behind, 2))]
        )
    return [[*tokens[:start], *behind]] if ends else split_clauses([*tokens[:start], *behind])


def _before_own_words(tokens: list[Token]) -> int:
    """The colon in "The trust disputes that: it says S", behind which whoever denies something goes on to say why; else 0."""
    colon = next((i for i in range(MIN_CONTENT, len(tokens) - MIN_CONTENT) if tokens[i].text == ":"), 0)
    denies = not _DENYING.isdisjoint(token.lower for token in tokens[max(0, colon - _LONGEST_DENIAL) : colon])
    if (
        not denies
        or tokens[colon + 1].lower not in lexicon.SUBJECT_PRONOUNS
        or not ends_main_clause(tokens, colon)
    ):
        return 0
    hits = find_attributions(tokens[colon + 1 :])
    return colon if hits and hits[0].source == (0, 1) and not hits[0].framed else 0


def _before_denial(tokens: list[Token]) -> int:
    """The comma in "It began at a pylon, though the firm has disputed that conclusion"; 0 where nobody denies what stands before."""
    for at in range(len(tokens) - 1, MIN_CONTENT, -1):
        if tokens[at].lower not in _DENYING or not _is_what_was_said(tokens, at + 1):
            continue
        group = find_group_start(tokens, at, 0)
        comma = find_subject_start(tokens, group) - 2
        is_denied = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in lexicon.CONTRASTIVES
        if is_denied and comma + 2 < group and ends_main_clause(tokens, comma):
            return comma
    return 0


def _is_what_was_said(tokens: list[Token], at: int) -> bool:
    """Whether "that", "it", "that conclusion" or "the finding" stands here, and no clause."""
    following = word_at(tokens, at + 1)
    if word_at(tokens, at) in lexicon.ANAPHORIC_PRONOUNS and (following in _ENDING or following == ","):
        return True
    return (
        (word_at(tokens, at) in lexicon.ANAPHORIC_PRONOUNS or word_at(tokens, at) == "the")
        and following in _SAID
        and word_at(tokens, at + 2) in _ENDING
    )


def _before_some_of_them(tokens: list[Token]) -> int:
    """The comma in "It was sent to two aides, one of whom replied: "S""; 0 where no such clause says anything."""
    window = range(MIN_CONTENT, len(tokens) - MIN_CONTENT)
    whom = next((i for i in window if tokens[i].lower == "whom" and word_at(tokens, i - 3) == ","), 0)
    if not (whom and word_at(tokens, whom - 1) == "of" and ends_main_clause(tokens, whom - 3)):
        return 0
    hits = find_attributions(tokens[whom - 2 :])
    says = len(hits) == 1 and hits[0].source == (0, 3) and not hits[0].framed
    return whom - 3 if says and tokens[whom - 2 + hits[0].cue].lower not in lexicon.THINK else 0


def _before_why(tokens: list[Token]) -> int:
    """The comma in "The pipes are old, which is why the council says S"; 0 where nobody says anything behind it."""
    at = next((i for i in range(MIN_CONTENT, len(tokens) - MIN_CONTENT) if tokens[i].lower == "why"), 0)
    is_reason = word_at(tokens, at - 1) in lexicon.BE and word_at(tokens, at - 2) == "which"
    is_reason = is_reason and word_at(tokens, at - 3) == "," and has_predicate(tokens, 0, at - 3)
    if not (is_reason and is_statement(tokens, 0, at - 3)):
        return 0
    hits = find_attributions(tokens[at + 1 :])
    return at - 3 if len(hits) == 1 and hits[0].cue < hits[0].content[0] else 0


def _behind_source(tokens: list[Token]) -> int:
    """Where the semicolon stands in "S, according to A; T, B said", two statements with a source each; else 0."""
    window = range(MIN_CONTENT, len(tokens) - MIN_CONTENT)
    first = next((i for i in window if tokens[i].text == ";"), 0)
    end = next((i for i in range(first + 1, len(tokens)) if tokens[i].text == ";"), len(tokens))
    # Behind "S1; S2, A said" the first is not surely A's.
    apart = first > 0 and ends_main_clause(tokens, first) and is_fully_attributed(tokens[:first])
    return first if apart and is_fully_attributed(tokens[first + 1 : end]) else 0


def _before_another(tokens: list[Token]) -> int:
    """Where the semicolon stands in "S; T, Doe said", of which S is not surely Doe's; 0 where nobody is named behind one."""
    stops = [i for i in range(MIN_CONTENT, len(tokens) - MIN_CONTENT) if tokens[i].text == ";"]
    if any(tokens[i + 1].lower in {"and", "or"} for i in stops):
        return 0  # a list
    apart = [i for i in stops[:_MOST_STOPS] if ends_main_clause(tokens, i)]
    plain = (i for i in apart if not has_quote(tokens, 0, i))
    within = next((i for i in plain if _is_told_within(without_full_stop(tokens, i + 1))), 0)
    return within or next((i for i in apart if _say_each(tokens, i)), 0)


def _say_each(tokens: list[Token], stop: int) -> bool:
    """Whether one says what stands before a semicolon, and another what stands behind it: "A said S; T, B said"."""
    first = find_attributions(tokens[:stop])
    is_told = bool(first) and all(hit.cue < hit.content[0] and not hit.framed for hit in first)
    return is_told and bool(find_attributions(tokens[stop + 1 :]))


def _is_told_within(tokens: list[Token]) -> bool:
    """Whether a clause is all somebody's: "by 2024, according to Doe, S", "in 2024, Doe said, S", "Doe says 12"."""
    hits = find_attributions(tokens)
    if len(hits) != 1:
        return False
    hit = hits[0]
    start, end = hit.content
    return hit.framed or start <= hit.cue < end or tokens[hit.cue].lower == "according"


def _interrupted_twice(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """ "The port, A says, has 30 cranes" and "B says 40 boats" of "The port, A says, has 30 cranes and, B says, 40 boats"."""
    for joint in range(MIN_CONTENT, len(tokens) - MIN_CONTENT):
        if tokens[joint].lower not in lexicon.COORDINATORS or tokens[joint + 1].text != ",":
            continue
        close = next((i for i in range(joint + 2, len(tokens)) if tokens[i].text == ","), 0)
        first = (
            find_attributions(tokens[:joint]) if tokens[close - 1].lower in lexicon.ZERO_THAT_VERBS else []
        )
        is_within = len(first) == 1 and first[0].content[0] < first[0].cue < first[0].content[1]
        named = [token.lower for token in tokens[joint + 2 : close - 1]]
        if is_within and named != [token.lower for token in tokens[slice(*first[0].source)]]:
            return tokens[:joint], [*tokens[joint + 2 : close], *tokens[close + 1 :]]
    return None


def _before_reply(tokens: list[Token], says: list[int]) -> tuple[int, int] | None:
    """Where they do in "A says S, B says T" and "A said S and B said T"; `says` are the verbs of saying."""
    for first, verb in pairwise(says):
        if tokens[verb].lower == "according" or tokens[verb].lower in PROMISE_VERBS:
            continue
        opens, closes = find_preverbal_aside(tokens, verb)
        window = range(opens - 1, max(first if first < opens else says[0], opens - _LONGEST_SUBJECT), -1)
        plain = [*tokens[:opens], *tokens[closes:]] if opens < closes else tokens
        for joint in (i for i in window if _joins(tokens, i)):
            lapse = _lapse_comma(tokens, joint) or joint - (word_at(tokens, joint - 1) == "even")
            if lapse == joint - 1 and not (_sets_right(tokens, joint, verb) or _is_even_as(tokens, joint)):
                continue
            end = lapse - (tokens[lapse].text != "," and tokens[lapse - 1].text == ",")
            told = tokens[joint].lower == "and" and _is_past(tokens[verb])
            if (told and not _is_past(tokens[says[0]])) or not is_reply(
                plain, joint + 1, verb - closes + opens
            ):
                continue
            against = tokens[joint].lower in _AGAINST and tokens[lapse - 1].text == ","
            against = against or lapse < joint - 1  # "S, A said, a day after B said T"
            if is_complete_report(tokens[:end]) or (against and is_fully_attributed(tokens[:end])):
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
    return (
        _is_even_as(tokens, at)
        if word == "as"
        else word in times.AFTER_BEFORE and _lapse_comma(tokens, at) > 0
    )


def _lapse_comma(tokens: list[Token], end: int) -> int:
    """The comma of ", a day after" or ", hours after" that ends here; 0 where none does."""
    if tokens[end].lower not in times.AFTER_BEFORE:
        return 0
    comma = next((i for i in range(end - 2, max(0, end - _LONGEST_LAPSE), -1) if tokens[i].text == ","), 0)
    return (
        comma if comma and (starts_lapse_adjunct(tokens, comma) or starts_lapse_clause(tokens, comma)) else 0
    )


def _sets_right(tokens: list[Token], though: int, verb: int) -> bool:
    """Whether ", even though the bureau puts it at 4%" is the outlet's; who "told her office S" may be in her account."""
    is_closed = tokens[though].lower == "though" and word_at(tokens, though - 2) == ","
    return is_closed and tokens[verb].lower in _KNOWING


def _is_even_as(tokens: list[Token], at: int) -> bool:
    """Whether ", even as" ends here: "fell by 4%, even as officials warned that they would rise"."""
    return tokens[at].lower == "as" and word_at(tokens, at - 1) == "even" and word_at(tokens, at - 2) == ","


def _is_past(verb: Token) -> bool:
    return verb.lower.endswith("ed") or verb.lower in {"said", "told", "found", "wrote"}
