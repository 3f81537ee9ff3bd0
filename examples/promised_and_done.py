"""What each body of a round-up did in the past year beside what it will do next: python promised_and_done.py FILE."""

import sys

import fulian


def printed(quantity: fulian.Quantity) -> str:
    """Print a quantity as the document does, with how sure it was where it was not."""
    return f"{quantity}" if quantity.qualifier is fulian.Qualifier.EXACT else f"{quantity} ({quantity.qualifier})"


def main(document: str) -> None:
    """Print, for each body, its figures that are done and those that are planned."""
    reading = fulian.read(document)
    for report in reading.reports:
        print(f"{report.organization}  {report.year} → {report.commitment_period}")
        for achievement in report.achievements:
            for figure in achievement.observations:
                print(f"  done     {printed(figure.quantity)}  {figure.label}")
        for task in report.commitments:
            for figure in task.targets:
                print(f"  planned  {printed(figure.quantity)}  {figure.label}")


if __name__ == "__main__":
    main(*sys.argv[1:])
