"""The wheel and the sdist contain everything a desk needs, and run without a checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(claimtrack.__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def run(*command, cwd="/", **options):
    """Run a program as on another machine: nothing of this checkout or the caller's settings leaks in."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "CLAIMTRACK_", "DATASETTE_"))
    }
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A wheel built from the checkout; an sdist, and the wheel built from that. Needs no network."""
    folder = tmp_path_factory.mktemp("dist")
    # With the build backend of pyproject.toml: `python -m build`, as in .ci/run, restarts it for each step.
    build = [sys.executable, "-m", "hatchling", "build", "--directory"]
    run(*build, folder / "direct", cwd=ROOT)
    sdist = next((folder / "direct").glob("*.tar.gz"))
    with tarfile.open(sdist) as archive:
        # Our own archive, so it needs no filter; Python 3.11.2 of Debian 12 has none yet.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(folder)
    run(*build, folder / "sdist", "--target", "wheel", cwd=folder / sdist.name.removesuffix(".tar.gz"))
    return {
        "wheel": next((folder / "direct").glob("*.whl")),
        "sdist": sdist,
        "wheel of the sdist": next((folder / "sdist").glob("*.whl")),
    }


@pytest.fixture(scope="session")
def installed(built, tmp_path_factory):
    """The bin folder of a fresh environment with claimtrack installed from the sdist's wheel, which equals the other one.

    Its dependencies come from the test environment by a .pth file: a folder named in one comes last on the path, and
    editable installs in it are not followed.
    """
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"))
    run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--quiet"),
        # Only a few of the hundreds of modules are run.
        *("--no-compile", "--no-deps", "--no-index", built["wheel of the sdist"]),
    )
    return folder / "bin"


def contents(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("RECORD")}


def tracked_files(folder, *patterns):
    """The files in a folder of the checkout that git would keep."""
    return {
        path.relative_to(ROOT).as_posix()
        for pattern in patterns
        for path in (ROOT / folder).rglob(pattern)
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_contains_all_code_and_data_files(built):
    packed = set(contents(built["wheel"]))
    moved = tracked_files("schema", "*.sql") | tracked_files("seeds", "*") | {"metadata.yml"}
    in_place = tracked_files("claimtrack", "*.py", "*.html", "*.css", "*.js", "*.toml") | {
        "claimtrack/py.typed"
    }
    assert {f"claimtrack/{name}" for name in moved} | in_place <= packed
    assert any(name.startswith("claimtrack/plugin/templates/") for name in packed)
    assert any(name.startswith("claimtrack/plugin/static/") for name in packed)


def test_the_wheel_contains_nothing_but_the_package(built):
    tops = {name.partition("/")[0] for name in contents(built["wheel"])}
    assert tops == {"claimtrack", f"claimtrack-{claimtrack.__version__}.dist-info"}


def test_the_sdist_builds_the_same_wheel(built):
    assert contents(built["wheel of the sdist"]) == contents(built["wheel"])


def test_the_sdist_contains_tests_and_docs(built):
    with tarfile.open(built["sdist"]) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "tests/packaging/test_packaging.py",
        "docs/index.md",
        "schema/README.md",
        "scripts/test",
        ".ci/run",  # test_scripts runs it
        "LICENSE",
    } <= packed


def test_an_installed_claimtrack_runs_from_any_folder(installed):
    code = "import claimtrack; print(claimtrack.__file__)"
    assert str(installed.parent) in run(installed / "python", "-c", code)
    expected = f"claimtrack, version {claimtrack.__version__}"
    assert run(installed / "claimtrack", "--version").strip() == expected
    assert run(installed / "python", "-m", "claimtrack", "--version").strip() == expected


def test_an_installed_claimtrack_creates_a_desk(installed, tmp_path):
    run(installed / "claimtrack", "--db", tmp_path / "x.db", "init")
    assert (
        run(installed / "claimtrack", "--db", tmp_path / "x.db", "list", "--format", "json").strip() == "[]"
    )


def test_an_installed_claimtrack_builds_the_demo_desk(installed, tmp_path):
    run(installed / "claimtrack", "--db", tmp_path / "demo.db", "demo")
    assert "China" in run(installed / "claimtrack", "--db", tmp_path / "demo.db", "list")


def test_an_installed_claimtrack_registers_its_entry_points(installed):
    code = (
        "from importlib.metadata import distribution\n"
        "for point in distribution('claimtrack').entry_points: print(point.group, point.name, point.load().__name__)"
    )
    points = run(installed / "python", "-c", code).splitlines()
    assert sorted(points) == [
        "claimtrack.encoders minilm encoder",
        "claimtrack.extractors llm extract",
        "claimtrack.extractors spacy extract",
        "console_scripts claimtrack main",
        "datasette claimtrack claimtrack.plugin",
    ]


def test_an_installed_claimtrack_is_marked_as_typed(installed):
    """With py.typed, the type checker of a project that uses claimtrack reads our annotations."""
    code = "from importlib.resources import files; print((files('claimtrack') / 'py.typed').is_file())"
    assert run(installed / "python", "-c", code).strip() == "True"
