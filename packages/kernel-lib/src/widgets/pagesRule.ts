import type { Rule } from "./model";

/**
 * Pages, each with a title, of which one is selected.
 *
 * @param alwaysOne - Whether one is selected as long as there are any.
 */
export const pages = (alwaysOne: boolean): Rule => ({
  keys: [],
  settle(owner, state, given) {
    const { length } = state.children as unknown[];
    const titles = state.titles as string[];
    state.titles = Array.from({ length }, (_, i) => titles[i] ?? "");
    if (given.has("selectedIndex")) {
      const index = state.selectedIndex as number | null;
      if (index !== null && (index < 0 || index >= length)) {
        throw new RangeError(`${owner}: expected selectedIndex to be from 0 to ${length - 1}, got ${index}`);
      }
      return;
    }
    const index = state.selectedIndex as number | null;
    if (index === null) state.selectedIndex = alwaysOne && length > 0 ? 0 : null;
    else if (index >= length) state.selectedIndex = alwaysOne && length > 0 ? length - 1 : null;
  },
});

const sides = ["borderTop", "borderRight", "borderBottom", "borderLeft"];

/** `border` stands for the borders of all four sides. */
export const border: Rule = {
  keys: ["border"],
  settle(_, state, given) {
    if (given.has("border")) for (const side of sides) if (!given.has(side)) state[side] = state.border;
    const [first, ...others] = sides.map((side) => state[side]);
    state.border = others.every((other) => other === first) ? first : null;
  },
};
