/**
 * Entry point of the program.
 *
 * @module
 */

import "./lib/zod_config.ts";
import { main } from "./lib/cli/mod.ts";

if (import.meta.main) Deno.exit(await main(Deno.args));
