import { expect, test } from "vitest";
import { minimalFiles } from "../ledger/minimal-ledger.ts";
import { fileAfter, runCommand } from "./run-command.ts";

const config = { path: "observablehq.config.ts", text: 'export default { title: "Reserves", about: "A test." };\n' };
const page = { path: "src/index.md", text: "---\ntitle: Reserves\n---\n\n# Reserves\n" };
const files = [
  config,
  page,
  ...minimalFiles(),
  { path: "post.txt", text: "A heading\nThey dug 2,600 tons last year.\n" }
];

const faulty = [config, page, ...minimalFiles({ file: "gazette", replace: "value: 28.5", with: "value: 29" })];
const broken = { path: "data/ledger/speakers.yaml", text: "speakers: [" };

test.each([
  ["a word for a date", ["post.txt", "--date", "yesterday"], '--date:1:1 "yesterday" is no date; write it as 2026,'],
  ["a day that there is not", ["post.txt", "--date", "2026-02-30"], '--date:1:1 "2026-02-30" is no date; '],
  ["an address without a host", ["post.txt", "--url", "example"], '--url:1:1 "example" is no web address; '],
  ["an address of a file", ["post.txt", "--url", "file:///a.b"], '--url:1:1 "file:///a.b" is no web address; '],
  ["an id with a space", ["post.txt", "--id", "The Post"], '--id:1:1 "The Post" is no id; '],
  ["an empty publisher", ["post.txt", "--publisher", " "], "--publisher:1:1 lacks its value; "],
  ["two files", ["post.txt", "more.txt"], "more.txt:1:1 is one file too many; "],
  ["an option of releases", ["post.txt", "--edition", "2"], "--edition:1:1 goes with --release alone; "],
  [
    "an option of articles",
    ["--release", "post.txt", "--id", "survey", "--title", "A"],
    "--title:1:1 does not go with --release; "
  ],
  [
    "a date of a release",
    ["--release", "post.txt", "--id", "survey", "--date", "soon"],
    '--date:1:1 "soon" is no date; '
  ]
])("ingest refuses %s, and writes nothing", (_, options, line) => {
  const { status, complaints } = runCommand("ingest", files, "--id", "post", ...options);
  expect(status).toBe(1);
  expect(complaints).toEqual([expect.stringContaining(line), "1 fault"]);
  expect(fileAfter("data/ledger/post.yaml")).toBeNull();
});

test.each([
  [["source", "courier", "2026-13-01"], "2026-13-01:1:1 is no date; "],
  [["figure", "wagons", "Title"], "Title:1:1 is one word too many; it takes a name alone"]
])("new refuses %j, and writes nothing", (words, line) => {
  const { status, complaints } = runCommand("new", files, ...words);
  expect(status).toBe(1);
  expect(complaints[0]).toContain(line);
  expect(fileAfter("data/ledger/courier.yaml")).toBeNull();
  expect(fileAfter("src/figures/wagons.ts")).toBeNull();
});

test("new makes a page although the notebook has a fault elsewhere, and says so", () => {
  const { status, printed, complaints } = runCommand("new", faulty, "page", "wagons", "Where they go");
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  expect(printed.join("\n")).toContain(
    "note: the notebook has a fault elsewhere, the first at data/ledger/gazette.yaml:"
  );
  expect(fileAfter("src/wagons.md")).toContain("# Where they go");
});

test("new writes no source beside speakers that cannot be read", () => {
  const { status, complaints } = runCommand("new", [...files, broken], "source", "courier", "2026");
  expect(status).toBe(1);
  expect(complaints[0]).toContain("data/ledger/speakers.yaml:");
  expect(fileAfter("data/ledger/courier.yaml")).toBeNull();
});
