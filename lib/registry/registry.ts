/**
 * Everything that a client can ask for, and the one way to call it: scope,
 * node, manifest and runtime permission must agree before a handler's function
 * runs, and all of them fail closed.
 *
 * @module
 */

import type { Syntax } from "../etf/mod.ts";
import { type Completed, completed } from "./answer/completed.ts";
import type { Outcome } from "./answer/failure.ts";
import {
  contentsOf,
  messagesOf,
  type ToolResult,
  toolSuccess,
} from "./answer/result.ts";
import { Catalogue } from "./declare/catalogue.ts";
import type { PromptMessage, ResourceContents } from "./declare/content.ts";
import type {
  AnyHandler,
  HandlerOf,
  Kind,
  Resource,
  ResourceTemplate,
} from "./declare/handler.ts";
import type { Nodes } from "./declare/nodes.ts";
import { expandUri, variablesOf } from "./declare/uri_template.ts";
import type { ToolError } from "./errors.ts";
import { decide } from "./grants/decide.ts";
import type { Principal } from "./grants/grants.ts";
import type { Runtime } from "./grants/permissions.ts";
import { Redactor } from "./redact/redactor.ts";
import { Admission } from "./run/admission.ts";
import { Attempts } from "./run/attempts.ts";
import type { AuditEntry } from "./run/audit.ts";
import { type CallOptions, Dispatcher } from "./run/dispatch.ts";
import type { CallLog } from "./run/handed.ts";
import { Gate } from "./run/limit.ts";
import { type SlotLimits, Slots } from "./run/slots.ts";

/** What a registry works with. */
export interface RegistryOptions {
  /** The known nodes. */
  readonly nodes: Nodes;
  /** The permissions of the program. */
  readonly runtime: Runtime;
  /** Receives the audit log, entry by entry; if it throws, a call that must be recorded does not run. */
  readonly audit: (entry: AuditEntry) => void;
  /** Receives crashes, in full, for the operator only. */
  readonly crashed: (reference: string, name: string, error: unknown) => void;
  /** Receives what handlers log for the operator. */
  readonly log?: CallLog;
  /** Called at each use, since it may change. */
  readonly redactor?: () => Redactor;
  /** How terms are written, asked for at each use; `auto` follows the node. @default {auto} */
  readonly syntax?: () => Syntax | "auto";
  /** How many calls run and wait. @default {{ perNode: 64, perPrincipal: 48, waiting: 2_048 }} */
  readonly slots?: SlotLimits;
}

/** A resource that can be read, as a list shows it. */
export interface Readable {
  /** Its address. */
  readonly uri: string;
  /** The handler. */
  readonly of: Resource | ResourceTemplate;
  /** The node it is about, if it is about one. */
  readonly node: string | undefined;
}

const DEFAULT_SLOTS: SlotLimits = {
  perNode: 64,
  perPrincipal: 48,
  waiting: 2048,
};

/**
 * A catalogue of handlers, and the way to call them.
 *
 * @example Calling a tool
 * ```ts
 * import type { Principal, Registry, Tool } from "./mod.ts";
 *
 * async function ask(registry: Registry, tool: Tool, who: Principal) {
 *   using _registration = registry.register(tool);
 *   const result = await registry.call(who, tool.name, { limit: 5 });
 *   return result.text;
 * }
 * ```
 */
export class Registry extends Catalogue {
  readonly #gate = new Gate();
  readonly #admission: Admission;
  readonly #attempts: Attempts;
  readonly #dispatcher: Dispatcher;
  readonly #redactor: () => Redactor;

  /** An empty registry, ready at once. */
  constructor(options: RegistryOptions) {
    const { nodes, runtime, audit, crashed, log = (): void => {} } = options;
    super((error) =>
      crashed(
        crypto.randomUUID().slice(0, 8),
        "a listener for changes",
        error,
      )
    );
    const plain = new Redactor();
    const redactor = options.redactor ?? ((): Redactor => plain);
    this.#redactor = redactor;
    this.#admission = new Admission(this, nodes, runtime);
    this.#attempts = new Attempts({ audit, crashed, redactor });
    this.#dispatcher = new Dispatcher({
      ...{ nodes, redactor, log, gate: this.#gate, admission: this.#admission },
      syntax: options.syntax,
      slots: new Slots(options.slots ?? DEFAULT_SLOTS),
      attempts: this.#attempts,
    });
  }

  /** Holds calls back until the condition is fulfilled; `what` names it. */
  waitFor(what: string, condition: Promise<unknown>): void {
    this.#gate.await(what, condition);
  }

  /**
   * Waits until all conditions are fulfilled.
   *
   * @throws {RegistryError} `not_ready` after `deadlineMs` ms
   */
  ready(deadlineMs: number): Promise<void> {
    return this.#gate.ready(deadlineMs);
  }

  /** Lists the handlers of a kind that the principal may use on some node, in the order of registration. */
  visible<K extends Kind>(principal: Principal, kind: K): HandlerOf[K][] {
    return this.#admission.visible(principal, kind);
  }

  /** Why the principal may not use the handler on the node (on any, without one); `undefined` if it may. */
  decide(
    principal: Principal,
    handler: AnyHandler,
    node?: string,
  ): ToolError | undefined {
    return decide(principal, handler, Date.now()).on({ node });
  }

  /**
   * Finds the handler that the principal means.
   *
   * @throws {ToolError} `unknown_tool` and the like, also for a handler that is
   * concealed from the principal
   */
  resolve<K extends Kind>(
    principal: Principal,
    kind: K,
    name: string,
  ): HandlerOf[K] {
    return this.#admission.known(principal, kind, name).handler;
  }

  /** Calls a tool; never rejects: what goes wrong is in the result. */
  call(
    principal: Principal,
    name: string,
    args: unknown,
    options: CallOptions = {},
  ): Promise<ToolResult> {
    return this.#attempts.run(principal, name, args, async (call) => {
      const admitted = this.#admission.admit(call, "tool", name);
      const answer = await this.#dispatcher.run(call, admitted, args, options);
      return toolSuccess(admitted.handler, answer, this.#redactor());
    });
  }

  /** Checks a call that is not made yet: `action` in the answer says what it would do. */
  rehearse(
    principal: Principal,
    name: string,
    args: Readonly<Record<string, unknown>>,
    options: CallOptions = {},
  ): Promise<ToolResult> {
    const dry = { ...args, dry_run: true };
    return this.#attempts.run(principal, name, dry, async (call) => {
      const { handler, decision } = this.#admission.admit(call, "tool", name);
      const rehearsal = handler.approve?.rehearsal;
      const admitted = { handler: rehearsal ?? handler, decision };
      const answer = await this.#dispatcher
        .run(call, admitted, rehearsal ? args : dry, options);
      return toolSuccess(admitted.handler, answer, this.#redactor());
    });
  }

  /** Reads a resource; never rejects. */
  read(
    principal: Principal,
    uri: string,
    options: CallOptions = {},
  ): Promise<Outcome<ResourceContents>> {
    return this.#attempts.run(principal, uri, { uri }, async (call) => {
      const { args, ...admitted } = this.#admission.admitUri(call, uri);
      const answer = await this.#dispatcher
        .run<unknown>(call, admitted, args, options);
      const { handler } = admitted;
      const value = contentsOf(handler, uri, answer, this.#redactor());
      return { ok: true, value };
    });
  }

  /**
   * Lists what the principal can read now: every resource at a fixed address,
   * and for every known node those whose address needs only the node.
   */
  readable(principal: Principal): Readable[] {
    const fixed = this.visible(principal, "resource")
      .map((of) => ({ uri: of.uri, of, node: undefined }));
    const ofNodes = this.visible(principal, "resource_template")
      .filter(({ target, uriTemplate }) =>
        target === "node" && variablesOf(uriTemplate).join() === "node"
      );
    return [
      ...fixed,
      ...ofNodes.flatMap((of) =>
        this.#admission.namesFor(decide(principal, of, Date.now()))
          .map((node) => ({
            uri: expandUri(of.uriTemplate, { node }),
            of,
            node,
          }))
      ),
    ];
  }

  /** Makes the messages of a prompt; never rejects. */
  prompt(
    principal: Principal,
    name: string,
    args: unknown,
    options: CallOptions = {},
  ): Promise<Outcome<readonly PromptMessage[]>> {
    return this.#attempts.run(principal, name, args, async (call) => {
      const admitted = this.#admission.admit(call, "prompt", name);
      const answer = await this.#dispatcher.run(call, admitted, args, options);
      const value = messagesOf(admitted.handler, answer, this.#redactor());
      return { ok: true, value };
    });
  }

  /**
   * Completes an argument of a prompt, or a variable of a template (named by
   * its `uriTemplate`), from what has been typed and from the arguments `known`;
   * never rejects.
   */
  complete(
    principal: Principal,
    of: { readonly prompt: string } | { readonly template: string },
    argument: string,
    value: string,
    known: Readonly<Record<string, string>> = {},
    options: CallOptions = {},
  ): Promise<Outcome<Completed>> {
    const args = { argument, value };
    return this.#attempts.run(principal, argument, args, async (call) => {
      const { complete } = "prompt" in of
        ? this.resolve(principal, "prompt", of.prompt)
        : this.#admission.template(principal, of.template);
      const name = Object.hasOwn(complete, argument) && complete[argument];
      if (!name) {
        return { ok: true, value: completed([], "", this.#redactor()) };
      }
      const admitted = this.#admission.admit(call, "completion", name);
      const answer = await this.#dispatcher
        .run(call, admitted, { value, known }, options);
      return { ok: true, value: completed(answer, value, this.#redactor()) };
    });
  }
}
