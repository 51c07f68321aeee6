// Suggestions while typing, as an editable combobox with a list (WAI-ARIA). Without it the form just searches.
const WAIT = 120; // milliseconds without a key before asking
let lists = 0;

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

class Combobox {
  constructor(input) {
    this.input = input;
    this.url = input.dataset.suggest;
    this.options = [];
    this.current = -1;
    const id = `suggestions-${++lists}`;
    this.list = element("div", { id, class: "ll-suggest", role: "listbox", "aria-label": input.dataset.suggestLabel });
    this.list.hidden = true;
    this.status = element("div", { class: "ll-visually-hidden", role: "status" });
    input.form.append(this.list, this.status);
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false",
    })) input.setAttribute(key, value);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // Before the field loses the focus, which would close the list under the pointer.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  later() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const typed = this.input.value.trim();
    if (typed.length < 2) return this.close();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.url}?q=${encodeURIComponent(typed)}`, { signal: this.asking.signal });
      if (answer.ok && document.activeElement === this.input) this.show((await answer.json()).groups);
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // suggestions are a help; the search itself still works
    }
  }

  show(groups) {
    this.close();
    this.list.replaceChildren(...groups.map((group) => {
      const label = element("div", { id: `${this.list.id}-${group.code}`, class: "ll-suggest__label", role: "presentation" }, group.label);
      const box = element("div", { role: "group", "aria-labelledby": label.id });
      box.append(label, ...group.suggestions.map((one) => element("div", { class: "ll-suggest__option", role: "option", "aria-selected": "false", "data-url": one.url }, one.text)));
      return box;
    }));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, place) => { option.id = `${this.list.id}-option-${place}`; });
    this.list.hidden = this.options.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    const { suggestOne, suggestMany } = this.input.dataset;
    this.status.textContent = this.options.length === 1 ? suggestOne : suggestMany.replace("0", this.options.length);
  }

  close() {
    this.mark(-1);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.options = [];
    this.status.textContent = "";
  }

  mark(place) {
    this.options[this.current]?.setAttribute("aria-selected", "false");
    this.current = place;
    const option = this.options[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const { length } = this.options;
    if (event.key === "Escape" && length) {
      event.preventDefault(); // the first press closes the list, the next one empties the field
      this.close();
    } else if (event.key === "ArrowDown" && length) {
      event.preventDefault();
      this.mark(this.current + 1 >= length ? -1 : this.current + 1);
    } else if (event.key === "ArrowUp" && length) {
      event.preventDefault();
      this.mark(this.current < 0 ? length - 1 : this.current - 1);
    } else if (event.key === "Enter" && this.current >= 0) {
      event.preventDefault();
      this.go(this.options[this.current]);
    }
  }

  go(option) {
    if (option) window.location.assign(option.dataset.url);
  }
}

for (const input of document.querySelectorAll("[data-suggest]")) new Combobox(input);
