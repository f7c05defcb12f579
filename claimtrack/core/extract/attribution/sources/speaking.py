"""Whether a noun phrase can be a speaker: a study can show something, but a price cannot."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import has_past_ending, is_adverb

_NEVER_SPEAKERS = words_of("i we you there this that what")  # subjects that name no speaker
_OCCUPATION_ENDINGS = ("ors", "ists", "ians", "eers", "gators", "ologist", "omist", "onist", "ician")
"""Endings of nouns for people who can speak: "auditors", "oncologists", "a hydrologist"."""
_AGENT_ENDINGS = ("er", "or", "ers", "ors")
"""After a possessive: "its developer reported"."""
_NOT_OF_DOCUMENTS = words_of(
    "written comment+s answer+s project+s record+s+ed submitted posted counted quoted urge+s+ed"
)
_DOCUMENT_VERBS = (
    {verb for verb in lexicon.STATE - _NOT_OF_DOCUMENTS if not verb.endswith("ing")}
    - lexicon.CONTINUATION_VERBS
    - lexicon.VERB_PARTICLES.keys()
)
_DOCUMENT_VERBS |= lexicon.SHOW
"""What documents do: "S, the lawsuit claims"."""
_PERSON_ENDINGS = ("men", "man", "woman")
_AUXILIARIES = (lexicon.BE - {"being", "'s"}) | lexicon.AUXILIARY_VERBS
_LONGEST_NO_PARTICIPLE = 4  # characters of words such as "king"
_FEWEST_WITH_OBJECT = 2  # tokens of a participle and its object
_NOT_PAST_TENSE = words_of(
    "indeed dated numbered priced named called dubbed titled entitled given awarded offered granted elected "
    "considered deemed ranked hundred sacred embed kindred"
)
"""Words in -ed that modify the noun before them although "the" or a number follows: "a boat priced 40", "a dog named the best"."""
_PAST_FORMS = frozenset(verb for verb in lexicon.FINITE if not verb.endswith("s")) - {"ground"}
_OPENS_OBJECT = (lexicon.DETERMINERS - {"that", "this"}) | {"nearly", "almost", "roughly"}
_CANNOT_SPEAK = words_of(
    "absence appearance approach attitude attitudes behaviour behavior contradiction contrast culture debate "
    "difference disagreement discrepancy disparity divide episode exchange experience failure gap hostility "
    "imbalance incident inflation loss mood move moves outbreak performance presence race rhetoric row "
    "setback silence situation success tension tensions turnout use violence vote votes way weather"
)
"""Nouns for what says nothing itself, though conclusions may be drawn from it."""
_OTHER_BODIES = words_of("brewery carrier caterer dealership force resort shop state zoo")
"""Further nouns that speak in "S, the resort admitted, but T", also where "was" or "is" in S could serve two nouns."""
_AFTER_HEAD = lexicon.NOUN_PREPOSITIONS | lexicon.PREPOSITIONS | lexicon.RELATIVES
_PRESS = words_of(
    "journalist journalists reporter reporters correspondent correspondents photographer crew team"
)


def can_be_agent(tokens: list[Token], at: int, source: TokenRange) -> bool:
    """Whether the subject can do what the verb describes: a study can show something, but a price cannot."""
    verb, subject = tokens[at].lower, tokens[slice(*source)]
    if not subject or contains_verb(subject) or _is_participial_clause(tokens, source):
        return False
    if verb in {"heard", "hears"}:
        return contains_word(subject, nouns.AUDIENCES)
    if verb in lexicon.SAY:
        return True
    if verb in lexicon.WITNESS_VERBS:
        return contains_word(subject, _PRESS)
    if _is_inanimate(subject):
        return False
    if _contains_person_or_body(subject):
        return True
    if verb in _DOCUMENT_VERBS and contains_word(subject, nouns.DOCUMENTS):
        return True
    return verb in lexicon.STATE and (_ends_in_occupation(subject) or _frames_statement(tokens, at, source))


def _contains_person_or_body(subject: list[Token]) -> bool:
    """Whether a name, a pronoun or a noun for people or bodies is part of the subject: "Doe", "the union's lawyers", "Several"."""
    if subject[-1].lower in lexicon.PRONOUNS or subject[0].lower in lexicon.QUANTIFIER_PRONOUNS:
        return True
    return any(
        token.is_capital
        or token.lower in nouns.SPEAKERS
        or token.lower.endswith(_PERSON_ENDINGS)
        or token.lower.removesuffix("s") in nouns.SPEAKERS
        or token.lower in {"television", "tv", "radio"}
        for token in subject
    )


def _ends_in_occupation(subject: list[Token]) -> bool:
    """Whether the ending of the head noun shows an occupation, as in "the cardiologist", or an agent after a possessive, as in "its developer"."""
    last = subject[-1].lower
    is_agent = subject[0].lower in {"its", "their"} and last.endswith(_AGENT_ENDINGS)
    return is_agent or last.endswith(_OCCUPATION_ENDINGS)


def _frames_statement(tokens: list[Token], at: int, source: TokenRange) -> bool:
    """Whether the sentence around the verb shows that any subject states something: "the hearing found that S", "S, the hearing found.", "S, the force confirmed, but T"."""
    start, following = source[0], word_at(tokens, at + 1)
    is_inserted = following == word_at(tokens, start - 1) == "," and _can_be_inserted(tokens, source)
    ends = is_inserted or following in {".", ""}
    ends = ends and (tokens[at].lower == "found" or tokens[at].lower.endswith("ed"))
    return following == "that" or (ends and tokens[start].lower in lexicon.ARTICLES)


def _can_be_inserted(tokens: list[Token], source: TokenRange) -> bool:
    """Whether "the force confirmed" between two commas speaks; not the result in "Votes were counted, the result announced, but T"."""
    start, end = source
    # "Moor, who, a meme claimed, "left"" is no sentence of the meme
    if word_at(tokens, start - 2) in lexicon.RELATIVES or word_at(tokens, 0) == "with":
        return False
    return tokens[end - 1].lower in _OTHER_BODIES or not contains_word(tokens[: start - 1], lexicon.BE)


def _opens_modifier(token: Token) -> bool:
    """Whether a modifier of the noun begins here: "of", "who", "examining"."""
    return token.lower in _AFTER_HEAD or (token.lower.endswith("ing") and not token.is_capital)


def _is_inanimate(subject: list[Token]) -> bool:
    """Whether the head noun cannot state anything: "The disparity indicates", "Doe's silence suggests"."""
    words = list(takewhile(lambda token: token.is_word and not _opens_modifier(token), subject))
    return bool(words) and words[-1].lower in _CANNOT_SPEAK and not words[-1].is_capital


def _is_participial_clause(tokens: list[Token], source: TokenRange) -> bool:
    """Whether a participle with its object follows a comma: ", drawing top reviews", but not ", visiting experts"."""
    start, end = source
    first = tokens[start]
    is_participle = (
        first.lower.endswith("ing") and not first.is_capital and len(first.lower) > _LONGEST_NO_PARTICIPLE
    )
    if not is_participle or word_at(tokens, start - 1) != "," or end - start < _FEWEST_WITH_OBJECT:
        return False
    if first.lower == "comprising":
        return False  # "The tribunal, comprising Anna Weir and Tom Rook, ruled": all of them do
    return not any(
        token.lower in nouns.SPEAKERS or token.lower in nouns.DOCUMENTS or lexicon.is_plural_head(token.lower)
        for token in tokens[start:end]
    )


def is_speaker(subject: list[Token]) -> bool:
    """Whether a noun phrase names somebody or something that can speak; "The row" at the start of a sentence does not."""
    return any(
        (token.is_capital and token.lower not in lexicon.DETERMINERS)
        or token.lower.removesuffix("s") in nouns.SPEAKERS
        or token.lower in nouns.SPEAKERS
        or token.lower in nouns.DOCUMENTS
        or token.lower in lexicon.SUBJECT_PRONOUNS
        or token.lower.endswith(_PERSON_ENDINGS)
        or token.lower.endswith(_OCCUPATION_ENDINGS)
        for token in subject
    )


def contains_verb(subject: list[Token]) -> bool:
    """Whether a supposed noun phrase contains a verb: "used her opening", "claimed managers had ignored"."""
    if len(subject) == 1:
        return False  # as most are
    ends_in_pronoun = subject[-1].lower in lexicon.THIRD_PERSON
    opens_with_pronoun = subject[0].lower in lexicon.SPEAKER_PRONOUNS
    for i, token in enumerate(subject):
        if token.text in COMMA_OR_DASH or token.lower in lexicon.DEPENDENT_OPENERS:
            return False
        if token.lower in _AUXILIARIES and not token.is_capital:
            return True
        if i == 1 and token.lower in lexicon.DETERMINERS and subject[0].lower.endswith("ed"):
            return not subject[0].is_capital
        may_act = opens_with_pronoun or token.lower in _PAST_FORMS or token.lower[-2:] == "ed"
        if i and may_act and not token.is_capital and _is_predicate_with_subject(subject, i):
            return not ends_in_pronoun  # "the statement named a sum it said S"
    return False


def _is_predicate_with_subject(subject: list[Token], at: int) -> bool:
    """Whether a verb with its own subject occurs here: "they turned to", "Moor shared a list", "the board also rated 4 of"."""
    word = subject[at].lower
    is_past = has_past_ending(word) and "-" not in word and word not in _NOT_PAST_TENSE
    first, before, following = subject[0].lower, subject[at - 1], word_at(subject, at + 1)
    if at == 1 + (at > 1 and is_adverb(before)) and first in lexicon.SPEAKER_PRONOUNS:
        is_plain = first not in lexicon.SINGULAR_PRONOUNS and (
            word in lexicon.BASE_VERBS or word in lexicon.THINK
        )
        return (
            is_past
            or is_plain
            or word in lexicon.FINITE
            or (first in lexicon.SINGULAR_PRONOUNS and word.endswith("s"))
        )
    if not (is_past or word in _PAST_FORMS) or not before.is_word:
        return False
    is_lapse = word_at(subject, at + 2) in times.TIME_UNITS  # "the survey tabled a day earlier"
    # "shared 40 times"
    is_lapse = is_lapse or "times" in (word_at(subject, at + 2), word_at(subject, at + 3))
    opens = following in _OPENS_OBJECT or following[:1].isdigit()
    if before.lower == "also" or (opens and not is_lapse):
        return before.lower not in _OPENS_OBJECT
    is_named = not first.endswith("s") and first not in nouns.DOCUMENTS and first not in nouns.SPEAKERS
    is_named = (
        is_named and all(token.is_capital for token in subject[:at]) and first not in lexicon.DETERMINERS
    )
    is_modified = following in lexicon.PREPOSITIONS or following in times.TIME_ADVERBS
    return is_named and (word in lexicon.INTRANSITIVE_PASTS or not is_modified)


def is_own_voice(tokens: list[Token], source: TokenRange) -> bool:
    """Whether the source is the present speaker ("I think") or nobody ("a hum to let you know"), so that nothing is attributed."""
    if tokens[source[1] - 1].lower.partition("'")[0] in lexicon.FIRST_SECOND_PERSON:
        return True
    return source[1] - source[0] == 1 and tokens[source[0]].lower in _NEVER_SPEAKERS
