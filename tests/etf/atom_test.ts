import { assert, assertEquals, assertThrows } from "@std/assert";
import { AtomTable, compareAtoms } from "../../lib/etf/atom.ts";
import { Atom, atom, decode, encode, EtfError } from "../../lib/etf/mod.ts";

const utf8 = new TextEncoder();

function find(table: AtomTable, name: string): Atom {
  const bytes = utf8.encode(`..${name}..`);
  return table.find(bytes, 2, bytes.length - 2);
}

Deno.test("an atom the program names is the same object as the one decoded, before and after", () => {
  assert(decode(encode(atom("ok"))) === atom("ok"));
  const decoded = decode(
    Uint8Array.fromHex("837707" + "6e6f74207965740a".slice(0, 14)),
  );
  assert(decoded instanceof Atom && decoded === atom(decoded.name));
});

Deno.test("Latin-1 and UTF-8 spell the same atom", () => {
  assert(decode(Uint8Array.fromHex("8373" + "01e9")) === atom("é"));
  assert(decode(Uint8Array.fromHex("8364" + "0002e961")) === atom("éa"));
});

Deno.test("10,000 atoms are found again by their bytes", () => {
  const table = new AtomTable();
  const names = Array.from({ length: 10_000 }, (_, i) => `atom ${i}`);
  const found = names.map((name) => find(table, name));
  assertEquals(found.map(({ name }) => name), names);
  assert(names.every((name, i) => find(table, name) === found[i]));
  assertEquals(table.size, 10_000);
});

Deno.test("atoms from outside are forgotten once they are many, the program's own never", () => {
  const table = new AtomTable();
  const own = table.keep("own");
  const first = find(table, "first");
  for (let i = 0; i < 65_536; i++) find(table, `flood ${i}`);
  assert(find(table, "first") === first);
  assertEquals(table.admit(10), 11);
  assertEquals(table.size, 1);
  assert(find(table, "own") === own);
  assert(find(table, "first") !== first);
});

Deno.test("an atom met outside and then named by the program is kept", () => {
  const table = new AtomTable();
  const met = find(table, "met");
  assert(table.keep("met") === met);
  for (let i = 0; i < 65_537; i++) find(table, `flood ${i}`);
  table.admit(0);
  assert(find(table, "met") === met);
});

Deno.test("atoms compare by code points", () => {
  const names = ["", "a", "aa", "ab", "b", "é", "\uffff", "😀"];
  assertEquals(
    names.map(atom).toReversed().sort(compareAtoms),
    names.map(atom),
  );
});

Deno.test("names that no atom has are refused", () => {
  assertEquals(atom("é".repeat(255)).name.length, 255);
  assertEquals(atom("😀".repeat(255)).utf8.length, 1020);
  for (const name of ["x".repeat(256), "😀".repeat(256), "\ud800"]) {
    const error = assertThrows(() => atom(name), EtfError);
    assertEquals(error.code, "bad_atom");
  }
});

Deno.test("a byte order mark is a character of an atom", () => {
  const bytes = Uint8Array.fromHex("837704efbbbf61");
  assertEquals(encode(decode(bytes)), bytes);
});
