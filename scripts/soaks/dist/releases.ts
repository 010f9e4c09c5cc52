/**
 * The OTP releases that a soak runs against, and every kind of node of each.
 *
 * @module
 */

import type { NodeSpec } from "../../../lib/node/mod.ts";
import {
  type Beam,
  type BeamOptions,
  freePort,
  startBeam,
} from "../../../tests/support/beam.ts";
import { specOf } from "../../../tests/support/remote.ts";
import { type Certificates, startTlsBeam } from "../../../tests/support/tls.ts";

/** One release of OTP that is at hand. */
export interface Release {
  /** `25`, or `installed` for the one on this machine. */
  readonly name: string;
  readonly erl: string;
  readonly elixir: string;
}

/** The release that is installed. */
export const INSTALLED: Release = {
  name: "installed",
  erl: "erl",
  elixir: "elixir",
};

/** Sets up OTP releases (`scripts/soaks/otp`), given as `23,25` or `23=bullseye`. */
export async function setUpReleases(wanted: string): Promise<Release[]> {
  const script = new URL("../otp", import.meta.url).pathname;
  const { success, stdout } = await new Deno.Command(script, {
    args: wanted.split(","),
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("the OTP releases could not be set up");
  const lines = new TextDecoder().decode(stdout).trim().split("\n");
  return lines.map((line) => {
    const [name = "", folder] = line.split(" ");
    return { name, erl: `${folder}/erl`, elixir: `${folder}/elixir` };
  });
}

/** A kind of node, to be started and linked to. */
export interface NodeKind {
  readonly what: string;
  /** Starts it, and says how it is reached. */
  start(): Promise<{ beam: Beam; spec: NodeSpec }>;
}

/** Every kind of node of a release: language, address family, TCP and TLS, with and without EPMD. */
export function* nodesOf(
  release: Release,
  certificates: Certificates,
): Generator<NodeKind> {
  for (const language of ["erl", "elixir"] as const) {
    for (const address of ["127.0.0.1", "::1"]) {
      for (const carrier of ["TCP", "TLS"] as const) {
        for (const registered of [true, false]) {
          yield {
            what: `OTP ${release.name} ${language} ${address} ${carrier} ` +
              (registered ? "EPMD" : "no EPMD"),
            start: () =>
              start(carrier, certificates, {
                [language]: release[language],
                name: `soak@${address}`,
                ...(registered ? {} : { port: freePort() }),
              }),
          };
        }
      }
    }
  }
}

async function start(
  carrier: "TCP" | "TLS",
  certificates: Certificates,
  options: BeamOptions,
): Promise<{ beam: Beam; spec: NodeSpec }> {
  if (carrier === "TCP") {
    const beam = await startBeam(options);
    return { beam, spec: specOf(beam) };
  }
  const beam = await startTlsBeam({ ...options, certificates, mutual: true });
  const tls = { ca: certificates.pem("ca"), ...certificates.client("client") };
  return { beam, spec: { ...specOf(beam), tls } };
}
