// One page of the site as a part of the printed atlas. Runs in Chromium, in each page: playwright hands it the arguments.
(/** @type {[part: string, only: string, parts: Record<string, string>]} */ [part, only, parts]) => {
  const article = /** @type {Element} */ (document.querySelector("article")?.cloneNode(true));
  const section = only && article.querySelector(`#${only}`);
  if (section) {
    // The title, and one section up to the next heading of its level.
    const kept = [article.querySelector("h1"), section];
    let next = section.nextElementSibling;
    while (next && next.tagName !== section.tagName) {
      kept.push(next);
      next = next.nextElementSibling;
    }
    article.replaceChildren(...kept.filter((element) => element !== null));
  }
  for (const element of article.querySelectorAll("script, noscript, .headerlink, .md-content__button, .contents, .ways")) {
    element.remove();
  }
  for (const details of article.querySelectorAll("details")) {
    details.open = true;
  }
  for (const element of article.querySelectorAll("[id]")) {
    element.id = `${part}--${element.id}`;
  }
  for (const link of article.querySelectorAll("a[href]")) {
    const target = new URL(link.getAttribute("href") ?? "", location.href);
    if (target.protocol === "file:") {
      const place = parts[target.href.split("#")[0]?.replace(/index\.html$/, "") ?? ""];
      if (place) {
        link.setAttribute("href", `#${place}--${target.hash.slice(1) || "page-title"}`);
      } else {
        link.removeAttribute("href");
      }
    }
  }
  for (const heading of [...article.querySelectorAll("h1, h2, h3, h4, h5")]) {
    const lower = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
    lower.append(...heading.childNodes);
    for (const { name, value } of heading.attributes) {
      lower.setAttribute(name, value);
    }
    heading.replaceWith(lower);
  }
  return article.innerHTML;
}
