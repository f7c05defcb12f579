"""Desk work on one claim: what it says, where it stands, whose it is, what hangs on it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.model import Priority, Stance, Status

if TYPE_CHECKING:
    from claimtrack.api.given import Day
    from claimtrack.workflow.desk import ChangedLink
    from claimtrack.workflow.editing import Edited, Fields


class Left(Enum):
    """That nothing is said of a field, which stays as it is: None would clear it."""

    AS_IT_IS = "as it is"


class DeskWork(Opened):
    """The methods of a desk that work on a claim; each names the claim by its id. All raise NotFound, InvalidValue."""

    def edit(
        self,
        claim_id: int,
        *,
        text: str | Left = Left.AS_IT_IS,
        claimant: str | Left | None = Left.AS_IT_IS,
        claimed_on: Day | Left | None = Left.AS_IT_IS,
    ) -> Edited:
        """Reword a claim, say who made it and when; None or "" takes the claimant or the day away.

        What is not named stays. The result tells what changed, and which claims it was judged the same as before. Raises Refused
        once a verdict on the claim is signed.
        """
        from claimtrack.workflow.editing import edit_claim

        fields: Fields = {}
        if not isinstance(text, Left):
            fields["text"] = given.text(text, "the text of a claim")
        if not isinstance(claimant, Left):
            fields["claimant"] = given.some_text(claimant, "claimant")
        if not isinstance(claimed_on, Left):
            fields["claimed_on"] = given.day(claimed_on, "claimed_on")
        return edit_claim(self.db, given.number(claim_id), **fields, actor=self.actor)

    def set_status(self, claim_id: int, status: Status | str) -> None:
        """Move a claim along the desk's steps. Raises InvalidTransition."""
        from claimtrack.workflow import desk

        goal = given.word(Status, status, "status")
        desk.set_status(self.db, given.number(claim_id), goal, actor=self.actor)

    def set_priority(self, claim_id: int, priority: Priority | str) -> None:
        """Say how soon a claim is to be checked: high, normal or low."""
        from claimtrack.workflow import desk

        wanted = given.word(Priority, priority, "priority")
        desk.set_priority(self.db, given.number(claim_id), wanted, actor=self.actor)

    def set_due_on(self, claim_id: int, day: Day | None) -> None:
        """Say by which day a claim is to be checked; None for no day."""
        from claimtrack.workflow import desk

        due_on = given.day(day, "day")
        desk.set_due_on(self.db, given.number(claim_id), due_on, actor=self.actor)

    def assign(self, claim_id: int, name: str | None) -> None:
        """Give a claim to somebody; None gives it back to the desk."""
        from claimtrack.workflow import desk

        desk.assign(self.db, given.number(claim_id), given.some_text(name, "name"), actor=self.actor)

    def note(self, claim_id: int, text: str) -> int:
        """Write a note on a claim; the note's id."""
        from claimtrack.workflow import desk

        body = given.text(text, "a note")
        return desk.add_note(self.db, given.number(claim_id), body, actor=self.actor)

    def link(
        self,
        claim_id: int,
        url: str,
        stance: Stance | str = Stance.CONTEXT,
        *,
        title: str | None = None,
        archived_url: str | None = None,
        is_primary: bool | None = None,
    ) -> int:
        """Attach a page as evidence that supports or refutes a claim, or gives context; the evidence's id."""
        from claimtrack.workflow import desk

        return desk.add_link(
            self.db,
            given.number(claim_id),
            given.text(url, "url"),
            stance=given.word(Stance, stance, "stance"),
            title=given.some_text(title, "title"),
            archived_url=given.some_text(archived_url, "archived_url"),
            is_primary=given.some_flag(is_primary, "is_primary"),
            actor=self.actor,
        )

    def change_link(
        self,
        claim_id: int,
        url: str,
        *,
        stance: Stance | str | Left = Left.AS_IT_IS,
        title: str | Left | None = Left.AS_IT_IS,
        archived_url: str | Left | None = Left.AS_IT_IS,
        is_primary: bool | Left | None = Left.AS_IT_IS,
    ) -> ChangedLink:
        """Put right what is told of a page that the claim has as evidence; what is not named stays, None takes it away.

        The result tells what changed. Raises Refused where a signed verdict rests on it.
        """
        from claimtrack.workflow import desk

        told: dict[str, object] = {}
        if not isinstance(stance, Left):
            told["stance"] = given.word(Stance, stance, "stance")
        if not isinstance(title, Left):
            told["title"] = given.some_text(title, "title")
        if not isinstance(archived_url, Left):
            told["archived_url"] = given.some_text(archived_url, "archived_url")
        if not isinstance(is_primary, Left):
            told["is_primary"] = given.some_flag(is_primary, "is_primary")
        number, page = given.number(claim_id), given.text(url, "url")
        return desk.change_link_to(self.db, number, page, told, actor=self.actor)

    def unlink(self, claim_id: int, url: str) -> None:
        """Take a page off a claim."""
        from claimtrack.workflow import desk

        desk.remove_link_to(self.db, given.number(claim_id), given.text(url, "url"), actor=self.actor)

    def tag(self, claim_id: int, *tags: str) -> None:
        """Tag a claim."""
        from claimtrack.store.file.database import write_transaction
        from claimtrack.workflow import desk

        number, names = given.number(claim_id), given.texts(tags, "a tag")
        with write_transaction(self.db, self.actor):
            for name in names:
                desk.add_tag(self.db, number, name, actor=self.actor)

    def untag(self, claim_id: int, *tags: str) -> None:
        """Take tags off a claim."""
        from claimtrack.store.file.database import write_transaction
        from claimtrack.workflow import desk

        number, names = given.number(claim_id), given.texts(tags, "a tag")
        with write_transaction(self.db, self.actor):
            for name in names:
                desk.remove_tag(self.db, number, name, actor=self.actor)
