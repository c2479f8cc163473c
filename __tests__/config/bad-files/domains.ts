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
    says: ['domains[0].create.size: "huge" is not known, use one of dev, small, medium, large'],
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
      "domains[0].adopt.replicas: is missing, a number is needed: Copies of each shard beside the primary, as the domain's zones ask for.",
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
    title: "an endpoint beside a custom one",
    change: (file) => {
      file.domains = [
        {
          endpoint: "search.example.com",
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
    says: ["domains[0].endpoint: the domain is reached by its customEndpoint, remove this one"],
  },
  {
    title: "an engine that is none",
    change: (file) => {
      file.domains = [{ create: { size: "dev", engineVersion: "2.19" } }];
    },
    says: [
      'domains[0].create.engineVersion: "2.19" is wrong, use a version such as OpenSearch_2.19',
    ],
  },
];
