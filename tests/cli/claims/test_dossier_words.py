"""`show` uses the same words as `list`, and shows stored lists as they are."""

import sqlite3


def test_show_names_the_score_as_list_does(run_ok, file_claims, desk):
    file_claims(desk)
    listed = run_ok("list").stdout.splitlines()
    assert "score" in listed[0]
    assert "  score: 0.90\n" in run_ok("show", "1").stdout


def test_lists_written_by_a_plain_sql_client_are_shown_unchanged(run_ok, two_claims):
    with sqlite3.connect(two_claims) as plain:
        plain.execute(
            "insert into matches (left_id, right_id, score, suggestion, reasons, differences, scorer)"
            """ values (1, 2, 0.9, 'related', '[3, null]', '[1, {"a": true}]', 'mine')"""
        )
    differences = '1; {"a": true}'
    assert differences in run_ok("show", "1").stdout
    assert differences in run_ok("show", "2").stdout  # from the other side of the pair
    assert '1, {"a": true}' in run_ok("duplicates").stdout
