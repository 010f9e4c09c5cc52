import { assert, assertEquals, assertThrows } from "@std/assert";
import { CliError } from "../../lib/cli/errors.ts";
import { parseNamedNode } from "../../lib/cli/node_spec.ts";
import { readTlsFiles } from "../../lib/cli/tls_files.ts";
import { TlsError } from "../../lib/net/mod.ts";
import { makeCertificates } from "../support/tls.ts";

Deno.test("a node's TLS settings follow its name", () => {
  assertEquals(parseNamedNode("demo@db1,tls"), { name: "demo@db1", tls: {} });
  assertEquals(
    parseNamedNode(
      "demo@db1=10.0.0.1:9100,cookie-file=c,tls-ca=ca.pem,tls-cert=c.pem," +
        "tls-key=k.pem,tls-server-name=db1.example.com,tls-fingerprint=AB:CD",
    ),
    {
      name: "demo@db1",
      host: "10.0.0.1",
      port: 9100,
      cookieFile: "c",
      tls: {
        ca: "ca.pem",
        cert: "c.pem",
        key: "k.pem",
        serverName: "db1.example.com",
        fingerprint: "AB:CD",
      },
    },
  );
});

Deno.test("a TLS setting that is misspelt, or has no value, is refused", () => {
  for (
    const [text, message] of [
      [
        "demo@db1,tls-cs=ca.pem",
        'unknown setting "tls-cs"; did you mean "tls-ca"',
      ],
      ["demo@db1,tls-ca", "tls-ca needs a value"],
      ["demo@db1,tls-ca=", "tls-ca needs a value"],
      ["demo@db1,tls=yes", "tls takes no value"],
    ] as const
  ) {
    const error = assertThrows(() => parseNamedNode(text), CliError);
    assert(error.message.includes(message), error.message);
    assertEquals(error.code, "bad_value");
  }
});

Deno.test("the files are read, and all else is kept", async () => {
  await using certificates = await makeCertificates();
  const { folder } = certificates;
  const serverName = "db1.example.com";
  assertEquals(
    readTlsFiles({
      ca: `${folder}/ca.pem`,
      cert: `${folder}/client.pem`,
      key: `${folder}/client.key`,
      serverName,
    }),
    {
      ca: certificates.pem("ca"),
      ...certificates.client("client"),
      serverName,
    },
  );
  assertThrows(
    () =>
      readTlsFiles({
        cert: `${folder}/client.pem`,
        key: `${folder}/server.key`,
      }),
    TlsError,
    "does not belong",
  );
});

Deno.test("a file that is not there is named", () => {
  const error = assertThrows(
    () => readTlsFiles({ ca: "no/such/ca.pem" }),
    CliError,
    "no/such/ca.pem does not exist",
  );
  assertEquals(error.code, "bad_tls_file");
});

Deno.test({
  name: "a file that may not be read is named, with the permission to give",
  permissions: { read: false },
  fn: () => {
    const error = assertThrows(() => readTlsFiles({ ca: "ca.pem" }), CliError);
    assertEquals(error.code, "permission_denied");
    // Absolute, since the flag is copied to where the folder is another.
    assert(/--allow-read=\/.*\/ca\.pem$/.test(error.hint ?? ""), error.hint);
  },
});
