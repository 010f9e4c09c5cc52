/**
 * The toolset `code`: what code a node runs.
 *
 * @module
 */

export { getDocs } from "./get_docs.ts";
export { getModule } from "./get_module.ts";
export { listModules } from "./list_modules.ts";
