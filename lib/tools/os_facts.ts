/**
 * What the operating system says of a node, in answers; see `os_facts.erl`.
 *
 * @module
 */

import { s, type Shape } from "../beam/mod.ts";

const shape = s.record({
  unavailable: s.oneOf([
    "not_linux",
    "dirty_io_busy",
    "no_descriptors",
    "not_readable",
    "no_answer",
  ]).describe("Why facts are missing.").optional(),
  rss_bytes: s.integer.optional(),
  peak_rss_bytes: s.integer.optional(),
  swapped_bytes: s.integer.optional(),
  threads: s.integer.optional(),
  descriptors: s.integer.describe("Open.").optional(),
  descriptor_limit: s.integer.optional(),
  machine: s.record({
    memory_bytes: s.integer.optional(),
    available_bytes: s.integer.optional(),
    swap_bytes: s.integer.optional(),
    swap_free_bytes: s.integer.optional(),
    load_1m: s.number.optional(),
    load_5m: s.number.optional(),
    load_15m: s.number.optional(),
    processors: s.integer.optional(),
  }).optional(),
  cgroup_limits: s.record({
    memory_limit_bytes: s.integer.optional(),
    memory_used_bytes: s.integer.optional(),
    reclaimable_bytes: s.integer.describe("Of these, page cache.").optional(),
    oom_kills: s.integer.optional(),
    cpu_limit: s.number.describe("Processors.").optional(),
    periods: s.integer.optional(),
    throttled_periods: s.integer.optional(),
    throttled_ms: s.integer.optional(),
  }).describe("Lowest limits; counts since it was made.")
    .optional(),
});

/** Facts about its process, the machine and its control group. */
export const OS_FACTS: typeof shape = shape;

/** The value of {@linkcode OS_FACTS}. */
export type OsFacts = typeof shape extends Shape<infer Value> ? Value : never;
