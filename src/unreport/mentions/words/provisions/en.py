"""English: the verbs of decisions and recommendations."""

from unreport.mentions.words.model import ProvisionWords

PROVISIONS = ProvisionWords(
    decisions=(
        ("decide", "decides"),
        ("adopt", "adopts"),
        ("decides", "decides"),
        ("decided", "decides"),
        ("resolves", "decides"),
        ("resolved to", "decides"),
        ("the approved", ""),
        ("its approved", ""),
        ("approved for", ""),
        ("the adopted", ""),
        ("the endorsed", ""),
        ("the requested", ""),
        ("the recommended", ""),
        ("authorized the", "authorizes"),
        ("authorized its", "authorizes"),
        ("adopts", "adopts"),
        ("adopted", "adopts"),
        ("approves", "approves"),
        ("approved", "approves"),
        ("endorses", "endorses"),
        ("endorsed", "endorses"),
        ("authorizes", "authorizes"),
        ("agreed to", "agrees"),
        ("agreed that", "agrees"),
    ),
    requests=(
        ("reiterates its request", "requests"),
        ("reiterates its call upon", "calls upon"),
        ("reiterates its call on", "calls upon"),
        ("reiterates its call to", "calls upon"),
        ("reiterates its call", "calls upon"),
        ("reiterates its invitation", "invites"),
        ("encourage", "encourages"),
        ("call upon", "calls upon"),
        ("call on", "calls upon"),
        ("invite", "invites"),
        ("urge", "urges"),
        ("request", "requests"),
        ("appeal to", "appeals to"),
        ("recommend", "recommends"),
        ("call for", "calls upon"),
        ("calls for", "calls upon"),
        ("requests", "requests"),
        ("requested", "requests"),
        ("invites", "invites"),
        ("invited", "invites"),
        ("urges", "urges"),
        ("urged", "urges"),
        ("calls upon", "calls upon"),
        ("called upon", "calls upon"),
        ("calls on", "calls upon"),
        ("called on", "calls upon"),
        ("encourages", "encourages"),
        ("encouraged", "encourages"),
        ("recommends", "recommends"),
        ("recommended", "recommends"),
        ("appeals to", "appeals to"),
        ("demands", "demands"),
        ("directs", "directs"),
        ("directed", "directs"),
        ("demanded", "demands"),
        ("appealed to", "appeals to"),
        ("called for", "calls upon"),
    ),
    requests_around=(),
    recommendations=(
        ("should consider", "should consider"),
        ("should be encouraged", "should be encouraged"),
        ("should", "should"),
        ("may wish to", "may wish to"),
        ("are encouraged to", "is encouraged"),
        ("is encouraged to", "is encouraged"),
        ("are invited to", "is invited"),
        ("is invited to", "is invited"),
        ("are urged to", "is urged"),
        ("is requested to", "is requested"),
        ("are requested to", "is requested"),
        ("was requested to", "is requested"),
        ("were requested to", "is requested"),
        ("was invited to", "is invited"),
        ("were invited to", "is invited"),
        ("was encouraged to", "is encouraged"),
        ("were encouraged to", "is encouraged"),
        ("is urged to", "is urged"),
        ("was urged to", "is urged"),
        ("were urged to", "is urged"),
    ),
    declaratives=(
        "welcomes, welcomed, welcoming, welcome, notes, noted, noting, note, recalled, "
        "recalling, recalls, recall, reaffirmed, reaffirming, reaffirms, reaffirm, "
        "stresses, stressed, stressing, stress, emphasizes, emphasized, emphasizing, "
        "emphasize, recognizes, recognized, recognizing, recognize, acknowledges, "
        "acknowledged, acknowledging, acknowledge, commended, commending, commends, "
        "commend, underlines, underlining, underline, underscores, underscoring, "
        "underscore, affirming, affirms, affirm, reiterates, reiterating, reiterate, "
        "highlighting, highlights, highlight, deplores, deploring, condemning, condemns, "
        "condemn, takes note, took note, taking note, expresses, expressed, expressing, "
        "express, considering, concerned, convinced, mindful, bearing in mind, "
        "taking into account, having considered, guided by, determined, cognizant, remain, "
        "remains, remained, appreciates, regrets, supports, support, thanks, thanked, "
        "congratulates, considered, was informed, we value, commit, commits, aware, alarmed, "
        "observing, observes, as adopted, adopted without"
    ),
    longest_subject=120,
    modal_opens=False,
    adverbs=("also", "further", "strongly", "again", "once again", "in this regard"),
    addressee_prefixes=(),
    addressee_ends=("to", "that", "for", "in"),
    relatives=(
        *("that have", "that has", "that had", "that are", "that is"),
        *("that do", "that did", "that were"),
        # what somebody is party to
        *("to the conflict", "to the convention", "to the protocol", "to the agreement"),
        *("to the treaty", "to the covenant", "to the statute", "to the conventions"),
    ),
    attached_prefixes=(),
    attached_ends=(),
    subjects=(),
    infinitives=(),
    not_addressees=("that", "to", "for", "a", "an", "its", "this"),
)
