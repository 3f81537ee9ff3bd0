"use strict";

// The charts that suit the document, each as a picture with its figures in words below; each figure leads to its place.

class ChartsSheet extends Sheet {
  show(review) {
    this.review = review;
    const { each, together } = pageData.charts;
    const own = each[review.number];
    this.fill([
      ...own.map((chart) => () => this.chart(chart[Words.language], review.number)),
      () => (own.length ? null : make("p.empty", {}, say("noCharts"))),
      () => (together.length ? make("h2", {}, say("chartsTogether")) : null),
      ...together.map((chart) => () => this.chart(chart[Words.language], null)),
    ]);
  }

  /** A picture and what it shows; a chart of one document counts its figures in that document. */
  chart(chart, only) {
    return make(
      "figure.chart",
      {},
      make("img", { src: chart.picture, alt: chart.title, loading: "lazy" }),
      make(
        "details",
        {},
        make("summary", {}, say("chartInWords")),
        make(
          "ul",
          {},
          chart.marks.map((mark) => this.mark(mark, only)),
        ),
        chart.notes.map((note) => make("p.note", {}, quoted(note))),
      ),
    );
  }

  mark([row, text, place], only) {
    const words = [quoted(row), " ", quoted(text)];
    if (!place) return make("li", {}, words);
    const number = only === null ? place[0] : only;
    return make("li", {}, button("place", { "data-figure": place[1], "data-of-document": number }, words));
  }
}
