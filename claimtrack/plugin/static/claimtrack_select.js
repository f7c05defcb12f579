// Words selected in the article go into the form for a missed claim, with about where they stand.
// The server finds them again in the stored text: a browser counts UTF-16, the desk code points.
(function () {
  var text = document.getElementById("text");
  var form = document.getElementById("propose");
  if (!text || !form) return;
  document.addEventListener("selectionchange", function () {
    var selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    var range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    var before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    form.elements.near.value = Array.from(before.toString()).length;
    form.elements.quote.value = range.toString().trim();
    document.getElementById("missed").open = true;
    document.getElementById("selected").hidden = false; // the form may be far from the words, on a phone it is below them all
  });
})();
