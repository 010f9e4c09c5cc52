/**
 * Links and monitors of a process, as its `Link list` has them.
 *
 * @module
 */

/** A monitor, and what is at its other end: a pid, a port, a name, a node. */
export interface Monitor {
  /** The other end. */
  readonly with: string;
  /** Empty for a monitor of a node. */
  readonly reference: string;
}

/** What a process is linked to and monitors. */
export interface Relations {
  /** Pids and ports. */
  readonly links: readonly string[];
  /** Those it set. */
  readonly monitors: readonly Monitor[];
  /** Those that others set on it. */
  readonly monitoredBy: readonly Monitor[];
}

/** Reads `[<0.9.0>, #Port<0.1>, {to,{name,'n@h'},#Ref<0.1>}, {from,<0.1.0>,#Ref<0.2>}]`. */
export function relationsFrom(text: string): Relations {
  const links: string[] = [];
  const monitors: Monitor[] = [];
  const monitoredBy: Monitor[] = [];
  for (const item of parts(text.replace(/^\[|\]$/g, ""))) {
    if (/^(?:<|#Port<)/.test(item)) links.push(item);
    if (!item.startsWith("{") || !item.endsWith("}")) continue;
    const [direction, other = "", reference = ""] = parts(item.slice(1, -1));
    const monitor = {
      with: other,
      reference: reference === "[]" ? "" : reference,
    };
    if (direction === "to") monitors.push(monitor);
    if (direction === "from") monitoredBy.push(monitor);
  }
  return { links, monitors, monitoredBy };
}

/** What the commas outside of braces and quotes separate. */
function parts(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "'") isQuoted = !isQuoted;
    else if (isQuoted) {
      if (char === "\\") i++;
    } else if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (char === "," && depth === 0) {
      found.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  found.push(text.slice(start).trim());
  return found;
}
