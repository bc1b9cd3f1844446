import type { Interval } from "./chart";
import type { Explorable } from "./functions";
import type { ExplorerModel } from "./model";

const number = (value: number) => String(Number(value.toPrecision(6)));

/** What a function is called in a cell: the library's by its namespace, a notebook's own by its name. */
const callee = ({ name, origin }: Explorable) => (origin === "library" ? `nn.${name}` : name);

/**
 * The TypeScript that draws what the explorer shows, to be run as a cell. Parameters that have their defaults are
 * left out.
 */
export function cellFor(model: ExplorerModel): string {
  const [low, high]: Interval = model.interval;
  const names = ["np", ...(model.derivatives ? ["jax"] : []), "nn", "plt"];
  const lines = [
    `import { ${names.join(", ")} } from "tslinen";`,
    "",
    `const x = np.linspace(${number(low)}, ${number(high)}, 1000);`,
  ];
  for (const { of, colour, parameters } of model.chosen) {
    const changed = of.parameters
      .filter((one) => parameters[one.name] !== one.default)
      .map((one) => {
        const value = parameters[one.name];
        return `${one.name}: ${typeof value === "number" ? number(value) : value}`;
      });
    const options = changed.length > 0 ? `, { ${changed.join(", ")} }` : "";
    const name = callee(of);
    lines.push(`plt.plot(x, ${name}(x${options}), { label: "${of.name}", color: "${colour}" });`);
    if (model.derivatives) {
      const slope = options === "" ? name : `(t) => ${name}(t${options})`;
      lines.push(
        `plt.plot(x, jax.vmap(jax.grad(${slope}))(x), { label: "${of.name}′", color: "${colour}", linestyle: "--" });`,
      );
    }
  }
  lines.push("plt.legend();", "plt.show();");
  return lines.join("\n");
}
