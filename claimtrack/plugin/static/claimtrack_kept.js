// What was typed and not sent comes back with its form, in the same tab and for the same person: a phone drops pages that are out of
// sight, and an iPhone does not ask before it leaves one. Files and passwords are not kept, and logging out forgets the rest.
const { who } = document.currentScript.dataset;
const KEPT = "textarea[id], select[id], input[id]:not([type=hidden], [type=file])";
const restored = new Set(); // not `typed`: who left it once is not asked again
let isLoggingOut = false;
let leaving = null;

const fieldsOf = (form) => [...form.elements].filter((field) => field.matches(KEPT));
const keptForms = [...document.querySelectorAll('.ct-main form[method="post"]')].filter(
  (form) => fieldsOf(form).length && !form.querySelector("[type=password]"));
const nameOf = (form) => `claimtrack ${who} ${form.action}`;
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
function setValue(field, value) {
  field[field.type === "checkbox" ? "checked" : "value"] = value;
}
function shownAtFirst(field) {
  if (field.type === "checkbox") return field.defaultChecked;
  if (field.tagName !== "SELECT") return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
}

function keep() {
  for (const form of keptForms) {
    const isUnsent = form !== leaving && (typed.has(form) || restored.has(form));
    const changed = fieldsOf(form).filter((field) => valueOf(field) !== shownAtFirst(field));
    if (isUnsent && changed.length && !isLoggingOut) {
      const values = changed.map((field) => [field.id, [shownAtFirst(field), valueOf(field)]]);
      sessionStorage.setItem(nameOf(form), JSON.stringify(Object.fromEntries(values)));
    } else sessionStorage.removeItem(nameOf(form));
  }
  const all = Object.keys(sessionStorage).filter((name) => name.startsWith("claimtrack "));
  if (isLoggingOut) all.forEach((name) => sessionStorage.removeItem(name));
}

function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(nameOf(form)) ?? "{}");
  // Where the page shows something else than when it was typed, somebody has changed it since: what was typed would undo that.
  const back = fieldsOf(form).filter((field) => kept[field.id]?.[0] === shownAtFirst(field));
  if (!back.length || form.querySelector("[data-unsent]")) return;
  back.forEach((field) => setValue(field, kept[field.id][1]));
  restored.add(form);
  for (let part = form.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  form.insertAdjacentHTML("afterbegin", '<p class="ct-missing ct-blocks ct-kept">You typed this before and did not send it. '
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
  [typed, restored].forEach((forms) => forms.delete(event.target));
  const told = event.target.querySelector(".ct-kept");
  if (told?.contains(document.activeElement)) fieldsOf(event.target)[0].focus(); // the button goes, and would take the focus with it
  told?.remove();
});
try {
  keptForms.forEach(restore);
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
} catch (error) {
  // Without storage, or where it is full, what was typed is in the page alone.
}
