"""Every error that claimtrack reports to a person, each in one sentence that includes the remedy.

* ClaimtrackError
  x DatabaseError            the file cannot serve as a desk
    + NotADesk               it is no database, or somebody else's
      * Damaged              it is a database, but parts of it are lost
    + TooNew                 a newer claimtrack wrote it
    + NeedsMigration         an older claimtrack wrote it
    + DatabaseLocked         another program holds it
    + MigrationFailed        an upgrade step failed; the file is as it was
    + UnsafeToWrite          a trigger is missing or in the way: a write would bypass history, or crash the program
  x NotFound                 no row has this id or name
  x InvalidValue             a value the desk does not take: a bad date, a bad address
    + EmptyValue             nothing at all where something is wanted
    + InvalidClaimReview     a record is no ClaimReview: which field, why, and what to do
  x InvalidTransition        the desk's rules do not lead from this status to that one
  x InvalidSpan              the span does not hold the quoted words
  x Duplicate                the claim is on the desk already, and the caller asked to fail then
  x Refused                  a rule of the desk forbids it (a judgement that contradicts another ...)
    + ChangedMeanwhile       somebody else changed the row since it was shown
  x SourceError              an article could not be had
    + FetchError             the address did not answer, or not with something to read
      * PageGone             the server says that it has no such page, or no longer
    + UnreadableSource       missing, binary, empty or in no known encoding
      * NothingYet           a folder or feed is empty: for `ingest` that is no failure
    + NotExtracted           the extractor or the scorer failed on its text
    + LeftOut                skipped by rule: in a folder or a feed it is no failure
  x PluginError              a plug-in is missing, doubled or does not load
"""

from claimtrack.core.steps import Worded


class ClaimtrackError(Exception):
    """Base class of all errors shown to a person. `value` is the wrong value that was typed, if it is a single one."""

    def __init__(self, message: str = "", value: str | None = None) -> None:
        super().__init__(message)
        self.value = value

    @property
    def words(self) -> str:
        """The message; a `Worded` (`core/steps.py`) if a page asks for another step than a terminal."""
        return next((one for one in self.args[:1] if isinstance(one, Worded)), str(self))


class DatabaseError(ClaimtrackError):
    """The file cannot serve as a desk."""


class NotADesk(DatabaseError):
    """The file is no database, or somebody else's."""


class Damaged(NotADesk):
    """The file is a database, but parts of it are lost."""


class TooNew(DatabaseError):
    """A newer claimtrack wrote the file."""


class NeedsMigration(DatabaseError):
    """Another version of claimtrack wrote the file: an older one, or one that upgraded it while this program had it open."""


class DatabaseLocked(DatabaseError):
    """Another program holds the write lock for longer than we wait."""


class MigrationFailed(DatabaseError):
    """An upgrade step failed; the file is as it was before."""


class UnsafeToWrite(DatabaseError):
    """A write would break the desk's rules unnoticed, bypass history, or crash the program."""


class NotFound(ClaimtrackError):
    """No row has this id or name."""


class InvalidValue(ClaimtrackError):
    """The desk does not accept this value."""


class EmptyValue(InvalidValue):
    """A required value is empty, as if it had been left out."""


class InvalidClaimReview(InvalidValue):
    """A record is not a ClaimReview that the desk can import or export."""


class InvalidTransition(ClaimtrackError):
    """The desk's rules do not allow this change of status."""


class InvalidSpan(ClaimtrackError):
    """The span of an appearance does not hold the quoted words."""


class Duplicate(ClaimtrackError):
    """The claim is on the desk already."""


class Refused(ClaimtrackError):
    """A rule of the desk forbids the change."""


class ChangedMeanwhile(Refused):
    """Somebody else changed the row since it was shown; nothing was overwritten.

    `was` has the values that were shown, by field. `version` names that of the desk with all changes that the message names.
    """

    version: str | None = None

    def __init__(self, message: str, was: dict[str, str | None] | None = None) -> None:
        super().__init__(message)
        self.was = was or {}


class SourceError(ClaimtrackError):
    """An article could not be read from its source."""


class FetchError(SourceError):
    """The address did not answer, or its answer could not be read."""


class PageGone(FetchError):
    """The server has no such page (404), or no longer (410). `url` is its address."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.url = url


class UnreadableSource(SourceError):
    """The source is missing, binary, empty or in no known encoding."""


class NotExtracted(SourceError):
    """The extractor or the scorer failed on this article; it may not on the next."""


class NothingYet(UnreadableSource):
    """A folder without files, or a feed without entries: there may be some tomorrow."""


class LeftOut(SourceError):
    """Part of a folder or feed is skipped by rule: a picture, a link to a folder, an entry without text."""


class PluginError(ClaimtrackError):
    """A plug-in is missing, doubled or does not load."""


READING_ERRORS = (AttributeError, LookupError, TypeError, ValueError)
"""What reading a value raises that no desk has: a number in place of a text, say, or a word that the desk does not know."""
