import type { ObjectKind } from "../content-object";
import type { KindApi } from "./kind-api";
import { LIFECYCLE_POLICIES } from "./lifecycle-policies";
import { SAVED_OBJECTS } from "./saved-objects";
import { AUDIT_SETTINGS, ROLE_MAPPINGS, ROLES, TENANTS } from "./security";
import { COMPONENT_TEMPLATES, INDEX_TEMPLATES, INGEST_PIPELINES } from "./templates";

export const KINDS: Readonly<Record<ObjectKind, KindApi>> = {
  "component-template": COMPONENT_TEMPLATES,
  "ingest-pipeline": INGEST_PIPELINES,
  "index-template": INDEX_TEMPLATES,
  "lifecycle-policy": LIFECYCLE_POLICIES,
  tenant: TENANTS,
  role: ROLES,
  "saved-object": SAVED_OBJECTS,
  "audit-settings": AUDIT_SETTINGS,
  "role-mapping": ROLE_MAPPINGS,
};
