"""Finds changes of the code that no test notices: changes one condition, constant, operator, call or return at a time.

    python scripts/mutants.py claimtrack/workflow/undoing.py
    python scripts/mutants.py --since v0.5.0 --sample 20 --tests tests/store tests/workflow

Works in a copy of the repository. The tests run once as they are, to learn which of them execute which line. Then each mutant
(the code with one change) runs against the tests that execute its line, the fastest first, until one fails. What survives is
printed as FILE:LINE with the change: a test is missing, or nobody needs the code, or the change makes no difference. What was
cut off before its tests had ended is called undecided. Time is the processor's, so that a busy machine changes nothing.

mutmut 3 runs here, too, but mutates no decorated function (the guards, the commands), no SQL and nothing outside functions, and
most of what survives are words of messages. cosmic-ray starts pytest anew for each mutant, with the same tests for all.
What tests execute in another process is not seen. Needs the dependency group `mutants`, and a system with fork.
"""

import argparse
import contextlib
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from itertools import accumulate, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

import coverage
import pytest
from find_mutants import ROOT, Finder, changed_lines

PACKAGE = ROOT / "claimtrack"
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow and not browser")
PRELOADED = (
    "datasette hypothesis jinja2 lxml.html numpy pytest_asyncio rapidfuzz sqlite_utils uvicorn".split()
)
"""What each fork would take a second to import. Not claimtrack, which it imports with the change, nor `datasette.app`, which imports that."""


def processor_time():
    """Return the seconds that this process and those that it waited for, such as commands, have used."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


class Recorder:
    """A plug-in of pytest that measures the processor time of each test, and which lines of some modules it executes."""

    def __init__(self, paths, file):
        self.file, self.took, self.failed = file, {}, set()
        self.coverage = coverage.Coverage(include=paths, data_file=str(file), config_file=False)

    def pytest_sessionstart(self):
        self.coverage.start()

    def pytest_runtest_logstart(self, nodeid):
        self.coverage.switch_context(nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        started = processor_time()
        result = yield
        self.took[item.nodeid] = processor_time() - started
        return result

    def pytest_runtest_logreport(self, report):
        if report.outcome != "passed":
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self):
        self.coverage.stop()
        self.coverage.save()
        took = {name: seconds for name, seconds in self.took.items() if name not in self.failed}
        self.file.with_suffix(".json").write_text(json.dumps([took, sorted(self.failed)]), encoding="utf-8")


class InOrder:
    """A plug-in of pytest that runs given tests in their order, whatever tests/conftest.py prefers."""

    def __init__(self, tests):
        self.places = {name: place for place, name in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        items[:] = sorted(
            (item for item in items if item.nodeid in self.places), key=lambda item: self.places[item.nodeid]
        )


def run_pytest(arguments, plugin, limit):
    """Run pytest in a fork of this process.

    Returns its exit code, below 0 after `limit` seconds of its processor time, or None if it was cut off: it waits without end,
    or the machine is very busy.
    """
    child = os.fork()
    if not child:
        code = 99
        try:
            os.setpgid(0, 0)
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            code = int(pytest.main([*OPTIONS, *arguments], plugins=[plugin]))
        finally:
            os._exit(code)
    ends, code = time.monotonic() + 60 + 8 * limit, None
    try:
        while code is None and time.monotonic() < ends:
            done, status = os.waitpid(child, os.WNOHANG)
            code = os.waitstatus_to_exitcode(status) if done else None
            time.sleep(0 if done else 0.02)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # with the servers that tests started
    if code is None:
        os.waitpid(child, 0)
    return code


class Experiment:
    """Runs mutants in a copy of the repository."""

    def __init__(self, folder, paths, tests):
        """Run the tests once as they are."""
        self.folder = folder
        file = folder / "executed"
        if run_pytest(tests, Recorder(paths, file), limit=3600) not in (0, 1):
            sys.exit(f"pytest did not run: try `python -m pytest {' '.join(tests)}`")
        took, failed = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        if failed:
            print(f"not used, because they fail or are skipped in a copy: {', '.join(failed)}", flush=True)
        self.took = took
        data = coverage.CoverageData(str(file))
        data.read()
        self.executing = {path: data.contexts_by_lineno(str(folder / path)) for path in paths}

    def tests_of(self, mutant):
        """Return the tests that execute what is changed, the fastest first; outside functions, those that execute anything of the file."""
        executing = self.executing[mutant.path]
        lines = mutant.lines or executing.keys()
        found = self.took.keys() & set().union(*(executing.get(line, ()) for line in lines))
        return sorted(found, key=self.took.get)

    def run(self, mutant, source, tests):
        """Return the exit code of some tests with a mutant, as `run_pytest`."""
        path = self.folder / mutant.path
        path.write_bytes(source[: mutant.start] + mutant.text.encode() + source[mutant.end :])
        # Its bytecode is only compiled again if the time in seconds or the length of the file has changed.
        for cached in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            cached.unlink()
        try:
            files = dict.fromkeys(name.partition("::")[0] for name in tests)
            limit = 20 + 4 * sum(map(self.took.get, tests))
            return run_pytest(["-x", *files], InOrder(tests), limit)
        finally:
            path.write_bytes(source)


def module(name):
    """Return the file or folder of an argument, and its line, which is 0 if there is none."""
    path, _, line = name.partition(":")
    file = (ROOT / path).resolve()
    if not (file.is_dir() or (file.is_file() and file.suffix == ".py")) or not file.is_relative_to(PACKAGE):
        raise argparse.ArgumentTypeError(f"{name} is no module or folder of claimtrack/")
    return file, int(line or 0)


def read_options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add(
        "modules",
        nargs="*",
        type=module,
        metavar="MODULE",
        help="files or folders of claimtrack/, or FILE:LINE",
    )
    add("--since", metavar="REVISION", help="only functions changed since then, of the modules or of all")
    add("--sample", type=int, metavar="NUMBER", help="so many mutants of each file, chosen at random")
    add("--seed", type=int, default=1, metavar="NUMBER", help="another seed chooses others")
    add(
        "--seconds",
        type=float,
        default=30,
        metavar="NUMBER",
        help="of processor time per mutant (default: 30)",
    )
    add("--tests", nargs="+", metavar="PATH", help="choose from these (default: those of the layer)")
    options = parser.parse_args()
    if not options.modules and not options.since:
        parser.error("name a module, or a revision with --since")
    if min(options.seconds, 1 if options.sample is None else options.sample) <= 0:
        parser.error("--sample and --seconds take a number above 0")
    return options


def find_mutants(options):
    """Return the sources by path, and the mutants that the options ask for, in their order."""
    changed = changed_lines(options.since) if options.since else {}
    sources, mutants = {}, {}
    for file, line in options.modules or [(ROOT / path, 0) for path in sorted(changed)]:
        for one in sorted(file.rglob("*.py")) if file.is_dir() else [file]:
            path = str(one.relative_to(ROOT))
            sources[path] = one.read_bytes()
            found = Finder(path, sources[path]).find()
            if options.since:
                found = [mutant for mutant in found if not changed[path].isdisjoint(mutant.scope)]
            if line:
                found = [mutant for mutant in found if mutant.line == line]
            chosen = random.Random(f"{options.seed} {path}").sample(
                found, min(len(found), options.sample or len(found))
            )
            mutants[path] = sorted([*mutants.get(path, []), *chosen], key=lambda mutant: mutant.start)
    return sources, mutants


def tests_of_layers(paths):
    """Return the tests of the layers of some modules: a folder, or a single file."""
    layers = sorted({Path(path).parts[1].removesuffix(".py") for path in paths})
    tests = [name for layer in layers for name in (f"tests/{layer}", f"tests/test_{layer}.py")]
    return [name for name in tests if (ROOT / name).exists()]


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the copy and the tests end with it
    options = read_options()
    sources, mutants = find_mutants(options)
    if not any(mutants.values()):
        sys.exit("There is nothing to change.")
    tests = options.tests or tests_of_layers(sources)
    if not tests:
        sys.exit("No tests have the name of this layer: choose some with --tests.")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # threads of numpy would not survive a fork
    for name in PRELOADED:
        __import__(name)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, "copy")
        shutil.copytree(ROOT, folder, symlinks=True, ignore=shutil.ignore_patterns(".git", ".venv"))
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(folder)
        sys.path.insert(0, str(folder))
        report(Experiment(folder, list(sources), tests), mutants, sources, options.seconds)


def report(experiment, mutants, sources, most_seconds):
    """Run the mutants and print those that are not killed, and a line for each file."""
    for path, found in mutants.items():
        counts = Counter(killed=0, survived=0, undecided=0)
        for mutant in found:
            tests = experiment.tests_of(mutant)
            sums = accumulate(map(experiment.took.get, tests))
            quick = tests[: len(list(takewhile(lambda seconds: seconds < most_seconds, sums)))]
            code = experiment.run(mutant, sources[path], quick) if quick else 0
            outcome, note = judge(code, len(quick), len(tests))
            counts[outcome] += 1
            if note:
                print(f"{mutant.describe(sources[path])}  ({note})", flush=True)
        print(
            f"{path}: {len(found)} mutants, {', '.join(f'{n} {outcome}' for outcome, n in counts.items())}",
            flush=True,
        )


def judge(code, run, all_tests):
    """Return the outcome of a mutant after the exit code of its tests, how many were run and how many there are, and what to print."""
    if not all_tests:
        return "survived", "no test executes it"
    if code is None:
        return "undecided", "cut off: the tests did not end"
    if code:
        return "killed", ""
    if run < all_tests:
        return "undecided", f"{run} of {all_tests} tests pass, give more --seconds for the others"
    return "survived", f"{all_tests} tests pass"


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
