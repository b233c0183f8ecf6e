"""French: the verbs of decisions and recommendations."""

from unreport.mentions.words.model import ProvisionWords

PROVISIONS = ProvisionWords(
    decisions=(
        ("fait sienne", "endorses"),
        ("fait siens", "endorses"),
        ("décident", "decides"),
        ("nous décidons", "decides"),
        ("décide", "decides"),
        ("a décidé", "decides"),
        ("adopte", "adopts"),
        ("a adopté", "adopts"),
        ("approuve", "approves"),
        ("a approuvé", "approves"),
        ("souscrit", "endorses"),
        ("a souscrit", "endorses"),
        ("a fait sien", "endorses"),
        ("a fait sienne", "endorses"),
        ("a fait siens", "endorses"),
        ("a fait siennes", "endorses"),
        ("a autorisé", "authorizes"),
        ("fait sien", "endorses"),
        ("fait siennes", "endorses"),
        ("autorise", "authorizes"),
        ("est convenu", "agrees"),
        ("est convenue", "agrees"),
    ),
    requests=(
        ("nous encourageons", "encourages"),
        ("nous invitons", "invites"),
        ("nous demandons", "requests"),
        ("nous exhortons", "urges"),
        ("nous engageons", "encourages"),
        ("nous prions", "requests"),
        ("nous appelons", "calls upon"),
        ("appelle", "calls upon"),
        ("lance un appel", "appeals to"),
        ("recommandent", "recommends"),
        ("prie instamment", "urges"),
        ("engage instamment", "urges"),
        ("a prié instamment", "urges"),
        ("a instamment prié", "urges"),
        ("a engagé instamment", "urges"),
        ("a instamment engagé", "urges"),
        ("a demandé instamment", "urges"),
        ("a instamment demandé", "urges"),
        ("a engagé", "encourages"),
        ("a lancé un appel", "appeals to"),
        ("a exigé", "demands"),
        ("a chargé le", "directs"),
        ("a chargé la", "directs"),
        ("a chargé l'", "directs"),
        ("demande instamment", "urges"),
        ("a prié", "requests"),
        ("prie", "requests"),
        ("a demandé", "requests"),
        ("demande", "requests"),
        ("a invité", "invites"),
        ("invite", "invites"),
        ("exhorte", "urges"),
        ("a exhorté", "urges"),
        ("engage", "encourages"),
        ("encourage", "encourages"),
        ("a encouragé", "encourages"),
        ("recommande", "recommends"),
        ("a recommandé", "recommends"),
        ("exige", "demands"),
        ("charge le", "directs"),
        ("charge la", "directs"),
        ("charge l'", "directs"),
    ),
    recommendations=(
        ("devraient envisager", "should consider"),
        ("devrait envisager", "should consider"),
        ("devraient", "should"),
        ("devrait", "should"),
        ("souhaiteront peut-être", "may wish to"),
        ("souhaitera peut-être", "may wish to"),
        ("sont encouragés à", "is encouraged"),
        ("sont invités à", "is invited"),
        ("est invité à", "is invited"),
    ),
    declaratives=(
        "se félicite, se félicitant, salue, saluant, note, notant, prend note, "
        "prenant note, a pris note, prend acte, prenant acte, rappelle, rappelant, "
        "a rappelé, réaffirme, réaffirmant, souligne, soulignant, insiste, insistant, "
        "considère, considérant, constate, constatant, sait, sachant, consciente, "
        "conscient, estime, estimant, félicite, félicitant, remercie, remerciant, exprime, "
        "exprimant, se déclare, se déclarant, préoccupé, préoccupée, tenant compte, "
        "ayant à l'esprit, ayant examiné, guidée, guidé, condamne, condamnant, déplore, "
        "déplorant, affirme, affirmant, réitère, appuie, nous réaffirmons, "
        "nous soulignons, nous savons, nous notons, nous rappelons, nous saluons, "
        "nous nous félicitons, nous considérons, nous nous engageons, nous affirmons, "
        "nous restons, nous prenons note, nous constatons, convaincue, convaincu, partage, "
        "se dit, regrette, accueille, observant"
    ),
    longest_subject=120,
    modal_opens=False,
    adverbs=("également", "aussi", "en outre", "de nouveau", "instamment", "vivement"),
    addressee_prefixes=("à", "au", "aux"),
    addressee_ends=("de", "d", "à", "que"),
    subjects=(),
    infinitives=(),
    not_addressees=("que", "de", "d", "qu", "à ce"),
)
