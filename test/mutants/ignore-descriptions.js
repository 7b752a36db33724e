/** Constants that hold words for readers of tables and nothing that is calculated. */
const described = new Set(["columns", "description"]);

/** Leaves descriptions of tables and columns as they are: a word less in one is no fault that a test should find. */
const descriptions = {
  shouldIgnore: ({ node }) =>
    node.type === "VariableDeclarator" && described.has(node.id.name) ? "words for readers" : undefined
};

export const strykerPlugins = [{ kind: "Ignore", name: "descriptions", value: descriptions }];
