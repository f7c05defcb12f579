"""What two people signed beside what the desk says now: in words, what is another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from claimtrack.core.language.capitals import is_same_name_respelt

if TYPE_CHECKING:
    from collections.abc import Iterator

Contents = Mapping[str, Any]
"""What a verdict says beside its own row, as the table signed_verdicts has it, and of the claim `text`, `claimant`, `claimed_on`."""

_FACT_PHRASES = {
    "text": "the wording of the claim",
    "claimant": "the claimant's name",
    "claimed_on": "the date of the claim",
    "claimant_kind": "the kind of claimant",
    "claimant_role": "the claimant's role",
    "claimant_url": "the claimant's web address",
    "definition": "the definition of the rating",
}
# What nobody knew of these may be told later, and readers get it.
_FILLABLE_LATER = frozenset(("archived_url", "seen_on", "outlet", "title", "url"))


def describe_changes(signed: Contents, current: Contents) -> list[str]:
    """What the desk has another way now, a phrase each: "1 more source"; none where readers miss nothing.

    An appearance that was found since is none: readers get it. Nor is what was filled in of one, or the saved copy of a page. Nor is
    a name in other letters: a verdict that is out keeps the name that it was signed with.
    """
    facts = [phrase for name, phrase in _FACT_PHRASES.items() if signed.get(name) != current.get(name)]
    links = _count_changes("source", _evidence_by_source(signed), _evidence_by_source(current))
    seen = _count_changes("appearance", signed["appearances"], current["appearances"], may_grow=True)
    return [*facts, *links, *seen]


def _evidence_by_source(contents: Contents) -> dict[str, Contents]:
    """The evidence by its address or its words: what was taken off and attached again is the same."""
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
        if name != "counts"  # as an occasion: its words are the same
    )


def _is_field_changed(name: str, was: Any, now_is: Any) -> bool:
    if was is None and name in _FILLABLE_LATER:
        return False
    return bool(was != now_is) and not (name == "speaker" and is_same_name_respelt(was, now_is))
