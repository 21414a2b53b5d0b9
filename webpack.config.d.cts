declare const config: import("webpack").Configuration;
export = config;
