"use strict";

// What the browser is asked for beyond the page: to remember, and to copy.

/** What the browser remembers for the reader, where it remembers anything. */
const Memory = {
  get(key) {
    try {
      return localStorage.getItem(`fulian.${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`fulian.${key}`, value);
    } catch {
      // a private window keeps nothing
    }
  },
};

/** Put text on the clipboard; the older way is for browsers that keep the newer one from local files. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const hand = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", hand, { once: true });
    return document.execCommand("copy");
  }
}
