"""Whose are the quotations that a fact-check sets off and judges? The person's introduced above, or nobody's."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.verdicts import contains_verdict_line, starts_with_verdict
from claimtrack.core.extract.words import times
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import MARKS, Span, name_pattern, trimmed
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET

_FEWEST_JUDGED = 2  # judged quotations; from this number on, every standalone quotation is checked
_STOPS = (".", "!", "?")
_WORD = expression(r"[^\W\d_][\w'-]*")
_NAME = r"(?:[A-Z][a-z]{1,7}\.? )?(?P<name>[A-Z][\w'-]*[\w-](?: [A-Z][\w'-]*[\w-])*)"
_SAID_SO = name_pattern(
    rf"(?:(?:[A-Z][\w'-]+ ){{1,2}}(?:[a-z-]+ ){{1,3}})?{_NAME} (?:(?:has|had|also|first) )*(?:said (?:so|this|that|it)(?=[.,;]| (?:on|in|at|to|during|when|while|last|again|after|before|as)\b)"
    r"|(?:made|repeated|used) (?:this|the|that|a) (?:claim|statement|promise|figure|remark)|was (?:referring|talking|speaking|quoting)\b)"
    rf"|The (?:line|claim|quote|remark|statement|figure|words?) (?:came|comes|come|was|is) (?:made )?(?:from|by) {_NAME.replace('name', 'from')}"
)
"""How the paragraph below a quotation may name its speaker: "Lee said so on Monday"."""
_SUBJECT = name_pattern(rf"{_NAME}(?= [a-z]|'s )")  # a name that opens the paragraph below
_ABOUT_OTHERS = expression(r"'s? (?!claims?\b|statements?\b|words\b|promises?\b)")
"""Words after the name in a heading that is merely about somebody: "Moor's record"."""
_SOMEBODY = name_pattern(
    r"^[A-Z][\w'-]+ (?:on|about|again)\b|\b(?i:mr|mrs|ms|dr|sen|rep|gov|sir|dame|lord|lady)\.? [A-Z][\w'-]+"
)
"""A heading that names a person, whether or not the article gives the full name."""
_HEADED = name_pattern(rf"{_NAME}(?:(?: on| about|,) [^.!?\n]{{2,60}})?")
_NO_CLAIMANT = expression(
    r"\b(?:asked|consulted|interviewed|contacted|(?:spoke|talked) (?:to|with)|about)\b[^.\n]{0,40}$"
)
"""Words before the name of somebody whom the article asks, or about whom others speak."""
_LONGEST_DATE, _LONGEST_HEADING = 2, 120  # words; characters


@dataclass(frozen=True, eq=False, slots=True)
class _Quotation:
    """A quotation alone in its sentence, with the drafts of the preceding paragraph."""

    drafts: list[Draft]
    before: list[Draft]
    below: str  # the text from its start to the next such quotation
    judged_at: int  # the offset of that text

    @property
    def start(self) -> int:
        """The start offset of the quotation."""
        return self.drafts[0].span.start

    def looks_like_heading(self, plain: str) -> bool:
        """Whether the quotation is not closed by a stop, as in a heading."""
        return plain[self.drafts[-1].span.end - 1].isalnum()


def attribute_checked_quotations(
    plain: str, read: list[list[Draft]], names: Mapping[str, str], headings: Container[int], *, is_check: bool
) -> None:
    """Attribute each checked quotation to the person its introduction names, else to the only person named before it.

    It is nobody's where several people are possible. `names` maps surnames to full names, `headings` holds the offsets of quotations
    that are headings, `is_check` says that the article calls itself a fact-check.
    """
    names = {surname: full for surname, full in names.items() if _is_name(surname, full)}
    _attribute_labelled_claims(plain, read, names)
    alone = _find_standalone(plain, read)
    checked = _select_checked(alone, names, headings, plain, is_check=is_check)
    if not checked:
        return
    first = next(iter(checked)).start
    debaters = _find_full_names(plain[:first], names)
    by = _find_only_person(plain, first, debaters)
    if any(_names_another(plain, one, by, names) for one in checked):
        by = None
    past = ""
    for one, is_sure in checked.items():
        if one.before and one.before[-1].is_lead_in:
            by = one.before[-1].source
            continue
        by = None if _quotes_another_debater(plain, past, by, debaters, names) else by
        by, here = _find_introduced_speaker(plain, one, names, by, several=len(checked) >= _FEWEST_JUDGED)
        here = here if is_sure and not _names_another(plain, one, here, names) else None
        here = _find_speaker_below(plain, one, names, debaters, here)
        debaters += [other for other in _resolve_full_name(plain, here, names) if other not in debaters]
        past = one.below
        for draft in one.drafts:
            draft.source, draft.is_unsourced = here, here is None


def _is_name(surname: str, full: str) -> bool:
    """Whether capitalised words certainly name a person: "Lena Holt March 7" ends in a date, and "WHAT WAS SAID" is a heading."""
    words = full.split()
    is_dated = surname in times.MONTHS and len(words) > _LONGEST_DATE
    return not is_dated and (not full.isupper() or is_given_name(words[0].lower()))


def _find_standalone(plain: str, read: list[list[Draft]]) -> list[_Quotation]:
    """Find the quotations that make up a paragraph, or that the rest of their paragraph judges."""
    quoted = {at: lead for at, drafts in enumerate(read) if (lead := _find_opening_quotation(plain, drafts))}
    quoted = {
        at: lead
        for at, lead in quoted.items()
        if len(lead) == len(read[at]) or _is_judged_in_paragraph(plain, lead, read[at])
    }
    ends = [lead[0].span.start - 1 for lead in list(quoted.values())[1:]] + [len(plain)] * bool(quoted)
    found: list[_Quotation] = []
    for (at, lead), end in zip(quoted.items(), ends, strict=True):
        below = trimmed(plain, Span(lead[-1].span.end + 1, end), " \n.")
        before = next((read[i] for i in range(at - 1, -1, -1) if read[i]), [])
        found.append(_Quotation(lead, before, plain[slice(*below)], below.start))
    return found


def _find_opening_quotation(plain: str, found: list[Draft]) -> list[Draft]:
    """Return the quotation that a paragraph begins with and attributes to nobody: ""We built 900 homes.""."""
    if not found or found[0].kind is not _DIRECT:
        return []
    lead = list(
        takewhile(
            lambda draft: draft.kind is _DIRECT and draft.source is None and not draft.is_unsourced, found
        )
    )
    is_whole = (
        lead and plain.endswith(MARKS, 0, lead[0].span.start) and plain.startswith(MARKS, lead[-1].span.end)
    )
    return lead if is_whole else []


def _is_judged_in_paragraph(plain: str, lead: list[Draft], found: list[Draft]) -> bool:
    """Whether the rest of the paragraph is the verdict, as in a list: ""We built 900 homes." False. It was 610."."""
    rest = plain[lead[-1].span.end + 1 : found[-1].span.end]
    is_ended = plain[lead[-1].span.end - 1] in _STOPS or rest.startswith(_STOPS)
    return is_ended and starts_with_verdict(rest.lstrip(" ."), plainly=True)


def _select_checked(
    alone: list[_Quotation], names: Mapping[str, str], headings: Container[int], plain: str, *, is_check: bool
) -> dict[_Quotation, bool]:
    """Select the checked quotations, and tell whether they certainly are checked rather than a continuation of what was said above.

    All are checked if several have a verdict below, or if one has and the article calls itself a fact-check.
    """
    headed = {one for one in alone if _has_name_heading(plain, one, names)}
    sure = {
        one
        for one in alone
        if (one in headed and len(headed) >= _FEWEST_JUDGED)
        or one.start - 1 in headings
        or starts_with_verdict(one.below, plainly=True)
        or contains_verdict_line(one.below)
        or _SAID_SO.match(one.below)
        or ((is_check or one.looks_like_heading(plain)) and not _may_continue(plain, one.before, names))
    }
    if sum(starts_with_verdict(one.below, plainly=False) for one in alone) >= _FEWEST_JUDGED:
        return {one: one in sure or not _ends_in_cited_quotation(one.before) for one in alone}
    return {one: one in sure for one in alone if one in sure or (sure and is_check)}


def _ends_in_cited_quotation(before: list[Draft]) -> bool:
    """Whether the preceding paragraph ends in an attributed quotation."""
    return bool(before) and before[-1].kind is _DIRECT and before[-1].source is not None


def _has_name_heading(plain: str, one: _Quotation, names: Mapping[str, str]) -> bool:
    """Whether the line above is a person's name, perhaps with a topic: "Ann Lee", "Lee on rents"."""
    *_, line = plain[max(0, one.start - 1 - _LONGEST_HEADING) : one.start - 1].rstrip().rsplit("\n", 1)
    headed = _HEADED.fullmatch(line.strip("*_:# "))
    return headed is not None and _find_full_names(headed["name"], names) != []


def _may_continue(plain: str, before: list[Draft], names: Mapping[str, str]) -> bool:
    """Whether the person cited at the end of the preceding paragraph may go on speaking."""
    source = before[-1].source if before and not before[-1].is_lead_in else None
    return source is not None and (
        _ends_in_cited_quotation(before) or _find_full_names(plain[slice(*source)], names) != []
    )


def _names_another(plain: str, one: _Quotation, by: Span | None, names: Mapping[str, str]) -> bool:
    """Whether the quotation names a person, and so is another's."""
    named = _resolve_full_name(plain, by, names)
    return named != [] and named[0] in _find_full_names(plain[one.start : one.drafts[-1].span.end], names)


def _find_full_names(words: str, names: Mapping[str, str]) -> list[str]:
    """Return the full names whose surnames occur in the words, without repeats."""
    found = (words[slice(*word)].lower() for word in _find_surnames(words, Span(0, len(words)), names))
    return list(dict.fromkeys(names[word] for word in found))


def _find_only_person(plain: str, end: int, people: list[str]) -> Span | None:
    """Find where the only person is named, other than as somebody asked or spoken about."""
    at = plain.find(people[0], 0, end) if len(people) == 1 else -1
    if at < 0 or _NO_CLAIMANT.search(plain, max(0, at - _LONGEST_HEADING), at):
        return None
    return Span(at, at + len(people[0]))


def _resolve_full_name(plain: str, by: Span | None, names: Mapping[str, str]) -> list[str]:
    """Return the full name of the speaker, as a list of one; empty if unknown."""
    return _find_full_names(plain[slice(*by)], names) if by else []


def _quotes_another_debater(
    plain: str, words: str, by: Span | None, debaters: list[str], names: Mapping[str, str]
) -> bool:
    """Whether another of the debaters may have spoken since: "Lee said that ..."."""
    mentioned = [one for one in _find_full_names(words, names) if one in debaters]
    return mentioned != [] and mentioned != _resolve_full_name(plain, by, names)


def _find_introduced_speaker(
    plain: str, one: _Quotation, names: Mapping[str, str], by: Span | None, *, several: bool
) -> tuple[Span | None, Span | None]:
    """Find the one person named by the heading or the announcement above, who also speaks the quotations that follow, or this one alone.

    The outlet's words above count as well if only one quotation is checked; else they may be its findings on the previous one.
    """
    before, end = one.before, one.start
    last = before[-1].span.end if before else 0
    start = max(last, plain.find("\n", last, end)) if before else 0
    is_lead = bool(before) and not several and all(draft.kind is _OUTLET for draft in before)
    if is_lead or (before and plain[start - 1] == ":"):
        start = before[0].span.start
    words = list(_find_surnames(plain, Span(start, end), names))
    people = {names[plain[slice(*word)].lower()] for word in words}
    if not people:
        is_other = _SOMEBODY.search(plain[start:end].strip()) is not None
        return (None, None) if is_other else (by, by)
    is_by = people == set(_resolve_full_name(plain, by, names))
    if len(people) > 1 or _ABOUT_OTHERS.match(plain, words[0].end):
        return by, by if is_by else None
    # "Lee on rents: "They fell"" names her for this quotation only
    is_inside = "\n" not in plain[words[0].end : end]
    return by if is_inside else words[0], words[0]


def _find_surnames(plain: str, span: Span, names: Mapping[str, str]) -> Iterator[Span]:
    """Find the surnames in a span."""
    for word in _WORD.finditer(plain, *span):
        name = word[0].removesuffix("'s")
        if name[0].isupper() and name.lower() in names:
            yield Span(word.start(), word.start() + len(name))


def _find_speaker_below(
    plain: str, one: _Quotation, names: Mapping[str, str], debaters: list[str], by: Span | None
) -> Span | None:
    """Find the person whom the paragraph below names as the speaker; nobody if it begins with another debater."""
    if speaker := _match_speaker(plain, one.judged_at, names):
        return speaker
    subject = _SUBJECT.match(one.below)
    about = _find_full_names(subject["name"], names) if subject else []
    return None if about and about != _resolve_full_name(plain, by, names) and about[0] in debaters else by


def _match_speaker(plain: str, at: int, names: Mapping[str, str]) -> Span | None:
    """Find the person whom a paragraph names for the words above: "Lee said so", "The line came from Ann Lee"."""
    match = _SAID_SO.match(plain, at)
    named = Span(*match.span("name" if match["name"] else "from")) if match else None
    return named if named and _find_full_names(plain[slice(*named)], names) else None


def _attribute_labelled_claims(plain: str, read: Iterable[list[Draft]], names: Mapping[str, str]) -> None:
    """Attribute an unattributed labelled claim to the person whom the paragraph below names for it."""
    for found in read:
        if not (found and all(draft.is_unsourced for draft in found)):
            continue
        below = trimmed(plain, Span(found[-1].span.end, len(plain)), " \n.\"'").start
        for draft in found if (by := _match_speaker(plain, below, names)) else ():
            draft.source, draft.is_unsourced = by, False
