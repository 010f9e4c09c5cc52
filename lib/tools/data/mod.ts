/**
 * The toolset `data`: what processes, tables and applications hold.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { getAppEnv } from "./get_app_env.ts";
import { getMailbox } from "./get_mailbox.ts";
import { getProcessState } from "./get_process_state.ts";
import { readEts } from "./read_ets.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_DATA: readonly Tool[] = [
  getProcessState,
  getMailbox,
  readEts,
  getAppEnv,
];
