"use strict";

// The page as a whole: which document, which tab, what is chosen; the mouse, the keys, the address.

const TABS = ["figures", "records", "findings", "doubts", ...(pageData.charts ? ["charts"] : [])];

class Page {
  constructor() {
    this.reviews = pageData.documents.map((data, number) => new Review(data, number));
    const byId = (id) => document.getElementById(id);
    this.text = new TextPane(byId("text"));
    this.card = new Card(byId("card"));
    this.makeSheets(byId("tabs"), byId("sheets"));
    this.keys = new Keys(this, byId("help"));
    this.origin = null;
    this.tabNames = TABS;
    this.lineNumber = (place) => this.text.lineNumber(place);
    this.listen();
    this.follow();
  }

  makeSheets(tabs, sheets) {
    const sheet = (name) => {
      const made = make("section.sheet", { id: `sheet-${name}`, role: "tabpanel", "aria-labelledby": `tab-${name}` });
      sheets.append(made);
      tabs.append(
        make("button", { type: "button", role: "tab", id: `tab-${name}`, "data-tab": name, "aria-controls": made.id }),
      );
      return made;
    };
    const [figures, records, findings, doubts, charts] = TABS.map(sheet);
    this.table = new FigureTable(figures);
    this.sheets = {
      figures: this.table,
      records: new RecordsSheet(records),
      findings: new FindingsSheet(findings),
      doubts: new DoubtsSheet(doubts),
      charts: charts && new ChartsSheet(charts),
    };
  }

  // ------------------------------------------------------------ the address: #lang=en&doc=2&tab=findings&figure=7

  /** Do what the address says; what it leaves open is as the reader had it last, or as the page was made. */
  follow() {
    const told = new URLSearchParams(location.hash.slice(1));
    const language = told.get("lang") || Memory.get("language") || pageData.language;
    this.tab = TABS.includes(told.get("tab")) ? told.get("tab") : this.tab || TABS[0];
    this.view = ["text", "both", "panel"].includes(told.get("view")) ? told.get("view") : this.view || "both";
    Words.language = language === "en" ? "en" : "zh";
    this.review = this.reviews[Number(told.get("doc") || 1) - 1] || this.reviews[0];
    this.render();
    const figure = Number(told.get("figure"));
    if (figure && this.review.figures[figure - 1]) this.choose("figure", figure - 1);
  }

  /** Keep the state in the address, so that a link leads to what is seen. */
  remember(figure = null) {
    const told = new URLSearchParams({ lang: Words.language });
    if (this.reviews.length > 1) told.set("doc", this.review.number + 1);
    if (this.tab !== TABS[0]) told.set("tab", this.tab);
    if (figure !== null) told.set("figure", figure + 1);
    history.replaceState(null, "", `#${told}`);
  }

  // ------------------------------------------------------------ showing

  /** Show everything anew: another document, or another language. */
  render() {
    Words.apply();
    const language = document.getElementById("language");
    language.textContent = Words.language === "zh" ? "English" : "中文";
    language.lang = Words.language === "zh" ? "en" : "zh";
    this.masthead();
    this.shelf();
    this.text.show(this.review);
    this.card.close();
    this.fresh = new Set();
    this.tabs();
    this.openTab(this.tab);
    this.openView(this.view);
  }

  masthead() {
    const { review } = this;
    const { about } = review;
    const issuer = Say.body(review.bodyOf(about.issuer));
    const told = [issuer, Words.list(review.years), about.number, about.issued, about.title && about.file];
    document.title = `${review.title} · ${say("reviewPage")}`;
    document.getElementById("eyebrow").textContent = `${say("reviewPage")} · ${Words.term("documentKind", about.kind)}`;
    document.getElementById("title").textContent = review.title;
    const line = document.getElementById("facts");
    line.replaceChildren(...told.filter(Boolean).map((words) => quoted(words, "span")));
    const counts = [
      [Say.percent(review.coverage), "coverage", "doubts"],
      [Words.count(review.figures.length), "figureCount", "figures"],
      [review.plans.length, "planCount", "records"],
      [review.reports.length, "reportCount", "records"],
      [review.findings.length, "findingCount", "findings"],
      [review.notes.length + review.unread.length, "noteCount", "doubts"],
    ];
    const shown = counts.filter(([count, key]) => count || !["planCount", "reportCount"].includes(key));
    document
      .getElementById("counts")
      .replaceChildren(
        ...shown.map(([count, key]) => make(`div.${key}`, {}, make("dd", {}, String(count)), make("dt", {}, say(key)))),
      );
  }

  shelf() {
    const shelf = document.querySelector("#shelf ol");
    if (!shelf) return;
    const item = (review) =>
      make(
        "li",
        {},
        button(
          "",
          { "data-document": review.number, "aria-current": review === this.review ? "true" : null },
          quoted(review.title, "strong"),
          make(
            "small",
            {},
            byline([
              Words.term("documentKind", review.about.kind),
              Words.list(review.years),
              `${Words.count(review.figures.length)} ${say("figureCount")}`,
            ]),
          ),
        ),
      );
    shelf.replaceChildren(...this.reviews.map(item));
  }

  tabs() {
    const { review } = this;
    const counts = {
      figures: review.figures.length,
      records: review.plans.length + review.reports.length,
      findings: review.findings.length,
      doubts: review.notes.length + review.unread.length,
      charts: pageData.charts && pageData.charts.each[review.number].length + pageData.charts.together.length,
    };
    for (const name of TABS) {
      const tab = document.getElementById(`tab-${name}`);
      document.getElementById(`sheet-${name}`).dataset.title = say(name);
      tab.replaceChildren(say(name), " ", make("span.count", {}, Words.count(counts[name])));
    }
  }

  openTab(name) {
    this.tab = name;
    document.body.dataset.tab = name;
    for (const one of TABS) {
      const tab = document.getElementById(`tab-${one}`);
      tab.setAttribute("aria-selected", String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
      document.getElementById(`sheet-${one}`).hidden = one !== name;
    }
    this.fill(name);
    this.remember();
  }

  /** A sheet is made when it is looked at first. */
  fill(name) {
    if (this.fresh.has(name)) return;
    this.fresh.add(name);
    this.sheets[name].show(this.review, this.lineNumber);
  }

  openView(view) {
    this.view = view;
    document.body.dataset.view = view;
    for (const one of document.querySelectorAll(".views button")) {
      one.setAttribute("aria-pressed", String(one.dataset.view === view));
    }
    if (this.fresh.has("figures")) this.table.later();
  }

  openDocument(number) {
    this.review = this.reviews[number];
    this.render();
    document.getElementById("text").scrollTop = 0;
    this.announce(`${this.review.title} · ${say("documentOf", number + 1, this.reviews.length)}`);
  }

  switchLanguage() {
    Words.language = Words.language === "zh" ? "en" : "zh";
    Memory.set("language", Words.language);
    this.render();
  }

  announce(words) {
    const place = document.getElementById("announcement");
    place.textContent = words;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      place.textContent = "";
    }, 4000);
  }

  // ------------------------------------------------------------ choosing

  /** Make a mark the chosen one: set off in the text, its row in the table, its details on the card. */
  choose(kind, number, { reveal = true } = {}) {
    const mark = this.text.mark(kind, number);
    if (mark && reveal) this.text.reveal(mark);
    this.card.show(this.review, kind, number, this.lineNumber);
    if (kind === "figure") {
      this.fill("figures");
      if (this.table.select(number)) this.announce(say("filtersCleared"));
      this.remember(number);
    } else {
      this.table.unselect();
      this.remember();
    }
    return mark;
  }

  /** From anywhere to a figure's words in the text; Escape leads back. */
  toWords(number, origin) {
    this.origin = origin;
    this.showText();
    const mark = this.choose("figure", number);
    if (mark) mark.focus({ preventScroll: true });
  }

  /** From anywhere to a figure's row in the table; Escape leads back. */
  toTable(number, origin) {
    this.origin = origin;
    this.showPanel();
    this.openTab("figures");
    this.choose("figure", number, { reveal: false });
    this.table.scroller.focus({ preventScroll: true });
  }

  /** To a stretch of the text. */
  toStretch(from, to) {
    this.showText();
    this.text.stretch(from, to);
  }

  /** See to it that the text can be seen: beside the rest, or instead of it where the screen is narrow. */
  showText() {
    if (this.isNarrow || this.view === "panel") this.openView(this.isNarrow ? "text" : "both");
  }

  /** The same for what was read. */
  showPanel() {
    if (this.isNarrow || this.view === "text") this.openView(this.isNarrow ? "panel" : "both");
  }

  get isNarrow() {
    return matchMedia("(max-width: 56rem)").matches;
  }

  /** Close what is open and go back to where the last jump began. */
  leave() {
    this.card.close();
    this.text.release();
    if (this.fresh.has("figures")) this.table.unselect();
    const { origin } = this;
    this.origin = null;
    if (origin && origin.isConnected) {
      if (this.isNarrow) this.openView(origin.closest("#text") ? "text" : "panel");
      origin.focus();
    }
    this.remember();
  }

  // ------------------------------------------------------------ the mouse

  listen() {
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("input", (event) => event.target.id === "search" && this.table.update());
    document.addEventListener("change", (event) => this.changed(event));
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("resize", () => this.fresh.has("figures") && this.table.later());
    document.addEventListener("toggle", (event) => this.unfolded(event), true);
    window.addEventListener("beforeprint", () => this.forPrint(true));
    window.addEventListener("afterprint", () => this.forPrint(false));
  }

  /** A card that grows leaves less room for the table: the chosen row stays in sight. */
  unfolded({ target }) {
    if (target.closest("#card") && this.table.current !== null) this.table.select(this.table.current);
  }

  clicked(event) {
    const row = event.target.closest("tr[data-row]");
    if (row) return this.choose("figure", Number(row.dataset.row));
    const pressed = event.target.closest("button");
    if (pressed) return this.pressedButton(pressed);
    const mark = event.target.closest("mark");
    if (mark && !String(getSelection())) {
      const { kind, number } = TextPane.meaning(mark);
      const chosen = this.choose(kind, number, { reveal: false });
      if (chosen) chosen.focus({ preventScroll: true });
    }
    return undefined;
  }

  /** What each button does, by the data it carries. */
  pressedButton(pressed) {
    const { dataset } = pressed;
    const doings = {
      tab: (name) => this.openTab(name),
      view: (name) => this.openView(name),
      sort: (key) => this.table.sortBy(key),
      document: (number) => this.openDocument(Number(number)),
      figure: (number) => {
        const other = Number(dataset.ofDocument === undefined ? this.review.number : dataset.ofDocument);
        if (other !== this.review.number) this.openDocument(other);
        this.toWords(Number(number), pressed);
      },
      words: (number) => this.toWords(Number(number), this.origin),
      inTable: (number) => this.toTable(Number(number), this.origin || this.text.current),
      from: (place) => this.toStretch(Number(place), Number(dataset.to)),
      mark: (id) => {
        const { kind, number } = TextPane.meaning(document.getElementById(id));
        this.choose(kind, number);
      },
      body: (place) => this.showBody(Number(place)),
      close: () => this.leave(),
    };
    const byId = {
      language: () => this.switchLanguage(),
      print: () => window.print(),
      "help-open": () => this.keys.openHelp(),
      "help-close": () => this.keys.help.close(),
      clear: () => this.table.clear(),
      copy: () => this.copy(),
    };
    if (byId[pressed.id]) return byId[pressed.id]();
    const doing = Object.keys(doings).find((key) => key in dataset);
    return doing && doings[doing](dataset[doing]);
  }

  /** The figures about one body. */
  showBody(place) {
    const body = this.review.bodyOf(place);
    this.showPanel();
    this.openTab("figures");
    this.table.only(body);
    this.announce(say("filteredByBody", Say.body(body)));
  }

  changed({ target }) {
    if (target.closest("#legend")) document.body.classList.toggle(`without-${target.value}`, !target.checked);
    else if (target.id === "order") this.table.sortBy(target.value.slice(0, -1), target.value.endsWith("▼"));
    else if (target.closest(".filters") && target.id !== "search") this.table.update();
    else if (target.id === "single-keys") this.keys.allowSingle(target.checked);
  }

  async copy() {
    const text = this.table.csv();
    const copied = await copyText(text);
    this.announce(copied ? say("copied", Words.count(this.table.rows.length)) : say("copyFailed"));
  }

  // ------------------------------------------------------------ the printer

  /** On paper everything stands one after the other: the text, then every sheet, the table with all its rows. */
  forPrint(printing) {
    if (printing) {
      TABS.forEach((name) => this.fill(name));
      for (const sheet of Object.values(this.sheets)) if (sheet && sheet.finish) sheet.finish();
    }
    for (const name of TABS) document.getElementById(`sheet-${name}`).hidden = !printing && name !== this.tab;
    this.table.drawWhole(printing);
  }
}

new Page();
