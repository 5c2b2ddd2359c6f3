"""Which addresses are never asked, by their shape and by their IP address.

Owns the rules as pure functions; enforcing them while connecting is `crawler.guard`'s.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

_PORTS = frozenset({None, 80, 443, 8080, 8443})
_MAX_LENGTH = 2000
_MAX_SEGMENTS = 20


def url_problem(url: str, *, allow_loopback: bool = False) -> str | None:
    """Why an address is not asked, None where its shape is fine."""
    if len(url) > _MAX_LENGTH:
        return "the address is too long"
    if "\\" in url or re.search(r"[\x00-\x20\x7f]", url):
        return "the address holds characters that servers read differently"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "the address is malformed"
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "only http and https addresses are read"
    if parts.username is not None or parts.password is not None:
        return "the address holds a user name"
    if port not in _PORTS and not (allow_loopback and is_loopback(parts.hostname)):
        return f"port {port} is not one of the web's"
    segments = [s for s in parts.path.split("/") if s]
    if len(segments) > _MAX_SEGMENTS or any(segments.count(s) > 3 for s in segments):
        return "the address repeats itself"
    return None


def is_loopback(host: str) -> bool:
    """Whether a host name or literal is this machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_problem(address: str, *, allow_loopback: bool = False) -> str | None:
    """Why an IP address is not connected to, None for a public one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return f"{address} is no IP address"
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    if allow_loopback and ip.is_loopback:
        return None
    return None if ip.is_global and not ip.is_multicast else f"{address} is not a public address"
