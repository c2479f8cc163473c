/** The Connect instance that everything is published by. */
export interface Instance {
  readonly accountId: string;
  readonly region: string;
  readonly id: string;
  readonly arn: string;
}
