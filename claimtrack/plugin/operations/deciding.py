"""Decisions on proposed claims and on pairs, and undoing them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import ChangedMeanwhile, InvalidValue, Refused
from claimtrack.core.model import Judgement, Status
from claimtrack.core.texts.printable import plural
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations import about
from claimtrack.plugin.pages import duplicates, triage
from claimtrack.plugin.visit import ANOTHER_DESK, Operation, Result, Undo, Visit, is_return_page
from claimtrack.plugin.wording import page_text
from claimtrack.store import history, history_ranges, matches
from claimtrack.store.history_ranges import HistoryRange
from claimtrack.store.reviews import signed
from claimtrack.workflow import editing, undoing
from claimtrack.workflow.matching import judging, parking, rewording
from claimtrack.workflow.triage import decide as decide_claim

if TYPE_CHECKING:
    from sqlite_utils import Database


class Choice(StrEnum):
    """The decisions that triage offers; to skip a claim is a link, not a form, since it decides nothing."""

    ACCEPT = Decision.ACCEPT
    EDIT = Decision.EDIT
    REJECT = Decision.REJECT
    DUPLICATE = Decision.DUPLICATE


_DECISION_WORDS = {
    Decision.ACCEPT: "accepted",
    Decision.EDIT: "edited and accepted",
    Decision.REJECT: str(Status.REJECTED),
    Decision.DUPLICATE: "filed as a duplicate",
}


def decide(db: Database, visit: Visit, values: Values) -> Result:
    """Decide on a proposed claim."""
    decision = Decision(values["decision"])
    if decision is Decision.DUPLICATE and permissions.JUDGE not in visit.may:
        raise Refused("only an editor can judge that two claims are the same: accept, reject or skip it")
    given = {name: values[name] for name in ("text", "speaker", "quote", "other", "note")}
    ruling = Ruling(visit.ids["claim_id"], decision, **given)
    decided = decide_claim(db, ruling, seen=visit.version, actor=visit.actor)
    article_id = visit.number("article")
    here = f"triage?skip={visit.number('skip')}" + (f"&article={article_id}" if article_id else "")
    also = f", and its duplicates with it: {', '.join(map(str, decided.also))}" if decided.also else ""
    claim_id = visit.ids["claim_id"]
    message = f"Claim {claim_id} {_DECISION_WORDS[decision]}{also}."
    message += "".join(f" {told}." for told in editing.describe_respelling(decided.respelt))
    if decided.stands:
        message += f" It repeats {page_text(parking.describe_standing(decided.stands))}"
    warnings = rewording.explain_rewording(claim_id, decided.same_as, decided.repeats)
    data = {"status": decided.status, **decided.written._asdict()}
    return Result(message, here, Undo.changes(decided.written, here), data, warnings)


def undo(db: Database, visit: Visit, values: Values) -> Result:
    """Undo the user's own last decision or edit, or what they filed. Raises Refused where only an editor may do what that does."""
    place, before = _check_return_page(values["back"] or "desk"), history.last_change_id(db)
    if values["last"] and values["last"] != history_ranges.version_name(db, values["until"]):
        raise ChangedMeanwhile(ANOTHER_DESK)
    changes, with_it = HistoryRange(values["after"], values["until"]), ""
    if mark := values["mark"]:
        parts = undoing.import_parts(db, changes, mark)
        if filed := undoing.take_back_import(db, *parts, actor=visit.actor).filed:
            with_it = f", {plural(filed, 'claim')} with it"
    else:
        undoing.take_back(db, changes, actor=visit.actor)
    if permissions.SIGN_OFF not in visit.may and signed.requests_changed(db, before):
        raise Refused("a verdict on this claim is signed with its requests, which readers get: ask an editor")
    return Result(f"Undone{with_it}.", place)


def _check_return_page(named: str) -> str:
    if not is_return_page(named):
        raise InvalidValue("back must name a page of the desk, such as triage or claim/12")
    return named


def judge(db: Database, visit: Visit, values: Values) -> Result:
    """Judge a recorded pair."""
    pair = matches.get(db, visit.ids["match_id"])
    judgement = values["judgement"]
    judged = judging.judge(
        db,
        pair["left_id"],
        pair["right_id"],
        judgement,
        note=values["note"],
        version=visit.version,
        actor=visit.actor,
    )
    here = f"duplicates?skip={visit.number('skip')}&show={duplicates.selected_pairs(visit)}"
    if values["back"]:
        here = _check_return_page(values["back"])
    message = f"Claims {judged.left_id} and {judged.right_id}: judged {judgement}."
    moved = f" {page_text(told)}" if (told := parking.describe_moves(judged.moved, judged.stands)) else ""
    differ = [judging.describe_conflict(judged.in_spite_of)] if judged.in_spite_of else []
    warnings = (*differ, *judged.contradictions)
    data = {"before": judged.before, "judgement": judgement, "in_spite_of": list(judged.in_spite_of)}
    if not judged.is_made:  # a colleague was quicker, and of one mind
        message = f"{message[:-1]} already, by {judged.by or 'somebody'}."
        message += " Your note is on both." if judged.noted else ""
    # Taken back, the pair waits again where it was shown.
    return Result(message + moved, here, Undo.changes(judged.written, here), data, warnings)


_DECIDE = (
    Field("decision", "what becomes of the claim", required=True, choices=Choice),
    Field("text", "the claim in better words, for edit"),
    Field("speaker", "who said it, or - if unknown, for edit"),
    Field("quote", "the exact words from the article, for edit", Kind.TEXT),
    Field("other", "the number of the claim that it repeats, for duplicate", Kind.INTEGER),
    Field("note", "a note on the decision", Kind.TEXT),
)
_BACK = Field("back", "the page to show then", carried=True)
_UNDO = (
    Field("after", "the last change before those to undo", Kind.INTEGER, required=True),
    Field("until", "the last change to undo", Kind.INTEGER, required=True),
    Field("mark", "the mark of all these changes, when undoing an article or a filed claim", carried=True),
    Field(
        "last",
        "the name of the last change, as the answer to it has it: another desk's is refused",
        carried=True,
    ),
    _BACK,
)
_JUDGE = (
    Field("judgement", "what you decide about the pair", required=True, choices=Judgement),
    Field("note", "why, as a note on both claims", Kind.TEXT),
    _BACK,
)

OPERATIONS = (
    Operation(
        "claim/{claim_id}/triage",
        "Decide on a proposed claim",
        permissions.ANNOTATE,
        _DECIDE,
        decide,
        triage.PAGE,
        about=about.as_the_step_says,
    ),
    Operation(
        "undo",
        "Undo your own decision, edit, filed claim or article",
        permissions.ANNOTATE,
        _UNDO,
        undo,
        None,
        about=None,
    ),
    Operation(
        "match/{match_id}/judge",
        "Judge whether two claims are the same",
        permissions.JUDGE,
        _JUDGE,
        judge,
        duplicates.PAGE,
        about=about.as_the_step_says,
    ),
)
