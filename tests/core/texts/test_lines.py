"""On which line of a file extracted words stand."""

import time

from claimtrack.core.texts.lines import Lines
from tests.tables import each_row

WORDS = "Rents rose by half in May"


# The file, the text that was read from it, and the line of the file on which the last WORDS of the text stand.
CASES = [
    (f"a\n\n{WORDS}", f"a\n\n{WORDS}", 3, "the file itself"),
    (f"a\n\n\n\n# {WORDS}\n", f"a\n\n{WORDS}", 5, "fewer line ends"),
    ("x\nRents <b>rose</b> by\nhalf in&nbsp;May", WORDS, 2, "markup and an entity"),
    ("x\n[Rents rose](https://x.example/some_where) by half[^2] in _May_", WORDS, 2, "Markdown"),
    (f"{WORDS}\n\n{WORDS}", WORDS, 3, "a title in the same words"),
    (f"{WORDS}\n{WORDS}\n{WORDS}", f"{WORDS} and {WORDS}", 3, "said twice"),
    ("x\nRents rose by ½ in May", WORDS, 2, "the beginning, where the rest is written otherwise"),
    (f"<!-- {WORDS} -->\n<style>{WORDS}</style>\n<script>{WORDS}</script>", WORDS, None, "nothing to read"),
    ("", WORDS, None, "no file"),
]


@each_row(("written", "text", "line", "reason"), CASES)
def test_extracted_words_are_found_on_their_line_of_the_file(written, text, line):
    assert Lines(written, text).of(text.rindex(WORDS), len(text)) == line


def test_the_first_of_two_occurrences_is_found_on_its_own_line():
    text = f"{WORDS} and {WORDS}"
    assert Lines(f"{WORDS}\n{WORDS}.", text).of(0, len(WORDS)) == 1


@each_row("piece", ["<!--", "<script>", "<", "](", "[^", "1\n", "&#", "a "])
def test_a_hostile_file_is_searched_quickly(piece):
    start = time.process_time()
    Lines(piece * 100_000, WORDS).of(0, len(WORDS))
    assert time.process_time() - start < 2
