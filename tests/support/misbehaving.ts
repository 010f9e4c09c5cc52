/**
 * A probe that does what none may do, for tests of what keeps probes in check.
 *
 * @module
 */

import PACKED from "../beam/erl/library.b64" with { type: "text" };
import { LIBRARY, Library } from "../../lib/beam/library.ts";

/** The library that has `misbehaving`, beside what all probes are linked with. */
export const MISBEHAVING: Library = new Library(PACKED, LIBRARY);
