/**
 * Permissions of the runtime as data, so that what a call needs can be asked
 * before it starts, without naming the runtime here.
 *
 * @module
 */

/** Something that Deno may permit or not. */
export type Permission =
  | { readonly name: "net"; readonly host: string }
  | { readonly name: "read" | "write"; readonly path: string }
  | { readonly name: "env"; readonly variable: string };

/** The runtime's own word on permissions. */
export interface Runtime {
  /** Whether it is granted now; never prompts. */
  granted(permission: Permission): boolean;
  /** How to get it, as a hint: the flag to add, or what the executable was built with. */
  remedy(permission: Permission): string;
}
