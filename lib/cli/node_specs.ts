/**
 * From the nodes that are named to how each is dialled: its address, its
 * cookie, its TLS.
 *
 * @module
 */

import { NodeError, type NodeSpec } from "../node/mod.ts";
import { matchesGlob } from "../registry/mod.ts";
import { type CookieFinding, findCookie, readCookieFile } from "./cookies.ts";
import type { NamedNode } from "./node_spec.ts";
import type { Settings } from "./settings.ts";
import { readTlsFiles } from "./tls_files.ts";

/** Makes specs of names, and remembers the cookies that were used. */
export class NodeSpecs {
  readonly #settings: Settings;
  readonly #cookies: Set<string>;
  #shared: CookieFinding | undefined;

  /** `cookies` gets every cookie that is found, so that it can be kept from leaving. */
  constructor(settings: Settings, cookies: Set<string> = new Set()) {
    this.#settings = settings;
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
    const { name, host, port, tls } = node;
    const { epmdPort, tls: shared } = this.#settings;
    return {
      name,
      host,
      port,
      epmdPort: node.epmdPort ?? epmdPort,
      tls: tls || shared ? readTlsFiles({ ...shared, ...tls }) : undefined,
      cookie: () => {
        const cookie = this.#cookieOf(node);
        this.#cookies.add(cookie);
        return cookie;
      },
    };
  }

  /** Its own file, or the first whose glob matches. */
  #cookieFile({ name, cookieFile }: NamedNode): string | undefined {
    return cookieFile ??
      this.#settings.cookies.find(({ nodes }) => matchesGlob(nodes, name))
        ?.file;
  }

  /** Files are read at each dial: a cookie may have changed. */
  #cookieOf(node: NamedNode): string {
    const file = this.#cookieFile(node);
    if (file !== undefined) return readCookieFile(file);
    const shared = this.#findShared();
    if (shared.found) return shared.cookie;
    throw new NodeError("no_cookie", `no cookie is known for ${node.name}`, {
      hint: shared.hint,
    });
  }

  #findShared(): CookieFinding {
    if (this.#shared?.found) return this.#shared;
    const { cookieFile, cookie } = this.#settings;
    return this.#shared = findCookie({ cookieFile, cookie });
  }
}
