/**
 * `beamtap dump FILE`: what ended a node, from its crash dump.
 *
 * @module
 */

import { render } from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { ask } from "../ask.ts";
import { badValue } from "../errors.ts";
import { NEXT } from "../terminal/health_page.ts";
import { page } from "../terminal/page.ts";
import { failureStatus, questionOf, readWords } from "./call.ts";
import { nextCalls } from "./health.ts";

/** Runs the command; returns 1 if the dump cannot be read, 2 if there is none. */
export async function dump(args: Arguments): Promise<number> {
  const [file, ...words] = args.operands;
  if (file === undefined) {
    throw badValue(
      "dump needs a file",
      "usage: beamtap dump FILE, for example /var/log/shop/erl_crash.dump",
    );
  }
  const { TOOLS } = await import("../../tools/mod.ts");
  const schema = TOOLS.find(({ name }) => name === "get_dump")?.output;
  const given = { ...readWords(words), file };
  return await ask(args, {
    ...questionOf(args, "get_dump", given),
    show: ({ structured }) => {
      // People get commands in place of calls.
      const { next, ...fields } = structured;
      const calls = nextCalls(args, { file }, NEXT.array().parse(next ?? []));
      const commands = calls.length > 0 ? ["Next:", ...calls] : [];
      return {
        text: [render(fields, schema), ...commands].join("\n"),
        layout: (_, options) => [...page(fields, options), ...commands],
      };
    },
    status: (answer) => answer.ok ? 0 : failureStatus(answer.code),
  });
}
