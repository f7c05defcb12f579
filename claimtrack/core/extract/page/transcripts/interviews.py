"""Which paragraphs are interviews and exchanges? Questions on their own with answers below, and paragraphs in which several labelled speakers alternate: "Lee: Rents fell. Ray: They rose."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.label_forms import BRACKETED, PARTY, TITLE
from claimtrack.core.extract.page.transcripts.lines import (
    Line,
    is_interview,
    is_questioner,
    is_role,
)
from claimtrack.core.extract.page.transcripts.surnames import is_surname, match_short_labels
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, name_pattern

_TO_SOMEBODY = expression(r"\byou(?:r|rs|rself|'re|'ve|'d|'ll)?\b", re.IGNORECASE)
OWN = expression(r"\b(?:I(?!\.)|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
ONE = expression(r"\b(?:I(?!\.)|[Mm]y|me)\b")
"""Writers of explainers say "us" and "we", and so does a newspaper that answers its readers; an interviewee says "I", too."""
_ANNOUNCED = name_pattern(
    r"\b(?i:interview|conversation|q ?(?:&|and) ?a) with\b|\b(?i:interviewed|questions (?:for|to))\b"
    r"|\b(?:answers|answered|takes|took) (?:our|your|readers'|some|[a-z]+) questions\b"
    r"|\b(?:spoke|speaks|talked|talks|sat down|sits down|chatted|caught up) (?:to|with) (?:us|him|her|them|our|the|[A-Z])|\b[Ww]e (?:asked|met|called|visited)\b"
)
"""Words that announce an interview, whatever is asked in it."""
_FEWEST_QUESTIONS, _FEWEST_ANNOUNCED = 3, 2
_INTRODUCTION = 3000  # characters before the first question
_LONGEST_QUESTION = 400  # characters of a question
_LONGEST_STATED = 160  # characters
_STATED = expression(
    r"\byour\b|\byou (?:were|had)\b|\byou(?:'ve| have|'d| had| were| are)? (?:also |once |even |just |then |recently )?(?:[a-z]{3,}ed|said|told|wrote|found|spent|took|gave|made|left"
    r"|won|lost|ran|led|came|went|became|began|built|bought|sold|put|cut|let|kept|got|set|met|paid|held|stood|grew|threw|broke|chose"
    r"|brought|fought|quit|shut|sent|sat|spoke|beat|drew|drove|fell|hid|laid|rose|shook|taught|withdrew|hung|flew|swore)\b"
    r"|\b(?:accused?|accuses|asked|blamed?|blames|call(?:s|ed)?|compared?|compares|described?|describes|warned) you\b"
    r"|^(?!(?:And|But|So|Because|Yes|No)\b)[A-Z][\w'.]*(?: [\w'.-]+){0,5} (?:says?|said|claims?|claimed|argues?|argued|insists?|told us)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Statements put to an interviewee without a question mark: "It has cost twice what you said.", "The union says it is too late."."""
_OUTLET_SELF_REFERENCE = expression(
    r"\b[Oo]ur (?:questions?|requests?|reporters?|calls?|inquiries|newspaper|paper)\b"
)
"""A newspaper's references to itself below an interview: "The firm did not answer our questions."."""
_PUT_TO_SOMEBODY = expression(r"\byour?\b[^.!?]*\?", re.IGNORECASE)
_NAME = rf"(?P<name>(?=[A-Z])(?:{TITLE})?[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}|[QA]): (?=[\"'A-Z$£€\d])"
_TIMED = name_pattern(rf"(?P<name>[A-Z](?<=\b[A-Z])[\w.'-]*(?: [A-Z\d][\w.'-]*){{0,3}}): {BRACKETED} (?=\S)")
"""A label with the time after it, which never occurs within a line of an article: "Ada Moor: (00:21) "."""
_FIRST = name_pattern(_NAME)
_NEXT = name_pattern(r"[.!?](?<=[.!?])[\"']? " + _NAME)
_LONGEST_LABEL = 60  # characters


def find_answers(plain: str, paragraphs: list[Span]) -> tuple[int, frozenset[int]] | None:
    """Return the end of the first question, and the numbers of the paragraphs that answer one; None if the text is no such interview.

    Most questions address "you", or an interview is announced, and most answers contain "me" or "us" outside quotation marks, at
    least one of them "me": those of an explainer do not.
    """
    if plain.count("?") < _FEWEST_ANNOUNCED:
        return None
    asked = [number for number, one in enumerate(paragraphs) if _is_question(plain, one)]
    first = [number + 1 for number, later in pairwise([*asked, len(paragraphs)]) if later > number + 1]
    if min(len(asked), len(first)) < _FEWEST_ANNOUNCED:
        return None
    opens = _find_first_remark(plain, paragraphs, asked[0])
    put = sum(_TO_SOMEBODY.search(plain, *paragraphs[number]) is not None for number in asked)
    own = sum(_uses_first_person(plain, paragraphs[number]) for number in first)
    is_put = (
        put * 2 >= len(asked) and min(len(asked), len(first)) >= _FEWEST_QUESTIONS and own * 2 >= len(first)
    )
    is_dialogue = _is_dialogue(plain, paragraphs[asked[0] + 1 : asked[-1] + 1])
    if not is_put and not (
        own * 3 >= len(first) and (is_dialogue or _is_announced(plain, paragraphs[:opens]))
    ):
        return None
    if not any(ONE.search(outside_quotations(plain, paragraphs[number])) for number in first):
        return None
    between = set(range(opens + 1, asked[-1])) - set(asked)
    take_turns = all((later - one) % 2 == 0 for one, later in pairwise(asked))
    for number in [one for one in between if {one - 1, one + 1} <= between]:
        is_turn = is_dialogue and take_turns and (number - opens) % 2 == 0
        if is_turn or _is_statement_put(plain, paragraphs[number]):
            between.remove(number)
    mark = plain.rindex("?", *paragraphs[asked[0]])
    return mark, frozenset(between | _find_last_answer(plain, paragraphs, asked[-1] + 1))


def _is_dialogue(plain: str, turns: list[Span]) -> bool:
    """Whether a dash opens each turn: "- Will you stand again?", "- Ask me in May."."""
    return all(plain.endswith("- ", 0, turn.start) for turn in turns)


def _find_first_remark(plain: str, paragraphs: list[Span], first: int) -> int:
    """Return the number of the first remark put to the interviewee: "You were there first." before the first question with a mark."""
    while (
        first > 1
        and _is_statement_put(plain, paragraphs[first - 2])
        and _uses_first_person(plain, paragraphs[first - 1])
    ):
        first -= 2
    return first


def _is_announced(plain: str, before: list[Span]) -> bool:
    """Whether the words before the first question announce an interview, and do not describe the author: "I spoke to Jane Doe"."""
    end = before[-1].end if before else 0
    start = max(0, end - _INTRODUCTION)
    if _ANNOUNCED.search(plain, start, end) is None:
        return False
    return not any(ONE.search(outside_quotations(plain, one)) for one in before if one.end > start)


def uses_first_person(plain: str, paragraphs: list[Span]) -> bool:
    """Whether at least a third of the paragraphs contain "me" or "us" outside quotation marks."""
    return sum(_uses_first_person(plain, one) for one in paragraphs) * 3 >= len(paragraphs)


def _find_last_answer(plain: str, paragraphs: list[Span], start: int) -> set[int]:
    """Return the last answer: its first paragraph and the following ones in the first person; the rest is about the interview."""
    found: set[int] = set()
    for number in range(start, len(paragraphs)):
        is_papers = _OUTLET_SELF_REFERENCE.search(plain, *paragraphs[number]) and not ONE.search(
            plain, *paragraphs[number]
        )
        if found and (is_papers or not _uses_first_person(plain, paragraphs[number])):
            break
        found.add(number)
    return found


def _is_question(plain: str, paragraph: Span) -> bool:
    """Whether a paragraph is a short unquoted question."""
    words = plain[slice(*paragraph)].rstrip("*_ ")
    return len(words) <= _LONGEST_QUESTION and words.endswith("?") and '"' not in words


def _is_statement_put(plain: str, paragraph: Span) -> bool:
    """Whether a short paragraph puts a statement to the interviewee, and does not report on its speaker."""
    is_short = paragraph.end - paragraph.start <= _LONGEST_STATED
    ends = plain[slice(*paragraph)].rstrip('"').endswith(".")
    return (
        is_short
        and ends
        and _STATED.search(plain, *paragraph) is not None
        and not OWN.search(plain, *paragraph)
    )


def _uses_first_person(plain: str, paragraph: Span) -> bool:
    """Whether somebody refers to themselves outside quotation marks."""
    return plain[paragraph.start] != '"' and OWN.search(outside_quotations(plain, paragraph)) is not None


def outside_quotations(plain: str, paragraph: Span) -> str:
    """Return the words outside quotation marks."""
    return "".join(plain[slice(*paragraph)].split('"')[::2])


def addresses_somebody(plain: str, paragraph: Span) -> bool:
    """Whether somebody refers to themselves or addresses somebody, outside quotation marks."""
    words = outside_quotations(plain, paragraph)
    return OWN.search(words) is not None or _TO_SOMEBODY.search(words) is not None


def find_interviewers(plain: str, paragraphs: list[Span], lines: dict[int, Line]) -> frozenset[str]:
    """Return the labels of those who ask: most of their lines end in a question, or all contain one and nobody else asks; members of a party debate."""
    short = match_short_labels(plain[slice(*line.name)] for line in lines.values())
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    hold: Counter[str] = Counter()
    members: set[str] = set()
    addressed: set[str] = set()
    for number, line in lines.items():
        name = plain[line.name.start : line.name.end]
        if is_role(name):
            continue  # somebody in the audience who asks once
        name = short.get(name, name)
        members |= {name} if PARTY.search(plain, line.name.end, line.start) else set()
        turns[name] += 1
        words = plain[line.start : paragraphs[number].end]
        asked[name] += words.rstrip(" \"'").endswith("?")
        hold[name] += "?" in words
        addressed |= {name} if _PUT_TO_SOMEBODY.search(words) else set()
    # One question in two turns may be a debater's; with more turns, half is enough: hosts also say "Go on."
    often = {
        name for name in turns if asked[name] * 2 >= turns[name] and (asked[name], turns[name]) != (1, 2)
    }
    if not often and list(hold.values()).count(0) == len(turns) - 1:
        often = {name for name in addressed if hold[name] == turns[name]}
    often -= members
    others_ask = any(asked[name] for name in turns if name not in often)
    found = {name for name in often if turns[name] > 1 and len(often) == 1 and not others_ask}
    found |= {name for name in turns if is_questioner(name)}
    return frozenset(found | {name for name, full in short.items() if full in found})


def split_exchanges(plain: str, paragraphs: list[Span]) -> list[Span]:
    """Split paragraphs in which several people speak in turn before each label.

    Where all of them are quoted in marks, the sentence names the speakers as well, and the paragraph stays whole.
    """
    return [part for paragraph in paragraphs for part in _split_turns(plain, paragraph)]


def in_exchange(plain: str, paragraphs: list[Span], number: int) -> bool:
    """Whether a paragraph was split from its neighbour: no line break separates them, and both begin with a label."""
    near = paragraphs[max(0, number - 1) : number + 2]
    return any(_are_in_one_line(plain, first, second) for first, second in pairwise(near))


def _are_in_one_line(plain: str, first: Span, second: Span) -> bool:
    """Whether two labelled turns follow each other without a line break."""
    is_near = second.start - first.end <= 1 and "\n" not in plain[first.end : second.start]
    return is_near and any(
        all(label.match(plain, *one) for one in (first, second)) for label in (_FIRST, _TIMED)
    )


def _split_turns(plain: str, paragraph: Span) -> Iterator[Span]:
    """Split a paragraph before each of its labelled turns."""
    turns = _find_turn_starts(plain, paragraph)
    if not turns:
        yield paragraph
        return
    starts = [paragraph.start, *turns, paragraph.end]
    for start, end in pairwise(starts):
        yield Span(start, end - (end < paragraph.end))


def _find_turn_starts(plain: str, paragraph: Span) -> list[int]:
    """Find where the second and each later speaker begins; nowhere unless all labels are different people's names.

    After the outlet's words, only questions and answers count, and the first one begins a turn, too.
    """
    if plain.find(": ", *paragraph) < 0:
        return []  # a cheap pre-check
    if plain.find(": (", *paragraph) >= 0 or plain.find(": [", *paragraph) >= 0:
        timed = [label.start() for label in _TIMED.finditer(plain, *paragraph)]
        if timed[1:] and timed[0] == paragraph.start:
            return timed[1:]
    asks = plain.find("Q: ", *paragraph) >= 0
    if not asks and plain.find(": ", paragraph.start, paragraph.start + _LONGEST_LABEL) < 0:
        return []  # a cheap pre-check
    first = _FIRST.match(plain, *paragraph)
    others = (
        list(_NEXT.finditer(plain, first.end() if first else paragraph.start, paragraph.end))
        if first or asks
        else []
    )
    if not others:
        return []
    labels = [first, *others] if first else others
    names = [label["name"] for label in labels]
    words = [plain[label.end() : label.end() + 1] for label in labels]
    if len(set(names)) < 2 or all(word == '"' for word in words):
        return []
    is_named = first is not None and all(
        _is_person(plain, label["name"], label.start("name")) for label in labels
    )
    return [label.start("name") for label in others] if is_named or is_interview(names) else []


def _is_person(plain: str, name: str, at: int) -> bool:
    """Whether a label is a full name with a common first name, or the surname of somebody whom the text names in full."""
    *given, last = name.split()
    return is_surname(plain, last, at) or (bool(given) and is_given_name(given[0].lower()))
