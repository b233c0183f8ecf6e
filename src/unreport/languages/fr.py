"""French."""

from unreport.languages.lexicon import (
    DECIMAL,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
    CitationWords,
    DateWords,
    HeadingScheme,
    Lexicon,
    MastheadWords,
    Scheme,
    SessionOrdinals,
    Unit,
    listed,
)

LEXICON = Lexicon(
    language="fr",
    name="French",
    script="Latin",
    common_words=("le", "la", "les", "des", "et", "du", "une", "dans", "par", "pour", "sur", "aux"),
    spaced=True,
    headings=(
        HeadingScheme(kind="chapter", series=ROMAN_UPPER, shapes=("dotted", "dashed")),
        HeadingScheme(kind="section", series=LATIN_UPPER, shapes=("dotted",)),
        HeadingScheme(kind="subsection", series=DECIMAL, shapes=("dotted",)),
    ),
    paragraphs=(Scheme(series=DECIMAL, shapes=("dotted",)),),
    items=(
        Scheme(series=LATIN_LOWER, shapes=("closed", "bracketed")),
        Scheme(series=ROMAN_LOWER, shapes=("closed", "bracketed")),
        Scheme(series=LATIN_LOWER, shapes=("dotted",)),
        Scheme(series=ROMAN_LOWER, shapes=("dotted",)),
        Scheme(series=DECIMAL, shapes=("closed", "bracketed")),
    ),
    units=(
        Unit(kind="part", names=("Partie",), series=(ROMAN_UPPER, DECIMAL)),
        Unit(kind="chapter", names=("Chapitre",), series=(ROMAN_UPPER, DECIMAL)),
        Unit(kind="section", names=("Section",), series=(DECIMAL, ROMAN_UPPER, LATIN_UPPER)),
        Unit(kind="recommendation", names=("Recommandation",), series=(DECIMAL,)),
        Unit(
            kind="annex", names=("Annexe",), series=(ROMAN_UPPER, DECIMAL, LATIN_UPPER), alone=True
        ),
        Unit(
            kind="appendix",
            names=("Appendice", "Pièce jointe"),
            series=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            alone=True,
        ),
        Unit(
            kind="resolution",
            names=("Projet de résolution", "Résolution"),
            series=(ROMAN_UPPER, DECIMAL),
        ),
        Unit(
            kind="decision", names=("Projet de décision", "Décision"), series=(ROMAN_UPPER, DECIMAL)
        ),
    ),
    continued=("suite",),
    contents=("Table des matières",),
    columns=("Chapitre", "Paragraphes", "Page"),
    closing=("séance plénière", "séance"),
    conjunctions=("et", "ou"),
    masthead=MastheadWords(
        united_nations=("Nations Unies",),
        distribution=("Distr.",),
        distributions=(
            ("générale", "general"),
            ("limitée", "limited"),
            ("restreinte", "restricted"),
            ("provisoire", "provisional"),
        ),
        original=("Original",),
        languages=(
            ("arabe", "ar"),
            ("chinois", "zh"),
            ("anglais", "en"),
            ("français", "fr"),
            ("russe", "ru"),
            ("espagnol", "es"),
        ),
        language_only=("seulement", "uniquement"),
        session=("session", "réunion"),
        agenda=("ordre du jour", "liste préliminaire"),
        agenda_item=("Point", "Points"),
        titles=(
            "Projet de rapport",
            "Projet d'ordre du jour",
            "Ordre du jour provisoire",
            "Résolution",
            "Décision adoptée",
            "Observations finales",
            "Constatations",
            "Compte rendu analytique",
            "Procès-verbal",
            "Déclaration du Président",
            "Liste de points",
        ),
        types=("Rapport", "Note", "Lettre", "Document de travail"),
        drafts=("projet de résolution", "projet de décision", "projets de résolution"),
        title_endings=(),
        addendum=("Additif",),
        changes=("Rectificatif", "Révision"),
        rapporteur=("Rapporteur", "Rapporteuse"),
        bodies=(
            "Assemblée",
            "Conseil",
            "Conférence",
            "Comité",
            "Commission",
            "Groupe de travail",
            "Groupe",
            "Organe",
        ),
    ),
    dates=DateWords(
        months=(
            ("janvier",),
            ("février",),
            ("mars",),
            ("avril",),
            ("mai",),
            ("juin",),
            ("juillet",),
            ("août",),
            ("septembre",),
            ("octobre",),
            ("novembre",),
            ("décembre",),
        ),
        ordinals=("er",),
        links=("de",),
        through=("au", "à", "jusqu'au"),
        conjunctions=("et",),
        before=(
            "du",
            "le",
            "les",
            "en date du",
            "daté du",
            "datée du",
            "entre le",
            "dimanche",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
        ),
        after=(),
        signs=(),
    ),
    sessions=SessionOrdinals(
        series=(
            listed(
                "french-ordinals",
                words=(
                    "première, deuxième, troisième, quatrième, cinquième, sixième, septième, "
                    "huitième, neuvième, dixième, "
                    "onzième, douzième, treizième, quatorzième, quinzième, seizième, "
                    "dix-septième, dix-huitième, dix-neuvième, vingtième, "
                    "vingt et unième, vingt-deuxième, vingt-troisième, vingt-quatrième, "
                    "vingt-cinquième, vingt-sixième, vingt-septième, vingt-huitième, "
                    "vingt-neuvième, trentième, "
                    "trente et unième, trente-deuxième, trente-troisième, trente-quatrième, "
                    "trente-cinquième, trente-sixième, trente-septième, trente-huitième, "
                    "trente-neuvième, quarantième, "
                    "quarante et unième, quarante-deuxième, quarante-troisième, "
                    "quarante-quatrième, quarante-cinquième, quarante-sixième, "
                    "quarante-septième, quarante-huitième, quarante-neuvième, cinquantième, "
                    "cinquante et unième, cinquante-deuxième, cinquante-troisième, "
                    "cinquante-quatrième, cinquante-cinquième, cinquante-sixième, "
                    "cinquante-septième, cinquante-huitième, cinquante-neuvième, soixantième, "
                    "soixante et unième, soixante-deuxième, soixante-troisième, "
                    "soixante-quatrième, soixante-cinquième, soixante-sixième, "
                    "soixante-septième, soixante-huitième, soixante-neuvième, soixante-dixième, "
                    "soixante et onzième, soixante-douzième, soixante-treizième, "
                    "soixante-quatorzième, soixante-quinzième, soixante-seizième, "
                    "soixante-dix-septième, soixante-dix-huitième, soixante-dix-neuvième, "
                    "quatre-vingtième, "
                    "quatre-vingt-unième, quatre-vingt-deuxième, quatre-vingt-troisième, "
                    "quatre-vingt-quatrième, quatre-vingt-cinquième, quatre-vingt-sixième, "
                    "quatre-vingt-septième, quatre-vingt-huitième, quatre-vingt-neuvième, "
                    "quatre-vingt-dixième, "
                    "quatre-vingt-onzième, quatre-vingt-douzième, quatre-vingt-treizième, "
                    "quatre-vingt-quatorzième, quatre-vingt-quinzième, quatre-vingt-seizième, "
                    "quatre-vingt-dix-septième, quatre-vingt-dix-huitième, "
                    "quatre-vingt-dix-neuvième, centième"
                ),
                endings=(("première", "premier"),),
                also=(("second", 2), ("seconde", 2)),
            ),
        ),
        signs=("re", "er", "e", "ème", "ième", "ere"),
        opening="",
        nouns=("session", "réunion", "séance", "conférence"),
    ),
    citations=CitationWords(
        resolution=("résolution", "résolutions", "rés."),
        decision=("décision", "décisions", "déc."),
        prefixes=(),
        number=("no", "nº", "n°"),
        distance=6,
        opening="",
        closing=(),
        conjunctions=("et", ",", "ou"),
        through=("à",),
        session=(),
    ),
)
