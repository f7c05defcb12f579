"""Notices of withdrawal are recognised by their title or first line; headlines with the same words are not."""

from claimtrack.core.desk.withdrawals import is_withdrawal
from claimtrack.core.model import Article
from tests.tables import each_row

NOTICES = [
    "KILL: Rents rise",
    "KILL\n\nPlease delete the item.",
    "+++ KILL +++\nRents",
    "URGENT - ATTENTION EDITORS: PLEASE KILL - Rents",
    "MANDATORY KILL — Rents",
    "WITHDRAWN-Rents rise by 12 percent",
    "Slug: RENTS\n\nWITHDRAWN: Rents rise",
    "RETRACTED -- Rents rise",
    "Retraction: Rents rise",
]
NEWS = [
    "KILL BILL RETURNS TO CINEMAS",
    "KILL-OFF OF BEES ALARMS FARMERS",
    "Kill: a film review",
    "Kill switch for phones becomes law",
    "RETRACTION RATES RISE: JOURNALS UNDER PRESSURE",
    "Withdrawn troops arrive home",
    "Withdrawal: what the soldiers left behind",
    "KILLED: three people in a fire",
    "CORRECTED: Rents rise by 2 percent",
    "The minister wrote to the paper.\n\nKILL: the plan is dead.",
    "",
]


@each_row("text", NOTICES)
def test_a_notice_is_recognised(text):
    assert is_withdrawal(Article(text))


def test_a_title_tells_it_too():
    for text in ("Please delete it.", None):
        assert is_withdrawal(Article(text, title="KILL: Rents rise"))
    assert not is_withdrawal(Article(None, title="Rents rise"))


@each_row("text", NEWS)
def test_an_article_is_not(text):
    assert not is_withdrawal(Article(text, title=text.splitlines()[0] if text else None))


def test_an_article_that_was_read_as_withdrawn_needs_no_words():
    assert is_withdrawal(Article("Rents rose.", is_withdrawn=True))
