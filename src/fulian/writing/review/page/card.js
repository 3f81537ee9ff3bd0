"use strict";

// The card of details: what is known of the figure, body, name, finding or doubt that was chosen.

class Card {
  constructor(element) {
    this.element = element;
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Show what a mark stands for. */
  show(review, kind, number, lineNumber) {
    this.review = review;
    this.lineNumber = lineNumber;
    const content = this[kind](number);
    this.element.replaceChildren();
    put(this.element, [button("close", { "data-close": true, "aria-label": say("close") }, "×"), content]);
    this.element.hidden = false;
    this.element.scrollTop = 0;
  }

  head(kind, title, ...more) {
    return make("header", {}, make("p.eyebrow", {}, say(kind)), title, ...more);
  }

  where([from, to]) {
    return say("placeAt", this.lineNumber(from), from, to);
  }

  // ------------------------------------------------------------ the kinds of marks

  figure(number) {
    const figure = this.review.figures[number];
    const told = figure.period || say("notTold");
    const indicator = figure.indicator && [
      Words.indicator(figure.indicator),
      make("small", {}, ` ${figure.indicator}`, figure.certainty && ` · ${say("certainty", figure.certainty)}`),
    ];
    const other = (place) => (place === null || place === undefined ? null : figureButton(this.review.figures[place]));
    const pairs = [
      [say("label"), figure.label ? quoted(figure.label) : say("notTold")],
      [say("quantity"), make("span", {}, ...Say.quantity(figure))],
      [say("whose"), figure.body ? quoted(Say.body(figure.body)) : say("notTold")],
      [say("period"), told],
      [say("status"), make(`span.standing.${figure.status}`, {}, Words.standing(figure.status))],
      [say("indicator"), indicator && make("span", {}, ...indicator)],
      [say("partFigure"), other(figure.part)],
      [say("wholeFigure"), other(figure.whole)],
      [say("place"), this.where([figure.start, figure.end])],
      [say("inFile"), figure.where && quoted(Words.either(figure.where))],
    ];
    return [
      this.head("figure", make("h2", {}, make("small.number", {}, `#${number + 1}`), " ", quoted(figure.quote))),
      facts(pairs),
      this.review.findingsOf(figure).map((finding) => findingItem(this.review, finding, this.lineNumber)),
      make(
        "p.actions",
        {},
        button("plain", { "data-words": number }, say("showInText")),
        button("plain", { "data-in-table": number }, say("showInTable")),
      ),
      this.trail(figure),
    ];
  }

  /** The rules that decided, each with its reason. */
  trail(figure) {
    if (!figure.trail.length) return null;
    const steps = figure.trail.map(([rule, decision]) => {
      const [name, reason] = this.review.rules[rule];
      const [field, , words] = name.match(/^([^:]*)(:?)(.*)$/).slice(1);
      return make(
        "li",
        {},
        make("code", {}, `${field} · ${words}`),
        " → ",
        quoted(decision, "strong"),
        reason && spoken("small", reason),
      );
    });
    return make("details.why", {}, make("summary", {}, say("whyRead")), make("ol", {}, steps));
  }

  body(number) {
    const [place, form] = this.review.named[number];
    const body = this.review.bodyOf(place);
    const words = document.getElementById(`d${this.review.number}-body-${number}`).textContent;
    const about = body ? this.review.figures.filter((one) => Say.body(one.body) === Say.body(body)).length : 0;
    return [
      this.head("body", make("h2", {}, quoted(words))),
      facts([
        [say("namedAs"), Words.term("bodyForm", form)],
        [say("meant"), body ? quoted(body.name) : say("notSettled")],
        [say("kind"), body && Words.term("bodyKind", body.kind)],
        [say("level"), body && body.level && Words.term("level", body.level)],
        [say("code"), body && body.code],
      ]),
      about ? make("p.actions", {}, button("plain", { "data-body": place }, say("figuresAbout", about))) : null,
    ];
  }

  programme(number) {
    return this.name("programme", number);
  }

  instrument(number) {
    return this.name("instrument", number);
  }

  /** A name in marks: how often it stands in the text, and the way to where it stands next. */
  name(kind, number) {
    const nameOf = (mark) => mark.textContent.replace(/\s+/g, "");
    const marks = [...this.review.element.querySelectorAll(`mark.${kind}[id]`)];
    const mark = document.getElementById(`d${this.review.number}-${kind}-${number}`);
    const same = marks.filter((one) => nameOf(one) === nameOf(mark));
    const next = same[(same.indexOf(mark) + 1) % same.length];
    return [
      this.head(kind, make("h2", {}, quoted(mark.textContent))),
      make("p", {}, same.length === 1 ? say("onceOnly") : say("times", same.length)),
      same.length > 1 ? make("p.actions", {}, button("plain", { "data-mark": next.id }, say("nextPlace"))) : null,
    ];
  }

  finding(number) {
    const finding = this.review.findings[number];
    return [this.head("finding", make("h2", {}, finding.code)), findingItem(this.review, finding, this.lineNumber)];
  }

  note(number) {
    const note = this.review.notes[number];
    return [this.head("note", make("h2", {}, note.code)), spoken("p", note.text)];
  }

  unread(number) {
    const passage = this.review.unread[number];
    return [
      this.head("unread", make("h2", {}, Words.term("role", passage.role))),
      make("p.passage", {}, quoted(passage.text)),
    ];
  }
}
