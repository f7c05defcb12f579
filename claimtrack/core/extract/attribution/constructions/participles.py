"""The speaker of a reporting participle: "..., saying that S", "quoted an official as saying S"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.outlet_comments import find_disputer
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.beginning import has_reported_content
from claimtrack.core.extract.attribution.reported.ending import find_content_end
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.first_subjects import find_first_subject
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.attribution.verbs.other_senses import quotes_other_source
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, starts_clause, starts_content
from claimtrack.core.extract.words.finding import contains_word, find_word_back, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.statements import is_clause
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_past

_BEFORE_PARTICIPLE = words_of("by in and as before while also")
_TEMPORAL_ADVERBS = words_of("later then also soon still")
_QUOTING_WINDOW = 8  # tokens back from "saying" to "quoted"
_DOCUMENT_WINDOW = 5  # tokens of a person quoted, or back from "letter" to its article
_QUOTATION_WINDOW = 5  # tokens from the start of the content to its quotation
_REPORTING_PARTICIPLES = words_of(
    "alleging claiming arguing saying warning accusing stating complaining suggesting concluding asserting "
    "contending finding showing revealing noting"
)
_CLAIMING_PARTICIPLES = words_of("claiming saying alleging arguing insisting complaining")
_REACTING_VERBS = words_of("slammed blasted criticised criticized sued wrote emailed petitioned complained")
_OTHER_SUBJECT = lexicon.RELATIVES | lexicon.BE
"""Words before a verb of the main clause that give it another subject: "a nurse who sued", "the club was sued"."""
_SHOWING_PARTICIPLES = words_of(
    "showing revealing suggesting indicating signalling signaling proving demonstrating highlighting "
    "underlining underscoring"
)
"""Participles that an event may also have as its subject, and then nobody speaks."""
_DOCUMENTS = words_of(
    "report lawsuit suit complaint letter petition statement study paper email memo document post filing "
    "note dossier article motion tweet tweets"
)
_MESSAGES = words_of("statement letter email memo note post video tweet tweets")
_IN_WRITING = _DOCUMENTS | _MESSAGES | nouns.DOCUMENTS
_RESPONDING_VERBS = words_of("responded replied countered reacted answered")
_SENDING_VERBS = words_of(
    "issued issues released releases sent sends wrote posted circulated put gave published unleashed fired"
)
_ARTICLES = words_of("a an another")


def match_participle(tokens: list[Token], at: int, previous: TokenRange | None) -> Attribution | None:
    """The attribution in "..., saying that S", whose source is the `previous` or the subject of the sentence; None if nothing is reported."""
    verb, start = tokens[at].lower, find_content_start(tokens, at)
    start += _is_comma_for_colon(tokens, start)
    is_report = verb in lexicon.STATE and word_at(tokens, start) == "that"
    if at == 0 or (verb in lexicon.CLAIM_VERBS and not is_report):
        return None
    before = tokens[at - 1]
    if word_at(tokens, start) == "to" and verb in lexicon.ADDRESSEE_VERBS:
        return None  # "..., telling schools to let them in"
    if before.lower == "as" and (quoted := _find_quoted_person(tokens, at - 1)):
        return _match_quoted_person(tokens, at, start, quoted)
    if document := _match_document(tokens, at, start):
        return document
    is_detached = before.text in COMMA_OR_DASH or before.is_quote or before.lower in _BEFORE_PARTICIPLE
    if not (is_detached or (previous is None and lacks_participle_comma(tokens, at))):
        return None
    if not _has_content(tokens, at, start):
        return None
    needs_speaker = verb not in _SHOWING_PARTICIPLES  # "and 40 people died, showing that S"
    source = (
        find_disputer(tokens, at)
        or find_replier(tokens, at)
        or previous
        or (needs_speaker and _find_nearest_subject(tokens, at))
        or find_first_subject(tokens, at)
    )
    if source and not needs_speaker and (before.is_quote or not is_speaker(tokens[slice(*source)])):
        return None  # "Fires went on, showing that S", "Doe said, "A," showing that S"
    return Attribution(at, source, (start, _trim_last_quote(tokens, start))) if source else None


def _match_quoted_person(tokens: list[Token], at: int, start: int, quoted: TokenRange) -> Attribution:
    """The attribution to the person quoted: "quoted Doe as saying that S", ""S," the agency quoted Doe as saying on Friday"."""
    quote = next((i for i in range(quoted[0]) if tokens[i].is_quote), None)
    if quote is not None and not (has_quote(tokens, start, len(tokens)) or starts_clause(tokens, start)):
        return Attribution(at, quoted, (quote, quote + 1))
    return Attribution(at, quoted, (at + 1 + (word_at(tokens, at + 1) == "that"), len(tokens)))


def _match_document(tokens: list[Token], at: int, start: int) -> Attribution | None:
    """The attribution in "sent a letter saying S", whose source is the sender or else the letter; else None."""
    document = find_reporting_document(tokens, at)
    if not document or not (
        starts_clause(tokens, start) or has_quote(tokens, start, start + _QUOTATION_WINDOW)
    ):
        return None
    end = find_content_end(tokens, start)
    ends_there = word_at(tokens, end) != "and" or word_at(tokens, end + 1) in lexicon.SAY
    source = _find_sender(tokens, document) or document
    return Attribution(at, source, (start, end if ends_there else len(tokens)))


def _has_content(tokens: list[Token], at: int, start: int) -> bool:
    """Whether reported content follows the participle: not so in "asking not to be named", "considering it undignified"."""
    if not (starts_content(tokens, start) or starts_clause(tokens, start)):
        return False
    opener = tokens[start]
    if tokens[at].lower in lexicon.ASK and not (opener.is_quote or opener.lower in lexicon.QUESTION_WORDS):
        return False
    if tokens[at].lower == "considering" and opener.lower != "that":
        return False
    return has_reported_content(tokens, at, start)


def find_replier(tokens: list[Token], at: int) -> TokenRange | None:
    """Who "responded by saying S", who need not be the one who spoke before; else None."""
    is_reply = at > 2 and tokens[at - 1].lower == "by" and tokens[at - 2].lower in _RESPONDING_VERBS
    return find_subject_before(tokens, at - 2, 0) if is_reply else None


def _find_nearest_subject(tokens: list[Token], at: int) -> TokenRange | None:
    """The subject of the last clause before a participle: "he" in "The council asked Doe, and he lied, saying S"; else None."""
    clauses = (i for i in range(at - 2, 1, -1) if tokens[i].lower in lexicon.COORDINATORS)
    joint = next((i for i in clauses if tokens[i - 1].text == ","), 0)
    verb = next((i for i in range(joint + 2, at) if is_finite(tokens[i]) or may_be_past(tokens[i])), 0)
    while verb > joint + 2 and (is_adverb(tokens[verb - 1]) or tokens[verb - 1].lower in _TEMPORAL_ADVERBS):
        verb -= 1  # "and Moor later wept"
    # "Doe, who left, and her aides"
    is_list = contains_word(tokens[:joint], lexicon.RELATIVES)
    named = tokens[joint + 1 : verb] if joint and not is_list else []
    is_pronoun = len(named) == 1 and named[0].lower in lexicon.HE_SHE
    is_named = bool(named) and all(word.is_word for word in named) and is_speaker(named)
    return (joint + 1, verb) if is_pronoun or (is_named and len(named) <= _DOCUMENT_WINDOW) else None


def lacks_participle_comma(tokens: list[Token], at: int) -> bool:
    """Whether the comma is missing before what a reacting subject claims: "Fans have slammed the club saying they were never told".

    Not so if the object may be claiming it: "slammed a video claiming S", "was slammed by the club claiming S".
    """
    if tokens[at].lower not in _CLAIMING_PARTICIPLES or tokens[0].lower in lexicon.SUBORDINATORS:
        return False
    if tokens[at - 1].lower == "for":
        return False  # "criticised Doe for saying S"
    reacting = (
        i
        for i in range(1, at)
        if tokens[i].lower in _REACTING_VERBS
        or (tokens[i].lower == "hit" and word_at(tokens, i + 1) == "out")
    )
    verb = next(reacting, at)
    whom = next((i for i in range(verb + 1, at) if tokens[i].lower not in {"out", "at", "to"}), at)
    clause = find_word_back(tokens, ",", verb, 0)
    if whom == at or not _OTHER_SUBJECT.isdisjoint(t.lower for t in tokens[clause:verb]):
        return False
    is_known = (
        tokens[whom].is_capital or tokens[whom].lower == "the" or tokens[whom].lower in lexicon.POSSESSIVES
    )
    is_paper = tokens[at - 1].lower in _IN_WRITING
    return (
        is_known
        and is_speaker(tokens[whom:at])
        and not is_paper
        and all(token.is_word for token in tokens[verb:at])
    )


def _is_comma_for_colon(tokens: list[Token], comma: int) -> bool:
    """Whether a comma stands for the colon before a quotation that ends the sentence: ", saying, 'We won.'"."""
    is_quote = word_at(tokens, comma) == "," and has_quote(tokens, comma + 1, comma + 2)
    return is_quote and not any(token.is_word for token in tokens[comma + 2 :])


def find_reporting_document(tokens: list[Token], at: int) -> TokenRange | None:
    """The document in "The fund published a report in January alleging that S", which states S; else None."""
    if tokens[at].lower not in _REPORTING_PARTICIPLES or tokens[0].lower in lexicon.SUBORDINATORS:
        return None
    window = range(at - 1, max(0, at - _QUOTING_WINDOW), -1)
    noun = next((i for i in window if not tokens[i].is_word or tokens[i].lower in _DOCUMENTS), 0)
    if tokens[noun].lower not in _DOCUMENTS or (any(map(is_finite, tokens[noun + 1 : at])) and noun > 2):
        return None
    is_main = is_clause(tokens, 0, at)
    # In "called a report suggesting S "outrageous"" the clause continues after S.
    is_main = is_main and not contains_word(tokens[:noun], lexicon.LABELLING_VERBS)
    start = find_word_back(tokens, _ARTICLES, noun, max(-1, noun - _DOCUMENT_WINDOW), default=-1)
    return (start, noun + 1) if is_main and start >= 0 else None


def _find_sender(tokens: list[Token], paper: TokenRange) -> TokenRange | None:
    """The sender of a document that is just a way to speak: "The port issued a statement", "Doe sent staff an email"; else None."""
    if tokens[paper[1] - 1].lower not in _MESSAGES:
        return None
    verb = find_word_back(tokens, _SENDING_VERBS, paper[0] - 1, 0)
    return find_subject_before(tokens, find_group_start(tokens, verb, 0), 0) if verb else None


def _find_quoted_person(tokens: list[Token], end: int) -> TokenRange | None:
    """The person quoted in "The paper quoted an official as saying that S"; `end` is the index of "as". Else None."""
    for at in range(end - 2, max(-1, end - _QUOTING_WINDOW), -1):
        if quotes_other_source(tokens, at):
            return at + 1, end
    return None


def _trim_last_quote(tokens: list[Token], start: int) -> int:
    """The end of B in ""A," Doe said, adding that B, "and C."": a resumed quotation is no part of B."""
    at = len(tokens) - 1 - (not tokens[-1].is_quote)
    resumes = at - 1 > start and tokens[at].is_quote and tokens[at - 1].text == ","
    said = tokens[start + (tokens[start].lower == "that") : at - 1]
    is_whole = resumes and any(map(is_finite, said)) and said[0].lower not in lexicon.CONJUNCTIONS
    return at - 1 if is_whole and has_quote(tokens, 0, start) else len(tokens)
