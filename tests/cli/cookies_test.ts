import { assert, assertEquals, assertThrows } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { findCookie, readCookieFile } from "../../lib/cli/cookies.ts";
import { CliError } from "../../lib/cli/errors.ts";
import { readSettings } from "../../lib/cli/settings.ts";

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
    assertEquals(readCookieFile(file.path), {
      value: cookie,
      source: file.path,
    });
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
    assertEquals(readCookieFile(copy).value, "secret");
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
  assertEquals(readCookieFile(`${folder}/good`).value, "secret");
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

Deno.test("of a vm.args the cookie is taken that erl takes", async () => {
  const cases: [string, string][] = [
    ["## Name\n-name shop@10.0.0.5\n\n-setcookie secret\n+K true\n", "secret"],
    ["-name shop@10.0.0.5 -setcookie secret # ours", "secret"],
    ['-setcookie "se cret"\n-heart\n', "se cret"],
    ["-setcookie 'se cret'\n", "se cret"],
    ["# -setcookie old\n-setcookie\n  secret#tail\n", "secret"],
  ];
  for (const [text, cookie] of cases) {
    await using file = await cookieFile(text);
    const { value, source } = readCookieFile(file.path);
    assertEquals(value, cookie, text);
    assertEquals(source, `-setcookie in ${file.path}`);
  }
});

Deno.test("a vm.args from which no cookie can be taken is refused by what it is", async () => {
  const cases: [string, string, string][] = [
    ["-setcookie secret\n-setcookie secret2\n", "more than once", "ignores"],
    ["-setcookie a@b secret\n", "more than one word", "as one line"],
    ["-setcookie ${SHOP_COOKIE}\n", "is a template", "SHOP_COOKIE"],
    ["-setcookie <%= secret %>\n", "is a template", "started with"],
    ["-setcookie\n-name shop@h\n", "without a cookie", "as one line"],
  ];
  for (const [text, what, remedy] of cases) {
    await using file = await cookieFile(text);
    const { message, hint } = assertThrows(
      () => readCookieFile(file.path),
      CliError,
      what,
    );
    assert(hint?.includes(remedy), hint);
    assert(!`${message}${hint}`.includes("secret"), message);
  }
});

Deno.test("a vm.args without a cookie, and the folder of a release, lead to the right file", async () => {
  const folder = await Deno.makeTempDir();
  const releases = `${folder}/releases`;
  await Deno.mkdir(`${releases}/0.1.0`, { recursive: true });
  const args = `${releases}/0.1.0/vm.args`;
  await Deno.writeTextFile(args, "-name shop@h\n+K true\n", { mode: 0o600 });
  await Deno.writeTextFile(`${releases}/start_erl.data`, "13.1.5 0.1.0");
  const none = assertThrows(() => readCookieFile(args), CliError);
  assert(none.message.includes("sets no cookie"), none.message);
  assert(none.hint?.includes("releases/COOKIE"), none.hint);
  const inIt = assertThrows(() => readCookieFile(folder), CliError);
  assertEquals(inIt.hint, `give the file in it: ${args}`);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a cookie is taken from the first place that has one, and the place named", () => {
  const home = Deno.makeTempDirSync();
  const file = `${home}/.erlang.cookie`;
  Deno.writeTextFileSync(file, "c5", { mode: 0o400 });
  const names = ["HOME", "RELEASE_COOKIE", "BEAMTAP_COOKIE"] as const;
  const before = names.map((name) => Deno.env.get(name));
  try {
    Deno.env.set("HOME", home);
    Deno.env.delete("BEAMTAP_COOKIE");
    Deno.env.set("RELEASE_COOKIE", "");
    const none = { cookieFile: undefined, cookie: undefined };
    const given = { ...none, cookie: "c3" };
    const found = (value: string, source: string): unknown => ({
      found: true,
      cookie: { value, source },
    });
    assertEquals(findCookie(none), found("c5", file));
    Deno.env.set("RELEASE_COOKIE", "c4");
    assertEquals(findCookie(none), found("c4", "RELEASE_COOKIE"));
    assertEquals(findCookie(given), found("c3", "--cookie"));
    Deno.env.set("BEAMTAP_COOKIE", "c2");
    assertEquals(findCookie(none), found("c2", "BEAMTAP_COOKIE"));
    assertEquals(findCookie(given), found("c3", "--cookie"));
    assertEquals(findCookie({ ...given, cookieFile: file }), found("c5", file));
  } finally {
    names.forEach((name, at) => {
      const value = before[at];
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    });
    Deno.removeSync(home, { recursive: true });
  }
});

Deno.test("a cookie on the command line wins over the environment, and that over the config file", async () => {
  await using config = await cookieFile('{"cookie_file": "/config"}');
  const chosen = (
    words: readonly string[],
    env: Readonly<Record<string, string>>,
  ): unknown[] => {
    const all = ["serve", "--config", config.path, ...words];
    const args = parseArguments(all, (variable) => env[variable]);
    const { cookieFile, cookie } = readSettings(args, []);
    return [cookieFile, cookie];
  };
  const file = { BEAMTAP_COOKIE_FILE: "/env" };
  const both = { ...file, BEAMTAP_COOKIE: "c" };
  assertEquals(chosen([], {}), ["/config", undefined]);
  assertEquals(chosen([], { BEAMTAP_COOKIE: "c" }), [undefined, undefined]);
  assertEquals(chosen([], both), ["/env", undefined]);
  assertEquals(chosen(["--cookie=x"], both), [undefined, "x"]);
  assertEquals(chosen(["--cookie-file=/given"], both), ["/given", undefined]);
  assertEquals(chosen(["--cookie=x", "--cookie-file=/given"], both), [
    "/given",
    "x",
  ]);
});
