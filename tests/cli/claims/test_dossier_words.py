"""One word for one thing: what `list` calls the score, `show` calls so, too."""

import sqlite3


def test_show_names_the_score_as_list_does(done, file_claims, desk):
    file_claims(desk)
    listed = done("list").stdout.splitlines()
    assert "score" in listed[0]
    assert "  score: 0.90\n" in done("show", "1").stdout


def test_what_a_plain_sql_client_puts_into_a_list_is_told_as_it_stands_there(done, two_claims):
    with sqlite3.connect(two_claims) as plain:
        plain.execute(
            "insert into matches (left_id, right_id, score, suggestion, reasons, differences, scorer)"
            """ values (1, 2, 0.9, 'related', '[3, null]', '[1, {"a": true}]', 'mine')"""
        )
    told = '1; {"a": true}'
    assert told in done("show", "1").stdout
    assert told in done("show", "2").stdout  # told from the other side
    assert '1, {"a": true}' in done("duplicates").stdout
