import type { Figure, FigureRow } from "../notebook/index.ts";
import { chinaByStage } from "./china-by-stage.ts";
import { costsNamed } from "./costs-named.ts";
import { depositsMap } from "./deposits-map.ts";
import { eventCalendar } from "./event-calendar.ts";
import { figuresByKind } from "./figures-by-kind.ts";
import { galliumOutput } from "./gallium-output.ts";
import { galliumRamp } from "./gallium-ramp.ts";
import { galliumSquares } from "./gallium-squares.ts";
import { galliumWorld } from "./gallium-world.ts";
import { ifBothWereDemand } from "./if-both-were-demand.ts";
import { minedNotRecovered } from "./mined-not-recovered.ts";
import { obstaclesByVoice } from "./obstacles-by-voice.ts";
import { oneSquare } from "./one-square.ts";
import { outputBySource } from "./output-by-source.ts";
import { partOfGap } from "./part-of-gap.ts";
import { reserveLife } from "./reserve-life.ts";
import { reservesAndOutputShares } from "./reserves-and-output-shares.ts";
import { reservesBySource } from "./reserves-by-source.ts";
import { shareOfOutputBySource } from "./share-of-output-by-source.ts";
import { stanceByTopic } from "./stance-by-topic.ts";
import { twelvePerCent } from "./twelve-per-cent.ts";
import { usByYear } from "./us-by-year.ts";
import { usCompounds } from "./us-compounds.ts";
import { usImportsFromRussia } from "./us-imports-from-russia.ts";
import { usProductionAndDemand } from "./us-production-and-demand.ts";
import { whoQuotesWhom } from "./who-quotes-whom.ts";

/** Every figure, in the order of the pages. */
export const figures: readonly Figure<FigureRow>[] = [
  oneSquare,
  figuresByKind,
  reservesBySource,
  reservesAndOutputShares,
  outputBySource,
  shareOfOutputBySource,
  reserveLife,
  twelvePerCent,
  usProductionAndDemand,
  usByYear,
  usCompounds,
  ifBothWereDemand,
  partOfGap,
  usImportsFromRussia,
  galliumOutput,
  galliumSquares,
  galliumWorld,
  galliumRamp,
  stanceByTopic,
  whoQuotesWhom,
  chinaByStage,
  minedNotRecovered,
  depositsMap,
  obstaclesByVoice,
  costsNamed,
  eventCalendar
];
