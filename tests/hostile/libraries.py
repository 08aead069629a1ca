"""Libraries to be tortured with: each file is at its worst, and tells so or is read in time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.core.library import FRONT, HANDS, TOPIC, Files, write
from tests.hostile import torture
from viewer.core.files import MAX_TEXT_BYTES

PLAIN = FRONT + "## P {: .plain }\n\n"


def filled(head: str, unit: str) -> str:
    """As many units as a text may have, each with its number."""
    room = MAX_TEXT_BYTES - len(head) - 100
    return head + "".join(unit.format(n=n) for n in range(room // len(unit.format(n=99_999))))


def texts() -> dict[str, Files]:
    """Files of the topic ``hands`` that were found to be slow, or would be."""
    also = "a:\n  en: {term: a, means: b, also: [" + filled("x", ", w{n} a b") + "]}\n"
    same = filled("", "t{n}: {{en: {{term: word, means: b}}}}\n")
    return {
        "unknown-keys": {"topic.yaml": filled(TOPIC, "abcde{n}: 1\n")},
        "keywords": {"en/warmth.md": filled(FRONT[:-4] + "keywords: [a", ", w{n}") + "]\n---\na\n"},
        "advice": {"en/warmth.md": PLAIN + ("Do not drink more water " * 800 + "\n") * 12},
        "dots": {"en/warmth.md": PLAIN + (". " * 9_000 + "\n") * 13},
        "pictures": {
            "en/warmth.md": FRONT + "".join(f"![a](images/{n}.png)\n\n" for n in range(20)),
            **{f"images/{n}.png": torture.png(4_096, 4_096 - n) for n in range(20)},
        },
        "names-of-one": {"glossary.yaml": also, "en/warmth.md": FRONT + "w1 a b c " * 2_000},
        "one-name": {"glossary.yaml": same, "en/warmth.md": FRONT + "word " * 3_000},
        "deep": {"topic.yaml": "[" * 250_000, "glossary.yaml": "? " * 130_000},
    }


def pictures() -> Files:
    """A section for each tortured picture."""
    files: dict[str, str | bytes] = {}
    for ending, drawn in (("png", torture.pngs()), ("svg", torture.svgs())):
        for name, data in drawn.items():
            files[f"images/{name}.{ending}"] = data
            files[f"en/{ending}-{name}.md"] = f"{FRONT}![A hand](images/{name}.{ending})\n"
    return files


def hands(folder: Path, files: Files) -> Path:
    """The library with the topic ``hands`` and these files in it."""
    write(folder / "hands", {**HANDS, **files})
    return folder


def odd_files(folder: Path, outside: Path) -> Path:
    """A library with pipes, rings of links, sparse files and links to what is outside."""
    library = hands(folder, {"images/a.png": torture.png(9, 9)})
    topic = library / "hands"
    secret = str(outside / "secret.png")
    for name in ("en/pipe.md", "images/pipe.png", "glossary.yaml"):
        os.mkfifo(topic / name)
    for name in ("en/huge.md", "images/huge.png"):
        with open(topic / name, "wb") as file:
            file.truncate(10_000_000_000 if sys.platform == "linux" else 1_000_000)
    (topic / "en/ring.md").symlink_to(topic / "en/ring.md")
    (topic / "en/zero.md").symlink_to("/dev/zero")
    (topic / "en/out.md").symlink_to(outside / "secret.md")
    (topic / "images/out.png").symlink_to(secret)
    (topic / "images/ring.svg").symlink_to("../images/ring.svg")
    (topic / "de").symlink_to(outside / "de")
    (topic / "fr").symlink_to(topic)
    (library / "elsewhere").symlink_to(outside)
    (library / "check.yaml").symlink_to(outside / "secret.yaml")
    sources = ["images/pipe.png", "images/huge.png", "images/out.png", "images/ring.svg", "images"]
    sources += [secret, f"file://{secret}", "../../outside/secret.png", "http://127.0.0.1:9/a.png"]
    sources += ["//localhost/a.png", "data:image/png;base64,AAAA", "images/draws.svg", "en/pipe.md"]
    drawn = f"<image xlink:href='file://{secret}'/><use href='{secret}#a'/>"
    drawn += f"<rect fill='url({secret})'/><style>@import '{secret}'; @import 'http://x/'</style>"
    entity = f"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file://{secret}'>]><svg>&a;</svg>".encode()
    files = {"images/draws.svg": torture.svg(drawn), "images/entity.svg": entity}
    shown = [*sources, "images/entity.svg"]
    text = FRONT + "\n\n".join(f"![A hand]({source}) [a]({source})" for source in shown)
    text += f"\n\n<img src='{secret}'> <iframe src='file://{secret}'></iframe> <{secret}>\n"
    text += (
        "\n<link rel=stylesheet href='http://127.0.0.1:9/a.css'>{: style='background:url(x)' }\n"
    )
    write(topic, {**files, "en/all.md": text, "en/warmth.md": text})
    return library
