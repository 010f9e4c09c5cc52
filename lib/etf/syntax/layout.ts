/**
 * Breaks a text into lines where its brackets do not fit on one.
 *
 * The text is written once, on one line, with marks at brackets and separators; one pass
 * over the marks adds the line breaks, without a second walk over the term.
 *
 * @module
 */

/** A bracket or separator in a text. */
export interface Mark {
  readonly kind: "open" | "separator" | "close";
  /** Offset of its end, in UTF-16 units. */
  readonly at: number;
  readonly length: number;
}

interface Group {
  readonly broken: boolean;
  readonly indent: number;
}

/**
 * Breaks a text into lines of at most `width` columns, as far as its words allow. `hanging`
 * puts brackets on lines of their own and indents by two (Elixir, Gleam); otherwise elements
 * are aligned behind the opening bracket (Erlang, LFE).
 */
export function layOut(
  text: string,
  marks: readonly Mark[],
  width: number,
  hanging: boolean,
): string {
  const ends = groupEnds(marks);
  const groups: Group[] = [];
  let out = "";
  let lineStart = 0;
  let done = 0;
  const breakLine = (indent: number): void => {
    out += "\n";
    lineStart = out.length;
    out += " ".repeat(indent);
  };
  marks.forEach(({ kind, at, length }, index) => {
    const outer = groups.at(-1)?.indent ?? 0;
    if (kind === "close") {
      out += text.slice(done, at - length);
      done = at - length;
      const group = groups.pop();
      if (hanging && group?.broken) breakLine(groups.at(-1)?.indent ?? 0);
      out += text.slice(done, at);
    } else {
      const group = groups.at(-1);
      const words = text.slice(done, at);
      if (kind === "separator" && group?.broken) {
        out += words.trimEnd();
        breakLine(group.indent);
      } else {
        out += words;
      }
      if (kind === "open") {
        const column = out.length - lineStart;
        const flat = (ends.get(index) ?? at) - at;
        // Plus one column for a separator that may follow.
        const broken = flat > 0 && column + flat + 1 > width;
        const indent = hanging ? (broken ? outer + 2 : outer) : column;
        groups.push({ broken, indent });
        if (hanging && broken) breakLine(indent);
      }
    }
    done = at;
  });
  return out + text.slice(done);
}

/** Maps each opening mark to its closing one. */
function groupEnds(marks: readonly Mark[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  marks.forEach((mark, index) => {
    if (mark.kind === "open") open.push(index);
    if (mark.kind === "close") ends.set(open.pop() ?? 0, mark.at);
  });
  return ends;
}
