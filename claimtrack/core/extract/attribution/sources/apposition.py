"""Names with modifiers between commas: "Jane Doe, the mayor of X, said", "its leader, Tom Ashby, said"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.commas import starts_legal_form
from claimtrack.core.extract.attribution.sources.lists import find_list_start
from claimtrack.core.extract.attribution.sources.noun_phrases import find_opening_bracket, find_subject_start
from claimtrack.core.extract.attribution.sources.places import find_place_before_state
from claimtrack.core.extract.speakers.topics.openers import is_sentence_opener
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH
from claimtrack.core.extract.words.finding import (
    contains_word,
    find_word,
    find_word_back,
    skip_capitals,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.titles import POSTNOMINALS, is_occupation
from claimtrack.core.extract.words.verbs import is_finite, may_be_past, may_be_verb

_APPOSITION_WINDOW = 45  # tokens
_APPOSITION_OPENERS = COMMA_OR_DASH | {"("}
_COMMA_AFTER_DAY = 2  # the index of the comma in "On Friday, ..."
_HEAD_WINDOW = 3  # words of a phrase that include its head noun
_AFFILIATION_WINDOW = 7  # tokens from "with" to the affiliation
_BEFORE_FULL_NAME = nouns.SPEAKERS | {"the"}
_OCCASION_PARTICIPLES = words_of(
    "speaking answering addressing testifying appearing responding replying writing"
)
_SINCE_OR_UNTIL = words_of("since until")
_AFTER_PARTICIPLE = lexicon.PREPOSITIONS | times.TIME_WORDS
"""Words after a participle that show it is no adjective: "signed by", "dated May 3", "released last week"."""
_ANSWERING_PARTICIPLES = words_of("commenting reacting replying responding speaking")


def find_apposed_subject(tokens: list[Token], close: int, floor: int) -> TokenRange | None:
    """The subject that ends before the comma or bracket at `close`, with its modifiers: "Jane Doe, the mayor of X," in "Jane Doe, the mayor of X, said"; None if there is none."""
    lowest = max(floor, close - _APPOSITION_WINDOW)
    opener = find_opening_bracket(tokens, close)
    begin = max(floor, find_subject_start(tokens, opener))
    if begin < opener and looks_like_speaker(tokens[begin:opener]):
        return find_apposed_name(tokens, begin, lowest), close + 1  # "Jane Doe (Labour, Vale) said"
    # "Jane Doe, whose shop, Openshelf, closed, said": the shop does not speak
    for i in range(lowest + 2, close):
        if tokens[i - 1].text == "," and (antecedent := _find_antecedent(tokens, i, close, floor, lowest)):
            return antecedent
        if tokens[i].lower == "including" and tokens[i - 1].text == ",":
            begin = max(floor, find_subject_start(tokens, i - 1))
            return (begin, close) if begin < i - 1 else None  # "Papers, including A, B and C, show"
        if tokens[i].lower == "who" and tokens[i - 1].lower == "and" and tokens[i - 2].text == ",":
            begin = max(floor, find_subject_start(tokens, i - 2))
            return begin, close  # "A nurse who ..., and who ..., said"
    openers = (i for i in range(close - 1, lowest, -1) if tokens[i].text in _APPOSITION_OPENERS)
    subjects = (_find_subject_before_opener(tokens, i, close, floor, lowest) for i in openers)
    return next(filter(None, subjects), None)


def _find_antecedent(tokens: list[Token], at: int, close: int, floor: int, lowest: int) -> TokenRange | None:
    """The noun before a relative clause that begins at `at` and ends at `close`: "Jane Doe" in "Jane Doe, who runs it, said"; else None."""
    if tokens[at].lower not in {"who", "whose", "which"}:
        return None
    if tokens[at].lower == "whose" and _is_noun_with_name(tokens, at + 1, close):
        return at + 1, close  # "It goes to a panel, whose head, Jane Doe, said S"
    comma = at - 1
    if not _may_be_antecedent(tokens, comma, floor) or _has_own_verb(tokens, at, close):
        return None
    begin = _extend_over_body(tokens, max(floor, find_subject_start(tokens, comma)), comma, lowest)
    begin = _find_affiliation_before(tokens, lowest, comma) if begin == comma else begin
    return find_apposed_name(tokens, find_list_start(tokens, begin, comma, lowest), lowest), close


def _find_subject_before_opener(
    tokens: list[Token], opener: int, close: int, floor: int, lowest: int
) -> TokenRange | None:
    """The subject before the comma, dash or bracket that opens an apposition which ends at `close`; None if these words cannot speak."""
    begin = max(floor, find_subject_start(tokens, opener))
    is_legal_form = starts_legal_form(tokens, opener + 1) and any(map(_is_role, tokens[begin:opener]))
    if is_legal_form or starts_participial_modifier(tokens, begin):
        return None  # "Jane Doe, head of Moor Boats, Inc., said", "The report, released by the council, a body of 12, says"
    begin = find_apposed_name(tokens, _extend_over_place(tokens, begin, opener, close), lowest)
    begin = find_list_start(tokens, find_first_of_two(tokens, begin, lowest), opener, lowest)
    subject = tokens[begin:opener]
    if subject and (looks_like_speaker(subject) or _is_name_for_noun(tokens[opener + 1 : close], subject)):
        return begin, _find_author_participle(tokens, begin, opener, close) or close
    return None


def _is_noun_with_name(tokens: list[Token], start: int, close: int) -> bool:
    """Whether a range is a noun and a name: "head, Jane Doe"."""
    comma = find_word(tokens, ",", start, close, default=close)
    named = tokens[comma + 1 : close]
    return start < comma and len(named) > 1 and all(token.is_capital for token in named)


def _has_own_verb(tokens: list[Token], who: int, close: int) -> bool:
    """Whether the noun before the relative clause has a verb of its own: the council in "The council, which owns it, would pay, its leader, Ann Lee, said"."""
    if tokens[who].lower == "whose" or tokens[who + 1].text == ",":
        return False
    return any(tokens[i - 1].text == "," and is_finite(tokens[i]) for i in range(who + 3, close))


def _extend_over_body(tokens: list[Token], begin: int, end: int, lowest: int) -> int:
    """The index of "an engineer" in "an engineer with the regulator, RWA, who left, said"; else `begin`."""
    if word_at(tokens, begin - 1) != ",":
        return begin
    is_short = end - begin == 1 and tokens[begin].text.isupper()
    first = find_subject_start(tokens, begin - 1)
    is_firm = tokens[end - 1].lower in nouns.BODY_NAME_WORDS and word_at(tokens, first) in {"a", "an", "one"}
    first = first if is_short or is_firm else begin
    return first if lowest <= first < begin and looks_like_speaker(tokens[first : begin - 1]) else begin


def _extend_over_place(tokens: list[Token], begin: int, end: int, close: int) -> int:
    """The index of "a fellow" in "a fellow at the Moor Institute, Vale, Professor Ann Lee, said"; else `begin`."""
    places = tokens[begin:end]
    is_place = bool(places) and places[0].is_capital and not _is_role(places[0])
    if word_at(tokens, begin - 1) != "," or not is_place or not _is_full_name(tokens[end + 1 : close]):
        return begin
    first = find_subject_start(tokens, begin - 1)
    described = tokens[first : begin - 1]
    works = any(map(_is_role, described)) and contains_word(described, lexicon.AFFILIATION_PREPOSITIONS)
    return first if works and looks_like_speaker(described) else begin


def _is_role(token: Token) -> bool:
    """Whether the word is a noun for a person or an office: "nurse", "director"."""
    return token.lower in nouns.SPEAKERS or token.lower in nouns.TITLES


def starts_participial_modifier(tokens: list[Token], begin: int) -> bool:
    """Whether a participle here modifies the noun before the comma: "The report, released by the council, says"."""
    is_past = word_at(tokens, begin - 1) == "," and (
        may_be_past(tokens[begin]) or tokens[begin].lower == "based"
    )
    following = word_at(tokens, begin + 1)
    # "The captain, freed last week, Ann Lee, said"
    if not is_past or tokens[begin - 2].lower in nouns.SPEAKERS:
        return is_past and following in lexicon.PREPOSITIONS
    if following == "and" and begin + 2 < len(tokens) and may_be_past(tokens[begin + 2]):
        following = word_at(tokens, begin + 3)  # "leaked and signed by"
    return following in _AFTER_PARTICIPLE or following.isdigit()


def find_first_of_two(tokens: list[Token], begin: int, lowest: int) -> int:
    """The index of "Jane Doe" in "Jane Doe, the mayor, and Tom Ashby, her deputy, said"; else `begin`."""
    if (
        word_at(tokens, begin - 1) != "and"
        or word_at(tokens, begin - 2) != ","
        or not (tokens[begin].is_capital or tokens[begin].lower.isdigit())
    ):
        return begin
    comma = find_word_back(tokens, ",", begin - 3, lowest)
    first = find_subject_start(tokens, comma) if comma else comma
    is_apposed = first < comma and not any(map(is_finite, tokens[first : begin - 2]))
    return first if is_apposed and all(t.is_capital or t.text == "." for t in tokens[first:comma]) else begin


def find_apposed_name(tokens: list[Token], begin: int, lowest: int) -> int:
    """The index of the name before the apposition at `begin`: "Jane Doe" in "Jane Doe, the mayor"; else `begin`."""
    begin = find_place_before_state(tokens, begin, lowest)
    begin -= tokens[begin].lower.isdigit() and tokens[begin - 1].lower in {"now", "aged"}
    begin = _find_affiliation_start(tokens, begin, lowest)
    if begin <= lowest + 1 or tokens[begin - 1].text != ",":
        return begin
    if tokens[begin].is_capital and not (
        is_party_tag(tokens[begin]) or _is_office_title(tokens, begin) or tokens[begin].text in POSTNOMINALS
    ):
        return begin
    comma = begin - 1
    if tokens[comma - 1].lower.isdigit() and word_at(tokens, comma - 2) == ",":
        comma -= 2  # "Jane Doe, 44, the mayor"
    while comma > lowest + 2 and tokens[comma - 1].text in POSTNOMINALS and tokens[comma - 2].text == ",":
        comma -= 2  # "Jane Doe, MD, PhD"
    name = comma
    while name > lowest and (tokens[name - 1].is_capital or tokens[name - 1].text == "."):
        name -= 1
    if _is_adjunct(tokens, name, comma) or (name == comma - 1 and tokens[name - 1].lower in _SINCE_OR_UNTIL):
        return (
            begin  # "In Leeds, the head of the union, Ann Lee, said", "S since May, the mayor, Ann Lee, said"
        )
    leads = (
        tokens[0].lower.endswith("ed")
        or tokens[0].lower in _ANSWERING_PARTICIPLES
        or is_sentence_opener(tokens[0].text, ",")
    )
    if name == 0 and comma == 1 and leads:
        return begin  # "Contacted, the union's secretary, Ann Lee, said"
    opens = name == find_subject_start(tokens, comma) or name == 0
    opens = opens or tokens[name - 1].lower in _BEFORE_FULL_NAME or tokens[name - 1].text == ")"
    is_of = tokens[begin].lower in lexicon.AFFILIATION_PREPOSITIONS and comma - name > 1
    opens = opens or (is_of and is_occupation(tokens[name - 1].lower))  # "beekeeper Jane Doe, of Vale, who"
    name += tokens[name].lower in lexicon.CLAUSE_CONNECTIVES
    return name if opens and name < comma else begin


def _find_affiliation_start(tokens: list[Token], begin: int, lowest: int) -> int:
    """The index of "of" before `begin` in "Jane Doe, of the union, whose members left, said" and "of the Swan in Deal, Kent"; else `begin`."""
    for at in range(begin - 1, max(lowest + 1, begin - _AFFILIATION_WINDOW), -1):
        if not tokens[at].is_word or is_finite(tokens[at]):
            break
        if tokens[at].lower in lexicon.AFFILIATION_PREPOSITIONS and tokens[at - 1].text == ",":
            return at
    return begin


def _is_office_title(tokens: list[Token], at: int) -> bool:
    """Whether a capitalised office occurs here without its holder: "Director of Public Affairs,"."""
    is_title = tokens[at].lower in nouns.TITLES and tokens[at].lower not in nouns.BODIES
    end = skip_capitals(tokens, at + 2)
    return (
        is_title and word_at(tokens, at + 1) in {"of", "for"} and end > at + 2 and word_at(tokens, end) == ","
    )


def _find_affiliation_before(tokens: list[Token], lowest: int, comma: int) -> int:
    """The index of "of" in an affiliation that ends at `comma`: "Jane Doe, of the University of X,"; else `comma`."""
    before = find_word_back(tokens, ",", comma - 1, lowest, default=comma)
    return before + 1 if tokens[min(before + 1, comma)].lower in lexicon.AFFILIATION_PREPOSITIONS else comma


def _is_adjunct(tokens: list[Token], name_at: int, comma: int) -> bool:
    """Whether the capitals before the first comma end an adjunct: "At a briefing in Leeds,", "Speaking in the Dáil,"; not "On Monday Ann Lee,"."""
    is_asked = tokens[0].lower in lexicon.PRESSED
    opens = tokens[0].lower in lexicon.PREPOSITIONS or tokens[0].lower in _OCCASION_PARTICIPLES or is_asked
    if not opens or contains_word(tokens[:comma], ","):
        return False
    if (tokens[0].lower in _OCCASION_PARTICIPLES or is_asked) and name_at > 0:
        return not any(map(is_finite, tokens[1:name_at]))
    if name_at == 0:
        return comma == _COMMA_AFTER_DAY or tokens[1].lower not in times.TIME_NOUNS
    before = name_at - 1 - (tokens[name_at - 1].lower == "the")  # "with the BBC"
    return tokens[before].lower in lexicon.PREPOSITIONS and not any(map(is_finite, tokens[:name_at]))


def is_party_tag(token: Token) -> bool:
    """Whether the token gives a member's party and state: "D-Ore", "R-Kan"."""
    return token.text[1:2] == "-" and token.text[0] in "DRI" and token.text[2:3].isupper()


def _ends_name(tokens: list[Token], at: int) -> bool:
    """Whether a name ends here, perhaps with the full stop of a party tag: "Ann Lee", "D-Ore."."""
    return tokens[at].is_capital or (tokens[at].text == "." and is_party_tag(tokens[at - 1]))


def _may_be_antecedent(tokens: list[Token], comma: int, floor: int) -> bool:
    """Whether the words before ", who" or ", which" may be the subject of the verb after the relative clause."""
    if _ends_name(tokens, comma - 1):
        return True
    begin = max(floor, find_subject_start(tokens, comma))
    named = tokens[begin:comma]
    # The antecedent of "who" is a person: "a baker, who asked not to be named".
    is_somebody = word_at(tokens, comma + 1) == "who" and tokens[begin].lower in lexicon.NOUN_OPENERS
    return begin < comma and (looks_like_speaker(named) or (is_somebody and not any(map(is_finite, named))))


def looks_like_speaker(phrase: list[Token]) -> bool:
    """Whether the words could name a speaker: a capital, or a noun for people, bodies or documents, and no finite verb."""
    return any(
        token.is_capital
        or token.lower in lexicon.SOURCE_NOUNS
        or (len(phrase) > 1 and i < _HEAD_WINDOW and lexicon.is_plural_head(token.lower))
        or token.lower == "one"
        for i, token in enumerate(phrase)
    ) and not any(is_finite(token) and not _is_not_verb(phrase, i) for i, token in enumerate(phrase))


def _find_author_participle(tokens: list[Token], begin: int, comma: int, close: int) -> int:
    """The index of "sent" in "a letter sent by the mayor, Jane Doe,", where the name belongs to the sender; else 0."""
    by = find_word(tokens, "by", begin + 2, comma)
    is_passive = by > 0 and may_be_verb(tokens[by - 1]) and tokens[by - 2].lower in nouns.DOCUMENTS
    # no "sponsor of a bill opposed by"
    is_direct = not contains_word(tokens[begin:by], lexicon.PREPOSITIONS)
    return by - 1 if is_passive and is_direct and _is_full_name(tokens[comma + 1 : close]) else 0


def _is_not_verb(phrase: list[Token], at: int) -> bool:
    """Whether a word that may be a verb is none: "the company's plans", "the left", "a letter sent by"."""
    before = word_at(phrase, at - 1)
    is_passive = before in nouns.DOCUMENTS and word_at(phrase, at + 1) == "by"
    return is_passive or before.endswith(("'s", "s'")) or before in lexicon.DETERMINERS


def _is_name_for_noun(apposed: list[Token], described: list[Token]) -> bool:
    """Whether a name explains a noun that no list has: "its coordinator, Jane Doe, said"."""
    return _is_full_name(apposed) and not any(token.is_quote or is_finite(token) for token in described)


def _is_full_name(words: list[Token]) -> bool:
    """Whether the words are a name, with or without a home: "Ann Lee", "Ambassador Ann Lee of Vale"."""
    home = next((i for i, token in enumerate(words) if token.lower in {"of", "from"}), len(words))
    return home > 1 and all(token.is_capital for token in (*words[:home], *words[home + 1 :]))
