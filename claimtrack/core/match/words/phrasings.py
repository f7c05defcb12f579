"""What somebody does in two or three words that one verb tells, as it is read: "is opposed to", "were beaten in the final"."""

from __future__ import annotations

from claimtrack.core.match.words.wordings import wording

_CONTEST = r"(?:match|game|final|semi-?final|quarter-?final|play-?off|derby|cup|league|series|test|race|contest|election|vote|referendum|poll|fight|bout)"
_OPPOSE = {"is": "opposes", "are": "oppose", "was": "opposed", "were": "opposed"}
_NO_PLACE = r"(?!(?:home|shore|land|town|work|school|here|there|this|that|it|them|him|her|all|what|where|every\w+|any\w+)\b|\w+(?<!le)(?<!ou)s\b)"
_SO = rf"{_NO_PLACE}(?=[a-z]{{3,}}(?:$|[.,;:!?]| (?:and|or|but|for|in|on|at|to|as|when|because)\b))"
"""How something is, and not where: the last word of a clause or phrase, and no place."""

PHRASINGS = (
    wording("opposed", r"\b(is|are|was|were) opposed to\b", lambda m: _OPPOSE[m[1]]),
    # How far off something is, and what is so far from so that it is not: "a long way from the coast", "far from fair".
    wording("far way", r"\b(?:far away|a (?:long|great) way) from\b", "far from"),
    wording("far way", rf"\b(is|are|was|were|be|been) far from (?:being )?{_SO}", r"\1 not "),
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
