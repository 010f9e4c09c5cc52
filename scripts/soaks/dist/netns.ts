/**
 * A network of its own for a node, that can be cut so that packets vanish: two
 * namespaces on a bridge in a third. Needs root and iproute2.
 *
 * @module
 */

/** A host's network, cut off or not. */
export interface Network extends AsyncDisposable {
  /** The node's address, reachable from here. */
  readonly address: string;
  /** A program that runs its arguments in the node's network, as `erl`. */
  readonly erl: string;
  /** Loses every packet, both ways, from now on. */
  cut(): Promise<void>;
  /** Carries packets again. */
  heal(): Promise<void>;
}

const OURS = "10.78.91.1";
const THEIRS = "10.78.91.2";
const OUR_MAC = "02:78:91:00:00:01";
const THEIR_MAC = "02:78:91:00:00:02";

/** Sets the network up; disposing removes all of it. */
export async function startNetwork(erl: string): Promise<Network> {
  const id = Deno.pid;
  const bridge = `bts${id}`;
  const host = `bth${id}`;
  const device = `bt${id}`;
  const script = await Deno.makeTempFile();
  await Deno.writeTextFile(
    script,
    `#!/bin/sh\nexec nsenter --net=/run/netns/${host} -- ${erl} "$@"\n`,
  );
  await Deno.chmod(script, 0o755);
  const remove = async (): Promise<void> => {
    await ip(["netns", "del", host]).catch(() => {});
    await ip(["netns", "del", bridge]).catch(() => {});
    await Deno.remove(script);
  };
  const inBridge = ["-n", bridge];
  try {
    await ip(["netns", "add", bridge]);
    await ip(["netns", "add", host]);
    await ip([...inBridge, "link", "add", "br0", "type", "bridge"]);
    await ip([...inBridge, "link", "set", "br0", "up"]);
    await ip([
      "link",
      "add",
      device,
      "address",
      OUR_MAC,
      "type",
      "veth",
      "peer",
      "name",
      "near",
      "netns",
      bridge,
    ]);
    await ip([
      "-n",
      host,
      "link",
      "add",
      "eth0",
      "address",
      THEIR_MAC,
      "type",
      "veth",
      "peer",
      "name",
      "far",
      "netns",
      bridge,
    ]);
    for (const port of ["near", "far"]) {
      await ip([...inBridge, "link", "set", port, "master", "br0", "up"]);
    }
    await ip(["addr", "add", `${OURS}/30`, "dev", device]);
    await ip(["link", "set", device, "up"]);
    await ip(["-n", host, "addr", "add", `${THEIRS}/30`, "dev", "eth0"]);
    await ip(["-n", host, "link", "set", "eth0", "up"]);
    await ip(["-n", host, "link", "set", "lo", "up"]);
    // Neighbours for good: what is cut is a black hole, not "no route to host".
    await ip([
      "neigh",
      "replace",
      THEIRS,
      "lladdr",
      THEIR_MAC,
      "dev",
      device,
      "nud",
      "permanent",
    ]);
    await ip([
      "-n",
      host,
      "neigh",
      "replace",
      OURS,
      "lladdr",
      OUR_MAC,
      "dev",
      "eth0",
      "nud",
      "permanent",
    ]);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    address: THEIRS,
    erl: script,
    cut: () => ip([...inBridge, "link", "set", "far", "nomaster"]),
    heal: () => ip([...inBridge, "link", "set", "far", "master", "br0"]),
    [Symbol.asyncDispose]: remove,
  };
}

async function ip(args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("ip", { args }).output();
  if (success) return;
  throw new Error(`ip ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}
