/**
 * Advice for a node that cannot be reached, by error code.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT } from "../epmd/mod.ts";
import type { NodeSpec } from "./dial.ts";
import { byHand, hostOf, isTunnelled, ways } from "./doctor_ways.ts";

/**
 * Returns advice beyond the error's own hint, one line each; `registered` is the port
 * that EPMD returned.
 */
export function advice(
  code: string,
  spec: NodeSpec,
  registered?: number,
): readonly string[] {
  const epmdPort = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  const host = hostOf(spec);
  const here = spec.ssh ? `from ${spec.ssh.text}` : "from here";
  // The end of a tunnel has a port of its own.
  const known = isTunnelled(spec) ? undefined : spec.port;
  const around = ways(spec, known ?? registered);
  const lines: Record<string, readonly string[]> = {
    name_not_resolved: [
      ...spec.ssh ? [] : [`on this machine, run: getent hosts ${host}`],
      "a name without dots often resolves only on its own machine",
      ...around,
    ],
    epmd_refused: [
      `on ${host}, run: epmd -port ${epmdPort} -names`,
      "EPMD starts with the first node; ERL_EPMD_ADDRESS there may exclude this address, or a firewall reject its port",
      ...around,
    ],
    epmd_unreachable: around,
    epmd_timed_out: [
      ...spec.ssh ? [] : [
        `on this machine, run: nc -vz ${host} ${epmdPort}; if that hangs too, a firewall drops the packets`,
      ],
      `open TCP port ${epmdPort} and the node's own port ${here} to ${host}, or tunnel`,
      ...around,
    ],
    not_registered: [
      `on ${host}, check that the node is running and under which name: epmd -port ${epmdPort} -names`,
      `a node started with -erl_epmd_port PORT does not use EPMD: give its port with --node '${spec.name}=${host}:PORT'; one with -dist_listen false cannot be reached`,
    ],
    connect_timed_out: [
      ...registered === undefined ? [] : [
        `EPMD answered, so the host is up, but packets to the node's own port ${registered} are dropped: by a firewall`,
      ],
      "distribution ports are random unless fixed with -kernel inet_dist_listen_min PORT inet_dist_listen_max PORT; open that port in the firewall",
      ...around,
    ],
    connection_refused: [
      registered === undefined
        ? "the node is down, or has another port since it was started again, or it listens on another interface (inet_dist_use_interface)"
        : `EPMD answered, and forgets a node that ends: a firewall rejects port ${registered}, the node listens on another interface (inet_dist_use_interface), ` +
          "or, if EPMD's entry is stale all the same, it is down",
      `on ${host}, run: ss -ltnp | grep beam`,
      ...around,
    ],
    unreachable: [
      ...registered === undefined ? [] : [
        `EPMD answered, so the host is up: a firewall rejects the node's own port ${registered}`,
      ],
      ...around,
    ],
    permission_denied: spec.ssh ? byHand(spec) : [],
    handshake_timed_out: [
      "the kernel accepts connections even for a stopped process; a node that is swapping, starting or starved looks the same",
      "so does one whose dirty IO schedulers are all blocked, by a file system that hangs: accepting a connection may need one",
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
