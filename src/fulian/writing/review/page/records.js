"use strict";

// The records that were read: what the document says of itself, its parts, its plans and its reports.

class RecordsSheet extends Sheet {
  show(review) {
    this.review = review;
    const { plans, reports, parts } = review;
    this.fill([
      () => this.about(),
      () => (parts.length ? make("section.record", {}, make("h2", {}, say("parts")), this.parts(parts)) : null),
      ...plans.map((plan) => () => this.plan(plan)),
      ...reports.map((report) => () => this.report(report)),
      () => (plans.length + reports.length ? null : make("p.empty", {}, say("noRecords"))),
    ]);
  }

  /** What the frame of the document says. */
  about() {
    const { about } = this.review;
    const list = (words) => words.length > 0 && quoted(Words.list(words));
    const issuer = this.review.bodyOf(about.issuer);
    const pairs = [
      [say("kind"), Words.term("documentKind", about.kind)],
      [say("number"), about.number && quoted(about.number)],
      [say("issuer"), issuer && quoted(issuer.name)],
      [say("recipients"), list(about.recipients)],
      [say("issued"), about.issued],
      [say("published"), about.published],
      [say("publisher"), about.publisher && quoted(about.publisher)],
      [say("authors"), list(about.authors)],
      [say("editor"), about.editor && quoted(about.editor)],
      [say("url"), about.url],
      [say("attachments"), list(about.attachments)],
      [say("file"), about.file && quoted(about.file)],
      [say("fileKind"), about.fileKind && Words.term("fileKind", about.fileKind)],
      [say("fileVersion"), about.fileVersion && quoted(about.fileVersion)],
      [say("encoding"), about.encoding],
    ];
    return make("section.record", {}, make("h2", {}, say("aboutDocument")), facts(pairs));
  }

  parts(parts) {
    const items = parts.map((part) =>
      make(
        "li",
        {},
        placeButton(part.at, quoted(part.title || Words.term("documentKind", part.kind))),
        make(
          "small",
          {},
          " ",
          byline([Words.term("documentKind", part.kind), quoted(this.bodyName(part.body)), part.year]),
        ),
        part.parts.length ? this.parts(part.parts) : null,
      ),
    );
    return make("ol.outline", {}, items);
  }

  bodyName(number) {
    return Say.body(this.review.bodyOf(number));
  }

  record(kind, record, title, ...content) {
    const body = this.bodyName(record.body);
    const line = byline([say(kind), record.year, title === body ? null : quoted(body)]);
    const heading = record.at ? placeButton(record.at, quoted(title)) : quoted(title);
    return make("section.record", {}, make("p.eyebrow", {}, line), make("h2", {}, heading), ...content);
  }

  plan(plan) {
    const title = plan.title || this.bodyName(plan.body) || say("plan");
    return this.record(
      "plan",
      plan,
      title,
      this.passages("guidance", plan.guidance),
      plan.sections.map((section) => this.section(section)),
      plan.tasks.length ? [make("h3", {}, say("keyTasks")), this.works(plan.tasks)] : null,
      this.passages("conclusion", plan.conclusion),
    );
  }

  section(section) {
    const number = section.ordinal ? make("span.ordinal", {}, `${section.ordinal}`) : null;
    return [
      make("h3", {}, number, placeButton(section.at, quoted(section.title))),
      section.text && make("p.passage", {}, quoted(section.text)),
      section.tasks.length ? this.works(section.tasks) : null,
    ];
  }

  report(report) {
    const title = report.title || this.bodyName(report.body) || say("report");
    const promised = report.period ? say("commitmentsFor", report.period) : say("commitments");
    return this.record(
      "report",
      report,
      title,
      this.passages("introduction", report.introduction),
      report.achievements.length ? [make("h3", {}, say("achievements")), this.works(report.achievements)] : null,
      this.passages("problems", report.problems, true),
      report.commitments.length ? [make("h3", {}, promised), this.works(report.commitments)] : null,
    );
  }

  passages(key, passages, open = false) {
    if (!passages.length) return null;
    const lines = passages.map((one) => make("p.passage", {}, placeButton(one.at, quoted(one.text))));
    return make("details", { open }, make("summary", {}, say(key)), lines);
  }

  /** Tasks or achievements. */
  works(works) {
    return make(
      "ol.works",
      {},
      works.map((work) => this.work(work)),
    );
  }

  work(work) {
    const words = work.title || work.text;
    return make(
      "li.work",
      {},
      make(
        "p.what",
        {},
        work.ordinal ? make("span.ordinal", {}, `${work.ordinal}`) : null,
        placeButton(work.at, quoted(words)),
      ),
      work.title && work.text
        ? make("details", {}, make("summary", {}, say("wholeText")), make("p.passage", {}, quoted(work.text)))
        : null,
      make(
        "p.chips",
        {},
        work.area ? make("span.area", {}, Words.term("area", work.area)) : null,
        work.kind && work.kind !== "task" ? make("span.area", {}, Words.term("taskKind", work.kind)) : null,
        work.figures.map((number) => figureButton(this.review.figures[number])),
        work.programmes.map((name) => make("span.name.programme", {}, quoted(name))),
        work.instruments.map((name) => make("span.name.instrument", {}, quoted(`《${name}》`))),
      ),
      facts([
        [
          say("responsible"),
          work.responsible &&
            work.responsible.length > 0 &&
            quoted(Words.list(work.responsible.map((one) => this.bodyName(one)))),
        ],
        [say("due"), work.due],
      ]),
    );
  }
}
