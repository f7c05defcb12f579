"""Where do paragraphs and sentences begin and end? Found by punctuation alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.attributed import is_attribution, is_bare_attribution
from claimtrack.core.extract.page.boilerplate.datelines import CAPTION
from claimtrack.core.extract.page.firms import FIRMS, ends_at_firm
from claimtrack.core.extract.page.hours import ends_at_hour
from claimtrack.core.extract.page.wrapping import split_wrapped
from claimtrack.core.extract.words import times
from claimtrack.core.extract.words.clauses import CURRENCY_WORDS, has_predicate
from claimtrack.core.extract.words.reading import (
    Span,
    contains_any,
    is_encoded_blob,
    tokenise,
    trimmed,
    words_of,
)
from claimtrack.core.language.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS
from claimtrack.core.language.titles import ABBREVIATED_TITLES

if TYPE_CHECKING:
    import re

LONGEST = 1000
"""Characters. A longer "sentence" is a table or lost punctuation; it is cut so that the work stays linear."""

_BULLETS = ("•", "▪", "■", "●", "◦", "‣")
_NEXT_ITEM = expression(r"(?<=\S)\s+(?=[•▪■●◦‣] *\w)")
_BLANK_LINE = expression(r"\n[^\S\n]*\n\s*")
_AFTER_STOP = r"""(?<![.!?…].)[.!?…]*+["')\]]*+(?=\s)"""
_END, _PLAIN_END = expression(rf"[.!?…]{_AFTER_STOP}"), expression(rf"\.{_AFTER_STOP}")
_OTHER_STOPS = "!?…"
"""A text without any of these, the usual case, needs only the plain end expression, which begins with a literal mark and is faster."""
_GLUED = r"""(?:(?<=[a-z]{2}.)|(?<=[A-Z]{3}.)(?=["']?[A-Z][a-z])|(?<=[\d%)].)|(?<=\w["'].))["']?(?=["']?[A-Z][\w'-]*,?\s)"""
_GLUED_BRACKET = r"\)(?<=\w\))(?=[A-Z][a-z'-]*,?\s)"
_GLUED_END = expression(rf"[.!?]{_GLUED}|{_GLUED_BRACKET}")
"""A stop without a space after it, as in scraped text: "since 2020.We have". A quotation may end or begin there.

So may a heading or a link in brackets: "Moor Boats (MBT)The yard has".
"""
_GLUED_ENDS = [expression(end) for end in (r"\." + _GLUED, "!" + _GLUED, r"\?" + _GLUED, _GLUED_BRACKET)]
"""The same per stop: an expression that begins with a literal character is found faster in a whole page."""
_MANY_GLUED = 3  # glued stops in one block; this many end paragraphs
_NO_SENTENCE = expression(r"(?i:com|co|org|net|gov|edu|io|js|info|tv)\b")
"""Suffixes after the stop in a name: "Amazon.Com"."""
_ADDRESS = frozenset("/@")
_VERB_REACH = 120  # characters within which a clause has its verb
_LONGEST_ITEM = 4  # characters of a numbered item: "12.Rents"
_WIDE_STOP = "。"
_WIDE_END = expression(r"""[。！？]["')\]]*+""")
"""The end of a sentence in Chinese and Japanese, which need no space after it."""
_INITIALS = expression(r"(?:\w\.)+\w")
_LAST_WORD = expression(r"[\w.'&-]+$")

_LONGEST_WORD = 60
ABBREVIATIONS = ABBREVIATED_TITLES | words_of(
    "ret retd engr barr alh smt comr sens reps const pvt msgr fr messrs vs v e.g i.e cf fig approx est dept "
    "univ coun ald amb drs profs gens govs pte pfc spc cst asst atty det brig cdr mlle mme dist ofc incl ca "
    "mtn"
)
BEFORE_NAME = words_of("mt ft pt sec del dep comm adv er sri bro")
"""Abbreviations before a name, which end a sentence only where another one plainly begins: "Mt. Sinai", "Del. Ann Lee"."""
_ENDS_BEFORE_WORD = (
    (frozenset(SHORT_MONTHS) - {"may"}) | CURRENCY_WORDS | words_of("no nos p pp art vol vols ch min max")
)
"""Abbreviations that end a sentence only if no number follows: "in Sept. 2021", "No. 10", "Rs. 450"."""
_ENDS_BEFORE_STARTER = BEFORE_NAME | words_of(
    "inc corp ltd co jr sr bros llc plc etc al u.s u.k u.n e.u d.c a.m p.m ph.d ave blvd rd"
)
_ENDS_BEFORE_LAWMAKER, _LAWMAKERS = (
    words_of("d.c inc corp ltd co llc p.m a.m"),
    words_of("sen sens rep reps gov"),
)
"""Abbreviations that end a sentence before "Sen. Ann Lee": "in Washington, D.C."; not "U.S. Sen."."""
_BEFORE_LETTER = expression(r"(?:^| )[a-z]+ (?:Ave|Apt|Ste)$")  # as in "at Ave. B".
_STARTERS = words_of(
    "the a an he she it they we i you but and in on at this that these those however meanwhile after "
    "before while when if for as there his her its their our my so yet still then now officials "
    "according asked although though since with by from what who how why some many most all one no "
    "several few two three four five six seven eight nine ten each every none nobody only even police residents "
    "not both another other last earlier later mr mrs ms dr under during despite among until following"
)
_PARTIES = tuple(f"{bracket}{party}-" for bracket in "([" for party in "DRI")


def paragraphs(text: str, *, glued: bool = True) -> list[Span]:
    """Split a normalised text into paragraphs: blocks between blank lines, or lines where each line is a paragraph.

    `glued` passes on the result of `has_glued_ends` where that is known.
    """
    found: list[Span] = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        found.extend(split_wrapped(text, Span(start, gap.start())))
        start = gap.end()
    found.extend(split_wrapped(text, Span(start, len(text))))
    if contains_any(text, _BULLETS):
        found = [item for block in found for item in _split_items(text, block)]
    return [part for block in found for part in _split_glued(text, block)] if glued else found


def has_glued_ends(text: str) -> bool:
    """Whether the text contains a stop without a space after it: "since 2020.We have"."""
    return any(end.search(text) for end in _GLUED_ENDS)


def _split_glued(text: str, block: Span) -> Iterator[Span]:
    """Split a block whose paragraph tags were removed without a blank in their place."""
    ends = [end for end in _find_glued_ends(text, block) if text[end - 1] != ")"]
    for end in ends if len(ends) >= _MANY_GLUED else ():
        yield Span(block.start, end)
        block = Span(end, block.end)
    yield block


def _split_items(text: str, block: Span) -> Iterator[Span]:
    """Split the list items of a line that starts after a stop; bullets also separate other things: "Ada Moor • May 4"."""
    gaps = list(_NEXT_ITEM.finditer(text, *block))
    begins = text.startswith(_BULLETS, *block)
    if gaps and (begins or (len(gaps) > 1 and text[gaps[0].start() - 1] in ":.!?")):
        for gap in gaps:
            yield Span(block.start, gap.start())
            block = Span(gap.end(), block.end)
    yield block


_CAPTIONED = expression(rf"(?i:{CAPTION}): (?=\")")


def sentences(text: str, paragraph: Span, *, glued: bool = True) -> list[Span]:
    """Split a paragraph into trimmed sentences, none longer than `LONGEST` characters.

    `glued` passes on the result of `has_glued_ends` where that is known.
    """
    found: list[Span] = []
    start = paragraph.start
    is_captioned = text.find(': "', *paragraph) >= 0
    for end in [*_find_ends(text, paragraph, glued=glued), paragraph.end]:
        sentence = trimmed(text, Span(start, end))
        if is_captioned and (caption := _CAPTIONED.match(text, *sentence)):
            sentence = Span(caption.end(), sentence.end)
        found += [sentence] if 0 < sentence.end - sentence.start <= LONGEST else _cut_long(text, sentence)
        start = end
    return found


def _find_ends(text: str, paragraph: Span, *, glued: bool) -> list[int]:
    """Return the offsets at which the sentences of a paragraph end, except the last."""
    end = _END if contains_any(text[slice(*paragraph)], _OTHER_STOPS) else _PLAIN_END
    ends: list[int] = []
    for mark in end.finditer(text, *paragraph):
        if mark.end() < paragraph.end and _is_sentence_end(text, mark, ends[-1] if ends else paragraph.start):
            ends.append(mark.end())
    inside = _find_glued_ends(text, paragraph) if glued else []
    wide = (
        [m.end() for m in _WIDE_END.finditer(text, *paragraph)]
        if text.find(_WIDE_STOP, *paragraph) >= 0
        else []
    )
    return sorted({*ends, *inside, *wide}) if inside or wide else ends


def _is_sentence_end(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether a stop ends the sentence that starts there, not an abbreviation or a quoted question: not "Mr. Lee"."""
    following = text[mark.end() : mark.end() + 40].lstrip()
    opening = following.lstrip("\"'([—- ")
    if not opening or opening[0].islower():
        return False
    if mark[0] == "." and text.startswith(" . ", mark.end()) and opening.lstrip(". ")[:1].islower():
        return False  # "peace . . . to the region"
    if mark[0][0] != ".":
        if text.endswith("Yahoo", 0, mark.start()):
            return False  # a name with a mark
        return len(mark[0]) == 1 or not is_attribution(text[mark.end() : mark.end() + _VERB_REACH].lstrip())
    if mark[0][-1] == '"' and is_bare_attribution(text[mark.end() : mark.end() + _VERB_REACH].lstrip()):
        return False
    before = text[max(0, mark.start() - 12) : mark.start()]
    if opening[1:2] == " " and _BEFORE_LETTER.search(before):
        return False
    last = before.rpartition(" ")[2]
    if last.startswith(_PARTIES) and last[-1].isalpha():
        return False  # "(D-Ft. Wayne)"
    word = _LAST_WORD.search(last)
    if word and last[: word.start()].endswith("/") and last[0].isdigit():
        return True  # "80km/h."
    if word and word[0] in {"a.m", "p.m"} and ends_at_hour(text, mark.start(), opening):
        return True
    if word is None or _may_end_after(word[0].lower().strip("'"), opening):
        return True
    return word[0].lower() in FIRMS and ends_at_firm(text, Span(start, mark.start()), mark.end())


def _find_glued_ends(text: str, paragraph: Span) -> list[int]:
    """Find sentence ends without a space after them; a quotation mark in between belongs to either sentence."""
    found: list[int] = []
    start, shown = paragraph.start, 0
    marks = [mark for mark in _GLUED_END.finditer(text, *paragraph) if _may_be_glued(text, mark, paragraph)]
    if all(_is_in_name(text, mark) for mark in marks):
        return []
    for mark in marks:
        ends = (
            mark.end() if _is_quotation_open(text[start : mark.end() - 1], mark[0][-1]) else mark.start() + 1
        )
        found.append(ends)
        start = ends
        shown += _contains_verb(text, Span(mark.end(), paragraph.end))
    # A single one may precede the name of a lost link: "a survey.Drivers Union figures".
    return found if shown >= max(1, len(found) / 2) else []


def _is_in_name(text: str, mark: re.Match[str]) -> bool:
    """Whether a stop may stand within a name: "Nation.Cymru". So may one between two sentences: "in Paris.Unions said"."""
    before = text[max(0, mark.start() - _LONGEST_WORD) : mark.start()].split()[-1]
    after = text[mark.end() : mark.end() + _LONGEST_WORD].split()[0].strip(",")
    return mark[0] == "." and before.istitle() and after.istitle() and after.lower() not in _STARTERS


def _is_quotation_open(part: str, mark: str) -> bool:
    """Whether a quotation of this kind of mark is open at the end of the part; apostrophes do not count."""
    if mark == '"':
        return part.count(mark) % 2 == 1
    opened = max(part.rfind(" '"), 0 if part.startswith("'") else -1)
    return mark == "'" and opened > max(part.rfind(stop + "' ") for stop in ",.?!")


def _may_be_glued(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a sentence may begin directly after the mark: not in an address or an abbreviation."""
    at = mark.end()
    if mark.start() - paragraph.start < _LONGEST_ITEM or _NO_SENTENCE.match(text, at):
        return False
    word = text[max(paragraph.start, mark.start() - _LONGEST_WORD) : mark.start()].rpartition(" ")[2]
    if not _ADDRESS.isdisjoint(word) or word.startswith("www.") or word.lower() in _ENDS_BEFORE_WORD:
        return False
    if mark[0] == ")" and mark.start() - len(word) == paragraph.start:
        return False  # a dateline: "(AP)Hail fell"
    return _may_end_after(word.lower().strip("\"'("), text[at : min(paragraph.end, at + _VERB_REACH)])


def _contains_verb(text: str, rest: Span) -> bool:
    """Whether the sentence at the start of the rest contains a verb."""
    limit = min(rest.end, rest.start + _VERB_REACH)
    ends = [end.end() for pattern in (_END, _GLUED_END) if (end := pattern.search(text, rest.start, limit))]
    words = tokenise(text[rest.start : min(ends, default=limit)])
    return has_predicate(words, 0, len(words))


def _may_end_after(word: str, opening: str) -> bool:
    """Whether a stop after this word may end a sentence: not after "Mr", nor in "Mon. May 4"."""
    if word.rpartition("-")[2] in ABBREVIATIONS:
        return False  # "Mr.", "Lt.-Gov."
    if word in SHORT_WEEKDAYS and opening.split(" ", 1)[0].strip(".").lower() in times.MONTHS:
        return False  # "Mon. May 4"
    if word in _ENDS_BEFORE_WORD and (len(word) > 1 or opening[0].isdigit()):
        return not opening[0].isdigit()
    last = word.rpartition("-")[2]  # "Japan-U.S."
    if (
        last in _ENDS_BEFORE_STARTER
        or (len(last) == 1 and word[-1].isalpha())  # "D-N. J."
        or ("." in last and _INITIALS.fullmatch(last))
    ):
        first = opening.split(" ", 1)[0].strip(",.'\"").lower().removesuffix("'s")  # "That's"
        return first in _STARTERS or (last in _ENDS_BEFORE_LAWMAKER and first in _LAWMAKERS)
    return True


def _cut_long(text: str, span: Span) -> Iterator[Span]:
    """Cut an overlong span at blanks; encoded data in it is skipped."""
    while span.end - span.start > LONGEST:
        cut = text.rfind(" ", span.start + LONGEST // 2, span.start + LONGEST)
        if cut < 0:
            cut = span.start + LONGEST
            if is_encoded_blob(text[span.start : cut]):  # to the end of its word
                blank = text.find(" ", cut, span.end)
                span = trimmed(text, Span(span.end if blank < 0 else blank, span.end))
                continue
        yield trimmed(text, Span(span.start, cut))
        span = trimmed(text, Span(cut, span.end))
    if span.end > span.start:
        yield span
