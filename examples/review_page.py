"""A page to look through some documents, with links to what is worth a look: python review_page.py PAGE.html FILE..."""

import sys

import fulian


def main(page: str, *files: str) -> None:
    """Read documents, write the page, and print what on it is worth a look first."""
    readings = [fulian.read(file) for file in files]
    fulian.write_review(readings, page, language="en")
    for number, reading in enumerate(readings, start=1):
        findings = fulian.check(reading)
        print(f"{page}#doc={number}  {reading.document.title}: {len(reading.observations)} figures")
        if findings:
            print(f"{page}#doc={number}&tab=findings  {len(findings)} findings, first: {findings[0].message_en}")


if __name__ == "__main__":
    main(*sys.argv[1:])
