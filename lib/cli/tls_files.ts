/**
 * Reads the certificates and keys for a node whose distribution uses TLS.
 *
 * @module
 */

import { checkTlsConfig, type TlsConfig } from "../net/mod.ts";
import { CliError } from "./errors.ts";
import { runtime } from "./runtime.ts";

/** A {@linkcode TlsConfig} with paths instead of PEM texts. */
export interface TlsFiles {
  /** File with the trusted CAs. */
  readonly ca?: string | undefined;
  /** File with our certificate. */
  readonly cert?: string | undefined;
  /** File with the private key of `cert`. */
  readonly key?: string | undefined;
  /** The name the node's certificate must contain. */
  readonly serverName?: string | undefined;
  /** SHA-256 of the node's certificate. */
  readonly fingerprint?: string | undefined;
}

/**
 * Reads and checks the files.
 *
 * @throws {CliError} `bad_tls_file`, `permission_denied`
 * @throws {TlsError} `bad_tls_material`
 */
export function readTlsFiles(files: TlsFiles): TlsConfig {
  return checkTlsConfig({
    ...files,
    ca: readPem(files.ca),
    cert: readPem(files.cert),
    key: readPem(files.key),
  });
}

function readPem(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const need = { name: "read", path } as const;
  if (!runtime.granted(need)) {
    throw new CliError(
      "permission_denied",
      `Deno does not permit reading the TLS file ${path}`,
      { hint: runtime.remedy(need) },
    );
  }
  try {
    return Deno.readTextFileSync(path);
  } catch (cause) {
    const gone = cause instanceof Deno.errors.NotFound;
    throw new CliError(
      "bad_tls_file",
      `the TLS file ${path} ${gone ? "does not exist" : "cannot be read"}`,
      {
        cause,
        hint: "use the same PEM files as other nodes that connect to it",
      },
    );
  }
}
