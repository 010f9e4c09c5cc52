/**
 * Finds the cookie in a release's `vm.args`, as `erl -args_file` reads it. No message
 * contains a cookie.
 *
 * @module
 */

/** A cookie, or what is wrong with the file and how to fix it. */
export type ArgumentsFinding =
  | { readonly cookie: string }
  | { readonly flaw: string; readonly hint: string };

/** Words of an arguments file: quoted, a comment, or plain. */
const WORD = /"([^"\n]*)"|'([^'\n]*)'|#[^\n]*|[^\s#"']+/g;

/** Returns whether a text sets a cookie as an arguments file does. */
export function setsCookie(text: string): boolean {
  return /^(?:[^#\n]*\s)?-setcookie\s/m.test(text);
}

/** Returns the cookie that an arguments file sets. */
export function cookieInArguments(text: string): ArgumentsFinding {
  const words = Array.from(
    text.matchAll(WORD),
    ([whole, double, single]) => double ?? single ?? whole,
  ).filter((word) => !word.startsWith("#"));
  const found = words.flatMap((word, at) => {
    if (word !== "-setcookie") return [];
    const rest = words.slice(at + 1);
    const end = rest.findIndex((each) => /^[-+]/.test(each));
    return [end < 0 ? rest : rest.slice(0, end)];
  });
  const [[cookie, ...more] = [], another] = found;
  if (another !== undefined) {
    return {
      flaw: "has -setcookie more than once",
      hint:
        "erl ignores them all then, and uses ~/.erlang.cookie of the user that runs the node",
    };
  }
  if (cookie === undefined || cookie.includes("\\")) {
    return {
      flaw: "has -setcookie without a cookie that beamtap can read",
      hint: "write the cookie alone to a file of your own, as one line",
    };
  }
  const [, variable] = /^\$\{(\w+)\}$/.exec(cookie) ?? [];
  if (variable !== undefined || /<%|\$[{(]/.test(cookie)) {
    return {
      flaw: "is a template: the cookie is filled in when the node starts",
      hint: variable === undefined
        ? "give the file that the node was started with"
        : `the cookie is in the environment variable ${variable} where the node starts; write it to a file of your own, as one line`,
    };
  }
  return more.length === 0 ? { cookie } : {
    flaw: "has -setcookie with more than one word",
    hint: "write the cookie alone to a file of your own, as one line",
  };
}
