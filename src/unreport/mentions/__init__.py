"""What a report mentions: States, speakers, officers, decisions, citations, dates and meetings.

`mentions` finds everything; `unreport.mentions.find` has a function for each kind.
"""

from unreport.mentions.entities import State
from unreport.mentions.find import mentions
from unreport.mentions.model import (
    Attendance,
    CitationMention,
    DateMention,
    MeetingMention,
    Mention,
    Officer,
    Place,
    Provision,
    Statement,
    StateMention,
)

__all__ = [
    "Attendance",
    "CitationMention",
    "DateMention",
    "MeetingMention",
    "Mention",
    "Officer",
    "Place",
    "Provision",
    "State",
    "StateMention",
    "Statement",
    "mentions",
]
