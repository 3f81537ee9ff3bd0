"""What a field's validator expects, in words, and the schema keywords that say the same."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["schema_of_rule", "words_of_message", "words_of_rule"]

# Some character that Python does not call white space, spelt out: dialects of patterns differ on what \s is.
_FILLED = "[^\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]"
_GOT = re.compile(r",? got ", re.ASCII)


def words_of_rule(validator: Any) -> str | None:
    """Say what a validator expects; None where it cannot be told from the validator itself.

    Our own validators state their rule in their repr; attrs' are looked into.
    """
    inner = getattr(validator, "validator", None)
    if inner is not None and type(validator).__name__ == "_OptionalValidator":
        return words_of_rule(inner)
    pattern = getattr(validator, "pattern", None)
    if isinstance(pattern, re.Pattern):
        return f"text of the form {pattern.pattern}"
    options = getattr(validator, "options", None)
    if options is not None:
        return "one of " + ", ".join(map(str, options))
    stated = repr(validator)
    if stated.startswith("<") and stated.endswith(">") and " at 0x" not in stated and "validator" not in stated:
        return stated[1:-1].replace("whole number", "a whole number", 1)
    return None


def words_of_message(error: Exception) -> tuple[str, str | None]:
    """Take an error's message apart: what was expected, and what came where the message tells."""
    expected = getattr(error, "expected", None)
    if isinstance(expected, str):
        return expected, None
    message = str(error.args[0]) if error.args else type(error).__name__
    found = _GOT.search(message)
    if found is None:
        return f"that {message}", None
    return f"that {message[: found.start()]}", message[found.end() :][:80]


def schema_of_rule(validator: Any) -> dict[str, Any]:
    """Give the keywords of JSON Schema that say what a validator does, as far as there are any."""
    inner = getattr(validator, "validator", None)
    if inner is not None and type(validator).__name__ == "_OptionalValidator":
        return schema_of_rule(inner)
    name = type(validator).__name__
    if name == "_WholeNumber":
        return {"minimum": validator.low, **({} if validator.high is None else {"maximum": validator.high})}
    if name == "_Filled":
        return {"pattern": _FILLED}
    pattern = getattr(validator, "pattern", None)
    if isinstance(pattern, re.Pattern):
        return {"pattern": f"^(?:{pattern.pattern})$(?!\\n)"}
    options = getattr(validator, "options", None)
    if options is not None:
        return {"enum": [getattr(option, "value", option) for option in options]}
    return {}
