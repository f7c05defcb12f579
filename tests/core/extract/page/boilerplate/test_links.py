"""A web address after a sentence, as in posts, is neither part of its claim nor hides it."""

import pytest

from tests.tables import each_row

BUILT = "We built 40,000 homes in Vale in 2023."


@each_row(
    "post, found",
    [
        pytest.param(f"{BUILT} https://stats.example/homes", [BUILT], id="at the end"),
        pytest.param(f"{BUILT} https://a.example/1 www.b.example/2", [BUILT], id="several"),
        pytest.param(f"{BUILT} https://a.example/1 #homes", [BUILT], id="before a hashtag"),
        pytest.param(
            f"{BUILT} https://a.example/1 They built 12.", [BUILT, "They built 12."], id="between sentences"
        ),
        pytest.param(f"“{BUILT}” https://a.example/1\n\n— Ada Moor", [BUILT], id="below marks"),
        pytest.param(f"[9:14, 12/03/2024] Ada Moor: {BUILT} https://a.example/1", [BUILT], id="a chat"),
    ],
)
def test_an_address_after_a_sentence_does_not_count(rows, post, found):
    assert [row.text for row in rows(post)] == found


@pytest.mark.parametrize("quoted", ["“{} https://t.co/a1”", '"{} https://t.co/a1"', '"{} https://t.co/a1,"'])
def test_a_quotation_ends_behind_the_address_in_it(rows, quoted):
    """Its last mark was taken for a part of the address, and all that follows was quoted, too."""
    text = f"{quoted.format(BUILT)} Ada Moor wrote. Ivo Ray said wages fell by 4 percent."
    expected = [("Ada Moor", BUILT), ("Ivo Ray", "wages fell by 4 percent")]
    assert [(row.speaker, row.text) for row in rows(text)] == expected


def test_an_address_within_a_sentence_stays(rows):
    words = "The site https://a.example/1 names 40 streets that were closed in 2023."
    assert [row.text for row in rows(words)] == [words]
