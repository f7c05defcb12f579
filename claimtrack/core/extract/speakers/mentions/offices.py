"""Offices and their holders: who "Minister for Health Jane Doe" is, which minister "the finance minister" means, and synonyms: "the MD", "the lawmaker"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.occurrences import find_occurrences
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.extract.words.titles import HONORIFICS, RANKS, skip_field, without_office, without_titles

_REACH_BEFORE = 70  # characters before a name: "The minister for housing and planning, Ann Lee"
_REACH_AFTER = 90  # characters after a name: "Ann Lee, the minister for housing and planning"
_MOST_MENTIONS = 6  # mentions of a name that are read at most
_SUBORDINATE = words_of("vice deputy shadow")
"""Modifiers that make another office: its deputy, or its shadow."""
_PAST_MODIFIERS = words_of("former ex then outgoing late")
_DISTINGUISHING = _SUBORDINATE | _PAST_MODIFIERS
_PARTIES = words_of("democrat republican conservative labour liberal independent")
_UNINFORMATIVE = lexicon.DETERMINERS | words_of(
    "new current acting country's nation's state's city's town's longtime veteran top senior and"
)
_BEFORE_MODIFIERS = lexicon.BEFORE_NOUN | lexicon.CONJUNCTIONS | lexicon.VERBS
_WORD = expression(r"[\w'-]+")
_STOP = expression(r"[.;:!?\"()\n—]")
_NATIONALITY_ENDINGS = tuple("ian ean can ish ese aeli ani aqi french german dutch greek swiss czech".split())
_HEAD_LENGTH = 5  # letters in which "Democrat" and "Democratic" are alike
_OFFICE_AND_HOLDER = name_pattern(
    r"(?:[A-Z][\w.'-]+ ){0,2}?(?P<office>[A-Za-z][\w-]+) (?:of|for|on|to) (?:State for )?(?:the )?(?:(?:[A-Z][a-z]+ ){0,2}District of )?(?P<rest>[A-Z][\w'-]*(?:,? (?:and )?[A-Z][\w.'-]*){2,7})"
)
"""An office and its holder: "Minister for Health Jane Doe", "ambassador to Norvia Jane Doe"."""
_OFFICE_WITH_FIELD = name_pattern(
    r"(?:[\w'-]+ ){0,3}?(?P<office>[\w-]+) (?:of|for|on) (?:(?!the |an? )[a-z][\w'-]* ){1,5}(?P<rest>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})"
)
"""The same with a field in lower case: "Director of public health Dr Jane Doe"."""
_OFFICE_OF_BODY = name_pattern(
    r"(?:[\w'-]+ ){0,3}?(?P<office>[\w-]+) (?:of|for) the (?:[a-z][\w'-]* ){0,3}?(?P<body>[a-z][\w'-]*) (?P<rest>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})"
)
"""The same with a body in lower case: "deputy leader of the council Jane Doe"."""
_OFFICE_OF_INSTITUTE = name_pattern(
    r"(?:[\w'-]+ ){0,3}?(?P<office>[\w-]+) (?:of|at) (?:[\w'-]+ ){1,5}?(?:of|for) (?P<rest>[A-Z][\w'-]*(?:,? (?:and )?[A-Z][\w.'-]*){2,7})"
)
"""The same with a body named after its field: "the director of the Institute of Zoology Jane Doe"."""
_OPPOSITION_LEADER = name_pattern(
    r"(?:[A-Z]\w+ )?(?i:leader of (?:the )?opposition)(?: in (?:the )?[A-Z]\w+(?: (?:Sabha|Assembly|Council|Parliament|Senate|House))?)? (?P<name>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3})"
)
"""An office that a bare surname may follow."""
_HOLDER_PATTERNS = (
    (_OFFICE_AND_HOLDER, without_office),
    (_OFFICE_WITH_FIELD, without_titles),
    (_OFFICE_OF_BODY, without_titles),
    (_OFFICE_OF_INSTITUTE, skip_field),
)
_PERSON_NOUNS = nouns.SPEAKERS | nouns.TITLES
_SYNONYM_GROUPS = [
    names.split("/")
    for names in (
        "ceo/chief executive/chief executive officer,cfo/chief financial officer/chief finance "
        "officer/finance director/finance chief,coo/chief operating officer,cto/chief technology "
        "officer,md/managing director,dg/director-general/director general,igp/inspector-general/inspector "
        "general,vc/vice-chancellor/vice chancellor,vp/vice-president/vice president,ps/permanent "
        "secretary/principal secretary,cs/cabinet secretary,cm/chief minister,pm/prime minister/premier,da/district attorney,dc/deputy "
        "commissioner,ag/attorney-general/attorney general/auditor-general/auditor "
        "general/accountant-general,gp/general practitioner,general secretary/secretary-general/secretary "
        "general"
    ).split(",")
]
"""Synonyms for one office, most of them abbreviations."""
_SYNONYMS = {name: [one for one in names if one != name] for names in _SYNONYM_GROUPS for name in names}
_LEGISLATORS = "member senator representative congressman congresswoman mp mep msp td councillor assemblyman assemblywoman delegate"
_CLERGY = words_of(
    "imam bishop archbishop priest pastor rabbi cardinal reverend rev ayatollah vicar father canon"
)
_LAWYERS = words_of("lawyer attorney barrister solicitor counsel")
_RESEARCHERS = words_of(
    "professor prof lecturer researcher scientist historian dr biologist physicist geologist chemist "
    "ecologist epidemiologist virologist climatologist meteorologist psychologist astronomer economist"
)
_HYPONYMS = {
    "lawmaker": words_of(_LEGISLATORS),
    "legislator": words_of(_LEGISLATORS),
    "mp": words_of("member backbencher frontbencher"),
    "politician": words_of(
        f"{_LEGISLATORS} minister premier chancellor mayor governor president secretary leader"
    ),
    "academic": _RESEARCHERS,
    "scientist": _RESEARCHERS - {"historian", "economist"},
    "researcher": _RESEARCHERS,
    "cleric": _CLERGY,
    "clergyman": _CLERGY,
    "lawyer": _LAWYERS,
    "attorney": _LAWYERS,
    "barrister": _LAWYERS,
    "commander": words_of("general colonel admiral major captain brigadier"),
    "officer": words_of("detective constable sergeant inspector superintendent colonel pc wpc pcso dc ds di"),
    "detective": words_of("constable sergeant inspector superintendent"),
    "congressman": words_of("representative"),
    "congresswoman": words_of("representative"),
    "envoy": words_of("ambassador diplomat"),
    "diplomat": words_of("ambassador envoy"),
    "doctor": words_of("dr surgeon physician consultant gp pathologist psychiatrist oncologist"),
    "physician": words_of("dr surgeon doctor consultant"),
    "entrepreneur": words_of("founder co-founder billionaire"),
    "businessman": words_of("founder co-founder billionaire"),
    "pensioner": words_of("widow widower retiree"),
    "filmmaker": words_of("director"),
    "author": words_of("novelist writer historian"),
    "writer": words_of("novelist author"),
    "magistrate": words_of("judge"),
    "accused": words_of("defendant"),
    "defendant": words_of("accused"),
    "claimant": words_of("plaintiff"),
    "grower": words_of("farmer"),
    "constable": words_of("officer"),
    "auditor": words_of("auditor-general"),
    "boss": words_of("leader chief head chairman chairwoman executive secretary manager coach"),
    "skipper": words_of("captain"),
    "chief": words_of("constable"),
    "secretary": words_of("secretary-general"),
    "manager": words_of("coach"),
    "head": words_of("headteacher principal"),
}
"""Noun -> the roles that it may stand for."""

POLITICAL_ADJECTIVES = words_of(
    "conservative liberal labour labor democratic republican green independent socialist centrist populist "
    "nationalist left-wing right-wing far-left far-right centre-left centre-right center-left center-right "
    "veteran senior opposition"
)
"""Adjectives that describe a politician, but no office: "the conservative politician"."""


def find_office_holder(core: str) -> str | None:
    """The name in "Minister for Foreign Affairs Jane Doe" and "Head of cardiology Dr Jane Doe"; None without one."""
    if not (" of " in core or " for " in core or " on " in core or " to " in core):
        return None
    if opposing := _OPPOSITION_LEADER.fullmatch(core):
        return opposing["name"]
    for pattern, name_of in _HOLDER_PATTERNS:
        match = pattern.fullmatch(core)
        is_body = match is None or match.groupdict().get("body", "house") in nouns.BODIES
        if match and is_body and _is_office(match["office"]):
            words = match["rest"].split()
            name = name_of(words)
            is_name = len(name) < len(words) or (
                pattern in {_OFFICE_WITH_FIELD, _OFFICE_OF_BODY} and is_given_name(words[0].lower())
            )
            if is_name and len(name) > 1 and name[-1].lower() not in nouns.BODY_NAME_WORDS:
                return " ".join(name)
    return None


def _is_office(word: str) -> bool:
    """Whether a noun is an office that one person holds: "head", "vice-president"."""
    office = word.lower().removeprefix("vice-")
    return office == "head" or (office not in nouns.BODIES and office in _PERSON_NOUNS)


def pick_office_holder(text: str, names: Iterable[str], head: str, mention: str) -> str | None:
    """The person among `names`, the likeliest first, whom "the finance minister" means; None where it is somebody else.

    `head` is the noun of the office. Modifiers that the article does not give are no difference.
    """
    asked = _find_modifiers(mention.lower().split(), head)
    best: tuple[int, str] | None = None
    for name in dict.fromkeys(names):
        given = _modifiers_given(text, name, head)
        fits = _score_fit(asked, given)
        if fits is not None and (best is None or fits > best[0]):
            best = fits, name
    return best[1] if best else None


def _score_fit(asked: frozenset[str], given: frozenset[str]) -> int | None:
    """How well a person's office fits the one mentioned; None where it is another."""
    if asked & _SUBORDINATE != given & _SUBORDINATE and (asked or len(given) == 1):
        return None
    if asked & _PAST_MODIFIERS > given & _PAST_MODIFIERS:
        return None
    nations = _find_nationalities(asked), _find_nationalities(given)
    if all(nations) and nations[0].isdisjoint(nations[1]):
        return None
    shared = _count_shared(asked, given)
    if asked - _DISTINGUISHING and given - _DISTINGUISHING and not shared:
        return None
    is_past = "former" in given - asked  # of two mayors "the mayor" is the one who still is
    return 2 * shared - len(asked - given) - is_past


def _find_nationalities(words: frozenset[str]) -> set[str]:
    """The adjectives of nationality among some words."""
    return {word for word in words if word.endswith(_NATIONALITY_ENDINGS)}


def _count_shared(asked: frozenset[str], given: frozenset[str]) -> int:
    """The number of modifiers that two offices share: "Democratic" counts for "Democrat"."""
    prefixes = {word[:_HEAD_LENGTH] for word in given}
    return sum(word[:_HEAD_LENGTH] in prefixes for word in asked)


def _modifiers_given(text: str, name: str, head: str) -> frozenset[str]:
    """The modifiers that the article gives of somebody's office: "finance", "Leeds", "deputy"."""
    found: set[str] = set()
    for at in islice(find_occurrences(text, name), _MOST_MENTIONS):
        before = _STOP.split(text[max(0, at - _REACH_BEFORE) : at].rstrip(" ,"))[-1]
        end = at + len(name)
        after = text[end : end + _REACH_AFTER]
        found |= _modifiers_before(before.lower().split(), head) | _modifiers_after(after, head)
    return frozenset(found)


def _modifiers_before(words: list[str], head: str) -> frozenset[str]:
    """The modifiers of an office that ends before a name: "the British finance minister", "the mayor of Leeds"."""
    between = [word for word in words[_last_index(words, head) + 1 :] if word.rstrip(".") not in HONORIFICS]
    is_office = not between or (between[0] in {"of", "for"} and lexicon.VERBS.isdisjoint(between))
    return _find_modifiers(words, head) if is_office else frozenset()


def _modifiers_after(after: str, head: str) -> frozenset[str]:
    """The modifiers of an office after a name: ", the mayor of Leeds,", " of Leeds"."""
    if after.startswith((" of ", " from ")):
        place = _WORD.match(after, after.index(" ", 1) + 1)
        return frozenset({place[0].lower()}) if place and place[0][0].isupper() else frozenset()
    if not after.startswith(", "):
        return frozenset()
    apposed = after[2:].partition(",")[0].partition(".")[0].lower().split()
    if head in apposed and lexicon.VERBS.isdisjoint(apposed):
        return _find_modifiers(apposed, head)
    return frozenset(apposed[1:]) & _PARTIES if apposed[0] in {"a", "an"} else frozenset()


def _find_modifiers(words: list[str], head: str) -> frozenset[str]:
    """The modifiers that distinguish an office: the words right before its noun, and those after "of" or "for"."""
    begin = at = _last_index(words, head)
    if at < 0:
        return frozenset()
    while begin and words[begin - 1] not in _BEFORE_MODIFIERS and not words[begin - 1].endswith((",", "ed")):
        begin -= 1
    found = words[begin:at]
    if words[at + 1 : at + 2] in (["of"], ["for"]):
        found += [word.strip(",") for word in words[at + 2 : at + 5]]
    return frozenset(word.removesuffix("'s") for word in found if word not in _UNINFORMATIVE)


def _last_index(words: list[str], head: str) -> int:
    """The last index of the noun of an office; -1 without it."""
    return next((i for i in range(len(words) - 1, -1, -1) if words[i] == head), -1)


def office_synonyms(name: str) -> Iterator[str]:
    """Yield the synonyms of an office: "managing director" for "MD", "company's managing director" for "company's MD"."""
    lower = name.lower()
    *_, last = lower.split()
    office = next((one for one in (lower, " ".join(lower.split()[-2:]), last) if one in _SYNONYMS), None)
    if office:
        yield from (lower.removesuffix(office) + other for other in _SYNONYMS[office])


def is_office_abbreviation(name: str, text: str) -> bool:
    """Whether a mention is an abbreviation of an office, "DG", "CFO", "DIG", and the article does not introduce a body by it: "Credit Suisse (CS)"."""
    before, bracketed, _ = text.partition(f" ({name})")
    is_body = bracketed and before.rpartition(" ")[2].lower() not in nouns.TITLES
    return name.isupper() and (name in RANKS or name.lower() in _SYNONYMS) and not is_body


def narrower_roles(noun: str) -> frozenset[str]:
    """The roles that a broader noun may stand for: a "lawmaker" may be a senator."""
    return _HYPONYMS.get(noun, frozenset())


def is_office_before(abbreviation: str, text: str, name: str) -> bool:
    """Whether an article gives an abbreviated office before a full name: "CS" where it has "Cabinet Secretary Ann Lee" or "CS Ann Lee"."""
    if not (abbreviation.isupper() and abbreviation.isalpha() and len(abbreviation) > 1):
        return False
    befores = (text[max(0, at - _REACH_BEFORE) : at].split() for at in find_occurrences(text, name))
    return any(
        before[-1:] == [abbreviation]
        or "".join(word[0] for word in before[-len(abbreviation) :]) == abbreviation
        for before in islice(befores, _MOST_MENTIONS)
    )
