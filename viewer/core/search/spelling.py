"""What was meant by a misspelt word: by its sound first, then by its letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from viewer.core.analysis import stem
from viewer.core.search.sounds import respelt, sound_key

SHORTEST = 4
"""Letters of the shortest word that is corrected: three are near to too many others."""
SHORTEST_BY_LETTERS = 5
"""Letters of the shortest word that is corrected to one that sounds otherwise: "poop" is not
"poor", and no result is better than a wrong one that frightens."""
SHORTEST_PART = 3
SHORTEST_EXPECTED = 6
SHORTEST_SOUND = 4
KEPT_MEANINGS = 512
KEYS_A_STEP = 250
"""Sound keys made in one step, three milliseconds."""
LEAST_LIKENESS = 0.6
"""Of words that sound alike; "operashun" and "operation" have 0.67."""
LEAST_LIKENESS_BEGUN = 0.5
LEAST_LIKENESS_OF_SHORT = 0.74
"""Where one has up to five letters: "tums" is not "teams", and "callo" is not "cuello"."""

AS_HEARD = 0.1
"""What likeness is less worth where only the vowels sound alike: "blud" and "blood"."""


class Spelling:
    """The words of one language by their sound and by their length."""

    def __init__(
        self,
        language: str,
        words: Sequence[str],
        weight: Callable[[str], int],
        written: Callable[[str], bool],
        keys: Sequence[str] = (),
    ) -> None:
        """``written`` tells the words of texts from keywords, which may be misspelt on purpose.

        ``keys`` are the words' sound keys where they are known already.
        """
        self._language = language
        self._words = words
        self._weight = weight
        self._written = written
        self._keys: Sequence[str] = keys
        self._by_key: dict[str, list[str]] | None = None
        self._by_length: dict[int, list[str]] | None = None
        self._by_beginning: dict[str, list[tuple[str, str]]] = {}
        self._known = frozenset(words)
        self._meanings: dict[str, str] = {}

    @property
    def keys(self) -> Sequence[str]:
        """The sound key of each word, in the words' order."""
        for _ in self.prepare():
            pass
        return self._keys

    def prepare(self) -> Iterator[None]:
        """Do in small steps what the first misspelt word would have to wait for."""
        if len(self._keys) != len(self._words):
            keys: list[str] = []
            for start in range(0, len(self._words), KEYS_A_STEP):
                some = self._words[start : start + KEYS_A_STEP]
                keys += [sound_key(word, self._language) for word in some]
                yield
            self._keys = keys
        if self._by_key is None:
            self._by_key = {}
            for known, key in zip(self._words, self._keys, strict=True):
                self._by_key.setdefault(key, []).append(known)
                self._by_beginning.setdefault(key[:SHORTEST_SOUND], []).append((key, known))
            yield
        if self._by_length is None:
            self._by_length = {}
            for known in self._words:
                self._by_length.setdefault(len(known), []).append(known)
            yield

    def meant(self, word: str) -> str:
        """The likeliest word, or words, where this one is not known; empty where none is near."""
        if len(word) < SHORTEST or not word.isalpha():
            return ""
        if word not in self._meanings:
            if len(self._meanings) >= KEPT_MEANINGS:
                self._meanings.clear()
            self._meanings[word] = self._meant(word)
        return self._meanings[word]

    def _meant(self, word: str) -> str:
        for _ in self.prepare():
            pass
        found = (
            self._alike(word)
            or (self._near(word, 1) if len(word) >= SHORTEST_BY_LETTERS else "")
            or self.split(word)
            or (self._near(word, 2) if len(word) >= 7 else "")
            or self._sounds_like_beginning(word)
        )
        if not found or " " in found:
            return found
        # "corro" where texts have "corre": another form of a known word is no mistake.
        same = stem(found, self._language) == stem(word, self._language)
        return "" if same else self.twin(found) or found

    def twin(self, word: str) -> str:
        """The written word that sounds like a keyword which no text has: an expected mistake."""
        if len(word) < SHORTEST_EXPECTED or self._written(word):
            return ""
        for _ in self.prepare():
            pass
        twin = self._alike(word)
        return twin if twin and self._written(twin) else ""

    def split(self, word: str) -> str:
        """Two known words that were run together."""
        best, best_weight = "", 0
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            first, second = word[:at], self._begun(word[at:])
            if first in self._known and second:
                weight = min(self._weight(first), self._weight(second))
                if weight > best_weight:
                    best, best_weight = f"{first} {second}", weight
        return best

    def _begun(self, word: str) -> str:
        """The word itself, or the first that begins with it and is hardly longer."""
        at = bisect_left(self._words, word)
        found = self._words[at] if at < len(self._words) else ""
        return found if found.startswith(word) and len(found) - len(word) <= 2 else ""

    def _alike(self, word: str) -> str:
        """The likeliest of the words that sound like this one."""
        key = sound_key(word, self._language)
        near = [
            (self._written(other), likeness, self._weight(other), other)
            for other in ((self._by_key or {}).get(key, ()) if len(key) > 1 else ())
            if other != word and (likeness := self._likeness(word, other))
        ]
        return max(near)[3] if near else ""

    def _near(self, word: str, distance: int) -> str:
        key = sound_key(word, self._language)[:1]
        lengths = range(max(len(word) - distance, SHORTEST), len(word) + distance + 1)
        found: list[tuple[str, float]] = []
        for length in lengths:
            found += [
                (other, far)
                for other, far, _ in process.extract(
                    word,
                    (self._by_length or {}).get(length, ()),
                    scorer=OSA.distance,
                    score_cutoff=distance,
                    limit=12,
                )
                if other[0] == word[0] or sound_key(other, self._language)[:1] == key
            ]
        best = min(found, key=lambda f: (f[1], -self._weight(f[0])), default=None)
        return best[0] if best else ""

    def _sounds_like_beginning(self, word: str) -> str:
        """A word whose sound begins with that of ``word``, for one that is still being typed."""
        key = sound_key(word, self._language)
        if len(key) < SHORTEST_SOUND:
            return ""
        likely = [
            other
            for sound, other in self._by_beginning.get(key[:SHORTEST_SOUND], ())
            if sound.startswith(key)
            and OSA.normalized_similarity(word, other[: len(word) + 1]) >= LEAST_LIKENESS_BEGUN
        ]
        return max(likely, key=self._weight, default="")

    def _likeness(self, word: str, other: str) -> float:
        """How alike two words look that sound alike; 0 where it is too little."""
        heard = (respelt(one, self._language) for one in (word, other))
        likeness = max(
            OSA.normalized_similarity(word, other), OSA.normalized_similarity(*heard) - AS_HEARD
        )
        short = min(len(word), len(other)) < SHORTEST_EXPECTED
        least = LEAST_LIKENESS_OF_SHORT if short else LEAST_LIKENESS
        return likeness if likeness >= least else 0.0
