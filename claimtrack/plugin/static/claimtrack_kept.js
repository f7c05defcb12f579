// What was typed and not saved comes back with its form, in the same tab and for the same person: a phone drops pages that are out of
// sight, an iPhone does not ask before it leaves one, and a proxy or a broken network answers with a page of its own. Files and passwords
// are not kept, and logging out forgets the rest.
const { who } = document.currentScript.dataset;
const KEPT = "textarea[id], select[id], input[id]:not([type=hidden], [type=file])";
const SENT = "claimtrack sent"; // where the last form went, until a page of the desk answers
const GIVEN_BACK = "[data-unsent]";
const restored = new Set(); // not `typed`: who left it once is not asked again
const unanswered = new Set(); // of these, what was sent
let isLoggingOut = false;
let leaving = null;

const fieldsOf = (form) => [...form.elements].filter((field) => field.matches(KEPT));
const keptForms = [...document.querySelectorAll('.ct-main form[method="post"]')].filter(
  (form) => fieldsOf(form).length && !form.querySelector("[type=password]"));
const nameOf = (form) => `claimtrack ${who} ${form.action}`;
const keptOf = (form) => JSON.parse(sessionStorage.getItem(nameOf(form)) ?? "{}");
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
function setValue(field, value) {
  field[field.type === "checkbox" ? "checked" : "value"] = value;
}
function shownAtFirst(field) {
  if (field.type === "checkbox") return field.defaultChecked;
  if (field.tagName !== "SELECT") return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
}
function forget(isMeant) {
  Object.keys(sessionStorage).filter((name) => name.startsWith("claimtrack ") && isMeant(name)).forEach(
    (name) => sessionStorage.removeItem(name));
}

function keep() {
  for (const form of keptForms) {
    const isUnsaved = form === leaving || typed.has(form) || restored.has(form);
    // A form that was refused shows what was typed: the page of its fields still shows what it did before that.
    const before = form.querySelector(GIVEN_BACK) ? keptOf(form) : {};
    const values = fieldsOf(form).map((field) => [field.id, [before[field.id]?.[0] ?? shownAtFirst(field), valueOf(field)]]);
    const changed = values.filter(([, [shown, value]]) => value !== shown);
    if (isUnsaved && changed.length && !isLoggingOut) {
      const isSent = form === leaving || unanswered.has(form);
      sessionStorage.setItem(nameOf(form), JSON.stringify({ ...Object.fromEntries(changed), ...(isSent && { "": "sent" }) }));
    } else sessionStorage.removeItem(nameOf(form));
  }
  if (keptForms.includes(leaving)) sessionStorage.setItem(SENT, leaving.action);
  if (isLoggingOut) forget(() => true);
}

// The desk has what was sent if it says so, or shows what it found in it. It may also refuse it, or the page may be another altogether.
function judgeSent() {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const isAnswer = location.href.split("#")[0] === sent && !document.querySelector(`${GIVEN_BACK}, .ct-message[role=alert]`);
  if (sent && (isAnswer || document.querySelector(".ct-message[role=status]"))) forget((name) => name.endsWith(` ${sent}`));
}

function restore(form) {
  const kept = keptOf(form);
  // Where the page shows something else than when it was typed, somebody has changed it since: what was typed would undo that.
  const back = fieldsOf(form).filter((field) => kept[field.id]?.[0] === shownAtFirst(field));
  if (!back.length || form.querySelector(GIVEN_BACK)) return;
  back.forEach((field) => setValue(field, kept[field.id][1]));
  restored.add(form);
  if (kept[""]) unanswered.add(form);
  for (let part = form.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  const told = kept[""] ? "You sent this before, and the desk did not say that it is saved. Look whether it is there before you send it again."
    : "You typed this before and did not send it.";
  form.insertAdjacentHTML("afterbegin", `<p class="ct-missing ct-blocks ct-kept">${told} `
    + '<button type="reset" class="ct-plain">Discard it</button></p>');
  // Whoever hears the page can tell the forms apart.
  form.querySelector("[type=reset]").ariaLabel = `Discard it: ${[...form.elements].find((one) => one.type === "submit").textContent.trim()}`;
}

document.addEventListener("submit", (event) => {
  if (restored.delete(event.target)) typed.add(event.target);
}, true);
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return; // not sent yet, and perhaps never: the desk is asked first whether it answers
  leaving = event.target;
  isLoggingOut = leaving.action.endsWith("/-/logout");
});
document.addEventListener("input", () => { leaving = null; });
document.addEventListener("reset", (event) => {
  [typed, restored, unanswered].forEach((forms) => forms.delete(event.target));
  const told = event.target.querySelector(".ct-kept");
  if (told?.contains(document.activeElement)) fieldsOf(event.target)[0].focus(); // the button goes, and would take the focus with it
  told?.remove();
});
try {
  judgeSent();
  keptForms.forEach(restore);
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted || !leaving) return;
    if (sessionStorage.getItem(SENT) === leaving.action) typed.add(leaving); // nobody has answered
    leaving = null;
  });
  document.addEventListener("visibilitychange", () => document.hidden && keep());
} catch (error) {
  // Without storage, or where it is full, what was typed is in the page alone.
}
