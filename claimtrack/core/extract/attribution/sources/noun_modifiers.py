"""Modifiers of a noun between commas, which are no statements, and the noun itself: "Doe, an engineer at Moor, which owns it,", "Jane Doe, a nurse in Vale said", "lifted by Jane Doe, the mayor, who said S"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.attribution.reported.comparing import starts_comparison
from claimtrack.core.extract.attribution.sources.apposition import starts_participial_modifier
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import has_predicate, starts_clause
from claimtrack.core.extract.words.finding import (
    contains_word,
    find_capitals_start,
    find_word,
    find_word_back,
    word_at,
)
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.titles import marks_person, may_be_plural
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_ROLE_OPENERS = lexicon.NOUN_OPENERS | {"who", "whose"}
_FEWEST_COMMAS = 2
_TEMPORAL_ADVERBS = words_of("now once formerly then also")
_ADJECTIVAL_PARTICIPLES = words_of("retired aged born based")  # modifiers after a comma: "Doe, retired,"
_NAME_LENGTHS = range(2, 5)  # words of a full name
_LONGEST_ROLE, _LONGEST_NOUN, _LONGEST_HOME = 12, 10, 12  # tokens
_NOUN_PREPOSITIONS = words_of("at in from of with for on near across by")
_NAME_PREPOSITIONS = _NOUN_PREPOSITIONS | {"to"}
_BEFORE_LAST_PART = _NAME_PREPOSITIONS | {"the"}  # before the last part of a name: "Friends of the Earth"


_OPENS_ROLE = lexicon.NOUN_OPENERS | {"my", "our"}


def is_modified_noun(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a range is only a noun with its modifiers: "The report, commissioned after a child died,", "A nurse, who left,"."""
    if word_at(tokens, end - 1) != ",":
        return False
    commas = [i for i in range(start, end) if tokens[i].text == ","]
    if len(commas) < _FEWEST_COMMAS or has_predicate(tokens, start, commas[0]):
        return False
    # "The report, commissioned by the bank,", but "The pool, a gift of the bank, opened in May,"
    begin = commas[1] if starts_participial_modifier(tokens, commas[0] + 1) else commas[0]
    return all(_is_modifier(tokens, i + 1, close) for i, close in pairwise(commas) if i >= begin)


def _is_modifier(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words between two commas modify a noun: "who left", "when asked", "a firm that owns it", "now retired"."""
    start += tokens[start].lower in _TEMPORAL_ADVERBS
    first = tokens[start].lower
    if first in {"when", "once"}:
        return tokens[start + 1].lower.endswith(("ed", "ing"))
    if first in _ADJECTIVAL_PARTICIPLES:
        return True
    relative = find_word(tokens, lexicon.RELATIVES, start, end, default=end)
    return start < end and not has_predicate(tokens, start, relative)


def skip_role(tokens: list[Token], at: int) -> int:
    """The comma that ends a role, before ", but" or ", up from 12": "said Jane Doe, a nurse who left, but B"; else `at`."""
    if word_at(tokens, at) != "," or word_at(tokens, at + 1) not in _ROLE_OPENERS:
        return at
    ends = (i for i in range(at + 2, len(tokens)) if tokens[i].text == ",")
    return next((i for i in ends if _is_role_end(tokens, i)), at)


def _is_role_end(tokens: list[Token], comma: int) -> bool:
    """Whether the comma ends a role, because a clause or a comparison follows: ", but B", ", up from 12"."""
    joins = word_at(tokens, comma + 1) in lexicon.AND_OR_CONTRASTIVES and starts_clause(tokens, comma + 2)
    return joins or starts_comparison(tokens, comma)


def find_open_apposition_start(tokens: list[Token], begin: int, floor: int) -> int:
    """The start of the name before an apposition that lacks its second comma: "Jane Doe" in "Jane Doe, a nurse in Vale said"; else `begin`."""
    if begin < floor + 2 or tokens[begin - 1].text != ",":
        return begin  # as mostly
    opens = tokens[begin].lower in {"a", "an"} or (
        tokens[begin].lower == "part" and word_at(tokens, begin + 1) == "of"
    )
    role = not opens and any(t.lower in nouns.TITLES and not t.is_capital for t in tokens[begin : begin + 3])
    name = find_capitals_start(tokens, begin - 1, floor)
    if not (opens or role) or begin - 1 - name not in _NAME_LENGTHS:
        return begin
    before = tokens[name - 1]
    if role:  # ""S," Jane Doe, head of the mill said"
        return name if name > floor and before.is_quote else begin
    is_person = is_given_name(tokens[name].lower) and (name == floor or marks_person(before.lower))
    return find_occupation_start(tokens, name) if is_person or (name > floor and before.is_quote) else begin


def split_name_after_quote(tokens: list[Token], floor: int, begin: int) -> tuple[int, int]:
    """Where the words after the quotation begin, and where the name does, if only the end of the name was found: ""S," Jane Doe, a manager at Moor Boats, Locks and Ferries, said"."""
    quote = next((i for i in range(begin - 2, floor - 1, -1) if tokens[i].is_quote), -1)
    named = tokens[quote + 1 : begin - 1]
    is_verb = word_at(tokens, quote - 1) == "to"  # "to "ruin" Ann Lee and beat Bo Lund, her rival, he said"
    if quote < 0 or is_verb or not named or tokens[begin - 1].text != ",":
        return begin, begin
    is_title = named[0].lower in nouns.TITLES and not named[0].is_capital
    is_named = named[0].is_capital and contains_word(named, ",")
    has_verb = any(is_finite(token) or may_be_past(token) or token.lower in lexicon.CUES for token in named)
    if has_verb or not (is_title or is_named):
        return begin, begin
    return quote + 1, begin if is_title else quote + 1  # "chairman, CEO and president Jane Doe"


def find_antecedent(tokens: list[Token], comma: int) -> TokenRange | None:
    """The noun that the relative clause after `comma` modifies: "Jane Doe" in "lifted by Jane Doe, the mayor, who said S"; None if it cannot speak."""
    is_who = word_at(tokens, comma + 1) == "who"
    comma = _trim_age_and_home(tokens, comma) if is_who else comma
    before = find_word_back(tokens, ",", comma - 1, max(1, comma - _LONGEST_ROLE))
    opens_role = tokens[before + 1].lower in lexicon.NOUN_OPENERS or _is_person(tokens[before + 1])
    is_role = before > 0 and tokens[before - 1].is_capital and opens_role
    end = before if is_role else comma
    start = end
    while start > 0 and (tokens[start - 1].is_capital or _joins_names(tokens, start - 1, end)):
        start -= 1
    if start == end:
        start = _find_noun_start(tokens, end)
        start = _find_person_start(tokens, start, end) if is_who else start
    elif tokens[start - 1].lower in _BEFORE_LAST_PART and not is_given_name(tokens[start].lower):
        start = _find_whole_noun_start(tokens, start, end, is_who=is_who)
    end = find_word(tokens, ",", start, end, default=end)
    named = tokens[start:end]
    # "a ruling against President Ann Lee, which said S"
    is_person = len(named) > 1 and marks_person(named[0].lower) and is_given_name(named[1].lower)
    can_speak = bool(named) and (is_who or (is_speaker(named) and not is_person))
    if not can_speak or any(map(is_finite, named)):
        return None
    return (is_who and not tokens[end - 1].is_capital and _find_predicated_subject(tokens, start)) or (
        start,
        end,
    )


def _trim_age_and_home(tokens: list[Token], comma: int) -> int:
    """The comma after the name in "Jane Doe, 44, of Mill Road, Vale, who"; else `comma`."""
    window = range(comma - 4, max(0, comma - _LONGEST_HOME), -1)
    return next((i for i in window if tokens[i - 1].is_capital and _is_age_and_home(tokens, i)), comma)


def _is_age_and_home(tokens: list[Token], at: int) -> bool:
    """Whether ", 44, of" or ", 44, from" occurs here."""
    return (
        tokens[at].text == tokens[at + 2].text == ","
        and tokens[at + 1].text.isdigit()
        and tokens[at + 3].lower in {"of", "from"}
    )


def _find_predicated_subject(tokens: list[Token], start: int) -> TokenRange | None:
    """The subject that the noun at `start` is predicated of, if it is one person: "Jane Doe is a woman of action", "She was one of the first"; else None."""
    verb = start - 1 - (tokens[start - 1].lower in lexicon.ARTICLES)
    subject = tokens[: max(verb, 0)]
    is_person = 0 < len(subject) <= _LONGEST_ROLE and (
        all(token.is_capital for token in subject) or [token.lower for token in subject] in (["he"], ["she"])
    )
    return (0, verb) if is_person and tokens[verb].lower in {"is", "was"} else None


def _find_whole_noun_start(tokens: list[Token], start: int, end: int, *, is_who: bool) -> int:
    """The start of a noun of which the capitals are only the last part: "the Office for National Statistics", "the mayor of Vale"; else `start`."""
    lowest, at = max(1, end - _LONGEST_ROLE), start
    while at > lowest:
        within = at - 1 - (tokens[at - 1].lower == "the")
        if within <= lowest or tokens[within].lower not in _NAME_PREPOSITIONS:
            break
        # "Jane Doe, from the University of Vale, who"
        before = within - (is_who and tokens[within - 1].text == ",")
        noun = tokens[before - 1]
        if is_who and not (noun.is_capital or _is_person(noun)):
            break  # "who" has a person as its antecedent
        if not noun.is_capital:
            return _find_noun_start(tokens, within) if is_who or noun.lower in nouns.BODIES else start
        at = find_capitals_start(tokens, before - 1, 0)
        # "which" has a body as its antecedent
        start = at if is_who or noun.lower in nouns.BODY_MARKERS or may_be_plural(noun.lower) else start
    return start


def _find_noun_start(tokens: list[Token], end: int) -> int:
    """The start of the noun, with its article, that ends before `end`; `end` if none is near."""
    window = range(end - 1, max(0, end - _LONGEST_NOUN), -1)
    start = next((i for i in window if _opens_noun(tokens, i)), end)
    return start + (tokens[start].lower in lexicon.PREPOSITIONS if start < end else 0)


def _find_person_start(tokens: list[Token], start: int, end: int) -> int:
    """The start of the person among nested nouns: "a clerk" in "a clerk at the depot by the gate, who said S"; else `start`."""
    at, lowest = start, max(1, end - _LONGEST_ROLE)
    while at > lowest and not any(map(_is_person, tokens[at:end])):
        before = at - 1
        at = _find_noun_start(tokens, before) if tokens[before].lower in _NOUN_PREPOSITIONS else lowest
        at = at if at < before else lowest
    return at if at > lowest else start


def _is_person(token: Token) -> bool:
    """Whether the word is a noun for a person: "clerk", "nurses"."""
    return token.lower in nouns.PERSONS or token.lower.removesuffix("s") in nouns.PERSONS


def _joins_names(tokens: list[Token], at: int, end: int) -> bool:
    """Whether "and" or "of" joins two capitalised words: "Ann Lee and Tom Ashby", "Senator Ann Lee of Vale"."""
    return at + 1 < end and tokens[at].lower in {"and", "of"} and at > 0 and tokens[at - 1].is_capital


def _opens_noun(tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase begins here, and is not the possessor in another: "the mayor", but not "of the mayor"."""
    word = tokens[at].lower
    is_owner = word_at(tokens, at - 1) in {"of", "for"} and word_at(tokens, at - 2) not in {"that", "those"}
    opens = word in lexicon.NOUN_OPENERS or word in lexicon.QUANTIFIER_PRONOUNS or word in lexicon.CARDINALS
    return (word in lexicon.PREPOSITIONS and word != "of") or (opens and not is_owner)


def find_role_start(tokens: list[Token], floor: int, start: int) -> int:
    """The index of a role between quotation and name: "her deputy" in ""We won," her deputy, Jane Doe, who ran it, said"; else `start`."""
    quote = next((i for i in range(start - 1, floor - 1, -1) if tokens[i].is_quote), start)
    role = tokens[quote + 1 : start - 1]
    is_role = bool(role) and role[0].lower in _OPENS_ROLE and all(token.is_word for token in role)
    return quote + 1 if is_role and not any(map(is_finite, role)) else start


def find_occupation_start(tokens: list[Token], start: int) -> int:
    """The index of an occupation before a name: "school nurse" in ""We won," school nurse Jane Doe, 44, of Vale, said"; else `start`."""
    if not marks_person(tokens[start - 1].lower):
        return start
    begin = find_subject_start(tokens, start)
    return start if any(map(is_finite, tokens[begin:start])) else begin
