"""What was filed since a look-up, and is therefore not in what that found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match import normalise, says_nothing, spelt
from claimtrack.store import claims
from claimtrack.workflow.repeating import repeats_exactly, statement_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.core.model import Statement
    from claimtrack.store.claims import Worded


class Latecomers:
    """The claims filed since a look-up, by their words: what the look-up could not see.

    Within the write transaction it answers whether somebody filed the same words meanwhile; claims
    filed in the transaction itself are told to it. Words that say nothing by themselves are the same speaker's again
    within one article only. Without a desk it knows what it is told.
    """

    def __init__(self, db: Database | None, newest: int = 0) -> None:
        self._by_words: dict[str, list[Worded]] = {}
        self._answers: dict[tuple[str, str], int] = {}
        self._newest = newest
        if db is not None:
            self.catch_up(db)

    def catch_up(self, db: Database) -> None:
        """Remember what others filed since the last claim that is known here."""
        for one in claims.added_since(db, self._newest):
            self._newest = one.claim_id
            if not says_nothing(one.text):
                self.add(one)

    def add(self, one: Worded) -> None:
        """Remember a claim that was filed just now; one that has no number yet is told with 0."""
        self._newest = max(self._newest, one.claim_id)
        if says_nothing(one.text):
            self._answers.setdefault(_answer(one.text, one.claimant), one.claim_id)
        else:
            self._by_words.setdefault(spelt(one.text), []).append(one)

    def repeated_by(self, statement: Statement) -> int | None:
        """The first of them that has the statement's very words and may be the same speaker's, of the same year."""
        if says_nothing(statement.text):
            return self._answers.get(_answer(statement.text, statement.claimant))
        known = self._by_words.get(spelt(statement.text), ())
        return next((one.claim_id for one in known if repeats_exactly(statement, statement_of(one))), None)

    def next_article(self, held: Iterable[Worded] = ()) -> None:
        """What is told from now on stands in another article; `held` are the claims that it is quoted with already."""
        self._answers.clear()
        for one in held:
            if says_nothing(one.text):
                self.add(one)


def _answer(text: str, claimant: str | None) -> tuple[str, str]:
    return normalise(text), (claimant or "").casefold()
