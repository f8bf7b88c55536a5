import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const ROOMS = ["app", "features", "live", "api", "ui", "i18n"];
/** What a room may take from: app → features → live, api, ui, i18n. */
const MAY_USE = {
  features: ["live", "api", "ui", "i18n"],
  live: ["api"],
  api: [],
  ui: ["live", "api", "i18n"],
  i18n: [],
};
const LETTERS = "[A-Za-zÀ-ÿ]{2}";

/** From a feature's own folder everything above is another feature; from a room in it, what is two above. */
const features = [
  { files: ["src/features/*/*.{ts,tsx}"], group: ["@/features/**", "../**"] },
  { files: ["src/features/*/*/**/*.{ts,tsx}"], group: ["@/features/**", "../../**"] },
];

const strangers = (room, others) => ({
  group: ROOMS.filter((each) => each !== room && !others.includes(each)).map((each) => `@/${each}/**`),
  message: `${room} may use only: ${others.join(", ") || "nothing"}.`,
});

const restricted = (files, patterns) => ({ files, rules: { "no-restricted-imports": ["error", { patterns }] } });

const rooms = [
  ...Object.entries(MAY_USE).map(([room, others]) => restricted([`src/${room}/**/*.{ts,tsx}`], [strangers(room, others)])),
  ...features.map(({ files, group }) =>
    restricted(files, [strangers("features", MAY_USE.features), { group, message: "Features ignore one another." }]),
  ),
];

export default tseslint.config(
  { ignores: ["node_modules", "src/api/*.d.ts", "*.cjs", "scripts"] },
  ...tseslint.configs.strict,
  hooks.configs.flat.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-restricted-syntax": [
        "error",
        { selector: `JSXText[value=/${LETTERS}/]`, message: "Words belong in src/i18n." },
        {
          selector: `JSXAttribute[name.name=/^(label|title|placeholder|aria-label|description|alt|error)$/] > Literal[value=/${LETTERS}/]`,
          message: "Words belong in src/i18n.",
        },
      ],
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["src/**/*.test.{ts,tsx}"], rules: { "no-restricted-syntax": "off", "max-lines-per-function": "off" } },
  ...rooms,
);
