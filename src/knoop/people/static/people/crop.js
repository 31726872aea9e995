// Choosing a square in a photo before it is sent. Without it the server takes the middle.
(() => {
  const form = document.querySelector("form[data-crop]");
  if (!form || !window.createImageBitmap) return;
  const file = form.elements.photo;
  const box = form.querySelector(".cropper");
  const canvas = box.querySelector("canvas");
  const zoom = box.querySelector("input");
  const pen = canvas.getContext("2d");
  let picture = null;
  let middle = { across: 0.5, down: 0.5 };

  const between = (low, value, high) => Math.min(high, Math.max(low, value));
  // A quarter of the shorter side is as close as it gets: nearer is grain.
  const share = () => 1 - 0.75 * (zoom.value / 100);

  const draw = () => {
    const { width, height } = picture;
    const side = Math.min(width, height) * share();
    const half = { across: side / width / 2, down: side / height / 2 };
    for (const way of ["across", "down"]) middle[way] = between(half[way], middle[way], 1 - half[way]);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const left = width * middle.across - side / 2;
    const top = height * middle.down - side / 2;
    pen.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
    form.elements.across.value = middle.across.toFixed(4);
    form.elements.down.value = middle.down.toFixed(4);
    form.elements.side.value = share().toFixed(4);
  };

  const move = (across, down) => {
    const side = Math.min(picture.width, picture.height) * share();
    middle.across += (across * side) / picture.width;
    middle.down += (down * side) / picture.height;
    draw();
  };

  file.addEventListener("change", async () => {
    box.hidden = true;
    for (const name of ["across", "down", "side"]) form.elements[name].value = "";
    if (!file.files.length) return;
    try {
      picture = await createImageBitmap(file.files[0]);
    } catch {
      return; // the server says in words what is wrong with it
    }
    middle = { across: 0.5, down: 0.5 };
    zoom.value = 0;
    box.hidden = false;
    draw();
  });
  zoom.addEventListener("input", draw);

  canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    move(-event.movementX / canvas.clientWidth, -event.movementY / canvas.clientHeight);
  });
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [0.03, 0], ArrowRight: [-0.03, 0], ArrowUp: [0, 0.03], ArrowDown: [0, -0.03] }[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
  });
})();
