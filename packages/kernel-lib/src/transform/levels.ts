import { onInterrupt } from "../display/onInterrupt";

let depth = 0;
onInterrupt(() => (depth = 0));

/** Runs a function one level deeper: what it follows there comes before what is followed around it. */
export function atNextLevel<T>(run: (level: number) => T): T {
  const outer = depth;
  depth = outer + 1;
  try {
    return run(depth);
  } finally {
    depth = outer;
  }
}

/** Whether a function is being followed at the moment. */
export const isFollowing = (): boolean => depth > 0;

/** How a message names a function that is followed: "jax.grad(loss)". */
export function followed(transformation: string, f: (...args: never[]) => unknown): string {
  return f.name ? `jax.${transformation}(${f.name})` : `jax.${transformation}`;
}
