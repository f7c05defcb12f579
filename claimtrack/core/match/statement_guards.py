"""Guards on the claimant and the date: the same words may be another claim from another speaker, or years later."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import FIRST_PERSON, words_of
from claimtrack.core.match.ranking import date_closeness, same_claimant
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.languages import is_in_english
from claimtrack.core.match.words.typography import unify
from claimtrack.core.model import Statement

if TYPE_CHECKING:
    StatementGuard = Callable[[Statement, Statement], str | None]

_FIRST_PERSON_PLURAL = words_of("we we've we're we'll we'd ourselves")
_FOREIGN_FIRST_PERSON = words_of(
    "ich mich mir mein meine meinem meinen meiner yo mi mis conmigo meu minha meus minhas comigo je j'ai "
    "j'avais moi mon io mia miei mnie mój moja moje ben benim ik mijn jag я мій моя моє мене мой моё меня "
    "saya أنا मैं मैंने मेरा मेरी मेरे"
)
"""The same in other languages, where it is a word of its own, and no word of another of them."""
_FOREIGN_FIRST_PERSON_PLURAL = words_of(
    "wir uns unser unsere unserem unseren unserer nosotros nosotras nuestro nuestra nuestros nuestras nós "
    "nosso nossa nossos nossas nous notre noi nostro nostra nostri nostre nasz nasza nasze biz bizim wij "
    "onze vår våra ми наш наша наше наші мы наши kami kita نحن हम हमने हमारा हमारी हमारे"
)
_I, _WE = expression("[我私僕俺](?![们們]|たち)"), expression("[我][们們]|私たち|我々")
"""The same among letters that no space parts."""
_HE, _SAYS_HE = (
    expression(rf"\W*{opening}s?he(?:'[sd]|'ll)?\b", re.IGNORECASE)
    for opening in ("", r"says\s(?:that\s)?\W*")
)
_DEICTIC_TIMES = words_of("today yesterday now currently tonight")
_FOREIGN_DEICTIC_TIMES = expression(
    r"""(?<!\w)(?:
    hoy|ayer|ahora|hoje|ontem|agora|heute|gestern|jetzt|derzeit|aujourd'hui|hier|maintenant|oggi|ieri|adesso|vandaag|gisteren
    | dziś|dzisiaj|wczoraj|bugün|dün|şimdi|сьогодні|вчора|зараз|сегодня|вчера|сейчас|hari\ ini|kemarin|sekarang|hôm\ nay
    | اليوم|[أا]مس|الآن|आज
    )(?!\w) | 今天|昨天|现在|今日|昨日|오늘|어제|지금""",
    re.VERBOSE,
)
""" "Today" and the like in other languages."""
_FOREIGN_DEICTIC_YEARS = expression(
    r"""(?<!\w)(?:
    (?:este|pr[oó]ximo)\ año|año\ pasado|(?:n?este|próximo)\ ano|ano\ passado
    | (?:dieses|letztes|vergangenes|nächstes)\ jahr|(?:diesem|letzten|vergangenen|nächsten)\ jahr
    | cette\ année|l'an\ dernier|(?:l')?année\ dernière|quest'anno|(?:l')?anno\ scorso|dit\ jaar|vorig\ jaar
    | tym\ roku|(?:zeszłym|ubiegłym)\ roku|bu\ yıl|geçen\ yıl|торік|цього\ року|минулого\ року|в\ этом\ году|в\ прошлом\ году
    | tahun\ ini|tahun\ lalu|năm\ nay|năm\ ngoái
    | هذا\ العام|العام\ الماضي|العام\ الحالي|هذه\ السنة|السنة\ الماضية|इस\ साल|पिछले\ साल
    )(?!\w) | 今年|去年|明年|昨年|올해|작년|지난해""",
    re.VERBOSE,
)
""" "This year", "last year" and the like in other languages."""
_UNITS_OF_TIME = words_of("year month week quarter season summer winter spring autumn decade century")
_A_YEAR_APART, _A_MONTH_APART = 0.2805, 0.575
"""`date_closeness` of two dates nearly so far apart. For a month into January the papers print what was said of the old year as "this year"."""


def self_speakers_differ(a: Statement, b: Statement) -> str | None:
    """Both speak of themselves, and the claimants are different people: "I paid", "Says he paid"."""
    return _claimants_differ(a, b, _speaks_of_self)


def groups_differ(a: Statement, b: Statement) -> str | None:
    """The claimants are different people, who may speak of one group or person, or of themselves: "we paid", "he paid"."""
    return _claimants_differ(a, b, _speaks_of_group) or _claimants_differ(a, b, _may_speak_of_self)


def _speaks_of_self(text: str) -> bool:
    """Whether a text is about its claimant: "I paid", "Says she paid"."""
    opens_so = _SAYS_HE.match(text) is not None
    return opens_so or _contains_first_person(text, FIRST_PERSON, _FOREIGN_FIRST_PERSON, _I)


def _may_speak_of_self(text: str) -> bool:
    """Whether a text is about its claimant, or about somebody whom it does not name, who may be the claimant: "he paid"."""
    return _HE.match(text) is not None or _speaks_of_self(text)


def _speaks_of_group(text: str) -> bool:
    return _contains_first_person(text, _FIRST_PERSON_PLURAL, _FOREIGN_FIRST_PERSON_PLURAL, _WE)


def _contains_first_person(
    text: str, words: frozenset[str], abroad: frozenset[str], letters: re.Pattern[str]
) -> bool:
    """Whether a text contains a first-person word of its language."""
    held = read(text).vocabulary
    if is_in_english(text):
        return not words.isdisjoint(held)
    return not abroad.isdisjoint(held) or letters.search(text) is not None


def _claimants_differ(a: Statement, b: Statement, speaks_of: Callable[[str], bool]) -> str | None:
    """The difference of two claimants who both speak of themselves or of their group; None otherwise."""
    if not a.claimant or not b.claimant or same_claimant(a.claimant, b.claimant):
        return None
    of_themselves = speaks_of(a.text) and speaks_of(b.text)
    return f"other speaker: {a.claimant} / {b.claimant}" if of_themselves else None


def relative_times_differ(a: Statement, b: Statement) -> str | None:
    """Both say "today" or the like, but a year or more apart; or "this year", but in two years."""
    one, other = a.claimed_on or a.seen_on, b.claimed_on or b.seen_on
    if not one or not other or (near := date_closeness(one, other)) > _A_MONTH_APART:
        return None
    if near < _A_YEAR_APART:
        is_other = _is_deictic(a.text) and _is_deictic(b.text)
    else:
        is_other = one[:4] != other[:4] and _is_deictic_of_year(a.text) and _is_deictic_of_year(b.text)
    return f"other time: {one} / {other}" if is_other else None


def time_spans_differ(a: Statement, b: Statement) -> str | None:
    """One dates it to last year and the other to this year, though both were stated at the same time."""
    if a.claimed_on and b.claimed_on and a.claimed_on != b.claimed_on:
        return None
    ours = _find_spans(a.text)
    theirs = _find_spans(b.text) if ours else {}
    for unit in sorted(ours.keys() & theirs.keys()):
        if ours[unit].isdisjoint(theirs[unit]):
            return f"other time: {min(ours[unit])} {unit} / {min(theirs[unit])} {unit}"
    return None


_DEICTIC_DETERMINERS = words_of("last this next")
_PARTS_OF_SPANS = words_of("start beginning end middle half close spring summer autumn winter")
"""Parts of a span of time: "the start of the year" is of this year."""
_BOUND_PREPOSITIONS = words_of("since from than over until before after with of by")
"""Words after which a span of time is only a bound: "since last year"."""


def _find_spans(text: str) -> dict[str, set[str]]:
    """Unit of time -> the determiners it has: last, this or next."""
    words = read(text).words
    found: dict[str, set[str]] = {}
    if _UNITS_OF_TIME.isdisjoint(read(text).vocabulary) or "than" in words:
        return {}  # "more this year than last"
    for at, (determiner, unit) in enumerate(pairwise(words)):
        if unit not in _UNITS_OF_TIME:
            continue
        part = at > 1 and words[at - 1] == "of" and words[at - 2] in _PARTS_OF_SPANS
        if determiner in _DEICTIC_DETERMINERS and (part or words[max(0, at - 1)] not in _BOUND_PREPOSITIONS):
            found.setdefault(unit, set()).add(determiner)
        elif determiner == "the" and part and unit != "season":
            found.setdefault(unit, set()).add("this")
    return found


def _is_deictic(text: str) -> bool:
    """Whether a text refers to a time by its own date: "today", "last month"."""
    if not is_in_english(text):
        return _is_deictic_of_year(text) or _FOREIGN_DEICTIC_TIMES.search(unify(text).casefold()) is not None
    words = read(text).words
    return any(_is_deictic_span(*two, _UNITS_OF_TIME) for two in pairwise(words)) or bool(
        _DEICTIC_TIMES & set(words)
    )


def _is_deictic_of_year(text: str) -> bool:
    """Whether a text refers to a year by its own date: "this year"."""
    if not is_in_english(text):
        return _FOREIGN_DEICTIC_YEARS.search(unify(text).casefold()) is not None
    words = ["", *read(text).words]
    # "In the last year" is no calendar year, but the twelve months before.
    return any(
        _is_deictic_span(determiner, unit, {"year"}) and w != "the"
        for w, determiner, unit in zip(words, words[1:], words[2:], strict=False)
    )


def _is_deictic_span(determiner: str, unit: str, units: Set[str]) -> bool:
    """Whether two words are a span that is another one later: "this year", "last year's"."""
    return determiner in _DEICTIC_DETERMINERS and unit.removesuffix("'s") in units


STATEMENT_GUARDS: tuple[StatementGuard, ...] = (
    self_speakers_differ,
    relative_times_differ,
    time_spans_differ,
)


def may_be_other_claim(a: Statement, b: Statement) -> bool:
    """Whether the same words may be another claim, because of the claimant or the date."""
    return any(guard(a, b) for guard in (*STATEMENT_GUARDS, groups_differ))
