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

/** The principals, according to the current settings and tokens. */
export class Access {
  #settings: Settings;
  /** Why nothing is granted at the moment, for the operator. */
  #withheld: string | undefined;
  #tokens: ReadonlyMap<string, TokenRecord> = new Map();
  readonly #holders = new Map<string, Principal>();
  /** Whoever runs beamtap: on the command line, and over standard input and output. */
  readonly operator: Principal;

  /** Starts without tokens. */
  constructor(settings: Settings) {
    this.#settings = settings;
    const current = (): Settings => this.#settings;
    const granted = (): readonly Grant[] => this.#granted();
    const withheld = (): string | undefined => this.#withheld;
    this.operator = {
      id: OPERATOR,
      trusted: true,
      get grants(): readonly Grant[] {
        return granted();
      },
      get withheld(): string | undefined {
        return withheld();
      },
      get selection(): Selection {
        return current().selection;
      },
      get readOnly(): boolean {
        return current().readOnly;
      },
    };
  }

  /** Applies new settings. */
  followSettings(settings: Settings): void {
    this.#settings = settings;
    this.#withheld = undefined;
  }

  /** Grants nothing to anybody until there are valid settings again. */
  withhold(error: unknown): void {
    this.#withheld = error instanceof Error ? error.message : String(error);
  }

  /** Replaces all tokens. */
  followTokens(tokens: readonly TokenRecord[]): void {
    this.#tokens = new Map(tokens.map((token) => [token.name, token]));
  }

  /** Returns the principal of a valid token, always the same one for a token. */
  authenticate(token: string): Principal | undefined {
    const parsed = parseToken(token);
    const record = parsed && this.#tokens.get(parsed.name);
    if (!parsed || !record || !isTokenOf(record, parsed.secret)) {
      return undefined;
    }
    if (record.expires !== undefined && record.expires <= Date.now()) {
      return undefined;
    }
    // A new token with an old name belongs to somebody else.
    const key = `${record.name}:${record.hash}`;
    const known = this.#holders.get(key) ?? this.#holder(record);
    this.#holders.set(key, known);
    return known;
  }

  #granted(): readonly Grant[] {
    return this.#withheld === undefined ? this.#settings.grants : [];
  }

  #holder({ name, hash }: TokenRecord): Principal {
    const current = (): TokenRecord | undefined => {
      const record = this.#tokens.get(name);
      return record?.hash === hash ? record : undefined;
    };
    const settings = (): Settings => this.#settings;
    const granted = (): readonly Grant[] => this.#granted();
    const withheld = (): string | undefined => this.#withheld;
    return {
      id: `token:${name}`,
      owner: `token:${name}:${hash.slice(0, 16)}`,
      trusted: false,
      get grants(): readonly Grant[] {
        const { allow = [], expires } = current() ?? {};
        return allow.map((grant) => within(grant, expires));
      },
      get ceiling(): readonly Grant[] {
        return granted();
      },
      get withheld(): string | undefined {
        return withheld();
      },
      get selection(): Selection {
        return settings().selection;
      },
      get readOnly(): boolean {
        return settings().readOnly;
      },
    };
  }
}

/** Limits a grant to the lifetime of its token. */
function within(grant: Grant, expires: number | undefined): Grant {
  return expires === undefined ? grant : {
    ...grant,
    expiresAt: Math.min(grant.expiresAt ?? Infinity, expires),
  };
}
