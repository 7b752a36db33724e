import { expect, test } from "vitest";
import { type Fault, formatFault, InputError, sortFaults } from "../../../src/notebook/ledger/fault.ts";

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

test("an input error says every fault, a line each, in order", () => {
  const error = new InputError([fault("b.yaml", 1, 1), fault("a.yaml", 1, 1)]);
  expect(error.message).toBe("a.yaml:1:1 is wrong; mend it\nb.yaml:1:1 is wrong; mend it");
});
