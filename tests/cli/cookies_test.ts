import { assert, assertEquals, assertThrows } from "@std/assert";
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

Deno.test("what is not one printable line is refused by what it is, and not repeated", async () => {
  const cases: [string, string][] = [
    ["", "is empty"],
    ["\n", "is empty"],
    ["\nsecret", "starts with an empty line"],
    ["sec\nret", "contains more than one line"],
    ["sec\r\nret\r\n", "contains more than one line"],
    ["s\u00e9cret", "one line of printable characters"],
    ["\ufeffsecret", "one line of printable characters"],
    ["sec\tret", "one line of printable characters"],
    ["s".repeat(5000), "has 5000 bytes"],
  ];
  for (const [text, what] of cases) {
    await using file = await cookieFile(text);
    const error = assertThrows(
      () => readCookieFile(file.path),
      CliError,
      what,
    );
    assert(error.hint, "there is a remedy");
    assert(!`${error.message}${error.hint}`.includes("sec"), error.message);
  }
});

Deno.test("a file open to others is refused; the remedy is a copy, for the file may be an application's", async () => {
  for (const mode of [0o644, 0o440, 0o602]) {
    await using file = await cookieFile("secret", mode);
    const error = assertThrows(
      () => readCookieFile(file.path),
      CliError,
      "is accessible to others",
    );
    assert(!error.hint?.includes("chmod"), error.hint);
    const copy = `${file.path}.copy`;
    const command = /install -m 600 \S+ ~\/\.beamtap\.cookie/.exec(
      error.hint ?? "",
    );
    assert(command, error.hint);
    const { success } = await new Deno.Command("sh", {
      args: ["-c", command[0].replace("~/.beamtap.cookie", copy)],
    }).output();
    assert(success);
    assertEquals(readCookieFile(copy), "secret");
    const { mode: left } = await Deno.stat(file.path);
    assertEquals((left ?? 0) & 0o777, mode);
    await Deno.remove(copy);
  }
});

Deno.test("Erlang's own file is to be closed, as Erlang demands", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/.erlang.cookie`;
  await Deno.writeTextFile(path, "secret");
  await Deno.chmod(path, 0o644);
  const { hint } = assertThrows(() => readCookieFile(path), CliError);
  assert(hint?.startsWith(`run: chmod 400 ${path}`), hint);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a folder, a device and a link to nothing are called what they are", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.symlink(`${folder}/gone`, `${folder}/link`);
  await using file = await cookieFile("secret");
  await Deno.symlink(file.path, `${folder}/good`);
  for (
    const [path, what] of [
      [folder, "is a folder"],
      [`${folder}/`, "is a folder"],
      ["/dev/null", "is a device"],
      [`${folder}/link`, "symbolic link"],
    ] as const
  ) {
    const { hint, message } = assertThrows(
      () => readCookieFile(path),
      CliError,
      what,
    );
    assert(!`${message}${hint}`.includes("chmod"), hint);
  }
  assertEquals(readCookieFile(`${folder}/good`), "secret");
  await Deno.writeTextFile(`${folder}/COOKIE`, "secret");
  const { hint } = assertThrows(() => readCookieFile(folder), CliError);
  assert(hint?.includes(`${folder}/COOKIE`), hint);
  await Deno.remove(folder, { recursive: true });
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
