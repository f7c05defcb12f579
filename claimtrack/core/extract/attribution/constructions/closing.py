"""Attributions that end a sentence: "S, X said.", with another one before, "Doe said A, and B, according to the council", or relaying one: "Moor said S, Reuters reported"."""

from __future__ import annotations

from collections.abc import Set

from claimtrack.core.extract.attribution.comments.outlet_comments import skip_denial
from claimtrack.core.extract.attribution.constructions.citing import match_citation
from claimtrack.core.extract.attribution.constructions.further_reports import find_relative_comma
from claimtrack.core.extract.attribution.constructions.inverted import CLOSING_VERBS, match_inverted
from claimtrack.core.extract.attribution.constructions.postposed import PAUSES, match_postposed
from claimtrack.core.extract.attribution.reported.adjuncts import (
    find_content_start,
    skip_circumstances,
    starts_circumstance,
)
from claimtrack.core.extract.attribution.reported.brief import COUNTED
from claimtrack.core.extract.attribution.reported.continuations import starts_continuation
from claimtrack.core.extract.attribution.reported.tails import starts_own_view
from claimtrack.core.extract.attribution.scope import Attribution, modifies_document, separates_two_statements
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.names_after_verb import ends_in_speaker, find_name_end
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice, is_speaker
from claimtrack.core.extract.attribution.verbs.cues import find_active_group, find_cues, find_group_start
from claimtrack.core.extract.attribution.verbs.other_senses import find_quoting_start
from claimtrack.core.extract.attribution.verbs.unasserted import is_unasserted
from claimtrack.core.extract.attribution.verbs.uses import PROMISE_VERBS
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, DASHES, MIN_CONTENT, starts_clause
from claimtrack.core.extract.words.finding import (
    contains_word,
    count_words,
    find_word,
    find_word_back,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, is_preverbal

_CLOSING_WINDOW = 30  # tokens at the end of a sentence
_CITATION_CUES = lexicon.CITATION_CUES | {"saying", "telling"}
_CLOSING_CUES = CLOSING_VERBS | _CITATION_CUES
_CLAUSE_STOPS = frozenset({";", ":"})
_COMMALESS_WINDOW = 6  # tokens at the end of a sentence
_SUBJECT_ELSEWHERE = _CLAUSE_STOPS | COMMA_OR_DASH | lexicon.CLAUSE_JOINERS - {"and"} | lexicon.QUESTION_WORDS
"""With one of these, a verb's subject may be elsewhere: "He was one of those who said Labour"."""
JOINING_CONJUNCTIONS = words_of("and but yet while")
_OPENS_SECOND_CLAUSE = JOINING_CONJUNCTIONS | {"which", "of"}
_FINDING_VERBS = words_of("found finds says said concluded concludes charges charged alleges alleged")
_ASSERTING_VERBS = words_of("said says told claimed claims insisted insists maintained maintains argued")
"""Verbs of speakers, as opposed to findings of a report: "Doe claimed A, and B, the report says"."""
_MEDIA = words_of(
    "media agency newspaper newspapers paper papers broadcaster broadcasters television tv radio magazine "
    "outlet outlets website daily tabloid reuters afp ap pti ani upi dpa ansa efe xinhua tass interfax bbc "
    "cnn npr pbs nbc cbs abc msnbc itv bloomberg axios politico guardian times post journal news herald "
    "tribune telegraph courier gazette mail mirror independent chronicle globe star express"
)
"""The last word of the names of media, which relay what others say."""
_RECORDS = words_of(
    "document+s filing+s affidavit transcript+s complaint indictment lawsuit minutes recording+s report+s "
    "account+s draft+s memo+s statement+s release slides testimony readout+s summary+s notes tape+s audio log+s"
)
"""Documents that record what somebody said. A poll vouches for what voters say, and a letter is its writer's own account."""
_REPORT_VERBS = words_of("reported reports report")
_SAY_OR_WRITE = words_of("said says wrote writes")
_HEARING_VERBS = words_of("heard hears told")
_RELAYING_CUES = _REPORT_VERBS | _SAY_OR_WRITE | _HEARING_VERBS | {"according"}
_LONGEST_LEAD = 6  # tokens before a source that are no statement
_DEPENDENT_OPENERS = (lexicon.SUBORDINATORS | lexicon.RELATIVES) - {"but", "yet"}


def match_closing(tokens: list[Token], words: Set[str], groups: dict[int, int | None]) -> Attribution | None:
    """The attribution that ends a sentence: "S, X said.", with everything before it as content. `words` are the sentence's words.

    `groups` caches verb groups (see `find_active_group`).
    """
    if words.isdisjoint(_CLOSING_CUES):
        return None
    pauses = (at for at, token in enumerate(tokens) if token.is_quote or token.text in PAUSES)
    # Before the first pause no source can follow its content, unless it is cited.
    lowest = next(pauses, len(tokens)) if words.isdisjoint(_CITATION_CUES) else 0
    window = range(max(lowest, len(tokens) - _CLOSING_WINDOW) + 1, len(tokens))
    for at in reversed([at for at in window if tokens[at].lower in _CLOSING_CUES or tokens[at].is_quote]):
        word = tokens[at].lower
        if tokens[at].is_quote or starts_continuation(tokens, at) or starts_own_view(tokens, at - 3):
            return None
        if word in _CITATION_CUES and at > MIN_CONTENT and (source := match_citation(tokens, at)):
            return source
        if word not in CLOSING_VERBS or (word.endswith("ing") and find_quoting_start(tokens, at) == at):
            continue
        group = find_active_group(tokens, at, 0, groups)
        if (
            group is None
            or tokens[group - 1].lower in lexicon.RELATIVES
            or find_relative_comma(tokens, group)
        ):
            continue
        is_inverted = tokens[at - 1].text == "," and word_at(tokens, at + 1) == "the"
        if not (is_inverted or ends_in_speaker(tokens, at)) and _has_own_content(tokens, at):
            return None
        floor = 0 if _CLAUSE_STOPS.isdisjoint(words) else _find_last_clause_start(tokens, at)
        hit = match_inverted(tokens, at, group, floor) or match_postposed(tokens, at, group, floor)
        if hit is None or not can_name_speaker(tokens[slice(*hit.source)]):
            continue
        is_excluded = _is_unfinished_report(tokens, hit.content[1]) or is_own_voice(tokens, hit.source)
        if not (is_excluded or is_unasserted(tokens, hit)):
            return hit
    return None


def _is_unfinished_report(tokens: list[Token], end: int) -> bool:
    """Whether only "Doe said that, in a call" or "Doe said in a call" precedes `end`, so that what follows is Doe's content: "..., they agreed to a vote"."""
    end -= tokens[end - 1].text == ","
    verb = find_word(tokens, _SAY_OR_WRITE, 1, end)
    if verb and skip_circumstances(tokens, verb, verb + 1) == end > verb + 1:
        return True
    comma = find_word_back(tokens, ",", end - 1, 1)
    opens = comma and tokens[comma - 1].lower == "that" and tokens[comma - 2].lower in lexicon.SPEECH_CUES
    return bool(opens) and not any(map(is_finite, tokens[comma:end]))


def match_closing_without_comma(tokens: list[Token], words: Set[str]) -> Attribution | None:
    """The attribution that ends a sentence although its comma is missing: "Sales fell by 12% say traders."."""
    if words.isdisjoint(lexicon.SAY_FORMS) or not words.isdisjoint(_SUBJECT_ELSEWHERE):
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    at = find_word_back(tokens, lexicon.SAY_FORMS, end - 2, max(MIN_CONTENT, end - _COMMALESS_WINDOW))
    before = tokens[at - 1]
    if not at or is_preverbal(before) or find_name_end(tokens, at + 1) != end:
        return None
    # A mere noun phrase is an answer, not a statement: "Many say the army".
    is_clause = any(map(is_finite, tokens[find_subject_start(tokens, at) : at]))
    said = Attribution(at, (at + 1, end), (0, at))
    is_report = is_clause and is_speaker(tokens[at + 1 : end]) and not has_quote(tokens, 0, end)
    return said if is_report and is_statement(tokens, 0, at) else None


def _find_last_clause_start(tokens: list[Token], at: int) -> int:
    """The start of the last clause before a verb: in "S1; S2, X said" and "S1: S2, X said", only S2 is certainly X's."""
    stops = (i for i in range(at, 0, -1) if tokens[i].text in _CLAUSE_STOPS)
    stop = next((i for i in stops if tokens[i].text == ";" or separates_two_statements(tokens, i, at)), None)
    return skip_denial(tokens) if stop is None else stop + 1


def _has_own_content(tokens: list[Token], at: int) -> bool:
    """Whether the verb has content after it; after a dash it is a comment: "S, the data showed - a record"."""
    promises = (
        "to" in (word_at(tokens, at + 1), word_at(tokens, at + 2)) and tokens[at].lower in PROMISE_VERBS
    )
    if not promises and count_words(tokens, at + 1, len(tokens)) < MIN_CONTENT:
        return False  # as mostly
    start = find_content_start(tokens, at)
    more = promises or (
        word_at(tokens, at + 1) not in DASHES
        and count_words(tokens, start, len(tokens)) >= MIN_CONTENT
        and (starts_clause(tokens, start) or _has_answer(tokens, start))
        and not starts_circumstance(tokens, start)
    )
    return more and not modifies_document(tokens, at)


def _has_answer(tokens: list[Token], start: int) -> bool:
    """Whether the answer follows although it has no listed verb: "Asked about the vote, Doe said S". In "asked who paid" a name may answer."""
    return (
        tokens[0].lower in lexicon.PRESSED
        and tokens[start].is_word
        and word_at(tokens, 1) not in lexicon.QUESTION_WORDS
    )


def find_first_cue(tokens: list[Token], closing: Attribution) -> int:
    """The verb of an earlier source if the closing one is cited, or is a document with findings; else 0."""
    cites = tokens[closing.cue].lower == "according"
    finds = tokens[closing.cue].lower in _FINDING_VERBS and contains_word(
        tokens[slice(*closing.source)], nouns.DOCUMENTS
    )
    if not (cites or finds) or closing.content[0]:
        return 0
    verbs = lexicon.ZERO_THAT_VERBS if cites else _ASSERTING_VERBS
    cue = next((at for at in find_cues(tokens[: closing.content[1]]) if tokens[at].lower in verbs), 0)
    is_relative = cue > 0 and tokens[find_group_start(tokens, cue, 0) - 1].lower in lexicon.RELATIVES
    return 0 if is_relative else cue


def trim_first_attribution(tokens: list[Token], first: Attribution, end: int) -> Attribution | None:
    """The first source's attribution, with its content ending before the second source's content; None if all the content may be one source's."""
    start = first.content[0]
    if first.framed or start < first.cue:
        return None
    joint = next((i for i in range(start + 1, end - MIN_CONTENT) if _is_clause_joint(tokens, i, start)), 0)
    is_relative = word_at(tokens, joint + 1) == "which" or word_at(tokens, joint + 2) == "which"
    after = joint + 1 if tokens[joint].lower in JOINING_CONJUNCTIONS else joint + 2
    is_clause = is_relative or (starts_clause(tokens, after) and not is_finite(tokens[after]))
    said = start, joint
    return first._replace(content=said) if joint > 0 and is_clause and is_statement(tokens, *said) else None


def _is_clause_joint(tokens: list[Token], at: int, start: int) -> bool:
    """Whether ", and" occurs here, or "and" after a quotation with the comma inside its marks."""
    joins = (
        tokens[at].text == ","
        and at >= start + MIN_CONTENT
        and word_at(tokens, at + 1) in _OPENS_SECOND_CLAUSE
    )
    return joins or (tokens[at - 1].is_quote and tokens[at].lower in JOINING_CONJUNCTIONS)


def _is_trailing_alone(tokens: list[Token], hits: list[Attribution], end: int) -> bool:
    """Whether the only attribution before the last source trails its content: "S, Moor told the court"."""
    if len(hits) != 1 or hits[0].framed or hits[0].content[0] > 0:
        return False
    cue, source, said = hits[0].cue, hits[0].source, hits[0].content[1]
    rest = skip_circumstances(tokens, cue, max(source[1], find_content_start(tokens[:end], cue)))
    left = tokens[rest : end - (tokens[end - 1].text == ",")]
    is_adjunct = not left or rest > cue + 1  # "said in an email sent on Friday"
    is_adjunct = is_adjunct and not any(t.is_quote or is_finite(t) or t.text == "," for t in left[1:])
    return said <= min(cue, source[0]) and is_adjunct


def may_relay_others(tokens: list[Token], closing: Attribution) -> bool:
    """Whether the closing source relays what the words before it may attribute to somebody else."""
    start, end = closing.content
    cue = tokens[closing.cue].lower
    if cue not in _RELAYING_CUES or start > 0 or end > closing.cue or closing.framed:
        return False
    if tokens[0].is_quote and cue not in _SAY_OR_WRITE and cue not in _HEARING_VERBS:
        return True  # ""S," Moor said in a statement, according to V13": whatever the relaying verb
    last = tokens[closing.source[1] - 1].lower
    if cue in _SAY_OR_WRITE and last not in _MEDIA and last not in _RECORDS:
        return False  # most sources are people
    source = tokens[slice(*closing.source)]
    if cue in _HEARING_VERBS:  # "Moor told police S, the Vale County Court has heard"
        return source[-1].lower in nouns.AUDIENCES
    of = next((i for i, token in enumerate(source) if token.lower in lexicon.PREPOSITIONS), len(source))
    head = source[max(0, of - 1)].lower
    if head in _MEDIA or cue in _REPORT_VERBS:
        return True
    return (cue == "according" or cue in _SAY_OR_WRITE) and contains_word(source, _RECORDS)


def covers_whole_clause(tokens: list[Token], hits: list[Attribution], end: int) -> bool:
    """Whether the attributions cover all the words before the closing source: "Moor said S"."""
    if not hits or tokens[0].lower in _DEPENDENT_OPENERS:
        return False
    if _is_trailing_alone(tokens, hits, end):
        return True
    first = hits[0]
    start = first.source[0]
    is_own = not any(hit.framed or hit.content[0] < hit.cue for hit in hits)
    leads = start <= _LONGEST_LEAD and not is_statement(tokens, 0, start)
    leads = leads and not contains_word(tokens[slice(*first.source)], COUNTED)
    leads = leads and _can_speak(tokens[slice(*first.source)])
    last = hits[-1].content[1]
    last += word_at(tokens, last) == ","
    return is_own and leads and last >= end and tokens[first.cue].lower in lexicon.REPORTING_VERBS


def _can_speak(named: list[Token]) -> bool:
    """Whether somebody or a body is named; not so in "The increase will add $9 to a bill"."""
    return is_speaker(named) or contains_word(named, nouns.BODIES)
