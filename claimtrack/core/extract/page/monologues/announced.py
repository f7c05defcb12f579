"""Speeches, statements and letters that a heading or a sentence announces: "Full text: Ada Moor's speech", "The following is the text of ...:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import (
    Author,
    names_somebody,
    speaks_of_itself,
    stretch,
)
from claimtrack.core.extract.page.transcripts.interviews import unmarked
from claimtrack.core.extract.page.transcripts.lines import ends_sentence, is_person
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.lexicon import PREPOSITIONS
from claimtrack.core.extract.words.reading import Span, name_pattern, tokens, word_set
from claimtrack.core.extract.words.titles import without_titles
from claimtrack.core.extract.words.verbs import may_be_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KIND = (
    r"(?i:speech|address|remarks|statement|testimony|letter|e-?mail|memo|memorandum|message|apology|keynote|lecture|sermon|homily|eulogy|submission|comments|post|thread"
    r"|words|intervention)\b"
)
_ADJECTIVES = r"(?:(?!(?:is|was|has|in|on|at|to|and|that)\b)[\w'-]+ ){0,5}?"
_WHO = r"(?P<who>(?:(?!(?:is|was|has|had|that|said|of|in)\b)[\w.'-]+ ){0,6}?[\w.-]*\w)"
_OWNED = name_pattern(
    rf"(?:^|[:|] |\b(?:of|[Rr]ead|READ|is|are|In full) |[-–—] )(?:of )?{_WHO}(?:'[sS]?) {_ADJECTIVES}{_KIND}"
)
"""Whose it is: "the finance minister's budget speech"."""
_FULL_NAME = r"[A-Z](?:[\w'-]+|\.)(?: [A-Z](?:[\w'-]+|\.)){1,4}"
_BESIDE = name_pattern(
    rf"(?P<who>{_FULL_NAME})(?:: (?:my |the )?(?:[a-z-]+ ){{0,4}}{_KIND}| (?:[a-z-]+ ){{0,3}}{_KIND})"
)
"""The same of a headline: "Ada Moor: my speech in full", "Ada Moor speech: full text"."""
_OCCASION = expression(r" (?:at|to|on|in|before) [^.!?:]{3,120}$|$")
_GIVEN = r"(?:made|given|delivered|issued|read(?: out)?|sent|posted|written|released|published|submitted)"
_NAMED = r"(?P<who>(?:[Tt]he |[Hh]is |[Hh]er )?(?:[\w.'-]+ (?:of (?:the )?|for (?:the )?)?){0,7}?[\w.'-]*\w)"
_BEHIND = r"(?=,|:|;|\n|\.?$| (?:at|to|on|in|before|during|as|following|after|regarding|about|delivered|ahead|outside|from|is|was)\b| ?[-–—(|])"
_BY = name_pattern(
    rf"{_KIND}(?: (?:as |was )?{_GIVEN})?(?: (?:to|at|in|before) [^.,:]{{3,80}}?)? (?:by|of|from|on behalf of|BY|FROM) {_NAMED}{_BEHIND}"
)
"""The same behind: "Speech by Ada Moor at the port", "the text of a statement issued by the mayor"."""
_OPENS = name_pattern(rf"(?:[A-Z][\w'-]* ){{0,3}}{_KIND}")
_MARKER = expression(
    r"\b(?:full|complete|entire|prepared|verbatim|whole|official) (?:\w+ )?(?:text|transcript|speech|statement|remarks|letter|e-?mail|memo|testimony|address|message|apology|post|version)\b"
    r"|\bin full\b|\btranscript(?: of|:)|\btext of\b|\bas (?:prepared|delivered|written|released|given|read)\b"
    r"|\b(?:following|this) (?:speech|statement|remarks|address|letter)\b|\b(?:here|this|below|following|follows)(?: (?:is|are)|'s) (?:the|an?|his|her|their|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}'s?) |\b(?:is|are) (?:re)?(?:printed|published|produced) (?:here|below)\b|^(?:full )?(?:text|transcript)\b",
    re.IGNORECASE,
)
"""What tells that a text stands there as a whole."""
_DELIVERED = expression(
    r"\bcheck against delivery\b|\b(?:as|was) (?:it was )?(?:delivered|prepared for delivery|prepared)\b|^\W*delivered (?:on|in|at)\b|\btranscript of the speech\b"
    r"|\bexactly as\b|^speech\b|^(?:type|document type): speech\b",
    re.IGNORECASE,
)
_SPOKEN = expression(_KIND)
_HINTS = tuple(
    "speech,address,remark,statement,testimon,letter,mail,memo,message,apolog,keynote,lecture,sermon,homily,eulogy,submission,comment,post,thread,words"
    ",interven,text,transcript,deliver,in full,what he ,what she ,what it ,wrote,written,said,says,tweeted,writes".split(
        ","
    )
)
"""Without one of these no line announces anything."""
_READS = word_set(
    "reads read said was is made given delivered issued sent posted written released published submitted prepared"
)
_LONGEST_OTHER = 3  # characters of "as"
_STOPS = '.!?"'
_GREETS = name_pattern(
    r"(?:Thank you|Thanks|Good (?:morning|afternoon|evening|day)|Ladies and [Gg]entlemen|(?:My |Dear )?[Ff]riends\b|(?:My )?[Ff]ellow |Mr\.? |Madam |Honou?rable |Your (?:Excellenc|Majest|Hono)"
    r"|Members of |Conference\b|Colleagues|Comrades|Distinguished |Excellencies|(?:The )?Speaker,|Chair[a-z]*,|Delegates|Citizens|Hello|Dear )"
)
"""How a speech begins."""
_SPEAKER = name_pattern(
    r"(?:(?:Delivered by|Speaker|Speech by|Given by):? |Speech: )(?P<told>(?:The )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,6})(?=,|$| [a-z])"
    r"|(?P<titled>(?:The )?(?:(?:Rt\.? |Right )?Hon(?:ou?rable)?\.?|Sir|Dame|Dr|Senator|President|Governor|Minister|Mr|Mrs|Ms) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})(?:, [^\n.!?]{2,120})?$"
)
"""A line beside "Check against delivery" that tells who speaks: "Delivered by: Ada Moor", "The Hon Ada Moor MP, Treasurer"."""
_WHAT_HE_SAID = name_pattern(
    rf"(?:[Hh]ere|[Tt]his|[Bb]elow|[Ff]ollowing)(?: is|'s) what (?P<who>he|she|it|{_FULL_NAME}) (?:had to say|said|told|wrote|posted)\b"
)
_WROTE = name_pattern(
    rf"\b(?P<who>[Hh]e|[Ss]he|(?!(?:As|But|And|When|Then|So|In|While) ){_FULL_NAME})(?:, [^,]{{3,80}},)? (?:has |had |also |then |later ){{0,2}}(?:wrote|written|posted|tweeted|writes|said|says)(?: (?:on|in|to) [^.:]{{2,60}})?$"
)
"""Before a colon, without which no words in marks need to follow."""
_PRONOUN = name_pattern(r"(?:\b[Ii]n )?(?P<who>\b(?:[Hh]is|[Hh]er|[Ii]ts)) (?:[\w'-]+ ){0,3}?" + _KIND)
_NOMINATIVE = {"his": "he", "her": "she", "its": "it"}
_REPORTS = expression(r"\b(?:said|told|says|according to)\b")
_FULL = name_pattern(_FULL_NAME)
_BYLINE = expression(r"by ", re.IGNORECASE)
_FIRST_LINES, _LONGEST, _FEWEST, _MANY, _NEAR = 6, 300, 2, 3, 3


def announced(plain: str, paragraphs: Sequence[Span], title: str | None) -> Iterator[tuple[Author, range]]:
    """Whoever speaks what a heading, or a sentence within a report, announces, and the paragraphs that are his."""
    if head := _headed(plain, paragraphs, title):
        yield head
        return
    leads = list(_leads(plain, paragraphs))
    ends = [*(number for number, _, _ in leads), len(paragraphs)]
    for (number, author, is_whole), end in zip(leads, ends[1:], strict=True):
        name = "" if author.words in _NOMINATIVE.values() else author.words
        found = stretch(plain, paragraphs, range(number + 1, end), name, to_end=False)
        if not is_whole:
            found = _as_long_as_own(plain, paragraphs, found)
        said = [paragraphs[at] for at in found if ends_sentence(plain, paragraphs[at])]
        if any(speaks_of_itself(plain, one) for one in said[:_FEWEST]):
            yield author, found


def _leads(plain: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Author, bool]]:
    """The paragraphs that lead up to what somebody says: their number, who he is, and whether they tell that it is a whole text."""
    for number, paragraph in enumerate(paragraphs[:-1]):
        if plain[paragraph.end - 1] in _STOPS or paragraph.end - paragraph.start > _LONGEST:
            continue
        line = plain[slice(*paragraph)]
        if not _may_announce(line):
            continue
        colon = line.endswith(":")
        if author := (_leads_up(line, paragraph.start) if colon else _heads(line, paragraph.start)):
            yield number, author, not colon or _MARKER.search(line) is not None


def _as_long_as_own(plain: str, paragraphs: Sequence[Span], numbers: range) -> range:
    """The first of the paragraphs, up to one that does not speak of itself: nothing tells how much of them somebody wrote."""
    other = (n for n in numbers if not speaks_of_itself(plain, paragraphs[n]))
    return range(numbers.start, next(other, numbers.stop))


def _heads(line: str, at: int) -> Author | None:
    """Whose text stands below a heading such as "Remarks by Ada Moor", "Ada Moor's impact statement"."""
    who = _whose(line)
    owned = _OWNED.match(line) if who and at else None  # a headline may be about the speech
    is_heading = who and (_opens_with(line, who) or (owned and _OCCASION.match(line, owned.end())))
    return Author(who, at) if who and is_heading else None


def _leads_up(line: str, at: int) -> Author | None:
    """Whose text a sentence such as "Read Ada Moor's statement in full:" leads up to."""
    line = line[:-1]
    last = max(line.rfind(". "), line.rfind("? "), line.rfind('" ')) + 1
    line = line[last:].strip()
    if said := _WHAT_HE_SAID.search(line):
        return Author(said["who"], at)
    if _MARKER.search(line) is None:
        wrote = _WROTE.search(line)
        return Author(wrote["who"], at) if wrote else None
    if who := _whose(line):
        return Author(who, at)
    pronoun = _PRONOUN.search(line)
    return Author(_NOMINATIVE[pronoun["who"].lower()], at) if pronoun else None


def _headed(plain: str, paragraphs: Sequence[Span], title: str | None) -> tuple[Author, range] | None:
    """The same where a heading at the top, or the first sentence, announces all that follows."""
    begins = _begins(plain, paragraphs)
    top = list(enumerate(paragraphs[:begins]))
    lines = [(title or "", 0, -1), *((plain[slice(*one)], one.start, number) for number, one in top)]
    lines = [line for line in lines if 0 < len(line[0]) <= _LONGEST]
    if not any(_may_announce(text) for text, _, _ in lines):
        return None
    texts = [
        *(text for text, _, _ in lines),
        *(plain[slice(*one)] for one in paragraphs[begins : begins + 1]),
    ]
    told = [(_announces(text, texts), at, number) for text, at, number in lines]
    sure = [(who, at, number) for who, at, number in told if who] or list(_named_beside(lines))
    for who, at, number in sure or _headings(lines):
        found = stretch(plain, paragraphs, range(max(begins, number + 1), len(paragraphs)), who, to_end=True)
        if _is_speech(plain, [paragraphs[n] for n in found], sure=bool(sure)):
            return Author(who, at), found
    return None


def _headings(lines: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Whose speech a heading names and no more: "Ada Moor's speech at the conference", which a report may be about."""
    for text, at, number in lines:
        owned = _OWNED.match(text)
        if owned and _OCCASION.match(text, owned.end()) and names_somebody(owned["who"]):
            yield owned["who"], at, number


def _begins(plain: str, paragraphs: Sequence[Span]) -> int:
    """The number of the first paragraph that is no more of the heading, or of a sentence that announces something."""
    said = (n for n, one in enumerate(paragraphs[:_FIRST_LINES]) if _is_said(plain, one))
    return next(said, _FIRST_LINES)


def _named_beside(lines: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The only person whom the lines around name, where one tells that a speech follows and not whose: "Ada Moor spoke in Vale. Here is the full text."."""
    last = max((number for text, _, number in lines if _tells_speech(text)), default=None)
    if last is None:
        return
    named = [
        (found[0].removesuffix("'s"), at + found.start(), max(number, last))
        for text, at, number in lines
        if number <= last + 1 and not _BYLINE.match(text)
        for found in _FULL.finditer(text)
        if is_given_name(found[0].split()[0].lower()) or is_person(without_titles(found[0].split()))
    ]
    if len({name.split()[-1] for name, _, _ in named}) == 1:
        yield max(named, key=lambda one: len(one[0]))


def _may_announce(line: str) -> bool:
    """A look that costs little, and nearly always tells that a line announces nothing."""
    return any(map(line.lower().__contains__, _HINTS))


def _tells_text(line: str) -> bool:
    return bool(_MARKER.search(line) or _DELIVERED.search(line))


def _tells_speech(line: str) -> bool:
    """Whether a line tells that a speech follows as a whole, whosever it is."""
    spoken = _SPOKEN.search(line)
    is_text = (spoken and not _acts(line, spoken.end())) or "full text" in line.lower()
    return bool((is_text and _MARKER.search(line)) or _DELIVERED.search(line))


def _is_said(plain: str, paragraph: Span) -> bool:
    """Whether a paragraph is no more of the heading: a sentence that announces nothing, or how somebody is addressed."""
    line = plain[slice(*paragraph)]
    if _GREETS.match(line):
        return True
    if not (line.endswith(":") or ends_sentence(plain, paragraph)):
        return False
    is_told = (
        len(line) <= _LONGEST
        and _may_announce(line)
        and (_tells_text(line) or (_OPENS.match(line) and _whose(line)))
    )
    return not is_told


def _is_speech(plain: str, said: list[Span], *, sure: bool) -> bool:
    """Whether paragraphs speak of themselves often enough, and do not begin as a report does."""
    if sum(_REPORTS.search(unmarked(plain, one)) is not None for one in said) * 2 > len(said):
        return False
    if said and plain[said[0].start] == '"':
        return False  # the marks tell where it ends
    own = sum(speaks_of_itself(plain, one) for one in said)
    if not sure:
        return len(said) >= _MANY and own * 2 > len(said)
    return (len(said) >= _FEWEST or own == len(said) == 1) and own * _NEAR >= len(said) and own > 0


def _announces(line: str, lines: list[str]) -> str | None:
    """Whose text a line announces; whoever a line beside it names, where it tells that this is a speech and not whose."""
    who = _whose(line)
    if who is None:
        speaker = _SPEAKER.match(line)
        is_told = speaker and any(_DELIVERED.search(other) for other in lines)
        return (speaker["told"] or speaker["titled"]) if speaker and is_told else None
    if _MARKER.search(line):
        return who
    others = [other for other in lines if other is not line]
    is_delivered = any(_DELIVERED.search(other) or _GREETS.match(other) for other in others)
    return who if is_delivered or _opens_with(line, who) else None


def _opens_with(line: str, who: str) -> bool:
    """Whether a heading begins with what it is and whose: "Remarks by Ada Moor at the port"."""
    found = _BY.search(line)
    opens = _OPENS.match(line)
    if not (found and opens and found["who"] == who and found.start() < opens.end()):
        return False
    rest = tokens(line[found.end() :])
    return not has_predicate(rest, 0, len(rest))


def _whose(line: str) -> str | None:
    """Whose text a line names; nobody's where it goes on to tell what that did: "Ada Moor's speech angers farmers"."""
    if not _SPOKEN.search(line):
        return None  # nearly always
    found = _OWNED.search(line) or _BY.search(line)
    if found is None:
        beside = _BESIDE.match(line)
        found = beside if beside and is_person(beside["who"].split()) else None
    if found is None or not names_somebody(found["who"]):
        return None
    return None if _acts(line, found.end()) else found["who"]


def _acts(line: str, end: int) -> bool:
    """Whether a verb follows the noun for a text: "Ada Moor's speech angers farmers", but not "Her statement reads"."""
    for behind in tokens(line[end:])[:1]:
        word = behind.lower
        is_third = behind.text == word and word.endswith("s") and len(word) > _LONGEST_OTHER
        return word not in _READS and (may_be_verb(behind) or (is_third and word not in PREPOSITIONS))
    return False
