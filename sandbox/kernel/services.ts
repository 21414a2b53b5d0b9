// Which class stands behind each global name of Apps Script.
import { BASE_SERVICES } from "../base/services";
import { formApp } from "../forms";
import { charts, spreadsheetApp } from "../spreadsheet";
import { type Execution, ServiceObject } from "./contract";
import type { ScriptExecution } from "./execution";
import { declarations } from "./signatures";

type Factory = (exec: ScriptExecution) => ServiceObject;

/** A service that Google declares and the sandbox lacks: it exists, and each of its members says so. */
class AbsentService extends ServiceObject {
  constructor(
    exec: Execution,
    readonly typeName: string,
  ) {
    super(exec);
  }
}

const FACTORIES: Record<string, Factory> = {
  ...BASE_SERVICES,
  SpreadsheetApp: spreadsheetApp,
  Charts: charts,
  FormApp: formApp,
};

/** Every global name that a script finds; `console` and `Date` are the realm's own. */
export function serviceNames(): string[] {
  return Object.keys(declarations().globals).filter((name) => name !== "console" && name !== "Date2");
}

/** The services of one execution, each made when it is first named. */
export function servicesOf(exec: ScriptExecution): (name: string) => ServiceObject {
  const made = new Map<string, ServiceObject>();
  return (name) => {
    const service = made.get(name) ?? create(exec, name);
    made.set(name, service);
    return service;
  };
}

function create(exec: ScriptExecution, name: string): ServiceObject {
  const factory = FACTORIES[name];
  const typeName = declarations().globals[name];
  if (factory) return factory(exec);
  if (typeName === undefined) throw new Error(`${name} is not a service.`);
  return new AbsentService(exec, typeName);
}
