/**
 * Serves the registry's prompts and completions over MCP.
 *
 * @module
 */

import type {
  Prompt as ListedPrompt,
  Server,
} from "@modelcontextprotocol/server";
import * as z from "zod";
import type { Prompt } from "../registry/mod.ts";
import { callOptions, plainly, protocolError } from "./exchange.ts";
import { iconsOf } from "./icon.ts";
import type { ServerOptions } from "./server.ts";

/** Handles `prompts/list`, `prompts/get` and `completion/complete`. */
export function handlePrompts(server: Server, options: ServerOptions): void {
  const { registry, principal, around = plainly } = options;
  server.setRequestHandler("prompts/list", () => ({
    prompts: registry.visible(principal, "prompt").map(listed),
  }));
  server.setRequestHandler("prompts/get", (request, context) => {
    const { name, arguments: args = {} } = request.params;
    return around(context, async () => {
      const said = await registry
        .prompt(principal, name, args, callOptions(context));
      if (!said.ok) throw protocolError(said);
      return {
        description: registry.find("prompt", name)?.description,
        messages: [...said.value],
      };
    });
  });
  server.setRequestHandler("completion/complete", async (request, context) => {
    const { ref, argument, context: filled } = request.params;
    const completed = await registry.complete(
      principal,
      ref.type === "ref/prompt" ? { prompt: ref.name } : { template: ref.uri },
      argument.name,
      argument.value,
      filled?.arguments ?? {},
      callOptions(context),
    );
    if (completed.ok) {
      const { values, total, hasMore } = completed.value;
      return { completion: { values: [...values], total, hasMore } };
    }
    if (completed.code.startsWith("unknown_")) throw protocolError(completed);
    // If the node is down, there are no suggestions; the person can still type.
    return { completion: { values: [], total: 0, hasMore: false } };
  });
}

function listed(prompt: Prompt): ListedPrompt {
  const { name, title, description } = prompt;
  const fields: [string, unknown][] = Object.entries(prompt.input.shape);
  return {
    name,
    title,
    description,
    ...iconsOf(prompt),
    arguments: fields.flatMap(([name, schema]) =>
      schema instanceof z.ZodType
        ? [{
          name,
          description: schema.description,
          required: !schema.safeParse(undefined).success,
        }]
        : []
    ),
  };
}
