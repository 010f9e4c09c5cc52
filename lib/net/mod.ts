/**
 * TCP and TLS client streams, each opened with a timeout.
 *
 * @module
 */

export { delay, type Wait, withDeadline } from "./deadline.ts";
export {
  NetError,
  type NetErrorCode,
  TlsError,
  type TlsErrorCode,
} from "./errors.ts";
export { deniedError, ipFamily, literalAddress, resolve } from "./resolve.ts";
export { isDenoAtLeast } from "./runtime.ts";
export {
  connectTimeout,
  parseSshDestination,
  type SshDestination,
} from "./ssh_destination.ts";
export {
  type Attempt,
  bracketed,
  connectTcp,
  type TcpOptions,
  type Transport,
} from "./tcp.ts";
export { connectTls, type TlsOptions } from "./tls.ts";
export { checkTlsConfig, type TlsConfig } from "./tls_config.ts";
export type { ShownCertificate } from "./tls_failure.ts";
