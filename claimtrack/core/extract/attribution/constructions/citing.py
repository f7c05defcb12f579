"""Sources that are cited with a phrase rather than a verb: "according to X", "in the view of X", "as per X"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.brief import is_brief_clause, is_complete_statement
from claimtrack.core.extract.attribution.reported.comparing import starts_comparison
from claimtrack.core.extract.attribution.reported.ending import find_citation_end
from claimtrack.core.extract.attribution.reported.interrupted import (
    ends_in_because,
    resumes_after_source,
    skip_connective,
)
from claimtrack.core.extract.attribution.reported.tails import (
    starts_contrast,
    starts_joined_clause,
    starts_own_view,
    starts_result,
    starts_second_verb,
    starts_simultaneous_clause,
)
from claimtrack.core.extract.attribution.scope import Attribution, starts_predicate
from claimtrack.core.extract.attribution.sources.cited_sources import (
    DESCRIBING,
    MANNER,
    ends_in_role,
    find_end_in_relative,
    find_source_end,
    skip_apposition,
    skip_list,
)
from claimtrack.core.extract.attribution.sources.lists import find_list_end
from claimtrack.core.extract.attribution.sources.names_after_verb import extend_to_apposed_name
from claimtrack.core.extract.attribution.sources.noun_phrases import find_next_break, find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.verbs.objects import is_bare_number
from claimtrack.core.extract.attribution.verbs.other_senses import quotes_other_source
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    MIN_CONTENT,
    QUANTITY_SYMBOLS,
    has_predicate,
    starts_clause,
    starts_content,
    starts_number,
)
from claimtrack.core.extract.words.finding import count_words, find_word_back, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_auxiliary_verb, is_finite, is_preverbal, may_be_verb

_SOURCES = nouns.SPEAKERS | nouns.DOCUMENTS
_MANNER = MANNER | words_of("law rule rules regulations how whether where why")
_PRONOUN_OWNERS = words_of("his her their")
_SAYING_VERBS = lexicon.REPORTING_VERBS | lexicon.SHOW
_LONGEST_TAIL = 6  # words after a citation that may be an afterthought; more of them continue the sentence
_OWNER_WINDOW = 8  # tokens from "in" to "view": "in the outgoing mayor's view"
_QUOTED_WINDOW = 16  # tokens from "quoted" to "saying"


def match_citation(tokens: list[Token], at: int) -> Attribution | None:
    """The attribution of a citation such as "According to X, S" or "S, according to X"; `at` is the index of its cue."""
    if tokens[at].lower in lexicon.VIEW_NOUNS:
        return _match_view(tokens, at)
    if tokens[at].lower in {"saying", "telling"}:
        return _match_quoted_as_saying(tokens, at)
    if tokens[at].lower == "per":
        opens = at - (word_at(tokens, at - 1) == "as")
        return _match_phrase(tokens, at, opens, at + 1) if _is_citing_per(tokens, at) else None
    if word_at(tokens, at + 1) != "to" or _is_manner(tokens, at) or word_at(tokens, at - 1) in lexicon.BE:
        return None
    return _match_phrase(tokens, at, at, at + 2)


def _match_quoted_as_saying(tokens: list[Token], at: int) -> Attribution | None:
    """The attribution in ""S," the agency quoted Jane Doe as saying", where Jane Doe is the source."""
    window = range(at - 3, max(0, at - _QUOTED_WINDOW), -1)
    quoting = (i for i in window if quotes_other_source(tokens, i))
    verb = next(quoting, 0) if word_at(tokens, at - 1) == "as" else 0
    begin = find_subject_start(tokens, verb) if verb else 0
    content_end = begin - (word_at(tokens, begin - 1) in COMMA_OR_DASH)
    is_closed = begin > 0 and begin < verb and (content_end < begin or tokens[begin - 1].is_quote)
    end = at - 1 - (tokens[at - 2].text == ",")
    if not (is_closed and is_complete_statement(tokens, 0, content_end)) or starts_content(
        tokens, find_content_start(tokens, at)
    ):
        return None
    return Attribution(at, (verb + 1, end), (_find_last_clause_start(tokens, content_end), content_end))


def _is_manner(tokens: list[Token], at: int) -> bool:
    """Whether the phrase gives a manner and cites nobody: "according to the law", "according to plan"."""
    if at == 0:
        return word_at(tokens, 2) in _MANNER and word_at(tokens, 3) == ","  # "According to plan, ..."
    noun = at + 2 + (word_at(tokens, at + 2) in lexicon.DETERMINERS)
    return tokens[at - 1].is_word and word_at(tokens, noun) in _MANNER


def _is_citing_per(tokens: list[Token], at: int) -> bool:
    """Whether "per" cites a source: ", per the report", "as per police"; not "$40 per lorry"."""
    opens = at - (word_at(tokens, at - 1) == "as")
    end = find_next_break(tokens, at + 1) or len(tokens)
    source = tokens[at + 1 : end]
    is_source = bool(source) and (
        source[0].is_capital or any(t.lower in _SOURCES or t.text.isupper() for t in source[1:])
    )
    is_source = is_source or word_at(tokens, at + 1) in {"police", "officials"}
    is_apart = opens == 0 or tokens[opens - 1].text in COMMA_OR_DASH
    return is_source and is_apart and not (opens == 0 and _is_per_as_name(tokens, end))


def _is_per_as_name(tokens: list[Token], end: int) -> bool:
    """Whether "Per" is the name of an agent: "Per Dahl said S", "Per Dahl, who owns it, said S", "Per Dahl, 61, said S"; not "Per Dahl, S"."""
    is_cited = word_at(tokens, end) == "," and word_at(tokens, end + 1) not in lexicon.RELATIVES
    close = find_next_break(tokens, end + 1) or len(tokens)
    has_verb = close + 1 < len(tokens) and may_be_verb(tokens[close + 1])
    return tokens[0].lower == "per" and tokens[1].is_capital and (has_verb or not is_cited)


def _match_view(tokens: list[Token], at: int) -> Attribution | None:
    """The attribution of a view: "In the view of X, S", "S, in X's words", "In her view, S"."""
    if (
        word_at(tokens, at - 2) in {"in", "by"}
        and word_at(tokens, at - 1) == "the"
        and word_at(tokens, at + 1) == "of"
    ):
        return _match_phrase(tokens, at, at - 2, at + 2)
    opens = find_word_back(tokens, {"in", "by"}, at - 1, max(-1, at - _OWNER_WINDOW), default=-1)
    if opens > 0 and starts_own_view(tokens, opens - 1):
        return Attribution(at, (opens + 1, at), (at + 1, len(tokens)))  # "S, since in her opinion T"
    if opens < 0 or not (opens == 0 or tokens[opens - 1].text in COMMA_OR_DASH) or opens + 1 == at:
        return None
    if word_at(tokens, opens - 2) in lexicon.RELATIVES:
        return None  # "the plan that, in their view, wastes money"
    owner = tokens[at - 1].lower
    owner_end = at - (owner == "own")  # "by his own count"
    owner = tokens[owner_end - 1].lower
    if not (owner.endswith(("'s", "s'")) or (owner in _PRONOUN_OWNERS and opens + 2 == owner_end)):
        return None
    source = (opens + 1, owner_end)
    if opens == 0:
        content_start = at + 1 + (word_at(tokens, at + 1) == ",")
        if owner in _PRONOUN_OWNERS and _names_owner(tokens, content_start, owner):
            return None
        if content_start == len(tokens):
            return None  # "Rents rose (in his view)"
        begins = (
            content_start > at + 1
            or word_at(tokens, content_start) == "there"
            or starts_number(tokens[content_start])
        )
        return Attribution(at, source, (content_start, len(tokens))) if begins else None
    # "As a girl she was, by her own account, very shy"
    interrupts = is_finite(tokens[opens - 2]) and word_at(tokens, at + 1) == ","
    end = len(tokens) if interrupts else opens
    return Attribution(at, source, (0, end)) if is_statement(tokens, 0, opens) else None


def _names_owner(tokens: list[Token], start: int, pronoun: str) -> bool:
    """Whether the clause after the view names whose it is, with a verb of saying: "In her judgment, Justice Lee said S"; not "the auditors said"."""
    window = range(start + 1, min(len(tokens), start + _OWNER_WINDOW))
    verb = next((i for i in window if tokens[i].lower in _SAYING_VERBS), 0)
    owner = tokens[start:verb]
    reports = tokens[verb].lower in lexicon.SAY or word_at(tokens, verb + 1) == "that"
    is_plain = all(token.is_word or token.text == "." for token in owner) and not any(map(is_finite, owner))
    if not (owner and reports and is_plain) or owner[0].lower in lexicon.RELATIVES | {"what"}:
        return False
    return (pronoun == "their" or not lexicon.is_plural_head(owner[-1].lower)) and is_speaker(owner)


def _match_phrase(tokens: list[Token], at: int, opens: int, start: int) -> Attribution | None:
    """The attribution of a citation that opens at `opens` and names its source from `start`."""
    first_break = find_next_break(tokens, start)
    if start >= len(tokens) or first_break == start:  # "according to;": the name is missing
        return None
    if end := find_end_in_relative(tokens, opens, start, first_break):
        return Attribution(at, (start, end), (0, len(tokens)))
    is_fronted = _precedes_content(tokens, opens)
    if is_fronted and (end := find_source_end(tokens, start, first_break)):
        return Attribution(at, (start, end), (end, find_citation_end(tokens, end)))
    noun, comma = _find_source_break(tokens, opens, start, first_break) if first_break else (None, None)
    if comma and _follows_conjunction(tokens, opens, comma):
        return Attribution(at, (start, comma), (comma + 1, len(tokens)))
    is_inside = opens > 1 and is_auxiliary_verb(tokens[opens - 2])
    is_inside = is_inside and not (comma is None and tokens[opens - 1].is_word)
    if not (is_fronted or is_inside):
        return _match_after_content(tokens, at, opens, start, comma)
    if opens and comma and tokens[opens - 1].text == ",":
        content = skip_connective(tokens, 0, opens - 1, comma), len(tokens)
        return Attribution(at, (start, comma), content)  # "The dose, according to X, costs $4"
    return _match_before_content(tokens, at, start, noun, comma)


def _find_source_break(
    tokens: list[Token], opens: int, start: int, first_break: int
) -> tuple[int | None, int | None]:
    """Where the noun of a source ends, and the break after it and its apposition: "according to its leader, Tom Ashby, S"; None if none."""
    comma = skip_list(tokens, first_break) if opens > 0 else first_break
    if comma is None:
        return None, None
    listed = find_list_end(tokens, start, comma)
    noun = comma = listed if opens > 0 or word_at(tokens, listed) == "," else comma
    named = extend_to_apposed_name(tokens, start, noun)
    if named > noun and (named >= len(tokens) - 1 or tokens[named].text in COMMA_OR_DASH):
        comma = find_next_break(tokens, named)  # "according to its leader, Tom Ashby"
    if comma and word_at(tokens, comma + 2) == ";" and tokens[comma + 1].is_capital:
        comma += 2  # "according to their union, Unison; S"
    return noun, comma


def _follows_conjunction(tokens: list[Token], opens: int, comma: int) -> bool:
    """Whether the citation only interrupts a conjunction and its clause: "Doe said that, according to X, S", "shut because, according to X, "S""."""
    if word_at(tokens, opens - 1) == "," and word_at(tokens, opens - 2) == "that":
        return True
    return opens > 1 and ends_in_because(tokens, opens - 1) and has_quote(tokens, comma + 1, comma + 2)


def _match_before_content(
    tokens: list[Token], at: int, start: int, noun: int | None, comma: int | None
) -> Attribution | None:
    """The attribution in "According to X, S"; None if no content follows the break."""
    begin = skip_apposition(tokens, comma) + 1 if comma else 0
    is_subject = noun and begin < len(tokens) and starts_predicate(tokens, begin)
    if noun and is_subject and extend_to_apposed_name(tokens, start, noun) > noun:
        begin = noun + 1  # "According to police, Ann Lee, 44, drove off": she is the subject of the verb
    if tokens[-1].text == ":" and not has_predicate(tokens, begin, len(tokens)):
        return None  # "According to Ann Lee, writing for the Courier:"
    return Attribution(at, (start, begin - 1), (begin, find_citation_end(tokens, begin))) if begin else None


def _match_after_content(
    tokens: list[Token], at: int, opens: int, start: int, comma: int | None
) -> Attribution:
    """The attribution in "S, according to X", and in "S, according to X, T" where T continues the sentence."""
    end = comma or len(tokens)
    while end > start + 1 and not tokens[end - 1].is_word:
        end -= 1
    stop = comma or end  # "(IOM)," has a bracket before the comma
    is_interrupted = comma is not None and _is_interrupted_sentence(tokens, opens, end, stop)
    is_interrupted = is_interrupted or (stop + 1 < len(tokens) and is_finite(tokens[stop + 1]))
    first = _find_last_clause_start(tokens, opens)
    return Attribution(at, (start, end), (first, len(tokens) if is_interrupted else opens))


def _is_interrupted_sentence(tokens: list[Token], opens: int, end: int, stop: int) -> bool:
    """Whether the sentence which the citation interrupts continues after the break at `stop`."""
    if resumes_after_source(tokens, 0, opens, end) or _follows_mere_adjunct(tokens, opens, stop):
        return True
    is_long = count_words(tokens, stop, len(tokens)) > _LONGEST_TAIL
    if not is_long or word_at(tokens, stop) == ";" or _is_qualification(tokens, stop):
        return False
    describes_source = word_at(tokens, stop + 1) in DESCRIBING or ends_in_role(tokens, opens, stop)
    is_tail = (
        starts_result(tokens, stop) or starts_contrast(tokens, stop) or starts_joined_clause(tokens, stop)
    )
    is_tail = is_tail or starts_second_verb(tokens, opens, stop) or starts_simultaneous_clause(tokens, stop)
    return not (describes_source or is_tail or starts_comparison(tokens, stop))


def _follows_mere_adjunct(tokens: list[Token], opens: int, comma: int) -> bool:
    """Whether only a time or place precedes the citation, and a clause follows: "Two days later, according to X, it sank"."""
    after = word_at(tokens, comma + 1)
    is_clause = after not in lexicon.CLAUSE_JOINERS and starts_clause(tokens, comma + 1)
    return is_clause and not (has_predicate(tokens, 0, opens) or has_quote(tokens, 0, opens))


def _precedes_content(tokens: list[Token], opens: int) -> bool:
    """Whether no content precedes the citation."""
    is_quoted = tokens[0].is_quote and (opens == 1 or (opens == 2 and tokens[1].text == ","))
    is_short = count_words(tokens, 0, opens) < MIN_CONTENT and not is_quoted
    return is_short and not (is_brief_clause(tokens, 0, opens) or _is_number_alone(tokens[:opens]))


def _is_number_alone(cited: list[Token]) -> bool:
    """Whether a number is all that is cited: "(but) 6 percent", "(but) by 6%", "(while) 4,000 did"; "By 2030" is a time."""
    end = len(cited) - (word_at(cited, len(cited) - 1) == ",")
    end -= end > 1 and is_preverbal(cited[end - 1])
    if end < 1 or cited[0].lower not in lexicon.PREPOSITIONS:
        return end > 0 and is_bare_number(cited[:end], 0)
    return not QUANTITY_SYMBOLS.isdisjoint(token.text for token in cited[:end]) and is_bare_number(
        cited[:end], 1
    )


def _find_last_clause_start(tokens: list[Token], end: int) -> int:
    """The start of the last clause before a citation: in "S1; S2, according to X", only S2 is certainly X's."""
    semicolon = find_word_back(tokens, ";", end - 1, 0)
    ends_list = word_at(tokens, semicolon + 1) == "and"
    return semicolon + 1 if semicolon and not ends_list and is_statement(tokens, semicolon + 1, end) else 0


def _is_qualification(tokens: list[Token], comma: int) -> bool:
    """Whether ", although she warns" begins at the comma."""
    return (
        word_at(tokens, comma) == ","
        and word_at(tokens, comma + 1) in lexicon.QUALIFYING_CONJUNCTIONS
        and word_at(tokens, comma + 2) in lexicon.THIRD_PERSON
        and word_at(tokens, comma + 3) in lexicon.REPORTING_VERBS
    )
