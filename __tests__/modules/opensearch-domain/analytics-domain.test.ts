import { center, configurationWith, vpcDomain } from "../../config/base-file";
import type { LooseFile } from "../../config/base-file";
import { allowed, conditions, statementsOf } from "../../../workbench/testing/policies";
import { resource, resources, stackOf } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";
import { compose } from "../../../main";
import { switchboardApp } from "../../../modules/shared/app";
import { DOMAIN_SIZES } from "../../../aws/domain-sizes";
import type { DomainSizeFacts } from "../../../aws/domain-sizes";

function stackWith(change?: (file: LooseFile) => void): StackArtifact {
  return stackOf(configurationWith(change), "analytics-domain");
}

function domainOfSize(size: string): Readonly<Record<string, unknown>> {
  return resource(
    stackWith((file) => {
      file.domains = [{ create: { size } }];
    }),
    "aws_opensearch_domain",
  );
}

const DOMAIN = "arn:aws:es:eu-central-1:111122223333:domain/switchboard-main";

describe("the analytics domain", () => {
  it("is encrypted, speaks TLS with forward secrecy only and knows no password", () => {
    const stack = stackWith();
    const domain = resource(stack, "aws_opensearch_domain");

    expect(domain).toMatchObject({
      engine_version: "OpenSearch_2.19",
      encrypt_at_rest: {
        enabled: true,
        kms_key_id: "${data.aws_kms_alias.account-key.target_key_arn}",
      },
      node_to_node_encryption: { enabled: true },
      domain_endpoint_options: {
        enforce_https: true,
        tls_security_policy: "Policy-Min-TLS-1-2-PFS-2023-10",
      },
      advanced_security_options: {
        enabled: true,
        anonymous_auth_enabled: false,
        internal_user_database_enabled: false,
      },
      off_peak_window_options: { enabled: true },
      software_update_options: { auto_software_update_enabled: true },
    });
    expect(JSON.stringify(stack)).not.toMatch(/password/i);
  });

  it("cannot be destroyed by a plan", () => {
    expect(resource(stackWith(), "aws_opensearch_domain")).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has the role that deploys the content as its master, made for it if none is named", () => {
    const stack = stackWith();

    expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
      advanced_security_options: {
        master_user_options: {
          master_user_arn: expect.stringMatching(/^\$\{aws_iam_role\..*\.arn\}$/) as string,
        },
      },
    });
    expect(resource(stack, "aws_iam_role")).toMatchObject({ name: "switchboard-main-content" });
  });

  it("takes the role that the account is deployed with, and makes none", () => {
    const stack = stackWith((file) => {
      file.accounts["main"] = { id: "111122223333", region: "eu-central-1", role: "deploy" };
    });

    expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
      advanced_security_options: {
        master_user_options: { master_user_arn: "arn:aws:iam::111122223333:role/deploy" },
      },
    });
    expect(resources(stack, "aws_iam_role")).toEqual([]);
  });

  it("publishes audit, slow and application logs where it may write them", () => {
    const stack = stackWith();
    const domain = resource(stack, "aws_opensearch_domain");
    const types = (domain["log_publishing_options"] as { log_type: string }[]).map(
      ({ log_type }) => log_type,
    );

    expect(types).toEqual([
      "AUDIT_LOGS",
      "ES_APPLICATION_LOGS",
      "INDEX_SLOW_LOGS",
      "SEARCH_SLOW_LOGS",
    ]);
    expect(allowed(stack, "analytics_logs_policy-document")).toEqual(
      ["CreateLogStream", "PutLogEvents", "PutLogEventsBatch"].map(
        (action) =>
          `logs:${action} arn:aws:logs:eu-central-1:111122223333:log-group:/aws/opensearch/switchboard-main/*`,
      ),
    );
    expect(domain["depends_on"]).toEqual([
      expect.stringMatching(/^aws_cloudwatch_log_resource_policy\./),
    ]);
  });

  it("writes its logs by a policy that exists, and makes none, where the configuration says so", () => {
    const stack = stackWith((file) => {
      file.domains = [{ create: { size: "small", logResourcePolicy: "existing" } }];
    });
    const domain = resource(stack, "aws_opensearch_domain");

    expect(resources(stack, "aws_cloudwatch_log_resource_policy")).toEqual([]);
    expect(resources(stack, "aws_cloudwatch_log_group")).toHaveLength(4);
    expect(domain["log_publishing_options"]).toHaveLength(4);
    expect(domain["depends_on"]).toEqual([]);
  });

  it("stands in the subnets that the configuration names", () => {
    const stack = stackWith((file) => {
      file.domains = [vpcDomain(2)];
    });

    expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
      vpc_options: { subnet_ids: ["subnet-00", "subnet-01"], security_group_ids: ["sg-01"] },
    });
  });

  it("answers to a name of one's own", () => {
    const certificateArn = "arn:aws:acm:eu-central-1:111122223333:certificate/abcd";
    const stack = stackWith((file) => {
      file.domains = [
        { create: { size: "dev", customEndpoint: { host: "calls.example.com", certificateArn } } },
      ];
    });

    expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
      domain_endpoint_options: {
        custom_endpoint_enabled: true,
        custom_endpoint: "calls.example.com",
        custom_endpoint_certificate_arn: certificateArn,
      },
    });
  });
});

describe("the access policy of the domain", () => {
  it("admits the roles of the contact centers and of the content, and no other", () => {
    const stack = stackWith((file) => {
      file.accounts["voice"] = { id: "333333333333", region: "eu-central-1" };
      file.domains = [{ account: "main", create: { size: "small" } }];
      center(file)["account"] = "voice";
    });
    const principals = statementsOf(stack, "analytics_access").map(({ sid, principals: who }) => [
      sid,
      ...(who ?? []).flatMap(({ identifiers }) => identifiers),
    ]);

    expect(allowed(stack, "analytics_access")).toEqual([
      `es:ESHttp* ${DOMAIN}/*`,
      `es:ESHttpGet ${DOMAIN}/*`,
      `es:ESHttpHead ${DOMAIN}/*`,
      `es:ESHttpPost ${DOMAIN}/*`,
      `es:ESHttpPut ${DOMAIN}/*`,
    ]);
    expect(principals).toEqual([
      ["ContentDeploys", "arn:aws:iam::111122223333:root"],
      ["ContactCentersWrite", "arn:aws:iam::333333333333:root"],
    ]);
    expect(conditions(stack, "analytics_access", "ContentDeploys")).toEqual([
      "aws:PrincipalArn ArnEquals arn:aws:iam::111122223333:role/switchboard-main-content",
    ]);
    expect(conditions(stack, "analytics_access", "ContactCentersWrite")).toEqual([
      "aws:PrincipalArn ArnEquals arn:aws:iam::333333333333:role/switchboard-support-delivery, " +
        "arn:aws:iam::333333333333:role/switchboard-support-queue-depth",
    ]);
  });

  it("does not let in a function that does not exist", () => {
    const stack = stackWith((file) => {
      center(file)["queueDepth"] = false;
    });

    expect(conditions(stack, "analytics_access", "ContactCentersWrite")).toEqual([
      "aws:PrincipalArn ArnEquals arn:aws:iam::111122223333:role/switchboard-support-delivery",
    ]);
  });
});

describe.each(Object.entries<DomainSizeFacts>(DOMAIN_SIZES))(
  "a domain of size %s",
  (name, size) => {
    const domain = domainOfSize(name);

    it("has the nodes and the storage of its row in the table", () => {
      expect(domain).toMatchObject({
        cluster_config: {
          instance_type: size.data.type,
          instance_count: size.data.count,
          multi_az_with_standby_enabled: size.standby,
          zone_awareness_enabled: size.zones > 1,
        },
        ebs_options: { volume_type: "gp3", volume_size: size.storage.gibibytes },
      });
    });

    it("keeps to what AWS asks of standby and of T3", () => {
      const isT3 = size.data.type.startsWith("t3.");

      expect(size.standby && isT3).toBe(false);
      expect("auto_tune_options" in domain).toBe(!isT3);
      // Copies of an index, the primary included, come in multiples of the zones.
      if (size.standby) {
        expect([size.zones, size.masters?.count, size.data.count % 3]).toEqual([3, 3, 0]);
        expect((size.replicas + 1) % size.zones).toBe(0);
      }
      expect(size.replicas).toBeLessThan(size.data.count);
    });
  },
);

describe("a domain of size custom", () => {
  const custom = {
    dataNodes: { type: "r7g.xlarge.search", count: 6 },
    masterNodes: { type: "m6g.large.search", count: 3 },
    warmNodes: { type: "ultrawarm1.large.search", count: 2 },
    zones: 3,
    storage: { gibibytes: 500, iops: 4000, throughput: 250 },
    replicas: 2,
  };

  it("has the nodes, the storage and the UltraWarm nodes of the configuration", () => {
    const stack = stackWith((file) => {
      file.domains = [{ create: { size: "custom", custom, standby: true } }];
    });

    expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
      cluster_config: {
        instance_type: "r7g.xlarge.search",
        instance_count: 6,
        dedicated_master_type: "m6g.large.search",
        dedicated_master_count: 3,
        warm_type: "ultrawarm1.large.search",
        warm_count: 2,
        multi_az_with_standby_enabled: true,
        zone_awareness_config: { availability_zone_count: 3 },
      },
      ebs_options: { volume_size: 500, iops: 4000, throughput: 250 },
      auto_tune_options: { desired_state: "ENABLED" },
    });
  });

  it("has no standby and no Auto-Tune where the file asks for neither", () => {
    const burstable = {
      dataNodes: { type: "t3.medium.search", count: 3 },
      zones: 3,
      storage: { gibibytes: 20 },
      replicas: 1,
    };
    const stack = stackWith((file) => {
      file.domains = [{ create: { size: "custom", custom: burstable } }];
    });
    const domain = resource(stack, "aws_opensearch_domain");

    expect(domain).toMatchObject({ cluster_config: { multi_az_with_standby_enabled: false } });
    expect(domain).not.toHaveProperty("auto_tune_options");
    expect(domain).not.toHaveProperty("cluster_config.dedicated_master_type");
  });
});

test("standby: false keeps the nodes and the zones of a size", () => {
  const stack = stackWith((file) => {
    file.domains = [{ create: { size: "medium", standby: false } }];
  });

  expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
    cluster_config: {
      ...(domainOfSize("medium")["cluster_config"] as object),
      multi_az_with_standby_enabled: false,
    },
  });
});

describe("the note on the quorum", () => {
  const notesOn = (size: string): readonly string[] => {
    const configuration = configurationWith((file) => {
      file.domains = [{ create: { size, engineVersion: "OpenSearch_3.5" } }];
    });
    return compose(switchboardApp(), configuration)
      .flatMap(({ notes }) => notes.map(({ text }) => text))
      .filter((text) => text.includes("quorum"));
  };

  it.each(["dev", "small"])("is on a domain of size %s", (size) => {
    expect(notesOn(size)).toEqual([
      "switchboard-main has no quorum: a failed node can stop it until replaced. For production, use size compact or larger (docs/domain.md).",
    ]);
  });

  it.each(["compact", "standard", "medium", "large"])("is not on one of size %s", (size) => {
    expect(notesOn(size)).toEqual([]);
  });
});

describe("storage tiers", () => {
  it("are there when a retention asks for them", () => {
    const stack = stackWith((file) => {
      file.domains = [{ create: { size: "medium" } }];
      center(file)["contactRecords"] = { warmAfterDays: 60, coldAfterDays: 120 };
    });

    expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
      cluster_config: {
        warm_enabled: true,
        warm_type: "ultrawarm1.medium.search",
        warm_count: 3,
        cold_storage_options: { enabled: true },
      },
    });
  });
});
