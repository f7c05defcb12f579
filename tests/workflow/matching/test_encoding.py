"""An encoder, here that of docs/encoders.md, finds rewordings and ranks matches but never makes a duplicate."""

import subprocess
import sys

import pytest

from claimtrack import plugins
from claimtrack.core.errors import PluginError
from claimtrack.core.model import OnDuplicate, Statement, Suggestion
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.queues import unjudged_pairs
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.matching import encoding
from claimtrack.workflow.matching.matching import LookUps, find_duplicates, look_up
from tests.tables import each_row

KNOWN = "A new pill harms the heart, the lungs and the kidneys of every tenth patient in Ravensby."
REWORDED = "Coronary, bronchial and nephritic failure awaits many."


@pytest.fixture
def encoded_desk(desk, glossary):
    """A desk with two claims, both encoded by the glossary."""
    with write_transaction(desk, "ada"):
        claims.add(desk, KNOWN)
        claims.add(desk, "The bridge over the Tarn was closed for repairs in 2019 and never opened again.")
    encoding.switch_on(desk, "glossary", actor="ada")
    encoding.encode_missing(desk)
    return desk


def matching_ids(db, text):
    return [match.claim_id for match in look_up(db, Statement(text))]


def add(db, text):
    return add_claim(db, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada").claim_id


# ── what it finds, and what it does not decide ──────────────────────────────────────────────────


def test_a_rewording_without_a_word_in_common_is_found_as_related(encoded_desk):
    [match] = look_up(encoded_desk, Statement(REWORDED))
    assert (match.claim_id, match.suggestion) == (1, Suggestion.RELATED)
    assert match.reasons[-1] == "close in meaning"
    assert match.score >= 0.2


def test_a_rewording_is_not_found_by_words_alone(encoded_desk):
    assert look_up(encoded_desk, Statement(REWORDED), by_words_alone=True) == []
    encoding.switch_off(encoded_desk, actor="ada")
    assert matching_ids(encoded_desk, REWORDED) == []


def test_successive_lookups_notice_that_the_encoder_was_switched_off(encoded_desk, desk_path):
    look_ups = LookUps(encoded_desk)
    assert [match.claim_id for match in look_ups(Statement(REWORDED))] == [1]
    other = open_desk(desk_path)
    encoding.switch_off(other, actor="ben")
    other.close()
    assert look_ups(Statement(REWORDED)) == []


def test_identical_vectors_do_not_make_claims_duplicates(encoded_desk):
    """The glossary gives both the same vector: the cosine is 1."""
    matches = look_up(encoded_desk, Statement("Bronchial: nephritic is coronary. " * 3), limit=20)
    assert {match.suggestion for match in matches} == {Suggestion.RELATED}


def test_a_changed_fact_is_a_conflict_with_and_without_the_encoder(encoded_desk):
    changed = KNOWN.replace("tenth", "fifth")
    with_encoder, without = (
        look_up(encoded_desk, Statement(changed), by_words_alone=words_only)[0]
        for words_only in (False, True)
    )
    assert with_encoder == without
    assert with_encoder.suggestion is Suggestion.CONFLICT
    assert with_encoder.differences


def test_an_exact_repeat_is_a_duplicate_with_the_encoder_on(encoded_desk):
    match = look_up(encoded_desk, Statement(KNOWN))[0]
    assert (match.suggestion, match.score) == (Suggestion.DUPLICATE, 1.0)


def test_a_rewording_found_by_the_encoder_is_filed_as_a_new_claim_with_a_match(encoded_desk):
    new = add_claim(encoded_desk, NewClaim(REWORDED), on_duplicate=OnDuplicate.ATTACH, actor="ada")
    assert new.is_new
    assert [match.claim_id for match in new.matches] == [1]
    [scorer] = encoded_desk.execute("select scorer from matches").fetchone()
    assert scorer.endswith("glossary 1")


def test_finding_duplicates_uses_words_alone(encoded_desk):
    add(encoded_desk, "It is nephritic, coronary and bronchial.")
    find_duplicates(encoded_desk, actor="ada")
    assert all(
        pair["suggestion"] != "related" for pair in unjudged_pairs(encoded_desk) if pair["left_id"] > 1
    )


# ── when claims get their vectors ───────────────────────────────────────────────────────────────


def test_a_new_claim_is_encoded_when_it_is_filed(encoded_desk):
    new = add(encoded_desk, "Leases doubled within a year, a think tank found out on Monday.")
    assert encoding.encoder_state(encoded_desk).waiting == 0
    assert matching_ids(encoded_desk, "rents") == [new]


def test_a_reworded_claim_is_found_by_its_new_meaning_after_the_next_encode(encoded_desk):
    encoded_desk.execute("update claims set text = 'Leases doubled.' where id = 1")
    assert matching_ids(encoded_desk, REWORDED) == []
    assert encoding.encode_missing(encoded_desk) == 1
    assert matching_ids(encoded_desk, "rents") == [1]


def test_claims_waiting_to_be_encoded_are_found_by_their_words(encoded_desk):
    with write_transaction(encoded_desk, "ada"):
        waiting = claims.add(
            encoded_desk, "The pay was raised of every coronary nurse of Ravensby by the council."
        )
    assert encoding.encoder_state(encoded_desk).waiting == 1
    assert matching_ids(encoded_desk, "every coronary nurse of Ravensby")[0] == waiting


def test_a_large_import_leaves_claims_for_the_encode_command(encoded_desk):
    with write_transaction(encoded_desk, "ada"):
        for number in range(encoding.MAX_PER_WRITE + 10):
            claims.add(encoded_desk, f"Claim number {number}.")
    encoding.encode_new_claims(encoded_desk)
    assert encoding.encoder_state(encoded_desk).waiting == 10
    calls = []
    assert (
        encoding.encode_missing(encoded_desk, progress=lambda done, total: calls.append((done, total))) == 10
    )
    assert calls == [(10, 10)]


def test_encoding_resumes_after_an_interrupt(encoded_desk, monkeypatch):
    monkeypatch.setattr(encoding, "_BATCH", 4)
    with write_transaction(encoded_desk, "ada"):
        for number in range(10):
            claims.add(encoded_desk, f"Claim number {number}.")

    def stop(done, total):
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encoding.encode_missing(encoded_desk, progress=stop)
    assert encoding.encoder_state(encoded_desk).waiting == 6
    assert encoding.encode_missing(encoded_desk) == 6


# ── missing, changed and broken encoders ────────────────────────────────────────────────────────


def test_a_desk_without_its_encoder_installed_works_and_warns_once(encoded_desk, monkeypatch, caplog):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **kwargs: ())
    plugins.forget()
    encoding._warn_once.cache_clear()
    assert matching_ids(encoded_desk, KNOWN) == [1]
    add(encoded_desk, "Leases doubled within a year.")
    assert matching_ids(encoded_desk, REWORDED) == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "no plug-in 'glossary'" in caplog.text
    assert encoding.encoder_state(encoded_desk).waiting == 1


def test_another_version_of_the_encoder_is_not_used_with_the_old_vectors(
    encoded_desk, desk_path, glossary, install_encoder, caplog
):
    install_encoder("glossary", "claimtrack_glossary:encoder", glossary.replace("glossary 1", "glossary 2"))
    encoding._warn_once.cache_clear()
    assert matching_ids(encoded_desk, REWORDED) == []
    assert f"is installed here: encode it again with `claimtrack --db {desk_path} encode`" in caplog.text
    add(encoded_desk, "Leases doubled within a year.")
    assert encoding.encoder_state(encoded_desk).waiting == 1
    encoding.switch_on(encoded_desk, actor="ada")
    assert encoding.encode_missing(encoded_desk) == 3
    assert matching_ids(encoded_desk, REWORDED) == [1]


def test_an_encoder_whose_dimensions_changed_without_a_new_version_is_reported(
    encoded_desk, glossary, install_encoder, caplog
):
    wider = glossary.replace("= len(GLOSSARY)", "= 6").replace("GLOSSARY] for", "GLOSSARY] + [0, 0] for")
    install_encoder("glossary", "claimtrack_glossary:encoder", wider)
    encoding._warn_once.cache_clear()
    assert matching_ids(encoded_desk, REWORDED) == []
    assert (
        "gives 6 dimensions for 4 under the same version 'glossary 1': run `claimtrack --db " in caplog.text
    )
    encoding.switch_off(encoded_desk, forget=True, actor="ada")
    assert encoding.encode_all(encoded_desk, "glossary", actor="ada") == 2
    assert matching_ids(encoded_desk, REWORDED) == [1]


def test_output_of_an_encoder_goes_to_stderr(desk, glossary, install_encoder, capsys):
    loud = glossary.replace("        words = [set", "        print('reading')\n        words = [set")
    loud = loud.replace("    return Glossary()", "    print('loading')\n    return Glossary()")
    install_encoder("glossary", "claimtrack_glossary:encoder", loud)
    add(desk, KNOWN)
    encoding.encode_all(desk, "glossary", actor="ada")
    assert matching_ids(desk, REWORDED) == [1]
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
def test_a_failing_encoder_does_not_prevent_lookups_or_writes(encoded_desk, glossary, install_encoder, body):
    broken = glossary.replace("        words = [set", f"        {body}\n        words = [set")
    install_encoder("glossary", "claimtrack_glossary:encoder", broken)
    assert matching_ids(encoded_desk, KNOWN) == [1]
    add(encoded_desk, "Leases doubled within a year.")
    with pytest.raises(PluginError, match="the encoder 'glossary'"):
        encoding.encode_missing(encoded_desk)


FAILS_LATER = """
import numpy as np
class encoder:
    version, dimensions, near = "later 1", 2, 0.5
    def encode(self, texts):
        if any(text.startswith("Ferry") for text in texts):
            {body}
        return np.ones((len(texts), 2))
"""


@pytest.mark.parametrize("is_first", [True, False], ids=["in the first batch", "in a later batch"])
@pytest.mark.parametrize(
    "body",
    ["raise ValueError('no')", "return np.full((len(texts), 2), np.nan)", "return np.ones((len(texts), 3))"],
)
def test_a_new_encoder_that_fails_leaves_the_active_one_and_its_vectors(
    encoded_desk, install_encoder, monkeypatch, body, is_first
):
    monkeypatch.setattr(encoding, "_BATCH", 1)
    with write_transaction(encoded_desk, "ada"):
        encoded_desk.execute(
            "update claims set text = 'Ferry fares rose.' where id = ?", [1 if is_first else 2]
        )
    encoding.encode_missing(encoded_desk)
    before = encoding.encoder_state(encoded_desk)
    install_encoder("later", "claimtrack_later:encoder", FAILS_LATER.format(body=body))
    with pytest.raises(PluginError, match="the encoder 'later'"):
        encoding.encode_all(encoded_desk, "later", actor="ada")
    assert encoding.encoder_state(encoded_desk) == before
    assert (before.name, before.encoded, before.waiting) == ("glossary", 2, 0)


def test_a_first_encoder_that_fails_leaves_no_encoder_active(desk, install_encoder):
    add(desk, "Ferry fares rose by 4 percent.")
    install_encoder("later", "claimtrack_later:encoder", FAILS_LATER.format(body="raise ValueError('no')"))
    with pytest.raises(PluginError):
        encoding.encode_all(desk, "later", actor="ada")
    assert encoding.encoder_state(desk) is None


def test_vectors_of_the_old_encoder_are_deleted_once_the_new_one_has_finished(encoded_desk, install_encoder):
    install_encoder("later", "claimtrack_later:encoder", FAILS_LATER.format(body="pass"))
    assert encoding.encode_all(encoded_desk, "later", actor="ada") == 2
    assert encoding.encoder_state(encoded_desk).name == "later"
    assert encoded_desk.execute("select count(*) from claim_vectors").fetchone() == (2,)


@pytest.mark.parametrize(
    ("code", "message"),
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
def test_an_invalid_encoder_is_not_switched_on(desk, install_encoder, code, message):
    install_encoder("odd", "claimtrack_odd:encoder", code)
    with pytest.raises(PluginError, match=message):
        encoding.switch_on(desk, "odd", actor="ada")
    assert encoding.encoder_state(desk) is None


@each_row("text", ["", " ", "\0", "🙂", "x" * 1_000_000, "the of and", "它是。", "' or 1=1 --"])
def test_looking_up_an_odd_text_does_not_fail(encoded_desk, text):
    assert isinstance(matching_ids(encoded_desk, text), list)


# ── switched off ────────────────────────────────────────────────────────────────────────────────


def test_no_encoder_modules_are_imported_when_it_is_off(desk_path):
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
