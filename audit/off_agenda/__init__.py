"""Votes in the minutes that no line of the agenda covers, and the steps the law asks for then.

Owns one pure question over plain values (`off_agenda`). Which agenda was posted by which deadline
is the caller's to say; what a state's rule makes of the answer is the metrics'.
"""

from audit.off_agenda.compare import off_agenda
from audit.off_agenda.values import (
    Aftermath,
    Agenda,
    Listed,
    Minutes,
    Moved,
    Near,
    OffAgenda,
    OffAgendaVote,
    Placed,
    Step,
)

__all__ = [
    "Aftermath",
    "Agenda",
    "Listed",
    "Minutes",
    "Moved",
    "Near",
    "OffAgenda",
    "OffAgendaVote",
    "Placed",
    "Step",
    "off_agenda",
]
