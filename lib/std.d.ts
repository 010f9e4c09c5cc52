/** Types for the parts of the Deno standard library used here; npm's build of it carries none. */
declare module "@std/assert" {
  export class AssertionError extends Error {}
  export function assert(expr: unknown, msg?: string): asserts expr;
  export function assertEquals<T>(actual: T, expected: T, msg?: string): void;
  export function assertThrows<E extends Error = Error>(
    fn: () => unknown,
    // deno-lint-ignore no-explicit-any
    ErrorClass: abstract new (...args: any[]) => E,
    msgIncludes?: string,
  ): E;
  export function assertRejects<E extends Error = Error>(
    fn: () => PromiseLike<unknown>,
    // deno-lint-ignore no-explicit-any
    ErrorClass: abstract new (...args: any[]) => E,
    msgIncludes?: string,
  ): Promise<E>;
}
declare module "@std/cli/parse-args" {
  export function parseArgs(
    args: string[],
    options: {
      string?: readonly string[];
      boolean?: readonly string[];
      collect: readonly string[];
      alias?: Record<string, string>;
      unknown?: (arg: string, key?: string, value?: unknown) => unknown;
    },
  ): { [option: string]: unknown; _: (string | number)[] };
  export function parseArgs<S extends string = never, B extends string = never>(
    args: string[],
    options?: {
      string?: readonly S[];
      boolean?: readonly B[];
      default?: Partial<Record<S, string> & Record<B, boolean>>;
      stopEarly?: boolean;
      unknown?: (arg: string, key?: string, value?: unknown) => unknown;
    },
  ): { _: (string | number)[] } & { [K in S]?: string } & { [K in B]: boolean };
}
