/**
 * The regular expressions that find secrets in a text: tokens and keys by their
 * own form, values by the name they stand after.
 *
 * @module
 */

/** Keys and tokens of well-known services: how they start, and the characters that follow. */
const KEYS: readonly (readonly [start: string, characters: string])[] = [
  [
    "gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|[sr]k_(?:live|test)_|sk-",
    "\\w-",
  ],
  ["whsec_", "\\w+/=-"],
];

/** Forms that are always secrets; group 1 stays. */
export const SECRETS: readonly RegExp[] = [
  // A PEM block, whole or cut.
  /(-----BEGIN [A-Z0-9 ]{1,40}-----)(?:[^-]|-(?!----END))*(?:-----END [A-Z0-9 ]{1,40}-----)?/g,
  // A JSON web token, signed or not.
  /()\beyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g,
  // The password of an address: scheme://user:password@host.
  /((?:\b[a-z][a-z\d+.-]{0,30}:)?\/\/[^\s:@\/"'<>]{0,256}:)[^\s"'<>]{1,256}(?=@)/gi,
  // A token in place of the user: https://token@host; other schemes have user names there.
  /(\bhttps?:\/\/)[^\s:@\/"'<>]{1,256}(?=@)/gi,
  /(\b[a-z][a-z\d+.-]{0,30}:\/\/)(?=[^@]{0,255}\d)[\w~.-]{20,256}(?=@)/gi,
  // The password of an address that was cut before its @; a port has digits only.
  /((?:\b[a-z][a-z\d+.-]{0,30}:)\/\/[^\s:@\/"'<>[]{0,256}:)(?![{~$%*:])(?=\d{0,256}[^\d\s"'<>@\/])[^\s"'<>@]{1,256}(?=$|"?\.{3}|…)/gi,
  // {bearer, "token"}, {basic, "user:password"} and {basic, "user", "password"}.
  /(\{:?bearer,\s{0,4}(?:<<)?["'])[^"']{1,512}/g,
  /(\{:?(?:basic|digest),\s{0,4}(?:<<)?["'][^"':]{0,256}:)[^"']{1,256}/g,
  /(\{:?(?:basic|digest),\s{0,4}(?:<<)?["'][^"']{0,256}["'](?:>>)?,\s{0,4}(?:<<)?["'])[^"']{1,256}/g,
  // An HTTP authorization.
  /(\b(?:bearer|basic) )[\w.~+\/-]{8,}=*/gi,
  // An AWS access key.
  /()\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
  ...KEYS.map(([start, characters]) =>
    new RegExp(`()\\b(?:${start})[${characters}]{16,}`, "g")
  ),
];

/** The first part of a secret at the end of a text that was cut there; group 1 stays. */
export const CUT_SECRETS: readonly RegExp[] = [
  /((?:\b[a-z][a-z\d+.-]{0,30}:)?\/\/[^\s:@\/"'<>]{0,256}:)[^\s"'<>@]{1,256}$/i,
  /(\bhttps?:\/\/)[\w~-]{16,}$/i,
  /(\b(?:bearer|basic|digest|token) )[\w.~+\/-]{1,512}=*$/i,
  /()\b(?:AKIA|ASIA)[A-Z\d]{0,16}$/,
  ...KEYS.map(([start, characters]) =>
    new RegExp(`()\\b(?:${start})[${characters}]*$`)
  ),
];

/** A name and its value: `name => <<"…">>`, `name: "…"`, `{name, "…"}`, `"name": "…"`, `name=…`; the value may be on the next line, indented. */
export const NAMED_VALUE =
  /(?<![\w.$-])(?:([\w.$-]{2,64})(["'>]{0,3}\s{0,4}(?:=>|[:,=])(?:\s{0,4}|[ \t]{0,4}\r?\n[ \t]{0,200})(?:<<)?(?:~[a-zA-Z]{1,2})?)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|([\w.$-]{2,64})=([^\s;&,"'(){}\[\]<>]{1,512}))/g;

/** A name and a number: `name => 1234`, `name: 1234`, `{name, 1234}`; not a count in a sentence: `name, 1234 of them`. */
export const NAMED_NUMBER =
  /(?<![\w.$-])([\w.$-]{2,64})(["'>]{0,3}\s{0,4}(?:=>|:|(?<=\{["':<]{0,3}[\w.$-]{2,64}["'>]{0,3}),)\s{0,4})\d{3,16}(?![\w.])/g;

/** A line `Name: …`, as in HTTP headers and YAML. */
export const NAMED_LINE =
  /^([ \t-]{0,32}([\w.-]{2,64}):[ \t]{1,4})[^\s"'\[{<%#][^\r\n]*/gm;

/** A name before brackets: `name: {…}`, `{name, [` and the like. */
export const NAMED_BRACKETS =
  /(?<![\w.$-])([\w.$-]{2,64})["'>]{0,3}\s{0,4}(?:=>|[:=]|(?<=\{["':<]{0,3}[\w.$-]{2,64}["'>]{0,3}),)(?:\s{0,4}|[ \t]{0,4}\r?\n[ \t]{0,200})(?=[#%]?[{[(])/g;
