"""The county on localhost: one web server for each town, one for ICE's page.

Owns the ports and the moment they all pretend it is; the pages are made in the modules beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Thread

from demo.servers import ice, town
from demo.servers.answers import Answer, Request
from demo.servers.listener import Listener
from demo.servers.pack import pack_toml
from demo.timeline import FIRST_LOOK
from demo.values import County, Site

__all__ = ["CountyServers", "serve"]


class CountyServers:
    """All servers of one county, showing the same moment."""

    def __init__(self, county: County) -> None:
        self._county = county
        self._now = FIRST_LOOK
        self._ice = Listener(self._answer_ice)
        self._towns = {site.body.id: self._listener(site) for site in county.sites}

    def _listener(self, site: Site) -> Listener:
        return Listener(lambda request: town.answer(site, request, self._now))

    def _answer_ice(self, request: Request) -> Answer:
        return ice.answer(self._county, request, self._now)

    def set_time(self, now: datetime) -> None:
        """From now on every site shows that moment; sites that are down then refuse connections."""
        self._now = now
        for site in self._county.sites:
            listener = self._towns[site.body.id]
            if site.trouble(now) == "refused":
                listener.close()
            else:
                listener.open()

    def site_url(self, body_id: str) -> str:
        """The address of one body's site, without a slash at its end."""
        return self._towns[body_id].base

    @property
    def ice_host(self) -> str:
        """The address of ICE's server, without a slash at its end."""
        return self._ice.base

    @property
    def ice_page_url(self) -> str:
        """The page that links the workbooks."""
        return self._ice.base + ice.PAGE

    def pack_toml(self) -> str:
        """The pack of the county with the ports in use."""
        return pack_toml(self._county, lambda site: self.site_url(site.body.id))

    def _open(self) -> None:
        for listener in (self._ice, *self._towns.values()):
            listener.open()

    def _close(self) -> None:
        """All at once: each may take half a second to notice."""
        closing = [Thread(target=one.close) for one in (self._ice, *self._towns.values())]
        for thread in closing:
            thread.start()
        for thread in closing:
            thread.join()


@contextmanager
def serve(county: County) -> Iterator[CountyServers]:
    """Serve the county on free ports of this machine, at the first look, until the block ends."""
    servers = CountyServers(county)
    try:
        servers._open()
        servers.set_time(FIRST_LOOK)
        yield servers
    finally:
        servers._close()
