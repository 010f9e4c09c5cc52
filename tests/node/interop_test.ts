import {
  type Beam,
  type BeamOptions,
  freePort,
  startBeam,
} from "../support/beam.ts";
import {
  BEHAVIOURS,
  FLAG_SETS,
  tryAll,
  tryOut,
} from "../support/behaviours.ts";
import { specOf } from "../support/remote.ts";
import { makeCertificates, startTlsBeam } from "../support/tls.ts";

let beam: Beam;
Deno.test.beforeAll(async () => {
  beam = await startBeam();
});
Deno.test.afterAll(async () => {
  await beam[Symbol.asyncDispose]();
});

for (const [name, behaviour] of Object.entries(BEHAVIOURS)) {
  for (const [form, flags] of Object.entries(FLAG_SETS)) {
    Deno.test(`${name}, frames ${form}`, async () => {
      await tryOut(behaviour, { spec: specOf(beam), dial: { flags } });
    });
  }
}

/** Ways to reach a node, beside EPMD on an IPv4 address. */
const WAYS: Record<string, () => BeamOptions> = {
  "an Elixir node": () => ({ elixir: "elixir" }),
  "a node on IPv6, under a long name": () => ({ name: "v6@::1" }),
  "a node with a short name": () => ({ name: "short@localhost" }),
  "a node without EPMD": () => ({ port: freePort() }),
};

const hasIpv6 = Deno.networkInterfaces().some(({ address }) =>
  address === "::1"
);

for (const [way, options] of Object.entries(WAYS)) {
  Deno.test({
    name: `all of this holds for ${way}, and nothing stays behind`,
    ignore: way.includes("IPv6") && !hasIpv6,
    async fn(): Promise<void> {
      await using other = await startBeam(options());
      await tryAll({ spec: specOf(other), dial: {} });
    },
  });
}

Deno.test("all of this holds for a node over TLS with client certificates, and nothing stays behind", async () => {
  await using certificates = await makeCertificates();
  await using other = await startTlsBeam({ certificates, mutual: true });
  const tls = { ca: certificates.pem("ca"), ...certificates.client("client") };
  await tryAll({ spec: { ...specOf(other), tls }, dial: {} });
});
