"""Write the JSON Schemas that the package ships, from its classes. Run it after changing a record."""

from __future__ import annotations

import json
from pathlib import Path

from fulian.formats.schemas import make_schema, schema_kinds

FOLDER = Path(__file__).resolve().parents[1] / "src" / "fulian" / "formats" / "schemas"

FOLDER.mkdir(exist_ok=True)
for old in FOLDER.glob("*.json"):
    old.unlink()
for kind in schema_kinds():
    text = json.dumps(make_schema(kind), ensure_ascii=False, indent=2) + "\n"
    (FOLDER / f"{kind}.json").write_text(text, encoding="utf-8", newline="\n")
    print(kind)
