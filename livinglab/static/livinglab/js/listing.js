// Makes facets smooth: choosing one fetches the same page and exchanges the list. Without it, the form's button does.
const wide = window.matchMedia("(min-width: 56rem)");
let running = null;

function unfold() {
  // On a wide screen the facets are a column, so their sheet stands open.
  const sheet = document.querySelector("[data-facets-sheet]");
  if (sheet && wide.matches) sheet.open = true;
  sheet?.closest("form").classList.add("ll-facets--live");
}

function addressOf(form) {
  const address = new URL(form.action, window.location.href);
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")).toString();
  return address;
}

// Keep what the visitor is looking at: facets that are open or folded, the sheet, and the focus.
function exchange(page) {
  const old = document.getElementById("listing");
  const fresh = page.getElementById("listing");
  if (!old || !fresh) return false;
  for (const details of old.querySelectorAll("details")) {
    const twin = details.id ? fresh.querySelector(`#${CSS.escape(details.id)}`) : fresh.querySelector("[data-facets-sheet]");
    if (twin) twin.open = details.open;
  }
  const focused = document.activeElement?.id;
  const scrolled = window.scrollY;
  old.replaceWith(document.adoptNode(fresh));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo({ top: scrolled, behavior: "instant" });
  document.title = page.title;
  document.dispatchEvent(new Event("lab:exchanged"));
  return true;
}

async function show(address, remember) {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(address, { signal: running.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !exchange(page)) window.location.assign(address);
    else if (remember) history.pushState(null, "", address);
    unfold();
  } catch (error) {
    if (error.name !== "AbortError") window.location.assign(address);
  }
}

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-facets]");
  if (form) show(addressOf(form), true);
});

document.addEventListener("submit", (event) => {
  // The sheet's button: the list is already right, so close the sheet and go to it.
  const form = event.target.closest("[data-facets]");
  const sheet = form?.querySelector("[data-facets-sheet]");
  if (!sheet || wide.matches) return;
  event.preventDefault();
  sheet.open = false;
  document.getElementById("result-count").scrollIntoView();
});

// Of a question that found little, that a result was opened: a number for the editors, about nobody.
document.addEventListener("click", (event) => {
  const results = event.target.closest(".ll-results a")?.closest("[data-click-token]");
  if (results) navigator.sendBeacon(results.dataset.clickUrl, results.dataset.clickToken);
});

window.addEventListener("popstate", () => show(window.location.href, false));
wide.addEventListener("change", unfold);
unfold();
