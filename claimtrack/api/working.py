"""Work on one claim: its words, status, priority, assignee, notes, links and tags."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.model import Priority, Stance, Status

if TYPE_CHECKING:
    from claimtrack.api.given import Day
    from claimtrack.workflow.editing import Edited, Fields
    from claimtrack.workflow.linking import ChangedLink
    from claimtrack.workflow.retracting import Retracted


class Left(Enum):
    """The default of fields that stay as they are if you leave them out; None would empty them."""

    AS_IT_IS = "as it is"


class DeskWork(Opened):
    """The methods of a desk that change one claim, given its id. All raise NotFound if there is no such claim or link, and InvalidValue."""

    def edit(
        self,
        claim_id: int,
        *,
        text: str | Left = Left.AS_IT_IS,
        claimant: str | Left | None = Left.AS_IT_IS,
        claimed_on: Day | Left | None = Left.AS_IT_IS,
        language: str | Left | None = Left.AS_IT_IS,
    ) -> Edited:
        """Change a claim's words, its speaker, the day it was made or its language; None or "" removes the last three.

        Whatever you leave out stays. The result says what changed, and `same_as` which claims it was judged the same as;
        pass it to `undo` to take the edit back. Raises Refused once a verdict on the claim is signed.
        """
        from claimtrack.workflow.editing import edit_claim

        fields: Fields = {}
        if not isinstance(text, Left):
            fields["text"] = given.text(text, "the text of a claim")
        if not isinstance(claimant, Left):
            fields["claimant"] = given.some_text(claimant, "claimant")
        if not isinstance(claimed_on, Left):
            fields["claimed_on"] = given.day(claimed_on, "claimed_on")
        if not isinstance(language, Left):
            fields["language"] = given.some_text(language, "language")
        return edit_claim(self.db, given.number(claim_id), **fields, actor=self.actor)

    def set_status(self, claim_id: int, status: Status | str, *, note: str | None = None) -> None:
        """Move a claim to another status. `note`, why, is added to it. Raises InvalidTransition if the desk has no such step."""
        from claimtrack.workflow import desk

        goal, why = given.word(Status, status, "status"), given.some_text(note, "note")
        desk.set_status(self.db, given.number(claim_id), goal, note=why, actor=self.actor)

    def set_priority(self, claim_id: int, priority: Priority | str) -> None:
        """Set how urgent a claim is: high, normal or low."""
        from claimtrack.workflow import desk

        wanted = given.word(Priority, priority, "priority")
        desk.set_priority(self.db, given.number(claim_id), wanted, actor=self.actor)

    def set_due_on(self, claim_id: int, day: Day | None) -> None:
        """Set the day by which a claim must be checked or, once published, looked at again; None removes it."""
        from claimtrack.workflow import desk

        due_on = given.day(day, "day")
        desk.set_due_on(self.db, given.number(claim_id), due_on, actor=self.actor)

    def assign(self, claim_id: int, name: str | None) -> None:
        """Assign a claim to a person; None unassigns it."""
        from claimtrack.workflow import desk

        desk.assign(self.db, given.number(claim_id), given.some_text(name, "name"), actor=self.actor)

    def note(self, claim_id: int, text: str, *, settles_doubt: bool = False) -> int:
        """Add a note to a claim, and return the note's id. The same note again within ten minutes is taken for one that was sent twice.

        With `settles_doubt` it says why what is in doubt of the claim stays as it is, and removes the due day if a mark set it. Raises
        Refused if nothing is in doubt that a note can settle.
        """
        from claimtrack.workflow import desk, settling

        number, body = given.number(claim_id), given.text(text, "a note")
        if given.some_flag(settles_doubt, "settles_doubt"):
            return settling.settle_doubts(self.db, number, body, actor=self.actor).note_id
        return desk.add_note(self.db, number, body, actor=self.actor)

    def link(
        self,
        claim_id: int,
        url: str,
        stance: Stance | str = Stance.CONTEXT,
        *,
        title: str | None = None,
        quote: str | None = None,
        archived_url: str | None = None,
        is_primary: bool | None = None,
    ) -> int:
        """Attach evidence that supports or refutes a claim, or gives context, and return its id.

        `url` is a web address or, if it is not a web page, words: "Phone call with Ada Miller, 18 April". Readers see it once the review
        is published. `quote` is the passage that matters.
        """
        from claimtrack.workflow import linking

        return linking.add_link(
            self.db,
            given.number(claim_id),
            given.text(url, "url"),
            stance=given.word(Stance, stance, "stance"),
            title=given.some_text(title, "title"),
            quote=given.some_text(quote, "quote"),
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
        quote: str | Left | None = Left.AS_IT_IS,
        archived_url: str | Left | None = Left.AS_IT_IS,
        is_primary: bool | Left | None = Left.AS_IT_IS,
    ) -> ChangedLink:
        """Change what is told of the claim's evidence at this address, or of a source in words. Whatever you leave out stays; None removes it.

        The result says what changed. Raises Refused if a signed verdict rests on it.
        """
        from claimtrack.workflow import linking

        told: dict[str, object] = {}
        if not isinstance(stance, Left):
            told["stance"] = given.word(Stance, stance, "stance")
        if not isinstance(title, Left):
            told["title"] = given.some_text(title, "title")
        if not isinstance(quote, Left):
            told["quote"] = given.some_text(quote, "quote")
        if not isinstance(archived_url, Left):
            told["archived_url"] = given.some_text(archived_url, "archived_url")
        if not isinstance(is_primary, Left):
            told["is_primary"] = given.some_flag(is_primary, "is_primary")
        number, page = given.number(claim_id), given.text(url, "url")
        return linking.change_link_to(self.db, number, page, told, actor=self.actor)

    def retract_link(
        self, claim_id: int, url: str, *, on: Day | None = None, note: str | None = None
    ) -> Retracted:
        """Record that its publisher has retracted evidence, like `link --retracted`, by default today; again, to change `on` or `note`.

        All claims with evidence at this address are in the result's `claims`, and the published ones that became due in `due`. Raises
        NotFound, InvalidValue for a day in the future.
        """
        from claimtrack.workflow import linking, retracting

        row = linking.link_to(self.db, given.number(claim_id), given.text(url, "url"))
        day, reason = given.day(on, "on"), given.some_text(note, "note")
        return retracting.retract(self.db, row["id"], retracted_on=day, note=reason, actor=self.actor)

    def restore_link(self, claim_id: int, url: str) -> Retracted:
        """Record that evidence is not retracted after all, like `link --retracted ""`.

        The result has the claims that are `no_longer_due`, and those that are `still_due` although the mark made them so. Raises NotFound,
        Refused if it is not marked so.
        """
        from claimtrack.workflow import linking, retracting

        row = linking.link_to(self.db, given.number(claim_id), given.text(url, "url"))
        return retracting.restore(self.db, row["id"], actor=self.actor)

    def unlink(self, claim_id: int, url: str) -> None:
        """Remove evidence from a claim: a web address, or a source in words."""
        from claimtrack.workflow import linking

        linking.remove_link_to(self.db, given.number(claim_id), given.text(url, "url"), actor=self.actor)

    def tag(self, claim_id: int, *tags: str) -> None:
        """Add tags to a claim; all of them or, if one cannot be used, none."""
        from claimtrack.store.file.database import write_transaction
        from claimtrack.workflow import desk

        number, names = given.number(claim_id), given.texts(tags, "a tag")
        with write_transaction(self.db, self.actor):
            for name in names:
                desk.add_tag(self.db, number, name, actor=self.actor)

    def untag(self, claim_id: int, *tags: str) -> None:
        """Remove tags from a claim."""
        from claimtrack.store.file.database import write_transaction
        from claimtrack.workflow import desk

        number, names = given.number(claim_id), given.texts(tags, "a tag")
        with write_transaction(self.db, self.actor):
            for name in names:
                desk.remove_tag(self.db, number, name, actor=self.actor)
