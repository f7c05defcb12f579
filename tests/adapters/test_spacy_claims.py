"""The spaCy extractor finds reported speech that the rules miss. Runs where spaCy and an English model are installed."""

import pytest

from claimtrack.core.extract import Options, extract
from claimtrack.core.model import Article, Kind

spacy = pytest.importorskip("spacy", reason="needs the extra: pip install claimtrack[nlp], and a model")
if not any(name.startswith("en_") for name in spacy.util.get_installed_models()):
    pytest.skip("no English spaCy model is installed", allow_module_level=True)

# Inverted: the rules look for the speaker in front of the verb.
MISSED = "Only on Friday did the ministry disclose that the railway lost 40 million crowns."


def run(text):
    from claimtrack.adapters import spacy_claims

    return list(spacy_claims.extract(Article(text), Options()))


def test_reported_speech_missed_by_the_rules_is_attributed_to_its_speaker():
    assert [claim.kind for claim in extract(Article(MISSED))] == [Kind.OUTLET]
    [claim] = run(MISSED)
    assert (claim.kind, claim.text) == (Kind.INDIRECT, "the railway lost 40 million crowns")
    assert (claim.speaker, claim.speaker_as_written) == ("ministry", "the ministry")
    assert MISSED[claim.start : claim.end] == claim.text


@pytest.mark.parametrize(
    "text",
    [
        "The city has 300 bridges.",
        # negated: nobody says it
        "Neither the mayor nor her deputy would, in the days that followed, say that the bridge cost 40 million.",
        "Only on Friday did the ministry not disclose that the railway lost 40 million crowns.",
        "“Rents rose by 4 percent in May,” said Ada Miller.",
        "",
    ],
)
def test_claims_that_the_rules_get_right_are_unchanged(text):
    assert run(text) == extract(Article(text))
