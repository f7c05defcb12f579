"""Pages are saved through a local stand-in for the Wayback Machine: retries, refusals, no network."""

import sys
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import InvalidValue
from claimtrack.fetch import archive as archive_module
from claimtrack.fetch.archive import Answer, command, wayback
from claimtrack.store import archives, claims, evidence
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.archiving import FIRST_PAUSE, MOST_ATTEMPTS, queue_pages, save_due
from tests.tables import each_row

PAGE = "https://stats.example/rent?year=2024&x=ü"
NOON = datetime(2024, 5, 3, 12, tzinfo=UTC)


class StandIn(BaseHTTPRequestHandler):
    """Saves what it is asked to, unless the test says how to answer instead."""

    def do_GET(self):
        self.server.asked.append(self.path)
        status = self.server.answers.pop(0) if self.server.answers else 302
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/web/20240503120000/" + self.path.removeprefix("/save/"))
        if status == 200:
            self.send_header("Content-Location", "/web/20240503120000/" + self.path.removeprefix("/save/"))
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def archive():
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    server.asked, server.answers = [], []
    server.service = f"http://127.0.0.1:{server.server_port}/save/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def linked(desk):
    """A claim with a link and an article; another, rejected, with a link."""
    new = NewClaim("Rent doubled", source="https://news.example/1", links=((PAGE, "refutes"),))
    add_claim(desk, new, actor="ada")
    with write_transaction(desk, "ada"):
        rejected = claims.add(desk, "Nothing to see", status="rejected")
        evidence.add(desk, rejected, "https://nobody.example/")
    return desk


def run(desk, archive, now=NOON, **options):
    return save_due(desk, wayback(archive.service, timeout=5), now=lambda: now, actor="ada", **options)


def test_links_and_articles_of_living_claims_are_queued_once(linked):
    assert queue_pages(linked, actor="ada") == (2, 0)
    assert queue_pages(linked, actor="ada") == (0, 0)
    assert {row["url"] for row in archives.list_all(linked)} == {PAGE, "https://news.example/1"}


@pytest.mark.parametrize("status", [302, 200])
def test_a_saved_page_gives_its_evidence_the_address_of_the_copy(linked, archive, status):
    archive.answers = [status, status]
    queue_pages(linked, actor="ada")
    report = run(linked, archive)
    assert (report.saved, report.put_off, report.given_up, report.stopped) == (2, 0, 0, None)
    [link] = linked.query("select archived_url from evidence where claim_id = 1")
    assert link["archived_url"] == archive.service.replace("/save/", "/web/20240503120000/") + PAGE.replace(
        "ü", "%C3%BC"
    )
    assert archives.counts(linked) == {"queued": 0, "saved": 2, "failed": 0}
    changes = linked.query(
        "select actor from history where table_name = 'evidence' and operation = 'update'"
        " and new_row ->> 'archived_url' is not null"
    )
    assert [change["actor"] for change in changes] == ["ada"]


def test_a_copy_that_somebody_entered_is_kept(linked, archive):
    linking.add_link(
        linked, 1, "https://other.example/", archived_url="https://archive.example/x", actor="ada"
    )
    queue_pages(linked, ["https://other.example/"], actor="ada")
    run(linked, archive)
    [link] = linked.query("select archived_url from evidence where url = 'https://other.example/'")
    assert link["archived_url"] == "https://archive.example/x"


def test_a_failure_is_tried_again_after_longer_and_longer_pauses_and_then_given_up(desk, archive):
    queue_pages(desk, [PAGE], actor="ada")
    now, pauses = NOON, []
    for _ in range(MOST_ATTEMPTS):
        archive.answers = [503]
        run(desk, archive, now)
        [row] = archives.list_all(desk)
        if row["try_after"]:
            due = datetime.fromisoformat(row["try_after"])
            # A minute too early nothing is asked.
            asked = len(archive.asked)
            assert run(desk, archive, due - timedelta(minutes=1)).saved == 0
            assert len(archive.asked) == asked
            pauses.append(due - now)
            now = due
    assert pauses == [FIRST_PAUSE * 2**n for n in range(MOST_ATTEMPTS - 1)]
    assert (row["status"], row["error"]) == ("failed", "the archive answered 503 Service Unavailable")
    # Named once more, it gets another chance.
    assert queue_pages(desk, [PAGE], actor="ada") == (1, 0)
    assert run(desk, archive, now).saved == 1


def test_a_page_the_archive_refuses_is_given_up_at_once(desk, archive):
    archive.answers = [403]
    queue_pages(desk, [PAGE], actor="ada")
    assert run(desk, archive).given_up == 1
    assert archives.counts(desk)["failed"] == 1


def test_an_address_that_there_cannot_be_is_given_up_and_stops_nothing(desk, archive):
    """A desk may hold one from before such were refused."""
    with write_transaction(desk, "ada"):
        archives.queue(desk, "http://ö..norbridge.example/rents")
    queue_pages(desk, [PAGE], actor="ada")
    report = run(desk, archive)
    assert (report.saved, report.given_up, report.put_off) == (1, 1, 0)
    [told] = [row["error"] for row in archives.list_all(desk) if row["status"] == "failed"]
    assert told.startswith("this cannot be a web address (")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_what_the_archive_will_never_save_is_asked_for_once(desk, archive, status):
    archive.answers = [status]
    queue_pages(desk, [PAGE], actor="ada")
    assert run(desk, archive).given_up == 1


def test_too_many_requests_end_the_run_and_count_for_nothing(linked, archive):
    archive.answers = [429]
    queue_pages(linked, actor="ada")
    report = run(linked, archive)
    assert (len(archive.asked), report.stopped) == (1, "the archive answered 429 Too Many Requests")
    assert [row["attempts"] for row in archives.list_all(linked)] == [0, 0]
    assert run(linked, archive, NOON + timedelta(hours=1)).saved == 2


INSIDE = "http://192.168.1.20/minutes.pdf"


def test_a_page_of_one_s_own_network_is_given_up_unasked_where_the_archive_is_outside(desk, monkeypatch):
    monkeypatch.setattr(
        archive_module,
        "opener",
        lambda: pytest.fail("the archive was asked"),
    )
    queue_pages(desk, [INSIDE], actor="ada")
    report = save_due(desk, wayback(), now=lambda: NOON, actor="ada")
    assert (report.given_up, report.put_off) == (1, 0)
    [row] = archives.list_all(desk)
    assert row["status"] == "failed"
    assert "this page is only on your own computer" in row["error"]


def test_a_page_of_one_s_own_network_is_queued_for_an_archive_there_alone(linked):
    linking.add_link(linked, 1, INSIDE, actor="ada")
    assert queue_pages(linked, actor="ada") == (2, 1)
    assert INSIDE not in {row["url"] for row in archives.list_all(linked)}
    assert queue_pages(linked, inside=True, actor="ada") == (1, 0)


def test_an_archive_of_one_s_own_network_is_asked_for_a_page_there(desk, archive):
    queue_pages(desk, [INSIDE], actor="ada")
    assert save_due(desk, wayback(archive.service), now=lambda: NOON, actor="ada").saved == 1


def test_without_a_network_everything_waits(linked, archive):
    archive.shutdown()
    archive.server_close()
    queue_pages(linked, actor="ada")
    report = run(linked, archive)
    assert "no connection to the archive" in report.stopped
    assert [(row["status"], row["attempts"]) for row in archives.list_all(linked)] == [("queued", 0)] * 2


def test_the_desk_is_not_locked_while_the_archive_works(linked, desk_path):
    from claimtrack.store.file.database import open_desk

    queue_pages(linked, ["https://news.example/1"], actor="ada")

    def slow(url):
        other = open_desk(desk_path)
        other.execute("pragma busy_timeout = 0")
        desk_work.add_note(other, 1, "Meanwhile.", actor="ben")
        other.close()
        return wayback("http://127.0.0.1:9/", timeout=1)(url)

    save_due(linked, slow, now=lambda: NOON, actor="ada")
    assert linked.table("notes").count == 1


# ── a command of the desk's own ─────────────────────────────────────────────────────────────────


def python(code):
    return f'"{sys.executable}" -c "{code}" {{url}}'


def test_a_command_prints_the_address_of_the_copy():
    save = command(python("import sys; print('saved', 'https://copy.example/?of=' + sys.argv[1])"))
    assert save(PAGE).archived_url == f"https://copy.example/?of={PAGE}"


def test_the_address_of_the_page_itself_is_no_copy_of_it():
    save = command(python("import sys; print('https://copy.example/7', sys.argv[1])"))
    assert save(PAGE).archived_url == "https://copy.example/7"
    assert command(python("import sys; print('saved', sys.argv[1])"))(PAGE).answer is Answer.TRY_AGAIN


def test_output_in_another_encoding_stops_nothing():
    code = "import sys; sys.stdout.buffer.write(b'gespeichert f\\xfcr: https://copy.example/7\\n')"
    assert command(python(code))(PAGE).archived_url == "https://copy.example/7"
    code = "import sys; sys.stderr.buffer.write(b'kein Platz f\\xfcr'); sys.exit(3)"
    assert "ended with 3: kein Platz f" in command(python(code))(PAGE).detail


@pytest.mark.parametrize(
    ("escape", "line", "expected"),
    [
        pytest.param("", r"C:\tools\archive.exe {url}", [r"C:\tools\archive.exe", "{url}"], id="Windows"),
        pytest.param(
            "", r'"C:\My tools\a.exe" --to="x y"', [r"C:\My tools\a.exe", "--to=x y"], id="its quotes"
        ),
        pytest.param("\\", r"/opt/my\ tools/a '#1' #2", ["/opt/my tools/a", "#1", "#2"], id="elsewhere"),
    ],
)
def test_a_command_is_parted_as_the_system_s_shell_parts_it(escape, line, expected, monkeypatch):
    monkeypatch.setattr(archive_module, "_ESCAPE", escape)
    assert archive_module._split_command(line) == expected


def test_an_address_is_no_shell_command(tmp_path):
    save = command(python("import sys; print('https://copy.example/')"))
    save(f"https://a.example/;touch${{IFS}}{tmp_path}/hacked")
    assert list(tmp_path.iterdir()) == []


@each_row(
    ("line", "detail"),
    [
        (python("import sys; sys.exit('quota used up')"), "ended with 1: quota used up"),
        (python("print('done')"), "its output does not end with the address of a copy"),
        ("/no/such/program", "No such file"),
    ],
)
def test_a_command_that_fails_is_tried_again(line, detail):
    result = command(line)(PAGE)
    assert (result.answer, detail in result.detail) == (Answer.TRY_AGAIN, True)


@each_row("line", ["", "a 'b"])
def test_a_command_that_is_none_is_refused(line):
    with pytest.raises(InvalidValue, match="command"):
        command(line)


def test_the_command_line_queues_saves_and_lists(linked, desk_path, archive):
    def archive_command(*args):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "archive", *args])

    assert "Queued 2 pages\nIn total: 2 queued, 0 saved" in archive_command("--queue").stderr
    assert archive.asked == []
    saved = archive_command("--service", archive.service)
    assert (saved.exit_code, saved.stdout) == (0, "")
    assert "Now: 2 saved, 0 failed, 0 given up" in saved.stderr
    assert "In total: 0 queued, 2 saved, 0 given up" in saved.stderr
    assert archive_command("--list", "--format", "csv").stdout.count("/web/20240503120000/") == 2


def test_the_command_line_tells_what_failed_and_when_it_is_tried_again(linked, desk_path):
    def archive_command():
        return CliRunner().invoke(cli, ["--db", str(desk_path), "archive", "--command", "false"])

    failed, early = archive_command(), archive_command()
    assert (failed.exit_code, early.exit_code) == (1, 0)
    assert (
        "Now: 0 saved, 2 failed (will be tried again in a later run), 0 given up\nIn total: 2 queued"
        in failed.stderr
    )
    assert "Nothing is due now. The next try is at 20" in early.stderr
