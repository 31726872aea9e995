"""Whom a visitor can log in as: handle by role."""

LOGINS = {
    "director": "reinier.postma",
    "community_manager": "saskia.wibowo",
    "ambassador": "naima.el.amrani",
    "member": "fatma.yildiz",
    "works_council": "joke.van.der.wal",
    "administrator": "dennis.lo",
}
