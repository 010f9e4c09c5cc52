/**
 * What one piece of work takes: time here, processor time on the node, bytes and
 * memory.
 *
 * @module
 */

import type { RemoteNode } from "../../lib/node/mod.ts";
import type { Beam } from "../../tests/support/beam.ts";
import { cpuMs } from "./cpu.ts";

const REST_MS = 2000;
/** Rounds before any is measured; fewer of what takes long. */
const WARM_UP = 4;

/** What one round of work takes. */
export interface Took {
  /** Median, in ms. */
  readonly wall: number;
  /** Of the node's processor beyond what it takes idle, in ms. */
  readonly cpu: number;
  /** Bytes to the node. */
  readonly out: number;
  /** Bytes from the node. */
  readonly back: number;
  /** Peak of the resident memory beyond what was there before, in kB. */
  readonly memory: number;
}

/** Measures work on one node. */
export class Meter {
  readonly #beam: Beam;
  readonly #node: RemoteNode;
  /** Processor time that the idle node takes, in ms a ms. */
  readonly #idle: number;

  private constructor(beam: Beam, node: RemoteNode, idle: number) {
    this.#beam = beam;
    this.#node = node;
    this.#idle = idle;
  }

  /** Measures first what the node does when it is asked nothing. */
  static async at(beam: Beam, node: RemoteNode): Promise<Meter> {
    const [before, begin] = [await cpuMs(beam), performance.now()];
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const ran = await cpuMs(beam) - before;
    return new Meter(beam, node, ran / (performance.now() - begin));
  }

  /** What `work` takes: medians of so many rounds, means of bytes. */
  async measure(work: () => Promise<unknown>, rounds: number): Promise<Took> {
    const before = Math.min(rounds >> 1, WARM_UP);
    for (let i = 0; i < before; i++) await work();
    await Deno.writeTextFile(`/proc/${this.#beam.pid}/clear_refs`, "5");
    const resident = await this.#memory("VmRSS");
    const traffic = this.#node.traffic;
    const walls: number[] = [];
    const cpus: number[] = [];
    for (let i = 0; i < rounds; i++) {
      cpus.push(
        await this.cpu(async () => {
          const start = performance.now();
          await work();
          walls.push(performance.now() - start);
        }),
      );
    }
    const { bytesOut, bytesIn } = this.#node.traffic;
    return {
      wall: median(walls),
      cpu: median(cpus),
      out: (bytesOut - traffic.bytesOut) / rounds,
      back: (bytesIn - traffic.bytesIn) / rounds,
      memory: await this.#memory("VmHWM") - resident,
    };
  }

  /** Processor time of the node while `work` is done, beyond what it takes idle, in ms. */
  async cpu(work: () => Promise<unknown>): Promise<number> {
    const [before, begin] = [await cpuMs(this.#beam), performance.now()];
    await work();
    const idle = this.#idle * (performance.now() - begin);
    return await cpuMs(this.#beam) - before - idle;
  }

  /** A field of `/proc/PID/status`, in kB. */
  async #memory(field: string): Promise<number> {
    const status = await Deno.readTextFile(`/proc/${this.#beam.pid}/status`);
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
