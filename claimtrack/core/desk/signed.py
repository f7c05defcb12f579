"""What has changed on the desk since two people signed a verdict, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.core.language.capitals import is_same_name_respelt

Contents = Mapping[str, Any]
"""The content of a verdict besides its own row, as in the table signed_verdicts, and `text`, `claimant` and `claimed_on` of the claim."""

_FACT_PHRASES = {
    "text": "the wording of the claim",
    "claimant": "the claimant's name",
    "claimed_on": "the date of the claim",
    "claimant_kind": "the kind of claimant",
    "claimant_role": "the claimant's role",
    "claimant_url": "the claimant's web address",
    "definition": "the definition of the rating",
}
# These may be filled in later if they were unknown; readers then get them.
_FILLABLE_LATER = frozenset(("archived_url", "seen_on", "outlet", "title", "url"))


def describe_changes(signed: Contents, current: Contents) -> list[str]:
    """Return what has changed on the desk since, a phrase each, such as "1 more source"; empty if readers miss nothing.

    Not a change: an appearance found since, a field filled in or a saved copy, since readers get these; and a respelt name, since a
    published verdict keeps the name it was signed with.
    """
    facts = [phrase for name, phrase in _FACT_PHRASES.items() if signed.get(name) != current.get(name)]
    links = _count_changes("source", _evidence_by_source(signed), _evidence_by_source(current))
    seen = _count_changes("appearance", signed["appearances"], current["appearances"], may_grow=True)
    return [*facts, *links, *seen]


def _evidence_by_source(contents: Contents) -> dict[str, Contents]:
    """Return the evidence by its address or words, so that evidence removed and attached again counts as the same."""
    return {link.get("url") or link["source"]: {**link, "id": None} for link in contents["evidence"]}


def _count_changes(
    noun: str, signed: Mapping[str, Contents], current: Mapping[str, Contents], *, may_grow: bool = False
) -> Iterator[str]:
    counts = {
        "more": 0 if may_grow else len(current.keys() - signed.keys()),
        "removed": len(signed.keys() - current.keys()),
        "changed": sum(_is_changed(signed[key], current[key]) for key in signed.keys() & current.keys()),
    }
    yield from (f"{count} {word} {noun}{'s' if count > 1 else ''}" for word, count in counts.items() if count)


def _is_changed(signed: Contents, current: Contents) -> bool:
    return any(
        _is_field_changed(name, value, current[name])
        for name, value in signed.items()
        if name != "counts"  # whether it counts as an occasion, which is not part of its content
    )


def _is_field_changed(name: str, was: Any, now_is: Any) -> bool:
    if was is None and name in _FILLABLE_LATER:
        return False
    return bool(was != now_is) and not (name == "speaker" and is_same_name_respelt(was, now_is))
