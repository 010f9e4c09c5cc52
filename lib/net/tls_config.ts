/**
 * How a TLS stream is to be trusted, checked before anything is dialled.
 *
 * @module
 */

import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  X509Certificate,
} from "node:crypto";
import { TlsError } from "./errors.ts";

/** Whom to trust and who to be; texts are PEM. */
export interface TlsConfig {
  /** CAs of which one must have signed the peer's certificate, or that certificate itself. @default {Mozilla's, as Deno has them; the system's with DENO_TLS_CA_STORE=system} */
  readonly ca?: string | undefined;
  /** Our certificate, with any intermediate ones after it. */
  readonly cert?: string | undefined;
  /** The private key of `cert`, without a passphrase. */
  readonly key?: string | undefined;
  /** The name or address that the peer's certificate must carry. @default {the host of the node's name} */
  readonly serverName?: string | undefined;
  /**
   * SHA-256 of the peer's certificate, 64 hex digits, colons allowed. Alone it
   * is all that is checked: a self-signed certificate will do, for any host.
   */
  readonly fingerprint?: string | undefined;
}

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * Refuses what could never work, and gives the rest in one form: the
 * fingerprint in upper case with colons.
 *
 * @throws {TlsError} `bad_tls_material`
 */
export function checkTlsConfig(config: TlsConfig): TlsConfig {
  const { ca, cert, key, fingerprint } = config;
  if (ca !== undefined) readCertificates(ca, "CA");
  if ((cert === undefined) !== (key === undefined)) {
    throw bad(
      cert === undefined
        ? "there is a client key, but no client certificate"
        : "there is a client certificate, but no client key",
      "give both, or neither",
    );
  }
  if (cert !== undefined && key !== undefined) {
    const [own] = readCertificates(cert, "client certificate");
    // X509Certificate.checkPrivateKey() is not in Deno before 2.9, whose runtime an executable may have.
    if (own && pem(own.publicKey) !== pem(createPublicKey(readKey(key)))) {
      throw bad(
        "the client key does not belong to the client certificate",
        "the first certificate in the file must be the key's own; its issuers come after it",
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
      `the ${what} holds no PEM certificate`,
      pem.includes("PRIVATE KEY")
        ? "that is a key; the file must hold -----BEGIN CERTIFICATE-----"
        : "it must hold -----BEGIN CERTIFICATE-----; convert DER by: openssl x509 -inform der -in FILE",
    );
  }
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw bad(
      `the ${what} is damaged`,
      "look at it with: openssl x509 -noout -text -in FILE",
      cause,
    );
  }
}

function readKey(pem: string): KeyObject {
  if (/ENCRYPTED/.test(pem)) {
    throw bad(
      "the client key has a passphrase",
      "beamtap never asks for one: write a copy without it by openssl pkey -in FILE -out COPY, readable by you only",
    );
  }
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw bad(
      "the client key is no PEM private key",
      "it must hold -----BEGIN PRIVATE KEY-----; look at it with: openssl pkey -noout -text -in FILE",
      cause,
    );
  }
}

function pem(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

function readFingerprint(text: string): string {
  const digits = text.replaceAll(":", "").toUpperCase();
  if (/^[\dA-F]{64}$/.test(digits)) {
    return digits.replace(/..(?!$)/g, "$&:");
  }
  throw bad(
    "the fingerprint is not the SHA-256 of a certificate",
    "64 hex digits, as printed by: openssl x509 -noout -fingerprint -sha256 -in FILE",
  );
}

function bad(message: string, hint: string, cause?: unknown): TlsError {
  return new TlsError("bad_tls_material", message, { hint, cause });
}
