"""Verbs of saying that report nothing, told by the word behind them: "ruled out", "found out", "said to be"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.trimming import is_empty_opener
from claimtrack.core.extract.attribution.verbs.contentless import has_no_content
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    CURRENCIES,
    starts_approximation,
    starts_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_OTHERWISE = {
    "said": {"than"}, "counter": {"to"}, "ruled": {"out"}, "accused": {"of", "for"}, "blamed": {"of", "for"}, "charged": {"with", "over"},
    "reported": word_set("missing dead stolen lost injured ill"), "showed": {"up"}, "shows": {"up"}, "posted": {"what"},
    "caution": {"by", "over", "among", "about"}, "told": {"to"}, "disputes": word_set("with over between among about in within"),
    "claims": {"against", "for"}, "fears": {"of", "over", "about"}, "hopes": {"of", "for"}, "doubts": {"about", "over"},
    "demands": {"for", "of", "from"}, "pledges": {"of", "from"}, "estimates": {"of", "from", "for"},
}  # fmt: skip
"""Verb -> what makes another of it: "runs counter to a survey", "ruled out", "two airlines accused of fraud", "a man reported missing", "were warned and told to go"."""
_LONGEST_QUOTED, _LONGEST_PAPER, _LONGEST_FOUND = 10, 14, 8
_REMARKING = word_set(
    "denounces denounced criticises criticised criticizes criticized deplores deplored regrets regretted bemoans bemoaned "
    "highlights highlighted pleads pleaded specifies specified stipulates stipulated recorded counted projects projected "
    "charges charging charged discovered documented ascertains ascertained verifies verified rebuts rebutted elaborates elaborated "
    "confides confided confide judged flagged foretold foretells forecast reflects reflected summarises summarised summarizes summarized relayed restates restated granted object objects objected "
    "texted messaged counselled ponder ponders pondered submit submits submitted protest protests protested"
)
"""Verbs with an object of their own ("criticised the plan") that report with "that" or behind what was said."""
_NEED_THAT = _REMARKING | word_set(
    "record records held holds advise advises advised advising laid lays provides defend defends defended "
    "radioed cabled guaranteed guarantees guarantee decree decrees stipulate specify stipulating specifying denounce criticise criticize deplore regret bemoan highlight plead denouncing pleading "
    "criticising criticizing deploring regretting bemoaning highlighting holding determining discovering documenting ascertaining verifying rebutting elaborating "
    "confiding pondering objecting restating"
)
_OPENS_SUBJECT = (lexicon.DETERMINERS | lexicon.THIRD_PERSON) - {"that", "this"}
_STATIONED = frozenset({"at", "in", "outside", "inside", "near", "along"})
"""In "a guard posted at the gate" nobody writes anything."""
_SEEN = word_set("seen heard filmed recorded caught shown taped")
_WRITING = word_set("wrote writes written emailed e-mailed posted tweeted texted messaged")
_FOUND_SO = word_set("guilty liable dead alive unconscious adrift wanting")
_SELF = ("self", "selves")
_LIMITING = word_set("limited limits confined confines restricted restricts contented contents")
_NOUNS = word_set(
    "reports estimates forecasts hopes fears notes demands promises pledges claims records worries guesses comments remarks "
    "states disputes suspects signals details protests doubts answers replies complains counts calculates boasts predicts shows"
)
"""Verbs in -s that may be plural nouns: "media reports", "title hopes", "police suspects"."""
_GROWING = word_set("grow mount persist linger abound swirl deepen multiply")  # what doubts and hopes do
_MAY_BE_NOUNS = _NOUNS | word_set(
    "show intimate report claim comment remark promise pledge hope fear demand estimate forecast vow threat volunteer protest cry call"
)
_DESCRIBING = word_set(
    "together recent past previous similar same early late earlier later latest many various numerous inflammatory incendiary anti-immigrant familiar by-now-familiar "
    "passionate positive negative offensive divisive racist sexist commercial controversial empty vague false bigger smaller larger big small great large closing opening "
    "far-flung swing battleground key coastal neighboring neighbouring southern northern eastern western border island subtle own several strong new"
)
"""Adjectives behind which such a noun stands: "his recent remarks", "far-flung states"."""
_DESCRIBING_ENDS = ("ous", "ful", "ible", "ical", "ional")
_HOSTING = frozenset({"host", "hosts", "hosted"})
_LONGEST_SHOW, _LONGEST_DESCRIBED = 6, 14
_BROADCAST = word_set("television tv radio talk reality morning quiz news cable late-night")
"""What a show is named by."""
_NOT = frozenset({"not", "cannot", "can't", "couldn't", "never"})
_SHOWING = word_set(
    "suggest say show indicate include put point describe mention contain imply reveal differ vary range total remain seem "
    "appear mean worth"
)
"""What may stand behind a plural noun and is no object of a verb."""
_PARTICIPLES = word_set(
    "lost left kept held spent sold paid met built bought put set cut hit hurt made sent won read shot cost"
)
_AFTER_VERB = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | times.TIME_ADVERBS | lexicon.SUBJECT_PRONOUNS
    | word_set("up down out away back him them us how why") | set(".,;")
)  # fmt: skip
_RELATED, _LONGEST_RELATED = word_set("related relating"), 7
_JOINTS = word_set("but yet while though although whereas even as because since when")
_PLURALS = frozenset({"claims", "reports", "estimates", "complaints"})


def quotes_other_source(tokens: list[Token], at: int) -> bool:
    """Whether somebody else's words are quoted here: "quoted an official as saying S", but not "was quoted as saying"."""
    return (
        tokens[at].lower in {"quoted", "quotes", "cited", "cites"}
        and word_at(tokens, at - 1) not in lexicon.BE
        and word_at(tokens, at + 1) != "by"  # "was later quoted by"
    )


def find_quoting_start(tokens: list[Token], at: int) -> int:
    """Where the verb begins in "was quoted by Interfax as saying", "is heard saying" and "limited herself to saying"; `at` for any other "saying"."""
    if tokens[at].lower not in {"saying", "telling"}:
        return at
    joint = at - 1
    seen = joint - 2 * (word_at(tokens, joint - 1) == "on")  # "caught on tape saying"
    if word_at(tokens, seen) in _SEEN:
        return seen if word_at(tokens, seen - 1) in lexicon.BE else at
    if word_at(tokens, joint) not in {"as", "to"}:
        return at
    if tokens[joint].lower == "to":
        limits = word_at(tokens, joint - 1).endswith(_SELF) and word_at(tokens, joint - 2) in _LIMITING
        return joint - 2 if limits else at
    window = range(joint - 1, max(0, joint - _LONGEST_PAPER), -1)
    verb = next((i for i in window if tokens[i].lower in {"quoted", "cited"}), 0)
    by = verb + 1 == joint or word_at(tokens, verb + 1) == "by"
    return verb if verb and by and word_at(tokens, verb - 1) in lexicon.BE else at


def _belongs_to_noun(tokens: list[Token], at: int, word: str, following: str) -> bool:
    """Whether what looks like a verb is a noun, or tells of one: "claims of fraud", "fraud related to his work"."""
    if word in _RELATED and following == "to":
        return not any(token.lower in {"that", "how"} for token in tokens[at : at + _LONGEST_RELATED])
    return word in _PLURALS and following == "of"


def has_other_sense(tokens: list[Token], at: int) -> bool:
    """Whether the next words make the verb another: "ruled out", "accused of fraud", "a deal said to be worth $4m"."""
    word, following = tokens[at].lower, word_at(tokens, at + 1)
    if _belongs_to_noun(tokens, at, word, following):
        return True
    if following in _OTHERWISE.get(word, ()):
        counts = at + 2 + (word_at(tokens, at + 2) == "to")  # "data showed up to 40 had died"
        return not (word_at(tokens, counts)[:1].isdigit() or word_at(tokens, counts) in lexicon.CARDINALS)
    if word.startswith("object") and following == "to":
        return not any(token.is_quote or token.text == ":" for token in tokens[at:])
    if word == "said":
        return following == "to" and word_at(tokens, at + 2) in {"be", "have"}
    near = tokens[at + 2 : at + _LONGEST_QUOTED] if quotes_other_source(tokens, at) else ()
    says = any(token.lower == "saying" for token in near)
    if says or (word in _NOUNS and (_is_verb(tokens, at + 1) or following in _GROWING)):
        return True  # the official says it; the hopes faded
    if word == "find" and word_at(tokens, at - 1) in _NOT and following != "that":
        return True  # "a state that cannot find its own wells has no business"
    if word == "found" and following == "out":
        return word_at(tokens, at + 2) != "that"
    if (word in _NOUNS and following == "which") or has_no_content(tokens, at):
        return True  # "the pledges which it made"
    if following in times.TIME_ADVERBS and word.endswith("ed"):
        # "a merger announced Monday would turn it into a bank", "a deal announced Monday by the mayor"
        return word_at(tokens, at + 2) in lexicon.AUXILIARY_VERBS or word_at(tokens, at + 2) == "by"
    if word == "found" and (following in _FOUND_SO or _is_found_so(tokens, at + 1)):
        return True
    if word.startswith(("know", "knew")) and (following in lexicon.QUESTION_WORDS or following == "exactly"):
        return True  # "Scientists do not know exactly how it spreads"
    if word in lexicon.THINK and following in lexicon.TOPIC_PREPOSITIONS:
        is_figure = starts_approximation(tokens, at + 1) and word_at(tokens, at + 2) != "a"
        return not is_figure  # "worries about what is not counted"
    if word in {"comments", "remarks"} and following in lexicon.PREPOSITIONS:
        return word_at(tokens, find_content_start(tokens, at)) != "that"  # "his odd comments across the net"
    if word == "shown" or (word in {"reason", "reasons"} and following in {"why", "for"}):
        # "the flaws shown in it"
        return lexicon.HAVE.isdisjoint(token.lower for token in tokens[max(0, at - 3) : at])
    if word == "pledged" and following.startswith("delegate"):
        return True  # "a large pledged delegate lead"
    if word == "states" and following == "that":
        return word_at(tokens, at + 2) in lexicon.AUXILIARY_VERBS  # "victories in states that have moved"
    if word == "posted" and following in _STATIONED:
        return not tokens[at + 2 : at + 3] or not tokens[at + 2].is_capital
    if word in _WRITING and _writes_to_say(tokens, at):
        return True
    return word.startswith("undert") and following != "to"  # "undertook a review"


def _is_found_so(tokens: list[Token], at: int) -> bool:
    """In "A boat found drifting off Vale held 14 bodies" and "A receipt found in his car is old", where nobody finds anything."""
    if not (word_at(tokens, at) in lexicon.NOUN_PREPOSITIONS or word_at(tokens, at).endswith("ing")):
        return False
    verb = next((i for i in range(at + 1, min(len(tokens), at + _LONGEST_FOUND)) if is_finite(tokens[i])), at)
    return verb > at and all(t.is_word and t.lower not in lexicon.CLAUSE_OPENERS for t in tokens[at:verb])


def _writes_to_say(tokens: list[Token], at: int) -> bool:
    """Whether what somebody writes is told by a verb of its own: "emailed staff to say S"."""
    for i in range(at + 1, min(len(tokens) - 1, at + _LONGEST_QUOTED)):
        if not tokens[i].is_word or tokens[i].lower == "that":
            return False
        if tokens[i].lower == "to" and tokens[i + 1].lower in lexicon.SPEECH_CUES:
            return lexicon.is_base_form(tokens[i + 1].lower) and not tokens[i + 1].is_capital
    return False


def lacks_required_that(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a verb that has an object of its own reports nothing here: "criticised the plan", "recorded 12 deaths"."""
    word = tokens[at].lower
    if (
        word not in _NEED_THAT
        or _opens_that(tokens, at)
        or (word == "foretold" and starts_clause(tokens, at + 1))
    ):
        return False
    return word not in _REMARKING or not _stands_last(tokens, at, group)


def _opens_that(tokens: list[Token], at: int) -> bool:
    """Whether "that" opens a clause behind the verb, or behind when and where: "held that S", "held in 2019 that S"."""
    that = at + 1 if word_at(tokens, at + 1) == "that" else find_content_start(tokens, at)
    begins = word_at(tokens, that + 1) in _OPENS_SUBJECT or starts_clause(tokens, that + 1)
    return word_at(tokens, that) == "that" and begins


def _stands_last(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the verb stands behind what was said: "S, criticised Ann Lee of the union", "S, Ann Lee deplored."."""
    if group == at and (tokens[at - 1].text in COMMA_OR_DASH or tokens[at - 1].is_quote):
        # "Lund, which opened in May, recorded a rise"
        closes_aside = any(
            tokens[i].lower in {"who", "which"} and tokens[i - 1].text == "," for i in range(1, at)
        )
        is_plain = not closes_aside and not word_at(tokens, at + 1).endswith("s")
        return at + 1 < len(tokens) and (tokens[at + 1].is_capital or is_plain)
    named = tokens[group - 1]
    is_body = named.lower in lexicon.SOURCE_NOUNS and word_at(tokens, group - 2) == "the"
    is_named = named.is_capital or named.lower in lexicon.PRONOUNS
    is_named = is_named or (is_body and word_at(tokens, group - 3) == ",")
    return word_at(tokens, at + 1) in {"", ".", ","} and is_named


def is_mere_description(tokens: list[Token], at: int) -> bool:
    """Whether a thing or a manner is described, and nothing that somebody lived through: not so in "described hearing shots", "described how she left"."""
    if not tokens[at].lower.startswith("describ"):
        return False
    following = word_at(tokens, at + 1)
    tells = following in lexicon.PERCEPTION_GERUNDS or (
        following == "how" and is_empty_opener(tokens[at], tokens[at + 1 :])
    )
    return not (tells or is_as_description(tokens, at))


def has_following_clause(tokens: list[Token], at: int) -> bool:
    """Whether the outlet goes on behind what somebody takes a thing for: "described it as the worst, but nobody died"."""
    joints = (i + 1 for i in range(at, len(tokens) - 1) if tokens[i].text in COMMA_OR_DASH)
    return any(
        tokens[i].lower in _JOINTS
        or (tokens[i].lower in lexicon.COORDINATORS and starts_clause(tokens, i + 1))
        for i in joints
    )


def is_as_description(tokens: list[Token], at: int) -> bool:
    """Whether it is told what somebody takes a thing for: "described the fall as the worst since 1974".

    Not so in "described as", "described by some as", "described a fight as they struggled", and what is quoted is
    somebody's for the quotation.
    """
    if not tokens[at].lower.startswith("describ") or word_at(tokens, at + 1) in {"as", "by", "in"}:
        return False
    if any(token.is_quote for token in tokens) or has_following_clause(tokens, at):
        return False
    window = range(at + 1, min(len(tokens) - 2, at + _LONGEST_DESCRIBED))
    end = next(
        (i for i in window if not tokens[i].is_word or tokens[i].lower == "as" or is_finite(tokens[i])), at
    )
    return word_at(tokens, end) == "as" and word_at(tokens, end + 1) not in lexicon.SUBJECT_PRONOUNS


def follows_adjective(tokens: list[Token], at: int) -> bool:
    """Whether an adjective makes a noun of the word behind it: "his recent remarks", "many swing states", "a radio show"."""
    before = tokens[at - 1]
    if tokens[at].lower not in _MAY_BE_NOUNS or at == 0:
        return False
    if before.is_capital:  # "who hosts an Orava FM show"
        window = {token.lower for token in tokens[max(0, at - _LONGEST_SHOW) : at - 1]}
        is_paper = tokens[at].lower == "report" and word_at(tokens, at - 2) == "the"
        # "experts who read the Moor report"
        is_paper = is_paper and not before.lower.endswith("s") and word_at(tokens, at + 1) != "that"
        return is_paper or (tokens[at].lower == "show" and not _HOSTING.isdisjoint(window))
    word = before.lower
    if word in _DESCRIBING or word_at(tokens, at - 2) in {"more", "most"}:
        return word_at(tokens, at - 2) not in {"the", "who"} or word_at(tokens, at + 1) not in {"that", ":"}
    if word in _BROADCAST:
        return tokens[at].lower.startswith("show")
    return word.endswith(_DESCRIBING_ENDS) and word not in {"professional", "radical", "cleric"}


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands here whose subject ends before it: "faded after", "suffered a blow", but not "increased costs"."""
    word, following = word_at(tokens, at), word_at(tokens, at + 1)
    if word in _SHOWING:
        return True
    is_open = (
        following in _AFTER_VERB or following[:1].isdigit() or following[:1] in CURRENCIES or not following
    )
    if at < len(tokens) and may_be_past(tokens[at]):
        return is_open
    return word in lexicon.FINITE and (word not in _PARTICIPLES or is_open)
