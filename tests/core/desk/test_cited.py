"""Which claims of a draft a cited source belongs to, judged by its position alone."""

from time import process_time

from claimtrack.core.desk.cited import Cited, assign_to_claims
from tests.tables import each_row

# A text with {claims}, [links] and ^ for footnotes -> the numbers of the claims of each source, in order.
CASES = [
    ("{Rents [rose by 12 percent] in York.}", [[0]]),  # within its words
    ("[{Rents rose by 12 percent}, the office said].", [[0]]),  # around them
    ("{Rents rose.}^ {Fares fell.}^", [[0], [1]]),  # after the full stop
    ("{Rents rose.} ^ {Fares fell.}", [[0]]),
    ("{Rents rose}^, {fares fell}^.", [[0], [1]]),  # several claims in one sentence: the one it follows
    ('"{We paid 2 million},"^ the owner said.^', [[0], [0]]),  # the attribution in between
    ("[The office] said that {rents rose by 12 percent}.", [[0]]),  # before the claim in the same sentence
    ("The office said^ that {rents rose} and that {fares fell}.", [[0]]),  # no claim before it: the next one
    ("{Rents rose by 12 percent.} [Census] {Fares fell.}", [[0]]),  # a source alone after the sentence
    ("{Rents rose by 12 percent.} ([Census])", [[0]]),
    ("{Rents rose by 12 percent.} Nobody knows why. [Census]", [[]]),  # other words in between
    ("{Rents rose by 12 percent.}\n\n[Census]", [[]]),  # another paragraph
    ("See [the census] for more. {Rents rose by 12 percent.}", [[]]),  # another sentence
    ("[Census] counted. Nothing is claimed here.", [[]]),
    ("^{Rents rose.}", [[]]),  # a mark belongs to the words before it
    ("{Rents rose, {fares [fell]}.}", [[0, 1]]),  # one claim within another's words
]


def parse_drawing(drawing):
    """Return the text with the spans of its claims and its cited sources."""
    text, opened, claims, cited = "", [], [], []
    for sign in drawing:
        if sign in "{[":
            opened.append(len(text))
        elif sign == "^":
            cited.append(Cited(len(text), len(text), "note"))
        elif sign == "]":
            cited.append(Cited(opened.pop(), len(text), "link"))
        elif sign == "}":
            claims.append((opened.pop(), len(text)))
        else:
            text += sign
    return text, claims, cited


@each_row(("drawing", "numbers"), CASES)
def test_a_source_belongs_to_the_claim_it_is_in_or_next_to(drawing, numbers):
    text, claims, cited = parse_drawing(drawing)
    assert [sorted(assigned) for _, assigned in assign_to_claims(text, claims, cited)] == numbers


def test_thousands_of_sources_are_assigned_to_claims_quickly():
    text = "Rents rose by 12 percent in York. " * 2_000
    spans = [(34 * number, 34 * number + 33) for number in range(2_000)]
    cited = [Cited(end, end, "note") for _, end in spans]
    start = process_time()
    assert [numbers for _, numbers in assign_to_claims(text, spans, cited)] == [
        [number] for number in range(2_000)
    ]
    assert process_time() - start < 3
