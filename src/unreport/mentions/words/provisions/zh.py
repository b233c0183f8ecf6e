"""Chinese: the verbs of decisions and recommendations."""

from unreport.mentions.words.model import ProvisionWords

PROVISIONS = ProvisionWords(
    decisions=(
        ("赞同", "endorses"),
        ("决定", "decides"),
        ("通过了", "adopts"),
        ("核准", "approves"),
        ("批准", "approves"),
        ("认可", "endorses"),
        ("授权", "authorizes"),
        ("商定", "agrees"),
    ),
    requests=(
        ("邀请", "invites"),
        ("敦促", "urges"),
        ("促请", "calls upon"),
        ("吁请", "calls upon"),
        ("呼吁", "calls upon"),
        ("鼓励", "encourages"),
        ("建议", "recommends"),
        ("要求", "demands"),
        ("指示", "directs"),
        ("请", "requests"),
    ),
    recommendations=(
        ("应当考虑", "should consider"),
        ("应考虑", "should consider"),
        ("不妨", "may wish to"),
        ("似宜", "may wish to"),
        ("应当", "should"),
        ("应", "should"),
        ("应对", ""),
        ("应用", ""),
        ("响应", ""),
        ("适应", ""),
        ("相应", ""),
        ("供应", ""),
        ("反应", ""),
        ("对应", ""),
        ("应急", ""),
    ),
    declaratives=(
        "欢迎, 注意到, 表示注意到, 指出, 回顾, 重申, 强调, 强调指出, 着重指出, 特别指出, "
        "确认, 认识到, 承认, 肯定, 赞扬, 赞赏, 表示, 谴责, 申明, 考虑到, 铭记, 意识到, "
        "深信, 关切, 感谢, 欣见, 感到, 遗憾, 严重关切, 深为关切, 审议了, 支持, 我们认识到, "
        "我们强调, 我们重申, 我们回顾, 我们欢迎, 我们承诺, 我们确认, 我们注意到, 我们仍然, "
        "我们深, 我们支持, 我们申明, 我们着重, 我们重点, 期待, 表彰, 痛惜"
    ),
    longest_subject=16,
    modal_opens=False,
    adverbs=("又", "还", "再次", "强烈", "大力", "并"),
    addressee_prefixes=(),
    addressee_ends=(
        *("确保", "提供", "继续", "提交", "采取", "考虑", "在", "向", "就", "根据", "为", "与"),
        *("加强", "开展", "进行", "编写", "支持", "充分", "酌情", "按照", "探讨", "利用", "把"),
    ),
    subjects=(),
    infinitives=(),
    not_addressees=("将", "在", "通过", "核准", "以", "从", "第"),
)
