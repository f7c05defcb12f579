"""Articles that their outlet has withdrawn: somebody did say what they quote, but the outlet no longer stands by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import Article
from claimtrack.core.steps import Worded, by_command
from claimtrack.store import appearances, articles
from claimtrack.store.history_ranges import write_step
from claimtrack.store.marks import WITHDRAWN
from claimtrack.workflow import taken_back
from claimtrack.workflow.articles.dropping import withdrawn_claims
from claimtrack.workflow.days import today
from claimtrack.workflow.taken_back import TakenBack

if TYPE_CHECKING:
    from claimtrack.store.marks import Row
    from claimtrack.workflow.articles.dropping import Dropped
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.articles.recognising import Recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(TakenBack):
    """An article that was marked as withdrawn, or no longer is (`withdrawn_on` is None)."""

    article_id: int
    withdrawn_on: str | None


def withdraw(
    db: Database,
    article_id: int,
    *,
    withdrawn_on: str | None = None,
    note: str | None = None,
    actor: str | None,
) -> Withdrawn:
    """Mark the newest version of an article as withdrawn on this day, or change the day or the note of one that is marked already.

    None keeps each; a new day is today by default. Its claims keep their status. When it is marked, those that are published become due
    today, unless they have a due day already. Raises NotFound, InvalidValue for a day in the future.
    """
    with write_step(db, actor) as written:
        newest = articles.newest_version(db, article_id)
        known = articles.get(db, newest)
        day, reason = taken_back.complete(WITHDRAWN, known, withdrawn_on, note)
        due = mark(db, newest, day, reason)
        return Withdrawn(
            article_id=newest,
            withdrawn_on=day,
            claims=withdrawn_claims(db, newest),
            written=written(),
            was_marked=known["withdrawn_on"] is not None,
            due=due,
        )


def mark(db: Database, article_id: int, day: str, note: str | None = None) -> tuple[int, ...]:
    """Mark an article as withdrawn on that day, and make its published claims due to be looked at again; return those.

    They are those of this version and of the one before, if this is a notice. If it was marked already, or is a further notice, nothing
    becomes due: somebody may have looked. Call it within the transaction.
    """
    known = articles.get(db, article_id)
    was_marked = known["withdrawn_on"] is not None or repeats_notice(db, known["previous_id"])
    found = () if was_marked else withdrawn_claims(db, article_id)
    return taken_back.put(db, WITHDRAWN, [known], day, note, [one.claim_id for one in found])


def repeats_notice(db: Database, previous_id: int | None) -> bool:
    """Whether a notice that follows this version only repeats that the article is withdrawn."""
    return previous_id is not None and articles.get(db, previous_id)["withdrawn_on"] is not None


def restore(db: Database, article_id: int, *, actor: str | None) -> Withdrawn:
    """Record that the newest version of an article is not withdrawn after all, and take back the due days that the withdrawal set.

    See `taken_back.remove` for those that stay. Raises NotFound, Refused if the article is not marked so.
    """
    with write_step(db, actor) as written:
        newest = articles.newest_version(db, article_id)
        marked = _marked_in_a_row(db, newest)
        if not marked:
            raise Refused(f"article {newest} is not marked as withdrawn: nothing to restore")
        found = withdrawn_claims(db, newest)
        over, still = taken_back.remove(db, WITHDRAWN, marked, [one.claim_id for one in found])
        return Withdrawn(
            article_id=newest,
            withdrawn_on=None,
            claims=found,
            written=written(),
            no_longer_due=over,
            still_due=still,
        )


def _marked_in_a_row(db: Database, newest: int) -> list[Row]:
    """The newest version and those before it, as far as each is marked as withdrawn: a notice may have been repeated."""
    found: list[Row] = []
    version: int | None = newest
    while version is not None and (row := articles.get(db, version))["withdrawn_on"] is not None:
        found.append(row)
        version = row["previous_id"]
    return found


def still_gone(db: Database, done: Withdrawn) -> Worded | None:
    """How to have the claims again of an article whose newest version is the notice that withdrew it; None if it is not."""
    before = version_with_claims(db, done.article_id)
    if before == done.article_id or not done.claims:
        return None
    return (
        f"Article {done.article_id} is the notice itself, and has no claims. To have those of article {before} again, "
        + Worded(
            "ingest its text again, with a --date after the notice's",
            "bring in its text again, with a later date",
        )
        + "."
    )


def version_with_claims(db: Database, article_id: int) -> int:
    """The version of an article that has its claims: one before, if this one is a notice of withdrawal."""
    before: int | None = articles.get(db, article_id)["previous_id"]
    if before is None or any(appearances.of_article(db, article_id)):
        return article_id
    return version_with_claims(db, before)


def withdrawal_day(db: Database, article: Article, recognised: Recognised) -> str:
    """The day of the notice, else today: a page that was taken back often keeps the day on which it was published."""
    day, before = article.published_on or recognised.article.published_on or "", recognised.previous_id
    was = articles.get(db, before)["published_on"] if before is not None else None
    is_of_notice = (article.is_withdrawn and article.published_on) or day > (was or "")
    return day if is_of_notice else today()


def notices(done: Ingested, named: str, would: str) -> Iterator[str]:
    """Yield what an article withdraws, with the claims concerned; or that an article is marked as withdrawn, although it was read again."""
    if not done.is_withdrawal:
        yield (
            f"Article {done.article_id} is marked as withdrawn on {done.withdrawn_on}, and stays so. If its outlet has published it again, "
            + Worded(f"run `claimtrack articles restore {done.article_id}`", "say so on its page")
            + "."
        )
    elif done.withdrawn_on is None:
        yield (
            f"{named} reads like a notice of withdrawal, by its title or first line, so no claims are taken from it. If it withdraws an article of "
            "this desk, "
            + Worded(
                "ingest it again with --version-of and that article's number",
                "bring it in again as a new version of that article (the last field)",
            )
            + f". If it is no notice, {'' if would else 'take that back, and '}"
            + Worded(
                "ingest it with another --title or first line", "bring it in with another title or first line"
            )
            + "."
        )
    elif done.previous_id is not None:
        yield f"{named} {'would withdraw' if would else 'withdraws'} article {done.previous_id}, on {done.withdrawn_on}."
    else:
        yield f"{named} {would or 'is '}marked as withdrawn on {done.withdrawn_on}."
    if done.is_withdrawal:
        yield from concerned(done.dropped, done.previous_id or done.article_id)


def concerned(claims: Sequence[Dropped], article_id: int) -> Iterator[str]:
    """Yield what becomes of the claims of an article that was withdrawn, the published ones first, and the first of them."""
    yield from taken_back.concerned(claims, "It had", by_command(f"list --article {article_id}"))
