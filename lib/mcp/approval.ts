/**
 * Asks the person at the client before a call that changes something, with what
 * it will do. The question and the call are two requests: what ties them is a
 * state that only we can sign, good once, for the same caller, tool and arguments.
 *
 * @module
 */

import {
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  inputRequired,
  type InputRequiredResult,
  type Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import * as z from "zod";
import type {
  Failure,
  Principal,
  Registry,
  Scope,
  Tool,
} from "../registry/mod.ts";

/** Which calls a person is asked about. */
export interface Confirm {
  /** Calls of tools that need one of these. */
  readonly scopes: readonly Scope[];
  /** What is done where the client cannot ask. */
  readonly fallback: "allow" | "deny";
}

/** A call that may have to be approved. */
export interface Approvable {
  readonly registry: Registry;
  readonly principal: Principal;
  readonly confirm: Confirm;
  readonly server: Server;
  readonly context: ServerContext;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** How long a person may take to answer, in s. */
const TTL_S = 600;

const STATE = z.object({ nonce: z.string(), call: z.string() });
const CHOICE = z.looseObject({
  action: z.string(),
  content: z.looseObject({ approve: z.boolean().optional() }).optional(),
});

const states = createRequestStateCodec<unknown>({
  key: crypto.getRandomValues(new Uint8Array(32)),
  ttlSeconds: TTL_S,
});

/** Questions that are open, and when they end, in ms since 1970. */
const open = new Map<string, number>();

/** What the client is told instead of the answer. */
export type Instead =
  | { readonly ask: InputRequiredResult }
  | { readonly refused: Failure };

/** `undefined` if the call may run now. */
export async function approval(it: Approvable): Promise<Instead | undefined> {
  const { registry, principal, confirm, context, name, args } = it;
  const tool = registry.find("tool", name);
  if (tool === undefined || !concerns(tool, confirm, args)) return undefined;
  // The registry says better why it may not run.
  if (registry.decide(principal, tool)) return undefined;
  if (!canAsk(it)) {
    return confirm.fallback === "allow" ? undefined : refused(
      `${name} needs a person's approval, and this client cannot ask for it`,
      "only the operator can change that: --confirm-fallback allow",
    );
  }
  const call = await digest([principal.id, name, args]);
  const state: unknown = context.mcpReq.requestState();
  if (typeof state !== "string") return await question(it, call);
  if (!await isOurs(state, call, context)) {
    return refused(
      `the approval of ${name} is over, or was for another call`,
      "call again without requestState: the person is asked anew",
    );
  }
  const { success, data } = CHOICE
    .safeParse(context.mcpReq.inputResponses?.["approval"]);
  if (success && data.action === "accept" && data.content?.approve === true) {
    return undefined;
  }
  return refused(
    `the person at the client did not approve ${name}`,
    "do not try again without being told to",
  );
}

function concerns(
  { scopes, input }: Tool,
  confirm: Confirm,
  args: Readonly<Record<string, unknown>>,
): boolean {
  return scopes.some((scope) => confirm.scopes.includes(scope)) &&
    "dry_run" in input.shape && args["dry_run"] !== true;
}

function canAsk({ server, context }: Approvable): boolean {
  const said: unknown = Reflect.get(
    context.mcpReq.envelope ?? {},
    CLIENT_CAPABILITIES_META_KEY,
  ) ?? server.getClientCapabilities();
  return Object(said).elicitation !== undefined;
}

/** The question, with what a dry run says; a call that would fail is not asked about. */
async function question(
  { registry, principal, context, name, args }: Approvable,
  call: string,
): Promise<Instead> {
  const dry = await registry.call(principal, name, { ...args, dry_run: true }, {
    signal: context.mcpReq.signal,
  });
  if (!dry.ok) return { refused: dry };
  const { action, node } = Object(dry.structured);
  const nonce = crypto.randomUUID();
  const now = Date.now();
  for (const [old, end] of open) if (end < now) open.delete(old);
  open.set(nonce, now + TTL_S * 1000);
  const ask = inputRequired({
    inputRequests: {
      approval: inputRequired.elicit({
        message: `${name} on ${node}: ${action}`,
        requestedSchema: {
          type: "object",
          properties: {
            approve: { type: "boolean", title: "Do it", default: false },
          },
          required: ["approve"],
        },
      }),
    },
    requestState: await states.mint({ nonce, call }, context),
  });
  return { ask };
}

/** Whether we have given out the state for this call, and not taken it back yet. */
async function isOurs(
  raw: string,
  call: string,
  context: ServerContext,
): Promise<boolean> {
  let state: unknown;
  try {
    state = await states.verify(raw, context);
  } catch {
    return false;
  }
  const { success, data } = STATE.safeParse(state);
  return success && data.call === call && open.delete(data.nonce);
}

async function digest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value, sorted));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** Keys in one order, so that the same arguments are the same text. */
function sorted(_key: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
      Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1),
    )
    : value;
}

function refused(message: string, hint: string): Instead {
  const failure: Failure = {
    ok: false,
    code: "not_approved",
    text: `${message}\nHint: ${hint}`,
    message,
    hint,
  };
  return { refused: failure };
}
