/**
 * Puts a failure of TLS into words: what is wrong, on whose side, what to do.
 *
 * @module
 */

import { isDenoAtLeast } from "./runtime.ts";
import { TlsError, type TlsErrorCode } from "./errors.ts";

/** The peer's certificate, and the version of TLS it came by. */
export interface ShownCertificate {
  /** `TLSv1.3` */
  readonly protocol: string;
  /** Common names, as the certificate has them: text from the peer. */
  readonly subject: string;
  readonly issuer: string;
  /** What it is for: `DNS:db1.example.com, IP Address:10.0.0.1`. */
  readonly altNames: string;
  /** The dates it holds for, in ms since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** SHA-256, in upper case with colons. */
  readonly fingerprint: string;
}

/** Who was dialled. */
export interface TlsPeer {
  /** `host:port` */
  readonly target: string;
  /** What its certificate must carry. */
  readonly name: string;
  /** Whether we had a certificate to show. */
  readonly certified: boolean;
}

/** What to say on a Deno before 2.9, whose TLS is not whole; an executable may have been built on one. */
export function oldRuntime(version: string): TlsError | undefined {
  if (isDenoAtLeast(2, 9, version)) return undefined;
  return new TlsError("tls_failed", `Deno ${version} is too old for TLS`, {
    hint: "build the executable on Deno 2.9 or newer, or use deno run",
  });
}

/** The peer's certificate is not good enough; `reason` is the code of OpenSSL or Node.js. */
export function refusedCertificate(
  reason: string,
  shown: ShownCertificate,
  { target, name }: TlsPeer,
): TlsError {
  const whose = `the certificate of ${target}`;
  const pin = `its SHA-256 fingerprint is ${shown.fingerprint}`;
  switch (reason) {
    case "PINNED":
      return new TlsError(
        "tls_wrong_fingerprint",
        `${whose} is not the one pinned: ${pin}`,
        {
          hint:
            "if the node got a new certificate, compare that fingerprint with the file on the node and pin it; " +
            "else something else answers there",
        },
      );
    case "CERT_HAS_EXPIRED":
    case "CERT_NOT_YET_VALID":
      return new TlsError(
        "tls_expired",
        `${whose} holds from ${day(shown.validFrom)} to ${day(shown.validTo)}`,
        {
          hint:
            "renew it on the node; if the dates look right, check the clock of this machine",
        },
      );
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return new TlsError(
        "tls_wrong_host",
        `${whose} is not for ${name}, but for ${
          shown.altNames || JSON.stringify(shown.subject)
        }`,
        {
          hint:
            "if that is the node you mean, give the name it carries (tls-server-name); " +
            "else the host resolves to another machine",
        },
      );
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return new TlsError(
        "tls_untrusted",
        `${whose} is self-signed, by ${JSON.stringify(shown.subject)}`,
        {
          hint:
            `give it as CA (--tls-ca), or pin it; ${pin}: compare that with the file on the node first`,
        },
      );
    default:
      return new TlsError(
        "tls_untrusted",
        `${whose} is signed by ${
          JSON.stringify(shown.issuer)
        }, which is not trusted (${reason})`,
        {
          hint:
            "give the CA that signed it (--tls-ca), the cacertfile of the node's ssl_dist_optfile",
        },
      );
  }
}

/** The handshake broke off. */
export function failedHandshake(cause: Error, peer: TlsPeer): TlsError {
  const code = codeOf(cause);
  const alert = alertOf(cause);
  if (alert) return alertError(alert, peer, cause);
  const closed = code === "" || code === "ECONNRESET";
  return closed || code === "ERR_SSL_WRONG_VERSION_NUMBER"
    ? new TlsError(
      "tls_not_spoken",
      closed
        ? `${peer.target} closed the connection during the TLS handshake`
        : `${peer.target} answered the TLS handshake with something else`,
      {
        cause,
        hint:
          "that port is most likely plain, without TLS: leave the TLS options of this node out",
      },
    )
    : new TlsError(
      "tls_failed",
      `the TLS handshake with ${peer.target} failed: ${cause.message}`,
      {
        cause,
        hint: "the node may not hold the private key of its own certificate",
      },
    );
}

/** The handshake was given up. */
export function stoppedHandshake(
  reason: "timeout" | "abort",
  { target }: TlsPeer,
  timeoutMs: number,
): TlsError {
  return reason === "abort"
    ? new TlsError("aborted", `gave up the TLS handshake with ${target}`)
    : new TlsError(
      "tls_timed_out",
      `${target} did not answer the TLS handshake within ${timeoutMs} ms`,
      {
        hint:
          "a plain Erlang node answers TLS by silence: leave the TLS options of this node out if it has none; " +
          "or the node is paused or overloaded",
      },
    );
}

/** What a reader or writer gets when an established stream breaks. */
export function brokenStream(cause: Error, peer: TlsPeer): Error {
  const alert = alertOf(cause);
  return alert ? alertError(alert, peer, cause) : cause;
}

/** The alert that the peer sent, such as `UNKNOWN_CA`, of `ERR_SSL_TLSV1_ALERT_UNKNOWN_CA`. */
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
      return demanded(error, "demands a client certificate");
    case "HANDSHAKE_FAILURE":
      return certified
        ? error(
          "tls_failed",
          "found no cipher or key type in common",
          "the node's ssl_dist_optfile limits versions, ciphers or signature algorithms; beamtap speaks TLS 1.2 and 1.3",
        )
        : demanded(
          error,
          "broke off the handshake; most likely it demands a client certificate",
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
        `refuses our client certificate (${words(alert)})`,
        "give one that the node trusts, by --tls-cert and --tls-key: signed by its cacertfile, " +
          "in its dates, with extended key usage clientAuth",
      );
    case "PROTOCOL_VERSION":
      return error(
        "tls_failed",
        "speaks no version of TLS that beamtap does",
        "beamtap speaks TLS 1.2 and 1.3: allow one of them in the node's ssl_dist_optfile",
      );
    default:
      return error(
        "tls_failed",
        `broke off with the alert "${words(alert)}"`,
        "the node's log says more",
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
    "give one that the node trusts, by --tls-cert and --tls-key",
  );
}

function words(alert: string): string {
  return alert.toLowerCase().replaceAll("_", " ");
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
