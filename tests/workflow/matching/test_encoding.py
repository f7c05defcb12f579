"""An encoder finds rewordings, orders look-ups, and has no say in what is the same: with the one of docs/encoders.md."""

import subprocess
import sys

import pytest

from claimtrack import plugins
from claimtrack.core.errors import PluginError
from claimtrack.core.model import OnDuplicate, Statement, Suggestion
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.matching import encoding
from claimtrack.workflow.matching.matching import LookUps, find_duplicates, look_up, waiting_pairs

KNOWN = "A new pill harms the heart, the lungs and the kidneys of every tenth patient in Ravensby."
REWORDED = "Coronary, bronchial and nephritic failure awaits many."


@pytest.fixture
def reading(desk, glossary):
    """A desk with two claims, both read by the glossary."""
    with write_transaction(desk, "ada"):
        claims.add(desk, KNOWN)
        claims.add(desk, "The bridge over the Tarn was closed for repairs in 2019 and never opened again.")
    encoding.switch_on(desk, "glossary", actor="ada")
    encoding.encode_missing(desk)
    return desk


def found(db, text):
    return [match.claim_id for match in look_up(db, Statement(text))]


def add(db, text):
    return add_claim(db, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada").claim_id


# ── what it finds, and what it may not say ──────────────────────────────────────────────────────


def test_a_rewording_without_a_word_in_common_is_found_as_related(reading):
    [match] = look_up(reading, Statement(REWORDED))
    assert (match.claim_id, match.suggestion) == (1, Suggestion.RELATED)
    assert match.reasons[-1] == "close in meaning"
    assert match.score >= 0.2


def test_by_words_alone_it_is_not(reading):
    assert look_up(reading, Statement(REWORDED), by_words_alone=True) == []
    encoding.switch_off(reading, actor="ada")
    assert found(reading, REWORDED) == []


def test_look_ups_one_after_the_other_notice_that_somebody_switched_it_off(reading, desk_path):
    look_ups = LookUps(reading)
    assert [match.claim_id for match in look_ups(Statement(REWORDED))] == [1]
    other = open_desk(desk_path)
    encoding.switch_off(other, actor="ben")
    other.close()
    assert look_ups(Statement(REWORDED)) == []


def test_the_same_meaning_never_makes_a_duplicate(reading):
    """The glossary puts the two at the same place: its cosine is 1."""
    everything = look_up(reading, Statement("Bronchial: nephritic is coronary. " * 3), limit=20)
    assert {match.suggestion for match in everything} == {Suggestion.RELATED}


def test_a_changed_fact_stays_a_conflict_with_what_differs(reading):
    changed = KNOWN.replace("tenth", "fifth")
    with_encoder, without = (
        look_up(reading, Statement(changed), by_words_alone=alone)[0] for alone in (False, True)
    )
    assert with_encoder == without
    assert with_encoder.suggestion is Suggestion.CONFLICT
    assert with_encoder.differences


def test_an_exact_repeat_is_still_one(reading):
    match = look_up(reading, Statement(KNOWN))[0]
    assert (match.suggestion, match.score) == (Suggestion.DUPLICATE, 1.0)


def test_a_rewording_is_filed_as_a_claim_of_its_own_and_the_pair_waits_for_a_person(reading):
    new = add_claim(reading, NewClaim(REWORDED), on_duplicate=OnDuplicate.ATTACH, actor="ada")
    assert new.is_new
    assert [match.claim_id for match in new.matches] == [1]
    [scorer] = reading.execute("select scorer from matches").fetchone()
    assert scorer.endswith("glossary 1")


def test_looking_for_duplicates_goes_by_words_alone(reading):
    add(reading, "It is nephritic, coronary and bronchial.")
    find_duplicates(reading, actor="ada")
    assert all(pair["suggestion"] != "related" for pair in waiting_pairs(reading) if pair["left_id"] > 1)


# ── when claims get their vectors ───────────────────────────────────────────────────────────────


def test_a_new_claim_is_read_beside_the_write_that_files_it(reading):
    new = add(reading, "Leases doubled within a year, a think tank found out on Monday.")
    assert encoding.encoder_state(reading).waiting == 0
    assert found(reading, "rents") == [new]


def test_a_reworded_claim_is_found_by_its_new_meaning_after_the_next_encode(reading):
    reading.execute("update claims set text = 'Leases doubled.' where id = 1")
    assert found(reading, REWORDED) == []
    assert encoding.encode_missing(reading) == 1
    assert found(reading, "rents") == [1]


def test_claims_that_wait_are_found_by_their_words_beside_claims_that_do_not(reading):
    with write_transaction(reading, "ada"):
        waiting = claims.add(
            reading, "The pay was raised of every coronary nurse of Ravensby by the council."
        )
    assert encoding.encoder_state(reading).waiting == 1
    assert found(reading, "every coronary nurse of Ravensby")[0] == waiting


def test_an_import_of_many_leaves_the_rest_for_encode(reading):
    with write_transaction(reading, "ada"):
        for number in range(encoding.MAX_PER_WRITE + 10):
            claims.add(reading, f"Claim number {number}.")
    encoding.encode_new_claims(reading)
    assert encoding.encoder_state(reading).waiting == 10
    seen = []
    assert encoding.encode_missing(reading, progress=lambda done, total: seen.append((done, total))) == 10
    assert seen == [(10, 10)]


def test_interrupted_it_keeps_what_it_has_and_goes_on_there(reading, monkeypatch):
    monkeypatch.setattr(encoding, "_BATCH", 4)
    with write_transaction(reading, "ada"):
        for number in range(10):
            claims.add(reading, f"Claim number {number}.")

    def stop(done, total):
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encoding.encode_missing(reading, progress=stop)
    assert encoding.encoder_state(reading).waiting == 6
    assert encoding.encode_missing(reading) == 6


# ── an encoder that is gone, changed or broken ──────────────────────────────────────────────────


def test_a_desk_works_on_a_machine_without_its_encoder_and_says_so_once(reading, monkeypatch, caplog):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **kwargs: ())
    monkeypatch.setattr(plugins, "entry_points", lambda **kwargs: ())
    plugins.forget()
    encoding._warn_once.cache_clear()
    assert found(reading, KNOWN) == [1]
    add(reading, "Leases doubled within a year.")
    assert found(reading, REWORDED) == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "no plug-in 'glossary'" in caplog.text
    assert encoding.encoder_state(reading).waiting == 1


def test_another_version_of_the_encoder_is_not_compared_with_the_old_vectors(
    reading, glossary, install_encoder, caplog
):
    install_encoder("glossary", "claimtrack_glossary:encoder", glossary.replace("glossary 1", "glossary 2"))
    encoding._warn_once.cache_clear()
    assert found(reading, REWORDED) == []
    assert "is installed here: encode it again with `claimtrack encode`" in caplog.text
    add(reading, "Leases doubled within a year.")
    assert encoding.encoder_state(reading).waiting == 1
    encoding.switch_on(reading, actor="ada")
    assert encoding.encode_missing(reading) == 3
    assert found(reading, REWORDED) == [1]


def test_an_encoder_that_changed_without_a_new_version_is_told_the_way_out(
    reading, glossary, install_encoder, caplog
):
    wider = glossary.replace("= len(GLOSSARY)", "= 6").replace("GLOSSARY] for", "GLOSSARY] + [0, 0] for")
    install_encoder("glossary", "claimtrack_glossary:encoder", wider)
    encoding._warn_once.cache_clear()
    assert found(reading, REWORDED) == []
    assert (
        "gives 6 dimensions for 4 under the same version 'glossary 1': run `claimtrack encode --forget`"
        in caplog.text
    )
    encoding.switch_off(reading, forget=True, actor="ada")
    assert encoding.encode_all(reading, "glossary", actor="ada") == 2
    assert found(reading, REWORDED) == [1]


def test_what_an_encoder_prints_does_not_come_between_the_rows(desk, glossary, install_encoder, capsys):
    loud = glossary.replace("        words = [set", "        print('reading')\n        words = [set")
    loud = loud.replace("    return Glossary()", "    print('loading')\n    return Glossary()")
    install_encoder("glossary", "claimtrack_glossary:encoder", loud)
    add(desk, KNOWN)
    encoding.encode_all(desk, "glossary", actor="ada")
    assert found(desk, REWORDED) == [1]
    assert capsys.readouterr() == ("", "loading\nreading\nreading\n")


@pytest.mark.parametrize(
    "body",
    [
        "raise ValueError('no')",
        "return None",
        "return [[1, 2]] * len(texts)",
        "return [[float('nan')] * 4] * len(texts)",
    ],
)
def test_an_encoder_that_fails_stops_no_look_up_and_no_write(reading, glossary, install_encoder, body):
    broken = glossary.replace("        words = [set", f"        {body}\n        words = [set")
    install_encoder("glossary", "claimtrack_glossary:encoder", broken)
    assert found(reading, KNOWN) == [1]
    add(reading, "Leases doubled within a year.")
    with pytest.raises(PluginError, match="the encoder 'glossary'"):
        encoding.encode_missing(reading)


FAILS_LATER = """
import numpy as np
class encoder:
    version, dimensions, near = "later 1", 2, 0.5
    def encode(self, texts):
        if any(text.startswith("Ferry") for text in texts):
            {body}
        return np.ones((len(texts), 2))
"""


@pytest.mark.parametrize("is_first", [True, False], ids=["at the first batch", "at a later one"])
@pytest.mark.parametrize(
    "body",
    ["raise ValueError('no')", "return np.full((len(texts), 2), np.nan)", "return np.ones((len(texts), 3))"],
)
def test_an_encoder_that_fails_leaves_the_one_in_force_with_its_vectors(
    reading, install_encoder, monkeypatch, body, is_first
):
    monkeypatch.setattr(encoding, "_BATCH", 1)
    with write_transaction(reading, "ada"):
        reading.execute("update claims set text = 'Ferry fares rose.' where id = ?", [1 if is_first else 2])
    encoding.encode_missing(reading)
    before = encoding.encoder_state(reading)
    install_encoder("later", "claimtrack_later:encoder", FAILS_LATER.format(body=body))
    with pytest.raises(PluginError, match="the encoder 'later'"):
        encoding.encode_all(reading, "later", actor="ada")
    assert encoding.encoder_state(reading) == before
    assert (before.name, before.encoded, before.waiting) == ("glossary", 2, 0)


def test_an_encoder_that_fails_leaves_none_in_force_where_there_was_none(desk, install_encoder):
    add(desk, "Ferry fares rose by 4 percent.")
    install_encoder("later", "claimtrack_later:encoder", FAILS_LATER.format(body="raise ValueError('no')"))
    with pytest.raises(PluginError):
        encoding.encode_all(desk, "later", actor="ada")
    assert encoding.encoder_state(desk) is None


def test_once_another_encoder_has_read_all_the_vectors_of_the_first_go(reading, install_encoder):
    install_encoder("later", "claimtrack_later:encoder", FAILS_LATER.format(body="pass"))
    assert encoding.encode_all(reading, "later", actor="ada") == 2
    assert encoding.encoder_state(reading).name == "later"
    assert reading.execute("select count(*) from claim_vectors").fetchone() == (2,)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def encoder(): raise OSError('no disk')", "cannot start: OSError: no disk"),
        ("def encoder(): return object()", "cannot start: AttributeError"),
        ("class encoder: version, dimensions, near = 1, 2, 0.5", "version must be a str"),
        ("class encoder: version, dimensions, near = 'x 1', 2, 7", "near must be a number between 0 and 1"),
        (
            "class encoder: version, dimensions, near = ' ', 2, 0.5",
            "'odd' cannot start: .* version must be a line of 1 to 200 characters",
        ),
        (r"class encoder: version, dimensions, near = '\ud83d', 2, 0.5", "version must be a line of 1"),
        ("class encoder: version, dimensions, near = 'x' * 201, 2, 0.5", "version must be a line of 1"),
        ("class encoder: version, dimensions, near = 'x 1', 0, 0.5", "dimensions from 1 to 65,536"),
        ("class encoder: version, dimensions, near = 'x 1', 65537, 0.5", "dimensions from 1 to 65,536"),
        ("encoder = 7", "cannot start: TypeError"),
        ("import no_such_module", "cannot be loaded"),
    ],
)
def test_what_is_no_encoder_is_not_switched_on(desk, install_encoder, code, says):
    install_encoder("odd", "claimtrack_odd:encoder", code)
    with pytest.raises(PluginError, match=says):
        encoding.switch_on(desk, "odd", actor="ada")
    assert encoding.encoder_state(desk) is None


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "🙂", "x" * 1_000_000, "the of and", "它是。", "' or 1=1 --"]
)
def test_whatever_is_looked_up_gets_an_answer(reading, text):
    assert isinstance(found(reading, text), list)


# ── off ─────────────────────────────────────────────────────────────────────────────────────────


def test_off_it_imports_nothing(desk_path):
    code = (
        "import sys\n"
        "from claimtrack.core.model import Statement\n"
        "from claimtrack.store.file.database import open_desk\n"
        "from claimtrack.workflow.matching.matching import look_up, update_index\n"
        f"db = open_desk({str(desk_path)!r})\n"
        "look_up(db, Statement('Rents rose.')); update_index(db)\n"
        "names = ('onnxruntime', 'claimtrack.plugins', 'claimtrack.adapters', 'claimtrack.store.index.vector_search')\n"
        "print([name for name in names if name in sys.modules])\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
