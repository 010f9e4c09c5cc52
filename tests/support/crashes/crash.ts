/**
 * Nodes that die and leave a crash dump, or none: how each is started, and how it ends.
 *
 * @module
 */

import { loading, QUIET } from "../supervisors.ts";

/** How a node dies, and who is to blame. */
export interface Crash {
  readonly name: string;
  /** The module `m`, which exports everything; `start/0` brings the end about, or prepares it. */
  readonly source: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Limit of its address space, in MB, as `ulimit -v` sets it. */
  readonly memoryMb?: number;
  /** What ends it from outside, once `start/0` has returned. */
  readonly signal?: Deno.Signal;
  /** What the verdict on its dump must have in it: the planted culprit. */
  readonly says: readonly (string | RegExp)[];
}

/** A node that has died. */
export interface Dead extends AsyncDisposable {
  /** Where its dump is, if it left one; the folder has nothing else in it. */
  readonly path: string;
  readonly folder: string;
  /** What it wrote to its console. */
  readonly output: string;
}

/** How long a node may take to die, in ms. */
const DEADLINE_MS = 120_000;

/** Starts a node, waits until it has died, and returns where its dump is; disposing removes it. */
export async function die(crash: Crash, erl = "erl"): Promise<Dead> {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/erl_crash.dump`;
  const { source, args = [], env, memoryMb, signal } = crash;
  const module = `-module(m).\n-compile([export_all, nowarn_export_all]).\n`;
  const limit = memoryMb === undefined ? "" : `ulimit -v ${memoryMb * 1024}; `;
  const child = new Deno.Command("sh", {
    args: [
      ...["-c", `${limit}exec "$0" "$@"`, erl, "-noinput"],
      // Without, a gigabyte of addresses is set aside for literals.
      ...["+MIscs", "64", ...args, "-eval"],
      `${QUIET}, ${
        loading(module + source)
      }, m:start(), io:put_chars("up\\n").`,
    ],
    env: { HOME: "/nonexistent", ERL_CRASH_DUMP: path, ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const timer = setTimeout(() => child.kill("SIGKILL"), DEADLINE_MS);
  let output = "";
  const drain = async (stream: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      const wasUp = output.includes("up\n");
      output += text;
      if (signal && !wasUp && output.includes("up\n")) child.kill(signal);
    }
  };
  await Promise.all([drain(child.stdout), drain(child.stderr), child.status]);
  clearTimeout(timer);
  return {
    path,
    folder,
    output,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
