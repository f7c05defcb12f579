"""Who is said to have said it: from a cue word ("said", "according to") to its source and its words.

Every search starts at a cue and looks a bounded way left or right, so that the work is linear in the
length of the sentence whatever it holds.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.phrases import after_adjuncts, has_predicate, opens_clause, subject_start
from claimtrack.core.extract.reading import Token

_FEWEST_SAID = 3
_INVERTED_LIMIT = 30
_CLOSING_WINDOW = 30
_MOST_CUES = 12
_NEED_MARKS = (lexicon.FRAME - lexicon.STATE) | lexicon.ASK
_LONGEST_GROUP = 8
_BEFORE_PARTICIPLE = frozenset({"by", "in", "and", "as", "before", "while", "also"})


class Attribution(NamedTuple):
    """A cue with its source and what it reports, as ranges of tokens of one sentence (end excluded)."""

    cue: int
    source: tuple[int, int]
    content: tuple[int, int]
    framed: bool = False
    """The verb belongs to the claim ("denied that ..."), so the claim is the whole sentence."""


def attributions(tokens: list[Token]) -> list[Attribution]:
    """The attributions of a sentence from left to right; what lies within another's words is left alone."""
    closing = _closing(tokens)
    if closing is not None:
        return [closing]
    found: list[Attribution] = []
    taken = 0
    for at in _cues(tokens):
        token = tokens[at]
        if at < taken:
            continue
        hit = _according(tokens, at) if token.lower == "according" else _verb(tokens, at, taken)
        if hit is not None and found and token.lower.endswith("ing"):
            hit = hit._replace(source=found[-1].source)
        if (
            hit is None
            or (found and hit.framed)
            or _is_own_voice(tokens, hit.source)
            or _is_aside(tokens, hit)
        ):
            continue
        found.append(hit)
        if hit.content[0] > at:
            taken = hit.content[1]
    return found


def announcer(tokens: list[Token]) -> tuple[int, int] | None:
    """The subject of a sentence that announces words: "The mayor put it this way:"."""
    return _first_subject(tokens, 0, len(tokens))


def _is_aside(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution stands between dashes and so speaks for no more than the aside."""
    start = hit.source[0]
    return (
        start > 0
        and tokens[start - 1].text in {"—", "--"}
        and any(token.text in {"—", "--"} for token in tokens[hit.cue : hit.content[1]])
    )


def _cues(tokens: list[Token]) -> list[int]:
    """Where cue words stand; the first few only, for no sentence of prose has more."""
    return [at for at, token in enumerate(tokens) if token.lower in lexicon.CUES][:_MOST_CUES]


def _is_own_voice(tokens: list[Token], source: tuple[int, int]) -> bool:
    """ "I think" is no attribution: whoever speaks already goes on."""
    if tokens[source[1] - 1].lower in {"i", "we"}:
        return True
    return source[1] - source[0] == 1 and tokens[source[0]].lower in {
        "i",
        "we",
        "you",
        "there",
        "this",
        "that",
        "what",
    }


def _closing(tokens: list[Token]) -> Attribution | None:
    """The attribution that ends the sentence, "S, X said.": all before it is what X said."""
    for at in range(len(tokens) - 1, max(0, len(tokens) - _CLOSING_WINDOW), -1):
        word = tokens[at].lower
        if tokens[at].is_quote:
            return None
        if word == "according" and at > _FEWEST_SAID and (cited := _according(tokens, at)):
            return cited
        if word not in lexicon.SAY and word not in lexicon.STATE and word not in lexicon.SHOW:
            continue
        group = _group_start(tokens, at, 0)
        if not _is_verb(tokens, at, group) or word.endswith("ing") or _says_more(tokens, at):
            continue
        hit = _inverted(tokens, at, group, 0) or _postposed(tokens, at, group, 0)
        if hit is not None and not _is_own_voice(tokens, hit.source):
            return hit
    return None


def _says_more(tokens: list[Token], at: int) -> bool:
    """Whether the verb has words of its own after it."""
    said = after_adjuncts(tokens, at + 1, addressing=tokens[at].lower in lexicon.ADDRESSING)
    return (
        _words(tokens, said, len(tokens)) >= _FEWEST_SAID
        and opens_clause(tokens, said)
        and tokens[said].lower not in lexicon.PREPOSITIONS
    )


def _according(tokens: list[Token], at: int) -> Attribution | None:
    """ "According to X, S" or "S, according to X"."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "to":
        return None
    comma = _next_comma(tokens, at + 2)
    before = _words(tokens, 0, at)
    if before < _FEWEST_SAID:
        if comma is None:
            return None
        return Attribution(at, (at + 2, comma), (comma + 1, len(tokens)))
    end = comma if comma is not None else len(tokens)
    while end > at + 3 and not tokens[end - 1].is_word:
        end -= 1
    tail = _words(tokens, end, len(tokens))
    content = (0, len(tokens)) if comma is not None and tail > 6 else (0, at)
    return Attribution(at, (at + 2, end), content)


def _next_comma(tokens: list[Token], start: int) -> int | None:
    """The comma that closes a phrase; one before a year or inside an apposition does not."""
    for i in range(start, min(len(tokens), start + 40)):
        if tokens[i].text in ",;" or tokens[i].text in {"—", "--"}:
            return i
    return None


def _verb(tokens: list[Token], at: int, floor: int) -> Attribution | None:
    word = tokens[at].lower
    group = _group_start(tokens, at, floor)
    if not _is_verb(tokens, at, group):
        return None
    if word.endswith("ing") and not any(tokens[i].lower in lexicon.BE for i in range(group, at)):
        return _participle(tokens, at)
    inverted = _inverted(tokens, at, group, floor)
    if inverted is not None:
        return inverted
    after = _preposed(tokens, at, group, floor)
    if after is not None and not after.framed and tokens[after.content[0]].lower not in lexicon.PREPOSITIONS:
        return after
    return _postposed(tokens, at, group, floor) or after


def _group_start(tokens: list[Token], at: int, floor: int) -> int:
    """Where the verb begins, with its auxiliaries and adverbs: "has repeatedly said"."""
    i = at
    if (
        tokens[at].lower == "saying"
        and at > 1
        and tokens[at - 1].lower == "as"
        and tokens[at - 2].lower == "quoted"
    ):
        i = at - 2
    while i > floor and (tokens[i - 1].lower in lexicon.AUXILIARIES or _is_adverb(tokens[i - 1])):
        i -= 1
        if at - i > _LONGEST_GROUP:
            break
    return i


def _is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and len(token.lower) > 4 and not token.is_capital


def _is_verb(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the cue word is a verb in the active: not "the report", "to say", "was told"."""
    word = tokens[at].lower
    previous = tokens[at - 1].lower if at else ""
    if word.startswith("point") and (at + 1 == len(tokens) or tokens[at + 1].lower != "out"):
        return False
    if lexicon.is_base(word) and not _takes_base(tokens, at, group):
        return False
    if (
        previous in lexicon.DETERMINERS
        or previous.endswith("'s")
        or (previous in lexicon.PREPOSITIONS and not word.endswith("ing"))
    ):
        return False
    if tokens[at].is_capital and at and tokens[at - 1].is_word:
        return False
    between = {tokens[i].lower for i in range(group, at)}
    if "to" in between:
        return False
    if between & lexicon.BE and not word.endswith("ing"):
        return False
    return True


def _takes_base(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a bare form ("say", "dispute") is a verb here: a plural or an auxiliary stands before it."""
    if group < at and tokens[at - 1].lower not in {"also", "still", "now"} and not _is_adverb(tokens[at - 1]):
        return True
    if group == 0:
        return False
    before = tokens[group - 1]
    begin = subject_start(tokens, group)
    return (
        before.text in {",", ")", "—", "--"}
        or (group > 1 and tokens[group - 2].lower in {"did", "does", "do"})
        or any(lexicon.is_plural_head(token.lower) for token in tokens[begin:group])
        or before.lower in lexicon.PLURALS
        or before.lower.endswith("s")
        or any(token.lower == "and" for token in tokens[max(0, group - 4) : group])
    )


def _participle(tokens: list[Token], at: int) -> Attribution | None:
    """ "..., saying that S": the subject of the sentence speaks."""
    if at == 0 or not (
        tokens[at - 1].text in {",", "—", "--"}
        or tokens[at - 1].is_quote
        or tokens[at - 1].lower in _BEFORE_PARTICIPLE
    ):
        return None
    said = after_adjuncts(tokens, at + 1, addressing=tokens[at].lower in lexicon.ADDRESSING)
    if _words(tokens, said, len(tokens)) < _FEWEST_SAID and not _has_quote(tokens, said, len(tokens)):
        return None
    if not _reports(tokens, at, said) or tokens[at].lower in lexicon.FRAME:
        return None
    source = _first_subject(tokens, 0, at)
    return Attribution(at, source, (said, len(tokens))) if source else None


def _first_subject(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """The subject of the sentence's first predicate."""
    for i in range(start + 1, end):
        if tokens[i].lower in lexicon.FINITE | lexicon.SAY | lexicon.STATE | lexicon.FRAME or (
            tokens[i].lower.endswith("ed") and not tokens[i].is_capital
        ):
            begin = subject_start(tokens, i)
            while i > begin and (tokens[i - 1].lower in lexicon.AUXILIARIES or _is_adverb(tokens[i - 1])):
                i -= 1
            if begin < i:
                return begin, i
    return None


def _inverted(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, said X"."""
    word = tokens[at].lower
    if group != at or at == 0 or not (tokens[at - 1].text in {",", "—", "--"} or tokens[at - 1].is_quote):
        return None
    if (
        word not in lexicon.SAY | lexicon.STATE | lexicon.ASK | lexicon.SHOW
        or word in {"told", "tells"}
        or at + 1 >= len(tokens)
    ):
        return None
    end = _name_end(tokens, at + 1)
    if end == at + 1:
        return None
    if _is_statement(tokens, floor, at):
        return Attribution(at, (at + 1, end), (floor, at))
    is_short = (
        floor == 0
        and at <= _FEWEST_SAID
        and tokens[at + 1].is_capital
        and word in lexicon.STATE | lexicon.SAY
    )
    return Attribution(at, (at + 1, end), (0, len(tokens)), framed=True) if is_short else None


def _name_end(tokens: list[Token], start: int) -> int:
    """The end of the noun phrase of an inverted source; `start` when what follows is a clause instead."""
    first = tokens[start]
    if not (
        first.is_capital
        or first.lower
        in lexicon.DETERMINERS
        | lexicon.PRONOUNS
        | lexicon.PEOPLE
        | lexicon.DOCUMENTS
        | {"former", "senior", "local", "state", "federal", "another"}
    ):
        return start
    if first.lower in {"that", "there", "it", "i", "we"}:
        return start
    i = start
    while i < len(tokens) and i - start < _INVERTED_LIMIT:
        token = tokens[i]
        if token.lower == "that":
            return start
        if (
            token.is_quote
            or token.lower in lexicon.RELATIVES
            or (not token.is_word and token.text not in "'&.-")
        ):
            break
        if token.lower in lexicon.FINITE - {"says", "said", "told"} or _is_past(tokens, i, start):
            return start
        if i > start and token.lower in lexicon.PREPOSITIONS - {"of", "for", "at", "from", "with"}:
            return start if _runs_into_verb(tokens, i) else i
        if i > start and token.lower in lexicon.TIMES:
            break
        i += 1
    return _with_apposed_name(tokens, start, i)


def _runs_into_verb(tokens: list[Token], start: int) -> bool:
    """Whether a verb comes before the phrase ends: "said the time in the south is 31 minutes"."""
    for token in tokens[start : start + 12]:
        if not token.is_word or token.lower in lexicon.RELATIVES:
            return False
        if token.lower in lexicon.FINITE:
            return True
    return False


def _with_apposed_name(tokens: list[Token], start: int, end: int) -> int:
    """In "said its leader, Tom Ashby", past the name."""
    if tokens[start].is_capital or end >= len(tokens) or tokens[end].text != ",":
        return end
    i = end + 1
    while i < len(tokens) and tokens[i].is_capital:
        i += 1
    return i if i > end + 2 else end


def _is_past(tokens: list[Token], at: int, start: int) -> bool:
    """ "said the union expected losses" is a clause; "said a man accused of theft" is a name."""
    token = tokens[at]
    if token.is_capital or not token.lower.endswith("ed") or at <= start + 1:
        return False
    return (
        tokens[at - 1].is_capital or at + 1 == len(tokens) or tokens[at + 1].lower not in lexicon.PREPOSITIONS
    )


def _preposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "X said S", "X, who runs the union, said S"."""
    said = after_adjuncts(tokens, at + 1, addressing=tokens[at].lower in lexicon.ADDRESSING)
    end = len(tokens)
    if _words(tokens, said, end) < _FEWEST_SAID and not _has_quote(tokens, said, end):
        return None
    if tokens[at].lower in lexicon.ASK and not _asks(tokens, said):
        return None
    if tokens[said].text == "," and not _has_quote(tokens, said, said + 2):
        return None
    source = _source_before(tokens, group, floor)
    if source is None or not _may_say(tokens, at, source):
        return None
    if tokens[at].lower in lexicon.FRAME and not (
        tokens[at].lower in lexicon.STATE and _reports(tokens, at, said)
    ):
        return Attribution(at, source, (0, end), framed=True)
    if not _reports(tokens, at, said):
        return None
    return Attribution(at, source, (said, _before_participle(tokens, said)))


def _asks(tokens: list[Token], said: int) -> bool:
    """Whether a question follows: "asked not to be named" is none."""
    return tokens[said].is_quote or tokens[said].lower in lexicon.QUESTION_WORDS


def _before_participle(tokens: list[Token], start: int) -> int:
    """Where the said words end: the sentence's end, or before ", adding that ..."."""
    for i in range(start + _FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        if (
            tokens[i].lower in {"adding", "saying", "noting", "stressing", "insisting", "arguing"}
            and tokens[i - 1].text == ","
        ):
            return i - 1
    return len(tokens)


def _reports(tokens: list[Token], at: int, said: int) -> bool:
    """Whether what follows the verb is what was said, rather than its object."""
    word = tokens[at].lower
    if said >= len(tokens):
        return False
    if tokens[said].is_quote or tokens[said].text == ":":
        return True
    if word in lexicon.SAY:
        return tokens[said].is_word or tokens[said].text in "$£€'("
    return opens_clause(tokens, said)


def _source_before(tokens: list[Token], group: int, floor: int) -> tuple[int, int] | None:
    """The subject to the left of the verb; past an apposition or a relative clause if need be."""
    end = group
    if end > floor and tokens[end - 1].lower == "who":
        end -= 1
        if end > floor and tokens[end - 1].text == ",":
            end -= 1
    if end > floor and tokens[end - 1].text in {",", "--", "—", ")"}:
        return _before_apposition(tokens, end - 1, floor)
    begin = max(floor, subject_start(tokens, end))
    if begin == end and end > floor and tokens[end - 1].lower in {"and", "but", "then", "or"}:
        return _first_subject(tokens, floor, end)
    if begin == end or _ends_in_verb(tokens, end):
        return None
    return begin, end


def _ends_in_verb(tokens: list[Token], end: int) -> bool:
    """In "Doe restricted comments" the cue word is a noun and its "subject" ends in a verb."""
    last = tokens[end - 1]
    if last.is_capital or last.lower in lexicon.VENUES or last.lower in lexicon.DOCUMENTS:
        return False
    return last.lower in lexicon.FINITE or (last.lower.endswith(("ed", "ing")) and len(last.lower) > 4)


def _before_apposition(tokens: list[Token], close: int, floor: int) -> tuple[int, int] | None:
    """In "Jane Doe, the mayor of X, said", the range of the name with its apposition."""
    lowest = max(floor, close - 45)
    opener = close - 1
    while opener > lowest:
        if tokens[opener].text in {",", "--", "—", "("}:
            begin = max(floor, subject_start(tokens, opener))
            if begin > lowest + 1 and tokens[begin - 1].text == "," and not tokens[begin].is_capital:
                name = subject_start(tokens, begin - 1)
                begin = (
                    name
                    if name < begin - 1 and all(t.is_capital for t in tokens[name : begin - 1])
                    else begin
                )
            if begin < opener and _looks_nominal(tokens, begin, opener):
                return begin, close
        opener -= 1
    return None


def _looks_nominal(tokens: list[Token], begin: int, end: int) -> bool:
    """Whether the range could name a speaker: a capital, or a noun of people, bodies or documents."""
    return any(
        tokens[i].is_capital
        or tokens[i].lower in lexicon.PEOPLE
        or tokens[i].lower in lexicon.PLURALS
        or tokens[i].lower == "one"
        or tokens[i].lower in lexicon.DOCUMENTS
        for i in range(begin, end)
    ) and not any(tokens[i].lower in lexicon.FINITE for i in range(begin, end))


def _may_say(tokens: list[Token], at: int, source: tuple[int, int]) -> bool:
    """Whether such a subject can do what such a verb says."""
    word = tokens[at].lower
    if word in lexicon.SAY:
        return True
    begin, end = source
    words = [tokens[i].lower for i in range(begin, end)]
    named = any(tokens[i].is_capital for i in range(begin, end)) or any(w in lexicon.PEOPLE for w in words)
    personal = named or words[-1] in lexicon.PRONOUNS
    if word in lexicon.SHOW and any(w in lexicon.DOCUMENTS for w in words):
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return personal or (following == "that" and word in lexicon.STATE)


def _postposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, X said"."""
    if tokens[at].lower in _NEED_MARKS and not _has_quote(tokens, floor, group):
        return None
    begin = max(floor, subject_start(tokens, group))
    end = group
    if begin == end:
        return _postposed_apposition(tokens, at, group, floor)
    comma = begin - 1
    if comma < 0 or not (tokens[comma].text in {",", "—", "--", "?", "!"} or tokens[comma].is_quote):
        return None
    said = comma if not tokens[comma].is_quote else comma + 1
    content = _around(tokens, floor, said, at)
    if not _is_statement(tokens, *content) or not _may_say(tokens, at, (begin, end)):
        return None
    return Attribution(at, (begin, end), content)


def _postposed_apposition(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, Jane Doe, the mayor, said"."""
    if group == floor or tokens[group - 1].text not in {",", "—", "--"}:
        return None
    source = _before_apposition(tokens, group - 1, floor)
    if (
        source is None
        or source[0] <= floor
        or not (tokens[source[0] - 1].text == "," or tokens[source[0] - 1].is_quote)
    ):
        return None
    said = source[0] - 1 if tokens[source[0] - 1].text == "," else source[0]
    if not _is_statement(tokens, floor, said):
        return None
    return Attribution(at, source, (floor, said))


def _is_statement(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words could be said by themselves: a quotation, or a few words with a predicate."""
    if _has_quote(tokens, start, end):
        return True
    words = _words(tokens, start, end)
    if words > 4 and tokens[start].lower not in lexicon.PREPOSITIONS and _is_plain(tokens, start, end):
        return True
    return words >= _FEWEST_SAID and has_predicate(tokens, start, end)


def _is_plain(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words run on without a comma, as a name with its apposition never does."""
    return all(tokens[i].is_word for i in range(start, end - 1))


def _around(tokens: list[Token], floor: int, said: int, at: int) -> tuple[int, int]:
    """The words before, or the whole sentence where "X said" merely interrupts it."""
    rest = after_adjuncts(tokens, at + 1)
    interrupts = rest < len(tokens) and tokens[rest].text == "," and _words(tokens, rest, len(tokens)) > 4
    if interrupts and not _has_quote(tokens, floor, len(tokens)) and _words(tokens, floor, said) < 12:
        return floor, len(tokens)
    return floor, said


def _words(tokens: list[Token], start: int, end: int) -> int:
    return sum(1 for i in range(start, min(end, len(tokens))) if tokens[i].is_word)


def _has_quote(tokens: list[Token], start: int, end: int) -> bool:
    return any(tokens[i].is_quote for i in range(start, min(end, len(tokens))))
