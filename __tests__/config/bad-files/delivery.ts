import { center } from "../base-file";
import type { BadFile } from "./bad-file";

export const BAD_DELIVERY: readonly BadFile[] = [
  {
    title: "an unknown key deep inside",
    change: (file) => {
      center(file)["contactRecords"] = { rotaton: "day" };
    },
    says: ["contactCenters[0].contactRecords.rotaton: this key is unknown, did you mean rotation?"],
  },
  {
    title: "a rotation that Firehose does not know",
    change: (file) => {
      center(file)["contactRecords"] = { rotation: "year" };
    },
    says: [
      'contactCenters[0].contactRecords.rotation: "year" is not known, use one of hour, day, week, month, none',
    ],
  },
  {
    title: "records through something unknown",
    change: (file) => {
      center(file)["contactRecords"] = { through: "s3" };
    },
    says: [
      'contactCenters[0].contactRecords.through: "s3" is not known, use one of stream, firehose',
    ],
  },
  {
    title: "retention shorter than rotation",
    change: (file) => {
      center(file)["contactRecords"] = { rotation: "month", retentionDays: 14 };
    },
    says: [
      "contactCenters[0].contactRecords.retentionDays: 14 days is shorter than a month, for which one index is written; keep at least 31 days or choose a shorter rotation",
    ],
  },
  {
    title: "history retention shorter than rotation",
    change: (file) => {
      center(file)["queueDepth"] = { historyRotation: "week", historyRetentionDays: 3 };
    },
    says: [
      "contactCenters[0].queueDepth.historyRetentionDays: 3 days is shorter than a week, for which one index is written; keep at least 7 days or choose a shorter rotation",
    ],
  },
  {
    title: "a retention that is no number",
    change: (file) => {
      center(file)["agentEvents"] = { retentionDays: "90d" };
    },
    says: ['contactCenters[0].agentEvents.retentionDays: "90d" is a text, a number is needed'],
  },
  {
    title: "a retention of nothing",
    change: (file) => {
      center(file)["agentEvents"] = { retentionDays: 0 };
    },
    says: ["contactCenters[0].agentEvents.retentionDays: 0 is too small, keep at least 1 day"],
  },
  {
    title: "a retention with a fraction",
    change: (file) => {
      center(file)["agentEvents"] = { retentionDays: 31.5 };
    },
    says: [
      "contactCenters[0].agentEvents.retentionDays: 31.5 is a number, a whole number is needed",
    ],
  },
  {
    title: "a buffer longer than Firehose allows",
    change: (file) => {
      center(file)["contactRecords"] = { buffer: { seconds: 1200 } };
    },
    says: ["contactCenters[0].contactRecords.buffer.seconds: 1200 is too large, use at most 900"],
  },
  {
    title: "shards on an on-demand stream",
    change: (file) => {
      center(file)["contactRecords"] = { stream: { mode: "on-demand", shards: 4 } };
    },
    says: [
      "contactCenters[0].contactRecords.stream.shards: an on-demand stream has no fixed shards, remove them or mode: on-demand",
    ],
  },
  {
    title: "UltraWarm on nodes that cannot",
    change: (file) => {
      center(file)["contactRecords"] = { warmAfterDays: 60 };
    },
    says: [
      "contactCenters[0].contactRecords.warmAfterDays: a domain of size small has no dedicated masters, which UltraWarm and cold storage need; use size standard, medium or large",
    ],
  },
  {
    title: "cold before warm",
    change: (file) => {
      file.domains = [{ create: { size: "medium" } }];
      center(file)["contactRecords"] = { warmAfterDays: 60, coldAfterDays: 30 };
    },
    says: [
      "contactCenters[0].contactRecords.coldAfterDays: 30 days is not between warmAfterDays (60) and retentionDays (400), choose a number in between",
    ],
  },
  {
    title: "warm storage for an endless index",
    change: (file) => {
      file.domains = [{ create: { size: "medium" } }];
      center(file)["contactRecords"] = { rotation: "none", warmAfterDays: 60 };
    },
    says: [
      "contactCenters[0].contactRecords.warmAfterDays: with rotation none the one index is always written to and cannot move, choose a rotation",
    ],
  },
  {
    title: "queueDepth: true",
    change: (file) => {
      center(file)["queueDepth"] = true;
    },
    says: ["contactCenters[0].queueDepth: true is not allowed, use false or a block of keys"],
  },
  {
    title: "an unknown key of the queue depth",
    change: (file) => {
      center(file)["queueDepth"] = { minutes: 5 };
    },
    says: [
      "contactCenters[0].queueDepth.minutes: this key is unknown, use one of pollIntervalMinutes, historyRotation, historyRetentionDays",
    ],
  },
  {
    title: "a poll interval longer than an hour",
    change: (file) => {
      center(file)["queueDepth"] = { pollIntervalMinutes: 90 };
    },
    says: ["contactCenters[0].queueDepth.pollIntervalMinutes: 90 is too large, use at most 60"],
  },
  {
    title: "a poll interval under its old name, longer than an hour",
    change: (file) => {
      center(file)["queueDepth"] = { tickMinutes: 90 };
    },
    says: ["contactCenters[0].queueDepth.tickMinutes: 90 is too large, use at most 60"],
  },
  {
    title: "a poll interval under its old and its new name",
    change: (file) => {
      center(file)["queueDepth"] = { tickMinutes: 5, pollIntervalMinutes: 5 };
    },
    says: [
      "contactCenters[0].queueDepth.tickMinutes: 5 is wrong, it is the old name of pollIntervalMinutes, which is set too; remove tickMinutes",
    ],
  },
  {
    title: "business hours that end before they begin",
    change: (file) => {
      center(file)["businessHours"] = { from: "17:00", to: "09:00" };
    },
    says: ["contactCenters[0].businessHours.to: 09:00 is not after 17:00, choose a later hour"],
  },
  {
    title: "business hours on half an hour",
    change: (file) => {
      center(file)["businessHours"] = { from: "08:30" };
    },
    says: [
      'contactCenters[0].businessHours.from: "08:30" is wrong, use a full hour in quotes, such as "09:00"',
    ],
  },
  {
    title: "a weekday that is none",
    change: (file) => {
      center(file)["businessHours"] = { days: ["monday"] };
    },
    says: [
      'contactCenters[0].businessHours.days[0]: "monday" is not known, use one of mon, tue, wed, thu, fri, sat, sun',
    ],
  },
  {
    title: "an attribute both masked and dropped",
    change: (file) => {
      center(file)["privacy"] = { attributes: { mask: ["iban"], drop: ["iban"] } };
    },
    says: ['contactCenters[0].privacy.attributes: "iban" is both masked and dropped, choose one'],
  },
  {
    title: "an attribute masked that is not kept",
    change: (file) => {
      center(file)["privacy"] = { attributes: { keep: ["reason"], mask: ["iban"] } };
    },
    says: [
      'contactCenters[0].privacy.attributes.mask: "iban" is masked but not kept, add it to keep or remove it',
    ],
  },
  {
    title: "a privacy word that is none",
    change: (file) => {
      center(file)["privacy"] = { customerEndpoint: "hash" };
    },
    says: [
      'contactCenters[0].privacy.customerEndpoint: "hash" is not known, use one of keep, mask, drop',
    ],
  },
  {
    title: "more contact centers than Connect's request quota is enough for",
    change: (file) => {
      file.contactCenters = Array.from({ length: 42 }, (_, index) => ({
        ...center(file),
        alias: `center-${index}x`,
        instance: { id: `aaaaaaaa-bbbb-cccc-dddd-${String(index).padStart(12, "0")}` },
      }));
    },
    says: [
      "contactCenters[40].queueDepth: this is number 41 of account main in eu-central-1 that reads its queues, and Connect's request quota is enough for 40; set queueDepth: false or use another account or Region",
    ],
  },
];
