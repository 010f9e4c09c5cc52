/**
 * TLS settings, checked before any connection is made.
 *
 * @module
 */

import type { KeyObject, X509Certificate } from "node:crypto";
import { TlsError } from "./errors.ts";

/** What to trust, and our own certificate; certificates and keys are PEM. */
export interface TlsConfig {
  /** Trusted CA certificates, or the peer's own certificate. @default {Mozilla's, as Deno has them; the system's with DENO_TLS_CA_STORE=system} */
  readonly ca?: string | undefined;
  /** Our certificate, followed by any intermediate certificates. */
  readonly cert?: string | undefined;
  /** The private key of `cert`, without a passphrase. */
  readonly key?: string | undefined;
  /** The name or address the peer's certificate must contain. @default {the host of the node's name} */
  readonly serverName?: string | undefined;
  /**
   * SHA-256 of the peer's certificate, 64 hex digits, colons allowed. Without
   * `ca` it is the only check: a self-signed certificate for any host passes.
   */
  readonly fingerprint?: string | undefined;
}

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * Checks TLS settings, and returns them with the fingerprint in upper case with
 * colons.
 *
 * @throws {TlsError} `bad_tls_material`
 */
export function checkTlsConfig(config: TlsConfig): TlsConfig {
  const { ca, cert, key, fingerprint } = config;
  if (ca !== undefined) readCertificates(ca, "CA");
  if ((cert === undefined) !== (key === undefined)) {
    throw bad(
      cert === undefined
        ? "a client key is given without a client certificate"
        : "a client certificate is given without a client key",
      "give both or neither",
    );
  }
  if (cert !== undefined && key !== undefined) {
    const [own] = readCertificates(cert, "client certificate");
    // Not X509Certificate.checkPrivateKey(): Deno before 2.9, which an executable may run on, lacks it.
    if (
      own &&
      pem(own.publicKey) !== pem(nodeCrypto().createPublicKey(readKey(key)))
    ) {
      throw bad(
        "the client key does not belong to the client certificate",
        "the key's own certificate must come first in the file, its issuers after it",
      );
    }
  }
  return fingerprint === undefined
    ? config
    : { ...config, fingerprint: readFingerprint(fingerprint) };
}

function readCertificates(pem: string, what: string): X509Certificate[] {
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) {
    throw bad(
      `the ${what} contains no PEM certificate`,
      pem.includes("PRIVATE KEY")
        ? "that is a private key; the file must contain -----BEGIN CERTIFICATE-----"
        : "it must contain -----BEGIN CERTIFICATE-----; convert DER with: openssl x509 -inform der -in FILE",
    );
  }
  try {
    const { X509Certificate } = nodeCrypto();
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw bad(
      `the ${what} is corrupt`,
      "inspect it with: openssl x509 -noout -text -in FILE",
      cause,
    );
  }
}

function readKey(pem: string): KeyObject {
  if (/ENCRYPTED/.test(pem)) {
    throw bad(
      "the client key has a passphrase",
      "beamtap cannot ask for it: write a copy without one, readable only by you, with: openssl pkey -in FILE -out COPY",
    );
  }
  try {
    return nodeCrypto().createPrivateKey(pem);
  } catch (cause) {
    throw bad(
      "the client key is not a PEM private key",
      "it must contain -----BEGIN PRIVATE KEY-----; inspect it with: openssl pkey -noout -text -in FILE",
      cause,
    );
  }
}

function pem(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

/** Loaded when there is TLS: it costs every start 10 ms. */
function nodeCrypto(): typeof import("node:crypto") {
  return process.getBuiltinModule("node:crypto");
}

function readFingerprint(text: string): string {
  const digits = text.replaceAll(":", "").toUpperCase();
  if (/^[\dA-F]{64}$/.test(digits)) {
    return digits.replace(/..(?!$)/g, "$&:");
  }
  throw bad(
    "the fingerprint is not the SHA-256 of a certificate",
    "give 64 hex digits, as printed by: openssl x509 -noout -fingerprint -sha256 -in FILE",
  );
}

function bad(message: string, hint: string, cause?: unknown): TlsError {
  return new TlsError("bad_tls_material", message, { hint, cause });
}
