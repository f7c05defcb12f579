"""Choosing extractors and scorers by name: the examples of docs/extractors.md, and plug-ins that misbehave."""

import json
import re

import pytest
from click.testing import CliRunner

from claimtrack import plugins
from claimtrack.cli import cli
from claimtrack.core.errors import NotExtracted, PluginError
from claimtrack.core.extract import Options, extract
from claimtrack.core.model import Article
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, choose_extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from tests.tables import each_row

MINUTES = Article("Minutes.\nRESOLVED: The pool opens at 7 from 1 May.\nNo other business.\n")
CLAIM = "The pool opens at 7 from 1 May."


@pytest.fixture
def minutes(install_documented):
    """Installs the plug-ins of the documentation."""
    install_documented("extractors.md")


@pytest.fixture
def odd(install):
    """Installs an extractor and a scorer named "odd" with the given bodies."""

    def add(extract="return []", score="return []"):
        code = (
            "from dataclasses import replace\n"
            "from claimtrack.core.extract import extract as rules\n"
            f"def extract(article, options):\n    {extract}\n"
            f"def score(article, claims):\n    {score}\n"
        )
        install(
            "plug_odd",
            code,
            {plugins.EXTRACTORS: {"odd": "plug_odd:extract"}, plugins.SCORERS: {"odd": "plug_odd:score"}},
        )

    return add


def test_the_rule_based_extractor_is_the_default():
    assert choose_extractor() is BUILT_IN


@pytest.mark.usefixtures("minutes")
def test_claims_of_the_documented_extractor_are_filed_under_its_name(desk):
    [filed_claim] = ingest_article(desk, MINUTES, extractor=choose_extractor("minutes"), actor="ada").filed
    assert filed_claim.found.text == CLAIM
    assert desk.execute("select quote, extractor from appearances").fetchone() == (CLAIM, "minutes")


@pytest.mark.usefixtures("minutes")
def test_the_documented_scorer_scores_claims_of_another_extractor(desk):
    [claim] = choose_extractor("minutes", "figures").run(MINUTES, Options(threshold=0.6))
    assert (claim.score, claim.reasons, claim.checkworthy) == (0.5, ("2 figures",), False)
    ingest_article(desk, MINUTES, extractor=choose_extractor("minutes", "figures"), actor="ada")
    assert desk.execute("select extractor from appearances").fetchone() == ("minutes, scored by figures",)


@pytest.mark.usefixtures("minutes")
def test_ingest_takes_extractor_and_scorer_by_name(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES.text, encoding="utf-8")
    args = ["--db", str(tmp_path / "new.db"), "ingest", str(path), "--dry-run", "--format", "json"]
    result = CliRunner().invoke(cli, [*args, "--extractor", "minutes", "--scorer", "figures"])
    assert [row["text"] for row in json.loads(result.stdout)] == [CLAIM]


@each_row(
    ("change", "kept"),
    [
        # Words that are not in the article are dropped, however plausible.
        ("text=c.text.replace('pool', 'library')", []),
        # A wrong span is corrected if the words occur once.
        ("start=3, end=9", [CLAIM]),
        ("start=-5, end=900", [CLAIM]),
        ("text=''", []),
        # Invisible text cannot be filed.
        ("text=' ', start=8, end=9", []),
        ("text='\\n', start=8, end=9", []),
    ],
)
def test_only_claims_in_words_of_the_article_are_kept(odd, minutes, change, kept):
    odd(f"import claimtrack_minutes as m; return [replace(c, {change}) for c in m.extract(article, options)]")
    assert [claim.text for claim in choose_extractor("odd").run(MINUTES, Options())] == kept


@each_row(
    ("body", "message"),
    [
        ("raise ValueError('no model')", "the plug-in 'odd' failed on this article with"),
        (
            "raise ValueError('no\\n\\nmodel ' + 'x' * 1000)",
            "failed on this article with ValueError: no model xxx",
        ),
        ("yield 'a claim'", "must return ExtractedClaim objects"),
        ("return None", "the plug-in 'odd' failed on this article with TypeError"),
        (
            "raise type('Silent', (Exception,), {'__str__': lambda self: 1 / 0})",
            "the plug-in 'odd' failed on this article with Silent. Report",
        ),
    ],
)
def test_an_error_in_an_extractor_names_the_extractor(odd, body, message):
    odd(extract=body)
    with pytest.raises(NotExtracted, match=re.escape(message)) as failed:
        choose_extractor("odd").run(MINUTES, Options())
    assert len(str(failed.value).splitlines()) == 1
    assert len(str(failed.value)) < 500


@pytest.mark.parametrize("arguments", [[], ["--dry-run"]], ids=["filed", "dry run"])
@each_row(
    ("change", "demand"),
    [
        ("kind='bogus'", "one of the kinds direct, indirect, outlet, not 'bogus'"),
        ("kind=[]", "one of the kinds direct, indirect, outlet, not []"),
        ("score=7.5", "a score from 0 to 1, not 7.5"),
        ("score=float('nan')", "a score from 0 to 1, not nan"),
        ("score='high'", "a score from 0 to 1, not 'high'"),
        ("start=40, end=9", "a start and a later end, not 40 and 9"),
        ("start=None", "a start and a later end, not None and 50"),
        ("speaker=' '", "a speaker, 'unknown' for nobody, not ' '"),
        ("speaker=None", "a speaker, 'unknown' for nobody, not None"),
        ("speaker_as_written=5", "the speaker's words or None, not 5"),
        ("claimed_on='soon'", "a day as in '2024-04-22' or None, not 'soon'"),
        ("claimed_on=20240422", "a day as in '2024-04-22' or None, not 20240422"),
        ("reasons='a resolution'", "its reasons as a tuple of words, not 'a resolution'"),
        ("flags=None", "its flags as a tuple of words, not None"),
        ("tags=(5,)", "its tags as a tuple of words, none empty or far too long, not (5,)"),
        ("tags=(' ',)", "its tags as a tuple of words, none empty or far too long, not (' ',)"),
        (
            "tags=('x' * 3000,)",
            f"its tags as a tuple of words, none empty or far too long, not ('{'x' * 197}…",
        ),
        ("text=5", "its words in the article, not 5"),
        ("checkworthy='no'", "True or False for whether it is worth checking, not 'no'"),
        ("kind_certain=None", "True or False for whether its kind is certain, not None"),
        (
            "speaker_kind=[]",
            "one of the kinds of speakers person, organisation, anonymous, document, outlet, unknown, not []",
        ),
        ("context_before=None", "the words before it, not None"),
        # Half of a surrogate pair, as JSON gives for a truncated emoji.
        (r"reasons=('\ud83d',)", r"its reasons as a tuple of words, not ('\ud83d',)"),
        (r"speaker_as_written='\ud83d'", r"the speaker's words or None, not '\ud83d'"),
        (r"context_after='\ud83d'", r"the words after it, not '\ud83d'"),
    ],
)
def test_an_invalid_claim_is_reported_and_nothing_of_its_article_is_filed(
    odd, minutes, desk_path, tmp_path, change, demand, arguments
):
    odd(f"import claimtrack_minutes as m; return [replace(c, {change}) for c in m.extract(article, options)]")
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES.text, encoding="utf-8")
    args = ["--db", str(desk_path), "ingest", str(path), "--extractor", "odd", "--format", "json"]
    result = CliRunner(catch_exceptions=False).invoke(cli, [*args, *arguments])
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])
    [error] = (
        json.loads(line)["error"] for line in result.stderr.splitlines() if line.startswith('{"error"')
    )
    assert error == f"{path}: the extractor 'odd' must give each claim {demand}"


@each_row(
    "body",
    [
        "return [(1.5, [])] * len(claims)",
        "return [(float('nan'), [])] * len(claims)",
        "return []",
        "return [('high', [])] * len(claims)",
        "return [0.5] * len(claims)",
        "return [(0.5, 'why')] * len(claims)",
        "return [(0.5, [None])] * len(claims)",
        r"return [(0.5, ['\ud83d'])] * len(claims)",
        "while True: yield 0.5, []",
        # A claim that it takes out of its list is not lost.
        "claims.pop(); return [(0.5, [])] * len(claims)",
    ],
)
def test_an_error_in_a_scorer_names_the_scorer(odd, body):
    odd(score=body)
    article = Article("Spending on schools rose by 12 percent last year.")
    assert extract(article)
    with pytest.raises(NotExtracted, match="'odd'"):
        choose_extractor(scorer="odd").run(article, Options())


def test_ingest_with_an_unknown_extractor_fails_without_creating_a_desk(tmp_path):
    result = CliRunner().invoke(
        cli, ["--db", str(tmp_path / "new.db"), "ingest", "a.txt", "--extractor", "nobody"]
    )
    assert result.exit_code == 1
    assert "no plug-in 'nobody'" in result.stderr
    assert not (tmp_path / "new.db").exists()


def test_an_unknown_extractor_is_refused_with_the_names_of_installed_ones():
    with pytest.raises(PluginError, match="Installed: rules"):
        choose_extractor("nope")


def test_a_plug_in_that_exits_is_named_and_does_not_end_the_program(odd):
    odd(extract="raise SystemExit(3)", score="raise SystemExit")
    for chosen in (choose_extractor("odd"), choose_extractor(scorer="odd")):
        with pytest.raises(NotExtracted, match="the plug-in 'odd' failed on this article with"):
            chosen.run(MINUTES, Options())


@pytest.mark.usefixtures("minutes")
def test_output_of_plug_ins_goes_to_stderr(odd, install, desk_path, tmp_path):
    odd(
        extract="print('loading'); return rules(article, options)",
        score="print('scoring'); return [(0.5, [])] * len(claims)",
    )
    install(
        "plug_loud",
        "print('imported')\nfrom claimtrack.core.model import Article\n"
        "def load(data, hints):\n    print('reading')\n    yield Article(data.decode())\n    print('read')\n",
        {plugins.LOADERS: {"loud": "plug_loud:load"}},
    )
    path = tmp_path / "a.loud"
    path.write_text("Spending on schools rose by 12 percent last year, Ada Miller said.")
    args = ["--db", str(desk_path), "ingest", str(path), "--extractor", "odd", "--scorer", "odd"]
    result = CliRunner(catch_exceptions=False).invoke(cli, [*args, "--format", "json"])
    assert [row["outcome"] for row in json.loads(result.stdout)] == ["new"]
    assert all(f"{word}\n" in result.stderr for word in ("imported", "reading", "read", "loading", "scoring"))


def test_claims_whose_words_are_not_in_the_article_are_counted_in_the_log(odd, caplog):
    odd(
        extract="return [replace(c, text=c.text.replace('pool', 'library')) for c in rules(article, options)]"
    )
    article = Article("The pool cost 40 million euros, Ada Moor said.")
    assert list(choose_extractor("odd").run(article, Options())) == []
    assert "'odd' proposed 1 of 1 claims in words that do not occur in the article" in caplog.text
    caplog.clear()
    odd(extract="return rules(article, options)")
    assert choose_extractor("odd").run(article, Options())
    assert caplog.text == ""


def test_of_claims_that_overlap_the_first_is_filed_as_the_dry_run_says(desk, odd, caplog):
    """A language model proposes a sentence and its half, or one sentence twice."""
    odd(
        extract="c, = rules(article, options); half = replace(c, text=c.text[:23], end=c.start + 23); return [c, half, c]"
    )
    article = Article("The pool cost 40 million euros and the library cost 9 million.")
    with DryRun(desk, Options(), choose_extractor("odd")) as dry_run:
        planned = dry_run.article(article, None)
    ingested = ingest_article(desk, article, extractor=choose_extractor("odd"), actor="ada")
    assert [one.found.text for one in planned.claims] == [one.found.text for one in ingested.filed]
    assert (len(ingested.filed), ingested.skipped, planned.ingested.skipped) == (1, 0, 0)
    assert "'odd' proposed 2 of 3 claims in words of another claim: these are left out" in caplog.text


@pytest.mark.usefixtures("minutes")
def test_the_given_speaker_replaces_the_outlet_as_claimant_even_for_plug_ins():
    [by_rules] = choose_extractor(speaker="Ada Bell").run(
        Article("I told them that we built 900 homes in 2024."), Options()
    )
    assert (by_rules.speaker, by_rules.kind, by_rules.speaker_kind) == ("Ada Bell", "direct", "person")
    assert by_rules.flags == ()
    speech = Article("We built 900 homes in 2024.\n\nMy rival says that we built none. Rents fell by 4%.")
    extracted = choose_extractor(speaker="Vale Water Ltd").run(speech, Options())
    assert [row.speaker for row in extracted] == ["Vale Water Ltd", "rival", "Vale Water Ltd"]
    assert (extracted[0].speaker_kind, extracted[0].flags) == ("organisation", ())
    [by_default] = choose_extractor("minutes").run(MINUTES, Options())
    [with_speaker] = choose_extractor("minutes", speaker="Ada Bell").run(MINUTES, Options())
    assert with_speaker.speaker == ("Ada Bell" if by_default.speaker == "outlet" else by_default.speaker)
