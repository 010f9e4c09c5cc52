/**
 * Keeps the handlers: readers get a snapshot that never changes, and changes
 * are all or nothing.
 *
 * @module
 */

import { RegistryError } from "../errors.ts";
import type { AnyHandler, HandlerOf, Kind } from "./handler.ts";

/** All handlers, in the order of registration. */
export class Catalogue {
  readonly #listeners = new Set<() => void>();
  readonly #failed: (error: unknown) => void;
  /** By kind and name, and resources by address too. */
  #handlers = new Map<string, AnyHandler>();
  /** Whether somebody holds the map as a snapshot, so that it must be copied before the next change. */
  #shared = false;
  #batches = 0;
  #changed = false;

  /** Creates an empty catalogue; `failed` receives what listeners throw, so that registering never fails for them. */
  constructor(failed: (error: unknown) => void = (): void => {}) {
    this.#failed = failed;
  }

  /**
   * Adds a copy of a handler. Disposing of the registration removes that
   * handler, never a successor of the same name.
   *
   * @throws {RegistryError} `duplicate_name` if its name or address is taken;
   * nothing has changed then
   */
  register(given: AnyHandler): Disposable {
    const handler = frozen(given);
    const taken = keysOf(handler).find((key) => this.#handlers.has(key));
    if (taken !== undefined) {
      throw new RegistryError(
        "duplicate_name",
        `the ${taken} is registered already`,
      );
    }
    this.#change((handlers) => {
      for (const key of keysOf(handler)) handlers.set(key, handler);
    });
    return { [Symbol.dispose]: () => void this.#remove(handler) };
  }

  /** Removes a handler; returns whether it was registered. */
  unregister(kind: Kind, name: string): boolean {
    const handler = this.#handlers.get(keyOf(kind, name));
    return handler !== undefined && this.#remove(handler);
  }

  /**
   * Makes several changes as one: all of them or, if `work` throws, none, with
   * one notification at the end. `work` must be synchronous.
   *
   * @throws what `work` throws
   * @throws {RegistryError} `batch_not_done` if `work` returns a promise
   */
  batch<T>(work: () => T): T {
    const before = this.#handlers;
    this.#shared = true;
    const changedBefore = this.#changed;
    this.#batches++;
    try {
      const result = work();
      if (!(result instanceof Promise)) return result;
      result.catch(() => {});
      throw new RegistryError(
        "batch_not_done",
        "a batch must be synchronous, and this one returned a promise: it cannot wait",
      );
    } catch (error) {
      this.#handlers = before;
      this.#shared = true;
      this.#changed = changedBefore;
      throw error;
    } finally {
      this.#batches--;
      this.#notify();
    }
  }

  /** Finds a handler by kind and name, no matter who may use it. */
  find<K extends Kind>(kind: K, name: string): HandlerOf[K] | undefined {
    const found = this.#handlers.get(keyOf(kind, name));
    return found !== undefined && isOf(kind, found) ? found : undefined;
  }

  /** Finds the resource at exactly this address. */
  at(uri: string): HandlerOf["resource"] | undefined {
    const found = this.#handlers.get(uriKey(uri));
    return found?.kind === "resource" ? found : undefined;
  }

  /** Lists the handlers of a kind, in the order of registration. */
  all<K extends Kind>(kind: K): HandlerOf[K][] {
    return [...this.#handlers].flatMap(([key, handler]) =>
      isOf(kind, handler) && key === keyOf(kind, handler.name) ? [handler] : []
    );
  }

  /** Calls `listener` after each change, until it is disposed of. */
  onChange(listener: () => void): Disposable {
    const own = (): void => listener();
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  /** Notifies listeners of a change elsewhere, such as in grants. */
  touch(): void {
    this.#changed = true;
    this.#notify();
  }

  #remove(handler: AnyHandler): boolean {
    const [key = "", ...more] = keysOf(handler);
    if (this.#handlers.get(key) !== handler) return false;
    this.#change((handlers) => {
      for (const each of [key, ...more]) handlers.delete(each);
    });
    return true;
  }

  #change(edit: (handlers: Map<string, AnyHandler>) => void): void {
    if (this.#shared) this.#handlers = new Map(this.#handlers);
    this.#shared = false;
    edit(this.#handlers);
    this.#changed = true;
    this.#notify();
  }

  #notify(): void {
    if (this.#batches > 0 || !this.#changed) return;
    this.#changed = false;
    for (const listener of [...this.#listeners]) {
      try {
        const result: unknown = listener();
        if (result instanceof Promise) result.catch(this.#failed);
      } catch (error) {
        this.#failed(error);
      }
    }
  }
}

/** A copy that nobody can change. */
function frozen(given: AnyHandler): AnyHandler {
  return Object.freeze({
    ...given,
    scopes: Object.freeze([...given.scopes]),
    probes: Object.freeze([...given.probes]),
    ...given.calls && { calls: Object.freeze([...given.calls]) },
  });
}

function isOf<K extends Kind>(
  kind: K,
  handler: AnyHandler,
): handler is HandlerOf[K] {
  return handler.kind === kind;
}

function keyOf(kind: Kind, name: string): string {
  return `${kind.replace("_", " ")} "${name}"`;
}

function uriKey(uri: string): string {
  return `address ${uri}`;
}

function keysOf(handler: AnyHandler): string[] {
  const key = keyOf(handler.kind, handler.name);
  switch (handler.kind) {
    case "resource":
      return [key, uriKey(handler.uri)];
    case "resource_template":
      return [key, uriKey(handler.uriTemplate)];
    default:
      return [key];
  }
}
