"""Constructed votes: labels x separators x orders x line shapes x titles x shapes of names.

Owns the generators and what each vote should count as; knows nothing of how votes are read.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.folding import fold

SIDES = ("yes", "no", "abstain", "absent")
_FIRST = {"Odell": "Ann", "Brandt": "Bo", "Reyes": "Cy", "Ito": "Dee", "Kern": "Ed",
          "Lund": "Fay", "Van Dorn": "Gus"}  # fmt: skip
_ROSTER = tuple(_FIRST)
_SHAPES: tuple[Callable[[str], str], ...] = (
    lambda name: name,
    lambda name: f"Ms. {name}",
    lambda name: f"Councilman {name}",
    lambda name: f"{_FIRST[name]} {name}",
    lambda name: f"{_FIRST[name][0]}. {name}",
    lambda name: name.upper(),
    lambda name: f"Council Member {name}",
)
_LABELS = (
    ("AYES", "NOES", "ABSTAIN", "ABSENT"),
    ("Yeas", "Nays", "Abstentions", "Excused"),
    ("YES", "NO", "ABSTAIN", "ABSENT"),
    ("In Favor", "Opposed", "Abstained", "Not present"),
    ("For", "Against", "Abstaining", "Absent"),
    ("Voting Aye", "Voting Nay", "Abstaining", "Absent"),
    ("Votes For", "Votes Against", "Abstentions", "Absent"),
    ("Members voting aye", "Members voting nay", "Members abstaining", "Members absent"),
    ("Those voting yes", "Those voting no", "Those abstaining", "Those absent"),
    ("Affirmative", "Negative", "Recused", "Absent"),
)
_SIGNS = (": ", " - ", " \u2013 ", ":\t", " = ", " .... ", ":\n")
_BINDERS = (" - ", "-", ": ", " ", " \u2013 ", "....", " = ", " (%s)", " / ", " voted ")
_VOTES = (
    ("yes", "no", "abstain", "absent"),
    ("Aye", "Nay", "Abstained", "Excused"),
    ("YES", "NO", "ABSTAIN", "ABSENT"),
    ("Y", "N", "Abstain", "Absent"),
    ('"aye"', '"nay"', "abstain", "absent"),
    ("in favor", "opposed", "recused", "absent"),
)


@dataclass(frozen=True)
class Vote:
    """One printed vote and what it says; names by lower-case surname, None where none stand."""

    block: str
    counts: dict[str, int]
    names: dict[str, str] | None

    @property
    def folded(self) -> str:
        return fold(self.block)


Kind = Callable[[random.Random], Vote]


def _cast(drawn: random.Random, sides: Sequence[str] = SIDES) -> dict[str, str]:
    names = drawn.sample(_ROSTER, drawn.randint(3, 7))
    weights = [6, 2, 1, 1][: len(sides)]
    cast = {name: drawn.choices(sides, weights)[0] for name in names}
    return {**cast, names[0]: "yes"}


def _vote(block: str, cast: dict[str, str]) -> Vote:
    counts = {side: sum(1 for vote in cast.values() if vote == side) for side in SIDES}
    return Vote(block, counts, {name.split()[-1].lower(): side for name, side in cast.items()})


def _joined(names: list[str], drawn: random.Random) -> str:
    if len(names) == 1:
        return names[0]
    last = drawn.choice([", ", " and ", ", and ", " & "])
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def lists(drawn: random.Random) -> Vote:
    """ "AYES: a, b and c / NOES: d", counted or not, in every order."""
    labels, sign = drawn.choice(_LABELS), drawn.choice(_SIGNS)
    shape, cast = drawn.choice(_SHAPES), _cast(drawn)
    between = "\n" if "\n" in sign else drawn.choice(["\n", "; ", ". "])
    counted = drawn.choice(
        [
            "{label}{sign}{names}",
            "{label} ({n}){sign}{names}",
            "{label}{sign}{n} ({names})",
            "{label}{sign}{names} ({n})",
        ]
    )
    order = drawn.choice([SIDES, ("absent", "yes", "no", "abstain")])
    parts = []
    for side in order:
        label = labels[SIDES.index(side)]
        who = [shape(name) for name, vote in cast.items() if vote == side]
        words = {"label": label, "sign": sign, "names": _joined(who, drawn) if who else ""}
        text = counted.format(n=len(who), **words) if who else f"{label}{sign}None"
        parts.append(text)
    return _vote(f"carried by the following vote:\n{between.join(parts)}\nMotion carried.", cast)


def columns(drawn: random.Random) -> Vote:
    """A label on its own line or before a gap, one name on each line."""
    labels, sign = drawn.choice(_LABELS[:6]), drawn.choice(["\n", ":\n", ":   ", ": "])
    shape, cast = drawn.choice(_SHAPES), _cast(drawn, ("yes", "no"))
    parts = []
    for side in ("yes", "no"):
        who = [shape(name) for name, vote in cast.items() if vote == side] or ["None"]
        parts.append(f"{labels[SIDES.index(side)]}{sign}" + "\n".join(who))
    return _vote("Roll call vote:\n" + "\n\n".join(parts) + "\n\nMotion carried.", cast)


def members(drawn: random.Random) -> Vote:
    """ "Odell - yes, Brandt: no", with each sign between name and vote and between members."""
    sign = drawn.choice(_BINDERS)
    between = drawn.choice([", ", "; ", "\n", " and ", "\n\n"])
    words, shape, cast = drawn.choice(_VOTES), drawn.choice(_SHAPES), _cast(drawn)
    if sign == " voted ":
        words, cast = ("yes", "no", "", ""), _cast(drawn, ("yes", "no"))
    parts = []
    for name, side in cast.items():
        word = words[SIDES.index(side)]
        parts.append(shape(name) + (sign % word if "%s" in sign else sign + word))
    lead = drawn.choice(["Roll call vote: ", "ROLL CALL\n", "On roll call, "])
    return _vote(f"{lead}{between.join(parts)}.\nMotion carried.", cast)


def votes_first(drawn: random.Random) -> Vote:
    """ "Yes: Odell / No: Brandt", one line or piece for each member."""
    words, shape = drawn.choice(_VOTES[:3]), drawn.choice(_SHAPES)
    sign, between = drawn.choice([": ", " - "]), drawn.choice(["\n", "; ", ", "])
    cast = _cast(drawn, ("yes", "no"))
    parts = [f"{words[SIDES.index(side)]}{sign}{shape(name)}" for name, side in cast.items()]
    return _vote("Roll call vote:\n" + between.join(parts) + "\nMotion carried.", cast)


def grids(drawn: random.Random) -> Vote:
    """Members down, a mark in the column of their side; tabs, bars or aligned spaces."""
    heads = drawn.choice([("Aye", "Nay", "Abstain", "Absent"), ("YES", "NO", "NV", "AB"),
                          ("For", "Against", "Abstain", "Absent")])  # fmt: skip
    mark, sign = drawn.choice("Xx\u2713\u2714\u221a"), drawn.choice(["\t", " | ", "spaces"])
    shape, cast = drawn.choice(_SHAPES), _cast(drawn)
    rows = [["Member", *heads]]
    for name, side in cast.items():
        rows.append([shape(name), *(mark if side == one else "" for one in SIDES)])
    return _vote(f"ROLL CALL VOTE\n{_table(rows, sign)}\nMotion carried.", cast)


def across(drawn: random.Random) -> Vote:
    """Members across, their votes in the line below."""
    words, shape = drawn.choice(_VOTES[1:4]), drawn.choice(_SHAPES)
    cast, sign = _cast(drawn), drawn.choice(["\t", " | ", "spaces"])
    rows = [[shape(name) for name in cast], [words[SIDES.index(side)] for side in cast.values()]]
    return _vote(f"Roll call vote:\n{_table(rows, sign)}\nMotion carried.", cast)


def _table(rows: list[list[str]], sign: str) -> str:
    if sign != "spaces":
        return "\n".join(sign.join(row) for row in rows)
    widths = [max(len(row[at]) for row in rows) + 2 for at in range(len(rows[0]))]
    return "\n".join("".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()
                     for row in rows)  # fmt: skip


_FIGURES = (
    "Motion carried {a}-{n}.", "passed {a}/{n}", "The vote was {a} to {n} in favor.",
    "{a} ayes, {n} nays", "{a} in favor, {n} opposed", "Vote: {a} Yes {n} No", "AYES {a} NAYS {n}",
    "Ayes: {a} Nays: {n}", "{a} for, {n} against", "For: {a}; Against: {n}",
    "Vote: {a}Y/{n}N", "RESULT: ADOPTED [{a} TO {n}]", "{a}-Yes, {n}-No", "Ayes ({a}) Nays ({n})",
    "Yes votes: {a}; no votes: {n}", "with {a} voting in favor and {n} voting against",
    "Ayes - {a}; Nays - {n}",
    "approved ({a}-{n})",
)  # fmt: skip


def figures(drawn: random.Random) -> Vote:
    """A tally without names."""
    ayes = drawn.randint(2, 9)
    noes = drawn.randint(0, ayes - 1)
    printed = drawn.choice(_FIGURES).format(a=ayes, n=noes)
    return Vote(f"{printed}\n", {"yes": ayes, "no": noes}, None)


_CLAUSES = (
    "with {who} voting no", "({who} opposed)", "({who} dissenting)", "; {who} voted nay",
    "with {who} casting the dissenting vote", ". Opposed: {who}", "(No: {who})", "({who} - no)",
    "with opposition from {who}", "({who})", ". Voting no: {who}", "({who}, nay)",
)  # fmt: skip


def dissent(drawn: random.Random) -> Vote:
    """A tally and who was against it."""
    against = drawn.sample(_ROSTER[:6], drawn.choice([1, 1, 2]))
    shape, ayes = drawn.choice(_SHAPES), drawn.randint(3, 6)
    who = " and ".join(shape(name) for name in against)
    clause = drawn.choice(_CLAUSES).format(who=who)
    block = f"Motion carried {ayes}-{len(against)} {clause}."
    counts = {"yes": ayes, "no": len(against)}
    return Vote(block, counts, {name.lower(): "no" for name in against})


KINDS: tuple[Kind, ...] = (lists, columns, members, votes_first, grids, across, figures, dissent)
