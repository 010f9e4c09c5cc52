// deno-lint-ignore-file no-console
/**
 * Lets one stock client do its job, in a process of its own: its packages stay out of the soak's config.
 *
 * @module
 */

import { type Job, MARK, type Outcome, type Told } from "./job.ts";
import { STOCK } from "./stock.ts";

const job: Job = JSON.parse(Deno.args[0] ?? "");
const connect = STOCK[job.client];
if (connect === undefined) throw new Error(`there is no client ${job.client}`);
const client = await connect(job.server);
const tools = await client.tools();
const told: Told[] = [];
for (const call of job.calls) told.push(await client.call(call));
const outcome: Outcome = { tools, told };
console.log(`\n${MARK}${JSON.stringify(outcome)}`);
await client.close();
Deno.exit(0);
