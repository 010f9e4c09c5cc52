/**
 * How zod works in all of beamtap; imported before any schema is made. It would
 * write and compile code for every schema at its first use, which a server that
 * uses most schemas a few times pays for with a slower start.
 *
 * @module
 */

import * as z from "zod";

z.config({ jitless: true });
