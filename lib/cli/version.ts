/**
 * The version of beamtap.
 *
 * @module
 */

import project from "../../deno.json" with { type: "json" };

/** The version, as in `deno.json`. */
export const VERSION: string = project.version;
