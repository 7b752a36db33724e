import { expect, test } from "vitest";
import { gazetteText } from "../ledger/gazette-text.ts";
import { minimalFiles } from "../ledger/minimal-ledger.ts";
import { fileAfter, runCommand } from "./run-command.ts";

const files = [
  ...minimalFiles(
    {
      file: "gazette",
      replace: "    says: The minister names the reserves.\n",
      with: "    says: The minister names the reserves.\n    review: [metric, says]\n"
    },
    {
      file: "speakers",
      replace: "name: The Relay, type: publication",
      with: "name: The Relay, review: [kind], type: publication"
    }
  ),
  { path: "gazette.txt", text: gazetteText }
];
const review = (...options: string[]) => runCommand("review", files, "gazette", "--text", "gazette.txt", ...options);

test("a review goes by paragraphs, then by speakers, and ends with what nothing was drafted of", () => {
  const { status, printed } = review();
  expect(status).toBe(0);
  const order = [
    "¶3 ",
    "gazette.reserves  (data/ledger/gazette.yaml:",
    "relay-outlet  (",
    "Nothing was drafted of:",
    "2 to look at"
  ];
  const places = order.map((words) => printed.findIndex((line) => line.includes(words)));
  expect(Math.min(...places)).toBeGreaterThan(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("what is accepted, and what is left out, is no longer to be looked at", () => {
  const { printed } = review("--leave-out", "gazette.reserves", "--reason", "No count.", "--accept", "relay-outlet");
  expect(printed).toEqual([
    "data/ledger/gazette.yaml: gazette.reserves is left out",
    "data/ledger/speakers.yaml: relay-outlet is accepted",
    "data/ledger/gazette.yaml: nothing is left to look at"
  ]);
  expect(fileAfter("data/ledger/gazette.yaml")).toContain('reason: "No count."');
  expect(review("--leave-out", "gazette.nothing").complaints[0]).toMatch(
    /^data\/ledger\/gazette\.yaml:1:1 has no figure "gazette\.nothing"; /
  );
});

test("where one of several is not there, nothing is written", () => {
  const { status } = review("--leave-out", "gazette.reserves", "--accept", "nobody");
  expect(status).toBe(1);
  expect(fileAfter("data/ledger/gazette.yaml")).toContain("id: gazette.reserves");
});
