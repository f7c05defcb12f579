"""What stands before a name and tells what somebody is, or is called: "President", "former", "Mr". Closed lists, and one reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

HIS, HERS = words_of("mr sir lord"), words_of("mrs ms miss dame lady")
PAST = words_of("former ex late")
COURTESY = HIS | HERS | words_of("dr prof professor") | PAST
"""What anybody may be called beside an office."""
OFFICES = words_of(
    "president chancellor minister premier pm secretary senator sen governor gov representative rep congressman congresswoman mayor judge"
    " justice general gen admiral adm colonel col captain capt major maj lieutenant lt sergeant sgt sheriff ambassador bishop leader"
)
OF_AN_OFFICE = words_of(
    "prime foreign finance home interior defence defense health justice vice deputy acting"
)
TITLES = COURTESY | OFFICES | OF_AN_OFFICE
PREMIER = "premier"
_ONE_OFFICE = {
    "pm": PREMIER, "prime minister": PREMIER, "sen": "senator", "gov": "governor", "gen": "general", "adm": "admiral", "col": "colonel",
    "capt": "captain", "maj": "major", "lt": "lieutenant", "sgt": "sergeant", **dict.fromkeys(("rep", "congressman", "congresswoman"), "representative"),
}  # fmt: skip


def office(titles: Iterable[str]) -> str:
    """The office that some titles tell, in one word for it; nothing where they are only polite."""
    told = " ".join(word for word in titles if word not in COURTESY)
    return _ONE_OFFICE.get(told, told)
