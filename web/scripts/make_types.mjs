// Makes the types of what the server speaks: `node scripts/make_types.mjs FROM TO`, where FROM
// holds api.json and live.json as `ringback schema` prints them. Beside the types it makes
// bounds.json: the bounds and defaults of what people set, for its fields.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";

const [from, to] = process.argv.slice(2);
const HEADER = "// Made by `make types`; do not edit.\n\n";

const read = (name) => JSON.parse(readFileSync(join(from, name), "utf-8"));

// The live messages are JSON Schema; inside an OpenAPI document one generator does both.
function asOpenApi({ $defs: schemas }) {
  const document = { openapi: "3.1.0", info: { title: "live", version: "1" }, paths: {}, components: { schemas } };
  return JSON.parse(JSON.stringify(document).replaceAll("#/$defs/", "#/components/schemas/"));
}

// Examples change without the types changing.
function withoutExamples(document) {
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    for (const parameter of operation.parameters ?? []) delete parameter.example;
    for (const body of [operation.requestBody ?? {}, ...Object.values(operation.responses)]) {
      for (const content of Object.values(body.content ?? {})) {
        delete content.example;
        delete content.examples;
      }
    }
  }
  return document;
}

for (const [name, document] of [
  ["schema.d.ts", withoutExamples(read("api.json"))],
  ["messages.d.ts", asOpenApi(read("live.json"))],
]) {
  const ast = await openapiTypescript(document, { defaultNonNullable: false, alphabetize: true });
  writeFileSync(join(to, name), HEADER + astToString(ast));
}

const SET_BY_PEOPLE = ["AccountSettings", "AgentSettings", "CallbackSettings", "DiallingPolicy", "RingStep", "WaitingExperience", "MenuStep", "VoicemailStep", "RedirectToNumber"];
const KEPT = ["default", "minimum", "maximum"];

function boundsOf({ properties }) {
  const kept = Object.entries(properties).map(([name, field]) => {
    const variants = [field, ...(field.anyOf ?? [])];
    const find = (key) => variants.find((each) => each[key] !== undefined)?.[key];
    return [name, Object.fromEntries(KEPT.map((key) => [key, find(`x-published-${key}`) ?? find(key)]).filter(([, value]) => value != null))];
  });
  return Object.fromEntries(kept.filter(([, field]) => Object.keys(field).length > 0));
}

const { schemas } = read("api.json").components;
const bounds = Object.fromEntries(SET_BY_PEOPLE.map((name) => [name, boundsOf(schemas[name])]));
writeFileSync(join(to, "bounds.json"), `${JSON.stringify(bounds, null, 2)}\n`);
