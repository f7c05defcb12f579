"""From text to terms: tokens, stems, and the words by which a claim is found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from string import digits

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import IRREGULAR, SHORT_FORMS, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.words.currencies import CURRENCY_CODES, DOLLARS, SIGNS
from claimtrack.core.match.words.exact_repeats import fold_text
from claimtrack.core.match.words.spellings import AMERICAN
from claimtrack.core.match.words.typography import without_latin_accents

MAX_TEXT = 20_000
"""Number of characters of a text that are read for terms; a claim is one sentence, and 1 MB must be answered too."""
FEW_TERMS = 3
"""A text with fewer terms is also found by its whole wording."""


def format_both(texts: Sequence[str], *, turned: bool) -> str:
    """Return what differs between two statements, the first's before the second's; `turned` if they were compared in reverse."""
    return " / ".join(texts[::-1] if turned else texts)


_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_VOWEL_SIGNS = r"\u0307\u0900-\u0903\u093a-\u094f\u0951-\u0963\u0981-\u0983\u09bc-\u09e3\u0a01-\u0a71\u0a81-\u0ae3\u0b01-\u0b63\u0b82-\u0be3\u0c00-\u0c63\u0c81-\u0ce3\u0d00-\u0d63\u0d81-\u0df3"
"""Marks that Indian scripts write around a letter; without them "दिन" and "दान" would be one word. And the dot of a small "İ"."""
_UNSPACED = expression(f"[{_SCRIPTS}]")
"""Letters of scripts without spaces, such as Chinese."""
_CODES = "|".join(sorted(CURRENCY_CODES - {"sh", "shs"}))  # SH1 is a road


def _compile_tokens(letter: str, in_words: str, unspaced: str) -> re.Pattern[str]:
    """Compile the pattern of a token from those of a letter, the rest of a word, and a run of an unspaced script."""
    return expression(
        rf"""
      (?!\s[^-/])(?:                                         # only what joins numbers begins at a space: fail fast
      (?={letter})(?:                                        # most tokens begin with a letter: tried first
        (?:[A-Za-z]\.){{2,}}                                # U.S.
      | (?:{DOLLARS})\$
      | (?=[A-Za-z]{{2,3}}\d)(?i:{_CODES})(?=\d)            # KSh2.3bn
      | Shs?(?=\d)                                         # shillings
      | R(?=\d[\d.,]*\s?(?:bn|m|tn|million|billion|trillion)\b)  # rand
      | {unspaced}                                        # 300 people in Chinese: the number stands alone
      | {letter}{in_words}*(?:'{letter}+)*  # words, also B117 and it's
      )
    | [{SIGNS}%‰~+]
    | (?<![\w.,%)\]])-(?=[{SIGNS}]?\d)                    # minus 5
    | (?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])         # 18:30
    | \d{{1,2}}(?:,\d\d)+,\d{{3}}(?![\d])                 # 4,50,000
    | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d]) | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d]) | \d+,\d{{1,2}}(?![\d,.]|\s?%?,\s?\d) | \d+(?:\.\d+)?(?:[eE][+-]?\d{{1,2}}(?![^\W_]))?
    | {unspaced}
    | (?<=[\d%])\s?[-/](?=\s?[\d$£€])                     # 5-10, 1/2
      )
    """,
        re.VERBOSE,
    )


TOKEN_PATTERN = _compile_tokens(r"[^\W\d_]", rf"(?:[^\W_]|[{_VOWEL_SIGNS}])", rf"(?:[{_SCRIPTS}](?<!\d))+")
_ASCII_TOKEN = _compile_tokens("[A-Za-z]", "[A-Za-z0-9]", "(?!)")
_WORD = expression(r"(?:[A-Za-z]\.){2,}|[A-Za-z]+(?:'[A-Za-z]+)*")
_WORD_BYTES = bytes(set(range(128)) - set(f"{digits}{SIGNS}%~+".encode()))


def tokenise(text: str) -> tuple[str, ...]:
    """Return what TOKEN_PATTERN finds in a cleaned text. Most are all ASCII and most of those without numbers: read in half, and in a third, of the time."""
    alone = text.isascii() and not text.encode().translate(None, _WORD_BYTES)
    return tuple((_WORD if alone else token_pattern(text)).findall(text))


def token_pattern(text: str) -> re.Pattern[str]:
    """Return TOKEN_PATTERN or, for a text that is all ASCII, a pattern that finds the same in half the time."""
    return _ASCII_TOKEN if text.isascii() else TOKEN_PATTERN


_TAGGED = expression(r"[#@]\w+")


ACRONYMS = {"US": "usa", "US's": "usa's", "WHO": "w.h.o", "WHO's": "w.h.o's"}
"""Names that in lower case would be function words, and the tokens that stand for them."""
_READ_AS = ACRONYMS | SHORT_FORMS
_READ_OTHERWISE = frozenset(word.casefold() for word in _READ_AS)


def lower_case(tokens: Sequence[str]) -> list[str]:
    """Return tokens in lower case, short forms in full and abbreviations without dots. All are folded at once, which is faster: no token contains the NUL between."""
    joined = "\0".join(tokens)
    words = joined.casefold().split("\0") if tokens else []
    if "." in joined:
        words = [word.replace(".", "") if "." in word and not word[0].isdecimal() else word for word in words]
    if _READ_OTHERWISE.isdisjoint(words) or joined.isupper():
        return words  # in a text that is all capitals they mean nothing
    return [_READ_AS.get(token.replace(".", ""), word) for token, word in zip(tokens, words, strict=True)]


def find_tags(text: str) -> frozenset[str]:
    """Return the hashtags and handles of a text in lower case, without their sign."""
    return frozenset(tag[1:].casefold() for tag in _TAGGED.findall(text[:MAX_TEXT]))


_SUFFIXES = (
    "isational", "izational", "isation", "ization", "ational", "fulness", "ousness", "iveness", "ential", "ation",
    "ition", "ement", "ment", "ness", "ance", "ence", "able", "ible", "ical", "ings", "ally", "ity", "ant", "ent",
    "ism", "ist", "ate", "iti", "ous", "ive", "ise", "ize", "ful", "ial", "ion", "al", "er", "or", "ic", "ly", "li",
)  # fmt: skip
_SUFFIXES_BY_END = {end: tuple(s for s in _SUFFIXES if s[-1] == end) for end in {s[-1] for s in _SUFFIXES}}
"""The suffixes by their last letter: to try only those, and first all at once, is several times as fast."""
VOWELS = frozenset("aeiouy")
_DOUBLED = "bdgmnprt"
"""Letters that are doubled before "-ed" and "-ing"."""
_KEEPING_E = (
    "explore restore implore underscore deplore interfere persevere sacrifice practice practise service "
    "suffice rejoice catalogue range"
).split()
REGULAR = {f"{verb[:-1]}{ending}": verb for verb in _KEEPING_E for ending in ("ed", "ing")} | groups_by_word(
    """
    agree: agreed | disagree: disagreed | free: freed | guarantee: guaranteed | decree: decreed | referee: refereed | age:
    aged ages | dye: dyed | tie: tied | traffic: trafficked trafficking trafficker traffickers | panic: panicked panicking |
    quiz: quizzed quizzing | gas: gassed gassing | half: halves | use: used using | add: added adding | owe: owed owing |
    boycott: boycotted boycotting | err: erred erring
    """
)
"""Regular forms that the rules below would take for forms of another word: "explored" ends as "monitored" does, "ranged" as "rang"."""
_ONE_L = words_of(
    "bedevil cancel channel chisel compel control counsel dial dispel duel enrol equal excel expel fuel "
    "fulfil funnel gambol grovel initial instil distil enthral annul jewel label level libel marshal marvel "
    "medal model panel parcel patrol pedal pencil propel quarrel rebel repel rival shovel shrivel signal "
    "snivel spiral stencil swivel total tranquil travel trial trowel tunnel unravel vandal yodel"
)
"""Words that double their "l" before an ending, as the British do, while "fill" and "install" always have two."""


_OWN_STEMS = groups_by_word(
    """
    several: several | accession: accession | responsibil: responsible | publication: publication publications | authority:
    authority authorities | found: founded founding founds | commandeer: commandeer commandeers commandeered commandeering
    """
)
"""Words that the rules below would confuse with others: "severe", "access", "response", "publicly", "find", "commander", "authorise"."""


_WITH_E = ("at", "iz", "is", "bl", "iv", "enc", "anc")
"""Stems that end so without "-ed" or "-ing" take an "e": "received", "influencing"."""
_ENDING_IN_I = words_of(
    "israeli saudi iraqi pakistani azeri emirati kuwaiti yemeni omani qatari bahraini bengali nepali punjabi "
    "somali bangladeshi kashmiri iraki houthi nazi rabbi taxi tsunami ski kiwi alibi safari bikini yeti "
    "martini broccoli spaghetti wiki mini maxi"
)


def inflection(word: str) -> str:
    """Return a word without its plural, past or -ing ending."""
    if word[-1] == "s":
        word = _without_plural_ending(word)
    if not word.endswith(("ing", "ed")) or word.endswith("eed"):
        return word
    base = word[:-3] if word.endswith("ing") else word[:-2]
    if base.endswith("eat") and not base.endswith("creat"):
        return base  # "repeated", "treated"; but "created"
    if len(base) <= 2 or VOWELS.isdisjoint(base):
        return word
    if base.endswith(_WITH_E):
        return base + "e"
    return base[:-1] if base[-1] == base[-2] and base[-1] in _DOUBLED else base


def _without_plural_ending(word: str) -> str:
    """Return a word in "-s" in the singular, if it is a plural: "passes", "cities", "skis"; but "bus"."""
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    is_plural = not word.endswith(("ss", "us", "is")) and len(word) > 3
    return word[:-1] if is_plural or word[:-1] in _ENDING_IN_I else word


def _without_suffix(word: str) -> str:
    """Return a word without the first suffix of the list that leaves at least four letters."""
    if word.endswith(suffixes := _SUFFIXES_BY_END.get(word[-1], ())):  # most words have none
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                return word[: -len(suffix)]
    return word


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem that the forms of a lower-case word share: "vaccinated", "vaccines" -> "vaccin"."""
    if not word.isascii():
        word = without_latin_accents(word)
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    if word in _OWN_STEMS:
        return _OWN_STEMS[word]
    word = AMERICAN.get(word, word)
    word = REGULAR.get(word) or IRREGULAR.get(word, word)
    if len(word) <= 3 or not word.isascii():
        return word
    word = inflection(word)
    word = IRREGULAR.get(word, word)
    if word.endswith("our") and len(word) > 4:
        word = word[:-3] + "or"
    word = _without_suffix(word)
    if word.endswith("ll") and word[:-1] in _ONE_L:
        word = word[:-1]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def stems_of(*parts: str | Iterable[str]) -> frozenset[str]:
    """Return the stems of the words of all parts, each a listing or a set."""
    return frozenset(map(stem, words_of(*parts)))


def unspaced_bigrams(word: str) -> list[str]:
    """Return the two-letter pieces of a word in a script without spaces, such as Chinese; else []."""
    if word.isascii() or max(word) < _SCRIPTS[0] or not _UNSPACED.search(word):
        return []
    return [word[i : i + 2] for i in range(len(word) - 1)] or [word]


@lru_cache(maxsize=100_000)
def word_terms(word: str) -> tuple[str, ...]:
    """Return the terms of one word: its stem, the pieces of an unspaced script, nothing for function words and signs."""
    if word in STOP_WORDS or not word[0].isalnum():
        return ()
    return tuple(unspaced_bigrams(word)) or (stem(word),)


def whole_wording(text: str) -> str:
    """Return one term for the exact wording, to find again what has no other terms, such as "To be or not to be"."""
    return "=" + hashlib.blake2b(fold_text(text[:MAX_TEXT]).encode(), digest_size=8).hexdigest()


def is_whole_wording(term: str) -> bool:
    """Whether a term stands for a whole wording."""
    return term.startswith("=")
