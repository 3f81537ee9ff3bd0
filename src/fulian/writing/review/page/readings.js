"use strict";

// The documents of the page as objects: rows become figures, numbers of bodies become bodies.

/** One document with its figures, bodies, records, findings and doubts. */
class Review {
  constructor(data, number) {
    Object.assign(this, data);
    this.number = number;
    this.figures = data.figures.map((row, place) => this.figure(row, place));
    this.element = document.getElementById(`d${number}`);
    this.findingsOf = this.gatherFindings();
  }

  /** What it is called: by its title, else by its file. */
  get title() {
    return this.about.title || this.about.file || say("untitled");
  }

  figure(row, number) {
    const figure = { number };
    pageData.fields.forEach((field, place) => {
      figure[field] = row[place];
    });
    figure.body = this.bodyOf(figure.body);
    figure.where = figure.where === null ? null : this.places[figure.where];
    return figure;
  }

  bodyOf(number) {
    return number === null || number === undefined ? null : this.bodies[number];
  }

  /** The findings of each figure, by the figure's place. */
  gatherFindings() {
    const byPlace = new Map();
    this.findings.forEach((finding, number) => {
      finding.number = number;
      finding.places.forEach((place) => {
        const key = place.at.join("-");
        byPlace.set(key, [...(byPlace.get(key) || []), finding]);
      });
    });
    return (figure) => byPlace.get(`${figure.start}-${figure.end}`) || [];
  }

  /** The years that it is about: of its plans and reports. */
  get years() {
    const years = [...this.plans, ...this.reports].map((record) => record.year).filter(Boolean);
    return [...new Set(years)].sort();
  }
}

const Say = {
  /** The name that texts use of a body. */
  body: (body) => (body ? body.short || body.name : ""),

  /** A number as people write it: commas between thousands, no zeros behind that say nothing. */
  number(decimal) {
    const [whole, part = ""] = decimal.split(".");
    const tail = part.replace(/0+$/, "");
    return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (tail && `.${tail}`);
  },

  /** Hedge, number, range and unit of a figure: “at least 9,200 名”; the unit is the document's word. */
  quantity(figure) {
    const range = figure.high === null ? "" : ` – ${Say.number(figure.high)}`;
    const hedge = say(figure.qualifier);
    return [hedge && `${hedge} `, Say.number(figure.value), range, figure.unit && [" ", quoted(figure.unit)]];
  },

  /** The same where the print does not say it by itself, else null. */
  spelledOut(figure) {
    const plain = Say.number(figure.value).replace(/,/g, "") + figure.unit;
    const printed = figure.quote.replace(/\s+/g, "");
    return figure.high === null && figure.qualifier === "exact" && printed === plain ? null : Say.quantity(figure);
  },

  percent: (share) => `${Math.floor(share * 1000) / 10}%`,
};
