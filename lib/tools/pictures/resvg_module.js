// @ts-self-types="./resvg_module.d.ts"
// The compiled module as Deno imports it: no file is read. TypeScript cannot parse this
// kind of import yet, nor can `deno bundle`: scripts/build puts the bytes here instead.
import source module from "@resvg/resvg-wasm/index_bg.wasm";
export default module;
