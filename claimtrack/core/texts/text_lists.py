"""Lists of texts as a column of the desk holds them, in JSON: tags, reasons, differences."""

import json


def parse_text_list(listed: str) -> list[str]:
    """The texts of a list. What else a plain SQL client has put into it is told as it stands there: `[1, null]` are "1" and "null"."""
    return [
        one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in json.loads(listed)
    ]
