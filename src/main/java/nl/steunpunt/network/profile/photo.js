/* Which square of the photo: drag it, zoom, or use the arrow keys. Without this the middle is taken. */
(() => {
  const form = document.querySelector("form[data-photo]");
  if (!form) return;
  const crop = form.querySelector("[data-crop]");
  const frame = crop.querySelector(".photo-frame");
  const picture = frame.querySelector("img");
  const zoom = crop.querySelector("input");
  const trouble = form.querySelector("[data-photo-trouble]");
  const FURTHEST = 4;
  form.querySelector("[data-photo-middle]").hidden = true;
  let x = 0.5;
  let y = 0.5;

  const side = () => 1 / FURTHEST ** (zoom.value / 100);
  const within = (centre, half) => Math.min(1 - half, Math.max(half, centre));

  const draw = () => {
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (!width) return;
    const square = side() * Math.min(width, height);
    x = within(x, square / width / 2);
    y = within(y, square / height / 2);
    const scale = frame.clientWidth / square;
    picture.style.width = `${width * scale}px`;
    picture.style.height = `${height * scale}px`;
    picture.style.left = `${frame.clientWidth / 2 - x * width * scale}px`;
    picture.style.top = `${frame.clientWidth / 2 - y * height * scale}px`;
    form.elements.x.value = x.toFixed(6);
    form.elements.y.value = y.toFixed(6);
    form.elements.side.value = side().toFixed(6);
  };

  const move = (right, down) => {
    x -= right / picture.clientWidth;
    y -= down / picture.clientHeight;
    draw();
  };

  form.elements.photo.addEventListener("change", () => {
    const file = form.elements.photo.files[0];
    crop.hidden = true;
    trouble.textContent = "";
    for (const name of ["x", "y", "side"]) form.elements[name].value = "";
    if (picture.src) URL.revokeObjectURL(picture.src);
    if (!file) return;
    picture.onload = () => {
      x = 0.5;
      // A face is above the middle of a picture that stands.
      y = picture.naturalHeight > picture.naturalWidth ? 0.4 : 0.5;
      zoom.value = 0;
      crop.hidden = false;
      draw();
    };
    picture.onerror = () => {
      trouble.textContent = trouble.dataset.unreadable;
    };
    picture.src = URL.createObjectURL(file);
  });

  zoom.addEventListener("input", draw);

  frame.addEventListener("pointerdown", (event) => frame.setPointerCapture(event.pointerId));
  frame.addEventListener("pointermove", (event) => {
    if (frame.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
  });
  frame.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
  });
})();
