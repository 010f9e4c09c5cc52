import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  DistError,
  type DistErrorCode,
  Flag,
  handshake,
  type Handshaken,
  type HandshakeOptions,
  type HandshakeStep,
} from "../../lib/dist/mod.ts";
import { connectTcp, type Transport, withDeadline } from "../../lib/net/mod.ts";
import { concat, oneByOne, streamOf } from "../support/streams.ts";
import {
  SCRIPTED,
  type ScriptedLink,
  startScripted,
} from "../support/scripted_node.ts";

const OURS: HandshakeOptions = {
  name: "beamtap@127.0.0.1",
  creation: 4242,
  peer: SCRIPTED.name,
  cookie: SCRIPTED.cookie,
  flags: 0x6d07df7fbcn,
  timeoutMs: 10_000,
};

type Script = (link: ScriptedLink) => Promise<void>;

/** Dials a scripted node; the transport is there to be closed. */
async function shake(
  port: number,
  options: Partial<HandshakeOptions> = {},
): Promise<{ peer: Handshaken; transport: Transport }> {
  const transport = await connectTcp({
    host: "127.0.0.1",
    port,
    timeoutMs: 10_000,
  });
  return {
    peer: await handshake(transport, { ...OURS, ...options }),
    transport,
  };
}

/** What a handshake that must fail fails with; by then we have closed the connection. */
async function refusal(
  script: Script,
  options: Partial<HandshakeOptions> = {},
): Promise<DistError> {
  const left = Promise.withResolvers<void>();
  await using peer = startScripted(async (link) => {
    try {
      await script(link);
      await link.gone();
    } finally {
      left.resolve();
    }
  });
  const error = await assertRejects(
    () => inTime(shake(peer.port, options), "the handshake goes on and on"),
    DistError,
  );
  await inTime(left.promise, "the connection was left open");
  assert(!JSON.stringify(error).includes(SCRIPTED.cookie));
  return error;
}

function inTime<T>(work: Promise<T>, otherwise: string): Promise<T> {
  return withDeadline({ timeoutMs: 20_000 }, work, () => new Error(otherwise));
}

async function assertRefused(
  code: DistErrorCode,
  script: Script,
  options: Partial<HandshakeOptions> = {},
): Promise<DistError> {
  const error = await refusal(script, options);
  assertEquals(error.code, code, error.message);
  return error;
}

Deno.test("a handshake gives both names, both creations and the flags that both have", async () => {
  const steps: HandshakeStep[] = [];
  await using node = startScripted(async (link) => {
    const us = await link.accept();
    assertEquals(us, {
      name: OURS.name,
      creation: OURS.creation,
      flags: OURS.flags,
    });
    await link.gone();
  }, { flags: 0x0103df7fbdn });
  const { peer, transport } = await shake(node.port, {
    onStep: (step) => steps.push(step),
  });
  transport.close();
  assertEquals([peer.name, peer.creation], [OURS.name, OURS.creation]);
  assertEquals([peer.peer, peer.peerCreation], [SCRIPTED.name, 77]);
  assertEquals(peer.offered, 0x0103df7fbdn);
  assertEquals(peer.flags, 0x0103df7fbcn);
  assertEquals(steps, ["status", "challenge", "ack"]);
});

Deno.test("status ok_simultaneous goes on as ok does", async () => {
  await using node = startScripted(async (link) => {
    await link.readName();
    await link.status("ok_simultaneous");
    await link.challenge();
    await link.ack();
    await link.gone();
  });
  const { transport } = await shake(node.port);
  transport.close();
});

Deno.test("status alive is answered true where the old link was ours, and the new one stands", async () => {
  await using node = startScripted(async (link) => {
    await link.readName();
    await link.status("alive");
    assertEquals(new TextDecoder().decode(await link.reply()), "strue");
    await link.challenge();
    await link.ack();
    await link.gone();
  });
  const { transport } = await shake(node.port, { replace: true });
  transport.close();
});

Deno.test("status alive is answered false where it was not, before we leave", async () => {
  let answer = "";
  await assertRefused("name_in_use", async (link) => {
    await link.readName();
    await link.status("alive");
    answer = new TextDecoder().decode(await link.reply());
  });
  assertEquals(answer, "sfalse");
});

Deno.test("a bare host asks for a name, and what the peer gives is ours", async () => {
  const given = "8FZC1A@127.0.0.1";
  await using node = startScripted(async (link) => {
    const us = await link.readName();
    assertEquals([us.name, us.creation], ["127.0.0.1", 0]);
    assert((us.flags & Flag.NAME_ME) !== 0n);
    await link.status(
      `named:\0${String.fromCharCode(given.length)}${given}\x01\x02\x03\x04`,
    );
    await link.challenge({ flags: SCRIPTED.flags | Flag.NAME_ME });
    await link.ack();
    await link.gone();
  });
  const { peer, transport } = await shake(node.port, { name: "127.0.0.1" });
  transport.close();
  assertEquals([peer.name, peer.creation], [given, 0x01020304]);
  assertEquals(peer.flags & Flag.NAME_ME, 0n);
});

Deno.test("a name given unasked, and none given when asked, are protocol errors", async () => {
  await assertRefused("protocol_error", async (link) => {
    await link.readName();
    await link.status("named:\0\x03a@b\0\0\0\x09");
  });
  await assertRefused("protocol_error", async (link) => {
    await link.readName();
    await link.status("ok");
  }, { name: "127.0.0.1" });
});

Deno.test("each refusal by status has its own code", async () => {
  for (
    const [status, code] of [
      ["nok", "handshake_pending"],
      ["not_allowed", "not_allowed"],
      ["whatever", "protocol_error"],
    ] as const
  ) {
    await assertRefused(code, async (link) => {
      await link.readName();
      await link.status(status);
    });
  }
});

Deno.test("a peer without a flag that we rely on is refused by the flag's name", async () => {
  for (
    const flag of ["DIST_MONITOR", "HANDSHAKE_23", "EXIT_PAYLOAD"] as const
  ) {
    const error = await assertRefused("flags_missing", async (link) => {
      await link.readName();
      await link.status("ok");
      await link.challenge({ flags: SCRIPTED.flags & ~Flag[flag] });
    });
    assert(error.message.endsWith(`needs: ${flag}`), error.message);
  }
});

Deno.test("a node other than the expected one is refused before it sees a proof of the cookie", async () => {
  let proof: Uint8Array | undefined;
  const error = await assertRefused("wrong_node", async (link) => {
    await link.readName();
    await link.status("ok");
    await link.challenge({ name: "stranger@127.0.0.1" });
    proof = await link.reply().catch(() => undefined);
  });
  assert(error.message.includes("stranger@127.0.0.1"), error.message);
  assertEquals(proof, undefined);
});

Deno.test("a peer that cannot prove the cookie is refused", async () => {
  await assertRefused("peer_unproven", async (link) => {
    await link.readName();
    await link.status("ok");
    await link.challenge();
    await link.ack("anothercookie");
  });
});

/** Scripts that do everything up to a step. */
const UP_TO: Record<HandshakeStep, Script> = {
  status: async (link): Promise<void> => {
    await link.readName();
  },
  challenge: async (link): Promise<void> => {
    await link.readName();
    await link.status("ok");
  },
  ack: async (link): Promise<void> => {
    await link.readName();
    await link.status("ok");
    await link.challenge();
    await link.reply();
  },
};
const STEPS = ["status", "challenge", "ack"] as const;

for (const step of STEPS) {
  Deno.test(`a peer that is silent instead of its ${step} costs one deadline`, async () => {
    const error = await assertRefused("handshake_timed_out", UP_TO[step], {
      timeoutMs: 100,
    });
    assert(error.message.includes(step), error.message);
  });

  Deno.test(`bytes that trickle in do not prolong the wait for the ${step}`, async () => {
    await assertRefused("handshake_timed_out", async (link) => {
      await UP_TO[step](link);
      await link.raw(Uint8Array.of(255, 255));
      // Goes on until we leave.
      for (;;) {
        await link.raw(Uint8Array.of(0));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }, { timeoutMs: 100 });
  });

  Deno.test(`a handshake given up before the ${step} ends at once`, async () => {
    const controller = new AbortController();
    await assertRefused("aborted", async (link) => {
      await UP_TO[step](link);
      controller.abort();
    }, { signal: controller.signal });
  });

  Deno.test(`garbage instead of the ${step} is a protocol error that shows it`, async () => {
    const error = await assertRefused("protocol_error", async (link) => {
      await UP_TO[step](link);
      await link.raw(Uint8Array.of(0, 4, 0xde, 0xad, 0xbe, 0xef));
    });
    assert(error.message.includes("de ad be ef"), error.message);
  });

  Deno.test(`a ${step} cut off in the middle counts as closed there`, async () => {
    await assertRefused(CLOSED_AT[step], async (link) => {
      await UP_TO[step](link);
      await link.raw(Uint8Array.of(0, 9, 1, 2));
      link.close();
    });
  });

  Deno.test(`where a peer closes instead of its ${step} tells why`, async () => {
    await assertRefused(CLOSED_AT[step], async (link) => {
      await UP_TO[step](link);
      link.close();
    });
  });
}

const CLOSED_AT: Record<HandshakeStep, DistErrorCode> = {
  status: "handshake_refused",
  challenge: "connection_lost",
  ack: "wrong_cookie",
};

Deno.test("a TLS alert is told from a node that is no node", async () => {
  const error = await assertRefused("tls_expected", async (link) => {
    await link.readName();
    await link.raw(Uint8Array.of(0x15, 3, 3, 0, 2, 2, 0x0a));
    link.close();
  });
  assert(error.message.includes("TLS"), error.message);
  await assertRefused("handshake_refused", async (link) => {
    await link.readName();
    await link.raw(
      new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n"),
    );
    link.close();
  });
});

Deno.test("a handshake byte by byte succeeds", async () => {
  await using node = startScripted(async (link) => {
    const slowly = async (bytes: Uint8Array): Promise<void> => {
      for (const byte of oneByOne(bytes)) {
        await write(byte);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    };
    const write = link.raw.bind(link);
    link.raw = slowly;
    await link.accept();
    await link.gone();
  });
  const { peer, transport } = await shake(node.port);
  transport.close();
  assertEquals(peer.peer, SCRIPTED.name);
});

/** A transport that gives these bytes, and takes or refuses ours. */
function fakeTransport(
  kind: Transport["kind"],
  bytes: Uint8Array,
  write: () => Promise<void> = () => Promise.resolve(),
): Transport & { closed: boolean } {
  const input = streamOf(bytes);
  return {
    kind,
    address: "127.0.0.1",
    port: 1,
    readable: input as ReadableStream<Uint8Array<ArrayBuffer>>,
    writable: new WritableStream({ write }),
    closed: false,
    close(): void {
      this.closed = true;
    },
  };
}

Deno.test("a write that fails in a handshake is told as a closed connection", async () => {
  const text = new TextEncoder().encode(`N${"x".repeat(16)}`);
  const bytes = concat(
    Uint8Array.of(0, 6),
    new TextEncoder().encode("salive"),
    Uint8Array.of(0, text.length),
    text,
  );
  const transport = fakeTransport(
    "tcp",
    bytes,
    () => Promise.reject(new Deno.errors.BrokenPipe("gone")),
  );
  const error = await assertRejects(
    () => handshake(transport, { ...OURS, replace: true }),
    DistError,
  );
  assert(transport.closed);
  assert(error.code !== "aborted");
});

Deno.test("over TLS every length takes 4 bytes, and 4 GiB of status are refused unread", async () => {
  const transport = fakeTransport("tls", Uint8Array.of(255, 255, 255, 255, 1));
  const error = await assertRejects(
    () => handshake(transport, OURS),
    DistError,
  );
  assertEquals(error.code, "protocol_error");
  assert(error.message.includes("4294967295"), error.message);
  assert(transport.closed);
});
