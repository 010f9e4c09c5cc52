/**
 * What a run of the tests could change on the machine outside the checkout:
 * devices, the user's home, the folder of temporary files. Compared before and
 * after, so that a test that harms the machine fails the run.
 *
 * @module
 */

/** Where to look. */
export interface Places {
  /** Files that everybody shares. */
  readonly shared: readonly string[];
  /** The user's home, if there is one. */
  readonly home: string | undefined;
  /** The folder of temporary files, of this run alone. */
  readonly temporary: string;
}

/** Each path with what can be told of it. */
export type MachineState = ReadonlyMap<string, string>;

/** What a test that runs as root may damage for everybody. */
export const SHARED = [
  "/",
  "/dev",
  "/dev/full",
  "/dev/null",
  "/dev/ptmx",
  "/dev/random",
  "/dev/tty",
  "/dev/urandom",
  "/dev/zero",
  "/etc",
  "/etc/hosts",
  "/tmp",
];

/** Folders of the home that are looked into: those of the programs that tests run. */
const FOLDERS = [".config", ".hex", ".mix"];

/** What other programs change all the time. */
const BUSY = /hist|\.viminfo|\.Xauthority|\.lock$/;

/** Looks at everything once. */
export function machineState(
  { shared, home, temporary }: Places,
): MachineState {
  const state = new Map<string, string>();
  const look = (path: string, content: boolean): void => {
    const info = lstat(path);
    if (info) state.set(path, told(info, content));
  };
  for (const path of shared) look(path, false);
  for (const path of home === undefined ? [] : [home, ...entries(home)]) {
    look(path, !BUSY.test(path));
  }
  for (const folder of FOLDERS) {
    for (const path of entries(`${home}/${folder}`)) look(path, true);
  }
  for (const path of entries(temporary)) look(path, true);
  return state;
}

/** One line for each path that has come, gone or changed. */
export function changes(before: MachineState, after: MachineState): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was === is) return [];
    if (was === undefined) return [`${path} was left behind (${is})`];
    return [`${path} ${is === undefined ? "is gone" : `is ${is}`}, was ${was}`];
  });
}

function lstat(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.lstatSync(path);
  } catch {
    return undefined;
  }
}

/** The paths of what is in a folder; none where there is no such folder. */
function entries(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

/** A folder changes as often as a program puts something into it: only its mode and owner are told. */
function told(info: Deno.FileInfo, content: boolean): string {
  const { mode, uid, gid, size, mtime } = info;
  const owned = `mode ${mode?.toString(8)} of ${uid}:${gid}`;
  return content && info.isFile
    ? `${owned}, ${size} bytes of ${mtime?.toISOString()}`
    : owned;
}
