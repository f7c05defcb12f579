"""What "it" means, which is neither several people nor somebody who is named: the body or the thing in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import author_of
from claimtrack.core.extract.speakers.naming.known import is_place
from claimtrack.core.extract.speakers.naming.names import naming
from claimtrack.core.extract.speakers.topics.lone_names import spoke_last
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    import re

    from claimtrack.core.extract.speakers.speaker import Speaker
    from claimtrack.core.extract.speakers.speakers import Cast

_LONGEST = 300
"""Characters of the sentence before that are read."""
_ENDS = expression(r"[.?!][\"']* |\n")
_BODY = name_pattern(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?) (?:(?!{'|'.join(sorted(lexicon.PREPOSITIONS))})[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(nouns.BODIES - {'police'}))})\b"
    r"|(?:\b[Tt]he )?\b[A-Z][\w&-]+(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w&-]+){0,5}"
)
"""What may be a body in the sentence before: "the school", "the BBC", "Open Arch"."""
_GOES_ON = expression(r"-| [A-Z]")
_WORD = expression(r"[a-z]+")
_OFFICES = nouns.TITLES & nouns.PERSONS
_SEVERAL = expression(r"data|\w+(?<!s)(?<!i)(?<!u)s")


def thing_or_body(cast: Cast) -> Speaker | None:
    """The one thing or body in sight: "figures" are several, and behind "figures from the bank" it is the bank."""
    thing = cast.thing
    if thing and thing.kind is ClaimantKind.DOCUMENT and _are_several(thing.head):
        if author := author_of(thing.name):
            return cast.mention(naming(author))
        found = cast.body if cast.last == thing else cast.last
    else:
        found = cast.last if thing is None or spoke_last(cast) else thing
    if found and not _are_people(cast, found):
        return found
    before = _sentence_before(cast)
    words = [(word[0], word.end()) for word in _WORD.finditer(before)]
    has_document = not nouns.DOCUMENTS.isdisjoint(word for word, _ in words)
    if found is None:  # "Lee wrote to the council", but not "Lee wrote a letter to the council"
        return None if has_document else _named_in(cast, before, words, behind=" to ")
    if has_document and f"{found.name.rpartition(' ')[2]}'s " in before:
        return found  # "Moor's report says S. It adds T"
    body = cast.body if cast.body and not _are_people(cast, cast.body) else None
    return _named_in(cast, before, words) or body


def _are_people(cast: Cast, one: Speaker) -> bool:
    """Whether several are meant, or one who is surely a person: no "it"."""
    if one.is_plural or (
        one.head in nouns.BODIES and lexicon.singular(one.head) in nouns.BODIES - {one.head}
    ):
        return f"he {one.name}" not in cast.text or one.name.islower()  # but "The Friends of the Lake"
    if one.kind is ClaimantKind.ANONYMOUS:
        return one.head in _OFFICES
    is_known = is_given_name(one.name.partition(" ")[0].lower()) or one.head in cast.sexes
    is_known = is_known or any(
        one.name in cast.roles.get(office, ()) for office in _OFFICES & cast.roles.keys()
    )
    return cast.called.get(one.name, "it") != "it" or (one.kind is ClaimantKind.PERSON and is_known)


def _sentence_before(cast: Cast) -> str:
    """The sentence before the "It" that opens another; nothing before an "it" within one."""
    if not cast.text.startswith("It", cast.at):
        return ""
    end = max(0, cast.at - 1)
    before = cast.text[max(0, end - _LONGEST) : end].rstrip()
    opens = (stop.end() for stop in _ENDS.finditer(before, 0, max(0, len(before) - 1)))
    return before[max(opens, default=0) :]


def _named_in(cast: Cast, before: str, words: list[tuple[str, int]], *, behind: str = "") -> Speaker | None:
    """The body that a sentence tells of: the first behind its verb ("accused the school of lying"), else the last."""
    places = [one for one in _BODY.finditer(before) if before.endswith(behind, 0, one.start())]
    found = [(one.start(), body) for one in places if (body := _body(cast, before, one))]
    verb = next((past for word, past in words if word in lexicon.VERBS), 0)
    return next((body for at, body in found if at > verb), found[-1][1] if found else None)


def _body(cast: Cast, text: str, found: re.Match[str]) -> Speaker | None:
    """The body of these words; "the charity" is not one before its name, nor "the school-run"."""
    if _GOES_ON.match(text, found.end()):
        return None
    one = cast.mention(naming(found[0]))
    return (
        one
        if one.kind is ClaimantKind.ORGANISATION and not (is_place(one.name) or _are_people(cast, one))
        else None
    )


def _are_several(noun: str) -> bool:
    """Whether a noun for papers is a plural that "it" cannot mean: "figures", "data"; not "analysis" and "census"."""
    return _SEVERAL.fullmatch(noun) is not None
