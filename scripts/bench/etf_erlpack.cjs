// deno-lint-ignore-file no-console explicit-function-return-type
// Times the native package erlpack, which only Node can load:
//   node etf_erlpack.cjs FOLDER-OF-NODE_MODULES FILE…
// prints {"FILE": [decode ms or null, encode ms or null], …}.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const [folder, ...files] = process.argv.slice(2);
const erlpack = createRequire(join(folder, "x.js"))("erlpack");

function best(work) {
  let least = Infinity;
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function attempt(work) {
  try {
    work();
    return best(work);
  } catch {
    return null;
  }
}

const times = {};
for (const file of files) {
  const bytes = readFileSync(file);
  const decode = attempt(() => erlpack.unpack(bytes));
  const value = decode === null ? undefined : erlpack.unpack(bytes);
  times[file] = [
    decode,
    decode === null ? null : attempt(() => erlpack.pack(value)),
  ];
}
console.log(JSON.stringify(times));
