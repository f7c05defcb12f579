"""Whom a note mentions."""

from claimtrack.store import notes, queues
from claimtrack.store.file.database import write_transaction
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
