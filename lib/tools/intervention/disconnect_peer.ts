/**
 * The connection of a node to another, ended.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  defineQuestion,
  encodeArgs,
  readAtom,
  readList,
  s,
} from "../../beam/mod.ts";
import { binary } from "../../etf/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import {
  CHANGES,
  DONE,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";
import { COST } from "../fields.ts";

/** Arguments of {@linkcode disconnectPeerQuestion}. */
export interface DisconnectPeerArgs {
  /** Its full name. */
  readonly peer: string;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Ends the connection of a node to another. */
export const disconnectPeerQuestion = defineQuestion("disconnect_peer", {
  encode: ({ peer, dry_run }: DisconnectPeerArgs) =>
    encodeArgs({ peer: binary(peer), dry_run }),
  shape: s.record({
    done: DONE,
    peer: s.name,
    kind: s.name.describe("visible or hidden."),
    connected: s.flag.describe("Still, or again."),
  }),
  refused({ code, detail, node }, { peer }): BeamError {
    if (code === "ours") {
      return new BeamError("our_own_link", `${peer} is beamtap itself`, {
        hint: "disconnect_node ends beamtap's own link",
      });
    }
    const peers = readList(detail).map(readAtom);
    return new BeamError(
      "no_such_peer",
      `${node} is not connected to ${peer}`,
      { hint: `it is connected to ${peers.join(", ") || "no node"}` },
    );
  },
});

/** Ends the connection of a node to another. */
export const disconnectPeer: Tool = defineNodeTool({
  name: "disconnect_peer",
  title: "Disconnect two nodes",
  description:
    "Ends the connection of a node to another of its cluster. Use it when the other node hangs or drags this one down. Both sides see the other go down: monitors and links fire, global names and pg groups change, Mnesia may need a restart; they connect again when either sends a message, mostly at once. get_cluster tells who is connected. Costs what the applications make of it.",
  toolset: "intervention",
  annotations: CHANGES,
  scopes: ["mutate"],
  probes: [disconnectPeerQuestion],
  input: {
    ...INTERVENTION_INPUT,
    peer: z.string().min(3).max(255).describe("Full name of the other node."),
  },
  output: {
    ...INTERVENTION_OUTPUT,
    ...disconnectPeerQuestion.shape.fields,
    cost: COST,
  },
  run: async (args, { beam }) => {
    const answer = await beam.run(disconnectPeerQuestion, args);
    return {
      ...answer,
      action:
        `connection of ${beam.node} to ${answer.peer} (${answer.kind}) ended`,
    };
  },
});
