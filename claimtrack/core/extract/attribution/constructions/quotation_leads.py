"""What leads up to a quotation: "Speaking in Vale, Moor said, "S".", "Moor was furious: "We lost," she said.", "attributable to Ada Moor"."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.attribution.attribution import find_attributions
from claimtrack.core.extract.attribution.constructions.verbless import find_ascription
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.speaking import can_be_agent, is_own_voice
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start, is_active_verb
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_predicate, starts_clause
from claimtrack.core.extract.words.finding import contains_word, ends_words, find_word, has_quote, word_at
from claimtrack.core.extract.words.reading import Span, Token, TokenRange, replace_mark, words_of
from claimtrack.core.extract.words.verbs import is_finite, may_be_verb
from claimtrack.core.texts.typography import CLOSING_QUOTES, OPENING_QUOTES

_FEWEST_BEFORE = 3
_LEAD_MARKS = frozenset({",", ":"})
_MARKS = f"\"'‘`{OPENING_QUOTES}"
_LEAD_VERBS = {verb for verb in lexicon.REPORTING_VERBS if not verb.endswith("ing")}
_VERB_WINDOW = 12
"""Words between the verb and the quotation: addressee, time and place."""
_OPENERS = words_of("and but so then yet however meanwhile still also instead")
_TIME_OR_PLACE = (times.TIME_ADVERBS | times.TIME_MODIFIERS | lexicon.PREPOSITIONS) - lexicon.CONJUNCTIONS
_LONGEST_NO_PARTICIPLE = 4  # characters of words such as "king" and "Ted"
_AFTER_PERIOD = words_of("later earlier before after ago afterwards into")
_CONTINUES_CLAUSE = lexicon.RELATIVES | lexicon.COORDINATORS | words_of("when after before as while")
_CLOSING = f"\"'’{CLOSING_QUOTES}"
_QUOTING_VERBS = words_of("quoted quoting quotes cited citing cites")
_LONGEST_LEAD = 10
"""Words of a clause that only leads up to a quotation; a longer clause, or one with a number, makes a statement as well."""
_SUBORDINATE_OPENERS = lexicon.TRUE_SUBORDINATORS | lexicon.INDIRECT_QUESTION_WORDS | {"that", "before"}


class QuotationLead(NamedTuple):
    """A quotation after a comma with its attribution, and the sentence reduced to "Moor said: "S," and left"."""

    attribution: Attribution
    plain_words: list[Token]
    is_last: bool


def has_quotation_lead(text: str, quotes: list[Span]) -> bool:
    """Whether a comma or a colon precedes the first quotation; a cheap test."""
    return bool(quotes) and text[max(0, quotes[0].start - 2) : quotes[0].start].strip()[-1:] in _LEAD_MARKS


def parse_quotation_lead(text: str, tokens: list[Token]) -> QuotationLead | None:
    """The attribution of the first quotation if what precedes its verb is no part of it; else None.

    A quotation that continues the words before the verb begins in lower case: "When it fell, Moor said, "nobody looked"".
    """
    quote = next((i for i, token in enumerate(tokens) if token.is_quote), 0)
    if quote < _FEWEST_BEFORE or tokens[quote - 1].text not in _LEAD_MARKS:
        return None
    verb = _find_verb_before(tokens, quote - 1) if _opens_sentence(text, tokens[quote]) else 0
    group = find_group_start(tokens, verb, 0) if verb else 0
    if group == 0 or not (
        is_active_verb(tokens, verb, group) or _is_reporting_infinitive(tokens, verb, group)
    ):
        return None
    is_introduced = tokens[quote - 1].text == ":" or tokens[verb].lower in lexicon.SAY
    if not is_introduced and find_content_start(tokens, verb) < quote - 1:
        return None  # "Moor noted the change from its motto, "Build Better""
    source = find_subject_before(tokens, group, 0)
    head = _find_name_end(tokens, source) if source else 0
    if source is None or source[1] < group - 1 or not _can_speak(tokens, verb, (source[0], head)):
        return None
    is_first = source[0] == 0 or _is_mere_adjunct(tokens, source[0])
    is_last = ends_words(tokens, quote + 1)
    if not is_first and not (is_last and _is_joined_to_outlet(tokens, source[0])):
        return None
    return QuotationLead(
        Attribution(verb, source, (quote, quote + 1)),
        _reduce_to_quotation(tokens, (source[0], head), verb, quote),
        is_last,
    )


def _reduce_to_quotation(tokens: list[Token], named: TokenRange, verb: int, quote: int) -> list[Token]:
    """The sentence without the lead: "Moor said, "S," and left" for "Speaking in Vale, Moor told staff on Monday, "S," and left"; with a colon if more is quoted."""
    group = find_group_start(tokens, verb, 0)
    if named == (0, group):
        return tokens
    mark = tokens[quote - 1]
    if has_quote(tokens, quote + 1, len(tokens)):
        mark = replace_mark(mark, ":")
    return [*tokens[slice(*named)], *tokens[group : verb + 1], mark, *tokens[quote:]]


def _is_reporting_infinitive(tokens: list[Token], verb: int, group: int) -> bool:
    """Whether the verb is an infinitive that reports: "went on to say"."""
    return group < verb - 1 and tokens[verb - 1].lower == "to"


def _is_joined_to_outlet(tokens: list[Token], start: int) -> bool:
    """Whether "and" joins the speaker to a clause of the outlet's: "The court sat in May, and Moor said, ...", "It is old but she added: ..."."""
    joins = tokens[start - 1].lower in {"and", "but", "while"}
    close = start - 1 - (word_at(tokens, start - 2) == ",")
    joins = joins and (close < start - 1 or tokens[start].lower in lexicon.HE_SHE)
    return joins and has_predicate(tokens, 0, close) and tokens[0].lower not in lexicon.CONJUNCTIONS


def _opens_sentence(text: str, quote: Token) -> bool:
    """Whether the quotation begins with a capital, as a sentence does: "Moor said, "S""."""
    return not text[quote.start : quote.end].lstrip(_MARKS)[:1].islower()


def _find_verb_before(tokens: list[Token], comma: int) -> int:
    """The reporting verb before ", "S"": "told staff in Vale on Monday,"; 0 if another clause intervenes."""
    for at in range(comma - 1, max(0, comma - _VERB_WINDOW), -1):
        token = tokens[at]
        if token.lower in _LEAD_VERBS and not token.is_capital:
            return at
        if not token.is_word or is_finite(token) or token.lower in lexicon.CUES or token.lower == "that":
            return 0
    return 0


def _find_name_end(tokens: list[Token], source: TokenRange) -> int:
    """The end of the name before its modifiers: "Moor, who was elected in May", "an official who asked not to be named"."""
    ends = (
        i
        for i in range(*source)
        if tokens[i].text in COMMA_OR_DASH or (i > source[0] and tokens[i].lower == "who")
    )
    return next(ends, source[1])


def _can_speak(tokens: list[Token], verb: int, source: TokenRange) -> bool:
    """Whether the subject is a name or a noun, not a clause, and can do what the verb says."""
    named = tokens[slice(*source)]
    is_clause = any(map(may_be_verb, named))
    # "I know few who"
    is_clause = is_clause or (len(named) > 1 and named[0].lower in lexicon.SUBJECT_PRONOUNS)
    is_agent = bool(named) and can_name_speaker(named) and can_be_agent(tokens, verb, source)
    return is_agent and not is_clause and not is_own_voice(tokens, source)


def _is_mere_adjunct(tokens: list[Token], end: int) -> bool:
    """Whether the words before the subject only give time, place or manner: "Asked about it,", "As the crowd cheered,", "Later that day,"."""
    start = int(tokens[0].lower in _OPENERS and end > 1)
    start += word_at(tokens, start) == ","
    if start == end:
        return True
    close = end - 1
    if tokens[close].text != "," or close == start:
        return False
    first = tokens[start].lower
    stop = find_word(tokens, ",", start, close, default=close)
    is_dependent = first in lexicon.CONJUNCTIONS or _is_participle(tokens, start)
    is_when = first in _TIME_OR_PLACE or first.endswith("ly") or _is_lapse(tokens, start, stop)
    if not is_dependent and not (is_when and not _has_main_predicate(tokens, start, stop)):
        return False
    return not any(
        _starts_own_clause(tokens, i + 1, close) for i in range(stop, close) if tokens[i].text == ","
    )


def _has_main_predicate(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a predicate occurs here outside a relative clause: not "At a fair that ran for hours"."""
    end = find_word(tokens, lexicon.RELATIVES, start, end, default=end)
    return has_predicate(tokens, start, end)


def _is_lapse(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a lapse of time occurs here: "Two hours later", "A day after the vote"."""
    lapse = find_word(tokens, times.TIME_UNITS, start, end, default=end)
    return word_at(tokens, lapse + 1) in _AFTER_PERIOD and lapse + 1 < end


def _is_participle(tokens: list[Token], at: int) -> bool:
    """Whether a participle occurs here, not a word such as "king" or the subject of a verb."""
    word = tokens[at].lower
    return (
        word.endswith(("ing", "ed")) and len(word) > _LONGEST_NO_PARTICIPLE and not is_finite(tokens[at + 1])
    )


def _starts_own_clause(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a clause of its own begins after a comma; not "which rose" or "and cheered"."""
    return tokens[at].lower not in _CONTINUES_CLAUSE and starts_clause(tokens[:end], at)


def find_lead_colon(text: str, words: list[Token]) -> int:
    """The colon before a quotation of whole sentences whose speaker is named after it; else 0."""
    quote = next((i for i, word in enumerate(words) if word.is_quote), 0)
    if quote < 2 or words[quote - 1].text != ":" or text[words[quote].start + 1].islower():
        return 0
    said = find_attributions(words[quote:])
    is_after = bool(said) and not said[0].framed and said[0].content[0] == 0
    return quote - 1 if is_after and said[0].content[1] <= min(said[0].cue, said[0].source[0]) else 0


def continues_in_next_sentence(text: str, words: list[Token]) -> bool:
    """Whether the quotation after the colon continues in the next sentence: "There is a catch: "It is old."."""
    quote = words[-1]
    is_announced = len(words) > 2 and quote.is_quote and words[-2].text == ":"
    return is_announced and not text[quote.start + 1].islower() and text[quote.end - 1] not in _CLOSING


def is_informative_lead(words: list[Token]) -> bool:
    """Whether a sentence that leads up to others says enough to be a row: "Jane Doe, the mayor of Vale, wrote on Facebook:"."""
    commas = [i for i, word in enumerate(words) if word.text == ","]
    between = words[commas[0] : commas[1]] if len(commas) > 1 else []
    aside = [] if any(map(is_finite, between)) else between
    return len(words) - len(aside) > _LONGEST_LEAD and not find_ascription(words)


def is_mere_lead(lead: list[Token]) -> bool:
    """Whether the clause before the colon says nothing by itself: "But there is a catch"."""
    is_short = len(lead) <= _LONGEST_LEAD and not any(word.text[0].isdigit() for word in lead)
    return is_short or lead[-1].lower in lexicon.CUES or not has_predicate(lead, 0, len(lead))


def find_quoted_source(words: list[Token], at: int) -> Span | None:
    """Whom a speaker quotes in turn: ""S," he wrote, and quoted a memo by Moor: "T""; None if the speaker continues."""
    if called := _find_labeller(words, at):
        return called
    if words[at - 1].text != ":":
        return None
    verb = next(
        (i for i in range(at - 2, 0, -1) if not words[i].is_word or words[i].lower in _QUOTING_VERBS), 0
    )
    by = find_word(words, "by", verb + 1, at - 1, default=verb)
    is_quoted = words[verb].lower in _QUOTING_VERBS and by + 1 < at - 1
    return Span(words[by + 1].start, words[at - 2].end) if is_quoted else None


def _find_labeller(words: list[Token], at: int) -> Span | None:
    """Who labels the whole in quotation marks: "S, officials said, in what Ada Moor called "a disaster""; else None."""
    verb = at - 1 - (words[at - 1].lower == "as")
    if words[verb].lower not in lexicon.LABELLING_VERBS:
        return None
    what = next((i for i in range(verb - 1, 0, -1) if words[i].lower == "what" or words[i].is_quote), 0)
    is_label = words[what - 1].lower == "in" and words[what].lower == "what" and what + 1 < verb
    return Span(words[what + 1].start, words[verb - 1].end) if is_label else None


def continues_after_source(text: str, words: list[Token], at: int, source: Span | None) -> bool:
    """Whether a short quotation resumes right after the source of the one before: ""Rents," Doe said, "rose" by 9%"."""
    comma = at - 1 - (words[at - 1].lower in lexicon.COORDINATORS)
    if source is None or comma < 2 or words[comma].text != "," or text[words[at].start + 1].isupper():
        return False
    first = next((i for i in range(comma - 2, -1, -1) if words[i].is_quote), -1)
    between = words[first + 1 : comma]
    verbs = [word for word in between if word.lower in lexicon.SPEECH_CUES or is_finite(word)]
    is_split = first >= 0 and len(verbs) == 1 and text[words[first].end - 2] == ","
    closes = words[comma - 1].lower in lexicon.SPEECH_CUES or words[comma - 1].end == source.end
    return is_split or (closes and first >= 0 and words[comma - 2].is_word)


def ends_in_reporting_verb(tokens: list[Token]) -> bool:
    """Whether a reporting verb, perhaps with addressee, time and place, precedes the colon: "told the court on Monday:".

    Not so in another subordinate clause: "Three things to know after Ada Moor told the court:".
    """
    last = len(tokens) - 1
    return any(
        t.lower in lexicon.SAY
        and (
            at == last - 1
            or (find_content_start(tokens, at) >= last and not _is_in_subordinate_clause(tokens, at))
        )
        for at, t in enumerate(tokens)
    )


def _is_in_subordinate_clause(tokens: list[Token], verb: int) -> bool:
    """Whether the verb is in a subordinate clause: "Three things to know after Ada Moor told the court:"."""
    clause = next((i + 1 for i in range(verb - 1, -1, -1) if tokens[i].text == ","), 0)
    return contains_word(tokens[max(1, clause) : verb], _SUBORDINATE_OPENERS)
