/**
 * Addresses of one form: the simplest kind of RFC 6570, where `{name}` stands
 * for any text without `/`, `?` and `#`.
 *
 * @module
 */

const VARIABLE = /\{([a-z][a-z0-9_]*)\}/g;

/** The names of the variables, in order. */
export function variablesOf(template: string): string[] {
  return [...template.matchAll(VARIABLE)].map(([, name = ""]) => name);
}

/** The values of the variables in an address of that form; `undefined` for any other. */
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

/** The address with these values. */
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
