"""Everyday words that begin alike or have one stem and are two. Data and two questions."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Collection

_ONE_HEAD = (
    "personal personnel", "constitution constituency constituent", "international internet interned",
    "conservative conservation", "christian christmas", "republic republican", "democrat democracy", "liberal liberation",
    "physical physician physicist", "popular population", "secret secretary", "contract contrast contrary contraception contradict contractor",
    "transport transplant transparent", "interview intervene interval", "committed committee", "complete complex complement",
    "concern concert", "construct constraint", "continue continent contingent", "convention convenient", "consult consulate",
    "district distribute", "electric electronic", "experience experiment", "hospital hospitality", "import important", "instruct instrument",
    "invest investigate", "opposition opposite", "principal principle", "professor profession", "protest protestant", "represent repression",
    "respond responsible", "social socialist", "special species", "transfer transform", "prospect prosper", "statute statue",
    "industry industrious", "economic economical", "provision province", "organic organise", "artillery artificial", "extension extensive",
    "commerce commercial", "presence presentation", "distinct distinguish", "parliament parlour", "passport passenger",
)  # fmt: skip
"""Words that begin with the same six letters, and are no forms of one."""
_ONE_STEM = (
    "university universities | universal | universe", "community communities | communist communists communism | communal", "conversion | conversation",
    "general | generation generations | generic | generous", "organic | organised organized", "executive executives | execution executions",
    "international | internal | interns", "state states | station stations",
    "severe severely | sever severs severed", "human | humane", "import imports imported | important", "object objects | objective objectives",
    "minor | minority minorities", "customs | custom", "patent patents | patently", "army | arms", "position positions | positive",
    "active | activist activists", "engine engines | engineer engineers", "capital | capitalism capitalist", "ration rations | rational",
    "plan plans | plane planes", "car cars | care", "cap caps capped | cape capes", "tap taps | tape tapes", "win wins | wine wines", "rat rats | rate rates",
    "star stars | stare stares", "score scores scored | scour scoured", "grip grips gripped | gripe gripes", "route routes | rout routs", "mat mats | mate mates",
    "consent | consist consists consisted", "violence | violation violations",
    "mission missions | missing | missive missives", "former | form forms | formal formally", "major | majority majorities", "pressing | press",
    "part parts | partition partitions", "terror | terrible", "trait traits | traitor traitors", "past | pastor pastors",
    "charity charities | charred",
    "prison prisons | prisoner prisoners inmate inmates", "roma gypsy gypsies | romanian romanians romania", "indiana | india indian indians",
    "islamist islamists | islamic islam muslim muslims moslem moslems", "tried | tired",
    "serious | series", "marsh marshes | marshal marshals", "sector sectors | section sections | sect sects",
    "credit credits | creditor creditors", "portion portions | port ports", "resident residents | residence residences",
)  # fmt: skip
"""Words that are one to the matcher by their stem, and are not one; bars part those that are."""
_GROUP = {
    word: (at, kind)
    for at, listing in enumerate(_ONE_STEM)
    for kind, words in enumerate(listing.split("|"))
    for word in words.split()
}


@lru_cache(maxsize=1)
def _apart() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(map(stem, pair)) for group in _ONE_HEAD for pair in combinations(group.split(), 2)
    )


_HEAD = 6
"""Letters that make two terms forms of one, or akin."""


def have_one_head(a: str, b: str) -> bool:
    """Whether two terms begin alike, and are not known to be two words for all that."""
    return len(a) >= _HEAD and a[:_HEAD] == b[:_HEAD] and frozenset((a, b)) not in _apart()


_ONE_SYLLABLE = expression(r"([b-df-hj-np-tv-z]*u?[aeiou])([bdgkmnprt])(\2?)(ed|ing)")


def _once_or_twice(word: str) -> str:
    """What a verb of one syllable is with its last letter once for twice, or twice for once, which is another: hoped, hopped."""
    found = _ONE_SYLLABLE.fullmatch(word)
    return f"{found[1]}{found[2] if found[3] else found[2] * 2}{found[4]}" if found else ""


def of_one_stem(a: Collection[str], b: Collection[str]) -> tuple[str, str] | None:
    """Of the words that each side alone has, the first two that share their stem and are two words: universal, university; raped, rapped."""
    for word in sorted(a):
        other = _once_or_twice(word)
        if other in b:
            return word, other
    ours, theirs = _kinds(a), _kinds(b)
    apart = (at for at in ours.keys() & theirs.keys() if ours[at].keys().isdisjoint(theirs[at]))
    return next(((max(ours[at].values()), max(theirs[at].values())) for at in sorted(apart)), None)


def _kinds(words: Collection[str]) -> dict[int, dict[int, str]]:
    """Group -> kind -> word, of the words that stand in a group: "inmates" of a "prison" are prisoners."""
    found: dict[int, dict[int, str]] = {}
    for word in sorted(words):
        if word in _GROUP:
            at, kind = _GROUP[word]
            found.setdefault(at, {})[kind] = word
    return found
