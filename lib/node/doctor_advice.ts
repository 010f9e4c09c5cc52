/**
 * Advice for a node that cannot be reached, by error code.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT } from "../epmd/mod.ts";
import type { NodeSpec } from "./dial.ts";

/** Returns advice beyond the error's own hint, one line each. */
export function advice(code: string, spec: NodeSpec): readonly string[] {
  const epmdPort = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  const host = hostOf(spec);
  const lines: Record<string, readonly string[]> = {
    name_not_resolved: [
      `on this machine, run: getent hosts ${host}`,
      "a name without dots often resolves only on its own machine",
    ],
    epmd_refused: [
      `on ${host}, run: epmd -port ${epmdPort} -names`,
      "EPMD starts with the first node; ERL_EPMD_ADDRESS there may exclude this address",
    ],
    epmd_timed_out: [
      `on this machine, run: nc -vz ${host} ${epmdPort}; if that hangs too, a firewall drops the packets`,
      `open TCP port ${epmdPort} and the node's own port from here to ${host}, or tunnel both`,
    ],
    not_registered: [
      `on ${host}, check that the node is running and under which name: epmd -port ${epmdPort} -names`,
      `a node started with -erl_epmd_port PORT does not use EPMD: give its port with --node '${spec.name}=${host}:PORT'; one with -dist_listen false cannot be reached`,
    ],
    connect_timed_out: [
      ...spec.port === undefined
        ? [
          "EPMD answered, so the host is up, but packets to the node's own port are dropped",
        ]
        : [],
      "distribution ports are random unless fixed with -kernel inet_dist_listen_min PORT inet_dist_listen_max PORT; open that port in the firewall",
    ],
    connection_refused: [
      "the node is down and its EPMD entry stale, or it listens on another interface (inet_dist_use_interface)",
      `on ${host}, run: ss -ltnp | grep beam`,
    ],
    handshake_timed_out: [
      "the kernel accepts connections even for a stopped process; a node that is swapping, starting or starved looks the same",
    ],
    handshake_refused: [
      "OTP 22 and older close the connection at once, as does any node for a name it cannot read",
      "if its process table is full (its log says Too many processes, or system_limit), do not try again before that is fixed: " +
      "the next connection, whoever makes it, may crash a node of OTP 25",
    ],
    wrong_node: [
      "the part after @ must be exactly what erlang:node() returns there: " +
      "a host without dots with -sname, one with dots or an address with -name",
      "if that host does not resolve on this machine: --node 'NAME@HOST=ADDRESS:PORT'",
    ],
    tls_expected: [
      "give the CA that signed the node's certificate: --tls-ca FILE",
      "if the node requires a client certificate, add: --tls-cert FILE --tls-key FILE",
    ],
    wrong_cookie: [
      "the node's log shows the attempt; each retry adds another entry",
      "the node may have another cookie for beamtap's name, set by erlang:set_cookie/2: try --name",
    ],
    busy: [
      "the node is overloaded: beamtap call list_processes sort=reductions shows the busiest processes, if it gets an answer",
      "on its machine, top -H -p PID shows its busy threads",
    ],
    crowded: [
      "with a full process table, the next connection, whoever makes it, may crash a node of OTP 25: keep one link open (beamtap serve) instead of connecting for each question",
      "beamtap call group_processes shows which kinds of processes there are",
    ],
  };
  return lines[code === "timeout" ? "busy" : code] ?? [];
}

/** Returns the host that a node is looked for at. */
export function hostOf(spec: NodeSpec): string {
  return spec.host ?? spec.name.replace(/^.*@/, "");
}
