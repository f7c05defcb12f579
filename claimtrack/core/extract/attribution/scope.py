"""An attribution, and whether it speaks for its whole sentence or only for a part that is no row."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.attribution.comments.outlet_comments import find_disputer
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    DASHES,
    MIN_CONTENT,
    count_words,
    has_predicate,
    has_quote,
    is_predicate,
    may_be_third_person,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, is_preverbal, may_be_past

_LEAST_SHARE = 0.6
_SHORTEST_STATEMENT = 20  # characters. A shorter quotation inside a clause is a word or two.
_CALLING = word_set("calls called describes described")
_JOINING = frozenset({"but", "and", ":"})  # what stands between a main clause and the attribution in its wake
_SUBORDINATING = frozenset({"after", "because", "as", "although", "though", "since", "when"})
_BEFORE_SOURCE = _JOINING | _SUBORDINATING
_CONTENDING = lexicon.ZERO_THAT_VERBS | {verb for verb in lexicon.STATE if verb.endswith("ed")}
_COMING = frozenset({"comes", "come", "came"})
_LONGEST_LAPSE = 6
_LONGEST_OWNED = 5  # words from "whose" to its verb: "whose latest surveys have found"
_BEFORE_THAT = lexicon.CUES | lexicon.PREPOSITIONS
_BEHIND_VERB = lexicon.DETERMINERS | lexicon.SUBJECT_PRONOUNS | lexicon.OBJECT_PRONOUNS | {"to"}


class Attribution(NamedTuple):
    """A cue with its source and what it reports, as ranges of tokens of one sentence (end excluded)."""

    cue: int
    source: TokenRange
    content: TokenRange
    framed: bool = False  # the verb belongs to the claim ("denied that ..."), which is the whole sentence


def follows_main_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the reported words are the lesser part of a sentence that says something else first.

    "The bill needs 34 votes, but its sponsors say they have 20" would lose its point if it were cut.
    """
    start = hit.source[0]
    if hit.content[0] < hit.cue or word_at(tokens, start - 1) not in _BEFORE_SOURCE:
        return False
    if word_at(tokens, start - 1) in {"as", "after"} and word_at(tokens, start - 2) in _COMING:
        return False  # "The report comes as the bureau says S" says nothing but S
    share = count_words(tokens, *hit.content) / count_words(tokens, 0, len(tokens))
    announces = word_at(tokens, start - 1) == ":" and start > MIN_CONTENT
    is_reason_clause = word_at(tokens, start - 1) in _SUBORDINATING
    is_main = (
        announces
        or is_statement(tokens, 0, start - 1)
        or (is_reason_clause and has_predicate(tokens, 0, start - 1))
    )
    opens = word_at(tokens, 0) in {"but", "so", "yet"} and word_at(tokens, start - 1) != "as"
    first = tokens[opens].lower  # "But Lind levelled after ..."
    is_main = is_main and first not in lexicon.SUBORDINATORS
    share = 0.0 if is_reason_clause else share  # what tells when or why is the lesser part, however long
    quotes = _quotes_statement(tokens, *hit.content) if is_reason_clause else has_quote(tokens, *hit.content)
    return is_main and share < _LEAST_SHARE and not quotes


def _quotes_statement(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a quotation tells what was said; in "after a court ruled that two "ghost" players were paid" it is a word."""
    end -= tokens[end - 1].text == "."
    return any(
        tokens[i].is_quote and (i == end - 1 or len(tokens[i].text) >= _SHORTEST_STATEMENT)
        for i in range(start, end)
    )


def is_subordinate(tokens: list[Token], hit: Attribution) -> bool:
    """In "Shares fell after the firm said it would cut jobs", the attribution only tells when or why."""
    return word_at(tokens, hit.source[0] - 1) in _SUBORDINATING


def is_lapse_clause(tokens: list[Token], hit: Attribution) -> bool:
    """In "The port was shut, hours after Doe called it unsafe", what was said only tells when, quoted or not."""
    start = hit.source[0]
    is_lapse = (
        word_at(tokens, start - 1) in {"after", "before"} and word_at(tokens, start - 2) in times.TIME_UNITS
    )
    return is_lapse and any(token.text == "," for token in tokens[max(0, start - _LONGEST_LAPSE) : start])


def is_reason_clause(tokens: list[Token], hit: Attribution) -> bool:
    """In "S, Doe said, because buyers feared that T", what is thought is but the reason that Doe gives."""
    return tokens[hit.cue].lower in lexicon.THINK and word_at(tokens, hit.source[0] - 1) in _SUBORDINATING


def is_between_dashes(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution stands between dashes and so speaks for no more than the aside."""
    return word_at(tokens, hit.source[0] - 1) in DASHES and any(
        token.text in DASHES for token in tokens[hit.cue : hit.content[1] + 1]
    )


def is_in_relative_clause(tokens: list[Token], hit: Attribution) -> bool:
    """In "She fell into a hole that locals say nobody mended", the attribution speaks for the relative clause."""
    start, end = hit.source
    if lexicon.RELATIVES.isdisjoint([token.lower for token in tokens[: max(hit.cue, end)]]):
        return False  # as most
    if hit.framed and word_at(tokens, start - 1) == "where":
        return True  # "At Vale, where a notice tells swimmers to keep out, Ann Lee walked her dog"
    if is_possessive_relative(tokens, hit) or find_disputer(tokens, hit.cue) == hit.source:
        return False
    if _restricts(tokens, hit) or _tells_of_subject(tokens, hit):
        return True
    if (
        word_at(tokens, start - 1) in {"which", "that", "who", "whose"}
        and word_at(tokens, start - 2) == ","
        and (hit.content[0] > hit.cue or hit.framed)
        and is_statement(tokens, 0, start - 2)
    ):
        return True  # "It blames taxes, which she says have driven owners out", "It was sold, which she denied in May"
    is_finite_cue = not tokens[hit.cue].lower.endswith("ing")
    if is_finite_cue and word_at(tokens, end) != "," and any(t.lower == "whose" for t in tokens[start:end]):
        return True  # "sending it to a panel whose chairman vowed to bury it"
    at = next((i for i in range(end - 1, start - 2, -1) if word_at(tokens, i) in {"that", "which"}), 0)
    if start < at and word_at(tokens, end) == "," and any(token.text == "," for token in tokens[start:at]):
        return False  # "The audit, a copy of which the Courier saw, found S"
    if word_at(tokens, at) == "which" and word_at(tokens, at - 1) in lexicon.PREPOSITIONS:
        # "It rests on a deal, under which the bloc pledged aid"
        return tokens[at - 2].is_word or (hit.framed and is_statement(tokens, 0, at - 2))
    follows_noun = at > 1 and tokens[at - 1].is_word and tokens[at - 1].lower not in _BEFORE_THAT
    if not follows_noun or hit.content[0] < hit.cue or at == end - 1:
        return False
    return any(is_finite(tokens[i]) or is_predicate(tokens, i) for i in range(1, at))


def _restricts(tokens: list[Token], hit: Attribution) -> bool:
    """In "Those who say rents have doubled are right", what is said only tells of whom the sentence is about."""
    who = hit.cue - 1
    while who > 0 and is_preverbal(tokens[who]):
        who -= 1
    is_first = hit.source[0] <= 1 or (
        tokens[hit.source[0]].lower == "those" and tokens[hit.source[0] - 1].text == ","
    )
    if tokens[who].lower != "who" or not is_first or hit.content[0] < hit.cue:
        return False
    named = tokens[hit.source[0] : who]
    # A sentence that begins so has its own verb behind what is said.
    return named[0].lower != "it" and not any(token.text == "," or is_finite(token) for token in named)


def _tells_of_subject(tokens: list[Token], hit: Attribution) -> bool:
    """In "The bank, which the regulator says lost $4m, employs 400", what is said only tells of the subject."""
    start = hit.source[0]
    opener = word_at(tokens, start - 1)
    comma = start - 2 - (opener in {"which", "whom"} and word_at(tokens, start - 2) in lexicon.PREPOSITIONS)
    opens = opener in {"which", "who", "whom", "whose"} and word_at(tokens, comma) == ","
    return opens and hit.content[0] > hit.cue and has_later_main_verb(tokens, hit.content[0])


def has_later_main_verb(tokens: list[Token], start: int) -> bool:
    """Whether the verb of the main clause stands behind a comma from `start` on: ", was fined", ", blames the council"."""
    return any(
        tokens[at - 1].text == "," and (starts_predicate(tokens, at) or _may_be_present(tokens, at))
        for at in range(start + 2, len(tokens))
    )


def _may_be_present(tokens: list[Token], at: int) -> bool:
    """Whether a verb in the present stands here that no list of finite verbs knows: "accuse the", "employs 400"."""
    word = tokens[at].lower
    return may_be_third_person(tokens, at) or (
        (word in lexicon.BASE_VERBS or (word in lexicon.CUES and lexicon.is_base_form(word)))
        and word_at(tokens, at + 1) in _BEHIND_VERB
    )


def is_possessive_relative(tokens: list[Token], hit: Attribution) -> bool:
    """In "It goes to a panel, whose head, Jane Doe, said S", whether somebody says a statement of his own."""
    start, end = hit.source
    return (
        word_at(tokens, start - 1) == "whose"
        and word_at(tokens, start - 2) == ","
        and tokens[end - 1].is_capital
        and tokens[end].text == ","
        and hit.content[0] > hit.cue
        and is_statement(tokens, *hit.content)
        and (is_statement(tokens, 0, start - 2) or not has_later_main_verb(tokens, hit.content[0]))
    )


def is_subject_aside(tokens: list[Token], hit: Attribution) -> bool:
    """In "The firm, which says it is sound, was fined", what is said only tells of the subject of another verb."""
    i = hit.cue - 1
    while i > 0 and is_preverbal(tokens[i]):
        i -= 1
    # "Lund, who in 2019 said S, won"
    i = next((at for at in range(hit.source[1], i) if tokens[at].lower == "who"), i)
    if tokens[i].lower not in {"who", "which"} or hit.content[0] < hit.cue:
        return False
    if word_at(tokens, i - 1) != ",":  # "Days after a story quoted a man who alleged S, Doe said T"
        return word_at(tokens, 1) in times.TIME_UNITS and _leads_to_another(tokens, hit)
    return has_later_main_verb(tokens, hit.content[0]) or _leads_to_another(tokens, hit)


def _leads_to_another(tokens: list[Token], hit: Attribution) -> bool:
    """In "Responding to Doe, who had said S, Ashby said T", the main clause is the other's."""
    leads = tokens[0].lower.endswith(("ing", "ed")) or tokens[0].lower in lexicon.PREPOSITIONS
    leads = leads or word_at(tokens, 1) in times.TIME_UNITS  # "Two weeks after"
    verbs = (i for i in range(hit.content[0] + 2, len(tokens) - 1) if tokens[i].lower in _CONTENDING)
    verb = next(verbs, 0) if leads else 0
    return verb > 0 and word_at(tokens, find_subject_start(tokens, verb) - 1) == ","


def starts_predicate(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands here: "was", "has never", "walked out", "left"."""
    return is_finite(tokens[at]) or (may_be_past(tokens[at]) and word_at(tokens, at + 1) != "by")


def continues_same_source(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the same source has said what stands before it, too: "Nobody suggests that, Doe says: nets are nylon"."""
    comma, colon = hit.source[0] - 1, hit.content[0]
    is_plain = (
        word_at(tokens, colon) == ":"
        and word_at(tokens, comma) == ","
        and not has_quote(tokens, 0, len(tokens))
    )
    first = tokens[0].lower
    hangs = first in lexicon.SUBORDINATORS or first in lexicon.PREPOSITIONS or first.endswith(("ed", "ing"))
    return is_plain and not hangs and has_predicate(tokens, 0, comma) and is_statement(tokens, 0, comma)


def is_where_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether somebody is reported in what is told of a place: "Rats were seen in Vale, where residents say S"."""
    at = hit.source[0] - 1
    return word_at(tokens, at) == "where" and word_at(tokens, at - 1) == ","


def is_only_in_relative(tokens: list[Token], hit: Attribution) -> bool:
    """In "The case began with a complaint by Fjell, which argued that ...", the sentence is the outlet's."""
    start, end = hit.source
    i = hit.cue - 1
    while i > end and is_preverbal(tokens[i]):
        i -= 1
    is_between_dashes = word_at(tokens, i) in {"who", "which"} and word_at(tokens, i - 1) == ","
    if i >= end and is_between_dashes and is_statement(tokens, 0, start):
        return True  # "It sent the bill to Jane Doe, who has said she will sign it"
    return end - start == 1 and tokens[start].lower == "which" and is_statement(tokens, 0, max(0, start - 1))


def separates_two_statements(tokens: list[Token], colon: int, end: int, start: int = 0) -> bool:
    """Whether a colon parts two statements: "Moor is right: rents fell in May, records show"."""
    return (
        tokens[colon].text == ":"
        and tokens[colon].end < tokens[colon + 1].start  # not "4:20"
        and word_at(tokens, colon + 1) not in lexicon.THING_PRONOUNS
        and not has_quote(tokens, start, end)
        and has_predicate(tokens, start, colon)
        and is_statement(tokens, start, colon)
        and has_predicate(tokens, colon + 1, end - 1)
        and is_statement(tokens, colon + 1, end - 1)
    )


def modifies_document(tokens: list[Token], at: int) -> bool:
    """In "S, a group said in a report that the firm rejects", whether "that" tells of the report: S is said already."""
    behind = [token.lower for token in tokens[at + 1 :]]
    if "that" not in behind or nouns.DOCUMENTS.isdisjoint(behind):
        return False  # a look that costs little
    that = find_content_start(tokens, at)
    group = find_group_start(tokens, at, 0)
    comma = find_subject_start(tokens, group) - 1
    return (
        comma + 1 < group  # but "The firm, which runs it, said in a report that it was old"
        and word_at(tokens, that + 1) not in lexicon.SUBJECT_PRONOUNS
        and word_at(tokens, that) == "that"
        and tokens[that - 1].lower in nouns.DOCUMENTS
        and word_at(tokens, comma) == ","
        and has_predicate(tokens, 0, comma)
        and is_statement(tokens, 0, comma)
    )


def find_relative_comma(tokens: list[Token], verb: int) -> int:
    """The comma of ", who has said" or ", whose surveys have found" before the verb; 0 where there is none."""
    window = range(verb - 1, max(1, verb - _LONGEST_OWNED), -1)
    opener = next((i for i in window if tokens[i].lower in {"who", "which", "whose"}), 0)
    is_near = opener == verb - 1 or word_at(tokens, opener) == "whose"
    return opener - 1 if is_near and word_at(tokens, opener - 1) == "," else 0


def is_calling_aside(tokens: list[Token], at: int) -> bool:
    """Whether ", who called it a sham" stands here; not "who called on them to go"."""
    is_told_of = tokens[at].lower in _CALLING and tokens[at - 1].lower in {"who", "which"}
    return is_told_of and word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
