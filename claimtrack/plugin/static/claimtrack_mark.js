// Marks all claims of a list, or, with Shift, those between two boxes. Without this they are marked one by one.
const all = document.getElementById("ct-mark-all");
const boxes = [...document.querySelectorAll('input[form="ct-mark"]')];
let last = null;

function told() {
  const marked = boxes.filter((box) => box.checked).length;
  all.checked = marked === boxes.length;
  all.indeterminate = marked > 0 && !all.checked;
}

all.form.hidden = boxes.length === 0; // a list without rows, or without the column of their numbers
all.parentElement.hidden = false;
all.addEventListener("change", () => {
  boxes.forEach((box) => { box.checked = all.checked; });
  told();
});
boxes.forEach((box, at) => box.addEventListener("click", (event) => {
  if (event.shiftKey && last !== null) {
    boxes.slice(Math.min(at, last), Math.max(at, last) + 1).forEach((one) => { one.checked = box.checked; });
  }
  last = at;
  told();
}));
window.addEventListener("pageshow", told); // the browser keeps what was marked when one comes back
