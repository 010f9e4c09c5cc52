/**
 * Explains failed handshakes. A peer never says why it refuses: it closes the
 * connection, and the step at which it does so is the only clue.
 *
 * @module
 */

import { FrameError } from "../bytes/mod.ts";
import { DistError } from "./errors.ts";
import { missingFlags } from "./flags.ts";
import type { HandshakeOptions, HandshakeStep } from "./handshake.ts";
import type { Challenge } from "./messages.ts";

/**
 * Checks the name and flags that a peer sends with its challenge.
 *
 * @throws {DistError} `protocol_error`, `wrong_node`, `flags_missing`
 */
export function checkPeer(challenge: Challenge, peer: string): void {
  if (!/^[\w.@:%-]{3,255}$/.test(challenge.name)) {
    throw new DistError(
      "protocol_error",
      `what answered instead of ${peer} sent an impossible node name`,
    );
  }
  const { name, flags } = challenge;
  if (name !== peer) {
    const error = new DistError(
      "wrong_node",
      `connected to ${peer}, but ${name} answered`,
      `use the name ${name} if that is the node you mean; ` +
        "otherwise EPMD's entry is stale, or the host resolves to another machine",
    );
    throw Object.assign(error, { answered: name });
  }
  const missing = missingFlags(flags);
  if (missing.length > 0) {
    throw new DistError(
      "flags_missing",
      `${peer} lacks distribution flags that beamtap needs: ${
        missing.join(", ")
      }`,
      "beamtap needs OTP 23 or later on the target",
    );
  }
}

/** Returns the error for a peer that closed, or sent nonsense, while we waited for `step`. */
export function closedAt(
  step: HandshakeStep,
  { peer, name, cookieSource }: HandshakeOptions,
  seen: { readonly plain: boolean; readonly bytes: number },
  cause: unknown,
): DistError {
  if (cause instanceof FrameError && cause.code === "frame_too_large") {
    return new DistError("protocol_error", cause.message, {
      cause,
      hint: "that port is not an Erlang node",
    });
  }
  // A TLS alert has 7 bytes, 15 03 …, which read as the start of a longer frame.
  if (
    cause instanceof FrameError && seen.plain && step === "status" &&
    seen.bytes === 7
  ) {
    return new DistError(
      "tls_expected",
      `${peer} requires TLS on that port`,
      "add --tls-ca, or a tls entry in the config file",
    );
  }
  switch (step) {
    case "status":
      return new DistError(
        "handshake_refused",
        `${peer} closed the connection without an answer`,
        {
          cause,
          hint:
            `that port is not an Erlang node of OTP 23 or later, the node does not accept the name ${name}, ` +
            "or its process table is full (its log says so)",
        },
      );
    case "challenge":
      return new DistError(
        "connection_lost",
        `${peer} closed the connection before its challenge`,
        { cause, hint: "it may be shutting down; try again" },
      );
    case "ack":
      return new DistError(
        "wrong_cookie",
        `${peer} closed the connection after beamtap's proof of the cookie: the cookie is most likely wrong`,
        {
          cause,
          hint:
            (cookieSource === undefined
              ? ""
              : `beamtap's cookie comes from ${cookieSource}; `) +
            "the node's is in releases/COOKIE or RELEASE_COOKIE (mix release), after -setcookie in its vm.args or command line, " +
            "or in ~/.erlang.cookie of the user that runs it; give that with --cookie-file",
        },
      );
    default:
      return step satisfies never;
  }
}
