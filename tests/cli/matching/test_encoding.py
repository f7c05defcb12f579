"""`claimtrack encode`: what it prints, what it stores, and its exit codes."""

import pytest


@pytest.fixture
def encoded_desk(two_claims, glossary, run_ok):
    run_ok("encode", "--encoder", "glossary")


def test_encode_starts_the_encoder_and_counts_the_claims_encoded(two_claims, glossary, run_ok):
    result = run_ok("encode", "--encoder", "glossary")
    assert result.stdout == ""
    assert "glossary (glossary 1): encoded 2 claims, 2 in" in result.stderr


@pytest.mark.usefixtures("encoded_desk")
def test_encode_run_again_encodes_only_new_claims(run_ok):
    run_ok("add", "The heart needs a lung.", "--on-duplicate", "new")
    assert "): encoded 0 claims, 3 in total. It is now used for matching." in run_ok("encode").stderr


@pytest.mark.usefixtures("encoded_desk")
def test_match_found_by_the_encoder_gives_its_reason(run_ok, read_json):
    run_ok("add", "The heart needs a lung.", "--on-duplicate", "new")
    [match] = read_json("match", "coronary bronchial")
    assert (match["claim_id"], match["suggestion"]) == (3, "related")
    assert match["reasons"][-1] == "close in meaning"


@pytest.mark.usefixtures("encoded_desk")
def test_encode_off_keeps_the_vectors_and_forget_removes_them(run_ok, desk_path):
    assert "by words alone" in run_ok("encode", "--off").stderr
    assert (
        "): encoded 0 claims, 2 in total. It is now used for matching."
        in run_ok("encode", "--encoder", "glossary").stderr
    )
    assert "removed" in run_ok("encode", "--forget").stderr
    assert "encoded 2 claims" in run_ok("encode", "--encoder", "glossary").stderr


def test_encode_off_without_an_encoder_says_so(two_claims, run_ok):
    assert "No encoder was in use" in run_ok("encode", "--off").stderr


def test_unknown_encoder_is_refused_and_the_known_ones_are_listed(two_claims, run, glossary):
    result = run("encode", "--encoder", "nonsense")
    assert result.exit_code == 1
    assert "no plug-in 'nonsense'" in result.stderr
    assert "glossary" in result.stderr


def test_encoder_and_off_together_are_a_usage_error(two_claims, run):
    assert run("encode", "--encoder", "minilm", "--off").exit_code == 2


def test_encode_does_not_create_a_missing_desk(run, tmp_path):
    result = run("encode", db=tmp_path / "none.db")
    assert result.exit_code == 1
    assert not (tmp_path / "none.db").exists()


def test_interrupted_encode_says_that_its_work_so_far_is_kept(two_claims, glossary, run, monkeypatch):
    from claimtrack.workflow.matching import encoding

    def interrupt(*_, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(encoding, "encode_missing", interrupt)
    result = run("encode", "--encoder", "glossary")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Stopped. The claims encoded so far are kept and used for" in result.stderr
