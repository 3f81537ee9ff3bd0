"""Put real output into the two READMEs: run it when a change of the readers changes what their examples show.

    python tools/fill_readmes.py

tests/cli/test_readme.py holds the READMEs to the output.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")


def output_of(*arguments: str, folder: Path) -> str:
    """Run Python in a folder, as in a pipe, and give what it prints."""
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)  # noqa: S603 - our own commands
    return done.stdout.decode()


def fill(text: str, name: str, body: str) -> str:
    """Put a body into the fenced block that follows a marker comment."""
    return re.sub(rf"(<!-- {name} -->\n```\w+\n).*?```", lambda found: found[1] + body + "```", text, flags=re.DOTALL)


def main() -> None:
    """Fill both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        output_of("-m", "fulian", "demo", "--save", "samples", folder=folder)
        for path in READMES:
            text = path.read_text(encoding="utf-8")
            found = re.search(r"<!-- example -->\n```\w+\n(.*?)```", text, re.DOTALL)
            assert found, f"{path.name} has no example"
            text = fill(text, "example-output", output_of("-c", found[1], folder=folder))
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
