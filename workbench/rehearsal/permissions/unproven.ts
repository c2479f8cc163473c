const IN_ONE_ACCOUNT =
  "within one account, the role's own policy is enough; a step of `three-accounts` removes the policy";

/**
 * Statements whose loss breaks nothing in the rehearsal, and why: by the end of the holder's name and the statement.
 * Whether they are superfluous, only AWS shows.
 */
export const UNPROVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  delivery: {
    ReadDomainState:
      "the stand-in for Firehose does not read the domain's state; AWS [documents](https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es) that Firehose does",
  },
  main: {
    ContentDeploys: IN_ONE_ACCOUNT,
    ContactCentersWrite: IN_ONE_ACCOUNT,
  },
  "queue-depth": {
    OwnFunction: "the emulator does not evaluate the trust of a function's role",
    TakeWakeUpCalls: "the emulator polls the queue without the function's role",
    UseKey: "the emulator's SQS does not use the key",
    WriteLog: "the emulator writes the function's log without the function's role",
  },
  "queue-depth-tick": {
    OwnSchedules: "the emulator does not evaluate the trust of a schedule's role",
    SendWakeUpCalls: "the emulator's scheduler sends without its role",
    UseKey: "the emulator's SQS does not use the key",
  },
};
