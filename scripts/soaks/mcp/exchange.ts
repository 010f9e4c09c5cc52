/**
 * Lets the fixtures of the conformance suite do what beamtap's own tools never
 * do: ask the client for something, log to it, refuse it for what it cannot.
 *
 * @module
 */

import { AsyncLocalStorage } from "node:async_hooks";
import {
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  type InputRequests,
  inputRequired,
  type InputRequiredResult,
  MissingRequiredClientCapabilityError,
  ProtocolError,
  ProtocolErrorCode,
  type Result,
  type ServerContext,
} from "@modelcontextprotocol/server";
import * as z from "zod";
import type { Around } from "../../../lib/mcp/mod.ts";
import { ToolError } from "../../../lib/registry/mod.ts";

interface Exchange {
  readonly context: ServerContext;
  readonly state: unknown;
  /** What to answer instead of what the handler gave. */
  instead?: () => Promise<InputRequiredResult>;
}

const exchanges = new AsyncLocalStorage<Exchange>();
const states = createRequestStateCodec<unknown>({
  key: crypto.getRandomValues(new Uint8Array(32)),
});

const RESPONSE = z.looseObject({ action: z.string().optional() });

/** Runs a request so that {@linkcode client} is there. */
export const withClient: Around = async <Answer extends Result>(
  context: ServerContext,
  work: () => Promise<Answer>,
) => {
  const raw: unknown = context.mcpReq.requestState();
  const state = typeof raw === "string"
    ? await verified(raw, context)
    : undefined;
  const exchange: Exchange = { context, state };
  const given = await exchanges.run(
    exchange,
    () => work().then((answer) => ({ answer }), (error) => ({ error })),
  );
  if (exchange.instead) return await exchange.instead();
  if ("error" in given) throw given.error;
  return given.answer;
};

async function verified(raw: string, context: ServerContext): Promise<unknown> {
  try {
    return await states.verify(raw, context);
  } catch {
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      "requestState is not as it was given",
    );
  }
}

/** The client of the request that runs now. */
export const client = {
  /** What the client answered to an earlier question under this key. */
  response(key: string): z.output<typeof RESPONSE> | undefined {
    return RESPONSE.safeParse(exchange().context.mcpReq.inputResponses?.[key])
      .data;
  },
  /** What an earlier question left. */
  get state(): unknown {
    return exchange().state;
  },
  /** What the client said that it can do. */
  get capabilities(): Readonly<Record<string, unknown>> {
    const { envelope = {} } = exchange().context.mcpReq;
    const said: unknown = Reflect.get(envelope, CLIENT_CAPABILITIES_META_KEY);
    return { ...Object(said) };
  },
  /** Ends the call with questions to the client. */
  ask(inputRequests: InputRequests, state?: unknown): never {
    exchange().instead = async () =>
      inputRequired({
        inputRequests,
        ...state !== undefined && { requestState: await states.mint(state) },
      });
    throw new ToolError("cancelled", "the client is asked first");
  },
  /** Ends the call since the client lacks a capability. */
  lacks(capability: "sampling"): never {
    exchange().instead = () =>
      Promise.reject(
        new MissingRequiredClientCapabilityError({
          requiredCapabilities: { [capability]: {} },
        }),
      );
    throw new ToolError("cancelled", "the client cannot do that");
  },
  /** A line in the client's log. */
  async log(text: string): Promise<void> {
    await exchange().context.mcpReq.log("info", text);
  },
};

function exchange(): Exchange {
  const current = exchanges.getStore();
  if (current === undefined) throw new Error("there is no client");
  return current;
}
