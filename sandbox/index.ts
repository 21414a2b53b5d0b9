// What the sandbox offers to tests, the demo, the front and other projects.
export { createWorld, openWorld } from "./kernel/world";
export { installGlobals } from "./kernel/globals";
export { Runtime } from "./kernel/runtime";
