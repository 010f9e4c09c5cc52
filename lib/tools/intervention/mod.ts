/**
 * The toolset `intervention`: changes to processes, supervisors, configuration, log
 * levels and the cluster.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { collectGarbage } from "./collect_garbage.ts";
import { disconnectPeer } from "./disconnect_peer.ts";
import { restartChild } from "./restart_child.ts";
import { resumeProcess } from "./resume_process.ts";
import { setAppEnv } from "./set_app_env.ts";
import { setLogLevel } from "./set_log_level.ts";
import { stopProcess } from "./stop_process.ts";
import { suspendProcess } from "./suspend_process.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_INTERVENTION: readonly Tool[] = [
  collectGarbage,
  stopProcess,
  suspendProcess,
  resumeProcess,
  restartChild,
  setAppEnv,
  setLogLevel,
  disconnectPeer,
];
