// What the link past the menu, filters and facets leads to: with keys alone they are fifty steps.
const rows = document.querySelector(".table-wrapper");
if (rows) {
  rows.id = "ct-rows";
  rows.tabIndex = -1;
}
// Names for the fields of Datasette's filters, which have none: who hears the page would not know what to choose. Rows added later are copies.
Object.entries({
  _filter_column: "Column to filter by",
  _filter_op: "How to compare",
  _filter_value: "Value to compare with",
  _sort: "Sort by",
}).forEach(function ([name, label]) {
  document.querySelectorAll('.filters [name^="' + name + '"]').forEach(function (field) {
    if (!field.labels.length) field.setAttribute("aria-label", label);
  });
});
// Where a list of values is cut off, Datasette leads on with three dots.
document.querySelectorAll(".facet-truncated a").forEach(function (link) {
  link.setAttribute("aria-label", "More of " + link.closest(".facet-info").dataset.column);
});
