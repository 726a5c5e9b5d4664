// form[data-confirm="sentence"]: asks in a dialog and adds confirmed=1. Without this script the
// view asks on a page of its own. data-confirm-ok names the button.

function ask(form, button) {
  const template = document.getElementById("confirm-dialog");
  const dialog = template.content.firstElementChild.cloneNode(true);
  const ok = dialog.querySelector("[data-ok]");
  dialog.querySelector("[data-text]").textContent = form.dataset.confirm;
  if (form.dataset.confirmOk) ok.textContent = form.dataset.confirmOk;
  ok.addEventListener("click", () => {
    dialog.close();
    send(form, button);
  });
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function hidden(form, name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  form.append(field);
}

function send(form, button) {
  hidden(form, "confirmed", "1");
  if (button && button.name) hidden(form, button.name, button.value);
  form.submit();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-confirm]") || typeof HTMLDialogElement === "undefined") return;
  event.preventDefault();
  ask(form, event.submitter);
});
