"""`duplicates`, `judge` and `undo`: what a person decides about pairs of claims, and which pairs wait."""

import re
from contextlib import closing

from claimtrack.cli.output import messages
from claimtrack.store import claims, queues
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.index import postings
from tests.cli.matching.conftest import CHANGED, REWORDED


def test_duplicates_lists_waiting_pairs_until_they_are_judged(run_ok, read_json, known):
    run_ok("add", REWORDED, "--claimant", "Ada Miller")
    [pair] = read_json("duplicates")
    assert (pair["left_id"], pair["right_id"], pair["suggestion"]) == (1, 2, "duplicate")
    assert run_ok("judge", "2", "1", "same").stderr == "Claims 1 and 2: same\n"
    assert read_json("duplicates") == []
    assert run_ok("undo").stderr == "Claims 1 and 2: no longer same, now unjudged\n"
    assert len(read_json("duplicates")) == 1


def test_a_pair_that_is_compared_anew_while_others_are_listed_is_listed_once(
    separate_connections, run_ok, read_json, known, monkeypatch
):
    run_ok("add", REWORDED, "--claimant", "Ada Miller")
    of_kind = queues._unjudged_pairs

    def change_after_the_first_kind(db, suggestion):
        yield from of_kind(db, suggestion)
        with closing(open_desk(known)) as other, write_transaction(other, "a colleague"):
            other.execute("update matches set suggestion = 'conflict'")

    monkeypatch.setattr(queues, "_unjudged_pairs", change_after_the_first_kind)
    assert [pair["suggestion"] for pair in read_json("duplicates")] == ["duplicate"]


def test_a_pair_names_who_makes_each_claim_under_the_main_name(run_ok, read_json, known):
    run_ok("add", REWORDED, "--claimant", "A. Moor", "--on-duplicate", "new")
    run_ok("add", REWORDED, "--on-duplicate", "new")
    run_ok("speaker", "rename", "A. Moor", "Ada Moor")
    named = {
        (pair["left_id"], pair["right_id"]): (pair["left_claimant"], pair["right_claimant"])
        for pair in read_json("duplicates", "--show", "repeats")
    }
    assert named[2, 3] == ("Ada Moor", None)
    assert "other claimant" in run_ok("duplicates").stdout


def test_unsuggested_pair_disappears_when_its_judgement_is_undone(run_ok, read_json, known):
    run_ok("add", "The bank closed 40 branches in spring")
    run_ok("judge", 1, 2, "same")
    run_ok("undo")
    assert read_json("duplicates") == []


def test_new_pair_does_not_inherit_judgements_of_a_deleted_one(run_ok, two_claims, desk):
    """Deleting a claim deletes its pairs: in claimtrack 0.2.0 and earlier, the next pair reused their number."""
    run_ok("judge", 1, 2, "same")
    with write_transaction(desk, "ada"):
        desk.execute("delete from matches")
    run_ok("add", "The bank closed 40 branches in spring", "--on-duplicate", "new")
    run_ok("add", "Trains to Vale were late in May", "--on-duplicate", "new")
    with write_transaction(desk, "ada"):
        desk.execute(
            "insert into matches (id, left_id, right_id, score, suggestion, scorer) values (1, 3, 4, .3, 'related', 'x')"
        )
    run_ok("judge", 3, 4, "different")
    assert run_ok("undo").stderr == "Claims 3 and 4: no longer different, now unjudged\n"
    assert "claims 1 and 2" not in run_ok("history", 4).stdout


def test_duplicates_shows_only_repeats_or_conflicts_on_request(run_ok, read_json, run, known):
    run_ok("add", REWORDED, "--claimant", "Ada Miller")
    assert [pair["suggestion"] for pair in read_json("duplicates", "--show", "repeats")] == ["duplicate"]
    assert read_json("duplicates", "--show", "conflicts") == []
    message = "No pairs of conflicts are waiting for a judgement."
    assert message in run_ok("duplicates", "--show", "conflicts").stderr
    assert run("duplicates", "--show", "nothing").exit_code == 2


def test_duplicates_counts_conflicts_it_does_not_keep_and_pairs_beyond_the_limit(run_ok, desk):
    with write_transaction(desk, "ada"):
        for number in range(1200, 2000, 100):
            words = f"The harbour of Ravensby handled {number} containers of frozen fish in the last week of March"
            desk.execute("insert into claims (text) values (?)", [words])
    stderr = run_ok("duplicates", "--limit", 4).stderr
    assert "3 more conflicts are not kept" in stderr
    assert "25 pairs are waiting for a judgement: --limit shows the first 4.\n" in stderr
    assert re.search(
        r"To judge the first: `claimtrack judge \d \d JUDGEMENT` \(same, different or unsure\)\.", stderr
    )
    again = run_ok("duplicates").stderr
    assert "not kept" not in again, "nothing was compared"
    assert "--limit" not in again
    assert again.startswith("25 pairs are waiting for a judgement.\n")
    assert run_ok("duplicates", "--format", "json").stderr == ""
    sheet = run_ok("duplicates", "--format", "csv").stderr
    assert sheet == "Once its column judgement is filled in: `claimtrack judge --file FILE`\n"


def test_judging_a_conflict_the_same_warns_of_the_difference(run_ok, known, desk):
    run_ok("add", CHANGED, "--on-duplicate", "new")
    stderr = run_ok("judge", 1, 2, "same").stderr
    assert stderr.startswith("Claims 1 and 2: same\nWarning: they differ in a fact (differs: ")
    assert "third" in stderr
    assert ". To take the judgement back: `claimtrack undo 1 2`" in stderr
    assert "Warning" in run_ok("judge", 2, 1, "same", "--yes").stderr
    assert "Warning" not in run_ok("judge", 1, 2, "unsure").stderr
    assert "Warning" not in run_ok("judge", 1, 2, "different").stderr


def test_judging_unlike_claims_the_same_warns_and_names_the_undo(run_ok, known):
    run_ok("add", "A mill in Malm burned down on the night of the storm.", "--on-duplicate", "new")
    stderr = run_ok("judge", 1, 2, "same").stderr
    assert stderr.startswith("Claims 1 and 2: same\nWarning: claims 1 (“")
    assert "have little in common (score 0." in stderr
    assert ". To take the judgement back: `claimtrack undo 1 2`" in stderr
    assert "Warning" not in run_ok("judge", 1, 2, "different").stderr


def test_judging_rewordings_the_same_does_not_warn(run_ok, known):
    run_ok("add", REWORDED, "--on-duplicate", "new")
    assert run_ok("judge", 1, 2, "same").stderr == "Claims 1 and 2: same\n"


def test_judging_a_conflict_the_same_at_a_terminal_asks_first(run_ok, terminal_of, known, desk):
    run_ok("add", CHANGED, "--on-duplicate", "new")
    for answer, judged in (("n", "unjudged"), ("y", "same")):
        terminal = terminal_of("judge", "1", "2", "same")
        terminal.expect_exact("they differ in a fact (")
        terminal.expect_exact("Judge them the same anyway? [y/N]:")
        terminal.sendline(answer)
        shown, exit_code = terminal.ended()
        assert ("No judgement was made." if answer == "n" else "Claims 1 and 2: same") in shown
        assert exit_code == 0
        assert [row["judgement"] for row in desk.query("select judgement from matches")] == [judged]


def test_duplicates_omits_rejected_claims(run_ok, read_json, known):
    run_ok("add", REWORDED, "--claimant", "Ada Miller")
    run_ok("status", "2", "rejected")
    assert read_json("duplicates") == []


def test_pair_settled_by_other_judgements_waits_again_once_one_is_undone(run_ok, read_json, desk):
    words = "The bridge over the Tarn was closed for repairs in 2019 and never opened again"
    for text in (f"{words}.", f"{words}, say drivers.", f"{words}, the mayor said."):
        run_ok("add", text, "--on-duplicate", "new")

    def waiting_pairs():
        run_ok("duplicates")
        pairs = {(pair["left_id"], pair["right_id"]) for pair in read_json("duplicates")}
        [counted] = [row["count"] for row in read_json("stats") if row["figure"] == "pairs_to_judge"]
        assert counted == queues.count_unjudged_pairs(desk, at_most=9) == len(pairs)
        return pairs

    assert waiting_pairs() == {(1, 2), (1, 3), (2, 3)}
    run_ok("judge", 1, 2, "same")
    assert waiting_pairs() == {(1, 3), (2, 3)}
    run_ok("judge", 2, 3, "same")
    assert waiting_pairs() == set()
    run_ok("undo")
    assert waiting_pairs() == {(1, 3), (2, 3)}


def test_judging_again_reports_the_former_judgement(run_ok, two_claims):
    run_ok("judge", "1", "2", "same")
    assert run_ok("judge", "1", "2", "different").stderr == "Claims 1 and 2: different (was same)\n"


def test_contradictory_judgement_is_refused_with_what_to_undo(run_ok, run, two_claims):
    run_ok("add", "Exports rose.")
    run_ok("judge", "1", "2", "same")
    run_ok("judge", "2", "3", "different")
    result = run("judge", "1", "3", "same")
    assert (result.exit_code, "`claimtrack undo 2 3` takes that back" in result.stderr) == (1, True)


def test_claims_linked_by_other_judgements_cannot_be_different_and_the_links_are_named(
    run_ok, run, two_claims
):
    run_ok("add", "Exports rose.")
    run_ok("judge", "1", "2", "same")
    run_ok("judge", "3", "2", "same")
    result = run("judge", "3", "1", "different")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: claims 1 and 3 are linked by other judgements of same: 1 and 2, 2 and 3. First take one of these "
        "back: `claimtrack undo 1 2` or `claimtrack undo 2 3`\n",
    )
    run_ok("undo", "1", "2")
    run_ok("judge", "3", "1", "different")


def test_long_chain_of_judgements_is_abbreviated(run_ok, run, two_claims):
    for number in range(3, 10):
        run_ok("add", f"Exports rose in year {number}.", "--on-duplicate", "new")
    for number in range(1, 9):
        run_ok("judge", number, number + 1, "same")
    stderr = run("judge", "1", "9", "different").stderr
    assert "5 and 6 and 3 more. First" in stderr
    assert "`claimtrack undo 5 6`\n" in stderr


def test_pairs_that_link_claims_are_named_in_order(run_ok, run, two_claims):
    for number in (3, 4):
        run_ok("add", f"Exports rose in year {number}.", "--on-duplicate", "new")
    for pair in ((1, 4), (1, 2), (2, 3), (3, 4)):
        run_ok("judge", *pair, "same")
    assert "1 and 2, 2 and 3, 3 and 4. " in run("judge", "1", "4", "different").stderr


def test_undo_takes_the_two_claims_of_a_pair(run_ok, two_claims):
    run_ok("judge", "1", "2", "same", actor="ben")
    assert (
        run_ok("undo", "2", "1").stderr == "Claims 1 and 2: no longer same, as judged by ben, now unjudged\n"
    )


def test_what_add_joined_is_removed_by_the_command_it_printed(run, run_ok, two_claims):
    before = run_ok("show", 1).stdout
    added = run_ok(
        "add", "Prices fell", "--source", "https://news.example/1", "--on-duplicate", "attach"
    ).stderr
    result = run("undo")
    assert (result.exit_code, "what `add` added to one, use `undo --changes` as it" in result.stderr) == (
        1,
        True,
    )
    assert "undo --changes" not in run("undo", 1, 2).stderr
    run_ok("undo", "--changes", re.search(r"undo --changes (\S+)`", added)[1])
    assert run_ok("show", 1).stdout == before


def test_judging_again_names_whose_judgement_was_changed(run_ok, two_claims):
    run_ok("judge", "1", "2", "same", actor="ben")
    assert (
        run_ok("judge", "1", "2", "different").stderr
        == "Claims 1 and 2: different (was same, as judged by ben)\n"
    )
    assert run_ok("undo").stderr == "Claims 1 and 2: no longer different, now same, as judged before by ben\n"


def test_csv_without_matches_has_its_header(run_ok, two_claims):
    assert run_ok("match", "zzz", "--format", "csv").stdout.startswith("claim_id,text,score,")
    assert run_ok("match", "--file", "-", "--format", "csv", stdin="[]").stdout.startswith(
        "id,text,match_claim_id,"
    )


def test_rebuilding_an_outdated_index_shows_its_progress(run_ok, run, desk, monkeypatch):
    with write_transaction(desk, "ada"):
        for number in range(20):
            claims.add(desk, f"The bridge over stream number {number} was closed for repairs.")
    run_ok("duplicates")
    with write_transaction(desk, "ada"):
        desk.execute("update claims set text = text || ' It rained.' where id <= 10")
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    monkeypatch.setattr(postings, "BATCH", 8)
    assert "Indexing claims: 8 of 20\nIndexing claims: 16 of 20\n" in run_ok("duplicates").stderr
    assert "Indexing" not in run_ok("duplicates").stderr
    desk.execute("drop table match_totals")
    damaged = run("duplicates")
    assert (damaged.exit_code, "`claimtrack" in damaged.stderr) == (1, True), damaged.stderr
