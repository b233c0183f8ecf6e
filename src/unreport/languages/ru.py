"""Russian."""

from unreport.languages.lexicon import (
    CYRILLIC_LOWER,
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
    "russian-ordinals",
    words=(
        "первая, вторая, третья, четвертая, пятая, шестая, седьмая, восьмая, "
        "девятая, десятая, "
        "одиннадцатая, двенадцатая, тринадцатая, четырнадцатая, пятнадцатая, "
        "шестнадцатая, семнадцатая, восемнадцатая, девятнадцатая, двадцатая, "
        "двадцать первая, двадцать вторая, двадцать третья, двадцать четвертая, "
        "двадцать пятая, двадцать шестая, двадцать седьмая, двадцать восьмая, "
        "двадцать девятая, тридцатая, "
        "тридцать первая, тридцать вторая, тридцать третья, тридцать четвертая, "
        "тридцать пятая, тридцать шестая, тридцать седьмая, тридцать восьмая, "
        "тридцать девятая, сороковая, "
        "сорок первая, сорок вторая, сорок третья, сорок четвертая, сорок пятая, "
        "сорок шестая, сорок седьмая, сорок восьмая, сорок девятая, пятидесятая, "
        "пятьдесят первая, пятьдесят вторая, пятьдесят третья, пятьдесят четвертая, "
        "пятьдесят пятая, пятьдесят шестая, пятьдесят седьмая, пятьдесят восьмая, "
        "пятьдесят девятая, шестидесятая, "
        "шестьдесят первая, шестьдесят вторая, шестьдесят третья, "
        "шестьдесят четвертая, шестьдесят пятая, шестьдесят шестая, "
        "шестьдесят седьмая, шестьдесят восьмая, шестьдесят девятая, семидесятая, "
        "семьдесят первая, семьдесят вторая, семьдесят третья, семьдесят четвертая, "
        "семьдесят пятая, семьдесят шестая, семьдесят седьмая, семьдесят восьмая, "
        "семьдесят девятая, восьмидесятая, "
        "восемьдесят первая, восемьдесят вторая, восемьдесят третья, "
        "восемьдесят четвертая, восемьдесят пятая, восемьдесят шестая, "
        "восемьдесят седьмая, восемьдесят восьмая, восемьдесят девятая, девяностая, "
        "девяносто первая, девяносто вторая, девяносто третья, девяносто четвертая, "
        "девяносто пятая, девяносто шестая, девяносто седьмая, девяносто восьмая, "
        "девяносто девятая, сотая"
    ),
    endings=(("ая", "ой ую ый ое ого ому ом ые ых"), ("ья", "ьей ью ий ье ьего ьему ьем")),
    variants=(),
)

LEXICON = Lexicon(
    language="ru",
    name="Russian",
    script="Cyrillic",
    stop_words=("и", "в", "на", "с", "по", "о", "для", "что", "его", "от", "к", "из"),
    spaced=True,
    headings=(
        HeadingScheme(kind="chapter", system=ROMAN_UPPER, shapes=("dotted", "dashed")),
        HeadingScheme(kind="section", system=LATIN_UPPER, shapes=("dotted",)),
        HeadingScheme(kind="subsection", system=DECIMAL, shapes=("dotted",)),
    ),
    paragraphs=(Scheme(system=DECIMAL, shapes=("dotted",)),),
    items=(
        Scheme(system=LATIN_LOWER, shapes=("closed", "bracketed")),
        Scheme(system=ROMAN_LOWER, shapes=("closed", "bracketed")),
        Scheme(system=LATIN_LOWER, shapes=("dotted",)),
        Scheme(system=ROMAN_LOWER, shapes=("dotted",)),
        Scheme(system=DECIMAL, shapes=("closed", "bracketed")),
        Scheme(system=CYRILLIC_LOWER, shapes=("closed", "bracketed")),
    ),
    units=(
        Unit(kind="part", names=("Часть",), systems=(ROMAN_UPPER, DECIMAL), ordinals=(ORDINALS,)),
        Unit(
            kind="chapter", names=("Глава",), systems=(ROMAN_UPPER, DECIMAL), ordinals=(ORDINALS,)
        ),
        Unit(
            kind="section",
            names=("Раздел",),
            systems=(DECIMAL, ROMAN_UPPER, LATIN_UPPER),
            ordinals=(ORDINALS,),
        ),
        Unit(kind="recommendation", names=("Рекомендация",), systems=(DECIMAL,)),
        Unit(
            kind="annex",
            names=("Приложение",),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="appendix",
            names=("Добавление", "Дополнение"),
            systems=(ROMAN_UPPER, DECIMAL, LATIN_UPPER),
            number_optional=True,
        ),
        Unit(
            kind="resolution",
            names=("Проект резолюции", "Резолюция"),
            systems=(ROMAN_UPPER, DECIMAL),
        ),
        Unit(kind="decision", names=("Проект решения", "Решение"), systems=(ROMAN_UPPER, DECIMAL)),
    ),
    captions=("Таблица", "Рисунок", "Диаграмма", "Вставка", "Карта", "График"),
    citing=(),
    continued=("продолжение",),
    contents=("Содержание",),
    notes=("Примечания", "Сноски"),
    unmarked_notes=("Примечание", "Примечания", "Источник", "Источники", "Сокращения"),
    contents_columns=("Глава", "Пункты", "Стр.", "Решение", "Резолюция"),
    adoption_lines=("пленарное заседание", "заседание"),
    enacting=(
        "Генеральная Ассамблея",
        "Совет Безопасности",
        "Экономический и Социальный Совет",
        "Совет по правам человека",
        "Конференция Сторон",
        "Совет по Опеке",
    ),
    conjunctions=("и", "или"),
    masthead=MastheadWords(
        united_nations=("Организация Объединенных Наций",),
        distribution=("Distr.",),
        distributions=(
            ("общая", "general"),
            ("ограниченная", "limited"),
        ),
        original=("Язык оригинала", "Подлинный текст"),
        languages=(
            ("арабский", "ar"),
            ("китайский", "zh"),
            ("английский", "en"),
            ("французский", "fr"),
            ("русский", "ru"),
            ("испанский", "es"),
        ),
        language_only=("только",),
        session=("сессия", "совещание"),
        years=("год",),
        agenda=("повестки дня", "первоначального перечня"),
        agenda_item=("Пункт", "Пункты"),
        titles=(
            "Проект доклада",
            "Проект повестки дня",
            "Предварительная повестка дня",
            "Аннотированная предварительная повестка дня",
            "Резолюция",
            "Решение, принятое",
            "Заключительные замечания",
            "Соображения",
            "Краткий отчет",
            "Стенографический отчет",
            "Заявление Председателя",
            "Перечень вопросов",
            "Письмо",
            "Идентичные письма",
            "Вербальная нота",
        ),
        types=("Доклад", "Записка", "Письмо", "Рабочий документ"),
        type_endings=(),
        summary=("Резюме", "Аннотация"),
        drafts=("проект резолюции", "проект решения", "проекты резолюций"),
        title_endings=(),
        addendum=("Добавление",),
        modifications=("Исправление",),
        rapporteur=("Докладчик",),
        bodies=(
            "Ассамблея",
            "Совет",
            "Конференция",
            "Комитет",
            "Комиссия",
            "Рабочая группа",
            "Группа",
            "Орган",
        ),
        articles=(),
    ),
    dates=DateWords(
        months=(
            ("января", "январь"),
            ("февраля", "февраль"),
            ("марта", "март"),
            ("апреля", "апрель"),
            ("мая", "май"),
            ("июня", "июнь"),
            ("июля", "июль"),
            ("августа", "август"),
            ("сентября", "сентябрь"),
            ("октября", "октябрь"),
            ("ноября", "ноябрь"),
            ("декабря", "декабрь"),
        ),
        paired_months=False,
        ordinal_indicators=(),
        prepositions=(),
        range_words=("по", "до"),
        conjunctions=("и",),
        leading_words=(
            "с",
            "со",
            "от",
            "в период с",
            "в",
            "во",
            "воскресенье",
            "понедельник",
            "вторник",
            "среда",
            "среду",
            "четверг",
            "пятница",
            "пятницу",
            "суббота",
            "субботу",
        ),
        trailing_words=("года", "год", "году", "г.", "гг.", "г"),
        field_suffixes=(),
    ),
    sessions=SessionOrdinals(
        systems=(ORDINALS,),
        ordinal_indicators=("я", "й", "е", "ю", "ой", "м", "го", "ая"),
        prefix="",
        nouns=(
            "сессия",
            "сессии",
            "сессию",
            "сессией",
            "совещание",
            "совещания",
            "совещании",
            "заседание",
            "заседании",
            "конференция",
        ),
    ),
    citations=CitationWords(
        resolution=(
            "резолюция",
            "резолюции",
            "резолюцию",
            "резолюцией",
            "резолюций",
            "резолюциях",
            "резолюциями",
            "резолюциям",
        ),
        decision=(
            "решение",
            "решения",
            "решении",
            "решению",
            "решением",
            "решений",
            "решениях",
            "решениями",
        ),
        proclitics=(),
        numero_words=("№",),
        max_words_between=6,
        number_prefix="",
        number_suffixes=(),
        conjunctions=("и", ","),
        range_words=("по", "до"),
        session_prefixes=(),
    ),
)
