/** `switchboard/dashboards`: saved objects of OpenSearch Dashboards, typed. */
export {
  dashboardObject,
  type DashboardProps,
  type Panel,
  type Row,
  type TimeRange,
} from "./objects/dashboard";
export { indexPatternObject, type IndexPatternProps } from "./objects/index-pattern";
export { toNdjson, toRawDocument, type RawDocument } from "./objects/render";
export { savedObject, type SavedObject } from "./objects/saved-object";
export { dashboardsFor, savedObjectsFor, type DashboardObjects } from "./saved-objects";
