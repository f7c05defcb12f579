"""Which claims have a tag, or a value in a column of the desk's own, and which have not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from claimtrack.core.sheets.own_columns import is_own_column

# The tag that `tags.called` means: letters with accents are folded where no tag, or former one, is written so.
_TAGGED = """id in (
    select claim_id from claim_tags join tags on tags.id = tag_id
    where tags.name = coalesce(
        (select current_name from former_names where kind = 'tag' and name = {0} collate nocase),
        (select name from tags where name = {0} and id in (select tag_id from claim_tags)),
        (select current_name from former_names where kind = 'tag' and one_name(name) = one_name({0})),
        (select name from tags where one_name(name) = one_name({0}) and id in (select tag_id from claim_tags))
    )
)"""
_IN_COLUMN = f"(id in (select claim_id from claim_columns where one_name(name) = one_name(rtrim({{0}}, ': '))) or {_TAGGED})"


def unborne(db: Database, tags: Iterable[str]) -> list[str]:
    """Return those of the tags that no claim has."""

    def is_borne(tag: str) -> bool:
        [condition], values = conditions((tag,), ())
        return db.execute(f"select 1 from claims where {condition} limit 1", values).fetchone() is not None

    return [tag for tag in tags if not is_borne(tag)]


def conditions(tags: Sequence[str], without: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the SQL conditions on the `id` of a claim that has all of the `tags` and none of those `without`, and their parameters.

    "Platform:" is any tag that begins so: a value in the desk's own column "Platform".
    """
    values = {f"tag_{number}": tag for number, tag in enumerate((*tags, *without))}
    found = [
        (_IN_COLUMN if is_own_column(tag) else _TAGGED).format(f":{name}") for name, tag in values.items()
    ]
    return [*found[: len(tags)], *(f"not {one}" for one in found[len(tags) :])], values
