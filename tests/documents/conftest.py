"""What a reader of the docs has: a terminal with claimtrack on its path, in a folder of their own."""

import os
import subprocess
import sys
from pathlib import Path

import claimtrack

ROOT = Path(claimtrack.__file__).resolve().parent.parent


def environment():
    """The environment of a terminal with claimtrack on its path and none of its settings."""
    names = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMTRACK_")}
    return names | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{names['PATH']}"}


def run_commands(command, folder):
    """Run the commands, with imports written where the page only previews them, and return their output."""
    run = subprocess.run(
        ["bash", "-e", "-c", command.replace("csv --dry-run", "csv --yes")],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr
