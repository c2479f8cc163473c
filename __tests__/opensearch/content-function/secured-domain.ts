import { Client } from "@opensearch-project/opensearch";
import { applyContent, type ApplyReport } from "../../../lambdas/content/apply";
import type { DesiredContent, ObjectReference } from "../../../lambdas/content/content-object";
import { DomainApi } from "../../../lambdas/content/domain-api";
import type { IndexChange } from "../../../lambdas/content/existing-indices";
import { planContent, type ContentPlan, type PlannedChange } from "../../../lambdas/content/plan";
import { Deadline } from "../../../lambdas/shared/deadline";
import { OpenSearchClient } from "../../../workbench/opensearch/client";
import { startOpenSearch, type OpenSearchNode } from "../../../workbench/opensearch/node";
import { LifecyclePolicies } from "../../../workbench/rehearsal/domain/lifecycle-policies";
import {
  DomainProxy,
  type DomainFault,
  type ProxiedRequest,
} from "../../../workbench/simulator/domain-proxy";
import { ManagedIndices } from "./managed-indices";

const APPLY_MS = 60_000;

/** An export that an apply made before it replaced or removed an object. */
export interface KeptObject {
  readonly reference: ObjectReference;
  readonly line: string;
}

interface ApplyOptions {
  /** @default false */
  readonly existingIndices?: boolean;
  /** @default "test" */
  readonly owner?: string;
  /** Milliseconds until the deadline. @default a minute */
  readonly withinMs?: number;
}

type Headers = Readonly<Record<string, string>>;

/** A real OpenSearch with the security plugin, as a domain: with lifecycle policies, and with faults to inject. */
export class SecuredDomain {
  /** Sends requests to the domain as its master user. */
  readonly client: OpenSearchClient;
  readonly kept: KeptObject[] = [];
  /** Headers of the caller of a request. */
  identify: (request: ProxiedRequest) => Headers;
  /** Requests that change something. */
  readonly writes: string[] = [];
  fault: (request: ProxiedRequest) => DomainFault | undefined = () => undefined;
  readonly #node: OpenSearchNode;
  readonly #proxy: DomainProxy;
  readonly #policies = new LifecyclePolicies();
  readonly managed = new ManagedIndices(this.#policies);

  private constructor(node: OpenSearchNode, proxy: DomainProxy) {
    this.#node = node;
    this.#proxy = proxy;
    this.identify = () => node.administrator;
    this.client = new OpenSearchClient(proxy.url);
    proxy.fault = (request) => this.#faultOrPolicy(request);
  }

  static async start(): Promise<SecuredDomain> {
    const node = await startOpenSearch({ heap: "512m", shortLived: true, security: true });
    const domain: { current?: SecuredDomain } = {};
    const proxy = await DomainProxy.start({
      target: node.url,
      identify: (request) => domain.current?.identify(request) ?? node.administrator,
    });
    domain.current = new SecuredDomain(node, proxy);
    return domain.current;
  }

  /** Headers of the master user. */
  get administrator(): Headers {
    return this.#node.administrator;
  }

  get url(): string {
    return this.#proxy.url;
  }

  async stop(): Promise<void> {
    await this.#proxy.stop();
    await this.#node.stop();
  }

  /** Restores the domain as a caller and a network see it; its content stays. */
  reset(): void {
    this.identify = () => this.administrator;
    this.fault = () => undefined;
    this.kept.length = 0;
    this.writes.length = 0;
  }

  apply(
    content: DesiredContent,
    { existingIndices = false, owner = "test", withinMs = APPLY_MS }: ApplyOptions = {},
  ): Promise<ApplyReport> {
    const deadline = new Deadline(Date.now() + withinMs);
    return applyContent({
      domain: this.#api(deadline),
      content,
      existingIndices,
      owner,
      deadline,
      backup: {
        keep: async (reference, line) => {
          await Promise.resolve();
          this.kept.push({ reference, line });
        },
      },
    });
  }

  async plan(content: DesiredContent): Promise<readonly PlannedChange[]> {
    return (await this.#plan(content, false)).objects;
  }

  async planIndices(content: DesiredContent): Promise<readonly IndexChange[]> {
    return (await this.#plan(content, true)).indices;
  }

  #plan(content: DesiredContent, existingIndices: boolean): Promise<ContentPlan> {
    const domain = this.#api(new Deadline(Date.now() + APPLY_MS));
    return planContent({ domain, content, existingIndices });
  }

  #api(deadline: Deadline): DomainApi {
    return new DomainApi(new Client({ node: this.#proxy.url, maxRetries: 0 }), deadline);
  }

  #faultOrPolicy(request: ProxiedRequest): DomainFault | undefined {
    const fault = this.fault(request);
    if (fault !== undefined) return fault;
    const { body, method, path } = request;
    if (method !== "GET" && method !== "HEAD") this.writes.push(`${method} ${path}`);
    const answer = this.managed.answer(path, body) ?? this.#policies.answer(method, path, body);
    return answer && { status: answer.status, body: JSON.parse(answer.body) as object };
  }
}
