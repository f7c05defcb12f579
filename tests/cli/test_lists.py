"""`search`, `list` and `assign`: which claims a reporter finds, and by what."""

import json


def test_search_tells_which_tag_place_or_note_has_the_words(done, read, two_claims):
    assert "found in" not in done("search", "prices").stdout
    assert read("search", "prices")[0]["found_in"] == []
    done("note", "1", "Rang the ministry.\n\nThe Zuckerwatte memo is on its way.")
    done("tag", "2", "Zuckerwatte")
    shown = done("search", "zuckerwatte").stdout
    assert "found in" in shown
    assert "tag: Zuckerwatte" in shown
    assert "note: Rang the ministry. The Zuckerwatte memo is on its way." in shown
    rows = read("search", "ZUCKERWATTE")
    # A tag is nearer to the claim than a note.
    assert [(row["id"], row["found_in"][0]["where"]) for row in rows] == [(2, "tag"), (1, "note")]
    header, *lines = done("search", "zuckerwatte", "--format", "csv").stdout.splitlines()
    assert header.endswith(",found_in")
    assert '""where"": ""tag""' in lines[0]
    assert done("search", "candyfloss", "--format", "csv").stdout.splitlines() == [header]
    assert [
        json.loads(line)["id"]
        for line in done("search", "zuckerwatte", "--format", "ndjson").stdout.splitlines()
    ] == [2, 1]
