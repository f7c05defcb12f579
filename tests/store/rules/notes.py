"""Rules for notes and their authors, and for who added a link."""

from claimtrack.core.errors import Refused
from tests.store.rules.rule import Rule

BENS_NOTE = (("ben", "insert into notes (id, claim_id, body) values (1, 1, 'Ask the ministry.')"),)
RULES = [
    Rule(
        "notes_author",
        "Datasette's dialog sends no author, so the actor is filled in",
        "insert into notes (claim_id, body) values (1, 'Ask the ministry.')",
        then=("select author from notes", "ana"),
    ),
    Rule(
        "notes_author",
        "a plain SQL client without an actor may give an author",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ben')",
        then=("select author from notes", "ben"),
        actor=None,
    ),
    Rule(
        "notes_author_is_actor",
        "Datasette's write API must not accept another author",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ben')",
        Refused,
    ),
    Rule(
        "notes_author_is_actor",
        "the actor's own name is accepted in any case",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ANA')",
        then=("select author from notes", "ANA"),
    ),
    Rule(
        "notes_author_is_final",
        "a note cannot be attributed to another author",
        "update notes set author = 'ben'",
        Refused,
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
    ),
    Rule(
        "notes_author_is_final",
        "its text may be corrected",
        "update notes set body = 'Ask them again.'",
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
        then=("select body from notes", "Ask them again."),
    ),
    Rule(
        "notes_words_are_the_authors",
        "another person cannot reword a note under its author's name",
        "update notes set body = 'Never mind.'",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "another person cannot give a note another time",
        "update notes set created_at = '2020-01-01'",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "another person cannot make it settle a doubt",
        "update notes set step = 'settle'",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "another person cannot move a note to another claim",
        "update notes set claim_id = 2",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "another person cannot reword a note by an upsert",
        "insert into notes (id, claim_id, body) values (1, 1, 'Never mind.')"
        " on conflict (id) do update set body = excluded.body",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "a note without an author may be reworded by anybody",
        "update notes set body = 'Ask the ministry of trade.'",
        given=((None, "insert into notes (claim_id, body) values (1, 'Ask the ministry.')"),),
        then=("select body from notes", "Ask the ministry of trade."),
    ),
    Rule(
        "notes_words_are_the_authors",
        "a plain SQL client without an actor may reword notes",
        "update notes set body = 'Ask the ministry of trade.'",
        given=BENS_NOTE,
        then=("select body from notes", "Ask the ministry of trade."),
        actor=None,
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "a colleague's note cannot be deleted",
        "delete from notes",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "Ben may reword what he wrote as ben",
        "update notes set body = 'Ask the ministry of trade.'",
        given=BENS_NOTE,
        then=("select body from notes", "Ask the ministry of trade."),
        actor="Ben",
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "BEN may delete what he wrote as ben",
        "delete from notes",
        given=BENS_NOTE,
        then=("select count(*) from notes", 0),
        actor="BEN",
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "an author may delete their own note",
        "delete from notes",
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
        then=("select count(*) from notes", 0),
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "a plain SQL client without an actor may delete notes",
        "delete from notes",
        given=BENS_NOTE,
        then=("select count(*) from notes", 0),
        actor=None,
    ),
    Rule(
        "evidence_added_by",
        "Datasette's dialog sends no name, so the actor is filled in",
        "insert into evidence (claim_id, url) values (1, 'https://stats.example')",
        then=("select added_by from evidence", "ana"),
    ),
    Rule(
        "notes_fts_insert",
        "a new note is found",
        "insert into notes (id, claim_id, body) values (9, 1, 'The memo came.')",
        then=("select rowid from notes_fts where notes_fts match 'memos'", 9),
    ),
    Rule(
        "notes_fts_update",
        "a changed note is found by its new words only",
        "update notes set body = 'Memo'",
        then=(
            "select (select count(*) from notes_fts where notes_fts match 'memo')"
            " - (select count(*) from notes_fts where notes_fts match 'letter')",
            1,
        ),
        given=("insert into notes (id, claim_id, body) values (7, 1, 'Letter')",),
    ),
    Rule(
        "notes_fts_delete",
        "a deleted note is not found",
        "delete from notes where id = 7",
        given=("insert into notes (id, claim_id, body) values (7, 1, 'Letter')",),
        then=("select count(*) from notes_fts where notes_fts match 'letter'", 0),
    ),
]
