"""Check that every record stands in its document, and list what was not read: python trust_but_verify.py FILE."""

import sys

import fulian


def main(document: str) -> None:
    """Verify each figure's source, then print the share read, the unread passages and the doubts."""
    reading = fulian.read(document)
    for figure in reading.observations:
        figure.source.verify(reading.document)  # raises fulian.SourceError where the characters are others
    print(f"{len(reading.observations)} figures, each where its source says")
    print(f"{reading.coverage:.1%} of the text stands in a record")
    for passage in reading.unread:
        print(f"  unread at {passage.source.start}: {passage.text}")
    for note in reading.notes:
        print(f"  doubtful: {note.text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
