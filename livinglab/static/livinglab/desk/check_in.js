// The list at the door: find by name, and keep checking in while the connection is away.
// Without this script every button is a plain form.
(() => {
  const list = document.querySelector("[data-check-in]");
  const KEY = `living-lab-check-in:${location.pathname}`;
  const status = list.querySelector("[data-check-in-status]");
  const count = list.querySelector("[data-check-in-count]");
  const people = [...list.querySelectorAll("[data-check-in-person]")];

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const kept = () => JSON.parse(localStorage.getItem(KEY) || "[]");
  const keep = (posts) => (posts.length ? localStorage.setItem(KEY, JSON.stringify(posts)) : localStorage.removeItem(KEY));

  const nobody = list.querySelector("[data-check-in-nobody]");
  const search = list.querySelector("[data-check-in-search]");
  search.hidden = false;
  search.querySelector("input").addEventListener("input", (event) => {
    const words = plain(event.target.value).split(/\s+/);
    people.forEach((person) => {
      const name = plain(person.dataset.checkInPerson);
      person.hidden = !words.every((word) => name.includes(word));
    });
    nobody.hidden = people.some((person) => !person.hidden);
  });

  const show = (url, isIn) => {
    const form = people.map((person) => person.querySelector("form")).find((each) => each.getAttribute("action") === url);
    form?.closest("li").classList.toggle("check-in__person--in", isIn);
    count.textContent = people.filter((person) => person.classList.contains("check-in__person--in")).length;
  };

  // The token is read anew for each post: it changes with a new log-in.
  const post = ({ url, action, cameAt }) =>
    fetch(url, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({
        action,
        came_at: cameAt,
        csrfmiddlewaretoken: list.querySelector("[name=csrfmiddlewaretoken]").value,
      }),
    });

  // One at a time and in order: in, then undone, must not arrive the other way round.
  let isSending = false;
  const send = async () => {
    if (isSending) return;
    isSending = true;
    const wasWaiting = status.textContent === list.dataset.kept;
    try {
      for (let posts = kept(); posts.length; posts = kept()) {
        const answer = await post(posts[0]);
        if (answer.status >= 500) throw new Error("later");
        // A sign-up that is there no more, or under another id: the others go on.
        if (answer.status === 404) {
          status.textContent = list.dataset.unknown;
          show(posts[0].url, posts[0].action !== "in");
          keep(kept().slice(1));
          continue;
        }
        if (!answer.ok || answer.redirected) {
          status.textContent = list.dataset.refused;
          return;
        }
        const { came, problem } = await answer.json();
        show(posts[0].url, came);
        status.textContent = problem;
        keep(kept().slice(1));
        if (wasWaiting && !problem && !kept().length) status.textContent = list.dataset.sent;
      }
    } catch {
      status.textContent = list.dataset.kept;
    } finally {
      isSending = false;
    }
  };

  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const url = event.target.getAttribute("action");
    const action = event.submitter.value;
    keep([...kept(), { url, action, cameAt: new Date().toISOString() }]);
    show(url, action === "in");
    send();
  });
  window.addEventListener("online", send);
  // The list itself is not kept on the phone: it is personal data. So do not let go of the page while it is needed.
  window.addEventListener("beforeunload", (event) => {
    if (kept().length) event.preventDefault();
  });
  setInterval(send, 15000);
  for (const { url, action } of kept()) show(url, action === "in");
  send();
})();
