"""Edit a claim and its quotation in the article; file claims that were missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Kind as ClaimKind
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations import about
from claimtrack.plugin.operations.undoing import undo_filed
from claimtrack.plugin.pages import article, claim, proposing
from claimtrack.plugin.visit import Operation, Result, Undo, Visit
from claimtrack.plugin.wording import (
    describe_filed,
    describe_marked,
    describe_repeat,
)
from claimtrack.store import claims
from claimtrack.workflow import adding, editing, marking
from claimtrack.workflow.matching import rewording

if TYPE_CHECKING:
    from sqlite_utils import Database


def edit(db: Database, visit: Visit, values: Values) -> Result:
    """Reword the claim, or change who said it and when."""
    claim_id = visit.ids["claim_id"]
    edited = editing.edit_claim(db, claim_id, **values, actor=visit.actor)
    home = visit.claim_page
    if edited.written.is_empty:
        return Result("Nothing to change.", home)
    undo = Undo.changes(edited.written, home)
    message = " ".join(
        ["Claim changed.", *(f"{told}." for told in editing.describe_respelling(edited.respelt))]
    )
    warnings = rewording.explain_rewording(claim_id, edited.same_as, edited.repeats)
    if not warnings:
        return Result(message, home, undo)
    data = {"same_as": edited.same_as, "resembles": edited.repeats}
    return Result(message, f"{home}#matches", undo, data, warnings)


def move(db: Database, visit: Visit, values: Values) -> Result:
    """Change the words that an appearance quotes."""
    claim_id = marking.move_appearance(db, visit.ids["appearance_id"], **values, actor=visit.actor)
    return Result("Quotation changed.", f"claim/{claim_id}", data={"claim_id": claim_id})


def propose(db: Database, visit: Visit, values: Values) -> Result:
    """Mark a missed claim in an article."""
    article_id = visit.ids["article_id"]
    values["near"] = values["near"] or 0
    filed = marking.mark(db, article_id, **values, actor=visit.actor)
    resembled = [match.claim_id for match in filed.matches]
    data = {"claim_id": filed.claim_id, "outcome": filed.outcome, "resembles": resembled}
    message = " ".join(describe_marked(filed, claims.get(db, filed.claim_id).status))
    undo = undo_filed(db, [filed.written], f"article/{article_id}")
    return Result(message, f"article/{article_id}", undo, data)


def file(db: Database, visit: Visit, values: Values) -> Result:
    """File a claim from any source."""
    new = adding.NewClaim(**values)
    added = adding.add_claim(db, new, actor=visit.actor)
    undo = undo_filed(db, [added.written], proposing.PAGE.path)
    message = " ".join(describe_filed(added, new))
    data = {
        "claim_id": added.claim_id,
        "outcome": added.outcome,
        "resembles": [match.claim_id for match in added.matches],
    }
    section = "#matches" if added.is_new and added.matches else ""
    return Result(message, f"claim/{added.claim_id}{section}", undo, data)


def add_appearance(db: Database, visit: Visit, values: Values) -> Result:
    """Record another time the claim was said."""
    claim_id = visit.ids["claim_id"]
    if not any(values.values()):
        raise InvalidValue("nothing was entered: say who said it, where, when, or in which words")
    text = values["text"] or claims.get(db, claim_id).text
    new = adding.NewClaim(text, values["claimant"], values["source"], values["claimed_on"])
    added = adding.add_claim(db, new, attach_to=claim_id, actor=visit.actor)
    home = visit.claim_page
    data = {"outcome": added.outcome, "differences": list(added.differences)}
    undo = Undo.changes(added.written, home) if added.is_recorded else None
    return Result(" ".join(describe_repeat(added, new)), f"{home}#appearances", undo, data)


_EDIT = (
    Field("text", "the claim, as one sentence", Kind.TEXT, required=True),
    Field("claimant", "who said it"),
    Field("claimed_on", "the date it was said, as YYYY-MM-DD"),
    Field("language", "the language of the words, such as cy; empty for that of the article"),
)
_MOVE = (Field("quote", "the exact words from the article", Kind.TEXT, required=True),)
_PROPOSE = (
    Field("quote", "the exact words from the article", Kind.TEXT, required=True),
    Field("near", "roughly where the words are, in code points from 0", Kind.INTEGER),
    Field("text", "the claim as one sentence, if the words alone are not one"),
    Field("speaker", "who said it"),
    Field("kind", "how the article presents it", choices=ClaimKind),
)
_FILE = (
    Field("text", "the claim, as one sentence", Kind.TEXT, required=True),
    Field("claimant", "who said it"),
    Field("source", "a web address, or words for where it was heard"),
    Field("claimed_on", "the date it was said, as YYYY-MM-DD"),
    Field("language", "its language, such as cy"),
)
_ADD_APPEARANCE = (
    Field("claimant", "who said it this time"),
    Field("source", "a web address, or words for where it was heard"),
    Field("claimed_on", "the date it was said, as YYYY-MM-DD"),
    Field("text", "the words used, if different", Kind.TEXT),
)
_MAY = permissions.ANNOTATE

OPERATIONS = (
    Operation(
        "claim/{claim_id}/edit",
        "Reword a claim, or change who said it",
        _MAY,
        _EDIT,
        edit,
        claim.PAGE,
        about=about.claim,
        changes=True,
    ),
    Operation(
        "appearance/{appearance_id}/move",
        "Change the words that an appearance quotes",
        _MAY,
        _MOVE,
        move,
        None,
        about=about.appearance,
    ),
    Operation(
        "article/{article_id}/propose",
        "Mark a claim that was missed",
        _MAY,
        _PROPOSE,
        propose,
        article.PAGE,
        about=None,
    ),
    Operation(
        "claim/{claim_id}/again",
        "Record another time that a claim was said",
        _MAY,
        _ADD_APPEARANCE,
        add_appearance,
        claim.PAGE,
        about=None,
    ),
    Operation("propose/file", "File a claim", _MAY, _FILE, file, proposing.PAGE, about=None),
)
