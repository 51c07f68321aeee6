// Passkeys: shows the button where the browser has them, and says when one did not work. The ceremony is allauth's.
(() => {
  const place = document.querySelector("[data-passkey]");
  if (!place || !window.webauthnJSON.supported()) {
    return;
  }
  const { forms } = window.allauth.webauthn;
  const ids = { credential: "passkey-credential", data: "passkey-data" };
  const button = "passkey-button";
  const failed = place.querySelector("[data-passkey-failed]");
  place.hidden = false;
  for (const notice of document.querySelectorAll("[data-passkey-none]")) {
    notice.hidden = true;
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    failed.hidden = false;
  });
  if (place.dataset.passkey === "add") {
    // As for a new account: what the server asks for (a passkey that is found without a name) stands.
    forms.signupForm({ ids: { ...ids, signup: button } });
  } else if (place.dataset.passkey === "login") {
    forms.loginForm({ ids: { ...ids, login: button } });
  } else {
    forms.authenticateForm({ ids: { ...ids, authenticate: button } });
  }
})();
