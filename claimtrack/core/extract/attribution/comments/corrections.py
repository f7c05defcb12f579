"""Where the outlet sets right what somebody said: ", when in fact they fell", " (the real figure is 3)", ", and that is false: it fell"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, DASHES, has_predicate, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, inflect, word_set
from claimtrack.core.extract.words.verbs import is_finite

_REAL = word_set("real actual true correct")
_EVIDENCE = word_set(
    "figures data statistics records record evidence documents reports polls polling footage emails research studies "
    "minutes accounts statements tests audits memos memo invoices logs images photographs photos messages filings census cctv"
)
_BELYING = word_set("show shows reveal reveals suggest suggests indicate indicates put puts")
_SHOWING = word_set("showing suggesting indicating proving contradicting contrary")
_LONGEST_SOURCE, _LONGEST_OWNER = 8, 6
_RECEPTION = word_set("cheers applause laughter boos jeers gasps heckles ovation")
_DRAWING = word_set("drawing prompting sparking provoking eliciting triggering earning winning to")
_LONGEST_RECEPTION, _LONGEST_VERDICT = 4, 4
_CHEERING = word_set("cheered applauded booed laughed jeered clapped roared heckled")
_KNOWING = word_set("says show shows")
_OPENS_VERDICT = frozenset({"which", "although", "though", "but", "yet", "and"})
_OTHERWISE = word_set("otherwise opposite reverse contrary")
_FALSE = word_set("false untrue incorrect nonsense wrong inaccurate misleading baseless unfounded lie myth")
_NOW = word_set("is are isn't that's it's he's she's")
_OF_WORDS = word_set("that this it which")
"""What stands for what was said, as "he" in "and he is right" stands for whoever said it."""
_RIGHT = word_set("right correct wrong mistaken")
_CONTRASTING = frozenset({"although", "though", "but", "when"})
_CONCEDED = frozenset({"although", "though", "but", "while", "yet"})
_ENDS_VERDICT = DASHES | frozenset(",:;.)") | {"then", "now"}
_UP = inflect("increase", "double", "triple", "climb", "soar", "jump", "surge") | word_set(
    "rise rises rose risen rising grow grows grew grown growing"
)
_DOWN = inflect("decrease", "decline", "halve", "plunge", "plummet", "tumble", "slump") | word_set(
    "drop drops dropped dropping fall falls fell fallen falling shrink shrinks shrank shrunk sink sank sunk slide slid"
)
_WHEN = word_set("in on during since until before after last this next over as while")
_HAVE = lexicon.HAVE | {"actually"}
_ENDS_CLAUSE = COMMA_OR_DASH | frozenset(";:.")
_LONGEST_MEASURE = 6


def starts_correction(tokens: list[Token], at: int) -> bool:
    """Whether what begins behind a comma, a dash or a bracket tells how it really was."""
    word, before = word_at(tokens, at), word_at(tokens, at - 1)
    if before in {"(", "["}:
        return _closes_bracket(tokens, at) and _sets_right(tokens, at)
    if before in DASHES or word in _CONTRASTING:
        clause = at + (word in _CONTRASTING)
        if _tells_fact(tokens, clause) or _does_opposite(tokens, clause):
            return True
    if word in lexicon.INDEFINITE_ARTICLES:
        # "a claim that is false"
        return _judges(tokens, at + 2 + (word_at(tokens, at + 2) in lexicon.ANAPHORIC_NOUNS))
    clause = at + (word in _OPENS_VERDICT and word != "which")
    if (clause > at or word == "which" or before in DASHES) and _judges(tokens, clause):
        return True
    if word in _OPENS_VERDICT and _shows_otherwise(tokens, at + 1):
        return True
    if (
        word in _CONCEDED or (word == "even" and word_at(tokens, at + 1) == "though")
    ) and starts_counterevidence(tokens, at + 1):
        return True
    if word == "contradicting":
        return not has_quote(tokens, at, len(tokens))
    noun = _evidence(tokens, at + 1) if word in {"despite", "contrary"} else 0
    told = tokens[noun + 1 : noun + _LONGEST_OWNER] if noun else []
    shows = word != "despite" or any(token.lower in _SHOWING for token in told)
    return noun > 0 and shows and not has_quote(tokens, at, len(tokens))


def _evidence(tokens: list[Token], start: int) -> int:
    window = range(start, min(len(tokens) - 1, start + _LONGEST_SOURCE))
    return next((i for i in window if tokens[i].lower in _EVIDENCE), 0)


def _judges(tokens: list[Token], at: int) -> bool:
    """Whether the outlet calls what was said false here, or whoever said it right: "that is false:", "which is not true", "he is right".

    What was said in the past would be told as "was false"; behind a quotation nobody goes on so but the outlet.
    """
    subject, _, contracted = word_at(tokens, at).partition("'")
    be = at + (contracted == "")
    end = next((i for i in range(be, len(tokens)) if tokens[i].text in _ENDS_VERDICT), len(tokens))
    rest = {token.lower for token in tokens[be + 1 : end]}
    is_quoted = tokens[0].is_quote
    is_now = word_at(tokens, be) in _NOW and (
        is_quoted or word_at(tokens, at - 1) != "and" or not _is_said_now(tokens[:at])
    )
    if not (is_now or (is_quoted and word_at(tokens, be) in {"was", "were"})) or len(rest) > _LONGEST_VERDICT:
        return False
    if subject in lexicon.HE_SHE:
        return is_now and not (_RIGHT.isdisjoint(rest) or _is_said_now(tokens[:at]))
    return subject in _OF_WORDS and (rest == {"not", "true"} or not _FALSE.isdisjoint(rest))


def _is_said_now(said: list[Token]) -> bool:
    return any(token.lower in {"says", "say"} for token in said)


def _does_opposite(tokens: list[Token], at: int) -> bool:
    """Whether the clause tells the opposite of what was just said of the same thing: "said rents fell - they rose 3 percent"."""
    verb = at + 1 + (word_at(tokens, at + 1) in _HAVE)
    ways = [way for way in (_UP, _DOWN) if word_at(tokens, verb) in way]
    if word_at(tokens, at) not in lexicon.THING_PRONOUNS or not ways:
        return False
    end = next((i for i in range(verb, len(tokens)) if tokens[i].text in _ENDS_CLAUSE), len(tokens))
    told = {token.lower for token in tokens[verb:end]}
    before = next((t.lower for t in reversed(tokens[:at]) if t.lower in _UP or t.lower in _DOWN), "")
    is_brief = end - verb <= _LONGEST_MEASURE and told.isdisjoint(_WHEN)
    return is_brief and before != "" and before not in ways[0]


def _shows_otherwise(tokens: list[Token], start: int) -> bool:
    """Whether evidence tells the opposite, to the end: "official figures show otherwise"."""
    noun = _evidence(tokens, start)
    rest = [token.lower for token in tokens[noun + 1 :] if token.is_word] if noun else []
    return 0 < len(rest) <= _LONGEST_VERDICT and rest[-1] in _OTHERWISE


def starts_counterevidence(tokens: list[Token], start: int) -> bool:
    """Whether evidence shows now what stands against what was said: "but police figures show a rise", "minutes seen by the Courier show he knew".

    Not so where it goes on with what was said ("but that records show it") or shows nothing new ("but less than the figures show").
    """
    noun = _evidence(tokens, start) if word_at(tokens, start) != "that" else 0
    end = next((i for i in range(start, len(tokens)) if tokens[i].text in _ENDS_CLAUSE), len(tokens))
    verb = next((i for i in range(noun + 1, end) if tokens[i].lower in _BELYING), 0) if noun else 0
    return 0 < verb < end - 1 and not any(map(is_finite, tokens[start:verb]))


def describes_audience_reaction(tokens: list[Token], at: int) -> bool:
    """Whether ", drawing cheers", ", to loud laughter" or ", as the crowd cheered" stands here."""
    window = tokens[at + 1 : at + _LONGEST_RECEPTION]
    if word_at(tokens, at) == "as":
        return any(token.lower in _CHEERING for token in tokens[at + 2 : at + 2 + _LONGEST_RECEPTION])
    return word_at(tokens, at) in _DRAWING and any(token.lower in _RECEPTION for token in window)


def _tells_fact(tokens: list[Token], at: int) -> bool:
    in_fact = word_at(tokens, at) == "in" and word_at(tokens, at + 1) in {"fact", "reality", "truth"}
    return (in_fact or word_at(tokens, at) == "actually") and has_predicate(tokens, at + 1, len(tokens))


def _sets_right(tokens: list[Token], at: int) -> bool:
    """Whether words in brackets tell the real figure, or who has it otherwise: "(they actually fell)", "(the bureau says 3)"."""
    told = {token.lower for token in tokens[at:]}
    is_real = word_at(tokens, at) == "the" and word_at(tokens, at + 1) in _REAL
    is_real = is_real or "actually" in told or ("in" in told and "fact" in told)
    is_real = is_real and has_predicate(tokens, at, len(tokens))
    return is_real or not _KNOWING.isdisjoint(told)


def _closes_bracket(tokens: list[Token], at: int) -> bool:
    """Whether the bracket that opens before `at` closes the sentence."""
    close = next((i for i in range(at, len(tokens)) if tokens[i].text in {")", "]"}), 0)
    return close > 0 and not any(token.is_word for token in tokens[close:])
