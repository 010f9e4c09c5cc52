/**
 * Permissions of the runtime as data, so that they can be checked before a
 * call starts, without naming the runtime here.
 *
 * @module
 */

/** A permission that Deno may grant. */
export type Permission =
  | { readonly name: "net"; readonly host: string }
  | { readonly name: "read" | "write"; readonly path: string }
  | { readonly name: "env"; readonly variable: string }
  | { readonly name: "run"; readonly command: "ssh" }
  | { readonly name: "sys"; readonly kind: "hostname" };

/** The runtime, as far as permissions go. */
export interface Runtime {
  /** Whether a permission is granted now; never prompts. */
  granted(permission: Permission): boolean;
  /** How to get a permission, as a hint: the flag to add, or what the executable was built with. */
  remedy(permission: Permission): string;
}
