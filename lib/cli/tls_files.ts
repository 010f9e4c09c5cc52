/**
 * Reads the certificates and keys for a node whose distribution uses TLS.
 *
 * @module
 */

import { checkTlsConfig, type TlsConfig } from "../net/mod.ts";
import { readText } from "./files.ts";

/** A {@linkcode TlsConfig} with paths instead of PEM texts. */
export type TlsFiles = TlsConfig;

/**
 * Reads and checks the files.
 *
 * @throws {CliError} `bad_tls_file`, `permission_denied`
 * @throws {TlsError} `bad_tls_material`
 */
export function readTlsFiles(files: TlsFiles): TlsConfig {
  const hint = "use the same PEM files as other nodes that connect to it";
  const pem = (path: string | undefined): string | undefined =>
    path && readText(path, "TLS file", "bad_tls_file", undefined, hint);
  const { ca, cert, key } = files;
  return checkTlsConfig({
    ...files,
    ca: pem(ca),
    cert: pem(cert),
    key: pem(key),
  });
}
