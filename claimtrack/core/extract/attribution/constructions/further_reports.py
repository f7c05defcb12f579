"""What a speaker also says: in passing, "Moor, noting that A, said B", or after the name, "S, said Jane Doe, who noted that T"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.ending import find_content_end
from claimtrack.core.extract.attribution.scope import Attribution, continues_after_comma
from claimtrack.core.extract.attribution.sources.noun_modifiers import find_antecedent
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.verbs.cues import find_group_start, is_active_verb, skip_auxiliaries
from claimtrack.core.extract.attribution.verbs.uses import gives_estimate_or_cause
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import MIN_CONTENT, is_anaphoric_that, starts_clause
from claimtrack.core.extract.words.finding import (
    contains_word,
    count_words,
    find_word,
    find_word_back,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, may_be_verb

_FEWEST_NAMED, _REPLIER_WINDOW = 2, 5  # tokens before "that"; at the start of a sentence
_NAME_WINDOW = 20
"""Words within which somebody is named before a verb."""
_ZERO_THAT_VERBS = lexicon.ZERO_THAT_VERBS | lexicon.SAY_FORMS | {"told", "tells"}
_CUES_WITH_CONTENT = (lexicon.REPORTING_VERBS | lexicon.CITATION_CUES) - lexicon.CONTINUATION_VERBS
_REPLYING_PARTICIPLES = words_of(
    "replying responding reacting answering countering contradicting rebutting echoing"
)
_NOUN_OPENERS = lexicon.ARTICLES | lexicon.AFFILIATION_PREPOSITIONS
_FINDING_VERBS = words_of("found shows show suggests suggest")
_LABELLING_VERBS = words_of("calls called describes described")
_WHOSE_WINDOW = 5  # words from "whose" to its verb: "whose latest surveys have found"


def match_parenthetical_reports(tokens: list[Token]) -> list[Attribution]:
    """The two attributions of one speaker in "Moor, noting that A, said B" and "Moor, who noted that A, said B"."""
    words = [token.lower for token in tokens[:_NAME_WINDOW]]
    thats = [i for i, word in enumerate(words) if word == "that" and i > _FEWEST_NAMED]
    found = next((found for that in thats if (found := _find_passing_report(tokens, that))), None)
    who = words.index("who") if "who" in words else 0
    at, start = found or (_find_relative_report(tokens, who) if who else None) or (0, 0)
    comma = find_word_back(tokens, ",", at - 1, 0)
    if at == 0 or comma == 0 or any(map(is_finite, tokens[:comma])):
        return []
    source = (find_subject_start(tokens, comma), comma)
    close = next(
        (i for i in range(start + 1, len(tokens) - MIN_CONTENT) if _closes_parenthetical(tokens, i)), 0
    )
    if not (close and is_speaker(tokens[slice(*source)])):
        return []
    if tokens[close + 1].lower in lexicon.CLAIM_VERBS:
        return [Attribution(close + 1, source, (0, len(tokens)), framed=True)]
    verb = skip_auxiliaries(tokens, close + 1)
    after = find_content_start(tokens, verb)
    second = Attribution(verb, source, (after, find_content_end(tokens, after)))
    return [Attribution(at, source, (start, close)), second]


def split_last_noun_report(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """The main clause, and what its last noun says, as two sentences: "The ban was lifted by Doe" and "Doe said that S" in "The ban was lifted by Doe, who said that S".

    The first is empty if the main clause only says to whom somebody replied. None if the last noun says nothing.
    """
    words = [token.lower for token in tokens[: 1 - MIN_CONTENT]]
    if "who" not in words and "which" not in words:
        return None
    openers = [i for i, word in enumerate(words) if word in {"who", "which"} and words[i - 1] == ","]
    who = openers[-1] if openers and openers[-1] > 2 else 0
    verb = _find_relative_verb(tokens, who)
    named = find_antecedent(tokens, who - 1) if who else None
    if not who or not (_has_content(tokens, verb) or (named and _is_finding(tokens, named, verb))):
        return None
    if person := _find_cleft_person(tokens, who):
        return tokens[:0], [*tokens[slice(*person)], *tokens[who + 1 :]]
    if named and _is_mere_reply(words, named[0]):
        return tokens[:0], [*tokens[slice(*named)], *tokens[who + 1 :]]
    reply = _find_reply(words, who)
    if reply and named:
        return tokens[:reply], [*tokens[slice(*named)], *tokens[who + 1 :]]
    quotes = word_at(tokens, verb + 1) == ":" and has_quote(tokens, verb + 2, verb + 3)
    if not quotes and any(is_reporting_cue(tokens, i) for i in range(who)):
        return None
    if named is None or not is_statement(tokens, 0, who - 1) or tokens[0].lower in lexicon.SUBORDINATORS:
        return None
    if continues_after_comma(tokens, verb + 2, len(tokens) - 1):
        return None  # "The firm, which says it is sound, was fined"
    return tokens[: who - 1], [*tokens[slice(*named)], *tokens[who + 1 :]]


def _find_relative_verb(tokens: list[Token], who: int) -> int:
    """The index of the verb of a relative clause, after a time: "who in June told", "who has since said"."""
    at = who + 1
    while at < len(tokens) - 1 and (tokens[at].lower in times.TIME_WORDS or tokens[at].lower.isdigit()):
        at += 1
    return skip_auxiliaries(tokens, at)


def _is_finding(tokens: list[Token], named: TokenRange, verb: int) -> bool:
    """Whether a document "found that S"; a person may only have come upon something."""
    found = tokens[verb].lower in {"found", "finds"} and word_at(tokens, verb + 1) == "that"
    return (
        found
        and contains_word(tokens[slice(*named)], nouns.DOCUMENTS)
        and is_statement(tokens, verb + 1, len(tokens))
    )


def _find_cleft_person(tokens: list[Token], who: int) -> TokenRange | None:
    """The person in "It was Ann Lee, not the police, who said S" and "It was Ann Lee, the mayor, who said S"; else None."""
    comma = find_word(tokens, ",", 3, who, default=who)
    if tokens[0].lower != "it" or tokens[1].lower not in lexicon.BE or comma + 1 >= who:
        return None
    is_cleft = word_at(tokens, comma + 1 + (word_at(tokens, comma + 1) == "and")) == "not"
    is_cleft = is_cleft or all(token.is_capital for token in tokens[2:comma])
    noun = find_word(tokens, lexicon.NOUN_PREPOSITIONS, 3, comma, default=comma)
    is_cleft = is_cleft and is_speaker(tokens[2:noun])  # no "gift from Moor"
    return (2, comma) if is_cleft and not any(map(may_be_verb, tokens[2:who])) else None


def _is_mere_reply(words: list[str], named: int) -> bool:
    """Whether the words before a name only say that somebody answered: "He was replying to Jane Doe, who said S"."""
    at = next((i for i in range(1, min(named, _REPLIER_WINDOW)) if words[i] in lexicon.BE), 0)
    return at > 0 and words[at + 1] in _REPLYING_PARTICIPLES and "," not in words[:at]


def _find_reply(words: list[str], who: int) -> int:
    """The index of the comma in ", replying to Jane Doe, who said", after the speaker's own words; 0 if nobody replies."""
    window = range(who - 2, max(MIN_CONTENT, who - _NAME_WINDOW), -1)
    return next((i for i in window if words[i] == "," and words[i + 1] in _REPLYING_PARTICIPLES), 0)


def is_reporting_cue(tokens: list[Token], at: int) -> bool:
    """Whether a reporting verb or a citation with content of its own occurs here."""
    word = tokens[at].lower
    return word in _CUES_WITH_CONTENT and is_active_verb(tokens, at, find_group_start(tokens, at, 0))


def _has_content(tokens: list[Token], at: int) -> bool:
    """Whether the verb at `at` has content: "that S", a quotation or, after "said", a clause."""
    word, start = tokens[at].lower, find_content_start(tokens, at)
    if word not in lexicon.REPORTING_VERBS or start >= len(tokens) or is_anaphoric_that(tokens, start):
        return False
    is_content = word_at(tokens, start) in {"that", ":"} or tokens[start].is_quote
    is_content = is_content or (word in _ZERO_THAT_VERBS and starts_clause(tokens, start))
    first = word_at(tokens, start)
    is_noun_phrase = tokens[start].is_capital or first in lexicon.SUBJECT_OPENERS or first[:1].isdigit()
    plainly = word in lexicon.SAY_FORMS and (is_noun_phrase or lexicon.is_plural_head(first))
    is_content = is_content or plainly
    is_long = (first == "that" or plainly) and count_words(tokens, start, len(tokens)) > MIN_CONTENT
    return is_content and (is_long or is_statement(tokens, start, len(tokens)))


def _find_passing_report(tokens: list[Token], that: int) -> tuple[int, int] | None:
    """The indices of the verb and of "that" in ", noting that" or ", who had said in May that"; else None."""
    verb = that - 1
    if tokens[verb].lower in lexicon.REPORTING_VERBS and tokens[verb].lower.endswith("ing"):
        return (verb, that) if tokens[verb - 1].text == "," else None
    who = next((i for i in range(verb, 0, -1) if tokens[i].lower == "who" or tokens[i].text == ","), 0)
    verb = _find_relative_verb(tokens, who)
    is_report = (
        tokens[who].lower == "who"
        and tokens[who - 1].text == ","
        and tokens[verb].lower in lexicon.REPORTING_VERBS
    )
    return (verb, that) if is_report and find_content_start(tokens, verb) == that else None


def _find_relative_report(tokens: list[Token], who: int) -> tuple[int, int] | None:
    """The indices of the verb in ", who had said rents rose" and of its content without "that"; else None."""
    verb = _find_relative_verb(tokens, who)
    if tokens[who - 1].text != "," or verb >= len(tokens) or tokens[verb].lower not in _ZERO_THAT_VERBS:
        return None
    start = find_content_start(tokens, verb)
    return (verb, start) if start < len(tokens) and starts_clause(tokens, start) else None


def _closes_parenthetical(tokens: list[Token], comma: int) -> bool:
    """Whether a comma closes the parenthetical: ", said S", ", urged the council to act"."""
    if tokens[comma].text != ",":
        return False
    verb = skip_auxiliaries(tokens, comma + 1)
    is_main_verb = (
        tokens[verb].lower in lexicon.ZERO_THAT_VERBS or tokens[comma + 1].lower in lexicon.CLAIM_VERBS
    )
    return is_main_verb and not tokens[comma + 2].is_capital


def find_further_report(tokens: list[Token], hit: Attribution) -> Attribution | None:
    """What the source at a sentence's end also says: "..., said Jane Doe, who noted that S"; else None."""
    for at in range(hit.cue + 1, len(tokens) - MIN_CONTENT):
        word = tokens[at].lower
        is_estimate = word in lexicon.PUTS or is_calling_aside(tokens, at)
        if not is_estimate and word not in lexicon.REPORTING_VERBS and word not in _FINDING_VERBS:
            continue
        start = at if is_estimate else find_content_start(tokens, at)
        # ", which put it at $4m", ", who called it S"
        is_estimate = is_estimate and (word not in lexicon.PUTS or gives_estimate_or_cause(tokens, at))
        has_content = word_at(tokens, start) == "that" and not is_anaphoric_that(tokens, start)
        has_content = has_content or (word in lexicon.ZERO_THAT_VERBS and starts_clause(tokens, start))
        has_content = has_content or (word == "says" and is_statement(tokens, start, len(tokens)))
        if not (is_estimate or (has_content and start > at)):
            continue
        comma = find_relative_comma(tokens, find_group_start(tokens, at, hit.cue + 1))
        if not comma:
            continue
        return Attribution(at, _find_relative_source(tokens, hit, comma), (start, len(tokens)))
    return None


def _find_relative_source(tokens: list[Token], hit: Attribution, comma: int) -> TokenRange:
    """Whom the clause after the comma is about: the body in "said Jane Doe of Oxfam, which says S", the report in "..., citing a report, which says S"; else the speaker."""
    turns = any(token.lower.endswith("ing") for token in tokens[hit.source[1] : comma])
    is_body = tokens[comma - 1].is_capital or tokens[comma - 1].lower in nouns.BODIES
    if not (turns or (is_body and word_at(tokens, comma + 1) == "which")):
        return hit.source
    opener = next((i for i in range(comma - 1, hit.cue, -1) if _opens_new_noun(tokens, i)), 0)
    return (opener + (tokens[opener].lower not in lexicon.ARTICLES), comma) if opener else hit.source


def _opens_new_noun(tokens: list[Token], at: int) -> bool:
    """Whether another body or document may begin here: not within "the Organization for Migration", nor in an apposition, ", a trade group"."""
    before = word_at(tokens, at - 1)
    return tokens[at].lower in _NOUN_OPENERS and before != "," and before not in nouns.BODY_NAME_WORDS


def find_relative_comma(tokens: list[Token], verb: int) -> int:
    """The comma of ", who has said" or ", whose surveys have found" before the verb; else 0."""
    opener = find_word_back(tokens, {"who", "which", "whose"}, verb - 1, max(1, verb - _WHOSE_WINDOW))
    is_near = opener == verb - 1 or word_at(tokens, opener) == "whose"
    return opener - 1 if is_near and word_at(tokens, opener - 1) == "," else 0


def is_calling_aside(tokens: list[Token], at: int) -> bool:
    """Whether ", who called it a sham" occurs here; not "who called on them to go"."""
    is_relative = tokens[at].lower in _LABELLING_VERBS and tokens[at - 1].lower in {"who", "which"}
    return is_relative and word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
