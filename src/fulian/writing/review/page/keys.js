"use strict";

// The keys: what each does in the text, in the table, among the tabs and anywhere; and the list that tells them.

class Keys {
  constructor(page, help) {
    this.page = page;
    this.help = help;
    this.single = Memory.get("keys") !== "off";
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Whether / and ? do anything by themselves; the browser remembers it. */
  allowSingle(allowed) {
    this.single = allowed;
    Memory.set("keys", allowed ? "on" : "off");
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.help.open) return;
    const { target, key } = event;
    const typing = target.matches("input, select, textarea");
    const done = this.everywhere(key, target, typing) || (!typing && this.within(key, target));
    if (done) event.preventDefault();
  }

  everywhere(key, target, typing) {
    if (key === "Escape") {
      if (typing) this.page.table.scroller.focus();
      else this.page.leave();
      return true;
    }
    if (typing || !this.single) return false;
    if (key === "/") {
      this.page.showPanel();
      this.page.openTab("figures");
      document.getElementById("search").select();
      return true;
    }
    if (key === "?") {
      this.openHelp();
      return true;
    }
    return false;
  }

  within(key, target) {
    if (target.matches("mark")) return this.keyInText(key, target);
    if (target.id === "rows") return this.keyInTable(key);
    if (target.matches("[role=tab]")) return this.keyInTabs(key);
    return false;
  }

  keyInText(key, mark) {
    const { kind, number } = TextPane.meaning(mark);
    if (key === "Enter" || key === " ") {
      if (kind === "figure") this.page.toTable(number, mark);
      else this.page.choose(kind, number, { reveal: false });
      return true;
    }
    const last = this.page.review.figures.length - 1;
    const near = kind === "figure" ? number : this.figureBefore(mark);
    const steps = {
      ArrowRight: near + 1,
      ArrowDown: near + 1,
      ArrowLeft: near - 1,
      ArrowUp: near - 1,
      Home: 0,
      End: last,
    };
    if (!(key in steps)) return false;
    if (kind !== "figure" && (key === "ArrowLeft" || key === "ArrowUp")) steps[key] = near;
    const wanted = steps[key];
    if (wanted >= 0 && wanted <= last) {
      const next = this.page.choose("figure", wanted);
      if (next) next.focus({ preventScroll: true });
    }
    return true;
  }

  /** The number of the last figure that stands before a mark; -1 where none does. */
  figureBefore(mark) {
    const line = mark.closest("p");
    const from = Number(line.dataset.at);
    const before = this.page.review.figures.filter((figure) => {
      if (figure.start < from) return true;
      const other = this.page.text.markOf("figure", figure.number);
      return other && Boolean(other.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    return before.length - 1;
  }

  keyInTable(key) {
    const { table } = this.page;
    if (key === "Enter") {
      if (table.current !== null) this.page.toWords(table.current, table.scroller);
      return true;
    }
    const steps = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: table.pageSize,
      PageUp: -table.pageSize,
      Home: -table.rows.length,
      End: table.rows.length,
    };
    if (!(key in steps)) return false;
    const number = table.neighbour(steps[key]);
    if (number !== null) this.page.choose("figure", number);
    return true;
  }

  keyInTabs(key) {
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    if (!(key in steps)) return false;
    const names = this.page.tabNames;
    const name = names[(names.indexOf(this.page.tab) + steps[key] + names.length) % names.length];
    this.page.openTab(name);
    document.getElementById(`tab-${name}`).focus();
    return true;
  }

  openHelp() {
    const keys = [
      ["/", "keySearch"],
      ["?", "keyHelp"],
      ["← → ↑ ↓", "keyTextMove"],
      ["Home End", "keyTextEnds"],
      ["↑ ↓", "keyTableMove"],
      ["Page Up / Down", "keyTablePage"],
      ["Home End", "keyTableEnds"],
      ["Enter", "keyEnter"],
      ["Esc", "keyEscape"],
      ["← →", "keyTabs"],
    ];
    this.help.replaceChildren();
    put(this.help, [
      make("h2", { id: "help-title" }, say("keysTitle")),
      make(
        "dl.keys",
        {},
        keys.map(([key, words]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(words)))),
      ),
      make(
        "label.check",
        {},
        make("input", { type: "checkbox", id: "single-keys", checked: this.single }),
        " ",
        say("singleKeys"),
      ),
      make("p.actions", {}, button("plain", { id: "help-close", autofocus: true }, say("close"))),
    ]);
    this.help.showModal();
  }
}
