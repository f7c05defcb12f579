// A real <select> for a column of type claimtrack-choice, in Datasette's own edit dialog.
document.addEventListener("datasette_init", function (event) {
  event.detail.registerPlugin("claimtrack-choice", {
    version: "1.0",
    makeColumnField: function (context) {
      var type = context.columnType;
      if (!type || type.type !== "claimtrack-choice" || !type.config) {
        return;
      }
      return {
        render: function (field) {
          var select = document.createElement("select");
          select.setAttribute("aria-labelledby", field.labelId);
          type.config.choices.forEach(function (choice) {
            select.add(new Option(choice.replace(/_/g, " "), choice));
          });
          select.value = field.getValue();
          select.addEventListener("change", function () {
            field.setValue(select.value);
          });
          // The dialog reads field.input when it saves, so it has to stay in the document.
          var wrap = document.createElement("div");
          field.input.hidden = true;
          wrap.append(select, field.input);
          return wrap;
        },
        focus: function (field) {
          field.root.querySelector("select").focus();
        },
      };
    },
  });
});
