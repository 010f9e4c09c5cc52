/**
 * What a live screen knows and shows at one moment.
 *
 * @module
 */

import type { TopAnswer, TopView } from "../../tools/mod.ts";
import type { Finding } from "../terminal/health_page.ts";

/** What fills the screen below its head. */
export type View = Exclude<TopView, "node"> | "health" | "logs" | "help";

/** Views that are a table of things on the node, each with its own filter and order. */
export type TableView = "processes" | "applications" | "tables" | "ports";

/** Keys that sort, in the order in which they are listed. */
export const SORT_KEYS = ["r", "m", "b", "g", "c"] as const;

/** A key that sorts. */
export type SortKey = (typeof SORT_KEYS)[number];

/** What each key sorts a view by: the word that the node's question takes. */
export const SORTS: Readonly<
  Record<TableView, Partial<Record<SortKey, string>>>
> = {
  processes: {
    r: "reductions",
    m: "memory",
    b: "binary",
    g: "growth",
    c: "mailbox",
  },
  applications: {
    r: "reductions",
    m: "memory",
    b: "binary",
    g: "count",
    c: "mailbox",
  },
  tables: { m: "memory", g: "growth", c: "size" },
  ports: { r: "traffic", m: "memory", c: "queue" },
};

/** How fast one process changes. */
export interface ProcessRates {
  /** Reductions a second. */
  readonly reductions: number | undefined;
  /** By how much its mailbox has changed since the last look. */
  readonly mailbox: number | undefined;
}

/** The head of the screen: the last look, and by how many bytes a second memory has grown since the one before. */
export interface Head {
  readonly glance: TopAnswer<"node">["glance"];
  readonly growth: Readonly<Record<string, number>>;
}

/** What a call of a tool failed with. */
export interface Trouble {
  readonly message: string;
  /** When it began, in ms since 1970. */
  readonly since: number;
}

/** The last health check. */
export interface Health {
  readonly verdict: string;
  readonly findings: readonly Finding[];
  /** When it ended, in ms since 1970. */
  readonly at: number;
}

/** What is typed or asked on the last line. */
export type Prompt =
  | { readonly kind: "filter"; readonly text: string }
  /** Whether to end a process; `action` says what that would do, once it is known. */
  | {
    readonly kind: "stop";
    readonly process: string;
    readonly incarnation: number;
    readonly action?: string;
  };

/** The state of a screen. */
export interface State {
  readonly node: string;
  readonly view: View;
  /** Where Escape leads to from a process or the help. */
  readonly former: View;
  readonly sort: Readonly<Record<TableView, SortKey>>;
  /** Part of a name, by view. */
  readonly filter: Readonly<Partial<Record<View, string>>>;
  /** Whose processes are shown alone. */
  readonly application: string | undefined;
  /** The process that is shown alone. */
  readonly process: string | undefined;
  /** The selected row: its number, and what it is about. */
  readonly selected: number;
  readonly selectedKey: string | undefined;
  /** The first row that is shown. */
  readonly top: number;
  /** Rows for which there is room, and their width. */
  readonly room: number;
  readonly columns: number;
  readonly paused: boolean;
  /** Time between two looks, in ms. */
  readonly intervalMs: number;
  /** Time between two looks at the view, in ms: longer where a look costs the node much. */
  readonly viewMs: number;
  readonly incarnation: number | undefined;
  readonly head: Head | undefined;
  readonly seen: { readonly [V in TopView]?: TopAnswer<V> };
  readonly rates: ReadonlyMap<string, ProcessRates>;
  /** Whether the view is the answer to another question, and that to this one is awaited. */
  readonly isFormer: boolean;
  readonly health: Health | undefined;
  /** Lines of the log, the last one last. */
  readonly logs: readonly string[];
  /** More about the process that is shown: its state or its mailbox. */
  readonly contents: readonly string[] | undefined;
  readonly prompt: Prompt | undefined;
  /** Shown on the last line until the next key. */
  readonly message: string | undefined;
  /** Why the node does not answer. */
  readonly trouble: Trouble | undefined;
  /** Why the view is not shown. */
  readonly viewTrouble: string | undefined;
  /** How long the last answer took beyond its window and its work on the node, in ms. */
  readonly lagMs: number;
  /** When the last answer came, in ms since 1970. */
  readonly answeredAt: number | undefined;
}

/** The state of a screen that knows nothing yet. */
export function startOf(node: string): State {
  return {
    node,
    view: "processes",
    former: "processes",
    sort: { processes: "r", applications: "m", tables: "m", ports: "r" },
    filter: {},
    application: undefined,
    process: undefined,
    selected: 0,
    selectedKey: undefined,
    top: 0,
    room: 10,
    columns: 80,
    paused: false,
    intervalMs: 2000,
    viewMs: 2000,
    incarnation: undefined,
    head: undefined,
    seen: {},
    rates: new Map(),
    isFormer: false,
    health: undefined,
    logs: [],
    contents: undefined,
    prompt: undefined,
    message: undefined,
    trouble: undefined,
    viewTrouble: undefined,
    lagMs: 0,
    answeredAt: undefined,
  };
}

/** Whether a view is a table that can be sorted. */
export function isTable(view: View): view is TableView {
  return Object.hasOwn(SORTS, view);
}
