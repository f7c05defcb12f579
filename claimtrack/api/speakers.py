"""Whose claims are whose: names of one speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from claimtrack.workflow.joining import Joined


class SpeakerWork(Opened):
    """The methods of a desk that work on the names of speakers."""

    def join_speakers(self, name: str, *others: str) -> Joined:
        """Say that each of the others is another name of this speaker, as the command `speaker join` does.

        The result tells which were joined, whom they brought along, and who is of another sort. `claimtrack speaker split` takes
        it back. Raises NotFound for a name that no claim or article has, InvalidValue, Refused.
        """
        from claimtrack.workflow import joining

        names = given.texts(others, "a name")
        if not names:
            raise InvalidValue("there is no other name to join: give at least one")
        return joining.join(self.db, given.text(name, "a name"), names, actor=self.actor)

    def rename_speaker(self, name: str, new: str) -> Joined:
        """Call a speaker by a name that the desk has not had, as the command `speaker rename` does. Raises NotFound, Refused."""
        from claimtrack.workflow import joining

        return joining.rename(
            self.db, given.text(name, "a name"), given.text(new, "a name"), actor=self.actor
        )
