/**
 * The code that a node has loaded: which modules, and what one of them is.
 *
 * @module
 */

import { atom, binary, boolean, map, type Term } from "../../etf/mod.ts";
import {
  type BeamError,
  type Cost,
  type Counted,
  defineProbe,
  encodeName,
  nameRefused,
  type Probe,
  readAtom,
  readBoolean,
  readBytes,
  readCounted,
  readFields,
  readInteger,
  readKnown,
  readKnownAtom,
  readList,
  readSomeText,
  readTable,
  readText,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";
import { readAttributes, readCompileFacts } from "./module_facts.ts";

/** What modules can be sorted by: `size` puts the largest first. */
export const MODULE_SORTS = ["name", "size"] as const;

/** One of {@linkcode MODULE_SORTS}. */
export type ModuleSort = typeof MODULE_SORTS[number];

/** More rows than this are never sent. */
export const MOST_MODULES = 500;

/** Arguments of {@linkcode moduleList}. */
export interface ModuleListArgs {
  readonly sort: ModuleSort;
  /** At most {@linkcode MOST_MODULES}. */
  readonly limit: number;
  /** Only those whose name holds it, in any case. */
  readonly text?: string | undefined;
  /** Only those of this application. */
  readonly application?: string | undefined;
  /** Only those that have old code beside the current. @default {false} */
  readonly oldCode?: boolean | undefined;
}

/** One module among others. */
export interface ModuleRow {
  readonly module: string;
  /** Of its loaded code. */
  readonly size_bytes: number;
  /** Of old code that processes may still run. */
  readonly old_code_bytes: number;
  readonly application?: string | undefined;
  /** Of its code, in hexadecimal. */
  readonly md5?: string | undefined;
}

/** Answer of {@linkcode moduleList}. */
export interface ModuleList {
  readonly loaded: number;
  readonly matched: number;
  /** Of all modules. */
  readonly code_bytes: number;
  readonly old_code_bytes: number;
  readonly modules: readonly ModuleRow[];
  readonly cost: Cost;
}

/** Modules that are loaded. */
export const moduleList: Probe<ModuleListArgs, ModuleList> = defineProbe(
  "list_modules",
  {
    encode: ({ sort, limit, text, application, oldCode = false }) =>
      map([
        [atom("sort"), atom(sort)],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_MODULES)],
        [atom("text"), binary(text ?? "")],
        [atom("old_code"), boolean(oldCode)],
        [
          atom("application"),
          application === undefined
            ? atom("any")
            : encodeName(application, "no_such_application"),
        ],
      ]),
    decode(answer, { cost }): ModuleList {
      const fields = readFields(answer);
      return {
        loaded: fields.get("loaded", readInteger),
        matched: fields.get("matched", readInteger),
        code_bytes: fields.get("bytes", readInteger),
        old_code_bytes: fields.get("old_bytes", readInteger),
        modules: fields.get("modules", readTable).map((row) => ({
          module: row.get("module", readText),
          size_bytes: row.get("bytes", readInteger),
          old_code_bytes: row.get("old_bytes", readInteger),
          application: row.get("application", readKnownAtom),
          md5: row.get("md5", readHex) || undefined,
        })),
        cost,
      };
    },
    refused: (refusal, { application = "" }) =>
      nameRefused("no_such_application", refusal, application),
  },
);

/** Arguments of {@linkcode oneModule}. */
export interface OneModuleArgs {
  readonly module: string;
  /** Only exported functions whose name holds it, in any case. */
  readonly text?: string | undefined;
  /** Most exported functions; at most 1,000. @default {100} */
  readonly limit?: number | undefined;
}

/** Answer of {@linkcode oneModule}. */
export interface OneModule {
  readonly module: string;
  readonly application?: string | undefined;
  /** Where it was loaded from. */
  readonly file?: string | undefined;
  /** Whether the file holds what is loaded; missing where it cannot be read. */
  readonly file_is_loaded?: boolean | undefined;
  /** Where its source was when it was compiled. */
  readonly source?: string | undefined;
  /** Version of the compiler. */
  readonly compiler?: string | undefined;
  /** Of its code, in hexadecimal. */
  readonly md5: string;
  readonly size_bytes?: number | undefined;
  /** Whether processes may still run code older than the current. */
  readonly old_code: boolean;
  readonly behaviours: readonly string[];
  /** Names of all its attributes. */
  readonly attributes: readonly string[];
  /** Number of functions in native libraries. */
  readonly nifs: number;
  /** `name/arity`. */
  readonly exports: Counted<string>;
  readonly cost: Cost;
}

/** One module that is loaded. */
export const oneModule: Probe<OneModuleArgs, OneModule> = defineProbe(
  "get_module",
  {
    encode: ({ module, text, limit = 100 }) =>
      map([
        [atom("module"), encodeName(module, "no_such_module")],
        [atom("text"), binary((text ?? "").toLowerCase())],
        [atom("limit"), Math.min(Math.max(0, limit), 1000)],
      ]),
    decode(answer, { cost }): OneModule {
      const fields = readFields(answer);
      const [size] = fields.get("sizes", readList).map((sizes) =>
        readTuple(sizes, 2).map(readText)
      );
      return {
        module: fields.get("module", readAtom),
        application: fields.get("application", readKnownAtom),
        file: fields.get("file", readSomeText),
        file_is_loaded: fields.get(
          "file_is_loaded",
          (term) => readKnown(term, readBoolean),
        ),
        ...fields.get("compile", (bytes) => readCompileFacts(readBytes(bytes))),
        ...fields.get(
          "attributes",
          (bytes) => readAttributes(readBytes(bytes)),
        ),
        md5: fields.get("md5", readHex),
        size_bytes: size === undefined ? undefined : Number(size[0]),
        old_code: fields.get("old_code", readBoolean),
        nifs: fields.get("nifs", readInteger),
        exports: fields.get(
          "exports",
          (term) => readCounted(term, readNameArity),
        ),
        cost,
      };
    },
    refused: (refusal: Refusal, { module }): BeamError =>
      nameRefused("no_such_module", refusal, module),
  },
);

/** `{Name, Arity}`. */
function readNameArity(term: Term): string {
  const [name = term, arity = term] = readTuple(term, 2);
  return `${readAtom(name)}/${readInteger(arity)}`;
}

function readHex(term: Term): string {
  return readBytes(term).toHex();
}
