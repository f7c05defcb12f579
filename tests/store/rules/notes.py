"""What the database asks of notes and links."""

from claimtrack.core.errors import Refused
from tests.store.rules.rule import Rule

BENS_NOTE = (("ben", "insert into notes (id, claim_id, body) values (1, 1, 'Ask the ministry.')"),)
RULES = [
    Rule(
        "notes_author",
        "Datasette's dialog sends no author",
        "insert into notes (claim_id, body) values (1, 'Ask the ministry.')",
        then=("select author from notes", "ana"),
    ),
    Rule(
        "notes_author",
        "a plain client, whose name is not known, gives one",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ben')",
        then=("select author from notes", "ben"),
        actor=None,
    ),
    Rule(
        "notes_author_is_actor",
        "Datasette's write API lets anybody send any author",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ben')",
        Refused,
    ),
    Rule(
        "notes_author_is_actor",
        "one's own name may be sent, however it is written",
        "insert into notes (claim_id, body, author) values (1, 'Ask the ministry.', 'ANA')",
        then=("select author from notes", "ANA"),
    ),
    Rule(
        "notes_author_is_final",
        "a note is not laid at another's door",
        "update notes set author = 'ben'",
        Refused,
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
    ),
    Rule(
        "notes_author_is_final",
        "its words may be mended",
        "update notes set body = 'Ask them again.'",
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
        then=("select body from notes", "Ask them again."),
    ),
    Rule(
        "notes_words_are_the_authors",
        "they would still stand under her name",
        "update notes set body = 'Never mind.'",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "and say it of another claim",
        "update notes set claim_id = 2",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "not by way of an upsert either",
        "insert into notes (id, claim_id, body) values (1, 1, 'Never mind.')"
        " on conflict (id) do update set body = excluded.body",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "a note that names nobody is laid at nobody's door",
        "update notes set body = 'Ask the ministry of trade.'",
        given=((None, "insert into notes (claim_id, body) values (1, 'Ask the ministry.')"),),
        then=("select body from notes", "Ask the ministry of trade."),
    ),
    Rule(
        "notes_words_are_the_authors",
        "who has the file, and no name, may clean it up",
        "update notes set body = 'Ask the ministry of trade.'",
        given=BENS_NOTE,
        then=("select body from notes", "Ask the ministry of trade."),
        actor=None,
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "a colleague's note does not vanish",
        "delete from notes",
        Refused,
        given=BENS_NOTE,
    ),
    Rule(
        "notes_words_are_the_authors",
        "Ben, as he logs in, mends what he wrote as ben",
        "update notes set body = 'Ask the ministry of trade.'",
        given=BENS_NOTE,
        then=("select body from notes", "Ask the ministry of trade."),
        actor="Ben",
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "and takes it back",
        "delete from notes",
        given=BENS_NOTE,
        then=("select count(*) from notes", 0),
        actor="BEN",
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "one's own is taken back",
        "delete from notes",
        given=("insert into notes (claim_id, body) values (1, 'Ask the ministry.')",),
        then=("select count(*) from notes", 0),
    ),
    Rule(
        "notes_are_removed_by_their_author",
        "who has the file, and no name, may clean it up",
        "delete from notes",
        given=BENS_NOTE,
        then=("select count(*) from notes", 0),
        actor=None,
    ),
    Rule(
        "evidence_added_by",
        "Datasette's dialog sends no name here either",
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
        "a changed note is found by its new words alone",
        "update notes set body = 'Memo'",
        then=("select group_concat(rowid) from notes_fts where notes_fts match 'memo OR letter'", "7"),
        given=("insert into notes (id, claim_id, body) values (7, 1, 'Letter')",),
    ),
    Rule(
        "notes_fts_delete",
        "a note that was taken back is not found",
        "delete from notes where id = 7",
        given=("insert into notes (id, claim_id, body) values (7, 1, 'Letter')",),
        then=("select count(*) from notes_fts where notes_fts match 'letter'", 0),
    ),
]
