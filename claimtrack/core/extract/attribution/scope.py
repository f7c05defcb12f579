"""What an attribution is, and whether it applies to its whole sentence or only to a part that is no row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.comments.outlet_comments import find_disputer
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    DASHES,
    MIN_CONTENT,
    has_predicate,
    is_predicate,
    may_be_third_person,
)
from claimtrack.core.extract.words.finding import (
    contains_word,
    count_words,
    find_word,
    find_word_back,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.statements import is_clause, is_statement
from claimtrack.core.extract.words.verbs import find_auxiliaries_start, is_finite, may_be_past

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token, TokenRange

_MAIN_CLAUSE_SHARE = 0.6  # of the words of a sentence
_SHORTEST_STATEMENT = 20  # characters. A shorter quotation inside a clause is a word or two.
_JOINT_WORDS = frozenset({"but", "and", ":"})  # between a main clause and the attribution after it
_SUBORDINATORS = frozenset({"after", "because", "as", "although", "though", "since", "when"})
_BEFORE_SOURCE = _JOINT_WORDS | _SUBORDINATORS
_ASSERTING_VERBS = lexicon.ZERO_THAT_VERBS | {verb for verb in lexicon.STATE if verb.endswith("ed")}
_COME_FORMS = frozenset({"comes", "come", "came"})
_LAPSE_WINDOW = 6  # tokens before a source
_BEFORE_THAT = lexicon.CUES | lexicon.PREPOSITIONS
_AFTER_VERB = lexicon.DETERMINERS | lexicon.SUBJECT_PRONOUNS | lexicon.OBJECT_PRONOUNS | {"to"}


class Attribution(NamedTuple):
    """A cue with its source and its content, as ranges of tokens of one sentence."""

    cue: int
    source: TokenRange
    content: TokenRange
    framed: bool = False  # the verb is part of the claim ("denied that S"), so that the content includes it


def follows_main_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the content is the lesser part of a sentence that makes another statement first.

    "The bill needs 34 votes, but its sponsors say they have 20" would lose its point if it were cut.
    """
    start = hit.source[0]
    if hit.content[0] < hit.cue or word_at(tokens, start - 1) not in _BEFORE_SOURCE:
        return False
    if word_at(tokens, start - 1) in {"as", "after"} and word_at(tokens, start - 2) in _COME_FORMS:
        return False  # "The report comes as the bureau says S" makes no statement but S
    share = count_words(tokens, *hit.content) / count_words(tokens, 0, len(tokens))
    is_announced = word_at(tokens, start - 1) == ":" and start > MIN_CONTENT
    is_adverbial = word_at(tokens, start - 1) in _SUBORDINATORS
    is_main = (
        is_announced
        or is_statement(tokens, 0, start - 1)
        or (is_adverbial and has_predicate(tokens, 0, start - 1))
    )
    opens = word_at(tokens, 0) in {"but", "so", "yet"} and word_at(tokens, start - 1) != "as"
    first = tokens[opens].lower  # "But Lind levelled after ..."
    is_main = is_main and first not in lexicon.SUBORDINATORS
    share = 0.0 if is_adverbial else share  # a clause of time or reason is the lesser part, however long
    quotes = _quotes_statement(tokens, *hit.content) if is_adverbial else has_quote(tokens, *hit.content)
    return is_main and share < _MAIN_CLAUSE_SHARE and not quotes


def _quotes_statement(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a quotation is the content; in "after a court ruled that two "ghost" players were paid" it is a single word."""
    end -= tokens[end - 1].text == "."
    return any(
        tokens[i].is_quote and (i == end - 1 or len(tokens[i].text) >= _SHORTEST_STATEMENT)
        for i in range(start, end)
    )


def is_subordinate(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution only gives the time or reason: "Shares fell after the firm said it would cut jobs"."""
    return word_at(tokens, hit.source[0] - 1) in _SUBORDINATORS


def is_lapse_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the report only gives the time, quoted or not: "The port was shut, hours after Doe called it unsafe"."""
    start = hit.source[0]
    is_lapse = (
        word_at(tokens, start - 1) in {"after", "before"} and word_at(tokens, start - 2) in times.TIME_UNITS
    )
    return is_lapse and contains_word(tokens[max(0, start - _LAPSE_WINDOW) : start], ",")


def is_reason_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the thought is only the reason in another's statement: "S, Doe said, because buyers feared that T"."""
    return tokens[hit.cue].lower in lexicon.THINK and word_at(tokens, hit.source[0] - 1) in _SUBORDINATORS


def is_between_dashes(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution is between dashes, and so applies only to the aside."""
    return word_at(tokens, hit.source[0] - 1) in DASHES and contains_word(
        tokens[hit.cue : hit.content[1] + 1], DASHES
    )


def is_in_relative_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution applies only to a relative clause: "She fell into a hole that locals say nobody mended"."""
    start, end = hit.source
    if lexicon.RELATIVES.isdisjoint([token.lower for token in tokens[: max(hit.cue, end)]]):
        return False  # as most
    if hit.framed and word_at(tokens, start - 1) == "where":
        return True  # "At Vale, where a notice tells swimmers to keep out, Ann Lee walked her dog"
    if is_possessive_relative(tokens, hit) or find_disputer(tokens, hit.cue) == hit.source:
        return False
    if _is_restrictive(tokens, hit) or _modifies_subject(tokens, hit):
        return True
    if word_at(tokens, start - 1) in {"which", "that", "who", "whose"} and word_at(tokens, start - 2) == ",":
        return True  # "It blames taxes, which she says have driven owners out", "It was sold, which she denied in May"
    is_finite_cue = not tokens[hit.cue].lower.endswith("ing")
    if is_finite_cue and word_at(tokens, end) != "," and contains_word(tokens[start:end], "whose"):
        return True  # "sending it to a panel whose chairman vowed to bury it"
    at = find_word_back(tokens, {"that", "which"}, end - 1, max(-1, start - 2))
    if start < at and word_at(tokens, end) == "," and contains_word(tokens[start:at], ","):
        return False  # "The audit, a copy of which the Courier saw, found S"
    if word_at(tokens, at) == "which" and word_at(tokens, at - 1) in lexicon.PREPOSITIONS:
        # "It rests on a deal, under which the bloc pledged aid"
        return tokens[at - 2].is_word or (hit.framed and is_statement(tokens, 0, at - 2))
    follows_noun = at > 1 and tokens[at - 1].is_word and tokens[at - 1].lower not in _BEFORE_THAT
    if not follows_noun or hit.content[0] < hit.cue or at == end - 1:
        return False
    return any(is_finite(tokens[i]) or is_predicate(tokens, i) for i in range(1, at))


def _is_restrictive(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the report only identifies the subject: "Those who say rents have doubled are right"."""
    who = find_auxiliaries_start(tokens, hit.cue, 1) - 1
    is_first = hit.source[0] <= 1 or (
        tokens[hit.source[0]].lower == "those" and tokens[hit.source[0] - 1].text == ","
    )
    if tokens[who].lower != "who" or not is_first or hit.content[0] < hit.cue:
        return False
    named = tokens[hit.source[0] : who]
    # The sentence's own verb follows the content.
    return named[0].lower != "it" and not any(token.text == "," or is_finite(token) for token in named)


def _modifies_subject(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the report only modifies the subject: "The bank, which the regulator says lost $4m, employs 400"."""
    start = hit.source[0]
    opener = word_at(tokens, start - 1)
    comma = start - 2 - (opener in {"which", "whom"} and word_at(tokens, start - 2) in lexicon.PREPOSITIONS)
    opens = opener in {"which", "who", "whom", "whose"} and word_at(tokens, comma) == ","
    return opens and hit.content[0] > hit.cue and has_later_main_verb(tokens, hit.content[0])


def has_later_main_verb(tokens: list[Token], start: int) -> bool:
    """Whether the main verb follows a comma after `start`: ", was fined", ", blames the council"."""
    return any(
        tokens[at - 1].text == "," and (starts_predicate(tokens, at) or _may_be_present(tokens, at))
        for at in range(start + 2, len(tokens))
    )


def _may_be_present(tokens: list[Token], at: int) -> bool:
    """Whether an unlisted verb in the present occurs here: "accuse the", "employs 400"."""
    word = tokens[at].lower
    return may_be_third_person(tokens, at) or (
        (word in lexicon.BASE_VERBS or (word in lexicon.CUES and lexicon.is_base_form(word)))
        and word_at(tokens, at + 1) in _AFTER_VERB
    )


def is_possessive_relative(tokens: list[Token], hit: Attribution) -> bool:
    """Whether a relative clause with "whose" makes its own statement: "It goes to a panel, whose head, Jane Doe, said S"."""
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
    """Whether the report only modifies the subject of another verb: "The firm, which says it is sound, was fined"."""
    i = find_auxiliaries_start(tokens, hit.cue, 1) - 1
    # "Lund, who in 2019 said S, won"
    i = find_word(tokens, "who", hit.source[1], i, default=i)
    if tokens[i].lower not in {"who", "which"} or hit.content[0] < hit.cue:
        return False
    if word_at(tokens, i - 1) != ",":  # "Days after a story quoted a man who alleged S, Doe said T"
        return word_at(tokens, 1) in times.TIME_UNITS and _is_adjunct_of_another(tokens, hit)
    return has_later_main_verb(tokens, hit.content[0]) or _is_adjunct_of_another(tokens, hit)


def _is_adjunct_of_another(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the report is in an adjunct, and the main clause has another source: "Responding to Doe, who had said S, Ashby said T"."""
    leads = tokens[0].lower.endswith(("ing", "ed")) or tokens[0].lower in lexicon.PREPOSITIONS
    leads = leads or word_at(tokens, 1) in times.TIME_UNITS  # "Two weeks after"
    verb = find_word(tokens, _ASSERTING_VERBS, hit.content[0] + 2, len(tokens) - 1) if leads else 0
    return verb > 0 and word_at(tokens, find_subject_start(tokens, verb) - 1) == ","


def continues_after_comma(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a verb begins after a comma in the range: ", was fined", ", left"."""
    return any(tokens[i].text == "," and starts_predicate(tokens, i + 1) for i in range(start, end))


def starts_predicate(tokens: list[Token], at: int) -> bool:
    """Whether a verb begins here: "was", "has never", "walked out", "left"."""
    return is_finite(tokens[at]) or (may_be_past(tokens[at]) and word_at(tokens, at + 1) != "by")


def continues_same_source(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the same source says what precedes it, too: "Nobody suggests that, Doe says: nets are nylon"."""
    comma, colon = hit.source[0] - 1, hit.content[0]
    is_plain = (
        word_at(tokens, colon) == ":"
        and word_at(tokens, comma) == ","
        and not has_quote(tokens, 0, len(tokens))
    )
    first = tokens[0].lower
    is_adjunct = first in lexicon.PREPOSITIONS and not any(map(is_finite, tokens[:comma]))
    is_dependent = first in lexicon.SUBORDINATORS or first.endswith(("ed", "ing")) or is_adjunct
    return is_plain and not is_dependent and is_clause(tokens, 0, comma)


def is_where_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the report is part of a clause about a place: "Rats were seen in Vale, where residents say S"."""
    at = hit.source[0] - 1
    return word_at(tokens, at) == "where" and word_at(tokens, at - 1) == ","


def is_only_in_relative(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the only report is in a relative clause, so that the sentence is the outlet's: "The case began with a complaint by Fjell, which argued that S"."""
    start, end = hit.source
    i = find_auxiliaries_start(tokens, hit.cue, end + 1) - 1
    is_after_comma = word_at(tokens, i) in {"who", "which"} and word_at(tokens, i - 1) == ","
    if i >= end and is_after_comma and is_statement(tokens, 0, start):
        return True  # "It sent the bill to Jane Doe, who has said she will sign it"
    return end - start == 1 and tokens[start].lower == "which" and is_statement(tokens, 0, max(0, start - 1))


def separates_two_statements(tokens: list[Token], colon: int, end: int, start: int = 0) -> bool:
    """Whether a colon separates two statements: "Moor is right: rents fell in May, records show"."""
    return (
        tokens[colon].text == ":"
        and tokens[colon].end < tokens[colon + 1].start  # not "4:20"
        and word_at(tokens, colon + 1) not in lexicon.THING_PRONOUNS
        and not has_quote(tokens, start, end)
        and is_clause(tokens, start, colon)
        and is_clause(tokens, colon + 1, end - 1)
    )


def modifies_document(tokens: list[Token], at: int) -> bool:
    """Whether "that" modifies a document, and the content precedes it: "S, a group said in a report that the firm rejects"."""
    after = [token.lower for token in tokens[at + 1 :]]
    if "that" not in after or nouns.DOCUMENTS.isdisjoint(after):
        return False  # a cheap test
    that = find_content_start(tokens, at)
    group = find_group_start(tokens, at, 0)
    comma = find_subject_start(tokens, group) - 1
    return (
        comma + 1 < group  # but "The firm, which runs it, said in a report that it was old"
        and word_at(tokens, that + 1) not in lexicon.SUBJECT_PRONOUNS
        and word_at(tokens, that) == "that"
        and tokens[that - 1].lower in nouns.DOCUMENTS
        and word_at(tokens, comma) == ","
        and is_clause(tokens, 0, comma)
    )
