"""The names of speakers: joining and renaming them."""

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
        """Record that the `others` are names of the same speaker as `name`, like the command `speaker join`.

        The result says which were joined, which names came along with them, and which are filed as another kind of speaker.
        `claimtrack speaker split` takes it back. Raises NotFound if no claim or article has a name, InvalidValue, Refused
        if a rule of the desk forbids it.
        """
        from claimtrack.workflow import joining

        names = given.texts(others, "a name")
        if not names:
            raise InvalidValue("there is no other name to join: give at least one")
        return joining.join(self.db, given.text(name, "a name"), names, actor=self.actor)

    def rename_speaker(self, name: str, new: str) -> Joined:
        """Give a speaker a new name everywhere, like the command `speaker rename`.

        Raises NotFound if no claim or article has the old name, Refused if the desk has the new one already, InvalidValue.
        """
        from claimtrack.workflow import joining

        return joining.rename(
            self.db, given.text(name, "a name"), given.text(new, "a name"), actor=self.actor
        )
