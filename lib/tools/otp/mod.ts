/**
 * The toolset `otp`: applications, supervisors and child specifications.
 *
 * @module
 */

export { getApplication } from "./get_application.ts";
export { getChildSpecs } from "./get_child_specs.ts";
export { getSupervisionTree } from "./get_supervision_tree.ts";
export { listApplications } from "./list_applications.ts";
