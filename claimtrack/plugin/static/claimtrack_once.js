// A form is sent once: a second click while the answer is on its way would write a note or record a request twice.
const PATIENCE = 5000; // milliseconds: whoever stopped the page, or lost the network, may send it again

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, PATIENCE);
});
// Back to a page that the browser kept as it was.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
