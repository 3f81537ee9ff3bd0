"""Write a plan as an official document, and read it back: python official_document.py FILE OUT.docx."""

import sys
from datetime import date

import fulian


def main(document: str, output: str) -> None:
    """Send a plan to the counties, sealed, with a copy to the party committee's office."""
    reading = fulian.read(document)
    frame = fulian.OfficialFrame(
        recipients=("各县市区妇联",),
        issued=date(2022, 2, 18),
        copies=("省委办公厅",),
        printing="省妇联办公室",
    )
    fulian.write_official(reading, output, frame=frame)

    found = fulian.read(output)
    assert [one.title for one in found.plans[0].sections] == [one.title for one in reading.plans[0].sections]
    print(f"{output}: {found.document.title}, {found.document.number}")


if __name__ == "__main__":
    main(*sys.argv[1:])
