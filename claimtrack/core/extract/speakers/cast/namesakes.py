"""Shared surnames: "Fontenot" is the Fontenot last named in full, "Judge Fontenot" the one who is a judge; "King" may be Orla King or a king."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import GENDERED_TITLES
from claimtrack.core.extract.speakers.mentions.gazetteer import is_place, is_single_word_body
from claimtrack.core.extract.speakers.speaker import Speaker, make_person
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import can_take_pronoun, is_given_name
from claimtrack.core.extract.words.occurrences import find_first_occurrence, find_occurrences
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import may_be_plural
from claimtrack.core.language.titles import TITLES_IN_FULL

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_SHORT_FORMS = frozenset(
    frozenset(pair.split("/"))
    for pair in "robert/bob bobby/robert william/bill billy/william richard/dick edward/ted edward/ned margaret/peggy "
    "elizabeth/betty elizabeth/liz elizabeth/beth anthony/tony antonio/toni alexander/sandy alexander/sasha henry/hank "
    "harry/henry dorothy/dolly mary/polly eleanor/nell helen/nell theodore/ned "
    "james/jim james/jimmy james/jem john/jack thomas/tom thomas/tommy mary/molly margaret/meg margaret/mimi harold/hal catherine/cathy "
    "christopher/chris christopher/kit katherine/kitty steven/stephen sarah/sally susan/sukie jonathan/jack".split()
)
"""Given names and their short forms, where the first or second letters differ."""
_KIN_BEFORE = name_pattern(
    rf"(?:\b(?i:whose|her|his|their|my)|[A-Z][\w-]+'s) (?:late |older |younger |elder |eldest |youngest |ex-)?(?:{'|'.join(sorted(nouns.KIN))})(?:,? |, (?:the|an?) (?:[a-z-]+ ){{1,3}})$"
    r"|\b(?:[Hh]e|[Ss]he) and (?:[a-z]+ ){0,3}$"
)
"""Words before a relative's name: "Ann Lee's younger brother,"."""
_REPORTING_VERBS = (
    "said|says|told|tells|added|adds|asked|wrote|writes|argued|insisted|testified|tweeted|explained|recalled"
)
_SAYS = name_pattern(
    rf"(?:,? (?:\(|who |aged )?[^.\n\"]{{2,60}},)? (?:also |then |later |has |had )?(?:{_REPORTING_VERBS})\b"
)
_SAID_BY = name_pattern(
    rf"[\"',] (?:{_REPORTING_VERBS}) (?:(?:his|her|their|whose|the|[A-Z][\w-]+'s) )?(?:[\w-]+ ){{0,4}}?(?:{'|'.join(sorted(nouns.KIN))})?,? ?(?:[A-Z][\w.]* )?$"
)
_POLICE = frozenset(
    "Detective Det Sergeant Sgt Inspector Insp Constable Superintendent Supt Officer DS DI DC DCI DSU PC WPC PCSO".split()
)
_CLERGY = frozenset("Rev Reverend Father Fr Canon Pastor Imam Rabbi".split())
_RANKS = _POLICE | _CLERGY  # titles of callings, which the article gives of whoever has them
_CALLING_PATTERNS = {
    **dict.fromkeys(
        _POLICE,
        "(?i:police|detective|officer|sergeant|inspector|constable|superintendent|sheriff|investigat|commander|force|det|sgt|insp|chief)|[DP]C|D[SI]",
    ),
    **dict.fromkeys(
        _CLERGY,
        "(?i:rev|vicar|priest|pastor|rector|father|minister|curate|bishop|church|parish|chaplain|canon|imam|rabbi|preacher)",
    ),
    **dict.fromkeys(["Judge", "Justice", "Magistrate"], "(?i:judge|justice|magistrate|bench|court|nominee)"),
}
"""Title -> a pattern of the words by which an article gives it; for any other title, the title itself."""
_OFFICERS = frozenset(_CALLING_PATTERNS)  # titles of people whose age is not given
_CALLING_PATTERNS |= dict.fromkeys(
    ["Dr", "Prof", "Professor"],
    "(?i:dr|doctor|prof|surgeon|physician|gp|consultant|[a-z]*iatri[a-z]+|[a-z]+ologist|medic|vet|dentist|scientist|researcher|lecturer|academic)",
)
_CALLING_PATTERNS |= {
    short: f"(?i:{short}|{TITLES_IN_FULL[short.lower()]})" for short in "Cllr Sen Gov Capt Gen Col".split()
}
"""Title -> what an article tells of whoever has it; of any other title, the title itself."""
_TITLES_AT_FIRST = _OFFICERS | {"Dr", "Prof", "Professor", "Nurse", "Sister"}
"""Titles that precede the full name at the first mention."""
_OFFICES = "Chief President Senator Sen Governor Gov Mayor Minister Secretary Councillor Cllr Captain Capt General Gen Colonel Col Major Lord Lady"
_TITLE = rf"(?:{'|'.join(sorted({*_TITLES_AT_FIRST, *_OFFICES.split()}, key=len, reverse=True))})"
_TITLED = name_pattern(rf"(?P<titles>{_TITLE}\.? (?:{_TITLE}\.? )*)(?P<surname>[A-Z][\w'-]*\w)\b(?! [A-Z])")
"""A person given by title and surname only: "Detective Sergeant Moss". It starts with a title, not a "\\b", which would be tried everywhere."""
_TITLE_ALONE = name_pattern(rf"({'|'.join(GENDERED_TITLES)})\.? ([A-Z][\w-]*(?:'[A-Z][\w-]*)?)")
_SUFFERED = expression(
    r"(?:, \d{1,3},)? (?:(?:was|were|is|has been|had been) (?:found guilty|found dead|jailed|sentenced|convicted|charged|arrested|murdered|killed"
    r"|shot|stabbed|buried|acquitted|cleared|remanded|missing)|pleaded|died|denies|denied)\b"
)
_ACCUSED = expression(
    r"(?:killer|murderer|attacker|gunman|defendant|accused|victim|thief|fraudster|burglar|prisoner|patient|body of|murder of|killing of|death of),? $"
)
_AGED = expression(r", (?:aged )?(?P<age>\d{1,3})[,.]")
_ADULT_AGE = 20  # years
_NEARBY = 100  # characters around a name
_LONGEST_KIN, _LONGEST_ACCUSED, _LONGEST_LINK, _LONGEST_SENTENCE = 60, 20, 120, 600
_PEOPLE = nouns.PERSONS | nouns.TITLES


class Namesakes:
    """Where the article names in full those who share a surname, in the order of the text."""

    def __init__(self, text: str = "", shared: Collection[tuple[str, str]] = ()) -> None:
        called = _genders_by_surname(text) if shared else {}
        self._titled = {full for surname, full in shared if _needs_title(called, surname, full, shared)}
        self._places = sorted(
            (at, surname, full)
            for surname, full in shared
            for at in find_occurrences(text, full)
            if _is_speaker(text, at, full) or not _is_relative(text, at, opening=False)
        )
        is_alone = (
            (at, surname, full)
            for at, surname, full in self._places
            if full not in self._titled and (_is_speaker(text, at, full) or not _is_secondary(text, at, full))
        )
        self._unread = deque(is_alone)
        self._shared: dict[str, list[str]] = {}
        for surname, full in shared:
            self._shared.setdefault(surname, []).append(full)

    def read_until(self, end: int) -> dict[str, str]:
        """Surname -> full name of the last of those named before `end` and not read yet."""
        found: dict[str, str] = {}
        while self._unread and self._unread[0][0] < end:
            _, surname, full = self._unread.popleft()
            found[surname] = full
        return found

    def last_named(self, surname: str, names: Collection[str], before: int) -> str | None:
        """The last of these full names of a surname before an offset, mentions as a relative excluded; None without one."""
        named = (
            full for at, of, full in reversed(self._places) if of == surname and at < before and full in names
        )
        return next(named, None)

    def full_names(self, surname: str) -> list[str]:
        """The full names of those who share a surname."""
        return self._shared.get(surname, [])

    def titled_form_before(self, text: str, surname: str, at: int) -> str | None:
        """The title and surname that a bare surname continues in its paragraph: "Mr Lee's petition failed. Lee said"; None without one."""
        if surname.lower() not in self._shared:
            return None
        opens = text.rfind("\n", 0, at) + 1
        last = text.rfind(surname, opens, at)
        title = text[opens : max(opens, last - 1)].rpartition(" ")[2].removesuffix(".")
        return f"{title} {surname}" if last >= 0 and title in GENDERED_TITLES else None

    def always_has_title(self, full: str) -> bool:
        """Whether somebody is never called by the surname alone."""
        return full in self._titled

    def drop_shared(self, by_surname: Mapping[str, str]) -> dict[str, str]:
        """A mapping of surnames without those that several people share."""
        return {surname: what for surname, what in by_surname.items() if surname not in self._shared}


def _is_speaker(text: str, at: int, full: str) -> bool:
    """Whether the name at `at` is that of a speaker: "said his grandson, Ivo Lund", "Ivo Lund, her lawyer, said"."""
    after = _SAYS.match(text, at + len(full))
    return after is not None or _SAID_BY.search(text, max(0, at - _LONGEST_KIN), at) is not None


def _is_secondary(text: str, at: int, full: str) -> bool:
    """Whether the sentence is about somebody else of that surname: "Lee married Ann Lee", "Lee's brother, Tom Lee"."""
    first = max(0, at - _LONGEST_SENTENCE)
    start = max(text.rfind(stop, first, at) for stop in (". ", "\n", "? ", "! "))
    before = text[max(start + 1, first) : at]
    if _is_relative(text, at) or find_first_occurrence(before, full.rpartition(" ")[2]) >= 0:
        return True
    end = text.find("\n", at, at + _LONGEST_LINK)
    is_more = at + len(full) < end  # a link to another article, but no heading "Ann Lee"
    return start + 1 == at and is_more and text[end - 1] not in ".!?"


def _is_relative(text: str, at: int, *, opening: bool = True) -> bool:
    """Whether the name at `at` is mentioned only as a relative: after "Ann Lee, whose brother, Tom Lee, died", "Lee" is still Ann.

    Without `opening`, not where these words open a sentence, which is then about the relative.
    """
    kin = _KIN_BEFORE.search(text, max(0, at - _LONGEST_KIN), at)
    return kin is not None and (opening or kin[0][0].islower())


def _genders_by_surname(text: str) -> dict[str, set[str]]:
    """Surname -> the genders of the titles before it: "Mrs Lee"."""
    found: dict[str, set[str]] = {}
    for title, surname in _TITLE_ALONE.findall(text):
        found.setdefault(surname, set()).add(GENDERED_TITLES[title])
    return found


def _needs_title(
    genders_by_surname: Mapping[str, set[str]], surname: str, full: str, shared: Collection[tuple[str, str]]
) -> bool:
    """Whether somebody is called "Mrs Lee" where the first of that surname has no title, so that "Lee" never refers to her."""
    first = next(name for of, name in shared if of == surname)
    if first == full:
        return False
    genders = genders_by_surname.get(full.rpartition(" ")[2], set())
    may_be_first = any(can_take_pronoun(gender, first) for gender in genders)
    return not may_be_first and any(can_take_pronoun(gender, full) for gender in genders)


class _TitledMention(NamedTuple):
    """A mention of a person by title and surname only."""

    at: int
    title: str
    surname: str


def resolve_titled_surnames(
    text: str, full_names: Mapping[str, str], namesakes: Namesakes, begins: int
) -> dict[str, str]:
    """Title and surname in lower case -> the person meant, where that is not just the person of that surname.

    It is the namesake to whom the article gives that title, or somebody never named in full: "Judge Lind" who jailed Sam Lind. The text
    starts at `begins`, after its headline.
    """
    found: dict[str, str] = {}
    strangers: dict[tuple[str, str], str] = {}
    for match in _TITLED.finditer(text, begins):
        if match.start() and text[match.start() - 1].isalnum():
            continue  # the end of a word
        surname, titles = match["surname"].removesuffix("'s"), match["titles"].split()
        names = namesakes.full_names(surname.lower()) or [full_names.get(surname.lower(), "")]
        if not names[0]:
            continue
        one = _TitledMention(match.start(), titles[-1].removesuffix("."), surname)
        calling = _CALLING_PATTERNS.get(one.title, f"(?i:{one.title})")
        titled = f"{match['titles']}{surname}"
        if holder := next((name for name in names if _has_calling(text, name, calling)), None):
            found[titled.lower()] = holder
        elif all(_is_other_person(text, one, name) for name in names):
            found[titled.lower()] = strangers.setdefault((surname, calling), titled)
    return found


def _has_calling(text: str, full: str, calling: str) -> bool:
    """Whether the article gives somebody a calling: "Detective Sergeant Ann Lee", "Ann Lee, of Vale Police"."""
    surname = full.rpartition(" ")[2]
    before = re.compile(rf"\b(?:{calling})\w*\.?(?: (?!{re.escape(surname)}\b|\w+ed\b)[\w'.-]+){{0,4}},? $")
    pattern = re.compile(
        rf"(?:,(?: \d+,)?| of| from| at| with)(?: (?!(?:by|to|told|was|were|is|and)\b)[\w'-]+){{0,7}}? (?:{calling})"
    )
    return any(
        before.search(text, max(0, at - _NEARBY), at) or pattern.match(text, at + len(full))
        for at in find_occurrences(text, full)
    )


def _is_other_person(text: str, one: _TitledMention, full: str) -> bool:
    """Whether a person without such a title surely is not meant: the two are named together, or the person is a defendant or victim."""
    places = list(find_occurrences(text, full)) or [0]
    start = max(text.rfind(". ", 0, one.at), text.rfind("\n", 0, one.at)) + 1
    end = min(at for at in (text.find(". ", one.at), text.find("\n", one.at), len(text)) if at >= 0)
    if any(start <= at < end or (one.at < at and _is_relative(text, at)) for at in places):
        return True
    if one.title in _RANKS or (one.title in _TITLES_AT_FIRST and one.at < places[0]):
        return True
    return any(_is_affected_party(text, at, at + len(full), one.title) for at in places)


def _is_affected_party(text: str, start: int, end: int, title: str) -> bool:
    """Whether a full name is of somebody accused, hurt or a child; a person with an age is no judge."""
    aged = _AGED.match(text, end)
    if aged and (title in _OFFICERS or int(aged["age"]) < _ADULT_AGE):
        return True
    return bool(_SUFFERED.match(text, end) or _ACCUSED.search(text, max(0, start - _LONGEST_ACCUSED), start))


def are_different_people(one: str, other: str) -> bool:
    """Whether two full names of one surname are of two people: not "Bob Lee" and "Robert J. Lee", "Jim" and "Jimmy"."""
    one, other = one.lower(), other.lower()
    if one.endswith(other) or other.endswith(one):
        return False  # "De Wit", "Marijke de Wit"
    first, second = one.split()[0], other.split()[0]
    initials = [re.findall(r"\b[a-z]\b", name) for name in (one, other)]
    if first == second and all(initials):
        return initials[0] != initials[1]  # "George H. W. Bush" and "George W. Bush"
    if frozenset((first, second)) in _SHORT_FORMS:
        return False
    return first[0] != second[0] or (
        first[:2] != second[:2] and is_given_name(first) and is_given_name(second)
    )


def resolve_surname(cast: Cast, source: str) -> Speaker | None:
    """The person named in full before whose surname stands alone; if that is also a place or plural ("France", "Banks"), only the last one named."""
    word = source.lower()
    full = cast.full_names.get(word)
    if (
        not full
        or not full.endswith(f" {source}")
        or not 0 <= find_first_occurrence(cast.text, full) < cast.at
    ):
        return None
    if is_single_word_body(word) or (may_be_plural(word) and word[:-1] in _PEOPLE):
        return None  # "Democrats"
    may_be_other = is_place(source) or may_be_plural(word)
    is_meant = not may_be_other or (cast.person is not None and cast.person.name == full)
    return make_person(full) if is_meant else None
