"""`edit` and `priority` change a claim's text, claimant, date and priority."""

import pytest

SIGNED = "start a correction of the review"


def claim_facts(read_json):
    claim = read_json("show", "1")["claim"]
    return claim["text"], claim["claimant"], claim["claimed_on"]


@pytest.fixture
def filed(run_ok):
    run_ok("add", "Rents rose by 12 percent", "--claimant", "Ada Miller", "--date", "2024-04-22")


EDITS = [
    (["--text", "Rents rose by 13 percent"], ("Rents rose by 13 percent", "Ada Miller", "2024-04-22"),
     "Claim 1, text: Rents rose by 12 percent → Rents rose by 13 percent\n"),
    (["--claimant", "Ben Ray"], ("Rents rose by 12 percent", "Ben Ray", "2024-04-22"),
     "Claim 1, claimant: Ada Miller → Ben Ray\n"),
    (["--claimant", ""], ("Rents rose by 12 percent", None, "2024-04-22"), "Claim 1, claimant: Ada Miller → none\n"),
    (["--date", "2024-04-23"], ("Rents rose by 12 percent", "Ada Miller", "2024-04-23"),
     "Claim 1, date: 2024-04-22 → 2024-04-23\n"),
    (["--date", ""], ("Rents rose by 12 percent", "Ada Miller", None), "Claim 1, date: 2024-04-22 → none\n"),
    (["--text", "Rents rose by 12 percent", "--date", "2024-04-22"],
     ("Rents rose by 12 percent", "Ada Miller", "2024-04-22"), "Claim 1 already says that: nothing changed\n"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "expected", "message"), EDITS)
def test_edit_changes_and_reports_only_what_is_given(run_ok, read_json, filed, options, expected, message):
    assert run_ok("edit", "1", *options).stderr == message
    assert claim_facts(read_json) == expected


def test_edit_reads_the_text_from_standard_input(run_ok, read_json, filed):
    run_ok("edit", "1", "--text", "-", stdin="Rents rose\nby a tenth\n")
    assert claim_facts(read_json)[0] == "Rents rose by a tenth"


def test_language_is_told_by_its_name(run_ok, filed):
    told = run_ok("edit", "1", "--language", "cy").stderr
    assert told == "Claim 1, language: none of its own → Welsh\n"
    none = "No claim is in 'Scottish Gaelic'. Available: 'Welsh'."
    assert none in run_ok("list", "--language", "gd").stderr
    told = run_ok("edit", "1", "--language", "").stderr
    assert told == "Claim 1, language: Welsh → none of its own\n"


REFUSED = [
    ([], 2, "give --text, --claimant, --date or --language"),
    (["--text", ""], 2, "the claim is empty"),
    (["--date", "tomorrow"], 2, "--date"),
    (["--date", "2999-01-01"], 2, "is in the future: give a date up to today"),
]


@pytest.mark.parametrize(("options", "code", "message"), REFUSED)
def test_edit_without_a_change_or_with_a_bad_value_is_refused(run, read_json, filed, options, code, message):
    result = run("edit", "1", *options)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert claim_facts(read_json) == ("Rents rose by 12 percent", "Ada Miller", "2024-04-22")


def test_reworded_claim_is_matched_again_and_its_judgements_are_flagged(run_ok, read_json, filed):
    run_ok("add", "Rents rose by 12 percent", "--claimant", "Ben Ray", "--on-duplicate", "new")
    run_ok("add", "Wages fell by a fifth in Leeds", "--on-duplicate", "new")
    run_ok("judge", "1", "2", "same")
    stderr = run_ok("edit", "1", "--text", "Wages fell by a fifth in Leeds").stderr
    assert "claim 1 was judged the same as claim 2. Check whether that is still true" in stderr
    assert "`claimtrack judge 1 2 different`" in stderr
    found = {(row["claim_id"], row["suggestion"]) for row in read_json("show", "1")["matches"]}
    assert (3, "duplicate") in found


def test_published_claim_cannot_be_edited_and_a_correction_is_suggested(run, reviewed_desk):
    result = run("edit", "1", "--text", "Rent tripled in ten years")
    assert (result.exit_code, SIGNED in result.stderr) == (1, True)
    assert run("edit", "3", "--text", "Another third").exit_code == 0


def test_edit_and_priority_refuse_an_unknown_claim(run, filed):
    for command in (["edit", "9", "--text", "x"], ["priority", "9", "high"]):
        result = run(*command)
        assert (result.exit_code, "there is no claim 9: see `claimtrack list`" in result.stderr) == (
            1,
            True,
        )


def test_priority_is_shown_only_when_it_is_not_normal(run_ok, run, filed):
    assert "priority" not in run_ok("list").stdout + run_ok("show", "1").stdout
    assert run_ok("priority", "1", "high").stderr == "Claim 1: normal → high priority\n"
    assert run_ok("priority", "1", "high").stderr == "Claim 1 already has high priority\n"
    assert "  priority: high\n" in run_ok("show", "1").stdout
    heading, _, row = run_ok("list").stdout.splitlines()
    assert ("priority" in heading, " high " in row) == (True, True)
    run_ok("priority", "1", "normal")
    assert "priority" not in run_ok("list").stdout
    result = run("priority", "1", "urgent")
    assert (result.exit_code, "'high', 'normal', 'low'" in result.stderr) == (2, True)


# ── other claims that an edit touches ───────────────────────────────────────────────────────────

RENTS, BUSES = "Rents rose by 12 percent", "Half of all buses in Norwell run late"
# An edit of claim 2 ("Half of all buses ...", by Tom Lodge), and whether it then repeats claim 1 (Ada Miller on rents).
REPEATS = [
    (["--text", RENTS, "--claimant", "Ada Miller"], True, "the very words of the same speaker"),
    (
        ["--text", f"{RENTS.lower()}!", "--claimant", "Ada Miller"],
        True,
        "the same words except for case and punctuation",
    ),
    (["--text", RENTS, "--claimant", ""], True, "no claimant is known"),
    (["--text", RENTS], False, "another speaker makes another claim"),
    (["--text", "Rents rose by 13 percent", "--claimant", "Ada Miller"], False, "another number"),
]


@pytest.mark.parametrize(("options", "is_warned", "reason"), REPEATS, ids=[row[-1] for row in REPEATS])
def test_edit_that_repeats_another_claim_names_it_and_suggests_judging(
    run_ok, filed, options, is_warned, reason
):
    run_ok("add", BUSES, "--claimant", "Tom Lodge")
    stderr = run_ok("edit", "2", *options).stderr
    warning = (
        "claim 2 now says the same as claim 1, but they are still separate claims. If they are the same: `claimtrack "
        "judge 2 1 same`"
    )
    assert (warning in stderr) == is_warned


def test_judged_repeat_is_not_reported_again(run_ok, filed):
    run_ok("add", RENTS, "--claimant", "Ada Miller", "--on-duplicate", "new")
    run_ok("judge", "1", "2", "different")
    assert "says the same" not in run_ok("edit", "2", "--date", "2024-04-22").stderr


def test_sheet_import_reports_an_edit_that_repeats_another_claim(run_ok, filed, tmp_path):
    run_ok("add", BUSES, "--claimant", "Tom Lodge")
    sheet = tmp_path / "s.csv"
    run_ok("export", "csv", "-o", sheet)
    sheet.write_text(sheet.read_text().replace(BUSES, RENTS).replace("Tom Lodge", "Ada Miller"))
    stderr = run_ok("import", "csv", sheet, "--dry-run").stderr
    assert "Line 3: claim 2 now says the same as claim 1" in stderr


def test_triage_reports_an_edit_that_repeats_another_claim(run_ok, filed, tmp_path):
    run_ok("add", BUSES, "--status", "proposed")
    (tmp_path / "d.jsonl").write_text(
        f'{{"id": 2, "decision": "edit", "text": "{RENTS}", "speaker": "Ada Miller"}}'
    )
    assert (
        "claim 2 now says the same as claim 1" in run_ok("triage", "--decisions", tmp_path / "d.jsonl").stderr
    )


def test_respelling_a_claimant_reports_how_many_claims_it_affects(run_ok, filed):
    run_ok("add", BUSES, "--claimant", "Ada Miller")
    stderr = run_ok("edit", "1", "--claimant", "Ada MILLER").stderr
    assert stderr == (
        "Claim 1, claimant: Ada Miller → Ada MILLER\nThe new spelling applies to all 2 claims filed under this name\n"
    )


@pytest.mark.parametrize("length", [301, 5_000])
def test_overlong_claimant_is_refused_with_the_limit(run, read_json, filed, length):
    result = run("edit", "1", "--claimant", "a" * length)
    assert (
        result.exit_code,
        "characters, and the limit is 300:" in result.stderr,
        "CHECK" in result.stderr,
    ) == (
        1,
        True,
        False,
    )
    assert claim_facts(read_json)[1] == "Ada Miller"


def test_dash_or_n_a_as_claimant_means_nobody(run_ok, read_json):
    run_ok("add", "Rents rose by a third", "--claimant", "-")
    run_ok("add", "The pier has closed", "--claimant", "Ada Moor")
    run_ok("edit", "2", "--claimant", "n/a")
    assert [read_json("show", number)["claim"]["claimant"] for number in ("1", "2")] == [None, None]
    assert [row["name"] for row in read_json("speaker", "list")] == ["Ada Moor"]
