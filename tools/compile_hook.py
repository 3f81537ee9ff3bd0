"""Build hook: a wheel's readers are compiled where that can be done; else the wheel is plain Python and says so.

The compiled modules are the same source, made into extensions by mypyc (compile_readers.py); the plain modules stand
beside them in the wheel. Nothing is left in the checkout, and an editable install stays plain, so that what is edited
is what runs.

    HATCH_BUILD_NO_HOOKS=1       builds a plain wheel, asking for neither mypy nor a compiler (hatch's own variable)
    FULIAN_MUST_COMPILE=1        makes it an error that the readers cannot be compiled, for whoever releases wheels
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel."""

    PLUGIN_NAME = "custom"
    folder: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and have the results packed."""
        if version == "editable":
            return
        self.folder = TemporaryDirectory()
        command = [sys.executable, str(Path(self.root, "tools", "compile_readers.py")), self.root, self.folder.name]
        done = subprocess.run(  # noqa: S603 - this Python and a file of ours
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False
        )
        if done.returncode:
            self.stay_plain(done.stdout)
            return
        library = Path(self.folder.name, "lib")
        build_data["force_include"].update(
            {str(path): path.relative_to(library).as_posix() for path in library.rglob("*") if path.is_file()}
        )
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def stay_plain(self, printed: str) -> None:
        """Say that the wheel is plain, and why, or fail."""
        if os.environ.get("FULIAN_MUST_COMPILE"):
            self.app.display_error(printed)
            self.app.abort("the readers of fulian could not be compiled, and FULIAN_MUST_COMPILE is set")
        lines = printed.split("\n")
        reason = next((line.strip() for line in reversed(lines) if line.strip()), "no reason was given")
        self.app.display_warning(f"The readers of fulian were not compiled, this wheel is plain Python: {reason}")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Drop the temporary folder."""
        if self.folder is not None:
            self.folder.cleanup()
