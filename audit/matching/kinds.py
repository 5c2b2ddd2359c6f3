"""What kind of agency a name is, by its words; and which of its words name a place.

Owns the vocabulary of agencies; looks nothing up. The order of the rules matters: an office's own
word (sheriff, constable) says more than ICE's TYPE, which is wrong for most constables.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.matching.beside import beside
from audit.matching.words import ordinal, words
from audit.states import STATE_NAMES

SHERIFF, CONSTABLE, MARSHAL, PROSECUTOR = "sheriff", "constable", "marshal", "prosecutor"
JAIL, COUNTY_BOARD, COUNTY_POLICE = "jail", "county_board", "county_police"
POLICE, REGIONAL, CAMPUS, PORT = "police", "regional", "campus", "port"
STATE, TRIBAL, SCHOOL, OTHER = "state", "tribal", "school", "other"
_LOCAL = frozenset((POLICE, CONSTABLE, MARSHAL))

UNIT_WORDS = ("township", "borough", "city", "town", "village", "municipality", "plantation")
_COUNTY_WORDS = ("county", "parish")
_STATE_NAMES = {code: tuple(name.casefold().split()) for code, name in STATE_NAMES.items()}
_STATE_OFFICES = ("department", "agency", "authority", "commission", "division", "military",
                  "bureau")  # fmt: skip
# State universities are called so for short.
_OF_STATE = frozenset(
    ("tech", "atlantic", "central", "eastern", "northern", "southern", "western", "polytechnic")
)
# Left out of a place's name wherever they stand: whole phrases, then single words. "Center",
# "Safety" or "Justice" alone are parts of places' names.
_PHRASES = (
    ("public", "safety"), ("law", "enforcement"), ("detention", "center"), ("task", "force"),
    ("corrections", "center"), ("criminal", "justice"), ("peace", "officers"), ("jail", "center"),
    ("justice", "center"), ("court", "services"), ("adult", "detention"), ("drug", "task"),
)  # fmt: skip
_NOISE_TEXT = """
    police department office of the agency sheriff constable marshal division bureau services
    corrections detention jail jailer prison facility rehabilitation attorney prosecutor prosecuting
    commonwealth commonwealths board commissioners authority for and officer patrol
    investigations trustees regional enforcement
"""
_NOISE = frozenset(_NOISE_TEXT.split())


@dataclass(frozen=True)
class Parsed:
    """A name taken apart.

    place: the words that may name a place; county_word: "county" or "parish" stands in the name;
    unit: its municipal word ("township"), None without; leading: it stands first ("City of");
    hint: a county named after the place ("Union Township, Example County"); seat: ward, precinct
    or district with its number.
    """

    kind: str
    place: tuple[str, ...]
    county_word: bool = False
    unit: str | None = None
    hint: tuple[str, ...] = ()
    seat: str | None = None
    leading: bool = False


def parse(agency: str, state: str, ice_type: str | None = None) -> Parsed:
    """The kind of an agency and the words of its place."""
    for rest, county in beside(agency):
        found = _parsed(rest, state, ice_type)
        if found.kind in _LOCAL and found.place and not (found.county_word or found.hint):
            return replace(found, hint=county)
    return _parsed(words(agency), state, ice_type)


def _parsed(found: tuple[str, ...], state: str, ice_type: str | None) -> Parsed:
    if found[-1:] == ("so",):  # "Example County SO"
        found = (*found[:-1], "sheriff", "office")
    found = _one_government(_without_tail(found, state))
    kind = _kind(found, state, ice_type or "")
    found, seat = _without_seat(_without_title(found, kind), kind)
    found = _without_state(found, kind, state)
    place, county_word, unit, hint = _place(found)
    if not place and not county_word and kind == POLICE:  # a town called Agency
        place = tuple(
            w for w in found if w not in {"police", "department", "of", "the", *UNIT_WORDS}
        )
    leading = unit is not None and _has(found, unit, "of")
    return Parsed(kind, place, county_word, unit, hint, seat, leading)


def _proper(found: tuple[str, ...]) -> tuple[str, ...]:
    """What is left beside "City of" and "Police Department"."""
    return tuple(w for w in found if w not in {"police", "department", "of", "the", *UNIT_WORDS})


def _without_title(found: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """ "City Marshal of X": the title's own word left out."""
    titled = kind == MARSHAL and len(found) > 2 and found[0] in UNIT_WORDS
    return found[1:] if titled and found[1] == "marshal" else found


def _one_government(found: tuple[str, ...]) -> tuple[str, ...]:
    """ "City and County of X", "City and Borough of X": the words that say it is both left out."""
    for both in (("city", "and", "county", "of"), ("city", "and", "borough", "of")):
        for i in range(len(found) - len(both)):
            if found[i : i + len(both)] == both:
                return found[:i] + found[i + len(both) :]
    return found


def _without_tail(found: tuple[str, ...], state: str) -> tuple[str, ...]:
    """The words without the state at their end ("..., PA"; "..., Pennsylvania")."""
    name = _STATE_NAMES.get(state, ("-",))
    if len(found) > 2 and found[-1] == state.casefold():
        return found[:-1]
    if len(found) > len(name) + 2 and found[-len(name) :] == name and found[-len(name) - 1] != "of":
        return found[: -len(name)]
    return found


def _kind(found: tuple[str, ...], state: str, ice_type: str) -> str:
    held = set(found)
    for test, kind in (
        (_is_school, SCHOOL), (_is_tribal, TRIBAL), (_is_campus, CAMPUS), (_is_port, PORT),
        (_is_other, OTHER),
        (_is_regional, REGIONAL), (_is_prosecutor, PROSECUTOR), (_is_state_office, STATE),
    ):  # fmt: skip
        if test(found, held, state):
            return kind
    if "constable" in held:
        return CONSTABLE
    if "sheriff" in held:
        return _sheriff_or_board(found, held)
    if "marshal" in held and "police" not in held:
        return MARSHAL
    if _is_county_board(found, held):
        return COUNTY_BOARD
    if held & {"jail", "prison", "detention", "corrections", "custody", "jailer"} or _jail_trust(
        held
    ):
        return JAIL if held & set(_COUNTY_WORDS) or "state" not in ice_type.lower() else STATE
    if ice_type.lower().startswith("state"):
        return STATE
    if state == "AK" and "borough" in held:
        return COUNTY_POLICE
    if _has(found, "city", "county"):  # two counties of Virginia are called so
        return COUNTY_POLICE
    if held & set(_COUNTY_WORDS) and not held & {"city", "town", "village", "borough", "township"}:
        return COUNTY_POLICE
    return POLICE


def _has(found: tuple[str, ...], *phrase: str) -> bool:
    size = len(phrase)
    return any(found[i : i + size] == phrase for i in range(len(found) - size + 1))


def _is_school(found: tuple[str, ...], held: set[str], state: str) -> bool:
    boards = {"district", "board", "corporation", "independent"}
    return "schools" in held or ("school" in held and bool(held & boards))


def _is_tribal(found: tuple[str, ...], held: set[str], state: str) -> bool:
    if held & {"sheriff", *_COUNTY_WORDS, "city"}:
        return False
    if held & {"tribal", "tribe", "rancheria"} or _has(found, "pueblo", "of"):
        return True
    return ("pueblo" in held and state == "NM") or (
        "nation" in held and bool(held & {"police", "marshal"})
    )


def _is_campus(found: tuple[str, ...], held: set[str], state: str) -> bool:
    size = len(_STATE_NAMES.get(state, ()))
    if _starts_with_state(found, state) and found[size] in _OF_STATE and len(found) <= size + 3:
        return True  # "Texas Tech Police Department"
    return bool(held & {"university", "college", "trustees", "campus"}) and not (
        held & {"sheriff", "constable", "borough", "township"}
    )


def _is_port(found: tuple[str, ...], held: set[str], state: str) -> bool:
    if _has(found, "port", "authority") or found[:2] == ("port", "of"):
        return True
    return bool(held & {"airport", "airports", "aviation", "seaport"})


def _is_other(found: tuple[str, ...], held: set[str], state: str) -> bool:
    """Authorities and districts of their own kind: housing, transit, hospitals, railroads."""
    if _has(found, "transit", "police") or _has(found, "park", "district"):
        return True
    if "district" in held and held & {"levee", "preserve"}:
        return True
    own = {"housing", "transit", "transportation", "hospital", "railroad", "railway", "water"}
    return bool(held & own) and bool(held & {"authority", "hospital", "railroad", "railway"})


def _is_regional(found: tuple[str, ...], held: set[str], state: str) -> bool:
    """Several governments in one department; nothing in the name says which."""
    if held & {"sheriff", "constable"}:
        return False
    if held & {"regional", "tri", "cooperative", "consortium", "multi", "multijurisdictional"}:
        return True
    if _has(found, "police", "authority") or _has(found, "metropolitan", "police", "authority"):
        return True
    if {"corrections", "commission"} <= held and not _starts_with_state(found, state):
        return True
    if _has(found, "task", "force") and not held & set(_COUNTY_WORDS):
        return "judicial" not in held
    if "jail" in held and held & {"district", "authority"} and not held & set(_COUNTY_WORDS):
        return True
    return state == "NV" and _has(found, "las", "vegas", "metropolitan")


def _is_prosecutor(found: tuple[str, ...], held: set[str], state: str) -> bool:
    if held & {"prosecutor", "prosecuting", "solicitor"} or "judicial" in held:
        return True
    return "attorney" in held and "general" not in held


def _is_state_office(found: tuple[str, ...], held: set[str], state: str) -> bool:
    if held & {"sheriff", "constable", *_COUNTY_WORDS}:
        return False
    if _has(found, "attorney", "general") or _has(found, "fire", "marshal"):
        return True
    if state in {"AS", "GU", "MP", "VI"} and _starts_with_state(found, state):
        return True
    if held & {"guard", "auditor", "cnmi", "territory"} or _has(found, "highway", "patrol"):
        return True
    if _has(found, "state", "police") or _has(found, "state", "patrol"):
        return not held & set(UNIT_WORDS)
    offices = {
        "bureau",
        "commission",
        "corrections",
        "wildlife",
        "revenue",
        "agriculture",
        "agricultural",
        "resources",
        "transportation",
        "environmental",
        "financial",
        "investigation",
        "investigations",
        "motor",
        "narcotics",
        "alcoholic",
    }
    if held & set(UNIT_WORDS):
        return False
    if _has(found, "homeland", "security"):
        return True
    if "governor" in held or _of_the_state(found, held, state):
        return True
    named = _starts_with_state(found, state) or _has(found, *_STATE_NAMES.get(state, ("-",)))
    if named and held & {"department", "office", "division", "agency", "bureau", "commission"}:
        return bool(held & offices) or _has(found, "public", "safety") or "justice" in held
    return bool(held & {"department", "office", "division"} and held & (offices - {"corrections"}))


def _of_the_state(found: tuple[str, ...], held: set[str], state: str) -> bool:
    """ "Florida Department of ...", "Alabama Law Enforcement Agency": the state's name before the
    words of an office; a town of that name has police, nothing else."""
    if not _starts_with_state(found, state):
        return False
    after = found[len(_STATE_NAMES[state])]
    return after in _STATE_OFFICES or bool(held & {*_STATE_OFFICES[1:], "excise", "wildlife"})


def _starts_with_state(found: tuple[str, ...], state: str) -> bool:
    name = _STATE_NAMES.get(state, ())
    return bool(name) and found[: len(name)] == name and len(found) > len(name)


def _is_county_board(found: tuple[str, ...], held: set[str]) -> bool:
    if _has(found, "county", "commissioners") or ("commissioners" in held and "board" in held):
        return True
    return found[:2] == ("county", "of") or found[:2] == ("parish", "of")


def _sheriff_or_board(found: tuple[str, ...], held: set[str]) -> str:
    return COUNTY_BOARD if "commissioners" in held else SHERIFF


def _jail_trust(held: set[str]) -> bool:
    return {"criminal", "justice", "authority"} <= held


def _without_seat(found: tuple[str, ...], kind: str) -> tuple[tuple[str, ...], str | None]:
    """The words without "6th ward", "precinct 5", "district 1"; and that seat."""
    if kind not in {CONSTABLE, MARSHAL}:
        return found, None
    seats: list[str] = []
    while (at := _seat(found)) is not None:
        word, left, right = at
        numbers = [str(n) for w in found[left : right + 1] if (n := ordinal(w)) is not None]
        seats.append(f"{found[word]} {'-'.join(numbers)}")
        found = found[:left] + found[right + 1 :]
    return found, ", ".join(seats) or None


def _seat(found: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Where the first such word stands, and where it and its number begin and end."""
    for i, word in enumerate(found):
        if word in {"ward", "precinct", "district", "place", "beat", "division"}:
            for at in (i - 1, i + 1):
                if 0 <= at < len(found) and ordinal(found[at]) is not None:
                    end = max(i, at)
                    while end + 1 < len(found) and ordinal(found[end + 1]) is not None:
                        end += 1  # "Precinct 4-2"
                    return i, min(i, at), end
    return None


def _without_state(found: tuple[str, ...], kind: str, state: str) -> tuple[str, ...]:
    """ "Pennsylvania State Constable", "PA State Constable", "Texas Constable": the state's own
    words left out."""
    if kind != CONSTABLE:
        return found
    name = _STATE_NAMES.get(state, ())
    after = found[len(name) : len(name) + 1]
    if name and found[: len(name)] == name and after and after[0] in {"state", "constable"}:
        found = found[len(name) :]
    return tuple(
        word for i, word in enumerate(found)
        if word != state.casefold() and not (word == "state" and _state_constable(found, i))
    )  # fmt: skip


def _state_constable(found: tuple[str, ...], at: int) -> bool:
    """Whether this "state" belongs to the office, not to a place ("State College")."""
    return found[at + 1 : at + 2] == ("constable",) or found[:at] in {(), ("office", "of")}


def _place(
    found: tuple[str, ...],
) -> tuple[tuple[str, ...], bool, str | None, tuple[str, ...]]:
    """Place words, whether a county word stands there, the municipal word, a county hint."""
    parts = _noiseless(found)
    if "township" in parts:
        parts = tuple(w for w in parts if w != "charter")  # Michigan's charter townships
    for i, word in enumerate(parts):
        if word in {"township", "borough"} and i > 0:
            rest = tuple(w for w in parts[i + 1 :] if w not in {"county", "city", "parish"})
            return parts[:i], False, word, rest
    if len(parts) > 1 and parts[0] in UNIT_WORDS and _leading(found, parts[0]):
        return parts[1:], False, parts[0], ()
    for word in _COUNTY_WORDS:
        if word in parts:
            at = parts.index(word)
            before = tuple(w for w in parts[:at] if w != "metropolitan")
            after = parts[at + 1 :]
            if at == 0:  # "County of X / X County Jail"
                stop = next((i for i, w in enumerate(after) if w in _COUNTY_WORDS), len(after))
                after = after[:stop]
                half = len(after) // 2
                after = after[:half] if after[:half] == after[half:] else after
            if not before and not after:  # a county whose name is an agency's word: Bureau
                at = found.index(word)
                before = found[max(0, at - 1) : at]
            return (before or after), True, None, ()
    if len(parts) > 1 and parts[-1] in UNIT_WORDS:
        return parts[:-1], False, parts[-1], ()
    return parts, False, None, ()


def _leading(found: tuple[str, ...], unit: str) -> bool:
    """ "City of X": the unit word is followed by "of"."""
    at = found.index(unit)
    return found[at + 1 : at + 2] == ("of",)


def _noiseless(found: tuple[str, ...]) -> tuple[str, ...]:
    """Without agency words."""
    kept: list[str] = []
    at = 0
    while at < len(found):
        phrase = next((p for p in _PHRASES if found[at : at + len(p)] == p), None)
        if phrase:
            at += len(phrase)
            continue
        if found[at] not in _NOISE:
            kept.append(found[at])
        at += 1
    return tuple(kept)
