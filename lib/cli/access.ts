/**
 * Who may come in: the operator, and those who have a token. A principal stays
 * the same while its grants follow the files.
 *
 * @module
 */

import type { Grant, Principal, Selection } from "../registry/mod.ts";
import type { Settings } from "./settings.ts";
import { isTokenOf, parseToken, type TokenRecord } from "./tokens_file.ts";

/** How the operator is named in the audit log. */
const OPERATOR = "operator";

/** The principals, as the settings have them now. */
export class Access {
  #settings: Settings;
  /** Why nothing is granted now, in words for the operator. */
  #withheld: string | undefined;
  #tokens: ReadonlyMap<string, TokenRecord> = new Map();
  readonly #holders = new Map<string, Principal>();
  /** Who runs beamtap: on the command line, and over standard input and output. */
  readonly operator: Principal;

  /** Nobody has a token yet. */
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

  /** From now on, these settings count. */
  followSettings(settings: Settings): void {
    this.#settings = settings;
    this.#withheld = undefined;
  }

  /** Grants nothing to anybody until there are settings again: what they are now is not known. */
  withhold(error: unknown): void {
    this.#withheld = error instanceof Error ? error.message : String(error);
  }

  /** From now on, these tokens count and no others. */
  followTokens(tokens: readonly TokenRecord[]): void {
    this.#tokens = new Map(tokens.map((token) => [token.name, token]));
  }

  /** Whoever has this token, which is good now; for each token always the same principal. */
  authenticate(token: string): Principal | undefined {
    const parsed = parseToken(token);
    const record = parsed && this.#tokens.get(parsed.name);
    if (!parsed || !record || !isTokenOf(record, parsed.secret)) {
      return undefined;
    }
    if (record.expires !== undefined && record.expires <= Date.now()) {
      return undefined;
    }
    // A new token under an old name is somebody else.
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

/** A grant that ends with its token, or before. */
function within(grant: Grant, expires: number | undefined): Grant {
  return expires === undefined ? grant : {
    ...grant,
    expiresAt: Math.min(grant.expiresAt ?? Infinity, expires),
  };
}
