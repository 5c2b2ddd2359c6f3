"""The commented settings file that `init` writes."""

from __future__ import annotations

from collections.abc import Sequence

_TEMPLATE = """\
# Offagenda's settings. Every key has a default; a key it does not know is an error.

# database_url = "sqlite:////some/where/offagenda.db"   # default: offagenda.db in this folder

[watch]
packs = [{packs}]            # built-in packs to load; files in packs/ beside this one always are
# states = ["PA"]            # whose agencies are judged; default: the states of the loaded packs
# counties = ["Exampleton"]  # only these counties; default: all

[crawler]
contact = "{contact}"
# A webmaster reads this in the log. Give a page or an e-mail address; some sites want it.
# delay_seconds = 5.0        # between two requests to one host
# history_days = 550         # how far back the first look reads

[ice]
# page = "https://www.ice.gov/identify-and-arrest/287g"
# fetch_agreements = true    # also fetch the agreements that the lists link

[nlp]
# topics = ["topics"]        # topic files or folders of them, beside the built-in topics
# model = ""                 # an installed spaCy package, for names that no rule finds

[report]
# place = "Exampleton County, Pennsylvania"
# timezone = "America/New_York"
# weekday = "mon"
# hour = 6

[schedule]
# crawl_hour = 7             # UTC
# ice_hours = [12, 22]       # UTC
"""


def settings_file(packs: Sequence[str], contact: str = "") -> str:
    """The text of a fresh offagenda.toml."""
    return _TEMPLATE.format(packs=", ".join(f'"{p}"' for p in packs), contact=contact)
