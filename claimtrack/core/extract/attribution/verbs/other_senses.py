"""Whether the words around a reporting verb give it another sense: "ruled out", "found out", "said to be"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.verbs.uses import has_no_content
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    CURRENCIES,
    starts_approximation,
    starts_clause,
)
from claimtrack.core.extract.words.finding import contains_word, find_word_back, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_OTHER_SENSES = {
    "said": {"than"}, "counter": {"to"}, "ruled": {"out"}, "accused": {"of", "for"}, "blamed": {"of", "for"}, "charged": {"with", "over"},
    "reported": words_of("missing dead stolen lost injured ill"), "showed": {"up"}, "shows": {"up"}, "posted": {"what"}, "threatened": {"by"},
    "caution": {"by", "over", "among", "about"}, "told": {"to"}, "disputes": words_of("with over between among about in within"),
    "claims": {"against", "for"}, "fears": {"of", "over", "about"}, "hopes": {"of", "for"}, "doubts": {"about", "over"},
    "demands": {"for", "of", "from"}, "pledges": {"of", "from"}, "estimates": {"of", "from", "for"},
}  # fmt: skip
"""Verb -> next words that change its sense: "runs counter to a survey", "ruled out", "two airlines accused of fraud", "a man reported missing", "were warned and told to go"."""
_SAYING_WINDOW = 10  # tokens from the verb to "as saying" or "to say"
_OUTLET_WINDOW = 14  # tokens from "quoted" to "as": "quoted by the Vale Daily News as saying"
_FOUND_WINDOW = 8  # tokens from the participle "found" to the verb of its subject
_REMARK_VERBS = words_of(
    "denounces denounced criticises criticised criticizes criticized deplores deplored regrets regretted "
    "bemoans bemoaned highlights highlighted pleads pleaded specifies specified stipulates stipulated "
    "recorded counted projects projected charges charging charged discovered documented ascertains "
    "ascertained verifies verified rebuts rebutted elaborates elaborated confides confided confide judged "
    "flagged foretold foretells forecast reflects reflected summarises summarised summarizes summarized "
    "relayed restates restated granted object objects objected texted messaged counselled ponder ponders "
    "pondered submit submits submitted protest protests protested"
)
"""Verbs with an object of their own ("criticised the plan") that report only with "that" or after their content."""
_NEED_THAT = _REMARK_VERBS | words_of(
    "record records held holds advise advises advised advising laid lays provides defend defends defended "
    "radioed cabled guaranteed guarantees guarantee decree decrees stipulate specify stipulating specifying "
    "denounce criticise criticize deplore regret bemoan highlight plead denouncing pleading criticising "
    "criticizing deploring regretting bemoaning highlighting holding determining discovering documenting "
    "ascertaining verifying rebutting elaborating confiding pondering objecting restating"
)
_SUBJECT_OPENERS = (lexicon.DETERMINERS | lexicon.THIRD_PERSON) - {"that", "this"}
_POSTED_AT = words_of("at in outside inside near along")
"""Prepositions of place after "posted" that show nothing was written: "a guard posted at the gate"."""
_RECORDING_PARTICIPLES = words_of("seen heard filmed recorded caught shown taped")
_WRITING = words_of("wrote writes written emailed e-mailed posted tweeted texted messaged")
_FOUND_STATES = words_of("guilty liable dead alive unconscious adrift wanting")
_REFLEXIVE_ENDINGS = ("self", "selves")
_LIMITING_VERBS = words_of("limited limits confined confines restricted restricts contented contents")
_MAY_BE_PLURAL_NOUNS = words_of(
    "reports estimates forecasts hopes fears notes demands promises pledges claims records worries guesses "
    "comments remarks states disputes suspects signals details protests doubts answers replies complains "
    "counts calculates boasts predicts shows"
)
"""Verbs in -s that may be plural nouns: "media reports", "title hopes", "police suspects"."""
_NOUN_PREDICATES = words_of("grow mount persist linger abound swirl deepen multiply")
"""Of "doubts" and "hopes"."""
_MAY_BE_NOUNS = _MAY_BE_PLURAL_NOUNS | words_of(
    "show intimate report claim comment remark promise pledge hope fear demand estimate forecast vow threat "
    "volunteer protest cry call"
)
_ADJECTIVES = words_of(
    "together recent past previous similar same early late earlier later latest many various numerous "
    "inflammatory incendiary anti-immigrant familiar by-now-familiar passionate positive negative offensive "
    "divisive racist sexist commercial controversial empty vague false bigger smaller larger big small great "
    "large closing opening far-flung swing battleground key coastal neighboring neighbouring southern "
    "northern eastern western border island subtle own several strong new"
)
"""Adjectives after which such a form is a noun: "his recent remarks", "far-flung states"."""
_ADJECTIVE_ENDINGS = ("ous", "ful", "ible", "ical", "ional")
_HOSTING = words_of("host hosts hosted")
_SHOW_WINDOW = 6  # tokens from "hosts" to "show"
_BROADCAST_WORDS = words_of("television tv radio talk reality morning quiz news cable late-night")
"""Words that make "show" a noun: "a radio show"."""
_NEGATED_AUXILIARIES = words_of("not cannot can't couldn't never")
_VERBS_AFTER_PLURAL = words_of(
    "suggest say show indicate include put point describe mention contain imply reveal differ vary range "
    "total remain seem appear mean worth"
)
"""Verbs after a plural noun, which cannot be the object of a verb there."""
_PAST_OR_PARTICIPLE = words_of(
    "lost left kept held spent sold paid met built bought put set cut hit hurt made sent won read shot cost"
)
_AFTER_VERB = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | times.TIME_ADVERBS | lexicon.SUBJECT_PRONOUNS
    | words_of("up down out away back him them us how why") | set(".,;")
)  # fmt: skip
_RELATED_WORDS = words_of("related relating")
_RELATED_WINDOW = 7  # tokens from such a word to "that" or "how"
_PLURAL_CLAIM_NOUNS = words_of("claims reports estimates complaints")


def quotes_other_source(tokens: list[Token], at: int) -> bool:
    """Whether somebody else's words are quoted: "quoted an official as saying S", but not "was quoted as saying"."""
    return (
        tokens[at].lower in {"quoted", "quotes", "cited", "cites"}
        and word_at(tokens, at - 1) not in lexicon.BE
        and word_at(tokens, at + 1) != "by"  # "was later quoted by"
    )


def find_quoting_start(tokens: list[Token], at: int) -> int:
    """The index where the verb begins in "was quoted by Interfax as saying", "is heard saying" and "limited herself to saying"; `at` for any other "saying"."""
    if tokens[at].lower not in {"saying", "telling"}:
        return at
    joint = at - 1
    recorded = joint - 2 * (word_at(tokens, joint - 1) == "on")  # "caught on tape saying"
    if word_at(tokens, recorded) in _RECORDING_PARTICIPLES:
        return recorded if word_at(tokens, recorded - 1) in lexicon.BE else at
    if word_at(tokens, joint) not in {"as", "to"}:
        return at
    if tokens[joint].lower == "to":
        is_limiting = (
            word_at(tokens, joint - 1).endswith(_REFLEXIVE_ENDINGS)
            and word_at(tokens, joint - 2) in _LIMITING_VERBS
        )
        return joint - 2 if is_limiting else at
    verb = find_word_back(tokens, {"quoted", "cited"}, joint - 1, max(0, joint - _OUTLET_WINDOW))
    by = verb + 1 == joint or word_at(tokens, verb + 1) == "by"
    return verb if verb and by and word_at(tokens, verb - 1) in lexicon.BE else at


def _is_noun_use(tokens: list[Token], at: int, word: str, following: str) -> bool:
    """Whether what looks like a verb is a noun or modifies one: "claims of fraud", "fraud related to his work"."""
    if word in _RELATED_WORDS and following == "to":
        return not contains_word(tokens[at : at + _RELATED_WINDOW], {"that", "how"})
    return word in _PLURAL_CLAIM_NOUNS and following == "of"


def has_other_sense(tokens: list[Token], at: int) -> bool:
    """Whether the next words give the verb another sense: "ruled out", "accused of fraud", "a deal said to be worth $4m"."""
    word, following = tokens[at].lower, word_at(tokens, at + 1)
    if _is_noun_use(tokens, at, word, following):
        return True
    if following in _OTHER_SENSES.get(word, ()):
        number = at + 2 + (word_at(tokens, at + 2) == "to")  # "data showed up to 40 had died"
        return not (word_at(tokens, number)[:1].isdigit() or word_at(tokens, number) in lexicon.CARDINALS)
    if word.startswith("object") and following == "to":
        return not any(token.is_quote or token.text == ":" for token in tokens[at:])
    if word == "said":
        return following == "to" and word_at(tokens, at + 2) in {"be", "have"}
    if quotes_other_source(tokens, at) and contains_word(tokens[at + 2 : at + _SAYING_WINDOW], "saying"):
        return True  # "quoted an official as saying S": the official speaks
    if word in _MAY_BE_PLURAL_NOUNS and (
        following in _NOUN_PREDICATES or following == "which" or _is_predicate_of_noun(tokens, at + 1)
    ):
        return True  # "the hopes faded", "the pledges which it made"
    if has_no_content(tokens, at):
        return True
    if following in times.TIME_ADVERBS and word.endswith("ed"):
        # "a merger announced Monday would turn it into a bank", "a deal announced Monday by the mayor"
        return word_at(tokens, at + 2) in lexicon.AUXILIARY_VERBS or word_at(tokens, at + 2) == "by"
    return _has_idiomatic_sense(tokens, at, word, following)


def _has_idiomatic_sense(tokens: list[Token], at: int, word: str, following: str) -> bool:
    """Whether a construction that only this verb has gives it another sense: "found out", "posted at the gate", "undertook a review"."""
    if word == "find":  # "a state that cannot find its own wells has no business"
        return word_at(tokens, at - 1) in _NEGATED_AUXILIARIES and following != "that"
    if word == "found":
        if following == "out":
            return word_at(tokens, at + 2) != "that"
        return following in _FOUND_STATES or _is_found_participle(tokens, at + 1)
    if word.startswith(("know", "knew")) and (following in lexicon.QUESTION_WORDS or following == "exactly"):
        return True  # "Scientists do not know exactly how it spreads"
    if word in lexicon.THINK and following in lexicon.TOPIC_PREPOSITIONS:
        is_number = starts_approximation(tokens, at + 1) and word_at(tokens, at + 2) != "a"
        return not is_number  # "worries about what is not counted"
    if word in {"comments", "remarks"} and following in lexicon.PREPOSITIONS:
        return word_at(tokens, find_content_start(tokens, at)) != "that"  # "his odd comments across the net"
    if word == "shown" or (word in {"reason", "reasons"} and following in {"why", "for"}):
        # "the flaws shown in it"
        return lexicon.HAVE.isdisjoint(token.lower for token in tokens[max(0, at - 3) : at])
    if word == "pledged" and following.startswith("delegate"):
        return True  # "a large pledged delegate lead"
    if word == "states" and following == "that":
        return word_at(tokens, at + 2) in lexicon.AUXILIARY_VERBS  # "victories in states that have moved"
    if word == "posted" and following in _POSTED_AT:
        return not tokens[at + 2 : at + 3] or not tokens[at + 2].is_capital
    if word in _WRITING and _writes_to_say(tokens, at):
        return True
    return word.startswith("undert") and following != "to"  # "undertook a review"


def _is_found_participle(tokens: list[Token], at: int) -> bool:
    """Whether "found" is a participle that modifies the subject: "A boat found drifting off Vale held 14 bodies", "A receipt found in his car is old"."""
    if not (word_at(tokens, at) in lexicon.NOUN_PREPOSITIONS or word_at(tokens, at).endswith("ing")):
        return False
    verb = next((i for i in range(at + 1, min(len(tokens), at + _FOUND_WINDOW)) if is_finite(tokens[i])), at)
    return verb > at and all(t.is_word and t.lower not in lexicon.CLAUSE_OPENERS for t in tokens[at:verb])


def _writes_to_say(tokens: list[Token], at: int) -> bool:
    """Whether an infinitive of saying follows the verb of writing, and reports in its place: "emailed staff to say S"."""
    for i in range(at + 1, min(len(tokens) - 1, at + _SAYING_WINDOW)):
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
        or _opens_that_clause(tokens, at)
        or (word == "foretold" and starts_clause(tokens, at + 1))
    ):
        return False
    return word not in _REMARK_VERBS or not _follows_content(tokens, at, group)


def _opens_that_clause(tokens: list[Token], at: int) -> bool:
    """Whether a that-clause follows the verb, or its time and place: "held that S", "held in 2019 that S"."""
    that = at + 1 if word_at(tokens, at + 1) == "that" else find_content_start(tokens, at)
    is_clause = word_at(tokens, that + 1) in _SUBJECT_OPENERS or starts_clause(tokens, that + 1)
    return word_at(tokens, that) == "that" and is_clause


def _follows_content(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the verb follows its content: "S, criticised Ann Lee of the union", "S, Ann Lee deplored."."""
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


def follows_adjective(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes this one a noun: "his recent remarks", "many swing states", "a radio show"."""
    before = tokens[at - 1]
    if tokens[at].lower not in _MAY_BE_NOUNS or at == 0:
        return False
    if before.is_capital:  # "who hosts an Orava FM show"
        window = {token.lower for token in tokens[max(0, at - _SHOW_WINDOW) : at - 1]}
        is_paper = tokens[at].lower == "report" and word_at(tokens, at - 2) == "the"
        # "experts who read the Moor report"
        is_paper = is_paper and not before.lower.endswith("s") and word_at(tokens, at + 1) != "that"
        return is_paper or (tokens[at].lower == "show" and not _HOSTING.isdisjoint(window))
    word = before.lower
    if word in _ADJECTIVES or word_at(tokens, at - 2) in {"more", "most"}:
        return word_at(tokens, at - 2) not in {"the", "who"} or word_at(tokens, at + 1) not in {"that", ":"}
    if word in _BROADCAST_WORDS:
        return tokens[at].lower.startswith("show")
    return word.endswith(_ADJECTIVE_ENDINGS) and word not in {"professional", "radical", "cleric"}


def _is_predicate_of_noun(tokens: list[Token], at: int) -> bool:
    """Whether a verb occurs here whose subject ends before it: "faded after", "suffered a blow", but not "increased costs"."""
    word, following = word_at(tokens, at), word_at(tokens, at + 1)
    if word in _VERBS_AFTER_PLURAL:
        return True
    is_open = (
        following in _AFTER_VERB or following[:1].isdigit() or following[:1] in CURRENCIES or not following
    )
    if at < len(tokens) and may_be_past(tokens[at]):
        return is_open
    return word in lexicon.FINITE and (word not in _PAST_OR_PARTICIPLE or is_open)
