"""Attributions without a reporting verb in front: "For critics, S", "S, as the audit shows", "MPs were told by Jane Doe that S"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.ending import find_action_end, find_content_end
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.names_after_verb import find_name_end
from claimtrack.core.extract.attribution.sources.noun_phrases import find_next_break, find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice, is_speaker
from claimtrack.core.extract.attribution.verbs.cues import find_group_start, is_negated
from claimtrack.core.extract.attribution.verbs.objects import STORIES
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import starts_clause
from claimtrack.core.extract.words.finding import (
    contains_word,
    ends_words,
    find_word,
    find_word_back,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite

_EXPERT_NOUNS = words_of(
    "analyst+s economist+s expert+s professor scholar+s historian+s strategist pollster commentator+s "
    "critics opponents supporters campaigners scientist+s researcher+s jurist lawyer"
)
_SCIENTIST_ENDINGS = ("ologist", "ologists", "omist", "omists")
_SCHOLARLY_BODIES = words_of("institute university centre center college thinktank think-tank")
_MEETINGS = nouns.AUDIENCES | words_of("council commissioners board members trustees supervisors")
_INFORMING_PARTICIPLES = words_of("told informed warned assured advised reminded")
_ACCUSED = words_of("accused")
_CLAUSE_BARRIERS = lexicon.RELATIVES | lexicon.CUES
_OFFICE_WINDOW, _AS_CLAUSE_WINDOW, _LONGEST_PHRASE = 4, 10, 5  # tokens
_MOST_AS_CLAUSES = 4  # that are examined
_LATEST_AS = 2  # the last index of a subject after an initial "As" or "Even as"
_VOUCHING_VERBS = words_of(
    "show+s+ed shown reveal+s+ed disclose+s+ed confirm+s+ed record+s+ed announced announces described "
    "explain+s+ed recall+s+ed said says wrote note+s+ed report+s+ed told state+s+ed document+s+ed "
    "establish+s+ed"
)
"""Verbs whose subject vouches for what precedes "as": "as the audit shows", not "as the poll predicted"."""
_ASSERTING_VERBS = words_of(
    "claim+s+ed insist+s+ed argue+s+ed allege+s+ed maintain+s+ed assert+s+ed contend+s+ed "
    "acknowledge+s+ed admit+s+ed concede+s+ed"
)
"""Verbs whose subject asserts it, and may be wrong."""
_POINTING_VERBS = words_of("point points pointed")
_VERBS_WITH_IT = lexicon.PUTS | {"tell", "tells", "told"}
_PLACES = words_of("in at")
_TIME_WORDS = times.TIME_ADVERBS | times.TIME_NOUNS | times.TIME_MODIFIERS | lexicon.DETERMINERS
_OWN_CUES = lexicon.ZERO_THAT_VERBS | lexicon.CLAIM_VERBS | {"told", "if", "whether"}


def match_viewpoint(tokens: list[Token]) -> Attribution | None:
    """The attribution in "For the economist Jane Doe, S" and "For critics, S", which give an opinion; for others S may be a fact."""
    comma = find_next_break(tokens, 1) if word_at(tokens, 0) == "for" else None
    close = _skip_role(tokens, comma) if comma else None
    source = tokens[1:close]
    if comma is None or close is None or comma == 1 or not is_statement(tokens, close + 1, len(tokens)):
        return None
    is_expert = source[0].lower != "all" and any(map(_is_expert, source))
    is_scholar = source[0].is_capital and contains_word(source[2:], _SCHOLARLY_BODIES)
    is_quoted = (
        source[0].is_capital and has_quote(tokens, close + 1, close + 2) and ends_words(tokens, close + 2)
    )
    return (
        Attribution(0, (1, comma), (close + 1, len(tokens))) if is_expert or is_scholar or is_quoted else None
    )


def match_as_clause(tokens: list[Token]) -> Attribution | None:
    """The attribution of a sentence with a clause that vouches for it: "S, as its report shows", "As first reported by the Vale Post, S"."""
    for at in _find_as_clauses(tokens):
        close = find_next_break(tokens, at + 3) or _find_words_end(tokens)
        source = _find_voucher(tokens[at:close])
        ends = ends_words(tokens, close)
        if source is None or not can_name_speaker(tokens[at + source[0] : at + source[1]]):
            continue  # not so in "as she campaigns across the state"
        if at > 0 and _is_followed_by_clause(tokens, close):
            continue
        said = (close + 1, len(tokens)) if at == 0 else (0, at - 1 if ends else len(tokens))
        # In "Moor denied that it was shut, as reported by a paper" nobody vouches for the denial.
        rest = tokens[slice(*said)] if at == 0 or ends else [*tokens[: at - 1], *tokens[close + 1 :]]
        is_open = at > 0 and _is_ambiguous(rest, tokens[at:close])
        if is_statement(rest, 0, len(rest)) and not (is_open or contains_word(rest, _OWN_CUES)):
            return Attribution(at, (at + source[0], at + source[1]), said)
    return None


def is_temporal_as(tokens: list[Token], hit: Attribution) -> bool:
    """Whether "as" is temporal, since the verb has an object that is no clause: "As Voss argued with the judge, his wife left"."""
    start = hit.content[0]
    opens = hit.source[0] <= _LATEST_AS and word_at(tokens, hit.source[0] - 1) == "as"
    if not opens or start <= hit.cue:
        return False
    comma = find_next_break(tokens, start)
    is_content = (
        tokens[start].lower == "that" or tokens[start].is_quote or starts_clause(tokens[:comma], start)
    )
    return comma is not None and comma < hit.content[1] and not is_content


def _is_followed_by_clause(tokens: list[Token], close: int) -> bool:
    """Whether another clause follows, which "as" does not cover: "S, as engineers claimed, and 40 families left"."""
    return word_at(tokens, close + 1) in lexicon.AND_OR_CONTRASTIVES and starts_clause(tokens, close + 2)


def _is_ambiguous(before: list[Token], clause: list[Token]) -> bool:
    """Whether it is unclear what the source asserts: "is not safe, as the firm insists", "Moor failed to show why it leaked, as she claims"."""
    asserts = contains_word(clause, _ASSERTING_VERBS)
    return asserts and (
        is_negated(before, 0, len(before)) or clause[1].lower.partition("'")[0] in lexicon.PRONOUNS
    )


def match_heard_from(tokens: list[Token]) -> Attribution | None:
    """The attribution in "The council heard from Jane Doe that S" and, in a list, "Heard from Jane Doe that S"."""
    at = next(i for i, token in enumerate(tokens) if token.lower == "heard")
    is_meeting = at == 0 or contains_word(tokens[max(0, at - 2) : at], _MEETINGS)
    is_from = word_at(tokens, at + 1) == "from" and at <= _OFFICE_WINDOW
    if is_meeting and is_from:
        return _match_after_name(tokens, at) or _match_relative_clause(tokens, at)
    return None


def match_passive_report(tokens: list[Token]) -> Attribution | None:
    """The attribution in "MPs were told by Jane Doe that S", "It was claimed by Jane Doe that S" and "It was accused by Jane Doe of S"."""
    verbs = (i for i in range(1, len(tokens) - 1) if tokens[i + 1].lower == "by")
    at = next((i for i in verbs if _is_passive_of_informing(tokens, i)), 0)
    return _match_after_name(tokens, at) if at else _match_closing_passive(tokens)


def _match_after_name(tokens: list[Token], at: int) -> Attribution | None:
    """The attribution whose source follows the word at `at` and a preposition: "heard from Jane Doe that S"; else None."""
    accuses = tokens[at].lower in _ACCUSED
    opener = "of" if accuses else "that"
    that = next((i for i in range(at + 2, len(tokens)) if tokens[i].lower == opener), 0)
    named = tokens[at + 2 : that]
    is_source = is_speaker(named) or (bool(named) and tokens[at].lower in _INFORMING_PARTICIPLES)
    is_report = is_source and (accuses or starts_clause(tokens, that + 1))
    if not is_report or any(map(is_finite, named)):
        return None
    end = find_name_end(tokens, at + 2)
    end = end if at + 2 < end <= that else min(find_next_break(tokens, at + 2) or that, that)
    if accuses and find_action_end(tokens, that + 1) < len(tokens):
        return None  # "Doe was accused by Moor of fraud and denied it": two actions
    said = (0, len(tokens)) if accuses else (that + 1, find_content_end(tokens, that + 1))
    return Attribution(at, (at + 2, end), said, framed=accuses)


def _match_relative_clause(tokens: list[Token], at: int) -> Attribution | None:
    """The attribution whose content is in a relative clause: "heard from a neighbour, Jane Doe, who said S"; else None."""
    verb = find_word(tokens, lexicon.REPORTING_VERBS, at + 4, len(tokens) - 1)
    who = find_group_start(tokens, verb, at + 3) - 1 if verb else 0
    end = who - (word_at(tokens, who - 1) == ",")
    if word_at(tokens, who) != "who" or any(map(is_finite, tokens[at + 2 : end])):
        return None
    start = find_content_start(tokens, verb)
    is_report = is_speaker(tokens[at + 2 : end]) and starts_clause(
        tokens, start + (word_at(tokens, start) == "that")
    )
    # "..., who said the road was unsafe, and voted": the subject of "voted" is somebody else
    closes = (i for i in range(start, len(tokens) - 2) if tokens[i].text == ",")
    continues = any(
        tokens[i + 1].lower in lexicon.COORDINATORS and not starts_clause(tokens, i + 2) for i in closes
    )
    if is_report and not continues:
        return Attribution(verb, (at + 2, end), (start, find_content_end(tokens, start)))
    return None


def _is_passive_of_informing(tokens: list[Token], at: int) -> bool:
    """Whether "were told" occurs here, with neither a clause nor another source before it."""
    word = tokens[at].lower
    is_informing = word in _INFORMING_PARTICIPLES or word in _ACCUSED
    if not (is_informing or word in lexicon.STATE or word == "said"):
        return False
    be = find_group_start(tokens, at, 0)
    is_first = not any(is_finite(t) or t.lower in _CLAUSE_BARRIERS for t in tokens[:be])
    is_it = be == 1 and tokens[0].lower == "it"
    is_passive = contains_word(tokens[be:at], lexicon.BE)
    return is_passive and is_first and (is_it or is_informing)


def _match_closing_passive(tokens: list[Token]) -> Attribution | None:
    """The attribution in "S, the committee was told by Jane Doe."; else None."""
    at = find_word_back(tokens, _INFORMING_PARTICIPLES, len(tokens) - 3, 0)
    by = at + 1 if word_at(tokens, at + 1) == "by" else 0
    group = find_group_start(tokens, at, 0) if by else 0
    comma = find_subject_start(tokens, group) - 1 if group else 0
    if comma < 1 or tokens[comma].text != "," or not contains_word(tokens[group:at], lexicon.BE):
        return None
    end = find_name_end(tokens, by + 1)
    closes = ends_words(tokens, find_content_start(tokens, end - 1)) and is_speaker(tokens[by + 1 : end])
    return Attribution(at, (by + 1, end), (0, comma)) if closes and is_statement(tokens, 0, comma) else None


def _find_as_clauses(tokens: list[Token]) -> list[int]:
    """The indices where "as" opens a clause. Only the first few: no real sentence has more."""
    opens = [at for at, token in enumerate(tokens) if token.lower == "as"]
    return [at for at in opens if at == 0 or tokens[at - 1].text == ","][:_MOST_AS_CLAUSES]


def _find_voucher(clause: list[Token]) -> TokenRange | None:
    """Who or what vouches in "as its report shows" and "as first reported by the Vale Post"; else None."""
    for verb in range(1, min(len(clause), _AS_CLAUSE_WINDOW)):
        has_it = clause[verb].lower in _VERBS_WITH_IT and word_at(clause, verb + 1) == "it"
        has_it = has_it or (clause[verb].lower in _POINTING_VERBS and word_at(clause, verb + 1) == "out")
        is_assertion = clause[verb].lower in _ASSERTING_VERBS
        if not (has_it or is_assertion or clause[verb].lower in _VOUCHING_VERBS):
            continue
        is_passive = word_at(clause, verb + 1) == "by"
        start = verb + 2 if is_passive else 1
        source = (
            start,
            _trim_time(clause, start, len(clause) if is_passive else find_group_start(clause, verb, 1)),
        )
        named = clause[slice(*source)]
        if (is_passive or _has_only_adjuncts(clause, verb + has_it, asserts=is_assertion)) and is_speaker(
            named
        ):
            # "as you very aptly pointed out"
            is_own = named[0].lower in lexicon.FIRST_SECOND_PERSON or is_own_voice(clause, source)
            return None if any(map(is_finite, named)) or is_own else source
    return None


def _trim_time(clause: list[Token], start: int, end: int) -> int:
    """The end of the source in "by the Vale Post on Monday" and "by auditors in their 2019 report"."""
    return next((i for i in range(start + 1, end) if _starts_time_or_place(clause, i, end)), end)


def _starts_time_or_place(clause: list[Token], at: int, end: int) -> bool:
    """Whether a time or place begins after the source: "last week", "in May", "on its site"; not "in Leeds"."""
    word, following = clause[at].lower, word_at(clause, at + 1)
    if word in lexicon.PLACE_TIME_PREPOSITIONS:
        return following[:1].isdigit() or following in _TIME_WORDS
    is_moment = word in times.TIME_MODIFIERS and (at + 1 == end or following in times.TIME_NOUNS)
    return is_moment or (word in times.TIME_ADVERBS and at + 1 == end)


def _has_only_adjuncts(clause: list[Token], verb: int, *, asserts: bool) -> bool:
    """Whether only addressee, time or place follow the verb: "as Moor explained to this newspaper", not "insisted on a vote"."""
    rest = find_content_start(clause, verb)
    if contains_word(clause[verb + 1 : rest], STORIES):
        return False
    word, following = word_at(clause, verb + 1), word_at(clause, verb + 2)
    is_time = following in _TIME_WORDS and following not in lexicon.DETERMINERS
    if asserts and word in lexicon.PREPOSITIONS and word not in _PLACES and not is_time:
        return False
    is_phrase = word_at(clause, rest) in lexicon.PREPOSITIONS and len(clause) - rest <= _LONGEST_PHRASE
    return ends_words(clause, rest) or (is_phrase and all(t.is_word for t in clause[rest:]))


def _find_words_end(tokens: list[Token]) -> int:
    """The index after the last word, without the marks that end the sentence."""
    end = len(tokens)
    while end and not tokens[end - 1].is_word:
        end -= 1
    return end


def _is_expert(token: Token) -> bool:
    """Whether the word is a noun for an expert: "economist", "critics", "hydrologist"."""
    return token.lower in _EXPERT_NOUNS or (token.lower.endswith(_SCIENTIST_ENDINGS) and not token.is_capital)


def _skip_role(tokens: list[Token], comma: int) -> int:
    """The comma after a role: "For Jane Doe, head of research at the bank, S"; else `comma`."""
    close = find_next_break(tokens, comma + 1)
    role = tokens[comma + 1 : close]
    is_role = bool(role) and (
        any(map(_is_expert, role[:_OFFICE_WINDOW])) or role[0].lower in {"of", "from", "at"}
    )
    is_role = is_role and bool(close) and tokens[comma - 1].is_capital
    is_role = is_role and role[0].lower not in lexicon.RELATIVES and not any(map(is_finite, role))
    return close if close and is_role else comma
