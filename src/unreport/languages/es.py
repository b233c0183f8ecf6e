"""Spanish."""

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
    "spanish-ordinals",
    words=(
        "primero, segundo, tercero, cuarto, quinto, sexto, séptimo, octavo, noveno, "
        "décimo, "
        "undécimo, duodécimo, decimotercero, decimocuarto, decimoquinto, "
        "decimosexto, decimoséptimo, decimoctavo, decimonoveno, vigésimo, "
        "vigésimo primero, vigésimo segundo, vigésimo tercero, vigésimo cuarto, "
        "vigésimo quinto, vigésimo sexto, vigésimo séptimo, vigésimo octavo, "
        "vigésimo noveno, trigésimo, "
        "trigésimo primero, trigésimo segundo, trigésimo tercero, trigésimo cuarto, "
        "trigésimo quinto, trigésimo sexto, trigésimo séptimo, trigésimo octavo, "
        "trigésimo noveno, cuadragésimo, "
        "cuadragésimo primero, cuadragésimo segundo, cuadragésimo tercero, "
        "cuadragésimo cuarto, cuadragésimo quinto, cuadragésimo sexto, "
        "cuadragésimo séptimo, cuadragésimo octavo, cuadragésimo noveno, "
        "quincuagésimo, "
        "quincuagésimo primero, quincuagésimo segundo, quincuagésimo tercero, "
        "quincuagésimo cuarto, quincuagésimo quinto, quincuagésimo sexto, "
        "quincuagésimo séptimo, quincuagésimo octavo, quincuagésimo noveno, "
        "sexagésimo, "
        "sexagésimo primero, sexagésimo segundo, sexagésimo tercero, "
        "sexagésimo cuarto, sexagésimo quinto, sexagésimo sexto, sexagésimo séptimo, "
        "sexagésimo octavo, sexagésimo noveno, septuagésimo, "
        "septuagésimo primero, septuagésimo segundo, septuagésimo tercero, "
        "septuagésimo cuarto, septuagésimo quinto, septuagésimo sexto, "
        "septuagésimo séptimo, septuagésimo octavo, septuagésimo noveno, octogésimo, "
        "octogésimo primero, octogésimo segundo, octogésimo tercero, "
        "octogésimo cuarto, octogésimo quinto, octogésimo sexto, octogésimo séptimo, "
        "octogésimo octavo, octogésimo noveno, nonagésimo, "
        "nonagésimo primero, nonagésimo segundo, nonagésimo tercero, "
        "nonagésimo cuarto, nonagésimo quinto, nonagésimo sexto, nonagésimo séptimo, "
        "nonagésimo octavo, nonagésimo noveno, centésimo"
    ),
    endings=(("primero", "primer primera"), ("tercero", "tercer tercera"), ("o", "a")),
    variants=(
        ("décimo primero", 11),
        ("décimo primer", 11),
        ("décimo segundo", 12),
        ("décimo tercero", 13),
        ("décimo tercer", 13),
        ("décimo cuarto", 14),
        ("décimo quinto", 15),
        ("décimo sexto", 16),
        ("décimo séptimo", 17),
        ("décimo octavo", 18),
        ("décimo noveno", 19),
    ),
)

LEXICON = Lexicon(
    language="es",
    name="Spanish",
    script="Latin",
    stop_words=("el", "la", "los", "las", "y", "del", "en", "que", "por", "para", "con", "una"),
    frequent_letters=(
        ("a", 0.114),
        ("e", 0.109),
        ("o", 0.088),
        ("s", 0.086),
        ("r", 0.081),
        ("i", 0.072),
        ("n", 0.066),
        ("c", 0.051),
        ("t", 0.051),
        ("l", 0.049),
        ("d", 0.042),
        ("u", 0.035),
        ("p", 0.030),
        ("m", 0.026),
        ("ó", 0.014),
        ("g", 0.014),
        ("b", 0.013),
        ("v", 0.010),
        ("f", 0.009),
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
        Unit(kind="part", names=("Parte",), systems=(ROMAN_UPPER, DECIMAL), ordinals=(ORDINALS,)),
        Unit(
            kind="chapter",
            names=("Capítulo",),
            systems=(ROMAN_UPPER, DECIMAL),
            ordinals=(ORDINALS,),
        ),
        Unit(
            kind="section",
            names=("Sección",),
            systems=(DECIMAL, ROMAN_UPPER, LATIN_UPPER),
            ordinals=(ORDINALS,),
        ),
        Unit(kind="recommendation", names=("Recomendación",), systems=(DECIMAL,)),
        Unit(
            kind="annex",
            names=("Anexo",),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="appendix",
            names=("Apéndice", "Documento adjunto"),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="resolution",
            names=("Proyecto de resolución", "Resolución"),
            systems=(ROMAN_UPPER, DECIMAL),
        ),
        Unit(
            kind="decision",
            names=("Proyecto de decisión", "Decisión"),
            systems=(ROMAN_UPPER, DECIMAL),
        ),
    ),
    provisions=("Artículo", "Regla", "Principio", "Directriz"),
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
    captions=("Cuadro", "Tabla", "Figura", "Gráfico", "Recuadro", "Mapa"),
    citing=(),
    continued=("continuación", "conclusión", "continuación y conclusión"),
    contents=("Índice",),
    notes=("Notas",),
    unmarked_notes=("Nota", "Notas", "Fuente", "Fuentes", "Abreviaturas"),
    note_labels=("nota", "n", "fn", "nota al pie", "nota de pie de página"),
    contents_columns=("Capítulo", "Párrafos", "Página", "Decisión", "Resolución"),
    adoption_lines=("sesión plenaria", "sesión"),
    enacting=(
        "La Asamblea General",
        "El Consejo de Seguridad",
        "El Consejo Económico y Social",
        "El Consejo de Derechos Humanos",
        "La Conferencia de las Partes",
        "El Consejo de Administración Fiduciaria",
    ),
    conjunctions=("y", "e", "o"),
    masthead=MastheadWords(
        united_nations=("Naciones Unidas",),
        distribution=("Distr.",),
        distributions=(
            ("general", "general"),
            ("limitada", "limited"),
            ("reservada", "restricted"),
            ("provisional", "provisional"),
        ),
        original=("Original",),
        languages=(
            ("árabe", "ar"),
            ("chino", "zh"),
            ("inglés", "en"),
            ("francés", "fr"),
            ("ruso", "ru"),
            ("español", "es"),
        ),
        language_only=("únicamente", "solamente"),
        session=("período de sesiones", "reunión"),
        years=("año",),
        agenda=("programa", "agenda", "orden del día", "lista preliminar"),
        agenda_item=("Tema", "Temas", "Punto", "Puntos"),
        titles=(
            "Proyecto de informe",
            "Proyecto de programa",
            "Programa provisional",
            "Proyecto de presupuesto por programas",
            "Resolución",
            "Decisión aprobada",
            "Observaciones finales",
            "Conclusiones convenidas",
            "Mandato de",
            "Observación general núm.",
            "Observación general conjunta núm.",
            "Recomendación general núm.",
            "Recomendación general conjunta núm.",
            "Dictamen",
            "Acta resumida",
            "Acta literal",
            "Declaración de la Presidencia",
            "Lista de cuestiones",
            "Carta de fecha",
            "Cartas de fecha",
            "Cartas idénticas de fecha",
            "Nota verbal de fecha",
        ),
        types=("Informe", "Nota", "Carta", "Documento de trabajo"),
        type_endings=(),
        openings=(
            "Resumen",
            "Resumen ejecutivo",
            "Sinopsis",
            "Síntesis",
            "Antecedentes",
            "Introducción",
        ),
        drafts=("proyecto de resolución", "proyecto de decisión", "proyectos de resolución"),
        title_endings=(),
        addendum=("Adición",),
        modifications=("Corrección", "Corrigendum", "Revisión"),
        rapporteur=("Relator", "Relatora"),
        bodies=(
            "Asamblea",
            "Consejo",
            "Conferencia",
            "Comité",
            "Comisión",
            "Grupo de Trabajo",
            "Grupo",
            "Órgano",
            "Junta",
        ),
        articles=("la", "el", "los", "las"),
    ),
    dates=DateWords(
        months=(
            ("enero",),
            ("febrero",),
            ("marzo",),
            ("abril",),
            ("mayo",),
            ("junio",),
            ("julio",),
            ("agosto",),
            ("septiembre", "setiembre"),
            ("octubre",),
            ("noviembre",),
            ("diciembre",),
        ),
        paired_months=False,
        ordinal_indicators=("º", "°", "er", "o"),
        prepositions=("de", "del"),
        range_words=("a", "al", "hasta el"),
        conjunctions=("y",),
        leading_words=(
            "del",
            "de",
            "el",
            "los días",
            "el día",
            "de fecha",
            "fechada el",
            "entre el",
            "domingo",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
        ),
        trailing_words=(),
        field_suffixes=(),
    ),
    sessions=SessionOrdinals(
        systems=(ORDINALS,),
        ordinal_indicators=(
            "º",
            "ª",
            "°",
            "o",
            "a",
            "er",
            "ro",
            "ra",
            "do",
            "da",
            "to",
            "ta",
            "mo",
            "ma",
            "vo",
            "no",
        ),
        prefix="",
        nouns=(
            "período de sesiones",
            "periodo de sesiones",
            "período extraordinario de sesiones",
            "sesión",
            "reunión",
            "conferencia",
        ),
    ),
    citations=CitationWords(
        resolution=("resolución", "resoluciones", "res."),
        decision=("decisión", "decisiones", "dec."),
        proclitics=(),
        numero_words=("núm.", "nº", "no"),
        max_words_between=6,
        number_prefix="",
        number_suffixes=(),
        conjunctions=("y", ",", "e", "o"),
        range_words=("a",),
        session_prefixes=(),
    ),
)
