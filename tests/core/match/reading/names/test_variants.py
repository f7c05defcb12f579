"""One name among many words: the look at the letters beforehand loses none."""

from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.names.variants import is_among, same_name
from tests.tables import each_row

WORDS = (
    *ALIASES,
    *"iran iraq austria australia erik eric sofia sophia souda suda ukraine's ukraine kremlin dutch cop28 cop29".split(),
    *"robertson robetrson orbertson netanyahu natanyahou beijing bejing zelenskyy zelensky volodymyr wolodymir".split(),
    *"macron's macrons marcon smith smyth o us u.s % ß".split(),
)


@each_row("name", WORDS)
def test_is_among_finds_what_same_name_tells_of_each_word(name: str) -> None:
    assert [word for word in WORDS if is_among(name, [word])] == [w for w in WORDS if same_name(name, w)]
