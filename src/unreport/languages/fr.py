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
    spellout,
)

ORDINALS = spellout(
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
    variants=(("second", 2), ("seconde", 2)),
)

LEXICON = Lexicon(
    language="fr",
    name="French",
    script="Latin",
    stop_words=("le", "la", "les", "des", "et", "du", "une", "dans", "par", "pour", "sur", "aux"),
    frequent_letters=(
        ("e", 0.123),
        ("s", 0.093),
        ("t", 0.082),
        ("r", 0.081),
        ("i", 0.075),
        ("n", 0.073),
        ("a", 0.073),
        ("o", 0.064),
        ("u", 0.046),
        ("é", 0.046),
        ("l", 0.040),
        ("p", 0.037),
        ("c", 0.035),
        ("d", 0.028),
        ("m", 0.024),
        ("v", 0.015),
        ("g", 0.012),
        ("b", 0.011),
    ),
    spaced=True,
    headings=(
        HeadingScheme(kind="chapter", system=ROMAN_UPPER, shapes=("dotted", "dashed", "closed")),
        HeadingScheme(kind="section", system=LATIN_UPPER, shapes=("dotted", "dashed", "closed")),
        HeadingScheme(kind="subsection", system=DECIMAL, shapes=("dotted",)),
    ),
    paragraphs=(Scheme(system=DECIMAL, shapes=("dotted",)),),
    items=(
        Scheme(system=LATIN_LOWER, shapes=("closed", "bracketed")),
        Scheme(system=ROMAN_LOWER, shapes=("closed", "bracketed")),
        Scheme(system=LATIN_LOWER, shapes=("dotted",)),
        Scheme(system=ROMAN_LOWER, shapes=("dotted",)),
        Scheme(system=DECIMAL, shapes=("closed", "bracketed")),
    ),
    units=(
        Unit(kind="part", names=("Partie",), systems=(ROMAN_UPPER, DECIMAL), ordinals=(ORDINALS,)),
        Unit(
            kind="chapter",
            names=("Chapitre",),
            systems=(ROMAN_UPPER, DECIMAL),
            ordinals=(ORDINALS,),
        ),
        Unit(
            kind="section",
            names=("Section",),
            systems=(DECIMAL, ROMAN_UPPER, LATIN_UPPER),
            ordinals=(ORDINALS,),
        ),
        Unit(kind="recommendation", names=("Recommandation",), systems=(DECIMAL,)),
        Unit(
            kind="annex",
            names=("Annexe",),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="appendix",
            names=("Appendice", "Pièce jointe"),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="resolution",
            names=("Projet de résolution", "Résolution"),
            systems=(ROMAN_UPPER, DECIMAL),
        ),
        Unit(
            kind="decision",
            names=("Projet de décision", "Décision"),
            systems=(ROMAN_UPPER, DECIMAL),
        ),
    ),
    provisions=("Article", "Règle", "Principe", "Directive"),
    insertions=(
        "bis",
        "ter",
        "quater",
        "quinquies",
        "sexies",
        "septies",
        "octies",
        "novies",
        "decies",
    ),
    captions=("Tableau", "Figure", "Encadré", "Graphique", "Carte"),
    citing=(),
    continued=("suite", "suite et fin", "fin"),
    contents=("Table des matières",),
    notes=("Notes", "Notes de fin"),
    unmarked_notes=("Note", "Notes", "Source", "Sources", "Abréviations"),
    note_labels=("note", "n", "fn", "note de bas de page", "note de fin"),
    contents_columns=("Chapitre", "Paragraphes", "Page", "Décision", "Résolution"),
    adoption_lines=("séance plénière", "séance"),
    enacting=(
        "L’Assemblée générale",
        "Le Conseil de sécurité",
        "Le Conseil économique et social",
        "Le Conseil des droits de l’homme",
        "La Conférence des Parties",
        "Le Conseil de tutelle",
    ),
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
        years=("année",),
        agenda=("ordre du jour", "liste préliminaire"),
        agenda_item=("Point", "Points"),
        titles=(
            "Projet de rapport",
            "Projet d'ordre du jour",
            "Ordre du jour provisoire",
            "Projet de budget-programme",
            "Résolution",
            "Décision adoptée",
            "Observations finales",
            "Conclusions concertées",
            "Mandat de",
            "Mandat du",
            "Observation générale no",
            "Observation générale conjointe no",
            "Recommandation générale no",
            "Recommandation générale conjointe no",
            "Constatations",
            "Compte rendu analytique",
            "Procès-verbal",
            "Déclaration du Président",
            "Liste de points",
            "Lettre datée",
            "Lettres datées",
            "Lettres identiques datées",
            "Note verbale datée",
        ),
        types=("Rapport", "Note", "Lettre", "Document de travail"),
        type_endings=(),
        openings=(
            "Résumé",
            "Résumé analytique",
            "Résumé exécutif",
            "Synthèse",
            "Aperçu",
            "Introduction",
        ),
        drafts=("projet de résolution", "projet de décision", "projets de résolution"),
        title_endings=(),
        addendum=("Additif",),
        modifications=("Rectificatif", "Révision"),
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
        articles=("l’", "l'", "la", "le", "les"),
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
        paired_months=False,
        ordinal_indicators=("er",),
        prepositions=("de",),
        range_words=("au", "à", "jusqu'au"),
        conjunctions=("et",),
        leading_words=(
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
        trailing_words=(),
        field_suffixes=(),
    ),
    sessions=SessionOrdinals(
        systems=(ORDINALS,),
        ordinal_indicators=("re", "er", "e", "ème", "ième", "ere"),
        prefix="",
        nouns=("session", "réunion", "séance", "conférence"),
    ),
    citations=CitationWords(
        resolution=("résolution", "résolutions", "rés."),
        decision=("décision", "décisions", "déc."),
        proclitics=(),
        numero_words=("no", "nº", "n°"),
        max_words_between=6,
        number_prefix="",
        number_suffixes=(),
        conjunctions=("et", ",", "ou"),
        range_words=("à",),
        session_prefixes=(),
    ),
)
