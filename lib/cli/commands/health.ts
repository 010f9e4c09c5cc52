/**
 * `beamtap health NODE`: what `check_health` says of a node.
 *
 * @module
 */

import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { callOnce, failureStatus, readWords } from "./call.ts";

/** Runs the command; returns 1 if something is wrong with the node or it does not answer. */
export async function health(args: Arguments): Promise<number> {
  const [node, ...words] = args.operands;
  if (node === undefined && args.texts("node").length === 0) {
    throw badValue(
      "health needs a node",
      "usage: beamtap health NAME@HOST [focus='[\"memory\"]']",
    );
  }
  const given = { ...readWords(words), ...node !== undefined && { node } };
  const result = await callOnce(args, "check_health", given);
  if (!result.ok) return failureStatus(result.code);
  const { verdict } = Object(result.structured);
  return verdict === "healthy" || verdict === "notice" ? 0 : 1;
}
