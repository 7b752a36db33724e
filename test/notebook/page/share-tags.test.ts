import { expect, test } from "vitest";
import { shareTags } from "../../../src/notebook/page/shell.ts";

const page = { path: "/gallium", title: "Gallium", description: 'Seven & "41"' };

test("the picture’s address is relative until it is known where the notebook is published, and whole then", () => {
  const image = (homepage?: string) => shareTags(page, homepage).match(/og:image" content="([^"]*)"/)?.[1];
  expect(image()).toBe("./share/gallium.png");
  expect(image("https://example.org/notebook")).toBe("https://example.org/notebook/share/gallium.png");
  expect(image("https://example.org/notebook/")).toBe("https://example.org/notebook/share/gallium.png");
});

test("words are safe in an attribute", () => {
  expect(shareTags(page, undefined)).toContain('content="Seven &amp; &quot;41&quot;"');
});
