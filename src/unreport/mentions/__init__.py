"""What a report mentions: States, speakers, officers, decisions, citations, dates and meetings."""

from unreport.mentions.entities import State, states
from unreport.mentions.find import (
    attendance,
    citations,
    mentions,
    officers,
    provisions,
    state_mentions,
    statements,
)
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
from unreport.mentions.passages import node_text
from unreport.mentions.states import find_states

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
    "attendance",
    "citations",
    "find_states",
    "mentions",
    "node_text",
    "officers",
    "provisions",
    "state_mentions",
    "statements",
    "states",
]
