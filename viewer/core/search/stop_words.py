"""Words that a question is built of. They count only where nothing else was typed.

Everyday words do count, but are never taken for misspelt ones: a small library
has no "mother", and "last night" is not "least right".
"""

from __future__ import annotations

from functools import lru_cache

from viewer.core.language import lookup

_STOP = {
    "en": """
        a about after all also am an and any anyone are as at be because been before being but by
        can cannot cant could couldn d did didn didnt do does doesn doesnt doing don done dont
        else ever every for from get gets getting go going got had has hasn have haven having he
        hello her here hers him his how i if in into is isn isnt it its just know let like
        ll m make many may maybe me might mine more most much must my myself need needs no not now
        of off ok okay on one only or other our ours out please put really re s she should
        shouldn shouldnt so some somebody someone something t tell than that the their them then
        there these they thing things this those to too try up us use ve very want wants was wasn
        way we well were weren what whats when where which while who whom whose why will with won
        wont would wouldn yes yet you your yours yourself often""",
    "es": """
        a al algo alguien algun alguna algunas alguno algunos ante aquel aquella asi aun aunque
        cada como con cual cuales cualquier cuando cuanta cuantas cuanto cuantos da de debe debo
        deben debemos del desde donde dos e el ella ellas ellos en entre era es esa esas ese eso
        esos esta estan estar estas este esto estos estoy fue ha hace hacen hacer hago han hasta
        hay he hola la las le les lo los mas me mi mia mias mientras mio mios mis mucha muchas
        mucho muchos muy nada necesita necesito ni no nos nosotros nuestra nuestro o otra otras
        otro otros para pero poco por porque pude puede pueden puedo pues que quien quienes
        quiere quiero saber se sea ser si sin sobre solo son soy su sus tal tambien tan tanto te
        tener tengo tenemos ti tiene tienen tienes toda todas todo todos tu tus u un una unas uno
        unos usted ustedes va vamos van y ya yo""",
}
_EVERYDAY = {
    "en": """
        mother mom mum mommy dad daddy father husband wife son daughter sister brother aunt uncle
        grandma grandpa grandmother grandfather parent parents child children kid kids baby friend
        man woman boy girl people person family patient last night day days week weeks month
        months year years today yesterday tomorrow morning evening hour hours minute time times
        again always never sometimes soon late early long short big small little best better
        worse worst good bad right left first next new old hot cold high low fast slow hard easy
        safe real sure still back down over under away home house room place work works working
        come comes came went take takes taking took give given gave keep kept find found feel
        feels felt look looks looking looked see seen saw hear think thought said say says told
        ask asked talk start started stop stopped stops end happen happens happened mean means
        meant call called live lived lives life eat eating ate drink drank sleep slept wake woke
        walk run sit stand turn turned fall fell hurt hurts ill sick tired love hate fear scared
        sad mad name word words part side hand hands foot feet face head eye eyes ear nose mouth
        neck arm arms leg legs knee chest belly skin blood bone heart water food salt sugar milk
        meat rice fish bread fruit test tests nurse doctor pill pills money cost free phone""",
    "es": """
        madre mama papa padre esposo esposa marido mujer hijo hija hermano hermana abuelo abuela
        tia tio nino nina bebe amigo amiga hombre gente persona familia paciente noche dia dias
        semana semanas mes meses ano anos hoy ayer manana tarde hora horas minuto tiempo vez veces
        siempre nunca pronto antes despues largo corto grande chico pequeno mejor peor bueno buena
        malo mala primero nuevo viejo alto bajo rapido lento duro facil casa cuarto lugar trabajo
        viene vino tomar tome toma dar dio deja dejar sigue seguir siente siento ver vi oir pienso
        dijo digo dice decir hablar empezar empieza parar pasa pasar paso llamar llamo vivir vida
        comer come comida beber dormir caminar correr caer cae cayo duele duelen enfermo enferma
        cansado cansada triste miedo nombre parte lado mano manos pie pies cara cabeza ojo ojos
        boca cuello brazo brazos pierna piernas rodilla pecho piel sangre hueso huesos corazon
        agua sal azucar leche carne pan fruta doctor doctora medico enfermera dinero gratis""",
}

_ASKING = {
    "en": "why who whom whose when where",
    "es": "quien quienes cuando donde cuanto cuanta cuantos cuantas",
}

_ALARM = {
    "en": """
        bleed bleeds bleeding bled faint faints fainted fainting unconscious unresponsive collapse
        collapsed choke chokes choking breath breathe breathes breathing breathless gasping chest
        confused confusion seizure seizures stroke shivering fever racing overdose sepsis emergency
        ambulance""",
    "es": """
        sangra sangran sangrando sangrado sangrar hemorragia desmayo desmaya desmayado desmayada
        inconsciente ahoga ahogo ahogando asfixia respira respirar respiro respiracion confundido
        confundida confusion convulsion convulsiones convulsiona derrame tiembla temblando fiebre
        calentura sobredosis sepsis emergencia ambulancia palpitaciones""",
}
_APART = {
    "en": ("race races", "racing raced"),
    "es": (
        "sal sales salada salado salero",
        "sale salen salir salio saliendo salia salga",
        "morado morada morados moradas",
        "morir morire moria",
    ),
}
"""Words that have one stem by chance, each line apart from the others."""


@lru_cache(maxsize=64)
def alarm_words(language: str) -> frozenset[str]:
    """The folded words of somebody who may need help at once."""
    return _words(_ALARM, language)


@lru_cache(maxsize=256)
def words_apart(word: str, language: str) -> frozenset[str]:
    """The folded words that have the stem of this one, or might, and mean something else."""
    groups = [
        frozenset(line.split())
        for line in next((_APART[tag] for tag in lookup(language) if tag in _APART), ())
    ]
    mine = [group for group in groups if word in group]
    return frozenset().union(*groups) - mine[0] if mine else frozenset()


@lru_cache(maxsize=64)
def asking_words(language: str) -> frozenset[str]:
    """The stop words that tell what kind of answer is wanted: a reason, a person, a time."""
    return _words(_ASKING, language)


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """The folded words that say nothing of what a reader of this language looks for."""
    return _words(_STOP, language)


@lru_cache(maxsize=64)
def everyday_words(language: str) -> frozenset[str]:
    """The folded words that everybody spells right."""
    return _words(_EVERYDAY, language) | stop_words(language)


def _words(lists: dict[str, str], language: str) -> frozenset[str]:
    return frozenset(next((lists[tag] for tag in lookup(language) if tag in lists), "").split())
