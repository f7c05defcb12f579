"""Commands that do not exist: what is meant by names from other programs, from the pages, or without the group of the command."""

from __future__ import annotations

import click

# What a person may type, and what to use here instead.
_INSTEAD = {
    "help": "`claimtrack --help` lists the commands, and `claimtrack COMMAND --help` explains one.",
    "version": "`claimtrack --version` shows it.",
    "merge": "To mark claims as the same, use `claimtrack judge ID OTHER same`.",
    "join": "To mark claims as the same, use `claimtrack judge ID OTHER same`; to join names of one speaker, `claimtrack "
    "speaker join`; tags, `claimtrack tags join`; outlets, `claimtrack outlets join`.",
    "split": "Reword the claim to say one of the two things (`claimtrack edit ID --text`), and add the other with the "
    "same source (`claimtrack add`).",
    "rename": "For a speaker, use `claimtrack speaker rename NAME NEW`; for a tag or an outlet, `claimtrack tags rename` or "
    "`outlets rename`; for a claim, `claimtrack edit ID --text`.",
    "move": "Use `claimtrack status ID STATUS`.",
    "accept": "To decide on proposed claims, use `claimtrack triage`; for one, `claimtrack status ID open`.",
    "reject": "To decide on proposed claims, use `claimtrack triage`; for one, `claimtrack status ID rejected`.",
    "park": "Use `claimtrack status ID parked`.",
    "open": "To see the desk in a browser, use `claimtrack serve`; to reopen a claim, `claimtrack status ID open`.",
    "comment": "To write a note on a claim, use `claimtrack note ID TEXT`.",
    "withdraw": "For a review, use `claimtrack review withdraw REVIEW`; for an article that its outlet took down, `claimtrack "
    "articles withdraw ARTICLE`.",
    "users": "`claimtrack user list` lists them.",
    "find": "To find words, use `claimtrack search QUERY`; what says the same in other words, `claimtrack match TEXT`.",
    "queue": "`claimtrack triage --list` lists what waits for triage, and `claimtrack list --assignee NAME` what somebody has.",
    "update": "For a published verdict, use `claimtrack review update REVIEW`; for a claim, `claimtrack edit ID`.",
}
_NO_DELETION = (
    "Claims are not deleted: reject one with `claimtrack status ID rejected`, and it stays on record. To take "
    "back an import or an article, use `claimtrack import undo`."
)
_INSTEAD |= dict.fromkeys(("delete", "remove", "rm", "del"), _NO_DELETION)
_INSTEAD |= dict.fromkeys(
    ("new", "create"), "To make a desk, use `claimtrack init`; to file a claim, `claimtrack add TEXT`."
)
_INSTEAD |= dict.fromkeys(
    ("start", "run", "login", "web"), "To see the desk in a browser, use `claimtrack serve`."
)
_INSTEAD |= dict.fromkeys(
    ("upgrade", "migrate"), "`claimtrack init` upgrades a desk that an older version made."
)
_INSTEAD |= dict.fromkeys(
    ("evidence", "source"), "To add a source to a claim, use `claimtrack link ID SOURCE`."
)
_INSTEAD |= dict.fromkeys(
    ("verdict", "rate"), "To give a claim a verdict, use `claimtrack review draft ID --rating LABEL`."
)
_INSTEAD |= {name: f"It is `claimtrack review {name}`." for name in "draft submit approve correct".split()}

_ARTICLE_UNDONE = (
    "To take back what reading an article did, use `claimtrack import undo` with what `claimtrack import list` "
    "shows for it."
)
_INSTEAD_IN_GROUP = {
    ("articles", "show"): "`claimtrack list --article ARTICLE` lists the claims of one.",
    ("articles", "list"): "`claimtrack articles` lists them.",
    **dict.fromkeys((("articles", "delete"), ("articles", "remove")), _ARTICLE_UNDONE),
    ("review", "show"): "`claimtrack show ID` shows a claim with its reviews.",
}
_FILE_AFTER_GROUP = {
    "import": "To read an article, use `claimtrack ingest FILE`; to import the rows of a sheet, `claimtrack import csv FILE`.",
    "export": "Name the format first, as in `claimtrack export csv -o FILE`.",
}


def instead_of(name: str) -> str | None:
    """Return what to use instead of a command of another program; None if the name is none."""
    return _INSTEAD.get(name)


def explain_unknown_command(error: click.exceptions.NoSuchCommand) -> click.UsageError:
    """Add to the error what to use instead, or which commands the group has."""
    ctx = error.ctx
    if ctx is None or ctx.parent is None or error.possibilities:
        return error
    group, name = ctx.command, error.command_name
    instead = _INSTEAD_IN_GROUP.get((str(group.name), name))
    if not instead and "." in name:
        instead = _FILE_AFTER_GROUP.get(str(group.name))
    if not instead and isinstance(group, click.Group):
        instead = f"Its commands are {', '.join(group.list_commands(ctx))}."
    return click.UsageError(f"{error.message} {instead}", ctx)
