// The build puts a sidebar's own style sheet into its page.
declare module "*.css";
