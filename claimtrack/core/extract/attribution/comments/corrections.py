"""Where the outlet corrects a statement: ", when in fact they fell", " (the real figure is 3)", ", and that is false: it fell"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, DASHES, has_predicate
from claimtrack.core.extract.words.finding import contains_word, find_word, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, inflect, words_of
from claimtrack.core.extract.words.verbs import is_finite

_REAL_ADJECTIVES = words_of("real actual true correct")
_EVIDENCE_NOUNS = words_of(
    "figures data statistics records record evidence documents reports polls polling footage emails research "
    "studies minutes accounts statements tests audits memos memo invoices logs images photographs photos "
    "messages filings census cctv"
)
_EVIDENCE_VERBS = words_of("show shows reveal reveals suggest suggests indicate indicates put puts")
_SHOWING_PARTICIPLES = words_of("showing suggesting indicating proving contradicting contrary")
_EVIDENCE_WINDOW = 8  # tokens from the start of a clause to its evidence
_PARTICIPLE_WINDOW = 6  # tokens from a noun to its participle
_REACTION_NOUNS = words_of("cheers applause laughter boos jeers gasps heckles ovation")
_REACTION_PARTICIPLES = words_of(
    "drawing prompting sparking provoking eliciting triggering earning winning to"
)
_REACTION_WINDOW, _LONGEST_VERDICT = 4, 4  # tokens
_REACTION_VERBS = words_of("cheered applauded booed laughed jeered clapped roared heckled")
_SOURCE_VERBS = words_of("says show shows")
_VERDICT_OPENERS = words_of("which although though but yet and")
_OPPOSITE_WORDS = words_of("otherwise opposite reverse contrary")
_FALSE_WORDS = words_of(
    "false untrue incorrect nonsense wrong inaccurate misleading baseless unfounded lie myth"
)
_PRESENT_COPULAS = words_of("is are isn't that's it's he's she's")
_STATEMENT_PRONOUNS = words_of("that this it which")
"""Pronouns for the statement, as "he" in "and he is right" refers to its speaker."""
_RIGHT_WORDS = words_of("right correct wrong mistaken")
_CONTRASTIVES = words_of("although though but when")
_ENDS_VERDICT = DASHES | frozenset(",:;.)") | {"then", "now"}
_RISE_VERBS = inflect("increase double triple climb soar jump surge") | words_of(
    "rise rises rose risen rising grow grows grew grown growing"
)
_FALL_VERBS = inflect("decrease decline halve plunge plummet tumble slump") | words_of(
    "drop drops dropped dropping fall falls fell fallen falling shrink shrinks shrank shrunk sink sank sunk slide slid"
)
_TIME_OPENERS = words_of("in on during since until before after last this next over as while")
_HAVE = lexicon.HAVE | {"actually"}
_ENDS_CLAUSE = COMMA_OR_DASH | frozenset(";:.")
_LONGEST_MEASURE = 6  # tokens from the verb on


def starts_correction(tokens: list[Token], at: int) -> bool:
    """Whether the words after a comma, dash or bracket correct the statement."""
    word, before = word_at(tokens, at), word_at(tokens, at - 1)
    if before in {"(", "["}:
        return _closes_bracket(tokens, at) and _is_bracketed_correction(tokens, at)
    if before in DASHES or word in _CONTRASTIVES:
        clause = at + (word in _CONTRASTIVES)
        if _starts_fact(tokens, clause) or _is_opposite(tokens, clause):
            return True
    if word in lexicon.INDEFINITE_ARTICLES:
        # "a claim that is false"
        return _is_verdict(tokens, at + 2 + (word_at(tokens, at + 2) in lexicon.ANAPHORIC_NOUNS))
    clause = at + (word in _VERDICT_OPENERS and word != "which")
    if (clause > at or word == "which" or before in DASHES) and _is_verdict(tokens, clause):
        return True
    if word in _VERDICT_OPENERS and _shows_opposite(tokens, at + 1):
        return True
    if (
        word in lexicon.CONTRASTIVES or (word == "even" and word_at(tokens, at + 1) == "though")
    ) and starts_counterevidence(tokens, at + 1):
        return True
    if word == "contradicting":
        return not has_quote(tokens, at, len(tokens))
    noun = _find_evidence(tokens, at + 1) if word in {"despite", "contrary"} else 0
    words = tokens[noun + 1 : noun + _PARTICIPLE_WINDOW] if noun else []
    shows = word != "despite" or contains_word(words, _SHOWING_PARTICIPLES)
    return noun > 0 and shows and not has_quote(tokens, at, len(tokens))


def _find_evidence(tokens: list[Token], start: int) -> int:
    """The index of a noun for evidence near `start`; else 0."""
    return find_word(tokens, _EVIDENCE_NOUNS, start, min(len(tokens) - 1, start + _EVIDENCE_WINDOW))


def _is_verdict(tokens: list[Token], at: int) -> bool:
    """Whether the outlet calls the statement false, or its speaker right: "that is false:", "which is not true", "he is right".

    Reported speech would have "was false"; after a quotation only the outlet can go on so.
    """
    subject, _, contracted = word_at(tokens, at).partition("'")
    be = at + (contracted == "")
    end = next((i for i in range(be, len(tokens)) if tokens[i].text in _ENDS_VERDICT), len(tokens))
    rest = {token.lower for token in tokens[be + 1 : end]}
    is_quoted = tokens[0].is_quote
    is_now = word_at(tokens, be) in _PRESENT_COPULAS and (
        is_quoted or word_at(tokens, at - 1) != "and" or not _is_in_present(tokens[:at])
    )
    if not (is_now or (is_quoted and word_at(tokens, be) in {"was", "were"})) or len(rest) > _LONGEST_VERDICT:
        return False
    if subject in lexicon.HE_SHE:
        return is_now and not (_RIGHT_WORDS.isdisjoint(rest) or _is_in_present(tokens[:at]))
    return subject in _STATEMENT_PRONOUNS and (rest == {"not", "true"} or not _FALSE_WORDS.isdisjoint(rest))


def _is_in_present(report: list[Token]) -> bool:
    """Whether the statement is reported in the present: "Doe says S"."""
    return contains_word(report, {"says", "say"})


def _is_opposite(tokens: list[Token], at: int) -> bool:
    """Whether the clause says the opposite of the statement about the same thing: "said rents fell - they rose 3 percent"."""
    verb = at + 1 + (word_at(tokens, at + 1) in _HAVE)
    ways = [way for way in (_RISE_VERBS, _FALL_VERBS) if word_at(tokens, verb) in way]
    if word_at(tokens, at) not in lexicon.THING_PRONOUNS or not ways:
        return False
    end = find_word(tokens, _ENDS_CLAUSE, verb, default=len(tokens))
    words = {token.lower for token in tokens[verb:end]}
    before = next(
        (t.lower for t in reversed(tokens[:at]) if t.lower in _RISE_VERBS or t.lower in _FALL_VERBS), ""
    )
    is_brief = end - verb <= _LONGEST_MEASURE and words.isdisjoint(_TIME_OPENERS)
    return is_brief and before != "" and before not in ways[0]


def _shows_opposite(tokens: list[Token], start: int) -> bool:
    """Whether evidence shows the opposite, up to the end: "official figures show otherwise"."""
    noun = _find_evidence(tokens, start)
    rest = [token.lower for token in tokens[noun + 1 :] if token.is_word] if noun else []
    return 0 < len(rest) <= _LONGEST_VERDICT and rest[-1] in _OPPOSITE_WORDS


def starts_counterevidence(tokens: list[Token], start: int) -> bool:
    """Whether evidence in the present contradicts the statement: "but police figures show a rise", "minutes seen by the Courier show he knew".

    Not so if it continues the statement ("but that records show it") or only compares ("but less than the figures show").
    """
    noun = _find_evidence(tokens, start) if word_at(tokens, start) != "that" else 0
    end = find_word(tokens, _ENDS_CLAUSE, start, default=len(tokens))
    verb = find_word(tokens, _EVIDENCE_VERBS, noun + 1, end) if noun else 0
    return 0 < verb < end - 1 and not any(map(is_finite, tokens[start:verb]))


def describes_audience_reaction(tokens: list[Token], at: int) -> bool:
    """Whether the audience's reaction is described: ", drawing cheers", ", to loud laughter", ", as the crowd cheered"."""
    window = tokens[at + 1 : at + _REACTION_WINDOW]
    if word_at(tokens, at) == "as":
        return contains_word(tokens[at + 2 : at + 2 + _REACTION_WINDOW], _REACTION_VERBS)
    return word_at(tokens, at) in _REACTION_PARTICIPLES and contains_word(window, _REACTION_NOUNS)


def _starts_fact(tokens: list[Token], at: int) -> bool:
    """Whether "in fact" or "actually" introduces a clause here."""
    in_fact = word_at(tokens, at) == "in" and word_at(tokens, at + 1) in {"fact", "reality", "truth"}
    return (in_fact or word_at(tokens, at) == "actually") and has_predicate(tokens, at + 1, len(tokens))


def _is_bracketed_correction(tokens: list[Token], at: int) -> bool:
    """Whether words in brackets give the real figure, or another source: "(they actually fell)", "(the bureau says 3)"."""
    words = {token.lower for token in tokens[at:]}
    is_real = word_at(tokens, at) == "the" and word_at(tokens, at + 1) in _REAL_ADJECTIVES
    is_real = is_real or "actually" in words or ("in" in words and "fact" in words)
    is_real = is_real and has_predicate(tokens, at, len(tokens))
    return is_real or not _SOURCE_VERBS.isdisjoint(words)


def _closes_bracket(tokens: list[Token], at: int) -> bool:
    """Whether the bracket that opens before `at` closes the sentence."""
    close = find_word(tokens, {")", "]"}, at)
    return close > 0 and not any(token.is_word for token in tokens[close:])
