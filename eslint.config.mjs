// Lint holds the house rules: Google is named in src/google only, imports go down the floors, functions stay simple.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** The rooms of src/, from the ground up. A room may import from the rooms before it, never from one after it. */
const FLOORS = [
  "google",
  "workbook",
  "jobs",
  "school",
  "questionnaires",
  "documents",
  "bank",
  "pairing",
  "programmes",
  "surveys",
  "person",
  "lists",
  "dataCheck",
  "monitoring",
  "papers",
];

const GOOGLE_SERVICES = [
  "SpreadsheetApp",
  "DriveApp",
  "DocumentApp",
  "FormApp",
  "MailApp",
  "GmailApp",
  "UrlFetchApp",
  "PropertiesService",
  "CacheService",
  "LockService",
  "ScriptApp",
  "HtmlService",
  "Utilities",
  "Session",
  "Logger",
  "Charts",
  "Drive",
];

const googleOnlyBelow = {
  "no-restricted-globals": [
    "error",
    ...GOOGLE_SERVICES.map((name) => ({
      name,
      message: `Only src/google may name ${name}: add a function there that says what is wanted, and call it.`,
    })),
  ],
};

const floors = FLOORS.map((room, index) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [...FLOORS.slice(index + 1), "sidebar"].map((above) => `**/${above}/*`),
            message: `src/${room} may not look up. Move the shared part down to ${room} or lower, or hand it in as a value.`,
          },
          {
            regex: "^(\\.\\./)+(main|menu|heartbeat)$",
            message: "The entry files stand on top: nothing imports them.",
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["build", "out", "coverage", ".sandbox", ".templates", "node_modules"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          "./tsconfig.json",
          "./tsconfig.sidebar.json",
          "./tsconfig.node.json",
          "./sandbox/front/page/tsconfig.json",
        ],
      },
    },
    rules: {
      complexity: ["error", 15],
      "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
      eqeqeq: "error",
      "no-undef": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  { files: ["src/**/*.ts", "src/**/*.tsx"], ignores: ["src/google/**"], rules: googleOnlyBelow },
  ...floors,
  {
    files: ["**/*.cjs", "**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
