/**
 * Ways to nodes behind something.
 *
 * @module
 */

import { FAR_NODE, kubernetes, startNode, walled } from "./nodes.ts";
import { doctor, OPTION, type Row, throughTunnel, TUNNEL } from "./row.ts";
import { makeKeys, startSshd } from "./sshd.ts";

/** The ways, as the help prints them, and firewalls. */
export const TUNNELS: readonly Row[] = [
  {
    what: "ssh=",
    prepare: walled,
    printed: [
      "beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5",
      "beamtap doctor --node shop@10.0.0.5=127.0.0.1,ssh=deploy@10.0.0.5:22",
    ],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5 --ssh ghost@10.0.0.5",
        says: /does not let you in \(publickey[^]*ssh -o BatchMode=yes ghost@/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5:23",
        says: /ssh to deploy@10\.0\.0\.5:23 failed: [^]*ssh -v -p 23/,
      },
      {
        command:
          "mv known_hosts k; beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5; s=$?; mv k known_hosts; exit $s",
        says: /no host key is known[^]*compare the key: ssh deploy@10\.0\.0\.5/,
      },
      {
        command: "beamtap doctor shop@10.0.0.5 --ssh=-oProxyCommand=id",
        says: /not a destination for ssh/,
      },
      {
        command: "beamtap doctor shop@no.such.host --ssh deploy@10.0.0.5",
        says: /does not resolve on the ssh server/,
        leadsTo: [
          OPTION,
          doctor,
        ],
      },
      {
        command:
          "beamtap doctor --node shop@10.0.0.5=127.0.0.1:4369,ssh=deploy@10.0.0.5",
        says: /EPMD answers on 127\.0\.0\.1:4369, not the node/,
        leadsTo: [OPTION, doctor],
      },
      {
        command: "beamtap doctor shp@10.0.0.5 --ssh deploy@10.0.0.5",
        says: /registered there: shop/,
      },
      {
        command:
          "beamtap call get_node_info node=shop@10.0.0.5 --ssh deploy@10.0.0.5:23",
        says: /beamtap doctor shop@10\.0\.0\.5 --ssh deploy@10\.0\.0\.5:23/,
      },
    ],
  },
  {
    what: "ssh tunnel",
    prepare: walled,
    printed: [
      "ssh 10.0.0.5 epmd -names",
      "ssh -N -L 9100:127.0.0.1:41235 10.0.0.5",
      "beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100",
    ],
    wrong: [
      {
        command: "beamtap doctor --node shop@10.0.0.5=127.0.0.1:9101",
        says: /nothing listens on 127\.0\.0\.1:9101/,
        leadsTo: [
          /ssh -N -L 9100:127.0.0.1:PORT 10.0.0.5, then --node '[^']+'/,
          // The port is the one that epmd -names shows, and the tunnel is open.
          (found) => `beamtap doctor ${found.split(", then ")[1]}`,
        ],
      },
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /EPMD|unreachable/,
        leadsTo: [
          /--ssh 10\.0\.0\.5/,
          (option) => `beamtap doctor shop@10.0.0.5 ${option}`,
        ],
      },
      {
        command: "beamtap doctor --node shop@127.0.0.1=127.0.0.1:9100",
        says: /shop@10\.0\.0\.5 answered/,
        leadsTo: [OPTION, doctor],
      },
      {
        command:
          "ssh -N -L 9102:127.0.0.1:4369 10.0.0.5 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9102; s=$?; kill $!; exit $s",
        says:
          /EPMD answers on 127\.0\.0\.1:9102, not the node[^]*41235 10\.0\.0\.5/,
      },
      {
        command:
          "ssh -N -L 9103:127.0.0.1:9 10.0.0.5 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9103; s=$?; kill $!; exit $s",
        says: /127\.0\.0\.1:9103 is the end of a tunnel[^]*epmd -names/,
      },
      {
        command:
          "ssh -N -L 4369:127.0.0.1:4369 10.0.0.5 & sleep 2; beamtap doctor shop@10.0.0.5=127.0.0.1; s=$?; kill $!; exit $s",
        says: /port 41235 is not forwarded/,
      },
    ],
  },
  {
    what: "namespace, forwarded port",
    prepare: kubernetes,
    printed: [
      "kubectl exec POD -- epmd -names",
      "kubectl port-forward POD 9100:41235",
      "beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100",
    ],
    wrong: [
      {
        command: "beamtap doctor shop@10.0.0.5",
        says: /kubectl get pods -A -o wide \| grep -w 10\.0\.0\.5/,
        leadsTo: [
          /kubectl exec -n NAMESPACE POD -- epmd -names/,
          (names) =>
            `${names} && beamtap doctor --node shop@10.0.0.5=127.0.0.1:9100`,
        ],
      },
      {
        command:
          "kubectl port-forward POD 9102:4369 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9102; s=$?; kill $!; exit $s",
        says:
          /EPMD answers on 127\.0\.0\.1:9102[^]*port-forward -n NAMESPACE POD 9100:41235/,
      },
      {
        command:
          "kubectl port-forward POD 9103:9 & sleep 2; beamtap doctor --node shop@10.0.0.5=127.0.0.1:9103; s=$?; kill $!; exit $s",
        says:
          /127\.0\.0\.1:9103 is the end of a tunnel[^]*kubectl port-forward/,
      },
    ],
  },
  {
    what: "ssh server that forwards nothing",
    async prepare(world, stack): Promise<void> {
      await makeKeys(world);
      stack.use(await startSshd(world, { config: "AllowTcpForwarding no" }));
      await startNode(world, stack, "far", FAR_NODE);
    },
    printed: [],
    wrong: [{
      command: "beamtap doctor shop@10.0.0.5 --ssh deploy@10.0.0.5",
      says:
        /does not forward connections to 10\.0\.0\.5:4369[^]*AllowTcpForwarding/,
    }],
  },
  {
    what: "firewall, rejecting after EPMD",
    prepare: async (world, stack) => {
      await makeKeys(world);
      stack.use(await startSshd(world));
      await startNode(world, stack, "far", FAR_NODE);
      stack.use(await world.wall([22, 4369], "reject"));
    },
    printed: [],
    wrong: [{
      command: "beamtap doctor shop@10.0.0.5",
      says: /EPMD answered[^]*a firewall rejects[^]*41235/,
      leadsTo: [TUNNEL, throughTunnel],
    }],
  },
  {
    what: "firewall, dropping after EPMD",
    prepare: async (world, stack) => {
      await makeKeys(world);
      stack.use(await startSshd(world));
      await startNode(world, stack, "far", FAR_NODE);
      stack.use(await world.wall([22, 4369], "drop"));
    },
    printed: [],
    wrong: [{
      command: "beamtap doctor shop@10.0.0.5",
      says: /no answer[^]*port 41235 are dropped: by a firewall/,
      leadsTo: [TUNNEL, throughTunnel],
    }],
  },
];
