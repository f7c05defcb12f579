"""Reads the match index: the claims that terms stand in, and what each term weighs there."""

from __future__ import annotations

import json
from itertools import accumulate, chain, groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.errors import REPAIR_STEP
from claimtrack.store.index.postings import BLOCK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    import numpy as np

    Posting = tuple[int, int, bytes, bytes]
    """A term, a block, the claims there that have the term, by their offsets, and what it weighs in each: as the index keeps them."""


def read_postings(conn: sqlite3.Connection, term_ids: Collection[int]) -> dict[int, list[Posting]]:
    """The postings of each term. Read at once, which takes half the time of one by one. Raises DatabaseError where the index is damaged."""
    rows = conn.execute(
        "select term_id, block, offsets, weights from match_postings"
        " where term_id in (select value from json_each(?)) order by term_id, block",
        [json.dumps(list(term_ids))],
    )
    found = {term_id: list(some) for term_id, some in groupby(rows, itemgetter(0))}
    is_whole = all(0 < len(offsets) == 2 * len(weights) for _, _, offsets, weights in chain(*found.values()))
    if len(found) < len(term_ids) or not is_whole:
        raise DatabaseError(f"the match index is damaged: {REPAIR_STEP}")
    return found


def sum_by_block(
    posted: Mapping[int, list[Posting]],
    factors: Mapping[int, float],
    entering: Collection[int],
    totals: np.ndarray,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The claims that the `entering` terms stand in, block by block, once for each, with their totals of what all terms weigh there.

    `factors` are the terms, in the order in which they are added up, with what each counts. `totals` has room for those of a block,
    which stay in the processor's cache, where those of all claims of a large desk would not.
    """
    import numpy as np

    postings = sorted(chain.from_iterable(posted[term_id] for term_id in factors), key=itemgetter(1))
    sizes = [len(weights) for _, _, _, weights in postings]
    ends = list(accumulate(sizes))
    offsets = np.frombuffer(b"".join([offsets for _, _, offsets, _ in postings]), dtype="<u2")
    weights = np.frombuffer(b"".join([weights for _, _, _, weights in postings]), dtype=np.uint8)
    weighs = weights * np.repeat(np.array([factors[term_id] for term_id, *_ in postings], np.float32), sizes)
    ascends = offsets[1:] > offsets[:-1]
    ascends[np.array(ends[:-1], dtype=np.intp) - 1] = True  # the next term begins
    for block, some in groupby(range(len(postings)), lambda at: postings[at][1]):
        here = list(some)
        begin, end = ends[here[0]] - sizes[here[0]], ends[here[-1]]
        places = offsets[begin:end].astype(np.intp)
        totals.fill(0)
        if ascends[begin : end - 1].all():
            np.add.at(totals, places, weighs[begin:end])
        else:
            # A claim indexed twice stands twice in a term; this adds one of the two, which is enough.
            for first, last in pairwise((begin, *(ends[at] for at in here))):
                totals[offsets[first:last]] += weighs[first:last]
        entered = places[: sum(sizes[at] for at in here if postings[at][0] in entering)]
        yield entered + block * BLOCK, totals[entered]
