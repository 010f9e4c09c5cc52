/**
 * Why a handshake fails: what the peer shows of itself, and where it closes.
 *
 * @module
 */

import { FrameError } from "../bytes/mod.ts";
import { DistError } from "./errors.ts";
import { missingFlags } from "./flags.ts";
import type { HandshakeOptions, HandshakeStep } from "./handshake.ts";
import type { Challenge } from "./messages.ts";

/** Refuses a peer that is another node than the one dialled, or lacks what we rely on. */
export function checkPeer(challenge: Challenge, peer: string): void {
  if (!/^[\w.@:%-]{3,255}$/.test(challenge.name)) {
    throw new DistError(
      "protocol_error",
      `what answered in place of ${peer} gives a name that no node has`,
    );
  }
  if (challenge.name !== peer) {
    throw new DistError(
      "wrong_node",
      `dialled ${peer}, but ${challenge.name} answered`,
      {
        answered: challenge.name,
        hint: `use the name ${challenge.name} if that is the node you mean; ` +
          "else EPMD's entry is stale, or the host resolves to another machine",
      },
    );
  }
  const missing = missingFlags(challenge.flags);
  if (missing.length > 0) {
    throw new DistError(
      "flags_missing",
      `${peer} lacks distribution flags that beamtap needs: ${
        missing.join(", ")
      }`,
      { hint: "beamtap needs OTP 23 or later on the target" },
    );
  }
}

/** The peer closed, or broke off, where `step` was expected of it. */
export function closedAt(
  step: HandshakeStep,
  { peer, name }: HandshakeOptions,
  seen: { readonly plain: boolean; readonly bytes: number },
  cause: unknown,
): DistError {
  if (cause instanceof FrameError && cause.code === "frame_too_large") {
    return new DistError("protocol_error", cause.message, {
      cause,
      hint: "that port is no Erlang node",
    });
  }
  // A TLS alert is 7 bytes, 15 03 …: read as a frame, one that is cut short.
  if (
    cause instanceof FrameError && seen.plain && step === "status" &&
    seen.bytes === 7
  ) {
    return new DistError(
      "tls_expected",
      `${peer} speaks TLS on that port`,
      {
        hint: "the node wants TLS: --tls-ca, or a tls entry in the config file",
      },
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
            `that port is no Erlang node of OTP 23 or later, our name ${name} is not acceptable there, ` +
            "or the node's process table is full (its log says so)",
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
        `${peer} closed the connection when it saw our proof of the cookie: the cookie is most likely wrong`,
        {
          cause,
          hint:
            "compare the cookie with the target's (erlang:get_cookie() there, or its ~/.erlang.cookie); " +
            "give it with --cookie-file",
        },
      );
    default:
      return step satisfies never;
  }
}
