/**
 * Determines how to connect to each node: its address, cookie and TLS settings.
 *
 * @module
 */

import { type Cookie, NodeError, type NodeSpec } from "../node/mod.ts";
import { matchesNode } from "../registry/mod.ts";
import { type CookieFinding, findCookie, readCookieFile } from "./cookies.ts";
import { CliError } from "./errors.ts";
import type { NamedNode } from "./node_spec.ts";
import type { NodePlace } from "./node_states.ts";
import type { Settings } from "./settings.ts";
import { readTlsFiles } from "./tls_files.ts";

/** Creates node specs from the settings, and collects the cookies that were used. */
export class NodeSpecs {
  readonly #settings: Settings;
  readonly #named: ReadonlySet<string>;
  readonly #cookies: Set<string>;

  /** Adds every cookie found to `cookies`, so that it can be redacted. */
  constructor(settings: Settings, cookies: Set<string> = new Set()) {
    this.#settings = settings;
    this.#named = new Set(settings.nodes.map(({ name }) => name));
    this.#cookies = cookies;
  }

  /**
   * Reads the files that a node needs, to report mistakes early.
   *
   * @throws {CliError | TlsError} for a file that cannot be used
   */
  check(node: NamedNode): void {
    const file = this.#cookieFile(node);
    if (file === undefined) findCookie(this.#settings);
    else readCookieFile(file);
    this.of(node);
  }

  /**
   * Returns how to connect to a node, whether or not the settings name it.
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
        this.#cookies.add(cookie.value);
        return cookie;
      },
    };
  }

  /**
   * Returns whether a cookie of ours may be used for the node: the proof of it is sent
   * to whoever answers at the host in its name.
   */
  mayReach(name: string): boolean {
    return this.#named.has(name) || this.#ruleFor(name) !== undefined ||
      this.#settings.cookieFor.some((glob) => matchesNode(glob, name));
  }

  /**
   * Refuses a node for which no cookie of ours may be used.
   *
   * @throws {NodeError} `no_cookie`
   */
  permit(name: string): void {
    if (this.mayReach(name)) return;
    const host = name.slice(name.indexOf("@"));
    throw new NodeError(
      "no_cookie",
      `no cookie may be used for ${name}: the operator has not listed that node`,
      {
        hint:
          `the operator can list it when starting beamtap or in the config file, or let connect_node reach such nodes with --cookie-for '*${host}' or cookies in the config file`,
      },
    );
  }

  /** Returns where a node is, without reading any file. */
  placeOf({ name, host, port, epmdPort, ssh }: NamedNode): NodePlace {
    return {
      ...{ name, host, port },
      epmdPort: epmdPort ?? this.#settings.epmdPort,
      ssh: ssh ?? this.#settings.ssh,
    };
  }

  /** Returns a text that differs if a node is to be connected to in another way. */
  sourcesOf(node: NamedNode): string {
    const { cookieFile, cookie, tls } = this.#settings;
    return JSON.stringify([
      node,
      this.placeOf(node),
      this.#cookieFile(node) ?? cookieFile ?? cookie,
      tls,
    ]);
  }

  /** Returns the node's own cookie file, or that of the first matching rule. */
  #cookieFile({ name, cookieFile }: NamedNode): string | undefined {
    return cookieFile ?? this.#ruleFor(name)?.file;
  }

  #ruleFor(name: string): Settings["cookies"][number] | undefined {
    return this.#settings.cookies
      .find(({ nodes }) => matchesNode(nodes, name));
  }

  /** Reads the cookie for each connection, since it may have changed. Details of the file go into the hint, which only the operator sees. */
  #cookieOf(node: NamedNode): Cookie {
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
      shared = findCookie(this.#settings);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      throw none([error.message, error.hint].filter(Boolean).join(": "), error);
    }
    if (shared.found) return shared.cookie;
    throw none(shared.hint);
  }
}
