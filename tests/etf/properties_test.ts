import { assert, assertEquals } from "@std/assert";
import { fc } from "../support/random.ts";
import {
  type Atom,
  decode,
  decodePrefix,
  Decoder,
  encode,
  Encoder,
  equals,
} from "../../lib/etf/mod.ts";
import { terms } from "../support/terms.ts";

Deno.test("a term is what it was after encoding and decoding, and so are its bytes", () => {
  fc.assert(fc.property(terms, (term) => {
    const bytes = encode(term);
    const back = decode(bytes);
    assert(equals(back, term));
    assertEquals(encode(back), bytes);
  }));
});

Deno.test("a term is found among other bytes, and where it ends", () => {
  fc.assert(
    fc.property(terms, fc.nat(20), fc.nat(20), (term, before, after) => {
      const bytes = encode(term);
      const all = new Uint8Array(before + bytes.length + after);
      all.set(bytes, before);
      const prefix = decodePrefix(all, { offset: before });
      assert(equals(prefix.term, term));
      assertEquals(prefix.end, before + bytes.length);
    }),
  );
});

Deno.test("every part of an encoding is refused", () => {
  fc.assert(
    fc.property(terms, fc.double({ min: 0, max: 0.999 }), (term, part) => {
      const bytes = encode(term);
      const cut = bytes.subarray(0, Math.floor(bytes.length * part));
      assertEquals(isRefused(cut), true);
    }),
  );
});

function isRefused(bytes: Uint8Array): boolean {
  try {
    decodePrefix(bytes);
    return false;
  } catch {
    return true;
  }
}

Deno.test("a term goes through a header's list of atoms unchanged", () => {
  fc.assert(fc.property(terms, (term) => {
    const atoms: Atom[] = [];
    const encoder = new Encoder({
      cache: {
        indexOf(name): number | undefined {
          const known = atoms.indexOf(name);
          if (known >= 0 || atoms.length > 254) {
            return known < 0 ? undefined : known;
          }
          return atoms.push(name) - 1;
        },
      },
    });
    const bytes = encoder.term(term).written();
    assert(equals(new Decoder(bytes, { atoms }).read(), term));
  }));
});
