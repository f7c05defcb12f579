"""Matches: scored pairs of claims, and people's judgements of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from claimtrack.core.model import Comparison, Judgement, Statement
from claimtrack.core.steps import SEE_PAIRS
from claimtrack.core.texts.differing import swap_sides
from claimtrack.store import clusters, rows
from claimtrack.store.claims import claimant, statement_sql
from claimtrack.store.file.errors import translate_errors

_MOST_SAME = 200
"""How many of the claims judged the same as one of a pair are named."""


def record_suggestions(
    db: Database,
    pairs: Iterable[tuple[int, int, Comparison]],
    *,
    scorer: str,
    compared: Mapping[int, str | None] | None = None,
) -> None:
    """Record the matcher's comparisons of pairs (first claim with second); a pair that a person has judged stays unchanged.

    So does one of which nothing that anybody sees is different now: history would get a row for each pair with each run.
    A pair is left out if one of its claims is gone, or no longer has the text with which it was `compared`: others write between a look-up and this.
    """
    sql = """
        insert into matches (left_id, right_id, score, suggestion, reasons, differences, scorer)
        select :left_id, :right_id, :score, :suggestion, :reasons, :differences, :scorer
        where not exists (
            select 1 from matches
            where left_id = :left_id and right_id = :right_id and judgement <> 'unjudged'
        )
            and exists (select 1 from claims where id = :left_id and text = coalesce(:left_text, text))
            and exists (select 1 from claims where id = :right_id and text = coalesce(:right_text, text))
        on conflict (left_id, right_id) do update set
            score = excluded.score, suggestion = excluded.suggestion, reasons = excluded.reasons,
            differences = excluded.differences, scorer = excluded.scorer
        where abs(score - excluded.score) >= 0.005 -- with each claim, words become rarer or more common on the desk
            or (suggestion, reasons, differences, scorer)
                is not (excluded.suggestion, excluded.reasons, excluded.differences, excluded.scorer)
    """
    with translate_errors():
        db.conn.executemany(sql, (_row(*pair, scorer, compared or {}) for pair in pairs))


def scorers_of_unjudged(db: Database) -> list[str]:
    """Return the names of the scorers whose suggestions wait for a judgement."""
    sql = "select distinct scorer from matches where judgement = 'unjudged'"
    return [name for (name,) in db.execute(sql)]


def drop_suggestions(db: Database, scorer: str, *, at_most: int) -> int:
    """Delete suggestions of this scorer that nobody has judged, and return how many."""
    sql = """
        delete from matches where id in (
            select id from matches where judgement = 'unjudged' and scorer = :scorer limit :at_most
        )
    """
    return rows.execute(db, sql, {"scorer": scorer, "at_most": at_most}).rowcount


def _row(
    one: int, other: int, comparison: Comparison, scorer: str, compared: Mapping[int, str | None]
) -> dict[str, Any]:
    left_id, right_id = order_pair(one, other)
    differences = comparison.differences if left_id == one else swap_sides(comparison.differences)
    return {
        "left_id": left_id,
        "right_id": right_id,
        "score": comparison.score,
        "suggestion": comparison.suggestion,
        "reasons": rows.as_json(comparison.reasons),
        "differences": rows.as_json(differences),
        "scorer": scorer,
        "left_text": compared.get(left_id),
        "right_text": compared.get(right_id),
    }


def get(db: Database, match_id: int) -> dict[str, Any]:
    """Return the recorded pair. Raises NotFound."""
    return rows.get(db, "matches", match_id, "pair", SEE_PAIRS)


def judge(db: Database, one: int, other: int, judgement: Judgement) -> None:
    """Judge a recorded pair. Raises Refused if the judgement contradicts others."""
    # Set who and when in the same statement: the trigger would add a second row of history. The time is at least a
    # millisecond after the previous judgement, because it distinguishes two judgements of a pair.
    sql = """
        update matches
        set judgement = ?,
            judged_by = (select actor from audit_context where id = 1),
            judged_at = max(
                strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
                coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', judged_at, '+0.001 seconds'), '')
            )
        where left_id = ? and right_id = ?
    """
    rows.execute(db, sql, [judgement, *order_pair(one, other)])


def delete_unlike(db: Database, one: int, other: int, *, below: float) -> None:
    """Delete an unjudged pair that the matcher would not suggest: it was only recorded to be judged."""
    sql = """
        delete from matches
        where left_id = ? and right_id = ? and judgement = 'unjudged' and suggestion = 'related' and score < ?
    """
    rows.execute(db, sql, [*order_pair(one, other), below])


def lost_suggestions_since(db: Database, change_id: int) -> list[int]:
    """Return the later claim of each pair whose suggestion was deleted after that change in history."""
    sql = """
        select distinct old_row ->> 'right_id' from history
        where id > ? and +table_name = 'matches' and operation = 'delete'  -- the +: not all changes of matches, by their index
        order by 1
    """
    return rows.fetch_numbers(db, sql, [change_id])


def judged_pairs(db: Database) -> Iterator[tuple[Statement, Statement, Judgement]]:
    """Yield every pair judged in its present wording, oldest first, as the statements that the matcher compares, with the judgement."""
    sql = f"""
        select {statement_sql("lefts")}, {statement_sql("rights")}, matches.judgement
        from matches
        join claims as lefts on lefts.id = matches.left_id
        join claims as rights on rights.id = matches.right_id
        where matches.judgement in ('same', 'different', 'unsure')
            and not (select is_judged_otherwise from match_words where match_words.id = matches.id)
        order by matches.id
    """
    for row in db.execute(sql):
        yield Statement(*row[:4]), Statement(*row[4:8]), Judgement(row[8])


def count(db: Database, claim_id: int) -> int:
    """Return the number of recorded pairs of a claim."""
    sql = "select count(*) from matches where left_id = :id or right_id = :id"
    return rows.fetch_number(db, sql, {"id": claim_id}) or 0


def decided(db: Database, claim_id: int) -> Iterator[tuple[int, Judgement, bool]]:
    """Yield each claim with which this one is a recorded pair, its judgement, and whether one of the two was reworded since."""
    sql = """
        select iif(left_id = :id, right_id, left_id), judgement, is_judged_otherwise
        from matches join match_words on match_words.id = matches.id
        where left_id = :id or right_id = :id
        order by 1
    """
    for other, judgement, is_reworded_since in db.execute(sql, {"id": claim_id}):
        yield other, Judgement(judgement), bool(is_reworded_since)


def of_claim(db: Database, claim_id: int, *, limit: int | None = None) -> list[dict[str, Any]]:
    """Return the recorded pairs of a claim, most similar first, each with the other claim's id, text, status, assignee and rating.

    The rating is that of all claims judged the same as the other one: `same_as_in_all` is their number, `same_as` the ids of the first
    of them. Of 3,000 claims judged the same, each would have those of all others. `rated_by` and `held_on` are as in
    claim_overview; `withdrawn` is a rating that our desk withdrew, if there is no other. `reworded`: one of
    the two was reworded since they were judged. If one was reworded since they were scored, `score` and `suggestion` are None,
    and the pair comes last. `differences` name this claim's side first.
    """
    sql = f"""
        select matches.id, other.id as claim_id, other.text, other.status, {claimant("other")} as claimant,
            other.assignee,
            -- Not joined: SQLite would then find the verdict of every claim on the desk first.
            (select rating from claim_verdicts where claim_verdicts.claim_id = other.id) as rating,
            (select rated_by from claim_verdicts where claim_verdicts.claim_id = other.id) as rated_by,
            (select held_on from claim_verdicts where claim_verdicts.claim_id = other.id) as held_on,
            iif(is_scored_otherwise, null, matches.score) as score,
            iif(is_scored_otherwise, null, matches.suggestion) as suggestion,
            iif(is_scored_otherwise, '[]', matches.reasons) as reasons,
            iif(is_scored_otherwise, '[]', matches.differences) as differences,
            matches.scorer, matches.judgement, matches.judged_by, matches.judged_at,
            is_judged_otherwise as reworded, matches.right_id = :id as is_right
        from (
            -- Chosen first: SQLite would find the verdict on each claim of a long list, to show the first few.
            select matches.id as id, is_scored_otherwise, is_judged_otherwise
            from matches join match_words on match_words.id = matches.id
            where left_id = :id or right_id = :id
            order by iif(is_scored_otherwise, null, score) desc, matches.id limit :limit
        ) as pairs
        cross join matches on matches.id = pairs.id
        join claims as other on other.id = iif(matches.left_id = :id, matches.right_id, matches.left_id)
        order by iif(is_scored_otherwise, null, matches.score) desc, matches.id
    """
    values = {"id": claim_id, "limit": -1 if limit is None else limit}
    pairs = [_orient_pair(**row) for row in rows.query(db, sql, values)]
    withdrawn = clusters.withdrawn_ratings(db, pairs, "claim_id")
    same = clusters.same_as(db, [pair["claim_id"] for pair in pairs]) if pairs else {}
    return [
        {
            **pair,
            "reworded": bool(pair["reworded"]),
            "withdrawn": withdrawn.get(pair["claim_id"]),
            "same_as": same.get(pair["claim_id"], ())[:_MOST_SAME],
            "same_as_in_all": len(same.get(pair["claim_id"], ())),
        }
        for pair in pairs
    ]


def _orient_pair(*, is_right: int, **pair: Any) -> dict[str, Any]:
    """Return the pair from this claim's side: if it is the right one, the sides of `differences` are swapped."""
    return {**pair, "differences": [*swap_sides(pair["differences"])]} if is_right else pair


def is_reworded(db: Database, one: int, other: int) -> bool:
    """Whether one of the two claims was reworded since the pair was judged."""
    sql = """
        select is_judged_otherwise from matches join match_words on match_words.id = matches.id
        where left_id = ? and right_id = ?
    """
    return bool(rows.fetch_number(db, sql, order_pair(one, other)))


def judged_same(db: Database, claim_id: int) -> tuple[int, ...]:
    """Return the claims directly judged the same as this one, not those joined through others."""
    sql = """
        select right_id from matches where left_id = :id and judgement = 'same'
        union select left_id from matches where right_id = :id and judgement = 'same'
        order by 1
    """
    return tuple(rows.fetch_numbers(db, sql, {"id": claim_id}))


def order_pair(one: int, other: int) -> tuple[int, int]:
    """Return the pair as stored: the lower id first."""
    return (one, other) if one < other else (other, one)
