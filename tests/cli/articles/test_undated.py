"""`ingest` names the articles that have no date although their text states one, and guesses none."""

import pytest

BODY = "Rents rose by 12 percent in 2024, Ada Miller said.\n"


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "first.txt").write_text("Port Avon, 3 March 2025 - " + BODY)
    (tmp_path / "second.txt").write_text(
        "Crime falls\n\nPublished: 4 March 2025\n\nCrime fell by a third, Bo Vale said.\n"
    )
    return tmp_path / "first.txt", tmp_path / "second.txt"


def test_articles_without_a_date_are_named_once_with_the_command_that_gives_it(
    run_ok, read_json, texts, tmp_path
):
    desk = tmp_path / "new.db"
    told = run_ok("ingest", *texts, db=desk).stderr
    assert "Articles 1, 2 have no date, and the text begins or ends with 2025-03-03, 2025-03-04. " in told
    assert f"for article 1, `claimtrack ingest {texts[0]} --date 2025-03-03`" in told
    assert {row["published_on"] for row in read_json("articles", db=desk)} == {None}
    assert "Filled in: date 2025-03-03" in run_ok("ingest", texts[0], "--date", "2025-03-03", db=desk).stderr
    assert "no date" not in run_ok("ingest", *texts, db=desk).stderr


def test_an_article_with_a_date_is_not_named(run_ok, texts, tmp_path):
    assert "no date" not in run_ok("ingest", texts[0], "--date", "2025-03-05", db=tmp_path / "new.db").stderr


def test_a_day_to_come_is_not_offered_as_it_is_the_event_s(run_ok, tmp_path):
    text = tmp_path / "invitation.txt"
    text.write_text("Port Avon, 3 March 2999 - " + BODY)
    assert "no date" not in run_ok("ingest", text, db=tmp_path / "new.db").stderr
