"""What somebody does in two or three words that one verb tells, as it is read: "is opposed to", "were beaten in the final"."""

from __future__ import annotations

from claimtrack.core.match.words.wordings import wording

_CONTEST = r"(?:match|game|final|semi-?final|quarter-?final|play-?off|derby|cup|league|series|test|race|contest|election|vote|referendum|poll|fight|bout)"
_OPPOSE = {"is": "opposes", "are": "oppose", "was": "opposed", "were": "opposed"}

PHRASINGS = (
    wording("opposed", r"\b(is|are|was|were) opposed to\b", lambda m: _OPPOSE[m[1]]),
    wording(
        "beaten defeated",
        rf"\b(?:was|were|been|got) (?:beaten|defeated) in (?=(?:the|a|its|their|his|her) (?:[\w-]+ ){{0,3}}{_CONTEST}\b)",
        "lost ",
    ),
    # Where a body has its seat, told before it.
    wording(
        "based",
        r"\b([Tt]he|[Aa]n?) ([a-z]+)(?:, | |, which is | which is | that is )based in ((?:[A-Z][\w.]*\w ){0,2}[A-Z][\w.]*\w)(?:,(?= )|(?=[ .]))",
        r"\1 \3-based \2",
    ),
    wording(
        "disputed refuted rebutted contested",
        r"\b(?:disputed|refuted|rebutted|contested) that\b",
        "denied that",
    ),
)
