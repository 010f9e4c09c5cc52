/**
 * The nodes on both machines, and what lies between.
 *
 * @module
 */

import { makeKeys, startSshd } from "./sshd.ts";
import type { Machine, World } from "./world.ts";

/** Starts a node, after an EPMD, and waits until it is registered. */
export async function startNode(
  world: World,
  stack: AsyncDisposableStack,
  machine: Machine,
  line: string,
  epmd = "epmd",
): Promise<void> {
  if (epmd !== "") stack.use(world.start(machine, epmd));
  stack.use(world.start(machine, line));
  const names = epmd === "" ? "true" : `${epmd} -names | grep -q 'name shop'`;
  await until(world, machine, names);
}

/** Waits until a line of shell succeeds. */
export async function until(
  world: World,
  machine: Machine,
  line: string,
): Promise<void> {
  for (let tries = 0; (await world[machine](line)).code !== 0; tries++) {
    if (tries === 200) throw new Error(`not in time: ${line}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const PORT =
  "-kernel inet_dist_listen_min 41235 inet_dist_listen_max 41235";
export const ERL = "erl -noinput -start_epmd false";
export const FAR_NODE = `${ERL} -name shop@10.0.0.5 ${PORT}`;

/** A node that only ssh reaches. */
export async function walled(
  world: World,
  stack: AsyncDisposableStack,
): Promise<void> {
  await makeKeys(world);
  stack.use(await startSshd(world));
  await startNode(world, stack, "far", FAR_NODE);
  stack.use(await world.wall([22], "reject"));
}

/** A node in a pod, with a `kubectl` that forwards ports as the real one does. */
export async function kubernetes(
  world: World,
  stack: AsyncDisposableStack,
): Promise<void> {
  await startNode(world, stack, "far", FAR_NODE);
  stack.use(await world.wall([], "reject"));
  const far = world.pidOf("far");
  const forward = new URL("port_forward.ts", import.meta.url).pathname;
  await world.write(
    "bin/kubectl",
    `#!/bin/sh
if [ "$1" = exec ]; then exec nsenter -t ${far} -n epmd -names; fi
for ports; do :; done
exec '${Deno.execPath()}' run --quiet --no-config -A '${forward}' ${far} ${world.home} "\${ports%:*}" "\${ports#*:}"
`,
    0o755,
  );
}

/** A node with TLS that demands certificates. */
export async function tls(
  world: World,
  stack: AsyncDisposableStack,
): Promise<void> {
  const key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
  const signed = (name: string, more: string): string =>
    `openssl req ${key} -keyout ${name}.key -out ${name}.csr -subj /CN=${name}
     printf '${more}\\nbasicConstraints=CA:FALSE\\n' >${name}.ext
     openssl x509 -req -in ${name}.csr -out ${name}.pem -CA ca.pem -CAkey ca.key -days 2 -extfile ${name}.ext`;
  const made = await world.near(
    `set -e; {
     openssl req -x509 ${key} -keyout ca.key -out ca.pem -days 2 -subj /CN=ca -addext keyUsage=critical,keyCertSign
     ${
      signed("node", "subjectAltName=IP:10.0.0.5\\nextendedKeyUsage=serverAuth")
    }
     ${signed("a", "extendedKeyUsage=clientAuth")}
     } 2>&1`,
  );
  if (made.code !== 0) throw new Error(made.text);
  const { home } = world;
  await world.write(
    "ssl.conf",
    `[{server, [{certfile, "${home}/node.pem"}, {keyfile, "${home}/node.key"}, {cacertfile, "${home}/ca.pem"},
     {verify, verify_peer}, {fail_if_no_peer_cert, true}]}].\n`,
  );
  const options = `-proto_dist inet_tls -ssl_dist_optfile ${home}/ssl.conf`;
  await startNode(world, stack, "far", `${FAR_NODE} ${options}`);
}
