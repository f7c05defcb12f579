"""Reading a desk: its claims, by criteria or by their words, and the history of what was done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.model import Priority, Status

if TYPE_CHECKING:
    from claimtrack.api.given import Day


class DeskReading(Opened):
    """The methods of a desk that list and search claims, and read the history."""

    def claims(
        self,
        *,
        status: Status | str | Iterable[Status | str] | None = None,
        claimant: str | None = None,
        assignee: str | None = None,
        tag: str | Iterable[str] | None = None,
        since: Day | None = None,
        article_id: int | None = None,
        priority: Priority | str | None = None,
        rating: str | None = None,
        due_until: Day | None = None,
        language: str | None = None,
        once: bool = False,
        without: str | Iterable[str] | None = None,
    ) -> list[dict[str, Any]]:
        """Return the rows of the view claim_overview that meet all criteria given, as dicts with the tags as a list.

        With several statuses, a claim must have one of them; with several tags, all, and none of those in `without`; "Platform:" is any tag that begins so. `since` is when a claim was filed: a date, a
        datetime or such text in ISO 8601, without a time zone by the clock of this machine, as in `list --since`. An empty `assignee` finds claims of nobody, an
        empty `rating` those without one, published or approved. `due_until` leaves out parked and rejected claims, unless you
        give a `status`. `language` is a code such as "cy", or "" for claims whose language is unknown. With `once`, of claims
        judged the same that meet the criteria only one, and with a `status` other than published none to be checked that nobody
        has while another is published, as `list --once` has it. Raises InvalidValue.
        """
        from claimtrack.core.texts.languages import clean_language
        from claimtrack.store import views
        from claimtrack.store.file.errors import translate_errors

        spoken = given.some_text(language, "language")
        stands = given.some_words(Status, status, "status")
        filed = given.moment(since, "since")
        wanted = views.ClaimFilter(
            stands,
            given.some_text(claimant, "claimant"),
            given.some_text(assignee, "assignee"),
            () if tag is None else given.texts(tag, "a tag"),
            filed,
            given.some_number(article_id, "article_id"),
            None if priority is None else given.word(Priority, priority, "priority"),
            given.some_text(rating, "rating"),
            due_until=given.calendar_day(due_until, "due_until"),
            language=clean_language(spoken) if spoken else spoken,
            is_once=bool(given.some_flag(once, "once")),
            without=() if without is None else given.texts(without, "a tag"),
        )
        # Not row by row: a query that is not read to its end keeps this connection from writing once somebody else has.
        with translate_errors():
            return list(views.claims(self.db, wanted))

    def markdown(self, *claim_ids: int, words: str | None = None, approved: bool = False) -> list[str]:
        """Return the published verdicts on these claims as text for an article, as `export markdown` has them.

        A claim has one, or one for each language. `words` is the language of headings and dates, such as "es", or a file with words
        of your own; without it, it is the verdict's. With `approved`, those that are approved, but not published, come too, without an
        address and a date. Raises InvalidValue, NotFound for a claim that does not exist or has no such verdict.
        """
        from claimtrack.store.file.connecting import file_of
        from claimtrack.workflow.exporting import verdict_texts, verdicts_for_articles

        ids = [given.number(one) for one in claim_ids]
        spoken, file = given.some_text(words, "words"), file_of(self.db)
        also = bool(given.some_flag(approved, "approved"))
        chosen = verdicts_for_articles(file, ids, approved=also) if ids and file else []
        return verdict_texts(chosen, language=spoken)

    def search(self, query: str, *, limit: int = 20) -> list[dict[str, Any]]:
        """Return up to `limit` rows of the view claim_overview that have all words of the query, best first, like the command `search`.

        `tags` is a list; `found_in` names the tags, places, notes, links and reviews that have the words. Raises
        InvalidValue.
        """
        from claimtrack.store.searching import search

        return search(self.db, given.text(query, "the query"), limit=given.count(limit, "limit"))

    def lint(self, *claim_ids: int, article_id: int | None = None) -> list[dict[str, Any]]:
        """Return what these claims lack before they are published, or without any those on their way.

        With `article_id`, and no claims, what the facts of your own piece lack before it can be handed over, in the order of
        its text. A dict for each thing: `claim_id`, `review_id`, `rule`, `message`, and `blocks`, which is false for a hint.
        Raises InvalidValue, NotFound.
        """
        from claimtrack.core.errors import InvalidValue
        from claimtrack.workflow.reviews import linting

        if claim_ids and article_id is not None:
            raise InvalidValue("give the numbers of claims, or article_id: one of them")
        if article_id is not None:
            found = linting.lint_piece(self.db, given.number(article_id, "article_id")).found
        else:
            _, found = linting.lint(self.db, [given.number(one) for one in claim_ids])
        return [asdict(one) for one in found]

    def coders_decisions(self, *paths: str | Path) -> list[dict[str, Any]]:
        """Return what several people decided, each on a copy of this desk, as `coders decisions` prints it.

        A dict for each decision: `coder` (the name of the file), `what`, `unit`, `text`, `code`, `decided_by`, `decided_at`. Raises
        NotFound if there is no such file, Refused if one is no copy of this desk as it is now, or has the name or the work of another;
        NotADesk, TooNew, NeedsMigration.
        """
        from claimtrack.workflow.coding import decisions

        return decisions(self.db, [Path(given.path(one, "the file of a copy")) for one in paths])

    def coders_agreement(self, *paths: str | Path) -> list[dict[str, Any]]:
        """Return how well these people agree, as `coders agreement` prints it: each two of them, and all, question by question.

        A dict for each: `what`, `coder`, `other_coder` (both None for all of them), `coders`, `units`, `agreement`, Cohen's `kappa`,
        Krippendorff's `alpha` (None if not defined). Raises what `coders_decisions` does.
        """
        from claimtrack.workflow.coding import compare

        return [one._asdict() for one in compare(self.coders_decisions(*paths))]

    def history(
        self,
        claim_id: int | None = None,
        *,
        article_id: int | None = None,
        since: Day | None = None,
        by: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        """Return all changes to a claim and to what belongs to it, oldest first; without `claim_id` the last changes on the desk, newest first.

        `article_id` (only changes of the claims in this article), `since` (a day or moment, as in `claims`), `by` (a person's
        name), `after` and `limit` (50 if not given) count only without `claim_id`. `after` is the `cursor` of a change: only
        those after it are returned, oldest first, and without `limit` all of them; "0" is before the first. Raises NotFound if there is
        no such claim or article, InvalidValue, and ChangedMeanwhile if this desk, perhaps put back from a backup, has no such change.
        """
        from claimtrack.store.history import Selection
        from claimtrack.workflow import dossier

        if claim_id is not None:
            return dossier.claim_history(self.db, given.number(claim_id))
        usual = 50 if after is None else None
        most = usual if limit is None else given.count(limit, "limit")
        return list(
            dossier.desk_history(
                self.db,
                Selection(
                    since=given.moment(since, "since"),
                    actor=given.some_text(by, "by"),
                    article_id=given.some_number(article_id, "article_id"),
                ),
                after=given.some_text(after, "after"),
                limit=most,
            )
        )
