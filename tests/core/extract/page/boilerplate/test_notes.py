"""Notes that writers and checkers leave for themselves in a draft are not part of its rows, but an editor's insertions are."""

from time import process_time

from claimtrack.core.extract import extract
from claimtrack.core.extract.page.boilerplate.insertions import find_notes
from claimtrack.core.model import Article
from tests.tables import each_row

# A text -> its notes, exactly as written.
CASES = [
    ("The mill opened in 1902 [NQ].", [" [NQ]"]),
    ("[NQ] The mill opened in 1902.", ["[NQ] "]),
    ("The mill [TK] opened. [tktk]\n[TK TK]\n[CQ, two n]", [" [TK]", " [tktk]", "[TK TK]", "[CQ, two n]"]),
    ("It burnt down in 1931 [check spelling]. [fact check: ask Ada]", [" [check spelling]", " [fact check: ask Ada]"]),
    ("It burnt down [check].", [" [check]"]),
    # A note on its own line, and one after the last full stop.
    ("TK TK\n\nThe mill opened in 1902. TK\n", ["TK TK", " TK"]),
    ("TK\r\n\r\nThe mill opened in 1902. TK\r\n", ["TK", " TK"]),
    # A placeholder for missing facts is part of the sentence.
    ("It has TK workers and 12 boats.", []),
    # An editor's insertion in a quotation, a citation, initials, a link, and inaudible words of a transcript.
    ('"You should [check the date] first," she said. "He [the owner] burnt it [sic]."', []),
    ("It rose.[1] It fell [2][3]. [Applause] [CQ]: Why? [TK](https://a.example) [inaudible]", []),
    ("[Check out our newsletter] KTK and TKO are firms.", []),
]  # fmt: skip


@each_row(("text", "notes"), CASES)
def test_only_notes_to_self_are_found(text, notes):
    assert [text[start:end] for start, end in find_notes(text)] == notes


ROWS = [
    ("The mill opened in 1902 [NQ]. It employs 400 people. [check spelling]",
     ["The mill opened in 1902", "It employs 400 people."]),
    ("[NQ]\n\nThe mill opened in 1902. [TK]\n\nTK TK\n\nIt employs 400 people. TK",
     ["The mill opened in 1902.", "It employs 400 people."]),
    ('"We paid 2 million in tax [CQ]," said Ole Brandt [NQ]. [NQ] The council built 40 homes.',
     ["We paid 2 million in tax", "The council built 40 homes."]),
    # Words are kept as written, including a note among them.
    ("The mill opened in 1902 [NQ] and employs 400 people.", ["The mill opened in 1902 [NQ] and employs 400 people."]),
    ("[NQ] TK", []),
    ("[TK]", []),
]  # fmt: skip


@each_row(("text", "rows"), ROWS)
def test_a_row_ends_before_the_note_after_it_and_its_span_is_exact(text, rows):
    found = extract(Article(text))
    assert [row.text for row in found] == rows
    assert [text[row.start : row.end] for row in found] == rows


def test_a_note_after_a_name_is_not_part_of_the_speaker():
    text = '"We paid 2 million in tax," said its owner, Ole Brandt [CQ]. The council [NQ] said that it built 40 homes.'
    assert [row.speaker for row in extract(Article(text))] == ["Ole Brandt", "council"]


def test_thousands_of_brackets_are_searched_quickly():
    start = process_time()
    for text in ("[" * 200_000, "[TK " * 50_000, "[check " * 30_000, "TK " * 60_000, ". TK" * 50_000):
        list(find_notes(text))
    assert process_time() - start < 3
