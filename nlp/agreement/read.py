"""An agreement's PDF to its two signature blocks and the picture of the page they stand on.

Owns the order of the work. Finding, geometry, meaning and belief are in the modules beside it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any

import pypdfium2.raw as raw

from nlp.agreement.choose import Chosen, Witnesses, date_of, words_of
from nlp.agreement.dates import swapped, weigh
from nlp.agreement.find import candidates
from nlp.agreement.layout import AGENCY, ICE, Lines, areas, lines
from nlp.agreement.parties import parties
from nlp.agreement.redact import painted, redacted
from nlp.agreement.said import SURE_WORD, dated, is_title, joined, named, role, stamped, titled
from nlp.agreement.text import Text, page_text
from nlp.agreement.values import FIELDS, OCR, TEXT, Block, Signature
from nlp.agreement.words import AGAIN_DPI, Token, drawn, fields, printed, scanned
from nlp.pages.ocr import MISSING, version
from nlp.pages.pdf import LARGE_IMAGE, opened
from nlp.pages.scans import WHYS

_PICTURE_DPI = 150
_NOTHING = "no signature block was found"
_SHORTEST = 5
_PARTS = ("date", "signature", "name", "title", "agency")


@dataclass(frozen=True)
class Read:
    """A signature with the PNG and the text of its page, telephone numbers and addresses painted
    over or blank. span: where the agency's date as printed stands in that text."""

    signature: Signature
    picture: bytes = b""
    text: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class _Page:
    """One page's words by witness."""

    fields: list[Token]
    printed: list[Token]
    scanned: list[Token]
    again: list[Token]
    layered: bool

    @property
    def all(self) -> list[Token]:
        return [*self.fields, *self.printed, *self.scanned]


def read(data: bytes) -> Read:
    """Who signed, as what, when. Raises nlp.errors.Unreadable for what is no readable PDF."""
    with opened(data) as document:
        # Without it a form's values are neither given nor drawn.
        document.init_forms()
        for index, _ in candidates(document):
            page = document[index]
            try:
                made = _read(document, page, index + 1)
            finally:
                page.close()
            if made is not None:
                block = made.signature.agency.party
                names = dict.fromkeys((*parties(document), *((block,) if block else ())))
                return replace(made, signature=replace(made.signature, parties=tuple(names)))
    return Read(Signature(doubts=(_NOTHING, *_unscanned())))


def _unscanned() -> tuple[str, ...]:
    """What keeps this installation from reading scans."""
    return () if version() else (f"if it is {WHYS[MISSING]}, that is why",)


def _read(document: Any, page: Any, number: int) -> Read | None:
    words = _words(document, page)
    found = areas(words.printed) or areas(words.scanned)
    if len(found) != 2:
        return None
    sides = {}
    for name in ("fields", "printed", "scanned", "again"):
        own = getattr(words, name)
        placing = areas(own) if name != "fields" else ()
        at = placing if len(placing) == 2 else found
        # Fields carry no labels: those of the page's own words tell where they stand.
        sides[name] = _fielded(found, words) if name == "fields" else lines(at, own)
    signature = _signature(sides, words.layered, number)
    if signature is None:
        return None
    picture = painted(drawn(page, _PICTURE_DPI), words.printed)
    picture = painted(picture, words.scanned)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    said = page_text((words.printed, words.scanned, words.fields))
    return Read(signature, out.getvalue(), said.text, _span(said, sides, signature))


def _span(
    said: Text, sides: dict[str, dict[str, Lines]], signature: Signature
) -> tuple[int, int] | None:
    """Where the agency's date stands, by the words it was read from."""
    for witness in sides.values():
        for label in ("date", "signature"):
            words = witness[AGENCY].by_label.get(label, ())
            if found := said.span(words, signature.agency.date_as_printed or ""):
                return found
    return None


def _words(document: Any, page: Any) -> _Page:
    """All witnesses of one page; a page of plain print that says all is not sent to OCR."""
    typed, layer, over = fields(document, page), printed(page), _imaged(page)
    found = areas(layer)
    if len(found) == 2 and not over:
        sides = lines(found, [*typed, *layer])
        if all(sides[p].by_label.get("date") and sides[p].by_label.get("title") for p in sides):
            return _Page(typed, layer, [], [], layered=False)
    return _Page(typed, layer, scanned(page), scanned(page, AGAIN_DPI), over)


def _fielded(found: Sequence[Any], words: _Page) -> dict[str, Lines]:
    """The lines of form fields, placed by the labels that are printed or scanned."""
    labels = words.printed if len(areas(words.printed)) == 2 else words.scanned
    made = lines(found, [*labels, *words.fields])
    return {
        party: replace(
            one,
            by_label={k: tuple(t for t in v if t.field) for k, v in one.by_label.items()},
            beside=tuple(t for t in one.beside if t.field),
            loose=(),
        )
        for party, one in made.items()
    }


def _imaged(page: Any) -> bool:
    """Whether pictures cover so much of the page that its text layer is somebody's OCR."""
    width, height = page.get_size()
    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(covered >= LARGE_IMAGE * max(width * height, 1.0))


def _signature(sides: dict[str, dict[str, Lines]], layered: bool, number: int) -> Signature | None:
    parts = {party: _block(party, sides, layered) for party in (AGENCY, ICE)}
    (agency, agency_sources, agency_doubts) = parts[AGENCY]
    (ice, _, ice_doubts) = parts[ICE]
    if agency == Block() and ice == Block() and not agency_doubts:
        return None
    shared = _shared(sides["fields"])
    doubts = [f"agency: {d}" for d in agency_doubts] + [f"ICE: {d}" for d in ice_doubts]
    office = role(agency.title, agency.party)
    if shared:
        doubts.append("agency: the title's form field is shared with ICE's block and overprints it")
        office = role(agency.title, None) if agency.title != ice.title else None
    date_doubts = [*weigh(agency, ice), *swapped(agency_doubts)]
    order = [s for s in (FIELDS, TEXT, OCR) if s in agency_sources.values()]
    source = agency_sources.get("date") or (order or [OCR if layered else TEXT])[0]
    return Signature(agency, ice, source, number, office, tuple(doubts), tuple(date_doubts))


def _block(
    party: str, sides: dict[str, dict[str, Lines]], layered: bool
) -> tuple[Block, dict[str, str], list[str]]:
    """One block, the source of each of its values, and what is in doubt."""
    at = {
        part: _witnesses([sides[s][party].by_label.get(part, ()) for s in sides], layered)
        for part in _PARTS
    }
    chosen = {
        "date": date_of(at["date"], dated),
        "name": words_of(at["name"], named),
        "title": words_of(at["title"], titled),
    }
    _fill(chosen, party, sides, layered)
    doubts = [f"{part}: {one.doubt}" for part, one in chosen.items() if one.doubt]
    if chosen["date"].said is None and not chosen["date"].doubt:
        doubts.append("date: blank, or nothing was read there")
    doubts += _stamp(chosen, at["signature"])
    values = {part: one.said.text for part, one in chosen.items() if one.said and one.said.text}
    when = chosen["date"].said
    block = Block(
        values.get("name"), values.get("title"), when.day if when and when.good else None,
        values.get("date"), _party(at["agency"]),
    )  # fmt: skip
    return block, {part: one.source for part, one in chosen.items() if one.source}, doubts


def _witnesses(words: Sequence[tuple[Token, ...]], layered: bool) -> Witnesses:
    """words: of fields, text layer, OCR, second OCR."""
    typed, layer, once, twice = words
    return Witnesses(typed, layer, once, twice, layered)


def _fill(
    chosen: dict[str, Chosen], party: str, sides: dict[str, dict[str, Lines]], layered: bool
) -> None:
    """Name and title where the template prints no label for them: beside the header, on the
    signature's line in type, or on the lines below."""
    mine = [sides[s][party] for s in sides]
    if chosen["name"].said is None and not chosen["name"].doubt:
        beside = words_of(_witnesses([m.beside for m in mine], layered), named)
        typed = words_of(Witnesses(mine[0].by_label.get("signature", ())), named)
        chosen["name"] = next((c for c in (beside, typed) if c.said is not None), Chosen())
    if chosen["title"].said is None and any(m.loose for m in mine):
        _fill_loose(chosen, mine[1:], layered)


def _fill_loose(chosen: dict[str, Chosen], mine: Sequence[Lines], layered: bool) -> None:
    sources = (TEXT, OCR, OCR)
    for source, one in zip(sources, mine, strict=True):
        for line in one.loose:
            text = joined(line)
            part = "title" if is_title(text) else "name"
            if chosen[part].said is not None:
                continue
            said = (titled if part == "title" else named)(_head(line) if part == "title" else line)
            if (
                said is not None
                and said.good
                and not (
                    layered and source == TEXT and part == "name" and not _seen(said.text, mine)
                )
            ):
                chosen[part] = Chosen(said, source)


def _head(line: Sequence[Token]) -> Sequence[Token]:
    """An office without the place it is held in ("Sheriff: Fernwick County")."""
    for index, token in enumerate(line):
        if token.text.endswith((":", ",")):
            return line[: index + 1]
    return line


def _seen(text: str, mine: Sequence[Lines]) -> bool:
    """Whether OCR of ours has the same line."""
    return any(joined(line) == text for one in mine[1:] for line in one.loose)


def _stamp(chosen: dict[str, Chosen], at: Witnesses) -> Iterator[str]:
    """Takes what a digital signature's stamp says where the block itself says nothing."""
    for source, words in ((TEXT, at.printed), (OCR, at.scanned)):
        name, when = stamped(words)
        if name and chosen["name"].said is None:
            chosen["name"] = Chosen(named([Token(name.title(), (0, 0, 0, 0))]), source)
        if when and when.good and chosen["date"].said is None:
            chosen["date"] = Chosen(when, source)
            yield "date: taken from the stamp of a digital signature"
    line = [dated(words) for words in (at.fields, at.printed, at.scanned)]
    if chosen["date"].said is None and any(one and one.good for one in line):
        said = next(one for one in line if one and one.good)
        chosen["date"] = Chosen(said, OCR)
        yield "date: stands on the line of the signature"


def _shared(sides: dict[str, Lines]) -> bool:
    """Whether one form field fills the title of both blocks."""
    names = [
        {t.field for t in sides[p].by_label.get("title", ()) if t.field.startswith("field ")}
        for p in (AGENCY, ICE)
    ]
    return bool(names[0] & names[1])


def _party(at: Witnesses) -> str | None:
    """The agency as the block prints it: of several witnesses the first that is sure, else what
    the text layer has."""
    for words in (at.fields, at.scanned, at.again, at.printed):
        text = joined(words).strip(" ,;:_-")
        if len(text) > _SHORTEST and fmean(t.sure for t in words) >= SURE_WORD:
            return redacted(text)
    return None
