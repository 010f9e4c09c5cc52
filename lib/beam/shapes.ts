/**
 * All shapes of answers, as tools name them: `s.record({ pid: s.pid })`.
 *
 * @module
 */

export * from "./shape.ts";
export * from "./name_shapes.ts";
export { content, maybeRaw } from "./contents.ts";
export { newestAtoms } from "./newest_atoms.ts";
export { odd } from "./odd.ts";
