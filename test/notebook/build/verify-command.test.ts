import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { gazetteText as gazette } from "../ledger/gazette-text.ts";
import { minimalFiles } from "../ledger/minimal-ledger.ts";
import { runCommand } from "./run-command.ts";

const relay = `A line.
There are 3.8 million tons.
It is less than 1%.
A line.
A line.
A line.
`;

/** Runs `npm run verify` over the minimal ledger, whose publications bear the hashes of these texts. */
const verify = (texts: readonly string[], ...found: string[]) => {
  const [first = "", second = ""] = texts.map((text) => createHash("sha256").update(text).digest("hex"));
  const files = minimalFiles(
    { file: "gazette", replace: "0".repeat(64), with: first },
    { file: "relay", replace: "1".repeat(64), with: second }
  );
  const folder = found.map((text, i) => ({ path: `texts/any-name-${i}.txt`, text }));
  return runCommand("verify", [...files, ...folder, { path: "texts/unrelated.txt", text: "?" }], "--texts", "texts");
};

test("each text is found by its hash, whatever its name, and all is accounted for", () => {
  expect(verify([gazette, relay], relay, gazette)).toEqual({
    status: 0,
    printed: [
      "gazette: 2 figures, 1 passage left out with a reason, 0 not found, 0 numbers without a record",
      "relay: 2 figures, 0 passages left out with a reason, 0 not found, 0 numbers without a record"
    ],
    complaints: []
  });
});

test("what is missing or left over is said with its paragraph and remedy, and the command fails", () => {
  const other = relay.replace("3.8", "3.9");
  const { status, printed } = verify([gazette, other], other);
  expect(status).toBe(1);
  expect(printed).toEqual([
    expect.stringMatching(/^gazette: no file in the folder has its hash [0-9a-f]{64}$/),
    "relay: 2 figures, 0 passages left out with a reason, 1 not found, 1 number without a record",
    '  ¶2 does not hold "3.8 million tons" of relay.reserves; correct the paragraph or what is printed',
    '  ¶2 "3.9 million" has no record; add one, or list it under left_out with a reason',
    "1 text is not here, so nothing was held against it; whoever has them runs npm run verify -- --texts DIR"
  ]);
});

test("without the texts the command says so, and succeeds", () => {
  expect(runCommand("verify", minimalFiles())).toEqual({
    status: 0,
    printed: [
      "2 texts are not here, so nothing was held against them; whoever has them runs npm run verify -- --texts DIR"
    ],
    complaints: []
  });
});

test("texts in the notebook’s own folder are found without being named", () => {
  const hash = createHash("sha256").update(gazette).digest("hex");
  const files = minimalFiles({ file: "gazette", replace: "0".repeat(64), with: hash });
  const { status, printed } = runCommand("verify", [...files, { path: "texts/a.txt", text: gazette }]);
  expect([status, printed[0]]).toEqual([0, expect.stringContaining("gazette: 2 figures")]);
});

test("where the folder that is named is not there, a line says so without a stack trace", () => {
  expect(runCommand("verify", minimalFiles(), "--texts", "nowhere")).toEqual({
    status: 1,
    printed: [],
    complaints: [
      "nowhere:1:1 is not a folder; name the folder that holds the texts: npm run verify -- --texts DIR",
      "1 fault"
    ]
  });
});
