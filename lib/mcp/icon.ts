/**
 * Icons of the server and its handlers in a client's lists.
 *
 * @module
 */

import type { Icon as ListedIcon } from "@modelcontextprotocol/server";
import type { Declaration } from "../registry/mod.ts";

/** A tap on a beam, in a view box of 32 by 32. */
const SVG =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#4b2a7b"/><path d="M4 20h24" stroke="#fff" stroke-width="3" stroke-linecap="round"/><path d="M16 6v10" stroke="#f5c542" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="20" r="4" fill="#f5c542"/></svg>`;

/** The server's icons, as a data URL that needs no network. */
export const ICONS: { src: string; mimeType: string; sizes: string[] }[] = [{
  src: `data:image/svg+xml;base64,${btoa(SVG)}`,
  mimeType: "image/svg+xml",
  sizes: ["any"],
}];

/** Returns the icons of a handler for a list. */
export function iconsOf(
  { icons }: Declaration,
): { icons?: ListedIcon[] } {
  return icons === undefined ? {} : {
    icons: icons.map(({ sizes, ...icon }) => ({
      ...icon,
      ...sizes && { sizes: [...sizes] },
    })),
  };
}
