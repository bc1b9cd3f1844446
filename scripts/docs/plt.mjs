// The drawing functions of plt, each with what its example draws.
import { fail } from "../environment.mjs";
import { entriesOf, library, runExample } from "../examples.mjs";
import { picturesOf } from "./pictures.mjs";
import { index, section } from "./reference.mjs";

export async function plt() {
  const sections = [];
  const seen = new Set();
  const isFirst = ({ example }) => example && !seen.has(example) && seen.add(example);
  const entries = entriesOf("plt").filter(isFirst);
  for (const entry of entries) {
    const images = await picturesOf("plt", entry.name, async () => {
      const problems = await runExample(entry);
      if (problems.length > 0) fail(`the example of plt.${entry.name}: ${problems.join("; ")}`);
      library.plt.show();
    });
    library.plt.rcdefaults();
    sections.push(section(entry, "plt.", images));
  }
  return [
    "# plt: the gallery",
    "Every function with the example of its documentation, and what it draws.",
    index(entries, "plt."),
    ...sections,
  ];
}
