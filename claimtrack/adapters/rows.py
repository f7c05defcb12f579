"""Makes extracted claims from spans of an article, for extractors other than the rules."""

from __future__ import annotations

import re

from claimtrack.core.extract import Options, Sentence, score
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.tags import extract_tags
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import CONTEXT, Article, ClaimantKind, ExtractedClaim, Flag, Kind

_ONE = frozenset({ClaimantKind.PERSON, ClaimantKind.UNKNOWN})
_NAMED = _ONE | {ClaimantKind.ORGANISATION}
_BETWEEN = re.compile(r",? and |, | or |; ?| ?/ ?")


def claim_at(
    article: Article,
    span: tuple[int, int],
    *,
    speaker: str,
    written: str | None,
    kind: Kind,
    options: Options,
) -> ExtractedClaim:
    """The claim at a span, scored and with its speaker normalised as by the rules: "the ministry" and "ministry" are the same."""
    text = article.text or ""
    start, end = span
    name, who = _normalise_speaker(speaker)
    sentence = Sentence(normalise(text[start:end]), kind)
    worth, reasons = score(sentence, options.points)
    return ExtractedClaim(
        text=text[start:end],
        start=start,
        end=end,
        speaker=name,
        speaker_as_written=written,
        kind=kind,
        score=worth,
        checkworthy=worth >= options.threshold,
        speaker_kind=who,
        reasons=reasons,
        flags=(Flag.FUTURE_PLAN,) if sentence.is_plan else (),
        context_before=text[max(0, start - CONTEXT) : start],
        context_after=text[end : end + CONTEXT],
        tags=extract_tags(sentence),
    )


def _normalise_speaker(speaker: str) -> tuple[str, ClaimantKind]:
    if speaker in (ClaimantKind.OUTLET, ClaimantKind.UNKNOWN):
        return speaker, ClaimantKind(speaker)
    named = parse_mention(speaker)
    return speaker if _are_several(speaker) else named.name or speaker, named.kind


def _are_several(speaker: str) -> bool:
    """Whether the words name several speakers, of whom the rules would keep only one."""
    if parse_mention(speaker).kind not in _ONE:
        return False  # of other kinds all words are kept: "the police and the mayor"
    read = [parse_mention(part) for part in _BETWEEN.split(speaker)]
    people = {one.name for one in read if one.kind is ClaimantKind.PERSON}
    return len(people) > 1 or (" and " in speaker and all(one.kind in _NAMED for one in read))
