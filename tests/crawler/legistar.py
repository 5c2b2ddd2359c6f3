"""A client of Legistar's Web API on localhost, whose meetings a test moves through their weeks.

Owns the fake: the vendor's fields with fictional people. Every answer is a page of `site`.
"""

from __future__ import annotations

import json
from typing import Any

from tests.crawler.site import Reply, Site

CLIENT = "exampleton"
JSON = "application/json; charset=utf-8"
WRONG_CLIENT = {
    "Message": "An error has occurred.",
    "ExceptionMessage": "LegistarConnectionString setting is not set up in InSite for client: x",
}


def event(number: int, day: str, **more: Any) -> dict[str, Any]:
    """One event as the API gives it, nothing published yet."""
    return {
        "EventId": number,
        "EventGuid": f"0000-{number}",
        "EventLastModifiedUtc": "2026-01-05T15:00:00.11",
        "EventBodyId": 7,
        "EventBodyName": "County Council",
        "EventDate": f"{day}T00:00:00",
        "EventTime": "7:00 PM",
        "EventAgendaStatusName": "Draft",
        "EventMinutesStatusName": "Draft",
        "EventLocation": "Courthouse,\r\nRoom 2",
        "EventAgendaFile": None,
        "EventMinutesFile": None,
        "EventAgendaLastPublishedUTC": None,
        "EventMinutesLastPublishedUTC": None,
        "EventComment": None,
        "EventInSiteURL": f"https://exampleton.legistar.com/MeetingDetail.aspx?LEGID={number}",
        "EventItems": [],
        **more,
    }


def item(number: int, title: str, **more: Any) -> dict[str, Any]:
    """One item of an event as the API gives it, nothing decided yet."""
    return {
        "EventItemId": number,
        "EventItemEventId": 0,
        "EventItemAgendaSequence": number,
        "EventItemMinutesSequence": number,
        "EventItemAgendaNumber": f"{number % 100}.",
        "EventItemAgendaNote": None,
        "EventItemMinutesNote": None,
        "EventItemActionName": None,
        "EventItemActionText": None,
        "EventItemPassedFlag": None,
        "EventItemPassedFlagName": None,
        "EventItemRollCallFlag": 0,
        "EventItemTitle": title,
        "EventItemTally": None,
        "EventItemConsent": 0,
        "EventItemMover": None,
        "EventItemSeconder": None,
        "EventItemMatterFile": None,
        "EventItemMatterType": None,
        "EventItemMatterAttachments": [],
        **more,
    }


def votes(number: int, **sides: str) -> list[dict[str, Any]]:
    """Who voted how: names by side, spaces between them ("Aye" is the keyword's own case)."""
    cast = [(name, side) for side, named in sides.items() for name in named.split()]
    return [
        {
            "VoteId": number * 100 + n,
            "VotePersonName": f"{name} Odell",
            "VoteValueName": side,
            "VoteSort": n,
            "VoteEventItemId": number,
        }
        for n, (name, side) in enumerate(cast)
    ]


def roll(number: int, **sides: str) -> list[dict[str, Any]]:
    """Who was there when the roll was called."""
    return [
        {"RollCallPersonName": f"{name} Odell", "RollCallValueName": side,
         "RollCallEventItemId": number}
        for side, named in sides.items() for name in named.split()
    ]  # fmt: skip


class Api:
    """The API of one client; `publish` and `record` change what it answers."""

    def __init__(self, site: Site, client: str = CLIENT) -> None:
        self.site = site
        self.base = f"/v1/{client}"

    @property
    def url(self) -> str:
        return f"{self.site.url}{self.base}/events"

    def list_path(self, year: int, skip: int = 0) -> str:
        return (
            f"{self.base}/events?$filter=EventDate%20ge%20datetime%27{year}-01-01%27"
            f"&$orderby=EventDate&$top=1000&$skip={skip}"
        )

    def publish(self, *events: dict[str, Any], years: tuple[int, ...] = (2024, 2025, 2026)) -> None:
        """The same list whatever the year asked from."""
        for year in years:
            self.answer(self.list_path(year), list(events))

    def record(self, number: int, *items: dict[str, Any], **more: list[dict[str, Any]]) -> None:
        """The items of one event; more: `votes_ID` and `roll_ID`."""
        self.answer(self.items_path(number), list(items))
        for name, given in more.items():
            what, _, key = name.partition("_")
            tail = "votes" if what == "votes" else "rollcalls"
            self.answer(f"{self.base}/eventitems/{key}/{tail}", given)

    def items_path(self, number: int) -> str:
        return f"{self.base}/events/{number}/eventitems?AgendaNote=1&MinutesNote=1&Attachments=1"

    def votes_path(self, number: int) -> str:
        return f"{self.base}/eventitems/{number}/votes"

    def answer(self, path: str, given: Any, status: int = 200) -> None:
        self.site.pages[path] = Reply(json.dumps(given).encode(), status, {"Content-Type": JSON})
