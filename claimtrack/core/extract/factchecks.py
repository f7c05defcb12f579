"""Fact-checks: what is labelled as a claim is somebody's, and quotations with a verdict below are of whoever is checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.reading import Span, tokens
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from claimtrack.core.extract.attribution.draft import Draft

_VERDICT = re.compile(
    r"(?:(?:this|that|it|the claim|the statement) (?:is|was|isn't|needs|lacks|checks out|holds up|does not|doesn't)\b"
    r"|(?:mostly|partly|largely|half|not|somewhat|almost|entirely|nearly)[ -](?:true|false|right|so|quite|correct|accurate|wrong)\b"
    r"|(?:true|false|correct|incorrect|wrong|right|misleading|exaggerated|unproven|inaccurate|accurate|unsupported|outdated|verdict"
    r"|our rating|rating|missing context|in fact|actually)\b)",
    re.IGNORECASE,
)
"""How the paragraph begins that judges the one above."""
_LABEL = re.compile(
    r"[*_]{0,2}(?:(?:[Tt]he|[Tt]his|[Vv]iral|[Ff]alse|[Oo]nline|[Pp]opular) )?(?:[Cc]laim|CLAIM|[Rr]umou?r|RUMOU?R|[Mm]yth|MYTH)"
    r"(?: (?:#|[Nn]o\. ?)?\d{1,2})?(?: (?:made|checked|online))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
"""How a paragraph begins that holds what others claim: "Claim: ...", "Myth 2: ..."."""
_PLAIN_VERDICT = re.compile(
    r"(?:our (?:verdict|ruling|rating)\b|(?:the )?(?:verdict|ruling|rating):|we rate (?:this|that|it|the claim|the statement)\b"
    r"|(?:(?:this|that|it|the (?:claim|statement))(?: is| was|'s| isn't| wasn't) )?(?:not )?"
    r"(?:(?:mostly|partly|largely|half|somewhat|almost|entirely|nearly|completely|simply|technically)[ -])?"
    r"(?:true|false|untrue|incorrect|inaccurate|misleading|exaggerated|unproven|unsupported|missing context)[*_]{0,2}(?:$|[.:;!—-]))",
    re.IGNORECASE,
)
"""The same where nothing else can be meant: not "False alarms are frequent", "It is cold"."""
_BARE_VERDICT = re.compile(
    r"(?:(?:our |the )?(?:verdict|ruling|rating): )?(?:(?:mostly|partly|largely|half|entirely|not)[ -])?"
    r"(?:true|false|untrue|correct|incorrect|inaccurate|misleading|exaggerated|unproven|unsupported|missing context)[.!]*",
    re.IGNORECASE,
)
"""A sentence that is a rating and nothing else."""
_CHECKS = re.compile(
    r"\b(?:fact|reality|claim)[ -]?check|\bwe (?:have )?(?:fact-)?checked (?:[\w'’]+ ){0,3}(?:claims?|statements?)\b",
    re.IGNORECASE,
)
"""How an article says, in its title or its first lines, that it is a fact-check."""
_HEAD = 400
_FEWEST_CHECKED = 2
_FEWEST_QUOTED = 2
_MARKS = ('"', "'")
_STOPS = frozenset(".!?…,;")
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def labelled_claim(plain: str, paragraph: Span) -> Span | None:
    """The words of a paragraph that is labelled as what others claim, without the label; None for any other."""
    label = _LABEL.match(plain, *paragraph)
    return Span(label.end(), paragraph.end) if label else None


def is_verdict(sentence: str) -> bool:
    """Whether a sentence rates another and says nothing else: "Mostly false."."""
    return _BARE_VERDICT.fullmatch(sentence) is not None


def quoted_headings(
    plain: str, blocks: Sequence[Span], furniture: Iterable[int], title: str | None
) -> frozenset[int]:
    """The headings that quote what is checked: a verdict stands below, or the article says that it checks something."""
    headings = frozenset(furniture)
    quoting = [
        n
        for n, (start, end) in enumerate(blocks)
        if plain[start] in _MARKS
        and plain[end - 1] in _MARKS
        and (n in headings or plain[end - 2 : end - 1] not in _STOPS)
    ]
    if not quoting:
        return frozenset()
    is_check = _CHECKS.search(f"{title or ''}\n{plain[:_HEAD]}") is not None
    return frozenset(
        n
        for n in quoting
        if _tells(plain[blocks[n].start + 1 : blocks[n].end - 1])
        and n + 1 < len(blocks)
        and ((is_check and n) or _PLAIN_VERDICT.match(plain, *blocks[n + 1]))
    )


def _tells(quoted: str) -> bool:
    words = tokens(quoted)
    is_one = not any(mark in quoted for mark in _MARKS[:1])
    return is_one and len(words) >= _FEWEST_QUOTED and has_predicate(words, 0, len(words))


def name_checked(
    plain: str, read: Sequence[list[Draft]], names: Mapping[str, str], headings: Container[int]
) -> None:
    """Give each quotation that is checked to whom its introduction names.

    Without one it is of whoever the article names first where it checks several, and nobody's where it names more than
    one before. `names` are the full names by surname, `headings` tells where headings that quote begin.
    """
    alone = [at for at, found in enumerate(read) if _stands_alone(plain, found)]
    following = {at: read[at + 1] if at + 1 < len(read) else [] for at in alone}
    if sum(_judges(plain, following[at], _VERDICT) for at in alone) < _FEWEST_CHECKED:
        alone = [
            at
            for at in alone
            if _judges(plain, following[at], _PLAIN_VERDICT) or read[at][0].span.start - 1 in headings
        ]
    if not alone:
        return
    several = len(alone) >= _FEWEST_CHECKED
    by = _first_named(plain, read[alone[0]][0].span.start, names, several=several)
    for at in alone:
        before = next((found for found in reversed(read[:at]) if found), None)
        if before and before[-1].lead_in:
            by = before[-1].source
            continue
        by = _introduced(plain, before or [], read[at][0].span.start, names, several=several) or by
        for draft in read[at]:
            draft.source, draft.unsourced = by, by is None


def _first_named(plain: str, end: int, names: Mapping[str, str], *, several: bool) -> Span | None:
    """The full name that an article gives first before it quotes what it checks, or its only one."""
    before = sorted((at, name) for name in set(names.values()) if (at := plain.find(name, 0, end)) >= 0)
    return (
        Span(before[0][0], before[0][0] + len(before[0][1]))
        if len(before) == 1 or (before and several)
        else None
    )


def _introduced(
    plain: str, before: list[Draft], end: int, names: Mapping[str, str], *, several: bool
) -> Span | None:
    """Whom alone the heading above a quotation names, or its announcement ("Moor on rents:").

    So does what the outlet tells above where only one is checked; else that may be what it found out about the one before.
    """
    start = plain.find("\n", before[-1].span.end, end) if before else 0
    tells = before and not several and all(draft.kind is Kind.OUTLET for draft in before)
    if tells or (before and plain[start - 1] == ":"):
        start = before[0].span.start
    found = _WORD.finditer(plain, max(0, start), end)
    named = [word for word in found if word[0][0].isupper() and word[0].lower() in names]
    return Span(*named[0].span()) if len({names[word[0].lower()] for word in named}) == 1 else None


def _stands_alone(plain: str, found: list[Draft]) -> bool:
    """Whether a paragraph is nothing but quotation, and names nobody."""
    is_quoted = bool(found) and all(
        draft.kind is Kind.DIRECT and draft.source is None and not draft.unsourced for draft in found
    )
    opens = is_quoted and plain.endswith(_MARKS, 0, found[0].span.start)
    return opens and plain.startswith(_MARKS, found[-1].span.end)


def _judges(plain: str, found: list[Draft], verdict: re.Pattern[str]) -> bool:
    """Whether the outlet begins a paragraph with its verdict."""
    return bool(found) and verdict.match(plain, found[0].span.start, found[-1].span.end) is not None
