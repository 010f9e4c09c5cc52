/**
 * Certificates made on the spot by `openssl`, and nodes and listeners that use
 * them.
 *
 * @module
 */

import type { TlsConfig } from "../../lib/net/mod.ts";
import { type Beam, type BeamOptions, startBeam } from "./beam.ts";

/** The certificates of {@linkcode makeCertificates}; each but the CAs is signed by `ca` unless it says otherwise. */
const LEAVES = {
  /** For 127.0.0.1, ::1 and localhost. */
  server: { san: "IP:127.0.0.1,IP:::1,DNS:localhost", usage: "serverAuth" },
  /** For `elsewhere.example`. */
  elsewhere: { san: "DNS:elsewhere.example", usage: "serverAuth" },
  /** For 127.0.0.1, until yesterday. */
  expired: { san: "IP:127.0.0.1", usage: "serverAuth", days: -1 },
  client: { san: "DNS:beamtap.example", usage: "clientAuth" },
  /** A client's, signed by a CA that nobody trusts. */
  stranger: { san: "DNS:beamtap.example", usage: "clientAuth", by: "rogue" },
} as const;

/** The name of a certificate; `self` signed itself, `ca` and `rogue` are CAs. */
export type CertificateName = keyof typeof LEAVES | "ca" | "rogue" | "self";

/** Certificates and keys in a folder of their own, which goes with them. */
export interface Certificates extends AsyncDisposable {
  readonly folder: string;
  /** The certificate as PEM. */
  pem(name: CertificateName): string;
  /** Its private key as PEM. */
  key(name: CertificateName): string;
  /** What a client shows of itself. */
  client(name: CertificateName): Pick<TlsConfig, "cert" | "key">;
}

/** Makes all certificates, anew. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = await Deno.makeTempDir({ prefix: "beamtap_tls_" });
  const read = (name: string): string =>
    Deno.readTextFileSync(`${folder}/${name}`);
  const authority = (name: string, ...more: string[]): Promise<void> =>
    openssl(
      folder,
      ["req", "-x509", ...NEW_KEY, "-keyout", `${name}.key`],
      ["-out", `${name}.pem`, "-days", "2", "-subj", `/CN=${name}`, ...more],
    );
  const sign = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"];
  await Promise.all([
    authority("ca", ...sign),
    authority("rogue", ...sign),
    authority("self"),
  ]);
  await Promise.all(
    Object.entries(LEAVES).map(async ([name, leaf]) => {
      await Deno.writeTextFile(
        `${folder}/${name}.ext`,
        `subjectAltName=${leaf.san}\nextendedKeyUsage=${leaf.usage}\nbasicConstraints=CA:FALSE\n`,
      );
      await openssl(
        folder,
        ["req", ...NEW_KEY, "-keyout", `${name}.key`],
        ["-out", `${name}.csr`, "-subj", `/CN=${name}`],
      );
      const by = "by" in leaf ? leaf.by : "ca";
      const days = "days" in leaf ? leaf.days : 2;
      await openssl(
        folder,
        ["x509", "-req", "-in", `${name}.csr`, "-out", `${name}.pem`],
        ["-CA", `${by}.pem`, "-CAkey", `${by}.key`, "-days", `${days}`],
        ["-set_serial", `${serial++}`, "-extfile", `${name}.ext`],
      );
    }),
  );
  return {
    folder,
    pem: (name) => read(`${name}.pem`),
    key: (name) => read(`${name}.key`),
    client: (name) => ({ cert: read(`${name}.pem`), key: read(`${name}.key`) }),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const NEW_KEY = [
  ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
];
let serial = 1;

async function openssl(cwd: string, ...args: string[][]): Promise<void> {
  const command = new Deno.Command("openssl", { args: args.flat(), cwd });
  const { success, stderr } = await command.output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** How a node serves TLS. */
export interface TlsBeamOptions extends BeamOptions {
  certificates: Certificates;
  /** Its certificate. @default {"server"} */
  certificate?: CertificateName;
  /** Its key, if that is to be another than the certificate's. */
  key?: CertificateName;
  /** Whether it demands client certificates signed by `ca`. @default {false} */
  mutual?: boolean;
  /** @default {OTP's own} */
  version?: "tlsv1.2" | "tlsv1.3";
}

/** Starts a node whose distribution runs over TLS. */
export async function startTlsBeam(options: TlsBeamOptions): Promise<Beam> {
  const { folder } = options.certificates;
  const certificate = options.certificate ?? "server";
  const terms = [
    `{certfile, "${folder}/${certificate}.pem"}`,
    `{keyfile, "${folder}/${options.key ?? certificate}.key"}`,
    ...options.mutual
      ? [
        `{cacertfile, "${folder}/ca.pem"}`,
        "{verify, verify_peer}",
        "{fail_if_no_peer_cert, true}",
      ]
      : [],
    ...options.version ? [`{versions, ['${options.version}']}`] : [],
  ];
  const file = await Deno.makeTempFile({ dir: folder, suffix: ".conf" });
  await Deno.writeTextFile(file, `[{server, [${terms.join(", ")}]}].\n`);
  const inet = options.name?.includes("::") ? "inet6" : "inet";
  const args = ["-proto_dist", `${inet}_tls`, "-ssl_dist_optfile", file];
  return await startBeam({
    ...options,
    args: [...args, ...options.args ?? []],
  });
}

/** A TLS listener on loopback that runs a script for every connection. */
export interface TlsPeer extends AsyncDisposable {
  readonly port: number;
}

/** Accepts TLS connections; what the script throws is ignored, since clients come and go. */
export function startTlsPeer(
  certificates: Certificates,
  name: CertificateName,
  script: (conn: Deno.TlsConn) => Promise<void> = async (conn) => {
    await conn.handshake();
  },
): TlsPeer {
  const listener = Deno.listenTls({
    hostname: "127.0.0.1",
    port: 0,
    cert: certificates.pem(name),
    key: certificates.key(name),
  });
  const running: Promise<void>[] = [];
  const open = new Set<Deno.TlsConn>();
  const serving = (async () => {
    for await (const conn of listener) {
      open.add(conn);
      running.push(script(conn).catch(() => {}));
    }
  })();
  return {
    port: listener.addr.port,
    async [Symbol.asyncDispose](): Promise<void> {
      listener.close();
      for (const conn of open) conn[Symbol.dispose]();
      await Promise.all([serving.catch(() => {}), ...running]);
    },
  };
}
