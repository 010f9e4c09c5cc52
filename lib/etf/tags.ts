/**
 * The tags of the format, named as in ERTS's `external.h`. Source: ERTS user's guide,
 * "External Term Format".
 *
 * @module
 */

/** The byte before a complete term. */
export const VERSION = 131;

/** The first byte of every term, by name. */
export const Tag = {
  /** Native records (OTP 29). */
  RECORD: 67,
  NEW_FLOAT: 70,
  BIT_BINARY: 77,
  /** Only right after {@linkcode VERSION}. */
  COMPRESSED: 80,
  /** Only after a distribution header, to whose atoms it refers. */
  ATOM_CACHE_REF: 82,
  NEW_PID: 88,
  NEW_PORT: 89,
  NEWER_REFERENCE: 90,
  SMALL_INTEGER: 97,
  INTEGER: 98,
  /** A float as text; no longer sent. */
  FLOAT: 99,
  /** Latin-1. */
  ATOM: 100,
  /** 8-bit creation; no longer sent, like the next two. */
  REFERENCE: 101,
  PORT: 102,
  PID: 103,
  SMALL_TUPLE: 104,
  LARGE_TUPLE: 105,
  NIL: 106,
  STRING: 107,
  LIST: 108,
  BINARY: 109,
  SMALL_BIG: 110,
  LARGE_BIG: 111,
  NEW_FUN: 112,
  EXPORT: 113,
  /** 8-bit creation; no longer sent. */
  NEW_REFERENCE: 114,
  /** Latin-1. */
  SMALL_ATOM: 115,
  MAP: 116,
  ATOM_UTF8: 118,
  SMALL_ATOM_UTF8: 119,
  V4_PORT: 120,
  /** Only right after {@linkcode VERSION}. */
  LOCAL: 121,
} as const;
