"""The llm extractor, with a model that returns given answers: which claims it keeps, and how it reports bad answers."""

import json
import sys

import pytest

from claimtrack.adapters import llm_claims
from claimtrack.core.errors import NotExtracted, PluginError
from claimtrack.core.extract import Options, extract
from claimtrack.core.model import CONTEXT, Article, ClaimantKind, Kind
from claimtrack.workflow.articles.extracting import choose_extractor

llm = pytest.importorskip("llm", reason="needs the extra: pip install claimtrack[llm]")

TEXT = "Rents rose by 4 percent in May, the mayor said.\n\nThe city has 300 bridges."
FOUND = {"text": "Rents rose by 4 percent in May", "speaker": "Ada Miller", "kind": "indirect"}


class FakeModel(llm.Model):
    """Gives the same answer to every prompt, and records the prompts."""

    model_id = "answering"
    needs_key = None

    def __init__(self, answer, supports_schema=True):
        self.answer, self.supports_schema, self.prompts = answer, supports_schema, []

    def execute(self, prompt, stream, response, conversation=None):
        self.prompts.append(prompt)
        yield self.answer


@pytest.fixture
def model(monkeypatch):
    def install(answer, **more):
        model = FakeModel(answer if isinstance(answer, str) else json.dumps({"claims": answer}), **more)
        monkeypatch.setattr(llm, "get_model", lambda name=None: model)
        return model

    return install


def run(text=TEXT):
    return list(llm_claims.extract(Article(text), Options()))


def test_a_claim_is_located_in_the_article_and_scored_by_the_rules(model):
    model([FOUND])
    [claim] = run()
    assert TEXT[claim.start : claim.end] == claim.text == FOUND["text"]
    assert (claim.speaker, claim.kind) == ("Ada Miller", Kind.INDIRECT)
    assert 0 < claim.score < 1
    assert claim.reasons


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({**FOUND, "text": "Rents rose by 4% in May"}, "reworded"),
        ({**FOUND, "text": ""}, "empty"),
        ({"claim": FOUND["text"]}, "without a text"),
        (1, "a number"),
    ],
)
def test_claims_that_are_not_in_the_article_are_left_out_and_counted(model, answer, reason, caplog):
    model([answer, {"text": "The city has 300 bridges", "speaker": "outlet", "kind": "outlet"}])
    kept = choose_extractor("llm").run(Article(TEXT), Options())
    assert [claim.text for claim in kept] == ["The city has 300 bridges"], reason
    assert "'llm' proposed 1 of 2 claims in words that do not occur" in caplog.text


def test_words_copied_with_other_quotation_marks_or_line_breaks_are_found(model):
    text = "Zoë said the “free”\nbuses don’t run.\n\nIt rained. It rained."
    copied = ['the "free" buses don\'t run ', "It rained", "It rained", "It rained"]
    model([{**FOUND, "text": words} for words in copied])
    kept = choose_extractor("llm").run(Article(text), Options())
    assert [claim.text for claim in kept] == ["the “free”\nbuses don’t run", "It rained", "It rained"]


def test_the_prompt_is_the_article_alone_and_has_the_schema(model):
    fake = model([FOUND])
    run()
    [prompt] = fake.prompts
    assert prompt.schema == llm_claims.SCHEMA
    assert prompt.prompt == TEXT


def test_a_model_without_schema_support_gets_it_in_the_system_prompt(model):
    fake = model([FOUND], supports_schema=False)
    assert [claim.text for claim in run()] == [FOUND["text"]]
    assert '"claims"' in fake.prompts[0].system


def test_a_long_article_is_split_into_prompts_of_whole_paragraphs(model):
    fake = model([])
    paragraph = "The city has 300 bridges and 12 tunnels. " * 50
    text = "\n\n".join([paragraph.strip()] * 9)
    run(text)
    pieces = [prompt.prompt for prompt in fake.prompts]
    assert len(pieces) == 3  # as few as can be
    assert all(len(piece) <= 8000 for piece in pieces)
    assert "\n\n".join(pieces) == text


@pytest.mark.parametrize(
    "around",
    [
        "```json\n{}\n```",
        "Here are the claims:\n{}",
        "{}\nThat is all.",
        '<think>A set {3, 4}? {"claims": []} is wrong.</think>\n{}',
    ],
)
def test_json_within_a_code_fence_or_prose_is_read(model, around):
    model(around.replace("{}", json.dumps({"claims": [FOUND]})), supports_schema=False)
    assert [claim.text for claim in run()] == [FOUND["text"]]


def test_flags_tags_and_context_are_those_of_the_rules(model):
    claim = "The Tarn Bridge will be closed for repairs in 2031."
    text = f"{'Who pays? ' * 30}{claim}{' Who waits?' * 30}"
    model([{"text": claim, "speaker": "outlet", "kind": "outlet"}])
    [by_rules] = extract(Article(text))
    assert by_rules.flags
    assert by_rules.tags
    assert (len(by_rules.context_before), len(by_rules.context_after)) == (CONTEXT, CONTEXT)

    def facts(claim):
        return claim.flags, claim.tags, claim.context_before, claim.context_after

    assert [facts(claim) for claim in run(text)] == [facts(by_rules)]


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
        ("Ada Miller / Ben Moor", "Ada Miller / Ben Moor", ClaimantKind.PERSON),
        ("The OECD and Ada Miller", "The OECD and Ada Miller", ClaimantKind.PERSON),
        ("Ada Miller, minister for health and care", "Ada Miller", ClaimantKind.PERSON),
        ("health and care minister Ada Miller", "Ada Miller", ClaimantKind.PERSON),
    ],
)
def test_speakers_are_normalised_as_by_the_rules(model, speaker, name, kind):
    """Otherwise one speaker would be filed as two."""
    model([FOUND | {"speaker": speaker}])
    assert [(claim.speaker, claim.speaker_kind) for claim in run()] == [(name, kind)]


@pytest.mark.parametrize(
    ("answered", "kind"),
    [("Direct", Kind.DIRECT), ("rumour", Kind.INDIRECT), ("outlet", Kind.INDIRECT), (None, Kind.INDIRECT)],
)
def test_a_claim_of_a_named_speaker_is_direct_or_indirect_whatever_the_model_says(model, answered, kind):
    """A person filed with the kind "outlet" would be an outlet among the speakers."""
    model([FOUND | {"kind": answered}])
    assert [(claim.kind, claim.speaker_kind) for claim in run()] == [(kind, ClaimantKind.PERSON)]


def test_an_answer_that_breaks_off_gives_the_claims_before_that_and_says_so(model, caplog):
    whole = json.dumps({"claims": [FOUND, {"text": "The city has 300 bridges", "speaker": "outlet"}]})
    model(whole[: whole.index("300")])
    assert [claim.text for claim in run()] == [FOUND["text"]]
    assert "The answer of the model answering breaks off after 1 claim: ingest the article" in caplog.text


def test_a_list_without_the_object_around_it_is_read(model, caplog):
    model(f"```json\n{json.dumps([FOUND])}\n```")
    assert [claim.text for claim in run()] == [FOUND["text"]]
    assert caplog.text == ""


@pytest.mark.parametrize("answer", ['{"claims": []}', "```json\n[]\n```"])
def test_an_article_may_have_no_claims(model, answer, caplog):
    model(answer)
    assert (run(), caplog.text) == ([], "")


def test_an_answer_that_breaks_off_after_a_list_in_the_thoughts_is_not_that_list(model, caplog):
    model(f'<think>Not {{"claims": []}}.</think>{{"claims": [{json.dumps(FOUND)}, {{"te')
    assert [claim.text for claim in run()] == [FOUND["text"]]
    assert "breaks off after 1 claim" in caplog.text


def test_a_claim_of_the_kind_outlet_without_a_speaker_is_the_outlets(model):
    model([FOUND | {"speaker": None, "kind": "outlet"}])
    assert [(claim.kind, claim.speaker) for claim in run()] == [(Kind.OUTLET, "outlet")]


def test_a_claim_by_the_outlet_gets_the_kind_outlet_whatever_the_model_says(model):
    model([FOUND | {"speaker": "outlet"}])
    assert [(claim.kind, claim.speaker_as_written) for claim in run()] == [(Kind.OUTLET, None)]


def test_a_missing_llm_package_is_reported_with_the_command_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "llm", None)
    with pytest.raises(PluginError, match=r'\(import of llm.*\): run `pip install "claimtrack\[llm\]"`'):
        run()


@pytest.mark.parametrize("answer", ["I found no claims.", "No claims [1]", '{"claims": [1]}', "{}", ""])
def test_an_answer_without_claims_as_json_is_refused_naming_the_model(model, answer):
    model(answer)
    with pytest.raises(NotExtracted, match="answering did not answer with claims as JSON"):
        run()


@pytest.mark.parametrize(
    ("error", "raised", "message"),
    [
        (llm.NeedsKeyException("No key found"), PluginError, "the model answering needs a key: No key found"),
        (
            OSError("Connection\nrefused"),
            NotExtracted,
            r"gave no answer \(OSError: Connection refused\): check the network",
        ),
    ],
)
def test_an_unreachable_model_is_reported_with_the_remedy(model, monkeypatch, error, raised, message):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(model([FOUND]), "execute", fail)
    with pytest.raises(raised, match=message):
        run()


def test_an_empty_article_sends_no_prompt(model):
    fake = model([FOUND])
    assert run("") == []
    assert fake.prompts == []


def test_an_unknown_model_is_refused_naming_it(monkeypatch):
    monkeypatch.setenv("CLAIMTRACK_LLM_MODEL", "no-such-model")
    with pytest.raises(PluginError, match="llm has no model 'no-such-model': `llm models` lists its models"):
        run()


def test_the_extractor_can_be_chosen_by_its_name(model):
    model([FOUND])
    assert [claim.text for claim in choose_extractor("llm").run(Article(TEXT), Options())] == [FOUND["text"]]
