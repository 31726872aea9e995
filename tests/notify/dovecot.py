"""A real Dovecot in a folder of its own, on a free port; installed with the system's packages if need be."""

from __future__ import annotations

import imaplib
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

from knoop.base import clock
from knoop.cli.errors import Failed
from knoop.cli.listening import free_port
from knoop.cli.machine import install
from knoop.notify.fetching import quoted

USER, PASSWORD = "reply", "pâss/word"
STARTS_WITHIN = 20  # seconds
BOTH = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = yes
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
first_valid_uid = 0
service imap-login {{
  {chroot}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  {chroot}
}}
service stats {{
  {chroot}
}}
"""
UNTIL_2_3 = """
mail_location = maildir:{folder}/mail
disable_plaintext_auth = no
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
"""
FROM_2_4 = """
mail_driver = maildir
mail_path = {folder}/mail
mail_home = {folder}
auth_allow_cleartext = yes
ssl_server_cert_file = {folder}/cert.pem
ssl_server_key_file = {folder}/key.pem
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {folder}
  }}
}}
"""


@dataclass
class Dovecot:
    port: int
    tls_port: int
    certificate: Path

    def _connected(self) -> imaplib.IMAP4:
        server = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        server.authenticate("PLAIN", lambda _challenge: f"\0{USER}\0{PASSWORD}".encode())
        return server

    def receive(self, raw: bytes, at: datetime | None = None, folder: str = "INBOX") -> None:
        with self._connected() as server:
            moment = imaplib.Time2Internaldate((at or clock.now()).timestamp())
            said, words = server.append(quoted(folder), "", moment, raw)
            assert said == "OK", words

    def number_anew(self, folder: str = "INBOX") -> None:
        """As after a restored copy: the same messages, with another UIDVALIDITY."""
        with self._connected() as server:
            server.select(quoted(folder))
            _said, found = server.uid("SEARCH", "ALL")
            raws = [server.uid("FETCH", uid.decode(), "(BODY.PEEK[])")[1][0][1] for uid in found[0].split()]
            server.close()
            server.delete(quoted(folder))
            time.sleep(1.1)  # its numbers are made of the second
            server.create(quoted(folder))
            for raw in raws:
                server.append(quoted(folder), "", imaplib.Time2Internaldate(time.time()), raw)

    def make(self, folder: str) -> None:
        with self._connected() as server:
            server.create(quoted(folder))

    def empty(self) -> None:
        with self._connected() as server:
            server.select("INBOX")
            server.uid("STORE", "1:*", "+FLAGS", r"(\Deleted)")
            server.expunge()


@contextmanager
def running() -> Iterator[Dovecot]:
    program = _program()
    with tempfile.TemporaryDirectory(prefix="knoop-dovecot-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        port, tls_port = free_port(), free_port()
        _certify(folder)
        (folder / "dovecot.conf").write_text(_settings(program, folder, port, tls_port))
        said = (folder / "said").open("w")
        server = subprocess.Popen(
            [program, "-F", "-c", folder / "dovecot.conf"], stdout=said, stderr=said, start_new_session=True
        )
        try:
            _wait(server, folder, port)
            yield Dovecot(port, tls_port, folder / "cert.pem")
        finally:
            server.terminate()
            server.wait(20)
            said.close()


def _program() -> str:
    found = _found()
    if not found and shutil.which("apt-get"):
        install("dovecot-imapd")
        found = _found()
    if not found:
        raise Failed(
            "The tests of mail that comes in need Dovecot. Install it (Debian, Ubuntu: apt install "
            "dovecot-imapd; macOS: brew install dovecot) and start again."
        )
    return found


def _found() -> str | None:
    """Debian keeps it where only root looks."""
    return shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin")


def _settings(program: str, folder: Path, port: int, tls_port: int) -> str:
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    number = tuple(map(int, re.findall(r"\d+", version)[:2]))
    me = pwd.getpwuid(os.geteuid())
    is_root = me.pw_uid == 0
    # Mail doesn't belong to root there, and whoever isn't root can be nobody else.
    owner = pwd.getpwnam("dovecot") if is_root else me
    for place in ("mail", "run", "state"):
        (folder / place).mkdir()
        os.chown(folder / place, owner.pw_uid, owner.pw_gid)
    who = {"internal": "dovecot", "login": "dovenull", "group": "dovecot", "chroot": ""}
    if not is_root:
        group = subprocess.run(["id", "-gn"], capture_output=True, text=True, check=True).stdout.strip()
        who = {"internal": me.pw_name, "login": me.pw_name, "group": group, "chroot": "chroot ="}
    is_new = number >= (2, 4)
    head = (
        f"dovecot_config_version = {version.split()[0]}\ndovecot_storage_version = 2.4.0\n" if is_new else ""
    )
    where = {"folder": folder, "port": port, "tls_port": tls_port, "password": PASSWORD}
    owned = {"uid": owner.pw_uid, "gid": owner.pw_gid}
    return head + (BOTH + (FROM_2_4 if is_new else UNTIL_2_3)).format(**where, **owned, **who)


def _certify(folder: Path) -> None:
    """A certificate for this machine that only its own test trusts."""
    from datetime import timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(clock.now() - timedelta(days=1))
        .not_valid_after(clock.now() + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _wait(server: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while server.poll() is None and time.monotonic() < deadline:
        try:
            Dovecot(port, 0, folder)._connected().logout()
        except (OSError, imaplib.IMAP4.error):
            time.sleep(0.1)
        else:
            return
    logged = [(folder / name).read_text()[-1000:] for name in ("said", "log") if (folder / name).exists()]
    raise Failed(f"Dovecot did not start: {' '.join(logged)}")
