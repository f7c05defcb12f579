"""What a sentence says beside the words it attributes: its main clause, and clauses that go on after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.comments.corrections import starts_counterevidence
from claimtrack.core.extract.attribution.comments.outlet_comments import ends_in_denial, starts_rebuttal
from claimtrack.core.extract.attribution.comments.speaker_actions import (
    is_bare_retort,
    is_no_comment_clause,
    starts_declining_clause,
    starts_no_comment_clause,
    starts_reaction,
)
from claimtrack.core.extract.attribution.compound.other_speakers import starts_rival_account
from claimtrack.core.extract.attribution.constructions.participles import (
    find_reporting_document,
    lacks_participle_comma,
)
from claimtrack.core.extract.attribution.reported.addressees import ends_in_addressee
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_circumstances
from claimtrack.core.extract.attribution.reported.comparing import (
    starts_comparison,
    starts_lapse_adjunct,
    starts_lapse_clause,
)
from claimtrack.core.extract.attribution.reported.interrupted import (
    ends_in_because,
    is_data_ranking,
    starts_ranking,
)
from claimtrack.core.extract.attribution.reported.tails import (
    adds_noun_phrase,
    continues_after_colon,
    is_clause_final_source,
    skip_joint,
    starts_adverbial_clause,
    starts_contrast,
    starts_further_clause,
    starts_joined_clause,
    starts_negative_contrast,
    starts_result,
    starts_second_verb,
    starts_simultaneous_clause,
    starts_speaker_action,
)
from claimtrack.core.extract.attribution.scope import (
    Attribution,
    continues_same_source,
    is_possessive_relative,
    is_where_clause,
)
from claimtrack.core.extract.attribution.sources.noun_modifiers import is_modified_noun, skip_role
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    CLAUSE_PUNCTUATION,
    COMMA_OR_DASH,
    DASHES,
    count_words,
    has_predicate,
    has_quote,
    is_anaphoric_that,
    word_at,
)
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token, TokenRange

_FEWEST_WORDS, _FEWEST_CONTRASTED, _FEWEST_JOINED, _FEWEST_CLOSED = 4, 4, 4, 3
"""Words of a clause before "and"; a comma behind it tells that it is one."""
_FEWEST_WEIGHING, _LONGEST_MOMENT = 6, 7
_BEFORE_PARTICIPLE = lexicon.COORDINATORS | {",", "while"}


class AdjacentClause(NamedTuple):
    """A clause beside the attributed words; `speaks` tells whether whoever speaks there says it too."""

    words: TokenRange
    speaks: bool


def find_adjacent_clauses(tokens: list[Token], hit: Attribution) -> list[AdjacentClause]:
    """The clauses that stand beside the words of an attribution."""
    found = (
        _before(tokens, hit),
        *_parted(tokens, _after(tokens, hit)),
        *_set_off(tokens, _deed(tokens, hit)),
    )
    # Behind the last mark of a line that breaks off nothing stands.
    return [clause for clause in found if clause is not None and clause.words[0] < clause.words[1]]


def _parted(tokens: list[Token], clause: AdjacentClause | None) -> list[AdjacentClause | None]:
    """A clause that goes on with what was said, and what the outlet says behind a semicolon: ", and B; C"."""
    start, end = clause.words if clause is not None and clause.speaks else (0, 0)
    stop = next((i for i in range(start, end) if tokens[i].text == ";"), 0)
    if not (stop and is_statement(tokens, stop + 1, end)):
        return [clause]
    return [AdjacentClause((start, stop), speaks=True), AdjacentClause((stop + 1, end), speaks=False)]


def _set_off(tokens: list[Token], clause: AdjacentClause | None) -> list[AdjacentClause | None]:
    """What the outlet says between two dashes, and what the speaker does behind them: "- they rose - and blamed the press"."""
    start, end = clause.words if clause is not None and not clause.speaks else (0, 0)
    dash = tokens[start - 1].text if start else ""
    close = next((i for i in range(start, end) if tokens[i].text == dash), 0) if dash in DASHES else 0
    if not close:
        return [clause]
    behind = close + 1 + (word_at(tokens, close + 1) in lexicon.COORDINATORS)
    return [AdjacentClause((start, close), speaks=False), AdjacentClause((behind, end), speaks=True)]


def contrasts_with_outlet(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution stands against what the outlet says: "Bonds rose, although the bureau said that ..."."""
    joint = hit.source[0] - 1 - _even_as(tokens, hit)
    opens = joint < hit.source[0] - 1 or tokens[joint].lower in lexicon.CONTRASTIVES
    is_clause = tokens[joint].lower == "but" and has_predicate(tokens, 0, joint)
    if not opens or not (is_clause or word_at(tokens, joint - 1) in COMMA_OR_DASH):
        return False
    return (
        count_words(tokens, *hit.content) >= _FEWEST_CONTRASTED
        or has_quote(tokens, *hit.content)
        or tokens[joint].lower == "while"  # whoever else speaks, it is beside the point
        or tokens[0].lower in lexicon.NEGATIVE_OPENERS  # "Nobody said S, but Doe said it was old"
    )


def _even_as(tokens: list[Token], hit: Attribution) -> bool:
    """Whether "even as" joins the attribution to what stands against it."""
    return word_at(tokens, hit.source[0] - 1) == "as" and word_at(tokens, hit.source[0] - 2) == "even"


def joins_outlet_clause(tokens: list[Token], hit: Attribution) -> bool:
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


def _before(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The main clause in "The bank kept its rate, saying that ..." and "He called it a sham and said that ..."."""
    if hit.content[0] <= hit.cue:
        parts = {";", ":", "but", "and"} if hit.framed else {";", ":"}
        end = hit.content[0] - 1 if word_at(tokens, hit.content[0] - 1) in parts else None
    elif tokens[hit.cue].lower in lexicon.CITATION_CUES:
        comma = next((i for i in range(hit.cue - 1, 1, -1) if tokens[i].text == ","), 0)
        return (
            AdjacentClause((0, comma - 1), speaks=False) if comma and ends_in_because(tokens, comma) else None
        )
    elif tokens[hit.cue].lower.endswith("ing") and tokens[hit.cue - 1].lower not in lexicon.BE:
        edge = hit.cue - 1 - (tokens[hit.cue - 1].lower in {"before", "while"})
        end = edge if tokens[edge].lower in _BEFORE_PARTICIPLE else None
        if find_reporting_document(tokens, hit.cue) == hit.source or lacks_participle_comma(tokens, hit.cue):
            return AdjacentClause((0, hit.cue), speaks=False)
        end = edge + 1 if tokens[edge].is_quote else end
    elif hit.source[0] == 0:
        end = _joint(tokens, hit)
    elif continues_same_source(tokens, hit):
        return AdjacentClause((0, hit.source[0] - 1), speaks=True)
    elif (
        contrasts_with_outlet(tokens, hit)
        or joins_outlet_clause(tokens, hit)
        or is_possessive_relative(tokens, hit)
        or is_where_clause(tokens, hit)
    ):
        end = hit.source[0] - 1 - _even_as(tokens, hit)
    elif (stop := _semicolon_before(tokens, hit.source[0])) is not None:
        end = stop
    elif adds_noun_phrase(tokens, 0, hit.source[0] - 1, hit.content[0] - 1):
        end = hit.source[0] - 2
    elif is_clause_final_source(tokens, hit.source):
        return AdjacentClause((0, hit.source[1]), speaks=False)
    else:
        end = _joint(tokens, hit)
    if end is None or hit.source[0] < end <= hit.source[1]:
        return None
    end -= word_at(tokens, end - 1) in COMMA_OR_DASH
    rejects = any(token.lower in lexicon.REJECTION_VERBS for token in tokens[:end])
    if is_bare_retort(tokens, end) or (end > 1 and is_anaphoric_that(tokens, end - 2) and not rejects):
        return None  # "Moor hit back on X, saying that ...", "Moor confirmed that figure, saying ..."
    calls = any(token.lower in lexicon.LABELLING_VERBS for token in tokens[:end]) and has_quote(
        tokens, 0, end
    )
    if is_modified_noun(tokens, 0, end + 1):
        return None  # "The minister, who had ruled it out, then said S"
    fewest = _FEWEST_WORDS - (rejects or joins_outlet_clause(tokens, hit))  # "AM9 denied responsibility"
    length = sum(2 if word.is_quote else word.is_word for word in tokens[:end])
    tells = length >= fewest and is_statement(tokens, 0, end)
    return AdjacentClause((0, end), speaks=False) if calls or tells or _rejects(tokens, end) else None


def _semicolon_before(tokens: list[Token], start: int) -> int | None:
    """The semicolon just before a subject, but for a word that tells when: "; in March it said"."""
    window = range(start - 1, max(-1, start - _LONGEST_MOMENT), -1)
    return next((i for i in window if tokens[i].text == ";"), None)


def _after(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The clause after an attribution that stands between: "Taxes are up, Doe said, and crime is up"."""
    if hit.content[1] > hit.cue:
        return None
    if tokens[hit.cue].lower in lexicon.CITATION_CUES:
        end = hit.source[1] + (word_at(tokens, hit.source[1]) == ")")
        end = skip_role(tokens, end) if hit.source[0] > hit.content[0] else end
        if word_at(tokens, end) == ";":
            return _apart(tokens, hit, end)
        joined = starts_joined_clause(tokens, end) or starts_second_verb(tokens, hit.content[1], end)
        sets = starts_comparison(tokens, end) or is_data_ranking(tokens, end, hit.source)
        if ends_in_denial(tokens, end) or starts_simultaneous_clause(tokens, end):
            return AdjacentClause(
                (end + 1 + starts_simultaneous_clause(tokens, end), len(tokens)), speaks=False
            )
        result = (
            joined
            or sets
            or starts_result(tokens, end)
            or starts_contrast(tokens, end)
            or starts_negative_contrast(tokens, end)
        )
        speaks = sets or (joined and not is_no_comment_clause(tokens, end + 2))
        return AdjacentClause((end + 1 + joined, len(tokens)), speaks) if result else None
    said = find_content_start(tokens, hit.cue)
    rest = max(skip_circumstances(tokens, hit.cue, said), hit.source[1])
    if continues_after_colon(tokens, rest) and is_statement(tokens, rest + 1, len(tokens)):
        return AdjacentClause((rest + 1, len(tokens)), speaks=True)  # ""We won," said Doe: they were 40"
    rest = skip_role(tokens, rest) if hit.source[0] > hit.cue else rest
    if word_at(tokens, rest) not in CLAUSE_PUNCTUATION:
        return None
    as_it_was = starts_simultaneous_clause(tokens, rest)
    if (as_it_was or starts_result(tokens, rest)) and not has_quote(tokens, *hit.content):
        return AdjacentClause((rest + 1 + as_it_was, len(tokens)), speaks=False)
    if word_at(tokens, rest) == ";":
        return _apart(tokens, hit, rest)
    if starts_no_comment_clause(tokens, rest):
        return AdjacentClause((rest + 2, len(tokens)), speaks=False)
    if ends_in_denial(tokens, rest):
        return AdjacentClause((rest + 1 + (word_at(tokens, rest + 1) == "and"), len(tokens)), speaks=False)
    # ""We won," she said, after the count was over" tells when she said it
    is_part = word_at(tokens, rest + 1) == "because" or not has_quote(tokens, *hit.content)
    goes_on_so = starts_speaker_action(tokens, rest) or starts_further_clause(tokens, rest)
    # "he told a crowd in Vale, where he held up a bag of sand" tells where he said it
    is_where = word_at(tokens, rest + 1) == "where" and word_at(tokens, rest + 2) in lexicon.HE_SHE
    is_part = is_part and not is_where
    goes_on_so = goes_on_so or (
        is_part and (starts_adverbial_clause(tokens, rest) or starts_comparison(tokens, rest))
    )
    # "she said from a bed, an oxygen line under her nose" weighs nothing
    is_near = hit.source[1] <= hit.cue and rest == said and not ends_in_addressee(tokens, hit.cue, rest)
    if word_at(tokens, rest + 1) != "but" and starts_contrast(tokens, rest):
        speaks = not (starts_declining_clause(tokens, rest + 1) or starts_rival_account(tokens, rest + 2))
        return AdjacentClause((rest + 2, len(tokens)), speaks)
    if goes_on_so or (is_near and _weighs(tokens, rest)):
        speaks = (goes_on_so or _is_speakers(tokens, rest)) and not starts_declining_clause(tokens, rest + 1)
        speaks = speaks and not (
            word_at(tokens, rest + 1) == "but" and starts_rival_account(tokens, rest + 2)
        )
        return AdjacentClause((skip_joint(tokens, rest), len(tokens)), speaks)
    return None


def _apart(tokens: list[Token], hit: Attribution, stop: int) -> AdjacentClause | None:
    """What the outlet says behind a semicolon; nothing where the speaker goes on: ""We built 900," Doe said; "he built none."."""
    quotes_on = has_quote(tokens, *hit.content) and not any(word.is_word for word in tokens[stop + 1 :])
    return None if quotes_on else AdjacentClause((stop + 1, len(tokens)), speaks=False)


def _weighs(tokens: list[Token], at: int) -> bool:
    """Whether what was said is weighed behind "X said": ", the largest increase since 2005", "— a retreat from it"."""
    weighs = word_at(tokens, at + 1) in lexicon.ARTICLES and not starts_lapse_adjunct(tokens, at)
    opens = weighs or starts_ranking(tokens, at) or _judges(tokens, at + 1) or starts_lapse_clause(tokens, at)
    is_long = count_words(tokens, at, len(tokens)) >= _FEWEST_WEIGHING or starts_ranking(tokens, at)
    return (
        word_at(tokens, at) in COMMA_OR_DASH and opens and is_long and not has_quote(tokens, at, len(tokens))
    )


def _judges(tokens: list[Token], at: int) -> bool:
    """Whether the outlet says here what something amounts to: "in what ...", "in the worst breach", "in a blow to"."""
    article = word_at(tokens, at + 1)
    if word_at(tokens, at) != "in" or article not in lexicon.ARTICLES:
        return word_at(tokens, at) == "in" and article == "what"
    noun = word_at(tokens, at + 2)
    return (
        noun in lexicon.EVALUATIVE_NOUNS
        or noun.endswith("est")
        or noun in {"most", "worst", "first", "latest"}
    )


def _is_speakers(tokens: list[Token], at: int) -> bool:
    """Whether an afterthought goes on with what was said; one behind a dash or "in what" is the outlet's."""
    ends_in_denial = word_at(tokens, at + 2) in lexicon.ANAPHORIC_NOUNS  # "a claim that the rebels reject"
    is_own = word_at(tokens, at + 1) != "in" and not ends_in_denial
    return tokens[at].text == "," and is_own and not starts_lapse_clause(tokens, at)


def _deed(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """What a speaker did besides: "said the list was wrong and accused the council of fraud"."""
    end = hit.content[1]
    if hit.content[0] <= hit.cue and not hit.framed:
        return None
    following = word_at(tokens, end)
    if following in {";", ":"}:
        return AdjacentClause((end + 1, len(tokens)), speaks=following == ":")
    if starts_no_comment_clause(tokens, end):
        return AdjacentClause((end + 2, len(tokens)), speaks=False)
    # ", but she stopped short of a ban" is the outlet's; so is ""old," though he gave no reason"
    joint = end + (following in COMMA_OR_DASH)
    if (joint > end or (following != "but" and tokens[end - 1].is_quote)) and word_at(
        tokens, joint
    ) in lexicon.CONTRASTIVES:
        return AdjacentClause((joint + 1, len(tokens)), speaks=starts_reaction(tokens, joint + 1))
    if end < len(tokens) - 1 and starts_rebuttal(tokens, end + 1) and not has_quote(tokens, end - 1, end):
        return AdjacentClause((end + 1 + (word_at(tokens, end + 1) == "and"), len(tokens)), speaks=False)
    if following not in lexicon.COORDINATORS and not starts_speaker_action(tokens, end):
        return None
    return AdjacentClause(
        (end + 1, len(tokens)),
        speaks=not (starts_declining_clause(tokens, end) or starts_counterevidence(tokens, end + 1)),
    )


def _rejects(tokens: list[Token], end: int) -> bool:
    """Whether a clause turns down what was said before, in however few words: "Moor denied that"."""
    what = word_at(tokens, end - 1)
    return word_at(tokens, end - 2) in lexicon.REJECTION_VERBS and what in {"that", "it", "this"}
