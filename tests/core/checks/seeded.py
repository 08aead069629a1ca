"""Faults that were put into the shipped topic, each a small edit as it happens to an author."""

from __future__ import annotations

from typing import NamedTuple

from viewer.core.problems import Rule


class Seeded(NamedTuple):
    """One edit: in ``file`` each ``old`` becomes ``new``, and the rule that catches it."""

    name: str
    file: str
    old: str
    new: str
    rule: Rule


HELP_EN, HELP_ES = "en/when-to-get-help.md", "es/when-to-get-help.md"
FLUID_EN, FLUID_ES = "en/hydration.md", "es/hydration.md"
ROOM_EN, ROOM_ES = "en/temperature.md", "es/temperature.md"
MOVE_EN = "en/mobility.md"
SKIN_EN = "en/pressure.md"
PILLS_ES = "es/phosphate-binders.md"
_LONG = (
    "Keep your room mild all day and all night and do not let it get hot or cold at any time of"
    " the day"
)

SEEDED = (
    # Warnings that are lost
    Seeded(
        "a safety text is not translated",
        ROOM_ES,
        "{: #no-heat-or-ice .safety }",
        "",
        Rule.SAFETY_MISSING,
    ),
    Seeded(
        "a safety text is lost in the original",
        ROOM_EN,
        "{: #no-heat-or-ice .safety }",
        "",
        Rule.SAFETY_ONLY_HERE,
    ),
    Seeded(
        "the id of a safety text is translated",
        FLUID_ES,
        "{: #fluid-plan .safety }",
        "{: #plan-de-liquidos .safety }",
        Rule.SAFETY_MISSING,
    ),
    Seeded(
        "a safety text has no id",
        MOVE_EN,
        "{: #stand-slowly .safety }",
        "{: .safety }",
        Rule.SAFETY_WITHOUT_ID,
    ),
    Seeded(
        "a safety text has no words",
        MOVE_EN,
        "### Stand up slowly {: #stand-slowly .safety }\n",
        "### Falls {: #falls .safety }\n\n### Stand up slowly {: #stand-slowly .safety }\n",
        Rule.EMPTY_SAFETY,
    ),
    Seeded(
        "a care page has no safety text",
        MOVE_EN,
        "{: #stand-slowly .safety }",
        "{: #stand-slowly }",
        Rule.CARE_WITHOUT_SAFETY,
    ),
    Seeded(
        "the rule on medicines is not safety text",
        PILLS_ES,
        "{: #medicine-rule .safety }",
        "",
        Rule.MEDICINE_RULE_MISSING,
    ),
    Seeded(
        "the rule on medicines is turned into advice",
        PILLS_ES,
        "Nunca empiece, ni deje, ni cambie una medicina por su cuenta.",
        "Hable de sus medicinas.",
        Rule.MEDICINE_RULE_MISSING,
    ),
    Seeded(
        "the fluid plan is not named",
        FLUID_EN,
        "Follow your care team’s fluid plan. Many people",
        "Be careful. Many people",
        Rule.FLUID_RULE_MISSING,
    ),
    Seeded(
        "a box of danger is lost in translation",
        HELP_ES,
        '!!! danger "Llame',
        '!!! note "Llame',
        Rule.CALLOUTS_DIFFER,
    ),
    Seeded(
        "a sign of danger is lost in translation",
        HELP_ES,
        "    - fiebre\n",
        "",
        Rule.ITEMS_DIFFER,
    ),
    Seeded(
        "a thing not to do is lost in translation",
        ROOM_ES,
        "- No se lave con agua muy caliente.\n",
        "",
        Rule.ITEMS_DIFFER,
    ),
    Seeded(
        "a thing to do is lost in the original",
        FLUID_EN,
        "- Use a small cup.\n",
        "",
        Rule.ITEMS_DIFFER,
    ),
    Seeded(
        "help without a number",
        HELP_EN,
        "{{emergency_number}}",
        "for help",
        Rule.HELP_WITHOUT_NUMBER,
    ),
    Seeded(
        "help that a handout may leave out",
        HELP_EN,
        " .safety }",
        " }",
        Rule.HELP_WITHOUT_SAFETY,
    ),
    # Advice the wrong way round
    Seeded(
        "drink more",
        FLUID_EN,
        "- Use a small cup.",
        "- Drink more when you are thirsty.",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "drink more, in Spanish",
        FLUID_ES,
        "- Use un vaso pequeño.",
        "- Beba más agua si tiene sed.",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "drink plenty, in the clinical text",
        FLUID_EN,
        "- Use small cups, and spread drinks over the day.",
        "- Patients should drink plenty of fluids.",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "stop taking, behind a negation of something else",
        "en/phosphate-binders.md",
        "## In plain words {: .plain }\n",
        "## In plain words {: .plain }\n\nDo not wait: stop taking your binder.\n",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "stop taking, in Spanish",
        PILLS_ES,
        "- Lleve la lista a cada cita.",
        "- Deje de tomar su quelante.",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "a lost negation",
        ROOM_EN,
        "- Wear soft layers that you can take off.",
        "- Use a heating pad on your feet.",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "no need to call",
        SKIN_EN,
        "No plan? Ask your nurse today.",
        "No plan? There is no need to call.",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "danger in the line that stands first",
        "topic.yaml",
        "Protect your skin, follow your fluid plan,",
        "Protect your skin, drink plenty of water,",
        Rule.DANGER_WORDS,
    ),
    # Figures, values and numbers
    Seeded(
        "a number that is wrong elsewhere",
        FLUID_EN,
        "Short of breath? Call {{emergency_number}} now.",
        "Short of breath? Call 911 now.",
        Rule.WRITTEN_NUMBER,
    ),
    Seeded(
        "a figure that only one language has",
        ROOM_ES,
        "- Use capas de ropa suave",
        "- Use 3 capas de ropa suave",
        Rule.FIGURES_DIFFER,
    ),
    Seeded(
        "a changed value",
        HELP_ES,
        '!!! warning "Llame hoy al {{care_team_phone}}"',
        '!!! warning "Llame hoy al {{emergency_number}}"',
        Rule.VALUES_DIFFER,
    ),
    Seeded(
        "a lost line to write on",
        FLUID_ES,
        "{{blank:mi límite al día}}",
        "su límite",
        Rule.VALUES_DIFFER,
    ),
    Seeded(
        "a value that does not exist",
        FLUID_EN,
        "{{care_team_phone}}",
        "{{team_phone}}",
        Rule.UNKNOWN_PLACEHOLDER,
    ),
    Seeded(
        "a percentage in plain text",
        "en/prognosis.md",
        "## In plain words {: .plain }\n",
        "## In plain words {: .plain }\n\nAbout 45 % of people get well.\n",
        Rule.PLAIN_FIGURE,
    ),
    Seeded(
        "odds in plain Spanish",
        "es/prognosis.md",
        "## En palabras sencillas {: .plain }\n",
        "## En palabras sencillas {: .plain }\n\nLe pasa a 1 de cada 5 personas.\n",
        Rule.PLAIN_FIGURE,
    ),
    # A risen grade
    Seeded(
        "a grade that has risen",
        MOVE_EN,
        "## In plain words {: .plain }\n",
        "## In plain words {: .plain }\n\n"
        + "Environmental irregularities necessitate considerable accessibility evaluation. " * 6
        + "\n",
        Rule.READING_GRADE,
    ),
    Seeded(
        "an ease that has fallen, in Spanish",
        "es/mobility.md",
        "## En palabras sencillas {: .plain }\n",
        "## En palabras sencillas {: .plain }\n\n"
        + "La inestabilidad ambiental posibilita consecuencias considerablemente perjudiciales. "
        * 3
        + "\n",
        Rule.READING_EASE,
    ),
    Seeded(
        "a sentence too long",
        ROOM_EN,
        "Keep your room not too hot and not too cold.",
        f"{_LONG}.",
        Rule.LONG_SENTENCE,
    ),
    Seeded(
        "a paragraph too long",
        ROOM_EN,
        "Heat or cold can make your pain worse.\n",
        "Heat can hurt you. Cold can hurt you. Tell your nurse. Ask for help.\n",
        Rule.LONG_PARAGRAPH,
    ),
    Seeded(
        "a list too long",
        ROOM_EN,
        "- Wear soft layers that you can take off.\n",
        "- Wear soft layers that you can take off.\n- Sit here.\n- Sit there.\n- Rest.\n",
        Rule.LONG_LIST,
    ),
    Seeded(
        "a heading too long",
        ROOM_EN,
        "### What is right for you?",
        "### What is the right way for you to keep your own room?",
        Rule.LONG_HEADING,
    ),
    Seeded(
        "no main message",
        SKIN_EN,
        "You may be more at risk of bed sores (pressure ulcers). Lying or sitting still too long"
        " can hurt your skin.\n",
        "- Turn.\n",
        Rule.NO_MAIN_MESSAGE,
    ),
    Seeded(
        "no actions",
        MOVE_EN,
        "### Do this {: .do }",
        "### Some tips",
        Rule.NO_ACTIONS,
    ),
    Seeded(
        "something to do that says nothing to do",
        MOVE_EN,
        "- Wear shoes that fit well and do not slip.",
        "- Your shoes need to fit well.",
        Rule.NOT_AN_ACTION,
    ),
    Seeded(
        "no question in the reader's own words",
        MOVE_EN,
        "- In your own words, what will you do to keep from falling?",
        "- Do you know how to keep from falling?",
        Rule.NO_TEACH_BACK,
    ),
    Seeded(
        "words about patients",
        SKIN_EN,
        "No plan? Ask your nurse today.",
        "Patients should ask for a plan.",
        Rule.ALOOF,
    ),
    Seeded(
        "a medical word without a meaning",
        MOVE_EN,
        "A fall can hurt your skin.",
        "A fall can cause a hematoma.",
        Rule.UNEXPLAINED_WORD,
    ),
    Seeded(
        "a hard word",
        FLUID_EN,
        "- Use a small cup.",
        "- Utilize a small cup.",
        Rule.COMPLEX_WORD,
    ),
    # The pack
    Seeded(
        "a link that leads nowhere",
        SKIN_EN,
        "(section:when-to-get-help)",
        "(section:when-to-call)",
        Rule.DEAD_LINK,
    ),
    Seeded(
        "a list glued to its paragraph",
        ROOM_EN,
        "### Do this {: .do }\n\n- Keep",
        "### Do this {: .do }\n\nEach day\n- Keep",
        Rule.GLUED_LIST,
    ),
    Seeded(
        "a plain title left out",
        ROOM_EN,
        'plain_title: "How warm should my room be?"\n',
        "",
        Rule.NO_PLAIN_TITLE,
    ),
    Seeded(
        "a source that is not listed",
        FLUID_EN,
        "sources: [medtigo, kidney-care, unsourced]",
        "sources: [medtigo, kidneycare]",
        Rule.UNKNOWN_SOURCE,
    ),
    Seeded(
        "raw HTML",
        MOVE_EN,
        "Tell your care team. Ask",
        "Tell your care team. <font>Ask</font>",
        Rule.RAW_HTML,
    ),
    Seeded(
        "the page about help is not there",
        "topic.yaml",
        "help: when-to-get-help",
        "help: get-help",
        Rule.HELP_WITHOUT_FILE,
    ),
    Seeded(
        "the things not to do have become things to do in translation",
        ROOM_ES,
        "### No haga esto {: .dont }",
        "### Y haga esto {: .do }",
        Rule.ITEMS_DIFFER,
    ),
    Seeded(
        "a question that tells people to drink",
        FLUID_EN,
        'plain_title: "How much should I drink?"',
        'plain_title: "Should I drink more water?"',
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "the meaning of a word tells people to change a medicine",
        "glossary.yaml",
        'Never start, stop or change it on your own."}\n  es: {term: warfarina',
        'Stop taking warfarin if it bothers you."}\n  es: {term: warfarina',
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "bad advice behind a condition",
        MOVE_EN,
        "### Stand up slowly {: #stand-slowly .safety }\n",
        "If you do not feel well, stop taking your pills.\n\n"
        "### Stand up slowly {: #stand-slowly .safety }\n",
        Rule.DANGER_WORDS,
    ),
    Seeded(
        "the rule on medicines allows what it forbade",
        PILLS_ES,
        "Nunca empiece, ni deje, ni cambie una medicina por su cuenta.",
        "Usted puede empezar, dejar o cambiar una medicina que no le guste.",
        Rule.MEDICINE_RULE_MISSING,
    ),
    # Reviews
    Seeded(
        "a review of another text",
        "topic.yaml",
        "format: 1\n",
        "format: 1\nreviews:\n  en: {by: A, at: 2026-01-01, due: 2099-01-01, text: 00000000}\n",
        Rule.STALE_REVIEW,
    ),
    Seeded(
        "a review that is due",
        "topic.yaml",
        "format: 1\n",
        "format: 1\nreviews:\n  en: {by: A, at: 2025-11-20, due: 2026-11-20, text: $VERSION}\n",
        Rule.REVIEW_DUE,
    ),
    Seeded(
        "a review that has lapsed",
        "topic.yaml",
        "format: 1\n",
        "format: 1\nreviews:\n  en: {by: A, at: 2024-11-20, due: 2025-11-20, text: $VERSION}\n",
        Rule.REVIEW_LAPSED,
    ),
)
