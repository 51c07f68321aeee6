/*
 * Small help in the forms of the admin. Everything is checked on the server too; this only says it sooner.
 * Handlers listen on the document, so that they also serve forms that appear later (dialogs, inline panels, blocks).
 */
(() => {
  "use strict";

  /* How much still fits, from the moment a field is entered. It stays: what jumps under the mouse is clicked beside. */
  const limits = new WeakMap();
  let serial = 0;

  const counterOf = (field) => {
    if (!limits.has(field)) {
      const counter = document.createElement("span");
      counter.className = "lab-count";
      counter.id = `lab-count-${(serial += 1)}`;
      counter.setAttribute("role", "status");
      limits.set(field, { counter, limit: field.maxLength });
      // The browser would cut off what is pasted, without a word.
      field.removeAttribute("maxlength");
      field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${counter.id}`.trim());
    }
    return limits.get(field);
  };

  const count = (field) => {
    const { counter, limit } = counterOf(field);
    counter.textContent = `${field.value.length} / ${limit}`;
    counter.classList.toggle("lab-count--over", field.value.length > limit);
    if (!counter.isConnected) field.after(counter);
  };

  const hasLimit = (field) =>
    limits.has(field) || (field.matches?.("textarea, input[type=text]") && field.maxLength > 0 && field.maxLength <= 600);

  document.addEventListener("focusin", ({ target }) => hasLimit(target) && count(target));
  document.addEventListener("input", ({ target }) => hasLimit(target) && count(target));

  /* At most so many of a list: the others wait until one is taken away. */
  const limitChoices = (box) => {
    const boxes = [...document.getElementsByName(box.name)].filter((other) => other.form === box.form);
    const full = boxes.filter((other) => other.checked).length >= Number(box.dataset.labMax);
    boxes.forEach((other) => {
      other.disabled = full && !other.checked;
    });
  };

  document.addEventListener("change", ({ target }) => target.dataset?.labMax && limitChoices(target));
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-lab-max]:checked").forEach(limitChoices);
  });

  /* A picture without a description is refused before it is sent, so that the chosen file is not lost. */
  const missing = (field) => {
    const decorative = field.form.elements[field.name.replace(/description$/, "is_decorative")];
    return !decorative?.checked && !field.value.trim();
  };

  document.addEventListener(
    "click",
    (event) => {
      const form = event.target.closest?.("button[type=submit]")?.form;
      const field = form?.querySelector("[data-lab-alt-text]");
      if (!field) return;
      field.setCustomValidity(missing(field) ? field.dataset.labAltText : "");
      if (!field.checkValidity()) {
        event.preventDefault();
        event.stopPropagation();
        field.reportValidity();
      }
    },
    true,
  );
  document.addEventListener("input", ({ target }) => target.dataset?.labAltText && target.setCustomValidity(""));

  /* Each example in the page of building blocks gets the height it needs. */
  document.addEventListener(
    "load",
    ({ target }) => {
      if (target.matches?.(".lab-guide__preview")) {
        target.style.height = `${target.contentDocument.documentElement.scrollHeight + 2}px`;
      }
    },
    true,
  );
})();
