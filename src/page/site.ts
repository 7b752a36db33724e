/** The notebook's pages in reading order. */
export const pages: { path: string; name: string }[] = [{ path: "/", name: "Home" }];
