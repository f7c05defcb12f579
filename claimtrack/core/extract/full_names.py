"""Which person does a tag mean that is only a surname, a first name or a title with a surname?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.surnames import is_surname
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.titles import FORMS_OF_ADDRESS

_INITIALS = expression(r"(?: (?:[A-Z]\.){1,3})+(?= )")


def expand_names(tags: list[tuple[str, ...]], people: Iterable[str], text: str) -> list[tuple[str, ...]]:
    """Return the tags of all rows of a text, each surname or first name expanded to the only full name with it; `people` are its speakers.

    A title with a surname is expanded, too, if the text gives the full name that title: "President Biden", "President Joe Biden". A full
    name loses its initials if the text also has it without.
    """
    full: dict[str, set[str]] = {}
    for name in {name for row in tags for name in row}.union(people):
        if " " in name:
            full.setdefault(name.rpartition(" ")[2], set()).add(name)
    sole: dict[str, str] = {}
    for namesakes in full.values():
        shortened = dict(_find_shorter(namesakes))
        namesakes.difference_update(shortened)
        titled = dict(_find_titled(namesakes, text))
        namesakes.difference_update(titled)
        sole |= shortened | titled
    persons = {sole.get(name, name) for name in people}
    alone = {name for row in tags for name in row if " " not in name}
    sole |= {
        surname: name
        for surname in alone & full.keys()
        for name in full[surname]
        if len(full[surname]) == 1 and (name in persons or is_surname(text, surname, max(0, text.find(name))))
    }
    sole |= dict(_find_first_names(alone - sole.keys(), full.values(), persons, text))
    return [
        row if sole.keys().isdisjoint(row) else tuple(dict.fromkeys(sole.get(name, name) for name in row))
        for row in tags
    ]


def _find_shorter(namesakes: Set[str]) -> Iterator[tuple[str, str]]:
    """Map "Ann B. Lee" to "Ann Lee", unless there is an "Ann C. Lee", too."""
    by_shorter: dict[str, list[str]] = {}
    for name in namesakes:
        if "." in name and (shorter := _INITIALS.sub("", name)) != name:
            by_shorter.setdefault(shorter, []).append(name)
    for shorter, names in by_shorter.items():
        if shorter in namesakes and len(names) == 1:
            yield names[0], shorter


def _find_titled(namesakes: Set[str], text: str) -> Iterator[tuple[str, str]]:
    """Map each title with a surname to the only full name that has that title elsewhere."""
    for mention in namesakes if len(namesakes) > 1 else ():
        title, _, surname = mention.partition(" ")
        if " " in surname or title.removesuffix(".").lower() not in FORMS_OF_ADDRESS:
            continue
        full_names = [name for name in namesakes if name != mention and f"{title} {name}" in text]
        if len(full_names) == 1:
            yield mention, full_names[0]


def _find_first_names(
    alone: Set[str], full: Iterable[Set[str]], people: Set[str], text: str
) -> Iterator[tuple[str, str]]:
    """Map each first name to the only full name that begins with it; not where it is a place, as in "in Charlotte"."""
    found: dict[str, list[str]] = {}
    for name in (name for namesakes in full for name in namesakes):
        first = name.partition(" ")[0]
        if first not in alone or not is_given_name(first.lower()):
            continue
        if name in people or _INITIALS.sub("", name).count(" ") == 1:
            found.setdefault(first, []).append(name)
    for first, names in found.items():
        if len(names) == 1 and not re.search(rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside) {re.escape(first)}\b", text):
            yield first, names[0]
