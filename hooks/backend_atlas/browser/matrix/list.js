// The list of all technologies: the same filter as over the matrix, on cards.

/** The page of all technologies. */
class ListPage {
  /** @param {FilterJson} json */
  constructor(json) {
    this.filtering = new Filtering(json);
    this.form = new FilterForm(this.filtering, () => this.change());
    this.address = new Address((parameters) => this.open(parameters), () => this.form.toAddress());
    this.list = part("list");
    this.cards = new Map([...this.list.children].map((card) => [card.getAttribute("data-technology") ?? "", card]));
  }

  start() {
    part("list-controls").inert = false;
    this.address.follow();
  }

  /** @param {Map<string, string>} parameters */
  open(parameters) {
    /** @type {string[]} */
    const ignored = [];
    this.form.fromAddress(parameters, ignored);
    noticeIgnored(part("filter-notice"), ignored);
    this.show();
  }

  change() {
    noticeIgnored(part("filter-notice"), []);
    this.show();
    this.address.write();
  }

  show() {
    const found = this.filtering.apply(this.form.wanted);
    this.list.replaceChildren(...found.left.flatMap(({ id }) => this.cards.get(id) ?? []));
    part("list-none").hidden = found.left.length > 0;
    this.form.report(found);
  }
}

const listData = document.getElementById("list-data");
if (listData && document.getElementById("list-controls")) {
  new ListPage(JSON.parse(listData.textContent ?? "")).start();
}
