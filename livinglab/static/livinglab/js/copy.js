// Buttons that copy a text: <button data-copy="id" data-copied="Copied">, with `data-copy-source` a line that goes along.
// Without a script they stay hidden. One listener for all, since a list exchanges its results (listing.js).
{
  const said = document.createElement("div");
  said.className = "ll-visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  const reveal = () => {
    for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = !navigator.clipboard;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const { copy, copied, copySource } = button.dataset;
    // Not innerText: of a text that is cut short it has the first lines only.
    const text = [...document.getElementById(copy).childNodes].map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join("");
    await navigator.clipboard.writeText(copySource ? `${text.trim()}\n\n${copySource}` : text.trim());
    const label = button.querySelector(".nl-button__label");
    button.dataset.label ??= label.textContent;
    label.textContent = copied;
    said.textContent = copied;
    setTimeout(() => {
      label.textContent = button.dataset.label;
      said.textContent = "";
    }, 2500);
  });

  document.addEventListener("lab:exchanged", reveal);
  reveal();
}
