/**
 * All that must agree before a handler's function runs, apart from the
 * manifest: scope, node, and the permissions of the runtime.
 *
 * @module
 */

import { didYouMean } from "../closest.ts";
import { type Aim, decide, type Requirement } from "../grants/decide.ts";
import { ToolError } from "../errors.ts";
import type { Principal } from "../grants/grants.ts";
import type { Nodes } from "../declare/nodes.ts";
import type { Permission, Runtime } from "../grants/permissions.ts";

/** A handler as far as it is checked. */
export type Checked = Requirement & {
  readonly permissions?: readonly Permission[];
};

/** The checks, for the nodes and the runtime at hand. */
export class Checks {
  readonly #nodes: Nodes;
  readonly #runtime: Runtime;

  /** Checks that ask these. */
  constructor(nodes: Nodes, runtime: Runtime) {
    this.#nodes = nodes;
    this.#runtime = runtime;
  }

  /** Why the principal may not use the handler on that; `undefined` if it may. */
  decide(
    principal: Principal,
    handler: Requirement,
    aim: Aim = {},
  ): ToolError | undefined {
    return decide(principal, handler, aim, Date.now());
  }

  /**
   * The full name of the node that a call is about.
   *
   * @throws {ToolError} `node_required`
   */
  nodeOf(
    principal: Principal,
    handler: Requirement,
    given: string | undefined,
  ): string {
    if (given !== undefined) {
      const full = this.#nodes.resolve(given);
      // A stranger does not learn what an alias stands for.
      const open = principal.trusted ||
        !this.decide(principal, handler, { node: full });
      return open ? full : given;
    }
    const names = this.namesFor(principal, handler);
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

  /** The known nodes on which the principal may use the handler. */
  namesFor(principal: Principal, handler: Requirement): string[] {
    return this.#nodes.names()
      .filter((node) => !this.decide(principal, handler, { node }));
  }

  /**
   * Lets a call on a known node pass.
   *
   * @throws {ToolError} `permission_denied`, `unknown_node`
   */
  permit(
    principal: Principal,
    handler: Checked,
    aim: Aim & { readonly node: string },
  ): void {
    const refused = this.decide(principal, handler, aim);
    if (refused) throw refused;
    const { node } = aim;
    if (!this.#nodes.names().includes(node)) {
      const names = this.namesFor(principal, handler);
      throw new ToolError(
        "unknown_node",
        `the node ${node} is not known here${didYouMean(node, names)}`,
        {
          hint: `known nodes: ${
            names.join(", ") || "none"
          }; the operator adds others when starting beamtap`,
        },
      );
    }
    this.permitRuntime(principal, handler, node);
  }

  /**
   * Makes sure that the runtime permits all that the call needs.
   *
   * @throws {ToolError} `permission_denied`
   */
  permitRuntime(
    principal: Principal,
    handler: Checked,
    node?: string,
  ): void {
    const reach = node === undefined ? [] : this.#nodes.permissions(node);
    for (const need of [...handler.permissions ?? [], ...reach]) {
      if (this.#runtime.granted(need)) continue;
      throw new ToolError(
        "permission_denied",
        `${handler.name} needs a permission that Deno was not given: ${
          principal.trusted ? Object.values(need).join(" ") : need.name
        }`,
        {
          hint: principal.trusted
            ? this.#runtime.remedy(need)
            : "only the operator can give it",
        },
      );
    }
  }
}
