"""The next steps that messages suggest, worded for each surface: a terminal names a command where a page has a link or a form.

Add a step to a message with +. Commands without an equivalent on a page may occur in any message: pages quote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

_COMMAND = r"""`((?:claimtrack|sqlite-utils|pip) (?:'[^']*'|"[^"]*"|[^`'"])*)`"""
"""What is quoted for the shell may contain a backtick, such as the name of the desk's file."""


class Worded(str):
    """A text for terminals, Python and programs; `page` is the text that a page shows instead.

    + keeps both; an f-string, a join or a strip keeps only the terminal's.
    """

    page: str

    def __new__(cls, terminal: str, page: str | None = None) -> Self:
        """Without a text of its own, a page quotes each command as something to do in a terminal."""
        words = super().__new__(cls, terminal)
        # If no page can do it, somebody with access to the desk's file can.
        words.page = re.sub(_COMMAND, r"“\1” in a terminal", terminal) if page is None else page
        return words

    def __add__(self, other: str) -> Worded:
        return Worded(f"{self}{other}", self.page + page_text(other))

    def __radd__(self, other: str) -> Worded:
        return Worded(f"{other}{self}", page_text(other) + self.page)


def page_text(words: str) -> str:
    """Return a text as a page shows it."""
    return (words if isinstance(words, Worded) else Worded(words)).page


def commands_in(message: str) -> list[str]:
    """Return the commands that a message names, each once."""
    return list(dict.fromkeys(re.findall(_COMMAND, message)))


def join_texts(between: str, some: Iterable[str]) -> Worded:
    """Join several texts with a separator, for both surfaces."""
    parts = [*some]
    return Worded(between.join(parts), between.join(map(page_text, parts)))


# ── where to look ───────────────────────────────────────────────────────────────────────────────

_ON_PAGE_OF_CLAIM = "the page of its claim lists them"
SEE_CLAIMS = Worded("see `claimtrack list`", "see “All claims” above")
SEE_ARTICLES = Worded("see `claimtrack articles`", "see “Articles” above")
SEE_SPEAKERS = Worded("see `claimtrack speaker list`", "see “Speakers” above")
SEE_PAIRS = Worded("`claimtrack duplicates` lists those waiting for a judgement", "see “Duplicates” above")
SEE_IMPORTS = Worded(
    "`claimtrack import list` shows what can be undone", "“Bring in an article” lists what you can undo"
)
SEE_NEWEST_CURSOR = Worded(
    "see `claimtrack history --limit 1 --format json`, or the first in /-/changes.json",
    "see the first in /-/changes.json",
)
SEE_EVIDENCE = Worded("see `claimtrack export csv evidence`", _ON_PAGE_OF_CLAIM)
SEE_APPEARANCES = Worded("see `claimtrack export csv appearances`", _ON_PAGE_OF_CLAIM)
SEE_REVIEWS = Worded("see `claimtrack review list --all`", _ON_PAGE_OF_CLAIM)
SEE_NOTES = Worded("`claimtrack show ID --format json` lists those of a claim", _ON_PAGE_OF_CLAIM)
AS_SHOWN = Worded("as `claimtrack show ID` has it", "as the page of its claim has it")
TAKE_PLACE_AWAY = Worded(
    "To take one away, an editor deletes its row from the table `appearances` in `claimtrack serve`",
    "To take one away, an editor deletes its row from the table “appearances”",
)
SEE_REQUESTS = Worded("see `claimtrack intervention list`", "see the page of its claim")


# ── what to do ──────────────────────────────────────────────────────────────────────────────────


def terminal_only(before: str, command: str, after: str = "") -> Worded:
    """Return a command with the words around it; a page shows nothing, since it has the form or the list itself."""
    return Worded(f"{before}`{command}`{after}", "")


def take_down(url: str | None) -> Worded:
    """Return where readers still have a verdict that was withdrawn or is held: nothing but the desk changes at once."""
    at = f"Readers still have it {f'at {url}, ' if url else ''}on the site until "
    exported = ", and in ClaimReview until it is exported again"
    return Worded(
        f"{at}`claimtrack publish OUT.db --site FOLDER` has been run{exported}",
        f"{at}it is built again{exported}",
    )


def withdrawn_while_held() -> Worded:
    """Return what readers learn of a verdict that was held when it was withdrawn: while it was, nothing mentioned it."""
    told = "It was held, so readers may know nothing of it: its page and the list of corrections have its claim and the note"
    return Worded(
        f"{told} once `claimtrack publish OUT.db --site FOLDER` has been run",
        f"{told} once the site is built again",
    )


def put_back() -> Worded:
    """Return when readers have a verdict again that is no longer held."""
    exported = ", and in ClaimReview once it is exported again"
    return Worded(
        f"Readers have it again on the site once `claimtrack publish OUT.db --site FOLDER` has been run{exported}",
        f"Readers have it again on the site once it is built again{exported}",
    )


def by_command(command: str) -> Worded:
    """Return the command for the step just mentioned, in brackets; a page has a form for it."""
    return terminal_only(" (", f"claimtrack {command}", ")")


def set_status_step(claim: int | str, status: str) -> Worded:
    """Return how to set a claim's status, in brackets: it may be another claim than the one on the page."""
    return Worded(f" (`claimtrack status {claim} {status}`)", " (on its page)")


def judge_again_step(one: int, other: int, judgement: str) -> Worded:
    """Return how to judge a pair again."""
    return Worded(f"`claimtrack judge {one} {other} {judgement}`", _judge_again_on_page(one))


def undo_judgement_step(one: int, other: int) -> Worded:
    """Return how to undo the judgement of a pair."""
    return Worded(f"`claimtrack undo {one} {other}`", _judge_again_on_page(one))


def undo_judgement_clause(one: int, other: int) -> Worded:
    """Return how to undo the judgement of a pair, as a clause: "`claimtrack undo 1 2` takes that back"."""
    return Worded(
        f"`claimtrack undo {one} {other}` takes that back", f"take that back {_judge_again_on_page(one)}"
    )


def _judge_again_on_page(claim: int) -> str:
    return f"with “Judge again” on the page of claim {claim}"


def install_step(extra: str) -> Worded:
    """Return how to install the optional package that reads a file."""
    return Worded(
        f"run `pip install 'claimtrack[{extra}]'` to read it",
        f"ask whoever runs the desk to install claimtrack[{extra}]",
    )
