// The clause basket of this browser: the short ids of the clauses, in localStorage. Its page works without this.
// Here: the number in the header, ‘Put in my basket’ that stays on the page, and a basket page that opens with one's own.
// What has no header, such as the page of a broken site or the preview of a card, has no basket either.
if (document.querySelector("[data-basket-link]")) {
  const KEY = "lab-basket";
  const MOST = 25; // as `addresses.MAX_CLAUSES`
  const link = document.querySelector("[data-basket-link]");
  const page = document.querySelector("[data-basket]");

  const said = document.createElement("div");
  said.className = "ll-visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  // A browser may refuse to store: then the links still work, with one text at a time.
  const mine = () => {
    try {
      const ids = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(ids) ? ids.filter((id) => /^[0-9a-f]{10}$/.test(id)) : [];
    } catch {
      return [];
    }
  };
  const keep = (ids) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(ids.slice(0, MOST)));
      return true;
    } catch {
      return false;
    }
  };
  const address = (ids) => `${link.dataset.basketLink}?c=${ids.join(",")}`;

  const show = () => {
    const ids = mine();
    link.hidden = ids.length === 0;
    link.href = address(ids);
    link.querySelector("[data-basket-number]").textContent = ids.length;
    for (const button of document.querySelectorAll("[data-basket-add]")) {
      const isIn = ids.includes(button.dataset.basketAdd);
      const label = button.querySelector("span");
      button.dataset.label ??= label.textContent;
      label.textContent = isIn ? button.dataset.basketIn : button.dataset.label;
      button.href = address(isIn ? ids : [...ids, button.dataset.basketAdd]);
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-basket-add]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!button || !isPlain) return;
    const ids = mine();
    // What is in already leads to the basket, and so does a full one, which says so.
    if (ids.includes(button.dataset.basketAdd) || ids.length >= MOST || !keep([...ids, button.dataset.basketAdd])) return;
    event.preventDefault();
    show();
    said.textContent = button.dataset.basketIn;
  });

  // Whose basket is on the page? One's own, which then follows every step on it; or one that somebody shared.
  const OWN = "lab-basket-own";
  const openPage = () => {
    const given = page.dataset.basket.split(",").filter(Boolean);
    const own = mine();
    if (!("basketGiven" in page.dataset)) {
      if (own.length > 0) window.location.replace(address(own));
      return;
    }
    const fromHere = document.referrer.split(/[?#]/)[0] === window.location.href.split(/[?#]/)[0];
    const isOwn = given.join() === own.join() || own.length === 0 || (fromHere && sessionStorage.getItem(OWN) === "yes");
    sessionStorage.setItem(OWN, isOwn ? "yes" : "no");
    if (isOwn) keep(given);
    else page.querySelector("[data-basket-shared]").hidden = false;
    page.querySelector("[data-basket-merge]").addEventListener("click", () => {
      keep([...new Set([...own, ...given])]);
      sessionStorage.setItem(OWN, "yes");
      window.location.assign(address(mine()));
    });
  };

  if (page) openPage();
  show();
  document.addEventListener("lab:exchanged", show);
  // Another tab, or the page that the browser's back button brings back as it was.
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
}
