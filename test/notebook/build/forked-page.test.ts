import { expect, test } from "vitest";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { propose } from "../../../src/notebook/explore/spec.ts";
import { figuresTable } from "../explore/explored.ts";
import { copyOfSubject } from "./project.ts";

test("the page source that /explore gives is built as a page of a fork", async () => {
  const { source } = explore(figuresTable, { ...propose(figuresTable), title: "A $1 {{title}} of *mine*" });
  const fork = copyOfSubject("coffee", "fork");
  fork.write("src/explored.md", source);

  expect(await fork.build()).toMatchObject({ code: 0, complaints: "" });
  const page = fork.read("dist/explored.html");
  const cells = /data-cells="\.\/([^"]+)"/.exec(page)?.[1] ?? "";
  expect(fork.read(`dist/${cells}`)).toContain("Plot.plot(");
});
