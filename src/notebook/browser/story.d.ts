/** The story's figures, which the build puts into the bundle; see `storyModules` in src/notebook/build/story.ts. */
declare module "notebook:figures" {
  export const figures: readonly import("../kit/figure.ts").Figure<import("../kit/figure.ts").FigureRow>[];
}

/** The story's models, likewise. */
declare module "notebook:models" {
  export const models: readonly import("../kit/model.ts").Model<string>[];
}
