/**
 * A node for the tests of a file, and a link of its own for each.
 *
 * @module
 */

import type { RemoteNode } from "../../lib/node/mod.ts";
import { type Beam, type BeamOptions, startBeam } from "./beam.ts";
import { connect } from "./remote.ts";

/**
 * Starts a node before the first test of the file and ends it after the last;
 * `linked` is handed a link to it before each, which is ended after it.
 */
export function useTarget(
  options: BeamOptions,
  linked: (remote: RemoteNode, target: Beam) => unknown,
): void {
  let target: Beam;
  let remote: RemoteNode;
  Deno.test.beforeAll(async () => {
    target = await startBeam(options);
  });
  Deno.test.beforeEach(async () => {
    remote = await connect(target);
    await linked(remote, target);
  });
  Deno.test.afterEach(async () => {
    await remote[Symbol.asyncDispose]();
  });
  Deno.test.afterAll(async () => {
    await target[Symbol.asyncDispose]();
  });
}
