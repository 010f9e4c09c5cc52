/**
 * Turns an open stream into a link: exchanges names and flags, and proves the
 * cookie in both directions (distribution protocol, "Distribution Handshake",
 * version 6).
 *
 * @module
 */

import { FrameReader, FrameWriter } from "../bytes/mod.ts";
import { type Transport, type Wait, withDeadline } from "../net/mod.ts";
import { DistError } from "./errors.ts";
import { Flag } from "./flags.ts";
import { checkPeer, closedAt } from "./handshake_failures.ts";
import * as messages from "./messages.ts";

/** Options for {@linkcode handshake}. */
export interface HandshakeOptions extends Wait {
  /** Our node name, `beamtap@host`; a bare host asks the peer to choose a name. */
  name: string;
  /** Our creation, 4 to 2^32-1. */
  creation: number;
  /** The expected node name; it is an error if another node answers. */
  peer: string;
  /** The peer's cookie. */
  cookie: string;
  /** Where the cookie comes from, for errors. */
  cookieSource?: string | undefined;
  /** The flags we offer. */
  flags: bigint;
  /** Whether to replace a link that the peer still has under our name. @default {false} */
  replace?: boolean;
  /** Timeout for each step, in ms. */
  timeoutMs: number;
  /** Called after each step, for diagnosis. */
  onStep?: ((step: HandshakeStep) => void) | undefined;
}

/** The steps of a handshake. */
export type HandshakeStep = "status" | "challenge" | "ack";

/** Result of a handshake: a link ready for messages. */
export interface Handshaken {
  /** Frames from the peer. */
  readonly reader: FrameReader;
  /** Frames to the peer. */
  readonly writer: FrameWriter;
  /** Our name, as the peer knows it. */
  readonly name: string;
  /** Our creation, as the peer knows it. */
  readonly creation: number;
  /** The peer's name. */
  readonly peer: string;
  /** The peer's creation. */
  readonly peerCreation: number;
  /** The flags the peer offered. */
  readonly offered: bigint;
  /** The flags both sides have. */
  readonly flags: bigint;
}

/** Maximum size of a handshake message, in bytes; an Erlang node never announces more. */
const MAX_HANDSHAKE_FRAME = 64 * 1024;
/** Maximum size of a message on an established link, in bytes. */
const MAX_FRAME = 256 * 1024 * 1024;

/**
 * Runs the handshake on a new stream; closes the stream if it fails.
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
 * Returns whether a node has a link, or a handshake in progress, under our name.
 * Starts a handshake on a new stream and stops at the status, before any proof,
 * so the node logs nothing.
 *
 * @throws {DistError} like {@linkcode handshake}
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
  /** Over TLS, lengths have 4 bytes even during the handshake. */
  readonly #prefix: 2 | 4;

  constructor(transport: Transport, options: HandshakeOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#prefix = transport.kind === "tls" ? 4 : 2;
    this.#reader = new FrameReader(
      transport.readable,
      this.#prefix,
      MAX_HANDSHAKE_FRAME,
    );
    this.#writer = new FrameWriter(transport.writable);
  }

  async isNameTaken(): Promise<boolean> {
    const { type } = await this.#greet(this.#options.flags, false);
    return type === "alive" || type === "nok" || type === "ok_simultaneous";
  }

  /** Sends our name, and reads the peer's status. */
  async #greet(flags: bigint, dynamic: boolean): Promise<messages.Status> {
    const { name, creation } = this.#options;
    this.#send(messages.encodeSendName(flags, dynamic ? 0 : creation, name));
    return messages.parseStatus(await this.#receive("status"));
  }

  async run(): Promise<Handshaken> {
    const options = this.#options;
    const dynamic = !options.name.includes("@");
    const flags = dynamic ? options.flags | Flag.NAME_ME : options.flags;
    const status = await this.#greet(flags, dynamic);
    const { name, creation } = this.#accept(status, dynamic);
    options.onStep?.("status");

    const challenge = messages.parseChallenge(await this.#receive("challenge"));
    checkPeer(challenge, options.peer);
    options.onStep?.("challenge");
    // A caller that wanted only the challenge must not cause a failed proof in the node's log.
    if (options.signal?.aborted) throw this.#cancelled();

    const ours = messages.newChallenge();
    this.#send(
      messages.encodeChallengeReply(
        ours,
        messages.digest(options.cookie, challenge.challenge),
      ),
    );
    const ack = messages.parseChallengeAck(await this.#receive("ack"));
    if (!messages.digestMatches(ack, options.cookie, ours)) {
      throw new DistError(
        "peer_unproven",
        `${options.peer} could not prove that it knows the cookie`,
        "something else is answering on that port; do not trust it",
      );
    }
    options.onStep?.("ack");
    // The first message may already be in memory, in the same segment as the ack.
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

  /** Returns our name and creation as the peer has them. */
  #accept(
    status: messages.Status,
    dynamic: boolean,
  ): Pick<Handshaken, "name" | "creation"> {
    const { name, creation, peer } = this.#options;
    switch (status.type) {
      case "ok":
      case "ok_simultaneous":
        if (!dynamic) return { name, creation };
        throw new DistError("protocol_error", `${peer} assigned no name`);
      case "named":
        if (dynamic) return status;
        throw new DistError(
          "protocol_error",
          `${peer} assigned a name that was not requested`,
        );
      case "alive":
        this.#send(messages.encodeAliveReply(this.#options.replace ?? false));
        if (this.#options.replace) return { name, creation };
        throw new DistError(
          "name_in_use",
          `${peer} already has a link to a node named ${name}`,
          "another beamtap is connected under that name; choose another with --name",
        );
      case "nok":
        throw new DistError(
          "handshake_pending",
          `${peer} refuses a second handshake under the name ${name}`,
          "another handshake under that name is in progress; try again in a few seconds",
        );
      case "not_allowed":
        throw new DistError(
          "not_allowed",
          `${peer} does not allow connections from ${name}`,
          "its net_kernel:allow/1 list does not include that name (choose an allowed one with --name), " +
            "or it requires distribution flags that beamtap does not have (its log names them)",
        );
      default:
        return status satisfies never;
    }
  }

  #send(message: Uint8Array): void {
    try {
      this.#writer.send(this.#prefix, message)?.catch(() => {});
    } catch {
      // The stream is broken: the next read reports it, with the step.
    }
  }

  async #receive(step: HandshakeStep): Promise<Uint8Array> {
    const { timeoutMs, signal, peer } = this.#options;
    return await withDeadline(
      { timeoutMs, signal },
      this.#next(step),
      (reason) =>
        reason === "abort" ? this.#cancelled() : new DistError(
          "handshake_timed_out",
          `${peer} accepted the connection but sent no ${step} within ${timeoutMs} ms`,
          "it is stopped (state T in ps), is out of file descriptors or its net_kernel hangs (Recv-Q above 0 at its port in ss -ltn), " +
            `it is overloaded or starting, or that port is not an Erlang node; to find out which, run: beamtap doctor ${peer}`,
        ),
    );
  }

  #cancelled(): DistError {
    const { peer } = this.#options;
    return new DistError("aborted", `the handshake with ${peer} was cancelled`);
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
