"""Who reacts in a sentence that says nothing else, so that the quotation after it is theirs: "Doe shrugged. "It is over."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.topics.topics import is_person_noun
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
"""A sentence of a reaction and nothing else; after "Doe opened the letter" the speaker is unknown."""
_PRONOUNS = ("He ", "She ")


def find_reacting_person(cast: Cast, sentence: Span, quoted: str) -> Speaker | None:
    """The person who reacts in the sentence, unless the quotation after it is about them: "Doe smiled. "He lied.""; else None."""
    found = _REACTION.fullmatch(cast.text, *sentence)
    if found is None or quoted.startswith(_PRONOUNS):
        return None
    who = found["who"]
    named = parse_mention(who)
    is_named = named.kind is ClaimantKind.PERSON or who.lower() in cast.full_names or f"{who} " in _PRONOUNS
    is_one = who.startswith("The ") and is_person_noun(named.head)
    return cast.resolve(who, sentence.start) if is_named or is_one else None
