"""Which paragraphs are a letter or an e-mail? They run from a salutation, or from the heading of a letters page, to the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import Author, Part, uses_we_or_i
from claimtrack.core.extract.page.transcripts.lines import ends_sentence, is_person
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, name_pattern
from claimtrack.core.extract.words.titles import skip_address

_SALUTATION = name_pattern(
    r"(?:(?P<to>Dear (?:[\w.'&-]+)(?: [\w.'&-]+){0,6}?|DEAR [A-Z][A-Z.'& -]{1,40}?)|Sirs?|SIRS?|Madam|MADAM|Sir or Madam|(?:To|TO) (?:[Tt]he|THE) (?:[Ee]ditor|EDITOR)|(?:Mr\.? |Madam )?Editor|EDITOR|(?:Hi|Hello) [a-z]{2,12}|Team)"
    r"(?:,(?=\n|$| [A-Z])| ?[:;](?=\s|$)|[,:]? ?(?:--?|[—–])(?=\s|$)|$)\s*"
)
"""Salutations: "Sir - ", "Dear Prime Minister,", "To the Editor:"."""
_LETTERS_PAGE = expression(
    r"(?:the )?(?:(?:your|our|readers'?|reader's|this week's) )?(?:letters?|mailbag|postbag|inbox)(?: to the editor| page| of the (?:day|week))?(?: ?[:|-] ?.{0,80})?$"
    r"|readers write\b.{0,40}$|(?:have )?your say\b.{0,20}$|.{3,80} [|-] letters?$|letter(?: to the editor)? ?[:|-] .{3,120}$",
    re.IGNORECASE,
)
"""Headings of a letters page."""
_CLOSING = expression(
    r"(?:yours(?: (?:very )?(?:sincerely|faithfully|truly|respectfully|ever|in [^\n]{2,40}|etc\.?))?|(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) )?(?:regards|wishes|thanks)"
    r"|(?:very )?sincerely(?: yours)?|respectfully(?: (?:yours|submitted))?|signed|love|cheers|with (?:love|thanks|gratitude|respect)|thank you|in solidarity|best)[,.:!]?(?=\s|$)\s*",
    re.IGNORECASE,
)
"""Closing formulas before a signature."""
_CLOSING_INLINE = expression(
    r"[.!?\"')] ?(?:--?|[—–]|is mise|le meas)? ?Yours(?:,? etc\.?| (?:sincerely|faithfully|truly|in [\w ]{3,30}))?[,.]{0,2}$"
)
"""The same after the last sentence: "It will not. - Yours, etc,"."""
_NAME_WORD = r"(?:[A-Z][\w.'-]*|(?:de|van|von|der|den|la|le|al|bin|of|the|and|in|supplied|address|withheld|by|an?)\b|&)"
_SIGNS = name_pattern(
    rf"(?:(?:—|–|--|-|~) ?)?(?P<who>[A-Z][\w.'-]*(?: {_NAME_WORD}){{0,7}}?)(?: \([^)\n]{{1,40}}\))?(?:, [^\n!?]{{1,80}}?|(?: and|,) \d[\d,]* others)?[.,]?(?=\n|$)"
)
_INLINE = name_pattern(
    r"(?<=[.!?\"')]) (?:—|–|--|-|~) ?(?!Yours)(?P<who>[A-Z][\w.'-]*(?: [A-Za-z][\w.'-]*){0,6})(?:, [^\n.!?]{1,50})?\.?$"
)
"""A signature after the last sentence: "What do I do? -- WORRIED IN VALE"."""
_FROM = name_pattern(
    r"(?:From|FROM|Sender):? (?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4})(?P<behind>[ ,<(\[][^\n]*)?(?=\n|$)"
)
_MAIL = expression(r"^(?:to|subject|re|sent|date|cc)\s?:", re.IGNORECASE | re.MULTILINE)
_EDITOR = name_pattern(
    r"(?:(?:The |Our )?[Ee]ditor(?:'s (?:reply|response|note))?(?: (?:writes|replies|responds|says|adds))?|EDITOR'S (?:REPLY|NOTE)|Ed(?:itor)?) ?(?::|\.|-) ?"
)
_YOU = expression(r"\b(?:you|your)\b", re.IGNORECASE)
_BEGINS = tuple(
    "Dear |DEAR |Sir|SIR|Mada|MADA|To t|TO T|To T|Edit|EDIT|Mr|Hi |Hello |Team|From|FROM|Sende".split("|")
)
"""The start of a salutation or of the line above a letter."""
_QUOTES = frozenset('"“”')
"""Marks of a quotation that stand in no word."""
_LONGEST_SIGNATURE = 90  # characters of a line
_MOST_LINES = 4  # lines after one that addresses somebody
_FIRST_PARAGRAPHS, _MOST_SIGNING, _FULL_NAME = 4, 4, 2  # paragraphs; people; words
_WE = expression(r"\b[Ww]e\b")
_I = expression(r"\bI\b")


class _Letter(NamedTuple):
    """An open letter: its first paragraph, where its text begins in it, and its addressee."""

    first: int
    start: int
    to: Author | None = None
    by: Author | None = None
    """The author of an answer to the previous letter, which was addressed to them."""


def find_letters(
    plain: str, paragraphs: Sequence[Span], title: str | None
) -> tuple[dict[int, Part], set[int]]:
    """Map paragraph numbers to the author of their letter, and collect the paragraphs around the letters that nobody says."""
    return _LetterReader(plain, paragraphs, title).read()


class _LetterReader:
    """Reads the letters of a text in order."""

    def __init__(self, plain: str, paragraphs: Sequence[Span], title: str | None) -> None:
        self._plain = plain
        self._paragraphs = paragraphs
        top = [title or "", *(plain[slice(*one)] for one in paragraphs[:_FIRST_PARAGRAPHS])]
        self._is_page = any(_LETTERS_PAGE.match(line) for line in top)
        prose = (
            n for n, one in enumerate(paragraphs) if ends_sentence(plain, one) or ". " in plain[slice(*one)]
        )
        self._prose = next(prose, len(paragraphs))
        self._parts: dict[int, Part] = {}
        self._unsaid: set[int] = set()
        self._open: _Letter | None = None
        self._last: tuple[Author, Author | None] | None = None
        """The signatory and the addressee of the previous letter."""

    def read(self) -> tuple[dict[int, Part], set[int]]:
        """Return the paragraphs of all letters with their authors, and the paragraphs that nobody says."""
        for number, paragraph in enumerate(self._paragraphs):
            is_none = self._open is None and not self._parts and not self._is_page
            if is_none and not self._plain.startswith(_BEGINS, paragraph.start):
                continue  # the usual case
            if salute := _SALUTATION.match(self._plain, *paragraph):
                self._open_letter(number, salute)
            elif self._opens_below_name(number, paragraph) or self._is_editors(number, paragraph):
                continue
            elif self._open is None:
                if self._is_page and ends_sentence(self._plain, paragraph):
                    self._open = _Letter(number, paragraph.start)
            elif _CLOSING_INLINE.search(self._plain, *paragraph):
                continue
            elif not ends_sentence(self._plain, paragraph) or _CLOSING.match(self._plain, *paragraph):
                self._sign_off(number, paragraph)
            inline = _INLINE.search(self._plain, *paragraph) if self._open else None
            if inline and not self._signs_quotation(paragraph, inline.start()):
                self._close_letter(number + 1, Author(inline["who"], inline.start("who")))
                self._parts[number] = self._parts[number]._replace(end=inline.start())
        self._attribute_answer(len(self._paragraphs))
        return self._parts, self._unsaid

    def _signs_quotation(self, paragraph: Span, end: int) -> bool:
        """Whether all before a signature is one quotation, as of a supporter in a leaflet: its words are theirs, not the letter."""
        words = self._plain[paragraph.start : end].strip()
        return words[:1] in _QUOTES and words[-1:] in _QUOTES and _QUOTES.isdisjoint(words[1:-1])

    def _attribute_answer(self, end: int) -> None:
        """Attribute the unsigned paragraphs before `end` to the person written to, if known."""
        if self._open and self._open.by:
            self._close_letter(end, self._open.by)

    def _open_letter(self, number: int, salute: re.Match[str]) -> None:
        """Open a letter; one that answers the previous letter is by its addressee: "Dear Ada: ... - Torn. Dear Torn: ..."."""
        paragraph = self._paragraphs[number]
        at = salute.start() + len("Dear ")
        to = Author(self._plain[at : salute.end("to")], at) if salute["to"] else None
        if salute.end() >= paragraph.end:
            self._unsaid.add(number)
        self._attribute_answer(number)
        signed, sent_to = self._last or (None, None)
        is_reply = signed and to and to.words.split()[0].lower() in signed.words.lower().split()
        self._open = _Letter(number, salute.end(), to, sent_to if is_reply else None)

    def _opens_below_name(self, number: int, paragraph: Span) -> bool:
        """Whether a line above a letter names its author, or the addressee and subject of an e-mail: "From: Ada Moor, Vale"."""
        found = _FROM.match(self._plain, *paragraph)
        if found is None:
            return False
        near = self._paragraphs[max(0, number - 2) : number + _MOST_LINES]
        is_mail = any(_MAIL.search(self._plain, *one) for one in near)
        if not (is_mail or self._is_page):
            return False
        author = Author(found["who"], found.start("who"))
        self._unsaid.add(number)
        self._open = None
        last = number
        for at in range(number + 1, len(self._paragraphs)):
            below = self._paragraphs[at]
            if _FROM.match(self._plain, *below):
                break
            if _MAIL.match(self._plain, *below) or _SALUTATION.fullmatch(self._plain, *below):
                self._unsaid.add(at)
            elif ends_sentence(self._plain, below):
                salute = _SALUTATION.match(self._plain, *below)
                self._parts[at] = Part(author, salute.end() if salute else below.start)
            elif at - 1 in self._parts and is_mail:
                return True
            last = at
        if is_mail and self._is_within_report(number):
            self._end_unsigned(range(last, number, -1))
        return True

    def _end_unsigned(self, numbers: range) -> None:
        """Drop an unsigned e-mail after its last first-person paragraph: a report continues below."""
        for at in numbers:
            if at in self._parts and self._is_personal(at):
                return
            self._parts.pop(at, None)

    def _is_editors(self, number: int, paragraph: Span) -> bool:
        """Whether the editor answers a letter: "The editor writes: ..."."""
        editor = _EDITOR.match(self._plain, *paragraph) if self._parts else None
        if editor is None:
            return False
        self._open = None
        self._parts[number] = Part(Author("The editor", paragraph.start), editor.end())
        return True

    def _sign_off(self, number: int, paragraph: Span) -> None:
        """Close the letter at a line without a stop that can be a signature, on a letters page only a person's."""
        close = _CLOSING.match(self._plain, *paragraph)
        if close and close.end() >= paragraph.end:
            self._unsaid.add(number)
            return
        start = close.end() if close else paragraph.start
        signs = _SIGNS.match(self._plain, start, paragraph.end)
        letter = self._open
        if letter is None or letter.first == number:
            return
        salutes = letter.start != self._paragraphs[letter.first].start
        named = signs and self._is_signature(signs["who"], signs.end("who"), number, alone=salutes)
        if signs and (close or (named and self._is_still_open(letter, number))):
            words = self._find_signatories(letter, signs, number)
            self._close_letter(number, Author(words, signs.start("who")))
            self._unsaid.add(number)
        elif not (close or salutes):
            self._open = None  # the heading of the next letter

    def _find_signatories(self, letter: _Letter, first: re.Match[str], number: int) -> str:
        """Return the names below a letter in which "we" write and nobody says "I", one a line, joined by "and": up to four, or the first alone."""
        names = [first["who"]]
        below = self._plain[first.end() : self._paragraphs[number].end].split("\n")
        below += [
            self._plain[slice(*one)] for one in self._paragraphs[number + 1 : number + 1 + _MOST_SIGNING]
        ]
        for line in filter(None, below):
            signs = _SIGNS.fullmatch(line) if len(line) <= _LONGEST_SIGNATURE else None
            words = skip_address(signs["who"].split()) if signs else []
            if not nouns.TITLES.isdisjoint(word.lower() for word in words):
                break  # "Chief Executive"
            role = line.partition(", ")[2]
            is_role = role[:1].islower() or not nouns.BODY_NAME_WORDS.isdisjoint(role.lower().split())
            if len(words) < _FULL_NAME or not (is_given_name(words[0].lower()) or is_role):
                break  # "Fort Lee, NJ"
            names.append(" ".join(words))
        wrote = self._plain[self._paragraphs[letter.first].start : first.start()]
        are_all = len(names) <= _MOST_SIGNING and _WE.search(wrote) is not None and _I.search(wrote) is None
        return " and ".join(names) if are_all else names[0]

    def _is_still_open(self, letter: _Letter, number: int) -> bool:
        """Whether a name may sign the letter; within a report it is too far below, unless the letter has closed or just used the first person."""
        is_near = number - 1 in self._unsaid or self._is_personal(number - 1)
        return is_near or not self._is_within_report(letter.first)

    def _is_within_report(self, number: int) -> bool:
        """Whether a paragraph is preceded by prose outside the letter."""
        return not self._is_page and self._prose < number and self._prose not in self._parts

    def _is_personal(self, number: int) -> bool:
        """Whether a paragraph is in the first person, or addresses somebody."""
        paragraph = self._paragraphs[number]
        return uses_we_or_i(self._plain, paragraph) or _YOU.search(self._plain, *paragraph) is not None

    def _is_signature(self, words: str, end: int, number: int, *, alone: bool) -> bool:
        """Whether a line is a signature: a person's, or one with a place, or, `alone` below a salutation, any line not followed by prose like a heading."""
        paragraph = self._paragraphs[number]
        line_end = self._plain.find("\n", end, paragraph.end)
        if (paragraph.end if line_end < 0 else line_end) - paragraph.start > _LONGEST_SIGNATURE:
            return False
        is_person_s = self._plain.startswith((", ", ",\n"), end) or is_person(words.split())
        below = self._paragraphs[number + 1 : number + 2]
        is_last = not any(
            ends_sentence(self._plain, one) and not _SALUTATION.match(self._plain, *one) for one in below
        )
        return is_person_s or (alone and (is_last or self._plain.find("\n", *paragraph) >= 0))

    def _close_letter(self, end: int, author: Author) -> None:
        """Close the open letter before paragraph `end`, and attribute it to its author."""
        letter, self._open = self._open, None
        if letter is None:
            return
        for number in range(letter.first, end):
            if number not in self._unsaid:
                start = letter.start if number == letter.first else self._paragraphs[number].start
                self._parts[number] = Part(author, start)
        self._last = author, letter.to
