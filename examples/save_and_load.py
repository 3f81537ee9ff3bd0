"""Save a reading as JSON, load it again, and find it equal: python save_and_load.py FILE OUT.json."""

import sys

import fulian


def main(document: str, output: str) -> None:
    """Save, load, compare."""
    reading = fulian.read(document)
    fulian.dump(reading, output)
    assert fulian.load(output) == reading
    held = {"plans": reading.plans, "reports": reading.reports, "figures": reading.observations}
    print(f"{output}, loaded again, is equal:", ", ".join(f"{name}: {len(records)}" for name, records in held.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
