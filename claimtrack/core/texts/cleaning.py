"""Is a value valid: a line, an address, a date? Checked once on entry and trusted inside."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from claimtrack.core.errors import EmptyValue, InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.steps import terminal_only
from claimtrack.core.texts.legible import legible

# The schema checks the same limits.
MAX_CLAIM = 10_000
MAX_URL = 4_000
MAX_NAME = 300
_MAX_TAG = 100
_MAX_NOTE = 100_000
_MAX_PASSAGE = 10_000
MAX_REQUEST = 10_000

# White space, control characters and surrogates never occur in an address.
_NO_ADDRESS = expression("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# A lone surrogate: JSON can spell one, an invalid UTF-8 byte arrives as one, and no file can hold it.
LONE_SURROGATE = expression("[\ud800-\udfff]")
# Characters that no desk can store: U+0000, too, which ends a string in SQLite.
UNSTORABLE = expression("[\0\ud800-\udfff]")
# "ftp://host/x", "javascript:alert(1)", "www.", "host.example/page": all of it in one piece.
_ADDRESS = expression(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\.|[\w-]+(?:\.[\w-]+)+/)\S*$")
_WITHOUT_SCHEME = expression(r"(?i)www\.[^\s/.]+\.\S+$")
_NOBODY = frozenset(
    "n/a,n.a,none,nobody,null,nan,nil,tbc,tbd,unknown,not known,unspecified,unbekannt,desconocido,desconhecido,inconnu,sconosciuto,onbekend,nieznany,غير معروف,مجهول,अज्ञात,不明,未知,不詳,不详".split(
        ","
    )
)
"""Placeholders for a missing name. "NA" may be an assembly."""
_DOI = expression(r"(?:doi: ?)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
"""The number of a scientific paper, as it is printed: "doi:10.5555/12345678"."""
# Control and format characters, spaces, line and paragraph separators, surrogates.
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp", "Cs")


def clean_line(text: str) -> str:
    """Return the text on one line, as a reader sees it: white space collapses to a space, NUL goes, a broken byte becomes U+FFFD.

    Accents are composed, and soft hyphens and zero-width spaces go, as in `legible`. Text of which nothing is visible (a zero-width space, a byte-order mark, broken bytes alone) becomes "".
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # the usual case: a look-up calls this for each quote of its candidates
    return " ".join(_clean_characters(text).split()) if _is_visible(text) else ""


def normalise_line_ends(text: str) -> str:
    """Normalise every system's line ends to line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_visible(text: str) -> bool:
    """Whether a reader would see anything of the text."""
    return any(unicodedata.category(one) not in _UNSEEN and one != "\ufffd" for one in text)


def _clean_characters(text: str) -> str:
    """Return the text without NUL and lone surrogates, as a reader sees it."""
    return LONE_SURROGATE.sub("\ufffd", legible(text.replace("\0", "")))


def clean_name(text: str, what: str = "name") -> str:
    """Clean the name or role of a person or organisation to one line, "" for none. Raises InvalidValue if it is far too long."""
    return _check_length(clean_line(text), MAX_NAME, what)


def clean_speaker(text: str) -> str:
    """Clean a speaker's name, "" for nobody, as for "-" or "n/a". Raises InvalidValue if it is far too long."""
    return "" if is_nobody(text) else clean_name(text)


def is_nobody(text: str) -> bool:
    """Whether the text names nobody: it is empty, without words ("-", "?"), or a placeholder of people or programs ("n/a", "Unknown")."""
    return not has_words(text) or clean_line(text).casefold().strip(" .?*-–—()[]") in _NOBODY


def clean_tag(text: str) -> str:
    """Clean a tag to one line, "" for none. Raises InvalidValue if it is far too long."""
    return _check_length(clean_line(text), _MAX_TAG, "tag")


def clean_note(text: str, what: str = "note", most: int = _MAX_NOTE) -> str:
    """Strip a text, keeping its lines, "" for none. Raises InvalidValue if it is far too long.

    `what` names the text in that error.
    """
    return _check_length(_clean_characters(text).strip() if _is_visible(text) else "", most, what)


def clean_passage(text: str) -> str:
    """Strip the relevant passage of a source, keeping its lines, "" for none. Raises InvalidValue if it is far too long."""
    return clean_note(normalise_line_ends(text), "quote", _MAX_PASSAGE)


def require_tag(text: str) -> str:
    """Clean a tag to one line. Raises InvalidValue if it is empty or far too long."""
    if not (name := clean_tag(text)):
        raise EmptyValue("the tag is empty: give it a name")
    return name


def require_note(text: str) -> str:
    """Strip a note. Raises InvalidValue if it is empty or far too long."""
    if not (body := clean_note(text)):
        raise EmptyValue("the note is empty: write some text")
    return body


def _check_length(text: str, most: int, what: str) -> str:
    """Return the text. Raises InvalidValue if it is longer than `most`."""
    if len(text) > most:
        raise InvalidValue(
            f"the {what} {text[:30]!r}... has {len(text):,} characters, and the limit is {most:,}: shorten it",
            text,
        )
    return text


def has_words(text: str) -> bool:
    """Whether a text contains more than punctuation: a letter, a digit, or a symbol such as an emoji."""
    return any(one.isalnum() or unicodedata.category(one) == "So" for one in text)


def clean_claim(text: str) -> str:
    """Clean the words of a claim to one line. Raises InvalidValue if there are none, or far too many."""
    text = clean_line(text)
    if not has_words(text):
        raise EmptyValue("the claim is empty: give its words")
    if len(text) > MAX_CLAIM:
        raise InvalidValue(
            f"the claim has {len(text):,} characters, and the limit is {MAX_CLAIM:,}: give one sentence"
            + terminal_only(", or read the whole text with ", "claimtrack ingest"),
            text,
        )
    return text


def _with_scheme(text: str) -> str:
    """Put https:// before an address that lacks it, as browsers do: "www.host.example/page", as people write it into a sheet."""
    text = text.strip()
    return f"https://{text}" if _WITHOUT_SCHEME.match(text) else text


def is_url(text: str) -> bool:
    """Whether the text is an http or https address with a valid host and port."""
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and parts.port != 0
        (parts.hostname or "").encode("idna")  # else "ö..example" would fail only when requested
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and has_host and not _NO_ADDRESS.search(text)


def has_login(url: str) -> bool:
    """Whether a valid address contains a user name or password, which the desk would keep for all to read."""
    return is_url(url) and "@" in urlsplit(url).netloc


def without_login(url: str) -> str:
    """Remove the user name and password from an address."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if has_login(url) else url


def clean_url(text: str) -> str:
    """Return the address. Raises InvalidValue unless it is an http or https one, without a user name or password."""
    text = _with_scheme(text)
    if not is_url(text):
        raise InvalidValue(f"not a web address: {text[:100]!r}. It must start with http:// or https://", text)
    if has_login(text):  # which the message does not show: a terminal's log is kept, too
        raise InvalidValue(
            f"the address of {urlsplit(text).hostname} contains a name or password, which everybody at the desk would see: remove everything "
            "before the @",
            text,
        )
    return _check_length(text, MAX_URL, "address")


def clean_place(text: str) -> str:
    """Clean the place of a statement: a web address, or words on one line. Raises InvalidValue for another kind of address.

    An address without http:// would be kept as words, and never be compared or followed.
    """
    text = _with_scheme(clean_line(text))
    if is_url(text):
        return clean_url(text)
    if _ADDRESS.match(text):
        raise InvalidValue(
            f"not a web address: {text[:100]!r}. Start it with http:// or https://, or say in words where it was said",
            text,
        )
    return _check_length(text, MAX_URL, "place")


def clean_source(text: str) -> str:
    """Clean the source of a piece of evidence: a web address, the DOI of a paper, or words on one line. Raises InvalidValue for another kind of address, or without a letter."""
    if paper := _DOI.fullmatch(text.strip()):
        return clean_url(f"https://doi.org/{paper['doi']}")
    text = _with_scheme(text)
    if is_url(text):
        return clean_url(text)
    words = clean_line(text)
    if _ADDRESS.match(words) or words.lower().startswith(("http://", "https://")):
        raise InvalidValue(
            f"not a web address: {text[:100]!r}. Start it with http:// or https:// and leave no spaces in it, or say in words what the source is",
            text,
        )
    if not any(map(str.isalpha, words)):
        raise InvalidValue(
            f"not a source: {words[:100]!r}. Give a web address that starts with http:// or https://, or say in words what the source is",
            text,
        )
    return _check_length(words, MAX_URL, "source")


def clean_date(text: str) -> str:
    """Return the day as an ISO date. Raises InvalidValue for anything but YYYY-MM-DD, and for a year before 1000, which is a typo."""
    text = text.strip()
    if re.fullmatch(r"0\d{3}-\d{2}-\d{2}", text):
        raise InvalidValue(
            f"the year {text[:4]} is too long ago: write all four digits, as in 2024-04-22", text
        )
    remedy = "Write it as YYYY-MM-DD, as in 2024-04-22"
    try:
        # fromisoformat also accepts 20240422 and 2024-W17-1: one form in, one form out.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InvalidValue(f"not a day of the calendar: {text}. {remedy}", text) from None
    raise InvalidValue(f"not a date: {text[:40]!r}. {remedy}", text)


def check_period(since: str | None, until: str | None) -> None:
    """Raise InvalidValue if the last day of a period is before the first; None sets no limit."""
    if since and until and until < since:
        raise InvalidValue(f"{until} is before {since}: give the earlier day first", until)
