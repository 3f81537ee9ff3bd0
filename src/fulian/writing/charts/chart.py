"""A chart: what it shows, where that stands, and the two kinds of picture it can be made into."""

from __future__ import annotations

import os
from pathlib import Path

import attrs
from attrs.validators import in_, instance_of, optional

from fulian.errors import DataError, Fault
from fulian.formats._extras import needed
from fulian.formats._files import replacing
from fulian.model.observation import Observation
from fulian.values.validation import filled, tuple_of
from fulian.writing.charts._spec import Spec

__all__ = ["Chart", "Mark"]


@attrs.frozen(kw_only=True)
class Mark:
    """One thing that a chart shows (图元): a bar, a point, a tile, or the place where one is missing.

    Attributes:
        row: The row, year or tile that it stands in, as printed there.
        text: What it says: whether it was done or planned, hedge, number and unit; or that there is none.
        observation: The figure behind it; None where it is missing, or was counted by fulian.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> Mark(row="株洲市", text="无数据").observation is None
        True
    """

    row: str = attrs.field(validator=instance_of(str))
    text: str = attrs.field(validator=instance_of(str))
    observation: Observation | None = attrs.field(default=None, validator=optional(instance_of(Observation)))


@attrs.frozen(kw_only=True)
class Chart:
    r"""A chart (图表), drawn when it is asked for; the same chart gives the same bytes.

    Attributes:
        kind: ``cities``, ``years``, ``targets``, ``areas`` or ``tiles``.
        language: ``zh`` or ``en``.
        title: What it shows.
        subtitle: What else has to be known to read it; may be empty.
        marks: Everything it shows, in order; missing figures too.
        notes: What was left out, and why; may be empty.
        sources: The documents that the figures come from, with their dates; may be empty.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: `kind` or `language` is none of the above, or the title is blank.

    Example:
        >>> import fulian
        >>> plan = fulian.read_text("县妇联2020年工作要点\n一、家庭建设\n（一）寻找最美家庭20户。")
        >>> chart = fulian.areas_chart(plan)
        >>> chart.kind, chart.marks[0].row, chart.marks[0].text
        ('areas', '家庭建设', '1项任务，1个数字')
    """

    kind: str = attrs.field(validator=in_(("areas", "cities", "targets", "tiles", "years")))
    language: str = attrs.field(default="zh", validator=in_(("en", "zh")))
    title: str = attrs.field(validator=filled())
    subtitle: str = attrs.field(default="", validator=instance_of(str))
    marks: tuple[Mark, ...] = attrs.field(validator=tuple_of(Mark))
    notes: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    sources: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    _spec: Spec = attrs.field(repr=False)

    @property
    def description(self) -> str:
        """All of it in words, for those who cannot see it."""
        separator, stop = ("; ", ". ") if self.language == "en" else ("；", "。")
        told = separator.join(f"{mark.row} {mark.text}".strip() for mark in self.marks)
        return stop.join(filter(None, (self.subtitle, told, *self.notes, *self.sources)))

    def svg(self) -> str:
        """Draw it as SVG (矢量图), fit to stand alone or inside a page.

        Text stays text, in whatever Chinese font the reader's machine has, and no font is needed to write it. There is
        no style sheet and no style attribute, so that a page's Content Security Policy does not touch it. The group of
        each mark has ``data-mark``, its number in `marks` from 0; where a figure stands behind it, ``data-document``,
        ``data-start`` and ``data-end`` tell where that stands in its document's text.

        Returns:
            One ``svg`` element, without an XML declaration, to be written in UTF-8.

        Raises:
            ReadError: The extra ``charts`` is not installed.
        """
        needed("matplotlib", extra="charts", what="charts")
        from fulian.writing.charts._drawing import draw_svg  # noqa: PLC0415 - needs the extra

        return draw_svg(self, self._spec)

    def png(self, *, scale: float = 2, font: str | None = None) -> bytes:
        """Draw it as PNG (位图).

        Args:
            scale: Pixels for each point; the chart is 720 points wide.
            font: A font file or a family with Chinese characters; what the environment variable FULIAN_FONT names, or
                the best that the machine has, where None.

        Returns:
            The file's bytes.

        Raises:
            ReadError: The extra ``charts`` is not installed, or there is no font with Chinese characters.
            ValueError: `scale` is not above 0 and up to 10.
        """
        if not 0 < scale <= 10:
            raise ValueError(f"'scale' must be above 0 and up to 10, got {scale}")
        needed("matplotlib", extra="charts", what="charts")
        from fulian.writing.charts._drawing import draw_png  # noqa: PLC0415 - needs the extra

        return draw_png(self, self._spec, scale=scale, font=font)

    def save(self, path: str | os.PathLike[str], *, scale: float = 2, font: str | None = None) -> None:
        """Write it to a file, whole or not at all (保存); the suffix says which kind of picture.

        Args:
            path: A name that ends in .svg or .png.
            scale: Pixels for each point of a .png.
            font: The font of a .png, as in `png`.

        Raises:
            DataError: The suffix is neither.
            OSError: The file cannot be written.
            ReadError: The extra ``charts`` is not installed, or a .png finds no font with Chinese characters.
        """
        suffix = Path(path).suffix.lower()
        if suffix not in (".svg", ".png"):
            raise DataError([Fault(path="path", expected="a name that ends in .svg or .png", value=repr(str(path)))])
        data = f"{self.svg()}\n".encode() if suffix == ".svg" else self.png(scale=scale, font=font)
        with replacing(path) as file:
            file.write(data)

    def _repr_svg_(self) -> str:
        """Show it in a notebook."""
        return self.svg()
