// A form is sent once: a second click while the answer is on its way would write a note or record a request twice.
// What was typed in a form and not sent is asked after before the page goes, by another form or a link.
const PATIENCE = 5000; // milliseconds: whoever stopped the page, or lost the network, may send it again
const typed = new Set();

// What was typed in a form that was refused, or that somebody sent who was not logged in.
document.querySelectorAll("[data-unsent]").forEach((one) => typed.add(one.form ?? one));
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.method === "post") typed.add(form);
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = typed.delete(form) ? "typed" : "as shown";
  setTimeout(() => delete form.dataset.sent, PATIENCE);
});
// A form whose page stays after all was not sent; nor was one on a page that the browser kept as it was.
function unsent() {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
}
window.addEventListener("pageshow", unsent);
window.addEventListener("beforeunload", (event) => {
  if (!typed.size) return;
  event.preventDefault();
  document.querySelectorAll('form[data-sent="typed"]').forEach((form) => typed.add(form));
  unsent();
});
// What came of it has autofocus, to be told to whoever hears the page; where the address leads to a part of it (#notes) browsers give that no focus.
window.addEventListener("load", () => {
  if (location.hash) document.querySelector(".ct-message[autofocus]")?.focus({ preventScroll: true });
});
