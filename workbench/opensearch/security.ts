import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { stringify } from "yaml";

const run = promisify(execFile);

export const SECURITY_PLUGIN = "org.opensearch.security.OpenSearchSecurityPlugin";

/** A keystore must have a password; this one protects nothing, for the key dies with the node. */
const KEYSTORE_PASSWORD = "local-only";
const KEYSTORE = "node.p12";
const TRUSTSTORE = "trust.p12";
const ADMIN_ROLE = "local-administrator";

/**
 * Headers that make a request one of this user with these backend roles.
 *
 * The managed service authenticates the caller's IAM role and hands its ARN to the security plugin as
 * user name and backend role. The local node takes both from headers, so that role mappings by ARN
 * are exercised as they are on AWS. It listens on 127.0.0.1 only.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 */
export function actingAs(
  user: string,
  backendRoles: readonly string[] = [user],
): Readonly<Record<string, string>> {
  return {
    "x-forwarded-for": "127.0.0.1",
    "x-proxy-user": user,
    "x-proxy-roles": backendRoles.join(","),
  };
}

/** The one who may do everything, as a domain's master user may. */
export const ADMINISTRATOR = actingAs(ADMIN_ROLE);

/** Prepares a node's home for the security plugin and returns the settings that switch it on. */
export async function prepareSecurity(
  config: string,
  pluginFolder: string,
): Promise<Readonly<Record<string, unknown>>> {
  await makeCertificate(config);
  await writeSecurityConfig(join(config, "opensearch-security"), join(pluginFolder, "config"));
  return {
    "plugins.security.ssl.transport.keystore_type": "PKCS12",
    "plugins.security.ssl.transport.keystore_filepath": KEYSTORE,
    "plugins.security.ssl.transport.keystore_password": KEYSTORE_PASSWORD,
    "plugins.security.ssl.transport.truststore_type": "PKCS12",
    "plugins.security.ssl.transport.truststore_filepath": TRUSTSTORE,
    "plugins.security.ssl.transport.truststore_password": KEYSTORE_PASSWORD,
    "plugins.security.ssl.transport.enforce_hostname_verification": false,
    // Loopback only, and no password travels: see actingAs.
    "plugins.security.ssl.http.enabled": false,
    "plugins.security.allow_default_init_securityindex": true,
    "plugins.security.restapi.roles_enabled": ["all_access", "security_rest_api_access"],
    "plugins.security.nodes_dn": ["CN=localhost"],
    // What the managed service switches on for everyone.
    "plugins.security.system_indices.enabled": false,
    "plugins.security.audit.type": "log4j",
  };
}

/** The transport layer insists on TLS, even for a node without neighbors. */
async function makeCertificate(config: string): Promise<void> {
  const store = (file: string): readonly string[] => [
    ...["-keystore", join(config, file), "-storetype", "PKCS12", "-storepass", KEYSTORE_PASSWORD],
  ];
  const certificate = join(config, "node.crt");
  await run("keytool", [
    ...["-genkeypair", "-alias", "node", "-keyalg", "RSA", "-keysize", "2048", "-validity", "30"],
    ...["-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", ...store(KEYSTORE)],
  ]);
  await run("keytool", ["-exportcert", "-alias", "node", "-file", certificate, ...store(KEYSTORE)]);
  await run("keytool", [
    ...["-importcert", "-noprompt", "-alias", "node", "-file", certificate, ...store(TRUSTSTORE)],
  ]);
}

async function writeSecurityConfig(target: string, defaults: string): Promise<void> {
  await mkdir(target, { recursive: true });
  // The plugin's own roles, action groups and tenants; only who one is differs.
  for (const file of await readdir(defaults)) {
    if (file.endsWith(".yml")) await copyFile(join(defaults, file), join(target, file));
  }
  const proxy = {
    http_enabled: true,
    transport_enabled: true,
    order: 0,
    http_authenticator: {
      type: "proxy",
      challenge: false,
      config: { user_header: "x-proxy-user", roles_header: "x-proxy-roles" },
    },
    authentication_backend: { type: "noop" },
  };
  await write(target, "config", {
    config: {
      dynamic: {
        http: {
          anonymous_auth_enabled: false,
          xff: { enabled: true, internalProxies: "127\\.0\\.0\\.1" },
        },
        authc: { proxy_auth_domain: proxy },
      },
    },
  });
  await write(target, "internal_users", {}, "internalusers");
  await write(
    target,
    "roles_mapping",
    { all_access: { reserved: false, backend_roles: [ADMIN_ROLE] } },
    "rolesmapping",
  );
}

async function write(
  folder: string,
  name: string,
  content: Readonly<Record<string, unknown>>,
  type = name,
): Promise<void> {
  const document = { _meta: { type, config_version: 2 }, ...content };
  await writeFile(join(folder, `${name}.yml`), stringify(document));
}
