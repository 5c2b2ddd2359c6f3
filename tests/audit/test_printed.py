"""Whose document it is, by the name printed in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.printed import own
from tests.audit.build import body

COUNCIL = body()
SUPERVISORS = replace(COUNCIL, name="Fernwick Township Board of Supervisors", place_kind="township")
COUNTY = replace(
    COUNCIL, name="Tamarack County Board of Commissioners", place="Tamarack", place_kind="county"
)
REGION = replace(
    COUNCIL, name="Alder Run Regional Police Commission", place="Alder Run", place_kind="region"
)


@pytest.mark.parametrize(
    ("record", "printed", "wanted"),
    [
        (COUNCIL, None, True),
        (COUNCIL, "", True),
        (COUNCIL, "Fernwick Borough Council", True),
        (COUNCIL, "BOROUGH OF FERNWICK", True),
        (COUNCIL, "Council of the Borough of Fernwick", True),
        (COUNCIL, "Fernwick Boro Council", True),
        (COUNCIL, "Borough Council", True),
        (COUNCIL, "Borough of Fernwick, Tamarack County, Pennsylvania", True),
        (COUNCIL, "Committee of the Whole", True),
        (COUNCIL, "ROLL CALL OF COUNCIL", True),
        (COUNCIL, "COUNCIL WILL BE HELD THURSDAY", True),
        (COUNCIL, "Public Hearing of Council", True),
        (COUNCIL, "Borough Council Chambers, 12 Hall Road", True),
        (COUNCIL, "Fernwick Borough Council was called to order by President Otterly at", True),
        (COUNCIL, "Licensing Board", False),
        (
            COUNCIL,
            (
                "Mr. Odell, who spoke for the community library, gave council the news of its "
                "new board and"
            ),
            True,
        ),
        (COUNCIL, "Fernwick Planning Commission", False),
        (COUNCIL, "Fernwick Borough Zoning Hearing Board", False),
        (COUNCIL, "Fernwick Area School District", False),
        (COUNCIL, "Municipal Authority of the Borough of Fernwick", False),
        (COUNCIL, "Fernwick Township", False),
        (COUNCIL, "Fernwick Twp. Board of Supervisors", False),
        (COUNCIL, "Otterly Borough Council", False),
        (COUNCIL, "Public Safety Committee of Fernwick Borough", False),
        (SUPERVISORS, "Fernwick Township Supervisors", True),
        (SUPERVISORS, "Fernwick Borough", False),
        (COUNTY, "Tamarack County Commissioners", True),
        (COUNTY, "Board of Commissioners, County of Tamarack", True),
        (COUNTY, "Tamarack Township, Tamarack County", False),
        (COUNTY, "Otterly County Commissioners", False),
        (REGION, "Alder Run Regional Police Commission", True),
        (REGION, "Alder Run Planning Commission", False),
    ],
)
def test_own(record: object, printed: str | None, wanted: bool) -> None:
    assert own(record, printed) is wanted  # type: ignore[arg-type]
