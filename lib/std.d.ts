/** Types for the parts of the Deno standard library used here; npm's build of it carries none. */
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
declare module "@std/text/closest-string" {
  export function closestString(
    givenWord: string,
    possibleWords: readonly string[],
  ): string;
}
declare module "@std/text/levenshtein-distance" {
  export function levenshteinDistance(str1: string, str2: string): number;
}
