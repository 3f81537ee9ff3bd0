"use strict";

// What does not hold together, what was doubtful, and what was not read.

/** A finding: how grave, what, by which sums, what would mend it, and where. */
function findingItem(review, finding, lineNumber) {
  const message = Words.language === "zh" ? finding.zh : finding.en;
  const place = ({ at, quote }) =>
    placeButton(at, quoted(quote), make("small", {}, ` ${say("line", lineNumber(at[0]))}`));
  const { mend } = finding;
  const pairs = [
    [
      say("mend"),
      mend && make("span.mend", {}, make("del", {}, quoted(mend.from)), " → ", make("ins", {}, quoted(mend.to))),
    ],
    [say("place"), finding.places.length > 0 && place(finding.places[0])],
    [say("judgedBy"), finding.places.length > 1 && make("span", {}, finding.places.slice(1).map(place))],
    [say("inRecord"), finding.path && make("code", {}, finding.path)],
  ];
  return make(
    `article.found.${finding.severity}`,
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

/** What has been written in both languages, in the one that is chosen; a form's doubts are Chinese in either. */
function spoken(name, pair) {
  const words = Words.either(pair);
  return make(name, { lang: /[a-z]{2} [a-z]/.test(words) ? "en" : "zh" }, words);
}

class FindingsSheet extends Sheet {
  show(review, lineNumber) {
    const { findings, rulesRun } = review;
    const graver = ["error", "warning", "note"];
    const sorted = [...findings].sort((one, other) => graver.indexOf(one.severity) - graver.indexOf(other.severity));
    const words = findings.length ? say("rulesRun", rulesRun) : say("noFindings", rulesRun);
    this.fill([
      () => make("p.lead", {}, words),
      ...sorted.map((finding) => () => findingItem(review, finding, lineNumber)),
    ]);
  }
}

class DoubtsSheet extends Sheet {
  show(review, lineNumber) {
    const { notes, unread, coverage } = review;
    const where = (at) =>
      at ? placeButton(at, say("line", lineNumber(at[0]))) : make("small", {}, say("wholeDocument"));
    const note = (one) => make("div.doubt", {}, make("code", {}, one.code), spoken("p", one.text), where(one.at));
    const left = (one) => make("div.left", {}, where(one.at), make("p.passage", {}, quoted(one.text)));
    this.fill([
      () => make("p.lead", {}, say("coverageIs", Say.percent(coverage))),
      () => make("meter", { min: 0, max: 1, value: coverage, "aria-label": say("coverage") }),
      () => make("h2", {}, say("notesHeading")),
      ...notes.map((one) => () => note(one)),
      () => (notes.length ? null : make("p.empty", {}, say("noNotes"))),
      () => make("h2", {}, say("unreadHeading")),
      ...unread.map((one) => () => left(one)),
      () => (unread.length ? null : make("p.empty", {}, say("noUnread"))),
    ]);
  }
}
