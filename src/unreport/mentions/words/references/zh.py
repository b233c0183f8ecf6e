"""Chinese: the words around citations, and the names of treaties."""

from unreport.mentions.words.model import ReferenceWords

REFERENCES = ReferenceWords(
    parts=(
        ("段", "paragraph"),
        ("款", "paragraph"),
        ("条", "article"),
        ("章", "chapter"),
        ("节", "section"),
    ),
    prefix="第",
    conjunctions=("和", "及", "以及", "、", "与", "或"),
    ranges=("至", "到"),
    of_is_word=True,
    of=(),
    here=("上文", "下文", "本报告", "本决议", "本文件", "本决定"),
    agenda=(),
    agenda_parts=("议程项目", "项目", "议程分项目"),
    treaties=(
        ("议事规则", "rules of procedure"),
        ("联合国宪章", "Charter of the United Nations"),
        ("联合国气候变化框架公约", "UNFCCC"),
        ("京都议定书", "Kyoto Protocol"),
        ("巴黎协定", "Paris Agreement"),
        ("罗马规约", "Rome Statute"),
        ("蒙特利尔议定书", "Montreal Protocol"),
        ("维也纳条约法公约", "Vienna Convention on the Law of Treaties"),
        ("联合国海洋法公约", "UNCLOS"),
        ("儿童权利公约", "Convention on the Rights of the Child"),
        ("残疾人权利公约", "Convention on the Rights of Persons with Disabilities"),
        (
            "公民及政治权利国际公约",
            "International Covenant on Civil and Political Rights",
        ),
        (
            "联合国打击跨国有组织犯罪公约",
            "Convention against Transnational Organized Crime",
        ),
        ("联合国反腐败公约", "Convention against Corruption"),
        ("不扩散核武器条约", "NPT"),
        ("全面禁止核试验条约", "CTBT"),
        ("生物多样性公约", "Convention on Biological Diversity"),
        ("武器贸易条约", "Arms Trade Treaty"),
        ("世界人权宣言", "Universal Declaration of Human Rights"),
    ),
    treaty_nouns=("《公约》", "《议定书》", "《协定》", "《条约》", "《规约》"),
    treaty_connectors=(),
    charter=("《宪章》",),
)
