"""Make resources/syllables/en.txt.gz of the CMU Pronouncing Dictionary (cmudict.dict).

    python docs/make_syllables.py cmudict.dict

Its words with their first pronunciation: a line for each number of syllables, with all words that
have so many. A phone with a digit is a vowel, and each vowel makes a syllable.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

TO = Path(__file__).parent.parent / "resources" / "syllables" / "en.txt.gz"
WORD = re.compile(r"[a-z']*[a-z]")


def counts(lines: list[str]) -> dict[int, list[str]]:
    """The words of the dictionary by their syllables."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for line in lines:
        word, *phones = line.split("#")[0].split()
        if WORD.fullmatch(word):  # "(2)" marks another pronunciation
            found[sum(phone[-1].isdigit() for phone in phones)].append(word)
    return found


def main() -> None:
    """Write the file, the same at each run."""
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    found = sorted(counts(lines).items())
    text = "".join(f"{count} {' '.join(sorted(words))}\n" for count, words in found if count)
    TO.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
