"""Where the words that a verb of saying reports end: at the next thing the speaker, or another one, says or does."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.commenting import before_comment, comments
from claimtrack.core.extract.attribution.comments.corrections import belies
from claimtrack.core.extract.attribution.comments.deeds import (
    TELLING,
    acts,
    acts_besides,
    grants_not,
    is_silence,
    leaves_out,
    leaves_untold,
    says_no_more,
    talks,
)
from claimtrack.core.extract.attribution.compound.other_speakers import (
    CONTRASTING,
    another_says,
    another_speaks,
    stands_apart,
    taker,
)
from claimtrack.core.extract.attribution.reported.adjuncts import after_verb, past_particle
from claimtrack.core.extract.attribution.reported.circumstances import before_occasion, tells_occasion
from claimtrack.core.extract.attribution.reported.tails import (
    cites,
    does_after_quote,
    does_besides,
    gives_view,
)
from claimtrack.core.extract.attribution.scope import bears_out
from claimtrack.core.extract.attribution.verbs.cues import past_auxiliaries, reckons
from claimtrack.core.extract.attribution.verbs.unsaid import says_not_only
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    BREAKS,
    CURRENCIES,
    DASHES,
    FEWEST_SAID,
    opens_clause,
    points_back,
    says_something,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_auxiliary

_REPORTING = lexicon.REPORTING_VERBS - lexicon.PARTICLES.keys()
_POSTING = word_set("posted posts wrote writes")  # with a place before what they report: "wrote on X that S"
_RULING = frozenset(word for word in lexicon.STATE if word.endswith("ing"))
_CLAIMING = frozenset({"claiming", "alleging", "warning", "maintaining"})
_JOINTS = frozenset({",", ";", ":", "(", "[", "and", "before"}) | CONTRASTING | lexicon.CONCEDING | DASHES
_LONGEST_NAME = 4
_WHO_SPOKE = lexicon.SPEAKING_PRONOUNS | lexicon.ALL_OF_THEM
_HAVE = frozenset({"has", "have", "hasn't", "haven't"})
_NOT_YET = frozenset({"not", "never", "since", "yet", "also"})
_DEEDS = lexicon.DEEDS | lexicon.FRAME | lexicon.CALLING
_OPENS_FIGURE = CURRENCIES | set("0123456789")


def words_end(tokens: list[Token], start: int) -> int:
    """Where the said words end: the sentence's end, or before ", adding that ..." or "and accused ..."."""
    if (quoted := _before_last_quote(tokens, start) or before_comment(tokens, start)) is not None:
        return quoted
    if closing := _closing_dash(tokens, start):
        return closing
    opens = start + (word_at(tokens, start) in {":", ","})
    fewest = opens + 1 if opens < len(tokens) and tokens[opens].is_quote else start + FEWEST_SAID
    for i in range(fewest, len(tokens) - FEWEST_SAID + 1):
        # 'said it was "old," but he declined to say why': a comma may stand within the marks.
        if tokens[i - 1].is_quote and (continues(tokens, i) or _says_against(tokens, i)):
            return i
        if tokens[i - 1].lower in _JOINTS and (end := _end_at(tokens, start, i)) is not None:
            return end
    return before_occasion(tokens, start)


def _closing_dash(tokens: list[Token], start: int) -> int:
    """The dash that closes an aside in which somebody is reported: "The firm — whose head said S — now has nine"; else 0."""
    before = [token.text for token in tokens[:start] if token.text in DASHES]
    if len(before) != 1 or any(token.is_quote for token in tokens[:start]):
        return 0
    return next((i for i in range(start + FEWEST_SAID, len(tokens) - 1) if tokens[i].text == before[0]), 0)


def _end_at(tokens: list[Token], start: int, at: int) -> int | None:
    """Where the said words end if something new begins at `at`, behind a comma, a semicolon or "and"; else None."""
    joint = tokens[at - 1].lower
    if joint == ";":
        ends = another_speaks(tokens, at) or _speaks_on(tokens, at) or is_silence(tokens, at)
        ends = ends or stands_apart(tokens, start, at) or gapped(tokens, at, start) > 0
        return at - 1 if ends else None
    if joint == ":":
        return at - 1 if bears_out(tokens, at - 1, len(tokens), start) else None
    if joint in {"before", "while"} and (joint == "before" or tokens[at].lower.endswith("ing")):
        return at - 1 if _reports_besides(tokens, at) else None
    if joint in DASHES or joint in {"(", "["}:
        return at - 1 if comments(tokens, at) else None
    if joint in CONTRASTING and tokens[at - 2].text in BREAKS and taker(tokens, at):
        return at - 2
    if gapped(tokens, at, start):
        return at - 2 if joint == "and" and tokens[at - 2].text == "," else at - 1
    if joint == ",":
        if tokens[at].lower.endswith("ing"):
            ends = continues(tokens, at) or does_besides(tokens, at - 1) or cites(tokens, at)
            ends = ends or tells_occasion(tokens, at)
        else:
            ends = gives_view(tokens, at) or leaves_out(tokens, at)
        ends = ends or comments(tokens, at) or (says_not_only(tokens, start) and _speaks_on(tokens, at))
        return at - 1 if ends or _then_reports(tokens, at) or _says_against(tokens, at) else None
    if tokens[at - 2].text in BREAKS and (another_says(tokens, at) or is_silence(tokens, at)):
        return at - 2
    # 'said he was "tired," and his aide confirmed S': the comma stands within the marks
    if (joint in CONTRASTING or tokens[at - 2].is_quote) and another_says(tokens, at):
        return at - 1
    if (joint in CONTRASTING or joint in lexicon.CONCEDING) and belies(tokens, at):
        return at - 1  # "said it was safe but records show otherwise"
    ends = acts_besides(tokens, start, at) or _reckons_or_is_silent(tokens, at)
    ends = ends or does_after_quote(tokens, start, at)
    if ends or (
        _reports_anew(tokens, past_auxiliaries(tokens, at))
        and (joint == "but" or is_statement(tokens, start, at - 1))
    ):
        return at - 1
    return None


def _before_last_quote(tokens: list[Token], start: int) -> int | None:
    """Where the words before ", adding: "..."" at the end of a sentence end; None where there is no such end."""
    at = next((i for i in range(len(tokens) - 1, len(tokens) - 4, -1) if i > start and tokens[i].is_quote), 0)
    at -= word_at(tokens, at - 1) in {":", ","}
    if not (at - 2 > start and continues(tokens, at - 1)):
        return None
    return at - 1 if tokens[at - 2].is_quote else at - 2


def _reckons_or_is_silent(tokens: list[Token], at: int) -> bool:
    """Whether "put the cost at $4m" or "would not comment" follows: what the speaker did, not what was said."""
    return says_no_more(tokens, at) or (tokens[at].lower in lexicon.PUTS and reckons(tokens, at))


def deed_end(tokens: list[Token], start: int) -> int:
    """Where a deed ends: the sentence's end, or before "and said ..." in "accused the council of fraud and said ..."."""
    fewest = start + FEWEST_SAID - (word_at(tokens, start + 1) == "and" and another_says(tokens, start + 2))
    for i in range(fewest, len(tokens) - FEWEST_SAID + 1):
        if tokens[i - 1].lower == "and" and another_says(tokens, i):
            return i - 1 - (tokens[i - 2].text == ",")  # "denies fraud, and its auditor said S"
        if tokens[i - 1].text == "," and tokens[i].lower != "which" and comments(tokens, i):
            return i - 1
        says = tokens[i - 1].lower in {"and", "but"} and _reports_anew(tokens, past_auxiliaries(tokens, i))
        if says or _then_reports(tokens, i) or _acts_anew(tokens, i):
            return i - 1
        opposes = tokens[i - 1].lower in lexicon.LIMITING
        joint = i - 2 if opposes and tokens[i - 2].text == "," else 0
        joint = i - 1 if tokens[i - 1].text == ";" or (opposes and tokens[i - 2].is_quote) else joint
        if joint and (another_speaks(tokens, i) or (joint == i - 1 and stands_apart(tokens, start, i))):
            return joint
    return len(tokens)


def _acts_anew(tokens: list[Token], at: int) -> bool:
    """Whether a second deed of the same person begins: "dismissed it as a draft and denied that S"."""
    word = tokens[at].lower
    return tokens[at - 1].lower in {"and", "but"} and word in _DEEDS and word.endswith(("d", "s"))


def _reports_anew(tokens: list[Token], at: int) -> bool:
    """Whether "warned that ..." follows "and": the speaker is the same, the words are new."""
    verb = tokens[at].lower
    goes_past = verb in lexicon.ADDRESSING or verb in _POSTING
    said = after_verb(tokens, at) if goes_past else past_particle(tokens, at)
    if word_at(tokens, said) == "that":
        return (
            verb in lexicon.REPORTING_VERBS
            and verb.endswith(("d", "s", "made", "wrote"))
            and not points_back(tokens, said)
        )
    whom = at + 1 + (word_at(tokens, at + 1) == "the")
    # "But told officers S" may be of another, of whom the speaker tells.
    told = verb == "told" and tokens[at - 1].lower == "but" and _may_be_press(tokens, whom)
    told = told or (verb == "say" and tokens[at - 1].lower in {"did", "does"})
    if told and word_at(tokens, said) not in lexicon.QUESTION_WORDS and opens_clause(tokens, said):
        return True
    if verb in {"said", "says"} and says_something(tokens, at + 1):
        return word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    return verb in lexicon.INSISTING and opens_clause(tokens, at + 1)


def _may_be_press(tokens: list[Token], at: int) -> bool:
    """Whether somebody tells it to a paper, as it seems: "the Courier", "reporters"."""
    return at < len(tokens) and (tokens[at].is_capital or tokens[at].lower in {"reporters", "journalists"})


def _then_reports(tokens: list[Token], at: int) -> bool:
    """Whether "then said that S" stands behind a comma: the next thing the same speaker said."""
    return (
        tokens[at].lower == "then"
        and tokens[at - 1].text == ","
        and _reports_anew(tokens, past_auxiliaries(tokens, at))
    )


def _speaks_on(tokens: list[Token], at: int) -> bool:
    """Whether "he later added that ..." follows a semicolon."""
    verb = past_auxiliaries(tokens, at + 1)
    return (
        tokens[at].lower in lexicon.SPEAKING_PRONOUNS and verb < len(tokens) and _reports_anew(tokens, verb)
    )


def contrast_end(tokens: list[Token], start: int) -> int:
    """Where the words of a citation end: the sentence's end, or before ", but the operator says ..."."""
    for i in range(start + FEWEST_SAID, len(tokens) - FEWEST_SAID):
        joint = tokens[i - 1].lower
        if joint == ";" and (is_silence(tokens, i) or another_speaks(tokens, i)):
            return i - 1
        if joint == "," and (comments(tokens, i) or leaves_untold(tokens, i)):
            return i - 1
        closed = tokens[i - 2].text == ","
        if joint in CONTRASTING and (another_says(tokens, i) or (closed and is_silence(tokens, i))):
            return i - 2 if closed else i - 1
    return len(tokens)


def gapped(tokens: list[Token], at: int, start: int) -> int:
    """In "Doe said prices rose, Ashby that they fell", where "that" stands if a name begins at `at`; else 0.

    The verb is understood; `start` is where the words begin that came before.
    """
    end = at
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    is_gap = (
        at < end <= at + _LONGEST_NAME and word_at(tokens, end) == "that" and opens_clause(tokens, end + 1)
    ) and word_at(tokens, end + 1) not in times.SPELLS  # "Leeds that day won"
    # "a blast in West, Texas that killed dozens"; "He told people in Austin, Texas that ..." has a verb of saying and a place.
    is_gap &= not tokens[at - 2].is_capital or word_at(tokens, end + 1) in lexicon.SUBJECT_OPENERS
    return end if is_gap and not any(token.lower in _REPORTING for token in tokens[start:at]) else 0


def _says_against(tokens: list[Token], at: int) -> bool:
    """Whether "though he maintained that ..." follows a comma: a second statement of the same speaker."""
    if not (tokens[at].lower in {"but", "though", "although"} and word_at(tokens, at + 1) in _WHO_SPOKE):
        return False
    verb = next((i for i in range(at + 2, len(tokens)) if not is_auxiliary(tokens[i])), len(tokens))
    if tokens[at + 1].lower in lexicon.HUMAN_PRONOUNS and _has_done(tokens, at + 2):
        return True
    is_silent = tokens[verb - 1].lower in {"not", "never"}
    is_silent = is_silent or word_at(tokens, verb + 1) in {"nothing", "little"}
    if (is_silent and word_at(tokens, verb) in TELLING) or grants_not(tokens, at + 2):
        return True
    return verb < len(tokens) and (
        _reports_anew(tokens, verb)
        or acts(tokens, verb)
        or talks(tokens, verb)
        or _reckons_or_is_silent(tokens, verb)
    )


def _has_done(tokens: list[Token], at: int) -> bool:
    """Whether the outlet tells here what the speaker has done or not: "but they have not published it"; not "have been"."""
    done = at + 1 + (word_at(tokens, at + 1) in _NOT_YET)
    return word_at(tokens, at) in _HAVE and word_at(tokens, done) not in lexicon.BE and done < len(tokens)


def _reports_besides(tokens: list[Token], at: int) -> bool:
    """Whether "noting that" stands here, as behind "before"; behind a comma also "before telling members that"."""
    word = tokens[at].lower
    that = after_verb(tokens, at) if tokens[at - 2].text == "," else at + 1
    return word.endswith("ing") and word in lexicon.REPORTING_VERBS and word_at(tokens, that) == "that"


def continues(tokens: list[Token], at: int) -> bool:
    """Whether ", adding ..." or ", saying ..." stands here, or ", before noting that ..."."""
    if at >= len(tokens):
        return False
    if tokens[at - 1].lower in {"before", "while"}:
        return tokens[at - 2].text == "," and _reports_besides(tokens, at)
    if tokens[at - 1].text != "," and not tokens[at - 1].is_quote:
        return False
    word = tokens[at].lower
    if word == "adding" and word_at(tokens, at + 1)[:1] in _OPENS_FIGURE:
        return opens_clause(tokens, at + 1)  # "..., adding $3 million to its cost" adds no words
    opens = word in _CLAIMING and (opens_clause(tokens, at + 1) or word_at(tokens, at + 1) == ":")
    if word in lexicon.CONTINUING or opens:
        return True
    return word in _RULING and word_at(tokens, past_particle(tokens, at)) == "that"
