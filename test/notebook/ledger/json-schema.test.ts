import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ledgerJsonSchemas } from "../../../src/notebook/ledger/json-schema.ts";
import { minimalFiles, minimalLedger } from "./minimal-ledger.ts";

const folder = "data/ledger";
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const text = (name: string): string => readFileSync(`${folder}/${name}`, "utf8");

/** The name of the schema in a file's first line, which is where an editor looks for it. */
const schemaOf = (name: string): string | undefined =>
  /^# yaml-language-server: \$schema=\.\.\/schema\/([a-z]+)\.schema\.json\n/.exec(text(name))?.[1];

/** The validators of some schemas, each made when it is first needed. */
function validators(schemaCalled: (name: string) => object): (name: string) => ValidateFunction {
  const made = new Map<string, ValidateFunction>();
  return (name) => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = made.get(name) ?? ajv.compile(schemaCalled(name));
    made.set(name, validate);
    return validate;
  };
}

const written = validators((schema) => JSON.parse(readFileSync(`data/schema/${schema}.schema.json`, "utf8")));

test("there are ledger files to validate", () => {
  expect(names.length).toBeGreaterThan(5);
});

describe.each(names)("%s", (name) => {
  const shared = [
    "vocabulary",
    "speakers",
    "places",
    "events",
    "derivations",
    "choices",
    "comparisons",
    "verdicts",
    "glossary"
  ];
  const own = /^release:/m.test(text(name)) ? "release" : "source";
  const kind = shared.find((file) => file === basename(name, ".yaml")) ?? own;

  test("names its schema for editors: begin it with `# yaml-language-server: $schema=../schema/….schema.json`", () => {
    expect(schemaOf(name)).toBe(kind);
  });

  test("is valid by the schema that its editor reads", () => {
    const validate = written(kind);
    validate(parse(text(name)));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe("the schemas for editors", () => {
  const schemas = ledgerJsonSchemas(minimalLedger());
  const current = validators((name) => schemas[name] ?? {});
  const errorsOf = (schema: string, changed: string) => {
    const validate = current(schema);
    validate(parse(changed));
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };
  const fileOf = (name: string, replace = "", by = ""): string => {
    const file = minimalFiles().find(({ path }) => path === `data/ledger/${name}.yaml`);
    if (!file?.text.includes(replace)) throw new Error(`${name} holds no "${replace}"`);
    return file.text.replace(replace, by);
  };

  test.each([
    ["vocabulary", "vocabulary"],
    ["speakers", "speakers"],
    ["places", "places"],
    ["events", "events"],
    ["derivations", "derivations"],
    ["choices", "choices"],
    ["source", "gazette"],
    ["source", "relay"],
    ["release", "survey-2025"],
    ["release", "survey-2026"]
  ])("%s takes what the check takes", (schema, file) => {
    expect(errorsOf(schema, fileOf(file))).toEqual([]);
  });

  test.each([
    [
      "an unknown id of another file",
      "source",
      "gazette",
      "metric: production",
      "metric: prodution",
      "/figures/1/metric enum"
    ],
    ["an unknown speaker in a chain", "source", "gazette", "chain: [wire]", "chain: [wyre]", "/figures/1/chain/0 enum"],
    [
      "an unknown edition",
      "release",
      "survey-2026",
      "supersedes: survey-2025",
      "supersedes: x",
      "/release/supersedes anyOf"
    ],
    ["a cell in words", "release", "survey-2025", "2024: NA", "2024: none", "/series/1/values/world/2024 anyOf"],
    [
      "a field that there is not",
      "places",
      "places",
      "within: world",
      "wthin: world",
      "/places/1 additionalProperties"
    ],
    ["a list without items", "source", "relay", "left_out: []", "left_out:", "/left_out type"]
  ])("refuse %s", (_, schema, file, replace, by, error) => {
    expect(errorsOf(schema, fileOf(file, replace, by))).toContain(error);
  });

  test("explain a field where the schema does", () => {
    expect(JSON.stringify(schemas.source)).toContain("1-based count of the non-empty lines of the text");
  });
});
