// A button that copies a text: <button hidden data-copy="id" data-copied="Copied">. Without a script it stays away.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.querySelector(".nl-button__label");
  const original = label.textContent;
  button.hidden = !navigator.clipboard;
  // Before its text changes: a screen reader announces changes of what is live already.
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim());
    label.textContent = button.dataset.copied;
    setTimeout(() => {
      label.textContent = original;
    }, 2500);
  });
}
