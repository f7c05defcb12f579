"""Words that take a pole of an antonym axis only in their context: a truce "held", a school "under construction", "20 percent *more*", "little of" a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from claimtrack.core.language.word_lists import BE, FRACTIONS, NUMBER_WORDS, PERCENT, words_of
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.words.antonyms import VOTE_WORDS, VOTING_VERBS
from claimtrack.core.match.words.terms import stem


class Context(NamedTuple):
    """A token of a statement with its neighbours, which are "" at the edges."""

    words: Sequence[str]
    at: int
    before: str
    following: str

    def follows(self, words: Set[str], reach: int) -> bool:
        """Whether one of some words is among the last `reach` tokens before this one."""
        return not words.isdisjoint(self.words[max(0, self.at - reach) : self.at])

    def precedes(self, words: Set[str], reach: int) -> bool:
        """Whether one of some words is among the next `reach` tokens."""
        return not words.isdisjoint(self.next_words(reach))

    def next_words(self, count: int) -> Sequence[str]:
        """Return the next tokens, at most this many."""
        return self.words[self.at + 1 : self.at + 1 + count]


def read_context(words: Sequence[str], at: int) -> Context:
    """Return a token with its neighbours."""
    return Context(words, at, words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")


def contains_number(words: Iterable[str]) -> bool:
    """Whether any of some words is a number."""
    return any(word[0].isdecimal() or word in NUMBER_WORDS for word in words)


def contains_time_span(words: Iterable[str]) -> bool:
    """Whether any of some words is a span of time: "minutes", "ten minutes"."""
    return any(
        MEASURES.get(word, ("", 0.0))[0] == "time" or word in ("half", "quarter", "round") for word in words
    )


def _follows_number(context: Context) -> bool:
    """Whether "more" expresses a change by the number before it: "20 percent *more*"; but "in 1990, more than 5"."""
    before = context.before
    is_bound = context.following == "than" and "".join(context.next_words(2)[1:])[:1].isdecimal()
    is_number = before in PERCENT or before[:1].isdecimal() or (before in FRACTIONS and before != "half")
    return is_number and not is_bound


def _is_voted(context: Context) -> bool:
    """Whether "for", "yes" or "no" is a vote: "voted *for* it", "is *for* it"."""
    is_stand = context.words[context.at] == "for" and context.before in BE
    return stem(context.before) in VOTING_VERBS or is_stand


_ANY = words_of("any anywhere anyone anybody")


def _exceeds_all(context: Context) -> bool:
    """Whether a comparison is with everything else: "*higher* than in any other town"."""
    words = context.next_words(9)
    return "than" in words and not _ANY.isdisjoint(words[words.index("than") : words.index("than") + 5])


LEGAL_MATTERS = words_of(
    "appeal appeals challenge challenges complaint complaints lawsuit suit claim claims petition objection objections"
)
MAX_WORDS_SINCE_MATTER = 12
"""Maximum number of words from the matter before a court to "upheld" or "dismissed"."""


def _is_appeal_outcome(context: Context) -> bool:
    """Whether "won" or "allowed" is the outcome of an appeal: "won its appeal", "the appeal was allowed"."""
    if context.following in ("its", "his", "her", "their", "a", "an"):
        return context.precedes(LEGAL_MATTERS, 4)
    is_granted = context.words[context.at] in ("allowed", "granted")
    return is_granted and context.follows(LEGAL_MATTERS, MAX_WORDS_SINCE_MATTER)


_EARLIER_TIMES = words_of("last previous year before earlier ago")
_COST_VERBS = words_of("cost costs costing pay pays paid paying charge charges charged")
_THAN_REACH = 11
"""Maximum number of words from "fewer" to its "than"."""


def _exceeds_earlier(context: Context) -> bool:
    """Whether a comparison is with an earlier time, and so expresses a change: "*more* than last year"."""
    words = context.next_words(_THAN_REACH + 5)
    than = words.index("than") if context.precedes({"than"}, _THAN_REACH) else len(words)
    return not _EARLIER_TIMES.isdisjoint(words[than + 1 : than + 5])


def _costs_more(context: Context) -> bool:
    """Whether a comparison is of prices: "costs *more* than a car"."""
    return context.follows(_COST_VERBS, 4) and context.precedes({"than"}, _THAN_REACH)


def _is_supported(context: Context) -> bool:
    """Whether "for" is the opposite of "against" in one statement: "voted against the tax and *for* the road", "48 *for*"."""
    before = context.before
    is_open = before in ("and", "but", "is", "are", "was", "were") or before in NUMBER_WORDS
    return (is_open or before.isdecimal()) and "against" in context.words


_HOLDING_NOUNS = words_of(
    "truce ceasefire armistice dam dyke dike levee wall roof bridge barrier deal agreement accord pact peace "
    "calm coalition alliance lull marriage defence defences defense defenses"
)
"""Things that hold or give way: "the truce held", "the dam burst"."""
_SUBJECT_REACH = 6
"""Maximum number of words from such a subject to "held"."""
_OBJECT_REACH = 4
"""Maximum number of words from "held" or "sent" to its object."""
_PRICE_NOUNS = words_of(
    "rent rents fare fares fees fee bill bills tax taxes benefits pay wages pensions premiums tariffs"
)
"""Rents and the like that are "higher" have been raised."""
_LARGE = words_of("vast overwhelming great huge large")
"""A majority so called may be nearly all as well as most."""
_RATE_OBJECTS = words_of("rate rates costs unchanged steady")
_TROOPS = words_of("troops soldiers tanks forces jets")
_TO_COME = words_of("begin start open commence be")
_BUILT = words_of("built constructed erected")
_SAID = words_of("said says announced reported told")
_BEFORE_STAGE = BE | words_of("still already now")
_BEFORE_DONE = BE | words_of("already now finally")
_BEFORE_OVER = BE | words_of("already now all")
_AFTER_OVER = words_of("and but for in at on according after before when since now said says") | {""}
_BEFORE_AN_EVENT = words_of("the a an his her its their this that")
_BEFORE_VERB_FOLLOWING = BE | words_of("the and")
"""After these "following" is no "after": "was following the man"."""
_AFTER_MOVING = BE | words_of(
    "remain remains remained largely broadly mostly virtually almost ended closed opened finished"
)
"""Before "flat" and the like these tell how a value ended up: "*ended* flat", "was *largely* unchanged"."""
_HARDLY = words_of("little barely hardly scarcely")
_QUOTED_VALUES = words_of(
    "share shares stock stocks index indexes futures yield yields price prices dollar euro pound sterling yen yuan rouble "
    "rupee peso currency bond bonds oil crude gold copper wheat sales revenue profit profits exports imports inflation"
)
"""What slides or rallies by falling or rising."""
_OUTPUT = words_of("economy economies gdp output industry manufacturing sector activity")
_MOVED_BY = words_of("by about around another a further nearly almost over more less than up down to")
"""Between "slipped" and its number, also before a currency: "slipped *by almost* 3 percent"."""
_RATE_UNITS = PERCENT | words_of("percentage point points basis bps cent cents pence pips")
_NOT_BEGUN, _GOING_ON, _OVER = range(3)
_MOST_OF, _FEW, _NEARLY_ALL = 1, 2, 5
"""The poles of "most", "few" and "nearly all" on the axis of all, most and some."""
_UNMOVED = 2
"""The pole between rising and falling."""


def _moves_by_rate(context: Context) -> bool:
    """Whether a verb is one of change by the number after it: "*added* 0.4 percent", "*slipped* by almost 3 points"."""
    after = context.next_words(6)
    number = next((at for at, word in enumerate(after) if word not in _MOVED_BY), len(after))
    return contains_number(after[number : number + 1]) and not _RATE_UNITS.isdisjoint(after[number + 1 :][:2])


def _moves(context: Context) -> bool:
    """Whether a verb is one of change by its number or by what it is about: "shares *slid*"."""
    return context.follows(_QUOTED_VALUES, _SUBJECT_REACH) or _moves_by_rate(context)


def _contracts(context: Context) -> bool:
    """Whether something grows smaller: "*contracted* by 3 percent", "the economy *contracted*"."""
    return context.following == "by" or context.follows(_OUTPUT, _SUBJECT_REACH)


_RULES: tuple[tuple[str, str, int, Callable[[Context], bool]], ...] = (
    ("more higher", "direction", 0, _follows_number),
    ("fewer less lower", "direction", 1, _follows_number),
    ("high", "superlative", 0, lambda c: c.before in ("record", "time")),  # an all-time high is the highest
    ("low", "superlative", 1, lambda c: c.before in ("record", "time")),
    ("above", "comparative", 0, lambda c: not contains_number(c.next_words(2))),  # "higher than"
    ("below", "comparative", 1, lambda c: not contains_number(c.next_words(2))),
    ("opening", "rank", 0, lambda c: contains_time_span(c.next_words(2))),  # "the opening ten minutes"
    ("closing dying", "rank", 1, lambda c: contains_time_span(c.next_words(2))),
    *((word, "stand", pole, _is_voted) for word, pole in VOTE_WORDS.items()),
    ("more higher larger bigger greater", "superlative", 0, _exceeds_all),
    ("fewer less lower smaller", "superlative", 1, _exceeds_all),
    ("won wins win allowed granted", "hearing", 0, _is_appeal_outcome),
    ("lost loses lose", "hearing", 1, _is_appeal_outcome),
    ("higher", "direction", 0, lambda c: c.precedes(_PRICE_NOUNS, 2)),
    (
        "add adds added adding firm firms firmed advance advances advanced swell swells swelled",
        "direction",
        0,
        _moves_by_rate,
    ),
    (
        "shed sheds shedding ease eases eased retreat retreats retreated",
        "direction",
        1,
        _moves_by_rate,
    ),
    ("rally rallies rallied rebound rebounds rebounded", "direction", 0, _moves),
    ("slip slips slipped slide slides slid sliding dip dips dipped", "direction", 1, _moves),
    ("flat unchanged steady stable", "direction", _UNMOVED, lambda c: c.before in _AFTER_MOVING),
    ("changed", "direction", _UNMOVED, lambda c: c.before in _HARDLY),
    (
        "hold holds held keep keeps kept leave leaves left maintain maintains maintained",
        "direction",
        _UNMOVED,
        lambda c: c.precedes(_RATE_OBJECTS, _OBJECT_REACH),
    ),
    (
        "hold holds held",
        "ruin",
        0,
        lambda c: c.before not in BE and c.follows(_HOLDING_NOUNS, _SUBJECT_REACH),
    ),
    ("broke breaks broken burst", "ruin", 1, lambda c: c.follows(_HOLDING_NOUNS, _SUBJECT_REACH)),
    (
        "send sends sent sending deploy deploys deployed",
        "presence",
        0,
        lambda c: c.precedes(_TROOPS, _OBJECT_REACH),
    ),
    (
        "following",
        "order",
        1,
        lambda c: c.following in _BEFORE_AN_EVENT and c.before not in _BEFORE_VERB_FOLLOWING,
    ),
    ("much", "all", _MOST_OF, lambda c: c.following == "of" and c.before not in ("a", "no", "not")),
    ("little", "all", _FEW, lambda c: c.following == "of" and c.before not in ("a", "no", "not")),
    ("jailed", "verdict", 0, lambda c: c.following == "for"),
    ("contract contracts contracted contracting", "direction", 1, _contracts),
    ("more", "direction", 0, _exceeds_earlier),
    ("fewer less", "direction", 1, _exceeds_earlier),
    ("more", "price", 0, _costs_more),
    ("fewer less", "price", 1, _costs_more),
    ("for", "stand", 0, _is_supported),
    ("majority", "all", _NEARLY_ALL, lambda c: c.before in _LARGE),
    ("yet about", "stage", _NOT_BEGUN, lambda c: c.following == "to" and c.precedes(_TO_COME, 2)),
    (
        "under",
        "stage",
        _GOING_ON,
        lambda c: c.following in ("construction", "way") and c.before in _BEFORE_STAGE,
    ),
    ("being", "stage", _GOING_ON, lambda c: c.before in _BEFORE_STAGE and c.following in _BUILT),
    ("underway ongoing", "stage", _GOING_ON, lambda c: c.before in _BEFORE_STAGE),
    ("completed finished concluded", "stage", _OVER, lambda c: c.before in _BEFORE_DONE),
    (
        "over",
        "stage",
        _OVER,
        lambda c: c.before in _BEFORE_OVER and (c.following in _AFTER_OVER or c.precedes(_SAID, 4)),
    ),
)
"""Words, the axis and the pole that they take, and in which context."""
_RULES_BY_WORD = {
    word: [rule for rule in _RULES if word in rule[0].split()]
    for word in words_of(" ".join(rule[0] for rule in _RULES))
}
CONTEXT_DEPENDENT = _RULES_BY_WORD.keys() - words_of(
    "high low above below opening closing dying won wins win allowed lost loses lose"
)
"""The words with such a rule, but for those to which none applies as part of a set phrase."""


def poles_in_context(context: Context) -> Iterator[tuple[str, int]]:
    """Yield the axis and pole that a word takes only in its context: "20 percent more", "a record high", "voted for"."""
    for _, axis, pole, holds in _RULES_BY_WORD.get(context.words[context.at], ()):
        if holds(context):
            yield axis, pole
