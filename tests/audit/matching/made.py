"""A list of places made up for tests, in the compact form; no real town in it."""

from __future__ import annotations

from audit.matching import Places

PLACES = Places(
    "\n".join(
        "\t".join(line)
        for line in (
            ("PA42901", "Larkmoor", "county", "42901"),
            ("PA42903", "Heronby", "county", "42903"),
            ("PA42905", "St. Alder", "county", "42905"),
            ("PA4290001", "Larkmoor", "borough", "42901"),
            ("PA4290190001", "Larkmoor", "township", "42901"),
            ("PA4290390002", "Larkmoor", "township", "42903"),
            ("PA4290002", "Finchley City", "borough", "42903"),
            ("PA4290003", "Wrenton", "city", "42901"),
            ("PA4290190003", "Wrenton", "township", "42901"),
            ("PA4290004", "Plover Island", "borough", "42903"),
            ("PA4290005", "Egret", "borough", ""),
            ("PA4290006", "Egret", "borough", ""),
            ("PA4290190007", "East Penn", "township", "42901"),
            ("PA4290390008", "South Siskin", "township", "42903"),
            ("PA4290009", "Ternborough", "borough", "42901"),
            ("PA4290010", "Isle of Terns", "borough", ""),
            ("PA4290011", "Dunlin", "municipality", "42903"),
            ("PA4290012", "Ibis College", "borough", "42903"),
            ("PA4290190013", "Bittern", "township", "42901"),
            ("PA4290390014", "Bittern", "township", "42903"),
            ("PA4290015", "Smewtown", "borough", "42903"),
            ("OK40901", "McWren", "county", "40901"),
            ("TX48901", "Siskin", "county", "48901"),
            ("TX4890001", "Siskin", "city", "48901"),
            ("FL12901", "Kitewood", "county", "12901"),
            ("FL1290001", "Kiteville", "city", "12901"),
            ("FL1290002", "Sunny Knots Beach", "city", "12901"),
            ("KY2190001", "Curlew Creek", "city", ""),
            ("KY21901", "Ruffland", "county", "21901"),
            ("LA22901", "St. Petrel", "parish", "22901"),
            ("NH3390190001", "Gulleton", "town", "33901"),
            ("VA5190001", "Avocet", "city", ""),
            ("VA5190002", "Godwit", "city", ""),
            ("VA51901", "Godwit", "county", "51901"),
            ("IL17901", "Bureau", "county", "17901"),
            ("MN27901", "Crow Lark", "county", "27901"),
        )
    )
)
