/**
 * The roles in which people sign in to a contact center. A role decides where a person lands and for
 * how long they stay signed in; what they may do in Connect is decided by their security profile there.
 */
export interface SignInRoleFacts {
  /** Ends the name of the permission set. Short: AWS allows the whole name 32 characters. */
  readonly suffix: string;
  readonly landingPage: LandingPage;
  readonly sessionHours: number;
}

/**
 * Paths of Connect's own pages. A role may name any other path instead.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export const LANDING_PAGES = {
  "agent-workspace": "/agent-app-v2",
  "contact-control-panel": "/ccp-v2",
  "real-time-metrics": "/real-time-metrics",
  home: "/home",
} as const;

export type LandingPage = keyof typeof LANDING_PAGES;

export const LANDING_PAGE_NAMES = Object.keys(LANDING_PAGES) as [LandingPage, ...LandingPage[]];

/** Connect ends every session after 12 hours, so a longer session at AWS would be of no use. */
export const MAXIMUM_SESSION_HOURS = 12;

/** A shift, so that a session does not end during a call. */
const SHIFT_HOURS = 12;
/** People who can change the contact center sign in again the same day. */
const ADMINISTRATOR_HOURS = 4;

/** The roles that every contact center has unless the configuration leaves them out. */
export const DEFAULT_SIGN_IN_ROLES = {
  agent: { suffix: "agent", landingPage: "agent-workspace", sessionHours: SHIFT_HOURS },
  supervisor: { suffix: "supervisor", landingPage: "real-time-metrics", sessionHours: SHIFT_HOURS },
  administrator: { suffix: "admin", landingPage: "home", sessionHours: ADMINISTRATOR_HOURS },
} as const satisfies Record<string, SignInRoleFacts>;

/** What a role of the user's own has where it says nothing else. */
export function factsOfOwnRole(name: string): SignInRoleFacts {
  return { suffix: name, landingPage: "home", sessionHours: ADMINISTRATOR_HOURS };
}
