"""Joins two names of one person or body, and splits them again. Claims stay filed under their own names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk.namesakes import (
    NamedSpeaker,
    are_compatible_kinds,
    find_similar_names,
    have_same_words,
)
from claimtrack.core.errors import EmptyValue, InvalidValue, NotFound, Refused
from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.language.generic_speakers import is_generic_speaker
from claimtrack.core.model import ClaimantKind
from claimtrack.core.steps import SEE_SPEAKERS, Worded
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.printable import MOST_NAMED, claimtrack_command, shell_command
from claimtrack.store import claimants, history, matches, names
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.matching import matching

if TYPE_CHECKING:
    from claimtrack.store.names import Name


@dataclass(frozen=True, slots=True)
class Joined:
    """The result of joining names: the main name `standing`, the `joined` names with those they `brought`, and those joined `already`.

    `claims` counts the claims filed under the joined names, which now count as the main claimant's. `unlike` are joined names of another
    kind, such as a person where the claimant is a body: perhaps a mistake.
    """

    standing: str
    kind: str
    joined: tuple[Name, ...]
    brought: tuple[Name, ...]
    already: tuple[str, ...]
    unlike: tuple[Name, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Split:
    """A name that was split off from the claimant `was`, with the names that it `took` along."""

    name: str
    was: str
    took: tuple[str, ...]
    claims: int


def join(db: Database, name: str, others: Sequence[str], *, actor: str | None) -> Joined:
    """Make the others names of this claimant: all of them, or none.

    If `name` is another name of a claimant, that claimant is meant; names joined to one of the others come along. Raises NotFound for a
    name that is not on the desk, InvalidValue for the claimant's own name, Refused for a name joined to somebody else, and for the label
    of a voice ("SPEAKER 2"), which is another person in each transcript.
    """
    with write_transaction(db, actor):
        before = history.last_change_id(db)
        standing = _standing(db, _clean(name), others)
        _refuse_voices([name, *others], standing)
        given = {one.id: one for one in (names.get_by_name(db, _clean(other)) for other in others)}
        already = [one for one in given.values() if one.standing_id == standing.standing_id]
        for one in already:
            _refuse_itself(one, standing, name)
        new = [
            one
            for one in given.values()
            if one not in already and (one.stands or one.standing_id not in given)
        ]
        for one in new:
            _refuse_joined_elsewhere(one, standing)
        brought = [own for one in new for own in names.other_names(db, one.id)]
        for one in (*brought, *new):  # the joined names last: those they brought depend on them
            names.set_standing(db, one.id, standing.standing_id)
        claims = sum(names.count_claims(db, one.id) for one in (*brought, *new))
        kind = names.get_by_name(db, standing.standing).kind
        _renew_suggestions(db, before)
    unlike = (one for one in new if not are_compatible_kinds(ClaimantKind(one.kind), ClaimantKind(kind)))
    known = (one.written for one in already)
    return Joined(standing.standing, kind, tuple(new), tuple(brought), tuple(known), tuple(unlike), claims)


def rename(db: Database, name: str, new: str, *, actor: str | None) -> Joined:
    """Give a claimant a new main name; the former ones become its other names. `split` undoes it.

    Raises NotFound, Refused if the desk has the new name, or while a signed review waits to be published.
    """
    typed = _clean(new)
    with write_transaction(db, actor):
        old = names.get_by_name(db, _clean(name))
        _refuse_voices([typed], old)
        _refuse_existing_name(db, old, typed)
        claimants.add_copy(db, typed, old.standing_id)
        return join(db, typed, [old.standing], actor=actor)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name in its new spelling and its former one (`was`, None if unchanged), with the number of the claimant's claims."""

    name: str
    was: str | None
    claims: int


def spell(db: Database, name: str, *, actor: str | None) -> Spelt:
    """Change a name's capitals everywhere. Raises NotFound, and Refused while a signed review waits to be published."""
    typed = _clean(name)
    with write_transaction(db, actor):
        one = names.get_by_name(db, typed)
        if one.written != typed and not is_same_name_respelt(
            one.written, typed
        ):  # "the operator" for "operator"
            raise NotFound(f"there is no speaker {typed!r}, only {one.written!r}")
        was = claimants.respell(db, typed)
        # A renamed speaker's claims are still filed under the former name.
        claims_of_all = sum(names.count_claims(db, name.id) for name in [one, *names.other_names(db, one.id)])
        return Spelt(typed, was, claims_of_all)


def split(db: Database, other: str, *, actor: str | None) -> Split:
    """Split a name off from its claimant, with the names that it brought: everything is as before.

    Raises NotFound for a name that is not on the desk, Refused for one that is nobody's other name.
    """
    with write_transaction(db, actor):
        before = history.last_change_id(db)
        name = names.get_by_name(db, _clean(other))
        if name.stands:
            raise Refused(_describe_main_name(name, names.other_names(db, name.id)))
        took = names.names_joined_with(db, name)
        names.set_standing(db, name.id, None)
        for one in took:
            names.set_standing(db, one.id, name.id)
        claims = sum(names.count_claims(db, one.id) for one in (name, *took))
        _renew_suggestions(db, before)
    return Split(name.written, name.standing, tuple(one.written for one in took), claims)


def _renew_suggestions(db: Database, before: int) -> None:
    """Renew the suggestions of claims that lost one, because two speakers became one, or one became two.

    `duplicates` would find likely repeats and conflicts again, but no related claims.
    """
    for claim_id in matches.lost_suggestions_since(db, before):
        matching.renew_suggestions(db, claim_id)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two names that may be the same speaker's, the fuller one first, with their numbers of claims and the reason."""

    name: str
    other_name: str
    claims: int
    other_claims: int
    reasons: tuple[str, ...]


def propose(db: Database, query: str = "") -> list[Proposed]:
    """The pairs of names that may be the same speaker's, surest reasons first; with a query, pairs in which a name has its words."""
    overview = {row["id"]: row for row in names.list_overview(db)}
    # Somebody may have joined one between the two queries.
    known = [_named(one) for one in names.list_all(db) if one.standing_id in overview]
    return [
        _make_proposal(overview, [known[pair.one], known[pair.other]], pair.why)
        for pair in find_similar_names(known)
        if any(names.contains_words(query, known[at].name) for at in (pair.one, pair.other))
    ]


def same_but_for_title(db: Database, name: str) -> tuple[str, ...]:
    """A few main names of other speakers with a name that differs from this one of the desk only in a title and the like. Raises NotFound."""
    one = names.get_by_name(db, name)
    alike = (
        other.standing
        for other in names.with_last_word(db, one.written)
        if other.standing_id != one.standing_id and have_same_words(_named(one), _named(other))
    )
    return tuple(dict.fromkeys(alike))[:MOST_NAMED]


def _named(one: Name) -> NamedSpeaker:
    return NamedSpeaker(one.written, ClaimantKind(one.kind), one.standing_id)


def _make_proposal(overview: Mapping[int, Mapping[str, Any]], pair: list[NamedSpeaker], why: str) -> Proposed:
    rows = [overview[one.speaker] for one in pair]
    if [one.name for one in pair] != [row["name"] for row in rows]:  # told by another name of either
        why = f"{why}: {' / '.join(one.name for one in pair)}"
    rows.sort(key=lambda row: (len(row["name"].split()), row["claims"]), reverse=True)
    return Proposed(rows[0]["name"], rows[1]["name"], rows[0]["claims"], rows[1]["claims"], (why,))


def _clean(name: str) -> str:
    cleaned = clean_line(name)
    if not cleaned:
        raise EmptyValue("the name is empty: " + SEE_SPEAKERS)
    return cleaned


def _standing(db: Database, name: str, others: Sequence[str]) -> Name:
    """The main name for the others. Raises NotFound, which explains `rename` if the name is new."""
    try:
        return names.get_by_name(db, name)
    except NotFound as error:
        if len(others) != 1 or claimants.find(db, _clean(others[0])) is None:
            raise
        raise NotFound(
            error.words + f". To give {others[0]!r} this name: {command('rename', others[0], name)}"
        ) from None


def _refuse_existing_name(db: Database, old: Name, new: str) -> None:
    """Raise Refused, with the remedy, if the desk already has the new name."""
    if claimants.find(db, new) is None:
        return
    known = names.get_by_name(db, new)
    if known.standing_id != old.standing_id:
        remedy = f"if they are the same: {command('join', known.standing, old.standing)}"
    elif new == known.written and old.id == known.id and known.stands:
        raise Refused(f"the speaker is already called {new!r}: nothing to rename")
    elif not known.stands:
        remedy = f"it is another name of {known.standing!r}. To make it a separate speaker: {command('split', known.written)}"
    else:
        remedy = f"to spell it {new!r}: {command('spell', new)}"
    raise Refused(f"there is already a speaker {known.written!r}: {remedy}")


def _refuse_voices(given: Iterable[str], standing: Name) -> None:
    voice = next((clean_line(one) for one in given if is_generic_speaker(clean_line(one))), None)
    if voice:
        whose = standing.written if standing.written.casefold() != voice.casefold() else "NAME"
        raise Refused(
            f"{voice!r} is a label for an unnamed voice, which is someone else in each transcript, so it cannot be anyone's "
            "name. Name the claimant of each claim "
            + Worded(
                f"with `{shell_command('claimtrack', 'edit', 'ID', '--claimant', whose)}`, with e in `claimtrack triage`, or in the transcript before you ingest it",
                "on its page",
            )
        )


def _refuse_itself(one: Name, standing: Name, typed: str) -> None:
    if one.id == standing.id:
        spelt = is_same_name_respelt(one.written, typed := clean_line(typed))
        how = (
            f"to spell it {typed!r}: {command('spell', typed)}"
            if spelt
            else "give another name of the speaker"
        )
        raise InvalidValue(f"{one.written!r} is one name, whatever its capitals: {how}")
    if one.stands:  # and `standing` is a name of it
        raise Refused(
            f"{standing.written!r} is already another name of {one.written!r}. To make it the main name: {command('split', standing.written)}, then {command('join', standing.written, one.written)}"
        )


def _refuse_joined_elsewhere(one: Name, standing: Name) -> None:
    if not one.stands:
        raise Refused(
            f"{one.written!r} is already another name of {one.standing!r}, not of {standing.standing!r}. If all are the same"
            + Worded(f": {command('join', standing.standing, one.standing)}", f", add {one.standing!r}")
            + "; if that was wrong, first"
            + Worded(f": {command('split', one.written)}", " remove it there")
        )


def _describe_main_name(name: Name, others: Iterable[Name]) -> str:
    own = [one.written for one in others]
    if not own:
        return f"{name.written!r} is not joined to another name, so there is nothing to split"
    first = command("split", own[0])
    return f"{name.written!r} is the main name of {', '.join(map(repr, own))}: split those off instead, as in {first}"


def command(verb: str, *names: str) -> str:
    """A command of `claimtrack speaker`, quoted for the shell."""
    return claimtrack_command(f"speaker {verb}", *names)
