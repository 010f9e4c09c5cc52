/**
 * What `beamtap help TOPIC` says about what concerns several commands.
 *
 * @module
 */

import { SCOPE_MEANING } from "../registry/mod.ts";
import { environmentTwin, hasTwin, OPTIONS } from "./options.ts";

const SCOPES = Object.entries(SCOPE_MEANING)
  .map(([scope, meaning]) => `  ${scope.padEnd(8)} ${meaning}`).join("\n");

const VARIABLES = Object.keys(OPTIONS).filter(hasTwin)
  .map((option) => `  ${environmentTwin(option).padEnd(25)} --${option}`)
  .join("\n");

/** The topics, by name. */
export const TOPICS: Readonly<Record<string, string>> = {
  "exit-codes": `Exit statuses:
  0  success; serve: the client disconnected, or a signal ended it
  1  call: the tool failed, or a node did not answer
     doctor: the node cannot be reached
     health: something is worse than a notice, or the node did not answer
     any: the network, the node or beamtap itself failed
  2  the command line, a file or a permission that it needs is wrong
130  call, health, dump: Ctrl-C ended it. What a call that listens to one node,
     or looks twice at it, had until then is printed; a health check has no
     answer before its time is over`,

  "cookies":
    `beamtap needs the cookie of a node, as every other node does. For each node it
takes the first of these:

  1. the node's own file: --node 'shop@10.0.0.5,cookie-file=FILE', or
     cookie_file of the node in the config file
  2. the first rule of "cookies" in the config file that matches its name
  3. --cookie-file FILE, then --cookie COOKIE, which others on this machine can
     see
  4. BEAMTAP_COOKIE_FILE, then BEAMTAP_COOKIE
  5. cookie_file of the config file
  6. RELEASE_COOKIE, as a release made by mix reads it
  7. ~/.erlang.cookie, then $XDG_CONFIG_HOME/erlang/.erlang.cookie

doctor says which it took. Where the cookie of a node is: releases/COOKIE or
RELEASE_COOKIE (mix release), -setcookie in vm.args (rebar3), ~/.erlang.cookie
of the user that runs the node. FILE may be each of these: a file with the
cookie as its only line, or a vm.args. Only its owner may be able to read it. To
use one that others may read, make a copy of your own:

  install -m 600 /opt/shop/releases/COOKIE ~/.beamtap.cookie
  beamtap doctor shop@10.0.0.5 --cookie-file ~/.beamtap.cookie

A cookie is only used for nodes that you name. For nodes that connect_node
finds, add --cookie-for '*@10.0.0.*'.`,

  "grants": `A call needs the scopes of its tool, which beamtap tools lists:

${SCOPES}

inspect is granted on all nodes unless --allow says otherwise. Each --allow
grants one scope, on all nodes or on those whose names match a glob:

  beamtap serve shop@10.0.0.5 --allow inspect --allow 'data@shop@*'
  beamtap serve shop@10.0.0.5 --allow call:lists:reverse/1

What crash dumps hold (--dumps) is granted by --allow data@dump: the names of
nodes in a dump count for nothing, since whoever made the file chose them.

--read-only withdraws trace, mutate, eval and admin. --confirm SCOPE[,SCOPE…]
makes the client ask a person first; the default is mutate,eval. In the config
file and for tokens, a grant may expire: {"grant": "data", "expires": "12h"}.
A token grants at most what beamtap itself is allowed.`,

  "tunnels":
    `How to reach a node, by how it was started and by what lies between. Unless
told otherwise beamtap takes the cookie of ~/.erlang.cookie, and asks EPMD (the
port mapper, port 4369) on the node's host for its port. What doctor reaches,
serve and call reach with the same options.

On this machine, with iex --sname shop; as a release of mix:

  beamtap doctor shop
  install -m 600 /opt/shop/releases/COOKIE ~/.beamtap.cookie
  beamtap doctor shop --cookie-file ~/.beamtap.cookie

With the cookie in its vm.args:

  install -m 600 /opt/shop/vm.args ~/.beamtap.args
  beamtap doctor shop@10.0.0.5 --cookie-file ~/.beamtap.args

With IPv6; with TLS; with EPMD on another port; without EPMD:

  beamtap doctor shop@fd00::5
  beamtap doctor shop@10.0.0.5 --tls-ca ca.pem --tls-cert a.pem --tls-key a.key
  beamtap doctor shop@10.0.0.5 --epmd-port 5369
  beamtap doctor --node shop@10.0.0.5=10.0.0.5:9100

If only ssh reaches its host, beamtap can start ssh for each connection: with
your keys, agent and config, without a question, and without a port that others
on this machine could use. The name's host, or an address after =, is what the
ssh server calls it. It needs --allow-run=ssh (scripts/beamtap: --with-ssh), or
an executable of scripts/build --with-ssh:

  beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5
  beamtap doctor --node shop@10.0.0.5=127.0.0.1,ssh=deploy@10.0.0.5:22

Or forward the node's own port, and give the end of the tunnel as its address.
Everybody on this machine can use that tunnel while it is open:

  ssh 10.0.0.5 epmd -names                        name shop at port 41235
  ssh -N -L 9100:127.0.0.1:41235 10.0.0.5
  beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100

  kubectl exec POD -- epmd -names
  kubectl port-forward POD 9100:41235
  beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100

The name stays the one that the node has for itself: erlang:node() says it.
A node chooses another port at each start unless the kernel parameters
inet_dist_listen_min and inet_dist_listen_max fix it.`,

  "permissions":
    `Run by Deno, beamtap needs these permissions and no others; it never asks for
one, and where one is missing, the message names it:

  questions to nodes         --allow-net
  a cookie file              --allow-net --allow-read=FILE
  a cookie in a variable     --allow-net --allow-env=BEAMTAP_COOKIE
  the cookie of this user    --allow-net --allow-env=HOME --allow-read=HOME
  a config file              --allow-net --allow-read=FILE
  TLS to nodes               --allow-net --allow-read=FILE
  an audit file              --allow-net --allow-write=FILE
  HTTP clients               --allow-net --allow-read=FILE
  making tokens              --allow-read=FOLDER --allow-write=FOLDER
  a name without a host      --allow-net --allow-sys=hostname
  nodes behind ssh           --allow-run=ssh

Each FILE is one that an option names. --allow-net=HOST:PORT,HOST:PORT is enough
if it names the port mapper (port 4369) and the port of each node.

  deno run --no-prompt --allow-net --allow-read=/home/me/.shop.cookie main.ts \\
    serve shop@10.0.0.5 --cookie-file /home/me/.shop.cookie

The executable and scripts/beamtap have all of these but --allow-run. On the
node's own machine, doctor sees more with --allow-all.`,

  "environment":
    `Environment variables that set options; repeated ones are separated by spaces:

${VARIABLES}

Others that are read:

  ERL_EPMD_PORT             port of the port mapper, unless --epmd-port is given
  RELEASE_COOKIE            the cookie, unless another is given: help cookies
  HOME, XDG_CONFIG_HOME     where Erlang's own cookie file is
  HOME, XDG_STATE_HOME      where the audit log of a command on a terminal is
  APPDATA, CLAUDE_CONFIG_DIR, CODEX_HOME, HOME, XDG_CONFIG_HOME
                            where setup finds the files of MCP clients
  NO_COLOR                  no colour, unless --color says otherwise

Deno may have to permit it: --allow-env=BEAMTAP_COOKIE, for example. The
executable and scripts/beamtap read all of these.`,
};
