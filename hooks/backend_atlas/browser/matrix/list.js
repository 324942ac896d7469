// The list of all technologies: the same filter as over the matrix, on cards.

/** The page of all technologies. */
class ListPage {
  /** @param {FilterJson} json */
  constructor(json) {
    this.filtering = new Filtering(json);
    this.form = new FilterForm(this.filtering, () => this.keep());
    this.list = part("list");
    this.cards = new Map([...this.list.children].map((card) => [card.getAttribute("data-technology") ?? "", card]));
  }

  start() {
    part("list-controls").inert = false;
    this.open();
    window.addEventListener("hashchange", () => this.open());
  }

  /** Takes the filter from the address. */
  open() {
    const address = readAddress();
    if (address || !location.hash) {
      noticeIgnored(this.form.write(address ?? new Map()));
      this.show();
    }
  }

  keep() {
    noticeIgnored([]);
    this.show();
    writeAddress(this.form.address());
  }

  show() {
    const found = this.filtering.apply(this.form.read());
    this.list.replaceChildren(...found.left.flatMap(({ id }) => this.cards.get(id) ?? []));
    part("list-none").hidden = found.left.length > 0;
    this.form.report(found);
  }
}

const listData = document.getElementById("list-data");
if (listData && document.getElementById("list-controls")) {
  new ListPage(JSON.parse(listData.textContent ?? "")).start();
}
