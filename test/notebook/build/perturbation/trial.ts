import { compareStates, type Difference } from "../../../../src/notebook/compare/difference.ts";
import type { PassageChange } from "../../../../src/notebook/compare/passage-changes.ts";
import { passagesOf } from "../../../../src/notebook/compare/passages.ts";
import type { Fact } from "../../../../src/notebook/page/notebook.ts";
import { findTokens, isTermToken, isTokenForm, numberInSentence } from "../../../../src/notebook/page/tokens.ts";
import { farOff, perturbed } from "./perturb.ts";
import { lacking, normal, type RawPage } from "./raw-site.ts";
import { drawnRows, figureFence, type Made, restingOn, type Subject } from "./subject.ts";
import { unexplained } from "./unexplained.ts";

/** What came of moving some figures. */
export interface Outcome {
  ids: readonly string[];
  /** Faults of the ledger, which stop a comparison before a site is made. */
  stopped: string[];
  /** How many passages the difference names. */
  named: number;
  /** What the sites show and the difference does not name; what it names and the sites do not show. */
  unnamed: string[];
  phantom: string[];
  /** What rests on the figure and did not follow; what followed and does not rest on it. */
  deaf: string[];
  unexplained: string[];
}

/** Moves figures; what follows has to rest on them, or on others that it is put down to. */
export async function moved(subject: Subject, ids: readonly string[], others = ids): Promise<Outcome> {
  const { before, parsed } = subject;
  const inspected = subject.inspect(perturbed(parsed, ({ id }) => ids.includes(id), farOff));
  const stopped = inspected.gaps.map(({ message }) => message);
  const none = { ids, stopped, named: 0, unnamed: [], phantom: [], deaf: [], unexplained: [] };
  if (stopped.length > 0) return none;
  const after = await subject.make(inspected);
  const difference = compareStates(before.state, after.state);
  const outcome = { ...none, named: difference.pages.reduce((sum, { changes }) => sum + changes.length, 0) };
  return {
    ...outcome,
    ...heldAgainstSites(before, after, difference),
    deaf: deaf(before, after, difference, ids),
    unexplained: unexplained(before, after, difference, others)
  };
}

/** The difference beside what the two sites show as text. */
function heldAgainstSites(before: Made, after: Made, difference: Difference): Pick<Outcome, "unnamed" | "phantom"> {
  const [unnamed, phantom]: [string[], string[]] = [[], []];
  for (const path of new Set([...before.raw.keys(), ...after.raw.keys()])) {
    const [one, other] = [before.raw.get(path) ?? nothing, after.raw.get(path) ?? nothing];
    const changes = difference.pages.find((page) => page.path === path)?.changes ?? [];
    const [gone, come] = [lacking(one.texts, other.texts), lacking(other.texts, one.texts)];
    const said = {
      before: [...changes.flatMap((change) => change.before ?? []), ...wholes(before, path, changes)].map(normal),
      after: [...changes.flatMap((change) => change.after ?? []), ...wholes(after, path, changes)].map(normal)
    };
    const isIn = (text: string, texts: readonly string[]): boolean => texts.some((whole) => whole.includes(text));
    // Of a text in several sentences, those that the other side has too did not change.
    const isTold = (text: string, words: readonly string[], others: readonly string[]): boolean =>
      parts(text).every((part) => isIn(part, words) || isIn(part, others));
    unnamed.push(
      ...gone
        .filter((text) => !isIn(text, said.before) && !isTold(text, said.before, other.texts))
        .map((text) => `${path} − ${text}`),
      ...come
        .filter((text) => !isIn(text, said.after) && !isTold(text, said.after, one.texts))
        .map((text) => `${path} + ${text}`)
    );
    const isDrawn = lacking(one.drawings, other.drawings).length + lacking(other.drawings, one.drawings).length > 0;
    if (isDrawn && !changes.some(({ kind, isWhole }) => kind === "drawing" || isWhole)) unnamed.push(`${path} drawing`);
    const isOther = isDrawn || gone.length + come.length > 0;
    // What goes in one place and comes in another is on the page as often as before.
    const isMoved = (was: string | null, is: string | null): boolean =>
      (was === null || said.after.includes(normal(was))) && (is === null || said.before.includes(normal(is)));
    for (const { kind, at, before: was, after: is, isWhole } of changes) {
      const isShown =
        kind === "drawing" || isWhole
          ? isOther
          : was !== is &&
            (gone.some((text) => shares(text, normal(was ?? ""))) ||
              come.some((text) => shares(text, normal(is ?? ""))) ||
              (isOther && isMoved(was, is)));
      if (!isShown) phantom.push(`${path} ${kind} ${at} ${was} → ${is}`);
    }
  }
  const files = new Map(before.site.downloads.map(({ path, content }) => [path, content]));
  const changed = after.site.downloads
    .filter(({ path, content }) => files.get(path) !== content)
    .map(({ path }) => path);
  unnamed.push(...lacking(changed, difference.downloads));
  phantom.push(...lacking(difference.downloads, changed));
  return { unnamed, phantom };
}

const nothing: RawPage = { texts: [], drawings: [], thumbnails: new Map() };

/** A text between tags may hold the end of one sentence and the beginning of the next. */
const parts = (text: string): string[] => text.split(/(?<=[.!?][”’)]*) /);
const shares = (text: string, words: string): boolean =>
  words !== "" && (words.includes(text) || parts(text).some((part) => words.includes(part)));

/** All that stands in figures and records that come or go as a whole. */
function wholes({ site }: Made, path: string, changes: readonly PassageChange[]): string[] {
  const whole = new Set(changes.filter(({ isWhole }) => isWhole).map(({ at }) => at));
  const html = [...site.bodies, ...site.cards].find((file) => file.path === path)?.content ?? "";
  if (whole.size === 0) return [];
  return passagesOf(html)
    .filter(({ at }) => whole.has(at) || whole.has(path))
    .map(({ text }) => text);
}

/** Tokens and figures whose numbers are others now, and which the difference does not name. */
function deaf(before: Made, after: Made, difference: Difference, ids: readonly string[]): string[] {
  const resting = restingOn(ids, before);
  const silent: string[] = [];
  const changesOn = (path: string): readonly PassageChange[] =>
    difference.pages.find((page) => page.path === path)?.changes ?? [];
  for (const { path, text } of before.inspected.notebook.site.pages)
    for (const token of findTokens(text)) {
      const { form } = token;
      const [was, is] = [before, after].map(({ inspected }) => inspected.notebook.fact(token.id)) as [Fact, Fact];
      if (isTermToken(token.id) || !resting.has(token.id) || !isTokenForm(form) || was.kind === "position") continue;
      const [old, now] = [
        numberInSentence(was, form, before.inspected.notebook),
        numberInSentence(is, form, after.inspected.notebook)
      ].map(normal);
      const changes = [...changesOn(path), ...changesOn("every page")];
      if (old !== now && !changes.some((change) => change.after && normal(change.after).includes(now ?? "")))
        silent.push(`${path} {{${token.id}}} ${old} → ${now}`);
    }
  for (const { name, rows } of drawnRows(before)) {
    const now = drawnRows(after).find((figure) => figure.name === name)?.rows;
    const isOnPage = before.inspected.notebook.site.pages.some(({ text }) => figureFence(name).test(text));
    if (rows === now || !isOnPage) continue;
    const isNamed = difference.pages.some(({ changes }) =>
      changes.some((change) => change.at === name || change.kind === "fault")
    );
    const isFile = difference.downloads.includes(`figures/${name}.json`);
    if (!isNamed || !isFile) silent.push(`figure ${name}: ${isNamed ? "its rows as a file" : "its words and marks"}`);
  }
  return silent;
}
