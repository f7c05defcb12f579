"""Is a text in English? The extraction rules read nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Set
from functools import lru_cache

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns, times, vocabulary
from claimtrack.core.extract.words.reading import Span, contains_any, split_letter_runs, words_of

_COMMON = words_of(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or "
    "had an they which one you were her all she there would their we him been has when who will more "
    "no if out so said what up its about into than them can only other new some could these two may i "
    "do any my now such"
)
_ADDRESS = r"\b\w[\w.-]*\.(?:com|co)/\S+"
_MARKUP = r"</?[a-zA-Z][^<>]*>|https?://\S+|@\w+|#\w+|&#?\w{1,8};"
"""Each alternative begins with its own literal character, to which the engine skips at once."""
_NO_PROSE = expression(f"{_MARKUP}|{_ADDRESS}")
"""Markup, addresses, handles and hashtags, which fill an article of embedded posts."""
_NO_PROSE_NOR_ADDRESS = expression(_MARKUP)
"""The same for a text without such addresses, which are slow to search for since they begin like any word."""
_MARKS = ("<", "http", "@", "#", "&")  # every such address contains one of these
_LABELS = expression(r"^[^\S\n]*[A-Z][\w.' -]{1,40}:", re.MULTILINE)
"""Speaker labels of a transcript: names are words of no language."""
_EVERYDAY = {
    "French": words_of(
        "le la les des du de en et une dans que qui pour pas sur aux est sont ont été avec cette mais nous "
        "vous leur ses"
    ),
    "German": words_of(
        "der die das und ist nicht mit ein eine von den dem sich auch auf für bei wir sie zu im am um sind wurde"
    ),
    "Spanish": words_of("el la los las de en que una y por con para del se su más pero como fue han lo"),
    "Italian": words_of("il la gli che di della per non con una sono è più del lo le"),
    "Portuguese": words_of("o os uma com não foi dos pelo de que para por se mais como um"),
    "Dutch": words_of("het een van de en dat niet met voor zijn op ook naar werd die is"),
    "Welsh": words_of("yn yr mae ar wedi bod i ei gan eu"),
    "Danish or Norwegian": words_of("og det som er på ikke til av har et den"),
    "Swedish": words_of("och att är inte har ett det som på av den"),
}
"""Everyday words of languages in Latin script that occur next to English in bilingual texts."""
_FOREIGN = frozenset().union(*_EVERYDAY.values()) - _COMMON
_LETTERS_OF = {
    "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "GREEK": "Greek", "HEBREW": "Hebrew", "THAI": "Thai",
    "ARABIC": "Arabic letters", "CYRILLIC": "Cyrillic letters", "DEVANAGARI": "Devanagari letters", "CJK": "Chinese characters",
}  # fmt: skip
"""The language that a script implies, or the script itself. Japanese comes first, since it uses Chinese characters, too."""
_LANGUAGES_BY_LETTERS = {"Japanese": "ja", "Korean": "ko", "Greek": "el", "Hebrew": "he", "Thai": "th"}
_FEWEST_DIFFERENT = 5
"""How many different everyday words make a text certainly English: Scottish Gaelic repeats a few of them."""
_FEWEST_FOREIGN, _FEWEST_ENGLISH, _SURE_SHARE = 3, 3, 0.2  # common words of a language; share of all words
_PARTICLES = expression(
    r"(?<=\w)(?: (?:de|la|las|los|el|del|du|des|van|von|der|den|di|da|do|dos|le|y|e))+(?= [A-Z])"
)
"""Particles within a name: "Rio de la Plata"."""
_QUOTED = expression(r"[\"“«][^\"”»\n]*[\"”»]")
_FEWEST_WORDS, _MANY_WORDS = 20, 60  # of a text
_LOWEST_SHARE, _LOWEST_SHARE_OF_FEW = 0.15, 0.08  # of common English words; the same in short texts
_LOWEST_KNOWN_SHARE, _SHORTEST_KNOWN = 0.25, 3  # of words in any list; characters of such a word
_SAMPLE = 20_000  # characters that show the language


def looks_english(text: str) -> bool:
    """Whether at least 15 % of the words are everyday English; short texts pass if in Latin script."""
    text = text[:_SAMPLE]
    if ".com/" in text or ".co/" in text:
        text = _NO_PROSE.sub(" ", text)
    elif contains_any(text, _MARKS):
        text = _NO_PROSE_NOR_ADDRESS.sub(" ", text)
    return _reads_english(text) or (":" in text and _reads_english(_LABELS.sub(" ", text)))


def _reads_english(text: str) -> bool:
    """Whether the share of everyday English words is high enough for the length of the text."""
    words = split_letter_runs(text.lower())
    if len(words) < _FEWEST_WORDS:
        letters = sum(map(str.isalpha, text))
        return letters == 0 or sum(c.isascii() and c.isalpha() for c in text) / letters > 0.8
    ours = sum(map(_COMMON.__contains__, words))
    if len(words) >= _MANY_WORDS or ours >= _LOWEST_SHARE * len(words):
        return ours >= _LOWEST_SHARE * len(words)
    # A brief of a few sentences may lack everyday words by chance, but then it has none of another language.
    others = sum(map(_FOREIGN.__contains__, words))
    if ours >= _LOWEST_SHARE_OF_FEW * len(words) and ours > others:
        return True
    return not others and sum(map(_known_words().__contains__, words)) >= _LOWEST_KNOWN_SHARE * len(words)


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    """Return English words of all kinds, which identify a list of results without function words: "Net profit up 12%, shares down"."""
    sets = (words for module in (vocabulary, lexicon, nouns, times) for words in vars(module).values())
    known = frozenset[str]().union(*(words for words in sets if isinstance(words, frozenset)))
    return frozenset(
        word for word in known - nouns.GOVERNMENT_METONYMS - nouns.COMPANIES if len(word) >= _SHORTEST_KNOWN
    )


def find_foreign(text: str, blocks: Iterable[Span], words: Set[str], *, english: bool) -> frozenset[int]:
    """Return the start offsets of the paragraphs that are not in English, as in a bilingual release.

    Quotations are masked in `text`; `words` are its distinct words, and `english` says whether it is English on the whole.
    """
    if english and not _may_be_foreign(words):
        return frozenset()
    is_other = _is_foreign if english else _is_not_english
    return frozenset(block.start for block in blocks if is_other(text[slice(*block)]))


def has_foreign(text: str) -> bool:
    """Whether a text that is English on the whole has paragraphs in another language."""
    text = text[:_SAMPLE]
    return _may_be_foreign(set(text.split())) and any(map(_is_foreign, _QUOTED.sub(" ", text).split("\n")))


def name_language(text: str) -> str | None:
    """Name the language of a non-English text as it reads after "in", or its script if several languages share it.

    None where its everyday words indicate no language, or two equally.
    """
    if letters := _name_script(text):
        return letters
    words = set(split_letter_runs(text.lower()))  # Finnish and Estonian repeat one word of Welsh: "ei"
    counts = {language: len(words & known) for language, known in _EVERYDAY.items()}
    likeliest, next_best = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    is_clear = counts[likeliest] >= _FEWEST_FOREIGN and counts[likeliest] > counts[next_best]
    return likeliest if is_clear else None


def guess_language(text: str) -> str | None:
    """Return the code of a text's language if that is certain: English, or one that has letters of its own; else None.

    The everyday words of other languages are not enough: by them Catalan and Asturian are Spanish, and Breton is Welsh.
    """
    text = text[:_SAMPLE]
    if not text.isascii() and (letters := _name_script(text)):
        return _LANGUAGES_BY_LETTERS.get(letters)
    words = set(split_letter_runs(text.lower()))
    is_sure = len(words & _COMMON) >= _FEWEST_DIFFERENT and not _is_not_english(text)
    return "en" if is_sure and looks_english(text) else None


def _name_script(text: str) -> str | None:
    """Return the language or script of a text that is not in Latin letters."""
    letters = Counter(filter(str.isalpha, text[:_SAMPLE]))
    scripts = Counter[str]()
    for letter, times_used in letters.items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += times_used
    if 2 * scripts["LATIN"] > letters.total():
        return None
    return next(
        (name for script, name in _LETTERS_OF.items() if 10 * scripts[script] > letters.total()), None
    )


def _may_be_foreign(words: Set[str]) -> bool:
    """Whether any word of a text is an everyday one of another language (a cheap pre-check)."""
    return len(_FOREIGN & words) >= _FEWEST_FOREIGN


def _count_everyday(text: str) -> tuple[int, int, int]:
    """Count the everyday words of other languages, those of English, and all words."""
    words = split_letter_runs(_PARTICLES.sub(" ", text).lower())
    return sum(map(_FOREIGN.__contains__, words)), sum(map(_COMMON.__contains__, words)), len(words)


def _is_foreign(paragraph: str) -> bool:
    """Whether a paragraph of an English text is in another language."""
    others, ours, _ = _count_everyday(paragraph)
    return others >= _FEWEST_FOREIGN and others > ours


def _is_not_english(paragraph: str) -> bool:
    """Whether a paragraph of a foreign text is not certainly English."""
    others, ours, words = _count_everyday(paragraph)
    return ours < _FEWEST_ENGLISH or ours <= others or ours < _SURE_SHARE * words
