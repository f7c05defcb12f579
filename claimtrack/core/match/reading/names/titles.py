"""What stands before a name and tells who somebody is: "President", "former", "Mr", and first names, in full and in short. Closed lists, and their readers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.names.variants import in_two_spellings
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.misprints import once
from claimtrack.core.match.words.terms import stem

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


_MEN = words_of(
    "adrian albert alex juan alberto alexander alfons alfred andre anton antoine armand arnold august augustin bernard bertrand carl karl cesar charl"
    " christian christof clement constantin conrad damian daniel david dean dennis denis dominic edmund edward emil emmanuel eric erik ernest"
    " ernst eugen fabian felix ferdinand florent florian francois franz frederic frederik frederick gabriel george gerald gerard glen gustav hans"
    " harald heinrich henri henrik herman ignat ivan jacob jakob jan jean joaquin johan john jon josef josep joseph julian justin kamil klement"
    " laurent leon leopold louis luc lucian ludovic manuel marcel marin mark marius martin matthias maurice max maxim maximilian michael michal"
    " michel mikael miroslav nicholas noel olaf oliver oscar pascal patric paul peter petr philip philipp pierre rafael raphael raymond rene"
    " robert roland roman ronald samuel sebastian simon stanislav stefan stephan stephen tadeus theodor thomas tomas urban valentin valery"
    " vasil victor viktor vincent vitali vladimir vladislav walter wilhelm zdenek radek bohumil jaroslav milan mirek zoran stojan bogdan"
)
"""Left out are those that women bear, too: Ann and Anne, Carol and Carole may be one misspelt."""
_OF_WOMEN = words_of("a e ina ine ia ie ana eta ete ica ika isa")
"""What is written behind a man's name, its last letter doubled or not: Paula, Pauline, Paulette, Gabriella."""


_SURNAMES = (("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("sky", "skaya"), ("ski", "ska"), ("ski", "skaya"))
"""How the surnames of a man and a woman of one family end: Petrov, Petrova."""


def man_and_woman(one: str, other: str) -> bool:
    """Whether of two lower-case names one is a man's and the other the woman's made from it."""
    man, woman = sorted((one.removesuffix("'s"), other.removesuffix("'s")), key=len)
    if any(man.endswith(his) and woman == man.removesuffix(his) + hers for his, hers in _SURNAMES):
        return True
    if man not in _MEN:
        return False
    man, woman = once(man), once(woman)
    return any(woman == man.removesuffix("e") + ending and woman != man for ending in _OF_WOMEN)


_SHORT = 3
"""Letters that a first name is cut short to at least."""
_PET = expression(r"(?<=[a-z]{3})(?:y|ie)$")
"""What is written behind a name cut short: Jimmy, Charlie."""


@lru_cache(maxsize=10_000)
def one_first_name(one: str, other: str) -> bool:
    """Whether two lower-case first names beside one surname may be one person's: in full and in short, or an initial."""
    short, long = sorted((one, other), key=len)
    if man_and_woman(one, other):
        return False
    known = ALIASES.get(stem(one), one) == ALIASES.get(stem(other), other)
    if known or long[:1] == short or in_two_spellings(one, other):
        return True
    return _is_short_for(short, long) or _is_short_for(long, short)


def _is_short_for(short: str, long: str) -> bool:
    """Whether a name is the beginning of another, or is made from such or from another name for it: Alex, Alexander; Jimmy, Jim, James."""
    cut = _PET.sub("", short)
    if cut != short and cut[-1] == cut[-2]:
        cut = cut[:-1]
        if ALIASES.get(stem(cut)) == ALIASES.get(stem(long), stem(long)):
            return True  # "Bobby", of Bob, which is Robert
    return long.startswith(cut) and len(cut) >= _SHORT + (cut != short) and len(long) > len(cut) + 1
