/**
 * Asks the person at the client for approval before a call that changes or traces
 * something, showing what it will do and limits that the person may edit. The question
 * and the call are two requests, tied by a signed state that is valid once, for the
 * same caller, tool, arguments and incarnation of the node.
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

/** Which calls need a person's approval. */
export interface Confirm {
  /** Tools that need one of these scopes need approval. */
  readonly scopes: readonly Scope[];
  /** What to do if the client cannot ask. */
  readonly fallback: "allow" | "deny";
}

/** A call that may need approval. */
export interface Approvable {
  /** The registry that runs it. */
  readonly registry: Registry;
  /** The caller. */
  readonly principal: Principal;
  /** Which calls need approval. */
  readonly confirm: Confirm;
  /** The server, for the client's capabilities. */
  readonly server: Server;
  /** The request. */
  readonly context: ServerContext;
  /** Name of the tool. */
  readonly name: string;
  /** Arguments of the tool. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Time a person has to answer, in seconds. */
const TTL_S = 600;

/** The node that a call is about, if any. */
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

/** Open questions, with their expiry in ms since 1970. */
const open = new Map<string, number>();

/** The approved arguments, or the question or failure to return instead of running the call. */
export type Approval =
  | { readonly args: Readonly<Record<string, unknown>> }
  | { readonly ask: InputRequiredResult }
  | { readonly refused: Failure };

/** Decides whether a call may run now, and with which arguments. */
export async function approval(it: Approvable): Promise<Approval> {
  const { registry, principal, confirm, context, name, args } = it;
  const tool = registry.find("tool", name);
  const concerned = new Set(confirm.scopes);
  if (
    tool === undefined || concerned.isDisjointFrom(new Set(tool.scopes)) ||
    !changes(tool, args)
  ) return { args };
  // If the call is denied, the registry explains it better.
  if (registry.decide(principal, tool)) return { args };
  if (!canAsk(it)) {
    return confirm.fallback === "allow" ? { args } : refused(
      `${name} needs a person's approval, and this client cannot ask for it`,
      "only the operator can change that, with --confirm-fallback allow",
    );
  }
  const call = await digest([principal.owner ?? principal.id, name, args]);
  const state: unknown = context.mcpReq.requestState();
  if (typeof state !== "string") return await question(it, tool, call);
  const target = await targetOf(state, call, context);
  if (target === undefined) {
    return refused(
      `the approval of ${name} has expired, or was for another call`,
      "call again without requestState, to ask the person again",
    );
  }
  const { success, data } = CHOICE
    .safeParse(context.mcpReq.inputResponses?.["approval"]);
  // Accepting the form is the approval: there is no separate checkbox.
  if (success && data.action === "accept") {
    return approved(tool, { ...args, ...target }, data.content ?? {});
  }
  return refused(
    `the person at the client did not approve ${name}`,
    "try again only if the person asks for it",
  );
}

/** Whether a call does something that is not approved yet. */
function changes(
  { input, approve }: Tool,
  args: Readonly<Record<string, unknown>>,
): boolean {
  return approve !== undefined
    ? !approve.continues(args)
    : "dry_run" in input.shape && args["dry_run"] !== true;
}

/** Applies the person's edits to the arguments. */
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
        `the person at the client entered a ${field} that ${name} does not accept: ${issue.message}`,
        "call again, to ask the person again",
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

/** Returns the question, which quotes a dry run; if the dry run fails, returns its failure instead. */
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

/** Returns a form field for each number that the person may edit, with its current value. */
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

/** A number field in a form. */
interface EditableNumber {
  readonly type: "integer";
  readonly title: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

/** Returns the target of the approved call and uses up the state; `undefined` if the state is not valid for this call. */
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

/** Sorts keys, so that equal arguments give equal texts. */
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
