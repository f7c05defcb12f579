"""What is no part of a statement: where a post, a feed or a transcript has it from, hesitation, words begun anew, words broken at a line's end."""

from __future__ import annotations

import re
from operator import eq

from claimtrack.core.expressions import expression
from claimtrack.core.match.normalisation.rules import Rule, rule
from claimtrack.core.match.words.lexicon import NUMBER_WORDS, ORDINALS, STOP_WORDS, words_of
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.normal import unify

_HEAD = expression(
    r"""^\s*(?:
      (?:>\s?)+ | \[?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\]?\s(?=[A-Z"'])(?!(?:[AP]M|GMT|UTC|BST|CES?T|[EP][DS]?T)\b)  # ">> ", "[00:12:04] "
    | (?:\(\d{1,2}/\d{1,2}\) | \d{1,2}/)\s+(?=[A-Z"'])                      # "1/ ", "(1/5) "; but "2/3 Of them", "9/11 Families"
    | \d{1,2}/\d{1,2}\s+(?=(?:An?|He|I|In|It|Our|She|The|There|They|This|We)\s[a-z])
    | (?:(?P<town>[A-Z][A-Z .,'-]{2,40})(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s?)?\((?:AP|AFP|ANSA|dpa|EFE|IANS|PA|PTI|Reuters|TASS|UPI|Xinhua)\)\s?-+\s
    | \d{1,2}[.)]\s(?=[A-Z][a-z]*\s[a-z])                                  # "1. "
    | (?:EXCLUSIVE|PHOTOS?|UPDATED?|URGENT|VIDEOS?)(?::|\s[-|])\s
    )+""",
    re.VERBOSE,
)
_ANEW = expression(
    r"(?<![^\W_])((?:[^\W\d_]+(?:'[^\W\d_]+)? ){0,4}([^\W\d_]+)(?:'[^\W\d_]+)?)( - | ?,? )(?=\1(?![^\W_]|'))",
    re.IGNORECASE,
)
"""Words that are said again at once: "never paid - never paid any"."""
_UNFINISHED = words_of("the a an of in to and for with on at by from his her their its our my that")
"""Only behind these behind a comma, too: "in the, in the town"; but "if it is, it is over"."""
_TWICE = {*NUMBER_WORDS, *ORDINALS, "great"}
"""Words that are meant twice: "in twenty twenty", "the first first lady", "her great great aunt"."""
_HANGING = frozenset(f"{word}," for word in _UNFINISHED)
_PICTURES = r"\U0001F1E6-\U0001F1FF\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F"


def _once(found: re.Match[str]) -> str:
    word = found[2].lower()
    if "," in found[3]:
        return "" if word in _UNFINISHED else found[0]
    goes_on = found.string[found.end() :][:1].isupper()
    is_name = found[1].istitle() and word not in STOP_WORDS and goes_on  # "Bora Bora"
    return found[0] if "-" not in found[3] and (word in _TWICE or is_name) else ""


def _in_letters(found: re.Match[str]) -> str:
    word = found[0].replace("0", "o").replace("1", "l")
    is_name = found[0][0].isupper() and found[0][-2:].isalpha()  # "L0ndon"
    return word if is_name or is_english(word.lower()) else found[0]


def _joined(found: re.Match[str]) -> str:
    """A word that was broken at the end of a line; but "pre- and post-war"."""
    word = found[1] + found[2]
    return word if is_english(word.lower()) else found[0]


NOISE = (
    # Pictures before a post, be it a flag, and what an editor puts behind a word that stands so.
    rule("", rf"^(?:[{_PICTURES}]\s*)+(?=[\"'#]?[A-Z])", ""),
    rule("BREAKING JUST_IN", rf"^#?((?:BREAKING|JUST IN)(?: NEWS)?)[{_PICTURES}]+\s*", ""),
    rule("[sic]", r"\s?\[sic\]", ""),
    Rule((), _HEAD, ""),
    rule(
        ") ] via_@ _|_ _-_",
        r"""(?:
          \s\(\d{1,2}/\d{1,2}\) | \[\d{1,3}\] | \[citation\sneeded\]            # " (1/5)", "[3]"
        | \s\(?(?:via|h/t)\s@\w+\)?
        | \s\((?:AP|AFP|ANSA|dpa|EFE|IANS|PTI|Reuters|TASS|UPI|Xinhua)\)
        | \s\|\s(?:The\s|(?=[^|]*\b(?:News|Times|Post|Mail|Herald|Press|Journal|Tribune|Magazine|Mirror|Express|Gazette|Politics|com|org)\b))
          [A-Z][A-Za-z'.& ]{1,40}                                               # " | The Guardian"; but " | Germany"
        | \s[|-]\s(?:BBC(?:\sNews)?|CNN|Reuters|AP\sNews|The\s(?:Guardian|Times|Independent|Telegraph|Sun|Economist|Hindu|New\sYork\sTimes|Washington\sPost))
        )+\s*$""",
        "",
        re.VERBOSE,
    ),
    # But "um", which is a word elsewhere, and "er" only before a comma.
    rule("uh um, er", r"(?<![^\s,(])(?:(?:uh|uhm|erm)(?![^\s,.)]),?|(?:um|er),)\s*", ""),
    rule("-", r"(?<![^\W_])([^\W\d_]{2,})-\s+([a-z]{2,})(?![^\W_])", _joined),
    # What only asserts more strongly, in the midst: "crime has clearly fallen", "has without a doubt fallen".
    rule("clearly obviously course", r"\b(ha(?:s|d|ve)) (?:clearly|obviously|of course) (?=[a-z])", r"\1 "),
    rule("doubt question", r"\b(ha(?:s|d|ve)|is|are|was|were|will|would) (?:without|beyond) (?:(?:a|all|any) )?(?:doubt|question) (?=[a-z])", r"\1 "),
    # A letter that a scanner took for a figure: "pe0ple", "p1ants".
    rule("0 1", r"(?<![^\W_])(?:[A-Za-z][a-z]*[01][a-z]{2,}|[A-Za-z][a-z]+[01][a-z]?)(?![^\W_])", _in_letters),
)  # fmt: skip


def said_once(text: str) -> str:
    """A text without the words that it begins anew."""
    return _ANEW.sub(_once, text) if " - " in text or _says_twice(text.lower().split()) else text


def _says_twice(words: list[str]) -> bool:
    """Whether a word stands behind itself, or a little one before a comma; most texts are passed by."""
    return any(map(eq, words, words[1:])) or not _HANGING.isdisjoint(words)


def other_towns(a: str, b: str) -> str | None:
    """From where agencies report each of two texts, if they say so of both: their mayors are two."""
    towns = [
        found["town"].strip() for text in (a, b) if (found := _HEAD.match(unify(text))) and found["town"]
    ]
    return f"differs: {' / '.join(towns)}" if len(towns) > 1 and towns[0] != towns[1] else None
