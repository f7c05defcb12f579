"""Writes verdicts as Markdown, for an article or a newsletter, from the rows of the public copy: nothing else can be in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.directions import close_directions
from claimtrack.export.site import shorten
from claimtrack.export.words import change_label

if TYPE_CHECKING:
    from claimtrack.export.words import Words

    Row = Mapping[str, Any]

BETWEEN = "\n---\n\n"
"""What stands between two verdicts in one file: a line across the page."""

_MARKUP = re.compile(r"[\\`*_{}\[\]~|]")
_LINE_START = re.compile(r"^(?:([#+=:-])|(\d+)([.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NOT_IN_ADDRESS = re.compile(r"""[<>()\\"'`{}|]""")


def verdict(review: dict[str, Any], words: Words, links: Sequence[tuple[str, str]] = ()) -> str:
    """A verdict of ours, from `site.reviews_for_readers`, as Markdown. `links` are titles and addresses of pages of the newsroom, which end it.

    One that is not published has neither a date nor an address. What people wrote is escaped: no claim becomes a link, a heading or HTML.
    """
    say, speaker = words.phrases, review["claimant"]
    shown, more = shorten(review)
    places = [_place(one, speaker, words) for one in shown["appearances"]]
    if more:
        places.append(_inline(say["more_times"].format(count=more)))
    blocks = [
        f"## {_inline(review['headline'])}" if review["headline"] else "",
        _text(review["claim"], "> "),
        _speaker(review, words),
        f"**{_inline(say['verdict'] + say['colon'] + review['rating'])}**",
        _text(review["definition"] or ""),
        _text(review["summary"] or ""),
        _correction(review, say),
        *_list(say["evidence"], [_source(one, words) for one in shown["evidence"]]),
        *_list(say["where_said"], places),
        _foot(review, words, links),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _speaker(review: Row, words: Words) -> str:
    named = words.phrases["comma"].join(filter(None, (review["claimant"], review["claimant_role"])))
    day = review["claimed_on"] and f"({words.day(review['claimed_on'])})"
    return _inline(" ".join(filter(None, (named, day))))


def _correction(review: Row, say: Mapping[str, str]) -> str:
    if not review["correction_note"]:
        return ""
    return f"**{_inline(change_label(review, say))}** {_text(review['correction_note'])}"


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    if lines := "\n".join(f"- {item}" for item in items):
        yield f"**{_inline(heading)}**"
        yield lines


def _source(source: Row, words: Words) -> str:
    say = words.phrases
    named = (
        [_link(source["title"] or source["url"], source["url"])]
        if source["url"]
        else [_inline(one) for one in (source["source"], source["title"]) if one]
    )
    stance = say.get(f"stance_{source['stance']}", source["stance"])
    told = [stance, say["primary_source"]] if source["is_primary"] else [stance]
    text = f"{say['comma'].join(named)} ({_inline(say['comma'].join(told))})"
    if source["retracted_on"]:
        text += f" ({_inline(say['evidence_retracted'] + say['comma'] + words.day(source['retracted_on']))})"
    if source["archived_url"]:
        text += f" · {_link(say['archived_copy'], source['archived_url'])}"
    return text + _quotation(source["quote"])


def _place(place: Row, claimant: str | None, words: Words) -> str:
    say, speaker = words.phrases, place["speaker"] or ""
    day = f"{_inline(words.day(place['seen_on']))}{say['colon']}" if place["seen_on"] else ""
    named = place["title"] or place["outlet"]
    text = day + _link(named or place["url"] or say["no_address"], place["url"])
    if speaker.lower() not in ("", (claimant or "").lower(), (named or "").lower()):
        text += f"{say['comma']}{_inline(speaker)}"
    if place["withdrawn_on"]:
        text += f" ({_inline(say['article_withdrawn'] + say['comma'] + words.day(place['withdrawn_on']))})"
    if place["archived_url"]:
        text += f" · {_link(say['archived_copy'], place['archived_url'])}"
    return text + _quotation(place["quote"])


def _quotation(quote: str | None) -> str:
    """A quotation below the item of a list that it belongs to."""
    return f"\n{_text(quote, '  > ')}" if quote else ""


def _foot(review: Row, words: Words, links: Sequence[tuple[str, str]]) -> str:
    """Whose verdict it is, of which date, since when it is corrected or updated, and where readers find it: all but the first once it is published."""
    say, day = words.phrases, review["reviewed_on"]
    first = review["first_reviewed_on"] or day
    whose = _inline(say["comma"].join([review["publisher"], *([words.day(first)] if day else [])]))
    if day and review["correction_note"]:
        action = say["action_updated" if review["is_update"] else "action_corrected"]
        whose += f" · {_inline(action + say['colon'] + words.day(day))}"
    pages = [_link(review["url"], review["url"])] if not is_private_address(review["url"]) else []
    return " · ".join([whose, *pages, *(_link(title, url) for title, url in links)])


def _text(text: str, margin: str = "") -> str:
    """A text with its lines and paragraphs, each line after a margin."""
    lines = [_inline(line) for line in text.strip().splitlines()]
    for number, after in enumerate(lines[1:]):
        if lines[number] and after:
            lines[number] += "  "  # which keeps the line break in every kind of Markdown
    return "\n".join(f"{margin}{line}" if line else margin.rstrip() for line in lines)


def _inline(text: str) -> str:
    """A text on one line, in which nothing is markup, HTML, or the start of a list or a heading.

    Angle brackets are written as entities, because not every kind of Markdown takes a backslash before them.
    """
    line = close_directions(" ".join(text.splitlines()).strip())
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_START.sub(_escape_start, _MARKUP.sub(r"\\\g<0>", line))


def _escape_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _link(text: str, url: str | None) -> str:
    """A link; its text alone if the address is none that a browser may follow."""
    if not (url and is_url(url)):
        return _inline(text)
    address = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url)
    return f"[{_inline(text)}]({_ENTITY.sub('&amp;', address)})"
