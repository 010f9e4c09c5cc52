/**
 * The toolset `trace`: what functions are called, how often and with what, what a
 * process does, and where the time goes.
 *
 * @module
 */

export { getSenders } from "./get_senders.ts";
export { measureCallRate } from "./measure_call_rate.ts";
export { profile } from "./profile.ts";
export { readTrace } from "./read_trace.ts";
export { startTrace } from "./start_trace.ts";
export { stopTrace } from "./stop_trace.ts";
export { traceCalls } from "./trace_calls.ts";
export { traceProcess } from "./trace_process.ts";
export { watchSystem } from "./watch_system.ts";
