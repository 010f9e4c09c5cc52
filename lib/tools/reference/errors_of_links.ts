/**
 * Errors of reaching a node.
 *
 * @module
 */

import type { Table } from "./advice.ts";

const DOCTOR = "Run `beamtap doctor NODE`.";

/** Connecting to a node. */
export const REACHING = {
  no_cookie: [
    "No cookie is known for the node.",
    "Give one with `--cookie-file`; see `beamtap help cookies`.",
  ],
  bad_cookie: [
    "The cookie is one that OTP itself would refuse.",
    "Copy it again, without quotes and as one line.",
  ],
  wrong_cookie: [
    "The node closed the connection after our proof: the cookies differ.",
    "Compare with `erlang:get_cookie().` on the node; see `beamtap help cookies`.",
  ],
  peer_unproven: [
    "What answered did not prove that it knows the cookie.",
    "Another node or program is at that address: check host and port.",
  ],
  wrong_node: [
    "A node with another name answered.",
    "Use the name that the message gives, or correct host and port.",
  ],
  bad_node_name: [
    "Not a valid node name.",
    "Use the full name, such as `shop@10.0.0.5`: `erlang:node().` prints it.",
  ],
  bad_port: ["Not a TCP port.", "Use a number from 1 to 65535."],
  unknown_node: [
    "No node of that name or alias is configured.",
    "Use a name from `list_nodes`, or name the node at start-up.",
  ],
  name_not_resolved: [
    "The host part of the name has no address.",
    "Add it to DNS or the hosts file, or use `--node NAME=HOST:PORT`.",
  ],
  connection_refused: [
    "Nothing listens on the node's port.",
    `The node has ended, or its port is not this one. ${DOCTOR}`,
  ],
  connect_timed_out: [
    "No answer from the node's port: often a firewall.",
    "Open the port, or use a tunnel: `beamtap help tunnels`.",
  ],
  unreachable: [
    "The network has no way to the node.",
    "Check address, routes and VPN.",
  ],
  ssh_failed: [
    "ssh did not start or not log in, or its connection ended.",
    `Try the same login by hand, without a password: \`ssh -o BatchMode=yes USER@HOST\`; see \`beamtap help tunnels\`.`,
  ],
  bad_ssh_destination: [
    "Not a destination for ssh.",
    "Write `[USER@]HOST[:PORT]`.",
  ],
  dial_timed_out: ["Connecting took too long in all.", DOCTOR],
  epmd_refused: [
    "Nothing listens on the port mapper's port (EPMD, 4369).",
    "Start the node with a name; `--epmd-port` for another port; without EPMD `--node NAME=HOST:PORT`.",
  ],
  epmd_timed_out: [
    "The port mapper (EPMD) did not answer: often a firewall.",
    "Open port 4369, or use a tunnel: `beamtap help tunnels`.",
  ],
  epmd_unreachable: [
    "The host of the port mapper (EPMD) cannot be resolved or reached.",
    "Check the host part of the node's name.",
  ],
  epmd_malformed: [
    "What answered is not a port mapper (EPMD).",
    "Check `--epmd-port` and `ERL_EPMD_PORT`.",
  ],
  not_registered: [
    "The port mapper (EPMD) has no node of that name.",
    "`beamtap nodes HOST` lists those that it has.",
  ],
  handshake_refused: [
    "The node closed the connection before the handshake began.",
    `Another service may listen there, or the node refuses our name. ${DOCTOR}`,
  ],
  handshake_pending: [
    "Another handshake under our name is in progress.",
    "Try again; `--name` sets another name.",
  ],
  handshake_timed_out: [
    "The node accepts connections but does not shake hands.",
    `It may be stopped, overloaded or out of processes. ${DOCTOR}`,
  ],
  not_allowed: [
    "The node refuses nodes that it does not know.",
    "It has `net_kernel:allow/1`: add beamtap's name there, or set `--name`.",
  ],
  name_in_use: [
    "The node has a link under our name already.",
    "End the other beamtap, or set `--name`.",
  ],
  flags_missing: [
    "The node lacks features that beamtap needs.",
    "It runs an OTP release older than 23, or is not an Erlang node.",
  ],
  permission_denied: [
    "A grant, or a permission of Deno, is missing.",
    "The message names it: `--allow SCOPE[@GLOB]`, or a `--allow-…` flag of Deno.",
  ],
} satisfies Table;

/** TLS to a node. */
export const TLS = {
  tls_expected: [
    "The node takes TLS only.",
    "Add `--tls-ca` (and `--tls-cert`, `--tls-key`) or `tls` to its entry.",
  ],
  tls_not_spoken: [
    "The node does not use TLS.",
    "Remove the TLS options for this node.",
  ],
  tls_untrusted: [
    "No CA that we trust signed the node's certificate.",
    "Give the CA with `--tls-ca`, or pin `tls-fingerprint`.",
  ],
  tls_expired: [
    "The node's certificate has expired or is not yet valid.",
    "Renew it, or correct the clock.",
  ],
  tls_wrong_host: [
    "The node's certificate is for another host.",
    "Set `tls-server-name` to a name in it.",
  ],
  tls_wrong_fingerprint: [
    "The node's certificate is not the pinned one.",
    "If it was renewed on purpose, pin the new one.",
  ],
  tls_client_certificate: [
    "The node wants a client certificate, or rejects ours.",
    "Give one that its CA signed with `--tls-cert` and `--tls-key`.",
  ],
  bad_tls_material: [
    "Our certificate, key or fingerprint cannot be used.",
    "The message names the file and what is wrong with it.",
  ],
  tls_timed_out: [
    "The node did not answer the TLS handshake in time.",
    DOCTOR,
  ],
  tls_failed: [
    "TLS failed in another way: no common version or cipher, say.",
    "Compare the TLS options of both sides.",
  ],
} satisfies Table;

/** A link in use, and the work on the node. */
export const LINK = {
  noconnection: [
    "The link broke during the call.",
    "Call again: beamtap connects again. Changes may have been made.",
  ],
  closed_by_peer: ["The node closed the link.", DOCTOR],
  peer_silent: [
    "The node sent nothing for its whole net tick time.",
    `It is frozen, starved or cut off. ${DOCTOR}`,
  ],
  connection_lost: ["The connection failed.", "Check the network; call again."],
  protocol_error: [
    "What the node sent is not the distribution protocol.",
    "Check that the port is the node's; otherwise report a bug.",
  ],
  closed: [
    "beamtap has closed the link, or forgotten the node.",
    "Call again.",
  ],
  aborted: ["The caller cancelled.", "Call again if you still need it."],
  timeout: [
    "No answer before the deadline; the work on the node was ended.",
    "Ask for less (filters, `limit`), or check how busy the node is.",
  ],
  target_timeout: [
    "The deadline passed on the node before anything was known.",
    "Ask for less, or try again when the node is less busy.",
  ],
  exception: [
    "The called function raised.",
    "The message has class and reason.",
  ],
  killed: [
    "The worker on the node was killed: by its heap limit, or by somebody there.",
    "Ask for less.",
  ],
  atom_table_full: [
    "The node has fewer than 2,000 atoms left, so nothing is asked.",
    "Restart it soon: it ends when the table is full. Find who makes atoms first.",
  ],
  spawn_failed: [
    "The node could not start a process for the question.",
    "Its process table may be full: do not connect again.",
  ],
  undecodable: ["The answer cannot be decoded.", "Report a bug."],
  unexpected_answer: [
    "The node sent something else than was asked for.",
    "Report a bug.",
  ],
  probe_killed: ["The question exceeded its memory limit.", "Ask for less."],
  probe_crashed: ["The question failed on the node.", "Report a bug."],
  no_answer: [
    "A process, or a node that is asked through another, did not answer.",
    "Try again; `get_process` shows what a process waits for, `beamtap doctor` what is wrong with a node.",
  ],
} satisfies Table;
