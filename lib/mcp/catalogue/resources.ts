/**
 * Resources of a node: answers of tools, at `beam://NODE/…`.
 *
 * @module
 */

import type { ResourceTemplate } from "../../registry/mod.ts";
import { APPLICATIONS, MODULES, PROCESSES, TABLES } from "./completions.ts";
import { resourceOf, type ResourceOptions, toolNamed } from "./derive.ts";

/** The resources, by the tool that answers. */
const PAGES: Readonly<Record<string, readonly ResourceOptions[]>> = {
  get_node_info: [{ name: "overview", title: "Overview", path: "overview" }],
  list_processes: [{
    name: "processes",
    title: "Processes by memory",
    path: "processes",
    args: { limit: 50 },
  }],
  get_process: [{
    name: "process",
    title: "One process",
    path: "processes/{process}",
    variables: {
      process: { means: "A pid or a registered name.", from: PROCESSES },
    },
  }],
  list_applications: [{
    name: "applications",
    title: "Applications",
    path: "applications",
  }],
  get_application: [{
    name: "application",
    title: "One application",
    path: "applications/{application}",
    variables: {
      application: { means: "The application's name.", from: APPLICATIONS },
    },
  }],
  get_supervision_tree: [{
    name: "supervision_tree",
    title: "Supervision tree",
    path: "supervision-tree",
  }, {
    name: "application_tree",
    title: "Supervision tree of an application",
    path: "supervision-tree/{root}",
    variables: {
      root: {
        means: "An application, or a supervisor's name or pid.",
        from: APPLICATIONS,
      },
    },
  }],
  list_ets: [{ name: "ets_tables", title: "ETS tables", path: "ets" }],
  read_ets: [{
    name: "ets_rows",
    title: "Rows of an ETS table",
    path: "ets/{table}",
    variables: {
      table: { means: "A table's name or reference.", from: TABLES },
    },
  }],
  list_modules: [{ name: "modules", title: "Modules", path: "modules" }],
  get_module: [{
    name: "module",
    title: "One module",
    path: "modules/{module}",
    variables: {
      module: { means: "The module's name.", from: MODULES },
    },
  }],
  get_log_config: [{
    name: "log_config",
    title: "Logging configuration",
    path: "log-config",
  }],
};

/** All templates. */
export const RESOURCES: readonly ResourceTemplate[] = Object.entries(PAGES)
  .flatMap(([name, pages]) =>
    pages.map((options) => resourceOf(toolNamed(name), options))
  );
