"""Every speaker with every verb, in every order of speaker, verb and content: one row each, with the content alone."""

from itertools import product

from claimtrack.core.extract import extract
from claimtrack.core.model import Article
from tests.tables import each_row

LEAD = "The council met on Tuesday.\n\n"
CONTENT = "rents in the city had risen by 12 percent"
QUOTED = "Rents in the city have risen by 12 percent"
SPEAKERS = (
    ("Ada Moor", "Ada Moor"), ("Mayor Ada Moor", "Ada Moor"), ("the mayor, Ada Moor,", "Ada Moor"), ("Ada Moor, the mayor,", "Ada Moor"),
    ("Ada Moor, 45, a nurse from Vale,", "Ada Moor"), ("Ada Moor (Lab)", "Ada Moor"), ("Dr Ada Moor", "Ada Moor"), ("Ada Moor, who chairs the board,", "Ada Moor"),
    ("Vale Homes' chief executive, Ada Moor,", "Ada Moor"), ("the Labour MP Ada Moor", "Ada Moor"), ("one of the tenants, Ada Moor,", "Ada Moor"),
    ("Sen. Bo Lund, R-Ohio,", "Bo Lund"), ("former president Bo Lund", "Bo Lund"), ("Jean-Luc O'Neill", "Jean-Luc O'Neill"), ("Mr Moor", "Moor"),
    ("the housing ministry", "housing ministry"), ("a spokesman for the ministry", "spokesman for the ministry"), ("police", "police"), ("two officials", "two officials"),
    ("a senior official who asked not to be named", "senior official"), ("the Bank of Vale", "Bank of Vale"), ("Acme Corp.", "Acme"), ("the U.S. Treasury", "Treasury"),
    ("a study by the University of Vale", "study"), ("analysts at Barrow Bank", "analysts"), ("residents", "residents"),
)  # fmt: skip
VERBS = (
    "said", "warned", "claimed", "argued", "insisted", "confirmed", "announced", "added", "admitted", "estimated", "revealed", "stressed", "noted",
    "complained", "testified", "wrote", "predicted", "stated", "alleged", "told reporters", "told the BBC", "told a news conference",
)  # fmt: skip
ORDERS = (
    ("{S} {v} that " + CONTENT + ".", CONTENT),
    ("{S} {v} " + CONTENT + ".", CONTENT),
    (QUOTED + ", {s} {v}.", QUOTED),
    (QUOTED + ", {s} {v} on Monday.", QUOTED),
    ("On Monday, {s} {v} that " + CONTENT + ".", CONTENT),
    ("{S} {v} on Monday that " + CONTENT + ".", CONTENT),
    ("{S} also {v} that " + CONTENT + ".", CONTENT),
    ("But {s} {v} that " + CONTENT + ".", CONTENT),
    ("In a statement, {s} {v} that " + CONTENT + ".", CONTENT),
    ("In an interview with the BBC, {s} {v} that " + CONTENT + ".", CONTENT),
    ("“" + QUOTED + ",” {s} {v}.", QUOTED),
    ("{S} {v}: “" + QUOTED + ".”", QUOTED + "."),
    ("{S} {v}, “" + QUOTED + ".”", QUOTED + "."),
)


def extract_after_lead(text):
    return [row for row in extract(Article(LEAD + text)) if row.start >= len(LEAD)]


def combinations_in(order):
    """The pairs of speaker and verb that are tested in one order: each speaker and each verb, a thirteenth of all pairs.

    Each pair is tested in one order, which varies from pair to pair: all orders took 14 s.
    """
    for (nth, speaker), (mth, verb) in product(enumerate(SPEAKERS), enumerate(VERBS)):
        if (nth + mth + order) % len(ORDERS) == 0:
            yield speaker, verb


def test_the_orders_cover_every_pair_of_speaker_and_verb():
    pairs = {place: list(combinations_in(place)) for place in range(len(ORDERS))}
    for combinations in pairs.values():
        assert ({speaker for speaker, _ in combinations}, {verb for _, verb in combinations}) == (
            set(SPEAKERS),
            set(VERBS),
        )
    assert set().union(*pairs.values()) == set(product(SPEAKERS, VERBS))


@each_row(("place", "order", "words"), [(place, *order) for place, order in enumerate(ORDERS)])
def test_each_order_of_speaker_and_verb_yields_one_row(place, order, words):
    wrong = []
    for (speaker, name), verb in combinations_in(place):
        text = order.format(S=speaker[0].upper() + speaker[1:], s=speaker, v=verb).replace(",.", ".")
        rows = extract_after_lead(text)
        if [row.text for row in rows] != [words] or name.lower() not in rows[0].speaker.lower():
            wrong.append((text, [(row.speaker, row.text) for row in rows]))
    assert wrong == []
