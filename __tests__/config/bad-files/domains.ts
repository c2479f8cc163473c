import { vpcDomain } from "../base-file";
import type { BadFile } from "./bad-file";

export const BAD_DOMAINS: readonly BadFile[] = [
  {
    title: "no domain",
    change: (file) => {
      file.domains = [];
    },
    says: ["domains: 0 entries are too few, name at least one OpenSearch domain"],
  },
  {
    title: "a size that is none",
    change: (file) => {
      file.domains = [{ create: { size: "huge" } }];
    },
    says: [
      'domains[0].create.size: "huge" is not known, use one of dev, small, compact, standard, medium, large, custom',
    ],
  },
  {
    title: "a content function that nothing invokes",
    change: (file) => {
      file.domains = [{ create: { size: "dev" }, contentFunction: { existingIndices: true } }];
    },
    says: [
      "domains[0].contentFunction: it has no effect with content: terraform; set content: function, or remove it",
    ],
  },
  {
    title: "a content function outside of the VPC of an adopted domain",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint: "vpc-insight-abc123.eu-central-1.es.amazonaws.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/content",
          },
          content: "function",
        },
      ];
      for (const center of file.contactCenters) {
        center["vpc"] = { subnetIds: ["subnet-01"], securityGroupIds: ["sg-01"] };
      }
    },
    says: [
      "domains[0].contentFunction.vpc: is missing, but the domain main is inside a VPC; name subnets and security groups from which the function reaches it",
    ],
  },
  {
    title: "a domain both created and adopted",
    change: (file) => {
      file.domains = [
        {
          create: { size: "dev" },
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint: "search.example.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: ["domains[0]: name only one of create and adopt"],
  },
  {
    title: "an adopted domain in another Region than its ARN",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:us-east-1:111122223333:domain/insight",
            endpoint: "search.example.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: [
      "domains[0].adopt.arn: it is in us-east-1, the domain in eu-central-1; use one in the domain's Region, or name the domain's region",
    ],
  },
  {
    title: "an adopted domain in another account than its ARN",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:999922223333:domain/insight",
            endpoint: "search.example.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: [
      "domains[0].adopt.arn: it is in account 999922223333, the domain in 111122223333; use one in the domain's account, or name the domain's account",
    ],
  },
  {
    title: "an adopted domain with a URL for an endpoint",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint: "https://search.example.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: [
      'domains[0].adopt.endpoint: "https://search.example.com" is wrong, use a host name without https:// and without a path, such as search.example.com',
    ],
  },
  {
    title: "an adopted domain without replicas",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint: "search.example.com",
            contentRoleArn: "arn:aws:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: [
      "domains[0].adopt.replicas: is missing, a number is needed: Replicas of each primary shard, as many as the domain's zones require.",
    ],
  },
  {
    title: "two domains with one name",
    change: (file) => {
      file.domains.push({ region: "us-east-1", create: { size: "dev" } });
    },
    says: ['domains[1].name: "main" is already the name at domains[0].name, choose another'],
  },
  {
    title: "a domain name too long once prefixed",
    change: (file) => {
      file.domains = [{ name: "customer-service", create: { size: "dev" } }];
      file.name = "acme-telephony";
    },
    says: [
      "domains[0].name: the OpenSearch domain would be called acme-telephony-customer-service, 31 characters of at most 28; shorten it, or the top-level name, by 3",
    ],
  },
  {
    title: "a subnet too few",
    change: (file) => {
      file.domains = [vpcDomain(1)];
    },
    says: [
      "domains[0].create.vpc.subnetIds: 1 subnet, but size small stands in 2 availability zones; name one subnet for each",
    ],
  },
  {
    title: "a certificate in another Region",
    change: (file) => {
      file.domains = [
        {
          create: {
            size: "dev",
            customEndpoint: {
              host: "calls.example.com",
              certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/abcd",
            },
          },
        },
      ];
    },
    says: [
      "domains[0].create.customEndpoint.certificateArn: it is in us-east-1, the domain in eu-central-1; use one in the domain's Region, or name the domain's region",
    ],
  },
  {
    title: "a custom endpoint in the place of the generated one",
    change: (file) => {
      file.domains = [
        {
          endpoint: "calls.example.com",
          create: {
            size: "dev",
            customEndpoint: {
              host: "calls.example.com",
              certificateArn: "arn:aws:acm:eu-central-1:111122223333:certificate/abcd",
            },
          },
        },
      ];
    },
    says: [
      "domains[0].endpoint: calls.example.com is the custom endpoint, which is for people; name the endpoint that AWS generated, such as search-analytics-abc123.eu-central-1.es.amazonaws.com",
    ],
  },
  {
    title: "an adopted domain's custom endpoint in the place of the generated one",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint: "calls.example.com",
            customEndpoint: "calls.example.com",
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: [
      "domains[0].adopt.endpoint: calls.example.com is the custom endpoint, which is for people; name the endpoint that AWS generated, such as search-analytics-abc123.eu-central-1.es.amazonaws.com",
    ],
  },
  {
    title: "ARNs of another partition",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws-us-gov:es:eu-central-1:111122223333:domain/insight",
            endpoint: "search.example.com",
            replicas: 1,
            contentRoleArn: "arn:aws-us-gov:iam::111122223333:role/admin",
          },
        },
      ];
    },
    says: [
      "domains[0].adopt.arn: it is an ARN of the partition aws-us-gov, and eu-central-1 is in aws; use the ARN as AWS shows it there, arn:aws:…",
      "domains[0].adopt.contentRoleArn: it is an ARN of the partition aws-us-gov, and eu-central-1 is in aws; use the ARN as AWS shows it there, arn:aws:…",
    ],
  },
  {
    title: "an engine that is too old to adopt",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
            endpoint: "search-analytics-abc123.eu-central-1.es.amazonaws.com",
            replicas: 1,
            engineVersion: "OpenSearch_2.11",
            contentRoleArn: "arn:aws:iam::111122223333:role/analytics-admin",
          },
        },
      ];
    },
    says: [
      'domains[0].adopt.engineVersion: "OpenSearch_2.11" is wrong, use OpenSearch_2.13 or newer; OpenSearch 2.11 lacks rfc3339_lenient (since 2.12), which the mappings need, and refuses every index',
    ],
  },
  {
    title: "an engine that is too old to create",
    change: (file) => {
      file.domains = [{ create: { size: "dev", engineVersion: "OpenSearch_2.5" } }];
    },
    says: [
      'domains[0].create.engineVersion: "OpenSearch_2.5" is wrong, use OpenSearch_2.13 or newer; OpenSearch 2.5 lacks flat_object (since 2.7) and rfc3339_lenient (since 2.12), which the mappings need, and refuses every index',
    ],
  },
  {
    title: "an Elasticsearch to adopt",
    change: (file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
            endpoint: "search-analytics-abc123.eu-central-1.es.amazonaws.com",
            replicas: 1,
            engineVersion: "Elasticsearch_7.10",
            contentRoleArn: "arn:aws:iam::111122223333:role/analytics-admin",
          },
        },
      ];
    },
    says: [
      'domains[0].adopt.engineVersion: "Elasticsearch_7.10" is wrong, upgrade the domain to OpenSearch_2.13 or newer; Elasticsearch lacks flat_object and rfc3339_lenient, which the mappings need, and refuses every index',
    ],
  },
  {
    title: "an engine without its prefix",
    change: (file) => {
      file.domains = [{ create: { size: "dev", engineVersion: "2.19" } }];
    },
    says: [
      'domains[0].create.engineVersion: "2.19" is wrong, use a version such as OpenSearch_2.19',
    ],
  },
  {
    title: "an engine that is none",
    change: (file) => {
      file.domains = [{ create: { size: "dev", engineVersion: "latest" } }];
    },
    says: [
      'domains[0].create.engineVersion: "latest" is wrong, use a version such as OpenSearch_3.5',
    ],
  },
];
