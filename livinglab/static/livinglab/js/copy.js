// A button that copies a text: <button hidden data-copy="id" data-copied="Copied">. Without a script it stays away.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.querySelector(".nl-button__label");
  const original = label.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim());
    label.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => {
      label.textContent = original;
    }, 2500);
  });
}
