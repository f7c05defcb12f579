"""Who somebody is, by a title or by an apposition: "Mr", "Solaris chairman Olaf Brandis", "Olaf Brandis, who is chairman of Solaris,"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.language.titles import TITLES_IN_FULL
from claimtrack.core.language.word_lists import ARTICLES, STOP_WORDS, words_of
from claimtrack.core.match.reading.attribution import REPORTING_CUES
from claimtrack.core.match.reading.names.names import ALIASES, NOT_NAMES
from claimtrack.core.match.reading.names.variants import are_transliterations
from claimtrack.core.match.reading.syntax.phrases import PHRASE_BREAKS, clause_end
from claimtrack.core.match.words.misprints import undouble
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


MALE_TITLES, FEMALE_TITLES = words_of("mr sir lord"), words_of("mrs ms miss dame lady")
FORMER = words_of("former ex late")
COURTESY = MALE_TITLES | FEMALE_TITLES | words_of("dr prof professor") | FORMER
"""Titles that say nothing about an office."""
OFFICES = words_of(
    "president chancellor minister premier pm secretary senator sen governor gov representative rep "
    "congressman congresswoman mayor judge justice general gen admiral adm colonel col captain capt major "
    "maj lieutenant lt sergeant sgt sheriff ambassador bishop leader"
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


def find_office(titles: Iterable[str]) -> str:
    """Return the office that some titles express, in one word; "" if they are only courtesy titles."""
    named = " ".join(word for word in titles if word not in COURTESY)
    return _ONE_OFFICE.get(named, named)


_MALE_NAMES = words_of(
    "adrian albert alex juan alberto alexander alfons alfred andre anton antoine armand arnold august "
    "augustin bernard bertrand carl karl cesar charl christian christof clement constantin conrad damian "
    "daniel david dean dennis denis dominic edmund edward emil emmanuel eric erik ernest ernst eugen fabian "
    "felix ferdinand florent florian francois franz frederic frederik frederick gabriel george gerald gerard "
    "glen gustav hans harald heinrich henri henrik herman ignat ivan jacob jakob jan jean joaquin johan john "
    "jon josef josep joseph julian justin kamil klement laurent leon leopold louis luc lucian ludovic manuel "
    "marcel marin mark marius martin matthias maurice max maxim maximilian michael michal michel mikael "
    "miroslav nicholas noel olaf oliver oscar pascal patric paul peter petr philip philipp pierre rafael "
    "raphael raymond rene robert roland roman ronald samuel sebastian simon stanislav stefan stephan stephen "
    "tadeus theodor thomas tomas urban valentin valery vasil victor viktor vincent vitali vladimir vladislav "
    "walter wilhelm zdenek radek bohumil jaroslav milan mirek zoran stojan bogdan"
)
"""Left out are names that women have, too (Ann and Anne, Carol and Carole may be one misspelt), and short ones (Bert and Bertie, Ron and Ronnie are one)."""
_FEMALE_ENDINGS = words_of("a e ina ine ia ie ana eta ete ica ika isa")
"""Endings that make a woman's name of a man's, its last letter doubled or not: Paula, Pauline, Paulette, Gabriella."""


_GENDERED_SURNAMES = (
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("sky", "skaya"),
    ("ski", "ska"),
    ("ski", "skaya"),
)
"""Endings of the surnames of a man and a woman of one family: Petrov, Petrova."""


def is_gender_pair(one: str, other: str) -> bool:
    """Whether of two lower-case names one is a man's and the other its female form."""
    man, woman = sorted((one.removesuffix("'s"), other.removesuffix("'s")), key=len)
    if any(man.endswith(his) and woman == man.removesuffix(his) + hers for his, hers in _GENDERED_SURNAMES):
        return True
    if man not in _MALE_NAMES:
        return False
    man, woman = undouble(man), undouble(woman)
    return any(woman == man.removesuffix("e") + ending and woman != man for ending in _FEMALE_ENDINGS)


_MIN_SHORT_NAME_LETTERS = 3
"""Minimum number of letters of a shortened first name."""
_PET_ENDING = expression(r"(?<=[a-z]{3})(?:y|ie)$")
"""Endings of pet names: Jimmy, Charlie."""


@lru_cache(maxsize=10_000)
def may_share_first_name(one: str, other: str) -> bool:
    """Whether two lower-case first names with one surname may be one person's: full and short, or an initial."""
    short, long = sorted((one, other), key=len)
    if is_gender_pair(one, other):
        return False
    known = ALIASES.get(stem(one), one) == ALIASES.get(stem(other), other)
    if known or long[:1] == short or are_transliterations(one, other):
        return True
    return _is_short_for(short, long) or _is_short_for(long, short)


def _is_short_for(short: str, long: str) -> bool:
    """Whether a name is the beginning of another, or a pet name of it or its alias: Alex, Alexander; Jimmy, Jim, James."""
    cut = _PET_ENDING.sub("", short)
    if cut != short and cut[-1] == cut[-2]:
        cut = cut[:-1]
        if ALIASES.get(stem(cut)) == ALIASES.get(stem(long), stem(long)):
            return True  # "Bobby", of Bob, which is Robert
    is_long_enough = len(cut) >= _MIN_SHORT_NAME_LETTERS + (cut != short)
    return is_long_enough and long.startswith(cut) and len(long) > len(cut) + 1


_MAX_DESCRIPTION_WORDS = 9
"""Maximum number of words of a description."""
_PREPOSITIONS = words_of("of at for in from to")
"""What follows these may as well stand before the noun: "chairman *of Solaris*", "*Solaris* chairman"."""
_LINKS = _PREPOSITIONS | ARTICLES
_WHO_IS = (["who", "is"], ["who", "was"])
_SETTING_OFF = frozenset(",()-")


class Description(NamedTuple):
    """A name with its description: the places of the name, of both, and whether a closing comma belongs to them."""

    name: range
    whole: range
    closed: bool

    def written(self, reading: Reading) -> str:
        """Return the name and description as they are written."""
        return _text_at(reading, self.whole, with_comma=self.closed)

    def named(self, reading: Reading) -> str:
        """Return the name alone as it is written."""
        return _text_at(reading, self.name)


Role = tuple[str, ...]
"""What a description says, word by word: the same for "chairman of Solaris" and "Solaris's chairman"."""


@lru_cache(maxsize=64)
def names_by_surname(reading: Reading) -> dict[str, range]:
    """Map the last word of each name to the places of the name."""
    return {reading.words[name.stop - 1]: name for name in find_names(reading)}


def find_descriptions(reading: Reading, name: range) -> dict[Role, Description]:
    """Return all possible descriptions of the bearer of a name, with their places."""
    found: dict[Role, Description] = {}
    for words, description in (*_descriptions_after(reading, name), *_descriptions_before(reading, name)):
        is_who = REPORTING_CUES.isdisjoint((reading.words[words.start], reading.words[words.stop - 1]))
        if is_who and (role := _parse_role(reading, words)) and _is_description(reading, words):
            found[role] = description
    return found


@lru_cache(maxsize=64)
def find_names(reading: Reading) -> tuple[range, ...]:
    """Return the places of runs of capitalised words, without titles before them; a possessive ends a name."""
    return tuple(filter(None, _iter_names(reading)))


def _iter_names(reading: Reading) -> Iterator[range]:
    """Yield the places of each run of capitalised words, and of its part before "Jr"; some are empty."""
    start = end = 0
    for at, written in enumerate(reading.written):
        word = reading.words[at]
        if not written[0].isupper() or (word in STOP_WORDS and not _is_initial(reading, at)):
            continue
        if at > end or reading.is_boundary(at):
            yield range(start, end)
            start = at
        if word in _GENERATION_SUFFIXES:
            yield range(start, at)
        end = at + 1
        if _is_possessive(word):
            yield range(start, end)
        if word in NOT_NAMES or _is_possessive(word):
            start = end
    yield range(start, end)


def find_reversed_name(a: Reading, b: Reading) -> str | None:
    """Describe a name that has the family name first in one statement and last in the other: "Fumio Kishida", "Kishida Fumio"."""
    theirs = {tuple(b.words[at] for at in name): name for name in find_names(b) if len(name) == 2}
    for name in find_names(a) if theirs else ():
        if turned := theirs.get(tuple(a.words[at] for at in reversed(name))):
            return f"differs: {_text_at(a, name)} / {_text_at(b, turned)}"
    return None


_GENERATION_SUFFIXES = words_of("jr sr")
"""Suffixes that tell members of a family apart."""


def _is_initial(reading: Reading, at: int) -> bool:
    """Whether a word is a letter with a full stop: "A. Doe"."""
    token = reading.tokens[at]
    return len(token.text) == 1 and reading.cleaned[token.end : token.end + 1] == "."


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def has_set_off_text(reading: Reading) -> bool:
    """Whether a statement contains a comma, dash or bracket: checked first, as descriptions hardly occur without one."""
    return "," in reading.cleaned or "(" in reading.cleaned or " -" in reading.cleaned


def is_name_set_off(reading: Reading, name: range) -> bool:
    """Whether a comma, dash or bracket stands before or after a name, as beside an apposition."""
    return _is_set_off(reading, name.start) or _is_set_off(reading, name.stop)


def _descriptions_after(reading: Reading, name: range) -> Iterator[tuple[range, Description]]:
    """Yield the text between a name and the next comma."""
    if not _is_set_off(reading, name.stop):
        return
    end = clause_end(reading, name.stop)
    description = Description(name, range(name.start, end), closed=_is_set_off(reading, end))
    yield range(name.stop, end), description


def _descriptions_before(reading: Reading, name: range) -> Iterator[tuple[range, Description]]:
    """Yield the possible descriptions before a name, the shortest first."""
    if name.start in reading.openings and len(name) > 1:
        # "Rower Ann Lee": the capital may be the beginning's
        yield name[:1], Description(name[1:], name, closed=False)
    set_off = _is_set_off(reading, name.start)
    if set_off and not reading.ends_clause(name.stop):
        return  # "for the minister, Tarn has done enough"
    closed = set_off and _is_set_off(reading, name.stop)
    for start in range(name.start - 1, max(-1, name.start - 1 - _MAX_DESCRIPTION_WORDS), -1):
        word, is_last = reading.words[start], start + 1 == name.start
        ends = word in PHRASE_BREAKS and (is_last or word not in _LINKS)
        if ends or (not is_last and reading.is_boundary(start + 1)):
            return
        if word not in _PREPOSITIONS and not (start and _is_possessive(reading.words[start - 1])):
            yield range(start, name.start), Description(name, range(start, name.stop), closed)


def _is_set_off(reading: Reading, at: int) -> bool:
    """Whether a comma, dash or bracket stands before a word."""
    if not reading.is_boundary(at) or at == len(reading.words):
        return False
    return not _SETTING_OFF.isdisjoint(reading.gap_before(at))


def _parse_role(reading: Reading, places: range) -> Role:
    """Return the role that some words describe, with whose or of what it is placed first."""
    words = [word.removesuffix("'s") for word in reading.words[places.start : places.stop]]
    if words[:2] in _WHO_IS:
        words = words[2:]
    of = next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))
    reordered = (*words[of + 1 :], *words[:of])
    return tuple(ALIASES.get(stem(word), word) for word in reordered if word not in ARTICLES)


def _is_description(reading: Reading, places: range) -> bool:
    """Whether some of the words are no name: a title, a word in small letters, or one that opens the sentence."""
    if len(places) == 1 and places.start in reading.openings:
        return True
    common = (reading.words[at] for at in places if reading.written[at].islower())
    described = any(reading.words[at] in NOT_NAMES for at in places)
    described = described or any(word not in STOP_WORDS for word in common)
    return described and len(places) <= _MAX_DESCRIPTION_WORDS


def _text_at(reading: Reading, places: range, *, with_comma: bool = False) -> str:
    """Return the text at some places, with the comma after it if wanted."""
    text = reading.text_of(places.start, places.stop - 1)
    return f"{text}{reading.gap_before(places.stop).rstrip()}" if with_comma else text
