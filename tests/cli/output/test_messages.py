"""What is printed on standard error while a command works."""

from claimtrack.cli.output import messages


def test_long_work_reports_its_progress_where_there_is_no_bar(monkeypatch, capsys):
    clock = iter([0, 5, 30, 35, 90])
    monkeypatch.setattr(messages.time, "monotonic", lambda: next(clock))
    with messages.progress("Comparing claims") as advance:
        advance(500, 20_000)  # after 5 seconds
        advance(1_000, 20_000)  # after 30
        advance(20_000, 20_000)
    assert capsys.readouterr().err == "Comparing claims: 1,000 of 20,000\n"
