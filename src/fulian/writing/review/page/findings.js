"use strict";

// What does not hold together, what was doubtful, and what was not read.

/** A finding: how grave, what, by which sums, what would mend it, and where. */
function findingItem(review, finding, lineNumber, tag = "li") {
  const message = Words.language === "zh" ? finding.zh : finding.en;
  const place = (at) => placeButton(at, say("line", lineNumber(at[0])));
  const { mend } = finding;
  const pairs = [
    [say("mend"), mend && make("span.mend", {}, make("del", {}, quoted(mend.from)), " → ", make("ins", {}, quoted(mend.to)))],
    [say("place"), finding.places.length > 0 && place(finding.places[0])],
    [say("judgedBy"), finding.places.length > 1 && make("span", {}, finding.places.slice(1).map(place))],
    [say("inRecord"), finding.path && make("code", {}, finding.path)],
  ];
  return make(
    `${tag}.found.${finding.severity}`,
    {},
    make(
      "p.message",
      {},
      make(`span.badge.${finding.severity}`, {}, `${Words.term("severity", finding.severity)} ${finding.code}`),
      " ",
      message,
    ),
    finding.arithmetic ? make("p.sums", {}, finding.arithmetic) : null,
    facts(pairs),
  );
}

/** The words of a doubt: English in general; of a form, which Chinese people fill in, Chinese. */
function noteText(note) {
  return make("p", { lang: /[a-z]{2} [a-z]/.test(note.text) ? "en" : "zh" }, note.text);
}

class FindingsSheet {
  constructor(sheet) {
    this.sheet = sheet;
  }

  show(review, lineNumber) {
    this.sheet.replaceChildren();
    const { findings, rulesRun } = review;
    const items = ["error", "warning", "note"].flatMap((severity) =>
      findings.filter((one) => one.severity === severity).map((one) => findingItem(review, one, lineNumber)),
    );
    const words = findings.length ? say("rulesRun", rulesRun) : say("noFindings", rulesRun);
    put(this.sheet, [make("p.lead", {}, words), make("ol.findings", {}, items)]);
  }
}

class DoubtsSheet {
  constructor(sheet) {
    this.sheet = sheet;
  }

  show(review, lineNumber) {
    this.sheet.replaceChildren();
    const { notes, unread, coverage } = review;
    const where = (at) => (at ? placeButton(at, say("line", lineNumber(at[0]))) : make("small", {}, say("wholeDocument")));
    const note = (one) => make("li.doubt", {}, make("code", {}, one.code), noteText(one), where(one.at));
    const left = (one) => make("li.left", {}, where(one.at), make("p.passage", {}, quoted(one.text)));
    put(this.sheet, [
      make("p.lead", {}, say("coverageIs", Say.percent(coverage))),
      make("meter", { min: 0, max: 1, value: coverage, "aria-label": say("coverage") }),
      make("h2", {}, say("notesHeading")),
      notes.length ? make("ul.doubts", {}, notes.map(note)) : make("p.empty", {}, say("noNotes")),
      make("h2", {}, say("unreadHeading")),
      unread.length ? make("ul.doubts", {}, unread.map(left)) : make("p.empty", {}, say("noUnread")),
    ]);
  }
}
