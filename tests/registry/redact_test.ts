import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  atom,
  binary,
  charlist,
  equals,
  format,
  improper,
  map,
  NativeRecord,
  Pid,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import { Redactor } from "../../lib/registry/mod.ts";
import { terms } from "../support/terms.ts";

const redactor = new Redactor();
const mark = binary("[redacted]");
const secret = binary("hunter2");
const pid = new Pid(atom("a@h"), 1, 0, 1);

/** The term as Erlang prints it, without its secrets. */
function shown(term: Term): string {
  return format(redactor.term(term), { syntax: "erlang" });
}

/** A fake secret, written so that no scanner of source takes it for one. */
function made(...parts: string[]): string {
  return parts.join("");
}

const JWT = made("eyJhbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxIn0", ".", "c2ln");
const PEM = [
  made("-----BEGIN ", "PRIVATE KEY-----"),
  "bm90IGEga2V5",
  made("-----END ", "PRIVATE KEY-----"),
].join("\n");

Deno.test("what stands under a secret name is hidden, in terms of any shape", () => {
  const password = atom("password");
  const cases: [string, Term][] = [
    ["proplist", [tuple(password, secret), tuple(atom("port"), 80)]],
    ["map", map([[password, secret], [binary("user"), binary("me")]])],
    ["map with a text as key", map([[binary("db_password"), charlist("x")]])],
    ["record", tuple(password, atom("sha256"), secret)],
    [
      "struct",
      map([
        [atom("__struct__"), atom("Elixir.Db")],
        [atom("password"), secret],
      ]),
    ],
    [
      "native record",
      new NativeRecord(
        atom("m"),
        atom("conn"),
        true,
        [atom("host"), atom("api_key")],
        [binary("h"), secret],
      ),
    ],
    ["options", [charlist("-setcookie"), charlist("hunter2"), charlist("-x")]],
    [
      "name and value",
      map([
        [atom("name"), binary("DB_PASSWORD")],
        [atom("value"), secret],
      ]),
    ],
    ["nested", tuple(atom("state"), map([[1, [[tuple(password, secret)]]]]))],
    ["header", tuple(binary("Authorization"), binary("Bearer hunter2hunter2"))],
    ["structure", map([[atom("credentials"), map([[atom("a"), secret]])]])],
    ["a cookie as atom", [tuple(atom("cookie"), atom("hunter2"))]],
    ["a number", map([[atom("passcode"), 1234]])],
  ];
  for (const [what, term] of cases) {
    const text = shown(term);
    assert(text.includes("[redacted]"), `${what}: ${text}`);
    assert(!/hunter2|1234/.test(text), `${what}: ${text}`);
  }
  assertEquals(
    redactor.term(improper([tuple(password, secret)], 1)),
    improper([tuple(password, mark)], 1),
  );
});

Deno.test("whether there is a secret, and who has it, may be told", () => {
  const open: Term[] = [
    map([[atom("password"), atom("undefined")]]),
    map([[atom("has_password"), atom("true")]]),
    tuple(atom("token_server"), pid),
    map([[atom("token_ttl_ms"), 5000], [atom("max_tokens"), 100]]),
    tuple(atom("auth"), pid, atom("worker"), [atom("auth")]),
    [atom("secretary"), atom("monkey"), atom("tokenizer")],
  ];
  for (const term of open) assert(redactor.term(term) === term, shown(term));
});

Deno.test("secrets are known by their shape, wherever they stand", () => {
  const url = "postgres://me:hunter2@db.example.com:5432/shop";
  for (
    const text of [
      `a ${PEM} b`,
      PEM.slice(0, 40),
      `a ${JWT} b`,
      JWT.slice(0, 34),
      `connect ${url} failed`,
      "amqp://me:p@ss/word@mq",
      "Authorization: Bearer abcdefgh12345678",
      made("key AKIA", "ABCDEFGHIJKLMNOP"),
      made("gh", "p_abcdefghijklmnopqrstuvwxyz0123456789"),
      `{"password": "hunter2"}`,
      '#{password => <<"hunter2">>}',
      '%{password: "hunter2", user: "me"}',
      '[{db_password,"hunter2"}]',
      "Server=db;Password=hunter2;Port=1",
      "secret_key_base: 'hunter2'",
      "GET / HTTP/1.1\r\nHost: a\r\nCookie: sid=hunter2; a=b\r\n\r\n",
      "X-Api-Key: hunter2",
      "db:\n  user: me\n  - password: hunter2\n",
    ]
  ) {
    const out = redactor.text(text);
    assert(out.includes("[redacted]"), out);
    assert(!/hunter2|bm90|c2ln|p@ss|word@|abcdefgh|ABCDEF/.test(out), out);
    assertEquals(shown(binary(text)).includes("[redacted]"), true, text);
    assertEquals(shown(charlist(text)).includes("[redacted]"), true, text);
  }
  assertEquals(
    redactor.text(url),
    "postgres://me:[redacted]@db.example.com:5432/shop",
  );
});

Deno.test("plain texts stay as they are", () => {
  for (
    const text of [
      "the token is expired, ask for another",
      "http://127.0.0.1:4000/users?id=1",
      "a@h:5 and b@h",
      "gen_server:call(token_server, get)",
      "password",
      "",
      "{password, undefined}",
      "author: me",
      "host: a\r\ncontent-type: text/plain\r\n\r\nthe password: it is gone",
      "tokenizer: waiting",
      "eyJ",
    ]
  ) assertEquals(redactor.text(text), text);
});

Deno.test("structured answers are redacted by name and by shape", () => {
  assertEquals(
    redactor.json({
      user: "me",
      password: "hunter2",
      nested: [{ api_key: 5, url: "http://a:hunter2@h" }],
      env: [{ key: "DB_PASSWORD", value: "hunter2" }, {
        key: "PORT",
        value: 1,
      }],
      has_cookie: true,
      secret: null,
      next_cursor: "30-abc",
    }),
    {
      user: "me",
      password: "[redacted]",
      nested: [{ api_key: "[redacted]", url: "http://a:[redacted]@h" }],
      env: [
        { key: "DB_PASSWORD", value: "[redacted]" },
        { key: "PORT", value: 1 },
      ],
      has_cookie: true,
      secret: null,
      next_cursor: "30-abc",
    },
  );
});

Deno.test("more names may be configured, as globs in any case", () => {
  const more = new Redactor({ keys: ["card_*", "IBAN"] });
  assertEquals(more.json({ card_number: "1", Iban: "2", b: "3" }), {
    card_number: "[redacted]",
    Iban: "[redacted]",
    b: "3",
  });
});

Deno.test("without redaction, only our own cookies are hidden", () => {
  const literals = (): string[] => ["MONSTERMONSTER", "short"];
  const off = new Redactor({ enabled: false, literals });
  assertEquals(off.json({ password: "hunter2", a: "xMONSTERMONSTERx short" }), {
    password: "hunter2",
    a: "x[redacted]x short",
  });
  assertEquals(
    off.term(tuple(atom("state"), atom("MONSTERMONSTER"))),
    tuple(
      atom("state"),
      mark,
    ),
  );
  assert(off.term(map([[atom("password"), secret]])) instanceof Object);
});

Deno.test("a term without secrets is not copied, and none is broken", () => {
  fc.assert(fc.property(terms, (term) => {
    const redacted = redactor.term(term);
    if (redacted !== term) assert(!equals(redacted, term));
    assert(equals(redactor.term(redacted), redacted));
  }));
});

Deno.test("texts made to be slow are not", () => {
  for (
    const piece of [
      "a://b:",
      "eyJaaaaa.",
      "-----BEGIN A-----",
      "password=",
      "a: \n",
      "\n- - ",
      '{a,"',
    ]
  ) {
    const begin = performance.now();
    redactor.text(piece.repeat(40_000));
    assert(performance.now() - begin < 10_000, piece);
  }
});
