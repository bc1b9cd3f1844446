// The drawing functions of plt, each with what its example draws.
import { fail } from "../environment.mjs";
import { entriesOf, library, runExample } from "../examples.mjs";
import { picturesOf } from "./pictures.mjs";
import { block, prose } from "./markdown.mjs";

export async function plt() {
  const sections = [];
  const seen = new Set();
  for (const entry of entriesOf("plt")) {
    if (!entry.example || seen.has(entry.example)) continue;
    seen.add(entry.example);
    const images = await picturesOf(`plt-${entry.name}`, async () => {
      const problems = await runExample(entry);
      if (problems.length > 0) fail(`the example of plt.${entry.name}: ${problems.join("; ")}`);
      library.plt.show();
    });
    sections.push([`## ${entry.name}`, prose(entry.summary), block(entry.example), ...images].join("\n\n"));
  }
  return [
    "# plt: the gallery",
    "Every function with the example of its documentation, and what it draws.",
    ...sections,
  ];
}
