/**
 * Links and monitors of a process, as its `Link list` has them.
 *
 * @module
 */

/** A monitor, and what is at its other end: a pid, a port, a name, a node. */
export interface Monitor {
  readonly with: string;
  /** Empty for a monitor of a node. */
  readonly reference: string;
}

/** What a process is linked to and monitors. */
export interface Relations {
  /** Pids and ports. */
  readonly links: readonly string[];
  readonly monitors: readonly Monitor[];
  readonly monitoredBy: readonly Monitor[];
}

/** Reads `[<0.9.0>, #Port<0.1>, {to,{name,'n@host'},#Ref<0.1>}, {from,<0.1.0>,#Ref<0.2>}]`. */
export function relationsFrom(text: string): Relations {
  const links: string[] = [];
  const monitors: Monitor[] = [];
  const monitoredBy: Monitor[] = [];
  // An item ends at the comma outside of its braces and quotes.
  const items =
    /(?:'(?:[^'\\]|\\.)*'|\{(?:[^{}']|'(?:[^'\\]|\\.)*'|\{[^{}]*\})*\}|[^,'{}[\]])+/g;
  for (const [item] of text.matchAll(items)) {
    const [, direction, other = "", reference = ""] =
      /^\{(to|from),(.*),([^,]*)\}$/s.exec(item.trim()) ?? [];
    if (direction === undefined) {
      const link = item.trim();
      if (/^(?:<|#Port<)/.test(link)) links.push(link);
      continue;
    }
    (direction === "to" ? monitors : monitoredBy)
      .push({ with: other, reference: reference === "[]" ? "" : reference });
  }
  return { links, monitors, monitoredBy };
}
