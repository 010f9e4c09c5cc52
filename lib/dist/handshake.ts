/**
 * Makes a link of an open stream: names, flags, and proof of the cookie in both
 * directions (distribution protocol, "Distribution Handshake", version 6).
 *
 * The peer never says why it refuses, it just closes; where it closes tells.
 *
 * @module
 */

import { FrameReader, FrameWriter } from "../bytes/mod.ts";
import { type Transport, type Wait, withDeadline } from "../net/mod.ts";
import { digest, digestMatches, newChallenge } from "./challenge.ts";
import { DistError } from "./errors.ts";
import { Flag } from "./flags.ts";
import { checkPeer, closedAt } from "./handshake_failures.ts";
import {
  encodeAliveReply,
  encodeChallengeReply,
  encodeSendName,
  parseChallenge,
  parseChallengeAck,
  parseStatus,
  type Status,
} from "./messages.ts";

/** How to introduce ourselves, and to whom. */
export interface HandshakeOptions extends Wait {
  /** Our node name, `beamtap@host`; a bare host asks the peer to name us. */
  name: string;
  /** Our creation, 4 to 2^32-1. */
  creation: number;
  /** The node name dialled; another one answering is an error. */
  peer: string;
  /** The peer's cookie. */
  cookie: string;
  /** The flags we offer. */
  flags: bigint;
  /** When the peer still has a link under our name: take its place, or withdraw. @default {false} */
  replace?: boolean;
  /** For each step, in ms. */
  timeoutMs: number;
  /** Told when each step is done; for diagnosis. */
  onStep?: ((step: HandshakeStep) => void) | undefined;
}

/** The steps of a handshake. */
export type HandshakeStep = "status" | "challenge" | "ack";

/** A link that is ready to carry messages. */
export interface Handshaken {
  readonly reader: FrameReader;
  readonly writer: FrameWriter;
  /** Our name and creation, as the peer knows them. */
  readonly name: string;
  readonly creation: number;
  /** The peer's name and creation. */
  readonly peer: string;
  readonly peerCreation: number;
  /** The flags the peer offered, and those both sides have. */
  readonly offered: bigint;
  readonly flags: bigint;
}

/** The largest handshake message, in bytes; a peer that announces more is no Erlang node. */
const MAX_HANDSHAKE_FRAME = 64 * 1024;
/** The largest message on an established link, in bytes. */
const MAX_FRAME = 256 * 1024 * 1024;

/**
 * Runs the handshake on a fresh stream. On failure the stream is closed.
 *
 * @throws {DistError} every code up to `tls_expected`, `protocol_error`, `connection_lost`, `aborted`
 */
export async function handshake(
  transport: Transport,
  options: HandshakeOptions,
): Promise<Handshaken> {
  try {
    return await new Handshake(transport, options).run();
  } catch (error) {
    transport.close();
    throw error;
  }
}

/**
 * Whether a node has a link, or the beginning of one, under our name: begins a
 * handshake on a fresh stream and goes no further than the status, before any
 * proof, so that nothing of it is in the node's log.
 *
 * @throws {DistError} as {@linkcode handshake}
 */
export async function isNameTaken(
  transport: Transport,
  options: HandshakeOptions,
): Promise<boolean> {
  try {
    return await new Handshake(transport, options).isNameTaken();
  } finally {
    transport.close();
  }
}

class Handshake {
  readonly #transport: Transport;
  readonly #options: HandshakeOptions;
  readonly #reader: FrameReader;
  readonly #writer: FrameWriter;
  /** Over TLS every length takes 4 bytes from the start. */
  readonly #prefix: 2 | 4;

  constructor(transport: Transport, options: HandshakeOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#prefix = transport.kind === "tls" ? 4 : 2;
    this.#reader = new FrameReader(transport.readable, this.#prefix, {
      maxFrameSize: MAX_HANDSHAKE_FRAME,
    });
    this.#writer = new FrameWriter(transport.writable);
  }

  async isNameTaken(): Promise<boolean> {
    const { type } = await this.#greet(this.#options.flags, false);
    return type === "alive" || type === "nok" || type === "ok_simultaneous";
  }

  /** Says who we are, and reads what the peer says to that. */
  async #greet(flags: bigint, dynamic: boolean): Promise<Status> {
    const { name, creation } = this.#options;
    this.#send(encodeSendName(flags, dynamic ? 0 : creation, name));
    return parseStatus(await this.#receive("status"));
  }

  async run(): Promise<Handshaken> {
    const options = this.#options;
    const dynamic = !options.name.includes("@");
    const flags = dynamic ? options.flags | Flag.NAME_ME : options.flags;
    const status = await this.#greet(flags, dynamic);
    const { name, creation } = this.#accept(status, dynamic);
    options.onStep?.("status");

    const challenge = parseChallenge(await this.#receive("challenge"));
    checkPeer(challenge, options.peer);
    options.onStep?.("challenge");
    // Whoever only wanted to come this far proves nothing.
    if (options.signal?.aborted) throw this.#givenUp();

    const ours = newChallenge();
    this.#send(
      encodeChallengeReply(ours, digest(options.cookie, challenge.challenge)),
    );
    const ack = parseChallengeAck(await this.#receive("ack"));
    if (!digestMatches(ack, options.cookie, ours)) {
      throw new DistError(
        "peer_unproven",
        `${options.peer} could not prove that it knows the cookie`,
        { hint: "something else answers on that port; do not trust it" },
      );
    }
    options.onStep?.("ack");
    // The first message may already be here, in the same segment as the ack.
    this.#reader.prefixSize = 4;
    this.#reader.maxFrameSize = MAX_FRAME;
    return {
      reader: this.#reader,
      writer: this.#writer,
      name,
      creation,
      peer: challenge.name,
      peerCreation: challenge.creation,
      offered: challenge.flags,
      flags: flags & challenge.flags & ~Flag.NAME_ME,
    };
  }

  #accept(
    status: Status,
    dynamic: boolean,
  ): { name: string; creation: number } {
    const { name, creation, peer } = this.#options;
    switch (status.type) {
      case "ok":
      case "ok_simultaneous":
        if (dynamic) {
          throw new DistError("protocol_error", `${peer} gave us no name`);
        }
        return { name, creation };
      case "named":
        if (!dynamic) {
          throw new DistError("protocol_error", `${peer} named us unasked`);
        }
        return { name: status.name, creation: status.creation };
      case "alive":
        this.#send(encodeAliveReply(this.#options.replace ?? false));
        if (this.#options.replace) return { name, creation };
        throw new DistError(
          "name_in_use",
          `${peer} already has a link to a node named ${name}`,
          {
            hint:
              "another beamtap is connected under that name; use --name to choose another",
          },
        );
      case "nok":
        throw new DistError(
          "handshake_pending",
          `${peer} refuses a second handshake under the name ${name}`,
          {
            hint:
              "a handshake under that name is still pending there; try again in a few seconds",
          },
        );
      case "not_allowed":
        throw new DistError(
          "not_allowed",
          `${peer} does not allow a connection from ${name}`,
          {
            hint:
              "its net_kernel:allow/1 list has other names (choose one with --name), " +
              "or it demands distribution flags that beamtap does not have (its log names them)",
          },
        );
      default:
        return status satisfies never;
    }
  }

  #send(message: Uint8Array): void {
    try {
      this.#writer.send(this.#prefix, message)?.catch(() => {});
    } catch {
      // The stream is broken: the next read says so, and at which step.
    }
  }

  async #receive(step: HandshakeStep): Promise<Uint8Array> {
    const { timeoutMs, signal, peer } = this.#options;
    return await withDeadline(
      { timeoutMs, signal },
      this.#next(step),
      (reason) =>
        reason === "abort" ? this.#givenUp() : new DistError(
          "handshake_timed_out",
          `${peer} accepted the connection but sent no ${step} within ${timeoutMs} ms`,
          {
            hint:
              "it is stopped (state T in ps), has no file descriptor left or a hung net_kernel (Recv-Q above 0 at its port in ss -ltn), " +
              `is overloaded or starting, or that port is no Erlang node: beamtap doctor ${peer} tells which`,
          },
        ),
    );
  }

  #givenUp(): DistError {
    const { peer } = this.#options;
    return new DistError("aborted", `gave up the handshake with ${peer}`);
  }

  async #next(step: HandshakeStep): Promise<Uint8Array> {
    let cause: unknown;
    try {
      const frame = await this.#reader.next();
      if (frame) return frame;
    } catch (error) {
      cause = error;
    }
    const plain = this.#transport.kind === "tcp";
    const seen = { plain, bytes: this.#reader.bytesRead };
    throw closedAt(step, this.#options, seen, cause);
  }
}
