/**
 * Ways around a network that keeps us from a node: commands that open a tunnel, as
 * they fit the node.
 *
 * @module
 */

import { bracketed } from "../net/mod.ts";
import type { NodeSpec } from "./dial.ts";
import { isLoopback } from "./listener.ts";

/** The end of a tunnel in what we suggest. */
const NEAR = "127.0.0.1:9100";

/** Returns the host that a node is looked for at. */
export function hostOf(spec: NodeSpec): string {
  return spec.host ?? ownHost(spec);
}

function ownHost({ name }: NodeSpec): string {
  return name.replace(/^.*@/, "");
}

/** Returns whether a node of another host is looked for on this one: at the end of a tunnel. */
export function isTunnelled(spec: NodeSpec): boolean {
  return spec.ssh === undefined && isLoopback(hostOf(spec)) &&
    !isHere(ownHost(spec));
}

/** Returns the commands that reach a node of another host, by the port that it has there if that is known. */
export function ways(spec: NodeSpec, port: number | undefined): string[] {
  const host = ownHost(spec);
  const at = hostOf(spec);
  const far = isLoopback(at) ? host : at;
  if (spec.ssh || isHere(far)) return [];
  const then = `then --node '${spec.name}=${NEAR}'`;
  const pods = kubernetes(host, port).map((command) => `${command}, ${then}`);
  if (/\.(svc|pod)(\.|$)/.test(host)) return pods;
  return [
    `through ssh: ${
      port === undefined ? `ssh ${far} epmd -names shows its PORT; ` : ""
    }${forward(far, port)}, ${then}; or let beamtap start ssh: --ssh ${far}`,
    ...pods,
  ];
}

/** Returns the commands that do by hand what beamtap may not: start the ssh of the node's entry. */
export function byHand(spec: NodeSpec): string[] {
  const { ssh, port } = spec;
  if (ssh === undefined) return [];
  const server = ssh.port === undefined
    ? ssh.login
    : `-p ${ssh.port} ${ssh.login}`;
  const target = bracketed(hostOf(spec));
  return [
    `or open the tunnel yourself: ${
      port === undefined ? `ssh ${server} epmd -names shows its PORT; ` : ""
    }ssh -N -L 9100:${target}:${
      port ?? "PORT"
    } ${server}, then --node '${spec.name}=${NEAR}' without ssh`,
  ];
}

/** Returns the command that forwards the node's port. */
export function forward(host: string, port: number | undefined): string {
  return `ssh -N -L 9100:127.0.0.1:${port ?? "PORT"} ${host}`;
}

/** Returns the commands for a host that is a pod by its name, or may be one by its address. */
function kubernetes(host: string, port: number | undefined): string[] {
  const command = (pod: string): string =>
    `kubectl port-forward ${pod} 9100:${port ?? "PORT"}`;
  const names = port === undefined
    ? "kubectl exec POD -- epmd -names shows its PORT; "
    : "";
  // A pod of a stateful set: shop-0.SERVICE.NAMESPACE.svc.cluster.local
  const [, pod, namespace] =
    /^([\w-]+)\.[\w-]+\.([\w-]+)\.svc(?:\.|$)/.exec(host) ?? [];
  if (pod !== undefined) {
    const it = `-n ${namespace} ${pod}`;
    return [`in Kubernetes: ${names.replace("POD", it)}${command(it)}`];
  }
  // By its address: 10-42-0-7.SERVICE.NAMESPACE.pod.cluster.local, or 10.42.0.7.
  const [dashed] = /^\d+-\d+-\d+-\d+(?=\..*\bpod\b)/.exec(host) ?? [];
  const address = dashed?.replaceAll("-", ".") ?? host;
  if (!/^(10|172\.(1[6-9]|2\d|3[01])|192\.168)(\.\d+)+$/.test(address)) {
    return [];
  }
  return [
    `if it is a pod: kubectl get pods -A -o wide | grep -w ${address} shows NAMESPACE and POD; ${
      names.replace("POD", "-n NAMESPACE POD")
    }${command("-n NAMESPACE POD")}`,
  ];
}

/** Returns whether a host is this machine, as far as Deno permits to know. */
function isHere(host: string): boolean {
  const permission = { name: "sys", kind: "hostname" } as const;
  const ours = Deno.permissions.querySync(permission).state === "granted"
    ? Deno.hostname()
    : undefined;
  return isLoopback(host) || host === ours || host === ours?.split(".")[0];
}
