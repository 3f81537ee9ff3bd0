"use strict";

// The table of figures: filtered, sorted, and drawn only where it is in sight, however many rows there are.

const COLUMNS = [
  { key: "ordinal", value: (figure) => figure.number },
  { key: "quote", value: (figure) => Number(figure.value) },
  { key: "label", value: (figure) => figure.label },
  { key: "indicator", value: (figure) => (figure.indicator ? Words.indicator(figure.indicator) : "") },
  { key: "whose", value: (figure) => Say.body(figure.body) },
  { key: "period", value: (figure) => figure.period || "" },
  { key: "status", value: (figure) => figure.status },
];
const NOT_TOLD = "\u0000";
const ANY = "\u0001";
// Rows drawn above and below what is in sight, so that scrolling shows no gap.
const SPARE = 12;
const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

class FigureTable {
  constructor(sheet) {
    this.sheet = sheet;
    this.review = null;
    this.sort = { key: "ordinal", descending: false };
    this.current = null;
    this.whole = false;
    this.rowHeight = 48;
  }

  show(review) {
    this.review = review;
    this.current = null;
    this.build();
    this.update();
  }

  // ------------------------------------------------------------ the frame: filters, head

  build() {
    const kept = this.filters();
    this.sheet.replaceChildren();
    put(this.sheet, [this.filterForm(), this.resultLine(), this.grid()]);
    this.fillFilters(kept);
    this.scroller.addEventListener("scroll", () => this.later(), { passive: true });
  }

  filterForm() {
    const choice = (key) => make("label", {}, make("span", {}, say(key)), make("select", { "data-filter": key }));
    return make(
      "form.filters",
      { role: "search", "aria-label": say("figures") },
      make(
        "label.search",
        {},
        make("span", {}, say("search")),
        make("input", { type: "search", id: "search", placeholder: say("searchHint"), autocomplete: "off" }),
      ),
      ["filterBody", "filterPeriod", "filterStatus", "filterIndicator"].map(choice),
      make("label.check", {}, make("input", { type: "checkbox", id: "with-finding" }), " ", say("filterFinding")),
    );
  }

  resultLine() {
    return make(
      "div.result",
      {},
      make("span", { id: "shown", role: "status" }),
      make("label", {}, say("order"), " ", this.orderChoice()),
      button("plain", { id: "clear", hidden: true }, say("clear")),
      button("plain", { id: "copy" }, say("copyCsv")),
    );
  }

  /** The orders to choose from where some columns have no room, and no head to press. */
  orderChoice() {
    const options = COLUMNS.flatMap(({ key }) =>
      ["▲", "▼"].map((sign) => new Option(`${say(key)} ${sign}`, key + sign)),
    );
    return make("select", { id: "order" }, options);
  }

  grid() {
    const heads = COLUMNS.map(({ key }) =>
      make("th", { scope: "col", "data-column": key }, button("", { "data-sort": key }, say(key))),
    );
    this.body = make("tbody");
    this.scroller = make(
      "div.rows",
      { id: "rows", tabindex: 0, role: "grid", "aria-label": say("tableOfFigures"), "aria-colcount": COLUMNS.length },
      make(
        "table",
        { role: "presentation" },
        make(
          "colgroup",
          {},
          COLUMNS.map(({ key }) => make(`col.${key}`)),
        ),
        make("thead", { role: "rowgroup" }, make("tr", { role: "row", "aria-rowindex": 1 }, heads)),
        this.body,
      ),
    );
    for (const head of heads) head.setAttribute("role", "columnheader");
    this.body.setAttribute("role", "rowgroup");
    return this.scroller;
  }

  /** Offer what the figures of this document have, each with how many there are. */
  fillFilters(kept) {
    const { figures } = this.review;
    const fill = (key, values, name, first = []) => {
      const counts = new Map();
      for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
      const said = (value) => (value === NOT_TOLD ? say("notTold") : name(value));
      const options = [...counts].sort(([one], [other]) => collator.compare(said(one), said(other)));
      const select = this.control(key);
      select.replaceChildren(
        new Option(say("all"), ""),
        ...first.map(([value, text]) => new Option(text, value)),
        ...options.map(([value, count]) => new Option(`${said(value)} (${count})`, value)),
      );
      select.value = [...select.options].some((option) => option.value === kept[key]) ? kept[key] : "";
    };
    fill(
      "filterBody",
      figures.map((one) => Say.body(one.body) || NOT_TOLD),
      String,
    );
    fill(
      "filterPeriod",
      figures.map((one) => one.period || NOT_TOLD),
      String,
    );
    fill(
      "filterStatus",
      figures.map((one) => one.status),
      Words.standing,
    );
    const coded = figures.filter((one) => one.indicator);
    const any = coded.length ? [[ANY, say("anyIndicator")]] : [];
    fill(
      "filterIndicator",
      figures.map((one) => one.indicator || NOT_TOLD),
      Words.indicator,
      any,
    );
    this.sheet.querySelector("#search").value = kept.search;
    this.sheet.querySelector("#with-finding").checked = kept.withFinding;
  }

  control(key) {
    return this.sheet.querySelector(`[data-filter="${key}"]`);
  }

  filters() {
    const value = (key) => (this.control(key) ? this.control(key).value : "");
    const search = this.sheet.querySelector("#search");
    return {
      search: search ? search.value : "",
      filterBody: value("filterBody"),
      filterPeriod: value("filterPeriod"),
      filterStatus: value("filterStatus"),
      filterIndicator: value("filterIndicator"),
      withFinding: Boolean(search && this.sheet.querySelector("#with-finding").checked),
    };
  }

  clear() {
    for (const select of this.sheet.querySelectorAll("[data-filter]")) select.value = "";
    this.sheet.querySelector("#search").value = "";
    this.sheet.querySelector("#with-finding").checked = false;
    this.update();
  }

  /** Show only the figures about one body. */
  only(body) {
    this.clear();
    this.control("filterBody").value = Say.body(body);
    this.update();
  }

  // ------------------------------------------------------------ which rows, in which order

  /** Filter and sort anew, and draw from the top. */
  update() {
    const wanted = this.filters();
    this.rows = this.sorted(this.review.figures.filter((figure) => this.fits(figure, wanted)));
    this.places = new Map(this.rows.map((figure, place) => [figure.number, place]));
    const total = this.review.figures.length;
    this.sheet.querySelector("#shown").textContent = say("shownOf", Words.count(this.rows.length), Words.count(total));
    this.sheet.querySelector("#clear").hidden = this.rows.length === total;
    this.scroller.setAttribute("aria-rowcount", this.rows.length + 1);
    for (const head of this.scroller.querySelectorAll("th")) {
      const sorted = head.dataset.column === this.sort.key;
      head.setAttribute("aria-sort", !sorted ? "none" : this.sort.descending ? "descending" : "ascending");
    }
    this.sheet.querySelector("#order").value = this.sort.key + (this.sort.descending ? "▼" : "▲");
    this.scroller.scrollTop = 0;
    this.drawn = null;
    this.draw();
  }

  fits(figure, wanted) {
    const meets = (value, choice) => !choice || (choice === ANY ? value : (value || NOT_TOLD) === choice);
    return (
      meets(Say.body(figure.body), wanted.filterBody) &&
      meets(figure.period, wanted.filterPeriod) &&
      meets(figure.status, wanted.filterStatus) &&
      meets(figure.indicator, wanted.filterIndicator) &&
      (!wanted.withFinding || this.review.findingsOf(figure).length > 0) &&
      FigureTable.contains(figure, wanted.search)
    );
  }

  /** Whether every word of a search stands somewhere in the figure's row. */
  static contains(figure, search) {
    if (!search.trim()) return true;
    const { quote, label, body, period, indicator } = figure;
    const names = body ? `${body.name} ${body.short || ""}` : "";
    const row = [quote, label, names, period, indicator, indicator && Words.indicator(indicator)]
      .join(" ")
      .toLowerCase();
    return search
      .toLowerCase()
      .trim()
      .split(/\s+/)
      .every((word) => row.includes(word));
  }

  sorted(figures) {
    const { value } = COLUMNS.find(({ key }) => key === this.sort.key);
    const sign = this.sort.descending ? -1 : 1;
    const keyed = figures.map((figure) => ({ figure, key: value(figure) }));
    // What is not told stands last, whichever way the rest is sorted.
    keyed.sort((one, other) => {
      if (one.key === "" || other.key === "") return (one.key === "") - (other.key === "");
      const order = typeof one.key === "number" ? one.key - other.key : collator.compare(one.key, other.key);
      return sign * order || one.figure.number - other.figure.number;
    });
    return keyed.map(({ figure }) => figure);
  }

  /** Sort by a column; asked for the same again, the other way round. */
  sortBy(key, descending = this.sort.key === key && !this.sort.descending) {
    this.sort = { key, descending };
    this.update();
  }

  // ------------------------------------------------------------ drawing

  later() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  /** Draw the rows in sight and some more; a row that is drawn already is kept. */
  draw() {
    const height = this.rowHeight;
    const { scrollTop, clientHeight } = this.scroller;
    const first = this.whole ? 0 : Math.max(0, Math.floor(scrollTop / height) - SPARE);
    const last = this.whole
      ? this.rows.length
      : Math.min(this.rows.length, Math.ceil((scrollTop + clientHeight) / height) + SPARE);
    const range = `${first}-${last}`;
    if (range === this.drawn) return;
    this.drawn = range;
    const kept = new Map([...this.body.querySelectorAll("tr[id]")].map((row) => [row.id, row]));
    const rows = this.rows.slice(first, last).map((figure, place) => this.row(figure, first + place, kept));
    this.body.replaceChildren(this.gap(first * height), ...rows, this.gap((this.rows.length - last) * height));
    this.measure();
    if (!this.rows.length) {
      const words = this.review.figures.length ? say("noFigures") : say("documentHasNoFigures");
      this.body.append(make("tr.none", { role: "row" }, make("td", { role: "gridcell", colspan: 4 }, words)));
    }
  }

  /** All rows are of one height, which the style and the reader's size of type decide: learn it, and draw by it. */
  measure() {
    const row = this.body.querySelector("tr[id]");
    const height = row && !this.whole ? row.getBoundingClientRect().height : 0;
    if (height && Math.abs(height - this.rowHeight) > 0.01) {
      this.rowHeight = height;
      this.drawn = null;
      this.draw();
    }
  }

  gap(height) {
    const row = make("tr.gap", { "aria-hidden": "true" }, make("td"));
    row.style.height = `${height}px`;
    return row;
  }

  row(figure, place, kept) {
    const id = `row-${figure.number}`;
    const row = kept.get(id) || this.newRow(figure, id);
    row.setAttribute("aria-rowindex", place + 2);
    row.setAttribute("aria-selected", String(figure.number === this.current));
    return row;
  }

  newRow(figure, id) {
    const spelled = Say.spelledOut(figure);
    const findings = this.review.findingsOf(figure);
    const cell = (name, ...children) => make(`td.${name}`, { role: "gridcell" }, ...children);
    const second = (parts) => parts && make("small", {}, ...parts);
    const indicator = figure.indicator && Words.indicator(figure.indicator);
    return make(
      "tr",
      { id, role: "row", "data-row": figure.number },
      cell("ordinal", String(figure.number + 1)),
      cell(
        "quote",
        quoted(figure.quote, "strong"),
        findings.length ? make(`span.badge.${findings[0].severity}`, {}, findings[0].code) : null,
        second(spelled),
      ),
      cell(
        "label",
        quoted(figure.label),
        indicator && make("small.folded", {}, indicator),
        make("small.folded-more", {}, byline([quoted(Say.body(figure.body)), figure.period])),
      ),
      cell("indicator", indicator || ""),
      cell("whose", quoted(Say.body(figure.body))),
      cell("period", figure.period || ""),
      cell("status", make(`span.standing.${figure.status}`, {}, Words.standing(figure.status))),
    );
  }

  /** Draw all rows, for the printer; or again only those in sight. */
  drawWhole(whole) {
    this.whole = whole;
    this.drawn = null;
    this.draw();
  }

  // ------------------------------------------------------------ the current row

  /** Make a figure's row the current one and bring it into sight; tells whether filters had to go for it. */
  select(number) {
    const hidden = !this.places.has(number);
    if (hidden) this.clear();
    this.current = number;
    const place = this.places.get(number);
    const height = this.rowHeight;
    const head = this.scroller.querySelector("thead").offsetHeight;
    const { scrollTop, clientHeight } = this.scroller;
    const top = place * height;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + height > scrollTop + clientHeight - head)
      this.scroller.scrollTop = top + height + head - clientHeight;
    this.draw();
    for (const row of this.body.querySelectorAll("[aria-selected=true]")) row.setAttribute("aria-selected", "false");
    const row = document.getElementById(`row-${number}`);
    if (row) {
      row.setAttribute("aria-selected", "true");
      this.scroller.setAttribute("aria-activedescendant", row.id);
    }
    return hidden;
  }

  unselect() {
    this.current = null;
    for (const row of this.body.querySelectorAll("[aria-selected=true]")) row.setAttribute("aria-selected", "false");
    this.scroller.removeAttribute("aria-activedescendant");
  }

  /** The figure some rows away from the current one, or null where there is none. */
  neighbour(steps) {
    if (!this.rows.length) return null;
    const here = this.places.has(this.current) ? this.places.get(this.current) : steps > 0 ? -1 : this.rows.length;
    const place = Math.min(this.rows.length - 1, Math.max(0, here + steps));
    return this.rows[place].number;
  }

  get pageSize() {
    return Math.max(1, Math.floor(this.scroller.clientHeight / this.rowHeight) - 1);
  }

  // ------------------------------------------------------------ CSV

  /** The rows that are shown, in their order, as CSV with the columns of fulian.observations_table. */
  csv() {
    const { columns } = pageData;
    const name = this.review.about.file || this.review.about.id;
    const lines = this.rows.map((figure) => {
      const body = figure.body || {};
      const cells = { ...figure, organization: body.name, code: body.code, level: body.level, file: name };
      cells.document = this.review.about.id;
      return Object.keys(columns).map((column) => FigureTable.cell(cells[column]));
    });
    const head = Object.entries(columns).map(([english, chinese]) => (Words.language === "zh" ? chinese : english));
    return [head, ...lines].map((line) => line.join(",") + "\r\n").join("");
  }

  /** A cell; text that a spreadsheet would take for a formula gets an apostrophe in front, numbers do not. */
  static cell(value) {
    let text = value === null || value === undefined ? "" : String(value);
    if (/^[=+\-@'\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }
}
