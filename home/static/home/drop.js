// A file may be dropped on the field that takes it. Without this script it is chosen as ever.

document.querySelectorAll("input[type=file][data-drop]").forEach((input) => {
  const zone = input.closest(".field");
  zone.classList.add("drop-zone");

  function mark(over) {
    zone.classList.toggle("drop-over", over);
  }

  ["dragenter", "dragover"].forEach((kind) =>
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      mark(true);
    }),
  );
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
});
