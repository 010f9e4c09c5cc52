/**
 * Each set of permissions that `beamtap help permissions` documents is enough for its use, and without
 * any one of them the message names that one.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { TOPICS } from "../../lib/cli/topics.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { makeFolder } from "../cli/support.ts";
import { fakeSsh } from "../support/fake_ssh.ts";
import { makeCertificates, startTlsBeam } from "../support/tls.ts";
import { environment, epmdOption } from "./support.ts";

const MAIN = new URL("../../main.ts", import.meta.url).pathname;

const { HOME, XDG_CACHE_HOME = `${HOME}/.cache` } = Deno.env.toObject();
const DENO_DIR = `${XDG_CACHE_HOME}/deno`;

/** A documented use, as one would try it. */
interface Use {
  /** The flags with the files of this test in place of FILE, FOLDER and HOME. */
  readonly flags: readonly string[];
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  /** What it prints once it works. */
  readonly says: RegExp;
}

/** The documented uses and their flags. */
const DOCUMENTED = new Map(
  [...TOPICS.permissions?.matchAll(/^ {2}(\S.*?) {2,}(--allow-.*)$/gm) ?? []]
    .map(([, use = "", flags = ""]) => [use, flags.split(" ")]),
);

/** Runs beamtap until it has printed what is expected, or has ended; returns all that it printed. */
async function tried(use: Use, flags: readonly string[]): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", ...flags, MAIN, ...use.args],
    // Where packages are kept, though HOME may be another.
    env: { DENO_DIR, ...environment(), ...use.env },
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let printed = "";
  const read = async (stream: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      printed += text;
      if (use.says.test(printed)) child.kill("SIGTERM");
    }
  };
  await Promise.all([read(child.stdout), read(child.stderr), child.status]);
  return printed;
}

/** A call that works once the node has answered. */
function asking(beam: Beam, flags: string[], args: string[], more = {}): Use {
  return {
    flags,
    args: [
      ...["call", "get_node_info", `node=${beam.name}`],
      ...[epmdOption(beam.epmd), args].flat(),
    ],
    says: /\botp_release=/,
    ...more,
  };
}

Deno.test("each documented set of permissions is enough, and none of it is too much", async (test) => {
  await using beam = await startBeam();
  const [host] = Deno.hostname().split(".");
  const short = `sets${Deno.pid}`;
  await using here = await startBeam({ name: `${short}@${host}` });
  await using ssh = await fakeSsh();
  await using certificates = await makeCertificates();
  await using secure = await startTlsBeam({ certificates });
  await using own = await makeFolder();
  const folder = own.path("").slice(0, -1);
  const net = "--allow-net";
  const given = `--cookie=${beam.cookie}`;
  const file = await own.write("cookie", beam.cookie);
  const home = await own.write(".erlang.cookie", beam.cookie);
  const tokens = await own.write("tokens.json", '{"tokens": []}');
  const config = await own.write(
    "config.json",
    JSON.stringify({ nodes: [{ name: beam.name, alias: "shop" }] }),
  );
  const ca = `${certificates.folder}/ca.pem`;
  const uses: Readonly<Record<string, Use>> = {
    "questions to nodes": asking(beam, [net], [given]),
    "a cookie file": asking(
      beam,
      [net, `--allow-read=${file}`],
      [`--cookie-file=${file}`],
    ),
    "a cookie in a variable": asking(
      beam,
      [net, "--allow-env=BEAMTAP_COOKIE"],
      [],
      { env: { BEAMTAP_COOKIE: beam.cookie } },
    ),
    "the cookie of this user": asking(
      beam,
      [net, "--allow-env=HOME", `--allow-read=${home}`],
      [],
      { env: { HOME: folder } },
    ),
    "a config file": asking(
      beam,
      [net, `--allow-read=${config}`],
      [given, `--config=${config}`],
    ),
    "TLS to nodes": asking(
      secure,
      [net, `--allow-read=${ca}`],
      [`--cookie=${secure.cookie}`, `--tls-ca=${ca}`],
    ),
    "an audit file": asking(
      beam,
      [net, `--allow-write=${folder}/audit`],
      [given, `--audit-file=${folder}/audit`],
    ),
    "HTTP clients": {
      flags: [net, `--allow-read=${tokens}`],
      args: ["serve", beam.name, "--http=127.0.0.1:0", `--tokens=${tokens}`],
      says: /http:\/\/127/,
    },
    "making tokens": {
      flags: [`--allow-read=${folder}`, `--allow-write=${folder}`],
      args: ["token", "new", "a", "--allow=inspect", `--tokens=${tokens}`],
      says: /^beamtap_a_/m,
    },
    "a name without a host": {
      ...asking(here, [net, "--allow-sys=hostname"], []),
      args: [
        ...["call", "get_node_info", `node=${short}`],
        ...[`--cookie=${here.cookie}`, epmdOption(here.epmd)].flat(),
      ],
    },
    "nodes behind ssh": asking(
      beam,
      ["--allow-run=ssh"],
      [given, "--ssh=db1"],
    ),
  };
  assertEquals([...DOCUMENTED.keys()], Object.keys(uses));
  for (const [name, use] of Object.entries(uses)) {
    const { flags, says } = use;
    await test.step(name, async () => {
      assertEquals(
        flags.map((flag) => flag.replace(/(read|write)=.*/, "$1")),
        DOCUMENTED.get(name)?.map((flag) =>
          flag.replace(/(read|write)=.*/, "$1")
        ),
      );
      const less = await Promise.all(
        flags.map((flag) => tried(use, flags.filter((it) => it !== flag))),
      );
      const all = await tried(use, flags);
      assert(says.test(all), all);
      for (const [index, said] of less.entries()) {
        const flag = flags[index] ?? "";
        assert(!says.test(said), `it works without ${flag}`);
        assert(said.includes(flag), `${flag} is not named: ${said}`);
      }
    });
  }
  assert((await ssh.started()).length > 0);
});

Deno.test("the permissions of the executable are those documented, and no others", async () => {
  const { stdout } = await new Deno.Command("bash", {
    args: [
      "-c",
      `source scripts/permissions; printf '%s\\n' "\${permissions[@]}" "\${permission_of_ssh[@]}"`,
    ],
    cwd: new URL("../..", import.meta.url).pathname,
  }).output();
  const kinds = (flags: string[]): string[] =>
    [...new Set(flags.map((flag) => flag.replace(/=.*/, "")))].toSorted();
  assertEquals(
    kinds(new TextDecoder().decode(stdout).trim().split("\n")),
    kinds([...DOCUMENTED.values()].flat()),
  );
});
