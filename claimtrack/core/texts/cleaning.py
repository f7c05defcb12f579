"""Values at the door: a line, an address, a date, checked once and trusted inside."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from claimtrack.core.errors import EmptyValue, InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.steps import in_terminal
from claimtrack.core.texts.legible import legible

# The schema checks the same limits.
MAX_CLAIM = 10_000
MAX_URL = 4_000
MAX_NAME = 300
_MAX_TAG = 100
_MAX_NOTE = 100_000
_MAX_PASSAGE = 10_000
MAX_REQUEST = 10_000

# White space, control characters and halves of characters stand in no address.
_NO_ADDRESS = expression("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Half a character: JSON can spell one, a byte that was no UTF-8 reaches us as one, and no file can hold it.
LONE_SURROGATE = expression("[\ud800-\udfff]")
# What no desk can keep in a text: U+0000, too, which ends a string in SQLite.
UNSTORABLE = expression("[\0\ud800-\udfff]")
# "ftp://host/x", "javascript:alert(1)", "www.host", "host.example/page": all of it in one piece.
_ADDRESS = expression(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\.|[\w-]+(?:\.[\w-]+)+/)\S*$")
_NOBODY = frozenset(
    "n/a,n.a,none,nobody,null,nan,nil,tbc,tbd,unknown,not known,unspecified,unbekannt,desconocido,desconhecido,inconnu,sconosciuto,غير معروف".split(
        ","
    )
)
"""What stands in the place of a name where there is none. "NA" may be an assembly."""
_LANGUAGE = expression(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
# Control and format characters, spaces, line and paragraph separators, halves of characters.
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp", "Cs")


def clean_line(text: str) -> str:
    """The text on one line, as it is seen: runs of white space become a space, NUL goes, a broken byte becomes U+FFFD.

    Accents are composed, and soft hyphens and zero-width spaces go, as `legible` tells. Text of which nothing would be seen (a zero-width space, a byte-order mark, broken bytes alone) is none.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # as most are: a look-up asks it of each quote of its candidates
    return " ".join(_storable(text).split()) if _is_visible(text) else ""


def normalise_line_ends(text: str) -> str:
    """The text with each line's end as a line feed, whichever system wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(one) not in _UNSEEN and one != "\ufffd" for one in text)


def _storable(text: str) -> str:
    return LONE_SURROGATE.sub("\ufffd", legible(text.replace("\0", "")))


def clean_name(text: str) -> str:
    """A person's or organisation's name on one line, "" for none. Raises InvalidValue when it is far too long."""
    return _at_most(clean_line(text), MAX_NAME, "name")


def clean_speaker(text: str) -> str:
    """The name of whoever says something, "" for nobody, as by "-" or "n/a". Raises InvalidValue when it is far too long."""
    return "" if is_nobody(text) else clean_name(text)


def is_nobody(text: str) -> bool:
    """Whether this names nobody: it is empty, without words ("-", "?"), or what people and programs write for none ("n/a", "Unknown")."""
    return not has_words(text) or clean_line(text).casefold().strip(" .?*-–—()[]") in _NOBODY


def clean_tag(text: str) -> str:
    """A tag on one line, "" for none. Raises InvalidValue when it is far too long."""
    return _at_most(clean_line(text), _MAX_TAG, "tag")


def clean_note(text: str, what: str = "note", most: int = _MAX_NOTE) -> str:
    """A text without white space around it, "" for none; its lines stay. Raises InvalidValue when it is far too long.

    `what` it is called in that error.
    """
    return _at_most(_storable(text).strip() if _is_visible(text) else "", most, what)


def clean_passage(text: str) -> str:
    """The words of a source that matter, "" for none; their lines stay. Raises InvalidValue when they are far too many."""
    return clean_note(normalise_line_ends(text), "quote", _MAX_PASSAGE)


def require_tag(text: str) -> str:
    """A tag on one line. Raises InvalidValue when it is empty or far too long."""
    if not (name := clean_tag(text)):
        raise EmptyValue("the tag is empty: give it a name")
    return name


def require_note(text: str) -> str:
    """A note without white space around it. Raises InvalidValue when it is empty or far too long."""
    if not (body := clean_note(text)):
        raise EmptyValue("the note is empty: write some text")
    return body


def _at_most(text: str, most: int, what: str) -> str:
    if len(text) > most:
        raise InvalidValue(
            f"the {what} {text[:30]!r}... has {len(text):,} characters, and the limit is {most:,}: shorten it",
            text,
        )
    return text


def has_words(text: str) -> bool:
    """Whether there is more to a text than punctuation: a letter, a digit, or a sign such as an emoji."""
    return any(one.isalnum() or unicodedata.category(one) == "So" for one in text)


def clean_claim(text: str) -> str:
    """The words of a claim on one line. Raises InvalidValue when there are none, or far too many."""
    text = clean_line(text)
    if not has_words(text):
        raise EmptyValue(
            "the claim is empty: give its words"
            + in_terminal(", as in ", 'claimtrack add "Unemployment fell by a third"')
        )
    if len(text) > MAX_CLAIM:
        raise InvalidValue(
            f"the claim has {len(text):,} characters, and the limit is {MAX_CLAIM:,}: give one sentence"
            + in_terminal(", or read the whole text with ", "claimtrack ingest"),
            text,
        )
    return text


def is_url(text: str) -> bool:
    """Whether this is an http or https address with a host, and a port, that there can be."""
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and parts.port != 0
        (parts.hostname or "").encode("idna")  # else "ö..example" would be found out where it is asked for
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and has_host and not _NO_ADDRESS.search(text)


def has_login(url: str) -> bool:
    """Whether an address that is one has a name or password before its host: the desk would keep it for all to read."""
    return is_url(url) and "@" in urlsplit(url).netloc


def without_login(url: str) -> str:
    """The address without the name and password before its host."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if has_login(url) else url


def clean_url(text: str) -> str:
    """The address. Raises InvalidValue unless it is an http or https one, without a name or password before its host."""
    text = text.strip()
    if not is_url(text):
        raise InvalidValue(f"not a web address: {text[:100]!r}. It must start with http:// or https://", text)
    if has_login(text):  # which the message does not show: a terminal's log is kept, too
        raise InvalidValue(
            f"the address of {urlsplit(text).hostname} contains a name or password, which everybody at the desk would see: remove everything "
            "before the @",
            text,
        )
    return _at_most(text, MAX_URL, "address")


def clean_place(text: str) -> str:
    """Where something was said: a web address, or words on one line. Raises InvalidValue for an address of another kind.

    An address without http:// would be kept as words, and be compared and followed as none.
    """
    text = clean_line(text)
    if is_url(text):
        return clean_url(text)
    if _ADDRESS.match(text):
        raise InvalidValue(
            f"not a web address: {text[:100]!r}. Start it with http:// or https://, or say in words where it was said",
            text,
        )
    return _at_most(text, MAX_URL, "place")


def clean_source(text: str) -> str:
    """What evidence is found in: a web address, or words on one line. Raises InvalidValue for an address of another kind, or without a letter."""
    if is_url(text.strip()):
        return clean_url(text)
    words = clean_line(text)
    if _ADDRESS.match(words) or words.lower().startswith(("http://", "https://")):
        raise InvalidValue(
            f"not a web address: {text.strip()[:100]!r}. Start it with http:// or https:// and leave no spaces in it, or say in words what the source is",
            text,
        )
    if not any(map(str.isalpha, words)):
        raise InvalidValue(
            f"not a source: {words[:100]!r}. Give a web address that starts with http:// or https://, or say in words what the source is",
            text,
        )
    return _at_most(words, MAX_URL, "source")


def clean_language(text: str) -> str:
    """The code of a language, of letters and digits in parts of at most eight. Raises InvalidValue for anything else."""
    text = text.strip()
    if not _LANGUAGE.fullmatch(text):
        raise InvalidValue(f"not a language code: {text[:40]!r}. Write it like en, pt-BR or zh-Hant", text)
    return text


def clean_date(text: str) -> str:
    """The day as an ISO date. Raises InvalidValue for anything but YYYY-MM-DD, and for a year before 1000, which is a slip."""
    text = text.strip()
    if re.fullmatch(r"0\d{3}-\d{2}-\d{2}", text):
        raise InvalidValue(
            f"the year {text[:4]} is too long ago: write all four digits, as in 2024-04-22", text
        )
    remedy = "Write it as YYYY-MM-DD, as in 2024-04-22"
    try:
        # fromisoformat also takes 20240422 and 2024-W17-1: one form in, one form out.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InvalidValue(f"not a day of the calendar: {text}. {remedy}", text) from None
    raise InvalidValue(f"not a date: {text[:40]!r}. {remedy}", text)
