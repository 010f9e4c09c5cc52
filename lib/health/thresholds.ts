/**
 * Thresholds of findings; the config file may set each. The probes drop small
 * values to keep answers small, so a threshold below what they drop has no effect: fewer than
 * 20 messages, 8 MiB of heap or 4 MiB of binaries in a process (`health_processes.erl`), fewer
 * than 50 ports of an owner (`health_holders.erl`), or half of a limit.
 *
 * @module
 */

/** Default thresholds. */
export const THRESHOLDS = {
  /** Messages of a long mailbox, in both looks. */
  mailbox: 1000,
  /** Messages that wait in a process that does nothing. */
  stuck_mailbox: 50,
  /** Processes that wait for the same one, and have not moved. */
  waiters: 5,
  /** Bytes of carriers that no block uses, and the percentage in use below which they are a finding. */
  unused_bytes: 64 * 2 ** 20,
  used_percent: 50,
  /** Bytes of binaries that a process refers to, and how many times its heap that is. */
  binary_bytes: 32 * 2 ** 20,
  binary_ratio: 20,
  /** Binaries, where these are known: fewer are what a process works on. */
  binaries: 10,
  /** Bytes collected a second, and the heap of who may do it. */
  collected_bytes_per_s: 100 * 2 ** 20,
  collected_heap_bytes: 64 * 2 ** 20,
  /** Milliseconds for which a process or a scheduler does nothing else. */
  pause_ms: 200,
  /** Percentage of a scheduler that one process takes. */
  busy_percent: 60,
  /** Percentage of a limit in use; growth a second, and seconds until it is full. */
  limit_percent: 80,
  growth_per_s: 50,
  full_in_s: 86_400,
  /** Percentage of the memory that the operating system allows. */
  os_memory_percent: 92,
  /** Bytes a second by which a table grows. */
  table_bytes_per_s: 256 * 1024,
  /** Bytes a second by which memory grows. */
  memory_bytes_per_s: 1024 * 1024,
  /** Ports and sockets of one owner without traffic. */
  quiet_outlets: 100,
  /** Bytes that wait in a port. */
  port_queue_bytes: 1024 * 1024,
  /** Bytes that wait in a link to another node. */
  link_queue_bytes: 1024 * 1024,
  /** Restarts a second of the children of one supervisor. */
  restarts_per_s: 1,
  /** Events that wait in a log handler, in both looks. */
  log_queue: 10,
};

/** A value for each. */
export type Thresholds = typeof THRESHOLDS;
