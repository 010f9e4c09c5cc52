/**
 * Capability flags of the distribution handshake (distribution protocol,
 * "Distribution Flags"; values as in OTP's dist.hrl, checked on OTP 23 to 29).
 *
 * @module
 */

/** Flags by their OTP names, without the `DFLAG_` prefix. */
export const Flag = {
  PUBLISHED: 1n << 0n,
  EXTENDED_REFERENCES: 1n << 2n,
  DIST_MONITOR: 1n << 3n,
  FUN_TAGS: 1n << 4n,
  DIST_MONITOR_NAME: 1n << 5n,
  NEW_FUN_TAGS: 1n << 7n,
  EXTENDED_PIDS_PORTS: 1n << 8n,
  EXPORT_PTR_TAG: 1n << 9n,
  BIT_BINARIES: 1n << 10n,
  NEW_FLOATS: 1n << 11n,
  UNICODE_IO: 1n << 12n,
  DIST_HDR_ATOM_CACHE: 1n << 13n,
  SMALL_ATOM_TAGS: 1n << 14n,
  UTF8_ATOMS: 1n << 16n,
  MAP_TAG: 1n << 17n,
  BIG_CREATION: 1n << 18n,
  SEND_SENDER: 1n << 19n,
  BIG_SEQTRACE_LABELS: 1n << 20n,
  EXIT_PAYLOAD: 1n << 22n,
  FRAGMENTS: 1n << 23n,
  HANDSHAKE_23: 1n << 24n,
  UNLINK_ID: 1n << 25n,
  MANDATORY_25_DIGEST: 1n << 26n,
  SPAWN: 1n << 32n,
  NAME_ME: 1n << 33n,
  V4_NC: 1n << 34n,
  ALIAS: 1n << 35n,
  ALTACT_SIG: 1n << 37n,
  NATIVE_RECORDS: 1n << 38n,
} as const;

/** Name of a flag. */
export type FlagName = keyof typeof Flag;

/** All flags except the atom cache and fragments, so that frames have no distribution header. */
export const PASS_THROUGH_FLAGS = 0x6d075f5fbcn;

/** The flags of a real hidden node, including the atom cache and fragments. */
export const DEFAULT_FLAGS = PASS_THROUGH_FLAGS | Flag.DIST_HDR_ATOM_CACHE |
  Flag.FRAGMENTS;

/** Flags that a peer must have, because calls depend on them. */
const REQUIRED: readonly FlagName[] = [
  "EXTENDED_REFERENCES",
  "DIST_MONITOR",
  "EXTENDED_PIDS_PORTS",
  "NEW_FUN_TAGS",
  "UTF8_ATOMS",
  "MAP_TAG",
  "BIG_CREATION",
  "EXIT_PAYLOAD",
  "HANDSHAKE_23",
  "SPAWN",
];

/** Returns the required flags that a peer does not offer. */
export function missingFlags(offered: bigint): FlagName[] {
  return REQUIRED.filter((name) => (offered & Flag[name]) === 0n);
}

/** Returns whether frames have a distribution header under these negotiated flags. */
export function usesHeaders(flags: bigint): boolean {
  return (flags & (Flag.DIST_HDR_ATOM_CACHE | Flag.FRAGMENTS)) !== 0n;
}
