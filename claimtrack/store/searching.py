"""Search: finds claims by the words of their text, claimant, tags, places, notes, links and reviews."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from enum import StrEnum
from heapq import nlargest
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.texts.folding import folded
from claimtrack.core.texts.legible import legible
from claimtrack.core.texts.printable import brief
from claimtrack.store import rows
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.views import claim_columns, claims_in_order


class SearchField(StrEnum):
    """Where a word was found; of two fields the earlier one counts."""

    CLAIM = "claim"
    CLAIMANT = "claimant"
    TAG = "tag"
    PLACE = "place"
    NOTE = "note"
    LINK = "link"
    REVIEW = "review"


_ALWAYS_SHOWN = list(SearchField).index(SearchField.CLAIMANT)
"""Index of the last field that every list shows with the claim."""


class _NameSource(NamedTuple):
    """SQL for names searched by substring: key and name of each; the claims of given keys; the names and former names of given claims."""

    names: str
    claims: str
    of_claims: str


_GIVEN_IDS = "(select value from json_each(:given))"
_PLACE = (
    "coalesce(articles.outlet, iif(articles.text is null and articles.url is null, articles.source, null))"
)
_FORMER = "(select group_concat(name, ', ') from former_names where kind = '{}' and current_name = {})"
_NAME_SOURCES = {
    SearchField.CLAIMANT: _NameSource(
        "select id, written from standing_claimants",
        "select id from claims where claimant_id in (select id from standing_claimants where standing_id in"
        f" (select standing_id from standing_claimants where id in {_GIVEN_IDS}))",
        "",  # each list shows the claimant anyway
    ),
    SearchField.TAG: _NameSource(
        "select id, name from tags union all"
        " select tags.id, former_names.name from former_names join tags on tags.name = current_name where kind = 'tag'",
        f"select claim_id from claim_tags where tag_id in {_GIVEN_IDS}",
        f"select claim_id, name, {_FORMER.format('tag', 'tags.name')} from claim_tags join tags on tags.id = tag_id"
        f" where claim_id in {_GIVEN_IDS} order by name",
    ),
    SearchField.PLACE: _NameSource(
        # Each outlet once, not once for each of its thousands of articles: its key is its name. That of another place is its article.
        "select distinct outlet, outlet from articles where outlet is not null union all"
        " select current_name, name from former_names where kind = 'outlet' union all"
        " select id, source from articles where outlet is null and text is null and url is null and source is not null",
        "select claim_id from appearances where article_id in (select value from json_each(:given) where type = 'integer' union all"
        " select id from articles where outlet in (select value from json_each(:given) where type = 'text'))",
        f"select distinct claim_id, {_PLACE} as place, {_FORMER.format('outlet', 'outlet')} from appearances join articles on articles.id = article_id"
        f" where claim_id in {_GIVEN_IDS} and place is not null order by place",
    ),
}
_TEXT_SOURCES = {
    SearchField.CLAIM: (
        "select rowid from claims_fts where claims_fts match ?",
        "select id, text as said from claims",
    ),
    SearchField.NOTE: (
        "select claim_id from notes where id in (select rowid from notes_fts where notes_fts match ?)",
        "select claim_id, body as said from notes",
    ),
}
"""Fields searched by full text: SQL for the claims that match, and for each claim with its text as `said`."""
_UNSPACED_SCRIPT = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
"""Letters of scripts without spaces, and Korean, whose particles are attached to words."""
_OTHER_SCRIPT = re.compile("[\u0590-\u1dff\u2c00-\ud7ff\uf900-\ufdff]")
"""Letters other than Latin, Greek and Cyrillic."""
_UNFOLDED_BY_FTS = re.compile("[ßẞıİøØłŁđĐħĦŧŦæÆœŒþÞ]")
"""Letters that we fold and FTS5 does not."""
_LINKS = "select claim_id, url from evidence where url is not null"
_SOURCES = "select claim_id, source from evidence where source is not null"
_REVIEWS = """
    select claim_id,
        trim(coalesce(headline, '') || ' ' || coalesce(summary, '') || ' ' || coalesce(correction_note, '')) as said
    from reviews where origin = 'desk'
"""
"""The text of our own reviews only: there may be a hundred thousand by others."""
_FEW = 1_000
"""Claims whose links and reviews are read one claim after the other, instead of those of the whole desk."""
_MAX_WORDS = 50
"""Words of a query for `search_any_word`."""
_MAX_EXCERPT = 160
"""Characters of a review that are shown, from a little before the word."""
_NOTES = f"""
    select notes.claim_id, snippet(notes_fts, 0, '', '', '…', 24)
    from notes cross join notes_fts on notes_fts.rowid = notes.id
    where notes.claim_id in {_GIVEN_IDS} and notes_fts match :match order by notes.id
"""


def search(db: Database, query: str, *, limit: int) -> list[dict[str, Any]]:
    """Return rows of claim_overview that match each word of the query, best first, with the other fields where words were `found_in`.

    The text of a claim and its notes are matched by stem, "words in double quotes" as a phrase; claimants, tags and places by
    substring, including former names, ignoring accents; our reviews and evidence in words by the beginnings of their words; links by a
    part of the address that has a dot or a slash. Claims with all words in their text come first, then those with words in the fields
    closest to it, newest first. `found_in` lists the tags, places, notes, links and reviews with some of the words, for claims
    whose text and claimant do not have them all.
    """
    words = _search_words(query)
    if not words:
        return []
    with translate_errors():
        best = _match_claim_text(db, _fts_query(words), limit)
        others = _match_fields(db, words, limit - len(best), without=best) if len(best) < limit else {}
        told = _list_found_in(db, [one for one, is_near in others.items() if not is_near], words)
        claims = claims_in_order(db, [*best, *others])
    return [{**row, "found_in": told.get(row["id"], [])} for row in claims]


def search_any_word(db: Database, query: str, *, limit: int) -> list[dict[str, Any]]:
    """Return rows of claim_overview with some of the words in their text, best first: for a half-remembered phrase."""
    words = _search_words(query)[:_MAX_WORDS]
    if len(words) < 2:
        return []
    with translate_errors():
        found = claims_in_order(db, _match_claim_text(db, _fts_query(words, " OR "), limit))
    return [{**row, "found_in": []} for row in found]


def search_columns(db: Database) -> list[str]:
    """Return the columns of the rows of `search`."""
    return [*claim_columns(db), "found_in"]


def _match_claim_text(db: Database, match: str, limit: int) -> list[int]:
    """Return the ids of claims whose text matches an FTS5 query, best first."""
    sql = "select rowid from claims_fts where claims_fts match ? order by rank, rowid limit ?"
    return rows.fetch_numbers(db, sql, [match, limit])


def _match_fields(db: Database, words: list[str], limit: int, without: Iterable[int]) -> dict[int, bool]:
    """Return the ids of claims that match each word in some field, best first, and whether text and claimant match all."""
    # Keyed by (farthest field, sum of distances): whole sets, because a word may occur in each of 100,000 claims.
    near: dict[tuple[int, int], set[int]] = {}
    among: set[int] | None = None
    for word in sorted(words, key=len, reverse=True):  # long words are rare, and leave few claims to look at
        left = near
        near = defaultdict(set)
        held = set[int]()
        for far, where in enumerate(SearchField):
            ids = _claims_with_word(db, where, word, among) - held
            held |= ids
            for (farthest, distance), some in [((0, 0), ids)] if among is None else left.items():
                near[max(farthest, far), distance + far] |= some & ids
        among = set().union(*near.values())
        if not among:
            return {}
    best: dict[int, bool] = {}
    for farthest, distance in sorted(near):
        found = near[farthest, distance].difference(without)
        best |= dict.fromkeys(nlargest(limit - len(best), found), farthest <= _ALWAYS_SHOWN)
    return best


def _claims_with_word(db: Database, where: SearchField, word: str, among: Set[int] | None) -> set[int]:
    """Return the ids of claims that have the word in this field; of links and reviews only those `among` these claims."""
    if where in _TEXT_SOURCES:
        by_words, texts = _TEXT_SOURCES[where]
        held = {row[0] for row in db.execute(by_words, [_fts_query([word])])}
        return held | _match_letters(db, texts, word, is_found=bool(held))
    if where in (SearchField.LINK, SearchField.REVIEW):
        return {claim_id for claim_id, _ in _match_links_or_reviews(db, where, [word], among)}
    letters = folded(word)
    keys = [key for key, name in db.execute(_NAME_SOURCES[where].names) if letters in folded(name)]
    if not keys:
        return set()
    return {row[0] for row in db.execute(_NAME_SOURCES[where].claims, {"given": json.dumps(keys)})}


def _match_letters(db: Database, texts: str, word: str, *, is_found: bool) -> set[int]:
    """Return the ids of claims whose text contains the word's letters where FTS5 finds no such word.

    To FTS5 a Chinese sentence is one word, and so is an Arabic noun with its article; it does not fold "ß" to "ss", or "ı" to "i".
    """
    if _UNSPACED_SCRIPT.search(word):
        return {row[0] for row in db.execute(f"{texts} where instr(cast(said as blob), ?)", [word])}
    letters = _strip_thousands_commas(folded(word))
    if letters.isdecimal():
        part, telling = re.compile(rf"(?<!\d){letters}(?!\d)"), _OTHER_SCRIPT
    elif _OTHER_SCRIPT.search(word):
        part, telling = re.compile(re.escape(letters)), _OTHER_SCRIPT
    elif is_found:
        return set()
    else:
        part, telling = re.compile(rf"\b{re.escape(letters)}"), _UNFOLDED_BY_FTS
    # Skips plain English, in which every character is one byte.
    others = db.execute(f"{texts} where length(cast(said as blob)) > length(said)")
    return {
        claim_id
        for claim_id, text in others
        if telling.search(text) and part.search(_strip_thousands_commas(folded(text)))
    }


def _strip_thousands_commas(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d)", "", text)


def _match_links_or_reviews(
    db: Database, where: SearchField, words: Iterable[str], among: Set[int] | None
) -> Iterator[tuple[int, str]]:
    """Yield the ids of claims (`among` these) with a link or a review that has one of the words, with the text to show."""
    only, given = "", {}
    if among is not None and len(among) <= _FEW:
        only, given = f" and claim_id in {_GIVEN_IDS}", {"given": json.dumps(list(among))}
    if where is SearchField.LINK:
        parts = [folded(word) for word in words if re.search(r"\w[./]|[./]\w", word)]
        for claim_id, url in db.execute(_LINKS + only, given) if parts else ():
            if (among is None or claim_id in among) and any(part in folded(url) for part in parts):
                yield claim_id, url
    letters = [folded(word) for word in words]
    begin = re.compile("|".join(rf"\b{re.escape(some)}" for some in letters))
    texts = f"{_SOURCES}{only}" if where is SearchField.LINK else f"{_REVIEWS}{only} order by id"
    for claim_id, said in db.execute(texts, given):
        if among is not None and claim_id not in among:
            continue
        text = folded(said)
        # Finding letters is many times faster than the expression, which tries each place of the text.
        if any(some in text for some in letters) and (found := begin.search(text)):
            start = max(0, found.start() - _MAX_EXCERPT // 2)
            yield claim_id, f"{'…' if start else ''}{brief(' '.join(said[start:].split()), _MAX_EXCERPT)}"


def _list_found_in(db: Database, claim_ids: list[int], words: list[str]) -> dict[int, list[dict[str, str]]]:
    """Return the tags, places, notes, links and reviews of each claim that have some of the words; of a note only an excerpt."""
    told: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    if not claim_ids:
        return told
    given = {"given": json.dumps(claim_ids)}
    letters = [folded(word) for word in words]
    for where in (SearchField.TAG, SearchField.PLACE):
        for claim_id, name, former in db.execute(_NAME_SOURCES[where].of_claims, given):
            now, were = folded(name), folded(former or "")
            if found := [some for some in letters if some in now or some in were]:
                told_so = all(some in now for some in found)
                text = name if told_so else f"{name} (formerly {former})"
                told[claim_id].append({"where": where, "text": text})
    for claim_id, around in db.execute(_NOTES, {**given, "match": _fts_query(words, " OR ")}):
        told[claim_id].append({"where": SearchField.NOTE, "text": " ".join(around.split())})
    for where in (SearchField.LINK, SearchField.REVIEW):
        for claim_id, text in _match_links_or_reviews(db, where, words, set(claim_ids)):
            told[claim_id].append({"where": where, "text": text})
    return told


def _search_words(query: str) -> list[str]:
    """Return the words and "quoted phrases" of a query, normalised like stored text, without lone punctuation."""
    parts = re.findall(r'"([^"]+)"|(\S+)', legible(query.replace("\0", " ")))
    words = [(phrase or word).replace('"', "") for phrase, word in parts]
    return [word for word in dict.fromkeys(words) if re.search(r"\w", word)]


def _fts_query(words: Iterable[str], between: str = " AND ") -> str:
    """Return words as an FTS5 query, quoted so that it is never a syntax error."""
    return between.join(map(_fts_phrase, words))


def _fts_phrase(word: str) -> str:
    """Return a word for FTS5; a number with and without thousands separators, which FTS5 splits into words."""
    # FTS5 does not see the "$" of "$4,500" either.
    digits = re.sub(r"^\W+|\W+$|(?<=\d)[,.](?=\d{3}\b)", "", word)
    if not re.fullmatch("[1-9][0-9]{3,14}", digits):
        return f'"{word}"'
    return f'("{digits}" OR "{int(digits):,}")'
