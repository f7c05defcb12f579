"""Verbs of saying that file nobody's words: denied of everybody, supposed, or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.verbs.cues import MERELY, is_negated
from claimtrack.core.extract.attribution.verbs.objects import starts_quoted_predicate
from claimtrack.core.extract.attribution.verbs.unlisted import has_counted_subject
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_quote, starts_clause, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.verbs import is_preverbal

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.scope import Attribution

_RESULTS = word_set(
    "effect effects difference differences link links association correlation connection change increase rise benefit harm"
)
_EVIDENCE = word_set("evidence proof sign signs indication indications record records trace reason")
_COUNTING = word_set("fewer less other")
_OPENS_NUMBER = frozenset(".0123456789")
_SUPPOSING = word_set("if unless supposing lest")
_INVERTING = word_set("did does do has have had would will could can should may might")
_RATHER = word_set("only until")
"""Words that turn an order like that of a question into a statement: "Only then did she say that ..."."""
_POSSIBLE = word_set("could might may should")
_NEAR, _LONGEST_TOLD = 2, 6
_ANYBODY, _EVERYBODY = frozenset({"anyone", "anybody"}), frozenset({"everyone", "everybody"})
_WILLING, _PEOPLE = (
    frozenset({"will", "would", "'ll"}),
    frozenset({"people", "some", "many", "most", "others"}),
)
"""In "People will tell you that S" nobody has said it."""
_TELLING = lexicon.CLAIM_NOUNS | word_set(
    "reports rumours rumors suggestion suggestions evidence idea notion proof"
)
_LONGEST_NOT_ONLY = 6  # words from "not only" to what was said: "not only told the council on Monday that"
_FINISHING = COMMA_OR_DASH | {";", ":"}


def is_unasserted(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the words are nobody's, for all that the sentence tells: "No minister has said S", "If Lee says S"."""
    if _is_nobody(tokens, hit.source[0]) or _is_whoever(tokens, hit.source) or _is_told_of(tokens, hit):
        return True
    if hit.content[0] <= hit.cue and not hit.framed:
        return False
    return _is_supposed(tokens, hit) or _is_inverted(tokens, hit) or _is_doubtful(tokens, hit)


def is_quote_denied(words: list[Token]) -> bool:
    """Whether the outlet tells that somebody did not say what stands in quotation marks: "Lee never said "No more"."""
    for at, word in enumerate(words):
        if word.lower not in lexicon.SAY or not is_negated(words, max(0, at - _NEAR), at):
            continue
        farthest = at + (_LONGEST_TOLD if word.lower in lexicon.ADDRESSEE_VERBS else _NEAR)
        if any(one.is_quote for one in words[at + 1 : farthest + 1]) or not any(
            one.is_word for one in words[at + 1 :]
        ):
            return True
    return False


def follows_not_only(tokens: list[Token], start: int) -> bool:
    """Whether "not only said" or "did not just say" stands before what was said: the speaker has more to say."""
    window = range(max(1, start - _LONGEST_NOT_ONLY), start)
    return any(tokens[i].lower in MERELY and tokens[i - 1].lower in {"not", "didn't"} for i in window)


def _is_told_of(tokens: list[Token], hit: Attribution) -> bool:
    """Whether somebody reports or claims that the source said it, true or not: "reports that Lee said S"."""
    if hit.content[0] <= hit.cue:
        return False
    start = hit.source[0]
    that = next((i for i in range(start - 1, max(0, start - _NEAR - 1), -1) if tokens[i].lower == "that"), 0)
    return 0 < start - that <= _NEAR and tokens[that - 1].lower in _TELLING


def _is_nobody(tokens: list[Token], at: int) -> bool:
    """Whether the subject names none: not so "No 10", "No fewer than 12" and "None other than Doe"."""
    first, following = tokens[at].lower, word_at(tokens, at + 1)
    if first == "very":
        first = following
    return first in lexicon.NEGATIVE_OPENERS and not (
        following in _COUNTING or following[:1] in _OPENS_NUMBER
    )


def _is_whoever(tokens: list[Token], source: TokenRange) -> bool:
    """Whether nobody in particular speaks: "Anyone who runs a mill says S", "Everybody says S"; but "Everyone in Vale says S"."""
    first = tokens[source[0]].lower
    return first in _ANYBODY or (first in _EVERYBODY and source[1] - source[0] == 1)


def _clause_start(tokens: list[Token], at: int) -> int:
    """Where the clause begins that holds the word at `at`."""
    return next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _FINISHING), 0)


def _is_supposed(tokens: list[Token], hit: Attribution) -> bool:
    """ "If Lee says S, he lies", "unless a doctor says that S"."""
    if _SUPPOSING.isdisjoint([token.lower for token in tokens[: hit.source[0] + 1]]):
        return False
    start = _clause_start(tokens, hit.source[0])
    return any(
        token.lower in _SUPPOSING and word_at(tokens, i - 1) not in {"as", "asked"}
        for i, token in enumerate(tokens[start : hit.source[0] + 1], start)
    )


def _is_inverted(tokens: list[Token], hit: Attribution) -> bool:
    """ "Did Lee say S?", "Nor did Lee say S", "Had Lee said S"."""
    at = hit.source[0] - (tokens[hit.source[0]].lower not in _INVERTING)
    if word_at(tokens, at) not in _INVERTING or hit.cue <= at + 1:
        return False
    # "Will Smith said S" has a name and a past tense, "May said" no second word.
    if not (lexicon.is_base_form(tokens[hit.cue].lower) or tokens[at].lower in lexicon.HAVE):
        return False
    before = {token.lower for token in tokens[_clause_start(tokens, at) : at]}
    return before.isdisjoint(_RATHER)


def _is_doubtful(tokens: list[Token], hit: Attribution) -> bool:
    """ "Lee could have said S", "Critics may say S", "Lee no longer says S"; a quotation was surely said."""
    if has_quote(tokens, *hit.content):
        return False
    i = hit.cue
    while i > 0 and is_preverbal(tokens[i - 1]):
        i -= 1
        if tokens[i].lower in _POSSIBLE:
            return True
        tells_you = tokens[hit.cue].lower == "tell" and word_at(tokens, hit.cue + 1) == "you"
        is_anybody = tokens[hit.source[0]].lower in _PEOPLE and i == hit.source[0] + 1
        if tokens[i].lower in _WILLING and (tells_you or is_anybody):
            return True
    return word_at(tokens, i - 1) == "longer" and word_at(tokens, i - 2) == "no"


def is_null_finding(tokens: list[Token], at: int, is_report: bool) -> bool:
    """Whether "found no evidence that S" stands here, or, where words are reported, "found no effect on S": both say the opposite without the verb."""
    if tokens[at].lower not in {"found", "finds", "find"} or word_at(tokens, at + 1) != "no":
        return False
    if word_at(tokens, at + 2) in _EVIDENCE and word_at(tokens, at + 3) == "that":
        return True
    noun = at + 2 + (word_at(tokens, at + 3) in _RESULTS)  # "no significant effect on"
    is_result = word_at(tokens, noun) in _RESULTS and word_at(tokens, noun + 1) in lexicon.PREPOSITIONS
    return is_report and is_result


def is_posted_object(tokens: list[Token], at: int, said: int) -> bool:
    """Whether something is posted that says nothing by itself: "tweeted her thanks", but not "tweeted a graph that shows S"."""
    is_posted = tokens[at].lower.startswith("tweet") and not (
        starts_clause(tokens, said)
        or has_counted_subject(tokens, said)
        or starts_quoted_predicate(tokens, said)
    )
    return is_posted and {"show", "shows", "showed", "showing"}.isdisjoint(
        token.lower for token in tokens[said:]
    )
