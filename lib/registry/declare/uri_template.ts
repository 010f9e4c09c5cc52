/**
 * Addresses of one form: level 1 of RFC 6570, where `{name}` stands for any
 * text without `/`, `?` and `#`. The MCP SDK has templates too, but only
 * lib/mcp may import it, and they leave values percent-encoded.
 *
 * @module
 */

const VARIABLE = /\{([a-z][a-z0-9_]*)\}/g;

/** Lists the names of the variables, in order. */
export function variablesOf(template: string): string[] {
  return [...template.matchAll(VARIABLE)].map(([, name = ""]) => name);
}

/**
 * Reads the values of the variables from an address of that form; `undefined`
 * for any other address.
 *
 * @example
 * ```ts
 * import { matchUri } from "./uri_template.ts";
 *
 * matchUri("beam://{node}/ets/{table}", "beam://a@h/ets/%3Cx%3E");
 * // { node: "a@h", table: "<x>" }
 * ```
 */
export function matchUri(
  template: string,
  uri: string,
): Record<string, string> | undefined {
  const pattern = template.split(VARIABLE).map((part, index) =>
    index % 2 === 0 ? RegExp.escape(part) : `(?<${part}>[^/?#]+)`
  );
  const { groups } = new RegExp(`^${pattern.join("")}$`).exec(uri) ?? {};
  if (groups === undefined) return undefined;
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [
        name,
        decodeURIComponent(value),
      ]),
    );
  } catch {
    return undefined;
  }
}

/** Makes the address with these values; a missing one is empty. */
export function expandUri(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  return template.replaceAll(
    VARIABLE,
    (_, name: string) =>
      encodeURIComponent(values[name] ?? "").replaceAll("%40", "@"),
  );
}
