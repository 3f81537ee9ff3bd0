"use strict";

// Elements are made here and nowhere else. What a document says goes in as text, never as markup.

/**
 * Make an element: make("button.chip", { type: "button", "data-figure": 3 }, "44场").
 * A property that is null, undefined or false is left out, true is an attribute without a value.
 */
function make(name, properties, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? "" : String(value));
  }
  put(element, children);
  return element;
}

/** Put text and elements into an element, lists of them too; what is null or false is left out. */
function put(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) put(element, child);
    else if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

/** Words of a document: Chinese, whatever the language of the page, on one line, kept apart from what is around. */
function quoted(text, name = "bdi") {
  return make(name, { lang: "zh" }, text.replace(/\s+/g, " ").trim());
}

/** Some words in a row, with a dot between them; what is empty is left out. */
function byline(words) {
  const told = words.filter((one) => (one instanceof Element ? one.textContent : one));
  return told.flatMap((one, place) => (place ? [" · ", one] : [one]));
}

/** Some facts as a list of terms; those without a value are left out. */
function facts(pairs) {
  const told = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
  return make(
    "dl.told",
    {},
    told.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))),
  );
}

/** A button that does what its data say; clicks are taken up in one place (page.js). */
function button(name, data, ...children) {
  return make(name ? `button.${name}` : "button", { type: "button", ...data }, ...children);
}

/** A button that leads to a stretch of the text. */
function placeButton(at, ...children) {
  return button("place", { "data-from": at[0], "data-to": at[1] }, ...children);
}

/** A button that leads to a figure. */
function figureButton(figure) {
  return button(
    `chip.${figure.status}`,
    { "data-figure": figure.number, title: figure.label || null },
    quoted(figure.quote),
    make("span.unseen", {}, ` ${Words.standing(figure.status)}`),
  );
}

/**
 * Fills an element with many things: some now, the rest in short turns, between which the page answers.
 * Each thing is given as a function that makes it.
 */
class Filling {
  constructor(place, makers) {
    this.place = place;
    this.makers = makers;
    this.next = 0;
    place.replaceChildren();
    this.turn();
  }

  turn() {
    const until = performance.now() + 40;
    while (this.next < this.makers.length && performance.now() < until) this.one();
    if (this.next < this.makers.length) this.timer = setTimeout(() => this.turn());
  }

  one() {
    put(this.place, [this.makers[this.next]()]);
    this.next += 1;
  }

  /** Make all the rest now, for the printer. */
  finish() {
    clearTimeout(this.timer);
    while (this.next < this.makers.length) this.one();
  }

  /** Make no more: something else is shown. */
  stop() {
    clearTimeout(this.timer);
  }
}

/** What the sheets that are filled in turns have alike. */
class Sheet {
  constructor(sheet) {
    this.sheet = sheet;
    this.filling = null;
  }

  fill(makers) {
    if (this.filling) this.filling.stop();
    this.filling = new Filling(this.sheet, makers);
  }

  finish() {
    if (this.filling) this.filling.finish();
  }
}
