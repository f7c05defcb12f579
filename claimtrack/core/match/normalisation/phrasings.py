"""What somebody does in two or three words that one verb tells, as it is read: "is opposed to", "were beaten in the final"."""

from __future__ import annotations

from claimtrack.core.match.normalisation.rules import rule

_CONTEST = r"(?:match|game|final|semi-?final|quarter-?final|play-?off|derby|cup|league|series|test|race|contest|election|vote|referendum|poll|fight|bout)"
_OPPOSE = {"is": "opposes", "are": "oppose", "was": "opposed", "were": "opposed"}
_NO_PLACE = r"(?!(?:home|shore|land|town|work|school|here|there|this|that|it|them|him|her|all|what|where|every\w+|any\w+)\b|\w+(?<!le)(?<!ou)s\b)"
_SO = (
    rf"{_NO_PLACE}(?=[a-z]{{3,}}(?:$|[.,;:!?]| (?:and|or|but|for|in|on|at|to|as|with|among|when|because)\b))"
)
"""How something is, and not where: the last word of a clause or phrase, and no place."""

_IN_SHORT = {
    "value added tax": "VAT", "value-added tax": "VAT", "gross domestic product": "GDP", "at no cost": "free", "at no charge": "free",
    "at no extra cost": "free", "at no extra charge": "free", "until further notice": "indefinitely",
    "at no time": "never", "at no point": "never", "at no stage": "never", "at no moment": "never", "on no occasion": "never",
    "in no way": "never", "under no circumstances": "never",
    "hardly ever": "rarely", "scarcely ever": "rarely", "almost never": "rarely", "a number of": "several", "almost certainly": "probably",
}  # fmt: skip

PHRASINGS = (
    rule("opposed", r"\b(is|are|was|were) opposed to\b", lambda m: _OPPOSE[m[1]]),
    # How far off something is, and what is so far from so that it is not: "a long way from the coast", "far from fair", "anything but fair".
    rule("far way", r"\b(?:far away|a (?:long|great) way) from\b", "far from"),
    rule("nowhere", r"\b(?<=is |re )nowhere near\b(?! (?:as|[\d$£€]))", "far from"),
    rule(
        "far way nowhere anything",
        rf"\b(is|are|was|were|be|been) (?:far from (?:being )?{_SO}|anything (?:but|except) (?=[a-z]))",
        r"\1 not ",
    ),
    rule("non-", r"(?i)\b(non)-(?=[a-z]{2})", r"\1"),
    rule("stay stays stayed remain remains remained", r"\b((?:stay|remain)(?:s|ed)?) the same(?=[.,;]|$| (?:since|in|at|for|from|until|during|last|this|over|and|but|while|though|although|when|after|before|despite)\b)", r"\1 unchanged"),
    rule("debut", r"\bdebut (?=(?:album|novel|single|film|feature|book|play|season|collection)s?\b)", "first "),
    rule("located situated", r"\b(?:(is)|are) (?:located|situated) (?=(?:in|on|at|near|along|by|between|outside|close)\b)", lambda m: "lies " if m[1] else "lie "),
    rule("beaten defeated", rf"\b(?:was|were|been|got) (?:beaten|defeated) in (?=(?:the|a|its|their|his|her) (?:[\w-]+ ){{0,3}}{_CONTEST}\b)", "lost "),
    # Where a body has its seat, told before it.
    rule("based", r"\b([Tt]he|[Aa]n?) ([a-z]+)(?:, | |, which is | which is | that is )based in ((?:[A-Z][\w.]*\w ){0,2}[A-Z][\w.]*\w)(?:,(?= )|(?=[ .]))", r"\1 \3-based \2"),
    rule("disputed refuted rebutted contested", r"\b(?:disputed|refuted|rebutted|contested) that\b", "denied that"),
    rule("_no_ added domestic further ever never number certainly", rf"(?i)\b({'|'.join(_IN_SHORT)})\b", lambda m: _IN_SHORT[m[1].lower()]),
    # "Has got to pay", which is "has to pay"; but "has got to the harbour", "to Malm", "to 12 percent", "has got to know him".
    rule(
        "got",
        r"(?:\b(has|have)|'(?:ve|(s)))(?: just)? got to (?=[a-z])(?!(?:know|the|an?|its?|their|his|her|all|every|each|this|that|these|those|where|many|most|some|both|within|nearly|almost|about|over)\b)",
        lambda m: f"{m[1]} to " if m[1] else f" {'has' if m[2] else 'have'} to ",
    ),
    # A round of a cup, by its name or by how many are left in it; but "the last four games".
    rule(
        "final finals quarterfinal quarterfinals semifinal semifinals quarter-final semi-final last round",
        r"(?i)\b(?:(quarter[- ]?finals?)|(semi[- ]?finals?)|round of (?:16|sixteen)"
        r"|(?<=the )last (?:(eight|8)|(four|4)|16|sixteen)(?=[.,;:]|$| (?:of the|at|in|on|against|after|by|with|this)\b| to (?-i:[A-Z])))\b",
        lambda m: "quarterfinal" if m[1] or m[3] else "semifinal" if m[2] or m[4] else "last16",
    ),
)  # fmt: skip
