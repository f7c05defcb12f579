"""Archiving pages through a local stand-in for the Wayback Machine: retries, refusals, no network, and own commands."""

import errno
import os
import shlex
import socket
import ssl
import sys
import threading
import time
import urllib.error
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.fetch.web import archive as archive_module
from claimtrack.fetch.web.archive import Answer, command, wayback
from claimtrack.store import archives, claims, evidence
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.archiving import FIRST_PAUSE, MOST_ATTEMPTS, file_copy, queue_pages, save_due
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.reviews import reviewing
from tests.tables import each_row

PAGE = "https://stats.example/rent?year=2024&x=ü"
NOON = datetime(2024, 5, 3, 12, tzinfo=UTC)


class FakeArchive(BaseHTTPRequestHandler):
    """Saves each requested page unless the test gives other answers."""

    def do_GET(self):
        self.server.asked.append(self.path)
        status = self.server.answers.pop(0) if self.server.answers else 302
        self.send_response(status)
        # An archive that cannot save a page may still name an older copy: that is not the one asked for.
        header = "Location" if status == 302 else "Content-Location"
        self.send_header(header, self.server.copies + self.path.removeprefix("/save/"))
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def archive():
    server = ThreadingHTTPServer(("127.0.0.1", 0), FakeArchive)
    server.asked, server.answers, server.copies = [], [], "/web/20240503120000/"
    server.service = f"http://127.0.0.1:{server.server_port}/save/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def desk_with_links(desk):
    """A desk with a claim that has a link and an article, and a rejected claim with a link."""
    new = NewClaim("Rent doubled", source="https://news.example/1", links=((PAGE, "refutes"),))
    add_claim(desk, new, actor="ada")
    with write_transaction(desk, "ada"):
        rejected = claims.add(desk, "Nothing to see", status="rejected")
        evidence.add(desk, rejected, "https://nobody.example/")
    return desk


def save_pages(desk, archive, now=NOON, **options):
    return save_due(desk, wayback(archive.service, timeout=5), now=lambda: now, actor="ada", **options)


def test_links_and_articles_of_claims_are_queued_once_unless_rejected(desk_with_links):
    assert queue_pages(desk_with_links, actor="ada") == (2, [])
    assert queue_pages(desk_with_links, actor="ada") == (0, [])
    assert {row["url"] for row in archives.list_all(desk_with_links)} == {PAGE, "https://news.example/1"}


@pytest.mark.parametrize("status", [302, 200])
def test_evidence_and_a_place_where_it_was_said_have_the_address_of_their_copy(
    desk_with_links, archive, status
):
    archive.answers = [status, status]
    queue_pages(desk_with_links, actor="ada")
    report = save_pages(desk_with_links, archive)
    assert (report.saved, report.put_off, report.given_up, report.stopped) == (2, 0, 0, None)
    [link] = desk_with_links.query("select archived_url from evidence where claim_id = 1")
    copies = archive.service.replace("/save/", "/web/20240503120000/")
    assert link["archived_url"] == copies + PAGE.replace("ü", "%C3%BC")
    [post] = claim_dossier(desk_with_links, 1)["appearances"]
    assert post["archived_url"] == f"{copies}https://news.example/1"
    assert archives.counts(desk_with_links) == {"queued": 0, "saved": 2, "failed": 0}
    changes = desk_with_links.query(
        "select actor from history where table_name = 'evidence' and operation = 'update'"
        " and new_row ->> 'archived_url' is not null"
    )
    assert [change["actor"] for change in changes] == ["ada"]


def test_a_copy_made_by_hand_is_that_of_the_post_and_a_later_one_takes_its_place(desk_with_links):
    post, copies = "https://news.example/1", ("https://archive.example/a", "https://archive.example/b")
    for copy in copies:
        file_copy(desk_with_links, post, copy, now=NOON, actor="ada")
        [row] = claim_dossier(desk_with_links, 1)["appearances"]
        assert row["archived_url"] == copy
    assert queue_pages(desk_with_links, actor="ada") == (1, [])
    with pytest.raises(NotFound, match="as `claimtrack show ID` has it"):
        file_copy(desk_with_links, f"{post}1", copies[0], now=NOON, actor="ada")


def test_a_copy_of_evidence_is_replaced_unless_two_people_signed_it(reviewed_desk):
    cited = "https://other.example/"
    linking.add_link(reviewed_desk, 3, PAGE, actor="ada")
    linking.add_link(reviewed_desk, 2, cited, actor="ada")
    correction = reviewing.correct(reviewed_desk, 2, note="We have a source.", actor="ada")
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="ben")
    for page, kept in ((PAGE, "https://archive.example/b"), (cited, "https://archive.example/a")):
        for copy in ("https://archive.example/a", "https://archive.example/b"):
            file_copy(reviewed_desk, page, copy, now=NOON, actor="ada")
        [link] = reviewed_desk.query("select archived_url from evidence where url = ?", [page])
        assert (link["archived_url"], archives.copy_of(reviewed_desk, page)) == (kept, copy)
    with pytest.raises(InvalidValue, match="is the page itself"):
        file_copy(reviewed_desk, PAGE, PAGE, now=NOON, actor="ada")


def test_a_copy_that_is_filed_while_the_archive_works_is_kept(desk_with_links, archive):
    queue_pages(desk_with_links, actor="ada")
    copy, post = "https://archive.example/a", "https://news.example/1"
    for status in (302, 503):
        archive.answers = [status, status]
        queue_pages(desk_with_links, [post], actor="ada")
        save_pages(
            desk_with_links,
            archive,
            progress=lambda *_: file_copy(desk_with_links, post, copy, now=NOON, actor="ada"),
        )
        assert archives.copy_of(desk_with_links, post) == copy


def test_an_archived_copy_entered_by_a_person_is_kept(desk_with_links, archive):
    linking.add_link(
        desk_with_links, 1, "https://other.example/", archived_url="https://archive.example/x", actor="ada"
    )
    queue_pages(desk_with_links, ["https://other.example/"], actor="ada")
    save_pages(desk_with_links, archive)
    [link] = desk_with_links.query("select archived_url from evidence where url = 'https://other.example/'")
    assert link["archived_url"] == "https://archive.example/x"


def test_a_failing_page_is_retried_after_growing_pauses_and_then_given_up(desk, archive):
    queue_pages(desk, [PAGE], actor="ada")
    now, pauses = NOON, []
    for _ in range(MOST_ATTEMPTS):
        archive.answers = [503]
        save_pages(desk, archive, now)
        [row] = archives.list_all(desk)
        if row["try_after"]:
            due = datetime.fromisoformat(row["try_after"])
            # A minute too early, nothing is requested.
            requests_before = len(archive.asked)
            assert save_pages(desk, archive, due - timedelta(minutes=1)).saved == 0
            assert len(archive.asked) == requests_before
            pauses.append(due - now)
            now = due
    assert pauses == [FIRST_PAUSE * 2**n for n in range(MOST_ATTEMPTS - 1)]
    assert (row["status"], row["error"]) == ("failed", "the archive answered 503 Service Unavailable")
    # Queued again, it gets another chance.
    assert queue_pages(desk, [PAGE], actor="ada") == (1, [])
    assert save_pages(desk, archive, now).saved == 1


def test_a_page_that_the_archive_refuses_counts_as_failed_at_once(desk, archive):
    archive.answers = [403]
    queue_pages(desk, [PAGE], actor="ada")
    assert save_pages(desk, archive).given_up == 1
    assert archives.counts(desk)["failed"] == 1


def test_an_impossible_address_is_given_up_and_does_not_stop_the_run(desk, archive):
    """A desk may have one from before they were refused."""
    with write_transaction(desk, "ada"):
        archives.queue(desk, "http://ö..norbridge.example/rents")
    queue_pages(desk, [PAGE], actor="ada")
    report = save_pages(desk, archive)
    assert (report.saved, report.given_up, report.put_off) == (1, 1, 0)
    [error] = [row["error"] for row in archives.list_all(desk) if row["status"] == "failed"]
    assert error.startswith("this cannot be a web address (")


def test_an_answer_that_leads_to_no_copy_is_not_taken_for_one(desk, archive):
    archive.copies = "/login?for="
    queue_pages(desk, [PAGE], actor="ada")
    assert save_pages(desk, archive).put_off == 1
    assert [row["error"] for row in archives.list_all(desk)] == ["the archive answered 302 Found but no copy"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_permanent_refusal_by_the_archive_is_not_retried(desk, archive, status):
    archive.answers = [status]
    queue_pages(desk, [PAGE], actor="ada")
    assert save_pages(desk, archive).given_up == 1


def test_too_many_requests_end_the_run_without_counting_as_attempts(desk_with_links, archive):
    archive.answers = [429]
    queue_pages(desk_with_links, actor="ada")
    report = save_pages(desk_with_links, archive)
    assert (len(archive.asked), report.stopped) == (1, "the archive answered 429 Too Many Requests")
    assert [row["attempts"] for row in archives.list_all(desk_with_links)] == [0, 0]
    assert save_pages(desk_with_links, archive, NOON + timedelta(hours=1)).saved == 2


INTRANET_PAGE = "http://192.168.1.20/minutes.pdf"


def test_an_intranet_page_is_not_sent_to_a_public_archive(desk, monkeypatch):
    monkeypatch.setattr(
        archive_module,
        "opener",
        lambda: pytest.fail("the archive was asked"),
    )
    queue_pages(desk, [INTRANET_PAGE], actor="ada")
    report = save_due(desk, wayback(), now=lambda: NOON, actor="ada")
    assert (report.given_up, report.put_off) == (1, 0)
    [row] = archives.list_all(desk)
    assert row["status"] == "failed"
    assert "this page is only on your own computer" in row["error"]


def test_an_intranet_page_is_queued_only_for_an_archive_on_the_intranet(desk_with_links):
    linking.add_link(desk_with_links, 1, INTRANET_PAGE, actor="ada")
    assert queue_pages(desk_with_links, actor="ada") == (2, [INTRANET_PAGE])
    assert INTRANET_PAGE not in {row["url"] for row in archives.list_all(desk_with_links)}
    assert queue_pages(desk_with_links, inside=True, actor="ada") == (1, [])


def test_a_page_with_what_may_be_a_password_in_its_address_is_only_queued_by_name(desk_with_links):
    keyed = "https://files.example/minutes.pdf?X-Amz-Date=1&X-Amz-Signature=7f3a9c"
    linking.add_link(desk_with_links, 1, keyed, actor="ada")
    assert queue_pages(desk_with_links, actor="ada") == (2, [keyed])
    assert keyed not in {row["url"] for row in archives.list_all(desk_with_links)}
    assert queue_pages(desk_with_links, [keyed], actor="ada") == (1, [])


def test_a_queued_page_with_a_password_in_its_address_is_saved_only_in_a_run_that_names_it(
    desk, desk_path, archive
):
    keyed = "https://files.example/minutes.pdf?token=7f3a9c"
    with write_transaction(desk, "ada"):
        archives.queue(desk, keyed)  # as an earlier version did by itself
    options = [
        "--db",
        str(desk_path),
        "archive",
        "--command",
        python_command("print('https://copy.example/7')"),
    ]
    left = CliRunner().invoke(cli, options)
    assert (left.exit_code, "left out 1" in left.stderr, keyed in left.stderr) == (0, True, True)
    assert "The next try" not in left.stderr
    [row] = archives.list_all(desk)
    assert (row["status"], row["attempts"]) == ("queued", 0)
    other = CliRunner().invoke(cli, [*options, PAGE])
    assert "now: 1 saved" in other.stderr.lower()
    named = CliRunner().invoke(cli, [*options, keyed])
    assert "1 saved" in named.stderr
    assert archives.copy_of(desk, keyed) == "https://copy.example/7"


def test_whoever_queues_a_page_with_a_password_is_told_that_only_a_run_that_names_it_saves_it(
    desk, desk_path
):
    def queued(*args):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "archive", "--queue", *args]).stderr

    keyed = "https://files.example/minutes.pdf?token=7f3a9c"
    told = queued(PAGE, keyed)
    assert f"{keyed} has what may be a password in its address" in told
    assert f"archive '{keyed}'`" in told
    assert f"{PAGE} has" not in told
    assert "has what" not in queued(keyed, "--service", "http://localhost/save/")


def test_an_archive_inside_saves_a_queued_page_with_a_password(desk, archive):
    queue_pages(desk, ["https://files.example/minutes.pdf?token=7f3a9c"], actor="ada")
    assert queue_pages(desk, inside=True, actor="ada") == (0, [])


def test_an_archive_on_the_intranet_saves_an_intranet_page(desk, archive):
    queue_pages(desk, [INTRANET_PAGE], actor="ada")
    assert save_due(desk, wayback(archive.service), now=lambda: NOON, actor="ada").saved == 1


def test_an_archive_is_not_told_which_subscriber_or_account_had_the_page(desk, archive):
    queue_pages(desk, ["https://news.example/1?id=5&mc_eid=9f"], actor="ada")
    assert save_pages(desk, archive).saved == 1
    assert archive.asked == ["/save/https://news.example/1?id=5"]


def test_without_a_network_all_pages_stay_queued(desk_with_links, archive):
    archive.shutdown()
    archive.server_close()
    queue_pages(desk_with_links, actor="ada")
    report = save_pages(desk_with_links, archive)
    assert "no connection to the archive" in report.stopped
    assert [(row["status"], row["attempts"]) for row in archives.list_all(desk_with_links)] == [
        ("queued", 0)
    ] * 2


@each_row(
    ("error", "answer", "detail"),
    [
        # urllib wraps errors of the connection.
        (
            urllib.error.URLError(OSError(errno.ENETUNREACH, "Network is unreachable")),
            Answer.OFFLINE,
            "no connection to the archive (",
        ),
        # A hotel's network that wants a log-in first answers in the archive's place.
        (
            urllib.error.URLError(ssl.SSLCertVerificationError(1, "certificate verify failed")),
            Answer.OFFLINE,
            "no connection to the archive (",
        ),
        (
            urllib.error.URLError(TimeoutError("timed out")),
            Answer.OFFLINE,
            "no connection to the archive (timed out)",
        ),
        (TimeoutError("timed out"), Answer.TRY_AGAIN, "no answer from the archive (timed out)"),
    ],
)
def test_a_failing_connection_does_not_count_as_an_answer(monkeypatch, error, answer, detail):
    def opener(**_):
        raise error

    monkeypatch.setattr(archive_module, "opener", opener)
    result = wayback()(PAGE)
    assert (result.answer, result.detail.startswith(detail)) == (answer, True)


def test_an_archive_that_drips_its_answer_does_not_hold_up_the_run():
    over = threading.Event()
    end = time.monotonic() + 10  # without it, a reader without a limit would hang here rather than fail
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            connected, _ = server.accept()
            with connected, suppress(OSError):
                connected.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                while time.monotonic() < end and not over.wait(0.02):
                    connected.sendall(b"x")

        thread = threading.Thread(target=drip)
        thread.start()
        result = wayback(f"http://127.0.0.1:{server.getsockname()[1]}/", timeout=0.5)(PAGE)
        over.set()
        thread.join()
    assert (result.answer, result.detail) == (Answer.TRY_AGAIN, "no answer from the archive (too slow)")


def test_the_desk_is_writable_while_the_archive_is_working(desk_with_links, desk_path):
    from claimtrack.store.file.database import open_desk

    queue_pages(desk_with_links, ["https://news.example/1"], actor="ada")

    def write_meanwhile(url):
        other = open_desk(desk_path)
        other.execute("pragma busy_timeout = 0")
        desk_work.add_note(other, 1, "Meanwhile.", actor="ben")
        other.close()
        return wayback("http://127.0.0.1:9/", timeout=1)(url)

    save_due(desk_with_links, write_meanwhile, now=lambda: NOON, actor="ada")
    assert desk_with_links.table("notes").count == 1


# ── archiving with a command of the desk's own ──────────────────────────────────────────────────


def python_command(code):
    return f'"{sys.executable}" -c "{code}" {{url}}'


def test_a_command_gives_the_address_of_the_copy_in_its_output():
    line = python_command("import sys; print('saved', 'https://copy.example/?of=' + sys.argv[1])")
    assert command(line)(PAGE).archived_url == f"https://copy.example/?of={PAGE}"
    without_place = line.removesuffix(" {url}")
    assert command(without_place)(PAGE).archived_url == f"https://copy.example/?of={PAGE}"


def test_the_address_of_the_page_itself_is_not_taken_for_a_copy():
    save = command(python_command("import sys; print('https://copy.example/7', sys.argv[1])"))
    assert save(PAGE).archived_url == "https://copy.example/7"
    assert command(python_command("import sys; print('saved', sys.argv[1])"))(PAGE).answer is Answer.TRY_AGAIN


def test_output_of_a_command_in_another_encoding_is_accepted():
    code = "import sys; sys.stdout.buffer.write(b'gespeichert f\\xfcr: https://copy.example/7\\n')"
    assert command(python_command(code))(PAGE).archived_url == "https://copy.example/7"
    code = "import sys; sys.stderr.buffer.write(b'kein Platz f\\xfcr'); sys.exit(3)"
    assert "ended with 3: kein Platz f" in command(python_command(code))(PAGE).detail


@pytest.mark.parametrize(
    ("escape", "line", "expected"),
    [
        pytest.param("", r"C:\tools\archive.exe {url}", [r"C:\tools\archive.exe", "{url}"], id="Windows"),
        pytest.param(
            "", r'"C:\My tools\a.exe" --to="x y"', [r"C:\My tools\a.exe", "--to=x y"], id="quotes on Windows"
        ),
        pytest.param("\\", r"/opt/my\ tools/a '#1' #2", ["/opt/my tools/a", "#1", "#2"], id="POSIX"),
    ],
)
def test_a_command_line_is_split_as_the_systems_shell_splits_it(escape, line, expected, monkeypatch):
    monkeypatch.setattr(archive_module, "_ESCAPE", escape)
    assert archive_module._split_command(line) == expected


def test_an_address_is_not_interpreted_by_a_shell(tmp_path):
    save = command(python_command("import sys; print('https://copy.example/')"))
    save(f"https://a.example/;touch${{IFS}}{tmp_path}/hacked")
    assert list(tmp_path.iterdir()) == []


@each_row(
    ("line", "detail"),
    [
        (
            python_command("import sys; print('https://copy.example/7'); sys.exit('quota used up')"),
            "ended with 1: quota used up",
        ),
        (python_command("print('done')"), "its output does not end with the address of a copy"),
        (python_command("print('https://...')"), "its output does not end with the address of a copy"),
        ("/no/such/program", "No such file"),
    ],
)
def test_a_failing_command_is_retried(line, detail):
    result = command(line)(PAGE)
    assert (result.answer, detail in result.detail) == (Answer.TRY_AGAIN, True)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no groups of processes")
def test_what_a_slow_command_started_is_ended_with_it(tmp_path):
    mark = tmp_path / "alive"
    child = tmp_path / "child.py"
    child.write_text(f"import time; time.sleep(0.9); open({str(mark)!r}, 'w')")
    line = python_command(f"import subprocess, sys; subprocess.run([sys.executable, '{child}'])")
    assert "timed out" in command(line, timeout=0.4)(PAGE).detail
    time.sleep(1.2)
    assert not mark.exists()


@each_row("line", ["", "a 'b"])
def test_an_empty_or_malformed_command_is_refused(line):
    with pytest.raises(InvalidValue, match="command"):
        command(line)


def test_the_archive_command_queues_saves_and_lists_pages(desk_with_links, desk_path, archive):
    def archive_command(*args):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "archive", *args])

    assert "Queued 2 pages\nIn total: 2 queued, 0 saved" in archive_command("--queue").stderr
    assert archive.asked == []
    saved = archive_command("--service", archive.service)
    assert (saved.exit_code, saved.stdout) == (0, "")
    assert "Now: 2 saved, 0 failed, 0 given up" in saved.stderr
    assert "In total: 0 queued, 2 saved, 0 given up" in saved.stderr
    assert archive_command("--copy", "https://archive.example/a").exit_code == 2  # of which page?
    assert archive_command("--list", "--format", "csv").stdout.count("/web/20240503120000/") == 2


def test_a_copy_that_evidence_keeps_is_named_with_the_command_that_changes_it(desk_with_links, desk_path):
    def run(*args):
        return CliRunner().invoke(cli, ["--db", str(desk_path), *args])

    first, second = "https://archive.example/a", "https://archive.example/b"
    assert "keeps" not in run("archive", PAGE, "--copy", first).stderr
    run("link", "1", PAGE, "--archived", "https://archive.example/linked")
    done = run("archive", PAGE, "--copy", second)
    assert (done.exit_code, "The evidence of claim 1 keeps another copy" in done.stderr) == (0, True)
    suggested = shlex.split(done.stderr.split("`")[1])
    assert suggested[-2:] == ["--archived", second]
    assert run(*suggested[suggested.index("link") :]).exit_code == 0
    [link] = desk_with_links.query("select archived_url from evidence where claim_id = 1")
    assert link["archived_url"] == second
    assert "keeps" not in run("archive", PAGE, "--copy", second).stderr


def test_the_archive_command_reports_failures_and_the_next_retry(desk_with_links, desk_path):
    def archive_command():
        return CliRunner().invoke(cli, ["--db", str(desk_path), "archive", "--command", "false"])

    failed, early = archive_command(), archive_command()
    assert (failed.exit_code, early.exit_code) == (1, 0)
    assert (
        "Now: 0 saved, 2 failed (will be tried again in a later run), 0 given up\nIn total: 2 queued"
        in failed.stderr
    )
    assert "Nothing is due now. The next try is at 20" in early.stderr
