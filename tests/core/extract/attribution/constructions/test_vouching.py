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
def test_what_is_told_of_the_source_is_no_part_of_the_statement(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [("Ada Moor", "the law cost 300 jobs")]


@each_row(
    "sentence",
    [
        "As Ada Moor pointed at the sea, the port lost 300 boats.",
        "As you very aptly pointed out, the law cost 300 jobs.",
    ],
)
def test_nobody_vouches_by_pointing_elsewhere_or_for_the_writer(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [("outlet", sentence)]
