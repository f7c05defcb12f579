"""The outlet's own comment on what was said: ", a claim the force rejects", "- a figure he repeats", ", without giving details"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.corrections import (
    describes_audience_reaction,
    starts_correction,
)
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, DASHES, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, is_preverbal

_OPENS_COMMENT = DASHES | {"("}
_COMMENTING = frozenset({"a", "an", "the", "one", "which"})
_OPENS_DISPUTE = frozenset({"a", "an", "the", "something", "claims", "allegations", "charges"})
_DISPUTED = lexicon.CLAIM_NOUNS | word_set("something figure number suggestion charges version account")
_DISPUTING = word_set(
    "calls called call reject rejects rejected dispute disputes disputed deny denies denied contest contests contested dismiss dismisses dismissed "
    "questioned rebuffed refuted rebutted"
)
_DENYING = word_set("denied denies deny disputed disputes dispute")
_WHEN = times.TIME_ADVERBS | times.TIME_MODIFIERS | lexicon.PLACE_TIME_PREPOSITIONS | {"when"}
_OFTEN = frozenset({"twice", "times", "two", "three", "four"})
_LONGEST_MOMENT, _LONGEST_TURNING, _LONGEST_DISPUTING, _FEWEST_BEFORE = 5, 12, 14, 2
_MOST_COMMAS = 3
"""Commas in which a comment opens, and whoever makes it is told: ", a claim their lawyer, Ann Lee, called "a lie"."""
_REMARKING = lexicon.LABELLING_VERBS | {"call", "describe", "dismiss", "attacked", "attacks"}
_ASCRIBING = word_set("attributes attribute attributed ascribes ascribed ascribe blames blamed blame")
_CAUSING = frozenset({"to", "on", "for", "with"})
_FINDING = word_set("found finds ruled rejected rejects disputes disputed")
REMARK_VERBS = _REMARKING | _ASCRIBING | _FINDING
_LONGEST_DENIAL = 12
_DENIED = lexicon.ANAPHORIC_NOUNS | {"this", "that", "it"}
_CONTRADICTING = frozenset({"contradicts", "contradicted", "corrects", "corrected", "rebuts", "rebutted"})
_CONFIRMING = frozenset({"confirmed", "confirms", "acknowledged", "acknowledges"})
_DISAGREEING = frozenset(
    {"disagrees", "disagreed", "differs", "differed", "disagree", "objects", "objected", "agrees", "agreed"}
)
_PRONOUNS = lexicon.PRONOUNS | lexicon.ANY_OBJECT_PRONOUNS
_LONGEST_NOUN = 5
_LONGEST_STRESS = 24  # characters, marks included
_OPENS_SUBJECT = lexicon.THIRD_PERSON | lexicon.POSSESSIVES | {"that", "which", "the"}
_COMMENTED = word_set("repeats repeated blames blamed declined declines refused refuses")
_HELPING = frozenset({"does", "do", "has", "have"})
_NEGATED = word_set("doesn't don't hasn't haven't")
"""In the present: what was said in the past may go on with "did not"."""
_LONGEST_DISPUTE = 16
_UNPROVEN = word_set("evidence proof details detail specifics examples sources elaborating specifying")
_LONGEST_COMMENT = 8
_ANSWERING = _DISPUTING | _CONFIRMING
_ANSWER = frozenset({"confirm", "deny", "dispute", "answer"})


def starts_comment(tokens: list[Token], at: int) -> bool:
    """Whether the outlet's own comment begins at `at`: "a claim the force rejects", "without giving details"."""
    if describes_audience_reaction(tokens, at):
        return True
    if word_at(tokens, at) in {"repeating", "echoing", "reviving"}:
        return any(token.lower in lexicon.CLAIM_NOUNS for token in tokens[at + 1 : at + _LONGEST_COMMENT])
    if word_at(tokens, at) == "without":
        return any(token.lower in _UNPROVEN for token in tokens[at + 1 : at + _LONGEST_COMMENT])
    return starts_rebuttal(tokens, at)


def starts_rebuttal(tokens: list[Token], at: int) -> bool:
    """Whether it tells who turns down, repeats or hides what was said: "a claim the force rejects", "a sale it does not list"."""
    return starts_correction(tokens, at) or _disputed(tokens, at) is not None


def find_disputer(tokens: list[Token], end: int) -> TokenRange | None:
    """Who disputes what was said in a comment that ends before `end`: ", a claim the force rejects, saying S"."""
    begin = next(
        (i for i in range(end - 2, max(0, end - _LONGEST_DISPUTE), -1) if tokens[i].text in COMMA_OR_DASH),
        end,
    )
    found = _disputed(tokens, begin + 1)
    if found is None:
        return None
    noun, verb = found
    start = noun + 1 + (word_at(tokens, noun + 1) in {"that", "which"})
    return (start, verb) if start < verb < end else None


def find_denier(tokens: list[Token]) -> TokenRange | None:
    """Who denies or confirms what was said in a comment that these words are: "which the force has always denied"."""
    found = _disputed(tokens, 0)
    if found is None or tokens[found[1]].lower not in _ANSWERING:
        return None
    noun, end = found
    if word_at(tokens, end + 1) == "by":
        return _agent(tokens, end + 2)
    start = noun + 1 + (word_at(tokens, noun + 1) in {"that", "which"})
    while end > start and (
        is_preverbal(tokens[end - 1])
        or tokens[end - 1].text == ","
        or _is_stress(tokens, end - 1)
        or tokens[end - 1].lower in _OFTEN
    ):
        end -= 1
    while end > start + 1 and tokens[end - 1].lower in times.TIME_WORDS:
        end -= 1  # "which his office on Friday denied"
    commas = [i for i in range(start, end) if tokens[i].text == ","]
    if len(commas) == 1 and tokens[end - 1].is_capital:
        start = commas[0] + 1  # "the mayor, Ivo Lund, flatly denies"
    named = tokens[start:end]
    is_named = bool(named) and named[0].lower not in lexicon.PRONOUNS
    return (start, end) if is_named and all(t.is_word for t in named) else None


def _agent(tokens: list[Token], start: int) -> TokenRange | None:
    """In "a charge rejected by the mayor", the mayor; None where more follows than when."""
    stop = len(tokens) - (tokens[-1].text == ".")
    end = next(
        (i for i in range(start, stop) if tokens[i].text in COMMA_OR_DASH or tokens[i].lower in _WHEN), stop
    )
    is_named = start < end and tokens[start].lower not in _PRONOUNS
    return (start, end) if is_named and all(t.is_word for t in tokens[start:end]) else None


def ends_in_denial(tokens: list[Token], comma: int) -> bool:
    """Whether ", a claim the lab denies" or ", when in fact it was 3" stands behind "X said", to the end."""
    if word_at(tokens, comma) == "," and starts_correction(tokens, comma + 1):
        return True
    found = find_denier(tokens[comma + 1 :]) if word_at(tokens, comma) == "," else None
    return found is not None and all(token.is_word for token in tokens[comma + 1 : comma + 1 + found[0]])


def parse_remark(tokens: list[Token]) -> tuple[int, TokenRange, int] | None:
    """What somebody calls the clause before: ", a charge that Moor dismissed as "a joke"", ", which the bank blames on rain".

    The comma that opens it, or the dash that no other one closes, who calls it so and the verb.
    """
    dashes = [i for i, token in enumerate(tokens) if token.text in DASHES]
    pauses = {","} | {tokens[dash].text for dash in dashes if len(dashes) == 1}
    commas = [i for i in range(len(tokens) - 3, _FEWEST_BEFORE, -1) if tokens[i].text in pauses][
        :_MOST_COMMAS
    ]
    comma = next((i for i in commas if word_at(tokens, i + 1) in {"a", "an", "which"}), 0)
    opens = word_at(tokens, comma + 1)
    if not comma:
        return None
    window = range(comma + 3, min(len(tokens) - 1, comma + _LONGEST_TURNING))
    verb = next((i for i in window if tokens[i].lower in REMARK_VERBS), 0)
    if commas[0] > verb:
        return None  # "the sum, which it called "small", was paid"
    noun = comma + 1 if opens == "which" else _last_of_noun(tokens, comma + 1)
    start = noun + 1 + (opens != "which" and word_at(tokens, noun + 1) in {"that", "which"})
    end = verb
    while end > start and is_preverbal(tokens[end - 1]):
        end -= 1
    subject = tokens[start:end]
    is_subject = bool(subject) and all((t.is_word or t.text == ",") and not is_finite(t) for t in subject)
    return (
        (comma, (start, end), verb) if is_subject and noun > comma and _calls_so(tokens, noun, verb) else None
    )


def _calls_so(tokens: list[Token], noun: int, verb: int) -> bool:
    """Whether the verb tells what somebody calls it, puts it down to or, of a claim, finds it to be."""
    if tokens[verb].lower in _ASCRIBING:
        link = next((token.lower for token in tokens[verb + 1 :] if token.lower in _CAUSING), "")
        # ", which Doe blamed for the delays" tells of the last noun, not of the clause.
        return link != "" and not (link == "for" and tokens[noun].lower == "which")
    if tokens[verb].lower in _FINDING:
        is_claim = tokens[noun].lower in _DISPUTED and tokens[noun + 1].lower in {"that", "which"}
        return is_claim and not has_quote(tokens, 0, noun)
    return has_quote(tokens, verb + 1, min(len(tokens), verb + 4))


def skip_denial(tokens: list[Token]) -> int:
    """Where the answer begins in "The ministry denied this: his form, it said, came late"; 0 where nothing is denied so."""
    window = range(2, min(len(tokens) - 1, _LONGEST_DENIAL))
    colon = next((i for i in window if tokens[i].text == ":" and not tokens[i + 1].is_quote), 0)
    if not colon:
        return 0
    contradicts = colon > 2 and tokens[colon - 2].lower in _CONTRADICTING and tokens[colon - 1].is_word
    contradicts = contradicts or (colon > 1 and tokens[colon - 1].lower in _DISAGREEING)
    denies = any(token.lower in lexicon.REJECTION_VERBS for token in tokens[:colon])
    return colon + 1 if contradicts or (denies and tokens[colon - 1].lower in _DENIED) else 0


def _disputed(tokens: list[Token], at: int) -> TokenRange | None:
    """Where the noun and the verb of such a comment stand: "a claim" and "rejects"."""
    if word_at(tokens, at) == "which":
        return _denied(tokens, at)
    if word_at(tokens, at) not in _OPENS_DISPUTE:
        return None
    window = range(at, min(len(tokens), at + _LONGEST_COMMENT))
    claim = next((i for i in window if tokens[i].lower in _DISPUTED), None)
    noun = (_last_of_noun(tokens, at) or None) if claim is None else claim
    window = range(0) if noun is None else range(noun + 1, min(len(tokens), noun + _LONGEST_DISPUTING))
    is_claim = claim is not None
    verb = next((i for i in window if _turns_on(tokens, i, is_claim=is_claim)), 0)
    # In "a third of the boats, the ones that have no lamps, were sold" it tells of the subject.
    return (noun, verb) if noun is not None and verb and not _resumes(tokens, verb) else None


def _denied(tokens: list[Token], which: int) -> TokenRange | None:
    """Where ", which the force has always denied" stands at the end, but for when it did: "which" and its verb."""
    verb = next((i for i in range(len(tokens) - 1, which + 1, -1) if tokens[i].is_word), 0)
    is_last = tokens[verb].lower in _ANSWERING
    if not is_last:
        window = range(which + 2, min(len(tokens) - 1, which + _LONGEST_COMMENT))
        verb = next((i for i in window if tokens[i].lower in _DENYING), 0)
        is_last = verb > 0 and _tells_but_when(tokens, verb + 1)
    is_near = which + 1 < verb <= which + _LONGEST_COMMENT
    said = all(token.is_word or _is_stress(tokens, i) for i, token in enumerate(tokens[which:verb], which))
    return (which, verb) if is_last and is_near and said else None


def _is_stress(tokens: list[Token], at: int) -> bool:
    """Whether a quoted word before the verb tells how something is denied."""
    is_short = tokens[at].is_quote and len(tokens[at].text) <= _LONGEST_STRESS
    return is_short and at + 1 < len(tokens) and tokens[at + 1].lower in _DISPUTING


def _tells_but_when(tokens: list[Token], at: int) -> bool:
    """Whether nothing follows but when or how often: "at the time", "last week", "repeatedly", "when asked"."""
    rest = tokens[at : len(tokens) - (tokens[-1].text == ".")]
    opens = tokens[at].lower in _WHEN or is_adverb(tokens[at])
    return opens and len(rest) <= _LONGEST_MOMENT and all(t.is_word and not is_finite(t) for t in rest)


def _last_of_noun(tokens: list[Token], at: int) -> int:
    """Where the noun stands in "a sharp decline she blames on it" and "a call that the diary does not list"; 0 where none does."""
    window = range(at + 2, min(len(tokens), at + _LONGEST_NOUN))
    end = next((i for i in window if tokens[i].is_capital or tokens[i].lower in _OPENS_SUBJECT), 0)
    return end - 1 if tokens[end - 1].is_word and tokens[end - 1].lower not in lexicon.PREPOSITIONS else 0


def _turns_on(tokens: list[Token], at: int, *, is_claim: bool) -> bool:
    word = tokens[at].lower
    helps = word in _HELPING or (is_claim and word == "did" and word_at(tokens, at + 2) in _ANSWER)
    is_denied = word in _NEGATED or (helps and word_at(tokens, at + 1) == "not")
    # In "a tenth of the figure cited by Doe, and denied that" whoever spoke goes on.
    is_disputed = is_claim and word in _DISPUTING and word_at(tokens, at - 1) not in lexicon.COORDINATORS
    return is_denied or word in _COMMENTED or is_disputed or _says_nothing(tokens, at)


def _says_nothing(tokens: list[Token], at: int) -> bool:
    """Whether "said it would not comment on" stands here."""
    is_said = tokens[at].lower in {"said", "says"} and word_at(tokens, at + 1) in lexicon.THIRD_PERSON
    return is_said and word_at(tokens, at + 3) == "not" and word_at(tokens, at + 4) in {"comment", "discuss"}


def find_commented_quote_end(tokens: list[Token], start: int) -> int | None:
    """Where a quotation ends that is commented on: "We won" — a claim that the club disputes; else None."""
    end = start + 1 + (word_at(tokens, start) in {":", ","})
    if end >= len(tokens) or not tokens[end - 1].is_quote or has_quote(tokens, end, len(tokens)):
        return None
    is_comment = tokens[end].text in _OPENS_COMMENT
    is_comment = is_comment or (tokens[end].text == "," and word_at(tokens, end + 1) in _COMMENTING)
    # In "said "12 boats" — a third of all — were late" the quotation is no statement.
    return end if is_comment and not _resumes(tokens, end + 1) else None


def _resumes(tokens: list[Token], at: int) -> bool:
    """Whether a break from here on is followed by the verb of the sentence itself."""
    return any(
        tokens[i].text in COMMA_OR_DASH and is_finite(tokens[i + 1]) for i in range(at, len(tokens) - 1)
    )
