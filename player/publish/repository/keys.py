"""Keys: made once, kept by one person each, behind a passphrase; or held by a device or a service.

A key file is PEM, PKCS #8, encrypted; its public half lies beside it as JSON and is what others
are given. Instead of a file any address of a securesystemslib signer may be named (``hsm:``,
``gcpkms:`` …): which of a role's keys it stands for is found out by signing.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import SIGNER_FOR_URI_SCHEME, CryptoSigner, Key, Signer, SSlibKey

from player.errors import SigningError
from player.store.durable import make_folder, write_file

PUBLIC: Final = ".pub"
NAME: Final = "x-name"
"""Field of a public key that says whose it is; TUF keeps fields it does not know."""

_MODE: Final = 0o600
_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


class NotAHolderError(SigningError):
    """The key is sound, but none of those that may sign this."""


Passphrase = Callable[[str], str]
"""Asked for the passphrase of the key of that name."""


def make_key(path: Path, name: str, passphrase: str | None) -> Key:
    """Make a key pair: the secret half at ``path``, the public one beside it.

    Args:
        path: must not exist yet.
        name: of its holder, for people.
        passphrase: None: not protected; for trials only.

    Raises:
        SigningError: there is a file already, or the disk refused.
    """
    private = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = NoEncryption()
    if passphrase is not None:
        if not passphrase:
            raise SigningError(f"{path}: a key needs a passphrase that is not empty")
        lock = BestAvailableEncryption(passphrase.encode())
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    key = _named(CryptoSigner(private).public_key, name)
    try:
        make_folder(path.parent)
        with os.fdopen(os.open(path, _FLAGS, _MODE), "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        write_file(public_path(path), _encoded(key))
    except FileExistsError as e:
        raise SigningError(f"{path}: there is a file already; keys are never overwritten") from e
    except OSError as e:
        raise SigningError(f"{path}: {e.strerror or e}") from e
    return key


def public_path(path: Path) -> Path:
    """Return where the public half of a key file lies."""
    return path.with_name(path.name + PUBLIC)


def read_public(path: Path) -> Key:
    """Return the public key in a ``.pub`` file, or beside a key file of that name.

    Raises:
        SigningError: there is none.
    """
    file = path if path.suffix == PUBLIC else public_path(path)
    try:
        document: dict[str, Any] = json.loads(file.read_bytes())
        return Key.from_dict(document.pop("keyid"), document)
    except OSError as e:
        raise SigningError(f"{file}: {e.strerror or e}") from e
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise SigningError(f"{file}: no public key; give the .pub file that keygen made") from e


def holder(key: Key) -> str:
    """Return what people call a key: the holder's name, else its id cut short."""
    return str(key.unrecognized_fields.get(NAME) or key.keyid[:12])


def load_signer(key: str, allowed: Iterable[Key], passphrase: Passphrase) -> Signer:
    """Return what signs with ``key``.

    Args:
        key: path of a key file, or the address of a signer.
        allowed: keys of the role that is to sign.
        passphrase: asked when the file is protected.

    Raises:
        NotAHolderError: it is none of the role's.
        SigningError: it cannot be used.
    """
    keys = {each.keyid: each for each in allowed}
    scheme = key.partition(":")[0]
    if scheme in SIGNER_FOR_URI_SCHEME and not Path(key).exists():
        return _remote_signer(key, keys.values(), passphrase)
    return _file_signer(Path(key), keys, passphrase)


def _file_signer(path: Path, keys: Mapping[str, Key], passphrase: Passphrase) -> Signer:
    try:
        pem = path.read_bytes()
    except OSError as e:
        raise SigningError(f"{path}: {e.strerror or e}") from e
    try:
        secret = passphrase(path.name).encode() if b"ENCRYPTED" in pem else None
        private = load_pem_private_key(pem, secret)
        public = CryptoSigner(private).public_key
    except (ValueError, TypeError, UnsupportedAlgorithm) as e:
        raise SigningError(f"{path}: the passphrase is wrong, or this is no key file") from e
    known = keys.get(public.keyid)
    if not isinstance(known, SSlibKey):
        names = ", ".join(sorted(holder(each) for each in keys.values()))
        raise NotAHolderError(f"{path}: not one of the keys that may sign this ({names or 'none'})")
    return CryptoSigner(private, known)


def _remote_signer(address: str, keys: Iterable[Key], passphrase: Passphrase) -> Signer:
    """Return the signer of an address: its key is the one its signature is true for."""
    reasons = []
    for key in keys:
        try:
            signer = Signer.from_priv_key_uri(address, key, lambda _: passphrase(address))
            key.verify_signature(signer.sign(b"whose key is this"), b"whose key is this")
        except Exception as e:  # noqa: BLE001  (each kind of signer raises errors of its own)
            reasons.append(f"{holder(key)}: {e}")
            continue
        return signer
    why = "; ".join(reasons) or "no key may sign this"
    raise NotAHolderError(f"{address}: signs for none of the keys that may sign this ({why})")


def _named(key: SSlibKey, name: str) -> SSlibKey:
    fields = {**key.unrecognized_fields, NAME: name} if name else key.unrecognized_fields
    return SSlibKey(key.keyid, key.keytype, key.scheme, key.keyval, fields)


def _encoded(key: Key) -> bytes:
    document = {"keyid": key.keyid, **key.to_dict()}
    return json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"
