"""Which rows are flagged for a second look."""

import pytest

from claimtrack.core.model import Flag
from tests.tables import each_row

_DOUBTS = {Flag.FRAGMENT, Flag.MIXED_VOICES, Flag.UNSURE_SPEAKER}


@each_row(
    ("text", "flag"),
    [
        pytest.param(
            "Moor left.\n\nThe port was shut in May and 40 boats of the fleet left it for Vale and for Avon, where the council paid $4m for the pier and for 12 ships\n\nIt rained.",
            Flag.FRAGMENT,
            id="a caption",
        ),
        pytest.param(
            "In three years the candidates of the two parties have:\n\nThe council paid $4m.",
            Flag.FRAGMENT,
            id="a lead-in",
        ),
        pytest.param(
            "They face a larger task: what to do about a port of 4,000 people?",
            Flag.FRAGMENT,
            id="a question",
        ),
        pytest.param("The council | Vale Courier video 3.26 closed the bridge.", Flag.FRAGMENT, id="a menu"),
        pytest.param("The mill shut. Not quite yet.", Flag.FRAGMENT, id="no verb"),
        pytest.param('"Yes," Ada Moor said.', Flag.FRAGMENT, id="one word"),
        pytest.param(
            "Mayor Ada Moor Ada Jane MoorBridge is shut Port burns Fees rise MORE closed the mill in May.",
            Flag.FRAGMENT,
            id="headlines within",
        ),
        pytest.param("The study, Ada Moor said, cost $4m.", Flag.MIXED_VOICES, id="an attribution within"),
        pytest.param(
            '"The study," Ada Moor said, "has cost $4m."',
            Flag.MIXED_VOICES,
            id="between the halves of a quotation",
        ),
        pytest.param(
            "The study is, according to Ada Moor, a fake.",
            Flag.MIXED_VOICES,
            id="a repetition in other words",
        ),
        pytest.param(
            "Ada Moor said the port is open, although 40 pilots are on strike.",
            Flag.MIXED_VOICES,
            id="a concession",
        ),
        pytest.param(
            "The council said the port would stay open - a promise that it had broken in May.",
            Flag.MIXED_VOICES,
            id="set off by a dash",
        ),
        pytest.param(
            "The mill shut in June. I went there with my husband in May.",
            Flag.UNSURE_SPEAKER,
            id="either a letter or the reporter",
        ),
        pytest.param(
            'Ada Moor left. "Moor has lost 40 boats," Ada Moor said.',
            Flag.UNSURE_SPEAKER,
            id="a speaker referring to himself by name",
        ),
        pytest.param(
            "The Vale Port Board met. They said the port lost 40 boats.",
            Flag.UNSURE_SPEAKER,
            id='"they" for one person',
        ),
        pytest.param(
            "A driver was hurt. "
            + "The council closed the road in May. " * 7
            + "He said 40 boats were lost.",
            Flag.UNSURE_SPEAKER,
            id="a pronoun far from its antecedent",
        ),
        pytest.param("The port was shut in May.", None, id="a sentence"),
        pytest.param("Nobody was hurt.", None, id="a short sentence"),
        pytest.param('"We lost 40 boats," Ada Moor said.', None, id="a quotation"),
        pytest.param(
            "Ada Moor said while the port was open 40 boats had left.",
            None,
            id='"while" in the sense of time',
        ),
        pytest.param(
            "The driver was hurt. He said 40 boats were lost.", None, id="a pronoun near its antecedent"
        ),
        pytest.param('"I went there in May," Ada Moor said.', None, id="a named first person"),
        pytest.param(
            'Mr Moor\'s sister, Kim, said the port was shut. "Nobody asked us," she said.',
            None,
            id="she, for the first name of a woman",
        ),
    ],
)
def test_a_doubtful_row_is_flagged(rows, text, flag):
    found = {name for row in rows(text) for name in row.flags} & _DOUBTS
    assert found == ({flag} if flag else set())
