"""Plausible words of health, in English and Spanish, that a large library is put together from.

Nothing here is advice: the sentences are made to be searched, not to be followed.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ROOTS = _words(
    "aden arthr bronch bursit carcin cardi cephal cervic chondr colp crani cyst dermat "
    "encephal enter fibr gastr gingiv gloss hemat hepat hyster kerat laryng lip lymph mamm "
    "mening myel my nephr neur odont onych ophthalm oste ot ovari pancreat pharyng phleb "
    "pneumon proct pyel rhin sarc scler spondyl splen stomat ten thromb thyroid trache tympan "
    "ureter urethr uter vagin vascul"
)

ENDINGS = {  # English: Spanish, with the Spanish word's gender
    "itis": ("itis", "f"),
    "opathy": ("opatía", "f"),
    "osis": ("osis", "f"),
    "algia": ("algia", "f"),
    "omegaly": ("omegalia", "f"),
    "oma": ("oma", "m"),
    "osclerosis": ("osclerosis", "f"),
    "omalacia": ("omalacia", "f"),
    "orrhagia": ("orragia", "f"),
    "ospasm": ("ospasmo", "m"),
    "ostenosis": ("ostenosis", "f"),
    "otrophy": ("otrofia", "f"),
}

AILMENTS = {
    "pain": ("dolor", "m"),
    "rash": ("erupción", "f"),
    "swelling": ("hinchazón", "f"),
    "burn": ("quemadura", "f"),
    "cut": ("corte", "m"),
    "sprain": ("esguince", "m"),
    "infection": ("infección", "f"),
    "numbness": ("entumecimiento", "m"),
    "ulcer": ("úlcera", "f"),
    "fracture": ("fractura", "f"),
    "stiffness": ("rigidez", "f"),
    "bruise": ("moretón", "m"),
    "abscess": ("absceso", "m"),
    "itching": ("picazón", "f"),
    "weakness": ("debilidad", "f"),
    "tremor": ("temblor", "m"),
    "cramp": ("calambre", "m"),
    "tumor": ("tumor", "m"),
    "wound": ("herida", "f"),
    "injury": ("lesión", "f"),
}

PARTS = {
    "ankle": "el tobillo",
    "arm": "el brazo",
    "back": "la espalda",
    "belly": "el vientre",
    "cheek": "la mejilla",
    "chest": "el pecho",
    "chin": "el mentón",
    "ear": "la oreja",
    "elbow": "el codo",
    "eye": "el ojo",
    "eyelid": "el párpado",
    "face": "la cara",
    "finger": "el dedo de la mano",
    "foot": "el pie",
    "forearm": "el antebrazo",
    "groin": "la ingle",
    "hand": "la mano",
    "heel": "el talón",
    "hip": "la cadera",
    "jaw": "la mandíbula",
    "knee": "la rodilla",
    "leg": "la pierna",
    "lip": "el labio",
    "mouth": "la boca",
    "neck": "el cuello",
    "nose": "la nariz",
    "palm": "la palma",
    "rib": "la costilla",
    "scalp": "el cuero cabelludo",
    "shin": "la espinilla",
    "shoulder": "el hombro",
    "spine": "la columna",
    "thigh": "el muslo",
    "throat": "la garganta",
    "thumb": "el pulgar",
    "toe": "el dedo del pie",
    "tongue": "la lengua",
    "waist": "la cintura",
    "wrist": "la muñeca",
}

KINDS = {  # English: Spanish, masculine and feminine
    "Acute": ("agudo", "aguda"),
    "Bacterial": ("bacteriano", "bacteriana"),
    "Chronic": ("crónico", "crónica"),
    "Congenital": ("congénito", "congénita"),
    "Degenerative": ("degenerativo", "degenerativa"),
    "Diabetic": ("diabético", "diabética"),
    "Early": ("precoz", "precoz"),
    "Hereditary": ("hereditario", "hereditaria"),
    "Idiopathic": ("idiopático", "idiopática"),
    "Juvenile": ("juvenil", "juvenil"),
    "Mild": ("leve", "leve"),
    "Persistent": ("persistente", "persistente"),
    "Recurrent": ("recurrente", "recurrente"),
    "Rheumatic": ("reumático", "reumática"),
    "Secondary": ("secundario", "secundaria"),
    "Seasonal": ("estacional", "estacional"),
    "Severe": ("grave", "grave"),
    "Toxic": ("tóxico", "tóxica"),
    "Traumatic": ("traumático", "traumática"),
    "Viral": ("viral", "viral"),
}

SIGNS = {
    "fever": "fiebre",
    "chills": "escalofríos",
    "dizziness": "mareos",
    "nausea": "náuseas",
    "fatigue": "cansancio",
    "poor sleep": "falta de sueño",
    "loss of appetite": "pérdida del apetito",
    "shortness of breath": "falta de aire",
    "a fast heartbeat": "latidos rápidos",
    "weight loss": "pérdida de peso",
    "night sweats": "sudores nocturnos",
    "headache": "dolor de cabeza",
    "tingling": "hormigueo",
    "blurred vision": "visión borrosa",
    "dry mouth": "boca seca",
    "muscle cramps": "calambres musculares",
    "pale skin": "piel pálida",
    "dark urine": "orina oscura",
    "constipation": "estreñimiento",
    "diarrhea": "diarrea",
}

HELPERS = {
    "your nurse": "su enfermera",
    "your doctor": "su médico",
    "the pharmacist": "el farmacéutico",
    "a physical therapist": "un fisioterapeuta",
    "the care team": "el equipo de atención",
    "a dietitian": "un nutricionista",
    "your family": "su familia",
    "the clinic": "la clínica",
}

THINGS = {
    "a cool cloth": "un paño fresco",
    "a warm blanket": "una manta tibia",
    "loose clothes": "ropa suelta",
    "good shoes": "buenos zapatos",
    "a firm pillow": "una almohada firme",
    "a walking stick": "un bastón",
    "a soft brush": "un cepillo suave",
    "clean water": "agua limpia",
    "mild soap": "jabón suave",
    "a paper diary": "un diario de papel",
    "a kitchen scale": "una balanza de cocina",
    "a pill box": "un pastillero",
    "sun cream": "crema para el sol",
    "a night light": "una luz de noche",
    "a shower chair": "una silla de ducha",
    "a clean bandage": "una venda limpia",
}

MEDICINES_FIRST = _words("al be cor di el fen gli ka lo me ni ola pra qui ro sal te va xi zo")
MEDICINES_MIDDLE = _words("bu ce da fo li mo ne pi ra so ti vu")
MEDICINES_LAST = _words("cillin dipine mab nib olol parin pril sartan statin xaban zole zepam")

CLINICAL = (
    (
        "{name} is seen in adults and in children, and may come with {sign} or {sign2}.",
        "{name} se observa en adultos y en niños, y puede presentarse con {sign} o {sign2}.",
    ),
    (
        "The history asks about {sign}, earlier injuries of the {part}, and family members who "
        "had the same.",
        "La historia clínica pregunta por {sign}, lesiones anteriores en {part} y familiares que "
        "tuvieron lo mismo.",
    ),
    (
        "Examination of the {part} shows tenderness, limited movement and, at times, a change of "
        "colour.",
        "La exploración en {part} muestra sensibilidad, movimiento limitado y, a veces, un cambio "
        "de color.",
    ),
    (
        "Laboratory tests are chosen by the findings; a raised marker of inflammation is common "
        "but proves nothing.",
        "Los análisis se eligen según los hallazgos; un marcador de inflamación elevado es "
        "frecuente, pero no prueba nada.",
    ),
    (
        "Where {sign} lasts longer than expected, imaging of the {part} is considered.",
        "Cuando persiste lo siguiente, {sign}, se considera una imagen en {part}.",
    ),
    (
        "Treatment with {medicine} has been studied; doses follow the kidney function and are "
        "reviewed each visit.",
        "Se ha estudiado el tratamiento con {medicine}; las dosis siguen la función renal y se "
        "revisan en cada visita.",
    ),
    (
        "{medicine} may interact with {medicine2}, so that the list of medicines is read together "
        "with the patient.",
        "{medicine} puede interactuar con {medicine2}, por lo que la lista de medicamentos se lee "
        "junto con el paciente.",
    ),
    (
        "Differential diagnoses include {other} and, less often, {other2}.",
        "El diagnóstico diferencial incluye {other} y, con menos frecuencia, {other2}.",
    ),
    (
        "The course is variable: some patients recover within weeks, others have {sign2} for "
        "months.",
        "La evolución es variable: algunos pacientes se recuperan en semanas, otros presentan "
        "{sign2} durante meses.",
    ),
    (
        "Involvement of the {part2} points to a wider disease and changes the plan.",
        "La afectación en {part2} indica una enfermedad más amplia y cambia el plan.",
    ),
    (
        "Follow-up is arranged with {helper}, who records blood pressure, weight and function.",
        "El seguimiento se acuerda con {helper}, que anota la presión arterial, el peso y la "
        "función.",
    ),
    (
        "Surgery is rarely needed, and only after rest, exercise and {thing} have been tried.",
        "La cirugía rara vez es necesaria, y solo después de probar reposo, ejercicio y {thing}.",
    ),
    (
        "Risk rises with age, smoking, diabetes and earlier {other}.",
        "El riesgo aumenta con la edad, el tabaco, la diabetes y un antecedente de {other}.",
    ),
    (
        "Microscopy of the tissue shows scarring of small vessels, without signs of malignancy.",
        "La microscopía del tejido muestra cicatrices de vasos pequeños, sin signos de malignidad.",
    ),
)

PLAIN = (
    (
        "You may have {sign}. Tell {helper} when it began.",
        "Puede tener {sign}. Diga cuándo empezó a {helper}.",
    ),
    ("Rest the {part} when it hurts.", "Descanse cuando le duela {part}."),
    ("Keep {thing} where you can reach it.", "Tenga {thing} a su alcance."),
    (
        "Look at your {part} each morning, and write down what you see.",
        "Mire cada mañana {part} y anote lo que ve.",
    ),
    (
        "Ask {helper} before you take anything new.",
        "Pregunte a {helper} antes de tomar algo nuevo.",
    ),
    ("Move a little every hour, as far as it feels good.", "Muévase un poco cada hora, sin dolor."),
    ("It is all right to ask for help with {thing}.", "Está bien pedir ayuda con {thing}."),
    (
        "Bring your list of medicines, such as {medicine}, to each visit.",
        "Lleve su lista de medicamentos, como {medicine}, a cada visita.",
    ),
    ("Sleep with {thing} near you.", "Duerma con {thing} cerca."),
    (
        "If you feel {sign2}, sit down and call somebody.",
        "Si nota {sign2}, siéntese y llame a alguien.",
    ),
)
