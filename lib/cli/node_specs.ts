/**
 * From the nodes that are named to how each is dialled: its address, its
 * cookie, its TLS.
 *
 * @module
 */

import { NodeError, type NodeSpec } from "../node/mod.ts";
import { matchesNode } from "../registry/mod.ts";
import { type CookieFinding, findCookie, readCookieFile } from "./cookies.ts";
import { CliError } from "./errors.ts";
import type { NamedNode } from "./node_spec.ts";
import type { NodePlace } from "./node_states.ts";
import type { CookieRule, Settings } from "./settings.ts";
import { readTlsFiles } from "./tls_files.ts";

/** Makes specs of names, and remembers the cookies that were used. */
export class NodeSpecs {
  readonly #settings: Settings;
  readonly #named: ReadonlySet<string>;
  readonly #cookies: Set<string>;

  /** `cookies` gets every cookie that is found, so that it can be kept from leaving. */
  constructor(settings: Settings, cookies: Set<string> = new Set()) {
    this.#settings = settings;
    this.#named = new Set(settings.nodes.map(({ name }) => name));
    this.#cookies = cookies;
  }

  /**
   * Reads the files that a node needs, to find mistakes early.
   *
   * @throws {CliError | TlsError} for a file that cannot be used
   */
  check(node: NamedNode): void {
    const file = this.#cookieFile(node);
    if (file === undefined) this.#findShared();
    else readCookieFile(file);
    this.of(node);
  }

  /**
   * How one node is dialled, whether the settings name it or not.
   *
   * @throws {CliError | TlsError} for a TLS file that cannot be used
   */
  of(node: NamedNode): NodeSpec {
    const { tls } = node;
    const { tls: shared } = this.#settings;
    return {
      ...this.placeOf(node),
      tls: tls || shared ? readTlsFiles({ ...shared, ...tls }) : undefined,
      cookie: () => {
        const cookie = this.#cookieOf(node);
        this.#cookies.add(cookie);
        return cookie;
      },
    };
  }

  /**
   * Whether the node may have a cookie of ours: what proves that we know it goes
   * to whoever answers at the host in its name.
   */
  mayReach(name: string): boolean {
    return this.#named.has(name) || this.#ruleFor(name) !== undefined ||
      this.#settings.cookieFor.some((glob) => matchesNode(glob, name));
  }

  /**
   * Refuses a node that may not have a cookie of ours.
   *
   * @throws {NodeError} `no_cookie`
   */
  permit(name: string): void {
    if (this.mayReach(name)) return;
    const host = name.slice(name.indexOf("@"));
    throw new NodeError(
      "no_cookie",
      `${name} may not have a cookie: the operator did not name it`,
      {
        hint:
          `the operator names it when starting beamtap or in the config file, or lets connect_node reach nodes like it: --cookie-for '*${host}', or cookies in the config file`,
      },
    );
  }

  /** Where one node is, without looking into any file. */
  placeOf({ name, host, port, epmdPort }: NamedNode): NodePlace {
    return { name, host, port, epmdPort: epmdPort ?? this.#settings.epmdPort };
  }

  /** All that decides how one node is dialled, as a text to compare. */
  sourcesOf(node: NamedNode): string {
    const { cookieFile, cookie, tls } = this.#settings;
    return JSON.stringify([
      node,
      this.placeOf(node),
      this.#cookieFile(node) ?? cookieFile ?? cookie,
      tls,
    ]);
  }

  /** Its own file, or the first whose glob matches. */
  #cookieFile({ name, cookieFile }: NamedNode): string | undefined {
    return cookieFile ?? this.#ruleFor(name)?.file;
  }

  #ruleFor(name: string): CookieRule | undefined {
    return this.#settings.cookies
      .find(({ nodes }) => matchesNode(nodes, name));
  }

  /** Files are read at each dial: a cookie may have changed, or what it is for. Where they are is for the operator alone: hints are. */
  #cookieOf(node: NamedNode): string {
    this.permit(node.name);
    const none = (hint: string, cause?: unknown): NodeError =>
      new NodeError("no_cookie", `no cookie is known for ${node.name}`, {
        hint,
        cause,
      });
    let shared: CookieFinding;
    try {
      const file = this.#cookieFile(node);
      if (file !== undefined) return readCookieFile(file);
      shared = this.#findShared();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      throw none([error.message, error.hint].filter(Boolean).join(": "), error);
    }
    if (shared.found) return shared.cookie;
    throw none(shared.hint);
  }

  #findShared(): CookieFinding {
    const { cookieFile, cookie } = this.#settings;
    return findCookie({ cookieFile, cookie });
  }
}
