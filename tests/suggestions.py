"""The commands that messages suggest: each names the desk's file, which tests of other things leave out."""

import re

from claimtrack.core.texts.printable import shell_command


def without_desk(result, path):
    """The result without the desk's file in the commands that it suggests, each of which must have it."""
    unnamed = re.findall("`claimtrack (?!--db |[^`]*--help`)[^`]*`", result.output)
    assert not unnamed, "these act on ./claims.db"
    named = f"`claimtrack --db {shell_command(str(path))} ".encode()
    for stream in ("stdout_bytes", "stderr_bytes", "output_bytes"):
        setattr(result, stream, getattr(result, stream).replace(named, b"`claimtrack "))
    return result
