"""What is said where a package that an extra brings is missing."""

from __future__ import annotations

from typing import Final

from fulian.errors import ReadError

__all__ = ["package_missing"]

# The names under which packages are installed, where they are imported under others.
_INSTALLED: Final = {"docx": "python-docx", "ruamel": "ruamel.yaml"}


def package_missing(package: str, *, what: str, extra: str, file: str | None = None) -> ReadError:
    """Make the error that names the package as one installs it, what it is needed for, and the extra that brings it.

    Args:
        package: The package or a module of it, as it is imported.
        what: What it is needed for, in the words of the catalogue of Chinese texts.
        extra: The extra that brings it.
        file: The file that was to be read, or None.

    Example:
        >>> print(package_missing("docx.oxml", what="the official document", extra="word"))
        data: expected the package python-docx, which is needed for the official document, found none; \
install it with: pip install 'fulian[word]'
    """
    name = package.partition(".")[0]
    expected = f"the package {_INSTALLED.get(name, name)}, which is needed for {what}"
    return ReadError(file=file, found="none", expected=expected, extra=extra)
