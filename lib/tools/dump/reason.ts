/**
 * Exit reasons as a slogan has them: terms as text, often cut off, with funs and pids in them,
 * and with arguments and states that not every reader may see.
 *
 * @module
 */

import { mfaText, nameText } from "../../beam/mod.ts";

/** A part of a reason; of brackets that do not close, what there is. */
interface Part {
  readonly kind: "atom" | "integer" | "other" | "tuple" | "list" | "map";
  readonly text: string;
  readonly items: readonly Part[];
}

const TOKEN =
  /'((?:[^'\\]|\\.)*)'?|"(?:[^"\\]|\\.)*"?|#(?:Fun|Ref|Port)<[^>]*>?|<\d[\d.]*>|<<(?:"(?:[^"\\]|\\.)*"?|[^">]|>(?!>))*(?:>>)?|#?\{|[}\][]|\.\.\.|-?\d[\d.e#A-Fa-f+-]*|\$.|([a-z\u00df-\u00ff][\w@]*)|[A-Z_]\w*|=>|[^\s,|]/gsu;

const CLOSES: Readonly<Record<string, Part["kind"]>> = {
  "{": "tuple",
  "[": "list",
  "#{": "map",
};

/** Maximum nesting; what is deeper is taken apart no further. */
const MAX_DEPTH = 40;

/** Reads a reason; never fails. */
function read(text: string): Part {
  interface Open {
    readonly kind: Part["kind"];
    readonly from: number;
    readonly items: Part[];
  }
  const root: Open = { kind: "tuple", from: 0, items: [] };
  const open = [root];
  const close = (end: number): void => {
    const { kind, from, items } = open.pop() ?? root;
    open.at(-1)?.items.push({ kind, text: text.slice(from, end), items });
  };
  for (const match of text.matchAll(TOKEN)) {
    const [token, quoted, plain] = match;
    const kind = CLOSES[token];
    if (kind !== undefined && open.length < MAX_DEPTH) {
      open.push({ kind, from: match.index, items: [] });
    } else if (token === "}" || token === "]") {
      if (open.length > 1) close(match.index + 1);
    } else if (token !== "=>") {
      const name = quoted?.replace(/\\(.)/gs, "$1") ?? plain;
      open.at(-1)?.items.push({
        kind: name !== undefined
          ? "atom"
          : /^-?\d+$/.test(token)
          ? "integer"
          : "other",
        text: name ?? token,
        items: [],
      });
    }
  }
  while (open.length > 1) close(text.length);
  return root.items[0] ?? { kind: "atom", text: "", items: [] };
}

/** A call in a stack trace. */
export interface Frame {
  readonly module: string;
  readonly function: string;
  readonly arity: number;
  /** `1,0`, where the trace has the arguments. */
  readonly arguments: string | undefined;
  /** `m.erl:10`, where known. */
  readonly at: string | undefined;
}

function frameOf({ kind, items }: Part): Frame | undefined {
  const [module, name, args] = items;
  if (kind !== "tuple" || items.length < 3 || items.length > 4) {
    return undefined;
  }
  if (module?.kind !== "atom" || name?.kind !== "atom") return undefined;
  if (args?.kind !== "integer" && args?.kind !== "list") return undefined;
  const [, file] = /\{file,"([^"]{1,200})"/.exec(items[3]?.text ?? "") ?? [];
  const [, line] = /\{line,(\d{1,9})/.exec(items[3]?.text ?? "") ?? [];
  return {
    module: module.text,
    function: name.text,
    arity: args.kind === "list" ? args.items.length : Number(args.text),
    arguments: args.kind === "list"
      ? args.text.replace(/^\[|\]$/g, "")
      : undefined,
    at: file && line ? `${file}:${line}` : undefined,
  };
}

/** The calls of a stack trace, innermost first; `undefined` for anything else. */
function framesOf({ kind, items }: Part): Frame[] | undefined {
  if (kind !== "list" || items.length === 0) return undefined;
  const frames = items.map(frameOf);
  // The last one may have been cut.
  const whole = frames.slice(0, -1).every((frame) => frame !== undefined) &&
    (items.length > 1 || frames[0] !== undefined);
  return whole ? frames.filter((frame) => frame !== undefined) : undefined;
}

/** A frame as text: `m:divide/2 (m.erl:10)`, with its arguments `m:divide(1,0) (m.erl:10)`. */
export function frameText(frame: Frame, contents = false): string {
  const { at, arguments: args } = frame;
  const place = at === undefined ? "" : ` (${at})`;
  const called = mfaText(frame);
  return contents && args !== undefined
    ? `${called.replace(/\/\d+$/, "")}(${args})${place}`
    : called + place;
}

/** What an exit reason says. */
export interface Reason {
  /** The reason in short, with calls in place of stack traces; without arguments and other contents unless these may be seen. */
  readonly text: string;
  /** The innermost stack trace, innermost call first. */
  readonly stack: readonly Frame[];
  /** The atom that the stack trace stands behind, or that is all there is: `badarith`, `system_limit`. */
  readonly error: string | undefined;
  /** The application that ended or did not start. */
  readonly application: string | undefined;
  /** Whether that application did not start. */
  readonly atStart: boolean;
}

/** Reads an exit reason. */
export function readReason(text: string, contents: boolean): Reason {
  const root = read(text);
  let stack: readonly Frame[] = [];
  let error = root.kind === "atom" ? root.text : undefined;
  let application: string | undefined;
  let atStart = false;
  const walk = (part: Part): void => {
    const [first, second] = part.items;
    if (part.kind === "tuple" && first?.kind === "atom" && second) {
      const isApplication = /^application_(?:terminated|start_failure)$/.test(
        first.text,
      );
      if (isApplication && second.kind === "atom") {
        application = second.text;
        atStart = first.text === "application_start_failure";
      }
    }
    for (const [index, item] of part.items.entries()) {
      const frames = framesOf(item);
      if (frames === undefined) {
        walk(item);
        continue;
      }
      stack = frames;
      const before = part.items[index - 1];
      const named = before?.kind === "tuple" ? before.items[0] : before;
      if (named?.kind === "atom") error = named.text;
    }
  };
  walk(root);
  return { text: shown(root, contents), stack, error, application, atStart };
}

/** Maximum calls of a stack trace to show. */
const FRAMES = 6;

function shown(part: Part, contents: boolean): string {
  const frames = framesOf(part);
  if (frames !== undefined) {
    const calls = frames.slice(0, FRAMES)
      .map((frame) => frameText(frame, contents));
    return `[${calls.join(" < ")}]`;
  }
  const inner = (): string =>
    part.items.map((item) => shown(item, contents)).join(",");
  switch (part.kind) {
    case "atom":
      return nameText(part.text);
    case "integer":
    case "other":
      return contents ? part.text : "_";
    case "tuple":
      return `{${inner()}}`;
    case "list":
      return contents || part.items.length === 0 ? `[${inner()}]` : "[_]";
    case "map":
      return contents ? part.text : "#{_}";
  }
}
