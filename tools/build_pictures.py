"""Make the pictures that the READMEs show: the review page, a chart, the terminal.

    python tools/build_pictures.py

They are those of the gallery (docs/_ext/pictures.py), the review page smaller and in fewer colours. It needs Chromium,
Poppler, and the extras that the documentation needs.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SHOWN = {"chart-cities.svg": "chart.svg", "terminal-zh.svg": "terminal-zh.svg", "terminal-en.svg": "terminal-en.svg"}

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
import pictures  # noqa: E402 - of the documentation's own folder


def main() -> None:
    """Make them in a folder for the time being, and keep what is shown."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures.command("demo", "--save", ".", folder=folder)
        for maker in (pictures.charts, pictures.terminal, pictures.review):
            maker(folder)
        for made, kept in SHOWN.items():
            shutil.copyfile(folder / made, PICTURES / kept)
        for language in ("zh", "en"):
            page = Image.open(folder / f"review-{language}.png").convert("RGB")
            small = page.resize((1200, round(page.height * 1200 / page.width)), Image.Resampling.LANCZOS)
            small.quantize(256, kmeans=2, dither=Image.Dither.NONE).save(
                PICTURES / f"review-{language}.png", optimize=True
            )


if __name__ == "__main__":
    main()
