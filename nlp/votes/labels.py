"""Whether a word of a side is the label of a list: "AYES:", "No - 2", "Voting aye were".

Owns the signs behind a label and how much each of them says. The list itself is nlp.votes.lists'.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.votes.lexer import Token

BEHIND_LABEL = frozenset(("colon", "dash", "gap", "line", "dots", "comma", "by", "was", "blank"))
_CONTENT = frozenset(("name", "title", "number", "none", "all"))


def opens(row: Sequence[Token], at: int, *, leads: bool) -> bool:
    """Whether the side at `at` is followed by its own list or number.

    leads: whether the votes of this stretch are known to stand before their names.
    """
    token = row[at]
    if token.letter:
        return False
    # "All ayes, Mr. Odell abstaining", "all voting for, none against": what follows is no aye.
    all_of_them = token.text.lower().startswith("all ") or (at and row[at - 1].kind == "all")
    if all_of_them and not strictly(row, at):
        return False
    behind, index = signs(row, at)
    following = row[index].kind if index < len(row) else "end"
    if "colon" in behind or "number" in behind:
        return True
    if following == "open":
        following = row[index + 1].kind if index + 1 < len(row) else "end"
    if following not in _CONTENT:
        return "dash" in behind and following in ("side", "end", "semi") and token.plural
    if following == "number" and _counts_next(row, index):
        return False
    return _follows(row, at, behind, following, leads=leads)


def strictly(row: Sequence[Token], at: int) -> bool:
    """Whether a colon or "by" makes the side at `at` a label even behind a name."""
    behind, _ = signs(row, at)
    return not row[at].letter and ("colon" in behind or "by" in behind)


def signs(row: Sequence[Token], at: int) -> tuple[list[str], int]:
    """The kinds of the signs behind a label, a number in brackets among them; where they end."""
    signs, index = [], at + 1
    if [t.kind for t in row[index : index + 3]] == ["open", "number", "close"]:
        signs.append("number")
        index += 3
    while index < len(row) and row[index].kind in BEHIND_LABEL and len(signs) < 4:
        signs.append(row[index].kind)
        index += 1
    return signs, index


def _follows(
    row: Sequence[Token], at: int, signs: list[str], following: str, *, leads: bool
) -> bool:
    """The weaker signs: a dash, white space, a comma, nothing at all."""
    token, begins = row[at], _begins_line(row, at)
    if "by" in signs or "was" in signs:
        return True
    if signs and signs[0] in ("dash", "dots"):
        return token.plural or token.verb or leads or begins or following != "name"
    if signs:
        free = at == 0 or row[at - 1].kind in ("line", "blank", "open", "colon", "semi", "stop")
        return (
            token.plural
            or token.verb
            or (begins and signs[0] != "comma")
            or (free and signs == ["comma"] and following in ("name", "title"))
        )
    return token.plural or leads or following in ("number", "none") or begins


def _begins_line(row: Sequence[Token], at: int) -> bool:
    return at == 0 or row[at - 1].kind in ("line", "blank", "open")


def _counts_next(row: Sequence[Token], number: int) -> bool:
    """Whether the number belongs to the side behind it ("ayes, 2 nays")."""
    behind = row[number + 1] if number + 1 < len(row) else None
    return behind is not None and behind.kind == "side" and row[number - 1].kind in ("comma", "and")
