"""One word for one thing: what `list` calls the score, `show` calls so, too."""


def test_show_names_the_score_as_list_does(done, file_claims, desk):
    file_claims(desk)
    listed = done("list").stdout.splitlines()
    assert "score" in listed[0]
    assert "  score: 0.90\n" in done("show", "1").stdout
