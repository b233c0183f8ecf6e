"""French: the words around citations, and the names of treaties."""

from unreport.mentions.words.model import ReferenceWords

REFERENCES = ReferenceWords(
    parts=(
        ("paragraphes", "paragraph"),
        ("paragraphe", "paragraph"),
        ("par.", "paragraph"),
        ("articles", "article"),
        ("article", "article"),
        ("art.", "article"),
        ("annexes", "annex"),
        ("annexe", "annex"),
        ("chapitres", "chapter"),
        ("chapitre", "chapter"),
        ("chap.", "chapter"),
        ("sections", "section"),
        ("section", "section"),
        ("sect.", "section"),
        ("recommandations", "recommendation"),
        ("recommandation", "recommendation"),
    ),
    prefix="",
    conjunctions=("et", "ou", ",", "ainsi que"),
    ranges=("à",),
    of_is_word=True,
    of=("de", "du", "des", "d", "à", "au"),
    here=(
        "ci-dessus",
        "ci-dessous",
        "du présent rapport",
        "de la présente résolution",
        "du présent document",
        "de la présente décision",
        "au présent rapport",
        "à la présente résolution",
    ),
    agenda=("de l'ordre du jour", "de son ordre du jour", "de l'ordre du jour provisoire"),
    agenda_parts=("points", "point"),
    treaties=(
        ("Recueil des Traités", ""),  # a publication
        ("règlement intérieur", "rules of procedure"),
        ("Charte des Nations Unies", "Charter of the United Nations"),
        ("Convention-cadre des Nations Unies sur les changements climatiques", "UNFCCC"),
        ("Protocole de Kyoto", "Kyoto Protocol"),
        ("Accord de Paris", "Paris Agreement"),
        ("Statut de Rome", "Rome Statute"),
        ("Protocole de Montréal", "Montreal Protocol"),
        (
            "Convention de Vienne sur le droit des traités",
            "Vienna Convention on the Law of Treaties",
        ),
        ("Convention des Nations Unies sur le droit de la mer", "UNCLOS"),
        (
            "Convention relative aux droits de l'enfant",
            "Convention on the Rights of the Child",
        ),
        (
            "Convention relative aux droits des personnes handicapées",
            "Convention on the Rights of Persons with Disabilities",
        ),
        (
            "Pacte international relatif aux droits civils et politiques",
            "International Covenant on Civil and Political Rights",
        ),
        (
            "Convention des Nations Unies contre la criminalité transnationale organisée",
            "Convention against Transnational Organized Crime",
        ),
        (
            "Convention des Nations Unies contre la corruption",
            "Convention against Corruption",
        ),
        (
            "Protocole relatif au trafic illicite de migrants",
            "Smuggling of Migrants Protocol",
        ),
        ("Traité sur la non-prolifération des armes nucléaires", "NPT"),
        ("Traité d'interdiction complète des essais nucléaires", "CTBT"),
        ("Convention sur la diversité biologique", "Convention on Biological Diversity"),
        ("Traité sur le commerce des armes", "Arms Trade Treaty"),
        (
            "Déclaration universelle des droits de l'homme",
            "Universal Declaration of Human Rights",
        ),
    ),
    treaty_nouns=("Convention", "Protocole", "Accord", "Pacte", "Traité", "Statut"),
    treaty_connectors=(),
    charter=("Charte",),
)
