/**
 * Lint rules for the layers of `lib/`: imports go only down and through each layer's
 * `mod.ts`, pure layers do no I/O, and only one layer imports the MCP SDK.
 *
 * @module
 */

/** The layers, bottom up; folders on the same line do not import each other. */
const LAYERS = [
  ["bytes"],
  ["etf", "net"],
  ["epmd", "dist", "dump"],
  ["node"],
  ["beam"],
  ["registry", "health"],
  ["tools"],
  ["mcp"],
  ["cli"],
];

/** Layers without I/O, which must not use the `Deno` global. */
const PURE = new Set(["bytes", "etf", "beam", "health", "registry", "tools"]);

const LADDER = `Layers, bottom up: ${
  LAYERS.map((row) => row.join(" | ")).join(" < ")
}`;

/** `file:` URL of `lib/`, with a trailing slash. */
const LIB = new URL("../lib/", import.meta.url).href;

/** The only file outside `lib/` that it may import, for the version. */
const MANIFEST = new URL("../deno.json", import.meta.url).href;

/** Place of a file in `lib/`: its layer (empty for files directly in `lib/`) and its path. */
interface Place {
  layer: string;
  file: string;
}

/** Returns the place of a file in `lib/`, or `undefined` for a file outside. */
function placeOf(url: URL): Place | undefined {
  if (!url.href.startsWith(LIB)) return undefined;
  const path = url.href.slice(LIB.length);
  const slash = path.indexOf("/");
  return slash < 0
    ? { layer: "", file: path }
    : { layer: path.slice(0, slash), file: path.slice(slash + 1) };
}

function rankOf(layer: string): number {
  return LAYERS.findIndex((row) => row.includes(layer));
}

/** Returns what is wrong with importing `to` (`undefined`: outside `lib/`) in `from`, if anything. */
function wrongWay(from: Place, to: Place | undefined): string | undefined {
  if (to === undefined) return "lib must not import from outside lib";
  if (to.layer === from.layer || to.layer === "") return undefined;
  if (rankOf(to.layer) < 0) return `lib/${to.layer} is not a layer`;
  if (rankOf(to.layer) < rankOf(from.layer)) return undefined;
  return `lib/${from.layer} must not import from lib/${to.layer}`;
}

type Import =
  | Deno.lint.ImportDeclaration
  | Deno.lint.ExportNamedDeclaration
  | Deno.lint.ExportAllDeclaration
  | Deno.lint.ImportExpression;

/** Calls `check` for every import and re-export of a file in `lib/`. */
function onImport(
  context: Deno.lint.RuleContext,
  check: (from: Place, specifier: string, node: Import, base: URL) => void,
): Deno.lint.LintVisitor {
  const base = new URL(context.filename, "file:///");
  const from = placeOf(base);
  if (from === undefined) return {};
  const visit = (node: Import): void => {
    const { source } = node;
    if (source?.type !== "Literal" || typeof source.value !== "string") return;
    check(from, source.value, node, base);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

export default {
  name: "layers",
  rules: {
    "one-way": {
      create(context: Deno.lint.RuleContext): Deno.lint.LintVisitor {
        return onImport(context, (from, specifier, node, base) => {
          if (!specifier.startsWith(".")) return;
          const url = new URL(specifier, base);
          if (url.href === MANIFEST) return;
          const message = wrongWay(from, placeOf(url));
          if (message) context.report({ node, message, hint: LADDER });
        });
      },
    },
    "front-door": {
      create(context: Deno.lint.RuleContext): Deno.lint.LintVisitor {
        return onImport(context, (from, specifier, node, base) => {
          if (!specifier.startsWith(".")) return;
          const to = placeOf(new URL(specifier, base));
          if (!to?.layer || to.layer === from.layer) return;
          if (to.file === "mod.ts") return;
          context.report({
            node,
            message: `import lib/${to.layer} through its mod.ts`,
          });
        });
      },
    },
    "sdk-in-mcp": {
      create(context: Deno.lint.RuleContext): Deno.lint.LintVisitor {
        return onImport(context, (from, specifier, node) => {
          if (from.layer === "mcp") return;
          if (!/^(npm:)?@modelcontextprotocol\//.test(specifier)) return;
          context.report({ node, message: "Only lib/mcp imports the MCP SDK" });
        });
      },
    },
    "no-io": {
      create(context: Deno.lint.RuleContext): Deno.lint.LintVisitor {
        const place = placeOf(new URL(context.filename, "file:///"));
        if (place === undefined || !PURE.has(place.layer)) return {};
        return {
          Identifier(node): void {
            if (node.name !== "Deno") return;
            context.report({
              node,
              message:
                `lib/${place.layer} must not do I/O: pass in streams or functions`,
            });
          },
        };
      },
    },
  },
} satisfies Deno.lint.Plugin;
