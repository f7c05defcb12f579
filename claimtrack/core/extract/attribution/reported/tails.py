"""What the comma behind the attributed words opens: what came of it, what stands against it, what goes on with it."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import PRESSED
from claimtrack.core.extract.attribution.reported.comparing import (
    starts_comparison,
    starts_lapse_adjunct,
    starts_lapse_clause,
)
from claimtrack.core.extract.attribution.reported.interrupted import starts_svo_clause
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    count_words,
    has_predicate,
    has_quote,
    may_be_third_person,
    starts_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import QUOTED, Token, TokenRange, word_set
from claimtrack.core.extract.words.verbs import (
    has_past_ending,
    is_finite,
    is_preverbal,
    may_be_past,
    may_be_verb,
)

_FEWEST_RESULT, _FEWEST_ADDED, _FEWEST_DONE = 5, 3, 4
_COMMENTING = lexicon.ANAPHORIC_PRONOUNS | word_set("in wrong false untrue not but actually")
RESULT_PARTICIPLES = word_set(
    "forcing sending marking making leaving bringing raising causing prompting pushing cutting driving lifting "
    "killing injuring costing leading triggering fuelling fueling putting taking closing threatening dashing "
    "extending ending ruling creating destroying displacing stranding giving handing halting stopping delaying sparking "
    "paving dealing reviving reversing slashing stoking sparing trapping freeing flooding cementing "
    "escalating heightening intensifying inflaming reigniting plunging throwing setting easing prolonging casting capping "
    "laying exposing narrowing widening complicating deepening disrupting blocking paralysing paralyzing shutting"
)
"""Participles that tell what came of the words before; "recalling" and "drawing applause" tell how it was said."""
_BEING = word_set("is are was were has had have will would can could")
_NOTHING = frozenset({"no", "nobody", "none", "nothing"})
_WHEN_OR_WHY = word_set("after before when where because since until so by")
_DOING = word_set(
    "rebutting rejecting refuting blaming attributing crediting urging denying accusing demanding dismissing"
)
"""Participles that report besides: ", she said, urging ministers to bring in the ban"."""

_INTRODUCING = word_set(
    "find finds found hire hires hired quote quotes quoted quoting cite cites cited citing interview interviews interviewed interviewing speak speaks spoke spoken talk talked"
    " hear hears heard hearing met including include includes answering rebuffing countering against"
)
"""Words that lead to whoever speaks and tell nothing else: "The council hired an engineer who said S"."""
_NOBODYS_DEED = word_set("there this who only")  # "There are brokers who say S"
_CITING = frozenset({"citing", "quoting"})  # what follows ", citing" tells where the speaker has it from
_SHORTEST_STATEMENT = 20  # characters. A shorter quotation is a word or two, which a verb may go on with.
_LONGEST_VERB, _LONGEST_SUBJECT = 8, 8
_AS_FAR = (
    lexicon.HE_SHE | lexicon.AUXILIARY_VERBS | word_set("far long well soon much many if though usual part")
)


def starts_result(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what came of it: ", forcing the airport to close"."""
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in RESULT_PARTICIPLES
        and word_at(tokens, at + 2) not in {"no", "few", "little"}
        and count_words(tokens, at, len(tokens)) >= _FEWEST_RESULT
    )


def is_clause_final_source(tokens: list[Token], source: TokenRange) -> bool:
    """Whether whoever speaks ends a main clause: ", setting up a clash with lawmakers who say S", "Police arrested a man who said S"."""
    start, end = source
    comma = next((i for i in range(start - 1, _FEWEST_DONE, -1) if tokens[i].text == ","), 0)
    if comma > 0 and starts_result(tokens, comma) and has_predicate(tokens, 0, comma):
        return True
    before = {token.lower for token in tokens[:start]}
    opens = tokens[0].lower in lexicon.SUBORDINATORS or not before.isdisjoint(_NOBODYS_DEED)
    opens = opens or (tokens[0].lower == "it" and word_at(tokens, 1) in lexicon.BE)
    if opens or word_at(tokens, end) != "who" or not tokens[end - 1].is_word:
        return False
    return (
        before.isdisjoint(_INTRODUCING) and has_predicate(tokens, 0, start) and _may_be_told(tokens, source)
    )


def _may_be_told(tokens: list[Token], source: TokenRange) -> bool:
    """Whether a clause means something without what tells of whoever ends it: "a man", "two women", "derision from Democrats", but not "the only Republican"."""
    first, last = tokens[source[0]], tokens[source[1] - 1]
    if (
        first.is_capital
        or first.lower in lexicon.CARDINALS_AND_A | lexicon.PLURAL_QUANTIFIERS | {"an"}
        or first.text[0].isdigit()
    ):
        return True
    is_bare = first.lower not in lexicon.DETERMINERS and lexicon.is_plural_head(last.lower)
    return is_bare and last.lower != "people" and any(map(may_be_past, tokens[: source[0]]))


def starts_speaker_action(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what the speaker did in saying so: ", blaming the weather for the delay"."""
    return (
        word_at(tokens, at) == ","
        and (word_at(tokens, at + 1) in _DOING or _calls_on(tokens, at + 1))
        and count_words(tokens, at, len(tokens)) >= _FEWEST_DONE
    )


def _calls_on(tokens: list[Token], at: int) -> bool:
    return word_at(tokens, at) == "calling" and word_at(tokens, at + 1) in {"on", "for"}


def starts_citation(tokens: list[Token], at: int) -> bool:
    """Whether ", citing" tells where the speaker has it from, not what somebody cited of whom he tells: ", and that S"."""
    if tokens[at].lower not in _CITING:
        return False
    return not any(
        tokens[i].lower == "and" and tokens[i + 1].lower == "that" for i in range(at, len(tokens) - 1)
    )


def starts_own_view(tokens: list[Token], at: int) -> bool:
    """Whether the speaker's own view follows as the reason: ", since in her opinion S"."""
    return (
        tokens[at].lower in {"since", "because", "as"}
        and word_at(tokens, at + 1) == "in"
        and word_at(tokens, at + 2) in lexicon.POSSESSIVES
        and word_at(tokens, at + 3) in lexicon.VIEW_NOUNS
    )


def is_action_after_quote(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a verb behind a quotation of its own tells what the speaker did: 'wrote that "the sum is wrong" and left'."""
    is_whole = at - 2 == start + (word_at(tokens, start) == "that") and tokens[at - 2].is_quote
    verb = tokens[at]
    is_past = may_be_past(verb) or (is_finite(verb) and not is_preverbal(verb))
    return is_whole and is_past and len(tokens[at - 2].text) >= _SHORTEST_STATEMENT


def starts_contrast(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens a clause against what was said: ", but a third of them were on strike"."""
    says = word_at(tokens, at + 2) in lexicon.PRONOUNS and word_at(tokens, at + 3) in lexicon.SPEECH_CUES
    if says and word_at(tokens, at + 1) in lexicon.CONCESSIVES:
        return False  # "although she warns that S": the source goes on
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.CONTRASTIVES
        and starts_clause(tokens, at + 2)
    )


def starts_joined_clause(tokens: list[Token], at: int) -> bool:
    """Whether "and" joins a clause that stands by itself at the comma: ", and a further five were ill"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and"
    return joins and (starts_clause(tokens, at + 2) or _is_run(tokens, at + 2) or _is_toll(tokens, at + 2))


def starts_second_verb(tokens: list[Token], end: int, at: int) -> bool:
    """Whether "and" at the comma joins a second verb of what was told before `end`: ", and has been translated"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and" and at + 2 < len(tokens)
    return joins and is_finite(tokens[at + 2]) and has_predicate(tokens, 0, end)


def _is_run(tokens: list[Token], at: int) -> bool:
    """Whether a clause opens here with a verb that no list knows: "the trade employs 400 people"."""
    window = range(at + 1, min(len(tokens) - 1, at + _LONGEST_SUBJECT))
    verb = next((i for i in window if may_be_third_person(tokens, i)), 0)
    return verb > 0 and all(token.is_word for token in tokens[at:verb])


def skip_joint(tokens: list[Token], at: int) -> int:
    """Where the clause behind the comma at `at` begins, past "and", "because", "so" or "while"."""
    following = word_at(tokens, at + 1)
    joins = following in {"because", "so"} or following == "and"
    if following == "and" and not starts_joined_clause(tokens, at) and at + 2 < len(tokens):
        joins = not (may_be_verb(tokens[at + 2]) or word_at(tokens, at + 2) == "to")  # "and stayed for weeks"
    return at + 1 + joins


def starts_adverbial_clause(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens a clause that tells when, why or how, or what follows: ", after the pipe had burst", ", so it was shut"."""
    opener = at + 1 + (word_at(tokens, at + 1) == "even")
    if word_at(tokens, at) != "," or word_at(tokens, opener) not in _WHEN_OR_WHY:
        return False
    following = word_at(tokens, opener + 1)
    if word_at(tokens, opener) == "so" and (following == "that" or following in _AS_FAR):
        return False  # "so that crews could pass", "so far"
    if following == "being" and word_at(tokens, opener + 2) in PRESSED:
        return False  # "she said, after being asked about it"
    is_clause = word_at(tokens, opener + 1).endswith("ing")  # "by closing two mills"
    if word_at(tokens, opener) != "by":
        is_clause = is_clause or starts_clause(tokens, opener + 1) or starts_svo_clause(tokens, opener + 1)
    return (
        is_clause
        and count_words(tokens, at, len(tokens)) >= _FEWEST_DONE
        and not has_quote(tokens, at, len(tokens))
    )


def starts_simultaneous_clause(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what happened as it was said: ", as members fell out over a motion"; not ", as far as I know"."""
    does = (_is_verb(tokens, i) for i in range(at + 3, min(len(tokens), at + _LONGEST_VERB)))
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) == "as"
        and word_at(tokens, at + 2) not in _AS_FAR
        and (any(does) or starts_clause(tokens, at + 2))
        and count_words(tokens, at, len(tokens)) > _FEWEST_DONE
        and not has_quote(tokens, at, len(tokens))
    )


def is_separate_tail(tokens: list[Token], at: int) -> bool:
    """Whether what the comma or dash at `at` opens behind "X said" is no part of what was said before."""
    return (
        starts_result(tokens, at)
        or starts_further_clause(tokens, at)
        or starts_lapse_clause(tokens, at)
        or starts_adverbial_clause(tokens, at)
        or starts_contrast(tokens, at)
        or starts_comparison(tokens, at)
        or starts_simultaneous_clause(tokens, at)
        or starts_lapse_adjunct(tokens, at)
    )


def continues_after_colon(tokens: list[Token], colon: int) -> bool:
    """Whether a colon goes on with what was said: ""We won," said Doe: they were 40", but neither ": that is false" nor ": in fact they rose"."""
    comments = word_at(tokens, colon + 1) in _COMMENTING
    return word_at(tokens, colon) == ":" and not (comments or has_quote(tokens, colon, colon + 2))


def starts_negative_contrast(tokens: list[Token], at: int) -> bool:
    """Whether the clause against what was said has nobody or nothing for its subject: ", but no inquiry followed"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) in lexicon.CONTRASTIVES
    return joins and word_at(tokens, at + 2) in _NOTHING and has_predicate(tokens, at + 2, len(tokens))


def _adds(tokens: list[Token], at: int) -> bool:
    """Whether a few words go on with what was said without marks: ", and 31 wounded", ", and no doctor"."""
    counted = word_at(tokens, at)
    is_counted = counted in lexicon.PLURAL_CARDINALS or counted == "no" or counted.isdigit()
    is_enough = count_words(tokens, at, len(tokens)) >= _FEWEST_ADDED - is_counted
    return is_enough and not has_quote(tokens, 0, len(tokens))


def _is_toll(tokens: list[Token], at: int) -> bool:
    """Whether what befell so many is told here without a verb of its own: "31 wounded"."""
    return word_at(tokens, at).isdigit() and has_past_ending(word_at(tokens, at + 1))


def _quotes_on(tokens: list[Token], at: int) -> bool:
    """Whether a verb goes on with a quotation, or behind one of a few words: "and had "paid nothing"", "It is "old", she said, and would fall"."""
    if word_at(tokens, at) not in _BEING:
        return False
    goes_on_plainly = count_words(tokens, at, len(tokens)) >= _FEWEST_DONE and not tokens[0].is_quote
    return word_at(tokens, at + 1)[:1] == QUOTED or goes_on_plainly


def starts_further_clause(tokens: list[Token], at: int) -> bool:
    """Whether a clause of its own follows the comma at `at`: ", and crime is up", ", I call it a scandal"."""
    if word_at(tokens, at) == "," and word_at(tokens, at + 1) in {"i", "we"}:
        return starts_clause(tokens, at + 1)
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.COORDINATORS
        and word_at(tokens, at + 2) not in lexicon.SPEAKER_ACTIONS
        and (starts_clause(tokens, at + 2) or _adds(tokens, at + 2) or _quotes_on(tokens, at + 2))
    )


def adds_noun_phrase(tokens: list[Token], start: int, end: int, at: int) -> bool:
    """Whether but a noun is added by whoever speaks: "It plans 240 flats and, the builder says, a small park"."""
    return (
        word_at(tokens, end - 1) == "and"
        and word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.DETERMINERS
        and count_words(tokens, at, len(tokens)) >= _FEWEST_ADDED
        and has_predicate(tokens, start, end - 1)
        and not any(_is_verb(tokens, i) for i in range(at + 2, len(tokens)))
        and not has_quote(tokens, start, len(tokens))
    )


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands here; "named for" and "caused by" tell of a noun."""
    is_past = may_be_past(tokens[at]) and word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    return is_past or is_finite(tokens[at])


def describes_addressee(tokens: list[Token], at: int, rest: int) -> bool:
    """Whether a relative clause tells of whom it was told to: "..., they told the Courier, which did not name them"."""
    is_relative = word_at(tokens, rest) == "," and word_at(tokens, rest + 1) in {"which", "who", "whose"}
    return tokens[at].lower == "told" and rest > at + 1 and is_relative
