// A page that was opened from a file may start a worker from text, but not from another file. The search is the only worker
// of the site, and its text stands before this.

const searchWorker = URL.createObjectURL(new Blob([Reflect.get(window, "searchWorker")], { type: "text/javascript" }));

window.Worker = class extends Worker {
  constructor() {
    super(searchWorker);
  }
};
