import { writerRoleArns } from "../../../config/in-use";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { accessNotes } from "../../../modules/opensearch-domain/access-note";
import { switchboardApp } from "../../../modules/shared/app";
import { compose } from "../../../main";
import { center, configurationWith, secondContactCenter, vpcDomain } from "../../config/base-file";
import type { LooseFile } from "../../config/base-file";
import { EXAMPLES, example } from "../../../workbench/testing/examples";
import { unauthorizedPairs } from "../../../workbench/testing/iam/authorized-resources";
import { unknownActions } from "../../../workbench/testing/iam/known-actions";
import { actionsOf, pairsOf } from "../../../workbench/testing/policies";
import { synthesized } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

function backendWith(backend: Readonly<Record<string, unknown>>): unknown {
  const stacks = synthesized(
    configurationWith((file) => {
      file["backend"] = backend;
    }),
  );
  const { backend: named, cloud } = stacks["account-main"]?.terraform ?? {};
  return cloud === undefined ? named : { cloud };
}

function notesWith(change: (file: LooseFile) => void): string[] {
  const app = switchboardApp(join(tmpdir(), "switchboard-notes"));
  return compose(app, configurationWith(change)).flatMap((stack) =>
    stack.notes.map(({ severity, text }) => `${severity}: ${text}`),
  );
}

describe("every stack of every example", () => {
  const stacks = EXAMPLES.flatMap(({ file, name }) =>
    Object.entries(synthesized(loadConfiguration(file))).map(
      ([id, stack]) => [`${name}/${id}`, stack] as const,
    ),
  );

  it.each(stacks)("%s takes the AWS provider that the tests plan with", (_, stack) => {
    expect(awsVersionOf(stack)).toBe("~> 5.100");
  });

  it.each(stacks)("%s refuses to be applied with another account's credentials", (_, stack) => {
    for (const provider of stack.provider["aws"] ?? []) {
      expect(provider["allowed_account_ids"]).toEqual([expect.stringMatching(/^\d{12}$/)]);
    }
  });

  it.each(stacks)("%s names every provider in full", (_, stack) => {
    const { required_providers: providers } = stack.terraform as {
      readonly required_providers: Readonly<Record<string, { readonly source: string }>>;
    };

    expect(providers).toMatchObject({ aws: { source: "hashicorp/aws" } });
    for (const { source } of Object.values(providers)) expect(source).toMatch(/^[\w-]+\/[\w-]+$/);
  });

  it.each(stacks)("%s describes all that it puts out", (_, stack) => {
    expect(Object.keys(stack.output ?? {}).length).toBeGreaterThan(0);
    for (const output of Object.values(stack.output ?? {})) {
      expect(output).toMatchObject({ description: expect.stringMatching(/\.$/) as string });
    }
  });

  it.each(stacks)("%s names a provider for every resource where there are several", (_, stack) => {
    const inOtherAccount = Object.values(stack.data ?? {})
      .flatMap((named) => Object.values(named))
      .filter((data) => "provider" in data);

    expect(inOtherAccount.length > 0).toBe((stack.provider["aws"] ?? []).length > 1);
  });

  it.each(stacks)("%s allows only actions that AWS has", async (_, stack) => {
    expect(await unknownActions(actionsOf(stack))).toEqual([]);
  });

  it.each(stacks)(
    "%s allows actions only on resources that AWS authorizes them on",
    async (_, stack) => {
      expect(await unauthorizedPairs(pairsOf(stack))).toEqual([]);
    },
  );
});

describe("the versions of the AWS provider", () => {
  it("are wider where the configuration says so, 6.x included", () => {
    const stacks = synthesized(
      configurationWith((file) => {
        file["providers"] = { aws: "below-7" };
      }),
    );

    for (const stack of Object.values(stacks)) {
      expect(awsVersionOf(stack)).toBe(">= 5.100.0, < 7.0.0");
    }
  });
});

function awsVersionOf({ terraform }: StackArtifact): string {
  const { required_providers: providers } = terraform as {
    readonly required_providers: { readonly aws: { readonly version: string } };
  };
  return providers.aws.version;
}

describe("the list of AWS's actions", () => {
  it("knows a misspelt one", async () => {
    const right = ["connect:GetFederationToken", "es:ESHttp*"];
    const wrong = [
      "connect:GetFederatonToken",
      "conect:GetFederationToken",
      "s3:Got*",
      "GetObject",
    ];

    expect(await unknownActions([...right, ...wrong])).toEqual(wrong);
  });
});

describe("the list of resources that AWS authorizes an action on", () => {
  it("knows an action on a resource of another kind", async () => {
    const instance = "arn:aws:connect:eu-central-1:111122223333:instance/an-id";
    const right = [`connect:ListQueues ${instance}/queue/*`, "ec2:DescribeSubnets *"];
    const wrong = [
      `connect:ListQueues ${instance}`,
      "kms:Decrypt arn:aws:sqs:eu-central-1:111122223333:calls",
    ];

    expect(await unauthorizedPairs([...right, ...wrong])).toEqual(wrong);
  });
});

describe("names", () => {
  it("of several contact centers in one account never collide", () => {
    const stacks = synthesized(
      configurationWith((file) => {
        file.contactCenters.push(secondContactCenter());
      }),
    );
    const named = Object.values(stacks).flatMap((stack: StackArtifact) =>
      Object.entries(stack.resource ?? {}).flatMap(([type, resources]) =>
        Object.values(resources).flatMap(({ name, bucket }) => {
          const own = type === "aws_s3_bucket" ? bucket : name;
          return typeof own === "string" && !own.startsWith("$") ? [`${type} ${own}`] : [];
        }),
      ),
    );
    // Inline policies and log streams live inside a role or a group of their own.
    const shared = named.filter(
      (name) => !/^aws_(iam_role_policy|cloudwatch_log_stream) /.test(name),
    );

    expect(shared.length).toBeGreaterThan(10);
    expect(new Set(shared).size).toBe(shared.length);
  });

  it("of a stack stay when a contact center and a domain are added", () => {
    const before = Object.keys(synthesized(configurationWith()));
    const after = Object.keys(
      synthesized(
        configurationWith((file) => {
          file.domains.push({ name: "us", region: "us-east-1", create: { size: "dev" } });
          file.contactCenters.push({ ...secondContactCenter(), region: "us-east-1" });
        }),
      ),
    );

    expect(after).toEqual(expect.arrayContaining(before));
  });
});

describe("the backend", () => {
  it("keeps local state outside of what is generated", () => {
    expect(backendWith({ type: "local" })).toEqual({
      local: { path: "../../../terraform.account-main.tfstate" },
    });
  });

  it("keeps state in S3, encrypted, one object a stack", () => {
    expect(backendWith({ type: "s3", bucket: "acme-state", region: "eu-central-1" })).toEqual({
      s3: {
        bucket: "acme-state",
        key: "switchboard/account-main.tfstate",
        region: "eu-central-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it("is a workspace of its own in Terraform Cloud", () => {
    expect(backendWith({ type: "terraform-cloud", organization: "acme" })).toEqual({
      cloud: { organization: "acme", workspaces: { name: "switchboard-account-main" } },
    });
  });

  it("is left out for `backend: none`", () => {
    expect(backendWith({ type: "none" })).toBeUndefined();
  });
});

describe("notes at synthesis", () => {
  it("say that a domain inside a VPC needs a runner there", () => {
    const notes = notesWith((file) => {
      file.domains = [vpcDomain(2)];
    });

    expect(notes).toContainEqual(expect.stringContaining("needs a runner inside that VPC"));
  });

  it("name the security groups that are shared with the domain", () => {
    const notes = notesWith((file) => {
      file.domains = [vpcDomain(2)];
    });

    expect(notes).toContainEqual(
      expect.stringMatching(/\(sg-01\): each must allow HTTPS \(443\) from itself/),
    );
  });

  it("name the rule that the domain's security groups need where they are others", () => {
    const notes = notesWith((file) => {
      file.domains = [vpcDomain(2)];
      center(file)["vpc"] = { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0b"] };
    });

    expect(notes).toContainEqual(
      expect.stringMatching(/must allow HTTPS \(443\) from sg-0b of support/),
    );
  });

  it("say what delivery into the VPC of another account takes", () => {
    const app = switchboardApp(join(tmpdir(), "switchboard-notes"));
    const notes = compose(app, loadConfiguration(example("adopt-everything").file)).flatMap(
      (stack) => stack.notes.map(({ text }) => text),
    );

    expect(notes).toContainEqual(
      expect.stringMatching(/insight of london is in another account.*peer/),
    );
  });

  it("name the storage configurations that the first apply sets on an adopted instance", () => {
    const ofAdopted = notesWith(() => undefined).join("\n");
    const ofCreated = notesWith((file) => {
      center(file)["instance"] = { create: { alias: "acme" } };
    }).join("\n");

    expect(ofAdopted).toContain(
      "info: The first apply sets the storage configuration of CONTACT_TRACE_RECORDS and AGENT_EVENTS of the instance aaaaaaaa-bbbb-cccc-dddd-111111111111 (support)",
    );
    expect(ofCreated).not.toContain("storage configuration");
  });

  it("warn of a missing silence alarm when no period lies within the business hours", () => {
    const notes = notesWith((file) => {
      center(file)["businessHours"] = { from: "09:00", to: "10:00" };
    });

    expect(notes).toContainEqual(
      expect.stringMatching(/^warning: No alarm detects that contact records of support stop/),
    );
  });

  it("print what the access policy of an adopted domain must admit", () => {
    const { contactCenters, domains } = loadConfiguration(example("adopt-everything").file);
    const [domain] = domains;
    if (!domain) throw new Error("The example has no domain.");
    const [note = ""] = accessNotes({
      domainName: domain.domainName,
      domainArn: domain.arn,
      contentRoleArn: domain.contentRoleArn,
      writerRoleArns: writerRoleArns(contactCenters),
    }).map(({ text }) => text);
    const statements = note
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replace(/,$/, ""));

    expect(statements.map((statement) => JSON.parse(statement) as unknown)).toEqual([
      {
        Sid: "ContentDeploys",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::222222222222:root"] },
        Action: ["es:ESHttp*"],
        Resource: ["arn:aws:es:eu-west-2:222222222222:domain/insight/*"],
        Condition: {
          ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::222222222222:role/opensearch-admin"] },
        },
      },
      {
        Sid: "ContactCentersWrite",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::333333333333:root"] },
        Action: ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"],
        Resource: ["arn:aws:es:eu-west-2:222222222222:domain/insight/*"],
        Condition: {
          ArnEquals: {
            "aws:PrincipalArn": [
              "arn:aws:iam::333333333333:role/acme-london-delivery",
              "arn:aws:iam::333333333333:role/acme-london-queue-depth",
            ],
          },
        },
      },
    ]);
  });

  it("say what a log policy that exists must allow", () => {
    const notes = notesWith((file) => {
      file.domains = [{ create: { size: "small", logResourcePolicy: "existing" } }];
    });

    expect(notes).toContainEqual(
      expect.stringMatching(
        /logs:PutLogEventsBatch on arn:aws:logs:eu-central-1:111122223333:log-group:\/aws\/opensearch\/switchboard-main\/\*/,
      ),
    );
  });
});

describe("a contact center", () => {
  it("adopts an instance, or creates one that no plan can destroy", () => {
    const created = synthesized(
      configurationWith((file) => {
        center(file)["instance"] = { create: { alias: "acme" } };
      }),
    );
    const adopted = synthesized(configurationWith());

    expect(
      Object.values(created["contact-center-support"]?.resource?.["aws_connect_instance"] ?? {}),
    ).toMatchObject([
      {
        instance_alias: "acme",
        identity_management_type: "SAML",
        lifecycle: { prevent_destroy: true },
      },
    ]);
    expect(adopted["contact-center-support"]?.resource?.["aws_connect_instance"]).toBeUndefined();
  });

  it("is tagged as the configuration says, by its provider", () => {
    const stacks = synthesized(loadConfiguration(example("three-accounts").file));

    expect(stacks["contact-center-support"]?.provider["aws"]?.[0]).toMatchObject({
      default_tags: [{ tags: { "managed-by": "switchboard", "cost-center": "customer-service" } }],
    });
  });
});
