// Saves form[data-autosave-key] two seconds after the last change, and keeps what is typed in the
// browser until a saving, or the act of the form, has succeeded. All words come from the page
// (components/autosave.html).

const WAIT = 2000;
const RETRY = 30000;
const PREFIX = "kept:";
const POSTED = "kept-posted";
const SKIPPED = ["csrfmiddlewaretoken", "version"];

const CLOCK = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

// The store may be full or forbidden; the page works without it.
function attempt(act) {
  try {
    return act();
  } catch (error) {
    return null;
  }
}

const store = {
  read: (key) => attempt(() => JSON.parse(localStorage.getItem(PREFIX + key))),
  write: (key, value) => attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify(value))),
  drop: (key) => attempt(() => localStorage.removeItem(PREFIX + key)),
};

function typedFields(form) {
  return [...form.elements].filter(
    (field) =>
      field.name &&
      !SKIPPED.includes(field.name) &&
      !["hidden", "file", "submit", "button", "password"].includes(field.type),
  );
}

// A list of [name, value]; boxes give whether they are ticked.
function snapshot(form) {
  return typedFields(form).map((field) => {
    const box = field.type === "checkbox" || field.type === "radio";
    return [field.name, field.value, box ? field.checked : null];
  });
}

function putBack(form, kept) {
  const waiting = [...kept];
  typedFields(form).forEach((field) => {
    const box = field.type === "checkbox" || field.type === "radio";
    const at = waiting.findIndex(
      ([name, value]) => name === field.name && (!box || value === field.value),
    );
    if (at < 0) return;
    const [[, value, ticked]] = waiting.splice(at, 1);
    if (box) field.checked = ticked;
    else field.value = value;
  });
}

function same(one, other) {
  return JSON.stringify(one).replace(/\\r\\n/g, "\\n") === JSON.stringify(other).replace(/\\r\\n/g, "\\n");
}

function watch(form) {
  const { autosaveKey: key, autosaveUrl: url } = form.dataset;
  const status = form.querySelector("[data-autosave-status]");
  const version = form.elements.namedItem("version");
  const started = snapshot(form);
  let timer = 0;
  let running = false;
  let again = false;
  let conflict = false;
  let posting = null;

  function say(word, time) {
    if (!status) return;
    status.textContent = (status.dataset[word] || "").replace("{time}", time || "");
    status.classList.toggle("autosave-failed", !["saving", "saved"].includes(word));
  }

  function keep(posted) {
    store.write(key, {
      at: new Date().toISOString(),
      version: version ? version.value : "",
      posted: Boolean(posted),
      fields: snapshot(form),
    });
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function answer(response, sent) {
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) {
      say("loggedOut");
      return;
    }
    if (response.status === 409) {
      conflict = true;
      say("conflict");
      return;
    }
    if (!response.ok) {
      say(response.status < 500 ? "refused" : "failed");
      if (response.status >= 500) later(RETRY);
      return;
    }
    const told = await response.json();
    if (version) version.value = told.version;
    if (same(sent, snapshot(form))) store.drop(key);
    else keep(false);
    say("saved", CLOCK.format(new Date(told.saved_at)));
  }

  async function save() {
    if (conflict) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    say("saving");
    const body = new FormData(form);
    [...form.querySelectorAll("input[type=file]")].forEach((field) => body.delete(field.name));
    const sent = snapshot(form);
    try {
      const headers = { "X-Requested-With": "fetch", Accept: "application/json" };
      await answer(await fetch(url, { method: "POST", body, headers, redirect: "manual" }), sent);
    } catch (error) {
      say("failed");
      later(RETRY);
    }
    running = false;
    if (posting) {
      const press = posting;
      posting = null;
      press();
    } else if (again) {
      again = false;
      later(WAIT);
    }
  }

  function offer(kept) {
    const template = document.getElementById("autosave-offer");
    if (!template) return;
    const box = template.content.firstElementChild.cloneNode(true);
    const text = box.querySelector("[data-text]");
    text.textContent = text.dataset.text.replace("{time}", CLOCK.format(new Date(kept.at)));
    box.querySelector("[data-restore]").addEventListener("click", () => {
      putBack(form, kept.fields);
      box.remove();
      keep(false);
      if (url) later(0);
    });
    box.querySelector("[data-discard]").addEventListener("click", () => {
      store.drop(key);
      box.remove();
    });
    form.prepend(box);
  }

  const kept = store.read(key);
  if (kept) {
    const passed = kept.posted && version && Number(version.value) > Number(kept.version);
    if (passed || same(kept.fields, started)) store.drop(key);
    else offer(kept);
  }

  form.addEventListener("input", () => {
    keep(false);
    if (url && !conflict) later(WAIT);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) {
      // The saving under way changes the version that the form must carry.
      event.preventDefault();
      event.stopPropagation();
      posting = () => form.requestSubmit(event.submitter);
      return;
    }
    if (same(started, snapshot(form)) && !store.read(key)) return;
    keep(true);
    attempt(() => sessionStorage.setItem(POSTED, key));
  });
}

// A form that was posted and whose answer is a page of the workspace without that form was taken.
function forgetPosted(forms) {
  const key = attempt(() => sessionStorage.getItem(POSTED));
  if (!key || !document.querySelector("[data-workspace]")) return;
  attempt(() => sessionStorage.removeItem(POSTED));
  if (!forms.some((form) => form.dataset.autosaveKey === key)) store.drop(key);
}

const forms = [...document.querySelectorAll("form[data-autosave-key]")];
forgetPosted(forms);
forms.forEach(watch);
