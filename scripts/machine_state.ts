/**
 * Records what tests could change on the machine outside the checkout: devices, the user's
 * home, temporary files. Compared before and after, so that a test that harms the machine
 * fails the run.
 *
 * @module
 */

/** The places to check. */
export interface Places {
  /** Files shared by all users. */
  readonly shared: readonly string[];
  /** The user's home, if there is one. */
  readonly home: string | undefined;
  /** The folder of temporary files of this run. */
  readonly temporary: string;
}

/** Paths with their states. */
export type MachineState = ReadonlyMap<string, string>;

/** What a test running as root could damage for everybody. */
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

/** Folders of the home to look into: those of programs that tests run. */
const FOLDERS = [".config", ".hex", ".mix"];

/** Files that other programs change all the time. */
const BUSY = /hist|\.viminfo|\.Xauthority|\.lock$/;

/** Records the current state. */
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

/** Returns one line for each path that appeared, disappeared or changed. */
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

/** Returns the paths in a folder; none if it does not exist. */
function entries(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

/** Describes a file; of a folder only mode and owner, because its times change with every file in it. */
function told(info: Deno.FileInfo, content: boolean): string {
  const { mode, uid, gid, size, mtime } = info;
  const owned = `mode ${mode?.toString(8)} of ${uid}:${gid}`;
  return content && info.isFile
    ? `${owned}, ${size} bytes of ${mtime?.toISOString()}`
    : owned;
}
