"""What a report mentions: States, speakers, officers, decisions, citations, dates and meetings."""
