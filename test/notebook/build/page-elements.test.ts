import { expect, test } from "vitest";
import { pageElements } from "../../../src/notebook/build/page-elements.ts";

/** Each element as the names of all that it stands in, down to its own. */
const paths = (html: string): string[] =>
  pageElements(html).map(({ name, parent }) => {
    let path = name;
    for (let around = parent; around; around = around.parent) path = `${around.name}>${path}`;
    return path;
  });

test("elements stand in what is open, and void or closed ones hold nothing", () => {
  expect(paths('<main><p>a<br>b <b>c</b></p><svg><path d=""/><g></g></svg></main><footer></footer>')).toEqual([
    "main",
    "main>p",
    "main>p>br",
    "main>p>b",
    "main>svg",
    "main>svg>path",
    "main>svg>g",
    "footer"
  ]);
});

test("a tag that closes nothing changes nothing; comments and scripts hold no elements", () => {
  expect(paths(`<p></i><!-- <b> --><script type="module">"<i></i>"</script><em></em></p>`)).toEqual([
    "p",
    "p>script",
    "p>em"
  ]);
});

test("attributes are as they were before they were written, whatever their text holds", () => {
  const [element] = pageElements(`<a href="./x?a=1&amp;b=2" hidden title="3 > 2">x</a>`);
  expect(Object.fromEntries(element?.attributes ?? [])).toEqual({ href: "./x?a=1&b=2", hidden: "", title: "3 > 2" });
});
