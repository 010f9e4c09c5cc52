/**
 * Makes a large crash dump out of a real one: its processes many times over, a process
 * with a long mailbox, and binaries up to the size that is wanted.
 *
 * @module
 */

import { makeDump } from "../../tests/dump/real.ts";

/** What a large dump holds. */
export interface LargeDump {
  readonly bytes: number;
  readonly processes: number;
  /** The process with the long mailbox. */
  readonly culprit: string;
}

/** Messages of the culprit; each takes about 110 bytes of the dump. */
const MESSAGES = 1_000_000;
/** Bytes of a binary, and of its line in base64. */
const BINARY = 12_000;
const LINE = "QUJDREVG".repeat(BINARY / 6);

/** Writes a dump of about `bytes` with `processes` processes. */
export async function writeLargeDump(
  path: string,
  bytes: number,
  processes: number,
): Promise<LargeDump> {
  await using made = await makeDump(`
    [spawn(fun() -> put(key, {N, lists:seq(1, 50), <<"text">>}), receive never -> ok end end)
     || N <- lists:seq(1, 100)],
    timer:sleep(100), erlang:halt("large")`);
  const text = new TextDecoder("latin1").decode(await Deno.readFile(made.path));
  const sections = text.split(/^(?==[a-z_]+)/m);
  const first = (kind: string): number =>
    sections.findIndex((section) => section.startsWith(`=${kind}`));
  const before = sections.slice(0, first("proc:"));
  const between = sections.slice(first("port:"), firstTerms(sections));
  const after = sections.slice(first("persistent_terms"));
  const fields = sections.filter((it) => it.startsWith("=proc:"));
  const terms = Map.groupBy(
    sections.filter((it) => /^=proc_[a-z]+:/.test(it)),
    (section) => /:(<[^>]+>)/.exec(section)?.[1] ?? "",
  );

  using writer = new Writer(await Deno.create(path));
  await writer.write(before.join(""));
  const culprit = "<0.77.100>";
  for (let i = 0; i < processes - 1; i++) {
    await writer.write(renamed(fields[i % fields.length] ?? "", pidOf(i)));
  }
  await writer.write(
    renamed(fields[0] ?? "", culprit).replace(
      /Message queue length: \d+/,
      `Message queue length: ${MESSAGES}`,
    ),
  );
  await writer.write(between.join(""));
  for (let i = 0; i < processes - 1; i++) {
    const pid = /<[^>]+>/.exec(fields[i % fields.length] ?? "")?.[0] ?? "";
    for (const section of terms.get(pid) ?? []) {
      await writer.write(renamed(section, pidOf(i)));
    }
  }
  await writeCulprit(writer, culprit);
  const rest = after.join("");
  const end = rest.indexOf("=atoms");
  await writer.write(rest.slice(0, end));
  for (let i = 0; writer.bytes < bytes - (rest.length - end); i++) {
    const address = (0x5500_0000_0000 + i * 64).toString(16).toUpperCase();
    await writer.write(
      `=binary:${address}\n${BINARY.toString(16).toUpperCase()}:${LINE}\n`,
    );
  }
  await writer.write(rest.slice(end));
  await writer.flush();
  return { bytes: writer.bytes, processes, culprit };
}

function firstTerms(sections: readonly string[]): number {
  return sections.findIndex((section) => /^=proc_[a-z]+:/.test(section));
}

function pidOf(index: number): string {
  // The first number of a pid has 15 bits.
  const number = 100 + index;
  return `<0.${number & 0x7fff}.${number >> 15}>`;
}

function renamed(section: string, pid: string): string {
  return section.replace(/^(=[a-z_]+:)<[^>]+>/, `$1${pid}`);
}

/** Messages `{event, N, <<"…">>}`, and the heap with them. */
async function writeCulprit(writer: Writer, pid: string): Promise<void> {
  const address = (i: number): string =>
    (0x7f00_0000_0000 + i * 64).toString(16).toUpperCase();
  await writer.write(`=proc_messages:${pid}\n`);
  for (let i = 0; i < MESSAGES; i++) await writer.write(`H${address(i)}:N\n`);
  await writer.write(`=proc_stack:${pid}\n=proc_heap:${pid}\n`);
  for (let i = 0; i < MESSAGES; i++) {
    await writer.write(
      `${address(i)}:t3:A5:event,I${i},H${address(i)}8\n${
        address(i)
      }8:Yh14:VGhlIHF1aWNrIGJyb3duIGZveC4=\n`,
    );
  }
}

/** Writes text in large pieces. */
class Writer implements Disposable {
  bytes = 0;
  readonly #file: Deno.FsFile;
  readonly #buffer = new Uint8Array(4 << 20);
  readonly #encoder = new TextEncoder();
  #used = 0;

  constructor(file: Deno.FsFile) {
    this.#file = file;
  }

  async write(text: string): Promise<void> {
    let rest = text;
    while (rest.length > 0) {
      const room = this.#buffer.subarray(this.#used);
      const { read, written } = this.#encoder.encodeInto(rest, room);
      this.#used += written;
      this.bytes += written;
      rest = rest.slice(read);
      if (rest.length > 0) await this.flush();
    }
  }

  async flush(): Promise<void> {
    let from = 0;
    while (from < this.#used) {
      from += await this.#file.write(this.#buffer.subarray(from, this.#used));
    }
    this.#used = 0;
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }
}
