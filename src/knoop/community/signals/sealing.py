"""Keys and codes of confidential signals. What is sealed here isn't opened with all that the database holds.

A return code is 120 bits of chance; of it only what scrypt makes is kept. A name is sealed to a confidant's
public key (X25519, HKDF-SHA256, ChaCha20-Poly1305, with a new key each time); the private key is itself
sealed under the confidant's passphrase. All names, and that there is none, are sealed at the same length.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's 32: none that is taken for another on paper
GROUPS, IN_GROUP = 6, 4  # 24 letters of 5 bits
SAID = 400  # bytes of what is sealed, filled up
NONCE = bytes(12)  # each key is used once
CODE_SALT = b"knoop: return code of a confidential signal"
COST = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 2**20}  # 32 MB and some 80 ms a try


class WrongPassphrase(Exception):
    def __init__(self) -> None:
        super().__init__("This passphrase doesn't open the key.")


def new_code() -> str:
    letters = [secrets.choice(LETTERS) for _ in range(GROUPS * IN_GROUP)]
    return "-".join("".join(letters[at : at + IN_GROUP]) for at in range(0, len(letters), IN_GROUP))


def lookup(code: str) -> bytes | None:
    """By what the code is found again; None where it can't be one. Typed without dashes it is the same."""
    plain = code.upper().translate(str.maketrans("OIL", "011", " -\t\n"))
    if len(plain) != GROUPS * IN_GROUP or not set(plain) <= set(LETTERS):
        return None
    return hashlib.scrypt(plain.encode(), salt=CODE_SALT, dklen=32, **COST)


@dataclass(frozen=True)
class Keys:
    public: bytes
    private: bytes  # sealed under the passphrase
    salt: bytes


def new_keys(passphrase: str) -> Keys:
    pair, salt = X25519PrivateKey.generate(), secrets.token_bytes(16)
    private = ChaCha20Poly1305(_of_passphrase(passphrase, salt)).encrypt(
        NONCE, pair.private_bytes_raw(), b"private"
    )
    return Keys(pair.public_key().public_bytes_raw(), private, salt)


def seal(said: str, public: bytes) -> bytes:
    """For whoever has the private key; "" looks from outside like anything else."""
    padded = _filled(said.encode()[:SAID])
    once = X25519PrivateKey.generate()
    own = once.public_key().public_bytes_raw()
    key = _agreed(once.exchange(X25519PublicKey.from_public_bytes(public)), own, public)
    return own + ChaCha20Poly1305(key).encrypt(NONCE, padded, b"sender")


def unseal(sealed: bytes, keys: Keys, passphrase: str) -> str:
    """Raises WrongPassphrase, also of what was sealed to another key."""
    own, rest = sealed[:32], sealed[32:]
    try:
        private = ChaCha20Poly1305(_of_passphrase(passphrase, keys.salt)).decrypt(
            NONCE, keys.private, b"private"
        )
        pair = X25519PrivateKey.from_private_bytes(private)
        key = _agreed(pair.exchange(X25519PublicKey.from_public_bytes(own)), own, keys.public)
        padded = ChaCha20Poly1305(key).decrypt(NONCE, rest, b"sender")
    except (InvalidTag, ValueError):
        raise WrongPassphrase from None
    length = int.from_bytes(padded[:2])
    return padded[2 : 2 + length].decode(errors="ignore")


def nothing() -> bytes:
    """As long as what is sealed, for a confidant who has no key: nobody can open it."""
    return seal("", X25519PrivateKey.generate().public_key().public_bytes_raw())


def _filled(said: bytes) -> bytes:
    return len(said).to_bytes(2) + said.ljust(SAID, b"\0")


def _agreed(shared: bytes, own: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=own + public, info=b"knoop: sender of a signal").derive(shared)


def _of_passphrase(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode(), salt=salt, dklen=32, **COST)
