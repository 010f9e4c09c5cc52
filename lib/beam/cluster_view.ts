/**
 * How one member sees its cluster, and what it brings to it. Many such views
 * are compared by `cluster.ts`.
 *
 * @module
 */

import { atom, binary, map, type Term } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  readAtom,
  readFields,
  readInteger,
  readKnown,
  readList,
  readText,
  readTuple,
} from "./read.ts";

/** What can be asked for beside who is connected. */
export const CLUSTER_SECTIONS = ["links", "names", "code"] as const;

/** One of {@linkcode CLUSTER_SECTIONS}. */
export type ClusterSection = typeof CLUSTER_SECTIONS[number];

/** Arguments of {@linkcode nodeView}. */
export interface NodeViewArgs {
  readonly sections: readonly ClusterSection[];
  /** Most links and names of each kind, at most 50. */
  readonly limit: number;
}

/** A connection to another node, and what went over it since it was made. */
export interface NodeLink {
  readonly to: string;
  /** Waiting to go out. */
  readonly queue_bytes: number;
  readonly in_bytes: number;
  readonly out_bytes: number;
}

/** A scope of `pg`; what it did not say in time is missing. */
export interface PgScope {
  readonly scope: string;
  readonly groups?: number | undefined;
  readonly members?: number | undefined;
  /** Equal where groups and members are. */
  readonly digest?: number | undefined;
  readonly largest: readonly {
    readonly group: string;
    readonly members: number;
  }[];
}

/** A loaded application. */
export interface ApplicationDigest {
  readonly application: string;
  readonly version: string;
  /** Modules that are loaded. */
  readonly modules: number;
  /** Equal where the loaded modules and their code are. */
  readonly digest: number;
}

/** Answer of {@linkcode nodeView}. */
export interface NodeView {
  readonly otp_release: string;
  readonly erts_version: string;
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
  /** Known by name, and not connected; 200 at most. */
  readonly down: readonly string[];
  /** Connections that are being made, by node. */
  readonly pending: readonly {
    readonly to: string;
    readonly state: string;
  }[];
  readonly links?: readonly NodeLink[] | undefined;
  /** Names of `global`; missing where it did not answer. */
  readonly global?: {
    readonly count: number;
    readonly digest: number;
    readonly first: readonly string[];
  } | undefined;
  readonly pg?: readonly PgScope[] | undefined;
  readonly applications?: readonly ApplicationDigest[] | undefined;
  readonly cost: Cost;
}

/** One member's view. */
export const nodeView: Probe<NodeViewArgs, NodeView> = defineProbe(
  "node_view",
  {
    encode: ({ sections, limit }) =>
      map([
        [atom("sections"), [...new Set(sections)].map(atom)],
        [atom("limit"), Math.min(Math.max(1, limit), 50)],
      ]),
    decode(answer, { cost }): NodeView {
      const fields = readFields(answer);
      const nodes = (term: Term): string[] => readList(term).map(readAtom);
      const names = fields.find("names", readFields);
      return {
        otp_release: fields.get("otp_release", readText),
        erts_version: fields.get("erts_version", readText),
        visible: fields.get("visible", nodes),
        hidden: fields.get("hidden", nodes),
        down: fields.get("down", nodes),
        pending: fields.get("pending", readList).map((entry) => {
          const [to = entry, state = entry] = readTuple(entry, 2);
          return { to: readAtom(to), state: readAtom(state) };
        }),
        links: fields.find("links", (links) => readList(links).map(readLink)),
        global: names?.get("global", (names) => readKnown(names, readGlobal)),
        pg: names?.get("scopes", (scopes) => readList(scopes).map(readScope)),
        applications: fields.find(
          "code",
          (digests) => readList(digests).map(readApplication),
        ),
        cost,
      };
    },
  },
);

/** Modules of applications with digests of their code, to find which of them differ. */
export const codeDigests: Probe<
  readonly string[],
  ReadonlyMap<string, ReadonlyMap<string, number>>
> = defineProbe("code_digests", {
  encode: (applications) =>
    map([
      [atom("applications"), applications.map(binary)],
      [atom("limit"), 1500],
    ]),
  decode: (answer) =>
    new Map(
      readList(answer).map((entry) => {
        const [application = entry, modules = entry] = readTuple(entry, 2);
        const digests = readFields(modules);
        return [
          readAtom(application),
          new Map(
            digests.keys().map((module) => [
              module,
              digests.get(module, readInteger),
            ]),
          ),
        ];
      }),
    ),
});

/** `{Node, Queue, In, Out}`. */
function readLink(term: Term): NodeLink {
  const [to = term, queue = term, input = term, output = term] = readTuple(
    term,
    4,
  );
  return {
    to: readAtom(to),
    queue_bytes: readInteger(queue),
    in_bytes: readInteger(input),
    out_bytes: readInteger(output),
  };
}

/** `{Count, Digest, [Name]}`. */
function readGlobal(term: Term): NonNullable<NodeView["global"]> {
  const [count = term, digest = term, first = term] = readTuple(term, 3);
  return {
    count: readInteger(count),
    digest: readInteger(digest),
    first: readList(first).map(readText),
  };
}

/** `{Scope, Groups, Members, Digest, [{Members, Group}]}`. */
function readScope(term: Term): PgScope {
  const [
    scope = term,
    groups = term,
    members = term,
    digest = term,
    first = term,
  ] = readTuple(term, 5);
  return {
    scope: readAtom(scope),
    groups: readKnownInteger(groups),
    members: readKnownInteger(members),
    digest: readKnownInteger(digest),
    largest: readList(first).map((entry) => {
      const [size = entry, group = entry] = readTuple(entry, 2);
      return { group: readText(group), members: readInteger(size) };
    }),
  };
}

/** `{Application, Version, Modules, Digest}`. */
function readApplication(term: Term): ApplicationDigest {
  const [name = term, version = term, modules = term, digest = term] =
    readTuple(term, 4);
  return {
    application: readAtom(name),
    version: readText(version),
    modules: readInteger(modules),
    digest: readInteger(digest),
  };
}
