"""Compiles the modules that read text into extensions of this Python, by mypyc and the C compiler.

    python tools/compile_readers.py CHECKOUT FOLDER

Writes the libraries to FOLDER/lib, each in its place beside the plain modules, and nothing into the checkout. Where
that cannot be done it fails, and its last line says why. The build of a wheel runs it (compile_hook.py).

mypyc leaves docstrings out. Here they are put into the C files, so that `help`, documentation in an editor and the
examples are the same in both builds.
"""

from __future__ import annotations

import ast
import copy
import os
import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

READS_TEXT = ("text/**/*.py", "reading/*.py", "reading/figures/*.py", "reading/frame/*.py", "reference/work_areas.py")
# What handles files and processes waits for these, not for Python.
NOT_TEXT = frozenset(("__init__.py", "_beside.py", "_workers.py", "many.py"))
# A record's class is made by attrs while the program runs, so its module stays as it is.
RECORDS = re.compile(r"^@attrs\.", re.MULTILINE)

# What mypyc writes where docstrings could stand: of a module; at the head of the table of a class's methods; of a
# function or method; of a class; of a class that is made by Python (an enumeration, a named tuple).
PLACE = re.compile(
    r"NULL, /\* docstring \*/"
    r"|static PyMethodDef (?P<table>\w+)_methods\[\]"
    r'|(?P<entry>\{"(?P<function>\w+)",\s+\(PyCFunction\)\w+,\s+[\w| ]+, )PyDoc_STR\((?:NULL|"(?:[^"\\]|\\.)*")\)'
    r'|\.tp_doc = PyDoc_STR\((?P<start>"(?P<cls>\w+)(?:[^"\\]|\\.)*")\)'
    r"|CPyStatics\[\d+\]; /\* 'mypyc filler docstring' \*/"
)


def compiled_modules(package: Path) -> list[Path]:
    """Give the modules to compile, in order."""
    found = {path for pattern in READS_TEXT for path in package.glob(pattern) if path.name not in NOT_TEXT}
    return sorted(path for path in found if not RECORDS.search(path.read_text(encoding="utf-8")))


def documented(tree: ast.Module) -> Iterator[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef]]:
    """Give each class, function and method by its dotted name, and the module by an empty one."""
    yield "", tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    yield f"{node.name}.{method.name}", method
                    yield f"{method.name}_{node.name}_obj", method  # mypyc's name for it where Python makes the class


def signature(function: ast.FunctionDef, *, of_class: bool) -> str:
    """Give a signature as C code states it: without types, `...` for a default that is no literal."""
    arguments = copy.deepcopy(function.args)
    for argument in ast.walk(arguments):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    for defaults in (arguments.defaults, arguments.kw_defaults):
        defaults[:] = [one if one is None or isinstance(one, ast.Constant) else ast.Constant(...) for one in defaults]
    static = any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in function.decorator_list)
    return f"{function.name}({'$' if of_class and not static else ''}{ast.unparse(arguments)})\n--\n\n"


def in_c(text: str) -> str:
    """Write a text as a string of C: its bytes in octal, whatever they are."""
    return '"' + "".join(f"\\{byte:03o}" for byte in text.encode()) + '"'


def with_docstrings(code: str, source: str) -> str:
    """Put the docstrings of a module into the C file that mypyc made of it."""
    tree = ast.parse(source)
    nodes = dict(documented(tree))
    docs = {name: ast.get_docstring(node) or "" for name, node in nodes.items()}
    native = {match["cls"] for match in PLACE.finditer(code)}
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    made_by_python = iter([name for name in classes if name not in native])
    owner = ""

    def said(match: re.Match[str]) -> str:
        nonlocal owner
        if match["table"]:
            owner = max((name for name in classes if match["table"].endswith(f"___{name}")), key=len, default="")
        elif match["function"]:
            name = f"{owner}.{match['function']}".lstrip(".")
            node = nodes.get(name)
            if isinstance(node, ast.FunctionDef):
                return match["entry"] + in_c(signature(node, of_class=bool(owner)) + docs[name])
        elif match["cls"]:
            return f".tp_doc = {match['start']} {in_c(docs.get(match['cls'], ''))}"
        elif match[0].startswith("NULL"):
            return f"{in_c(docs[''])}, /* docstring */"
        else:
            return f"PyUnicode_FromString({in_c(docs[next(made_by_python)])});"
        return match[0]

    return PLACE.sub(said, code)


def processors() -> int:
    """Say how many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def build(extensions: list[Any], folder: Path) -> None:
    """Compile and link extensions with all processors, into FOLDER/lib."""
    from setuptools import Distribution  # noqa: PLC0415 - installed for this build only
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    class Build(build_ext):
        """Compiles the files of an extension side by side too, not only extensions."""

        def build_extensions(self) -> None:
            one_after_another = self.compiler.compile

            def side_by_side(sources: list[str], **options: Any) -> list[str]:
                with ThreadPoolExecutor(processors()) as pool:
                    made = pool.map(lambda source: one_after_another([source], **options), sources)
                    return [path for paths in made for path in paths]

            self.compiler.compile = side_by_side
            super().build_extensions()

    command = Build(Distribution({"name": "fulian", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "objects")
    command.parallel = processors()
    command.ensure_finalized()
    command.run()


def try_compiler(folder: Path) -> None:
    """Build an empty extension: where that fails there is no need to wait for mypyc."""
    from setuptools import Extension  # noqa: PLC0415
    from setuptools.errors import CompileError, ExecError, LinkError, PlatformError  # noqa: PLC0415

    probe = folder / "probe.c"
    probe.write_text("#include <Python.h>\nPyMODINIT_FUNC PyInit_probe(void) { return NULL; }\n", encoding="utf-8")
    try:
        build([Extension("probe", [str(probe)])], folder / "probe")
    except (CompileError, ExecError, LinkError, PlatformError) as error:
        print(error)
        sys.exit("there is no C compiler that works with the headers of this Python")


def compile_readers(checkout: Path, folder: Path) -> None:
    """Compile the readers of a checkout into FOLDER/lib."""
    from mypyc.build import mypycify  # noqa: PLC0415
    from mypyc.namegen import exported_name  # noqa: PLC0415

    try_compiler(folder)
    os.chdir(checkout / "src")  # tracebacks name the files as they are seen from here
    os.environ["MYPYPATH"] = "."
    modules = compiled_modules(Path("fulian"))
    extensions = mypycify(
        [
            "--config-file=",
            f"--cache-dir={os.devnull}",
            "--explicit-package-bases",
            "--follow-imports=silent",
            *map(str, modules),
        ],
        opt_level="2",  # 1 spares a third of the compiler's time and costs a hundredth of the readers' speed
        debug_level="0",
        multi_file=True,  # a C file for each module, so that all processors have something to do
        group_name="fulian",
        target_dir=str(folder / "c"),
    )
    for path in modules:
        code = folder / "c" / f"__native_{exported_name('.'.join(path.with_suffix('').parts))}.c"
        text = with_docstrings(code.read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))
        code.write_text(text, encoding="utf-8")
    for extension in extensions:  # a compiler that warns of more than ours does should not fail
        extension.extra_compile_args = [flag for flag in extension.extra_compile_args if flag != "-Werror"]
    build(extensions, folder)


if __name__ == "__main__":
    if platform.python_implementation() != "CPython" or sysconfig.get_config_var("Py_GIL_DISABLED"):
        sys.exit("mypyc compiles for CPython with its global lock")
    compile_readers(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
