/**
 * Asks the person at the client before a call that changes or traces something,
 * with what it will do, and with limits that the person may change. The question
 * and the call are two requests: what ties them is a state that only we can sign,
 * good once, for the same caller, tool and arguments, and the same run of a node.
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
import {
  type Failure,
  inputSchema,
  type Principal,
  type Registry,
  type Scope,
  type Tool,
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

/** What the call is about, if it is about a node. */
const TARGET = z.object({
  node: z.string().optional(),
  incarnation: z.int().optional(),
});
const STATE = z.object({
  nonce: z.string(),
  call: z.string(),
  target: TARGET,
});
const CHOICE = z.looseObject({
  action: z.string(),
  content: z.record(z.string(), z.unknown()).nullish(),
});

const states = createRequestStateCodec<unknown>({
  key: crypto.getRandomValues(new Uint8Array(32)),
  ttlSeconds: TTL_S,
});

/** Questions that are open, and when they end, in ms since 1970. */
const open = new Map<string, number>();

/** The arguments as the person has approved them, or what the client is told instead of the answer. */
export type Approval =
  | { readonly args: Readonly<Record<string, unknown>> }
  | { readonly ask: InputRequiredResult }
  | { readonly refused: Failure };

/** Whether a call may run, and with which arguments. */
export async function approval(it: Approvable): Promise<Approval> {
  const { registry, principal, confirm, context, name, args } = it;
  const tool = registry.find("tool", name);
  if (tool === undefined || !concerns(tool, confirm, args)) return { args };
  // The registry says better why it may not run.
  if (registry.decide(principal, tool)) return { args };
  if (!canAsk(it)) {
    return confirm.fallback === "allow" ? { args } : refused(
      `${name} needs a person's approval, and this client cannot ask for it`,
      "only the operator can change that: --confirm-fallback allow",
    );
  }
  const call = await digest([principal.owner ?? principal.id, name, args]);
  const state: unknown = context.mcpReq.requestState();
  if (typeof state !== "string") return await question(it, tool, call);
  const target = await targetOf(state, call, context);
  if (target === undefined) {
    return refused(
      `the approval of ${name} is over, or was for another call`,
      "call again without requestState: the person is asked anew",
    );
  }
  const { success, data } = CHOICE
    .safeParse(context.mcpReq.inputResponses?.["approval"]);
  // To accept the form is to approve: there is no box to tick beside it.
  if (success && data.action === "accept") {
    return approved(tool, { ...args, ...target }, data.content ?? {});
  }
  return refused(
    `the person at the client did not approve ${name}`,
    "do not try again without being told to",
  );
}

function concerns(
  { scopes, input, approve }: Tool,
  confirm: Confirm,
  args: Readonly<Record<string, unknown>>,
): boolean {
  return scopes.some((scope) => confirm.scopes.includes(scope)) &&
    (approve !== undefined
      ? !approve.continues(args)
      : "dry_run" in input.shape && args["dry_run"] !== true);
}

/** With the limits as the person has left them. */
function approved(
  { name, input, approve }: Tool,
  args: Readonly<Record<string, unknown>>,
  content: Readonly<Record<string, unknown>>,
): Approval {
  const edited: Record<string, unknown> = {};
  for (const field of approve?.edits ?? []) {
    const value = content[field];
    if (value === undefined || value === null) continue;
    const schema: unknown = input.shape[field];
    const issue = schema instanceof z.ZodType
      ? schema.safeParse(value).error?.issues[0]
      : undefined;
    if (issue !== undefined) {
      return refused(
        `the person at the client asked for a ${field} that ${name} cannot have: ${issue.message}`,
        "call again: the person is asked anew",
      );
    }
    edited[field] = value;
  }
  return { args: { ...args, ...edited } };
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
  tool: Tool,
  call: string,
): Promise<Approval> {
  const { signal } = context.mcpReq;
  const dry = await registry.rehearse(principal, name, args, { signal });
  if (!dry.ok) return { refused: dry };
  const target = TARGET.parse(dry.structured);
  const { action } = Object(dry.structured);
  const nonce = crypto.randomUUID();
  const now = Date.now();
  for (const [old, end] of open) if (end < now) open.delete(old);
  open.set(nonce, now + TTL_S * 1000);
  const ask = inputRequired({
    inputRequests: {
      approval: inputRequired.elicit({
        message: `${name}${
          target.node === undefined ? "" : ` on ${target.node}`
        }: ${action}`,
        requestedSchema: {
          type: "object",
          properties: editable(tool, args),
        },
      }),
    },
    requestState: await states.mint({ nonce, call, target }, context),
  });
  return { ask };
}

const BOUNDS = z.object({
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  description: z.string().optional(),
  default: z.number().optional(),
});

/** A field for each number that the person may change, with what it is now. */
function editable(
  { approve, input }: Tool,
  args: Readonly<Record<string, unknown>>,
): Record<string, EditableNumber> {
  const { properties } = inputSchema(input);
  return Object.fromEntries(
    (approve?.edits ?? []).map((field) => {
      const { minimum, maximum, description, default: usual } = BOUNDS
        .parse(Object(properties)[field]);
      const value = args[field] ?? usual;
      return [field, {
        type: "integer",
        title: field,
        ...description !== undefined && { description },
        ...minimum !== undefined && { minimum },
        ...maximum !== undefined && { maximum },
        ...typeof value === "number" && { default: value },
      }];
    }),
  );
}

/** A number in a form. */
interface EditableNumber {
  readonly type: "integer";
  readonly title: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

/** The run of the node that was asked about, if we have given out the state for this call, and not taken it back yet. */
async function targetOf(
  raw: string,
  call: string,
  context: ServerContext,
): Promise<z.output<typeof TARGET> | undefined> {
  let state: unknown;
  try {
    state = await states.verify(raw, context);
  } catch {
    return undefined;
  }
  const { success, data } = STATE.safeParse(state);
  return success && data.call === call && open.delete(data.nonce)
    ? data.target
    : undefined;
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

function refused(message: string, hint: string): Approval {
  const failure: Failure = {
    ok: false,
    code: "not_approved",
    text: `not_approved: ${message}\nWhat to do: ${hint}`,
    message,
    hint,
    content: [],
    meta: undefined,
  };
  return { refused: failure };
}
