// `npm run docs:tags`: writes docs/metki.md from the code's lists of tags.
import { writeFileSync } from "node:fs";
import { tagGuide } from "./tag-guide";

writeFileSync("docs/metki.md", tagGuide());
