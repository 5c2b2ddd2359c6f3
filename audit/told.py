"""The rules of a finding in plain words, each with the place where it is written down.

Owns these sentences as data; whether a rule applied is `story`'s to say.
"""

from __future__ import annotations

LABELS = {
    "VOTE_BEFORE": "the last decision that took effect before the agency signed approves it",
    "VOTE_ORDER_UNKNOWN": "the approval lies in the days in which the agency may have signed",
    "VOTE_AFTER": "the only approval on record lies after the signing",
    "VOTED_UNSIGNED": "an approval is on record and no list of ICE's has the agency",
    "VOTED_DOWN": "a rejection is on record and no approval",
    "NO_DECISION": "a motion on it decided nothing and no later vote was found",
    "AGENDA_NO_VOTE": "it stood on an agenda and the minutes of that meeting hold no motion on it",
    "DISCUSSED_ONLY": "the minutes speak of it and hold no motion on it",
    "NO_VOTE_FOUND": "the window has closed, every expected meeting is accounted for, all minutes "
    "are held and read, and no vote stands in them",
    "NONE_SO_FAR": "nothing is missing and no vote was found, but the window is open or minutes "
    "may still come",
    "CANNOT_TELL": "something needed for an answer is not held or cannot be read",
    "NO_BODY_VOTES": "no local body is known to have to vote on it and none did on record",
    "NOT_MONITORED": "no source and no document of the body that answers is known here",
    "ENDED_STILL_LISTED": "a vote to end it is on record and ICE's list still has the row",
    "DELISTED_AFTER_VOTE": "a vote to end it is on record and the row has left ICE's list",
    "DELISTED_NO_VOTE": "the row left ICE's list and all minutes around that time hold no vote to "
    "end it",
}
"""What a label rests on (docs/method.md, sections 3 and 5)."""

OVERLAYS = {
    "PROVISIONAL": "minutes in draft, a vote that no minutes tell, an open window or minutes still "
    "awaited may change it",
    "CONTESTED": "who has to decide is disputed",
    "RECORD_CHANGED": "a document was replaced, or two documents part on the passage",
    "SOURCE_UNVERIFIED": "nobody has checked yet that the source is the body's own",
    "STATE_MANDATE": "state law requires such an agreement of some offices",
    "STATE_FORBIDS": "state law bars such agreements",
    "STATE_PROTECTS": "state law favours such agreements or bars their prohibition",
    "STATE_RESTRICTS": "state law sets conditions for such agreements",
}

CHANGES = {
    "CANNOT_TELL": "the minutes or passages named above, once obtained and read; a vote in them "
    "would stand whatever else is missing",
    "NOT_MONITORED": "a source or documents of the body",
    "NONE_SO_FAR": "a vote in minutes still to come, or the closing of the window",
    "NO_BODY_VOTES": "a recorded vote by any body that answers",
    "VOTE_BEFORE": "minutes that record another decision before the signing, or the agency's own "
    "signature date",
    "VOTE_ORDER_UNKNOWN": "the agreement itself, with the agency's signature date",
    "VOTE_AFTER": "an earlier vote in minutes not yet held",
    "VOTED_UNSIGNED": "a row on a later list of ICE's",
    "VOTED_DOWN": "an approval in other minutes",
    "ENDED_STILL_LISTED": "the row leaving ICE's list",
    "DELISTED_AFTER_VOTE": "the row coming back with a new signed date",
}
NEGATIVE = "any vote in any version of a document of these bodies, or a meeting not known today"
"""What would change a label that says nothing was found."""

VOTES = (
    "a motion counts by its direction and its result: a motion to deny that passes denies "
    "(docs/method.md, section 3)"
)
ANCHOR_SEEN = "the agency's own signature date decides the order (docs/method.md, section 4)"
ANCHOR_UNSEEN = (
    "ICE's SIGNED is ICE's countersignature; while the agency's own date is unseen, it may have "
    "signed on any of the 14 days before (docs/method.md, section 4)"
)
WINDOW = (
    "only a negative is bounded by the window, 180 days before the signing to 90 days after; a "
    "recorded vote of any date counts (docs/method.md, section 5)"
)
COVERAGE = (
    "absence is said only where every expected meeting is accounted for and every page read "
    "(docs/method.md, section 5)"
)
OTHER_PAPERS = (
    "a vote that only a vendor's record or the text of a resolution tells counts, with medium "
    "confidence at most and until the minutes stand (docs/method.md, section 3)"
)
CONTRADICTIONS = (
    "where papers of one meeting part, both are shown and nothing is resolved; approved minutes go "
    "before drafts, the body's own copy before a reader's (docs/method.md, section 3)"
)
LEADS = (
    "a passage that may be a vote under another name bars a negative and counts as no vote "
    "(docs/method.md, section 5)"
)
REVIEW = "a machine's negative is a lead until two people have read the pages"
