"""How does a line announce a whole text, and whose: "Full text: Ada Moor's speech", "Remarks by Ada Moor", "Her statement in full:"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import Author, can_name_speaker
from claimtrack.core.extract.page.transcripts.lines import is_person
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.lexicon import PREPOSITIONS
from claimtrack.core.extract.words.reading import contains_any, name_pattern, tokenise, words_of
from claimtrack.core.extract.words.titles import without_titles
from claimtrack.core.extract.words.verbs import may_be_verb

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_KIND = (
    r"(?i:speech|address|remarks|statement|testimony|letter|e-?mail|memo|memorandum|message|apology|keynote|lecture|sermon|homily|eulogy|submission|comments|post|thread"
    r"|words|intervention)\b"
)
_ADJECTIVES = r"(?:(?!(?:is|was|has|in|on|at|to|and|that)\b)[\w'-]+ ){0,5}?"
_WHO = r"(?P<who>(?:(?!(?:is|was|has|had|that|said|of|in)\b)[\w.'-]+ ){0,6}?[\w.-]*\w)"
_OWNED = name_pattern(
    rf"(?:^|[:|] |\b(?:of|[Rr]ead|READ|is|are|In full) |[-–—] )(?:of )?{_WHO}(?:'[sS]?) {_ADJECTIVES}{_KIND}"
)
"""With a possessive: "the finance minister's budget speech"."""
_FULL_NAME = r"[A-Z](?:[\w'-]+|\.)(?: [A-Z](?:[\w'-]+|\.)){1,4}"
_BESIDE = name_pattern(
    rf"(?P<who>{_FULL_NAME})(?:: (?:my |the )?(?:[a-z-]+ ){{0,4}}{_KIND}| (?:[a-z-]+ ){{0,3}}{_KIND})"
)
"""In a headline, without one: "Ada Moor: my speech in full", "Ada Moor speech: full text"."""
_OCCASION = expression(r" (?:at|to|on|in|before) [^.!?:]{3,120}$|$")
_GIVEN = r"(?:made|given|delivered|issued|read(?: out)?|sent|posted|written|released|published|submitted)"
_NAMED = r"(?P<who>(?:[Tt]he |[Hh]is |[Hh]er )?(?:[\w.'-]+ (?:of (?:the )?|for (?:the )?)?){0,7}?[\w.'-]*\w)"
_AFTER_NOUN = r"(?=,|:|;|\n|\.?$| (?:at|to|on|in|before|during|as|following|after|regarding|about|delivered|ahead|outside|from|is|was)\b| ?[-–—(|])"
_BY = name_pattern(
    rf"{_KIND}(?: (?:as |was )?{_GIVEN})?(?: (?:to|at|in|before) [^.,:]{{3,80}}?)? (?:by|of|from|on behalf of|BY|FROM) {_NAMED}{_AFTER_NOUN}"
)
"""With the author after it: "Speech by Ada Moor at the port", "the text of a statement issued by the mayor"."""
_OPENS = name_pattern(rf"(?:[A-Z][\w'-]* ){{0,3}}{_KIND}")
_MARKER = expression(
    r"\b(?:full|complete|entire|prepared|verbatim|whole|official) (?:\w+ )?(?:text|transcript|speech|statement|remarks|letter|e-?mail|memo|testimony|address|message|apology|post|version)\b"
    r"|\bin full\b|\btranscript(?: of|:)|\btext of\b|\bas (?:prepared|delivered|written|released|given|read)\b"
    r"|\b(?:following|this) (?:speech|statement|remarks|address|letter)\b|\b(?:here|this|below|following|follows)(?: (?:is|are)|'s) (?:the|an?|his|her|their|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}'s?) |\b(?:is|are) (?:re)?(?:printed|published|produced) (?:here|below)\b|^(?:full )?(?:text|transcript)\b",
    re.IGNORECASE,
)
"""Words that announce a complete text: "full text"."""
_DELIVERED = expression(
    r"\bcheck against delivery\b|\b(?:as|was) (?:it was )?(?:delivered|prepared for delivery|prepared)\b|^\W*delivered (?:on|in|at)\b|\btranscript of the speech\b"
    r"|\bexactly as\b|^speech\W*$|^(?:type|document type): speech\b",
    re.IGNORECASE,
)
_SPOKEN = expression(_KIND)
_HINTS = tuple(
    "speech,address,remark,statement,testimon,letter,mail,memo,message,apolog,keynote,lecture,sermon,homily,eulogy,submission,comment,post,thread,words,interven,text"
    ",transcript,deliver,in full".split(",")
)
"""A line without any of these announces nothing."""
_READS = words_of(
    "reads read said was is can may follows appears made given delivered issued sent posted written released "
    "published submitted prepared"
)
_LONGEST_OTHER = 3  # the length of "as"
_JOINTS = words_of("and or to as that who which")
_GREETS = name_pattern(
    r"(?:Thank you|Thanks|Good (?:morning|afternoon|evening|day)|Ladies and [Gg]entlemen|(?:My |Dear )?[Ff]riends\b|(?:My )?[Ff]ellow |Mr\.? |Madam |Honou?rable |Your (?:Excellenc|Majest|Hono)"
    r"|Members of |Conference\b|Colleagues|Comrades|Distinguished |Excellencies|(?:The )?Speaker,|Chair[a-z]*,|Delegates|Citizens|Hello|Dear )"
)
"""The start of a speech."""
_SPEAKER = name_pattern(
    r"(?:(?:Delivered by|Speaker|Speech by|Given by):? |Speech: )(?P<labelled>(?:The )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,6})(?=,|$| [a-z])"
    r"|(?P<titled>(?:The )?(?:(?:Rt\.? |Right )?Hon(?:ou?rable)?\.?|Sir|Dame|Dr|Senator|President|Governor|Minister|Mr|Mrs|Ms) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})(?:, [^\n.!?]{2,120})?$"
)
"""A line next to "Check against delivery" that names the speaker: "Delivered by: Ada Moor", "The Hon Ada Moor MP, Treasurer"."""
_WHAT_HE_SAID = name_pattern(
    rf"(?:[Hh]ere|[Tt]his|[Bb]elow|[Ff]ollowing)(?: is|'s) what (?P<who>he|she|it|{_FULL_NAME}) (?:had to say|said|told|wrote|posted)\b"
)
_WROTE = name_pattern(
    rf"\b(?P<who>[Hh]e|[Ss]he|(?!(?:As|But|And|When|Then|So|In|While) ){_FULL_NAME})(?:, [^,]{{3,80}},)? (?:has |had |also |then |later ){{0,2}}(?:wrote|written|posted|tweeted|writes|said|says)(?: (?:on|in|to) [^.:]{{2,60}})?$"
)
"""Verbs before a colon; without it, a quotation need not follow."""
_REPLIES = name_pattern(rf"(?P<who>{_FULL_NAME})(?:, [^,:]{{3,80}},)? (?:replies|responds):?")
"""A line above an answer to a column or a letter."""
_PRONOUN = name_pattern(r"(?:\b[Ii]n )?(?P<who>\b(?:[Hh]is|[Hh]er|[Ii]ts)) (?:[\w'-]+ ){0,3}?" + _KIND)
_NOMINATIVE = {"his": "he", "her": "she", "its": "it"}
PRONOUNS = frozenset(_NOMINATIVE.values())
"""Refer to a person named before."""
_FULL = name_pattern(_FULL_NAME)
LONGEST = 300  # characters of a line that announces something
_BYLINE = expression(r"by ", re.IGNORECASE)


class Line(NamedTuple):
    """A line of a heading, its offset, and the number of its paragraph; -1 for the title."""

    text: str
    at: int
    number: int


def author_in_heading(line: str, at: int) -> Author | None:
    """Return the author of the text below a heading: "Remarks by Ada Moor", "Ada Moor's impact statement"."""
    who = _author_of_text(line)
    owned = _OWNED.match(line) if who and at else None  # the headline may be about the speech
    is_heading = who and (_starts_with_kind(line, who) or (owned and _OCCASION.match(line, owned.end())))
    return Author(who, at) if who and is_heading else None


def author_in_lead(line: str, at: int) -> Author | None:
    """Return the author of the text that a sentence leads up to: "Read Ada Moor's statement in full:"."""
    if reply := _REPLIES.fullmatch(line):
        return Author(reply["who"], at)
    line = line[:-1]
    last = max(line.rfind(". "), line.rfind("? "), line.rfind('" ')) + 1
    line = line[last:].strip()
    if match := _WHAT_HE_SAID.search(line):
        return Author(match["who"], at)
    if not announces_whole_text(line):
        wrote = _WROTE.search(line)
        return Author(wrote["who"], at) if wrote else None
    if who := _author_of_text(line):
        return Author(who, at)
    pronoun = _PRONOUN.search(line)
    return Author(_NOMINATIVE[pronoun["who"].lower()], at) if pronoun else None


def may_announce(line: str) -> bool:
    """Whether a line could announce anything (a cheap pre-check that rules out nearly all lines)."""
    return contains_any(line.lower(), _HINTS)


def is_greeting(line: str) -> bool:
    """Whether a line begins like a speech: "Thank you", "Mr President"."""
    return _GREETS.match(line) is not None


def announces_whole_text(line: str) -> bool:
    """Whether a line says that a text is complete: "Full text"."""
    return _MARKER.search(line) is not None


def is_reply(line: str) -> bool:
    """Whether a line is the heading of an answer: "Ada Moor replies:"."""
    return _REPLIES.fullmatch(line) is not None


def announces_text(line: str) -> bool:
    """Whether a line announces a text, or says what it is and whose: "Remarks by Ada Moor"."""
    is_announced = announces_whole_text(line) or _DELIVERED.search(line) is not None
    return is_announced or (_OPENS.match(line) is not None and _author_of_text(line) is not None)


def _announces_speech(line: str) -> bool:
    """Whether a line announces a complete speech, whoever speaks it."""
    spoken = _SPOKEN.search(line)
    is_text = (spoken and not _is_followed_by_verb(line, spoken.end())) or "full text" in line.lower()
    return bool((is_text and announces_whole_text(line)) or _DELIVERED.search(line))


def author_of_announced_text(lines: list[Line], opening: str) -> Iterator[tuple[Author, int]]:
    """Return the author of a text that a line announces, or whom a line names next to "Check against delivery"; `opening` is the text below the lines."""
    texts = [line.text for line in lines]
    is_delivered = any(map(_DELIVERED.search, texts))
    for text, at, number in lines:
        who = _author_of_text(text)
        speaker = _SPEAKER.match(text) if is_delivered and who is None else None
        others = (other for other in (*texts, opening) if other is not text)
        if speaker:
            yield Author(speaker["labelled"] or speaker["titled"], at), number
        elif who and (
            announces_whole_text(text)
            or _starts_with_kind(text, who)
            or any(_DELIVERED.search(other) or is_greeting(other) for other in others)
        ):
            yield Author(who, at), number


def only_named_speaker(lines: list[Line]) -> Iterator[tuple[Author, int]]:
    """Return the only person named by lines that announce a speech without saying whose: "Ada Moor spoke in Vale. Here is the full text."."""
    last = max((line.number for line in lines if _announces_speech(line.text)), default=None)
    if last is None:
        return
    named = [
        (Author(found[0].removesuffix("'s"), line.at + found.start()), max(line.number, last))
        for line in lines
        if line.number <= last + 1 and not _BYLINE.match(line.text)
        for found in _FULL.finditer(line.text)
        if is_given_name(found[0].split()[0].lower()) or is_person(without_titles(found[0].split()))
    ]
    if len({author.words.split()[-1] for author, _ in named}) == 1:
        yield max(named, key=lambda one: len(one[0].words))


def speaker_in_heading(lines: list[Line]) -> Iterator[tuple[Author, int]]:
    """Return the speaker in a heading that is only the name of a speech: "Ada Moor's speech at the conference". A report may be headed so, too."""
    for text, at, number in lines:
        owned = _OWNED.match(text)
        if owned and _OCCASION.match(text, owned.end()) and can_name_speaker(owned["who"]):
            yield Author(owned["who"], at), number


def _starts_with_kind(line: str, who: str) -> bool:
    """Whether a heading begins with the kind of text and its author: "Remarks by Ada Moor at the port"."""
    found = _BY.search(line)
    opens = _OPENS.match(line)
    if not (found and opens and found["who"] == who and found.start() < opens.end()):
        return False
    rest = tokenise(line[found.end() :])
    return not (has_predicate(rest, 0, len(rest)) or any(starmap(_may_take_object, pairwise(rest))))


def _may_take_object(word: Token, following: Token) -> bool:
    """Whether a word in "-s" may be a verb with an object, as in a headline: "raises questions"; not "talks with"."""
    may_tell = word.text == word.lower and word.lower.endswith("s") and not word.lower.endswith(("ss", "'s"))
    is_verb = may_tell and len(word.text) > _LONGEST_OTHER and word.lower not in PREPOSITIONS
    is_object = following.is_word and following.lower not in PREPOSITIONS and following.lower not in _JOINTS
    return is_verb and is_object


def _author_of_text(line: str) -> str | None:
    """Return the author of the text that a line names; None if it reports the text's effect: "Ada Moor's speech angers farmers"."""
    if not _SPOKEN.search(line):
        return None  # the usual case
    found = _OWNED.search(line) or _BY.search(line)
    if found is None:
        headline = _BESIDE.match(line)
        found = headline if headline and is_person(headline["who"].split()) else None
    if found is None or not can_name_speaker(found["who"]):
        return None
    return None if _is_followed_by_verb(line, found.end()) else found["who"]


def _is_followed_by_verb(line: str, end: int) -> bool:
    """Whether a verb follows the noun for a text: "Ada Moor's speech angers farmers", but not "Her statement reads"."""
    for token in tokenise(line[end:])[:1]:
        word = token.lower
        is_third = token.text == word and word.endswith("s") and len(word) > _LONGEST_OTHER
        return word not in _READS and (may_be_verb(token) or (is_third and word not in PREPOSITIONS))
    return False
