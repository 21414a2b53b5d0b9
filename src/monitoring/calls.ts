// What the sidebar «Сводка» may ask of the server: JSON out.
import { change, look } from "../workbook/commands";
import type { DashboardView } from "./dashboardView";
import { loadDashboard, refreshDashboard } from "./refreshDashboard";

export const monitoringCalls = {
  loadDashboard: (): DashboardView => look(loadDashboard),
  /** Under the lock, so that two curators do not both make the tab. */
  refreshDashboard: (): DashboardView => change("Обновление сводки", refreshDashboard),
};
