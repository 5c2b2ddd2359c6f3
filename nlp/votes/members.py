"""Layout: names, then their vote ("Odell - yes", "Odell (aye)", "Odell and Ito voting no").

Owns what may stand between a name and its vote, and where such a vote ends. Lists behind a label
are another layout.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.votes.lexer import Token

_BINDERS = frozenset(("colon", "dash", "comma", "gap", "dots", "slash", "was", "open", "other"))
_ENDS = frozenset(("comma", "semi", "stop", "close", "line", "blank", "and", "name", "title", "gap",
                   "slash", "other", "dash", "end", "number"))  # fmt: skip
_VOTED = ("voted", "votes")
_JOINS = frozenset(("comma", "and"))


def voters(row: Sequence[Token], at: int, *, paired: bool = False) -> list[int]:
    """Indexes of the names whose vote the side at `at` is; [] where it is nobody's.

    Several where they are joined by "and", or by commas from the beginning of their line. paired:
    whether votes before it stood behind their names; then one may wrap over its line's end, and the
    last may run on into the sentence.
    """
    token = row[at]
    if token.plural or not (_ends(row, at) or (paired and _runs_on(row, at))):
        return []
    index = at - 1
    binders: list[str] = []
    while (
        index >= 0
        and len(binders) < 3
        and (
            row[index].kind in _BINDERS
            or (row[index].kind == "line" and binders)
            # "Mr. Odell voted: AYE"
            or (binders == ["colon"] and row[index].text in _VOTED)
        )
    ):
        binders.append(row[index].kind)
        index -= 1
    index = _behind_note(row, index)
    if index >= 0 and row[index].kind == "line" and (paired or _alone(row, at)):
        index -= 1
        binders.append("line")
    if index < 0 or row[index].kind != "name":
        return []
    return _joined(row, index)


def _ends(row: Sequence[Token], at: int) -> bool:
    following = row[at + 1].kind if at + 1 < len(row) else "end"
    if _on_a_part(row, at):
        return False
    if following == "dash":
        behind = row[at + 2].kind if at + 2 < len(row) else "end"
        return behind in ("line", "end")
    if following == "number":
        return phrase(row[at])
    return following in _ENDS or (phrase(row[at]) and following not in ("colon", "by"))


def _runs_on(row: Sequence[Token], at: int) -> bool:
    """ "Odell aye, Brandt aye to approve the bills"."""
    return row[at - 1].kind == "name" and row[at + 1].text.lower() in ("to", "on", "for")


def _on_a_part(row: Sequence[Token], at: int) -> bool:
    """ "with Odell voting no on Item 2.1": not how Odell voted on the whole."""
    words = [token.text.lower() for token in row[at + 1 : at + 4]]
    return words[:1] == ["on"] and any(word.startswith("item") for word in words[1:])


def phrase(token: Token) -> bool:
    """Whether the words say that someone voted ("voted no", "dissenting"), not only how."""
    said = token.text.lower().startswith(("said", "saying", "responded", "answered"))
    return (token.verb and not said) or len(token.text.split()[-1]) > 6


def _alone(row: Sequence[Token], at: int) -> bool:
    """Whether the vote has its line for itself, as table cells printed below one another do."""
    return row[at - 1].kind == "line" and (
        at + 1 >= len(row) or row[at + 1].kind in ("line", "blank")
    )


def _behind_note(row: Sequence[Token], index: int) -> int:
    """In front of a remark in brackets: "Odell (by telephone) - yes"."""
    if index < 0 or row[index].kind != "close":
        return index
    for back in range(index - 1, max(-1, index - 9), -1):
        if row[back].kind == "open":
            return back - 1
        if row[back].kind in ("side", "line", "blank"):
            break
    return index


def _joined(row: Sequence[Token], last: int) -> list[int]:
    """The names of an enumeration that ends with `last`."""
    found, index = [last], last
    joined_by_and = False
    while True:
        back = index - 1
        while back >= 0 and (row[back].kind in ("title", "line") or row[back].text == "the"):
            back -= 1
        kinds = []
        while back >= 0 and row[back].kind in _JOINS:
            kinds.append(row[back].kind)
            back -= 1
        while back >= 0 and row[back].kind == "line":
            back -= 1
        if not kinds or back < 0 or row[back].kind != "name":
            break
        joined_by_and = joined_by_and or "and" in kinds
        if not joined_by_and and not _leads(row, back):
            break
        found.insert(0, back)
        index = back
    return found


def _leads(row: Sequence[Token], index: int) -> bool:
    """Whether an enumeration without "and" can begin at this name."""
    while index > 0 and row[index - 1].kind in ("title", "comma", "name"):
        index -= 1
    return index == 0 or row[index - 1].kind in ("line", "colon", "open", "stop", "blank", "semi")
