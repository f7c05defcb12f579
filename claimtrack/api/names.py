"""The names of speakers, tags and outlets: joining and renaming them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from claimtrack.workflow.joining import Joined
    from claimtrack.workflow.relabelling import Relabelled


class NameWork(Opened):
    """The methods of a desk that work on names."""

    def join_speakers(self, name: str, *others: str) -> Joined:
        """Record that the `others` are names of the same speaker as `name`, like the command `speaker join`.

        The result says which were joined, which names came along with them, and which are filed as another kind of speaker.
        `claimtrack speaker split` takes it back. Raises NotFound if no claim or article has a name, InvalidValue, Refused
        if a rule of the desk forbids it.
        """
        from claimtrack.workflow import joining

        names = _some(others, "name")
        return joining.join(self.db, given.text(name, "a name"), names, actor=self.actor)

    def rename_speaker(self, name: str, new: str) -> Joined:
        """Give a speaker a new name everywhere, like the command `speaker rename`.

        Raises NotFound if no claim or article has the old name, Refused if the desk has the new one already, InvalidValue.
        """
        from claimtrack.workflow import joining

        return joining.rename(
            self.db, given.text(name, "a name"), given.text(new, "a name"), actor=self.actor
        )

    def join_tags(self, name: str, *others: str) -> Relabelled:
        """Give all claims that have one of the `others` the tag `name`, like the command `tags join`: also those that come in later.

        The result says what the tag is called, what it `was`, and how many claims were `changed`. Raises NotFound if no claim has a
        tag, InvalidValue.
        """
        return self._join_labels("tag", name, others)

    def rename_tag(self, name: str, new: str) -> Relabelled:
        """Give a tag a new name, or other capitals, like the command `tags rename`.

        Raises NotFound if no claim has the tag, Refused if the desk has the new one already, InvalidValue.
        """
        return self._rename_label("tag", name, new)

    def forget_tag(self, name: str) -> Relabelled:
        """Let the former name of a tag be a tag of its own again, like the command `tags forget`. Raises NotFound if it is none, InvalidValue."""
        return self._forget_label("tag", name)

    def join_outlets(self, name: str, *others: str) -> Relabelled:
        """Give all articles that have one of the `others` the outlet `name`, like the command `outlets join`: also those that come in later.

        Raises NotFound if no article has an outlet, InvalidValue.
        """
        return self._join_labels("outlet", name, others)

    def rename_outlet(self, name: str, new: str) -> Relabelled:
        """Give an outlet a new name, like the command `outlets rename`.

        Raises NotFound if no article has the outlet, Refused if the desk has the new one already, InvalidValue.
        """
        return self._rename_label("outlet", name, new)

    def forget_outlet(self, name: str) -> Relabelled:
        """Let the former name of an outlet be one of its own again, like the command `outlets forget`. Raises NotFound if it is none, InvalidValue."""
        return self._forget_label("outlet", name)

    def _join_labels(self, noun: str, name: str, others: tuple[str, ...]) -> Relabelled:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow import relabelling

        names = _some(others, noun)
        return relabelling.join(self.db, LABELS[noun], given.text(name, "a name"), names, actor=self.actor)

    def _rename_label(self, noun: str, name: str, new: str) -> Relabelled:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow import relabelling

        told = given.text(name, "a name"), given.text(new, "a name")
        return relabelling.rename(self.db, LABELS[noun], *told, actor=self.actor)

    def _forget_label(self, noun: str, name: str) -> Relabelled:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow import relabelling

        return relabelling.forget(self.db, LABELS[noun], given.text(name, "a name"), actor=self.actor)


def _some(others: tuple[str, ...], noun: str) -> tuple[str, ...]:
    """The names that are to be joined to another. Raises InvalidValue where there is none."""
    names = given.texts(others, "a name")
    if not names:
        raise InvalidValue(f"there is no other {noun} to join: give at least one")
    return names
