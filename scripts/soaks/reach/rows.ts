/**
 * The ways to a node: how it is started, the commands that `beamtap help tunnels` has
 * for it, and how one gets them wrong.
 *
 * @module
 */

import { makeKeys, startSshd } from "./sshd.ts";
import type { Machine, World } from "./world.ts";

/** A way to a node. */
export interface Row {
  /** How the node was started, and what lies between. */
  readonly what: string;
  /** Prepares both machines; what it uses is disposed of after the row. */
  prepare(world: World, stack: AsyncDisposableStack): Promise<void>;
  /** The lines of the help, in order; those that keep running end in `&`. */
  readonly printed: readonly string[];
  /** Commands that are wrong, and what their output leads to. */
  readonly wrong: readonly Mistake[];
}

/** A command that is wrong. */
export interface Mistake {
  readonly command: string;
  /** What the output says. */
  readonly says: RegExp;
  /** Finds a part of the output that makes a command which is right. */
  readonly leadsTo?: readonly [RegExp, (found: string) => string];
}

/** An option for a node that the doctor prints. */
const OPTION = /--node ('[a-z][^']+'|[a-z]\S+)( --epmd-port \d+)?/;
const doctor = (option: string): string => `beamtap doctor ${option}`;
/** A copy of a cookie file that an error prints. */
const COPY = /install -m 600 \S+ ~\/\.beamtap\.cookie/;
/** The command that forwards a port, and the option that goes with it. */
const TUNNEL = /ssh -N -L 9100\S+ \S+, then --node '[^']+'/;
const throughTunnel = (found: string): string => {
  const [tunnel, option] = found.split(", then ");
  return `${tunnel} & sleep 2; beamtap doctor ${option}; s=$?; kill $!; exit $s`;
};

/** Starts a node, after an EPMD, and waits until it is registered. */
async function startNode(
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
async function until(
  world: World,
  machine: Machine,
  line: string,
): Promise<void> {
  for (let tries = 0; (await world[machine](line)).code !== 0; tries++) {
    if (tries === 200) throw new Error(`not in time: ${line}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const PORT = "-kernel inet_dist_listen_min 41235 inet_dist_listen_max 41235";
const ERL = "erl -noinput -start_epmd false";
const FAR_NODE = `${ERL} -name shop@10.0.0.5 ${PORT}`;

export const ROWS: readonly Row[] = [
  {
    what: "iex --sname, default cookie",
    prepare: (world, stack) =>
      startNode(world, stack, "near", "iex --sname shop"),
    printed: ["beamtap doctor shop"],
    wrong: [
      {
        command: "beamtap doctor shp",
        says: /has no node "shp"[^]*registered there: shop/,
      },
      {
        command: "beamtap doctor shop@127.0.0.1",
        says: /shop@\S+ answered/,
        leadsTo: [OPTION, doctor],
      },
      {
        command: "beamtap doctor shop --cookie=WRONG_COOKIE",
        says: /cookie comes from --cookie; [^]*~\/\.erlang\.cookie/,
      },
      {
        command: "beamtap call get_node_info node=shp",
        says: /registered there: shop[^]*beamtap doctor shp@/,
      },
      {
        command: "beamtap doctor shop --epmd-port 5369",
        says: /no EPMD listens on localhost:5369[^]*--epmd-port/,
      },
    ],
  },
  {
    what: "release of mix, releases/COOKIE",
    async prepare(world, stack): Promise<void> {
      const built = await world.near(
        "cd /opt && mkdir src && cd src && mix new . --app shop >/dev/null && " +
          "MIX_ENV=prod mix release --path /opt/shop 2>&1",
      );
      if (built.code !== 0) throw new Error(built.text);
      await startNode(world, stack, "near", "/opt/shop/bin/shop start");
    },
    printed: [
      "install -m 600 /opt/shop/releases/COOKIE ~/.beamtap.cookie",
      "beamtap doctor shop --cookie-file ~/.beamtap.cookie",
    ],
    wrong: [
      {
        command: "beamtap doctor shop",
        says: /cookie comes from \S+\/\.erlang\.cookie; .*releases\/COOKIE/,
      },
      {
        command: "beamtap doctor shop --cookie-file /opt/shop",
        says: /give the file in it: \/opt\/shop\/releases\/COOKIE/,
      },
      {
        command:
          "chmod 644 /opt/shop/releases/COOKIE; beamtap doctor shop --cookie-file /opt/shop/releases/COOKIE",
        says: /accessible to others/,
        leadsTo: [
          COPY,
          (copy) =>
            `${copy}; beamtap doctor shop --cookie-file ~/.beamtap.cookie`,
        ],
      },
      {
        command:
          "install -m 600 /opt/shop/releases/0.1.0/vm.args ~/vm.args; beamtap doctor shop --cookie-file ~/vm.args",
        says: /sets no cookie[^]*releases\/COOKIE, unless RELEASE_COOKIE/,
      },
      {
        command:
          "RELEASE_COOKIE=WRONG_COOKIE beamtap call get_node_info node=shop",
        says: /cookie comes from RELEASE_COOKIE/,
      },
    ],
  },
  {
    what: "vm.args",
    async prepare(world, stack): Promise<void> {
      const args = `-name shop@10.0.0.5\n-setcookie VM_ARGS_COOKIE\n`;
      await world.write("vm.args", args, 0o644);
      await world.near("mkdir -p /opt/shop && cp vm.args /opt/shop/vm.args");
      await startNode(world, stack, "far", `${ERL} -args_file vm.args`);
    },
    printed: [
      "install -m 600 /opt/shop/vm.args ~/.beamtap.args",
      "beamtap doctor shop@10.0.0.5 --cookie-file ~/.beamtap.args",
    ],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /cookie comes from [^]*after -setcookie in its vm\.args/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --cookie-file /opt/shop/vm.args",
        says: /accessible to others/,
        leadsTo: [
          COPY,
          (copy) =>
            `${copy}; beamtap doctor shop@10.0.0.5 --cookie-file ~/.beamtap.cookie`,
        ],
      },
      {
        command:
          "(umask 077; echo '-setcookie ${SHOP}' >t.args); beamtap doctor shop@10.0.0.5 --cookie-file t.args",
        says: /is a template[^]*environment variable SHOP/,
      },
    ],
  },
  {
    what: "IPv6",
    prepare: (world, stack) =>
      startNode(
        world,
        stack,
        "far",
        `${ERL} -name shop@fd00::5 -proto_dist inet6_tcp ${PORT}`,
      ),
    printed: ["beamtap doctor shop@fd00::5"],
    wrong: [
      {
        command: "beamtap doctor 'shop@[fd00::5]'",
        says: /has no brackets in it: shop@fd00::5/,
        leadsTo: [/shop@fd00::5(?= \()/, doctor],
      },
      {
        command: "beamtap doctor --node shop@fd00::5=fd00::5:41235",
        says: /write HOST, HOST:PORT or \[::1\]:PORT/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /it can be reached as shop@fd00::5/,
        leadsTo: [OPTION, doctor],
      },
      {
        command: "beamtap doctor --node 'shop@10.0.0.5=[fd00::5]'",
        says: /shop@fd00::5 answered/,
        leadsTo: [OPTION, doctor],
      },
    ],
  },
  {
    what: "TLS",
    prepare: tls,
    printed: [
      "beamtap doctor shop@10.0.0.5 --tls-ca ca.pem --tls-cert a.pem --tls-key a.key",
    ],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /requires TLS[^]*--tls-ca FILE[^]*--tls-cert FILE --tls-key FILE/,
      },
      {
        command: "beamtap call get_node_info node=shop@10.0.0.5",
        says: /requires TLS[^]*--tls-ca[^]*beamtap doctor shop@10\.0\.0\.5/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --tls-ca ca.pem",
        says: /client certificate[^]*--tls-cert/,
      },
      {
        command:
          "beamtap doctor shop@10.0.0.5 --tls-ca a.pem --tls-cert a.pem --tls-key a.key",
        says: /not trusted[^]*--tls-ca/,
      },
    ],
  },
  {
    what: "EPMD on another port",
    prepare: (world, stack) =>
      startNode(
        world,
        stack,
        "far",
        `env ERL_EPMD_PORT=5369 ${FAR_NODE}`,
        "epmd -port 5369",
      ),
    printed: ["beamtap doctor shop@10.0.0.5 --epmd-port 5369"],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /no EPMD listens on 10\.0\.0\.5:4369[^]*--epmd-port/,
      },
      {
        command: "beamtap doctor --node shop@10.0.0.5=10.0.0.5:5369",
        says: /EPMD answers on 10\.0\.0\.5:5369, not the node/,
        leadsTo: [OPTION, doctor],
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --epmd-port 41235",
        says:
          /10\.0\.0\.5:41235 is the port of the node shop@10\.0\.0\.5 itself/,
        leadsTo: [OPTION, doctor],
      },
      {
        command: "beamtap doctor shop --epmd-port 5369",
        says: /no EPMD listens on localhost:5369/,
      },
    ],
  },
  {
    what: "no EPMD",
    async prepare(world, stack): Promise<void> {
      const line = `${ERL} -name shop@10.0.0.5 -erl_epmd_port 9100`;
      await startNode(world, stack, "far", line, "");
      await until(world, "far", "bash -c '</dev/tcp/10.0.0.5/9100'");
    },
    printed: ["beamtap doctor --node shop@10.0.0.5=10.0.0.5:9100"],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /no EPMD listens[^]*without EPMD with --node 'NAME=HOST:PORT'/,
      },
      {
        command: "beamtap doctor --node shop@10.0.0.5=10.0.0.5:9101",
        says: /nothing listens on 10\.0\.0\.5:9101[^]*ss -ltnp/,
      },
      {
        command: "beamtap doctor --node shop@10.0.0.5=10.0.0.5:",
        says: /write HOST, HOST:PORT/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --epmd-port 9100",
        says: /is the port of the node shop@10\.0\.0\.5 itself/,
        leadsTo: [OPTION, doctor],
      },
    ],
  },
  {
    what: "ssh=",
    prepare: walled,
    printed: [
      "beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5",
      "beamtap doctor --node shop@10.0.0.5=127.0.0.1,ssh=deploy@10.0.0.5:22",
    ],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5 --ssh ghost@10.0.0.5",
        says: /does not let you in \(publickey[^]*ssh -o BatchMode=yes ghost@/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5:23",
        says: /ssh to deploy@10\.0\.0\.5:23 failed: [^]*ssh -v -p 23/,
      },
      {
        command:
          "mv known_hosts k; beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5; s=$?; mv k known_hosts; exit $s",
        says: /no host key is known[^]*compare the key: ssh deploy@10\.0\.0\.5/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --ssh=-oProxyCommand=id",
        says: /not a destination for ssh/,
      },
      {
        command: "beamtap doctor shop@no.such.host --ssh deploy@10.0.0.5",
        says: /does not resolve on the ssh server/,
        leadsTo: [
          OPTION,
          doctor,
        ],
      },
      {
        command:
          "beamtap doctor --node shop@10.0.0.5=127.0.0.1:4369,ssh=deploy@10.0.0.5",
        says: /EPMD answers on 127\.0\.0\.1:4369, not the node/,
        leadsTo: [OPTION, doctor],
      },
      {
        command: "beamtap doctor shp@10.0.0.5 --ssh deploy@10.0.0.5",
        says: /registered there: shop/,
      },
      {
        command:
          "beamtap call get_node_info node=shop@10.0.0.5 --ssh deploy@10.0.0.5:23",
        says: /beamtap doctor shop@10\.0\.0\.5 --ssh deploy@10\.0\.0\.5:23/,
      },
    ],
  },
  {
    what: "ssh tunnel",
    prepare: walled,
    printed: [
      "ssh 10.0.0.5 epmd -names",
      "ssh -N -L 9100:127.0.0.1:41235 10.0.0.5",
      "beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100",
    ],
    wrong: [
      {
        command: "beamtap doctor --node shop@10.0.0.5=127.0.0.1:9101",
        says: /nothing listens on 127\.0\.0\.1:9101/,
        leadsTo: [
          /ssh -N -L 9100:127.0.0.1:PORT 10.0.0.5, then --node '[^']+'/,
          // The port is the one that epmd -names shows, and the tunnel is open.
          (found) => `beamtap doctor ${found.split(", then ")[1]}`,
        ],
      },
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /EPMD|unreachable/,
        leadsTo: [
          /--ssh 10\.0\.0\.5/,
          (option) => `beamtap doctor shop@10.0.0.5 ${option}`,
        ],
      },
      {
        command: "beamtap doctor --node shop@127.0.0.1=127.0.0.1:9100",
        says: /shop@10\.0\.0\.5 answered/,
        leadsTo: [OPTION, doctor],
      },
      {
        command:
          "ssh -N -L 9102:127.0.0.1:4369 10.0.0.5 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9102; s=$?; kill $!; exit $s",
        says:
          /EPMD answers on 127\.0\.0\.1:9102, not the node[^]*41235 10\.0\.0\.5/,
      },
      {
        command:
          "ssh -N -L 9103:127.0.0.1:9 10.0.0.5 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9103; s=$?; kill $!; exit $s",
        says: /127\.0\.0\.1:9103 is the end of a tunnel[^]*epmd -names/,
      },
      {
        command:
          "ssh -N -L 4369:127.0.0.1:4369 10.0.0.5 & sleep 2; beamtap doctor shop@10.0.0.5=127.0.0.1; s=$?; kill $!; exit $s",
        says: /port 41235 is not forwarded/,
      },
    ],
  },
  {
    what: "namespace, forwarded port",
    prepare: kubernetes,
    printed: [
      "kubectl exec POD -- epmd -names",
      "kubectl port-forward POD 9100:41235",
      "beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100",
    ],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /kubectl get pods -A -o wide \| grep -w 10\.0\.0\.5/,
        leadsTo: [
          /kubectl exec -n NAMESPACE POD -- epmd -names/,
          (names) =>
            `${names} && beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100`,
        ],
      },
      {
        command:
          "kubectl port-forward POD 9102:4369 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9102; s=$?; kill $!; exit $s",
        says:
          /EPMD answers on 127\.0\.0\.1:9102[^]*port-forward -n NAMESPACE POD 9100:41235/,
      },
      {
        command:
          "kubectl port-forward POD 9103:9 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9103; s=$?; kill $!; exit $s",
        says:
          /127\.0\.0\.1:9103 is the end of a tunnel[^]*kubectl port-forward/,
      },
    ],
  },
  {
    what: "firewall, rejecting after EPMD",
    prepare: async (world, stack) => {
      await makeKeys(world);
      stack.use(await startSshd(world));
      await startNode(world, stack, "far", FAR_NODE);
      stack.use(await world.wall([22, 4369], "reject"));
    },
    printed: [],
    wrong: [{
      command: "beamtap doctor shop@10.0.0.5",
      says: /EPMD answered[^]*a firewall rejects[^]*41235/,
      leadsTo: [TUNNEL, throughTunnel],
    }],
  },
  {
    what: "firewall, dropping after EPMD",
    prepare: async (world, stack) => {
      await makeKeys(world);
      stack.use(await startSshd(world));
      await startNode(world, stack, "far", FAR_NODE);
      stack.use(await world.wall([22, 4369], "drop"));
    },
    printed: [],
    wrong: [{
      command: "beamtap doctor shop@10.0.0.5",
      says: /no answer[^]*port 41235 are dropped: by a firewall/,
      leadsTo: [TUNNEL, throughTunnel],
    }],
  },
];

/** A node that only ssh reaches. */
async function walled(
  world: World,
  stack: AsyncDisposableStack,
): Promise<void> {
  await makeKeys(world);
  stack.use(await startSshd(world));
  await startNode(world, stack, "far", FAR_NODE);
  stack.use(await world.wall([22], "reject"));
}

/** A node in a pod, with a `kubectl` that forwards ports as the real one does. */
async function kubernetes(
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
async function tls(world: World, stack: AsyncDisposableStack): Promise<void> {
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
