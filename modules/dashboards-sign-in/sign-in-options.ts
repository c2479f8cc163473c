/** Sign-in to Dashboards through a SAML 2.0 application of an identity provider. */
export interface SamlSignInOptions {
  readonly type: "saml";
  /** Entity id of the identity provider. */
  readonly entityId: string;
  /** File with the metadata of the identity provider; it is copied beside the stack. */
  readonly metadataFile: string;
  /** Attribute of the assertion that has the user's groups. */
  readonly groupsAttribute: string;
  /** Length of a session, in minutes, 1 to 1,440. */
  readonly sessionMinutes: number;
}

/** Sign-in to Dashboards through a user pool of Amazon Cognito. */
export interface CognitoSignInOptions {
  readonly type: "cognito";
  /** Prefix of the user pool's domain, unique in the Region. */
  readonly prefix: string;
  /** E-mail addresses of the users who view dashboards. */
  readonly viewers: readonly string[];
  /** E-mail addresses of the users who edit dashboards. */
  readonly editors: readonly string[];
}

/** No sign-in: only programs that sign their requests use the domain. */
export interface NoSignInOptions {
  readonly type: "none";
}

export type SignInOptions = SamlSignInOptions | CognitoSignInOptions | NoSignInOptions;

/** Names of the resources of a sign-in through Cognito. */
export interface CognitoNames {
  /** Name of the user pool and of the identity pool. */
  readonly userPool: string;
  /** Name of the role with which the domain configures the pools. */
  readonly cognitoRole: string;
  /** Name of the role of users who view dashboards. */
  readonly viewerRole: string;
  /** Name of the role of users who edit dashboards. */
  readonly editorRole: string;
}
