"""JSON lists of texts, whoever wrote them."""

import pytest

from claimtrack.core.texts.text_lists import parse_text_list


@pytest.mark.parametrize(
    ("listed", "texts"),
    [
        ('["a number", "a name"]', ["a number", "a name"]),
        ("[]", []),
        ("[1, null, true]", ["1", "null", "true"]),
        ('[{"a": ["é"]}]', ['{"a": ["é"]}']),
    ],
)
def test_each_entry_of_a_json_list_is_read_as_a_text(listed, texts):
    assert parse_text_list(listed) == texts
