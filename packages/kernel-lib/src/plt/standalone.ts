import type { Json } from "./model/artist";
import { fileSystem } from "../files/fileSystem";

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Text that may stand in a script element. */
const inScript = (text: string) => text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

/**
 * Writes a page that shows a spec and needs nothing else: Vega is in it, no network is asked.
 *
 * @param spec - The Vega-Lite spec.
 * @param title - The title of the page.
 */
export function standalonePage(spec: Json, title: string): string {
  const { files, besides } = fileSystem("savefig");
  const script = (name: string, file: string) =>
    `<script>${inScript(files.readFileSync(besides(name, file), "utf8"))}</script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>:root { color-scheme: light dark } body { margin: 0 }</style>
${script("vega", "vega.min.js")}
${script("vega-lite", "vega-lite.min.js")}
</head>
<body>
<div id="figure"></div>
<script>
const spec = ${inScript(JSON.stringify(spec))};
const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { container: "#figure", renderer: "svg", hover: true });
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => {
  view.signal("ink", dark.matches ? "#e0e0e0" : "black").signal("paper", dark.matches ? "#111" : "white").run();
  document.body.style.background = dark.matches ? "#111" : "white";
};
dark.addEventListener("change", follow);
follow();
</script>
</body>
</html>
`;
}
