"""English."""

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

CARDINALS = spellout(
    "english-cardinals",
    words=(
        "one, two, three, four, five, six, seven, eight, nine, ten, "
        "eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, "
        "twenty, twenty-one, twenty-two, twenty-three, twenty-four, twenty-five"
    ),
)
ORDINALS = spellout(
    "english-ordinals",
    words=(
        "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, "
        "eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth, "
        "seventeenth, eighteenth, nineteenth, twentieth, "
        "twenty-first, twenty-second, twenty-third, twenty-fourth, twenty-fifth, "
        "twenty-sixth, twenty-seventh, twenty-eighth, twenty-ninth, thirtieth, "
        "thirty-first, thirty-second, thirty-third, thirty-fourth, thirty-fifth, "
        "thirty-sixth, thirty-seventh, thirty-eighth, thirty-ninth, fortieth, "
        "forty-first, forty-second, forty-third, forty-fourth, forty-fifth, "
        "forty-sixth, forty-seventh, forty-eighth, forty-ninth, fiftieth, "
        "fifty-first, fifty-second, fifty-third, fifty-fourth, fifty-fifth, "
        "fifty-sixth, fifty-seventh, fifty-eighth, fifty-ninth, sixtieth, "
        "sixty-first, sixty-second, sixty-third, sixty-fourth, sixty-fifth, "
        "sixty-sixth, sixty-seventh, sixty-eighth, sixty-ninth, seventieth, "
        "seventy-first, seventy-second, seventy-third, seventy-fourth, "
        "seventy-fifth, seventy-sixth, seventy-seventh, seventy-eighth, "
        "seventy-ninth, eightieth, "
        "eighty-first, eighty-second, eighty-third, eighty-fourth, eighty-fifth, "
        "eighty-sixth, eighty-seventh, eighty-eighth, eighty-ninth, ninetieth, "
        "ninety-first, ninety-second, ninety-third, ninety-fourth, ninety-fifth, "
        "ninety-sixth, ninety-seventh, ninety-eighth, ninety-ninth, one hundredth"
    ),
    endings=(),
    variants=(("hundredth", 100), ("one-hundredth", 100)),
)

LEXICON = Lexicon(
    language="en",
    name="English",
    script="Latin",
    stop_words=("the", "of", "and", "to", "in", "for", "on", "with", "by", "that", "its", "was"),
    spaced=True,
    headings=(
        HeadingScheme(kind="chapter", system=ROMAN_UPPER, shapes=("dotted", "dashed", "closed")),
        HeadingScheme(kind="section", system=LATIN_UPPER, shapes=("dotted", "dashed", "closed")),
        HeadingScheme(kind="subsection", system=DECIMAL, shapes=("dotted",)),
    ),
    paragraphs=(Scheme(system=DECIMAL, shapes=("dotted",)),),
    items=(
        Scheme(system=LATIN_LOWER, shapes=("bracketed", "closed")),
        Scheme(system=ROMAN_LOWER, shapes=("bracketed", "closed")),
        Scheme(system=LATIN_LOWER, shapes=("dotted",)),
        Scheme(system=ROMAN_LOWER, shapes=("dotted",)),
        Scheme(system=DECIMAL, shapes=("bracketed", "closed")),
        Scheme(system=LATIN_UPPER, shapes=("bracketed",)),
    ),
    units=(
        Unit(
            kind="part",
            names=("Part",),
            systems=(
                ROMAN_UPPER,
                DECIMAL,
                CARDINALS,
            ),
            ordinals=(ORDINALS,),
        ),
        Unit(
            kind="chapter",
            names=("Chapter",),
            systems=(ROMAN_UPPER, DECIMAL, CARDINALS),
            ordinals=(ORDINALS,),
        ),
        Unit(
            kind="section",
            names=("Section",),
            systems=(DECIMAL, ROMAN_UPPER, LATIN_UPPER, CARDINALS),
            ordinals=(ORDINALS,),
        ),
        Unit(
            kind="recommendation",
            names=("Recommendation", "Recommendation No."),
            systems=(DECIMAL,),
        ),
        Unit(
            kind="annex",
            names=("Annex", "Attachment"),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="appendix",
            names=("Appendix", "Enclosure"),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="resolution",
            names=("Draft resolution", "Resolution"),
            systems=(ROMAN_UPPER, DECIMAL),
        ),
        Unit(kind="decision", names=("Draft decision", "Decision"), systems=(ROMAN_UPPER, DECIMAL)),
    ),
    provisions=("Article", "Rule", "Regulation", "Principle", "Guideline"),
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
    captions=("Table", "Figure", "Box", "Chart", "Map", "Graph"),
    citing=(),
    continued=("continued", "cont'd", "contd", "concluded"),
    contents=("Contents", "Table of contents"),
    notes=("Notes", "Endnotes", "Footnotes"),
    unmarked_notes=("Note", "Notes", "Source", "Sources", "Abbreviations"),
    contents_columns=(
        "Chapter",
        "Paragraphs",
        "Page",
        "Paragraph",
        "Section",
        "Annex",
        "Annexes",
        "Decision",
        "Resolution",
    ),
    adoption_lines=("plenary meeting", "meeting"),
    enacting=(
        "The General Assembly",
        "The Security Council",
        "The Economic and Social Council",
        "The Human Rights Council",
        "The Conference of the Parties",
        "The Trusteeship Council",
    ),
    conjunctions=("and", "or", "and/or"),
    masthead=MastheadWords(
        united_nations=("United Nations",),
        distribution=("Distr.", "Distribution"),
        distributions=(
            ("general", "general"),
            ("limited", "limited"),
            ("restricted", "restricted"),
            ("provisional", "provisional"),
        ),
        original=("Original",),
        languages=(
            ("Arabic", "ar"),
            ("Chinese", "zh"),
            ("English", "en"),
            ("French", "fr"),
            ("Russian", "ru"),
            ("Spanish", "es"),
        ),
        language_only=("only",),
        session=("session",),
        years=("year",),
        agenda=("agenda", "preliminary list"),
        agenda_item=("item", "items", "sub-item", "sub-items"),
        titles=(
            "Draft report",
            "Draft outcome",
            "Draft agenda",
            "Provisional agenda",
            "Annotated provisional agenda",
            "Annotations to the provisional agenda",
            "Proposed programme budget",
            "Resolution",
            "Decision adopted",
            "Concluding observations",
            "General comment No.",
            "General recommendation No.",
            "Joint general comment No.",
            "Joint general recommendation No.",
            "Views",
            "Summary record",
            "Provisional summary record",
            "Verbatim record",
            "Provisional verbatim record",
            "Statement by the President",
            "List of issues",
            "Letter dated",
            "Letters dated",
            "Identical letters dated",
            "Note verbale dated",
            "Notes verbales dated",
        ),
        types=(
            "Report",
            "Annual report",
            "Biennial report",
            "Progress report",
            "Interim report",
            "Final report",
            "Consolidated report",
            "Summary report",
            "Note",
            "Letter",
            "Identical letters",
            "Working paper",
            "Conference room paper",
        ),
        type_endings=(),
        summary=("Summary", "Executive summary", "Abstract"),
        drafts=(
            "draft resolution",
            "draft decision",
            "draft resolutions",
            "amendment to draft",
            "amendments to draft",
        ),
        title_endings=(),
        addendum=("Addendum",),
        modifications=("Corrigendum", "Revision", "Revised draft report"),
        rapporteur=(
            "Rapporteur",
            "Chair-Rapporteur",
            "Vice-Chair-Rapporteur",
            "Vice-Chair-cum-Rapporteur",
            "Submitted by",
        ),
        bodies=(
            "Assembly",
            "Council",
            "Conference",
            "Committee",
            "Commission",
            "Working Group",
            "Group",
            "Body",
            "Board",
            "Meeting",
            "Forum",
            "Programme",
            "Bureau",
            "Subcommittee",
            "Subcommission",
            "Fund",
            "Authority",
        ),
        articles=("the",),
    ),
    dates=DateWords(
        months=(
            ("January",),
            ("February",),
            ("March",),
            ("April",),
            ("May",),
            ("June",),
            ("July",),
            ("August",),
            ("September",),
            ("October",),
            ("November",),
            ("December",),
        ),
        paired_months=False,
        ordinal_indicators=("st", "nd", "rd", "th"),
        prepositions=("of",),
        range_words=("to", "through", "until"),
        conjunctions=("and",),
        leading_words=(
            "from",
            "on",
            "between",
            "dated",
            "of",
            "the",
            "Sunday",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
        ),
        trailing_words=(),
        field_suffixes=(),
    ),
    sessions=SessionOrdinals(
        systems=(ORDINALS,),
        ordinal_indicators=("st", "nd", "rd", "th"),
        prefix="",
        nouns=("session", "sessions", "meeting", "conference", "special session"),
    ),
    citations=CitationWords(
        resolution=("resolution", "resolutions", "res."),
        decision=("decision", "decisions", "dec."),
        proclitics=(),
        numero_words=("No.", "Nos."),
        max_words_between=6,
        number_prefix="",
        number_suffixes=(),
        conjunctions=("and", ",", "or"),
        range_words=("to",),
        session_prefixes=(),
    ),
)
