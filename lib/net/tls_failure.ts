/**
 * Turns TLS failures into errors that say what is wrong, on which side, and what
 * to do.
 *
 * @module
 */

import { isDenoAtLeast } from "./runtime.ts";
import { TlsError, type TlsErrorCode } from "./errors.ts";

/** The peer's certificate, and the TLS version. Its texts come from the peer: do not trust them. */
export interface ShownCertificate {
  /** TLS version: `TLSv1.3`. */
  readonly protocol: string;
  /** The subject's common name. */
  readonly subject: string;
  /** The issuer's common name. */
  readonly issuer: string;
  /** Subject alternative names: `DNS:db1.example.com, IP Address:10.0.0.1`. */
  readonly altNames: string;
  /** Start of validity, in ms since 1970. */
  readonly validFrom: number;
  /** End of validity, in ms since 1970. */
  readonly validTo: number;
  /** SHA-256, in upper case with colons. */
  readonly fingerprint: string;
}

/** The peer of a TLS handshake. */
export interface TlsPeer {
  /** `host:port` */
  readonly target: string;
  /** The name or address its certificate must contain. */
  readonly name: string;
  /** Whether we have a client certificate. */
  readonly certified: boolean;
}

/** Returns the error for Deno before 2.9, whose `node:tls` is incomplete: an executable may have been built on one. */
export function oldRuntime(version: string): TlsError | undefined {
  if (isDenoAtLeast(2, 9, version)) return undefined;
  return new TlsError(
    "tls_failed",
    `Deno ${version} is too old for TLS`,
    "build the executable on Deno 2.9 or newer, or use deno run",
  );
}

/** Returns the error for a rejected peer certificate; `reason` is a code of OpenSSL or Node.js, or `PINNED`. */
export function refusedCertificate(
  reason: string,
  shown: ShownCertificate,
  { target, name }: TlsPeer,
): TlsError {
  const error = (code: TlsErrorCode, what: string, hint: string): TlsError =>
    new TlsError(code, `the certificate of ${target} is ${what}`, hint);
  const pin = `its SHA-256 fingerprint is ${shown.fingerprint}`;
  const subject = JSON.stringify(shown.subject);
  switch (reason) {
    case "PINNED":
      return error(
        "tls_wrong_fingerprint",
        `not the one pinned: ${pin}`,
        "if the node has a new certificate, compare that fingerprint with the file on the node and pin it; " +
          "otherwise something else is answering there",
      );
    case "CERT_HAS_EXPIRED":
    case "CERT_NOT_YET_VALID":
      return error(
        "tls_expired",
        `valid from ${day(shown.validFrom)} to ${day(shown.validTo)} only`,
        "renew it on the node; if the dates look right, check this machine's clock",
      );
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return error(
        "tls_wrong_host",
        `not for ${name}, but for ${shown.altNames || subject}`,
        "if that is the node you mean, give that name with tls-server-name; " +
          "otherwise the host resolves to another machine",
      );
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return error(
        "tls_untrusted",
        `self-signed, by ${subject}`,
        `trust it with --tls-ca, or pin it; ${pin}: compare that with the file on the node first`,
      );
  }
  const issuer = JSON.stringify(shown.issuer);
  return error(
    "tls_untrusted",
    `signed by ${issuer}, which is not trusted (${reason})`,
    "trust the CA that signed it with --tls-ca: it is the cacertfile in the node's ssl_dist_optfile",
  );
}

/** Returns the error for a handshake that failed. */
export function failedHandshake(cause: Error, peer: TlsPeer): TlsError {
  const code = codeOf(cause);
  const alert = alertOf(cause);
  if (alert) return alertError(alert, peer, cause);
  const closed = code === "" || code === "ECONNRESET";
  if (!closed && code !== "ERR_SSL_WRONG_VERSION_NUMBER") {
    return new TlsError(
      "tls_failed",
      `the TLS handshake with ${peer.target} failed: ${cause.message}`,
      {
        cause,
        hint: "the node may lack the private key of its own certificate",
      },
    );
  }
  const hint =
    "that port probably does not use TLS: remove the TLS options of this node";
  return new TlsError(
    "tls_not_spoken",
    closed
      ? `${peer.target} closed the connection during the TLS handshake`
      : `${peer.target} answered the TLS handshake with something else`,
    { cause, hint },
  );
}

/** Returns the error for a handshake that timed out or was cancelled. */
export function stoppedHandshake(
  reason: "timeout" | "abort",
  { target }: TlsPeer,
  timeoutMs: number,
): TlsError {
  return reason === "abort"
    ? new TlsError("aborted", `the TLS handshake with ${target} was cancelled`)
    : new TlsError(
      "tls_timed_out",
      `${target} did not answer the TLS handshake within ${timeoutMs} ms`,
      "an Erlang node without TLS does not answer a TLS handshake: if this node has none, remove its TLS options; " +
        "otherwise it is paused or overloaded",
    );
}

/** Returns the error that readers and writers get when an open stream breaks. */
export function brokenStream(cause: Error, peer: TlsPeer): Error {
  const alert = alertOf(cause);
  return alert ? alertError(alert, peer, cause) : cause;
}

/** Returns the alert the peer sent: `UNKNOWN_CA` from `ERR_SSL_TLSV1_ALERT_UNKNOWN_CA`. */
function alertOf(cause: Error): string | undefined {
  return /^ERR_SSL_\w+_ALERT_(\w+)$/.exec(codeOf(cause))?.[1];
}

function codeOf(cause: Error): string {
  return "code" in cause ? `${cause.code}` : "";
}

function alertError(alert: string, peer: TlsPeer, cause: Error): TlsError {
  const { target, certified } = peer;
  const error = (code: TlsErrorCode, what: string, hint: string): TlsError =>
    new TlsError(code, `${target} ${what}`, { cause, hint });
  switch (alert) {
    case "CERTIFICATE_REQUIRED":
      return demanded(error, "requires a client certificate");
    case "HANDSHAKE_FAILURE":
      return certified
        ? error(
          "tls_failed",
          "has no TLS cipher or key type in common with beamtap",
          "the node's ssl_dist_optfile restricts versions, ciphers or signature algorithms; beamtap supports TLS 1.2 and 1.3",
        )
        : demanded(
          error,
          "ended the TLS handshake; it probably requires a client certificate",
        );
    case "UNKNOWN_CA":
    case "BAD_CERTIFICATE":
    case "UNSUPPORTED_CERTIFICATE":
    case "CERTIFICATE_EXPIRED":
    case "CERTIFICATE_REVOKED":
    case "CERTIFICATE_UNKNOWN":
    case "ACCESS_DENIED":
      return error(
        "tls_client_certificate",
        `rejects our client certificate (${words(alert)})`,
        "give one that the node trusts with --tls-cert and --tls-key: signed by its cacertfile, " +
          "not expired, with extended key usage clientAuth",
      );
    case "PROTOCOL_VERSION":
      return error(
        "tls_failed",
        "has no TLS version in common with beamtap",
        "beamtap supports TLS 1.2 and 1.3: allow one of them in the node's ssl_dist_optfile",
      );
    default:
      return error(
        "tls_failed",
        `ended the TLS handshake with the alert "${words(alert)}"`,
        "see the node's log",
      );
  }
}

function demanded(
  error: (code: TlsErrorCode, what: string, hint: string) => TlsError,
  what: string,
): TlsError {
  return error(
    "tls_client_certificate",
    what,
    "give one that the node trusts with --tls-cert and --tls-key",
  );
}

function words(alert: string): string {
  return alert.toLowerCase().replaceAll("_", " ");
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
