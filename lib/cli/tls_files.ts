/**
 * Reads the certificates and keys of a node whose distribution runs over TLS.
 *
 * @module
 */

import { checkTlsConfig, type TlsConfig } from "../net/mod.ts";
import { CliError } from "./errors.ts";
import { runtime } from "./runtime.ts";

/** A {@linkcode TlsConfig} by file names. */
export interface TlsFiles {
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly serverName?: string | undefined;
  readonly fingerprint?: string | undefined;
}

/**
 * Reads the files, and checks that they can be used.
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
      `the TLS file ${path} may not be read`,
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
      { cause, hint: "give the PEM files that other nodes use to connect" },
    );
  }
}
