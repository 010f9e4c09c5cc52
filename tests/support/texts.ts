/**
 * How OTP and Elixir print terms, as kept in `tests/fixtures/`.
 *
 * @module
 */

/** What `scripts/gen_text_fixtures.exs` writes. */
export interface TextFixture {
  readonly otp: string;
  readonly elixir: string;
  readonly terms: readonly {
    readonly name: string;
    /** The term in External Term Format. */
    readonly hex: string;
    readonly elixir: string;
    /** Null where OTP's own text is of no use. */
    readonly erlang: string | null;
  }[];
}

/** A fixture's JSON. */
export async function readFixture(name: string): Promise<unknown> {
  const url = new URL(`../fixtures/${name}`, import.meta.url);
  return JSON.parse(await Deno.readTextFile(url));
}

/** The text with every pid, port and reference of the one node. */
export function sameNode(text: string): string {
  return text.replace(/<\d+\.(?=[\d.]+>)/g, "<0.");
}
