"""Sources that are cited: "according to the register"."""

from tests.tables import each_row


@each_row(
    "sentence speaker reason",
    [
        ("The port sold a house that according to the land register belonged to a school.", "land register", "the verb of the clause is not the source's"),
        ("The port, which according to its yearly report employs 4,000 people, will close two docks.", "yearly report", "a verb in the present"),
        ("Ada Moor criticised the port, which according to her had hidden a cost of 6 million euros.", "Ada Moor", "a pronoun"),
        ("The lease, which, according to Ivo Ray, cost 6 million euros, was void.", "Ivo Ray", "between commas"),
        ("They live in a town where according to police 40 shops were robbed last year.", "police", "a clause with a subject of its own"),
        ("There are fears that according to the union 40 jobs are at risk.", "union", "the same after 'that'"),
    ],
)  # fmt: skip
def test_a_source_cited_within_a_relative_clause_ends_where_the_clause_goes_on(row, sentence, speaker):
    """It took up the rest of the clause ("land register belonged to a school"), and the claim ended at "that"."""
    found = row(sentence)
    assert (found.speaker, found.text) == (speaker, sentence)
