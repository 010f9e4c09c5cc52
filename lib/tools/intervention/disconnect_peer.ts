/**
 * The connection of a node to another, ended.
 *
 * @module
 */

import { atom, binary, boolean, map } from "../../etf/mod.ts";
import {
  BeamError,
  type Cost,
  defineProbe,
  type Probe,
  readAtom,
  readBoolean,
  readFields,
  readList,
} from "../../beam/mod.ts";

/** Arguments of {@linkcode disconnectPeer}. */
export interface DisconnectPeerArgs {
  /** Its full name. */
  readonly peer: string;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode disconnectPeer}. */
export interface DisconnectedPeer {
  readonly done: boolean;
  readonly peer: string;
  /** `visible` or `hidden`. */
  readonly kind: string;
  /** Whether they are connected now. */
  readonly connected: boolean;
  readonly cost: Cost;
}

/** Ends the connection to another node. */
export const disconnectPeer: Probe<DisconnectPeerArgs, DisconnectedPeer> =
  defineProbe("disconnect_peer", {
    encode: ({ peer, dry_run }) =>
      map([
        [atom("peer"), binary(peer)],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { cost }): DisconnectedPeer {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        peer: fields.get("peer", readAtom),
        kind: fields.get("kind", readAtom),
        connected: fields.get("connected", readBoolean),
        cost,
      };
    },
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
