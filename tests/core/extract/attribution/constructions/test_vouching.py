"""Who vouches for a statement without a verb of saying, and what is told of whoever is cited."""

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
def test_modifiers_of_the_source_are_no_part_of_the_statement(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [("Ada Moor", "the law cost 300 jobs")]


@each_row(
    "sentence",
    [
        "As Ada Moor pointed at the sea, the port lost 300 boats.",
        "As you very aptly pointed out, the law cost 300 jobs.",
    ],
)
def test_a_reference_elsewhere_or_to_the_writer_vouches_for_nothing(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [("outlet", sentence)]
