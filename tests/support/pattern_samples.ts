/**
 * Patterns with guards, written in Erlang and in Elixir, and arguments that are
 * likely to match them.
 *
 * @module
 */

/** The same text in both languages. */
interface Both {
  readonly erlang: string;
  readonly elixir: string;
}

/** Patterns for the arguments of one call, its guard, and what to try them on. */
export interface PatternSample {
  /** `[P1, P2]` */
  readonly head: Both;
  /** ` when G`, or nothing. */
  readonly guard: Both;
  /** Lists of arguments, in Erlang. */
  readonly calls: readonly string[];
}

type Random = (below: number) => number;

const VALUES: readonly Both[] = [
  ["1", "1"],
  ["2", "2"],
  ["-3", "-3"],
  ["1.0", "1.0"],
  ["a", ":a"],
  ["true", "true"],
  ["'_'", ":_"],
  ["'$1'", ':"$1"'],
  ["'$_'", ':"$_"'],
  ["'$$'", ':"$$"'],
  ['<<"ab">>', '"ab"'],
  ["<<1:4>>", "<<1::4>>"],
  ['"ab"', "'ab'"],
  ["[]", "[]"],
  ["{}", "{}"],
  ["#{}", "%{}"],
].map(([erlang = "", elixir = ""]) => ({ erlang, elixir }));

const NAMES = ["x", "y", "z"];

class Maker {
  readonly #random: Random;
  readonly #used = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  sample(): PatternSample {
    const arity = 1 + this.#random(2);
    const heads = times(arity, () => this.#pattern(3));
    const guard = this.#random(4) === 0 ? undefined : this.#guard(2);
    const known = heads.map(({ erlang }) => erlang);
    const calls = times(8, () => {
      const values = new Map(NAMES.map((name) => [name, this.#value(1)]));
      const args = known.map((text) =>
        this.#random(6) === 0 ? this.#value(2) : this.#instance(text, values)
      );
      return `[${args.join(", ")}]`;
    });
    return {
      head: both`[${join(heads)}]`,
      guard: guard === undefined ? both`` : both` when ${guard}`,
      calls,
    };
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#random(items.length)];
    if (item === undefined) throw new Error("nothing to pick");
    return item;
  }

  #pattern(depth: number): Both {
    const kind = this.#random(depth > 0 ? 14 : 7);
    const inner = (): Both => this.#pattern(depth - 1);
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return this.#variable();
      case 3:
        return both`_`;
      case 4:
      case 5:
      case 6:
        return this.#pick(VALUES);
      case 7:
        return both`{${inner()}, ${inner()}}`;
      case 8:
        return both`[${inner()} | ${inner()}]`;
      case 9:
        return both`[${inner()}, ${inner()}]`;
      case 10:
        return this.#map(inner());
      case 11:
        return both`${
          this.#pick([{ erlang: '"a"', elixir: "[?a]" }])
        } ++ ${inner()}`;
      default:
        return both`${inner()} = ${this.#variable()}`;
    }
  }

  #map(value: Both): Both {
    const key = this.#pick(VALUES.slice(0, 11));
    return {
      erlang: `#{${key.erlang} := ${value.erlang}}`,
      elixir: `%{${key.elixir} => ${value.elixir}}`,
    };
  }

  #variable(): Both {
    const name = this.#pick(NAMES);
    this.#used.add(name);
    return { erlang: name.toUpperCase(), elixir: name };
  }

  /** One that is in the pattern, or a value. */
  #operand(depth: number): Both {
    const used = [...this.#used];
    if (used.length > 0 && this.#random(4) > 0) {
      const name = this.#pick(used);
      return { erlang: name.toUpperCase(), elixir: name };
    }
    return depth > 0 ? this.#expression(depth - 1) : this.#pick(VALUES);
  }

  #expression(depth: number): Both {
    const one = this.#operand(depth);
    const other = this.#operand(depth);
    const call = (erlang: string, elixir = erlang): Both => ({
      erlang: erlang.replace("@1", one.erlang).replace("@2", other.erlang),
      elixir: elixir.replace("@1", one.elixir).replace("@2", other.elixir),
    });
    return this.#pick([
      () => call("(@1 + @2)"),
      () => call("(@1 - @2)"),
      () => call("(@1 * @2)"),
      () => call("(@1 / @2)"),
      () => call("(@1 div @2)", "div(@1, @2)"),
      () => call("(@1 rem @2)", "rem(@1, @2)"),
      () => call("(@1 band @2)", "Bitwise.band(@1, @2)"),
      () => call("-(@1)"),
      () => call("abs(@1)"),
      () => call("hd(@1)"),
      () => call("tl(@1)"),
      () => call("length(@1)"),
      () => call("element(1, @1)", "elem(@1, 0)"),
      () => call("tuple_size(@1)"),
      () => call("byte_size(@1)"),
      () => call("bit_size(@1)"),
      () => call("map_size(@1)"),
      () =>
        call(
          "map_get(a, @1)",
          /^[xyz]$/.test(one.elixir) ? "@1.a" : ":erlang.map_get(:a, @1)",
        ),
      () => call("{@1, @2}"),
      () => call("[@1, @2]"),
      () => call("[@1 | @2]"),
      () => call("#{a => @1}", "%{a: @1}"),
      () => call("round(@1)"),
      () => call("trunc(@1)"),
    ])();
  }

  #guard(depth: number): Both {
    const one = this.#operand(1);
    const other = this.#operand(1);
    if (depth > 0 && this.#random(3) === 0) {
      const [left, right] = [this.#guard(depth - 1), this.#guard(depth - 1)];
      return this.#pick([
        () => both`(${left} ${{ erlang: "andalso", elixir: "and" }} ${right})`,
        () => both`(${left} ${{ erlang: "orelse", elixir: "or" }} ${right})`,
        () => both`not (${left})`,
        () => both`${left} ${{ erlang: ";", elixir: "when" }} ${right}`,
      ].slice(0, depth === 2 ? 4 : 3))();
    }
    return this.#pick([
      () => both`${one} > ${other}`,
      () => both`${one} ${{ erlang: "=<", elixir: "<=" }} ${other}`,
      () => both`${one} == ${other}`,
      () => both`${one} ${{ erlang: "=:=", elixir: "===" }} ${other}`,
      () => both`${one} ${{ erlang: "/=", elixir: "!=" }} ${other}`,
      () => both`${one} ${{ erlang: "=/=", elixir: "!==" }} ${other}`,
      () => both`is_${both`${this.#pick(TYPES)}`}(${one})`,
      () => ({
        erlang: `is_map_key(a, ${one.erlang})`,
        elixir: `is_map_key(${one.elixir}, :a)`,
      }),
      () => ({
        erlang: `(${one.erlang} =:= 1 orelse ${one.erlang} =:= a)`,
        elixir: `${one.elixir} in [1, :a]`,
      }),
      () => ({
        erlang:
          `(is_integer(${one.erlang}) andalso ${one.erlang} >= 1 andalso ${one.erlang} =< 5)`,
        elixir: `${one.elixir} in 1..5`,
      }),
    ])();
  }

  #value(depth: number): string {
    if (depth === 0 || this.#random(3) > 0) return this.#pick(VALUES).erlang;
    const inner = (): string => this.#value(depth - 1);
    return this.#pick([
      () => `{${inner()}, ${inner()}}`,
      () => `[${inner()}, ${inner()}]`,
      () => `[${inner()} | ${inner()}]`,
      () => `#{a => ${inner()}, 1 => ${inner()}}`,
    ])();
  }

  /** The value that a pattern in Erlang was made for, more or less. */
  #instance(pattern: string, values: ReadonlyMap<string, string>): string {
    return pattern
      .replace(/ = [XYZ]/g, "")
      .replace(/:=/g, "=>")
      .replace(/\b[XYZ]\b/g, (name) => values.get(name.toLowerCase()) ?? "1")
      .replace(/(?<!['\w$])_(?!['\w])/g, () => this.#value(1));
  }
}

const TYPES: readonly Both[] =
  "atom binary bitstring boolean float function integer list map number pid port reference tuple"
    .split(" ").map((name) => ({ erlang: name, elixir: name }));

/** So many of them. */
export function patternSamples(count: number, random: Random): PatternSample[] {
  return times(count, () => new Maker(random).sample());
}

function times<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

function both(texts: TemplateStringsArray, ...parts: Both[]): Both {
  const filled = (key: keyof Both): string =>
    String.raw({ raw: texts }, ...parts.map((part) => part[key]));
  return { erlang: filled("erlang"), elixir: filled("elixir") };
}

function join(parts: readonly Both[]): Both {
  const joined = (key: keyof Both): string =>
    parts.map((part) => part[key]).join(", ");
  return { erlang: joined("erlang"), elixir: joined("elixir") };
}
