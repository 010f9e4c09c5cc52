import { assert, assertEquals } from "@std/assert";
import { fc } from "../../support/random.ts";
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
} from "../../../lib/etf/mod.ts";
import { Redactor } from "../../../lib/registry/mod.ts";
import { terms } from "../../support/terms.ts";

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
      made("sk", "_test_abcdefghijklmnopqrstuvwxyz"),
      made("rk", "_test_abcdefghijklmnopqrstuvwxyz"),
      made("whsec", "_MfKQ9r8GK/qrTwjUPD8I+PZIo2Labcdef="),
      `{"password": "hunter2"}`,
      '#{password => <<"hunter2">>}',
      '#{password =>\n                <<"hunter2">>}',
      '[{password,\r\n            {basic, "hunter2"}}]',
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
    assert(!/hunter2|bm90|c2ln|p@ss|word@|abcdef|ABCDEF/.test(out), out);
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
      "http://127.0.0.1:4000",
      "http://[::1]:4000/a",
      "listens on http://~s:~p",
      "ssh://git@github.com/a",
      "gen_server:call(token_server, {get, 1})",
      "mailto:me@example.com",
      "app:latest@sha256:abc",
      "eyJ",
    ]
  ) assertEquals(redactor.text(text), text);
});

/** What a node leaves of a term that is too large. */
function cut(kind: string, size: number, kept: Term): Term {
  return tuple(atom("$cut"), atom(kind), size, kept);
}

Deno.test("parsed addresses and options of HTTP clients are as secret as their texts", () => {
  const pair = tuple(binary("me"), secret);
  const both = binary("me:hunter2");
  const cases: [string, Term][] = [
    ["uri_string:parse/1", map([[atom("userinfo"), both]])],
    [
      "the same of a charlist",
      map([[atom("userinfo"), charlist("me:hunter2")]]),
    ],
    [
      "URI.parse/1",
      map([
        [atom("__struct__"), atom("Elixir.URI")],
        [atom("authority"), binary("me:hunter2@db.example.com:5432")],
        [atom("userinfo"), both],
      ]),
    ],
    ["authority as pair", [tuple(atom("authority"), charlist("hunter2@db"))]],
    ["Req, basic", [tuple(atom("auth"), tuple(atom("basic"), both))]],
    ["Req, bearer", map([[atom("auth"), tuple(atom("bearer"), secret)]])],
    ["Req, digest", tuple(atom("digest"), both)],
    ["a pair", map([[atom("auth"), pair]])],
    ["a text", tuple(atom("auth"), both)],
    ["Cowboy", tuple(atom("basic"), binary("me"), secret)],
    ["hackney", [tuple(atom("basic_auth"), pair)]],
    ["hackney behind a proxy", [tuple(atom("proxy_auth"), pair)]],
    [
      "#hackney_url{}",
      tuple(atom("hackney_url"), ...Array(10).fill(80), secret),
    ],
    [
      "#url{}",
      tuple(atom("url"), 1, 2, 3, binary("me"), secret, 6, 7, 8),
    ],
    [
      "http_uri:parse/1",
      tuple(atom("https"), both, charlist("h"), 443, charlist("/"), []),
    ],
    ["a header in a list of two", [[binary("authorization"), secret]]],
    ["parts of a text", [binary("GET\r\nX-Api-Key: "), secret, binary("\r\n")]],
    ["a query", map([[atom("query"), binary("a=1&token=hunter2")]])],
  ];
  for (const [what, term] of cases) {
    const text = shown(term);
    assert(text.includes("[redacted]"), `${what}: ${text}`);
    assert(!/hunter2/.test(text), `${what}: ${text}`);
  }
  assertEquals(
    redactor.json({ authority: "me:hunter2@db:1", auth: "me:hunter2" }),
    { authority: "[redacted]@db:1", auth: "[redacted]" },
  );
});

Deno.test("what only looks like options of HTTP clients may be told", () => {
  const open: Term[] = [
    map([[atom("authority"), binary("db.example.com:5432")]]),
    tuple(atom("basic"), binary("a plan")),
    tuple(atom("basic"), 1, 2),
    tuple(atom("auth"), atom("always")),
    tuple(atom("auth"), tuple(pid, 1)),
    tuple(atom("https"), binary(""), charlist("h"), 443, charlist("/"), []),
    [binary("password"), binary("email"), binary("name")],
    [binary("email"), binary("password")],
    map([[binary("path"), binary("/users/a:b")]]),
  ];
  for (const term of open) assert(redactor.term(term) === term, shown(term));
});

Deno.test("of what was cut on its node, no part of a secret is left", () => {
  const cookie = "QWERTYUIOPASDFGHJKLZ";
  const own = new Redactor({ literals: () => [cookie] });
  const out = (term: Term): string =>
    format(own.term(term), { syntax: "erlang" });
  for (let kept = 1; kept < cookie.length; kept++) {
    const part = cookie.slice(0, kept);
    const cases = [
      cut("binary", 20, binary(part)),
      cut("list", 20, charlist(part)),
      map([[atom("a"), tuple(1, cut("binary", 20, binary(part)))]]),
    ];
    for (const term of cases) assert(!out(term).includes(part), out(term));
    const within = `cookie is ${part}`;
    const text = out(cut("binary", 40, binary(within)));
    assert(kept < 4 || !text.includes(part), text);
    if (kept < 8) continue;
    for (const end of ["", "...", '"...', "\u2026 (3 bytes left out)"]) {
      const found = own.text(`x ${part}${end}`);
      assertEquals(found, `x [redacted]${end}`);
    }
  }
  const begun: [string, number][] = [
    ["postgres://me:hunt", 40],
    ["redis://:12345", 40],
    ["//me:hunt", 40],
    [made("https://gh", "p_abcdefghijkl"), 40],
    ["Bearer abc", 40],
    ["x Basic bWU6aH", 40],
    [made("key AKIA", "ABCDEF"), 40],
    [made("gh", "p_abcdef"), 40],
    [made("whsec", "_abc/def"), 40],
    ['{"password": "hunt', 40],
    [PEM.slice(0, 40), 400],
  ];
  for (const [text, size] of begun) {
    const found = shown(cut("binary", size, binary(text)));
    assert(found.includes("[redacted]"), found);
    assert(!/hunt|12345|abc|bWU6|ABCDEF|bm90/.test(found), found);
  }
});

Deno.test("a name of which too little is left may announce a secret", () => {
  const name = cut("binary", 11, binary("db_pas"));
  const hiding: Term[] = [
    map([[name, binary("hunter2")]]),
    tuple(name, binary("hunter2")),
    cut("map", 9, [tuple(name, binary("hunter2"))]),
    cut("map", 9, [tuple(atom("password"), binary("hunter2"))]),
    cut("map", 9, [
      tuple(atom("name"), binary("DB_PASSWORD")),
      tuple(atom("value"), secret),
    ]),
    cut("tuple", 9, [atom("password"), binary("hunter2")]),
    cut("list", 9, [tuple(atom("password"), binary("hunter2"))]),
  ];
  for (const term of hiding) assert(!/hunter2/.test(shown(term)), shown(term));
  const open: Term[] = [
    map([[cut("binary", 500, binary("a long text")), 5]]),
    tuple(cut("binary", 64, binary("0123456789abcdef")), 5),
    tuple(cut("binary", 50, binary("/users/1/reset")), 5),
    cut("binary", 50, binary("http://h.example.com/a")),
  ];
  for (const term of open) assert(redactor.term(term) === term, shown(term));
});

Deno.test("structure under a secret name is hidden in texts as it is in terms", () => {
  const cases: [string, string][] = [
    ['[basic_auth: {"me", "hunter2"}, a: 1]', "[basic_auth: [redacted], a: 1]"],
    ['{credentials,#{k => "hunter2"}}', "{credentials,[redacted]}"],
    ['%{password: ["hunter2", "}"], b: 2}', "%{password: [redacted], b: 2}"],
    ['password => {<<"hunter2">>', "password => [redacted]"],
    ['auth: {:basic, "me:hunter2"}', 'auth: {:basic, "me:[redacted]"}'],
    ['{bearer,<<"hunter2">>}', '{bearer,<<"[redacted]">>}'],
    ['{basic,"me","hunter2"}', '{basic,"me","[redacted]"}'],
    ["https://hunter2@h/a", "https://[redacted]@h/a"],
    ["see //me:hunter2@h", "see //me:[redacted]@h"],
    ["postgres://me:hunter2", "postgres://me:[redacted]"],
    ['"postgres://me:hunter2"...', '"postgres://me:[redacted]"...'],
    ['%URI{authority: "me:hunter2@h"}', '%URI{authority: "[redacted]@h"}'],
    ['{"auth": "bWU6aHVudGVyMg=="}', '{"auth": "[redacted]"}'],
  ];
  for (const [text, expected] of cases) {
    assertEquals(redactor.text(text), expected);
    assertEquals(redactor.text(expected), expected);
  }
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

Deno.test("texts made to be slow are read to their end", () => {
  for (
    const piece of [
      "a://b:",
      "eyJaaaaa.",
      "-----BEGIN A-----",
      "password=",
      "a: \n",
      "\n- - ",
      '{a,"',
      "password={",
      "{password,[",
      "//a:",
      "https://a",
      "...",
    ]
  ) {
    // What is not linear would not end while anybody waits.
    redactor.text(piece.repeat(100_000));
  }
});

Deno.test("one-time passwords are secret by their exact names only", () => {
  for (const name of ["otp", "OTP", "otp_code", "pin", "cvv"]) {
    const pair = tuple(atom(name), binary("123456"));
    assertEquals(
      redactor.term(pair),
      tuple(atom(name), binary("[redacted]")),
      name,
    );
    assertEquals(redactor.json({ [name]: "123456" }), { [name]: "[redacted]" });
    for (
      const text of [`%{${name}: 1234}`, `#{${name} => 1234}`, `{${name},1234}`]
    ) {
      assertEquals(
        redactor.text(text),
        text.replace("1234", "[redacted]"),
      );
    }
  }
  for (const text of ["otp => 27", "salt, 1000 rounds", "token_ttl_ms: 5000"]) {
    assertEquals(redactor.text(text), text);
  }
  for (
    const name of ["otp_app", "otp_release", "pinned", "ping", "spin", "pins"]
  ) {
    const pair = tuple(atom(name), binary("123456"));
    assertEquals(redactor.term(pair), pair, name);
  }
});
