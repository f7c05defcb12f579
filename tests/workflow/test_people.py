"""Whom a note mentions, and who gets it."""

import pytest

from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import desk as desk_steps
from claimtrack.workflow.people import unheard_mention, waiting_notes
from tests.tables import each_row

WORKERS = ["Zoe Field", "José Lund", "Al"]


@each_row(
    ("reason", "body", "told"),
    [
        ("a worker", "@zoe, ring them", None),
        ("by the whole name", "@Zoe Field rang", None),
        ("two letters swapped", "@zeo, ring them", "is called zeo, so no first page has the note (is @zoe meant?)"),
        ("without the accent", "@Jose rings", "(is @josé meant?)"),
        ("the second of two", "@zoe and @feild", "(is @field meant?)"),
        ("who has left, and worked here", "@ada, do you know?", "is called ada, so no first page has the note"),
        ("a name on social media", "@valenews says so", None),
        ("one with its server", "@zoa@vale.example says so", None),
        ("a short name has many neighbours", "@ab says so", None),
        ("a page of a social network", "See https://video.example/@zeo/7", None),
        ("an e-mail address", "Write to bo@zeo.example", None),
    ],
)  # fmt: skip
def test_a_note_to_nobody_who_works_here_is_told(desk, body, told):
    """The form promises that the note stands on the page of who is mentioned."""
    with write_transaction(desk, "Ada"):
        claims.add(desk, "Rents rose")
    found = unheard_mention(desk, body, WORKERS)
    assert (found is None) == (told is None)
    assert found is None or found.endswith(told)


@pytest.mark.parametrize("workers", [None, []])
def test_on_a_desk_without_users_any_name_may_be_somebodys(desk, workers):
    assert unheard_mention(desk, "@ada, do you know?", workers) is None


def test_all_notes_that_wait_for_somebody_are_counted(desk):
    with write_transaction(desk, "Ada"):
        claims.add(desk, "Rents rose")
    for number in range(23):
        desk_steps.add_note(desk, 1, f"@zoe, is it {number}?", actor="ada")
    assert waiting_notes(desk, "Zoe Field") == "23 notes to Zoe Field wait for an answer, on claim 1"
