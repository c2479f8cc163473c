/**
 * Statements whose loss breaks nothing in the rehearsal, and why: by the end of the role's name and the statement.
 * Whether they are superfluous, only AWS shows.
 */
export const UNPROVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  delivery: {
    ReadDomainState:
      "the stand-in for Firehose does not read the domain's state; AWS [documents](https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es) that Firehose does",
  },
  "queue-depth": {
    TakeWakeUpCalls: "the emulator polls the queue without the function's role",
    UseKey: "the emulator's SQS does not use the key",
    WriteLog: "the emulator writes the function's log without the function's role",
  },
  "queue-depth-tick": {
    SendWakeUpCalls: "the emulator's scheduler sends without its role",
    UseKey: "the emulator's SQS does not use the key",
  },
};
