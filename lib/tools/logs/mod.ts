/**
 * The toolset `logs`: how a node logs, and what.
 *
 * @module
 */

export { captureLogs } from "./capture_logs.ts";
export { getLogConfig } from "./get_log_config.ts";
export { readLog } from "./read_log.ts";
