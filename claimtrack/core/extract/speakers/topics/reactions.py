"""Who answers by what he does and by a quotation that stands bare behind it: "Doe frowned. "It was old.""."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.naming.names import naming
from claimtrack.core.extract.speakers.topics.topics import is_person
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speaker import Speaker
    from claimtrack.core.extract.speakers.speakers import Cast
    from claimtrack.core.extract.words.reading import Span

_REACTION = expression(
    r"(?P<who>[A-Z][\w'-]*\.?(?: [\w'-]+\.?){0,3}?) (?:disagree[sd]|den(?:ies|ied) (?:it|that|this)|frown(?:s|ed)|shrug(?:s|ged)"
    r"|nod(?:s|ded)|sigh(?:s|ed)|smile[sd]|laugh(?:s|ed)|sh(?:ook|akes) (?:his|her) head|insist(?:s|ed)|(?:is|was) (?:adamant|blunt)"
    r"|look(?:s|ed) (?:away|down|up|at (?:the|his|her) \w+))\."
)
"""What is told of him and nothing else; of "Doe opened the letter" nobody knows who speaks behind it."""
_PRONOUNS = ("He ", "She ")


def who_reacts(cast: Cast, sentence: Span, quoted: str) -> Speaker | None:
    """The one person who does something at words, if what is quoted behind it is not of him: "Doe rose. "He lied."."""
    found = _REACTION.fullmatch(cast.text, *sentence)
    if found is None or quoted.startswith(_PRONOUNS):
        return None
    who = found["who"]
    named = naming(who)
    is_named = named.kind is ClaimantKind.PERSON or who.lower() in cast.full_names or f"{who} " in _PRONOUNS
    is_one = who.startswith("The ") and is_person(named.head)
    return cast.resolve(who, sentence.start) if is_named or is_one else None
