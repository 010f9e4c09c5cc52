import { assertEquals, assertThrows } from "@std/assert";
import { readCookieFile } from "../../lib/cli/cookies.ts";
import { CliError } from "../../lib/cli/errors.ts";

/** A cookie file of these contents and mode, gone when `await using` ends. */
async function cookieFile(
  text: string,
  mode = 0o400,
): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempFile();
  await Deno.writeTextFile(path, text);
  await Deno.chmod(path, mode);
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path) };
}

Deno.test("a cookie is one line; a space before its end belongs to it", async () => {
  const cases: [string, string][] = [
    ["secret", "secret"],
    ["secret\n", "secret"],
    ["secret\r\n\n \n", "secret"],
    ["secret \n", "secret "],
    [" ~!", " ~!"],
  ];
  for (const [text, cookie] of cases) {
    await using file = await cookieFile(text);
    assertEquals(readCookieFile(file.path), cookie);
  }
});

Deno.test("what is not one printable line is refused, and not repeated", async () => {
  for (const text of ["", "\n", "sec\nret", "s\u00e9cret", "sec\tret"]) {
    await using file = await cookieFile(text);
    const error = assertThrows(
      () => readCookieFile(file.path),
      CliError,
      "one line of printable characters",
    );
    assertEquals(`${error.message}${error.hint}`.includes("sec\n"), false);
  }
});

Deno.test("a file open to others is refused with the remedy", async () => {
  for (const mode of [0o644, 0o440, 0o602]) {
    await using file = await cookieFile("secret", mode);
    const error = assertThrows(
      () => readCookieFile(file.path),
      CliError,
      "is open to others",
    );
    assertEquals(error.hint, `chmod 600 ${file.path}`);
  }
});

Deno.test("a file that is not there is named", () => {
  assertThrows(() => readCookieFile("/no/such"), CliError, "does not exist");
});

Deno.test(
  "a file that may not be read is refused with the flag to add",
  { permissions: { read: false } },
  () => {
    const error = assertThrows(() => readCookieFile("/c"), CliError);
    assertEquals(error.code, "permission_denied");
    assertEquals(error.hint, "run deno with --allow-read=/c");
  },
);
