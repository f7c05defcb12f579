"""How do the rules read an article? Normalised but of the same length, so that every offset stays valid; and as tokens.

Expressions that run over whole articles begin with a character class and look back from there, as in
`[A-Z](?<=\\b[A-Z])`: the engine skips to such a character at once, while `\\b[A-Z]` is tried everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from claimtrack.core.expressions import english_or_any, expression
from claimtrack.core.extract.words.word_cache import WordCache
from claimtrack.core.language.inflection import inflect as inflect  # for the rules, next to `Token`
from claimtrack.core.language.word_lists import SUBJECT_PRONOUNS
from claimtrack.core.language.word_lists import words_of as words_of
from claimtrack.core.texts.folding import OTHER_DIGITS
from claimtrack.core.texts.typography import DOUBLE_QUOTES, SINGLE_QUOTES, find_untypeable

MARKS = ('"', "'")  # quotation marks, once normalised
QUOTED = "\x1a"  # replaces each character inside quotation marks, so that no quoted verb is a cue; ASCII, which is read faster

_PLAIN = (
    dict.fromkeys(DOUBLE_QUOTES, '"')
    | dict.fromkeys(SINGLE_QUOTES, "'")
    | dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
    )
    | dict.fromkeys([*map(chr, range(0x20)), "\x7f"], " ")  # remains of a terminal or a broken file
    | dict.fromkeys("\ufeff\u200b\u200c\u200d\ue000", " ")
    | dict.fromkeys(
        "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", " "
    )  # direction marks
    | {"\n": "\n"}
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
    | dict.fromkeys("‐‑–\u00ad", "-")
    | {"―": "—", "٪": "%"}
    | OTHER_DIGITS
)

_PICTURES = frozenset(map(chr, range(0x2600, 0x27C0))) | {"\ufe0e", "\ufe0f"}
"""Symbols such as a check mark, which precede words and mean nothing; those from U+1F000 on are pictures, too."""
_QUOTED_LINE = expression(
    r"^(?!>> ?(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}|[A-Z]{2}[A-Z.'-]*):)(?:> ?)+", re.MULTILINE
)
"""The prefix of each line of a quoted e-mail; but ">> ADA MOOR:" names a speaker in captions."""
_TAG = expression(r"</?[a-zA-Z][^<>]*>")
_COLOUR = expression(r"\x1b\[[0-9;]*+[A-Za-z]")  # colour codes of a terminal
_LOST_CHARACTER = expression("(?<![\\w\ufffd])\ufffd+(?!\\S)")
"""A replacement character next to punctuation; after a letter it is part of the word."""
_TOKEN = expression(
    rf"{QUOTED}++|\d++(?:[.,:]\d+)+|[^\W_]++(?:(?:['.&/-]|\.-)[^\W_]++)*(?:(?<=\.[A-Za-z])\.|(?<=Yahoo)!)?|--|[^\w\s]"
)
"""A word or a mark; none contains a blank, or looks past one."""
_NO_LETTERS = bytes(32 if code < 128 and not chr(code).isalpha() else code for code in range(256))
"""For `bytes.translate`, which is much faster than `str.translate`: a blank for every ASCII character that is not a letter."""
_LONGEST_RUN = 300  # characters; no word is longer
_UNSPACED = expression("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff]{1,2}")
"""Two characters of a script without spaces: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""

_LOWERED_ACRONYMS = {"IF": "i.f", "WHO": "w.h.o", "US": "u.s", "IT": "i.t", "AS": "a.s"}
"""Acronyms whose lower-case form would look like a pronoun or conjunction."""
_LONGEST_WORD = 60  # characters
_CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(
    filter(str.isupper, map(chr, (*range(0x100, 0x250), *range(0x1E00, 0x1F00))))
)
_JOINED_ARTICLES = words_of("al el as ad an ar at az")
"""Arabic articles before a hyphen and a capital in a surname: "al-Tayeb"."""
_IRISH_PREFIXES = frozenset("hnt")  # before the capital of an Irish surname: "Ó hEalaithe"


def name_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression for names, in which A-Z matches every Latin capital: "Édgar", "Šefčovič"."""
    return english_or_any(pattern, pattern.replace("A-Z", _CAPITALS), flags)


_NUMBERED_NAME = expression(r"3M|\d{1,3}-?(?:and|to\d)?[A-Z][a-z]{1,20}")


def begins_name(word: str) -> bool:
    """Whether a word begins like a name: with a capital letter, or as in "al-Tayeb", "hEalaithe", "7-Eleven" and "9to5Moor"."""
    if word[:1].isupper():
        return True
    if word[:1].isdigit():
        return word[-1].isalpha() and _NUMBERED_NAME.fullmatch(word) is not None
    if word[1:2].isupper() and word[0] in _IRISH_PREFIXES:
        return True
    return word[2:3] == "-" and word[3:4].isupper() and word[:2] in _JOINED_ARTICLES


TokenRange = tuple[int, int]  # a range of token indices, end excluded


class Span(NamedTuple):
    """A stretch of the article in code points, end excluded."""

    start: int
    end: int


@dataclass(slots=True, init=False)  # read and created so often that a tuple or an `__init__` would cost time
class Token:
    """A word, a punctuation mark, or a whole quotation as one token."""

    text: str
    lower: str
    start: int
    end: int
    is_word: bool  # a word or a number rather than punctuation
    is_quote: bool  # whether it is a quotation
    is_capital: bool  # whether the word begins with a capital letter


def contains_any(text: str, parts: Iterable[str]) -> bool:
    """Whether a text contains one of these parts."""
    for part in parts:  # noqa: SIM110 - asked so often that what `any` takes shows
        if part in text:
            return True
    return False


def lookbehind(words: str, gap: str = " ") -> str:
    """Build an expression that matches only after one of these words and the `gap` that precedes it.

    `" " + lookbehind("he she")` is found faster than the words themselves: engines skip from blank to blank.
    """
    by_length: dict[int, list[str]] = {}
    for word in words.split():
        by_length.setdefault(len(word), []).append(word)
    choice = "|".join(rf"(?<=\b(?:{'|'.join(alike)}){gap})" for alike in by_length.values())
    last = "".join(sorted({word[-1] for word in words.split()}))  # most words have other last letters
    return f"(?<=[{last}]{gap})(?:{choice})"


_SPLIT_ENDINGS = (" t ", " re ", " ve ", " ll ")  # certain signs of a text that lost its apostrophes
_SPLIT_CONTRACTION = expression(r"\b(?P<stem>[A-Za-z]+) (?P<rest>t|s|re|ve|ll|d|m)\b(?!['-])")
_SUBJECTS = SUBJECT_PRONOUNS | words_of("that there who")
_CONTRACTION_STEMS = {
    "t": words_of(
        "don doesn didn isn aren wasn weren hasn haven hadn won wouldn can couldn shouldn mustn ain"
    ),
    "s": (_SUBJECTS - {"i", "you", "we", "they"}) | words_of("what here let"),
    "re": words_of("you we they"),
    "ve": words_of("i you we they"),
    "ll": _SUBJECTS,
    "d": words_of("i you he she we they"),
    "m": words_of("i"),
}
"""The end of a contraction -> the words that may precede it."""


def _restore_apostrophe(parted: re.Match[str]) -> str:
    """Restore a lost apostrophe: "hasn t" -> "hasn't"; leave other words alone."""
    is_clipped = parted["stem"].lower() in _CONTRACTION_STEMS[parted["rest"]]
    return f"{parted['stem']}'{parted['rest']}" if is_clipped else parted[0]


def normalise(text: str) -> str:
    """Replace typographic quotes, spaces, hyphens, dashes of news wires and tags by plain characters and blanks, keeping the length.

    Ligatures and accents stay: replacing them would shift every later offset.
    """
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if "\n>" in text:
        text = _QUOTED_LINE.sub(lambda mark: " " * len(mark[0]), text)
    if any(rest in text for rest in _SPLIT_ENDINGS):
        text = _SPLIT_CONTRACTION.sub(_restore_apostrophe, text)
    if " _ " in text:
        text = text.replace(" _ ", " - ")  # the dash of news wires
    if "\x1b" in text:
        text = _COLOUR.sub(lambda mark: " " * len(mark[0]), text)
    if "\ufffd" in text:
        text = _LOST_CHARACTER.sub(lambda lost: " " * len(lost[0]), text)
    if "<" in text:
        text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    marks = find_untypeable(text)
    for mark in marks:
        if mark >= "\u2600" and (mark >= "\U0001f000" or mark in _PICTURES):
            text = text.replace(mark, " ")
    for mark in marks & _PLAIN.keys():  # few special characters occur in one text: faster than str.translate
        text = text.replace(mark, _PLAIN[mark])
    return text


def _tokenise_piece(piece: str) -> list[tuple[tuple[str, str, bool, bool, bool], int, int]]:
    """Tokenise a piece between two blanks: all fields but the offsets, then start and end within the piece."""
    if piece.isalpha():  # the usual case
        return [(_token_fields(piece), 0, len(piece))]
    return [(_token_fields(found[0]), *found.span()) for found in _TOKEN.finditer(piece)]


def _token_fields(word: str) -> tuple[str, str, bool, bool, bool]:
    """Return the fields of a token that depend on its text alone."""
    lower = _LOWERED_ACRONYMS.get(word) or word.lower()
    return word, lower, word[0].isalnum(), word[0] == QUOTED, begins_name(word)


_PIECES = WordCache(_tokenise_piece)


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """Tokenise a sentence; offsets count from `offset`."""
    found: list[Token] = []
    for piece in text.split(" "):
        for word, start, end in _PIECES[piece]:
            token = Token()
            token.text, token.lower, token.is_word, token.is_quote, token.is_capital = word
            token.start, token.end = offset + start, offset + end
            found.append(token)
        offset += len(piece) + 1
    return found


def split_letter_runs(text: str) -> list[str]:
    """Split a text into words without punctuation and digits, twice as fast as with an expression."""
    if not text.isascii():
        for mark in find_untypeable(text):
            if mark.isdecimal() or not mark.isalnum():
                text = text.replace(mark, " ")
    return text.encode(errors="surrogatepass").translate(_NO_LETTERS).decode(errors="surrogatepass").split()


def count_text_words(text: str) -> int:
    """Count the words of a text; in scripts without spaces, two characters count as one."""
    if not text.isascii():
        text = _UNSPACED.sub("x ", text)
    return len(text.split())


def is_encoded_blob(words: str) -> bool:
    """Whether most of the text is a single run far longer than any word: an encoded picture, a key, one letter repeated."""
    if len(words) <= _LONGEST_RUN:
        return False
    run = max((one for one in words.split() if "://" not in one), key=len, default="")
    return len(run) > _LONGEST_RUN and 2 * len(run) > len(words) and count_text_words(run) == 1


def split_glued(words: list[Token], cuts: dict[str, int]) -> list[Token]:
    """Split the glued words at the offsets in `cuts`: "officeshow", 6 -> "office", "show"."""
    parted: list[Token] = []
    for word in words:
        if cut := cuts.get(word.text, 0):
            parted += tokenise(word.text[:cut], word.start) + tokenise(word.text[cut:], word.start + cut)
        else:
            parted.append(word)
    return parted


def replace_mark(token: Token, mark: str) -> Token:
    """Return a token for `mark` in place of another mark: a comma for a dash."""
    [put] = tokenise(mark, token.start)
    put.end = token.end
    return put


def expand_to_words(text: str, span: Span) -> Span:
    """Expand a span to whole words: "said.Opposition" at the end of a sentence."""
    start, end = span
    before, after = max(0, start - _LONGEST_WORD), end + _LONGEST_WORD
    start -= len(text[before:start].rpartition(" ")[2].rpartition("\n")[2])
    return Span(start, end + len(text[end:after].partition(" ")[0].partition("\n")[0]))


def trimmed(text: str, span: Span, ignored: str = " \n") -> Span:
    """Trim the `ignored` characters from both ends of a span."""
    start, end = span
    while start < end and text[start] in ignored:
        start += 1
    while end > start and text[end - 1] in ignored:
        end -= 1
    return Span(start, end) if (start, end) != span else span
