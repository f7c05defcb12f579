"""What an "only" belongs to, wherever the verb stands: "only checked the *brakes*", "checked only the *brakes*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import DO, MODALS, STOP_WORDS
from claimtrack.core.match.words.verbs import is_done

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE_A_VERB = MODALS | DO | {"done", "doing", "to", "not"}


def told_only(words: Sequence[str], start: int) -> int:
    """The place of the first word of weight from that behind an "only" on, and of what a verb there is done to; the first where there is none."""
    verb = is_done(words[start]) or (start > 1 and words[start - 2] in _BEFORE_A_VERB)
    behind = range(start + verb, len(words))
    return next((at for at in behind if words[at] not in STOP_WORDS), start)
