"""Layout: a word of a side, then names, a number or both ("AYES: a, b", "No - 2", "5 ayes").

Owns where such a list begins and ends, over lines and brackets. Votes behind the names ("Odell -
yes") are another layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.votes.labels import BEHIND_LABEL, signs
from nlp.votes.lexer import Token

_EMPTY_END = frozenset(("line", "blank", "semi", "close", "stop", "side"))
_LONG_LINE = 55


@dataclass(frozen=True)
class Listed:
    """One list: its side, the names, the number stated with it, the tokens it took."""

    side: str
    names: tuple[str, ...]
    stated: int | None
    first: int
    stop: int


def read_list(row: Sequence[Token], at: int) -> Listed:
    """The list that the side at `at` opens."""
    return _Reader(row, at).read()


class _Reader:
    """Walks the tokens of one list."""

    def __init__(self, row: Sequence[Token], at: int) -> None:
        self.row, self.first, self.at = row, at, at + 1
        self.names: list[int] = []
        self.stated: int | None = None
        self.nobody = False
        self.everyone = False
        self.depth = 0
        self.own_line = False

    def read(self) -> Listed:
        self._bracketed_number()
        self._separators()
        self._leading_number()
        while self.at < len(self.row) and self._step():
            pass
        names = tuple(self._spelled())
        stated = self.stated
        if (
            stated is None
            and not names
            and not self.everyone
            and (self.nobody or self._left_blank())
        ):
            stated = 0
        return Listed(self.row[self.first].side, names, stated, self.first, self.at)

    def _kind(self, ahead: int = 0) -> str:
        index = self.at + ahead
        return self.row[index].kind if 0 <= index < len(self.row) else "end"

    def _bracketed_number(self) -> None:
        if [self._kind(i) for i in range(3)] == ["open", "number", "close"]:
            self.stated = self.row[self.at + 1].value
            self.at += 3

    def _separators(self) -> None:
        while self._kind() in BEHIND_LABEL:
            self.own_line = self.own_line or self._kind() == "line"
            self.at += 1

    def _leading_number(self) -> None:
        self._bracketed_number()
        if self._kind() == "number" and self.stated is None:
            self.stated = self.row[self.at].value
            self.at += 1
        while self.stated is not None and self._behind_number():
            self.at += 1

    def _behind_number(self) -> bool:
        """Whether a sign parts the number from the names behind it."""
        sign = self._kind() in ("colon", "dash", "gap", "comma", "semi")
        return sign and self._kind(1) in ("name", "title")

    def _step(self) -> bool:
        """Takes the next piece of the list; False at its end."""
        kind = self._kind()
        if kind == "name":
            if self._is_next_vote():
                return False
            self.names.append(self.at)
            self.at += 1
            return True
        if kind in ("title", "and", "all", "slash"):
            self.everyone = self.everyone or kind == "all"
            self.at += 1
            return True
        if kind == "none":
            self.nobody = True
            self.at += 1
            return False
        if kind == "open":
            return self._open()
        if kind == "close" and self.depth:
            self.depth -= 1
            self.at += 1
            return self._kind() in ("comma", "and", "semi", "line") or bool(self.depth)
        if kind in ("comma", "semi", "gap", "dash", "stop"):
            return self._between(kind)
        return kind in ("line", "blank") and self._next_line()

    def _open(self) -> bool:
        if self._kind(1) == "number" and self._kind(2) == "close":
            self.stated = self.row[self.at + 1].value if self.stated is None else self.stated
            self.at += 3
            return self._kind() in ("comma", "and", "semi", "line")
        if not self.names and self._kind(1) in ("name", "title", "none"):
            self.depth += 1
            self.at += 1
            return True
        return self._note()

    def _note(self) -> bool:
        """Steps over a remark in brackets behind a name."""
        for ahead in range(1, 8):
            if self._kind(ahead) == "close":
                self.at += ahead + 1
                return True
            if self._kind(ahead) in ("side", "blank", "end"):
                return False
        return False

    def _between(self, kind: str) -> bool:
        ahead = 1
        while self._kind(ahead) in ("gap", "and", "line", "dash", "comma"):
            ahead += 1
        following = self._kind(ahead)
        if following == "number" and kind in ("dash", "comma", "gap", "stop") and self.names:
            if self._kind(ahead + 1) not in ("side", "colon", "word"):
                self.stated = (
                    self.row[self.at + ahead].value if self.stated is None else self.stated
                )
                self.at += ahead + 1
            return False
        if kind == "stop" or following not in ("name", "title") or (kind == "dash" and self.names):
            return False
        if kind == "semi" and self._voted(self.at + ahead):
            return False
        self.at += ahead
        return True

    def _voted(self, at: int) -> bool:
        """Whether the name at `at` has a vote of its own behind it."""
        while at < len(self.row) and self.row[at].kind in ("title", "name"):
            at += 1
        while at < len(self.row) and self.row[at].kind in (
            "dash",
            "colon",
            "comma",
            "gap",
            "dots",
            "was",
        ):
            at += 1
        if at >= len(self.row) or self.row[at].kind != "side" or self.row[at].plural:
            return False
        behind, _ = signs(self.row, at)
        return "colon" not in behind and "number" not in behind

    def _is_next_vote(self) -> bool:
        """ "AYES: Odell\\nIto - No": the last name belongs to the vote behind it."""
        at = self.at + 1
        if at + 1 >= len(self.row) or self.row[at].kind not in ("dash", "dots", "colon"):
            return False
        vote = self.row[at + 1]
        ends = at + 2 >= len(self.row) or self.row[at + 2].kind in (
            "line",
            "comma",
            "semi",
            "stop",
            "blank",
        )
        return vote.kind == "side" and not vote.plural and ends and bool(self.names)

    def _next_line(self) -> bool:
        """Whether the list goes on in the next line."""
        here = self._kind(-1)
        ahead = 1
        if self._kind(ahead) in ("comma", "and"):
            self.at += 1
            return True
        if self._kind() == "blank":
            if here != "comma" or self._kind(1) not in ("name", "title"):
                return False
            self.at += 1
            return True
        if self._kind(ahead) not in ("name", "title"):
            return False
        if here in ("comma", "and", "semi") or not self.names:
            self.at += 1
            return True
        kinds, line_end = self._line_kinds()
        if not line_end or self._voted(self.at + 1):
            return False
        if self._wraps():
            self.at += 1
            return True
        alone = "comma" not in kinds and "and" not in kinds
        if (alone and self._one_each()) or (self._line_length() >= _LONG_LINE):
            self.at += 1
            return True
        return False

    def _line_kinds(self) -> tuple[list[str], bool]:
        """The kinds of the next line, and whether it holds nothing but names."""
        kinds = []
        index = self.at + 1
        while index < len(self.row) and self.row[index].kind not in (
            "line",
            "blank",
            "stop",
            "side",
        ):
            kinds.append(self.row[index].kind)
            index += 1
        fine = {"name", "title", "comma", "and", "gap", "open", "close", "semi", "number", "dash"}
        return kinds, set(kinds) <= fine

    def _wraps(self) -> bool:
        """Whether the next line ends as the end of a sentence or list does, not as a signature."""
        index = self.at + 1
        while index < len(self.row) and self.row[index].kind not in (
            "line",
            "blank",
            "stop",
            "semi",
        ):
            index += 1
        ends = index < len(self.row) and self.row[index].kind in ("stop", "semi")
        return ends and not self._one_each()

    def _one_each(self) -> bool:
        """Whether the lines so far hold one name each."""
        taken = [self.row[i].kind for i in range(self.names[0], self.at)]
        return "comma" not in taken and "and" not in taken and "semi" not in taken

    def _line_length(self) -> int:
        index = self.at - 1
        while index > 0 and self.row[index].kind not in ("line", "blank"):
            index -= 1
        return self.row[self.at].start - self.row[index].end

    def _spelled(self) -> list[str]:
        """Names in order; in a list with commas a line end inside a name is a space."""
        kinds = {self.row[i].kind for i in range(self.first, self.at)}
        out: list[str] = []
        for index in self.names:
            text = self.row[index].text
            wrapped = self.row[index - 1].kind == "line" and self.row[index - 2].kind == "name"
            if out and wrapped and "comma" in kinds and " " not in out[-1]:
                out[-1] = f"{out[-1]} {text}"
            elif text not in out:
                out.append(text)
        return out

    def _left_blank(self) -> bool:
        behind = self.row[self.first + 1].kind if self.first + 1 < len(self.row) else "end"
        return behind in ("colon", "dash", "dots") and (
            self.at >= len(self.row)
            or self._kind() in _EMPTY_END
            or self._kind(-1) in ("line", "blank")
        )
