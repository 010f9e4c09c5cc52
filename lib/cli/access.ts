/**
 * Principals: the operator, and the holders of tokens. A principal stays the same
 * object while its grants follow the files.
 *
 * @module
 */

import type { Grant, Principal, Selection } from "../registry/mod.ts";
import type { Settings } from "./settings.ts";
import { isTokenOf, parseToken, type TokenRecord } from "./tokens_file.ts";

/** Name of the operator in the audit log. */
const OPERATOR = "operator";

/** What the files say now. */
interface State {
  settings: Settings;
  /** Why nothing is granted at the moment, for the operator. */
  withheld: string | undefined;
  tokens: ReadonlyMap<string, TokenRecord>;
}

/** The principals, according to the current settings and tokens. */
export class Access {
  readonly #state: State;
  readonly #holders = new Map<string, Principal>();
  /** Whoever runs beamtap: on the command line, and over standard input and output. */
  readonly operator: Principal;

  /** Starts without tokens. */
  constructor(settings: Settings) {
    this.#state = { settings, withheld: undefined, tokens: new Map() };
    this.operator = principalOf(this.#state, undefined);
  }

  /** Applies new settings. */
  followSettings(settings: Settings): void {
    this.#state.settings = settings;
    this.#state.withheld = undefined;
  }

  /** Grants nothing to anybody until there are valid settings again. */
  withhold(error: unknown): void {
    this.#state.withheld = error instanceof Error
      ? error.message
      : String(error);
  }

  /** Replaces all tokens. */
  followTokens(tokens: readonly TokenRecord[]): void {
    this.#state.tokens = new Map(tokens.map((token) => [token.name, token]));
  }

  /** Returns the principal of a valid token, always the same one for a token. */
  authenticate(token: string): Principal | undefined {
    const { name = "", secret = "" } = parseToken(token) ?? {};
    const record = this.#state.tokens.get(name);
    if (!record || !isTokenOf(record, secret)) return undefined;
    if ((record.expires ?? Infinity) <= Date.now()) return undefined;
    // A new token with an old name belongs to somebody else.
    const key = `${record.name}:${record.hash}`;
    const known = this.#holders.get(key) ?? principalOf(this.#state, record);
    this.#holders.set(key, known);
    return known;
  }
}

/** Returns the operator, or the holder of a token. */
function principalOf(state: State, token: TokenRecord | undefined): Principal {
  const granted = (): readonly Grant[] =>
    state.withheld === undefined ? state.settings.grants : [];
  const own = (name: string, hash: string): readonly Grant[] => {
    const record = state.tokens.get(name);
    return record?.hash !== hash
      ? []
      : record.allow.map((grant) => within(grant, record.expires));
  };
  return {
    ...token === undefined ? { id: OPERATOR } : {
      id: `token:${token.name}`,
      owner: `token:${token.name}:${token.hash.slice(0, 16)}`,
    },
    trusted: token === undefined,
    get grants(): readonly Grant[] {
      return token === undefined ? granted() : own(token.name, token.hash);
    },
    get ceiling(): readonly Grant[] | undefined {
      return token && granted();
    },
    get withheld(): string | undefined {
      return state.withheld;
    },
    get selection(): Selection {
      return state.settings.selection;
    },
    get readOnly(): boolean {
      return state.settings.readOnly;
    },
  };
}

/** Limits a grant to the lifetime of its token. */
function within(grant: Grant, expires: number | undefined): Grant {
  return expires === undefined ? grant : {
    ...grant,
    expiresAt: Math.min(grant.expiresAt ?? Infinity, expires),
  };
}
