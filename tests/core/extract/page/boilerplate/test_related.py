"""Headlines of other articles that a page inserts into its sentences."""

from tests.tables import each_row

HEADLINES = "Mill owner quits Voters call tolls 'a mistake' Moor says she is ill MORE"


@each_row(
    ("name", "shown"),
    [
        ("Ada Moor", "Ada Jane Moor"),
        ("Ada Moor", "Ada Moor"),
        ("Rep. Ada Moor", "Adaline (Ada) Jane Moor"),
        ("House Speaker Ada Moor", "Ada J. Moor"),
    ],
)
def test_headlines_inserted_after_a_name_do_not_hide_the_speaker(rows, name, shown):
    found = rows(
        f"{name} {shown}{HEADLINES} (L-Vale) said the bridge cost 40 million.\n\nMoor said it was old."
    )
    assert [(row.speaker, row.text) for row in found] == [
        ("Ada Moor", "the bridge cost 40 million"),
        ("Ada Moor", "it was old"),
    ]


def test_a_full_name_inserted_with_headlines_names_the_later_speaker(rows):
    found = rows(f"President Moor Ada Jane Moor{HEADLINES} met Bo Lund.\n\nMoor said it was old.")
    assert found[-1].speaker == "Ada Jane Moor"
    assert found[0].text.startswith(
        "President Moor Ada Jane MoorMill owner"
    )  # a row is the article's own words


@each_row(
    ("text", "words"),
    [
        ("Ada Moor said MORE boats were lost.", "MORE boats were lost"),
        ("Ada Moor met Ivo Moor. Bo Lund wanted MORE.", "Bo Lund wanted MORE."),
        ("Ada Moor Ada Jane Moor said it was old.", "it was old"),
    ],
)
def test_ordinary_words_in_capitals_are_kept(rows, text, words):
    assert rows(text)[-1].text == words
