import type { Anything } from "../array/anything";
import { describe } from "../array/options";
import { DirectionalLink, Link } from "./controls";
import type { LinkEnd } from "./controlTypes";
import { Widget, type Change } from "./widget";

/** A link that can be taken away. */
export interface Linked {
  /** Takes the link away. */
  unlink(): void;
}

function checkEnd(name: string, end: unknown): asserts end is LinkEnd {
  const [widget, key] = Array.isArray(end) ? (end as unknown[]) : [];
  if (!(widget instanceof Widget) || typeof key !== "string") {
    throw new TypeError(
      `${name}: expected a widget and a name, such as [slider, "value"], got ${describe(end)}`,
    );
  }
  widget.get(key); // throws for an unknown name
}

const follow = (source: LinkEnd, target: LinkEnd, transform: (value: Anything) => unknown): Linked => {
  const pass = ({ new: value }: Pick<Change, "new">): void =>
    target[0].set({ [target[1]]: transform(value) });
  source[0].observe(pass, source[1]);
  pass({ new: source[0].get(source[1]) as unknown });
  return { unlink: () => source[0].unobserve(pass) };
};

const itself = (value: unknown): unknown => value;

/**
 * Keeps a part of one widget and a part of another the same, by way of the kernel.
 *
 * @param source - A widget and a name; its value is taken at first.
 * @param target - Another.
 * @param transform - Two functions, there and back. Default: the value itself.
 * @returns What takes the link away.
 * @throws TypeError if an end is not a widget and one of its names.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20Events.html#linking-widgets
 * @example
 * const slider = widgets.IntSlider({ value: 3 });
 * const text = widgets.IntText();
 * widgets.link([slider, "value"], [text, "value"]);
 * text.value; // 3
 */
export function link(
  source: LinkEnd,
  target: LinkEnd,
  transform: readonly [(value: Anything) => unknown, (value: Anything) => unknown] = [itself, itself],
): Linked {
  checkEnd("link", source);
  checkEnd("link", target);
  const there = follow(source, target, transform[0]);
  const pass = ({ new: value }: Change): void => source[0].set({ [source[1]]: transform[1](value) });
  target[0].observe(pass, target[1]);
  return {
    unlink() {
      there.unlink();
      target[0].unobserve(pass);
    },
  };
}

/**
 * Lets a part of one widget follow a part of another, by way of the kernel.
 *
 * @param source - The widget that leads, and a name.
 * @param target - The widget that follows, and a name.
 * @param transform - What becomes of the value. Default: the value itself.
 * @returns What takes the link away.
 * @throws TypeError if an end is not a widget and one of its names.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20Events.html#linking-widgets
 * @example
 * const slider = widgets.IntSlider({ value: 3 });
 * const text = widgets.IntText();
 * widgets.dlink([slider, "value"], [text, "value"], (x: number) => 2 * x);
 * text.value; // 6
 */
export function dlink(
  source: LinkEnd,
  target: LinkEnd,
  transform: (value: Anything) => unknown = itself,
): Linked {
  checkEnd("dlink", source);
  checkEnd("dlink", target);
  return follow(source, target, transform);
}

/**
 * Keeps a part of one widget and a part of another the same, in the page: it needs no kernel.
 *
 * @param source - A widget and a name.
 * @param target - Another.
 * @returns What takes the link away.
 * @throws TypeError if an end is not a widget and one of its names.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20Events.html#linking-widgets-attributes-from-the-client-side
 * @example
 * widgets.jslink([widgets.IntSlider(), "value"], [widgets.IntProgress(), "value"]);
 */
export function jslink(source: LinkEnd, target: LinkEnd): Linked {
  checkEnd("jslink", source);
  checkEnd("jslink", target);
  const made = Link({ source, target });
  return { unlink: () => made.close() };
}

/**
 * Lets a part of one widget follow a part of another, in the page: it needs no kernel.
 *
 * @param source - The widget that leads, and a name.
 * @param target - The widget that follows, and a name.
 * @returns What takes the link away.
 * @throws TypeError if an end is not a widget and one of its names.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20Events.html#linking-widgets-attributes-from-the-client-side
 * @example
 * widgets.jsdlink([widgets.Play(), "value"], [widgets.IntSlider(), "value"]);
 */
export function jsdlink(source: LinkEnd, target: LinkEnd): Linked {
  checkEnd("jsdlink", source);
  checkEnd("jsdlink", target);
  const made = DirectionalLink({ source, target });
  return { unlink: () => made.close() };
}
