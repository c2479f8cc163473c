import { center, secondContactCenter, vpcDomain } from "../base-file";
import type { BadFile } from "./bad-file";

export const BAD_CONTACT_CENTERS: readonly BadFile[] = [
  {
    title: "a Region that no partition has",
    change: (file) => {
      center(file)["region"] = "frankfurt";
    },
    says: [
      'contactCenters[0].region: "frankfurt" is wrong, use the name of an AWS Region, such as eu-central-1',
    ],
  },
  {
    title: "an account that does not exist",
    change: (file) => {
      center(file)["account"] = "voice";
    },
    says: ['contactCenters[0].account: no account is called "voice", use main'],
  },
  {
    title: "no account named where there are two",
    change: (file) => {
      file.accounts["other"] = { id: "444455556666", region: "eu-central-1" };
      file.domains = [{ account: "main", create: { size: "small" } }];
    },
    says: ["contactCenters[0].account: is missing, name one of main, other"],
  },
  {
    title: "no contact center",
    change: (file) => {
      file.contactCenters = [];
    },
    says: ["contactCenters: 0 entries are too few, name at least one contact center"],
  },
  {
    title: "an alias with an underscore",
    change: (file) => {
      center(file)["alias"] = "my_support";
    },
    says: [
      'contactCenters[0].alias: "my_support" is wrong, use lower-case letters, digits and single hyphens, starting with a letter',
    ],
  },
  {
    title: "an alias with two hyphens in a row",
    change: (file) => {
      center(file)["alias"] = "my--support";
    },
    says: [
      'contactCenters[0].alias: "my--support" is wrong, use lower-case letters, digits and single hyphens, starting with a letter',
    ],
  },
  {
    title: "two contact centers with one alias",
    change: (file) => {
      file.contactCenters.push({ ...secondContactCenter(), alias: "support" });
    },
    says: [
      'contactCenters[1].alias: "support" is already the alias at contactCenters[0].alias, choose another',
    ],
  },
  {
    title: "two contact centers with colliding names",
    change: (file) => {
      file.contactCenters.push(
        { ...secondContactCenter(), alias: "support-contact-records-eu" },
        {
          ...secondContactCenter(),
          instance: { id: "cccccccc-bbbb-cccc-dddd-222222222222" },
          alias: "support-queue-depth",
        },
      );
      file.name = "a";
    },
    says: [
      "contactCenters[1].alias: its indices a-support-contact-records-eu-contact-records* collide with a-support-contact-records* of support, choose an alias that does not begin like that",
    ],
  },
  {
    title: "two contact centers with one instance in one account and Region",
    change: (file) => {
      file.contactCenters.push({ ...secondContactCenter(), instance: center(file)["instance"] });
    },
    says: [
      "contactCenters[1].instance.id: contactCenters[0] has this instance already, and an instance sends its records to one place only; name another instance",
    ],
  },
  {
    title: "a retirement that is neither draining nor done",
    change: (file) => {
      center(file)["retired"] = "soon";
    },
    says: ['contactCenters[0].retired: "soon" is not allowed, use true or false or draining'],
  },
  {
    title: "a time zone that does not exist",
    change: (file) => {
      center(file)["timeZone"] = "Europe/Colonia";
    },
    says: [
      'contactCenters[0].timeZone: "Europe/Colonia" is wrong, use a name of the IANA time zone database, such as Europe/Berlin, America/New_York or UTC',
    ],
  },
  {
    title: "a time zone in the wrong case",
    change: (file) => {
      center(file)["timeZone"] = "europe/berlin";
    },
    says: ['contactCenters[0].timeZone: "europe/berlin" is wrong, write it as Europe/Berlin'],
  },
  {
    title: "a time zone that is an abbreviation",
    change: (file) => {
      center(file)["timeZone"] = "CET";
    },
    says: [
      'contactCenters[0].timeZone: "CET" is wrong, use a name of the IANA time zone database, such as Europe/Berlin, America/New_York or UTC',
    ],
  },
  {
    title: "no time zone",
    change: (file) => {
      delete center(file)["timeZone"];
    },
    says: [
      "contactCenters[0].timeZone: is missing, a text is needed: IANA time zone in which dashboards count days, hours and weekdays.",
    ],
  },
  {
    title: "an instance id of the wrong shape",
    change: (file) => {
      center(file)["instance"] = { id: "support" };
    },
    says: [
      'contactCenters[0].instance.id: "support" is wrong, use the id at the end of the instance\'s ARN, such as 12345678-1234-1234-1234-123456789012',
    ],
  },
  {
    title: "an instance both adopted and created",
    change: (file) => {
      center(file)["instance"] = {
        id: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
        create: { alias: "acme" },
      };
    },
    says: ["contactCenters[0].instance: name only one of id and create"],
  },
  {
    title: "an instance neither adopted nor created",
    change: (file) => {
      center(file)["instance"] = {};
    },
    says: ["contactCenters[0].instance: name one of id and create"],
  },
  {
    title: "an instance alias that starts with d-",
    change: (file) => {
      center(file)["instance"] = { create: { alias: "d-acme" } };
    },
    says: [
      'contactCenters[0].instance.create.alias: "d-acme" is wrong, use letters, digits and hyphens, not starting with d-',
    ],
  },
  {
    title: "a domain in another Region than its contact center",
    change: (file) => {
      file.domains = [{ region: "us-east-1", create: { size: "small" } }];
    },
    says: [
      "contactCenters[0].domain: no domain is in eu-central-1, and Firehose delivers within a Region only; add a domain in eu-central-1",
    ],
  },
  {
    title: "a domain in another Region, named",
    change: (file) => {
      file.domains = [
        { create: { size: "small" } },
        { name: "us", region: "us-east-1", create: { size: "small" } },
      ];
      center(file)["domain"] = "us";
    },
    says: [
      "contactCenters[0].domain: the domain us is in us-east-1, the contact center in eu-central-1, and Firehose delivers within a Region only; use main, or add a domain in eu-central-1",
    ],
  },
  {
    title: "a domain that does not exist",
    change: (file) => {
      center(file)["domain"] = "insight";
    },
    says: ['contactCenters[0].domain: no domain is called "insight", use main'],
  },
  {
    title: "two domains in the Region and none named",
    change: (file) => {
      file.domains.push({ name: "second", create: { size: "dev" } });
    },
    says: ["contactCenters[0].domain: is missing, name one of main, second"],
  },
  {
    title: "an alias too long once prefixed",
    change: (file) => {
      center(file)["alias"] = "customer-service-for-the-whole-of-europe";
    },
    says: [
      "contactCenters[0].alias: the S3 bucket would be called switchboard-customer-service-for-the-whole-of-europe-backup-111122223333, 72 characters of at most 63; shorten it, or the top-level name, by 9",
    ],
  },
  {
    title: "queues without a name, or with a name that Amazon Connect does not allow",
    change: (file) => {
      const queue = { serviceLevelSeconds: 30 };
      center(file)["queues"] = { "": queue, " ": queue, ["q".repeat(128)]: queue };
    },
    says: [
      'contactCenters[0].queues.: the name "" is not allowed, use the name of the queue as Amazon Connect shows it',
      'contactCenters[0].queues. : the name " " is not allowed, use the name of the queue as Amazon Connect shows it',
      `contactCenters[0].queues.${"q".repeat(128)}: the name "${"q".repeat(56)}... is not allowed, a queue's name in Amazon Connect has at most 127 characters`,
    ],
  },
  {
    title: "two queues whose names differ in surrounding spaces only",
    change: (file) => {
      const queue = { serviceLevelSeconds: 30 };
      center(file)["queues"] = { Orders: queue, "VIP Orders": queue, "Orders ": queue };
    },
    says: [
      'contactCenters[0].queues.Orders : "Orders " and "Orders" differ in surrounding spaces only; keep the name that Amazon Connect shows',
    ],
  },
  {
    title: "a queue with a wrong threshold and an unknown key",
    change: (file) => {
      center(file)["queues"] = {
        Orders: { serviceLevelSeconds: 0 },
        Support: { serviceLevelSeconds: 3601 },
        Billing: { serviceLevelSecond: 30 },
        VIP: 30,
      };
    },
    says: [
      "contactCenters[0].queues.Orders.serviceLevelSeconds: 0 is too small, use at least 1",
      "contactCenters[0].queues.Support.serviceLevelSeconds: 3601 is too large, use at most 3600",
      "contactCenters[0].queues.Billing.serviceLevelSecond: this key is unknown, did you mean serviceLevelSeconds?",
      "contactCenters[0].queues.VIP: 30 is a number, a block of keys is needed",
    ],
  },
  {
    title: "service level thresholds that are no whole seconds of a week",
    change: (file) => {
      center(file)["serviceLevelThresholds"] = [0, 604_801, 1.5];
    },
    says: [
      "contactCenters[0].serviceLevelThresholds[0]: 0 is too small, expect at least 1 second",
      "contactCenters[0].serviceLevelThresholds[1]: 604801 is too large, expect at most 604800 seconds",
      "contactCenters[0].serviceLevelThresholds[2]: 1.5 is a number, a whole number is needed",
    ],
  },
  {
    title: "service level thresholds out of order and twice",
    change: (file) => {
      center(file)["serviceLevelThresholds"] = [60, 30, 30];
    },
    says: [
      "contactCenters[0].serviceLevelThresholds[1]: 30 is wrong, it follows 60; list each threshold once, from the lowest to the highest",
      "contactCenters[0].serviceLevelThresholds[2]: 30 is wrong, it follows 30; list each threshold once, from the lowest to the highest",
    ],
  },
  {
    title: "no service level threshold, and too many",
    change: (file) => {
      center(file)["serviceLevelThresholds"] = [];
      file.contactCenters.push({
        ...secondContactCenter(),
        serviceLevelThresholds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      });
    },
    says: [
      "contactCenters[0].serviceLevelThresholds: 0 entries are too few, list at least one threshold, or remove the key",
      "contactCenters[1].serviceLevelThresholds: 11 entries are too many, list at most 10 thresholds",
    ],
  },
  {
    title: "no second for short abandons",
    change: (file) => {
      center(file)["shortAbandonSeconds"] = 0;
    },
    says: ["contactCenters[0].shortAbandonSeconds: 0 is too small, use at least 1"],
  },
  {
    title: "a domain in a VPC of another account",
    change: (file) => {
      file.accounts["other"] = { id: "444455556666", region: "eu-central-1" };
      file.domains = [{ account: "other", ...vpcDomain(2) }];
      center(file)["account"] = "main";
    },
    says: [
      "contactCenters[0].vpc: is missing, but the domain main is inside a VPC; name subnets and security groups of the contact center's account from which it is reached",
    ],
  },
];
