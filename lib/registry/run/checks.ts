/**
 * Everything beside grants that must agree before a handler runs: the node is
 * known, and the runtime permits what the call needs.
 *
 * @module
 */

import { didYouMean } from "../closest.ts";
import type { Nodes } from "../declare/nodes.ts";
import { ToolError } from "../errors.ts";
import type { Decision } from "../grants/decide.ts";
import type { Aim } from "../grants/denial.ts";
import type { Principal } from "../grants/grants.ts";
import type { Permission, Runtime } from "../grants/permissions.ts";

/** The part of a handler that checks look at. */
export interface Checked {
  readonly name: string;
  readonly permissions?: readonly Permission[];
}

/** The checks, for these nodes and this runtime. */
export class Checks {
  readonly #nodes: Nodes;
  readonly #runtime: Runtime;

  /** Asks these. */
  constructor(nodes: Nodes, runtime: Runtime) {
    this.#nodes = nodes;
    this.#runtime = runtime;
  }

  /**
   * Finds the full name of the node that a call is about: by its name, also as Erlang
   * or Elixir prints it, by its alias, or by its part before the `@` where one node
   * fits. Without a name, the only node that the decision allows.
   *
   * @throws {ToolError} `node_required`
   */
  nodeOf(
    principal: Principal,
    decision: Decision,
    given: string | undefined,
  ): string {
    if (given !== undefined) {
      const full = this.#fullName(decision, unquoted(given));
      // A stranger does not learn what an alias stands for.
      const open = principal.trusted || !decision.on({ node: full });
      return open ? full : given;
    }
    const names = this.namesFor(decision);
    const [only, ...others] = names;
    if (only !== undefined && others.length === 0) return only;
    throw only === undefined
      ? new ToolError("node_required", "no node is known", {
        hint:
          "the operator names nodes when starting beamtap: beamtap serve NAME@HOST",
      })
      : new ToolError("node_required", "more than one node is known", {
        hint: `pass node, one of ${names.join(", ")}`,
      });
  }

  #fullName(decision: Decision, given: string): string {
    const full = this.#nodes.resolve(given);
    if (full.includes("@")) return full;
    const [only, ...others] = this.namesFor(decision)
      .filter((name) => name.startsWith(`${full}@`));
    return only === undefined || others.length > 0 ? full : only;
  }

  /** The known nodes that the decision allows, by full name. */
  namesFor(decision: Decision): string[] {
    return this.#nodes.names().filter((node) => !decision.on({ node }));
  }

  /**
   * Makes sure that a call may go ahead on a node.
   *
   * @throws {ToolError} `permission_denied`, `unknown_node`
   */
  permit(
    principal: Principal,
    handler: Checked,
    decision: Decision,
    aim: Aim & { readonly node: string },
  ): void {
    const refused = decision.on(aim);
    if (refused) throw refused;
    const { node } = aim;
    if (!this.#nodes.names().includes(node)) {
      const names = this.namesFor(decision);
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
   * Makes sure that the runtime permits all that the call needs, reaching the
   * node included.
   *
   * @throws {ToolError} `permission_denied`
   */
  permitRuntime(principal: Principal, handler: Checked, node?: string): void {
    const reach = node === undefined ? [] : this.#nodes.permissions(node);
    for (const need of [...handler.permissions ?? [], ...reach]) {
      if (!this.#runtime.granted(need)) {
        throw this.#lacking(principal, handler, need);
      }
    }
  }

  #lacking(
    { trusted }: Principal,
    { name }: Checked,
    need: Permission,
  ): ToolError {
    const what = trusted ? Object.values(need).join(" ") : need.name;
    return new ToolError(
      "permission_denied",
      `${name} needs a permission that Deno was not given: ${what}`,
      {
        hint: trusted
          ? this.#runtime.remedy(need)
          : "only the operator can give it",
      },
    );
  }
}

/** A name without the quotes or the colon that atoms are printed with: `'a@h'`, `:"a@h"`. */
function unquoted(name: string): string {
  return name.replace(/^(?:'(.*)'|:?"(.*)"|:(.*))$/, "$1$2$3");
}
