/**
 * How beamtap and its peers are asked what is wrong. The peers run in the node, where their modules
 * are; beamtap asks from outside.
 *
 * @module
 */

import * as z from "zod";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { checkHealth } from "../../lib/tools/health/mod.ts";
import { evaluateTerm } from "../../tests/support/remote.ts";
import { callerOf } from "../../tests/support/tools.ts";
import type { Symptom } from "./peers_culprits.ts";

/** What one of them says. */
export interface Said {
  /** What it flags as wrong. */
  readonly flagged: string;
  /** The first three rows of each list that it gives without a judgement. */
  readonly listed: string;
  /** Findings that claim that something is wrong. */
  readonly alarms: number;
  readonly ms: number;
  /** What there is to read. */
  readonly bytes: number;
}

/** One that is asked. */
export interface Asked {
  readonly name: string;
  /** A module without which it cannot be asked. */
  readonly needs?: string;
  /** Whether it judges; recon does not. */
  readonly judges: boolean;
  ask(node: RemoteNode, symptom: Symptom): Promise<Said>;
}

const ANSWER = z.looseObject({
  findings: z.array(z.looseObject({ severity: z.string() })),
});

const beamtap: Asked = {
  name: "beamtap `check_health`",
  judges: true,
  ask: async (node) => {
    const call = callerOf(node, [checkHealth], ["inspect"]);
    const begin = performance.now();
    const answer = await call("check_health");
    const ms = performance.now() - begin;
    const { text } = answer;
    const bytes = new TextEncoder().encode(text).length;
    if (!answer.ok) throw new Error(text);
    const alarms = ANSWER.parse(answer.structured).findings
      .filter(({ severity }) => severity !== "notice").length;
    return { flagged: text, listed: "", alarms, ms, bytes };
  },
};

/** Asks in the node; `expression` binds `Flagged`, `Listed` and `Text` to terms, the last to a text. */
async function within(node: RemoteNode, expression: string): Promise<Said> {
  const value = await evaluateTerm(
    node,
    `(fun() ->
      Show = fun(Term) -> unicode:characters_to_binary(io_lib:format("~tp", [Term])) end,
      Begin = erlang:monotonic_time(microsecond),
      ${expression},
      Took = erlang:monotonic_time(microsecond) - Begin,
      iolist_to_binary(lists:join(0, [Show(Flagged), Show(Listed), integer_to_binary(length(Flagged)),
        integer_to_binary(Took), integer_to_binary(byte_size(Text))]))
    end)()`,
  );
  if (!(value instanceof Uint8Array)) throw new Error("no text came back");
  const [flagged = "", listed = "", alarms, took, bytes] = new TextDecoder()
    .decode(value).split("\0");
  return {
    flagged,
    listed,
    alarms: Number(alarms),
    ms: Number(took) / 1000,
    bytes: Number(bytes),
  };
}

function diagnose(name: string, request: string): Asked {
  return {
    name,
    needs: "observer_cli_diagnostic",
    judges: true,
    ask: (node) =>
      within(
        node,
        `#{<<"status">> := <<"ok">>, <<"result">> := Result} =
          observer_cli_snapshot:dispatch(self(), diagnose, ${request}, #{timeout_ms => 50000}),
        {ok, Text} = observer_cli_cli:encode(text, Result),
        #{<<"data">> := #{<<"findings">> := Findings, <<"suspects">> := Suspects, <<"context">> := Context}} = Result,
        Flagged = Findings ++ Suspects,
        Rows = fun Rows(#{<<"items">> := Items}) -> [lists:sublist(Items, 3)];
                   Rows(#{} = Map) -> lists:flatmap(Rows, maps:values(Map));
                   Rows(_) -> [] end,
        Listed = Rows(Context)`,
      ),
  };
}

/** What one asks recon first. */
const FIRST: Readonly<Record<Symptom, readonly string[]>> = {
  slow: [
    "recon:scheduler_usage(1000)",
    "recon:proc_window(reductions, 3, 1000)",
    "recon:proc_count(message_queue_len, 3)",
  ],
  stuck: [
    "recon:proc_count(message_queue_len, 3)",
    "recon:proc_window(message_queue_len, 3, 1000)",
    "recon:proc_window(reductions, 3, 1000)",
  ],
  memory: [
    "recon_alloc:memory(usage)",
    "recon_alloc:fragmentation(current)",
    "recon:proc_count(memory, 3)",
    "recon:proc_window(memory, 3, 1000)",
    "recon:proc_count(binary_memory, 3)",
    "recon:bin_leak(3)",
  ],
  full: [
    "recon:node_stats_list(1, 1000)",
    "recon:port_types()",
    "recon:inet_count(cnt, 3)",
    "recon:proc_count(memory, 3)",
  ],
};

const recon: Asked = {
  name: "recon",
  needs: "recon",
  judges: false,
  ask: (node, symptom) =>
    within(
      node,
      `Lists = [${FIRST[symptom].join(", ")}],
      Listed = [case List of [_ | _] -> lists:sublist(List, 3); _ -> List end || List <- Lists],
      Text = iolist_to_binary([[Show(List), 10] || List <- Lists]),
      Flagged = []`,
    ),
};

/** beamtap first. */
export const ASKED: readonly Asked[] = [
  beamtap,
  diagnose("observer_cli `diagnose`", "#{}"),
  diagnose(
    "observer_cli `diagnose --observe 5s --deep`",
    '#{observe => <<"5s">>, deep => true}',
  ),
  recon,
];
