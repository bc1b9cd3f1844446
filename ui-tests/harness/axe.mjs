// Asks axe what a page lacks for those who do not see it, or see it differently.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds in a page, or in the part that `context` names. */
export async function violations(page, context) {
  await page.evaluate(await readFile(axe, "utf8"));
  return page.evaluate(async (given) => {
    // TypeDoc's list of pages has links in the headings that open and close its parts.
    const rules = { "nested-interactive": { enabled: false } };
    const { violations: found } = await window.axe.run(given ?? window.document, {
      rules,
      resultTypes: ["violations"],
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, context);
}
