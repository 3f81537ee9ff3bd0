"use strict";

// The document's own text: marks that can be walked through, and any stretch of it brought into sight.

class TextPane {
  constructor(pane) {
    this.pane = pane;
    this.review = null;
    this.current = null;
  }

  /** Show one document's text and hide the others'. */
  show(review) {
    this.release();
    for (const article of this.pane.querySelectorAll("article")) article.hidden = article !== review.element;
    this.review = review;
    this.lines = null;
    this.entry = null;
    const first = this.markOf("figure", 0);
    if (first) this.enterAt(first);
  }

  /** Let the tab key lead to one mark, and to no other. */
  enterAt(mark) {
    if (this.entry) this.entry.tabIndex = -1;
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    this.entry = mark;
  }

  markOf(kind, number) {
    return document.getElementById(`d${this.review.number}-${kind}-${number}`);
  }

  /** All the pieces that a mark comes in. */
  piecesOf(mark) {
    return [mark, ...this.review.element.querySelectorAll(`[data-of="${mark.id}"]`)];
  }

  /** What a mark in the text stands for: its kind and number. */
  static meaning(mark) {
    const [, kind, number] = (mark.id || mark.dataset.of).split("-");
    return { kind, number: Number(number) };
  }

  /** Make a mark the current one: it is shown as such, and the tab key leads to it. */
  mark(kind, number) {
    this.release();
    const mark = this.markOf(kind, number);
    if (!mark) return null;
    for (const piece of this.piecesOf(mark)) piece.classList.add("current");
    this.current = mark;
    this.enterAt(mark);
    return mark;
  }

  /** No mark is the current one, and no stretch is set off. */
  release() {
    if (this.current) for (const piece of this.piecesOf(this.current)) piece.classList.remove("current");
    this.current = null;
    for (const line of this.pane.querySelectorAll("p.within")) line.classList.remove("within");
    if (window.CSS && CSS.highlights) CSS.highlights.delete("stretch");
  }

  /** Set off a stretch of the text, given in code points, and bring it into sight. */
  stretch(from, to) {
    this.release();
    const lines = this.linesOf(from, to);
    if (!lines.length) return;
    if (window.CSS && CSS.highlights && window.Highlight) {
      const range = new Range();
      range.setStart(...TextPane.spot(lines[0], from));
      range.setEnd(...TextPane.spot(lines[lines.length - 1], to));
      CSS.highlights.set("stretch", new Highlight(range));
    }
    for (const line of lines) line.classList.add("within");
    this.reveal(lines[0], lines.length > 3 ? "start" : "center");
  }

  /** Bring an element into sight. Twice: what was out of sight takes its real size only when it is shown. */
  reveal(element, block = "center") {
    element.scrollIntoView({ block });
    requestAnimationFrame(() => element.scrollIntoView({ block }));
  }

  /** The lines that a stretch of code points goes over. */
  linesOf(from, to) {
    this.lines = this.lines || [...this.review.element.querySelectorAll("p")];
    const first = TextPane.lineAt(this.lines, from);
    const last = TextPane.lineAt(this.lines, Math.max(from, to - 1));
    return this.lines.slice(Math.max(first, 0), last + 1);
  }

  /** The number of the last line that begins at or before a code point. */
  static lineAt(lines, place) {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(lines[middle].dataset.at) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The text node and offset of a code point; the browser counts in halves of characters beyond the first plane. */
  static spot(line, place) {
    let left = place - Number(line.dataset.at);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    let last = [line, 0];
    while (node) {
      let offset = 0;
      for (const character of node.data) {
        if (left === 0) return [node, offset];
        offset += character.length;
        left -= 1;
      }
      last = [node, offset];
      node = walker.nextNode();
    }
    return last;
  }

  /** The line of a code point, as people count: from one. */
  lineNumber(place) {
    const [line] = this.linesOf(place, place + 1);
    return line ? line.dataset.line : "";
  }
}
