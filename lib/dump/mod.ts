/**
 * Crash dumps: a reader that indexes a dump in one pass and decodes the rest on demand.
 *
 * @module
 */

export type { ProcessDetail, ProcessOptions } from "./ask.ts";
export {
  Dump,
  type Limit,
  openDump,
  type OpenOptions,
  readDump,
} from "./dump.ts";
export { DumpError, type DumpErrorCode } from "./errors.ts";
export type { Header } from "./header.ts";
export type {
  Allocator,
  EtsTable,
  ModuleRow,
  NodeRow,
  PortRow,
} from "./holders.ts";
export type { TermLimits } from "./around.ts";
export type { SectionCount } from "./index.ts";
export type { Kind } from "./kinds.ts";
export type { Note } from "./notes.ts";
export {
  type DictionaryEntry,
  type Message,
  type ProcessFields,
  type StackEntry,
  valueOf,
} from "./process.ts";
export type {
  Column,
  NameColumn,
  ProcessRow,
  ProcessTable,
} from "./process_table.ts";
export type { Monitor, Relations } from "./relations.ts";
export type { RunQueue, Scheduler } from "./schedulers.ts";
export type { Patience } from "./patience.ts";
export type { Consume, Range, Source } from "./source.ts";
export { pidKeyOf, pidText } from "./text.ts";
