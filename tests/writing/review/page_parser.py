"""A page taken apart with Python's own parser, so that what it says can be compared with what was read."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"meta", "input"}


class PageParser(HTMLParser):
    """The elements of a page, the text of its articles and the text of each mark.

    Attributes:
        tags: The name and attributes of every element, in order.
        articles: The text of each document, all its marks included.
        marks: The text of each mark by its id, its pieces together.
        raw: What stands in each script and style, with its name.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.articles: list[str] = []
        self.marks: dict[str, str] = {}
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self._open: list[str] = []
        self._marking: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == [], f"elements that nothing closes: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        told = dict(attrs)
        assert len(told) == len(attrs), f"an attribute stands twice in {attrs}"
        self.tags.append((tag, told))
        if tag in _VOID:
            return
        self._open.append(tag)
        if tag == "article":
            self.articles.append("")
        if tag == "mark":
            self._marking.append(told.get("id") or told["data-of"] or "")
        if tag in ("script", "style"):
            self.raw.append((tag, told, ""))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, and no other."""
        assert self._open, f"{tag} is closed, and nothing is open"
        assert self._open.pop() == tag, f"{tag} is closed out of order"
        if tag == "mark":
            self._marking.pop()

    def handle_data(self, data: str) -> None:
        """Take text up wherever it stands."""
        if "article" in self._open:
            self.articles[-1] += data
        for name in self._marking:
            self.marks[name] = self.marks.get(name, "") + data
        if self._open and self._open[-1] in ("script", "style"):
            tag, told, before = self.raw[-1]
            self.raw[-1] = (tag, told, before + data)
