"""`show` uses the same words as `list`, and shows stored lists as they are."""

import sqlite3


def test_show_names_the_score_as_list_does(done, file_claims, desk):
    file_claims(desk)
    listed = done("list").stdout.splitlines()
    assert "score" in listed[0]
    assert "  score: 0.90\n" in done("show", "1").stdout


def test_lists_written_by_a_plain_sql_client_are_shown_unchanged(done, two_claims):
    with sqlite3.connect(two_claims) as plain:
        plain.execute(
            "insert into matches (left_id, right_id, score, suggestion, reasons, differences, scorer)"
            """ values (1, 2, 0.9, 'related', '[3, null]', '[1, {"a": true}]', 'mine')"""
        )
    differences = '1; {"a": true}'
    assert differences in done("show", "1").stdout
    assert differences in done("show", "2").stdout  # from the other side of the pair
    assert '1, {"a": true}' in done("duplicates").stdout
