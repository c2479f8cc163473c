import type { Invocation } from "./lambda-environment";

interface Invoked {
  invoke(event: object): Promise<Invocation>;
}

/**
 * Asynchronous invocations of a Lambda function: a failed one is repeated, and an event that failed in every attempt
 * becomes a dead letter. The pauses of a minute and of two between the attempts are left out.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class AsynchronousInvocations {
  /** Events that failed in every attempt. */
  readonly deadLetters: object[] = [];
  /** Errors of failed attempts, in their order. */
  readonly errors: string[] = [];
  readonly #function: Invoked;
  readonly #retries: number;

  constructor(invoked: Invoked, retries: number) {
    this.#function = invoked;
    this.#retries = retries;
  }

  async send(event: object): Promise<void> {
    for (let attempt = 0; attempt <= this.#retries; attempt++) {
      const { error, ok } = await this.#function.invoke(event);
      if (ok) return;
      this.errors.push(error ?? "");
    }
    this.deadLetters.push(event);
  }
}
