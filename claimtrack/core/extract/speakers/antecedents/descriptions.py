"""What a description refers back to: "the official", "the midfielder", "the company"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.antecedents.nearby import (
    body_before,
    is_near,
    only_here,
    says_as_much,
    shared_words,
)
from claimtrack.core.extract.speakers.naming.epithets import tells_calling, tells_career
from claimtrack.core.extract.speakers.naming.known import is_place
from claimtrack.core.extract.speakers.naming.offices import holder
from claimtrack.core.extract.speakers.speaker import Speaker, body_called, somebody_called
from claimtrack.core.extract.speakers.topics.bodies import (
    STANDS_FOR,
    TRADERS,
    TRADES,
    is_last_named,
    may_be_called,
)
from claimtrack.core.extract.speakers.topics.lone_names import may_be_body
from claimtrack.core.extract.words import nouns
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.naming.names import Naming
    from claimtrack.core.extract.speakers.speakers import Cast


def earlier(cast: Cast, named: Naming) -> Speaker | None:
    """The fuller description, or the person of that role, that "the official" refers back to."""
    if named.head in cast.roles:
        names = cast.roles[named.head]
        in_sight = [one.name for one in reversed(cast.people) if one.name in names]
        likely = [*only_here(cast.text, names, cast.at), *in_sight, *names]
        if full := holder(cast.text, likely, named.head, named.name):
            return somebody_called(full)
    same = [s for s in cast.described if s.head == named.head and says_as_much(s.name, named.name)]
    if same and " " not in named.name:
        return same[-1]
    if same:
        return max(same, key=lambda s: (shared_words(s.name, named.name), len(s.name)))
    noun, person = named.name.lower(), cast.person
    if noun not in STANDS_FOR:
        if noun in nouns.BODIES and (kind := body_before(cast.text, cast.at, named.head, None)):
            return body_called(kind)
        if noun in TRADES and (firm := _firm_in_sight(cast)):
            return firm
        is_meant = person and tells_career(named.name, cast.text, cast.at)
        is_meant = is_meant or (
            tells_calling(named.name, cast.text, cast.at) and person == _without_role(cast)
        )
        return person if person and is_meant and not holds_another(cast, person, named) else None
    meant = cast.meant.get(named.head)
    if found := _body_called(cast, named.head, meant):
        cast.meant[named.head] = found
    return found


def holds_another(cast: Cast, person: Speaker, named: Naming) -> bool:
    """Whether the article tells another office of a person than the one named."""
    holds = person.name in cast.roles.get(named.head, ())
    return holds and holder(cast.text, [person.name], named.head, named.name) is None


def _body_called(cast: Cast, noun: str, meant: Speaker | None) -> Speaker | None:
    """The body that "the company" means here; `meant` is what the same noun meant before."""
    rival = meant or cast.body
    near = body_before(cast.text, cast.at, noun, rival.name if rival else None)
    if near is not None:
        return body_called(near)
    if meant and is_near(cast.text, cast.at, meant.name):
        return meant
    if cast.thing and noun in TRADERS and not is_place(cast.thing.name) and may_be_body(cast, cast.thing):
        is_firm = noun == "charity" and cast.thing in cast.meant.values()
        return None if is_firm or not may_be_called(cast.thing.name, noun) else cast.thing
    body = _named_before(cast) if cast.body and cast.body.name in STANDS_FOR else cast.body
    is_body = body is not None and body.kind is ClaimantKind.ORGANISATION
    return body if body and is_body and may_be_called(body.name, noun) else None


def _named_before(cast: Cast) -> Speaker | None:
    """The last body that has a name: a "ministry" that means none of those in sight hides nobody."""
    named = (one for one in reversed(cast.described) if one.kind is ClaimantKind.ORGANISATION)
    return next((one for one in named if not one.name.islower()), None)


def _firm_in_sight(cast: Cast) -> Speaker | None:
    """The company that a noun for its trade may mean: "the retailer" is the one that was named last."""
    firm = cast.body
    if firm is None or firm.kind is not ClaimantKind.ORGANISATION or firm.name.islower():
        return None
    is_firm = may_be_called(firm.name, "company") and not is_place(firm.name)
    return firm if is_firm and is_last_named(cast.text, cast.at, firm.name) else None


def _without_role(cast: Cast) -> Speaker | None:
    """The only person named so far of whom the article tells no role, where there is one."""
    told = {name for names in cast.roles.values() for name in names}
    named = {name for name in cast.full_names.values() if 0 <= cast.text.find(name) < cast.at}
    free = named - told
    return somebody_called(*free) if len(free) == 1 else None
