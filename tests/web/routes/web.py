EXPECTED = {
    "/healthz": (200, 405),
    "/style/{digest}.css": (200, 405),
}
