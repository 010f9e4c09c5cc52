/**
 * Finds the handler and the node that a caller means, and decides whether the call may go
 * ahead: grants, known nodes and the runtime's permissions must agree. What is not granted
 * looks unknown, unless the caller is trusted to hear what is missing.
 *
 * @module
 */

import { didYouMean, similarNames } from "../closest.ts";
import type { Catalogue } from "../declare/catalogue.ts";
import type {
  HandlerOf,
  Kind,
  Resource,
  ResourceTemplate,
} from "../declare/handler.ts";
import type { Nodes } from "../declare/nodes.ts";
import { matchUri } from "../declare/uri_template.ts";
import { ToolError, type ToolErrorCode } from "../errors.ts";
import { decide, type Decision } from "../grants/decide.ts";
import type { Aim } from "../grants/denial.ts";
import type { Principal } from "../grants/grants.ts";
import type { Permission, Runtime } from "../grants/permissions.ts";
import type { Call } from "./attempts.ts";

const UNKNOWN: Readonly<Record<Kind, ToolErrorCode>> = {
  tool: "unknown_tool",
  resource: "unknown_resource",
  resource_template: "unknown_resource",
  prompt: "unknown_prompt",
  completion: "unknown_completion",
};

/** A handler that the caller's grants cover on some node at least. */
export interface Admitted<AHandler> {
  readonly handler: AHandler;
  readonly decision: Decision;
}

/** The part of a handler that needs permissions of the runtime. */
interface Needy {
  readonly name: string;
  readonly permissions?: readonly Permission[];
}

/** Decides who may use what is in a catalogue, on which nodes. */
export class Admission {
  readonly #catalogue: Catalogue;
  readonly #nodes: Nodes;
  readonly #runtime: Runtime;

  /** Looks into these. */
  constructor(catalogue: Catalogue, nodes: Nodes, runtime: Runtime) {
    this.#catalogue = catalogue;
    this.#nodes = nodes;
    this.#runtime = runtime;
  }

  /** Lists the handlers of a kind that the principal may use on some node. */
  visible<K extends Kind>(principal: Principal, kind: K): HandlerOf[K][] {
    const now = Date.now();
    return this.#catalogue.all(kind)
      .filter((handler) => !decide(principal, handler, now).refused);
  }

  /**
   * Finds a handler, with the decision about it, which may be a refusal.
   *
   * @throws {ToolError} `unknown_tool` and the like, also for a handler that is
   * concealed from the principal
   */
  known<K extends Kind>(
    principal: Principal,
    kind: K,
    name: string,
  ): Admitted<HandlerOf[K]> {
    const handler = this.#catalogue.find(kind, name);
    if (handler !== undefined) {
      const decision = decide(principal, handler, Date.now());
      if (principal.trusted || !decision.refused) return { handler, decision };
    }
    const names = this.visible(principal, kind).map((each) => each.name);
    const guess = didYouMean(name, names);
    throw new ToolError(
      UNKNOWN[kind],
      `there is no ${kind.replace("_", " ")} "${name}"${guess}`,
      {
        hint: similarNames(name, names) ??
          (guess
            ? undefined
            : `none of the ${names.length} there are is similar`),
      },
    );
  }

  /**
   * Lets a call of a handler go on to the checks of its node.
   *
   * @throws {ToolError} `permission_denied`, `unknown_tool` and the like
   */
  admit<K extends Kind>(
    call: Call,
    kind: K,
    name: string,
  ): Admitted<HandlerOf[K]> {
    const { principal } = call;
    // Also of a handler that is concealed, for the audit log.
    const handler = call.handler = this.#catalogue.find(kind, name);
    const decision = handler && decide(principal, handler, Date.now());
    if (handler && decision && !decision.refused) return { handler, decision };
    throw this.known(principal, kind, name).decision.refused;
  }

  /**
   * Lets a call of the resource at an address go on, or of the template that
   * the address has the form of; `args` are the values of its variables.
   *
   * @throws {ToolError} `permission_denied`, `unknown_resource`
   */
  admitUri(
    call: Call,
    uri: string,
  ): Admitted<Resource | ResourceTemplate> & { args: Record<string, string> } {
    const { principal } = call;
    for (const { handler, args } of this.#at(uri)) {
      const decision = decide(principal, handler, Date.now());
      if (decision.refused && !principal.trusted) continue;
      call.handler = handler;
      if (decision.refused) throw decision.refused;
      return { handler, decision, args };
    }
    const forms = [
      ...this.visible(principal, "resource").map((each) => each.uri),
      ...this.visible(principal, "resource_template")
        .map((each) => each.uriTemplate),
    ];
    const scheme = uri.slice(0, uri.indexOf(":") + 1);
    const alike = forms.filter((form) => form.startsWith(scheme));
    throw new ToolError("unknown_resource", `there is no resource ${uri}`, {
      hint: similarNames(uri, alike.length > 0 ? alike : forms),
    });
  }

  /**
   * Finds the template with exactly this form.
   *
   * @throws {ToolError} `unknown_resource`
   */
  template(principal: Principal, uriTemplate: string): ResourceTemplate {
    const found = this.visible(principal, "resource_template")
      .find((each) => each.uriTemplate === uriTemplate);
    if (found) return found;
    throw new ToolError(
      "unknown_resource",
      `there is no resource template ${uriTemplate}`,
    );
  }

  /** Every handler that may be meant by an address, the exact one first. */
  *#at(uri: string): Generator<
    {
      readonly handler: Resource | ResourceTemplate;
      readonly args: Record<string, string>;
    }
  > {
    const exact = this.#catalogue.at(uri);
    if (exact !== undefined) yield { handler: exact, args: {} };
    for (const handler of this.#catalogue.all("resource_template")) {
      const args = matchUri(handler.uriTemplate, uri);
      if (args !== undefined) yield { handler, args };
    }
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
    const names: string[] = [];
    for (const node of this.#nodes.names()) {
      if (!decision.on({ node })) names.push(node);
    }
    return names;
  }

  /**
   * Makes sure that a call may go ahead on a node.
   *
   * @throws {ToolError} `permission_denied`, `unknown_node`
   */
  permit(
    principal: Principal,
    handler: Needy,
    decision: Decision,
    aim: Aim & { readonly node: string },
  ): void {
    const refused = decision.on(aim);
    if (refused) throw refused;
    const { node } = aim;
    if (!this.#nodes.names().includes(node)) {
      if (/[*?,]|^all$/.test(node)) {
        throw new ToolError(
          "invalid_arguments",
          `${handler.name} asks one node at a time, not ${node}`,
          { hint: "name one node in each call; list_nodes lists them" },
        );
      }
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
  permitRuntime(principal: Principal, handler: Needy, node?: string): void {
    const reach = node === undefined ? [] : this.#nodes.permissions(node);
    for (const need of [...handler.permissions ?? [], ...reach]) {
      if (this.#runtime.granted(need)) continue;
      const { trusted } = principal;
      const what = trusted ? Object.values(need).join(" ") : need.name;
      throw new ToolError(
        "permission_denied",
        `${handler.name} needs a permission that Deno was not given: ${what}`,
        {
          hint: trusted
            ? this.#runtime.remedy(need)
            : "only the operator can give it",
        },
      );
    }
  }
}

/** A name without the quotes or the colon that atoms are printed with: `'a@h'`, `:"a@h"`. */
function unquoted(name: string): string {
  return name.replace(/^(?:'(.*)'|:?"(.*)"|:(.*))$/, "$1$2$3");
}
