/**
 * Ends the connection of a node to another.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, refusals, s } from "../../beam/mod.ts";
import { binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE, DRY_RUN } from "../changes.ts";

const INPUT = {
  peer: z.string().min(3).max(255).describe("The other node."),
};

const peerRefused = refusals({
  ours: {
    code: "our_own_link",
    says: "{it} is beamtap itself",
    hint: "disconnect_node ends beamtap's own link",
  },
  no_such_peer: {
    says: "{node} is not connected to {it}",
    hint: "it is connected to {*|no other node}",
  },
});

/** Ends the connection of a node to another. */
export const disconnectPeerQuestion = defineQuestion("disconnect_peer", {
  input: { ...INPUT, ...DRY_RUN },
  encode: ({ peer, dry_run }) => encodeArgs({ peer: binary(peer), dry_run }),
  shape: s.record({
    done: DONE,
    peer: s.name,
    kind: s.name.describe("visible or hidden."),
    connected: s.flag.describe("Still, or again."),
  }),
  refused: (refusal, { peer }) => peerRefused(refusal, peer),
});

/** Ends the connection of a node to another. */
export const disconnectPeer: Tool = defineChange({
  name: "disconnect_peer",
  title: "Disconnect two nodes",
  description:
    "Ends a node's connection to another. Both see the other go down: monitors fire, global names and pg groups change, Mnesia may need a restart. They may reconnect at once.",
  probes: [disconnectPeerQuestion],
  input: INPUT,
  output: disconnectPeerQuestion.shape.fields,
  run: async (args, { beam }) => {
    const answer = await beam.run(disconnectPeerQuestion, args);
    return {
      ...answer,
      action:
        `connection of ${beam.node} to ${answer.peer} (${answer.kind}) ended`,
    };
  },
});
