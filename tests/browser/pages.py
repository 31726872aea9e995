"""All pages of the demo organisation that are looked at: for accessibility, for their width, in pictures.

Name: (path, role that looks). A page of a room that isn't in it is looked at by nobody, so add yours.
"""

PAGES: dict[str, tuple[str, str]] = {
    "home": ("/", "director"),
    "post": ("/posts/703", "director"),
    "space": ("/spaces/kantinepraat", "director"),
    "write": ("/posts/new", "director"),
    "write thanks": ("/posts/new?intent=thank", "director"),
    "write a poll": ("/posts/new?intent=poll", "director"),
    "drafts": ("/drafts/", "director"),
    "spaces": ("/spaces/", "director"),
    "members": ("/spaces/kantinepraat/members", "director"),
    "about a space": ("/spaces/kantinepraat/about", "director"),
    "new space": ("/spaces/new/", "director"),
    "settings of a space": ("/spaces/kantinepraat/settings", "community manager"),
    "all spaces": ("/administration/spaces/", "administrator"),
    "people": ("/people/", "director"),
    "person": ("/people/naima.el.amrani", "director"),
    "events": ("/events/", "director"),
    "event": ("/events/1", "member"),
    "plan an event": ("/spaces/kantinepraat/events/new", "member"),
    "pages": ("/pages/", "director"),
    "pages of a space": ("/spaces/leidingnet/pages", "member"),
    "page": ("/pages/1", "member"),
    "change a page": ("/pages/1/change", "member"),
    "version of a page": ("/pages/1/history/2", "member"),
    "messages": ("/messages/", "director"),
    "conversation": ("/messages/1", "director"),
    "new message": ("/messages/new?to=fatma.yildiz", "director"),
    "menu": ("/menu", "member"),
    "network": ("/network/", "director"),
    "files": ("/spaces/kantinepraat/files", "director"),
    "notices": ("/notices/", "director"),
    "notices chosen": ("/notices/settings", "director"),
    "settings": ("/you/settings", "member"),
    "my data": ("/you/data", "member"),
    "erase my account": ("/you/data/erasure", "member"),
    "accounts": ("/administration/people/", "administrator"),
    "account": ("/administration/people/fatma.yildiz", "administrator"),
    "invite one": ("/administration/invitation", "administrator"),
    "invite many": ("/administration/lists/", "administrator"),
    "profile fields": ("/administration/fields/", "administrator"),
    "jobs": ("/administration/jobs/", "administrator"),
}
# What strangers see, and what is there for nobody.
DOORS = {"log in": "/", "log in again": "/login", "nowhere": "/nowhere"}
