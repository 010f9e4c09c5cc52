/**
 * The toolset `logs`: how a node logs, and what.
 *
 * @module
 */

export { captureLogs } from "./captured_logs.ts";
export { getLogConfig } from "./get_log_config.ts";
