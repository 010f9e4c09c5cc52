// deno-lint-ignore-file no-console
/**
 * The first hour of a stranger: a bare Debian root with nothing but this checkout, in which the
 * commands of the README are run, up to the first answer about a node of their own, a release made by
 * mix. Prints how long each took; one that fails, or takes longer than the README promises, is a
 * non-zero exit. Needs root, for chroot and mounts.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { COMMANDS } from "../../lib/cli/command_specs.ts";

const HELP = `scripts/soak first_hour [OPTION]…
  --suite NAME     the release of Debian; default bookworm
  --without STEP   leaves a step out, such as "scripts/test"; may be repeated
  --keep           leaves the root behind, and says where`;

/** Where the checkout is in the root. */
const CHECKOUT = "/root/beamtap";
const NODE = "shop@127.0.0.1";

/** A release of mix with nothing in it, up and running; `$1` is what is asked about it. */
const RELEASE = `
export MIX_ENV=prod
cd /root && rm -rf shop && mix new shop --sup >/dev/null && cd shop
mix release --quiet >/dev/null
export RELEASE_DISTRIBUTION=name RELEASE_NODE=${NODE}
_build/prod/rel/shop/bin/shop daemon
trap '/root/shop/_build/prod/rel/shop/bin/shop stop >/dev/null' EXIT
install -m 600 _build/prod/rel/shop/releases/COOKIE /root/.shop.cookie
for _ in $(seq 100); do _build/prod/rel/shop/bin/shop pid >/dev/null 2>&1 && break; sleep 0.1; done
cd ${CHECKOUT}
`;

interface Step {
  /** As the README has it. */
  readonly name: string;
  readonly script: string;
  /** What it prints. */
  readonly says: RegExp;
}

const STEPS: readonly Step[] = [
  {
    name: "scripts/demo",
    script: "scripts/demo",
    says:
      /installing Debian packages: .*installing Deno .* from npm.*shop_mailer/s,
  },
  {
    name: "scripts/demo, again",
    script: "scripts/demo",
    says: /^(?!.*installing).*shop_mailer/s,
  },
  {
    name: "scripts/beamtap",
    script: "scripts/beamtap --version",
    says: /^beamtap \d/,
  },
  ...Object.hasOwn(COMMANDS, "setup")
    ? [{
      name: "beamtap setup json",
      script:
        `${RELEASE} scripts/beamtap setup json ${NODE} --cookie-file /root/.shop.cookie`,
      says: /"command"/,
    }]
    : [],
  {
    name: "beamtap doctor, of a mix release",
    script:
      `${RELEASE} scripts/beamtap doctor ${NODE} --cookie-file /root/.shop.cookie`,
    says: /otp|OTP/,
  },
  {
    name: "beamtap health, of a mix release",
    script:
      `${RELEASE} scripts/beamtap health ${NODE} --cookie-file /root/.shop.cookie`,
    says: /verdict=healthy/,
  },
  {
    name: "scripts/test",
    script: "scripts/test",
    says: /^\d+ passed, 0 failed$/m,
  },
];

const options = parseArgs(Deno.args, {
  string: ["suite", "without"],
  boolean: ["keep", "help"],
  collect: ["without"],
});
if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}

/** Runs a command; its output is ours unless it is piped. */
async function run(
  command: readonly string[],
  output: "inherit" | "piped" = "inherit",
): Promise<{ success: boolean; said: string }> {
  const [program = "", ...args] = command;
  const result = await new Deno.Command(program, {
    args,
    stdin: "null",
    stdout: output,
    stderr: output,
  }).output();
  const said = output === "inherit"
    ? ""
    : [result.stderr, result.stdout].map((it) => new TextDecoder().decode(it))
      .join("");
  return { success: result.success, said };
}

async function must(...command: string[]): Promise<void> {
  const { success, said } = await run(command, "piped");
  if (!success) throw new Error(`${command.join(" ")}:\n${said}`);
}

/** The bare root of a release of Debian, made once. */
async function bareRoot(suite: string): Promise<string> {
  const { HOME, XDG_CACHE_HOME = `${HOME}/.cache` } = Deno.env.toObject();
  const base = `${XDG_CACHE_HOME}/beamtap/debian-${suite}`;
  const isThere = await Deno.stat(`${base}/etc/debian_version`)
    .then(() => true, () => false);
  if (!isThere) {
    console.log(`making a bare root of Debian ${suite} in ${base}`);
    await must("apt-get", "install", "-qq", "-y", "debootstrap");
    await must("debootstrap", "--variant=minbase", suite, base);
  }
  return base;
}

/** What a machine behind a proxy that looks into TLS has been told to trust, for apt and npm in the root. */
async function trust(root: string): Promise<Record<string, string>> {
  const bundle = Deno.env.get("SSL_CERT_FILE");
  if (bundle === undefined) return {};
  const inside = "/etc/ssl/trusted.crt";
  await Deno.mkdir(`${root}/etc/ssl`, { recursive: true });
  await Deno.copyFile(bundle, root + inside);
  const names = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "npm_config_cafile"];
  return Object.fromEntries([
    ...[...names, "DENO_CERT"].map((name) => [name, inside]),
    ["DENO_TLS_CA_STORE", "system,mozilla"],
  ]);
}

/**
 * Runs a script in the root, with mounts that end with it; returns what it printed. The shell around it
 * reaps what it leaves behind, as an init does.
 */
function inside(
  root: string,
  env: Readonly<Record<string, string>>,
  script: string,
): Promise<{ success: boolean; said: string }> {
  const variables = Object.entries({
    HOME: "/root",
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    LANG: "C.UTF-8",
    ...env,
  }).map(([name, value]) => `${name}=${value}`);
  const mounts = [
    "mount -t proc proc $0/proc",
    "mount -t sysfs -o ro sysfs $0/sys",
    "mount -t devpts -o newinstance,ptmxmode=0666 devpts $0/dev/pts",
    "ln -sf pts/ptmx $0/dev/ptmx",
    "mount -t tmpfs tmpfs $0/dev/shm",
  ].join(" && ");
  return run([
    ..."unshare --mount --pid --fork --kill-child".split(" "),
    ...["bash", "-c", `${mounts} && chroot "$0" env -i "$@"; exit $?`, root],
    ...[...variables, "bash", "-euc", `cd ${CHECKOUT}; ${script}`],
  ], "piped");
}

/** The times that the README promises, in minutes, by command. */
function promises(readme: string): Map<string, number> {
  const found = readme.replaceAll(/\s+/g, " ")
    .matchAll(/`(scripts\/\w+)` takes less than (\d+) minutes/g);
  return new Map([...found].map(([, name = "", min]) => [name, Number(min)]));
}

const source = decodeURIComponent(new URL("../..", import.meta.url).pathname);
const promised = promises(await Deno.readTextFile(`${source}README.md`));
const root = await Deno.makeTempDir({ prefix: "beamtap_first_hour_" });
let failures = 0;
try {
  const base = await bareRoot(String(options.suite ?? "bookworm"));
  await must("cp", "-a", "--reflink=auto", `${base}/.`, root);
  await Deno.copyFile("/etc/resolv.conf", `${root}/etc/resolv.conf`);
  await Deno.writeTextFile(
    `${root}/etc/hosts`,
    `127.0.0.1 localhost\n127.0.1.1 ${Deno.hostname()}\n`,
  );
  await must("git", "clone", "--quiet", source, root + CHECKOUT);
  const env = await trust(root);
  const without = [options.without ?? []].flat().map(String);
  for (const { name, script, says } of STEPS) {
    if (without.includes(name)) continue;
    const start = performance.now();
    const { success, said } = await inside(root, env, script);
    const seconds = (performance.now() - start) / 1000;
    const limit = 60 * (promised.get(name) ?? Infinity);
    const isOk = success && says.test(said) && seconds <= limit;
    if (!isOk) failures++;
    console.log(
      `${isOk ? "ok    " : "FAILED"} ${name}: ${seconds.toFixed(1)} s` +
        (limit < Infinity ? `, promised ${limit} s` : ""),
    );
    if (!isOk) console.log(said.replaceAll(/^/gm, "    "));
  }
} finally {
  if (options.keep) console.log(`kept: ${root}`);
  else await must("rm", "-rf", "--one-file-system", root);
}
Deno.exitCode = failures > 0 ? 1 : 0;
