// The engine's side of the rounds, in Node: reads a request a line, measures the case that it names, and answers.
import { createInterface } from "node:readline";

/** Milliseconds of processor time that this process has used, all its threads together. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Measures a function: the least processor time a call, in milliseconds, of as many samples as fit into the budget.
 * A sample is as many calls as take ten milliseconds.
 */
async function least(f, budget) {
  const sample = async (count) => {
    const start = used();
    for (let i = 0; i < count; i++) {
      const result = f();
      if (result instanceof Promise) await result;
    }
    return used() - start;
  };
  let count = 1;
  for (let time = await sample(1); time < 10; time = await sample(count)) {
    count = time < 1 ? count * 8 : Math.ceil((count * 12) / time);
  }
  let best = Infinity;
  const end = used() + budget;
  do best = Math.min(best, (await sample(count)) / count);
  while (used() < end);
  return best;
}

/**
 * Answers until the input ends. `prepare` gives for a case's name the function to measure and, to compare, numbers of its
 * result; undefined where the engine has no such thing. Where there is an `aside`, the answer says how much longer its
 * `fresh` takes than its `standing`.
 */
export async function answer(prepare) {
  const prepared = new Map();
  for await (const line of createInterface({ input: process.stdin })) {
    const { name, budget } = JSON.parse(line);
    if (!prepared.has(name)) prepared.set(name, await prepare(name));
    const { call, numbers, aside } = prepared.get(name) ?? {};
    const reply = {};
    if (call) {
      reply.ms = await least(call, budget);
      if (aside) {
        const standing = await least(aside.standing, budget / 2);
        reply.aside = Math.max(0, (await least(aside.fresh, budget / 2)) - standing);
      }
      reply.numbers = await numbers?.();
    }
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
}
