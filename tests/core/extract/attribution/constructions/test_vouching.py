"""Who vouches for a statement without a reporting verb, and which words only modify that source."""

from tests.tables import each_row


@each_row(
    "sentence",
    [
        "According to Ada Moor, citing the port office, the law cost 300 jobs.",
        "According to Ada Moor, quoted in the Gazette, the law cost 300 jobs.",
        "According to Ada Moor, speaking in Norbridge on Monday, the law cost 300 jobs.",
        "As Ada Moor has pointed out, the law cost 300 jobs.",
        "As Ada Moor points out, the law cost 300 jobs.",
    ],
)
def test_modifiers_of_the_source_are_not_part_of_the_statement(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [("Ada Moor", "the law cost 300 jobs")]


@each_row(
    "sentence",
    [
        "As Ada Moor pointed at the sea, the port lost 300 boats.",
        "As you very aptly pointed out, the law cost 300 jobs.",
    ],
)
def test_an_as_clause_that_cites_nobody_vouches_for_nothing(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [("outlet", sentence)]
