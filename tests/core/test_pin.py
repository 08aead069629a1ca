"""The staff's PIN: kept as a slow hash, which a hostile settings file cannot turn against us."""

from __future__ import annotations

import hashlib
import time

import pytest

from viewer.core.pin import (
    is_pin,
    is_pin_hash,
    is_trivial,
    make_pin_hash,
    pin_matches,
    plain_digits,
)

SALT = "N2vd3Hab7zB8QWyhXkyMmw"
HASH = "ixGHkCswuktfw7wqz_yyY38XukJn185PWUdQgyToOK8"
KEPT = f"scrypt$32768$8$1${SALT}${HASH}"
"""Of 4711, as it was made when this was written."""


def test_the_pin_matches_and_others_do_not() -> None:
    kept = make_pin_hash("2580")
    assert is_pin_hash(kept)
    assert pin_matches("2580", kept)
    assert not pin_matches("2581", kept)
    assert not pin_matches("02580", kept)


def test_what_was_printed_once_goes_on_counting() -> None:
    assert pin_matches("4711", KEPT)


def test_each_hash_has_a_salt_of_its_own_and_none_of_the_digits() -> None:
    one, other = make_pin_hash("902734561122"), make_pin_hash("902734561122")
    assert one != other
    assert "902734561122" not in one


def test_a_try_takes_a_while() -> None:
    start = time.perf_counter()
    pin_matches("4712", KEPT)
    assert time.perf_counter() - start > 0.01


@pytest.mark.parametrize("pin", ["4711", "471100471100"])
def test_four_to_twelve_digits_are_a_pin(pin: str) -> None:
    assert is_pin(pin)
    assert pin_matches(pin, make_pin_hash(pin))


@pytest.mark.parametrize(
    "pin", ["", "471", "4711004711000", "47a1", "47 11", "-471", "٤٧١١", "4²11"]
)
def test_nothing_else_is_and_the_error_does_not_repeat_it(pin: str) -> None:
    assert not is_pin(pin)
    with pytest.raises(ValueError, match="4 to 12 digits") as caught:
        make_pin_hash(pin)
    assert not pin or pin not in str(caught.value)
    assert not pin_matches(pin, KEPT)


def test_digits_of_any_script_are_digits() -> None:
    assert plain_digits("٤٧١١") == "4711"
    assert plain_digits("४७११") == "4711"
    assert [plain_digits(text) for text in ("", "47a", "²", "4 7")] == ["", "", "", ""]


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "4711",
        "scrypt$1$2",
        f"scrypt$1$8$1${SALT}${HASH}",
        f"scrypt$8192$8$1${SALT}${HASH}",
        f"scrypt$32767$8$1${SALT}${HASH}",
        f"scrypt$1048576$8$1${SALT}${HASH}",
        f"scrypt$9999999$8$1${SALT}${HASH}",
        f"scrypt$131072$16$1${SALT}${HASH}",
        f"scrypt$32768$99$1${SALT}${HASH}",
        f"scrypt$32768$8$9${SALT}${HASH}",
        f"scrypt$032768$8$1${SALT}${HASH}",
        f"scrypt$٣٢٧٦٨$8$1${SALT}${HASH}",
        f"scrypt$32768$8$1$${HASH}",
        f"scrypt$32768$8$1${SALT}$",
        f"scrypt$32768$8$1${SALT}${HASH}\n",
        f"scrypt$32768$8$1${SALT}=${HASH}",
        f"bcrypt$32768$8$1${SALT}${HASH}",
        f"{KEPT}$" * 1_000,
    ],
)
def test_what_is_no_hash_or_asks_too_much_matches_nothing_at_once(
    kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[object] = []

    def scrypt(*given: object, **_: object) -> bytes:
        hashed.append(given)
        return b""

    monkeypatch.setattr(hashlib, "scrypt", scrypt)
    assert not is_pin_hash(kept)
    assert not pin_matches("4711", kept)
    assert hashed == [], "nothing slow was begun"


@pytest.mark.parametrize(
    "pin", ["0000", "1234", "4321", "0123", "7890", "0987", "1212", "123456", "999999", "474747"]
)
def test_what_anybody_would_try_first_is_trivial(pin: str) -> None:
    assert is_trivial(pin)


@pytest.mark.parametrize("pin", ["4711", "2580", "1235", "1122", "90909", "48151623"])
def test_most_pins_are_not(pin: str) -> None:
    assert not is_trivial(pin)
