"""Where a second speaker has a clause in the sentence: "; Liberal MP Ann Lee called it a tax"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.trimming import is_that_subject
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.attribution.verbs.objects import is_bare_number
from claimtrack.core.extract.attribution.verbs.uses import gives_estimate_or_cause
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import DASHES, WH_RELATIVES, is_predicate, starts_clause
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, replace_mark, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import has_past_ending, is_finite

_SPEECH_OR_ACTION = lexicon.SPEECH_OR_ACTION - lexicon.VERB_PARTICLES.keys()
_VERB_WINDOW = 14  # tokens from the start of a clause to its verb
_ZERO_THAT_VERBS = lexicon.ZERO_THAT_VERBS | {"told", "say"}
_ARGUING_VERBS = words_of("argue insist warn maintain contend contends contended show shows showed")
_CLAUSE_TAKING = words_of(
    "indicated indicates suggested suggests confirmed confirms alleged alleges estimated estimates countered "
    "counters found finds concluded concludes"
)
"""Verbs that report only before a clause: "and officials confirmed that S", "and sources indicated S"."""
_COUNTING_VERBS = words_of("reported reports counted counts recorded records")
"""Verbs whose bare object is a finding: "while the clinic reported 19 cases"."""
_CONTRASTING_VERBS = (
    _ZERO_THAT_VERBS | _ARGUING_VERBS | _COUNTING_VERBS | _CLAUSE_TAKING | lexicon.PUTS | {"called", "calls"}
)
_DOUBTING_VERBS = lexicon.SPEAKER_ACTIONS | {"questioned", "disputed", "challenged", "opposed"}
_AGREEING_VERBS = _ZERO_THAT_VERBS | _CLAUSE_TAKING | {"replied", "responded", "retorted"}
_ARTICLES = words_of("the a an its one")
_NOT_REPLIERS = lexicon.NEW_CLAUSE_OPENERS | lexicon.RELATIVES | lexicon.FLOATING_QUANTIFIERS
_JOINT_WORDS = words_of("that and or but")
_PRESENT, _PAST, _SHIFTED = range(3)  # tenses: "says", "said", "had said"
_BACKSHIFTED = words_of("had would could might should")
_PRESENT_AUXILIARIES = words_of(
    "is are has have will can may must do does isn't aren't hasn't haven't don't doesn't"
)
_NOT_OBJECT = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES | lexicon.RELATIVES
CONTRAST_CONJUNCTIONS = words_of("but yet while whereas")
_RIVAL_WINDOW = 5  # tokens from the conjunction to a rival's verb
_RIVAL_NOUNS = nouns.BODIES | nouns.BODY_NAME_WORDS | nouns.SPEAKERS
_RIVAL_VERBS = words_of(
    "spoke speaks put puts gave gives counted counts denied denies called calls blamed blames accused accuses"
)
_OPPOSING_VERBS = words_of(
    "call+s+ed deny+s+ed condemn+s+ed dispute+s+ed denounce+s+ed dismiss+s+ed deplore+s+ed decry+s+ed"
)
_DISMISSING_VERBS = words_of("dismiss dismisses dismissed")
_WANTING_VERBS = words_of(
    "want wants wanted urge urges urged demand demands demanded oppose opposes opposed reject rejects rejected"
)
_LABELLED = words_of("it them him her that this")
_DENIED_OBJECTS = lexicon.STATEMENT_NOUNS | lexicon.ANAPHORIC_PRONOUNS
_HOLDER_WINDOW = 8  # tokens from the conjunction to the verb of another's stance
_DENIED_WINDOW = 3  # tokens from that verb to its object
_NOT_OTHERS = lexicon.PRONOUNS | lexicon.RELATIVES
_ASIDE_WINDOW = 16  # tokens
_REPLY_VERBS = lexicon.SAY | lexicon.ZERO_THAT_VERBS


def has_own_speaker(tokens: list[Token], at: int) -> bool:
    """Whether the clause after a semicolon has its own speaker: "; Liberal MP Ann Lee called it a tax"."""
    verb = find_word(tokens, _SPEECH_OR_ACTION, at + 1)
    subject = find_subject_before(tokens, verb, at) if verb else None
    named = tokens[slice(*subject)] if subject else []
    # "engineers at the plant, who were there, said"
    named = named[: next((i for i, token in enumerate(named) if token.text == ","), len(named))]
    is_near = subject is not None and not any(map(is_finite, named))
    return is_near and tokens[at].lower not in lexicon.NEW_CLAUSE_OPENERS


def is_outlet_clause(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the clause after a semicolon is the outlet's, since its tense differs from the content that begins at `start`.

    In "Doe said it had lost money; it would close" and "said it was old; nobody lived there" the speaker continues.
    """
    joins = tokens[at].lower in _JOINT_WORDS and not is_that_subject(tokens, at)
    if joins or not is_statement(tokens, at, len(tokens)):
        return False
    if contains_word((*tokens[start : at - 1], *tokens[at:]), {":", ";"}):
        return False
    tense = _find_tense(tokens, at, len(tokens))
    if tokens[at].lower in lexicon.HE_SHE and tense == _PAST:
        return False  # "said nobody had asked her; she was in Vale"
    return tense != _SHIFTED and (tense == _PRESENT or tense != _find_tense(tokens, start, at - 1))


def _find_tense(tokens: list[Token], start: int, end: int) -> int:
    """The tense of the first verb that shows it; the present if none does."""
    for i in range(start + 1, end):
        word = tokens[i].lower
        if word in _BACKSHIFTED:
            return _SHIFTED
        if word in _PRESENT_AUXILIARIES or _may_be_present(tokens, i):
            return _PRESENT
        if is_finite(tokens[i]) or (is_predicate(tokens, i) and has_past_ending(word)):
            return _PRESENT if word.endswith("s") and word != "was" else _PAST
    return _PRESENT


def _may_be_present(tokens: list[Token], at: int) -> bool:
    """Whether an unlisted verb in the present may occur here: "the figure excludes boats"."""
    following = word_at(tokens, at + 1)
    is_noun = tokens[at - 1].lower.endswith("s") or tokens[at - 1].lower in lexicon.BEFORE_NOUN
    may_be = tokens[at].lower.endswith("s") and not (
        is_noun or is_finite(tokens[at]) or tokens[at].is_capital
    )
    is_object = following.isalpha() and following not in _NOT_OBJECT
    return may_be and is_object and following not in lexicon.FINITE


def _starts_count(tokens: list[Token], at: int) -> bool:
    """Whether a number of things is given here: "19 cases of typhoid"."""
    return word_at(tokens, at)[:1].isdigit() and word_at(tokens, at + 1).isalpha()


def starts_another_report(tokens: list[Token], at: int) -> bool:
    """Whether another speaker has a clause after "and": ", and Jane Doe said on Monday that S"."""
    window = range(at + 1, min(len(tokens), at + _VERB_WINDOW))
    against = tokens[at - 1].lower in CONTRAST_CONJUNCTIONS
    verbs = _CONTRASTING_VERBS if against else _AGREEING_VERBS
    verb = next((i for i in window if tokens[i].lower in verbs or (against and _has_doubted(tokens, i))), 0)
    subject = find_subject_before(tokens, _find_perfect_start(tokens, verb, at), at) if verb else None
    if subject is None or subject[0] != at or tokens[at].lower in _NOT_OTHERS:
        return False
    named = tokens[slice(*subject)]
    is_name = any(t.is_capital or t.lower in lexicon.SOURCE_NOUNS for t in named)
    is_name = is_name or (against and tokens[at].lower == "the" and len(named) > 1)
    is_name = is_name and not any(is_finite(t) or t.lower in lexicon.RELATIVES for t in named)
    if tokens[verb].lower not in verbs:
        return is_name
    start = find_content_start(tokens, verb)
    # "the bank and an auditor who said S", "the bank and a school the residents said was hit"
    is_relative = tokens[verb - 1].lower == "who" or (start < len(tokens) and is_finite(tokens[start]))
    if is_relative and not against:
        return False
    if tokens[verb].lower in _COUNTING_VERBS and _starts_count(tokens, start):
        return is_name
    is_clause = tokens[verb].lower not in _CLAUSE_TAKING or starts_clause(tokens, start)
    return (
        is_name and is_clause and (is_statement(tokens, start, len(tokens)) or is_bare_number(tokens, start))
    )


def _find_perfect_start(tokens: list[Token], verb: int, floor: int) -> int:
    """The start of a verb group in the perfect: "has since said"; else `verb`. What somebody should say is not said."""
    start = find_group_start(tokens, verb, floor)
    return start if tokens[start].lower in {"has", "have"} else verb


def _has_doubted(tokens: list[Token], at: int) -> bool:
    """Whether "have questioned it" occurs here: in reported speech it would be "had"."""
    return tokens[at].lower in _DOUBTING_VERBS and tokens[at - 1].lower in {"has", "have"}


def is_reply(tokens: list[Token], start: int, verb: int) -> bool:
    """Whether another source makes a statement from `start` on: "aid workers say 20,000", "Kyiv denied it"; not "an aide said on Monday"."""
    subject = find_subject_before(tokens, _find_perfect_start(tokens, verb, start), start)
    if subject is None or not start <= subject[0] <= start + 1 or tokens[start].lower in _NOT_REPLIERS:
        return False
    if _is_joint_in_subject(tokens, start - 1, verb):
        return False
    named = _without_apposition_comma(tokens[start : subject[1]])
    close = subject[1] + (len(named) < subject[1] - start)
    # "the small, family-run firm", "nurses, cooks and porters"
    if subject == (start, find_group_start(tokens, verb, start)):
        named = [token for token in named if token.text != ","]
    if any(not t.is_word or t.lower in lexicon.RELATIVES for t in tokens[close:verb]):
        return False  # "an aide, who said S"
    return _can_reply(named, tokens[verb].lower) and _starts_reply_content(tokens, start, verb, named)


def _can_reply(named: list[Token], verb: str) -> bool:
    """Whether a noun phrase can be the subject of a reply with this verb: "aid workers say", "the operator puts"."""
    if not named or named[0].lower.endswith("ing"):
        return False
    if any(not t.is_word or is_finite(t) or t.lower in lexicon.RELATIVES for t in named):
        return False
    is_noun = named[0].lower in _ARTICLES and (verb in _REPLY_VERBS or verb in lexicon.PUTS)
    return is_noun or is_speaker(named)


def _starts_reply_content(tokens: list[Token], start: int, verb: int, named: list[Token]) -> bool:
    """Whether a clause, a number or an object that refers back follows the verb of a reply: "say 20,000", "denied it"."""
    content = find_content_start(tokens, verb)
    if content >= len(tokens) or tokens[verb + 1].text == ",":
        return False
    if tokens[verb].lower in lexicon.PUTS:
        return gives_estimate_or_cause(tokens, verb)
    if tokens[verb].lower in lexicon.REJECTION_VERBS:
        return tokens[content].lower in lexicon.ANAPHORIC_PRONOUNS
    is_finding = tokens[verb].lower in lexicon.SHOW and contains_word(named, nouns.DOCUMENTS)
    if is_finding and word_at(tokens, start - 1) in lexicon.CONCESSIVES:
        return any(t.text[0].isdigit() for t in tokens[content:])  # "although figures show a rise of 3%"
    return is_bare_number(tokens, content) or starts_clause(tokens, content)


def _is_joint_in_subject(tokens: list[Token], joint: int, verb: int) -> bool:
    """Whether "and" or a comma is part of the subject: "while doctors, nurses and porters said"."""
    if tokens[joint].lower not in {"and", ","}:
        return False
    subject = find_subject_before(tokens, find_group_start(tokens, verb, 0), 0)
    return subject is not None and subject[0] < joint < subject[1]


def find_preverbal_aside(tokens: list[Token], verb: int) -> tuple[int, int]:
    """The range, with its commas, of an aside between subject and verb: "two nurses, who were there, said"; an empty range at the verb if there is none."""
    close = find_group_start(tokens, verb, 0) - 1
    if word_at(tokens, close) != ",":
        return verb, verb
    window = range(close - 2, max(0, close - _ASIDE_WINDOW), -1)
    comma = next((i for i in window if tokens[i].text == "," and _opens_aside(tokens[i + 1])), 0)
    return (comma, close + 1) if comma else (verb, verb)


def _opens_aside(token: Token) -> bool:
    """Whether the token opens an aside on the noun before: "who", "citing"."""
    return token.lower in WH_RELATIVES or (token.lower.endswith("ing") and not token.is_capital)


def _without_apposition_comma(named: list[Token]) -> list[Token]:
    """The words without the comma before an apposed name: "his inspector, Ann Lee"."""
    comma = next((i for i, token in enumerate(named) if token.text == ","), 0)
    name = named[comma + 1 :] if comma else []
    return [*named[:comma], *name] if name and all(token.is_capital for token in name) else named


def starts_rival_account(tokens: list[Token], at: int) -> bool:
    """Whether somebody else's account begins here: "S, Kyiv said, while Moscow spoke of 12"."""
    verb = find_word(tokens, _RIVAL_VERBS, at + 1, at + _RIVAL_WINDOW)
    named = tokens[at:verb]
    is_named = all(token.is_capital for token in named) or (
        tokens[at].lower == "the" and named[-1:] != [] and named[-1].lower in _RIVAL_NOUNS
    )
    return verb > 0 and (is_named or named[-1].text.isupper())  # "the UN"


def find_other_stance_holder(tokens: list[Token], at: int) -> TokenRange | None:
    """Who else expresses a stance, if the clause begins here: ", while Moscow calls it a lie", ", but his aide denied that"; else None.

    Reported actions precede the report: "said she was at work while Lund had denied it". After ", while" anything may be rejected or
    wanted: ", while the union condemned the vote".
    """
    verbs = _OPPOSING_VERBS | _WANTING_VERBS
    is_contrastive = tokens[at - 1].lower in lexicon.CONTRASTIVE_SUBORDINATORS and tokens[at - 2].text == ","
    is_contrastive = is_contrastive and not contains_word(tokens[:at], verbs)
    verbs = verbs - _DISMISSING_VERBS if is_contrastive else _OPPOSING_VERBS
    verb = find_word(tokens, verbs, at + 1, min(len(tokens) - 1, at + _HOLDER_WINDOW))
    subject = find_subject_before(tokens, verb, at) if verb else None
    named = tokens[at:verb]
    if subject is None or subject != (at, verb) or tokens[at].lower in _NOT_OTHERS:
        return None
    requests = word_at(tokens, verb + 1) in lexicon.REQUEST_PREPOSITIONS.get(tokens[verb].lower, ())
    is_labelling = tokens[verb].lower.startswith("call") and not (is_contrastive and requests)
    denied = {token.lower for token in tokens[verb + 1 : verb + 1 + _DENIED_WINDOW]}
    # "but the paper denied those claims", not actions: "but the council dismissed three men"
    is_of_it = (
        word_at(tokens, verb + 1) in _LABELLED
        if is_labelling
        else is_contrastive or not denied.isdisjoint(_DENIED_OBJECTS)
    )
    is_clause = any(not t.is_word or is_finite(t) or t.lower in lexicon.RELATIVES for t in named)
    reports_content = contains_word(tokens[verb:], lexicon.SAY_FORMS)
    return (at, verb) if is_of_it and not (is_clause or reports_content) and is_speaker(named) else None


def replace_single_dash(tokens: list[Token], verbs: frozenset[str]) -> list[Token]:
    """The words of "S, Doe said - but Moor says T" with a comma for the dash; unchanged if the dash opens an aside."""
    dash, *others = [at for at, token in enumerate(tokens) if token.text in DASHES]
    if others or word_at(tokens, dash + 1) not in lexicon.CONTRASTIVES:
        return tokens
    parts = tokens[:dash], tokens[dash:]
    if not all(contains_word(part, verbs) for part in parts):
        return tokens
    return [*tokens[:dash], replace_mark(tokens[dash], ","), *tokens[dash + 1 :]]
