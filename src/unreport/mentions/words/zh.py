"""Chinese: the words that mentions are found by."""

from unreport.mentions.words.model import MentionWords, NameGrammar

WORDS = MentionWords(
    script="Han",
    names=NameGrammar(
        cased=False,
        proclitics=("",),
        article="",
        contracting="",
        endings=(),
        adjective_proclitics=("",),
        adjective_endings=(),
        governed=(),
        honorifics=(),
        given_names=(),
        homographs=(),
        conjunctions=("和", "及", "以及", "与", "或"),
    ),
)
