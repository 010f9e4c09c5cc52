import { assert, assertEquals, assertThrows } from "@std/assert";
import { CliError } from "../../lib/cli/errors.ts";
import { parseNamedNode } from "../../lib/cli/node_spec.ts";
import { NetError } from "../../lib/net/mod.ts";
import { NodeError } from "../../lib/node/mod.ts";

Deno.test("a node is a name, and may have an address and a cookie file", () => {
  assertEquals(parseNamedNode("a@h"), { name: "a@h" });
  assertEquals(parseNamedNode("a@h=10.0.0.1:9000"), {
    name: "a@h",
    host: "10.0.0.1",
    port: 9000,
  });
  assertEquals(parseNamedNode("a@h=[::1]:9000,cookie-file=/etc/c"), {
    name: "a@h",
    host: "::1",
    port: 9000,
    cookieFile: "/etc/c",
  });
  assertEquals(parseNamedNode("a@h=db1"), { name: "a@h", host: "db1" });
  assertEquals(parseNamedNode("a@h=[::1]"), { name: "a@h", host: "::1" });
  assertEquals(parseNamedNode("a@fe80::1%eth0=[fe80::1%eth0]:9000"), {
    name: "a@fe80::1%eth0",
    host: "fe80::1%eth0",
    port: 9000,
  });
  assertEquals(parseNamedNode("a@h,cookie-file=x=y"), {
    name: "a@h",
    cookieFile: "x=y",
  });
});

Deno.test("what is no node is refused", () => {
  for (const text of ["@h", "a@", "a@b@c", "", "a b", "a@-h", "a@h.-b"]) {
    assertThrows(() => parseNamedNode(text), NodeError, "not a node name");
  }
  assertThrows(
    () => parseNamedNode("a@[::1]"),
    NodeError,
    "brackets in it: a@::1",
  );
  for (const text of ["a@h=", "a=", "a@h=:1", "a@h=::1", "a@h=[x]", "a@h=x:"]) {
    assertThrows(() => parseNamedNode(text), CliError, "not an address");
  }
  assertThrows(() => parseNamedNode("a@h=b:99999"), CliError, "not a port");
  assertThrows(
    () => parseNamedNode("a@h,cookie_file=x"),
    CliError,
    'mean "cookie-file"',
  );
  assertThrows(() => parseNamedNode("a@h,cookie-file="), CliError, "a value");
});

Deno.test("an ssh server is part of a node's entry, and no option of ssh", () => {
  const { ssh } = parseNamedNode("a@h=db1:9000,ssh=deploy@[::1]:2222,tls");
  assertEquals(ssh?.login, "deploy@::1");
  assertEquals(ssh?.port, 2222);
  for (const text of ["a@h,ssh=-oProxyCommand=x", "a@h,ssh=-h"]) {
    assertThrows(() => parseNamedNode(text), NetError, "destination for ssh");
  }
  assertThrows(() => parseNamedNode("a@h,ssh="), CliError, "a value");
});

Deno.test("a name without a host is that of a node at the address given, else on this machine", () => {
  assertEquals(parseNamedNode("shop=10.0.0.5:9000"), {
    name: "shop@10.0.0.5",
    alias: "shop",
    host: "10.0.0.5",
    port: 9000,
  });
  const here = Deno.hostname().split(".")[0];
  assertEquals(parseNamedNode("shop,tls"), {
    name: `shop@${here}`,
    alias: "shop",
    host: "localhost",
    tls: {},
  });
});

Deno.test(
  "which permission tells this machine's name is said",
  { permissions: { sys: false } },
  () => {
    const { message, hint } = assertThrows(
      () => parseNamedNode("shop"),
      CliError,
    );
    assertEquals(message, '"shop" is a node name without a host');
    assert(hint?.includes("shop@HOST"), hint);
    assert(hint?.includes("--allow-sys=hostname"), hint);
  },
);
