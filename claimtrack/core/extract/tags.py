"""What is a row about? A few tags: the names in it and its topics."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.sentence import Sentence, bits_of
from claimtrack.core.extract.speakers.mentions.gazetteer import is_single_word_body
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.extract.words.titles import without_titles
from claimtrack.core.language.american_states import STATE_ABBREVIATIONS
from claimtrack.core.language.calendar_words import WEEKDAYS
from claimtrack.core.language.capitals import NAME_PARTICLE
from claimtrack.core.language.titles import TITLES_IN_FULL
from claimtrack.core.texts.typography import OPENING_QUOTES

_MOST_NAMES, _MOST_TOPICS, _FULL_NAME = 4, 2, 2  # tags of either kind; words of a full name
_NAME = name_pattern(
    r"[A-Z](?<=\b[A-Z])[\w'-]{1,30}"
    rf"(?:(?: (?!U\.[SNK]\.)(?:[A-Z]\.){{1,3}}){{0,3}} (?:[A-Z][\w'-]{{1,30}}|(?:of|arap|{NAME_PARTICLE})(?: (?:der|den|la|los|las))? [A-Z][\w'-]{{1,30}})){{0,5}}"
)
_INITIAL = expression(r"(?:[A-Z]\.){1,3}")
_POSSESSIVE = expression(r"'s?$")
_SHORTENED = frozenset(map(str.title, TITLES_IN_FULL)) | words_of(
    "St Mt Ft Brig Coun Hon Del Sec Det Sens Reps Govs Gens Profs"
)
"""Abbreviations that keep their stop in a name: "St. Louis", "Brig. Gen. Ann Lee"."""
_TOPICS = {
    "economy": v.ECONOMY,
    "taxes and budgets": v.MONEY,
    "health": v.HEALTH,
    "education": v.SCHOOLS,
    "crime and migration": v.CRIME,
    "energy and climate": v.ENERGY,
    "war and defence": v.WAR,
    "law and government": v.LAW,
}
_ANY_TOPIC = bits_of(_TOPICS.values())
_AMBIGUOUS_TOPIC_WORDS = {
    "economy": (
        words_of("company companies business businesses bank banks market wall interest job steel"),
        (v.PUBLIC, v.LARGE_NUMBERS),
    ),
    "taxes and budgets": (
        words_of("pay paid pays paying cost costs price fee fees money dollar dollars pounds euros rich"),
        (v.PUBLIC,),
    ),
    "energy and climate": (words_of("air water"), (v.PUBLIC,)),
    "health": (words_of("pandemic"), ()),
    "crime and migration": (
        words_of("border borders"),
        (
            words_of(
                "cross+s+ed+ing crossings wall fence security secure secured guard+s patrol+s agency control+s "
                "post+s close+ed+ing closure migrants smuggling smugglers arrests"
            ),
        ),
    ),
    "law and government": (
        words_of("court courts"),
        (
            words_of(
                "appeal+s bail case+s charge+s+ed claim+s convicted crown directed filed filing+s fined found "
                "hear+ed+ing high jailed lawyer+s local order+s+ed overturned petition prosecutors quashed ruled "
                "ruling+s sentence sentenced struck sue sued suit trial upheld"
            ),
        ),
    ),
}
"""Ambiguous topic words, which count only next to these: anybody may pay, write to a company, drink water or go to court."""
_UNAMBIGUOUS_TOPIC_WORDS: tuple[frozenset[str], tuple[frozenset[str], ...]] = (frozenset(), ())
_TOLD_BY = [
    (topic, bits_of([words]), words, *_AMBIGUOUS_TOPIC_WORDS.get(topic, _UNAMBIGUOUS_TOPIC_WORDS))
    for topic, words in _TOPICS.items()
]
_ROAD = expression(r"[AB]\d{1,4}|M(?!23\b)\d{1,2}")  # British roads, not names; but M23 is a militia, too
_DEPARTMENT = expression(
    r"(?:The )?(?:[A-Z][\w-]+ )?(?:Department|Ministry|Office|Bureau|Institute|Centre|Center)\b"
)
_ONE_FIELD = expression(r"(?:Department|Ministry|Office|Bureau) (?:of|for)(?: the)? \w+$")
"""The name of a department that may continue with another field: "Department for Work", not "Department for National Statistics"."""
_JOINTS = (" and ", " for ", " of the ")
_GOES_ON = name_pattern(r" (?P<joint>and|for|for the|of the) (?=(?P<next>[A-Z][a-z]+)\b(?!'))")
"""Words inside such a name: "Department for Work and Pensions"."""
_NO_NAMES = words_of(
    times.WEEKDAYS | times.MONTHS | lexicon.SUBJECT_PRONOUNS | v.FUNCTION_WORDS | v.NUMBER_WORDS,
    "mr mrs ms dr yes neither nor either latest while despite though although yet plus even several until earlier still",
)
_DAYS = frozenset(
    f"{name}{ending}"
    for name in {
        *WEEKDAYS,
        *words_of("january february july september october november december sept oct nov dec feb"),
    }
    for ending in ("", "s", "'s")
)
"""Weekdays and the months that are no first names, also as in "Monday's debate" and "open on Saturdays"."""
_NAMED_DAYS = words_of("black super good cyber giving bloody news")
"""Words with which a weekday is a name: "Black Friday"."""
_PARTY = expression(r"(?!D-Day\b)[DRI]-[A-Z][A-Za-z-]{0,11}")
"""The party and state of an American politician: "(R-Fla.)"."""
_SEASONS = words_of("christmas easter ramadan")
_NO_NAME_ALONE = _SEASONS | words_of(
    "gentleman gentlemen lady ladies friend friends member members bill cllr councillor councilor president secretary governor chairman "
    "chairwoman chancellor senator mayor minister premier speaker state hey look oh yeah uh okay sorry sir est edt cst cdt pst pdt gmt "
    "bst jr sr co corp inc ltd"
)
"""Words capitalised by convention that name nothing by themselves: "the hon. Gentleman", "the Bill", "Cllr S. Moor", "'Hey, ...'"."""
_LEADS_UP = words_of("since former ex then")
_BODY_MODIFIER = ("-listed", "-based", "-owned", "-backed")
"""Endings of a modifier before a name: "London-listed Moor & Lind"."""
_EMPHATIC = (
    v.EXTREMES | v.UNIVERSALS | v.RISES_AND_FALLS | v.LEGISLATION | v.WARFARE | v.TAKING | v.DEALINGS | v.ECONOMY | v.MONEY
    | v.PAST_IRREGULAR | v.SHARES | v.OPINION | v.DUTY | v.PRAISE | v.VAGUE | {"false", "fake"}
) - {"led"}  # fmt: skip
"""Everyday words set in capitals for emphasis ("NEVER", "CUT"); none of them is an acronym."""
_EMPHATIC_ENDINGS = ("ed", "ing", "ly", "est")
_SHORTEST_EMPHATIC, _LONGEST_ACRONYM = 6, 6  # characters
_UNITS = words_of("gwh mwh kwh twh gw mw kw tw wh gb mb tb kb mhz ghz khz hz mbps gbps db km kg bn")
_OPENERS = frozenset(f":\"'‘{OPENING_QUOTES}(—–-")
"""Marks after which a clause may begin with a capital letter."""


def extract_tags(sentence: Sentence) -> tuple[str, ...]:
    """Return at most four names as written, then at most two topics, the topic with the most words first."""
    return (*_find_names(sentence.text), *_find_topics(sentence))


def _find_names(text: str) -> list[str]:
    """Find the names in a text, as runs of capitalised words: "Ann Lee", "Department for Work and Pensions"."""
    found: dict[str, None] = {}
    begins = -1
    for match in _NAME.finditer(text):
        if begins < 0 and match[0].lower() in _NO_NAMES:
            continue  # "The", "He"
        end = match.end()
        begins = match.start() if begins < 0 else begins
        if text.startswith(". ", end) and match[0].rpartition(" ")[2] in _SHORTENED:
            continue
        if text.startswith(_JOINTS, end) and _continues_department(text, begins, end):
            continue
        words, begins = text[begins:end].split(), -1
        while words and _starts_outside_name(words):
            words = words[1:]
        while words and _ends_outside_name(words):
            end -= len(words.pop()) + 1
        if words and words[0].lower() in _UNITS and _follows_number(text, words, end):
            words = words[1:]
        if len(words) > 1:
            found.update(dict.fromkeys(_split_titles(words)))
        elif words and not (_is_no_name(words[0]) or _is_grammatical_capital(text, words[0], end)):
            written_out = STATE_ABBREVIATIONS.get(f"{words[0]}.") if text.startswith(".", end) else None
            found[written_out or _without_possessive(words[0])] = None
        if len(found) >= _MOST_NAMES:
            break
    return list(found)[:_MOST_NAMES]


def _is_no_name(word: str) -> bool:
    """Whether a lone capitalised word is a road ("M25") or a party ("R-Fla"), or is capitalised by convention."""
    if word.lower() in _NO_NAME_ALONE or ("-" in word and _PARTY.fullmatch(word)):
        return True
    return word[-1].isdigit() and _ROAD.fullmatch(word) is not None


def _starts_outside_name(words: list[str]) -> bool:
    """Whether the first word is not part of the name: an emphatic one, or one before it ("Since", "London-listed")."""
    first = words[0].lower()
    is_modifier = len(words) > 1 and (first in _LEADS_UP or first.endswith(_BODY_MODIFIER))
    if first in _NO_NAMES or first in _DAYS or is_modifier:
        return True
    return words[0].isupper() and _is_emphatic_capital(words[0])


def _ends_outside_name(words: list[str]) -> bool:
    """Whether the last word is not part of the name: an emphatic one, or a day after it ("Ann Lee Friday")."""
    *others, last = words
    if last.lower() in _DAYS:
        return not others or others[-1].lower() not in _NAMED_DAYS
    return last.isupper() and _is_emphatic_capital(last)


def _continues_department(text: str, start: int, end: int) -> bool:
    """Whether a department's name continues after "for" or "and", which no person follows: "Department for Work and Pensions"."""
    joint = _GOES_ON.match(text, end) if _DEPARTMENT.match(text, start) else None
    if joint is None or is_given_name(joint["next"].lower()):
        return False
    return joint["joint"] != "and" or _ONE_FIELD.search(text, start, end) is not None


def _follows_number(text: str, words: list[str], end: int) -> bool:
    """Whether a number precedes the words that end here: "4 March"."""
    start = text.find(words[0], max(0, end - len(" ".join(words))))
    return text[:start].rstrip()[-1:].isdigit()


def _split_titles(words: list[str]) -> list[str]:
    """Strip the titles from a name; what precedes "Sinn Féin's Mary Lou McDonnell" is a name of its own."""
    if len(words) > _FULL_NAME:
        owner = next((i for i, word in enumerate(words[:-2], start=1) if word.endswith("'s")), 0)
        if owner and is_given_name(words[owner].lower()):
            return [*_split_titles(words[:owner]), *_split_titles(words[owner:])]
        name = without_titles(words)
        if len(name) >= _FULL_NAME and name[0][0].isupper() and _has_office(words, name):
            words = name
            while len(words) > 1 and _INITIAL.fullmatch(words[0]):
                words = words[1:]
    return [_without_possessive(" ".join(words))]


def _has_office(words: list[str], name: list[str]) -> bool:
    """Whether a name with its titles is a person's: "Brig. Gen. Ann Lee", "Clerk Treva Ostrander"; not "National Committee"."""
    is_titled = words[0].endswith(".") and words[0] not in {"St.", "Mt.", "Ft."}
    if is_titled or is_given_name(name[0].lower()):
        return True
    is_office = words[0].lower() in nouns.TITLES or (
        words[-3].lower() in nouns.SPEAKERS and words[-3].lower() not in nouns.BODIES
    )
    return is_office and len(name) == _FULL_NAME and words[-1].lower() not in nouns.BODY_NAME_WORDS


def _without_possessive(name: str) -> str:
    """Strip the possessive ending from a name, except where it is part of it: "Moody's"."""
    return name if "'" not in name or is_single_word_body(name.lower()) else _POSSESSIVE.sub("", name)


def _is_emphatic_capital(word: str) -> bool:
    """Whether a word in capitals is just an everyday word: "NEVER"."""
    low = word.lower()
    return low in _EMPHATIC or (len(low) >= _SHORTEST_EMPHATIC and low.endswith(_EMPHATIC_ENDINGS))


def _is_grammatical_capital(text: str, word: str, end: int) -> bool:
    """Whether a word's capital comes from its position: the start of the text, or of a clause within it."""
    start = text.find(word, max(0, end - len(word)))
    if text[start:end].isupper() and end - start <= _LONGEST_ACRONYM:
        return False  # "NATO"
    before = text[:start].rstrip()[-1:]
    if before not in _OPENERS:
        return not before
    continues = text[end + 1 : end + 2].islower() and not text.startswith((" and ", " or "), end)
    return continues and text[start - 1] != "-"


def _find_topics(sentence: Sentence) -> list[str]:
    """Return the topics of a sentence, the one with the most words first."""
    mask = sentence.mask
    if not mask & _ANY_TOPIC:
        return []
    counted = [
        (len(found), topic)
        for topic, bit, words, ambiguous, needed in _TOLD_BY
        if mask & bit and (not (found := sentence.bag & words) <= ambiguous or any(map(sentence.has, needed)))
    ]
    if len(counted) > 1:
        counted.sort(key=lambda pair: -pair[0])
    return [topic for _, topic in counted[:_MOST_TOPICS]]
