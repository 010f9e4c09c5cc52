/**
 * The toolset `health`: the first question to a node.
 *
 * @module
 */

export { checkHealth, checkHealthWith } from "./check_health.ts";
