"""Addresses by which record systems and links ask for a page: the good, the odd and the hostile."""

from __future__ import annotations

import pytest

from viewer.core.codes import Code
from viewer.core.requests import (
    MAX_ADDRESS,
    MAX_PARAMETERS,
    Refusal,
    Request,
    language_tag,
    parse_request,
)

CM = "mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
E83 = "mainSearchCriteria.v.c=E83.59"
LANGUAGE = "informationRecipient.languageCode.c"
CALCIPHYLAXIS = Code("icd10cm", "E83.59")
INFOBUTTON = (
    "https://careleaf.example/infobutton?taskContext.c.c=PROBLISTREV&"
    f"{CM}&{E83}&mainSearchCriteria.v.dn=Calciphylaxis&{LANGUAGE}=es-MX"
    "&informationRecipient=PAT&patientPerson.administrativeGenderCode.c=F"
)


@pytest.mark.parametrize(
    ("address", "request_"),
    [
        (INFOBUTTON, Request(code=Code(*CALCIPHYLAXIS[:2], "Calciphylaxis"), language="es-MX")),
        (f"http://localhost:8080/x/y?{CM}&{E83}", Request(code=CALCIPHYLAXIS)),
        (f"HTTPS://H/?{CM}&{E83}#part", Request(code=CALCIPHYLAXIS)),
        (f"  https://h?{CM}&{E83}\n", Request(code=CALCIPHYLAXIS)),
        (f"careleaf:?{CM}&{E83}", Request(code=CALCIPHYLAXIS)),
        (f"careleaf:open?{CM}&{E83}&{LANGUAGE}=es", Request(code=CALCIPHYLAXIS, language="es")),
        (f"careleaf://open?{CM}&{E83}", Request(code=CALCIPHYLAXIS)),
        (f"careleaf:///open/?{CM}&{E83}", Request(code=CALCIPHYLAXIS)),
        (f"careleaf:?{E83}", Request(code=Code("", "E83.59"))),
        (f"careleaf:?{E83}&mainSearchCriteria.v.cs=", Request(code=Code("", "E83.59"))),
        (f"careleaf:?{E83.lower()}&{CM.upper()}", Request(code=Code("icd10cm", "e83.59"))),
        ("careleaf:?mainSearchCriteria.v.c=E83%2E59", Request(code=Code("", "E83.59"))),
        (
            "https://h?mainSearchCriteria.v.cs=1.2.3.4&mainSearchCriteria.v.c=x",
            Request(code=Code("1.2.3.4", "x")),
        ),
        # Of what is said twice, the first counts: a code stays with its own system.
        (f"https://h?{CM}&{E83}&{E83[:-5]}Z99&{CM[:-2]}96", Request(code=CALCIPHYLAXIS)),
        ("careleaf:topic/calciphylaxis", Request("calciphylaxis")),
        ("careleaf:topic/calciphylaxis/", Request("calciphylaxis")),
        ("careleaf://topic/calciphylaxis", Request("calciphylaxis")),
        ("careleaf:topic/calciphylaxis/pressure", Request("calciphylaxis", "pressure")),
        ("CARELEAF:topic/skin%2Dcare", Request("skin-care")),
        (f"careleaf:topic/skin?{LANGUAGE}=en-US", Request("skin", language="en-US")),
        # A name that would trick its reader loses what it tricks with.
        (
            f"careleaf:?{E83}&mainSearchCriteria.v.dn=a%E2%80%AEb%00%0A+c",
            Request(code=Code("", "E83.59", "ab c")),
        ),
        (
            f"careleaf:?{E83}&mainSearchCriteria.v.dn=%FF",
            Request(code=Code("", "E83.59", "\ufffd")),
        ),
        # A language that cannot be read is not said.
        (f"careleaf:?{E83}&{LANGUAGE}=../en", Request(code=Code("", "E83.59"))),
        (f"careleaf:?{E83}&{LANGUAGE}=", Request(code=Code("", "E83.59"))),
    ],
)
def test_an_address_that_is_a_request(address: str, request_: Request) -> None:
    assert parse_request(address) == request_


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("", Refusal.UNKNOWN),
        ("calciphylaxis", Refusal.UNKNOWN),
        ("-", Refusal.UNKNOWN),
        (f"ftp://h?{CM}&{E83}", Refusal.UNKNOWN),
        (f"file:///etc/passwd?{E83}", Refusal.UNKNOWN),
        (f"javascript:alert(1)?{E83}", Refusal.UNKNOWN),
        (f"//h?{E83}", Refusal.UNKNOWN),
        ("https://[", Refusal.UNKNOWN),
        (f"https://[::1?{E83}", Refusal.UNKNOWN),
        (f"careleaf:delete?{E83}", Refusal.UNKNOWN),
        ("careleaf:topic", Refusal.UNKNOWN),
        ("careleaf:topic/../../etc", Refusal.UNKNOWN),
        ("careleaf:topic/%2e%2e/passwd", Refusal.UNKNOWN),
        ("careleaf:topic/a/b/c", Refusal.UNKNOWN),
        ("careleaf:topic/A", Refusal.UNKNOWN),
        ("careleaf:topic/" + "a" * 201, Refusal.UNKNOWN),
        ("careleaf:topic/a%00", Refusal.UNKNOWN),
        ("careleaf:topic/a%0A", Refusal.UNKNOWN),
        ("https://h?" + "a=1&" * MAX_PARAMETERS + E83, Refusal.UNKNOWN),
        ("https://careleaf.example/", Refusal.NO_CODE),
        ("careleaf:", Refusal.NO_CODE),
        (f"https://h?{CM}", Refusal.NO_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=", Refusal.NO_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=%20%20", Refusal.NO_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=%00", Refusal.BAD_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=E83%E2%80%AE59", Refusal.BAD_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=%FF%FE", Refusal.BAD_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=<script>", Refusal.BAD_CODE),
        (f"https://h?{CM}&mainSearchCriteria.v.c=" + "9" * 41, Refusal.BAD_CODE),
        (f"https://h?mainSearchCriteria.v.cs=%7B%7D&{E83}", Refusal.BAD_CODE),
        (f"https://h\0?{E83}", Refusal.HIDDEN),
        (f"ht\ntps://h?{E83}", Refusal.HIDDEN),
        (f"https://h?{E83}&\N{RIGHT-TO-LEFT OVERRIDE}", Refusal.HIDDEN),
        (f"https://h?{E83}\udcff", Refusal.HIDDEN),
        ("https://h?" + "a" * MAX_ADDRESS, Refusal.TOO_LONG),
        ("%" * 10_000_000, Refusal.TOO_LONG),
    ],
)
def test_an_address_that_is_none(address: str, refusal: Refusal) -> None:
    assert parse_request(address) is refusal


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("es", "es"),
        ("ES", "es"),
        ("es-mx", "es-MX"),
        ("es_MX", "es-MX"),
        ("en-US", "en-US"),
        ("spa", "es"),
        ("eng", "en"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("", ""),
        ("español", ""),
        ("x" * 5_000, ""),
        ("-", ""),
    ],
)
def test_languages_as_record_systems_write_them(text: str, tag: str) -> None:
    assert language_tag(text) == tag
