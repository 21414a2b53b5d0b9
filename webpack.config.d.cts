import type { Configuration } from "webpack";

declare const config: Configuration;
export = config;
