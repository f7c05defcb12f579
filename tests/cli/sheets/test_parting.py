"""`export desk` says what the new desk has of this one, and what lies across the two."""

import pytest

import claimtrack
from tests.cli.conftest import assert_one_line


@pytest.fixture
def tagged(two_claims, run_ok):
    """The desk of two claims: the second one has a tag, and both are judged."""
    run_ok("tag", "2", "wages")
    run_ok("judge", "1", "2", "different")
    return two_claims


def test_both_halves_say_what_they_have_and_what_is_left_out(run_ok, read_json, tagged, tmp_path):
    half, rest = tmp_path / "half.db", tmp_path / "rest.db"
    told = run_ok("export", "desk", half, "--tag", "wages")
    assert told.stdout == ""
    assert f"Wrote {half}. Of this desk it has:\n  1 of 2 claims\n" in told.stderr
    assert "Left out: 1 judgement on a claim of each part." in told.stderr
    [row] = [read_json("export", "desk", rest, "--without", "wages")]
    [written] = row
    assert (written["file"], written["counts"]["claims"]) == (str(rest), 1)
    for path, text in ((half, "Wages rose."), (rest, "Prices fell.")):
        with claimtrack.open(path) as desk:
            assert [claim["text"] for claim in desk.claims()] == [text]


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ((), 2, "give either --tag or --without"),
        (("--tag", "wages", "--without", "wages"), 2, "give either --tag or --without"),
        (("--tag", "rents"), 1, "no claim has the tag rents"),
    ],
)
def test_what_cannot_be_parted_is_refused_in_one_line(run, tagged, tmp_path, options, code, words):
    assert_one_line(run("export", "desk", tmp_path / "half.db", *options), code, words)
    assert not (tmp_path / "half.db").exists()
