// A form is sent once: a second click while the answer is on its way would write a note or record a request twice.
// What was typed in a form and not sent is asked after before the page goes, by another form or a link.
const PATIENCE = 5000; // milliseconds: whoever stopped the page, or lost the network, may send it again
const SLOWEST = 10000; // milliseconds for an answer: on a bad mobile network a new connection takes six seconds
const typed = new Set();
const desk = document.currentScript.src;
const CAN_ASK = "timeout" in AbortSignal && "requestSubmit" in HTMLFormElement.prototype; // Safari 15 and its like send as they always did

// A form that only asks for a page changes nothing, and what was typed in it may be lost.
function note(form) {
  if (form?.method === "post") typed.add(form);
}
// What was typed in a form that was refused, or that somebody sent who was not logged in.
document.querySelectorAll("[data-unsent]").forEach((one) => note(one.form ?? one));
document.addEventListener("input", (event) => note(event.target.form));
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (CAN_ASK && typed.has(form) && !form.dataset.answered) {
    event.preventDefault();
    form.dataset.sent = "asked";
    sendIfAnswered(form, event.submitter);
    return;
  }
  delete form.dataset.answered;
  form.dataset.sent = typed.delete(form) ? "typed" : "as shown";
  setTimeout(() => delete form.dataset.sent, PATIENCE);
});
// Where nobody answers, or a file is no longer there, the browser would put its own page in the place of what was typed, with no way back
// to it; where the desk is down behind a proxy, the proxy would.
async function sendIfAnswered(form, button) {
  form.querySelector(".ct-unanswered")?.remove();
  const missing = await unreadable(form);
  if (missing) tell(form, `Not sent: “${missing.name}” cannot be read. It is a folder, or was moved or changed since you chose it. Choose it again.`);
  else if (await answers()) form.dataset.answered = "yes";
  else tell(form, "Not sent: the desk does not answer. What you typed is still here. Try again when you are connected, or ask whoever runs the desk.");
  delete form.dataset.sent;
  if (form.dataset.answered) form.requestSubmit(button);
}
function tell(form, problem) {
  form.insertAdjacentHTML("beforeend", '<p class="ct-wrong ct-unanswered" role="alert"></p>');
  form.lastElementChild.textContent = problem;
}
async function answers() {
  try {
    const answer = await fetch(desk, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(SLOWEST) });
    return answer.status < 500;
  } catch (error) {
    return false;
  }
}
async function unreadable(form) {
  for (const file of [...form.elements].flatMap((field) => [...(field.files ?? [])])) {
    try {
      await (file.size ? file.slice(0, 1) : file).arrayBuffer();
    } catch (error) {
      return file;
    }
  }
  return null;
}
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
// What an address leads to (#note-12) is unfolded: not every browser does that by itself.
function unfold() {
  const part = document.getElementById(location.hash.slice(1));
  let folded = part?.closest("details:not([open])");
  if (!folded) return;
  for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
  part.scrollIntoView();
}
window.addEventListener("hashchange", unfold);
window.addEventListener("load", unfold);
// What came of it has autofocus, to be told to whoever hears the page; where the address leads to a part of it (#notes) browsers give that no focus.
window.addEventListener("load", () => {
  if (location.hash) document.querySelector(".ct-message[autofocus]")?.focus({ preventScroll: true });
});
