"""Spanish: the verbs of decisions and recommendations."""

from unreport.mentions.words.model import ProvisionWords

PROVISIONS = ProvisionWords(
    decisions=(
        ("decidimos", "decides"),
        ("decide", "decides"),
        ("decidió", "decides"),
        ("aprueba", "approves"),
        ("aprobó", "approves"),
        ("hace suyo", "endorses"),
        ("hace suya", "endorses"),
        ("hace suyas", "endorses"),
        ("hace suyos", "endorses"),
        ("autoriza", "authorizes"),
        ("resuelve", "decides"),
        ("resolvió", "decides"),
        ("autorizó", "authorizes"),
        ("hizo suyo", "endorses"),
        ("hizo suya", "endorses"),
        ("hizo suyos", "endorses"),
        ("hizo suyas", "endorses"),
        ("convino en", "agrees"),
        ("acordó", "agrees"),
    ),
    requests=(
        ("alentamos", "encourages"),
        ("invitamos", "invites"),
        ("instamos", "urges"),
        ("exhortamos", "calls upon"),
        ("pedimos", "requests"),
        ("solicitamos", "requests"),
        ("hace un llamamiento", "appeals to"),
        ("reitera su solicitud", "requests"),
        ("reitera su petición", "requests"),
        ("hacemos un llamamiento", "calls upon"),
        ("solicita", "requests"),
        ("solicitó", "requests"),
        ("pide", "requests"),
        ("pidió", "requests"),
        ("invita", "invites"),
        ("invitó", "invites"),
        ("insta", "urges"),
        ("instó", "urges"),
        ("exhorta", "calls upon"),
        ("exhortó", "calls upon"),
        ("alienta", "encourages"),
        ("alentó", "encourages"),
        ("recomienda", "recommends"),
        ("recomendó", "recommends"),
        ("exige", "demands"),
        ("encarga", "directs"),
        ("encargó", "directs"),
        ("exigió", "demands"),
        ("hizo un llamamiento", "appeals to"),
        ("reiteró su solicitud", "requests"),
        ("reiteró su petición", "requests"),
    ),
    requests_around=(),
    recommendations=(
        ("deberían considerar", "should consider"),
        ("debería considerar", "should consider"),
        ("deberían", "should"),
        ("debería", "should"),
        ("deben", "should"),
        ("debe", "should"),
        ("tal vez deseen", "may wish to"),
        ("tal vez desee", "may wish to"),
        ("se alienta a", "is encouraged"),
        ("se invita a", "is invited"),
    ),
    declaratives=(
        "acoge con beneplácito, acogiendo con beneplácito, observa, observando, "
        "hace notar, haciendo notar, toma nota, tomando nota, tomó nota, recuerda, "
        "recordando, recordó, reafirma, reafirmando, destaca, destacando, pone de relieve, "
        "poniendo de relieve, subraya, subrayando, recalca, recalcando, reconoce, "
        "reconociendo, reconoció, encomia, encomiando, expresa, expresando, considerando, "
        "teniendo en cuenta, teniendo presente, habiendo examinado, guiada, guiado, "
        "condena, condenando, deplora, deplorando, afirma, afirmando, reitera, reiterando, "
        "consciente, preocupada, preocupado, convencida, convencido, profundamente, apoya, "
        "reafirmamos, destacamos, reconocemos, observamos, recordamos, acogemos, "
        "subrayamos, recalcamos, ponemos de relieve, afirmamos, nos comprometemos, "
        "expresamos, tomamos nota, seguimos, agradece, felicita, lamenta, resaltamos, "
        "resalta"
    ),
    longest_subject=120,
    modal_opens=False,
    adverbs=(
        *("también", "además", "asimismo", "nuevamente", "encarecidamente", "una vez más"),
        *("de nuevo", "enérgicamente", "a este respecto"),
    ),
    addressee_prefixes=("a", "al"),
    addressee_ends=("que", "a que", "a"),
    relatives=("que aún", "que todavía", "que hayan", "que estén en condiciones"),
    attached_prefixes=(),
    attached_ends=(),
    subjects=(),
    infinitives=(),
    not_addressees=("que",),
)
