/**
 * Finds the handler that a caller means, and decides once whether the caller's
 * grants cover it. What is not granted looks unknown, unless the caller is
 * trusted to hear what is missing.
 *
 * @module
 */

import { didYouMean } from "../closest.ts";
import type { Catalogue } from "../declare/catalogue.ts";
import type {
  HandlerOf,
  Kind,
  Resource,
  ResourceTemplate,
} from "../declare/handler.ts";
import { matchUri } from "../declare/uri_template.ts";
import { ToolError, type ToolErrorCode } from "../errors.ts";
import { decide } from "../grants/decide.ts";
import type { Principal } from "../grants/grants.ts";
import type { Call } from "./call.ts";
import type { Admitted } from "./dispatch.ts";

const UNKNOWN: Readonly<Record<Kind, ToolErrorCode>> = {
  tool: "unknown_tool",
  resource: "unknown_resource",
  resource_template: "unknown_resource",
  prompt: "unknown_prompt",
  completion: "unknown_completion",
};

/** Decides who may use what is in a catalogue. */
export class Admission {
  readonly #catalogue: Catalogue;

  /** Looks into this catalogue. */
  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
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
    return this.#known(principal, kind, name, this.#catalogue.find(kind, name));
  }

  #known<K extends Kind>(
    principal: Principal,
    kind: K,
    name: string,
    handler: HandlerOf[K] | undefined,
  ): Admitted<HandlerOf[K]> {
    if (handler !== undefined) {
      const decision = decide(principal, handler, Date.now());
      if (principal.trusted || !decision.refused) return { handler, decision };
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
    const handler = call.handler = this.#catalogue.find(kind, name);
    const admitted = this.#known(call.principal, kind, name, handler);
    if (admitted.decision.refused) throw admitted.decision.refused;
    return admitted;
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
    throw new ToolError("unknown_resource", `there is no resource ${uri}`, {
      hint: `there are ${forms.join(", ") || "none"}`,
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
}
