"""Who somebody is, by a title or by what stands before or behind the name: "Mr", "Solaris chairman Olaf Brandis", "Olaf Brandis, who is chairman of Solaris,"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.language.titles import TITLES_IN_FULL
from claimtrack.core.match.reading.attribution import REPORTING
from claimtrack.core.match.reading.names.names import ALIASES, NOT_NAMES
from claimtrack.core.match.reading.names.variants import are_transliterations
from claimtrack.core.match.reading.syntax.phrases import BREAKS, clause_end
from claimtrack.core.match.words.lexicon import ARTICLES, STOP_WORDS, words_of
from claimtrack.core.match.words.misprints import undouble
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.core.match.reading.reading import Reading


MALE_TITLES, FEMALE_TITLES = words_of("mr sir lord"), words_of("mrs ms miss dame lady")
FORMER = words_of("former ex late")
COURTESY = MALE_TITLES | FEMALE_TITLES | words_of("dr prof professor") | FORMER
"""What anybody may be called beside an office."""
OFFICES = words_of(
    "president chancellor minister premier pm secretary senator sen governor gov representative rep congressman congresswoman mayor judge"
    " justice general gen admiral adm colonel col captain capt major maj lieutenant lt sergeant sgt sheriff ambassador bishop leader"
)
OFFICE_MODIFIERS = words_of(
    "prime foreign finance home interior defence defense health justice vice deputy acting"
)
TITLES = COURTESY | OFFICES | OFFICE_MODIFIERS
PREMIER = "premier"
_ONE_OFFICE = (
    TITLES_IN_FULL
    | dict.fromkeys(("prime minister", "pm"), PREMIER)
    | dict.fromkeys(("congressman", "congresswoman"), "representative")
)


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
"""Left out are those that women bear, too: Ann and Anne, Carol and Carole may be one misspelt; and short ones: Bert and Bertie, Ron and Ronnie are one."""
_OF_WOMEN = words_of("a e ina ine ia ie ana eta ete ica ika isa")
"""What is written behind a man's name, its last letter doubled or not: Paula, Pauline, Paulette, Gabriella."""


_SURNAMES = (("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("sky", "skaya"), ("ski", "ska"), ("ski", "skaya"))
"""How the surnames of a man and a woman of one family end: Petrov, Petrova."""


def is_gender_pair(one: str, other: str) -> bool:
    """Whether of two lower-case names one is a man's and the other the woman's made from it."""
    man, woman = sorted((one.removesuffix("'s"), other.removesuffix("'s")), key=len)
    if any(man.endswith(his) and woman == man.removesuffix(his) + hers for his, hers in _SURNAMES):
        return True
    if man not in _MEN:
        return False
    man, woman = undouble(man), undouble(woman)
    return any(woman == man.removesuffix("e") + ending and woman != man for ending in _OF_WOMEN)


_SHORT = 3
"""Letters that a first name is cut short to at least."""
_PET = expression(r"(?<=[a-z]{3})(?:y|ie)$")
"""What is written behind a name cut short: Jimmy, Charlie."""


@lru_cache(maxsize=10_000)
def may_share_first_name(one: str, other: str) -> bool:
    """Whether two lower-case first names beside one surname may be one person's: in full and in short, or an initial."""
    short, long = sorted((one, other), key=len)
    if is_gender_pair(one, other):
        return False
    known = ALIASES.get(stem(one), one) == ALIASES.get(stem(other), other)
    if known or long[:1] == short or are_transliterations(one, other):
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


_LONGEST = 9
"""Words that tell who somebody is at most."""
_OF = words_of("of at for in from to")
"""What stands behind these may as well stand before: "chairman *of Solaris*", "*Solaris* chairman"."""
_LINKS = _OF | ARTICLES
_WHO_IS = (["who", "is"], ["who", "was"])
_SETTING_OFF = frozenset(",()-")


class Description(NamedTuple):
    """Where somebody is named with who they are: the name, and both together; whether a comma belongs to it at the end."""

    name: range
    whole: range
    closed: bool

    def written(self, reading: Reading) -> str:
        """Both as they are written."""
        return _text(reading, self.whole, with_comma=self.closed)

    def named(self, reading: Reading) -> str:
        """The name alone."""
        return _text(reading, self.name)


Who = tuple[str, ...]
"""What is told of somebody, word by word: of "chairman of Solaris" and "Solaris's chairman" the same."""


@lru_cache(maxsize=64)
def names_by_surname(reading: Reading) -> dict[str, range]:
    """The places of each name, by its last word."""
    return {reading.words[name.stop - 1]: name for name in find_names(reading)}


def find_descriptions(reading: Reading, name: range) -> dict[Who, Description]:
    """All that may be told of who bears a name, and where that stands."""
    found: dict[Who, Description] = {}
    for told, both in (*_behind(reading, name), *_before(reading, name)):
        is_who = REPORTING.isdisjoint((reading.words[told.start], reading.words[told.stop - 1]))
        if is_who and (who := _who(reading, told)) and _is_described(reading, told):
            found[who] = both
    return found


@lru_cache(maxsize=64)
def find_names(reading: Reading) -> tuple[range, ...]:
    """The places of the words with a capital that stand side by side as one name, without the titles before it; an owner's name ends there."""
    return tuple(_names_of(reading))


def _names_of(reading: Reading) -> Iterator[range]:
    start = end = 0
    for at, written in enumerate(reading.written):
        word = reading.words[at]
        if not written[0].isupper() or (word in STOP_WORDS and not _is_initial(reading, at)):
            continue
        if at > end or reading.is_boundary(at):
            if end > start:
                yield range(start, end)
            start = at
        if word in _OF_A_FAMILY and start < at:
            yield range(start, at)
        end = at + 1
        if _owns(word):
            yield range(start, end)
        if word in NOT_NAMES or _owns(word):
            start = end
    if end > start:
        yield range(start, end)


def find_reversed_name(a: Reading, b: Reading) -> str | None:
    """Who is named with the family name first in one statement and last in the other: "Fumio Kishida", "Kishida Fumio"."""
    theirs = {tuple(b.words[at] for at in name): name for name in find_names(b) if len(name) == _TWO}
    for name in find_names(a) if theirs else ():
        if turned := theirs.get(tuple(a.words[at] for at in reversed(name))):
            return f"differs: {_text(a, name)} / {_text(b, turned)}"
    return None


_TWO = 2
_OF_A_FAMILY = words_of("jr sr")
"""Behind a name these tell which of a family it is."""


def _is_initial(reading: Reading, at: int) -> bool:
    """Whether a word is a letter with its stop: "A. Doe"."""
    token = reading.tokens[at]
    return len(token.text) == 1 and reading.cleaned[token.end : token.end + 1] == "."


def _owns(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def has_set_off_text(reading: Reading) -> bool:
    """Whether anything is set off in a statement: asked first, as hardly anybody is told of without it."""
    return "," in reading.cleaned or "(" in reading.cleaned or " -" in reading.cleaned


def is_name_set_off(reading: Reading, name: range) -> bool:
    """Whether a comma, a dash or a bracket stands before a name or behind it, as where it is told who that is."""
    return _set_off(reading, name.start) or _set_off(reading, name.stop)


def _behind(reading: Reading, name: range) -> Iterator[tuple[range, Description]]:
    """What stands between a name and the next comma."""
    if not _set_off(reading, name.stop):
        return
    end = clause_end(reading, name.stop)
    yield range(name.stop, end), Description(name, range(name.start, end), closed=_set_off(reading, end))


def _before(reading: Reading, name: range) -> Iterator[tuple[range, Description]]:
    """What may tell who it is before a name: any of the words there, the fewest first."""
    if (
        name.start in reading.openings and len(name) > 1
    ):  # "Rower Ann Lee": the capital may be the beginning's
        yield name[:1], Description(name[1:], name, closed=False)
    set_off = _set_off(reading, name.start)
    if set_off and not reading.ends_clause(name.stop):
        return  # "for the minister, Tarn has done enough"
    closed = set_off and _set_off(reading, name.stop)
    for start in range(name.start - 1, max(-1, name.start - 1 - _LONGEST), -1):
        word, is_last = reading.words[start], start + 1 == name.start
        ends = word in BREAKS and (is_last or word not in _LINKS)
        if ends or (not is_last and reading.is_boundary(start + 1)):
            return
        if word not in _OF and not (start and _owns(reading.words[start - 1])):
            yield range(start, name.start), Description(name, range(start, name.stop), closed)


def _set_off(reading: Reading, at: int) -> bool:
    """Whether a comma, a dash or a bracket stands before a word."""
    if not reading.is_boundary(at) or at == len(reading.words):
        return False
    return not _SETTING_OFF.isdisjoint(reading.gap_before(at))


def _who(reading: Reading, told: range) -> Who:
    """What some words tell: whose or of what somebody is one before what they are."""
    words = [word.removesuffix("'s") for word in reading.words[told.start : told.stop]]
    if words[:2] in _WHO_IS:
        words = words[2:]
    of = next((at for at, word in enumerate(words) if at and word in _OF), len(words))
    turned = (*words[of + 1 :], *words[:of])
    return tuple(ALIASES.get(stem(word), word) for word in turned if word not in ARTICLES)


def _is_described(reading: Reading, told: range) -> bool:
    """Whether some of the words are no name: what somebody is has small letters, or is a title, or has its capital from the beginning."""
    if len(told) == 1 and told.start in reading.openings:
        return True
    return len(told) <= _LONGEST and any(
        reading.words[at] in NOT_NAMES
        or (reading.written[at].islower() and reading.words[at] not in STOP_WORDS)
        for at in told
    )


def _text(reading: Reading, places: range, *, with_comma: bool = False) -> str:
    text = reading.text_of(places.start, places.stop - 1)
    return f"{text}{reading.gap_before(places.stop).rstrip()}" if with_comma else text
