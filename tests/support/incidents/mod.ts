/**
 * Every incident.
 *
 * @module
 */

import { GROWTH } from "./growth.ts";
import type { Incident } from "./incident.ts";
import { MACHINE } from "./machine.ts";
import { STUCK } from "./stuck.ts";

/** In the order of their files. */
export const INCIDENTS: readonly Incident[] = [...STUCK, ...GROWTH, ...MACHINE];
