"""Save a reading as JSON, load it again, and find it equal: python save_and_load.py FILE OUT.json."""

import sys

import fulian


def main(document: str, output: str) -> None:
    """Save, load, compare."""
    reading = fulian.read(document)
    fulian.dump(reading, output)
    assert fulian.load(output) == reading
    print(f"{output}: {len(reading.plans)} plans, {len(reading.reports)} reports, {len(reading.observations)} figures")


if __name__ == "__main__":
    main(*sys.argv[1:])
