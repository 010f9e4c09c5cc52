import { assert, assertEquals, assertRejects } from "@std/assert";
import { DumpError, openDump, readDump } from "../../lib/dump/mod.ts";
import { MAX_INFLATED } from "../../lib/dump/patience.ts";
import { openSource, type Source } from "../../lib/dump/source.ts";
import { writeBomb } from "../support/bomb.ts";
import { makeDump } from "./real.ts";

Deno.test("reading ends with what has come, or gives up, when somebody wants it", async () => {
  await using made = await makeDump(
    `B = binary:copy(<<"much">>, 2000000), put(b, B), erlang:halt("long")`,
  );
  const ended = AbortSignal.abort();
  const dump = await openDump(made.path, { early: ended });
  assertEquals(dump.unread, "stopped");
  const [note] = dump.notes;
  assertEquals(note?.code, "stopped");
  assert(/as somebody stopped it: .* \(\d+ %\)/.test(note?.text ?? ""));
  assert(dump.bytes < dump.fileSize && dump.processes.count > 0);
  const late = await openDump(made.path, {
    early: AbortSignal.abort(new DOMException("", "TimeoutError")),
  });
  assert(late.notes[0]?.text.includes("its time was over"));
  await assertRejects(
    () => openDump(made.path, { signal: AbortSignal.abort(new Error("no")) }),
    Error,
    "no",
  );
  assertEquals((await openDump(made.path)).notes, []);
});

Deno.test("inflating lets others have their turn, whatever a file inflates to", async () => {
  const path = await Deno.makeTempFile();
  await writeBomb(path, 60);
  const source = await openSource(path);
  let bytes = 0;
  let turn: number | undefined;
  await source.stream((piece, last) => {
    if (bytes === 0) setTimeout(() => turn = bytes);
    bytes += last ? 0 : piece.length;
    return piece.length;
  });
  await Deno.remove(path);
  assert(bytes > 60 << 20);
  assert(turn !== undefined && turn < bytes / 2, `${turn} of ${bytes}`);
});

Deno.test("of a compressed dump only so much is read", async () => {
  const path = await Deno.makeTempFile();
  await writeBomb(path, 20);
  const dump = await openDump(path, { maxBytes: 1 << 23 });
  await Deno.remove(path);
  assertEquals(dump.unread, "too_large");
  assert(dump.notes[0]?.text.includes("gunzip it first"));
});

Deno.test("a question inflates no more than it may", async () => {
  const encoder = new TextEncoder();
  const head = encoder.encode(
    "=erl_crash_dump:0.5\nSlogan: x\nSystem version: y\n=atoms\na\n",
  );
  /** Inflates 1 GiB at a time until it is stopped. */
  const endless: Source = {
    ...{ fileSize: 1000, gzip: true },
    stream(consume): Promise<{ broken: boolean }> {
      consume(head, true);
      return Promise.resolve({ broken: false });
    },
    async read(_ranges, spend): Promise<never> {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve));
        spend?.(2 ** 30);
        inflated += 2 ** 30;
      }
    },
  };
  let inflated = 0;
  const dump = await readDump("x", endless);
  const far = await assertRejects(
    () => dump.during({}).newestAtoms(1),
    DumpError,
    "no question inflates more",
  );
  assertEquals([far.code, inflated], ["too_far", MAX_INFLATED]);
  const early = new AbortController();
  setTimeout(() => early.abort());
  const stopped = await assertRejects(
    () => dump.during({ early: early.signal }).newestAtoms(1),
    DumpError,
    "somebody stopped it",
  );
  assertEquals(stopped.code, "stopped");
  const cancelled = new AbortController();
  setTimeout(() => cancelled.abort(new Error("no")));
  await assertRejects(
    () => dump.during({ signal: cancelled.signal }).newestAtoms(1),
    Error,
    "no",
  );
});
