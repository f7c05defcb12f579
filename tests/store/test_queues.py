"""Whom a note mentions, and which pairs to judge first."""

from functools import partial

from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.model import Status
from claimtrack.store import claims, notes, queues, same_claims
from claimtrack.store.file.database import write_transaction
from tests.clocks import date_last_change
from tests.store.conftest import count_thousands_of_steps
from tests.tables import each_row

PEOPLE = ["Jo Field", "Jo Moor", "Åsa Lind"]
MENTIONS = [
    ("@Jo Field call back", ["Jo Field"], "a whole name is one person's"),
    ("ask @jo  moor and @ÅSA", ["Jo Moor", "Åsa Lind"], "capitals and spaces do not matter"),
    ("@Jo: which table?", ["Jo Field", "Jo Moor"], "a first name that two people have"),
    ("@moor?", ["Jo Moor"], "a surname"),
    ("@Jo Moore", ["Jo Field", "Jo Moor"], "another name with the same beginning: a first name and a word"),
    ("@Jon and @Moor-Lind", [], "names that only begin alike"),
    ("Write to desk@moor.example", [], "an email address"),
]


@each_row("body expected reason", MENTIONS)
def test_a_note_mentions_a_person_by_the_whole_name_or_one_word_of_it(desk_with_claims, body, expected):
    with write_transaction(desk_with_claims, "ben"):
        notes.add(desk_with_claims, 2, body, author="ben")
    found = [
        name
        for name in PEOPLE
        for row in queues.notes_mentioning(desk_with_claims, name, PEOPLE, limit=5)
        if (row["body"], row["claim"]) == (body, "Unemployment is falling, said a minister.")
    ]
    assert found == expected


def test_a_note_is_done_with_once_its_claim_is_although_the_clock_was_put_back(desk_with_claims):
    with write_transaction(desk_with_claims, "ben"):
        notes.add(desk_with_claims, 2, "@moor?", author="ben")
    date_last_change(desk_with_claims, "notes", "2099-01-01T00:00:00.000Z")
    waiting = partial(queues.notes_mentioning, desk_with_claims, "Jo Moor", PEOPLE, limit=5)
    assert len(waiting()) == 1
    with write_transaction(desk_with_claims, "ben"):
        claims.set_status(desk_with_claims, 2, Status.PARKED)
    assert waiting() == []


def test_the_first_pairs_are_read_in_the_order_of_the_view_without_sorting_all(desk):
    """The desk's page and that of the duplicates took a tenth of a second longer with 25,000 pairs, to show five or one."""
    kinds = ("related", "conflict", "duplicate")
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 3001)])
        desk.conn.executemany(
            "insert into matches (left_id, right_id, score, suggestion, scorer) values (?, ?, ?, ?, 'test')",
            [(n, n + 1, n * 7 % 10 / 10, kinds[n % 3]) for n in range(1, 3000)],
        )
    with count_thousands_of_steps(desk) as thousands:
        [first] = queues.unjudged_pairs(desk, limit=1)
    assert len(thousands) < 60  # before, 168
    assert (first["suggestion"], first["score"]) == ("duplicate", 0.9)
    ordered = [row[0] for row in desk.execute("select id from match_queue")]
    assert [row["id"] for row in queues.unjudged_pairs(desk)] == ordered
    assert [row["id"] for row in queues.unjudged_pairs(desk, limit=9, offset=995)] == ordered[995:1004]
    conflicts = [row["id"] for row in queues.unjudged_pairs(desk, WaitingPairs.CONFLICTS)]
    assert conflicts == ordered[-len(conflicts) :]


def test_the_front_page_of_a_big_desk_reads_only_what_it_shows(desk):
    """Among 100,000 claims, each of its queries for work read all open ones: 40 ms, now less than one."""
    with write_transaction(desk, "ada"):
        desk.execute(
            """
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 6000)
            insert into claims (text, status, assignee, priority, score)
            select 'Claim ' || n, iif(n % 2, 'open', 'proposed'), iif(n % 3, null, 'editor' || (n % 20)), iif(n % 50 = 1, 'high', 'normal'), n % 100 / 100.0
            from numbers
            """
        )
    with count_thousands_of_steps(desk) as thousands:
        untaken = same_claims.unassigned(desk, Status.OPEN, limit=2)
        mine = queues.assigned_to(desk, "Editor3", today="2026-12-03", limit=2)
    # Of those with high priority, the highest score first.
    assert [row["id"] for row in untaken] == [151, 251]
    assert [row["id"] for row in mine] == [5943, 5883]
    assert len(thousands) < 20  # before, 115
