"""How are lists of texts stored in a column? As JSON: tags, reasons, differences."""

import json


def parse_text_list(listed: str) -> list[str]:
    """Parse a stored list into texts. Other values that a plain SQL client has put into it are kept as written: `[1, null]` -> "1" and "null"."""
    return [
        one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in json.loads(listed)
    ]
