"""Social-media posts pasted into a text: whose they are, and where they end."""

import pytest

from tests.tables import each_row

POST = ["Crime in Vale has doubled.", "It lost 4 police stations."]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "Ada Moor\n@adamoor\nCrime in Vale has doubled. It lost 4 police stations.\n3:14 PM · May 3, 2024\n·\n12.4K\n Views\n",
            None,
            id="copied from X, with name and handle on separate lines",
        ),
        pytest.param(
            "Ada Moor @adamoor · May 3\nCrime in Vale has doubled.\n\nAda Moor @adamoor · May 3\nReplying to @benray\nIt lost 4 police stations.",
            "2024-05-03",
            id="a thread, each post with its heading",
        ),
        pytest.param(
            "Ada Moor\n@adamoor.bsky.social\n· 3h\nCrime in Vale has doubled.\nIt lost 4 police stations.",
            None,
            id="copied from Bluesky, each line of a post a paragraph",
        ),
        pytest.param(
            "Ada Moor (@adamoor) May 3, 2024\n\nCrime in Vale has doubled.\n\nAda Moor (@adamoor) · 3 May 2024\n\nIt lost 4 police stations.",
            "2024-05-03",
            id="a thread, each post with a dated heading",
        ),
        pytest.param(
            "She posted on Friday.\n\nAda Moor (@adamoor) May 3, 2024\nCrime in Vale has doubled.\nIt lost 4 police stations.",
            "2024-05-03",
            id="a dated heading directly above a post in an article",
        ),
        pytest.param(
            "She posted on Friday.\n\nCrime in Vale has doubled. It lost 4 police stations.\n— Ada Moor (@adamoor) May 3, 2024\n\nIt rose by 12%.",
            "2024-05-03",
            id="embedded in an article that continues",
        ),
        pytest.param(
            "She posted on Friday.\n\nCrime in Vale has doubled. It lost 4 police stations.— Ada Moor (@adamoor) 3 May 2024",
            "2024-05-03",
            id="a signature without a space before it",
        ),
    ],
)
def test_a_post_belongs_to_the_person_whose_handle_is_beside_it(rows, text, day):
    found = [row for row in rows(text, published_on="2024-06-01") if row.speaker != "outlet"]
    assert [(row.speaker, row.kind, row.text) for row in found] == [
        ("Ada Moor", "direct", said) for said in POST
    ]
    assert {row.claimed_on for row in found} == {day}


def test_the_time_and_counters_of_a_post_are_not_rows(rows):
    text = "Ada Moor\n@adamoor\nCrime in Vale has doubled.\n3:14 PM · May 3, 2024\n12.4K Views\n1,204 Likes\nShow more"
    assert [row.text for row in rows(text)] == ["Crime in Vale has doubled."]


@each_row(
    "text",
    [
        "The mayor thanked @valecouncil for 12 new buses.",
        "The mill closed with the loss of 400 jobs.\n\nAda Moor @adamoor\n",
        "Ada Moor - a councillor who posts as @adamoor - lost 400 votes.",
        "Our reporters:\n\nAda Moor (@adamoor)\n\nBen Ray (@benray)\n\nThe council has 40 members.",
        "Pool to close\n\nBy Ada Moor @adamoor\n\nThe pool lost 400,000 dollars.\n\nIt opened in 1962.",
        "Pool to close\n\nAda Moor\n@adamoor\nMay 3\n\nThe pool lost 400,000 dollars.\n\nIt opened in 1962.",
        "Follow Ada Moor on X @adamoor.\n\nThe pool lost 400,000 dollars.\n\nFollow Bo Lund on X @bolund.\n\nIt opened in 1962.",
        "Pool to close\n\nAda Moor (@adamoor) May 3, 2024\n\nThe pool lost 400,000 dollars.\n\nIt opened in 1962.",
        "Ada Moor (@adamoor) May 3, 2024\n\nThe pool lost 400,000 dollars.\n\nIt opened in 1962.",
        "Ada Moor, education reporter @adamoor\n\nThe pool lost 400,000 dollars.\n\nIt opened in 1962.",
    ],
)
def test_a_handle_mentioned_in_an_article_is_not_a_speaker(rows, text):
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_an_article_resumes_after_the_signature_of_a_post(rows):
    text = (
        "The ruling made many angry on Monday.\n\nIt saves 40,000 jobs.\n\n— Bo Lund (@bolund) May 3, 2024\n\nThe case began in 2019.\n\n"
        "It costs us 4 million.— Ada Moor (@adamoor) May 3, 2024\n\nThe state has until June to appeal."
    )
    assert [row.speaker for row in rows(text)] == ["outlet", "Bo Lund", "outlet", "Ada Moor", "outlet"]


def test_list_items_between_posts_are_not_turns(rows):
    text = (
        "It saves 40,000 jobs.\n\n— Bo Lund (@bolund) May 3, 2024\n\nPopulation: It fell by 4 percent.\n\n"
        "It costs us 4 million.\n\n— Ada Moor (@adamoor) May 3, 2024\n\nTom Hay: Who won 12 seats."
    )
    assert {row.speaker for row in rows(text)} == {"Bo Lund", "outlet", "Ada Moor"}


def test_prose_between_two_posts_is_the_outlets(rows):
    text = (
        "The ruling made many angry on Monday, and the court fell silent.\n\nBo Lund @bolund\nIt saves 40,000 jobs.\nIt took 9 years.\n\n"
        "The case began in 2019.\n\nAda Moor @adamoor\nIt costs us 4 million.\n\nThe state has until June to appeal."
    )
    assert [row.speaker for row in rows(text)] == [
        "outlet",
        "Bo Lund",
        "Bo Lund",
        "outlet",
        "Ada Moor",
        "outlet",
    ]


@each_row("name", ["Ada Moor MP", "Ada Moor OBE", "Cllr Ada Moor"])
def test_titles_and_postnominals_are_not_part_of_a_posters_name(rows, name):
    (row,) = rows(f"Rents rose by 12 percent.\n\n— {name} (@adamoor) May 3, 2024")
    assert row.speaker == "Ada Moor"
