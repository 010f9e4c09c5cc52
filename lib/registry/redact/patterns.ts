/**
 * The regular expressions that find secrets in a text: tokens and keys by their
 * own form, values by the name they stand after.
 *
 * @module
 */

/** Shapes that are always secrets; group 1 stays. */
export const SHAPES: readonly RegExp[] = [
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
  // Keys of well-known services, by their prefixes.
  /()\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
  /()\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|sk-)[\w-]{16,}/g,
];

/** Starts of such shapes at the end of a text that was cut there; group 1 stays. */
export const BEGUN: readonly RegExp[] = [
  /((?:\b[a-z][a-z\d+.-]{0,30}:)?\/\/[^\s:@\/"'<>]{0,256}:)[^\s"'<>@]{1,256}$/i,
  /(\bhttps?:\/\/)[\w~-]{16,}$/i,
  /(\b(?:bearer|basic|digest|token) )[\w.~+\/-]{1,512}=*$/i,
  /()\b(?:AKIA|ASIA)[A-Z\d]{0,16}$/,
  /()\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|sk-)[\w-]*$/,
];

/** What stands after a name may be on the next line, however far in. `name => <<"…">>`, `name: "…"`, `{name, "…"}`, `"name": "…"`, `name=…`. */
export const NAMED =
  /(?<![\w.$-])(?:([\w.$-]{2,64})(["'>]{0,3}\s{0,4}(?:=>|[:,=])(?:\s{0,4}|[ \t]{0,4}\r?\n[ \t]{0,200})(?:<<)?(?:~[a-zA-Z]{1,2})?)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|([\w.$-]{2,64})=([^\s;&,"'(){}\[\]<>]{1,512}))/g;

/** A line `Name: …`, as in HTTP headers and YAML. */
export const LINE =
  /^([ \t-]{0,32}([\w.-]{2,64}):[ \t]{1,4})[^\s"'\[{<%#][^\r\n]*/gm;

/** A name before brackets: `name: {…}`, `{name, [` and the like. */
export const BRACKETED =
  /(?<![\w.$-])([\w.$-]{2,64})["'>]{0,3}\s{0,4}(?:=>|[:=]|(?<=\{["':<]{0,3}[\w.$-]{2,64}["'>]{0,3}),)(?:\s{0,4}|[ \t]{0,4}\r?\n[ \t]{0,200})(?=[#%]?[{[(])/g;
