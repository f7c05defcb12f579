"""The headers that other newsrooms and tools use for the fields of a sheet, as `_normalise_header` in `sheets.py` writes them."""

from __future__ import annotations


def _field_by_header(**listings: str) -> dict[str, str]:
    """Map each header of the listings, which commas separate, to its field."""
    return {header.strip(): field for field, listed in listings.items() for header in listed.split(",")}


# A verdict is no field of a claim, since it belongs to a review. One in a sheet is kept as a note.
VERDICT_HEADERS = frozenset({"verdict", "rating", "ruling", "conclusion", "our verdict", "our rating"})
# Headers that are not repeated in the note, because its text is clear without them.
REMARK_HEADERS = frozenset({"note", "notes", "comment", "comments", "remark", "remarks"})

FIRST_CHOICES = _field_by_header(
    text="claim, claim text, the claim, statement, exact words, what was said, what they said, what is the claim, quote",
    claimant="speaker, who, who said it, who said this, said by, by whom, claimed by, politician",
    claimed_on="date, claim date, date of claim, date of statement, date said, said on, when, when said, when was it said",
    assignee="owner, assigned to, fact checker, checker",
    due_on="due, due by, due date, deadline",
    tags="tag, topics, label, labels",
    url="link, source url, source link, link to claim, link to source",
    place="where, where was it said, where heard",
    id="claim id",
    evidence="evidence url, evidence urls, evidence link, evidence links, sources checked, source checked",
    evidence_source="evidence sources",
    evidence_quote="evidence passage",
    note=",".join(REMARK_HEADERS | VERDICT_HEADERS),
)

# Read where no column has a better header for the field: beside "Labels", "Topic" is not read.
SECOND_CHOICES = _field_by_header(
    text="claims, claim made, claim statement, claim to check, claim reviewed, claim in full, statements",
    claimant="speaker name, name of speaker, claimant name, who made it, who made the claim, who made this claim, who claimed it, made by, "
    "claim made by, claim by, stated by, attributed to",
    claimed_on="date claimed, date made, date stated, date spoken, date of quote, date of speech, statement date, date aired, air date, when did they say it",
    assignee="assign, assigned, assign to, assignees, assignee name, who has it, who is on it, who is checking, who is checking it, who checks, "
    "who checks it, checked by, being checked by, fact checked by, factchecker, fact checker name, handled by, responsible, "
    "person responsible",
    priority="prio, priority level, claim priority",
    due_on="date due, due day, deadline date, check by, needed by",
    tags="topic, theme, themes, category, categories, keyword, keywords",
    language="lang, claim language, language of claim",
    evidence="supporting link, supporting links, links to evidence",
)

# "Source" means the speaker or, if another column has the speaker, the place, as in `claimtrack add --source`.
SOURCE_MEANINGS = ({"source": "claimant"}, {"source": "place"})

# Read where not even "Source" has the field, nor one of the above the words of the claim.
LAST_CHOICES = _field_by_header(
    text="quotes, exact quote, quotation, card name",
    url="claim url, claim link, url of claim, link to the claim, original url, original link, post url, post link, link to post",
    place="where it was said, where said, where did they say it, where it appeared, where seen, where was it seen",
)

# Read where a column has the place: without one, these may be where the claim was said.
BESIDE_A_PLACE = _field_by_header(evidence="links, sources, references")
