"""Chinese: the words that mentions are found by."""

from unreport.mentions.words.model import (
    Homograph,
    MeetingWords,
    MentionWords,
    NameGrammar,
    OfficerWords,
    StatementWords,
)
from unreport.mentions.words.provisions.zh import PROVISIONS
from unreport.mentions.words.references.zh import REFERENCES

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
        homographs=(
            Homograph(
                name="塞尔维亚和黑山",  # one State until 2006, two since
                certain=False,
                confirmed_by_lists=False,
                confirmed_after=(),
                excluded_after=(),
                excluded_before=(),
            ),
        ),
        conjunctions=("和", "及", "以及", "与", "或"),
    ),
    statements=StatementWords(
        spoke=(
            "作了发言",
            "作发言",
            "发了言",
            "作了一般性发言",
            "作了开幕发言",
            "发言的有",
            "发言",
        ),
        attended=("出席了会议", "派代表出席", "出席了", "参加了会议", "与会"),
        roles=(
            ("秘书处代表", "secretariat"),
            ("秘书处的代表", "secretariat"),
            ("的代表", "state"),
            ("代表", "state"),
            ("的观察员", "observer"),
            ("观察员", "observer"),
        ),
        following=("下列", "以下"),
        qualifiers=(
            ("非政府组织", "non-governmental organization"),
            ("政府间组织", "intergovernmental organization"),
            ("专门机构", "entity"),
            ("组织", "entity"),
            ("集团", "group"),
            ("非缔约", "observer"),
            ("签署国", "signatory"),
            ("观察员", "observer"),
            ("缔约方", "party"),
            ("缔约国", "party"),
        ),
        appositions=(("签署国", "signatory"),),
        on_behalf=(("以", "的名义"), ("代表", "在议程"), ("代表", "发言"), ("代表", "作了发言")),
        group_nouns=("集团", "联盟", "小组", "国家组", "共同体", "国家"),
        also=("也", "还"),
        fillers=("的", "和", "及", "以及", "与", "国家", "各国", "等", "由", "会上"),
    ),
    officers=OfficerWords(
        elected=("选举", "当选", "当选为", "选出"),
        offices=(
            ("副主席", "vice-chair"),
            ("共同主席", "co-chair"),
            ("主席兼报告员", "chair-rapporteur"),
            ("主席", "chair"),
            ("报告员", "rapporteur"),
        ),
    ),
    provisions=PROVISIONS,
    references=REFERENCES,
    meetings=MeetingWords(
        nouns=("次会议", "次全体会议"),
        ordinal_indicators=(),
        ordinals=("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
        number_first=True,
        prefix="第",
    ),
)
