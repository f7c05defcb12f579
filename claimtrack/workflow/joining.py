"""Two names are one person or body: a person says so, and may take it back. Nothing that was filed is moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.namesakes import Named, alike, may_be_one
from claimtrack.core.errors import EmptyValue, InvalidValue, NotFound, Refused
from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.language.generic_speakers import is_generic_speaker
from claimtrack.core.model import ClaimantKind
from claimtrack.core.steps import SEE_SPEAKERS, Worded
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.printable import claimtrack_command, shell_command
from claimtrack.store import claimants, matches, names, rewinding
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.matching import matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from claimtrack.store.names import Name


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of names: the claimant `standing`, the `joined` with those they `brought`, and who was one of its names `already`.

    `claims` is how many claims are filed under the names that were joined, and count as that claimant's now. `unlike` are the
    joined that are of another sort, such as a person where the claimant is a body: a slip, perhaps.
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
    """A name that stands for itself again, no longer for the claimant `was`, with the names that it `took` along."""

    name: str
    was: str
    took: tuple[str, ...]
    claims: int


def join(db: Database, name: str, others: Sequence[str], *, actor: str | None) -> Joined:
    """Make the others names of this claimant from now on: all of them, or none.

    A name that is another one's own leads to that one; names that one of the others stood for come along. Raises NotFound
    for a name that is not on the desk, InvalidValue for a claimant's own name, Refused for one that is somebody else's, and for the
    label of a voice ("SPEAKER 2"), which is another person in each transcript.
    """
    with write_transaction(db, actor):
        before = rewinding.last_change(db)
        standing = _standing(db, _clean(name), others)
        _refuse_voices([name, *others], standing)
        told = {one.id: one for one in (names.named(db, _clean(other)) for other in others)}
        already = [one for one in told.values() if one.standing_id == standing.standing_id]
        for one in already:
            _refuse_itself(one, standing, name)
        new = [
            one for one in told.values() if one not in already and (one.stands or one.standing_id not in told)
        ]
        for one in new:
            _refuse_anothers(one, standing)
        brought = [own for one in new for own in names.others(db, one.id)]
        for one in (*brought, *new):  # the last to go is the one that they hung on
            names.set_standing(db, one.id, standing.standing_id)
        claims = sum(names.under(db, one.id) for one in (*brought, *new))
        kind = names.named(db, standing.standing).kind
        _look_again(db, before)
    unlike = (one for one in new if not may_be_one(ClaimantKind(one.kind), ClaimantKind(kind)))
    known = (one.written for one in already)
    return Joined(standing.standing, kind, tuple(new), tuple(brought), tuple(known), tuple(unlike), claims)


def rename(db: Database, name: str, new: str, *, actor: str | None) -> Joined:
    """Call a claimant by a name that the desk has not had, from now on; those it had are its other names, and `split` takes it back.

    Raises NotFound, Refused where the desk has the new name, or while a verdict waits to go out.
    """
    typed = _clean(new)
    with write_transaction(db, actor):
        old = names.named(db, _clean(name))
        _refuse_voices([typed], old)
        _refuse_known(db, old, typed)
        claimants.add_like(db, typed, old.standing_id)
        return join(db, typed, [old.standing], actor=actor)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name as it is spelt now, and as it `was` until then (None: as it is), with the claims of whoever it stands for."""

    name: str
    was: str | None
    claims: int


def spell(db: Database, name: str, *, actor: str | None) -> Spelt:
    """Spell a name of the desk with these capitals, wherever it stands. Raises NotFound, and Refused while a verdict waits to go out."""
    typed = _clean(name)
    with write_transaction(db, actor):
        one = names.named(db, typed)
        if one.written != typed and not is_same_name_respelt(
            one.written, typed
        ):  # "the operator" for "operator"
            raise NotFound(f"there is no speaker {typed!r}, only {one.written!r}")
        was = claimants.respell(db, typed)
        # A renamed speaker's claims are filed under the name that went before.
        claims_of_all = sum(names.under(db, name.id) for name in [one, *names.others(db, one.id)])
        return Spelt(typed, was, claims_of_all)


def split(db: Database, other: str, *, actor: str | None) -> Split:
    """Let a name stand for itself again, and for those that it stood for before: everything is as it was.

    Raises NotFound for a name that is not on the desk, Refused for one that is nobody's other name.
    """
    with write_transaction(db, actor):
        before = rewinding.last_change(db)
        name = names.named(db, _clean(other))
        if name.stands:
            raise Refused(_describe_main_name(name, names.others(db, name.id)))
        took = names.came_with(db, name)
        names.set_standing(db, name.id, None)
        for one in took:
            names.set_standing(db, one.id, name.id)
        claims = sum(names.under(db, one.id) for one in (name, *took))
        _look_again(db, before)
    return Split(name.written, name.standing, tuple(one.written for one in took), claims)


def _look_again(db: Database, before: int) -> None:
    """Keep what the claims resemble of which a suggestion fell away: two speakers are one now, or one is two.

    `duplicates` finds likely repeats and conflicts, and none of what is related.
    """
    for claim_id in matches.lost_since(db, before):
        matching.renew_suggestions(db, claim_id)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two names that may be one speaker's, the fuller one first, how many claims each has, and why."""

    name: str
    other: str
    claims: int
    other_claims: int
    why: str


def propose(db: Database, query: str = "") -> list[Proposed]:
    """The names that may be one speaker's, the surest reasons first; of a query, pairs in which a name holds its words."""
    overview = {row["id"]: row for row in names.listed(db)}
    known = [
        Named(one.written, ClaimantKind(one.kind), one.standing_id)
        for one in names.every(db)
        if one.standing_id in overview  # another may have joined it between the two queries
    ]
    return [
        _proposed(overview, [known[pair.one], known[pair.other]], pair.why)
        for pair in alike(known)
        if any(names.holds(query, known[at].name) for at in (pair.one, pair.other))
    ]


def _proposed(overview: Mapping[int, Mapping[str, Any]], pair: list[Named], why: str) -> Proposed:
    rows = [overview[one.speaker] for one in pair]
    if [one.name for one in pair] != [row["name"] for row in rows]:  # told by another name of either
        why = f"{why}: {' / '.join(one.name for one in pair)}"
    rows.sort(key=lambda row: (len(row["name"].split()), row["claims"]), reverse=True)
    return Proposed(rows[0]["name"], rows[1]["name"], rows[0]["claims"], rows[1]["claims"], why)


def _clean(name: str) -> str:
    cleaned = clean_line(name)
    if not cleaned:
        raise EmptyValue("the name is empty: " + SEE_SPEAKERS)
    return cleaned


def _standing(db: Database, name: str, others: Sequence[str]) -> Name:
    """The name that is to stand for the others. Raises NotFound, with how one of them gets a name that is new."""
    try:
        return names.named(db, name)
    except NotFound as error:
        if len(others) != 1 or claimants.find(db, _clean(others[0])) is None:
            raise
        raise NotFound(
            error.words + f". To give {others[0]!r} this name: {command('rename', others[0], name)}"
        ) from None


def _refuse_known(db: Database, old: Name, new: str) -> None:
    """Raise Refused where the desk has the name that is to be new, with what is to be done then."""
    if claimants.find(db, new) is None:
        return
    known = names.named(db, new)
    if known.standing_id != old.standing_id:
        remedy = f"if they are the same: {command('join', known.standing, old.standing)}"
    elif new == known.written and old.id == known.id and known.stands:
        raise Refused(f"the speaker is already called {new!r}: nothing to rename")
    elif not known.stands:
        remedy = f"it is another name of {known.standing!r}. To make it a separate speaker: {command('split', known.written)}"
    else:
        remedy = f"to spell it {new!r}: {command('spell', new)}"
    raise Refused(f"there is already a speaker {known.written!r}: {remedy}")


def _refuse_voices(told: Iterable[str], standing: Name) -> None:
    voice = next((clean_line(one) for one in told if is_generic_speaker(clean_line(one))), None)
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


def _refuse_anothers(one: Name, standing: Name) -> None:
    if not one.stands:
        raise Refused(
            f"{one.written!r} is already another name of {one.standing!r}, not of {standing.standing!r}. If all are the same: {command('join', standing.standing, one.standing)}; if that was wrong, first: {command('split', one.written)}"
        )


def _describe_main_name(name: Name, others: Iterable[Name]) -> str:
    own = [one.written for one in others]
    if not own:
        return f"{name.written!r} is not joined to another name, so there is nothing to split"
    first = command("split", own[0])
    return f"{name.written!r} is the main name of {', '.join(map(repr, own))}: split those off instead, as in {first}"


def command(verb: str, *names: str) -> str:
    """The command of `claimtrack speaker` as it is typed."""
    return claimtrack_command(f"speaker {verb}", *names)
