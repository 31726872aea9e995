"""All pages of the demo organisation that are looked at: for accessibility, for their width, in pictures.

Name: (path, role that looks). A page of a room that isn't in it is looked at by nobody, so add yours.
"""

PAGES: dict[str, tuple[str, str]] = {
    "home": ("/", "director"),
    "post": ("/posts/703", "director"),
    "space": ("/spaces/kantinepraat", "director"),
    "spaces": ("/spaces/", "director"),
    "people": ("/people/", "director"),
    "person": ("/people/naima.el.amrani", "director"),
    "network": ("/network/", "director"),
    "files": ("/spaces/kantinepraat/files", "director"),
    "jobs": ("/administration/jobs/", "administrator"),
}
# What strangers see, and what is there for nobody.
DOORS = {"log in": "/", "log in again": "/login", "nowhere": "/nowhere"}
