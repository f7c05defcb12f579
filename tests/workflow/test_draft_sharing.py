"""Checking the sentences of a draft in two processes: the same repeats, even if the second one dies."""

import multiprocessing
from contextlib import closing

import pytest

from claimtrack.core.model import Article, OnDuplicate
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import draft_sharing
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.checking import check_draft, check_sentences
from claimtrack.workflow.draft_sharing import start_helper
from claimtrack.workflow.matching.matching import index_pending_claims
from claimtrack.workflow.worker_process import open_once
from tests.conftest import FORKS

CLAIMS = [f"Rents in district {number} rose by {number} percent in 2023" for number in range(2, 10)]
DRAFT = "\n\n".join(f"{claim}. “{claim},” Ada Miller said." for claim in CLAIMS)


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch):
    monkeypatch.setattr(draft_sharing, "count_cores", lambda: 2)
    monkeypatch.setattr(draft_sharing, "_count_threads", lambda: 1)
    monkeypatch.setattr(multiprocessing, "get_context", lambda method: FORKS)


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)
    return str(tmp_path / "draft.txt")


@pytest.fixture
def known(desk):
    for claim in CLAIMS:
        add_claim(desk, NewClaim(claim), on_duplicate=OnDuplicate.NEW, actor="ada")
    index_pending_claims(desk)
    return desk


def refuse(*_):
    raise OSError("Resource temporarily unavailable")


class AwaitingHelper:
    """Checks a sentence only once the worker has done what it was asked."""

    def __init__(self, helper):
        self.helper, self.begin, self.own = helper, helper.begin, []

    def share(self, text, divided, check):
        def check_late(*sentence):
            self.helper._other.call_later(bool).result()
            self.own.append(sentence)
            return check(*sentence)

        return self.helper.share(text, divided, check_late)


def test_both_processes_find_what_one_finds(known, desk_path, draft):
    alone = list(check_sentences(known, Article(DRAFT)))
    with start_helper(desk_path, draft) as helper:
        awaiting = AwaitingHelper(helper)
        assert list(check_sentences(known, Article(DRAFT), helper=awaiting)) == alone
    assert [repeats[0].claim_id for _, repeats in alone[::2]] == list(range(1, len(CLAIMS) + 1))
    assert len(awaiting.own) <= 1


def test_sentences_of_a_worker_that_was_killed_are_checked_here(known, desk_path, draft):
    alone = list(check_draft(known, Article(DRAFT)))
    with start_helper(desk_path, draft) as helper:
        helper.close()
        assert list(check_draft(known, Article(DRAFT), helper=helper)) == alone


def test_a_desk_that_both_opened_is_one_file_again_afterwards(desk_path, draft):
    files = set(desk_path.parent.iterdir())
    with start_helper(desk_path, draft) as helper, closing(open_desk(desk_path)) as db, closing(helper):
        assert list(check_draft(db, Article(DRAFT), helper=AwaitingHelper(helper))) == []
        assert set(desk_path.parent.iterdir()) > files
    assert set(desk_path.parent.iterdir()) == files


def test_no_process_is_started_for_a_short_draft_or_on_one_core(tmp_path, monkeypatch, desk_path, draft):
    short = tmp_path / "short.txt"
    short.write_text(CLAIMS[0])
    with start_helper(desk_path, str(short)):
        assert not multiprocessing.active_children()
    monkeypatch.setattr(draft_sharing, "count_cores", lambda: 1)
    with start_helper(desk_path, draft):
        assert not multiprocessing.active_children()


def test_a_draft_is_checked_by_one_process_if_the_system_allows_no_more(known, desk_path, draft, monkeypatch):
    alone = list(check_draft(known, Article(DRAFT)))
    monkeypatch.setattr(FORKS.Process, "_Popen", refuse)
    with start_helper(desk_path, draft) as helper:
        assert list(check_draft(known, Article(DRAFT), helper=helper)) == alone


def test_the_second_process_opens_the_desk_once_for_many_drafts(desk_path):
    """As of a feed with hundreds of entries: it ran out of files."""
    first, second = (draft_sharing._start_check(desk_path, text) for text in ("one", "two"))
    assert first is not second
    assert first._db is second._db
    draft_sharing._start_check.cache_clear()
    open_once.cache_clear()
    first._db.close()
