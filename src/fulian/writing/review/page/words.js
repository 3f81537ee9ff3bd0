"use strict";

// What the page says, in the language that is chosen. Every word stands in the data, in both languages.

const pageData = JSON.parse(document.getElementById("data").textContent);

const Words = {
  language: pageData.language,

  /** The words of a key, with {0}, {1} … filled in. */
  say(key, ...values) {
    const pair = pageData.words[key] || [key, key];
    const text = Words.either(pair);
    return text.replace(/\{(\d)\}/g, (_, number) => String(values[number]));
  },

  /** The name of a member of a closed vocabulary; data carry its English value. */
  term(vocabulary, value) {
    return Words.language === "zh" ? pageData.vocabularies[vocabulary][value] || value : value;
  },

  /** Whether a figure was done, is planned, is a change or a condition. */
  standing: (status) => Words.say(status),

  /** The name of an indicator of the catalogue; a code that is not in it stays as it is. */
  indicator(code) {
    const names = pageData.indicators[code];
    return (names && (names[Words.language] || names.zh)) || code;
  },

  /** One of a pair, of which the first is English and the second Chinese. */
  either: (pair) => pair[Words.language === "zh" ? 1 : 0],

  /** A whole number with commas between thousands. */
  count: (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ","),

  list: (parts) => parts.join(Words.say("listSeparator")),

  /** Say everything that is in the page's frame again, after the language has changed. */
  apply() {
    document.documentElement.lang = Words.language === "zh" ? "zh-CN" : "en";
    for (const one of document.querySelectorAll("[data-say]")) one.textContent = Words.say(one.dataset.say);
    for (const one of document.querySelectorAll("[data-label]:not(mark)")) {
      one.setAttribute("aria-label", Words.say(one.dataset.label));
    }
  },
};

const { say } = Words;
