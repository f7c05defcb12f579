"""Choosing the extractor of an article's claims, its options, and the plug-in that scores them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from traceback import extract_tb
from typing import Any, cast

from sqlite_utils import Database

from claimtrack import __version__, plugins
from claimtrack.core.errors import ClaimtrackError, InvalidValue, NotExtracted
from claimtrack.core.extract import EXTRACTOR, Options, extract, keep_verbatim
from claimtrack.core.extract.verbatim import drop_overlapping
from claimtrack.core.extract.voices import speaker_from_name
from claimtrack.core.extract.words.lexicon import PRONOUNS
from claimtrack.core.model import Article, ClaimantKind, ExtractedClaim, Kind
from claimtrack.core.texts.cleaning import LONE_SURROGATE, clean_date, clean_speaker, require_tag
from claimtrack.core.texts.printable import brief, describe_error
from claimtrack.store import tuning

_logger = logging.getLogger(__name__)

RULES = "rules"
"""The name of the built-in extractor, which uses rules and no model."""

_MAX_SHOWN = 200
"""How many characters of a plug-in's bad value an error message shows."""

_NO_NAMES = PRONOUNS | {"him", "her", "them", "me", "us", "outlet"}
"""Words that are no speaker's name: pronouns, and claimtrack's own word for the article's own voice."""

Extract = Callable[[Article, Options], Iterable[ExtractedClaim]]
"""The type of an entry point of claimtrack.extractors."""
Score = Callable[[Article, Sequence[ExtractedClaim]], Iterable[tuple[float, Sequence[str]]]]
"""The type of an entry point of claimtrack.scorers, which returns for each claim a score from 0 to 1 and the reasons for it."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor, with the name that is stored with each claim it proposes; `is_ours` if it is the built-in one.

    Two with the same `identity` find the same claims in the same article. It is empty for plug-ins: a model may find others each time.
    """

    name: str
    run: Callable[[Article, Options], Sequence[ExtractedClaim]]
    is_ours: bool = False
    identity: str = ""


def _run_rules(article: Article, options: Options) -> list[ExtractedClaim]:
    """Extract claims by our rules. Raises NotExtracted if they fail on an article, which is a bug of ours."""
    try:
        return extract(article, options)
    except MemoryError:  # no fault of the article
        raise
    except Exception as error:  # any kind: it is a bug of ours
        *_, place = extract_tb(error.__traceback__)
        where = f"{Path(place.filename).name}, line {place.lineno}"
        raise NotExtracted(
            f"claimtrack itself failed on this article with {describe_error(error)} ({where}). Please report this line along with the article, "
            "and leave the article out for now"
        ) from error


BUILT_IN = Extractor(EXTRACTOR, _run_rules, True, f"{EXTRACTOR} of claimtrack {__version__}")


def options_in_force(db: Database, min_score: float = 0.0) -> Options:
    """The extraction options of this desk: its tuned points and threshold, else the shipped ones."""
    tuned = tuning.load_extraction(db)
    return Options(min_score=min_score, threshold=tuned.threshold, points=tuned.points)


def choose_extractor(
    extractor: str = RULES, scorer: str | None = None, *, speaker: str | None = None
) -> Extractor:
    """The extractor of this name, whose claims the plug-in `scorer` scores if one is given.

    Of a plug-in's proposals only claims in the words of the article are kept. `speaker` is the person whose speech, post or op-ed is
    read: what the article says in its own voice is attributed to them. Raises PluginError if there is no such plug-in, and
    InvalidValue if `speaker` is no name or far too long. Running the extractor raises NotExtracted if the plug-in fails.
    """
    chosen = BUILT_IN if extractor == RULES else Extractor(extractor, _plugin_extractor(extractor))
    if scorer is not None:
        scored = f"{chosen.name}, scored by {scorer}"
        chosen = Extractor(scored, _plugin_scorer(scorer, chosen), chosen.is_ours)
    name = "" if speaker is None else _clean_speaker_name(speaker)
    if not name:
        return chosen
    identity = chosen.identity and f"{chosen.identity}, spoken by {name}"
    return Extractor(chosen.name, _attributing_to(name, chosen), chosen.is_ours, identity)


def _clean_speaker_name(given: str) -> str:
    """Clean a speaker's name that a person gave. Raises InvalidValue for blanks and pronouns: "she" is another in the next article."""
    name = clean_speaker(given)
    if not name or name.casefold() in _NO_NAMES:
        raise InvalidValue(f"{given!r} names nobody: give the speaker's name, such as 'Ada Miller'")
    return name


def _attributing_to(
    speaker: str, extractor: Extractor
) -> Callable[[Article, Options], Sequence[ExtractedClaim]]:
    """Wrap an extractor: claims in the article's own voice become this speaker's. Our rules do it themselves; a plug-in may not."""

    def run(article: Article, options: Options) -> list[ExtractedClaim]:
        return [
            replace(one, speaker=speaker, kind=Kind.DIRECT, speaker_kind=speaker_from_name(speaker).kind)
            if one.kind is Kind.OUTLET and one.speaker == Kind.OUTLET
            else one
            for one in extractor.run(article, replace(options, speaker=speaker))
        ]

    return run


def _plugin_extractor(name: str) -> Callable[[Article, Options], Sequence[ExtractedClaim]]:
    propose: Extract = plugins.load(plugins.EXTRACTORS, name, (RULES,))

    def run(article: Article, options: Options) -> list[ExtractedClaim]:
        proposed = _call_plugin(name, lambda: list(propose(article, options)))
        if not all(isinstance(claim, ExtractedClaim) for claim in proposed):
            raise NotExtracted(f"the extractor {name!r} must return ExtractedClaim objects")
        if demands := [demand for claim in proposed if (demand := _find_unmet_requirement(claim))]:
            raise NotExtracted(f"the extractor {name!r} must give each claim {demands[0]}")
        verbatim = keep_verbatim(article, proposed)
        kept = drop_overlapping(verbatim)
        _warn_of_left_out(
            name,
            len(proposed) - len(verbatim),
            len(proposed),
            "in words that do not occur in the article, or occur twice",
        )
        _warn_of_left_out(name, len(verbatim) - len(kept), len(proposed), "in words of another claim")
        return kept

    return run


def _warn_of_left_out(name: str, lost: int, proposed: int, why: str) -> None:
    if lost:
        _logger.warning(
            "The extractor %r proposed %d of %d claims %s: these are left out", name, lost, proposed, why
        )


def _find_unmet_requirement(claim: ExtractedClaim) -> str | None:
    """Describe the first required value that a proposed claim lacks, and what it has instead; None if it lacks none."""
    if not (isinstance(claim.start, int) and isinstance(claim.end, int) and claim.start <= claim.end):
        return f"a start and a later end, not {claim.start!r} and {claim.end!r}"
    for name, requirement, is_met in _REQUIREMENTS:
        if not is_met(given := getattr(claim, name)):
            return f"{requirement}, not {brief(repr(given), _MAX_SHOWN)}"
    return None


def _is_score(given: object) -> bool:
    return isinstance(given, (int, float)) and 0 <= given <= 1


def _is_day(given: object) -> bool:
    try:
        return isinstance(given, str) and clean_date(given) == given
    except InvalidValue:
        return False


def _is_text(given: object) -> bool:
    """Whether it is text that can be stored: a lone surrogate cannot, which JSON makes of an emoji that is cut in two."""
    return isinstance(given, str) and not LONE_SURROGATE.search(given)


def _are_words(given: object) -> bool:
    return isinstance(given, (tuple, list)) and all(map(_is_text, given))


def _are_tags(given: object) -> bool:
    try:
        return _are_words(given) and all(
            require_tag(one) and one == one.strip() for one in cast("Sequence[str]", given)
        )
    except InvalidValue:
        return False


_REQUIREMENTS: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
    ("text", "its words in the article", lambda given: isinstance(given, str)),
    ("kind", f"one of the kinds {', '.join(Kind)}", lambda given: given in list(Kind)),
    ("score", "a score from 0 to 1", _is_score),
    (
        "speaker",
        f"a speaker, {str(ClaimantKind.UNKNOWN)!r} for nobody",
        lambda given: isinstance(given, str) and bool(given.strip()),
    ),
    (
        "speaker_kind",
        f"one of the kinds of speakers {', '.join(ClaimantKind)}",
        lambda given: given in list(ClaimantKind),
    ),
    ("checkworthy", "True or False for whether it is worth checking", lambda given: given in (False, True)),
    ("kind_certain", "True or False for whether its kind is certain", lambda given: given in (False, True)),
    ("context_before", "the words before it", _is_text),
    ("context_after", "the words after it", _is_text),
    (
        "speaker_as_written",
        "the speaker's words or None",
        lambda given: given is None or _is_text(given),
    ),
    ("claimed_on", "a day as in '2024-04-22' or None", lambda given: given is None or _is_day(given)),
    ("reasons", "its reasons as a tuple of words", _are_words),
    ("flags", "its flags as a tuple of words", _are_words),
    ("tags", "its tags as a tuple of words, none empty or far too long", _are_tags),
)


def _plugin_scorer(name: str, extractor: Extractor) -> Callable[[Article, Options], Sequence[ExtractedClaim]]:
    score: Score = plugins.load(plugins.SCORERS, name)

    def run(article: Article, options: Options) -> list[ExtractedClaim]:
        found = extractor.run(article, replace(options, min_score=0.0))
        # One more than there are claims is enough to notice a scorer that returns too many, or never ends.
        # It gets a copy: one that takes claims out of the list would lose them.
        given = _call_plugin(name, lambda: [*islice(score(article, [*found]), len(found) + 1)])
        scores = _call_plugin(name, lambda: [(float(value), why) for value, why in given])
        if len(scores) != len(found) or not all(0 <= value <= 1 for value, _ in scores):
            raise NotExtracted(f"the scorer {name!r} must give each claim a score from 0 to 1")
        if odd := [why for _, why in scores if not _are_words(why)]:
            raise NotExtracted(
                f"the scorer {name!r} must give the reasons as a list of strings, not {odd[0]!r}"
            )
        return [
            replace(claim, score=value, reasons=tuple(why), checkworthy=value >= options.threshold)
            for claim, (value, why) in zip(found, scores, strict=True)
        ]

    return run


def _call_plugin(name: str, work: Callable[[], Any]) -> Any:
    """Call a plug-in, and return its result. Any error of its own is raised as NotExtracted, which names the plug-in."""
    try:
        with plugins.printing_aside():
            return work()
    except ClaimtrackError:
        raise
    except (Exception, SystemExit) as error:  # a plug-in can fail in any way
        raise NotExtracted(
            f"the plug-in {name!r} failed on this article with {describe_error(error)}. Report it to the makers of the plug-in, or leave the "
            "article out"
        ) from error
