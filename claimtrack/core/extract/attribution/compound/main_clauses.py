"""What a sentence says beside the words it attributes: its main clause, and clauses that go on after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.comments.commenting import is_turned_down, is_turned_on
from claimtrack.core.extract.attribution.comments.corrections import belies
from claimtrack.core.extract.attribution.comments.deeds import (
    hits_back,
    is_silence,
    leaves_untold,
    reacts,
    silent_at,
)
from claimtrack.core.extract.attribution.compound.other_speakers import is_rival
from claimtrack.core.extract.attribution.constructions.participles import claims_at_once, told_in_paper
from claimtrack.core.extract.attribution.reported.addressees import names_listener
from claimtrack.core.extract.attribution.reported.adjuncts import after_verb, past_circumstances
from claimtrack.core.extract.attribution.reported.comparing import compares, follows_on, tells_lapse
from claimtrack.core.extract.attribution.reported.interrupted import is_reason, ranks, ranks_data
from claimtrack.core.extract.attribution.reported.tails import (
    adds_noun,
    does_besides,
    does_more,
    goes_on,
    happens_as,
    has_result,
    is_contrast,
    is_joined,
    is_none,
    past_joint,
    tells_before,
    tells_behind_colon,
    tells_when_or_why,
)
from claimtrack.core.extract.attribution.scope import Attribution, says_on, says_whose, tells_where
from claimtrack.core.extract.attribution.sources.told_nouns import past_role, tells_of_noun
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    BREAKS,
    DASHES,
    STOPS,
    count_words,
    has_predicate,
    has_quote,
    points_back,
    word_at,
)
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Range, Token

_FEWEST_WORDS, _FEWEST_CONTRASTED, _FEWEST_JOINED, _FEWEST_CLOSED = 4, 4, 4, 3
"""Words of a clause before "and"; a comma behind it tells that it is one."""
_FEWEST_WEIGHING, _LONGEST_MOMENT = 6, 7
_BEFORE_PARTICIPLE = lexicon.COORDINATORS | {",", "while"}


class Beside(NamedTuple):
    """A clause beside the attributed words; `speaks` tells whether whoever speaks there says it too."""

    words: Range
    speaks: bool


def beside(tokens: list[Token], hit: Attribution) -> list[Beside]:
    """The clauses that stand beside the words of an attribution."""
    found = (
        _before(tokens, hit),
        *_parted(tokens, _after(tokens, hit)),
        *_set_off(tokens, _deed(tokens, hit)),
    )
    # Behind the last mark of a line that breaks off nothing stands.
    return [clause for clause in found if clause is not None and clause.words[0] < clause.words[1]]


def _parted(tokens: list[Token], clause: Beside | None) -> list[Beside | None]:
    """A clause that goes on with what was said, and what the outlet says behind a semicolon: ", and B; C"."""
    start, end = clause.words if clause is not None and clause.speaks else (0, 0)
    stop = next((i for i in range(start, end) if tokens[i].text == ";"), 0)
    if not (stop and is_statement(tokens, stop + 1, end)):
        return [clause]
    return [Beside((start, stop), speaks=True), Beside((stop + 1, end), speaks=False)]


def _set_off(tokens: list[Token], clause: Beside | None) -> list[Beside | None]:
    """What the outlet says between two dashes, and what the speaker does behind them: "- they rose - and blamed the press"."""
    start, end = clause.words if clause is not None and not clause.speaks else (0, 0)
    dash = tokens[start - 1].text if start else ""
    close = next((i for i in range(start, end) if tokens[i].text == dash), 0) if dash in DASHES else 0
    if not close:
        return [clause]
    behind = close + 1 + (word_at(tokens, close + 1) in lexicon.COORDINATORS)
    return [Beside((start, close), speaks=False), Beside((behind, end), speaks=True)]


def contrasts(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution stands against what the outlet says: "Bonds rose, although the bureau said that ..."."""
    joint = hit.source[0] - 1 - _even_as(tokens, hit)
    opens = joint < hit.source[0] - 1 or tokens[joint].lower in lexicon.CONTRASTS
    is_clause = tokens[joint].lower == "but" and has_predicate(tokens, 0, joint)
    if not opens or not (is_clause or word_at(tokens, joint - 1) in BREAKS):
        return False
    return (
        count_words(tokens, *hit.content) >= _FEWEST_CONTRASTED
        or has_quote(tokens, *hit.content)
        or tokens[joint].lower == "while"  # whoever else speaks, it is beside the point
        or tokens[0].lower in lexicon.NO_ONE  # "Nobody said S, but Doe said it was old"
    )


def _even_as(tokens: list[Token], hit: Attribution) -> bool:
    """Whether "even as" joins the attribution to what stands against it."""
    return word_at(tokens, hit.source[0] - 1) == "as" and word_at(tokens, hit.source[0] - 2) == "even"


def joins(tokens: list[Token], hit: Attribution) -> bool:
    """Whether somebody else is reported after a clause of the outlet's: "The talks began in May, and an aide said ..."."""
    start, said = hit.source[0], hit.content[0]
    said += word_at(tokens, said) == "that"
    is_closed = word_at(tokens, start - 2) == ","
    return (
        word_at(tokens, start - 1) == "and"
        and hit.content[0] > hit.cue
        and (is_closed or tokens[start].lower not in lexicon.POSSESSIVES)
        and count_words(tokens, 0, start - 1) >= (_FEWEST_CLOSED if is_closed else _FEWEST_JOINED)
        and is_statement(tokens, said, hit.content[1])
        and is_statement(tokens, 0, start - 1)
    )


def _joint(tokens: list[Token], hit: Attribution) -> int | None:
    """Where the attribution joins a clause of the same subject: "He called it a sham and said that ..."."""
    for i in range(hit.cue - 1, hit.source[1] - 1, -1):
        if tokens[i].lower in lexicon.COORDINATORS or (
            tokens[i].text == "," and word_at(tokens, i + 1) == "then"
        ):
            return i
    return None


def _before(tokens: list[Token], hit: Attribution) -> Beside | None:
    """The main clause in "The bank kept its rate, saying that ..." and "He called it a sham and said that ..."."""
    if hit.content[0] <= hit.cue:
        parts = {";", ":", "but", "and"} if hit.framed else {";", ":"}
        end = hit.content[0] - 1 if word_at(tokens, hit.content[0] - 1) in parts else None
    elif tokens[hit.cue].lower in lexicon.CITING:
        comma = next((i for i in range(hit.cue - 1, 1, -1) if tokens[i].text == ","), 0)
        return Beside((0, comma - 1), speaks=False) if comma and is_reason(tokens, comma) else None
    elif tokens[hit.cue].lower.endswith("ing") and tokens[hit.cue - 1].lower not in lexicon.BE:
        edge = hit.cue - 1 - (tokens[hit.cue - 1].lower in {"before", "while"})
        end = edge if tokens[edge].lower in _BEFORE_PARTICIPLE else None
        if told_in_paper(tokens, hit.cue) == hit.source or claims_at_once(tokens, hit.cue):
            return Beside((0, hit.cue), speaks=False)
        end = edge + 1 if tokens[edge].is_quote else end
    elif hit.source[0] == 0:
        end = _joint(tokens, hit)
    elif says_on(tokens, hit):
        return Beside((0, hit.source[0] - 1), speaks=True)
    elif contrasts(tokens, hit) or joins(tokens, hit) or says_whose(tokens, hit) or tells_where(tokens, hit):
        end = hit.source[0] - 1 - _even_as(tokens, hit)
    elif (stop := _semicolon_before(tokens, hit.source[0])) is not None:
        end = stop
    elif adds_noun(tokens, 0, hit.source[0] - 1, hit.content[0] - 1):
        end = hit.source[0] - 2
    elif tells_before(tokens, hit.source):
        return Beside((0, hit.source[1]), speaks=False)
    else:
        end = _joint(tokens, hit)
    if end is None or hit.source[0] < end <= hit.source[1]:
        return None
    end -= word_at(tokens, end - 1) in BREAKS
    rejects = any(token.lower in lexicon.REJECTING for token in tokens[:end])
    if hits_back(tokens, end) or (end > 1 and points_back(tokens, end - 2) and not rejects):
        return None  # "Moor hit back on X, saying that ...", "Moor confirmed that figure, saying ..."
    calls = any(token.lower in lexicon.CALLING for token in tokens[:end]) and has_quote(tokens, 0, end)
    if tells_of_noun(tokens, 0, end + 1):
        return None  # "The minister, who had ruled it out, then said S"
    fewest = _FEWEST_WORDS - (rejects or joins(tokens, hit))  # "AM9 denied responsibility"
    length = sum(2 if word.is_quote else word.is_word for word in tokens[:end])
    tells = length >= fewest and is_statement(tokens, 0, end)
    return Beside((0, end), speaks=False) if calls or tells or _rejects(tokens, end) else None


def _semicolon_before(tokens: list[Token], start: int) -> int | None:
    """The semicolon just before a subject, but for a word that tells when: "; in March it said"."""
    window = range(start - 1, max(-1, start - _LONGEST_MOMENT), -1)
    return next((i for i in window if tokens[i].text == ";"), None)


def _after(tokens: list[Token], hit: Attribution) -> Beside | None:
    """The clause after an attribution that stands between: "Taxes are up, Doe said, and crime is up"."""
    if hit.content[1] > hit.cue:
        return None
    if tokens[hit.cue].lower in lexicon.CITING:
        end = hit.source[1] + (word_at(tokens, hit.source[1]) == ")")
        end = past_role(tokens, end) if hit.source[0] > hit.content[0] else end
        if word_at(tokens, end) == ";":
            return _apart(tokens, hit, end)
        joined = is_joined(tokens, end) or does_more(tokens, hit.content[1], end)
        sets = compares(tokens, end) or ranks_data(tokens, end, hit.source)
        if is_turned_down(tokens, end) or happens_as(tokens, end):
            return Beside((end + 1 + happens_as(tokens, end), len(tokens)), speaks=False)
        result = joined or sets or has_result(tokens, end) or is_contrast(tokens, end) or is_none(tokens, end)
        speaks = sets or (joined and not is_silence(tokens, end + 2))
        return Beside((end + 1 + joined, len(tokens)), speaks) if result else None
    said = after_verb(tokens, hit.cue)
    rest = max(past_circumstances(tokens, hit.cue, said), hit.source[1])
    if tells_behind_colon(tokens, rest) and is_statement(tokens, rest + 1, len(tokens)):
        return Beside((rest + 1, len(tokens)), speaks=True)  # ""We won," said Doe: they were 40"
    rest = past_role(tokens, rest) if hit.source[0] > hit.cue else rest
    if word_at(tokens, rest) not in STOPS:
        return None
    as_it_was = happens_as(tokens, rest)
    if (as_it_was or has_result(tokens, rest)) and not has_quote(tokens, *hit.content):
        return Beside((rest + 1 + as_it_was, len(tokens)), speaks=False)
    if word_at(tokens, rest) == ";":
        return _apart(tokens, hit, rest)
    if silent_at(tokens, rest):
        return Beside((rest + 2, len(tokens)), speaks=False)
    if is_turned_down(tokens, rest):
        return Beside((rest + 1 + (word_at(tokens, rest + 1) == "and"), len(tokens)), speaks=False)
    # ""We won," she said, after the count was over" tells when she said it
    is_part = word_at(tokens, rest + 1) == "because" or not has_quote(tokens, *hit.content)
    goes_on_so = does_besides(tokens, rest) or goes_on(tokens, rest)
    # "he told a crowd in Vale, where he held up a bag of sand" tells where he said it
    is_where = word_at(tokens, rest + 1) == "where" and word_at(tokens, rest + 2) in lexicon.PERSON_PRONOUNS
    is_part = is_part and not is_where
    goes_on_so = goes_on_so or (is_part and (tells_when_or_why(tokens, rest) or compares(tokens, rest)))
    # "she said from a bed, an oxygen line under her nose" weighs nothing
    is_near = hit.source[1] <= hit.cue and rest == said and not names_listener(tokens, hit.cue, rest)
    if word_at(tokens, rest + 1) != "but" and is_contrast(tokens, rest):
        speaks = not (leaves_untold(tokens, rest + 1) or is_rival(tokens, rest + 2))
        return Beside((rest + 2, len(tokens)), speaks)
    if goes_on_so or (is_near and _weighs(tokens, rest)):
        speaks = (goes_on_so or _is_speakers(tokens, rest)) and not leaves_untold(tokens, rest + 1)
        speaks = speaks and not (word_at(tokens, rest + 1) == "but" and is_rival(tokens, rest + 2))
        return Beside((past_joint(tokens, rest), len(tokens)), speaks)
    return None


def _apart(tokens: list[Token], hit: Attribution, stop: int) -> Beside | None:
    """What the outlet says behind a semicolon; nothing where the speaker goes on: ""We built 900," Doe said; "he built none."."""
    quotes_on = has_quote(tokens, *hit.content) and not any(word.is_word for word in tokens[stop + 1 :])
    return None if quotes_on else Beside((stop + 1, len(tokens)), speaks=False)


def _weighs(tokens: list[Token], at: int) -> bool:
    """Whether what was said is weighed behind "X said": ", the largest increase since 2005", "— a retreat from it"."""
    weighs = word_at(tokens, at + 1) in lexicon.ARTICLES and not tells_lapse(tokens, at)
    opens = weighs or ranks(tokens, at) or _judges(tokens, at + 1) or follows_on(tokens, at)
    is_long = count_words(tokens, at, len(tokens)) >= _FEWEST_WEIGHING or ranks(tokens, at)
    return word_at(tokens, at) in BREAKS and opens and is_long and not has_quote(tokens, at, len(tokens))


def _judges(tokens: list[Token], at: int) -> bool:
    """Whether the outlet says here what something amounts to: "in what ...", "in the worst breach", "in a blow to"."""
    article = word_at(tokens, at + 1)
    if word_at(tokens, at) != "in" or article not in lexicon.ARTICLES:
        return word_at(tokens, at) == "in" and article == "what"
    noun = word_at(tokens, at + 2)
    return noun in lexicon.VERDICTS or noun.endswith("est") or noun in {"most", "worst", "first", "latest"}


def _is_speakers(tokens: list[Token], at: int) -> bool:
    """Whether an afterthought goes on with what was said; one behind a dash or "in what" is the outlet's."""
    is_turned_down = word_at(tokens, at + 2) in lexicon.REFERRED  # "a claim that the rebels reject"
    is_own = word_at(tokens, at + 1) != "in" and not is_turned_down
    return tokens[at].text == "," and is_own and not follows_on(tokens, at)


def _deed(tokens: list[Token], hit: Attribution) -> Beside | None:
    """What a speaker did besides: "said the list was wrong and accused the council of fraud"."""
    end = hit.content[1]
    if hit.content[0] <= hit.cue and not hit.framed:
        return None
    following = word_at(tokens, end)
    if following in {";", ":"}:
        return Beside((end + 1, len(tokens)), speaks=following == ":")
    if silent_at(tokens, end):
        return Beside((end + 2, len(tokens)), speaks=False)
    # ", but she stopped short of a ban" is the outlet's; so is ""old," though he gave no reason"
    joint = end + (following in BREAKS)
    if (joint > end or (following != "but" and tokens[end - 1].is_quote)) and word_at(
        tokens, joint
    ) in lexicon.CONTRASTS:
        return Beside((joint + 1, len(tokens)), speaks=reacts(tokens, joint + 1))
    if end < len(tokens) - 1 and is_turned_on(tokens, end + 1) and not has_quote(tokens, end - 1, end):
        return Beside((end + 1 + (word_at(tokens, end + 1) == "and"), len(tokens)), speaks=False)
    if following not in lexicon.COORDINATORS and not does_besides(tokens, end):
        return None
    return Beside((end + 1, len(tokens)), speaks=not (leaves_untold(tokens, end) or belies(tokens, end + 1)))


def _rejects(tokens: list[Token], end: int) -> bool:
    """Whether a clause turns down what was said before, in however few words: "Moor denied that"."""
    what = word_at(tokens, end - 1)
    return word_at(tokens, end - 2) in lexicon.REJECTING and what in {"that", "it", "this"}
