/**
 * An sshd on `far`, with keys, users and config of its own, and an ssh on `near` that
 * knows them; neither looks at the machine's.
 *
 * @module
 */

import { run, type World } from "./world.ts";

/** Where the sshd lets users connect to. */
export interface SshdOptions {
  /** More lines for `sshd_config`. */
  readonly config?: string;
}

/** Makes the keys, and puts an `ssh` into PATH on `near` that uses them. */
export async function makeKeys(world: World): Promise<void> {
  const { home } = world;
  for (const name of ["host_key", "user_key"]) {
    const file = `${home}/${name}`;
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);
  }
  const [type, key] = (await Deno.readTextFile(`${home}/host_key.pub`)).split(
    " ",
  );
  await world.write("known_hosts", `10.0.0.5,[10.0.0.5]:22 ${type} ${key}\n`);
  await Deno.copyFile(`${home}/user_key.pub`, `${home}/authorized_keys`);
  await Deno.chmod(`${home}/authorized_keys`, 0o644);
  await world.write(
    "ssh_config",
    `IdentityFile ${home}/user_key
IdentitiesOnly yes
UserKnownHostsFile ${home}/known_hosts
GlobalKnownHostsFile /dev/null
`,
  );
  await world.write(
    "bin/ssh",
    `#!/bin/sh\nexec /usr/bin/ssh -F ${home}/ssh_config "$@"\n`,
    0o755,
  );
  // OpenSSH wants a user for its sandbox, and the one that logs in.
  const passwd = await Deno.readTextFile("/etc/passwd");
  const users = ["sshd", "deploy"]
    .filter((name) => !passwd.includes(`\n${name}:`))
    .map((name, at) => `${name}:x:${64_000 + at}:65534::/:/bin/sh\n`);
  await world.write("passwd", passwd + users.join(""), 0o644);
}

/** Starts the sshd, and waits until it answers. */
export async function startSshd(
  world: World,
  options: SshdOptions = {},
): Promise<AsyncDisposable> {
  const script = new URL("../sshd", import.meta.url).pathname;
  const [program, libraries] = (await run(script, [])).trim().split(" ");
  const { home } = world;
  await world.write(
    "sshd_config",
    `Port 22
HostKey ${home}/host_key
AuthorizedKeysFile ${home}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
${options.config ?? ""}
`,
  );
  const running = world.start(
    "far",
    `unshare --mount --propagation private sh -ec '
      mount --bind ${home}/passwd /etc/passwd
      mount -t tmpfs none /run
      mkdir /run/sshd
      LD_LIBRARY_PATH=${libraries} exec ${program} -D -f ${home}/sshd_config'`,
  );
  for (let tries = 0;; tries++) {
    const { code } = await world.near("ssh 10.0.0.5 true");
    if (code === 0) return running;
    if (tries === 20) throw new Error("sshd does not answer");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
