// Markdown with HTML, one layout, and every other file copied.
const shared = require("./shared.json");

module.exports = (config) => {
  config.addPassthroughCopy({ static: "/" });
  config.addGlobalData("layout", "base.liquid");
  config.addGlobalData("shared", shared);
  return {
    dir: { input: "eleventy", includes: "../includes", output: "eleventy-site" },
    templateFormats: ["md"],
    markdownTemplateEngine: false,
  };
};
