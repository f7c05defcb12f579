"""Sentences told for somebody without a verb of saying: "For critics, S", "S, as the audit shows"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.ending import find_action_end, find_content_end
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.names_after_verb import find_name_end
from claimtrack.core.extract.attribution.sources.noun_phrases import find_next_break, find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice, is_speaker
from claimtrack.core.extract.attribution.verbs.cues import find_group_start, is_negated
from claimtrack.core.extract.attribution.verbs.objects import STORIES
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import has_quote, starts_clause, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite

_JUDGES = word_set(
    "analyst analysts economist economists expert experts professor scholar scholars historian historians strategist pollster "
    "commentator commentators critics opponents supporters campaigners scientist scientists researcher researchers jurist lawyer"
)
_SCIENTISTS = ("ologist", "ologists", "omist", "omists")
_SCHOLARLY = word_set("institute university centre center college thinktank think-tank")
_MEETINGS = nouns.AUDIENCES | word_set("council commissioners board members trustees supervisors")
_TOLD = word_set("told informed warned assured advised reminded")
_ACCUSED = frozenset({"accused"})
_BARRING = lexicon.RELATIVES | lexicon.CUES
_LONGEST_OFFICE, _LONGEST_VOUCHING, _LONGEST_PHRASE, _MOST_CLAUSES = 4, 10, 5, 4
_LATEST_AS = 2  # where the subject stands at most behind "As" or "Even as" in front of a sentence
_VOUCHING = word_set(
    "show shows showed shown reveal reveals revealed disclose discloses disclosed confirm confirms confirmed record records recorded "
    "announced announces described explain explains explained recall recalls recalled said says wrote note notes noted report reports reported told state states stated document documents documented establish establishes established"
)
"""Verbs whose subject vouches for what stands before "as": "as the audit shows", not "as the poll predicted"."""
_ASSERTING = word_set(
    "claim claims claimed insist insists insisted argue argues argued allege alleges alleged maintain maintains maintained assert asserts asserted "
    "contend contends contended acknowledge acknowledges acknowledged admit admits admitted concede concedes conceded"
)
"""Verbs whose subject says it, although he may be wrong."""
_POINTING = word_set("point points pointed")
_TELLING_IT = lexicon.PUTS | {"tell", "tells", "told"}
_PLACES = frozenset({"in", "at"})
_MOMENTS = times.TIME_ADVERBS | times.TIME_NOUNS | times.TIME_MODIFIERS | lexicon.DETERMINERS
_OWN_CUES = lexicon.ZERO_THAT_VERBS | lexicon.CLAIM_VERBS | {"told", "if", "whether"}


def match_viewpoint(tokens: list[Token]) -> Attribution | None:
    """ "For the economist Jane Doe, S", "For critics, S": how those who judge see it; for others it may be a fact."""
    comma = find_next_break(tokens, 1) if word_at(tokens, 0) == "for" else None
    close = _past_role(tokens, comma) if comma else None
    source = tokens[1:close]
    if comma is None or close is None or comma == 1 or not is_statement(tokens, close + 1, len(tokens)):
        return None
    judges = source[0].lower != "all" and any(map(_judges, source))
    teaches = source[0].is_capital and any(token.lower in _SCHOLARLY for token in source[2:])
    quoted = source[0].is_capital and has_quote(tokens, close + 1, close + 2) and _ends(tokens, close + 2)
    return Attribution(0, (1, comma), (close + 1, len(tokens))) if judges or teaches or quoted else None


def match_as_clause(tokens: list[Token]) -> Attribution | None:
    """ "S, as its report shows", "As first reported by the Vale Post, S": what vouches for the rest of the sentence."""
    for at in _as_clauses(tokens):
        close = find_next_break(tokens, at + 3) or _end_of_words(tokens)
        source = _vouching(tokens[at:close])
        ends = _ends(tokens, close)
        if source is None or (at > 0 and _goes_on_otherwise(tokens, close)):
            continue
        said = (close + 1, len(tokens)) if at == 0 else (0, at - 1 if ends else len(tokens))
        # In "Moor denied that it was shut, as reported by a paper" nobody vouches for the denial.
        rest = tokens[slice(*said)] if at == 0 or ends else [*tokens[: at - 1], *tokens[close + 1 :]]
        is_open = at > 0 and _is_open(rest, tokens[at:close])
        if is_statement(rest, 0, len(rest)) and not (
            is_open or any(token.lower in _OWN_CUES for token in rest)
        ):
            return Attribution(at, (at + source[0], at + source[1]), said)
    return None


def is_temporal_as(tokens: list[Token], hit: Attribution) -> bool:
    """Whether "as" tells when: its verb has an object that is no clause, as in "As Voss argued with the judge, his wife left"."""
    start = hit.content[0]
    opens = hit.source[0] <= _LATEST_AS and word_at(tokens, hit.source[0] - 1) == "as"
    if not opens or start <= hit.cue:
        return False
    comma = find_next_break(tokens, start)
    is_told = tokens[start].lower == "that" or tokens[start].is_quote or starts_clause(tokens[:comma], start)
    return comma is not None and comma < hit.content[1] and not is_told


def _goes_on_otherwise(tokens: list[Token], close: int) -> bool:
    """Whether another clause follows, of which "as" says nothing: "S, as engineers claimed, and 40 families left"."""
    return word_at(tokens, close + 1) in lexicon.AND_OR_CONTRASTIVES and starts_clause(tokens, close + 2)


def _is_open(before: list[Token], clause: list[Token]) -> bool:
    """Whether nobody knows what of it he says: "is not safe, as the firm insists", "Moor failed to show why it leaked, as she claims"."""
    asserts = any(token.lower in _ASSERTING for token in clause)
    return asserts and (
        is_negated(before, 0, len(before)) or clause[1].lower.partition("'")[0] in lexicon.PRONOUNS
    )


def match_heard_from(tokens: list[Token]) -> Attribution | None:
    """ "The council heard from Jane Doe that S", in a list "Heard from Jane Doe that S": it is she who says it."""
    at = next(i for i, token in enumerate(tokens) if token.lower == "heard")
    is_heard = at == 0 or any(token.lower in _MEETINGS for token in tokens[max(0, at - 2) : at])
    is_from = word_at(tokens, at + 1) == "from" and at <= _LONGEST_OFFICE
    return (_behind_name(tokens, at) or _behind_who(tokens, at)) if is_heard and is_from else None


def match_passive_report(tokens: list[Token]) -> Attribution | None:
    """ "MPs were told by Jane Doe that S", "It was claimed by Jane Doe that S", "It was accused by Jane Doe of S"."""
    verbs = (i for i in range(1, len(tokens) - 1) if tokens[i + 1].lower == "by")
    at = next((i for i in verbs if _is_told(tokens, i)), 0)
    return _behind_name(tokens, at) if at else _told_last(tokens)


def _behind_name(tokens: list[Token], at: int) -> Attribution | None:
    """What stands behind the name that the word at `at` and a preposition lead up to: "heard from Jane Doe that S"."""
    accuses = tokens[at].lower in _ACCUSED
    opener = "of" if accuses else "that"
    that = next((i for i in range(at + 2, len(tokens)) if tokens[i].lower == opener), 0)
    told = tokens[at + 2 : that]
    speaks = is_speaker(told) or (bool(told) and tokens[at].lower in _TOLD)
    is_told = speaks and (accuses or starts_clause(tokens, that + 1))
    if not is_told or any(map(is_finite, told)):
        return None
    end = find_name_end(tokens, at + 2)
    end = end if at + 2 < end <= that else min(find_next_break(tokens, at + 2) or that, that)
    if accuses and find_action_end(tokens, that + 1) < len(tokens):
        return None  # "Doe was accused by Moor of fraud and denied it": each does something
    said = (0, len(tokens)) if accuses else (that + 1, find_content_end(tokens, that + 1))
    return Attribution(at, (at + 2, end), said, framed=accuses)


def _behind_who(tokens: list[Token], at: int) -> Attribution | None:
    """What somebody says in a clause of his own: "heard from a neighbour, Jane Doe, who said S"."""
    verbs = (i for i in range(at + 4, len(tokens) - 1) if tokens[i].lower in lexicon.REPORTING_VERBS)
    verb = next(verbs, 0)
    who = find_group_start(tokens, verb, at + 3) - 1 if verb else 0
    end = who - (word_at(tokens, who - 1) == ",")
    if word_at(tokens, who) != "who" or any(map(is_finite, tokens[at + 2 : end])):
        return None
    said = find_content_start(tokens, verb)
    is_told = is_speaker(tokens[at + 2 : end]) and starts_clause(
        tokens, said + (word_at(tokens, said) == "that")
    )
    # "..., who said the road was unsafe, and voted": it is another who votes
    closes = (i for i in range(said, len(tokens) - 2) if tokens[i].text == ",")
    goes_on = any(
        tokens[i + 1].lower in lexicon.COORDINATORS and not starts_clause(tokens, i + 2) for i in closes
    )
    return (
        Attribution(verb, (at + 2, end), (said, find_content_end(tokens, said)))
        if is_told and not goes_on
        else None
    )


def _is_told(tokens: list[Token], at: int) -> bool:
    """Whether "were told" stands here, and neither a clause nor another source before it."""
    word = tokens[at].lower
    tells = word in _TOLD or word in _ACCUSED
    if not (tells or word in lexicon.STATE or word == "said"):
        return False
    be = find_group_start(tokens, at, 0)
    is_first = not any(is_finite(t) or t.lower in _BARRING for t in tokens[:be])
    is_it = be == 1 and tokens[0].lower == "it"
    is_passive = any(token.lower in lexicon.BE for token in tokens[be:at])
    return is_passive and is_first and (is_it or tells)


def _told_last(tokens: list[Token]) -> Attribution | None:
    """ "S, the committee was told by Jane Doe."."""
    at = next((i for i in range(len(tokens) - 3, 0, -1) if tokens[i].lower in _TOLD), 0)
    by = at + 1 if word_at(tokens, at + 1) == "by" else 0
    group = find_group_start(tokens, at, 0) if by else 0
    comma = find_subject_start(tokens, group) - 1 if group else 0
    if comma < 1 or tokens[comma].text != "," or not any(t.lower in lexicon.BE for t in tokens[group:at]):
        return None
    end = find_name_end(tokens, by + 1)
    closes = _ends(tokens, find_content_start(tokens, end - 1)) and is_speaker(tokens[by + 1 : end])
    return Attribution(at, (by + 1, end), (0, comma)) if closes and is_statement(tokens, 0, comma) else None


def _as_clauses(tokens: list[Token]) -> list[int]:
    """Where "as" opens a clause; the first few only, for no sentence of prose has more."""
    opens = [at for at, token in enumerate(tokens) if token.lower == "as"]
    return [at for at in opens if at == 0 or tokens[at - 1].text == ","][:_MOST_CLAUSES]


def _vouching(told: list[Token]) -> TokenRange | None:
    """Who or what vouches in "as its report shows" and "as first reported by the Vale Post"."""
    for verb in range(1, min(len(told), _LONGEST_VOUCHING)):
        puts_it = told[verb].lower in _TELLING_IT and word_at(told, verb + 1) == "it"
        puts_it = puts_it or (told[verb].lower in _POINTING and word_at(told, verb + 1) == "out")
        asserts = told[verb].lower in _ASSERTING
        if not (puts_it or asserts or told[verb].lower in _VOUCHING):
            continue
        is_passive = word_at(told, verb + 1) == "by"
        start = verb + 2 if is_passive else 1
        source = (
            start,
            _before_moment(told, start, len(told) if is_passive else find_group_start(told, verb, 1)),
        )
        named = told[slice(*source)]
        if (is_passive or _tells_no_more(told, verb + puts_it, asserts=asserts)) and is_speaker(named):
            # "as you very aptly pointed out"
            is_own = named[0].lower in lexicon.FIRST_SECOND_PERSON or is_own_voice(told, source)
            return None if any(map(is_finite, named)) or is_own else source
    return None


def _before_moment(told: list[Token], start: int, end: int) -> int:
    """In "by the Vale Post on Monday" and "by auditors in their 2019 report", where the source ends."""
    return next((i for i in range(start + 1, end) if _tells_when(told, i, end)), end)


def _tells_when(told: list[Token], at: int, end: int) -> bool:
    """Whether when or where it was told begins behind a source: "last week", "in May", "on its site"; not "in Leeds"."""
    word, following = told[at].lower, word_at(told, at + 1)
    if word in lexicon.PLACE_TIME_PREPOSITIONS:
        return following[:1].isdigit() or following in _MOMENTS
    is_moment = word in times.TIME_MODIFIERS and (at + 1 == end or following in times.TIME_NOUNS)
    return is_moment or (word in times.TIME_ADVERBS and at + 1 == end)


def _tells_no_more(told: list[Token], verb: int, *, asserts: bool) -> bool:
    """Whether but whom, when or where stands behind the verb: "as Moor explained to this newspaper", not "insisted on a vote"."""
    rest = find_content_start(told, verb)
    if any(token.lower in STORIES for token in told[verb + 1 : rest]):
        return False
    word, following = word_at(told, verb + 1), word_at(told, verb + 2)
    tells_when = following in _MOMENTS and following not in lexicon.DETERMINERS
    if asserts and word in lexicon.PREPOSITIONS and word not in _PLACES and not tells_when:
        return False
    is_phrase = word_at(told, rest) in lexicon.PREPOSITIONS and len(told) - rest <= _LONGEST_PHRASE
    return _ends(told, rest) or (is_phrase and all(t.is_word and not is_finite(t) for t in told[rest:]))


def _end_of_words(tokens: list[Token]) -> int:
    end = len(tokens)
    while end and not tokens[end - 1].is_word:
        end -= 1
    return end


def _judges(token: Token) -> bool:
    return token.lower in _JUDGES or (token.lower.endswith(_SCIENTISTS) and not token.is_capital)


def _ends(tokens: list[Token], at: int) -> bool:
    return not any(token.is_word or token.is_quote for token in tokens[at:])


def _past_role(tokens: list[Token], comma: int) -> int:
    """In "For Jane Doe, head of research at the bank, S", the comma behind what she is; else the same comma."""
    close = find_next_break(tokens, comma + 1)
    told = tokens[comma + 1 : close]
    is_role = bool(told) and (
        any(map(_judges, told[:_LONGEST_OFFICE])) or told[0].lower in {"of", "from", "at"}
    )
    is_role = is_role and bool(close) and tokens[comma - 1].is_capital
    is_role = is_role and told[0].lower not in lexicon.RELATIVES and not any(map(is_finite, told))
    return close if close and is_role else comma
