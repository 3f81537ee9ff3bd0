"""Build hook: compiles the modules that read text, for a wheel that is asked to be fast and belongs to one platform.

    HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .

Without that variable the wheel is plain Python and needs no compiler. The compiled modules are the same source, made
into an extension by mypyc; the plain modules stand beside them in the wheel. Nothing is left in the checkout, and an
editable install stays plain, so that what is edited is what runs.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

READS_TEXT = ("text/**/*.py", "reading/*.py", "reading/figures/*.py", "reading/frame/*.py", "reference/work_areas.py")
# What handles files and processes waits for these, not for Python.
NOT_TEXT = frozenset(("__init__.py", "_beside.py", "_workers.py", "many.py"))
# A record's class is made by attrs while the program runs, so its module stays as it is.
RECORDS = re.compile(r"^@attrs\.", re.MULTILINE)


def compiled_modules(package: Path) -> list[Path]:
    """Give the modules to compile, in order."""
    found = {path for pattern in READS_TEXT for path in package.glob(pattern) if path.name not in NOT_TEXT}
    return sorted(path for path in found if not RECORDS.search(path.read_text(encoding="utf-8")))


class CompileHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and have the results packed."""
        if version == "editable":
            return
        self.folder = TemporaryDirectory()
        built = self.compile(Path(self.folder.name))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update(built)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Drop the temporary folder."""
        if version != "editable":
            self.folder.cleanup()

    def compile(self, folder: Path) -> dict[str, str]:
        """Compile; give each library's path and its place in the wheel."""
        from mypyc.build import mypycify  # noqa: PLC0415 - installed for this build only
        from setuptools import Distribution  # noqa: PLC0415

        os.chdir(self.root)
        os.environ["MYPYPATH"] = "src"
        settings = ["--config-file=", "--explicit-package-bases", "--follow-imports=silent", "--ignore-missing-imports"]
        extensions = mypycify(
            [*settings, *map(str, compiled_modules(Path("src", "fulian")))],
            opt_level="2",
            debug_level="0",
            group_name="fulian",
            target_dir=str(folder / "c"),
        )
        command: Any = Distribution({"name": "fulian", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "objects")
        command.ensure_finalized()
        command.run()
        return {path: os.path.relpath(path, command.build_lib) for path in command.get_outputs()}
