"""The desk for Python: what a notebook does with it."""

import pytest

import claimtrack
from claimtrack import ClaimtrackError, Judgement, Stance, Status
from claimtrack.core.errors import Duplicate, NotADesk
from claimtrack.store.history import of_claim

TEXT = "Exports rose by 10 percent in 2023, Ada Miller said."


@pytest.fixture
def desk(desk_path):
    with claimtrack.open(desk_path, actor="nb") as desk:
        yield desk


def test_a_desk_is_created_where_there_is_none_and_opened_where_there_is(tmp_path):
    for _ in range(2):
        with claimtrack.open(tmp_path / "x.db", actor="nb") as desk:
            assert list(desk.claims()) == []


def test_a_file_that_is_no_desk_is_refused(tmp_path):
    (tmp_path / "x.db").write_text("Dear editor, " * 100)
    with pytest.raises(NotADesk):
        claimtrack.open(tmp_path / "x.db")


def test_a_claim_goes_in_with_all_that_is_known_and_is_found_again(desk):
    added = desk.add(
        "Exports rose by 10 percent.",
        claimant="Ada Miller",
        source="https://a.example",
        claimed_on="2024-04-22",
        links=[("https://b.example", Stance.REFUTES)],
        status="checking",
        notes=["Asked."],
        tags=["trade"],
    )
    assert (added.claim_id, added.is_new) == (1, True)
    [row] = desk.claims(status=Status.CHECKING, tag="trade")
    assert (row["text"], row["evidence"], row["notes"]) == ("Exports rose by 10 percent.", 1, 1)
    [match] = desk.match("exports rose by 10 percent")
    assert (match.claim_id, match.score) == (1, 1.0)


def test_a_repeat_is_joined_filed_or_refused_as_asked(desk):
    desk.add("Prices fell.")
    assert not desk.add("prices fell").is_new
    assert desk.add("Prices fell.", on_duplicate="new").is_new
    with pytest.raises(Duplicate):
        desk.add("Prices fell.", on_duplicate="fail")


def test_an_article_is_ingested_from_a_file_with_hints(desk, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [done] = desk.ingest(tmp_path / "a.txt", url="https://a.example", published_on="2024-04-22")
    assert done.new == 1
    [again] = desk.ingest(tmp_path / "a.txt", url="https://a.example", published_on="2024-04-22")
    assert (again.new, again.known) == (0, 1)
    [row] = desk.claims()
    assert (row["url"], row["status"]) == ("https://a.example", "proposed")


def test_judging_and_moving_a_claim(desk):
    for words in ("Prices fell.", "Prices dropped."):
        desk.add(words)
    desk.judge(1, 2, "same")
    desk.set_status(1, Status.CHECKING)
    assert desk.db.execute("select judgement from matches").fetchone() == (Judgement.SAME,)
    assert {row["actor"] for row in of_claim(desk.db, 1)} == {"nb"}


@pytest.mark.parametrize(
    "misuse",
    [
        lambda desk: desk.add(" "),
        lambda desk: desk.judge(1, 2, Judgement.SAME),
        lambda desk: desk.set_status(1, Status.OPEN),
        lambda desk: desk.ingest("missing.txt"),
    ],
)
def test_what_goes_wrong_is_a_claimtrack_error(desk, misuse):
    with pytest.raises(ClaimtrackError):
        misuse(desk)
