"""The spaCy extractor finds reported speech that the rules miss. Runs where spaCy and an English model are installed."""

import pytest

from claimtrack.core.errors import PluginError
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
        # The clause would replace what the sentence itself asserts, or is filed for somebody who is not named.
        "The minister resigned after a leaked memo suggested that the programme was over budget.",
        "The office kept back a report that found children were living in hotels with broken fire doors.",
        "Only on Friday did he disclose that the railway lost 40 million crowns.",
        "This shows that the railway lost 40 million crowns.",
        "Everyone says the railway lost 40 million crowns.",
        # a question asserts nothing
        "Did the council say that the railway lost 40 million crowns?",
        # no verb that asserts anything
        "A video released by the navy shows the Chinese boat crossing the bow of the smaller vessel.",
        "",
    ],
)
def test_claims_that_the_rules_get_right_are_unchanged(text):
    assert run(text) == extract(Article(text))


@pytest.fixture
def fresh_parser():
    from claimtrack.adapters.spacy_claims import _parser

    _parser.cache_clear()
    yield
    _parser.cache_clear()


@pytest.mark.usefixtures("fresh_parser")
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_model_that_does_not_parse_english_is_refused(language, monkeypatch, tmp_path):
    spacy.blank(language).to_disk(tmp_path)
    monkeypatch.setenv("CLAIMTRACK_SPACY_MODEL", str(tmp_path))
    with pytest.raises(PluginError, match="does not parse English: name another one in CLAIMTRACK_SPACY"):
        run(MISSED)


@pytest.mark.usefixtures("fresh_parser")
def test_a_model_that_needs_a_missing_component_is_refused_naming_it(monkeypatch, tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    config = tmp_path / "config.cfg"
    component = '[components]\n\n[components.curated]\nfactory = "nobody_has_this"\n'
    written = config.read_text().replace("pipeline = []", 'pipeline = ["curated"]')
    config.write_text(written.replace("[components]\n", component))
    monkeypatch.setenv("CLAIMTRACK_SPACY_MODEL", str(tmp_path))
    with pytest.raises(PluginError, match=r"spaCy cannot load the model .*nobody_has_this"):
        run(MISSED)
