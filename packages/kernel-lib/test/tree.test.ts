import { expect, test } from "vitest";
import type { ndarray } from "../src/array/ndarray";
import * as jax from "../src/jax";
import * as jnp from "../src/np";

class Line {
  constructor(
    readonly slope: ndarray,
    readonly offset: ndarray,
    readonly name: string,
  ) {}

  at(x: ndarray): ndarray {
    return x.mul(this.slope).add(this.offset);
  }
}
jax.tree.registerPytreeNode(
  Line,
  ({ slope, offset, name }) => [[slope, offset], name],
  (name: string, [slope, offset]: [ndarray, ndarray]) => new Line(slope, offset, name),
);

test("objects of a registered class are nodes that every transformation follows", () => {
  const line = new Line(jnp.array(2), jnp.array(1), "first");
  const loss = (own: Line, x: ndarray): ndarray => jnp.sum(jnp.square(own.at(x)));
  const x = jnp.array([1, 2]);
  const gradient = jax.grad(loss as never)(line as never, x as never) as unknown as Line;
  expect([gradient.slope.item(), gradient.offset.item(), gradient.name]).toEqual([26, 16, "first"]);
  expect(gradient).toBeInstanceOf(Line);
  const moved = jax.jit(((own: Line) => jax.tree.map(((a: ndarray) => a.mul(2)) as never, own)) as never)(
    line as never,
  );
  expect((moved as unknown as Line).slope.item()).toBe(4);
  expect(jax.tree.structure(line).toString()).toBe("TreeDef(Line(*, *))");
  expect(() => jax.tree.registerPytreeNode(Line, null as never, null as never)).toThrow(
    "tree.registerPytreeNode: expected a class and two functions, got null",
  );
});
