/**
 * Decides, dispatches and audits every call: scope, node, manifest and runtime
 * permission must all agree before a tool's function runs, and all of them
 * fail closed.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { type AuditEntry, Call } from "./audit.ts";
import { didYouMean } from "./closest.ts";
import { RegistryError, ToolError } from "./errors.ts";
import { decide, type Principal } from "./grants.ts";
import {
  DEFAULT_DEADLINE_MS,
  type PreparedCall,
  type Tool,
} from "./handler.ts";
import { type Limit, within } from "./limit.ts";
import type { Asker } from "./asker.ts";
import type { Nodes, NodeStatus } from "./nodes.ts";
import type { Permission, Runtime } from "./permissions.ts";
import { restrict } from "./restrict.ts";
import { failure, success, type ToolResult } from "./result.ts";
import { type SlotLimits, Slots } from "./slots.ts";
import { checkTool } from "./validate.ts";

/** What a registry works with. */
export interface RegistryOptions {
  readonly nodes: Nodes;
  readonly runtime: Runtime;
  /** Takes the audit log, entry by entry. */
  readonly audit: (entry: AuditEntry) => void;
  /** Takes what only the operator may see: crashes, in full. */
  readonly crashed: (reference: string, tool: string, error: unknown) => void;
  /** @default {{ atWork: 64, waiting: 2_048 }} */
  readonly slots?: SlotLimits;
}

/** What a caller may add to a call. */
export interface CallOptions {
  /** Gives up. */
  readonly signal?: AbortSignal;
}

/** Tools by name, and the one way to call them. */
export class Registry {
  readonly #options: RegistryOptions;
  readonly #slots: Slots;
  readonly #tools = new Map<string, Tool>();

  /** An empty registry. */
  constructor(options: RegistryOptions) {
    this.#options = options;
    this.#slots = new Slots(options.slots ?? { atWork: 64, waiting: 2048 });
  }

  /**
   * Adds a tool after checking all of its declaration. Disposing of the
   * registration removes that tool, never a successor of the same name.
   *
   * @throws {RegistryError} `bad_name`, `duplicate_name`, `bad_declaration`,
   * `bad_schema`; nothing has changed then
   */
  register(tool: Tool): Disposable {
    checkTool(tool);
    if (this.#tools.has(tool.name)) {
      throw new RegistryError(
        "duplicate_name",
        `a tool named "${tool.name}" is registered already`,
      );
    }
    this.#tools.set(tool.name, tool);
    return {
      [Symbol.dispose]: (): void => {
        if (this.#tools.get(tool.name) === tool) this.#tools.delete(tool.name);
      },
    };
  }

  /** The tool of that name. */
  find(name: string): Tool | undefined {
    return this.#tools.get(name);
  }

  /** Every tool, in the order of registration. */
  all(): Tool[] {
    return [...this.#tools.values()];
  }

  /** The tools that the principal may use on some node, in the order of registration. */
  visible(principal: Principal): Tool[] {
    return this.all().filter((tool) => !this.decide(principal, tool));
  }

  /** Why the principal may not use the tool on the node (or on any, without one); `undefined` if it may. */
  decide(
    principal: Principal,
    tool: Tool,
    node?: string,
  ): ToolError | undefined {
    return decide(principal, tool, node, Date.now());
  }

  /**
   * The tool that a call by the principal means.
   *
   * @throws {ToolError} `unknown_tool`, also for a tool that is concealed from
   * the principal
   */
  resolve(principal: Principal, name: string): Tool {
    const tool = this.#tools.get(name);
    const shown = tool !== undefined &&
      (principal.trusted || !this.decide(principal, tool));
    if (shown) return tool;
    const names = this.visible(principal).map((each) => each.name);
    throw new ToolError(
      "unknown_tool",
      `there is no tool "${name}"${didYouMean(name, names)}`,
      { hint: `tools are ${names.join(", ")}` },
    );
  }

  /** Calls a tool; never rejects: what goes wrong is in the result. */
  async call(
    principal: Principal,
    name: string,
    args: unknown,
    options: CallOptions = {},
  ): Promise<ToolResult> {
    const call = new Call(principal);
    try {
      call.tool = this.find(name);
      const tool = this.resolve(principal, name);
      return success(tool, await this.#dispatch(call, tool, args, options));
    } catch (error) {
      if (error instanceof BeamtapError) {
        call.outcome = error.code;
        return failure(error);
      }
      call.outcome = "internal_error";
      this.#options.crashed(call.reference, name, error);
      return failure(
        new ToolError("internal_error", `${name} failed inside beamtap`, {
          hint:
            `the operator finds the details in beamtap's log under ${call.reference}`,
        }),
      );
    } finally {
      const entry = call.entry();
      if (entry) this.#options.audit(entry);
    }
  }

  async #dispatch(
    call: Call,
    tool: Tool,
    args: unknown,
    options: CallOptions,
  ): Promise<object> {
    const refused = this.decide(call.principal, tool);
    if (refused) throw refused;
    const { node, run } = this.#aim(call.principal, tool, tool.prepare(args));
    call.node = node;
    this.#permit(call.principal, tool, node);
    call.granted = true;
    return await within({
      timeoutMs: tool.deadlineMs ?? DEFAULT_DEADLINE_MS,
      signal: options.signal,
      what: node === undefined ? tool.name : `${tool.name} on ${node}`,
    }, run);
  }

  /** Which node a call is about, and what to do once that is allowed. */
  #aim(
    principal: Principal,
    tool: Tool,
    prepared: PreparedCall,
  ): {
    node: string | undefined;
    run: (limit: Limit) => Promise<object>;
  } {
    if (prepared.target === "none") {
      const nodes = async (signal: AbortSignal): Promise<NodeStatus[]> =>
        (await this.#options.nodes.states(signal))
          .filter((each) => !this.decide(principal, tool, each.node));
      return {
        node: undefined,
        run: ({ signal }) =>
          prepared.run({ signal, nodes: () => nodes(signal) }),
      };
    }
    const node = prepared.node ?? this.#onlyNode(principal, tool);
    return {
      node,
      run: async (limit): Promise<object> => {
        using _slot = await this.#slots.take(node, limit.signal);
        const beam = await this.#options.nodes.beam(node, limit.signal);
        checkIncarnation(beam, prepared.incarnation);
        return await prepared.run({
          signal: limit.signal,
          beam: restrict(beam, tool.probes, limit),
        });
      },
    };
  }

  #onlyNode(principal: Principal, tool: Tool): string {
    const names = this.#namesFor(principal, tool);
    const [only, ...others] = names;
    if (only !== undefined && others.length === 0) return only;
    throw new ToolError(
      "node_required",
      only === undefined ? "no node is known" : "say which node is meant",
      {
        hint: only === undefined
          ? "the operator names nodes when starting beamtap: beamtap serve NAME@HOST"
          : `pass node, one of ${names.join(", ")}`,
      },
    );
  }

  /** The grant and the runtime must agree to this node, and the node must be known. */
  #permit(principal: Principal, tool: Tool, node: string | undefined): void {
    const needs: Permission[] = [...tool.permissions ?? []];
    if (node !== undefined) {
      const refused = this.decide(principal, tool, node);
      if (refused) throw refused;
      if (!this.#options.nodes.names().includes(node)) {
        throw this.#unknownNode(principal, tool, node);
      }
      needs.push(...this.#options.nodes.permissions(node));
    }
    for (const need of needs) {
      if (this.#options.runtime.granted(need)) continue;
      throw new ToolError(
        "permission_denied",
        `${tool.name} needs a permission that Deno was not given: ${
          Object.values(need).join(" ")
        }`,
        { hint: this.#options.runtime.remedy(need) },
      );
    }
  }

  #unknownNode(principal: Principal, tool: Tool, node: string): ToolError {
    const names = this.#namesFor(principal, tool);
    return new ToolError(
      "unknown_node",
      `the node ${node} is not known here${didYouMean(node, names)}`,
      {
        hint: `known nodes: ${
          names.join(", ") || "none"
        }; the operator adds others when starting beamtap`,
      },
    );
  }

  #namesFor(principal: Principal, tool: Tool): string[] {
    return this.#options.nodes.names()
      .filter((name) => !this.decide(principal, tool, name));
  }
}

function checkIncarnation(beam: Asker, expected: number | undefined): void {
  if (expected === undefined || expected === beam.incarnation) return;
  throw new ToolError(
    "stale_incarnation",
    `${beam.node} has restarted: its incarnation is ${beam.incarnation}, not ${expected}`,
    { hint: "pids from before mean nothing now; look them up again" },
  );
}
