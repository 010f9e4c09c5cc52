/**
 * Decides, dispatches, measures and audits everything that a client can ask
 * for: scope, node, manifest and runtime permission must all agree before a
 * handler's function runs, and all of them fail closed.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { type AuditEntry, Call } from "./run/audit.ts";
import { Catalogue } from "./declare/catalogue.ts";
import { Checks } from "./run/checks.ts";
import { didYouMean } from "./closest.ts";
import type { PromptMessage, ResourceContents } from "./declare/content.ts";
import { type CallOptions, Dispatcher } from "./run/dispatch.ts";
import { ToolError, UNKNOWN } from "./errors.ts";
import { Gate } from "./run/gate.ts";
import type { Principal } from "./grants/grants.ts";
import type {
  AnyHandler,
  HandlerOf,
  Kind,
  Resource,
  ResourceTemplate,
  Tool,
} from "./declare/handler.ts";
import type { Nodes } from "./declare/nodes.ts";
import type { Runtime } from "./grants/permissions.ts";
import { Redactor } from "./redact/redactor.ts";
import {
  type Completed,
  completed,
  contentsOf,
  type Failure,
  failure,
  messagesOf,
  type Outcome,
  type ToolResult,
  toolSuccess,
} from "./answer/result.ts";
import { type SlotLimits, Slots } from "./run/slots.ts";
import { expandUri, matchUri, variablesOf } from "./declare/uri_template.ts";

/** What a registry works with. */
export interface RegistryOptions {
  readonly nodes: Nodes;
  readonly runtime: Runtime;
  /** Takes the audit log, entry by entry; if it throws, a call that had to be written down does not run. */
  readonly audit: (entry: AuditEntry) => void;
  /** Takes what only the operator may see: crashes, in full. */
  readonly crashed: (reference: string, name: string, error: unknown) => void;
  /** Takes what handlers have to say to the operator. */
  readonly log?: (level: "warn" | "info" | "debug", text: string) => void;
  /** Asked for at each use, so that it may change. */
  readonly redactor?: () => Redactor;
  /** @default {{ perNode: 64, perPrincipal: 48, waiting: 2_048 }} */
  readonly slots?: SlotLimits;
}

/** A resource that can be read, as a list shows it. */
export interface Readable {
  readonly uri: string;
  /** The handler. */
  readonly of: Resource | ResourceTemplate;
  /** The node it is about. */
  readonly node: string | undefined;
}

const DEFAULT_SLOTS: SlotLimits = {
  perNode: 64,
  perPrincipal: 48,
  waiting: 2048,
};

/** Handlers by kind and name, and the one way to call them. */
export class Registry {
  readonly #options: RegistryOptions;
  readonly #catalogue: Catalogue;
  readonly #gate = new Gate();
  readonly #checks: Checks;
  readonly #dispatcher: Dispatcher;
  readonly #redactor: () => Redactor;

  /** An empty registry, ready at once. */
  constructor(options: RegistryOptions) {
    const plain = new Redactor();
    this.#options = options;
    this.#catalogue = new Catalogue((error) =>
      options.crashed(
        crypto.randomUUID().slice(0, 8),
        "a listener for changes",
        error,
      )
    );
    this.#redactor = options.redactor ?? ((): Redactor => plain);
    this.#checks = new Checks(options.nodes, options.runtime);
    this.#dispatcher = new Dispatcher({
      nodes: options.nodes,
      checks: this.#checks,
      slots: new Slots(options.slots ?? DEFAULT_SLOTS),
      gate: this.#gate,
      redactor: this.#redactor,
      log: options.log ?? ((): void => {}),
      granted: (call) => this.#audit(call, call.decision()),
    });
  }

  /** As {@linkcode Catalogue.register}. */
  register(handler: AnyHandler): Disposable {
    return this.#catalogue.register(handler);
  }

  /** As {@linkcode Catalogue.unregister}. */
  unregister(kind: Kind, name: string): boolean {
    return this.#catalogue.unregister(kind, name);
  }

  /** As {@linkcode Catalogue.batch}. */
  batch<T>(work: () => T): T {
    return this.#catalogue.batch(work);
  }

  /** As {@linkcode Catalogue.find}. */
  find<K extends Kind>(kind: K, name: string): HandlerOf[K] | undefined {
    return this.#catalogue.find(kind, name);
  }

  /** As {@linkcode Catalogue.all}. */
  all<K extends Kind>(kind: K): HandlerOf[K][] {
    return this.#catalogue.all(kind);
  }

  /** As {@linkcode Catalogue.onChange}; a change of grants is one too. */
  onChange(listener: () => void): Disposable {
    return this.#catalogue.onChange(listener);
  }

  /** Tells listeners that grants have changed, or anything else that decides what is listed. */
  touch(): void {
    this.#catalogue.touch();
  }

  /** Holds calls back until the condition is fulfilled. */
  waitFor(what: string, condition: Promise<unknown>): void {
    this.#gate.await(what, condition);
  }

  /** As {@linkcode Gate.ready}. */
  ready(deadlineMs: number): Promise<void> {
    return this.#gate.ready(deadlineMs);
  }

  /** The handlers of a kind that the principal may use on some node, in the order of registration. */
  visible<K extends Kind>(principal: Principal, kind: K): HandlerOf[K][] {
    return this.all(kind).filter((handler) => this.#shows(principal, handler));
  }

  /** Why the principal may not use the handler on the node (or on any, without one); `undefined` if it may. */
  decide(
    principal: Principal,
    handler: AnyHandler,
    node?: string,
  ): ToolError | undefined {
    return this.#checks.decide(principal, handler, { node });
  }

  /**
   * The handler that a call by the principal means.
   *
   * @throws {ToolError} `unknown_tool` and the like, also for a handler that is
   * concealed from the principal
   */
  resolve<K extends Kind>(
    principal: Principal,
    kind: K,
    name: string,
  ): HandlerOf[K] {
    const handler = this.find(kind, name);
    if (handler && (principal.trusted || this.#shows(principal, handler))) {
      return handler;
    }
    const names = this.visible(principal, kind).map((each) => each.name);
    throw new ToolError(
      UNKNOWN[kind],
      `there is no ${kind.replace("_", " ")} "${name}"${
        didYouMean(name, names)
      }`,
      { hint: `there are ${names.join(", ") || "none"}` },
    );
  }

  /** Calls a tool; never rejects: what goes wrong is in the result. */
  call(
    principal: Principal,
    name: string,
    args: unknown,
    options: CallOptions = {},
  ): Promise<ToolResult> {
    return this.#attempt(principal, name, args, (call) => {
      call.handler = this.find("tool", name);
      const tool = this.resolve(principal, "tool", name);
      return this.#answer(call, tool, args, options);
    });
  }

  /** Checks a call that is not made yet: `action` in the answer is what it would do. */
  rehearse(
    principal: Principal,
    name: string,
    args: Readonly<Record<string, unknown>>,
    options: CallOptions = {},
  ): Promise<ToolResult> {
    const dry = { ...args, dry_run: true };
    const tool = this.find("tool", name)?.approve?.rehearsal;
    if (tool === undefined) return this.call(principal, name, dry, options);
    return this.#attempt(principal, name, dry, (call) => {
      call.handler = this.resolve(principal, "tool", name);
      return this.#answer(call, tool, args, options);
    });
  }

  /** Reads a resource; never rejects. */
  read(
    principal: Principal,
    uri: string,
    options: CallOptions = {},
  ): Promise<Outcome<ResourceContents>> {
    return this.#attempt(principal, uri, { uri }, async (call) => {
      const { resource, args } = this.#locate(principal, call, uri);
      const answer = await this.#dispatcher
        .run<unknown>(call, resource, args, options);
      const sound = resource.output.parse(answer);
      const value = contentsOf(resource, uri, sound, this.#redactor());
      return { ok: true, value };
    });
  }

  /**
   * What the principal can read now: every resource at one address, and for
   * every known node those whose address needs the node alone.
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
        this.#checks.namesFor(principal, of).map((node) => ({
          uri: expandUri(of.uriTemplate, { node }),
          of,
          node,
        }))
      ),
    ];
  }

  /** The messages of a prompt; never rejects. */
  prompt(
    principal: Principal,
    name: string,
    args: unknown,
    options: CallOptions = {},
  ): Promise<Outcome<readonly PromptMessage[]>> {
    return this.#attempt(principal, name, args, async (call) => {
      call.handler = this.find("prompt", name);
      const prompt = this.resolve(principal, "prompt", name);
      const answer = await this.#dispatcher.run(call, prompt, args, options);
      return { ok: true, value: messagesOf(prompt, answer, this.#redactor()) };
    });
  }

  /** Values for an argument of a prompt, or for a variable of a template (by its `uriTemplate`); never rejects. */
  complete(
    principal: Principal,
    of: { readonly prompt: string } | { readonly template: string },
    argument: string,
    value: string,
    known: Readonly<Record<string, string>> = {},
    options: CallOptions = {},
  ): Promise<Outcome<Completed>> {
    const args = { argument, value };
    return this.#attempt(principal, argument, args, async (call) => {
      const { complete } = "prompt" in of
        ? this.resolve(principal, "prompt", of.prompt)
        : this.#template(principal, of.template);
      const name = Object.hasOwn(complete, argument) && complete[argument];
      if (!name) {
        return { ok: true, value: completed([], "", this.#redactor()) };
      }
      call.handler = this.find("completion", name);
      const completion = this.resolve(principal, "completion", name);
      const answer = await this.#dispatcher
        .run(call, completion, { value, known }, options);
      return { ok: true, value: completed(answer, value, this.#redactor()) };
    });
  }

  async #answer(
    call: Call,
    tool: Tool,
    args: unknown,
    options: CallOptions,
  ): Promise<ToolResult> {
    const answer = await this.#dispatcher.run(call, tool, args, options);
    return toolSuccess(tool, answer, this.#redactor());
  }

  #shows(principal: Principal, handler: AnyHandler): boolean {
    return this.#checks.decide(principal, handler) === undefined;
  }

  /** The resource at an address, or the template that the address has the form of. */
  #locate(
    principal: Principal,
    call: Call,
    uri: string,
  ): { resource: Resource | ResourceTemplate; args: Record<string, string> } {
    const found = [
      ...[this.#catalogue.at(uri)].flatMap((resource) =>
        resource ? [{ resource, args: {} }] : []
      ),
      ...this.all("resource_template").flatMap((resource) => {
        const args = matchUri(resource.uriTemplate, uri);
        return args ? [{ resource, args }] : [];
      }),
    ].find(({ resource }) =>
      principal.trusted || this.#shows(principal, resource)
    );
    call.handler = found?.resource;
    if (found) return found;
    const forms = [
      ...this.visible(principal, "resource").map((each) => each.uri),
      ...this.visible(principal, "resource_template")
        .map((each) => each.uriTemplate),
    ];
    throw new ToolError("unknown_resource", `there is no resource ${uri}`, {
      hint: `there are ${forms.join(", ") || "none"}`,
    });
  }

  #template(principal: Principal, uriTemplate: string): ResourceTemplate {
    const found = this.visible(principal, "resource_template")
      .find((each) => each.uriTemplate === uriTemplate);
    if (found) return found;
    throw new ToolError(
      "unknown_resource",
      `there is no resource template ${uriTemplate}`,
    );
  }

  /** Makes of whatever goes wrong a result, and writes down how it ended. */
  async #attempt<Result>(
    principal: Principal,
    name: string,
    args: unknown,
    work: (call: Call) => Promise<Result>,
  ): Promise<Result | Failure> {
    const redactor = this.#redactor();
    const call = new Call(principal, args, redactor);
    try {
      return await work(call);
    } catch (error) {
      if (error instanceof BeamtapError) {
        call.outcome = error.code;
        return failure(error, redactor, principal.trusted);
      }
      call.outcome = "internal_error";
      this.#options.crashed(call.reference, name, error);
      return failure(
        new ToolError("internal_error", `${name} failed inside beamtap`, {
          hint:
            `the operator finds the details in beamtap's log under ${call.reference}`,
        }),
        redactor,
        principal.trusted,
      );
    } finally {
      this.#audit(call, call.end());
    }
  }

  /** @throws {ToolError} `not_audited` for a call that has not begun */
  #audit(call: Call, entry: AuditEntry | undefined): void {
    if (entry === undefined) return;
    try {
      this.#options.audit(entry);
    } catch (cause) {
      this.#options.crashed(call.reference, "the audit log", cause);
      if (entry.event === "end" || !entry.granted) return;
      throw new ToolError(
        "not_audited",
        `${entry.name} was not run: it cannot be written to the audit log`,
        {
          cause,
          hint:
            `the operator finds the details in beamtap's log under ${call.reference}`,
        },
      );
    }
  }
}
