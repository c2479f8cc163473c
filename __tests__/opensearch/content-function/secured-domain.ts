import { Client } from "@opensearch-project/opensearch";
import { applyContent, type ApplyReport } from "../../../lambdas/content/apply";
import type { DesiredContent, ObjectReference } from "../../../lambdas/content/content-object";
import { DomainApi } from "../../../lambdas/content/domain-api";
import { planContent, type PlannedChange } from "../../../lambdas/content/plan";
import { Deadline } from "../../../lambdas/shared/deadline";
import { OpenSearchClient } from "../../../workbench/opensearch/client";
import { startOpenSearch, type OpenSearchNode } from "../../../workbench/opensearch/node";
import { LifecyclePolicies } from "../../../workbench/rehearsal/domain/lifecycle-policies";
import {
  DomainProxy,
  type DomainFault,
  type ProxiedRequest,
} from "../../../workbench/simulator/domain-proxy";

const APPLY_MS = 60_000;

/** An export that an apply made before it replaced or removed an object. */
export interface KeptObject {
  readonly reference: ObjectReference;
  readonly line: string;
}

/** A real OpenSearch with the security plugin, as a domain: with lifecycle policies, and with faults to inject. */
export class SecuredDomain {
  /** Sends requests to the domain as its master user. */
  readonly client: OpenSearchClient;
  readonly kept: KeptObject[] = [];
  /** Caller of the requests. */
  caller: Readonly<Record<string, string>>;
  /** Requests that change something. */
  readonly writes: string[] = [];
  fault: (request: ProxiedRequest) => DomainFault | undefined = () => undefined;
  readonly #node: OpenSearchNode;
  readonly #proxy: DomainProxy;
  readonly #policies = new LifecyclePolicies();

  private constructor(node: OpenSearchNode, proxy: DomainProxy) {
    this.#node = node;
    this.#proxy = proxy;
    this.caller = node.administrator;
    this.client = new OpenSearchClient(proxy.url);
    proxy.fault = (request) => this.#faultOrPolicy(request);
  }

  static async start(): Promise<SecuredDomain> {
    const node = await startOpenSearch({ heap: "512m", shortLived: true, security: true });
    const domain: { current?: SecuredDomain } = {};
    const proxy = await DomainProxy.start({
      target: node.url,
      identify: () => domain.current?.caller ?? node.administrator,
    });
    domain.current = new SecuredDomain(node, proxy);
    return domain.current;
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
    this.caller = this.#node.administrator;
    this.fault = () => undefined;
    this.kept.length = 0;
    this.writes.length = 0;
  }

  apply(content: DesiredContent, owner = "test", withinMs = APPLY_MS): Promise<ApplyReport> {
    const deadline = new Deadline(Date.now() + withinMs);
    return applyContent({
      domain: this.#api(deadline),
      content,
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

  plan(content: DesiredContent): Promise<readonly PlannedChange[]> {
    return planContent(this.#api(new Deadline(Date.now() + APPLY_MS)), content);
  }

  #api(deadline: Deadline): DomainApi {
    return new DomainApi(new Client({ node: this.#proxy.url, maxRetries: 0 }), deadline);
  }

  #faultOrPolicy(request: ProxiedRequest): DomainFault | undefined {
    const fault = this.fault(request);
    if (fault !== undefined) return fault;
    const { body, method, path } = request;
    if (method !== "GET" && method !== "HEAD") this.writes.push(`${method} ${path}`);
    const answer = this.#policies.answer(method, path, body);
    return answer && { status: answer.status, body: JSON.parse(answer.body) as object };
  }
}
