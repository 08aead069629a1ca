"""A topic opened by its code, by an Infobutton request and by a link: what the reader then sees."""

from __future__ import annotations

import pytest

from tests.conftest import OpenViewer, Remember
from tests.ui.packs import PackWriter, care_section, section
from viewer.folders import Folders
from viewer.request import RequestError
from viewer.ui.first_screen import FILE_NAME
from viewer.ui.reader_settings import read_settings

INFOBUTTON = (
    "https://records.example/infobutton?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
    "&mainSearchCriteria.v.c={code}&mainSearchCriteria.v.dn=Lump"
    "&informationRecipient.languageCode.c={language}"
)
UNKNOWN = "There is no topic for the code {} in this library; these are the topics that it has."


@pytest.fixture
def shelf(packs: PackWriter) -> PackWriter:
    """Three topics; two share a code."""
    for topic, codes in (
        ("ankle", {"icd10cm": ["S93.4"]}),
        ("bone", {"icd10cm": ["E83.59", "M89.9"]}),
        ("calf", {"icd10cm": ["M89.9"], "local": ["leg"]}),
    ):
        texts = {"why": section("Why", f"All about the {topic}."), "do": care_section("rest")}
        packs.topic(topic, texts, codes=codes)
    spanish = packs.folder / "bone" / "es"
    spanish.mkdir()
    (spanish / "why.md").write_text(section("Por qué", "Todo sobre el hueso."), "utf-8")
    return packs


@pytest.mark.parametrize(
    "arguments",
    [
        ("--code", "icd10cm:E83.59"),
        ("--code", "ICD10CM:e8359"),
        ("--open", INFOBUTTON.format(code="E83.59", language="en-US")),
        ("--open", "careleaf:?mainSearchCriteria.v.c=E83.59"),
        ("--open", "careleaf:topic/bone"),
        ("--open", "careleaf:topic/bone/why"),
        ("--code", "icd10cm:E83.59", "--section", "why"),
    ],
    ids=str,
)
def test_the_topic_opens_on_its_first_page(
    open_viewer: OpenViewer, shelf: PackWriter, arguments: tuple[str, ...]
) -> None:
    reader = open_viewer(*arguments, library=shelf.folder, show=False)
    assert reader.topic_title == "Bone"
    assert "All about the bone." in reader.text


def test_it_opens_at_the_level_that_is_asked_for_or_remembered(
    open_viewer: OpenViewer, shelf: PackWriter, remember: Remember
) -> None:
    code = ("--code", "icd10cm:E83.59")
    asked = open_viewer(*code, "--plain", library=shelf.folder, show=False)
    assert "The message of rest." in asked.text
    remember(kind="section", topic="ankle", section="why", plain=True)
    assert "The message of rest." in open_viewer(*code, library=shelf.folder, show=False).text
    clinical = open_viewer(*code, "--clinical", library=shelf.folder, show=False)
    assert "All about the bone." in clinical.text


def test_a_request_brings_its_language(open_viewer: OpenViewer, shelf: PackWriter) -> None:
    address = INFOBUTTON.format(code="E83.59", language="es-MX")
    reader = open_viewer("--open", address, "--language", "en", library=shelf.folder, show=False)
    assert "Todo sobre el hueso." in reader.text


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("--code", "icd10cm:Z99.2"), "Z99.2 (ICD-10-CM)"),
        (("--code", "icd10:E83.59"), "E83.59 (ICD-10)"),
        (("--code", "snomed:E83.59"), "E83.59 (SNOMED CT)"),
        (("--code", "1.2.3:E83.59"), "E83.59 (1.2.3)"),
        (("--open", INFOBUTTON.format(code="Z99.2", language="xx")), "Z99.2 (ICD-10-CM, Lump)"),
        (("--open", "careleaf:?mainSearchCriteria.v.c=Z99.2"), "Z99.2"),
    ],
    ids=str,
)
def test_an_unknown_code_gives_a_sentence_and_the_list_of_topics(
    open_viewer: OpenViewer,
    shelf: PackWriter,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    shown: str,
) -> None:
    reader = open_viewer(*arguments, library=shelf.folder, show=False)
    sentence = UNKNOWN.format(shown)
    assert sentence in reader.text
    assert reader.text.index(sentence) < reader.text.index("Ankle")
    assert all(name in reader.text for name in ("Ankle", "Bone", "Calf"))
    assert capsys.readouterr().err == f"{sentence}\n"


def test_one_topic_alone_still_has_a_list(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--code", "icd10cm:Z99.2", show=False)
    assert UNKNOWN.format("Z99.2 (ICD-10-CM)") in reader.text
    assert "Calciphylaxis" in reader.text


def test_several_topics_of_one_code_come_first(
    open_viewer: OpenViewer, shelf: PackWriter, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = open_viewer("--code", "icd10cm:M89.9", library=shelf.folder, show=False)
    sentence = "Several topics of this library are about the code M89.9 (ICD-10-CM)"
    places = [reader.text.index(word) for word in (sentence, "Bone", "Calf", "Ankle")]
    assert places == sorted(places)
    assert sentence in capsys.readouterr().err


def test_a_name_in_a_request_is_only_words(open_viewer: OpenViewer, shelf: PackWriter) -> None:
    name = "%3Cimg%20src=x%3E%20%7B%7Bemergency_number%7D%7D%20%5Ba%5D(tel:1)"
    address = f"careleaf:?mainSearchCriteria.v.c=Z99.2&mainSearchCriteria.v.dn={name}"
    reader = open_viewer("--open", address, library=shelf.folder, show=False)
    assert "Z99.2 (<img src=x> emergency_number [a](tel:1))" in reader.text
    assert "tel:1" not in str(reader.links())


def test_the_answer_is_a_page_to_go_back_to(open_viewer: OpenViewer, shelf: PackWriter) -> None:
    reader = open_viewer("--code", "icd10cm:Z99.2", library=shelf.folder)
    sentence = UNKNOWN.format("Z99.2 (ICD-10-CM)")
    reader.open_row("Bone")
    assert sentence not in reader.text
    reader.press("Back")
    assert sentence in reader.text
    reader.press("Larger text")
    assert sentence in reader.text
    reader.press("Plain language")
    assert sentence in reader.text
    reader.press("Home")
    assert sentence not in reader.text


def test_the_answer_is_not_remembered(
    open_viewer: OpenViewer, shelf: PackWriter, folders: Folders
) -> None:
    reader = open_viewer("--code", "icd10cm:Z99.2", library=shelf.folder)
    reader.close()
    assert read_settings(folders.config).kind == "home"
    again = open_viewer(library=shelf.folder, show=False)
    assert "Z99.2" not in again.text
    assert "Ankle" in again.text


def test_a_code_is_looked_for_anew_at_each_start(
    open_viewer: OpenViewer, shelf: PackWriter, folders: Folders
) -> None:
    """A kept first screen knows its own topic's files; any other may have got the code since."""
    code = ("--code", "icd10cm:E83.59")
    first = open_viewer(*code, library=shelf.folder)
    first.qtbot.waitUntil(lambda: first.has_settled)
    first.close()
    assert not (folders.cache / FILE_NAME).exists()
    file = shelf.folder / "ankle" / "topic.yaml"
    file.write_text(file.read_text("utf-8").replace("S93.4", "E83.59"), "utf-8")
    again = open_viewer(*code, library=shelf.folder, show=False)
    assert "Several topics" in again.text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense", "of no kind that Careleaf knows"),
        ("https://h/", "names no code"),
        ("https://h?mainSearchCriteria.v.c=%00", "not written as record systems write codes"),
        ("https://h\N{RIGHT-TO-LEFT OVERRIDE}", "characters that nobody can see"),
        ("https://h/" + "a" * 9_000, "longer than 8,000 characters"),
        ("careleaf:topic/gone", 'no topic "gone"'),
        ("careleaf:topic/bone/gone", 'no section "gone"'),
    ],
)
def test_an_address_that_cannot_be_met_is_one_sentence(
    open_viewer: OpenViewer, shelf: PackWriter, address: str, words: str
) -> None:
    with pytest.raises(RequestError, match=words) as refused:
        open_viewer("--open", address, library=shelf.folder, show=False)
    assert "\n" not in str(refused.value)


def test_a_desktop_that_opens_no_address_opens_the_window(
    open_viewer: OpenViewer, shelf: PackWriter
) -> None:
    assert "Ankle" in open_viewer("--open", library=shelf.folder, show=False).text
