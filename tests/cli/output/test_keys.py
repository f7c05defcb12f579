"""The keys that commands print for programs are those of docs/keys.md, with its types: who learns one command can guess the next."""

import json
import re
import shlex
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack.cli import cli
from claimtrack.store.file.database import open_desk
from tests.desks import file_article
from tests.test_docs import COMMANDS as EVERY_COMMAND

PAGE = Path(claimtrack.__file__).parents[1] / "docs" / "keys.md"

ARTICLE = "Rents in the capital rose by 12 percent last year, housing minister Ada Miller said on Tuesday."
DRAFT = "Rent doubled in ten years. Nobody pays rent. It rained."
SHEET = """id,text,claimant,claimed_on,note,evidence
1,Rent doubled in twelve years,,,,
,Nobody pays rent,Ada Miller,2024-05-05,,
,Wages fell by a third,Bo,2024-05-05,Ask him,https://a.example
77,,,,,
"""
REVIEWS = json.dumps(
    [
        {
            "@type": "ClaimReview",
            "url": "https://tide.example/1",
            "claimReviewed": "The harbour of Ness is closed",
            "author": {"@type": "Organization", "name": "The Tide"},
            "datePublished": "3/4/2024",
            "reviewRating": {"alternateName": "False"},
        },
        {"@type": "ClaimReview", "url": "https://tide.example/2"},
    ]
)
# Each command with what it reads from standard input, in an order in which each finds something to print.
COMMANDS = {
    "init": "",
    "encode --off": "",
    "user add bo": "a password of bo's\n",
    "ingest - --dry-run": ARTICLE,
    "ingest -": ARTICLE,
    "triage --list": "",
    "triage --decisions -": "id,decision\n4,accept\n",
    "add 'Bread costs 12 crowns a loaf' --claimant 'A. Miller' --tag food": "",
    "add 'Bread costs 21 crowns a loaf' --claimant 'Ada Miller' --on-duplicate new": "",
    "status 5 parked": "",
    "priority 1 high": "",
    "due 3 tomorrow": "",
    "assign 3 ben": "",
    "reassign ben ada": "",
    "edit 4 --claimant 'Ada Moor'": "",
    "note 1 'Rang the ministry'": "",
    "link 1 https://stats.example/rent=refutes --primary": "",
    "tag 1 economy jobs": "",
    "tags rename jobs work": "",
    "tags forget jobs": "",
    "tags list": "",
    "stats --by month --by tag": "",
    "stats --by quarter --by year": "",
    "outlets list": "",
    "duplicates": "",
    "judge 8 9 different": "",
    "undo 8 9": "",
    "review draft 4 --rating False --scale 'Four-step scale'": "",
    "review correct 1 --note 'We had the wrong year' --rating 'Mostly true'": "",
    "review list --all": "",
    "review withdraw 2 --note 'The source was wrong' --yes": "",
    "review corrections": "",
    "review doubts": "",
    "intervention ask 1 'Daily Echo' 'Correct the figure'": "",
    "intervention close 1 corrected": "",
    "intervention list": "",
    "rating add 'Our checks' Confirmed --value 1": "",
    "rating list": "",
    "speaker alike": "",
    "speaker join 'Ada Miller' 'A. Miller'": "",
    "speaker list": "",
    "import csv - --dry-run": SHEET,
    "import csv - --yes": SHEET.replace("77,,,,,\n", ""),
    "import claimreview -": REVIEWS,
    "import list": "",
    "archive --queue": "",
    "list": "",
    "show 1": "",
    "search ministry": "",
    "history 1": "",
    "history --limit 3": "",
    "articles": "",
    "articles edit 1 --language cy": "",
    "articles withdraw 1 --note 'Taken down'": "",
    "articles restore 1": "",
    "speaker repeats": "",
    "match 'Rent doubled in ten years'": "",
    "match --file -": DRAFT,
    "check -": DRAFT,
    "lint": "",
    "stats": "",
    "stats --since 2024-01-01": "",
    "doctor": "",
    "tune": "",
    "export jsonl claims": "",
    "export jsonl reviews": "",
    "export jsonl appearances": "",
    "export jsonl evidence": "",
    "export jsonl notes": "",
    "export jsonl corrections": "",
}


# Commands that print the rows of one above.
ALIKE = {
    "review edit", "review update", "review submit", "review approve", "review return", "review publish", "review address", "review hold",
    "review release", "rating remove",
    "rating rename", "rating number", "rating retire", "rating restore", "tags join", "outlets join", "outlets rename", "outlets forget", "speaker rename",
    "speaker split", "speaker spell", "user list", "user password", "user role", "user remove",
}  # fmt: skip


def is_rows(value):
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_like(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def are(kind):
    return lambda value: isinstance(value, list) and all(type(one) is kind for one in value)


# What the page says of a key's value.
TYPES = {
    "null": lambda value: value is None,
    "text": lambda value: isinstance(value, str),
    "whole number": lambda value: type(value) is int,
    "number": is_number,
    "yes or no": lambda value: isinstance(value, bool),
    "day": is_like(r"\d{4}-\d\d-\d\d"),
    "time": is_like(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
    "texts": are(str),
    "whole numbers": are(int),
    "row": lambda value: isinstance(value, dict),
    "rows": is_rows,
    "columns": lambda value: isinstance(value, dict) and all(len(pair) == 2 for pair in value.values()),
    "counts": lambda value: isinstance(value, dict) and all(map(is_number, value.values())),
    "figures": lambda value: isinstance(value, dict),
}
# Values whose keys are names of columns, statuses or features.
OTHER_KEYS = {"columns", "counts", "figures"}


@pytest.fixture(scope="module")
def kinds():
    """The page's table: the types of each key."""
    found = {}
    rows = re.findall(r"^\| (`.+`) \| ([a-z ]+) \| .+ \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    for keys, types in rows:
        for key in re.findall(r"`(\w+)`", keys):
            assert key not in found, f"{key} is on the page twice"
            found[key] = re.split(r" or (?!no\b)", types)
    return found


@pytest.fixture(scope="module")
def printed(reviewed_file, tmp_path_factory):
    """What each command prints, as rows; also those that need a second file or the name of an import."""
    folder = tmp_path_factory.mktemp("keys")
    path = shutil.copy(reviewed_file, folder / "claims.db")
    with closing(open_desk(path)) as db:
        file_article(db, url="https://news.example/bridge", title="A bridge")

    def run(command, *options, stdin="", desk=path):
        words = ["--db", str(desk), "--actor", "ada", *shlex.split(command), *options]
        result = CliRunner(catch_exceptions=False).invoke(cli, words, input=stdin)
        assert result.stdout, (command, result.stderr)
        return result.stdout

    found = {}
    for command, stdin in COMMANDS.items():
        options = [] if command.startswith("export") else ["--format", "ndjson"]
        found[command] = [json.loads(line) for line in run(command, *options, stdin=stdin).splitlines()]

    def run_alone(command, **given):
        return json.loads(run(command, "--format", "json", **given))

    found["publish"] = run_alone(f"publish {folder / 'public.db'} --site {folder / 'site'}")
    [imported] = run_alone("import csv - --yes", stdin="text\nSalt is free\n")
    found["import undo"] = run_alone(f"import undo {imported['undo']} --yes")
    found["export desk"] = run_alone(f"export desk {folder / 'half.db'} --tag food")
    copy = folder / "copy.db"
    found["backup"] = run_alone(f"backup {copy}")
    run("priority 3 low", "--format", "json", desk=copy)
    run("add 'Milk is free'", desk=copy)
    run("priority 3 high", "--format", "json")
    original, other = (shutil.copy(copy, folder / f"{name}.db") for name in ("original", "other"))
    for coder in (copy, other):
        run("status 8 checking", "--format", "json", desk=coder)
    for command in ("coders decisions", "coders agreement"):
        words = f"{command} {copy} {other} --format json"
        found[command] = json.loads(run(words, desk=original))
    found["import copy"] = run_alone(f"import copy {copy}")
    claimtrack.open(folder / "gazette.db", actor="ada", name="The Gazette").close()
    found["import desk"] = run_alone(f"import desk {folder / 'gazette.db'}")
    return found


def walk(row, kinds):
    """Yield each key with its value, also of the rows in it."""
    for key, value in row.items():
        yield key, value
        if OTHER_KEYS.isdisjoint(kinds.get(key, ())):
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict):
                    yield from walk(one, kinds)


def test_each_key_that_is_printed_is_on_the_page_with_its_type(printed, kinds):
    wrong = {
        (command, key, repr(value)[:80])
        for command, rows in printed.items()
        for row in rows
        for key, value in walk(row, kinds)
        if not any(TYPES[kind](value) for kind in kinds.get(key, ()))
    }
    assert wrong == set()


def test_each_key_of_the_page_is_printed(printed, kinds):
    found = {key for rows in printed.values() for row in rows for key, _ in walk(row, kinds)}
    assert kinds.keys() - found == set()


def test_every_command_for_programs_is_run():
    names = {
        name.removeprefix("claimtrack ")
        for name, command in EVERY_COMMAND.items()
        if any(param.name == "output_format" for param in command.params)
    }
    ran = {name for name in names if any(f"{command} ".startswith(f"{name} ") for command in COMMANDS)}
    run_elsewhere = {
        "publish", "import undo", "backup", "export desk", "import copy", "import desk", "coders decisions",
        "coders agreement",
    }  # fmt: skip
    assert names - ran - run_elsewhere == ALIKE, "give it a line in COMMANDS above, or in ALIKE"


def test_the_page_names_every_command_that_writes_and_prints_rows():
    section = PAGE.read_text("utf-8").split("## Commands that write")[1].split("## ")[0]
    cells = [
        set(re.findall(r"\w+", line.split("|")[1])) for line in section.splitlines() if line.startswith("|")
    ]
    names = {
        name.removeprefix("claimtrack ")
        for name, command in EVERY_COMMAND.items()
        if any((getattr(param, "help", "") or "").startswith("For programs,") for param in command.params)
    }
    assert {name for name in names if not any(set(name.split()) <= cell for cell in cells)} == set()


def test_rows_of_one_command_have_the_same_keys(printed):
    for command, rows in printed.items():
        assert len({tuple(row) for row in rows}) == 1, command
