"""Attribution with an installed spaCy English model: `pip install "claimtrack[nlp]"` and a model.

The rules read the article; if they take a sentence for the outlet's own words, and its main verb reports a clause with a verb of its own,
the parser makes that clause an indirect claim of the subject. In a sentence that only mentions a report ("after a memo suggested that ..."),
the clause would replace what the sentence itself asserts, so that one stays as it is. The model is the one that CLAIMTRACK_SPACY_MODEL names, else the
first English one that is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from claimtrack.adapters.rows import claim_at
from claimtrack.core.errors import PluginError
from claimtrack.core.extract import extract as extract_by_rules
from claimtrack.core.extract.words.lexicon import DETERMINERS, PRONOUNS, RELATIVES, SAY, SHOW, STATE
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.core.texts.printable import describe_error

if TYPE_CHECKING:
    from claimtrack.core.extract import Options

MODEL_SETTING = "CLAIMTRACK_SPACY_MODEL"
_VERBS = SAY | STATE | SHOW
_FEWEST_WORDS = 3
"""How many words a clause has at least: a shorter one ("he said so") is no claim."""
_NOBODY = frozenset({"neither", "nobody", "none", "no"})
_NO_NAMES = PRONOUNS | RELATIVES
"""Subjects that name nobody: the parser does not know to whom they refer."""
_NO_NAMES_ALONE = DETERMINERS | {"everyone", "everybody", "others"}
"""The same without a word beside them: "some", but not "some of the ministers"."""
_UNUSED = ("ner", "lemmatizer")
"""Parts of a model that take a third of its time."""
_EDGES = " ,;:\n\"'“”‘’"


def extract(article: Article, options: Options) -> Iterator[ExtractedClaim]:
    """Extract the rules' claims, and the reported speech that only a parser recognises. Raises PluginError without a model."""
    everything = extract_by_rules(article, replace(options, min_score=0.0))
    unattributed = [claim for claim in everything if claim.kind is Kind.OUTLET]
    parsed = zip(unattributed, _parser().pipe(claim.text for claim in unattributed), strict=True)
    reported = {claim.start: _reported(article, claim, sentence, options) for claim, sentence in parsed}
    for claim in everything:
        yield reported.get(claim.start) or claim


def _reported(
    article: Article, claim: ExtractedClaim, sentence: Any, options: Options
) -> ExtractedClaim | None:
    """The reported clause in a sentence as an indirect claim of its speaker; None if the parser finds none, or somebody asks."""
    if claim.text.rstrip(_EDGES).endswith("?"):
        return None
    for verb in sentence:
        if verb.lower_ not in _VERBS or verb.dep_ != "ROOT":
            continue
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        if subject is None or clause is None or _is_nobody(subject):
            continue
        if _is_denied(verb, subject) or not _has_finite_verb(clause):
            continue
        start, end = _inner(claim.text, clause)
        if len(claim.text[start:end].split()) < _FEWEST_WORDS:
            continue
        source = _text_of(claim.text, subject)
        span = (claim.start + start, claim.start + end)
        return claim_at(article, span, speaker=source, written=source, kind=Kind.INDIRECT, options=options)
    return None


def _is_denied(verb: Any, subject: Any) -> bool:
    """Whether the reporting verb is negated: "nobody said that rents fell"."""
    return any(child.dep_ == "neg" for child in verb.children) or any(
        token.lower_ in _NOBODY for token in subject.subtree
    )


def _is_nobody(subject: Any) -> bool:
    is_alone = not list(subject.children)
    return subject.lower_ in _NO_NAMES or (is_alone and subject.lower_ in _NO_NAMES_ALONE)


def _has_finite_verb(clause: Any) -> bool:
    """Whether a clause can stand alone: "the railway lost 40 million", but not "the boat crossing the bow"."""
    verbs = (clause, *(child for child in clause.children if child.dep_ in ("aux", "auxpass")))
    return any("Fin" in verb.morph.get("VerbForm") for verb in verbs)


def _inner(text: str, clause: Any) -> tuple[int, int]:
    """The span of a clause without the initial "that" and the surrounding punctuation."""
    words = [token for token in clause.subtree if not (token.dep_ == "mark" and token.lower_ == "that")]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _text_of(text: str, head: Any) -> str:
    words = list(head.subtree)
    return text[words[0].idx : words[-1].idx + len(words[-1])].strip(_EDGES)


@cache
def _parser() -> Any:
    try:
        import spacy
        from spacy.util import get_installed_models
    except ImportError as error:
        raise PluginError(
            f'the spacy extractor cannot use spaCy ({error}): run `pip install "claimtrack[nlp]"`'
        ) from error
    name = os.environ.get(MODEL_SETTING) or next(
        (model for model in sorted(get_installed_models()) if model.startswith("en_")), None
    )
    if name is None:
        raise PluginError(
            "no English spaCy model is installed: run `python -m spacy download en_core_web_sm`"
        )
    try:
        model = spacy.load(name, exclude=_UNUSED)
    except Exception as error:  # a model may need packages, components or versions that are not there
        raise PluginError(
            f"spaCy cannot load the model {name!r} ({describe_error(error)}): install it again, or name another one in {MODEL_SETTING}"
        ) from error
    if model.lang != "en" or not any("ccomp" in labels for labels in model.pipe_labels.values()):
        raise PluginError(
            f"the spaCy model {name!r} does not parse English: name another one in {MODEL_SETTING}, such as en_core_web_sm"
        )
    return model
