"""The llm extractor with a model that answers from a list: what it keeps of an answer, and what it says of a bad one."""

import json
import sys

import pytest

from claimtrack.adapters import llm_claims
from claimtrack.core.errors import NotExtracted, PluginError
from claimtrack.core.extract import Options, extract
from claimtrack.core.model import Article, ClaimantKind, Kind
from claimtrack.workflow.articles.extracting import choose_extractor

llm = pytest.importorskip("llm", reason="needs the extra: pip install claimtrack[llm]")

TEXT = "Rents rose by 4 percent in May, the mayor said.\n\nThe city has 300 bridges."
FOUND = {"text": "Rents rose by 4 percent in May", "speaker": "Ada Miller", "kind": "indirect"}


class Answering(llm.Model):
    """Answers whatever it is asked with the same words, and keeps what it was asked."""

    model_id = "answering"
    needs_key = None

    def __init__(self, answer, supports_schema=True):
        self.answer, self.supports_schema, self.asked = answer, supports_schema, []

    def execute(self, prompt, stream, response, conversation=None):
        self.asked.append(prompt)
        yield self.answer


@pytest.fixture
def model(monkeypatch):
    def install(answer, **more):
        model = Answering(answer if isinstance(answer, str) else json.dumps({"claims": answer}), **more)
        monkeypatch.setattr(llm, "get_model", lambda name=None: model)
        return model

    return install


def run(text=TEXT):
    return list(llm_claims.extract(Article(text), Options()))


def test_a_claim_of_the_article_is_placed_and_ranked_by_the_points_of_the_rules(model):
    model([FOUND])
    [claim] = run()
    assert TEXT[claim.start : claim.end] == claim.text == FOUND["text"]
    assert (claim.speaker, claim.kind) == ("Ada Miller", Kind.INDIRECT)
    assert 0 < claim.score < 1
    assert claim.reasons


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ({**FOUND, "text": "Rents rose by 4% in May"}, "reworded"),
        ({**FOUND, "text": ""}, "empty"),
        ({**FOUND, "kind": "rumour"}, "a kind that there is not"),
    ],
)
def test_what_is_not_in_the_article_is_dropped(model, found, why):
    model([found, {"text": "The city has 300 bridges", "speaker": "outlet", "kind": "outlet"}])
    assert [claim.text for claim in run()] == ["The city has 300 bridges"], why


def test_the_schema_goes_with_the_question_and_the_article_is_the_only_text(model):
    asked = model([FOUND])
    run()
    [prompt] = asked.asked
    assert prompt.schema == llm_claims.SCHEMA
    assert prompt.prompt == TEXT


def test_a_model_without_schemas_is_told_the_schema_in_words(model):
    asked = model([FOUND], supports_schema=False)
    assert [claim.text for claim in run()] == [FOUND["text"]]
    assert '"claims"' in asked.asked[0].system


def test_a_long_article_is_asked_about_in_whole_paragraphs(model):
    asked = model([])
    paragraph = "The city has 300 bridges and 12 tunnels. " * 50
    text = "\n\n".join([paragraph.strip()] * 9)
    run(text)
    pieces = [prompt.prompt for prompt in asked.asked]
    assert len(pieces) > 1
    assert all(len(piece) <= 8000 for piece in pieces)
    assert "\n\n".join(pieces) == text


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Here are the claims:\n{}", "{}\nThat is all."])
def test_an_answer_with_a_fence_or_a_sentence_around_it_is_read(model, around):
    model(around.replace("{}", json.dumps({"claims": [FOUND]})), supports_schema=False)
    assert [claim.text for claim in run()] == [FOUND["text"]]


def test_a_plan_is_flagged_and_a_claim_has_its_tags_as_by_the_rules(model):
    text = "The Tarn Bridge will be closed for repairs in 2031."
    model([{"text": text, "speaker": "outlet", "kind": "outlet"}])
    [by_rules] = extract(Article(text))
    assert by_rules.flags
    assert by_rules.tags
    assert [(claim.flags, claim.tags) for claim in run(text)] == [(by_rules.flags, by_rules.tags)]


@pytest.mark.parametrize(
    ("speaker", "name", "kind"),
    [
        ("the transport ministry", "transport ministry", ClaimantKind.ORGANISATION),
        ("Mayor Ada Miller", "Ada Miller", ClaimantKind.PERSON),
        ("a report", "report", ClaimantKind.DOCUMENT),
        ("outlet", "outlet", ClaimantKind.OUTLET),
        ("Outlet", "outlet", ClaimantKind.OUTLET),
        ("unknown", "unknown", ClaimantKind.UNKNOWN),
        ("Unknown", "unknown", ClaimantKind.UNKNOWN),
        (" ", "unknown", ClaimantKind.UNKNOWN),
        ("Ada Miller and Ben Moor", "Ada Miller and Ben Moor", ClaimantKind.PERSON),
        ("Ada Miller, Ben Moor and Cy Lund", "Ada Miller, Ben Moor and Cy Lund", ClaimantKind.PERSON),
        ("The OECD and Ada Miller", "The OECD and Ada Miller", ClaimantKind.PERSON),
        ("Ada Miller, minister for health and care", "Ada Miller", ClaimantKind.PERSON),
        ("health and care minister Ada Miller", "Ada Miller", ClaimantKind.PERSON),
    ],
)
def test_a_speaker_is_called_as_by_the_rules_so_that_one_is_not_filed_as_two(model, speaker, name, kind):
    model([FOUND | {"speaker": speaker}])
    assert [(claim.speaker, claim.speaker_kind) for claim in run()] == [(name, kind)]


def test_what_the_outlet_says_itself_is_of_that_kind_whatever_the_model_calls_it(model):
    model([FOUND | {"speaker": "outlet"}])
    assert [(claim.kind, claim.speaker_as_written) for claim in run()] == [(Kind.OUTLET, None)]


def test_a_library_that_does_not_load_is_told_with_the_reason(monkeypatch):
    monkeypatch.setitem(sys.modules, "llm", None)
    with pytest.raises(PluginError, match=r'\(import of llm.*\): run `pip install "claimtrack\[llm\]"`'):
        run()


@pytest.mark.parametrize("answer", ["I found no claims.", "[]", '{"claims": [1]}', "{}", ""])
def test_an_answer_of_another_shape_is_an_error_that_names_the_model(model, answer):
    model(answer)
    with pytest.raises(NotExtracted, match="answering did not answer with claims as JSON"):
        run()


@pytest.mark.parametrize(
    ("error", "raised", "told"),
    [
        (llm.NeedsKeyException("No key found"), PluginError, "the model answering needs a key: No key found"),
        (
            OSError("Connection\nrefused"),
            NotExtracted,
            r"gave no answer \(OSError: Connection refused\): check the network",
        ),
    ],
)
def test_a_model_that_cannot_be_asked_is_told_with_what_to_do(model, monkeypatch, error, raised, told):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(model([FOUND]), "execute", fail)
    with pytest.raises(raised, match=told):
        run()


def test_an_article_without_text_asks_nothing(model):
    asked = model([FOUND])
    assert run("") == []
    assert asked.asked == []


def test_an_unknown_model_is_named(monkeypatch):
    monkeypatch.setenv("CLAIMTRACK_LLM_MODEL", "no-such-model")
    with pytest.raises(PluginError, match="llm has no model 'no-such-model': `llm models` lists its models"):
        run()


def test_it_is_chosen_by_its_name(model):
    model([FOUND])
    assert [claim.text for claim in choose_extractor("llm").run(Article(TEXT), Options())] == [FOUND["text"]]
