// A key presses the button or follows the link that names it in data-key; u is for Undo.
(function () {
  var box = document.getElementById("ct-keys");
  if (!box) return;
  try {
    box.checked = localStorage.getItem("claimtrack-keys") !== "off";
    box.addEventListener("change", function () {
      localStorage.setItem("claimtrack-keys", box.checked ? "on" : "off");
    });
  } catch (error) {
    // Without storage the choice holds for this page.
  }
  document.addEventListener("keydown", function (event) {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    var key = event.key.toLowerCase();
    var target =
      key === "u"
        ? document.querySelector(".ct-message form button")
        : document.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (!target) return;
    event.preventDefault();
    target.click();
    var field = target.parentElement.querySelector("textarea");
    if (target.tagName === "SUMMARY" && field) {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
  });
})();
