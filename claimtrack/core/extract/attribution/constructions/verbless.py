"""Speakers without a reporting verb: named before a colon, because they label something in quotation marks, or in "Statement attributable to Ada Moor"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.first_subjects import find_first_subject
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.names_after_verb import find_name_end
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start, is_active_verb
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH
from claimtrack.core.extract.words.finding import contains_word, find_word, find_word_back, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.titles import is_occupation
from claimtrack.core.extract.words.verbs import is_finite, may_be_past
from claimtrack.core.language.word_lists import SUBORDINATORS

_LONGEST_LABEL, _LONGEST_ROLE = 6, 24  # tokens
_OPENERS = words_of("and but then now meanwhile later so or yet")
_ANSWER_NOUNS = nouns.DOCUMENTS | {"answer", "response", "comment"}
_PLACE_OR_TIME = (lexicon.PREPOSITIONS - {"of", "for"}) | times.TIME_ADVERBS | {"just", "live"}
_LINE_OPENERS = words_of(
    "more moments minutes seconds now just reaction+s response latest update word+s excerpt+s extract+s "
    "quote+s statement line+s further also this the a an some here another"
)
"""How a line of a live page begins that announces a speaker."""
_STATEMENT_NOUNS = words_of("statement statements quote quotes comment comments response following below")
_ATTRIBUTING = words_of("attributable attributed attribute")
_LONGEST_ASCRIPTION = 24  # tokens
_ATTRIBUTE_WINDOW = 4  # words from "attribute" to "to": "attribute the following to"


def find_speaker_label(words: list[Token]) -> TokenRange | None:
    """The name before a colon and a quotation without any verb: "Ada Moor: "No."", "And her rival Bo Lund:".

    A role, place or time may accompany the name: "Ada Moor, head of the port:", "Ada Moor on Friday:". None if there is none.
    """
    start = int(bool(words) and words[0].lower in _OPENERS and len(words) > 1)
    if len(words) > _LONGEST_ROLE or any(w.lower in lexicon.CUES or is_finite(w) for w in words[start:]):
        return None
    breaks = [i for i in range(start, len(words)) if words[i].text in COMMA_OR_DASH or words[i].text == "("]
    for begin, end in zip([start, *(i + 1 for i in breaks)], [*breaks, len(words)], strict=True):
        end = _trim_place_or_time(words, begin, end)
        name = words[begin:end]
        is_name = all(w.is_capital or w.text == "." for w in name)
        if breaks:  # other words precede: no place or headline
            is_name = is_name and len(name) > 1 and not all(w.text.isupper() for w in name)
        if not 0 < len(name) <= _LONGEST_LABEL or name[0].lower in lexicon.PREPOSITIONS:
            continue
        if is_name or _is_name_after_role(name):
            return (begin, end)
    return None


def _trim_place_or_time(words: list[Token], begin: int, end: int) -> int:
    """The end of a name of several words before a time or place: "Mayor Ada Moor *on* the radio"."""
    tail = next((i for i in range(begin, end) if not words[i].is_capital and words[i].text != "."), end)
    return tail if tail - begin > 1 and word_at(words, tail) in _PLACE_OR_TIME else end


def _is_name_after_role(name: list[Token]) -> bool:
    """Whether a role precedes the name: "her rival Paul Krug", "union boss Leo Tann"."""
    # "Lib Dem leader Ed Marsh"
    at = next((i + 1 for i in range(len(name) - 1, -1, -1) if not name[i].is_capital), 1)
    role = name[at - 1].lower if at else ""
    is_role = is_occupation(role) or (name[0].lower in lexicon.DETERMINERS and at > 1)
    return is_role and len(name) - at > 1 and all(w.is_capital for w in name[at:])


def find_colon_speakers(words: list[Token]) -> list[tuple[Token, TokenRange]]:
    """The quotations of a sentence, each with the speaker named before its colon: "Lee, mayor: "A"; Ray, clerk: "B""."""
    found: list[tuple[Token, TokenRange]] = []
    by: TokenRange | None = None
    start = 0
    for at, word in enumerate(words):
        if word.is_quote:
            by = (
                _find_colon_speaker(words, start, at - 1) if at and words[at - 1].text == ":" else None
            ) or by
            if by:
                found.append((word, by))
            start = at + 1
    return found


def _find_colon_speaker(words: list[Token], start: int, colon: int) -> TokenRange | None:
    """The speaker named between `start` and `colon`; else None."""
    while 0 < start < colon and not words[start].is_word:
        start += 1
    # "They differ on rents: Lee, mayor: "A"" has two colons.
    inner = next((i + 1 for i in range(colon - 1, start, -1) if words[i].text == ":"), 0)
    own = find_speaker_label(words[inner:colon]) if inner else None
    start = inner if own else start
    lead = words[start:colon]
    by = own or find_announcer(lead) or find_speaker_label(lead)
    return (start + by[0], start + by[1]) if by and can_name_speaker(lead[slice(*by)]) else None


def find_announcer(tokens: list[Token]) -> TokenRange | None:
    """The speaker in a sentence that announces words: "The mayor put it this way:"; else None."""
    if not tokens or has_dangling_adjunct(tokens):
        return None
    if whose := _find_view_holder(tokens) or _find_line_speaker(tokens):
        return whose
    if (
        speaker := find_ascription(tokens)
        or _find_final_name(tokens)
        or find_speaker_after_verb(tokens)
        or _find_final_subject(tokens)
        or _find_document_speaker(tokens)
    ):
        return speaker
    verb = len(tokens) - 2
    is_beside = verb > 1 and (tokens[verb - 1].text == "," or tokens[verb - 1].is_capital)
    is_reporting = is_beside and tokens[verb].lower in lexicon.REPORTING_VERBS
    if is_reporting and (speaking := find_subject_before(tokens, verb, 0)):
        return speaking  # "Responding to it, Ann Lee, the mayor, said:"
    comma = find_word_back(tokens, COMMA_OR_DASH, len(tokens) - 1, 0)
    is_adjunct = tokens[0].lower.endswith(("ed", "ing")) or tokens[0].lower in lexicon.SUBORDINATORS
    main = find_first_subject(tokens[comma + 1 :], len(tokens) - comma - 1) if is_adjunct and comma else None
    if main is not None:
        return main[0] + comma + 1, main[1] + comma + 1
    if tokens[0].lower in lexicon.NEGATIVE_OPENERS:
        return None  # "Nobody was at the door, where a note said: ..."
    by = find_first_subject(tokens, len(tokens))
    if by and tokens[by[0]].lower == "it" and not contains_word(tokens, lexicon.SPEECH_CUES):
        return None  # "It is often funny: ..."
    return by or _find_unlisted_verb_subject(tokens) or _find_answer_noun(tokens)


def _find_view_holder(tokens: list[Token]) -> TokenRange | None:
    """Whose view a sentence gives: "For Ada Moor, the number is clear:", "To Moor it is simple:"; else None."""
    window = range(2, min(len(tokens), _LONGEST_LABEL + 2) if tokens[0].lower in {"for", "to"} else 2)
    end = next((i for i in window if tokens[i].text == "," or tokens[i].lower == "it"), 0)
    last = tokens[end - 1]
    is_person = last.is_capital or is_occupation(last.lower) or lexicon.is_plural_head(last.lower)
    return (1, end) if end and is_person and any(map(is_finite, tokens[end + 1 :])) else None


def _find_line_speaker(tokens: list[Token]) -> TokenRange | None:
    """Whom a line of a live page announces without a verb: "More from the governor:", "Moments ago from Mayor Ada Moor:"; else None."""
    end = len(tokens) - (tokens[-1].text == ":")
    if tokens[0].lower in {"here", "here's"}:  # "Here's Lee's full reply to it:", "Here is ..."
        begin = 1 + (tokens[0].lower == "here")
        whose = next((i for i in range(begin, min(end, 4)) if tokens[i].lower.endswith("'s")), end)
        noun = find_word(tokens, _ANSWER_NOUNS, whose + 1, min(end, whose + 4))
        return (begin, noun + 1) if noun else None
    at = find_word(tokens, "from", 1, min(end, _LONGEST_LABEL))
    is_line = tokens[0].lower in _LINE_OPENERS and not any(token.is_capital for token in tokens[1:at])
    if not (at and is_line) or any(map(is_finite, tokens)) or end - at > _LONGEST_ROLE:
        return None
    named = tokens[at + 1 : end]
    is_plain = len(named) > 1 and not any(
        token.is_quote or token.text == ":" or token.text[0].isdigit() for token in named
    )
    return (at + 1, end) if is_plain and is_speaker(named) else None


def has_dangling_adjunct(tokens: list[Token]) -> bool:
    """Whether only an adverbial clause without a speaker follows a quotation: ""S," because Congress failed"."""
    begin = next((i for i, token in enumerate(tokens) if not token.is_quote and token.text != ","), 0)
    return tokens[0].is_quote and tokens[begin].lower in SUBORDINATORS


def _find_final_subject(tokens: list[Token]) -> TokenRange | None:
    """The document or body whose verb ends the sentence: "The 240-page report says:", "The review found that:", "According to the report:"; else None."""
    end = len(tokens) - (tokens[-1].text == ":")
    verb = end - 1 - (word_at(tokens, end - 1) == "that")
    if tokens[0].lower == "according" and tokens[-1].text == ":" and verb > 1:
        return 2, end
    if verb < 1 or tokens[-1].text != ":" or tokens[verb].lower not in lexicon.SPEECH_CUES:
        return None
    group = find_group_start(tokens, verb, 0)
    subject = find_subject_before(tokens, group, 0) if is_active_verb(tokens, verb, group) else None
    return subject if subject and subject[0] == 0 and is_speaker(tokens[slice(*subject)]) else None


def find_speaker_after_verb(tokens: list[Token]) -> TokenRange | None:
    """The speaker after a verb that comes first: "Added Jane Doe:", "Wrote Doe in 1944:", "So said its head, Jane Doe."; else None."""
    verb = int(tokens[0].lower == "so")
    if (
        len(tokens) < verb + 2
        or tokens[verb].lower not in lexicon.REPORTING_VERBS
        or lexicon.is_base_form(tokens[verb].lower)
    ):
        return None
    end = find_name_end(tokens, verb + 1)
    named = tokens[verb + 1 : end]
    is_named = is_speaker(named) or word_at(tokens, verb + 1) in lexicon.DETERMINERS
    return (verb + 1, end) if named and is_named and not tokens[verb].lower.endswith("ing") else None


def _find_final_name(tokens: list[Token]) -> TokenRange | None:
    """The person named last, whose words follow: "interrupted by Jo Park:", "a letter to Bo Lund, who had written:"; else None."""
    tokens = tokens[:-1] if tokens[-1].text == ":" and len(tokens) > 1 else tokens
    at = len(tokens) - 1
    while at > 0 and tokens[at].is_capital:
        at -= 1
    if tokens[at].lower == "by" and len(tokens) - at > 1:
        return at + 1, len(tokens)
    if not (tokens[-1].lower in lexicon.SPEECH_CUES or may_be_past(tokens[-1])):
        return None
    group = find_group_start(tokens, len(tokens) - 1, 0)
    if tokens[group - 1].lower != "who":
        return None
    is_cleft = tokens[0].lower == "it" and word_at(tokens, 1) in lexicon.BE
    return (2, group - 1) if is_cleft and group > 3 else find_subject_before(tokens, group, 0)


def _find_document_speaker(tokens: list[Token]) -> TokenRange | None:
    """Who writes or speaks in the document that a sentence is about: "The jury saw a text in which Jane Doe told her son:"; else None."""
    which = find_word_back(tokens, "which", len(tokens) - 2, 1)
    if word_at(tokens, which - 1) != "in":
        return None
    clause = tokens[which + 1 :]
    said = next((i for i, token in enumerate(clause) if token.lower in lexicon.REPORTING_VERBS), 0)
    subject = find_subject_before(clause, find_group_start(clause, said, 0), 0) if said else None
    return (which + 1 + subject[0], which + 1 + subject[1]) if subject else None


def _find_answer_noun(tokens: list[Token]) -> TokenRange | None:
    """The document or answer before a colon without a verb: "Her reply, in its entirety:"; else None."""
    end = next((i for i, token in enumerate(tokens) if token.text in {",", ":"}), len(tokens))
    is_noun = end > 1 and tokens[0].lower in lexicon.DETERMINERS and tokens[end - 1].lower in _ANSWER_NOUNS
    return (0, end) if is_noun and not any(map(is_finite, tokens)) else None


def _find_unlisted_verb_subject(tokens: list[Token]) -> TokenRange | None:
    """The subject of an unlisted verb that ends the sentence: "Her neighbour, Ann Lee, scoffs"; else None."""
    last = tokens[-1]
    is_verb_last = last.lower.endswith("s") and not last.is_capital and len(tokens) > 1
    source = find_subject_before(tokens, len(tokens) - 1, 0) if is_verb_last else None
    return source if source and is_speaker(tokens[slice(*source)]) else None


def find_ascription(tokens: list[Token]) -> TokenRange | None:
    """To whom a short sentence attributes a statement: "attributable to Ada Moor"; None in "deaths attributable to smoking"."""
    if len(tokens) > _LONGEST_ASCRIPTION or _STATEMENT_NOUNS.isdisjoint([token.lower for token in tokens]):
        return None
    if any(token.is_quote for token in tokens):
        return None  # "Statement attributable to Ada Moor: "S"" contains its statement
    if not (tokens[-1].text == ":" or tokens[0].lower == "please" or contains_word(tokens, "attributable")):
        return None
    window = range(len(tokens) - 1)
    start = next((i + 1 for i in window if tokens[i].lower == "to" and _is_ascribing(tokens, i)), 0)
    end = len(tokens) - (tokens[-1].text in {".", ":"})
    has_speaker = any(token.is_capital or token.lower in nouns.SPEAKERS for token in tokens[start:end])
    return (start, end) if start and has_speaker and word_at(tokens, start) not in lexicon.BE else None


def _is_ascribing(tokens: list[Token], to: int) -> bool:
    """Whether "to" belongs to a verb or adjective of attribution: "attributable to", "attribute the following to"."""
    return contains_word(tokens[max(0, to - _ATTRIBUTE_WINDOW) : to], _ATTRIBUTING)
