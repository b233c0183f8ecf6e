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
    listed,
)

LEXICON = Lexicon(
    language="es",
    name="Spanish",
    script="Latin",
    common_words=("el", "la", "los", "las", "y", "del", "en", "que", "por", "para", "con", "una"),
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
        Unit(kind="part", names=("Parte",), series=(ROMAN_UPPER, DECIMAL)),
        Unit(kind="chapter", names=("Capítulo",), series=(ROMAN_UPPER, DECIMAL)),
        Unit(kind="section", names=("Sección",), series=(DECIMAL, ROMAN_UPPER, LATIN_UPPER)),
        Unit(kind="recommendation", names=("Recomendación",), series=(DECIMAL,)),
        Unit(
            kind="annex", names=("Anexo",), series=(ROMAN_UPPER, DECIMAL, LATIN_UPPER), alone=True
        ),
        Unit(
            kind="appendix",
            names=("Apéndice",),
            series=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            alone=True,
        ),
        Unit(
            kind="resolution",
            names=("Proyecto de resolución", "Resolución"),
            series=(ROMAN_UPPER, DECIMAL),
        ),
        Unit(
            kind="decision",
            names=("Proyecto de decisión", "Decisión"),
            series=(ROMAN_UPPER, DECIMAL),
        ),
    ),
    continued=("continuación",),
    contents=("Índice",),
    columns=("Capítulo", "Párrafos", "Página"),
    closing=("sesión plenaria", "sesión"),
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
        agenda=("programa", "agenda", "orden del día", "lista preliminar"),
        agenda_item=("Tema", "Temas", "Punto", "Puntos"),
        titles=(
            "Proyecto de informe",
            "Proyecto de programa",
            "Programa provisional",
            "Resolución",
            "Decisión aprobada",
            "Observaciones finales",
            "Dictamen",
            "Acta resumida",
            "Acta literal",
            "Declaración de la Presidencia",
            "Lista de cuestiones",
        ),
        types=("Informe", "Nota", "Carta", "Documento de trabajo"),
        drafts=("proyecto de resolución", "proyecto de decisión", "proyectos de resolución"),
        title_endings=(),
        addendum=("Adición",),
        changes=("Corrección", "Corrigendum", "Revisión"),
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
        ordinals=("º", "°", "er", "o"),
        links=("de", "del"),
        through=("a", "al", "hasta el"),
        conjunctions=("y",),
        before=(
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
        after=(),
        signs=(),
    ),
    sessions=SessionOrdinals(
        series=(
            listed(
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
                also=(
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
            ),
        ),
        signs=(
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
        opening="",
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
        prefixes=(),
        number=("núm.", "nº", "no"),
        distance=6,
        opening="",
        closing=(),
        conjunctions=("y", ",", "e", "o"),
        through=("a",),
        session=(),
    ),
)
