def expand_breaks(written: str) -> str:
    """A text in which "|" is a blank line and "/" the end of a line."""
    return written.replace("|", "\n\n").replace("/", "\n")
