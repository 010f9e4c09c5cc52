/**
 * Ways to nodes that the network reaches.
 *
 * @module
 */

import { ERL, FAR_NODE, PORT, startNode, tls, until } from "./nodes.ts";
import { COPY, doctor, OPTION, type Row } from "./row.ts";

/** The ways, as the help prints them. */
export const DIRECT: readonly Row[] = [
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
];
