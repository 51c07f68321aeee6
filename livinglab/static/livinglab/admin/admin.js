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
      serial += 1;
      counter.id = `lab-count-${serial}`;
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

  /*
   * A form is not sent beside its own autosave: of a new page that would make two drafts. Autosave announces itself,
   * waits so long that typing can go on, and then sends. Before that it is called off; after that it is waited for.
   */
  let announced = null;

  document.addEventListener("w-autosave:save", (event) => {
    const wait = Number(event.target.dataset.wAutosaveIntervalValue ?? 500);
    announced = { event, sendsAt: performance.now() + wait };
  });
  const outcome = () => {
    const held = announced?.held;
    announced = null;
    if (!held) return;
    const { form, button } = held;
    // Not by its button, which may be disabled by now.
    if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
    form.requestSubmit();
  };
  document.addEventListener("w-autosave:success", outcome);
  document.addEventListener("w-autosave:error", outcome);
  document.addEventListener(
    "submit",
    (event) => {
      if (!announced || event.target !== announced.event.target) return;
      if (performance.now() < announced.sendsAt - 50) {
        announced.event.preventDefault();
        announced = null;
      } else {
        event.preventDefault();
        event.stopImmediatePropagation();
        announced.held = { form: event.target, button: event.submitter };
      }
    },
    true,
  );

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
