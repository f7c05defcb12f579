"""WordPiece tokenisation as in BERT's lower-case English models: words, then pieces of words from a fixed vocabulary.

It is implemented here because the usual library has 40 MB of dependencies for a few lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

MOST_TOKENS = 128
"""The longest input the model was trained on; the rest of a longer text is dropped."""
_MOST_CHARACTERS = 4_000
_LONGEST_WORD = 100
_CHINESE = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def token_ids(text: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The token ids of a text, from [CLS] to [SEP]."""
    ids = [piece for word in _words(text[:_MOST_CHARACTERS]) for piece in _pieces(word, vocabulary)]
    return [vocabulary["[CLS]"], *ids[: MOST_TOKENS - 2], vocabulary["[SEP]"]]


def _words(text: str) -> Iterator[str]:
    """Yield lower-case words without accents; punctuation marks and Chinese characters are words of their own."""
    for part in _without_accents("".join(map(_cleaned, text))).lower().split():
        word = ""
        for letter in part:
            if _is_punctuation(letter):
                if word:
                    yield word
                    word = ""
                yield letter
            else:
                word += letter
        if word:
            yield word


def _cleaned(letter: str) -> str:
    """A space for white space, nothing for invisible characters, and spaces around a Chinese character."""
    if letter.isascii() and letter.isprintable():
        return letter
    if letter.isspace():
        return " "
    if letter == "\ufffd" or unicodedata.category(letter)[0] == "C":
        return ""
    code = ord(letter)
    return f" {letter} " if any(first <= code <= last for first, last in _CHINESE) else letter


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFD", text) if unicodedata.category(one) != "Mn")


def _is_punctuation(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum()
    return unicodedata.category(letter)[0] == "P"


def _pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The ids of the longest pieces from the left; [UNK] for a word that cannot be split."""
    whole = vocabulary.get(word)
    if whole is not None:
        return [whole]
    if len(word) > _LONGEST_WORD:
        return [vocabulary["[UNK]"]]
    ids: list[int] = []
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            piece = vocabulary.get(prefix + word[start:end])
            if piece is not None:
                ids.append(piece)
                start = end
                break
        else:
            return [vocabulary["[UNK]"]]
    return ids
