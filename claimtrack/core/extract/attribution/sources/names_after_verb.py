"""Where the noun phrase of a speaker ends after the verb: "said Jane Doe of the union"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.sources.commas import separates_adjectives
from claimtrack.core.extract.attribution.sources.noun_phrases import MARKS_INSIDE
from claimtrack.core.extract.page.sentences import ABBREVIATIONS, BEFORE_NAME
from claimtrack.core.extract.speakers.mentions.campaigns import begins_campaign_name
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import DASHES
from claimtrack.core.extract.words.finding import (
    contains_word,
    find_word,
    find_word_back,
    skip_capitals,
    word_at,
)
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.extract.words.titles import marks_person
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_past
from claimtrack.core.language.capitals import NAME_PARTICLES

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token, TokenRange

_NAME_WINDOW = 30  # tokens after the verb that may be a noun phrase
_LONGEST_ROLE = 4  # tokens before a name: "harbour master"
_NOT_IN_ROLE = (
    lexicon.DETERMINERS | lexicon.SUBJECT_PRONOUNS | lexicon.CONJUNCTIONS | times.TIME_ADVERBS | {"to"}
)
_NAME_OPENERS = (
    lexicon.DETERMINERS | lexicon.PRONOUNS | nouns.SPEAKERS | nouns.DOCUMENTS | lexicon.NAME_ADJECTIVES
) - {"that", "it", "i", "we"}
_PARTICIPLE_LIKE = words_of("close closest loyal new next sympathetic hostile privy party witness")
_OPENS_CLAUSE = lexicon.RELATIVES | {"when", "while"}
_ENDS_NAME = (lexicon.PREPOSITIONS - lexicon.AFFILIATION_PREPOSITIONS) | {"ahead"}
_AFTER_PRONOUN = lexicon.PREPOSITIONS | times.TIME_ADVERBS | lexicon.CONJUNCTIONS | lexicon.RELATIVES
_AFTER_FIRST_NAME = frozenset({"", ".", ",", ";", ":"})
_VERBS_AFTER_NAME = lexicon.FINITE - {"says", "said", "told"}
_OPENS_ROLE = words_of("a an the who")
_AFTER_TIME_OPENER = times.TIME_NOUNS | {"on", "in"}


def find_name_end(tokens: list[Token], start: int) -> int:
    """The end of the noun phrase after "said"; `start` if a clause follows instead."""
    if tokens[start].text == "@" and start + 1 < len(tokens):
        return start + 2  # "wrote @AdaMoor"
    if tokens[start].lower in times.TIME_ADVERBS:
        return start  # "Jane Doe, the envoy, said afterwards"
    if not (tokens[start].is_capital or tokens[start].lower in _NAME_OPENERS):
        name = _skip_role(tokens, start)
        end = find_name_end(tokens, name) if name > start else name
        return end if end > name else start + _is_final_plural(tokens, start)
    if tokens[start].lower in lexicon.HUMAN_PRONOUNS and _has_verb_after_pronoun(tokens, start + 1):
        return start
    for i in range(start, min(len(tokens), start + _NAME_WINDOW)):
        token = tokens[i]
        if token.lower == "that":
            return i if _has_affiliation(tokens[start:i]) else start
        if _is_past_verb(tokens, i, start) or _is_finite_after_name(tokens, start, i):
            return start
        if _is_inside_name(tokens, start, i):
            continue
        if _is_name_boundary(token):
            return extend_to_apposed_name(tokens, start, i)
        if i > start and (stop := _find_end_before_adjunct(tokens, start, i)) is not None:
            return stop
    return min(len(tokens), start + _NAME_WINDOW)


def _find_end_before_adjunct(tokens: list[Token], start: int, at: int) -> int | None:
    """The end of a noun phrase before the time or preposition at `at`; `start` if a clause contains it, None if the phrase continues."""
    if _opens_time(tokens, at):
        return at
    if tokens[at].lower not in _ENDS_NAME or _is_in_body_name(tokens, start, at):
        return None
    if named := _find_apposed_name_end(tokens, start, at):
        return named
    if _completes_participle(tokens, at):
        return None
    return start if _runs_into_verb(tokens, at) else at


def _is_finite_after_name(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a finite verb makes the words after "said" a clause: "said the union expects losses"; not so in "S, said organisers", "familiar with the plans"."""
    is_verb = tokens[at].lower in _VERBS_AFTER_NAME and not tokens[at].is_capital
    is_noun = at > start + 1 and tokens[at - 1].lower in lexicon.ARTICLES
    return is_verb and not (is_noun or _is_final_plural(tokens, at))


def _is_inside_name(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a mark is part of the noun phrase: "Vale Health Board (VHB) director", "Dr. Ann Lee", "a small, family-run firm"."""
    if _is_inside_short_form(tokens, start, at) or _is_stop_inside_name(tokens, at):
        return True
    return tokens[at].text == "," and _is_between_adjectives(tokens, start, at)


def _has_affiliation(named: list[Token]) -> bool:
    """Whether a name and its affiliation precede a relative clause: "Jane Doe of the firm that builds them"."""
    is_named = len(named) > 2 and named[0].is_capital and not named[-1].is_capital
    return is_named and contains_word(named[1:-1], {"of", "from", "at"})


def _is_in_body_name(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a preposition is part of the name of a body: "Doctors without Borders", "Doctors Without Borders"."""
    if all(token.is_capital for token in tokens[at - 1 : at + 2]):
        return True
    is_named = tokens[start].is_capital and word_at(tokens, at + 1) != "" and tokens[at + 1].is_capital
    return at == start + 1 and is_named and begins_campaign_name(tokens[start].text, tokens[at].text)


def _opens_time(tokens: list[Token], at: int) -> bool:
    """Whether a time follows a name: "on Friday", "late on Friday", "this week"."""
    word, is_after_name = tokens[at].lower, tokens[at - 1].is_capital
    # "the charity Warmth Today", but not "Ann Lee Monday"
    is_in_name = is_after_name and tokens[at].is_capital and word not in times.WEEKDAYS
    if word in times.TIME_ADVERBS and not is_in_name:
        return True
    is_modifier = is_after_name and word in times.TIME_MODIFIERS
    return is_modifier and word_at(tokens, at + 1) in _AFTER_TIME_OPENER


def _is_stop_inside_name(tokens: list[Token], at: int) -> bool:
    """Whether a full stop belongs to a title or an initial before a name: "Dr. Ann Lee", "Ann J. Lee"."""
    if tokens[at].text != ".":
        return False
    before = tokens[at - 1]
    is_before_name = before.is_capital and (len(before.text) == 1 or before.lower in BEFORE_NAME)
    return before.lower in ABBREVIATIONS or (
        is_before_name and at + 1 < len(tokens) and tokens[at + 1].is_capital
    )


def _is_inside_short_form(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the token belongs to a bracketed short form before one of its members: "said Vale Health Board (VHB) director Ann Lee"."""
    opens = find_word_back(tokens, "(", at, max(start, at - 3))
    inside = tokens[opens + 1 : opens + 4]
    is_short = len(inside) > 2 and inside[0].text.isupper() and inside[1].text == ")"
    return opens > 0 and is_short and inside[2].is_word


def _is_between_adjectives(tokens: list[Token], start: int, comma: int) -> bool:
    """Whether a comma only separates adjectives: "said a small, family-run firm"."""
    opens = tokens[start].lower in lexicon.NOUN_OPENERS and comma - start in {2, 3}
    return opens and separates_adjectives(tokens, comma, comma + _LONGEST_ROLE + 3)


def _is_final_plural(tokens: list[Token], at: int) -> bool:
    """Whether the sentence ends in a bare plural: "S, said organisers."."""
    word = tokens[at].lower
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s"))
    return is_plural and word_at(tokens, at + 1) in {"", "."} and at + 2 >= len(tokens)


def _has_verb_after_pronoun(tokens: list[Token], at: int) -> bool:
    """Whether the word after a pronoun is its verb: "said she plans to stay", but not "said she in May"."""
    word = word_at(tokens, at)
    return word[:1].isalpha() and not (word in _AFTER_PRONOUN or is_adverb(tokens[at]))


def _find_putter(tokens: list[Token]) -> TokenRange | None:
    """Who put it so in ""A bad joke," was how its leader, Jane Doe, put it"; else None."""
    if not (tokens[0].is_quote and "how" in {word_at(tokens, 2), word_at(tokens, 3)}):
        return None
    how = 2 if word_at(tokens, 2) == "how" else 3
    puts = (i for i in range(how + 2, len(tokens) - 1) if tokens[i].lower in lexicon.PUTS)
    verb = next((i for i in puts if word_at(tokens, i + 1) == "it"), 0)
    end = verb - (word_at(tokens, verb - 1) == ",")
    return (how + 1, end) if verb and word_at(tokens, how - 1) in lexicon.BE else None


def find_name_after_quote(tokens: list[Token]) -> TokenRange | None:
    """The name after a quotation, whatever the verb: ""Not me," grumbled Jane Doe", ""Not me," she beams."."""
    if put := _find_putter(tokens):
        return put
    for i in range(len(tokens) - 2):
        verb = i + 2 if tokens[i + 1].text == "," else i + 1
        if tokens[i].is_quote and (end := _find_bare_subject_end(tokens, verb)):
            return verb, end
        if tokens[i].is_quote and word_at(tokens, verb).endswith(("s", "ed")) and not tokens[verb].is_capital:
            end = find_name_end(tokens, verb + 1) if verb + 1 < len(tokens) else 0
            return (verb + 1, end) if end > verb + 1 else None
    return None


def _find_bare_subject_end(tokens: list[Token], start: int) -> int:
    """The end of a subject at `start` that has only a verb after it: "she beams.", "Jane Doe sobs, looking up"; else 0."""
    is_pronoun = word_at(tokens, start) in lexicon.HE_SHE
    end = start + 1 if is_pronoun else skip_capitals(tokens, start)
    verb = end + (end < len(tokens) and is_adverb(tokens[end]))
    is_verb = word_at(tokens, verb).endswith(("s", "ed")) and word_at(tokens, verb + 1) in {"", ".", ","}
    return end if end > start and is_verb else 0


def _skip_role(tokens: list[Token], start: int) -> int:
    """The index of the name after a role: "Ivo Lund" in "said harbour master Ivo Lund"; `start` if no name follows."""
    first = word_at(tokens, start)  # "said 9/11 widow Ann Lee", "said 43-year-old Ann Lee"
    opens = start + ("/" in first or first.endswith("-year-old"))
    for i in range(opens, min(len(tokens), opens + _LONGEST_ROLE + 1)):
        if tokens[i].is_capital:
            return i
        word = tokens[i].lower
        if (
            not word.replace("-", "").isalpha()
            or word in lexicon.PREPOSITIONS
            or word in lexicon.FINITE
            or word in _NOT_IN_ROLE
        ):
            break
    return start


def _completes_participle(tokens: list[Token], at: int) -> bool:
    """Whether the preposition belongs to a modifier of the speaker: "said two people briefed on the talks", "a person close to it"."""
    before = tokens[at - 1]
    if before.lower in _PARTICIPLE_LIKE and tokens[at].lower == "to":
        return True
    return may_be_past(before) and word_at(tokens, at + 1) not in times.TIME_ADVERBS


def _is_name_boundary(token: Token) -> bool:
    """Whether the token ends a name: a quotation, a dash, "who", or a mark that names do not contain."""
    return (
        token.is_quote
        or token.text in DASHES
        or token.lower in _OPENS_CLAUSE
        or not (token.is_word or token.text in MARKS_INSIDE.replace(".", ""))
    )


def _is_past_verb(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a past form makes the words a clause ("said the union expected losses") and not a name ("said a man accused of theft")."""
    if not may_be_past(tokens[at]):
        return False
    # "the leaflet published jointly by both"
    is_modifier = word_at(tokens, at + 1 + (word_at(tokens, at + 1)[-2:] == "ly")) in lexicon.PREPOSITIONS
    if at <= start + 1:
        return tokens[start].is_capital and not is_modifier
    return tokens[at - 1].is_capital or not is_modifier


def _runs_into_verb(tokens: list[Token], start: int) -> bool:
    """Whether a verb comes before the phrase ends: "said the time in the south is 31 minutes"."""
    in_venue = False
    for token in tokens[start : start + 12]:
        if not token.is_word or token.lower in lexicon.CLAUSE_JOINERS:
            return False
        if is_finite(token) and not in_venue:
            return True
        in_venue = token.lower in nouns.VENUES  # "in a statement sent out late"
    return False


def _find_apposed_name_end(tokens: list[Token], start: int, at: int) -> int:
    """The end of a name apposed to the phrase: "said its lawyer in the case, Ann Lee"; 0 if there is none."""
    comma = find_word(tokens, ",", at + 1, at + _LONGEST_ROLE + 1)
    if not comma or any(not token.is_word or token.is_capital for token in tokens[start:comma]):
        return 0
    end = extend_to_apposed_name(tokens, start, comma)
    return end if end > comma and word_at(tokens, end) in _AFTER_FIRST_NAME else 0


def _skip_nationality(tokens: list[Token], begin: int) -> int:
    """The index of the name in "retired Australian commodore Ann Lee"; else `begin`."""
    is_name = begin + 2 < len(tokens) and tokens[begin + 2].is_capital and not tokens[begin + 1].is_capital
    return begin + 2 if is_name and marks_person(tokens[begin + 1].lower) else begin


def extend_to_apposed_name(tokens: list[Token], start: int, end: int) -> int:
    """The end of the name apposed to a noun: "said its leader, Tom Ashby", "said its author, soil ecologist Ann Lee", "said his widow, Chiara"; else `end`."""
    is_name = tokens[start].is_capital and tokens[end - 1].is_capital
    if is_name or word_at(tokens, end) != ",":
        return end
    begin = _skip_nationality(tokens, _skip_role(tokens, end + 1))
    i = begin + (word_at(tokens, begin) == "the")  # "its chair, the New Zealander Ann Lee"
    while i < len(tokens) and (
        tokens[i].is_capital or tokens[i].lower in NAME_PARTICLES or _is_stop_inside_name(tokens, i)
    ):
        i += 1
    # "the port office, PLA,"
    is_short = i == end + 2 and tokens[end + 1].text.isupper() and word_at(tokens, i) == ","
    may_be_first = tokens[end - 1].lower in nouns.KIN | {"them"}  # "said one of them, Larysa"
    is_kin = i == end + 2 and may_be_first and word_at(tokens, i) in _AFTER_FIRST_NAME
    return i if i > begin + 1 or is_kin or is_short else end


def ends_in_speaker(tokens: list[Token], at: int) -> bool:
    """Whether the speaker named after the verb, with a modifier, ends the sentence: "S, said Jane Doe, a nurse who S"."""
    end = skip_capitals(tokens, at + 1)
    has_role = word_at(tokens, end) == "," and word_at(tokens, end + 1) in _OPENS_ROLE
    is_last = has_role and (tokens[at - 1].text == "," or tokens[at - 1].is_quote) and end > at + 2
    commas = (i for i in range(end + 1, len(tokens) - 1) if tokens[i].text == ",")
    return is_last and not any(is_finite(tokens[i + 1]) or may_be_past(tokens[i + 1]) for i in commas)


def starts_with_open_quote(text: str, words: list[Token]) -> bool:
    """Whether the sentence opens with a quotation that ends in a comma, as before "said X"."""
    return words[0].is_quote and text[words[0].end - 2] in ",?!" and find_name_after_quote(words) is not None
