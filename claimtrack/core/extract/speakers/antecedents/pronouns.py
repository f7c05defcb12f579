"""Whom "he", "she", "it" and "both" refer to, coordinated names, and metonyms: "her office", "the Trust's latest figures"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import (
    GENDERED_TITLES,
    author_of,
    occurs_in_paragraph,
)
from claimtrack.core.extract.speakers.mentions.gazetteer import is_place
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.model import BODIES, ClaimantKind

if TYPE_CHECKING:
    import re

    from claimtrack.core.extract.speakers.speakers import Cast

_GENDERS_OF_TITLES = {**GENDERED_TITLES, "Lord": "he", "Lady": "she", "Baroness": "she", "Madam": "she"}
_NEUTRAL_TITLES = frozenset(
    "Dr Prof Professor Judge Justice Councillor Cllr Senator Sen Inspector Supt".split()
)
_TITLE_AND_NAME = name_pattern(
    rf"\b(?P<title>{'|'.join(sorted([*_GENDERS_OF_TITLES, *_NEUTRAL_TITLES], key=len, reverse=True))})\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_LOOK_BACK = 500  # characters before a pronoun that are searched for a person
_FINDING = expression(
    r"It (?:(?:has|had|also|since|further|later|then|separately) ){0,2}(?:recorded|counted|documented|identified|logged|registered"
    r"|tallied|observed|detected|uncovered|discovered|measured|verified|estimated|found)"
    r"(?! (?:(?:an?|its|the) (?:[\w.%$£€-]+ ){0,3}?(?:loss|losses|profit|profits|surplus|deficit|sales|win|victory|defeat)\b|itself|a way|its way))"
)
"""Words of a body's finding; one that "recorded a loss" or "found itself in debt" reports nothing."""
OWNED_DOCUMENT = expression(
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w.&-]*(?: (?:of|for|and|the|[A-Z][\w.&-]*)){0,8})'s (?:(?!in |on |at )[\w-]+ ){0,3}(?P<what>(?!biograph|obituar)[a-z]+)"
)
"""A document with its author: "the Norbridge Trust's latest figures"."""
_PERSON_METONYM = expression(
    r"(?P<whose>[Hh]is|[Hh]er) (?:(?:own|[a-z]+) )?(?P<what>statement|letter|email|testimony|evidence|speech|post|message|reply|response|answer|memoir|tweet"
    r"|affidavit|book|office|party|campaign|team|research|study|analysis|paper|lawyers?|attorneys?|solicitors?|barristers?|spokes[a-z]+)"
    r"(?:, (?:[a-z]+ed|seen|written|which) .*)?"
)
"""A possession that stands for a person: "her statement went on", "his office said"."""
SPOKESPERSON_STEMS = ("spokes", "lawyer", "attorney", "solicitor", "barrister")
"""First letters of nouns for people who speak for somebody: "his lawyer said"."""
_OFFICERS = ("president", "chairman", "chairwoman", "chair", "director", "leader", "founder", "owner")
_BODY_METONYM = expression(r"[Ii]ts (?:[a-z]+ ){0,2}(?P<what>[a-z]+)(?: in [A-Z][\w-]+)?")
"""A possession that may stand for a body: "according to its annual report"."""
_OFFICES = (nouns.TITLES & nouns.PERSONS) | words_of(
    "taoiseach archbishop cardinal sheriff speaker sheikh sultan emir duke duchess"
)
_SPOKESPERSON_FOR_HOLDER = name_pattern(
    r"[Aa]n? (?P<what>(?:[a-z-]+ ){0,3}?spokes[a-z]+) for (?:the|[A-Z][\w-]+'s) (?:[\w-]+ ){0,3}?"
    rf"(?P<office>{'|'.join(sorted(_OFFICES))}), "
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){1,3}),?"
)
"""An unnamed person who speaks for the holder of an office: "a spokesman for the mayor, Ann Lee,"."""
_LONGEST_SENTENCE = 300  # characters of the sentence before that are read
_ENDS = expression(r"[.?!][\"']* |\n")
_BODY_MENTION = name_pattern(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?) (?:(?!{'|'.join(sorted(lexicon.PREPOSITIONS))})[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(nouns.BODIES - {'police'}))})\b"
    r"|(?:\b[Tt]he )?\b[A-Z][\w&-]+(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w&-]+){0,5}"
)
"""What may be a body in the sentence before: "the school", "the BBC", "Open Arch"."""
_CONTINUATION = expression(r"-| [A-Z]")
_WORD = expression(r"[a-z]+")
_OF_PERSONS = nouns.TITLES & nouns.PERSONS
_SEVERAL = expression(r"data|\w+(?<!s)(?<!i)(?<!u)s")
_NAME_JOINED = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,5}"
_HOME = r"(?: of [A-Z][\w-]*(?: [A-Z][\w-]*)?)?(?: \([DRI](?:[-.,][^()]{0,20})?\))?"
_SERIAL_COMMA_LIST = name_pattern(
    rf"(?P<others>(?:{_NAME_JOINED}{_HOME}, ){{1,4}})(?P<one>{_NAME_JOINED}){_HOME}, and (?P<last>{_NAME_JOINED}){_HOME}(?:, [^,]{{2,80}})?,?"
)
"""Three or more names with a comma before "and": "Ann Lee, Bob Ray, and Tom Ashby"."""
_COORDINATED_NAMES = name_pattern(
    rf"(?:[Bb]oth )?(?P<others>(?:{_NAME_JOINED}{_HOME}, ){{0,4}}?)(?P<one>{_NAME_JOINED}){_HOME}(?:, [^,]{{2,80}},|,)? and "
    rf"(?P<last>{_NAME_JOINED}){_HOME}(?:, [^,]{{2,80}})?,?"
)
"""Coordinated names, with their origins or roles: "Ann Lee of Vale and Tom Ashby, her deputy"."""
_COUNTED_GROUP = name_pattern(
    r"^(?:[Tt]he |[Bb]oth )?(?:other )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:[\w'-]+ ){0,3}[a-z]+s(?: [a-z-]+){0,3}, (?=[A-Z])"
)
"""The number and kind of people before their names: "Two Democratic senators, Ann Lee and Tom Ashby"."""
_GROUP_OF = name_pattern(
    r"^(?:[\w'-]+ ){0,6}(?:,? ?comprising|consisting of|made up of|composed of) (?=[A-Z])"
)
"""A body before its members: "A bench comprising Justice Ann Lee and Justice Bo Lund"."""
_LONGEST_KIND = 4  # words before the names of a group that describe it


def find_titled_names(text: str, at: int, pronoun: str) -> Iterator[tuple[str, bool]]:
    """Yield the titles with surnames before `at` that "he" or "she" fits, the likeliest first, and whether the title shows it.

    A title of either gender counts in the same paragraph only.
    """
    found = list(_TITLE_AND_NAME.finditer(text, max(0, at - _LOOK_BACK), at))[::-1]
    opens = text.rfind("\n", 0, at)
    yield from ((one[0], True) for one in found if _GENDERS_OF_TITLES.get(one["title"]) == pronoun)
    yield from ((one[0], False) for one in found if one["title"] in _NEUTRAL_TITLES and one.start() > opens)


def reports_speakers_finding(words: str, speaker: Speaker) -> bool:
    """Whether a sentence of the outlet reports what the body that spoke just before recorded or found: "It found 40 cases"."""
    if not words.startswith("It ") or speaker.kind not in BODIES:
        return False
    is_paper = speaker.kind is ClaimantKind.DOCUMENT  # which "found" it once, and "has found" nothing since
    return _FINDING.match(words) is not None and not (is_paper and words.startswith("It has "))


def resolve_person_metonym(cast: Cast, source: str) -> Speaker | None:
    """The person's spokesperson or body for "her lawyer", "his office"; the person for a document, "his letter"; None without a person."""
    hers = _PERSON_METONYM.fullmatch(source)
    owner = cast.resolve_he_she("she" if hers["whose"].lower() == "her" else "he") if hers else None
    if not hers or not owner or owner.kind is not ClaimantKind.PERSON:
        return None
    what = hers["what"]
    if not (what in nouns.BODIES or what.startswith(SPOKESPERSON_STEMS)):
        return owner
    kind = ClaimantKind.ORGANISATION if what in nouns.BODIES else ClaimantKind.ANONYMOUS
    return Speaker(f"{owner.name}'s {what}", kind, what)


def resolve_body_metonym(cast: Cast, source: str) -> Speaker | None:
    """The body of this paragraph for its document, "its report", or its spokesperson, "its spokesman"; None without one."""
    its, body = _BODY_METONYM.fullmatch(source), cast.thing
    if not its or not body or body.kind is ClaimantKind.DOCUMENT:
        return None
    if not occurs_in_paragraph(cast.text, body.name, cast.at):
        return None
    what = its["what"]
    if what in nouns.DOCUMENTS:
        return body
    # "its president", unless the article names one
    speaks = what.startswith(SPOKESPERSON_STEMS) or (what in _OFFICERS and what not in cast.roles)
    return Speaker(f"{body.name}'s {what}", ClaimantKind.ANONYMOUS, what) if speaks else None


def resolve_holder_spokesperson(source: str, roles: Mapping[str, Sequence[str]]) -> Speaker | None:
    """The spokesperson of the named holder of an office; None where the article gives the office to somebody else."""
    found = _SPOKESPERSON_FOR_HOLDER.fullmatch(source) if ", " in source else None
    if found is None or {found["name"]} != set(roles.get(found["office"], ())):
        return None
    what = found["what"]
    return Speaker(f"{what} for {found['name']}", ClaimantKind.ANONYMOUS, what.rpartition(" ")[2])


def resolve_it(cast: Cast) -> Speaker | None:
    """The thing or body that "it" refers to: not "figures", which are plural, but the bank of "figures from the bank"."""
    thing = cast.thing
    if thing and thing.kind is ClaimantKind.DOCUMENT and _is_plural_document(thing.head):
        if author := author_of(thing.name):
            return cast.look_up(parse_mention(author))
        found = cast.body if cast.last == thing else cast.last
    else:
        found = cast.last if thing is None else thing
    if found and not _are_people(cast, found):
        return found
    before = _sentence_before(cast)
    words = [(word[0], word.end()) for word in _WORD.finditer(before)]
    has_document = not nouns.DOCUMENTS.isdisjoint(word for word, _ in words)
    if found is None:  # "Lee wrote to the council", but not "Lee wrote a letter to the council"
        return None if has_document else _find_body_in(cast, before, words, after=" to ")
    if has_document and f"{found.name.rpartition(' ')[2]}'s " in before:
        return found  # "Moor's report says S. It adds T"
    body = cast.body if cast.body and not _are_people(cast, cast.body) else None
    return _find_body_in(cast, before, words) or body


def _are_people(cast: Cast, one: Speaker) -> bool:
    """Whether a mention is plural, or surely a person, so that "it" does not fit."""
    if one.is_plural:
        return f"he {one.name}" not in cast.text or one.name.islower()  # but "The Friends of the Lake"
    if one.kind is ClaimantKind.ANONYMOUS:
        return one.head in _OF_PERSONS
    is_known = is_given_name(one.name.partition(" ")[0].lower()) or one.head in cast.genders
    is_known = is_known or any(
        one.name in cast.roles.get(office, ()) for office in _OF_PERSONS & cast.roles.keys()
    )
    return cast.pronouns.get(one.name, "it") != "it" or (one.kind is ClaimantKind.PERSON and is_known)


def _sentence_before(cast: Cast) -> str:
    """The sentence before an "It" that opens one; empty before an "it" within a sentence."""
    if not cast.text.startswith("It", cast.at):
        return ""
    end = max(0, cast.at - 1)
    before = cast.text[max(0, end - _LONGEST_SENTENCE) : end].rstrip()
    opens = (stop.end() for stop in _ENDS.finditer(before, 0, max(0, len(before) - 1)))
    return before[max(opens, default=0) :]


def _find_body_in(
    cast: Cast, before: str, words: list[tuple[str, int]], *, after: str = ""
) -> Speaker | None:
    """The body in a sentence: the first after its verb ("accused the school of lying"), else the last; only after the words in `after`, if given."""
    places = [one for one in _BODY_MENTION.finditer(before) if before.endswith(after, 0, one.start())]
    found = [(one.start(), body) for one in places if (body := _resolve_body(cast, before, one))]
    verb = next((past for word, past in words if word in lexicon.VERBS), 0)
    return next((body for at, body in found if at > verb), found[-1][1] if found else None)


def _resolve_body(cast: Cast, text: str, found: re.Match[str]) -> Speaker | None:
    """The body that these words mention; "the charity" is none before its name, nor "the school-run"."""
    if _CONTINUATION.match(text, found.end()):
        return None
    one = cast.look_up(parse_mention(found[0]))
    if one.kind is ClaimantKind.ORGANISATION and not (is_place(one.name) or _are_people(cast, one)):
        return one
    return None


def _is_plural_document(noun: str) -> bool:
    """Whether a noun for documents is plural, so that "it" does not fit: "figures", "data"; not "analysis" and "census"."""
    return _SEVERAL.fullmatch(noun) is not None


def resolve_coordination(cast: Cast, source: str) -> Speaker | None:
    """All whom coordinated names refer to, if they are people of the article, countries or bare names; else None."""
    if source.lower() in lexicon.FLOATING_QUANTIFIERS:
        return _last_group(cast)
    if " and " not in source:
        return None
    group, named_so = _skip_group_noun(_COUNTED_GROUP.sub("", _GROUP_OF.sub("", source)))
    listed = _SERIAL_COMMA_LIST.fullmatch(named_so) if ", and " in named_so else None
    named = _resolve_each(cast, listed) or _resolve_each(cast, _COORDINATED_NAMES.fullmatch(named_so))
    if not named:
        return None
    for who in named:
        cast.remember(who)
    *others, last = [who.name for who in named]
    are_bodies = group in nouns.COLLECTIVES or any(who.kind is ClaimantKind.ORGANISATION for who in named)
    kind = ClaimantKind.ORGANISATION if are_bodies else named[-1].kind
    cast.several = Speaker(f"{', '.join(others)} and {last}", kind, "both")
    return cast.several


def _resolve_each(cast: Cast, found: re.Match[str] | None) -> list[Speaker]:
    """The speakers of coordinated names; empty unless they are several of one kind."""
    if found is None:
        return []
    names = [name.partition(" of ")[0] for name in found["others"].split(", ") if name]
    named = [cast.look_up(parse_mention(name)) for name in (*names, found["one"], found["last"])]
    are_others = len({who.name for who in named}) == len(named)
    return named if are_others and _are_of_a_kind(cast, named) else []


def _skip_group_noun(source: str) -> tuple[str, str]:
    """The singular of a noun before several names, and the words after it: "The charities Shelter and Mind", "Police chiefs Ann Lee and Tom Ashby"."""
    words = source.split()
    window = range(min(_LONGEST_KIND, len(words) - 2))
    at = next((i for i in window if _is_plural_noun_before_name(words[i], words[i + 1])), -1)
    return (lexicon.singular(words[at].lower()), " ".join(words[at + 1 :])) if at >= 0 else ("", source)


def _is_plural_noun_before_name(word: str, following: str) -> bool:
    return lexicon.is_plural_head(word.lower()) and word.endswith("s") and following[0].isupper()


def _last_group(cast: Cast) -> Speaker | None:
    """The last group, which "both" refers to, unless it is of documents."""
    if cast.several and cast.several.kind is not ClaimantKind.DOCUMENT:
        return cast.several
    return cast.last if cast.last and cast.last.is_plural else None


def _are_of_a_kind(cast: Cast, named: list[Speaker]) -> bool:
    """Whether all are people whom the article names in full, or all bodies, or all places and unknown bare names."""
    known = cast.full_names.values()
    are_people = all(who.kind is ClaimantKind.PERSON and who.name in known for who in named)
    are_bodies = all(who.kind is ClaimantKind.ORGANISATION for who in named)
    are_bodies = are_bodies or all(_is_body(who) or _is_unknown_bare_name(who) for who in named)
    return are_people or are_bodies or all(is_place(who.name) or _is_unknown_bare_name(who) for who in named)


def _is_body(speaker: Speaker) -> bool:
    """Whether a name is a body's, and not the first half of one: "Department of Rivers, Bridges and Harbours"."""
    return speaker.kind is ClaimantKind.ORGANISATION and speaker.name.lower() not in nouns.BODY_NAME_WORDS


def _is_unknown_bare_name(speaker: Speaker) -> bool:
    return speaker.kind is ClaimantKind.UNKNOWN and " " not in speaker.name
