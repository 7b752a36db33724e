import { expect, test } from "vitest";
import { type Fault, formatFault, InputError, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { faultOfSystem } from "../../../src/notebook/ledger/system-fault.ts";

const fault = (file: string, line: number, column: number, message = "is wrong"): Fault => ({
  file,
  line,
  column,
  message,
  remedy: "mend it"
});

test("a fault is one line: where, what, remedy", () => {
  expect(formatFault(fault("data/ledger/a.yaml", 41, 12))).toBe("data/ledger/a.yaml:41:12 is wrong; mend it");
});

test("what the system refuses is a fault of the file that it names, or that was being worked on; other errors are none", () => {
  const full = Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" });
  const said = { line: 1, column: 1, message: "cannot be written: the disk is full", remedy: "free some room on it" };
  expect(faultOfSystem(full)).toEqual({ file: "disk", ...said });
  const onFile = Object.assign(full, { path: "dist/index.html" });
  expect(faultOfSystem(onFile)).toEqual({ file: "dist/index.html", ...said });
  expect(faultOfSystem(onFile, "dist")).toEqual({ file: "dist", ...said });
  for (const error of [new Error("a slip"), Object.assign(new Error("x"), { code: "EODD" }), "a slip", null])
    expect(faultOfSystem(error)).toBeUndefined();
});

test("faults are sorted by file, line, column, words", () => {
  const inOrder = [
    fault("a.yaml", 2, 9),
    fault("a.yaml", 10, 1),
    fault("a.yaml", 10, 2, "first"),
    fault("a.yaml", 10, 2, "second"),
    fault("b.yaml", 1, 1)
  ];
  expect(sortFaults([...inOrder].reverse())).toEqual(inOrder);
});

test("a fault is one line of a length that can be read, whatever it quotes, and ends in its remedy", () => {
  const line = formatFault(fault("a.yaml", 1, 1, `"${"x".repeat(1_000_000)}" is no id`));
  expect(line.length).toBeLessThanOrEqual(300);
  expect(line).toMatch(/^a\.yaml:1:1 "xxx.*…x*" is no id; mend it$/);
  const long = formatFault({ ...fault("f".repeat(500), 1, 1, "m".repeat(500)), remedy: "r".repeat(500) });
  expect(long).toMatch(/^f+…f+:1:1 m+…m+; r+…r+$/);
  expect(long.length).toBeLessThanOrEqual(300);
});

test("a remedy that there is room for stays whole, whatever its message loses", () => {
  const remedy = "r".repeat(180);
  expect(formatFault({ ...fault("a.yaml", 1, 1, "m".repeat(500)), remedy })).toMatch(/^a\.yaml:1:1 m{60,}…m+; r{180}$/);
});

test("a fault shows what a terminal would obey", () => {
  const line = formatFault(fault("a\u0007.yaml", 1, 1, "is \u001B[31m\u202Ered\n\tand\u2028\uD83D more 🧲"));
  expect(line).toBe("a\\u{7}.yaml:1:1 is \\u{1b}[31m\\u{202e}red and\\u{2028}\\u{d83d} more 🧲; mend it");
});

test("of very many faults the first hundred are told, and how many more there are", () => {
  const { message, faults } = new InputError(
    Array.from({ length: 250_000 }, (_, line) => fault("a.yaml", line + 1, 1))
  );
  expect(faults).toHaveLength(250_000);
  expect(message.split("\n")).toHaveLength(101);
  expect(message).toMatch(
    /^a\.yaml:1:1 [\s\S]*\na\.yaml:100:1 .*\nand 249900 more, which are told once these are mended$/
  );
});

test("an input error says every fault, a line each, in order", () => {
  const error = new InputError([fault("b.yaml", 1, 1), fault("a.yaml", 1, 1)]);
  expect(error.message).toBe("a.yaml:1:1 is wrong; mend it\nb.yaml:1:1 is wrong; mend it");
});
