"""What a speaker did besides, told by the verb behind "and" or "but", "said S and rejected the offer"; and clauses that tell that somebody said nothing to the outlet."""

from __future__ import annotations

from claimtrack.core.extract.attribution.verbs.cues import gives_estimate_or_cause
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_quote, starts_clause, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement

_PHRASAL_DEEDS = {
    "ruled": {"out"}, "hit": {"out"}, "lashed": {"out"}, "played": {"down"}, "turned": {"down"}, "stopped": {"short"},
    "brushed": {"aside", "off"}, "shrugged": {"off"}, "waved": {"away", "off"},
}  # fmt: skip
_COURTS = word_set("court bench judge justice tribunal magistrate panel arbitrator coroner")
_RULED = word_set("held ruled found declared decided concluded")
_LONGEST_RULING, _LONGEST_RETORT = 8, 6
_RETORTING = frozenset({"hit", "hits", "fired", "fires", "shot", "shoots", "struck", "fought"})
_ORDERING = word_set(
    "ordered directed imposed sentenced fined awarded granted instructed barred told quashed acquitted jailed convicted upheld remanded gave set"
)
"""What courts do behind what they rule."""
_RULING = _ORDERING - {"told", "gave", "set", "awarded", "granted", "imposed"}
"""What they do behind what they said, too."""
_SENTENCING = word_set("sentenced remanded fined acquitted convicted jailed")
_WHOM = word_set("him her them it")  # in "said he had lied and sentenced him" whoever lied sentenced nobody
_ASCRIBING = word_set("attributed attributes credited credits")
_DISPUTING = word_set("disputed disputes denied denies doubted doubts questioned questions alleged alleges")
_OPENS_DOUBT = lexicon.INDIRECT_QUESTION_WORDS | {"that"}
_ADVISING = word_set("recommended recommends advised advises expressed expresses")
_ALLEGING = word_set("alleged alleges contended contends")
_TALKING = word_set(
    "challenged challenges dared dares invited invites defended defends likened likens compared compares encouraged encourages cited cites ridiculed "
    "pleaded pleads complained complains lamented laments rebuked expressed expresses pointed points voiced voices reiterated reiterates "
    "disputed disputes questioned questions offered offers agreed agrees proposed proposes pressed backed backs predicted predicts"
)
_TALKING_WITH = {
    "pointed": {"to", "at"}, "points": {"to", "at"}, "agreed": {"to"}, "agrees": {"to"}, "pleaded": {"with", "for"},
    "complained": {"of", "about"},
}  # fmt: skip
"""What has to stand behind some of them: "pointed to a report"."""
_DONE_TOO = word_set(
    "invited invites compared compares offered offers agreed agrees questioned questions pressed backed backs proposed"
)
"""What those may have done of whom the words tell: "said they had seized the film, and questioned 14 people"."""
_BIDDING = word_set("directed ordered instructed asked")
"""What may have been done by whomever the words tell of, unless a quotation or a comma closes them."""
_PERFECT = lexicon.HAVE | {"having"}
_NO_ADVICE = lexicon.PREPOSITIONS - {"against"}
_GRANTING = word_set("accept believe think agree deny recognise recognize concede know expect")
_OWNING_UP = word_set("admitted admits acknowledged acknowledges conceded concedes recalled recalls")
"""Verbs before a participle: "but admitted knowing him"."""
_NOT = word_set("not n't didn't doesn't don't")
DISCLOSING_VERBS = word_set("comment say says said elaborate give name confirm discuss answer specify")
_UNTOLD = DISCLOSING_VERBS | word_set("estimate disclose reveal explain identify")
_NAMING = word_set(
    "naming giving saying specifying identifying elaborating explaining providing offering citing"
)
_YIELDING = frozenset({"up", "in", "way", "ground"})
_NO_ANSWER = word_set("no not never declined declines refused refuses yet")
_COMMENTING = frozenset({"comment", "commented", "comments"})
_ANSWERING = word_set("respond responded reply replied answer answered")
_CHECKING = word_set("confirm verify corroborate authenticate confirmed verified corroborated authenticated")
_THIS = lexicon.STATEMENT_NOUNS | {"this", "it", "that", "figures", "reports", "accounts", "footage"}
_LONGEST_OBJECT = 3
_GIVE = word_set("give offer provide cite present produce share supply")
_GIVING = word_set(
    "gave gives offered offers provided provides cited cites presented presents produced produces shared shares supplied supplies"
)
_GROUNDS = word_set(
    "evidence proof details detail explanation specifics examples source sources reason reasons basis"
)
"""What somebody gives or not for what he says."""
_DID = word_set("did does has have")
_LONGEST_GROUNDS = 5


def is_speaker_action(tokens: list[Token], at: int) -> bool:
    """Whether a verb tells what the speaker did besides: "rejected", "played down", "stopped short of"."""
    verb = tokens[at].lower
    following = word_at(tokens, at + 1)
    owns_up = verb in _OWNING_UP and following.endswith("ing") and following not in lexicon.PREPOSITIONS
    return owns_up or verb in lexicon.SPEAKER_ACTIONS or following in _PHRASAL_DEEDS.get(verb, ())


def is_further_action(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the speaker did something besides saying what begins at `start`; the verb of it stands at `at`."""
    if _had_done(tokens, start, at):
        return False
    return (
        is_speaker_action(tokens, at)
        or _rules_besides(tokens, start, at)
        or _judges(tokens, start, at)
        or is_negated_stance(tokens, at)
        or (tokens[at].lower in lexicon.HE_SHE and _goes_on_herself(tokens, start, at))
    )


def _had_done(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb is a second one of what was said: "said she had weighed a toll and rejected it"."""
    start += word_at(tokens, start) == "that"
    had = start + 1 + (word_at(tokens, start + 1) in {"also", "once", "already"})
    is_same = word_at(tokens, start) in lexicon.HE_SHE and word_at(tokens, had) in _PERFECT
    return is_same and word_at(tokens, at + 1) in {"it", "them"} and not _is_closed(tokens, at)


def is_bare_retort(tokens: list[Token], end: int) -> bool:
    """Whether a clause tells but that somebody answered: "Moor hit back", "Moor fired back at the council"."""
    back = next((i for i in range(max(1, end - _LONGEST_RETORT), end) if tokens[i].lower == "back"), 0)
    return back == end - 1 > 0 or (back > 0 and tokens[back - 1].lower in _RETORTING)


def starts_reaction(tokens: list[Token], at: int) -> bool:
    """Whether "she denied that S" or "he did not accept that S" stands here, of whoever spoke before."""
    verb = at + 1
    is_same = word_at(tokens, at) in lexicon.THIRD_PERSON and verb < len(tokens)
    return is_same and (
        tokens[verb].lower in lexicon.SPEAKER_ACTIONS
        or is_negated_stance(tokens, verb)
        or is_speech_act(tokens, verb)
    )


def is_negated_stance(tokens: list[Token], at: int) -> bool:
    """Whether "did not accept that S", "does not believe S" or "did not deny knowing him" stands here."""
    verb = at + 1 + (word_at(tokens, at + 1) == "not")
    is_denied = word_at(tokens, at + 1) == "not" or tokens[at].lower in _NOT
    grants = word_at(tokens, verb) in _GRANTING and word_at(tokens, verb + 1) == "that"
    return is_denied and (grants or word_at(tokens, verb) in {"deny", "dispute", "contest"})


def _goes_on_herself(tokens: list[Token], start: int, pronoun: int) -> bool:
    """Whether "she urged the council to act" follows ", and", and nobody but the speaker can be meant."""
    is_alone = not any(map(_may_be_meant, tokens[start : pronoun - 2])) or has_quote(
        tokens, pronoun, len(tokens)
    )
    is_alone = is_alone and tokens[pronoun - 2].text == ","
    does = (
        is_speaker_action(tokens, pronoun + 1)
        or _judges(tokens, start, pronoun + 1)
        or is_speech_act(tokens, pronoun + 1)
    )
    return is_alone and does and is_statement(tokens, start, pronoun - 2)


def _may_be_meant(token: Token) -> bool:
    """Whether "he" or "she" behind the word may mean it: a name, a person."""
    is_name = token.is_capital and token.lower not in times.TIME_NOUNS
    return is_name or token.lower in lexicon.HE_SHE or token.lower in nouns.PERSONS


def _judges(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb tells what the speaker makes of it: "attributed it to rain", "disputed that S", "recommended closing it"."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb in _ASCRIBING:
        return gives_estimate_or_cause(tokens, at) or any(
            t.lower == "to" for t in tokens[at + 2 : at + _LONGEST_RULING]
        )
    if verb in _ALLEGING:
        return starts_clause(tokens, at + 1) and _is_told(tokens, start, at)
    if verb in _DISPUTING and following in _OPENS_DOUBT:
        return True
    if is_speech_act(tokens, at) and (_is_closed(tokens, at) or tokens[at - 1].lower == "but"):
        return verb not in _DONE_TOO or not any(token.lower in _PERFECT for token in tokens[start : at - 1])
    if verb in {"warned", "warns"} and following in {"of", "against"}:
        return _is_told(tokens, start, at)
    if following in _NO_ADVICE:
        return False
    if verb in _ADVISING:
        return following == "that" or _is_told(tokens, start, at)
    return verb in _BIDDING and _is_closed(tokens, at)


def is_speech_act(tokens: list[Token], at: int) -> bool:
    """Whether the verb tells of another thing that is done by talking: "cited a report", "challenged them to pay"."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb not in _TALKING or following in lexicon.AUXILIARY_VERBS:
        return False
    return following in _TALKING_WITH.get(verb, (following,)) and following not in {"by", "", ".", ","}


def _is_closed(tokens: list[Token], at: int) -> bool:
    return tokens[at - 2].is_quote or tokens[at - 2].text == ","


def _is_told(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb is no second one of what was said, as in "it had met and recommended S"; a quotation or a comma closes that."""
    return _is_closed(tokens, at) or not any(token.lower in _PERFECT for token in tokens[start : at - 1])


def _rules_besides(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a court does something besides: "held that the search was unlawful and ordered the files returned"."""
    if tokens[at].lower not in _ORDERING or not any(t.lower in _COURTS for t in tokens[:start]):
        return False
    ruled = {token.lower for token in tokens[max(0, start - _LONGEST_RULING) : start]}
    is_sentence = tokens[at].lower in _SENTENCING and word_at(tokens, at + 1) in _WHOM
    is_ruling = not _RULED.isdisjoint(ruled) or is_sentence
    is_ruling = is_ruling or (tokens[at].lower in _RULING and _is_told(tokens, start, at))
    return is_ruling and is_statement(tokens, start, at - 1)


def is_no_comment_clause(tokens: list[Token], at: int) -> bool:
    """Whether a clause tells that somebody else said nothing to the outlet: "Kyiv did not comment"."""
    if tokens[at].lower in lexicon.PRONOUNS or tokens[at].lower == "that":
        return False
    end = next(
        (i for i in range(at, len(tokens)) if tokens[i].text in COMMA_OR_DASH or tokens[i].text == ";"),
        len(tokens),
    )
    words = [token.lower for token in tokens[at + 1 : end]]
    no_answer = not _NO_ANSWER.isdisjoint(words) or any(word.endswith("n't") for word in words)
    asked = not _COMMENTING.isdisjoint(words) or (
        tokens[at - 1].text == ";" and not _ANSWERING.isdisjoint(words)
    )
    is_out_of_reach = "not" in words and words[-2:-1] == ["reached"]
    return (no_answer and asked) or is_out_of_reach or _is_unverified(words) or _is_untold(words)


def _is_untold(words: list[str]) -> bool:
    """Whether a clause tells that somebody did not tell how much or whom: "the agency did not estimate how many came"."""
    told = next((i + 1 for i, word in enumerate(words) if word == "not" or word.endswith("n't")), len(words))
    asks = words[told + 1 : told + 2]
    return (
        words[told : told + 1] != []
        and words[told] in _UNTOLD
        and not lexicon.QUESTION_WORDS.isdisjoint(asks)
    )


def _is_unverified(words: list[str]) -> bool:
    """Whether a clause tells that what was said could not be checked: "Radio Vale could not confirm this"."""
    cannot = "unable" in words or "couldn't" in words or ("could" in words and "not" in words)
    is_this = any(word in _THIS for word in words[-_LONGEST_OBJECT:]) or "be" in words
    return cannot and is_this and not _CHECKING.isdisjoint(words)


def declines_to_elaborate(tokens: list[Token], at: int) -> bool:
    """Whether the same speaker leaves something untold: "would not comment", "wouldn't be drawn on it", "declined to say"."""
    if tokens[at - 1].lower != "and" and _gives_none(tokens, at):
        return True
    is_split = word_at(tokens, at + 1) == "not"
    if is_split or tokens[at].lower.endswith("n't"):
        denied = at + 1 + is_split
        told, following = word_at(tokens, denied), word_at(tokens, denied + 1)
        if told in DISCLOSING_VERBS:
            return following not in _YIELDING  # "would not give up"
        if told == "be" and following == "drawn":
            return True
    return tokens[at - 1].lower != "and" and tokens[at].lower in {"declined", "refused"}


def _gives_none(tokens: list[Token], at: int) -> bool:
    """Whether "gave no evidence", "did not provide any proof" or the like stands here."""
    word = tokens[at].lower
    denied = at + 1 + (word_at(tokens, at + 1) == "not") if word.endswith("n't") or word in _DID else at
    gives = word_at(tokens, denied) in (_GIVING if denied == at else _GIVE)
    none = denied > at or word_at(tokens, at + 1) in {"no", "little", "few", "neither"}
    return gives and none and any(t.lower in _GROUNDS for t in tokens[denied + 1 : denied + _LONGEST_GROUNDS])


def starts_declining_clause(tokens: list[Token], at: int) -> bool:
    """The same with what joins it: "but declined to say when", "though he could not say where"."""
    at += word_at(tokens, at) in lexicon.AND_OR_CONTRASTIVES
    at += word_at(tokens, at) in lexicon.PRONOUNS
    return at < len(tokens) and declines_to_elaborate(tokens, at)


def starts_omission(tokens: list[Token], at: int) -> bool:
    """Whether what the speaker left out begins here: "without naming them"."""
    return tokens[at].lower == "without" and word_at(tokens, at + 1) in _NAMING


def starts_no_comment_clause(tokens: list[Token], comma: int) -> bool:
    """Whether ", but Kyiv did not comment" begins at the comma."""
    begins = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in lexicon.AND_OR_CONTRASTIVES
    return begins and comma + 2 < len(tokens) and is_no_comment_clause(tokens, comma + 2)
