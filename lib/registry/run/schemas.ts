/**
 * Hides what Ecto schemas mark with `redact: true`, in whatever leaves a node of Elixir.
 *
 * @module
 */

import type { RunOptions } from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import type { Asker } from "../declare/asker.ts";
import { structsIn, withoutFields } from "../redact/schemas.ts";

/** Maximum structs in one answer that are asked about; fields of others are hidden. */
const MOST_STRUCTS = 100;

/** How long an answer about a struct is good, in ms: its module may be loaded anew. */
const GOOD_MS = 60_000;

type Hidden = ReadonlySet<string> | "all";

/** What is known of the structs of each link, and until when. */
const known = new WeakMap<
  Asker,
  Map<string, { readonly hidden: Hidden; readonly until: number }>
>();

/** A reply without the fields that its structs hide; the same reply if they hide none. */
export async function withoutHidden(
  reply: Term,
  asker: Asker,
  options: Pick<RunOptions, "timeoutMs" | "signal" | "what">,
): Promise<Term> {
  const structs = structsIn(reply, MOST_STRUCTS);
  if (structs.size === 0) return reply;
  let seen = known.get(asker);
  if (seen === undefined) known.set(asker, seen = new Map());
  const now = performance.now();
  const unknown = [...structs].filter((name) =>
    (seen.get(name)?.until ?? 0) < now
  );
  if (unknown.length > 0) {
    const { redactFieldsQuestion } = await import("../../beam/mod.ts");
    const { fields } = await asker.run(
      redactFieldsQuestion,
      { structs: unknown },
      options,
    );
    for (const [index, name] of unknown.entries()) {
      const told = fields[index] ?? "all";
      const hidden = told === "all" ? told : new Set(told);
      seen.set(name, { hidden, until: now + GOOD_MS });
    }
  }
  return withoutFields(reply, (name) => seen.get(name)?.hidden ?? "all");
}
