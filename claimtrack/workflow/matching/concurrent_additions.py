"""Claims that were filed after a look-up, and are therefore not among its matches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.match import fold_text, is_bare_answer
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Match, Statement
from claimtrack.store import claims
from claimtrack.workflow.matching.repeating import drop_other_speakers, exact_match, repeats_exactly

if TYPE_CHECKING:
    from claimtrack.store.claims import Wording
    from claimtrack.workflow.matching.repeating import Elsewhere


class ConcurrentAdditions:
    """The claims filed since a look-up, by their words: the look-up could not see them.

    Within the write transaction it answers whether somebody has filed the same words meanwhile; claims that the transaction itself
    files are added to it. A bare answer ("No.") repeats another only by the same speaker in the same article.
    """

    def __init__(self, db: Database, newest: int) -> None:
        self._by_words: dict[str, list[Wording]] = {}
        self._answers: dict[tuple[str, str], int] = {}
        self._newest = newest
        self._db = db
        self.catch_up(db)

    def catch_up(self, db: Database) -> None:
        """Add the claims that others filed since the newest one known here."""
        for one in claims.added_since(db, self._newest):
            self._newest = one.claim_id
            if not is_bare_answer(one.text):
                self.add(one)

    def add(self, one: Wording) -> None:
        """Add a claim that was filed just now."""
        self._newest = max(self._newest, one.claim_id)
        if is_bare_answer(one.text):
            self._answers.setdefault(_answer_key(one.text, one.claimant), one.claim_id)
        else:
            self._by_words.setdefault(read(one.text).spelling, []).append(one)

    def repeated_by(self, statement: Statement, elsewhere: Elsewhere | None = None) -> int | None:
        """The id of the first of them that the statement repeats exactly, with a compatible speaker and year.

        `elsewhere` excludes those on the desk that may be another person's.
        """
        if not (self._by_words or self._answers):
            return None  # the usual case: the statement's words need not be read
        if is_bare_answer(statement.text):
            return self._answers.get(_answer_key(statement.text, statement.claimant))
        known = self._by_words.get(read(statement.text).spelling, ())
        same = [one for one in known if repeats_exactly(statement, one.statement)]
        return next((one.claim_id for one in drop_other_speakers(self._db, statement, same, elsewhere)), None)

    def have_words_of(self, text: str) -> bool:
        """Whether one of them has these words, whoever says them. Bare answers do not count."""
        return bool(self._by_words) and not is_bare_answer(text) and read(text).spelling in self._by_words

    def next_article(self, held: Iterable[Wording]) -> None:
        """Begin another article; `held` are the claims that it already quotes."""
        self._answers.clear()
        for one in held:
            if is_bare_answer(one.text):
                self.add(one)


def find_exact_repeat(
    db: Database,
    statement: Statement,
    found: Sequence[Match],
    *,
    newest: int,
    elsewhere: Elsewhere | None,
) -> int | None:
    """The claim that a statement repeats exactly: one filed after the `newest` at the look-up, or else one that it `found`.

    Call it inside the write transaction, so that two people who file the same words at once create one row.
    """
    late = ConcurrentAdditions(db, newest).repeated_by(statement, elsewhere)
    return late or exact_match(db, statement, found, elsewhere)


def _answer_key(text: str, claimant: str | None) -> tuple[str, str]:
    return fold_text(text), (claimant or "").casefold()
