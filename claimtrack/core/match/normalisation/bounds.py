"""What bounds a number, what a share is of and how a number changed, as they are read: ">300", "3 in every 1,000", "to 8 from 5"."""

from __future__ import annotations

from claimtrack.core.match.normalisation.rules import rule
from claimtrack.core.match.words.lexicon import MAGNITUDES, NUMBER_WORDS

_WORDS = "|".join((*NUMBER_WORDS, "half", "dozen", *(word for word in MAGNITUDES if word.isascii())))
_FIGURE = r"[$£€]?\d(?:[\d.,]*\d)?"
_SCALE = r"(?:bn|m|k|tn|(?:b|m|tr)illion|thousand)\b"
_SUM = rf"({_FIGURE}(?: ?(?:%|per ?cent|percentage points|{_SCALE}))?)(?![\w%])"
_NUMBER = rf"(?:{_FIGURE}|(?:an? )?(?:{_WORDS})\b|an? (?:third|quarter|fifth|tenth)\b)"
_MANY = r"(?:(?:an? |one )?(?:hundred|thousand|million)\b|10*,000\b)"
_EACH_OF = r"(?:every|each)(?! one\b(?! (?:hundred|thousand|million)))"
""""In every ten", but "of every one of the ten"."""

_ORDINAL = {
    "second": "two",
    "third": "three",
    "fourth": "four",
    "fifth": "five",
    "sixth": "six",
    "tenth": "ten",
}

BOUNDS = (
    rule("> excess upward upwards", rf"\b(?:[Ii]n excess of|[Uu]pwards? of) (?={_NUMBER})|(?<![\w<>=-])> ?(?=[$£€]?\d)", "more than "),
    rule("<", r"(?<![\w<>=-])< ?(?=[$£€]?\d)", "less than "),
    rule("≥", r"≥ ?(?=[$£€]?\d)", "at least "),
    rule("≤", r"≤ ?(?=[$£€]?\d)", "at most "),
    rule("+", rf"(?<![\w.,+-])({_FIGURE}(?: ?(?:{_SCALE}|%))?)\+(?![\w+.])", r"\1 or more"),
    rule("single", r"\bby a single (?=\w)", "by one "),
    # "One of every ten" and "three per thousand" are shares as "in" tells them.
    rule("every each per out", rf"(?<= )(?:(?:in|(?:out )?of) {_EACH_OF}|out of(?= {_MANY})|per(?= (?:mille|thousand|1,000)\b)) (?={_NUMBER}|mille\b)", "in "),
    rule("hundred thousand million", r"(?<= in )(?=(?:hundred|thousand|million)\b)", "a "),
    rule("mille", r"(?<= in )mille\b", "1,000"),
    rule("thirds quarters fifths", r"\ba (two-thirds|three-quarters|three-fifths) majority\b", r"a majority of \1"),
    # The ends of a range, and a change told by its end first: "rose to 8,000 from 5,000".
    rule("$ £ €", rf"(?<![\w.,-])([$£€])({_FIGURE}) ?[-–] ?(?:\1)?({_FIGURE}) ?({_SCALE})", r"\1\2\4 to \1\3\4"),
    rule("$ £ €", rf"(?<![\w.,-])([$£€]{_FIGURE} ?(?:{_SCALE})?) ?[-–] ?(?=[$£€]\d)", r"\1 to "),
    rule("between", r"\b[Bb]etween ([$£€][\w.,]*\w(?: [mbt]r?illion)?) and (?=[$£€]\d)", r"\1 to "),
    rule("from", rf" to {_SUM},? (?:(?:up|down) )?from {_SUM}(?=[ .,;:!?]|$)", r" from \2 to \1"),
    rule("% cent percent", r"(?<=\b[Ff]rom )(\d+(?:\.\d+)?)( ?(?:%|per ?cent)) to (\d+(?:\.\d+)?)(?![.,]?\d)(?= ?(?:[.,;:)]|$|(?:in|on|by|against|for|after|at)\b))", r"\1\2 to \3\2"),
    rule("below", rf"\b(\d+|(?:{_WORDS})) degrees( [Cc]elsius| [Ff]ahrenheit)? below zero\b", lambda m: f"minus {m[1]} degrees{m[2] or ''}"),
    rule("occasions", rf"\bon ((?:{'|'.join(NUMBER_WORDS)})|\d+) (?:separate |different |several )?occasions\b", r"\1 times"),
    rule(
        "every",
        r"\b([Nn]early|[Aa]lmost|[Rr]oughly|[Vv]irtually|[Pp]ractically) every (second|third|fourth|fifth|sixth|tenth) (?!(?:day|night|week|month|year|time)\b)(?=[a-z])",
        lambda m: f"{m[1]} one in {_ORDINAL[m[2]]} ",
    ),
    # What is highest is the measure, whatever it is called.
    rule(
        "highest lowest largest biggest smallest",
        r"\b((?:high|low|larg|bigg|small)est) (?:figure|rate|level|number|reading|value|total|count)(?= (?:ever|on record|since|in|for|recorded|so far)\b)",
        r"\1 level",
    ),
    # Not one has: none has.
    rule("not", r"\b([Nn])ot (?:one|a single) (?!of\b|but\b|and\b|or\b|\w+ but\b)(?=[a-z])", r"\1o "),
    rule("years", rf"\b(is|was|are|were|turned|turns) (\d\d?|(?:{_WORDS})(?:-\w+)?) years (?:old|of age)(?= ?(?:[.,;:!?)]|$|(?:when|at|and|but|now)\b))", r"\1 \2"),
    rule("years", r" years of age\b", " years old"),
)  # fmt: skip
