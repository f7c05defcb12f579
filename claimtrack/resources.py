"""Find the files shipped with the code: schema/, seeds/ and metadata.yml."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder.

    In a wheel it is inside the package; in a checkout or an editable install, at the top of the repository, because an
    editable install maps no folders into the package (tried with hatchling and setuptools).
    """
    packaged = _PACKAGE / name
    return packaged if packaged.exists() else _PACKAGE.parent / name
