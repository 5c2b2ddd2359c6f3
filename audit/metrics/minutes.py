"""What minutes contain: L7 they exist, L8 things that are in them (roll calls: `rollcalls`).

Owns these questions. Presence is tested, never quality: a thing that our reader may have missed
is "cannot tell".
"""

from __future__ import annotations

import re

from audit.coverage import AWAITED
from audit.law.rules import Rule
from audit.metrics.held import Held, Sitting, Text, Vote
from audit.metrics.sight import sight
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Proof, Said
from audit.off_agenda import Moved
from audit.off_agenda.kinds import about_consent, routine

_HEAD = 1800
_PLACE = re.compile(
    r"\b(?:building|hall|cent(?:er|re)|rooms?|chambers?|courthouse|library|school|station|"
    r"auditorium|annex|offices?|street|avenue|road|zoom|teleconference|virtual(?:ly)?|complex|"
    r"facility|headquarters|firehouse|clubhouse|church|grange|pavilion|cafeteria|gymnasium|"
    r"theat(?:er|re)|museum)\b",
    re.I,
)
_SOMEWHERE = re.compile(
    r"\b(?:held|met|meets?|meeting|convened|gathered|called to order)\b[^.\n]{0,80}?"
    r"\b(?:at|in)\s+(?:the\s+)?[A-Z]"
)
_TIME = re.compile(
    r"\b\d{1,2}(?::\d{2})?\s*[ap]\.?\s?m\b|\b\d{1,2}:\d{2}\b|\bnoon\b|o['\u2019]clock"
    r"|\b\d{4}\s+hours\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct"
    r"|nov|dec)|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b",
    re.I,
)
_PRESENCE = re.compile(r"\b(?:present|attend\w*|roll\s+call|absent|quorum|members?)\b", re.I)
_HEARD = re.compile(r"\b(?:public|citizens?|residents?|audience|visitors?|comments?)\b", re.I)
_NOBODY = re.compile(
    r"\b(?:no\s+(?:public\s+|citizen\s+)?comments?|none|no\s*(?:one|body)|n/a|there\s+w(?:as|ere)"
    r"\s+no(?:ne)?)\b",
    re.I,
)
_SOMEBODY = 20
_LESS = frozenset({"partial", "memoranda"})
"""Rules that ask for less than minutes: a record of motions, or memoranda."""


def minutes_exist(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L7: are there minutes of the meeting?"""
    if sitting.minutes is not None:
        return Said(YES, "minutes are held", (sitting.minutes.proof("the minutes"),))
    if sitting.foretold:
        return Said(CANNOT_TELL, "only a stated cadence says that it met")
    if sitting.state != "missing":
        return Said(CANNOT_TELL, sitting.why or "minutes may still come")
    lacking = sight(sitting.of("minutes"), held)
    last = lacking.absent
    if last is None:
        return Said(CANNOT_TELL, "no minutes found, and no good look at all of its pages")
    if last.astimezone(sitting.start.first.tzinfo).date() - sitting.day < AWAITED:
        return Said(CANNOT_TELL, "no minutes found; the last good look came less than "
                    f"{AWAITED.days} days after it", lacking.proofs())  # fmt: skip
    if rule.value in _LESS or any("recording" in one for one in rule.exceptions):
        return Said(CANNOT_TELL, "no minutes found; the state's rule is met by less, or by a "
                    "recording", lacking.proofs())  # fmt: skip
    days = (last.astimezone(sitting.start.first.tzinfo).date() - sitting.day).days
    found = sitting.why or "no minutes found"
    return Said(NO, f"{found} in a good look {days} days after it", lacking.proofs())


def read_whole(sitting: Sitting) -> Text | Said:
    """The minutes where every page of them was read, else why not."""
    text = sitting.minutes
    if text is None:
        return Said(CANNOT_TELL, "no minutes are held")
    if not text.readable:
        return Said(
            CANNOT_TELL, "not every page of the minutes is readable", (text.proof("the document"),)
        )
    return text


def date_time_place(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L8a: date, time and place."""
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    first = text.pages[0]
    head, whole = first[2][:_HEAD], " ".join(words for _, _, words in text.pages)
    proof = text.proof("their head", first[0], 0, min(len(head), 300))
    missing = [name for name, there in _shown(text, head).items() if not there]
    if not missing:
        return Said(YES, "date, time and place are printed", (proof,))
    what = ", ".join(missing)
    further = _shown(text, whole) | {"date": bool(_DATE.search(whole))}
    further["place"] |= bool(_SOMEWHERE.search(whole))
    if any(further[name] for name in missing):
        return Said(CANNOT_TELL, f"not read in the head of the minutes, perhaps there: {what}",
                    (proof,))  # fmt: skip
    return Said(NO, f"not found in the minutes: {what}", (proof,))


def _shown(text: Text, words: str) -> dict[str, bool]:
    """Which of the three stand in some words, or were read by the pipeline."""
    return {
        "date": text.meeting_date is not None,
        "time": text.called_to_order is not None or bool(_TIME.search(words)),
        "place": bool(_PLACE.search(words)),
    }


def members_present(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L8b: the names of the members present."""
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    if text.present:
        return Said(YES, f"{len(text.present)} members are named as present",
                    (text.proof("the minutes"),))  # fmt: skip
    found = _first(text, _PRESENCE)
    if found is not None:
        return Said(CANNOT_TELL, "the minutes speak of it; our reader found no list", (found,))
    return Said(NO, "no list of members present was found", (text.proof("the minutes"),))


def official_actions(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L8c: the substance of official actions."""
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    if not text.votes:
        return Said(CANNOT_TELL, "our reader found no motion; none may have been made",
                    (text.proof("the minutes"),))  # fmt: skip
    unread = [vote for vote in text.votes if vote.result == "unknown"]
    if unread:
        return Said(CANNOT_TELL, f"how {len(unread)} of {len(text.votes)} motions ended was not "
                    "read", (passage(text, unread[0], "a motion"),))  # fmt: skip
    return Said(YES, f"{len(text.votes)} motions with their outcome",
                (passage(text, text.votes[0], "the first of them"),))  # fmt: skip


def citizens_heard(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L8e: who of the public was heard, and on what. Never "no": nobody may have spoken."""
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    for number, line in enumerate(text.lines):
        if line.section != "public_comment":
            continue
        said = _under(text, number)
        proof = text.proof("public comment", line.page, line.start, line.end)
        if _NOBODY.search(said[:120]):
            return Said(NOT_APPLICABLE, "the minutes say that nobody spoke", (proof,))
        if len(said) >= _SOMEBODY:
            return Said(YES, "words stand under public comment", (proof,))
        return Said(CANNOT_TELL, "a heading without words under it", (proof,))
    if _first(text, _HEARD) is None:
        return Said(CANNOT_TELL, "the minutes do not speak of the public")
    return Said(CANNOT_TELL, "no part of the minutes is headed as public comment")


def _under(text: Text, number: int) -> str:
    """The words under a heading, to the next heading or the end of its page."""
    line = text.lines[number]
    page = next((words for n, _, words in text.pages if n == line.page), "")
    after = [one.start for one in text.lines[number + 1 :] if one.page == line.page]
    return page[line.end : min(after, default=len(page))].strip(" \n:.-")


def moved(vote: Vote) -> Moved:
    """A vote as the comparison with agendas takes it."""
    return Moved(vote.quote, vote.text, vote.result, vote.direction, vote.form, vote.items,
                 vote.page, vote.start, vote.end)  # fmt: skip


def business(text: Text) -> list[Vote]:
    """The votes on business: none that runs the meeting itself, nor a consent list as a whole."""
    return [vote for vote in text.votes if vote.form != "procedural"
            and not routine(moved(vote)) and not about_consent(moved(vote))]  # fmt: skip


def passage(text: Text, vote: Vote, says: str) -> Proof:
    """A vote's words in the minutes as a proof."""
    return text.proof(says, vote.page, vote.start, vote.end)


def _first(text: Text, pattern: re.Pattern[str]) -> Proof | None:
    for number, _, words in text.pages:
        if hit := pattern.search(words):
            return text.proof("the words", number, hit.start(), hit.end())
    return None
