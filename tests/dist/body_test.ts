import { assert, assertEquals, assertThrows } from "@std/assert";
import { fc } from "../support/random.ts";
import { type BodyCodec, bodyCodec } from "../../lib/dist/body.ts";
import {
  DEFAULT_FLAGS,
  DistError,
  Flag,
  PASS_THROUGH_FLAGS,
} from "../../lib/dist/mod.ts";
import {
  atom,
  binary,
  equals,
  EtfError,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import { concat } from "../support/streams.ts";

/** The four forms that two flags make. */
const FORMS = {
  "passed through": PASS_THROUGH_FLAGS,
  "with headers for fragments alone": PASS_THROUGH_FLAGS | Flag.FRAGMENTS,
  "with the atom cache alone": PASS_THROUGH_FLAGS | Flag.DIST_HDR_ATOM_CACHE,
  "with both": DEFAULT_FLAGS,
};

function frameOf(
  codec: BodyCodec,
  control: Term,
  payload?: Term,
): Uint8Array<ArrayBuffer> {
  return concat(...codec.encode(control, payload));
}

const term: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc.bigInt(),
    fc.stringMatching(/^[a-zà-ü]{0,12}$/).map((text): Term => atom(text)),
    fc.string().map((text): Term => binary(text)),
    fc.array(tie("term"), { maxLength: 5 }).map((items): Term => items),
    fc.array(tie("term"), { maxLength: 5 }).map((items): Term =>
      tuple(...items)
    ),
  ),
})).term;

for (const [form, flags] of Object.entries(FORMS)) {
  Deno.test(`whatever is encoded is decoded again, message after message, frames ${form}`, () => {
    const there = bodyCodec(flags);
    const here = bodyCodec(flags);
    fc.assert(
      fc.property(
        term,
        fc.option(term, { nil: undefined }),
        (control, sent) => {
          const body = here.decode(frameOf(there, control, sent));
          assert(body !== undefined && equals(body.term, control));
          if (sent === undefined) assertEquals(body.payload, undefined);
          else assert(equals(body.payload ?? atom("missing"), sent));
          assertEquals(body.payloadError, undefined);
        },
      ),
      { numRuns: 300 },
    );
  });

  Deno.test(`no frame, however broken, raises anything but DistError, frames ${form}`, () => {
    const whole = frameOf(
      bodyCodec(flags),
      tuple(22, atom("from"), [atom("to"), 1.5 * 2]),
      [atom("payload"), binary("text"), tuple(1n << 80n)],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: whole.length }),
        fc.boolean(),
        (changes, end, cut) => {
          const frame = whole.slice(0, cut ? end : whole.length);
          for (const [at, byte] of changes) {
            frame.set([byte], at % frame.length);
          }
          try {
            const body = bodyCodec(flags).decode(frame);
            assert(
              !body?.payloadError || body.payloadError instanceof EtfError,
            );
          } catch (error) {
            assert(error instanceof DistError, `${error}`);
            assertEquals(error.code, "protocol_error");
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
}

Deno.test("a control term that spills over into the next fragment is read whole", () => {
  const flags = PASS_THROUGH_FLAGS | Flag.FRAGMENTS;
  const whole = frameOf(bodyCodec(flags), tuple(21, binary("x".repeat(99))), 5);
  const body = whole.subarray(3);
  const codec = bodyCodec(flags);
  const head = (tag: number, fragment: number): Uint8Array =>
    Uint8Array.of(
      131,
      tag,
      ...new Array(7).fill(0),
      1,
      ...new Array(7).fill(0),
      fragment,
    );
  assertEquals(
    codec.decode(concat(head(69, 3), Uint8Array.of(0), body.subarray(0, 5))),
    undefined,
  );
  assertEquals(
    codec.decode(concat(head(70, 2), body.subarray(5, 40))),
    undefined,
  );
  const read = codec.decode(concat(head(70, 1), body.subarray(40)));
  assert(equals(read?.term ?? 0, tuple(21, binary("x".repeat(99)))));
  assertEquals(read?.payload, 5);
});

Deno.test("a link without the atom cache knows nothing of earlier atoms", () => {
  const codec = bodyCodec(PASS_THROUGH_FLAGS | Flag.FRAGMENTS);
  assertThrows(
    () => codec.decode(Uint8Array.of(131, 68, 0, 82, 0)),
    DistError,
  );
});

Deno.test("a pass-through frame may carry more than its terms, as OTP lets it", () => {
  const codec = bodyCodec(PASS_THROUGH_FLAGS);
  const frame = concat(frameOf(codec, tuple(1), 2), Uint8Array.of(9, 9));
  assertEquals(codec.decode(frame)?.payload, 2);
});

Deno.test("a message too large to hold fails by itself, and says whom it was for", () => {
  const flags = PASS_THROUGH_FLAGS | Flag.FRAGMENTS;
  const codec = bodyCodec(flags);
  const control = tuple(22, atom("from"), atom("to"));
  const start = frameOf(bodyCodec(flags), control, new Uint8Array(9)).subarray(
    3,
  );
  const head = (tag: number, fragment: number): Uint8Array =>
    Uint8Array.of(
      131,
      tag,
      ...new Array(7).fill(0),
      1,
      ...new Array(6).fill(0),
      fragment >> 8,
      fragment & 255,
    );
  codec.decode(concat(head(69, 258), Uint8Array.of(0), start));
  // 256 times the same megabyte, so that the test itself holds little.
  const megabyte = concat(head(70, 0), new Uint8Array(1024 * 1024));
  for (let fragment = 257; fragment > 1; fragment--) {
    megabyte.set([fragment >> 8, fragment & 255], 16);
    assertEquals(codec.decode(megabyte), undefined);
  }
  const body = codec.decode(concat(head(70, 1), Uint8Array.of(1)));
  assert(equals(body?.term ?? 0, control));
  assertEquals(body?.payload, undefined);
  assertEquals(body?.payloadError?.code, "too_large");
});
