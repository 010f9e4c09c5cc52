import { assert, assertEquals, assertThrows } from "@std/assert";
import { checkTlsConfig, type TlsConfig, TlsError } from "../../lib/net/mod.ts";
import { oldRuntime } from "../../lib/net/tls_failure.ts";
import { type Certificates, makeCertificates } from "../support/tls.ts";

let certificates: Certificates;
Deno.test.beforeAll(async () => {
  certificates = await makeCertificates();
});
Deno.test.afterAll(async () => {
  await certificates[Symbol.asyncDispose]();
});

/** Checks that a configuration is refused, and gives the reason with its advice. */
function refusal(config: TlsConfig): string {
  const error = assertThrows(() => checkTlsConfig(config), TlsError);
  assertEquals(error.code, "bad_tls_material");
  assert(error.hint, "a refusal says what to do");
  return error.message;
}

Deno.test("whole material is taken as it is", () => {
  const config = {
    ca: certificates.pem("ca"),
    ...certificates.client("client"),
  };
  assertEquals(checkTlsConfig(config), config);
  assertEquals(checkTlsConfig({}), {});
});

Deno.test("a chain after the client certificate is taken", () => {
  const { cert, key } = certificates.client("client");
  checkTlsConfig({ cert: `${cert}\n${certificates.pem("ca")}`, key });
});

Deno.test("a certificate and a key only come together", () => {
  const { cert, key } = certificates.client("client");
  assertEquals(
    refusal({ cert }),
    "a client certificate is given without a client key",
  );
  assertEquals(
    refusal({ key }),
    "a client key is given without a client certificate",
  );
});

Deno.test("a key of another certificate is refused", () => {
  assertEquals(
    refusal({
      cert: certificates.pem("client"),
      key: certificates.key("server"),
    }),
    "the client key does not belong to the client certificate",
  );
});

Deno.test("text that is no certificate is refused", () => {
  assertEquals(
    refusal({ ca: "nonsense" }),
    "the CA contains no PEM certificate",
  );
  assertEquals(
    refusal({
      cert: certificates.key("client"),
      key: certificates.key("client"),
    }),
    "the client certificate contains no PEM certificate",
  );
});

Deno.test("a corrupt certificate or key is refused", () => {
  const damaged = (pem: string): string => pem.replaceAll("M", "N");
  const { cert = "", key = "" } = certificates.client("client");
  assertEquals(refusal({ ca: damaged(cert) }), "the CA is corrupt");
  assertEquals(
    refusal({ cert, key: damaged(key) }),
    "the client key is not a PEM private key",
  );
});

Deno.test("a key with a passphrase is refused, because nobody is asked", () => {
  const key =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH=\n-----END ENCRYPTED PRIVATE KEY-----\n";
  assertEquals(
    refusal({ cert: certificates.pem("client"), key }),
    "the client key has a passphrase",
  );
});

Deno.test("a fingerprint is read in every usual form", () => {
  const colons = Array(32).fill("AB").join(":");
  for (const fingerprint of [colons, "ab".repeat(32), colons.toLowerCase()]) {
    assertEquals(checkTlsConfig({ fingerprint }), { fingerprint: colons });
  }
  for (const fingerprint of ["", "AB:CD", "g".repeat(64), "ab".repeat(20)]) {
    assertEquals(
      refusal({ fingerprint }),
      "the fingerprint is not the SHA-256 of a certificate",
    );
  }
});

Deno.test("a Deno whose TLS is not whole is named", () => {
  for (const version of ["2.6.10", "2.8.3", "1.46.0"]) {
    assert(oldRuntime(version)?.message.includes(version), version);
  }
  for (const version of ["2.9.0", "2.10.1", "3.0.0-rc.1"]) {
    assertEquals(oldRuntime(version), undefined, version);
  }
});
