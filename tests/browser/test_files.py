"""Photos and files with what people write, in a real Chromium: on a phone, dropped and pasted."""

import base64
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.files.making import from_a_phone, pdf, picture


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two pictures and a PDF."""
    held = {"dijk.jpg": from_a_phone(), "pomp.png": picture("PNG", (800, 600)), "klem.pdf": pdf("Klem")}
    for name, contents in held.items():
        (tmp_path / name).write_bytes(contents)
    return [tmp_path / name for name in held]


def add(page: Page, files: list[Path]) -> None:
    page.set_input_files("main form.composer input[type=file]", files)


def post(page: Page, text: str) -> None:
    page.fill("main form.composer textarea", text)
    page.locator("main form.composer textarea").press("Control+Enter")


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"][:3]]


def given(page: Page, how: str, name: str, contents: bytes) -> None:
    """As if somebody dropped a file on the composer, or pasted it in the words."""
    page.locator("main form.composer textarea").evaluate(
        """(field, [how, name, held]) => {
            const bytes = Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0));
            const moved = new DataTransfer();
            moved.items.add(new File([bytes], name, { type: "image/png" }));
            const event = how === "drop"
                ? new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true })
                : new ClipboardEvent("paste", { clipboardData: moved, bubbles: true, cancelable: true });
            field.dispatchEvent(event);
        }""",
        [how, name, base64.b64encode(contents).decode()],
    )


def test_somebody_adds_two_pictures_and_a_pdf_to_a_post_on_a_phone(page_of, files):
    page = page_of("member", width=390, has_touch=True, is_mobile=True)
    add(page, files)
    expect(page.locator(".chosen-file")).to_have_count(3)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".chosen-file").nth(1).get_by_role("button", name="naar voren").tap()
    expect(page.locator(".chosen-name").first).to_have_text("pomp.png")
    page.locator(".chosen-file").nth(0).get_by_role("textbox").fill("De pomp, van opzij")
    post(page, "Twee foto's en de werkinstructie")
    shown = page.locator("article.post", has_text="Twee foto's en de werkinstructie")
    expect(shown.locator(".pictures img")).to_have_count(2)
    expect(shown.locator(".pictures img").first).to_have_attribute("alt", "De pomp, van opzij")
    expect(shown.locator(".file-name")).to_have_text("klem.pdf")
    assert shown.locator(".pictures img").first.evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    assert faults(page) == []
    shown.locator(".pictures a").first.tap()
    expect(page.locator("h1")).to_have_text("pomp.png")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    with page.expect_download() as got:
        page.get_by_role("link", name="Downloaden").tap()
    assert got.value.suggested_filename == "pomp.png"


def test_without_scripts_files_go_with_the_form_and_can_be_described_first(page_of, files):
    page = page_of("member", java_script_enabled=False)
    add(page, files[:1])
    page.get_by_role("button", name="Vast toevoegen").click()
    page.locator(".chosen-file").get_by_role("textbox").fill("De dijk")
    add(page, files[2:])
    page.fill("main form.composer textarea", "Zonder script, met de dijk")
    page.locator("main form.composer .composer-foot > .button").last.click()
    shown = page.locator("article.post", has_text="Zonder script, met de dijk")
    expect(shown.locator(".pictures img")).to_have_attribute("alt", "De dijk")
    expect(shown.locator(".file-name")).to_have_text("klem.pdf")


@pytest.mark.parametrize("how", ["drop", "paste"])
def test_a_picture_is_dropped_or_pasted_and_left_out_again(page_of, how):
    page = page_of("member")
    given(page, how, "kaart.png", picture("PNG"))
    expect(page.locator(".chosen-file")).to_have_count(1)
    page.get_by_role("button", name="kaart.png weglaten").click()
    expect(page.locator(".chosen-file")).to_have_count(0)
    assert page.evaluate("document.activeElement.type") == "file"


def test_a_post_waits_for_its_files_and_then_goes_by_itself(page_of, files):
    page = page_of("member")
    page.route("**/files/", lambda route: (page.wait_for_timeout(700), route.continue_()))
    add(page, files)
    post(page, "Ga maar vast")
    expect(page.locator("article.post", has_text="Ga maar vast").locator(".pictures img")).to_have_count(2)


def test_what_is_refused_is_named_and_the_post_waits(page_of, files, tmp_path):
    page = page_of("member")
    (tmp_path / "nep.png").write_bytes(b"<script>alert(1)</script>")
    add(page, [tmp_path / "nep.png", files[0]])
    expect(page.locator(".chosen-wrong")).to_contain_text("nep.png")
    expect(page.locator(".chosen-file")).to_have_count(1)


def test_an_answer_takes_a_picture_too(page_of, files):
    page = page_of("director")
    page.locator("a.answers").first.click()
    page.set_input_files("#answer input[type=file]", files[:1])
    expect(page.locator("#answer .chosen-file")).to_have_count(1)
    page.fill("#answer textarea", "Zo ziet het eruit")
    page.locator("#answer .composer-foot .button").click()
    comment = page.locator(".comment", has_text="Zo ziet het eruit")
    expect(comment.locator(".pictures img")).to_have_count(1)
    expect(page.locator("#answer .chosen-file")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_files_are_put_in_a_space_found_renewed_withdrawn_and_brought_back(page_of, files, script, tmp_path):
    page = page_of("member", java_script_enabled=script)
    name = f"klem {script}.pdf".lower()
    own = files[2].rename(tmp_path / name)
    page.goto("/spaces/kantinepraat/files")
    page.set_input_files(".file-shelf input[type=file]", own)
    if not script:
        page.get_by_role("button", name="Bestanden toevoegen").click()
    expect(page.locator(".file-name", has_text=name)).to_be_visible()
    page.get_by_label("Zoek in namen").fill(f"{script} klem".lower())
    if not script:
        page.get_by_role("button", name="Zoeken").click()
    expect(page.locator(".file-list .file-row")).to_have_count(1)
    page.locator(".file-name").click()
    page.set_input_files("input[name=contents]", own)
    if not script:
        page.get_by_role("button", name="Versie toevoegen").click()
    expect(page.locator(".file-versions li")).to_have_count(2)
    assert script is False or faults(page) == []
    page.get_by_role("button", name="Dit bestand intrekken").click()
    page.get_by_role("button", name="Terughalen").click()
    expect(page.locator("h1")).to_have_text(name)
    page.get_by_role("button", name="Terugzetten").click()
    expect(page.locator(".file-versions li")).to_have_count(3)


def test_a_file_can_not_act_in_the_name_of_whoever_opens_it(page_of, tmp_path, demo):
    page = page_of("member", complaints_are_fine=True)
    drawing = tmp_path / "logo.svg"
    script = '<script>document.title = "here"</script>'
    drawing.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{script}</svg>')
    note = tmp_path / "note.txt"
    note.write_text(script)
    add(page, [drawing, note])
    expect(page.locator(".chosen-file")).to_have_count(2)
    keys = page.locator("[name=file]").evaluate_all("all => all.map(one => one.value)")
    with page.expect_download():
        page.evaluate(f"location = '/files/{keys[0]}/content'")
    page.goto(f"/files/{keys[1]}/content")
    assert page.title() != "here"
    assert page.evaluate("self.origin") == "null"
    assert re.fullmatch(r"\S{22}", keys[0])


def test_a_photo_goes_along_with_a_private_message_without_a_word(page_of, files):
    page = page_of("director", width=390, has_touch=True, is_mobile=True)
    page.goto("/messages/1")
    before = page.locator(".said > li").count()
    page.set_input_files("#answer input[type=file]", files[:1])
    expect(page.locator(".chosen-file")).to_have_count(1)
    page.get_by_role("button", name="Versturen").click()
    expect(page.locator(".said > li")).to_have_count(before + 1)
    expect(page.locator(".said > li").last.locator(".pictures img")).to_be_visible()
    expect(page.locator(".chosen-file")).to_have_count(0)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_author_takes_a_file_off_and_adds_another_when_they_change_a_post(page_of, files):
    page = page_of("member")
    add(page, files[:1])
    expect(page.locator(".chosen-file")).to_have_count(1)
    post(page, "Eerst een foto, dan een werkinstructie")
    shown = page.locator("article.post", has_text="Eerst een foto, dan een werkinstructie")
    number = (shown.get_attribute("id") or "").removeprefix("post-")
    page.goto(f"/posts/{number}/edit")
    page.locator("[data-leave-out]").click()
    add(page, files[2:])
    expect(page.locator(".chosen-name")).to_have_text("klem.pdf")
    assert faults(page) == []
    page.get_by_role("button", name="Opslaan").click()
    changed = page.locator(f"#post-{number}")
    expect(changed.locator(".file-name")).to_have_text("klem.pdf")
    expect(changed.locator(".pictures")).to_have_count(0)
