"""The clauses beside the attributed content: before the attribution (see `main_clauses`), and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.comments.corrections import starts_counterevidence
from claimtrack.core.extract.attribution.comments.no_comment import (
    is_no_comment_clause,
    starts_declining_clause,
    starts_no_comment_clause,
)
from claimtrack.core.extract.attribution.comments.outlet_comments import ends_in_denial, starts_rebuttal
from claimtrack.core.extract.attribution.comments.speaker_actions import starts_reaction
from claimtrack.core.extract.attribution.compound.main_clauses import AdjacentClause, find_clause_before
from claimtrack.core.extract.attribution.compound.other_speakers import starts_rival_account
from claimtrack.core.extract.attribution.reported.addressees import ends_in_addressee
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_circumstances
from claimtrack.core.extract.attribution.reported.comparing import (
    is_data_ranking,
    starts_comparison,
    starts_lapse_adjunct,
    starts_lapse_clause,
    starts_ranking,
)
from claimtrack.core.extract.attribution.reported.tails import (
    continues_after_colon,
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
from claimtrack.core.extract.attribution.sources.noun_modifiers import skip_role
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import CLAUSE_PUNCTUATION, COMMA_OR_DASH, DASHES
from claimtrack.core.extract.words.finding import count_words, find_word, has_quote, word_at
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.scope import Attribution
    from claimtrack.core.extract.words.reading import Token


_FEWEST_EVALUATING = 6  # words of an apposition that evaluates


def find_adjacent_clauses(tokens: list[Token], hit: Attribution) -> list[AdjacentClause]:
    """The clauses beside the content of an attribution."""
    found = (
        find_clause_before(tokens, hit),
        *_split_at_semicolon(tokens, _find_clause_after(tokens, hit)),
        *_split_at_dashes(tokens, _find_clause_after_content(tokens, hit)),
    )
    # A truncated line may end in a mark with nothing after it.
    return [clause for clause in found if clause is not None and clause.words[0] < clause.words[1]]


def _split_at_semicolon(tokens: list[Token], clause: AdjacentClause | None) -> list[AdjacentClause | None]:
    """A clause that continues the content, and what the outlet says after a semicolon: ", and B; C"."""
    start, end = clause.words if clause is not None and clause.is_attributed else (0, 0)
    stop = find_word(tokens, ";", start, end)
    if not (stop and is_statement(tokens, stop + 1, end)):
        return [clause]
    return [
        AdjacentClause((start, stop), is_attributed=True),
        AdjacentClause((stop + 1, end), is_attributed=False),
    ]


def _split_at_dashes(tokens: list[Token], clause: AdjacentClause | None) -> list[AdjacentClause | None]:
    """What the outlet says between two dashes, and what the speaker does after them: "- they rose - and blamed the press"."""
    start, end = clause.words if clause is not None and not clause.is_attributed else (0, 0)
    dash = tokens[start - 1].text if start else ""
    close = next((i for i in range(start, end) if tokens[i].text == dash), 0) if dash in DASHES else 0
    if not close:
        return [clause]
    after = close + 1 + (word_at(tokens, close + 1) in lexicon.COORDINATORS)
    return [
        AdjacentClause((start, close), is_attributed=False),
        AdjacentClause((after, end), is_attributed=True),
    ]


def _find_clause_after(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The clause after an attribution between two clauses: "Taxes are up, Doe said, and crime is up"; else None."""
    if hit.content[1] > hit.cue:
        return None
    if tokens[hit.cue].lower in lexicon.CITATION_CUES:
        return _find_clause_after_citation(tokens, hit)
    return _find_clause_after_verb(tokens, hit)


def _find_clause_after_citation(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The clause after a citation: "Taxes are up, according to Doe, and crime is up"; else None."""
    end = hit.source[1] + (word_at(tokens, hit.source[1]) == ")")
    end = skip_role(tokens, end) if hit.source[0] > hit.content[0] else end
    if word_at(tokens, end) == ";":
        return _find_clause_after_semicolon(tokens, hit, end)
    is_joined = starts_joined_clause(tokens, end) or starts_second_verb(tokens, hit.content[1], end)
    is_comparison = starts_comparison(tokens, end) or is_data_ranking(tokens, end, hit.source)
    if ends_in_denial(tokens, end) or starts_simultaneous_clause(tokens, end):
        return AdjacentClause(
            (end + 1 + starts_simultaneous_clause(tokens, end), len(tokens)), is_attributed=False
        )
    result = (
        is_joined
        or is_comparison
        or starts_result(tokens, end)
        or starts_contrast(tokens, end)
        or starts_negative_contrast(tokens, end)
    )
    is_attributed = is_comparison or (is_joined and not is_no_comment_clause(tokens, end + 2))
    return AdjacentClause((end + 1 + is_joined, len(tokens)), is_attributed) if result else None


def _find_clause_after_verb(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The clause after "X said": "Taxes are up, Doe said, and crime is up"; else None."""
    start = find_content_start(tokens, hit.cue)
    rest = max(skip_circumstances(tokens, hit.cue, start), hit.source[1])
    compares = starts_ranking(tokens, rest) or starts_comparison(tokens, rest)
    if continues_after_colon(tokens, rest) and (compares or is_statement(tokens, rest + 1, len(tokens))):
        # ""We won," said Doe: they were 40", "Rents rose, said Doe: the most since May"
        return AdjacentClause((rest + 1, len(tokens)), is_attributed=True)
    rest = skip_role(tokens, rest) if hit.source[0] > hit.cue else rest
    if word_at(tokens, rest) not in CLAUSE_PUNCTUATION:
        return None
    is_simultaneous = starts_simultaneous_clause(tokens, rest)
    if (is_simultaneous or starts_result(tokens, rest)) and not has_quote(tokens, *hit.content):
        return AdjacentClause((rest + 1 + is_simultaneous, len(tokens)), is_attributed=False)
    if word_at(tokens, rest) == ";":
        return _find_clause_after_semicolon(tokens, hit, rest)
    if starts_no_comment_clause(tokens, rest):
        return AdjacentClause((rest + 2, len(tokens)), is_attributed=False)
    if ends_in_denial(tokens, rest):
        return AdjacentClause(
            (rest + 1 + (word_at(tokens, rest + 1) == "and"), len(tokens)), is_attributed=False
        )
    # ""We won," she said, after the count was over" gives the time of the utterance
    is_part = word_at(tokens, rest + 1) == "because" or not has_quote(tokens, *hit.content)
    is_continued = starts_speaker_action(tokens, rest) or starts_further_clause(tokens, rest)
    # "he told a crowd in Vale, where he held up a bag of sand" gives its place
    is_where = word_at(tokens, rest + 1) == "where" and word_at(tokens, rest + 2) in lexicon.HE_SHE
    is_part = is_part and not is_where
    is_continued = is_continued or (
        is_part and (starts_adverbial_clause(tokens, rest) or starts_comparison(tokens, rest))
    )
    # "she said from a bed, an oxygen line under her nose" evaluates nothing
    is_near = hit.source[1] <= hit.cue and rest == start and not ends_in_addressee(tokens, hit.cue, rest)
    if word_at(tokens, rest + 1) != "but" and starts_contrast(tokens, rest):
        is_attributed = not (
            starts_declining_clause(tokens, rest + 1) or starts_rival_account(tokens, rest + 2)
        )
        return AdjacentClause((rest + 2, len(tokens)), is_attributed)
    if is_continued or (is_near and _is_evaluation(tokens, rest)):
        is_attributed = (is_continued or _is_of_speaker(tokens, rest)) and not starts_declining_clause(
            tokens, rest + 1
        )
        is_attributed = is_attributed and not (
            word_at(tokens, rest + 1) == "but" and starts_rival_account(tokens, rest + 2)
        )
        return AdjacentClause((skip_joint(tokens, rest), len(tokens)), is_attributed)
    return None


def _find_clause_after_semicolon(tokens: list[Token], hit: Attribution, stop: int) -> AdjacentClause | None:
    """What the outlet says after a semicolon; None if the speaker continues: ""We built 900," Doe said; "he built none."."""
    quotes_on = has_quote(tokens, *hit.content) and not any(word.is_word for word in tokens[stop + 1 :])
    return None if quotes_on else AdjacentClause((stop + 1, len(tokens)), is_attributed=False)


def _is_evaluation(tokens: list[Token], at: int) -> bool:
    """Whether an evaluation follows "X said": ", the largest increase since 2005", "— a retreat from it"."""
    is_noun_phrase = word_at(tokens, at + 1) in lexicon.ARTICLES and not starts_lapse_adjunct(tokens, at)
    opens = (
        is_noun_phrase
        or starts_ranking(tokens, at)
        or _starts_evaluation(tokens, at + 1)
        or starts_lapse_clause(tokens, at)
        or (tokens[at].text in DASHES and starts_comparison(tokens, at))
    )
    is_long = count_words(tokens, at, len(tokens)) >= _FEWEST_EVALUATING or starts_ranking(tokens, at)
    return opens and is_long and not has_quote(tokens, at, len(tokens))


def _starts_evaluation(tokens: list[Token], at: int) -> bool:
    """Whether the outlet evaluates in an adjunct: "in what ...", "in the worst breach", "in a blow to"."""
    article = word_at(tokens, at + 1)
    if word_at(tokens, at) != "in" or article not in lexicon.ARTICLES:
        return word_at(tokens, at) == "in" and article == "what"
    noun = word_at(tokens, at + 2)
    return (
        noun in lexicon.EVALUATIVE_NOUNS
        or noun.endswith("est")
        or noun in {"most", "worst", "first", "latest"}
    )


def _is_of_speaker(tokens: list[Token], at: int) -> bool:
    """Whether an afterthought is the speaker's; after a dash or with "in what" it is the outlet's."""
    is_denied = word_at(tokens, at + 2) in lexicon.ANAPHORIC_NOUNS  # "a claim that the rebels reject"
    is_own = word_at(tokens, at + 1) != "in" and not is_denied
    return tokens[at].text == "," and is_own and not starts_lapse_clause(tokens, at)


def _find_clause_after_content(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The clause after the content, such as the speaker's next action: "said the list was wrong and accused the council of fraud"; else None."""
    end = hit.content[1]
    if hit.content[0] <= hit.cue and not hit.framed:
        return None
    following = word_at(tokens, end)
    if following in {";", ":"}:
        return AdjacentClause((end + 1, len(tokens)), is_attributed=following == ":")
    # ", but she stopped short of a ban" is the outlet's; so is ""old," though he gave no reason"
    joint = end + (following in COMMA_OR_DASH)
    if (joint > end or (following != "but" and tokens[end - 1].is_quote)) and word_at(
        tokens, joint
    ) in lexicon.CONTRASTIVES:
        return AdjacentClause((joint + 1, len(tokens)), is_attributed=starts_reaction(tokens, joint + 1))
    if end < len(tokens) - 1 and starts_rebuttal(tokens, end + 1) and not has_quote(tokens, end - 1, end):
        return AdjacentClause(
            (end + 1 + (word_at(tokens, end + 1) == "and"), len(tokens)), is_attributed=False
        )
    if following not in lexicon.COORDINATORS and not starts_speaker_action(tokens, end):
        return None
    return AdjacentClause(
        (end + 1, len(tokens)),
        is_attributed=not (starts_declining_clause(tokens, end) or starts_counterevidence(tokens, end + 1)),
    )
