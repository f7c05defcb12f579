"""Sources that are cited rather than said to speak: "according to X", "in the view of X", "as per X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.adjuncts import after_verb
from claimtrack.core.extract.attribution.apposition import is_party, relative_end
from claimtrack.core.extract.attribution.brief import is_brief, is_said
from claimtrack.core.extract.attribution.ending import contrast_end
from claimtrack.core.extract.attribution.interrupted import goes_on_behind, is_helping, is_reason
from claimtrack.core.extract.attribution.lists import list_end
from claimtrack.core.extract.attribution.objects import is_figure
from claimtrack.core.extract.attribution.otherwise import quotes_another
from claimtrack.core.extract.attribution.phrases import subject_start
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources import with_apposed_name
from claimtrack.core.extract.attribution.tails import compares, gives_view, has_result, is_contrast, is_joined
from claimtrack.core.extract.attribution.unclosed import source_end
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import (
    BREAKS,
    count_words,
    has_predicate,
    has_quote,
    is_auxiliary,
    is_finite,
    is_statement,
    says_something,
    word_at,
)
from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.extract.words.titles import is_occupation

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_FEWEST_SAID = 3
_ARTICLES = frozenset({"a", "an", "the"})
_DESCRIBING = lexicon.RELATIVES | _ARTICLES
_SOURCES = nouns.PEOPLE | nouns.DOCUMENTS
_MANNER = frozenset(
    "law rules rule regulations plan plans schedule need needs size age ability taste custom".split()
)
_TELLS_OF = word_set(
    "who whose which published released obtained seen dated quoted cited interviewed reached contacted citing quoting speaking writing"
)
_COMMA_WINDOW = 40
_LONGEST_TAIL = 6
_LONGEST_LIST = 12
_LONGEST_OWNER = 8
_LONGEST_QUOTED = 16
_NOTING = lexicon.SAY | lexicon.STATE
_LIMITING = frozenset({"although", "though", "but", "while"})
_POSSESSIVES = frozenset({"his", "her", "their"})


def cited(tokens: list[Token], at: int) -> Attribution | None:
    """ "According to X, S", "S, according to X" and the like; `at` is the word they turn on."""
    if tokens[at].lower in lexicon.VIEWS:
        return _viewed(tokens, at)
    if tokens[at].lower in {"saying", "telling"}:
        return _quoted(tokens, at)
    if tokens[at].lower == "per":
        return (
            _phrase(tokens, at, at - (word_at(tokens, at - 1) == "as"), at + 1)
            if _is_per(tokens, at)
            else None
        )
    if word_at(tokens, at + 1) != "to" or _tells_manner(tokens, at) or word_at(tokens, at - 1) in lexicon.BE:
        return None
    return _phrase(tokens, at, at, at + 2)


def _quoted(tokens: list[Token], at: int) -> Attribution | None:
    """ ""S," the agency quoted Jane Doe as saying": it is Jane Doe who said it."""
    window = range(at - 3, max(0, at - _LONGEST_QUOTED), -1)
    verb = next((i for i in window if quotes_another(tokens, i)), 0) if word_at(tokens, at - 1) == "as" else 0
    begin = subject_start(tokens, verb) if verb else 0
    said = begin - (word_at(tokens, begin - 1) in BREAKS)
    is_closed = begin > 0 and begin < verb and (said < begin or tokens[begin - 1].is_quote)
    end = at - 1 - (tokens[at - 2].text == ",")
    if not (is_closed and is_said(tokens, 0, said)) or says_something(tokens, after_verb(tokens, at)):
        return None
    return Attribution(at, (verb + 1, end), (_after_semicolon(tokens, said), said))


def _tells_manner(tokens: list[Token], at: int) -> bool:
    """Whether something was done "according to the law" or "according to plan": no source is cited."""
    noun = at + 2 + (word_at(tokens, at + 2) in lexicon.DETERMINERS)
    return at > 0 and tokens[at - 1].is_word and word_at(tokens, noun) in _MANNER


def _is_per(tokens: list[Token], at: int) -> bool:
    """Whether "per" cites a source: ", per the report", "as per police"; not "$40 per lorry"."""
    opens = at - (word_at(tokens, at - 1) == "as")
    end = next_break(tokens, at + 1) or len(tokens)
    source = tokens[at + 1 : end]
    is_source = bool(source) and (
        source[0].is_capital or any(t.lower in _SOURCES or t.text.isupper() for t in source[1:])
    )
    is_source = is_source or word_at(tokens, at + 1) in {"police", "officials"}
    return is_source and (opens == 0 or tokens[opens - 1].text in BREAKS)


def _viewed(tokens: list[Token], at: int) -> Attribution | None:
    """ "In the view of X, S", "S, in X's words", "In her view, S"."""
    if (
        word_at(tokens, at - 2) in {"in", "by"}
        and word_at(tokens, at - 1) == "the"
        and word_at(tokens, at + 1) == "of"
    ):
        return _phrase(tokens, at, at - 2, at + 2)
    opens = next(
        (i for i in range(at - 1, max(-1, at - _LONGEST_OWNER), -1) if tokens[i].lower in {"in", "by"}), None
    )
    if opens and gives_view(tokens, opens - 1):
        return Attribution(at, (opens + 1, at), (at + 1, len(tokens)))  # "S, since in her opinion T"
    if opens is None or not (opens == 0 or tokens[opens - 1].text in BREAKS) or opens + 1 == at:
        return None
    owner = tokens[at - 1].lower
    owns = at - (owner == "own")  # "by his own count"
    owner = tokens[owns - 1].lower
    if not (owner.endswith(("'s", "s'")) or (owner in _POSSESSIVES and opens + 2 == owns)):
        return None
    source = (opens + 1, owns)
    if opens == 0:
        return Attribution(at, source, (at + 2, len(tokens))) if word_at(tokens, at + 1) == "," else None
    return Attribution(at, source, (0, opens)) if is_statement(tokens, 0, opens) else None


def _phrase(tokens: list[Token], at: int, opens: int, start: int) -> Attribution | None:
    """The citation that opens at one place and names its source from another."""
    if start >= len(tokens):
        return None
    comma = next_break(tokens, start)
    if comma == start:
        return None  # "according to;": whoever was named there is lost
    if _is_begun(tokens, opens) and (end := source_end(tokens, start, comma)):
        return Attribution(at, (start, end), (end, contrast_end(tokens, end)))
    if comma and opens > 0:
        comma = _past_list(tokens, comma)
    listed = list_end(tokens, start, comma) if comma else 0
    comma = listed if comma and (opens > 0 or word_at(tokens, listed) == ",") else comma
    named = with_apposed_name(tokens, start, comma) if comma else 0
    if comma and named > comma and (named >= len(tokens) - 1 or tokens[named].text in BREAKS):
        comma = next_break(tokens, named)  # "according to its leader, Tom Ashby"
    if comma and word_at(tokens, comma + 2) == ";" and tokens[comma + 1].is_capital:
        comma += 2  # "according to their union, Unison; S"
    if comma and word_at(tokens, opens - 1) == "," and word_at(tokens, opens - 2) == "that":
        return Attribution(at, (start, comma), (comma + 1, len(tokens)))  # "Doe said that, according to X, S"
    if comma and opens > 1 and is_reason(tokens, opens - 1) and has_quote(tokens, comma + 1, comma + 2):
        return Attribution(at, (start, comma), (comma + 1, len(tokens)))
    helps = opens > 1 and is_helping(tokens[opens - 2]) and not (comma is None and tokens[opens - 1].is_word)
    is_begun = helps or _is_begun(tokens, opens)
    if is_begun and opens and tokens[opens - 1].text == "," and comma:
        return Attribution(at, (start, comma), (0, len(tokens)))  # "The dose, according to X, costs $4"
    if is_begun:
        comma = _past_apposition(tokens, comma) if comma else comma
        return (
            Attribution(at, (start, comma), (comma + 1, contrast_end(tokens, comma + 1))) if comma else None
        )
    end = comma or len(tokens)
    while end > start + 1 and not tokens[end - 1].is_word:
        end -= 1
    stop = comma or end  # "(IOM)," ends in a mark before the comma
    describes_source = word_at(tokens, stop + 1) in _DESCRIBING or _tells_role(tokens, opens, stop)
    goes_on = comma is not None and word_at(tokens, stop) != ";"
    goes_on = goes_on and count_words(tokens, stop, len(tokens)) > _LONGEST_TAIL
    goes_on = (
        goes_on
        and not describes_source
        and not (has_result(tokens, stop) or is_contrast(tokens, stop) or is_joined(tokens, stop))
        and not compares(tokens, stop)
    )
    goes_on = (goes_on and not _is_limit(tokens, stop)) or (
        stop + 1 < len(tokens) and is_finite(tokens[stop + 1])
    )
    goes_on = goes_on or (comma is not None and goes_on_behind(tokens, 0, opens, end))
    first = _after_semicolon(tokens, opens)
    return Attribution(at, (start, end), (first, len(tokens) if goes_on else opens))


def _past_list(tokens: list[Token], comma: int) -> int | None:
    """The comma behind "three officials, two lawyers and a diplomat", None where the sentence ends there; else the same comma."""
    listed = tokens[comma - 1]
    joint = next((i for i in range(comma + 2, comma + _LONGEST_LIST) if word_at(tokens, i) == "and"), 0)
    if not joint or listed.is_capital or not lexicon.is_plural_head(listed.lower):
        return comma
    end = next_break(tokens, joint)
    is_list = not any(is_finite(token) or token.is_quote for token in tokens[comma:end])
    return end if is_list and tokens[comma + 1].lower not in _DESCRIBING else comma


def _is_begun(tokens: list[Token], opens: int) -> bool:
    """Whether nothing is said before the citation."""
    is_quoted = tokens[0].is_quote and (opens == 1 or (opens == 2 and tokens[1].text == ","))
    is_short = count_words(tokens, 0, opens) < _FEWEST_SAID and not is_quoted
    return is_short and not (is_brief(tokens, 0, opens) or _is_figure_alone(tokens[:opens]))


def _is_figure_alone(said: list[Token]) -> bool:
    """Whether a figure is all that is cited: "(but) 6 percent", "(while) 4,000 did"."""
    end = len(said) - (word_at(said, len(said) - 1) == ",")
    end -= end > 1 and is_auxiliary(said[end - 1])
    return end > 0 and said[0].lower not in lexicon.PREPOSITIONS and is_figure(said[:end], 0)


def _after_semicolon(tokens: list[Token], end: int) -> int:
    """Where the last clause before a citation begins: in "S1; S2, according to X", only S2 is surely X's."""
    semicolon = next((i for i in range(end - 1, 0, -1) if tokens[i].text == ";"), 0)
    ends_list = word_at(tokens, semicolon + 1) == "and"
    return semicolon + 1 if semicolon and not ends_list and is_statement(tokens, semicolon + 1, end) else 0


def _past_apposition(tokens: list[Token], comma: int) -> int:
    """In "According to Jane Doe, head of the union, S", the comma after what she is; else the same comma."""
    close: int | None = relative_end(tokens, comma, next_break(tokens, comma + 1) or 0)
    if not (tokens[comma - 1].is_capital or _is_told_of(tokens, comma + 1)):
        return comma
    stop = len(tokens) - (tokens[-1].text == ".")
    while close and _is_role(tokens, comma + 1, close) and is_said(tokens, close + 1, stop):
        comma, close = close, next_break(tokens, close + 1)
    return comma


def _is_role(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words between two commas tell who somebody is: "head of the union", "who runs it", "the smith who made it"."""
    if _is_told_of(tokens, start) or is_party(tokens[start]):
        return True
    return (end - start == 1 and tokens[start].text.isdigit()) or (
        end - start > 1
        and tokens[start].lower not in lexicon.PREPOSITIONS
        and any(_may_be_role(token) for token in tokens[start:end])
        and not has_predicate(tokens, _past_retired(tokens, start), _before_relative(tokens, start, end))
    )


def _before_relative(tokens: list[Token], start: int, end: int) -> int:
    """Where "who made it" begins; the end of the range where nothing of the kind does, or a verb of the smith's follows."""
    who = next((i for i in range(start + 1, end) if tokens[i].lower == "who"), end)
    behind = next_break(tokens, end + 1) or end
    return end if any(map(is_finite, tokens[end + 1 : end + 2] + tokens[behind + 1 : behind + 2])) else who


def _may_be_role(token: Token) -> bool:
    return token.lower in nouns.PEOPLE or (is_occupation(token.lower) and not token.is_capital)


def _tells_role(tokens: list[Token], said: int, comma: int) -> bool:
    """Whether what somebody is ends the sentence, and what runs it tells of that: ", head of the union that runs it"."""
    is_named = word_at(tokens, comma) == "," and tokens[comma - 1].is_capital
    if not is_named or comma + 1 >= len(tokens) or not has_predicate(tokens, 0, said):
        return False
    that = next(
        (i for i in range(comma + 1, len(tokens)) if tokens[i].lower in lexicon.RELATIVES), len(tokens)
    )
    behind = range(comma + 1, len(tokens))
    goes_on = any(
        tokens[i].text in BREAKS and word_at(tokens, i + 1) not in lexicon.RELATIVES for i in behind
    )
    return not goes_on and _is_role(tokens, comma + 1, that)


def _past_retired(tokens: list[Token], start: int) -> int:
    """Where "judge" stands in "a retired judge"; else the same place."""
    return start + 2 * (tokens[start].lower in _ARTICLES and word_at(tokens, start + 1).endswith("ed"))


def _is_told_of(tokens: list[Token], at: int) -> bool:
    """Whether what follows the comma tells of the source: "which came out in May", "a copy of which the Courier saw"."""
    is_copy = word_at(tokens, at + 3) == "which" and word_at(tokens, at + 2) in lexicon.PREPOSITIONS
    return word_at(tokens, at) in _TELLS_OF or is_copy


def _is_limit(tokens: list[Token], comma: int) -> bool:
    """Whether ", although she warns" begins at the comma."""
    return (
        word_at(tokens, comma) == ","
        and word_at(tokens, comma + 1) in _LIMITING
        and word_at(tokens, comma + 2) in lexicon.THIRD_PERSON
        and word_at(tokens, comma + 3) in _NOTING
    )


def limits(tokens: list[Token], hit: Attribution) -> Attribution | None:
    """What the source adds against it: "S, according to Jane Doe, although she warns that ..."."""
    for at in range(hit.cue + 2, len(tokens) - _FEWEST_SAID):
        if tokens[at - 3].text == "," and _is_limit(tokens, at - 3):
            said = after_verb(tokens, at)
            return Attribution(at, hit.source, (said, len(tokens)))
    return None


def next_break(tokens: list[Token], start: int) -> int | None:
    """The comma or dash that closes the phrase."""
    window = range(start, min(len(tokens), start + _COMMA_WINDOW))
    return next((i for i in window if tokens[i].text in BREAKS or tokens[i].text == ";"), None)
