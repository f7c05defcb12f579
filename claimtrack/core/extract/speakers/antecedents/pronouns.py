"""Whom "he", "she", "it" and "both" mean, several who speak as one, and what speaks for whoever it belongs to: "her office", "the Trust's latest figures"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import TITLES, author_of
from claimtrack.core.extract.speakers.mentions.gazetteer import is_place
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.speakers.topics.lone_names import has_just_spoken
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import name_pattern, word_set
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.core.extract.speakers.speakers import Cast

_SEXES = {**TITLES, "Lord": "he", "Lady": "she", "Baroness": "she", "Madam": "she"}
_OF_EITHER = frozenset("Dr Prof Professor Judge Justice Councillor Cllr Senator Sen Inspector Supt".split())
_NAMED = name_pattern(
    rf"\b(?P<title>{'|'.join(sorted([*_SEXES, *_OF_EITHER], key=len, reverse=True))})\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_LOOK_BACK = 500  # characters before a pronoun in which somebody is looked for
_FOUND = expression(
    r"It (?:(?:has|had|also|since|further|later|then|separately) ){0,2}(?:recorded|counted|documented|identified|logged|registered"
    r"|tallied|observed|detected|uncovered|discovered|measured|verified|estimated|found)"
    r"(?! (?:(?:an?|its|the) (?:[\w.%$£€-]+ ){0,3}?(?:loss|losses|profit|profits|surplus|deficit|sales|win|victory|defeat)\b|itself|a way|its way))"
)
"""A body that "recorded a loss" or "found itself in debt" reports nothing."""
_REPORTING = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})
OWNED_DOCUMENT = expression(
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w.&-]*(?: (?:of|for|and|the|[A-Z][\w.&-]*)){0,8})'s (?:(?!in |on |at )[\w-]+ ){0,3}(?P<what>(?!biograph|obituar)[a-z]+)"
)
"""A document with its author: "the Norbridge Trust's latest figures"."""
PERSON_METONYM = expression(
    r"(?P<whose>[Hh]is|[Hh]er) (?:(?:own|[a-z]+) )?(?P<what>statement|letter|email|testimony|evidence|speech|post|message|reply|response|answer|memoir|tweet"
    r"|affidavit|book|office|party|campaign|team|research|study|analysis|paper|lawyers?|attorneys?|solicitors?|barristers?|spokes[a-z]+)"
    r"(?:, (?:[a-z]+ed|seen|written|which) .*)?"
)
"""What stands for a person: "her statement went on", "his office said"."""
SPOKESPERSON_STEMS = ("spokes", "lawyer", "attorney", "solicitor", "barrister")
"""Nouns of those who speak for somebody: "his lawyer said"."""
_OFFICERS = ("president", "chairman", "chairwoman", "chair", "director", "leader", "founder", "owner")
BODY_METONYM = expression(r"[Ii]ts (?:[a-z]+ ){0,2}(?P<what>[a-z]+)(?: in [A-Z][\w-]+)?")
"""What may stand for a body: "according to its annual report"."""
_OFFICES = (nouns.TITLES & nouns.PERSONS) | word_set(
    "taoiseach archbishop cardinal sheriff speaker sheikh sultan emir duke duchess"
)
_FOR_HOLDER = name_pattern(
    r"[Aa]n? (?P<what>(?:[a-z-]+ ){0,3}?spokes[a-z]+) for (?:the|[A-Z][\w-]+'s) (?:[\w-]+ ){0,3}?"
    rf"(?P<office>{'|'.join(sorted(_OFFICES))}), "
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){1,3}),?"
)
"""Somebody unnamed who speaks for the holder of an office: "a spokesman for the mayor, Ann Lee,"."""
_LONGEST = 300  # characters of the sentence before that are read
_ENDS = expression(r"[.?!][\"']* |\n")
_BODY = name_pattern(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?) (?:(?!{'|'.join(sorted(lexicon.PREPOSITIONS))})[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(nouns.BODIES - {'police'}))})\b"
    r"|(?:\b[Tt]he )?\b[A-Z][\w&-]+(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w&-]+){0,5}"
)
"""What may be a body in the sentence before: "the school", "the BBC", "Open Arch"."""
_GOES_ON = expression(r"-| [A-Z]")
_WORD = expression(r"[a-z]+")
_OF_PERSONS = nouns.TITLES & nouns.PERSONS
_SEVERAL = expression(r"data|\w+(?<!s)(?<!i)(?<!u)s")
_NAME_JOINED = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,5}"
_HOME = r"(?: of [A-Z][\w-]*(?: [A-Z][\w-]*)?)?(?: \([DRI](?:[-.,][^()]{0,20})?\))?"
_LISTED = name_pattern(
    rf"(?P<others>(?:{_NAME_JOINED}{_HOME}, ){{1,4}})(?P<one>{_NAME_JOINED}){_HOME}, and (?P<last>{_NAME_JOINED}){_HOME}(?:, [^,]{{2,80}})?,?"
)
"""Three and more with a comma before "and": "Ann Lee, Bob Ray, and Tom Ashby"."""
_TOGETHER = name_pattern(
    rf"(?:[Bb]oth )?(?P<others>(?:{_NAME_JOINED}{_HOME}, ){{0,4}}?)(?P<one>{_NAME_JOINED}){_HOME}(?:, [^,]{{2,80}},|,)? and "
    rf"(?P<last>{_NAME_JOINED}){_HOME}(?:, [^,]{{2,80}})?,?"
)
"""Names that "and" joins, with where each is from or what he is: "Ann Lee of Vale and Tom Ashby, her deputy"."""
_COUNTED = name_pattern(
    r"^(?:[Tt]he |[Bb]oth )?(?:other )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:[\w'-]+ ){0,3}[a-z]+s(?: [a-z-]+){0,3}, (?=[A-Z])"
)
"""How many they are, and what: "Two Democratic senators, Ann Lee and Tom Ashby"."""
_MADE_UP = name_pattern(
    r"^(?:[\w'-]+ ){0,6}(?:,? ?comprising|consisting of|made up of|composed of) (?=[A-Z])"
)
"""What several make up: "A bench comprising Justice Ann Lee and Justice Bo Lund"."""
_LONGEST_KIND = 4  # words that tell what several are, before their names


def find_titled_names(text: str, at: int, pronoun: str) -> Iterator[tuple[str, bool]]:
    """Titles with their names before `at` that "he" or "she" fits, the likeliest first, and whether the title tells so.

    One that may be either's counts in the same paragraph only.
    """
    found = list(_NAMED.finditer(text, max(0, at - _LOOK_BACK), at))[::-1]
    opens = text.rfind("\n", 0, at)
    yield from ((one[0], True) for one in found if _SEXES.get(one["title"]) == pronoun)
    yield from ((one[0], False) for one in found if one["title"] in _OF_EITHER and one.start() > opens)


def reports_speakers_finding(words: str, speaker: Speaker) -> bool:
    """Whether a sentence of the outlet tells what the body that spoke just before recorded or found, and so is its account."""
    if not words.startswith("It ") or speaker.kind not in _REPORTING:
        return False
    is_paper = speaker.kind is ClaimantKind.DOCUMENT  # which "found" it once, and "has found" nothing since
    return _FOUND.match(words) is not None and not (is_paper and words.startswith("It has "))


def is_body_spokesperson(noun: str, roles: Mapping[str, Sequence[str]]) -> bool:
    """Whether "its spokesman", "its president" speaks for a body, and is nobody whom the article names."""
    return noun.startswith(SPOKESPERSON_STEMS) or (noun in _OFFICERS and noun not in roles)


def resolve_holder_spokesperson(source: str, roles: Mapping[str, Sequence[str]]) -> Speaker | None:
    """The spokesman of the holder of an office who is named behind it; None where the article tells that another holds it."""
    found = _FOR_HOLDER.fullmatch(source) if ", " in source else None
    if found is None or {found["name"]} != set(roles.get(found["office"], ())):
        return None
    what = found["what"]
    return Speaker(f"{what} for {found['name']}", ClaimantKind.ANONYMOUS, what.rpartition(" ")[2])


def resolve_it(cast: Cast) -> Speaker | None:
    """The one thing or body in sight: "figures" are several, and behind "figures from the bank" it is the bank."""
    thing = cast.thing
    if thing and thing.kind is ClaimantKind.DOCUMENT and _are_several(thing.head):
        if author := author_of(thing.name):
            return cast.mention(parse_mention(author))
        found = cast.body if cast.last == thing else cast.last
    else:
        found = cast.last if thing is None or has_just_spoken(cast) else thing
    if found and not _are_people(cast, found):
        return found
    before = _sentence_before(cast)
    words = [(word[0], word.end()) for word in _WORD.finditer(before)]
    has_document = not nouns.DOCUMENTS.isdisjoint(word for word, _ in words)
    if found is None:  # "Lee wrote to the council", but not "Lee wrote a letter to the council"
        return None if has_document else _named_in(cast, before, words, behind=" to ")
    if has_document and f"{found.name.rpartition(' ')[2]}'s " in before:
        return found  # "Moor's report says S. It adds T"
    body = cast.body if cast.body and not _are_people(cast, cast.body) else None
    return _named_in(cast, before, words) or body


def _are_people(cast: Cast, one: Speaker) -> bool:
    """Whether several are meant, or one who is surely a person: no "it"."""
    if one.is_plural or (
        one.head in nouns.BODIES and lexicon.singular(one.head) in nouns.BODIES - {one.head}
    ):
        return f"he {one.name}" not in cast.text or one.name.islower()  # but "The Friends of the Lake"
    if one.kind is ClaimantKind.ANONYMOUS:
        return one.head in _OF_PERSONS
    is_known = is_given_name(one.name.partition(" ")[0].lower()) or one.head in cast.genders
    is_known = is_known or any(
        one.name in cast.roles.get(office, ()) for office in _OF_PERSONS & cast.roles.keys()
    )
    return cast.called.get(one.name, "it") != "it" or (one.kind is ClaimantKind.PERSON and is_known)


def _sentence_before(cast: Cast) -> str:
    """The sentence before the "It" that opens another; nothing before an "it" within one."""
    if not cast.text.startswith("It", cast.at):
        return ""
    end = max(0, cast.at - 1)
    before = cast.text[max(0, end - _LONGEST) : end].rstrip()
    opens = (stop.end() for stop in _ENDS.finditer(before, 0, max(0, len(before) - 1)))
    return before[max(opens, default=0) :]


def _named_in(cast: Cast, before: str, words: list[tuple[str, int]], *, behind: str = "") -> Speaker | None:
    """The body that a sentence tells of: the first behind its verb ("accused the school of lying"), else the last."""
    places = [one for one in _BODY.finditer(before) if before.endswith(behind, 0, one.start())]
    found = [(one.start(), body) for one in places if (body := _body(cast, before, one))]
    verb = next((past for word, past in words if word in lexicon.VERBS), 0)
    return next((body for at, body in found if at > verb), found[-1][1] if found else None)


def _body(cast: Cast, text: str, found: re.Match[str]) -> Speaker | None:
    """The body of these words; "the charity" is not one before its name, nor "the school-run"."""
    if _GOES_ON.match(text, found.end()):
        return None
    one = cast.mention(parse_mention(found[0]))
    return (
        one
        if one.kind is ClaimantKind.ORGANISATION and not (is_place(one.name) or _are_people(cast, one))
        else None
    )


def _are_several(noun: str) -> bool:
    """Whether a noun for papers is a plural that "it" cannot mean: "figures", "data"; not "analysis" and "census"."""
    return _SEVERAL.fullmatch(noun) is not None


def resolve_coordination(cast: Cast, source: str) -> Speaker | None:
    """All of whom the words name, if they are people of the article, countries or two bare names; else None."""
    if source.lower() in lexicon.FLOATING_QUANTIFIERS:
        return _in_sight(cast)
    if " and " not in source:
        return None
    told, named_so = _past_kind(_COUNTED.sub("", _MADE_UP.sub("", source)))
    listed = _LISTED.fullmatch(named_so) if ", and " in named_so else None
    named = _named(cast, listed) or _named(cast, _TOGETHER.fullmatch(named_so))
    if not named:
        return None
    for who in named:
        cast.remember(who)
    *others, last = [who.name for who in named]
    are_bodies = told in nouns.COLLECTIVES or any(who.kind is ClaimantKind.ORGANISATION for who in named)
    kind = ClaimantKind.ORGANISATION if are_bodies else named[-1].kind
    cast.several = Speaker(f"{', '.join(others)} and {last}", kind, "both")
    return cast.several


def _named(cast: Cast, found: re.Match[str] | None) -> list[Speaker]:
    """Whom the words name; none where they do not name several of a kind."""
    if found is None:
        return []
    names = [name.partition(" of ")[0] for name in found["others"].split(", ") if name]
    named = [cast.mention(parse_mention(name)) for name in (*names, found["one"], found["last"])]
    are_others = len({who.name for who in named}) == len(named)
    return named if are_others and _are_of_a_kind(cast, named) else []


def _past_kind(source: str) -> tuple[str, str]:
    """What the several are, in the singular, and the words behind it: "The charities Shelter and Mind", "Police chiefs Ann Lee and Tom Ashby"."""
    words = source.split()
    window = range(min(_LONGEST_KIND, len(words) - 2))
    at = next((i for i in window if _is_kind(words[i], words[i + 1])), -1)
    return (lexicon.singular(words[at].lower()), " ".join(words[at + 1 :])) if at >= 0 else ("", source)


def _is_kind(word: str, following: str) -> bool:
    return lexicon.is_plural_head(word.lower()) and word.endswith("s") and following[0].isupper()


def _in_sight(cast: Cast) -> Speaker | None:
    """Those several whom "both" means: the last ones who are no documents."""
    if cast.several and cast.several.kind is not ClaimantKind.DOCUMENT:
        return cast.several
    return cast.last if cast.last and cast.last.is_plural else None


def _are_of_a_kind(cast: Cast, named: list[Speaker]) -> bool:
    """Whether all are people whom the article names in full, or all places and bare names that nobody knows."""
    known = cast.full_names.values()
    are_people = all(who.kind is ClaimantKind.PERSON and who.name in known for who in named)
    are_bodies = all(who.kind is ClaimantKind.ORGANISATION for who in named)
    are_bodies = are_bodies or all(_is_body(who) or _is_bare(who) for who in named)
    return are_people or are_bodies or all(is_place(who.name) or _is_bare(who) for who in named)


def _is_body(who: Speaker) -> bool:
    """Whether a body is named, and not the first half of a name: "Department of Rivers, Bridges and Harbours"."""
    return who.kind is ClaimantKind.ORGANISATION and who.name.lower() not in nouns.BODY_NAME_WORDS


def _is_bare(who: Speaker) -> bool:
    return who.kind is ClaimantKind.UNKNOWN and " " not in who.name
