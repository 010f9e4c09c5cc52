/**
 * The callers of stacks that were cut, from stacks that were not.
 *
 * A node shows the innermost functions of a stack, as a rule 8, and a web request has more
 * than 30. Most of these have one way to be called.
 *
 * @module
 */

import type { StackCounts } from "./stack_samples.ts";

/** A stack, and whether its outermost functions are those of others. */
export type RootedStack = StackCounts[number] & { readonly inferred?: boolean };

/**
 * The samples, each cut stack with the callers of its two outermost functions, if these have the same
 * callers wherever they are known.
 */
export function rooted(stacks: StackCounts): RootedStack[] {
  const whole: RootedStack[] = stacks.filter(({ cut }) => !cut);
  let cut = stacks.filter((each) => each.cut);
  for (let before = Infinity; cut.length < before;) {
    before = cut.length;
    const callers = callersOf(whole);
    cut = cut.filter((each) => {
      const outer = callers.get(pairText(each.stack));
      if (outer === undefined || outer === "several") return true;
      const stack = [...outer, ...each.stack];
      whole.push({ ...each, stack, cut: false, inferred: true });
      return false;
    });
  }
  return [...whole, ...cut].filter(({ count }) => count > 0);
}

/** The callers of each two functions that are beside each other. */
function callersOf(
  whole: readonly RootedStack[],
): Map<string, readonly string[] | "several"> {
  const callers = new Map<string, readonly string[] | "several">();
  for (const { stack } of whole) {
    for (let at = 0; at < stack.length - 1; at++) {
      const pair = pairText(stack.slice(at));
      const outer = stack.slice(0, at);
      const known = callers.get(pair);
      if (known === undefined) callers.set(pair, outer);
      else if (String(known) !== String(outer)) callers.set(pair, "several");
    }
  }
  return callers;
}

function pairText([first, second]: readonly string[]): string {
  return `${first} ${second}`;
}
