import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../charts/words/format.ts";
import type { EventRow } from "../tables/events.ts";
import { daysIn, type EventMonth } from "./event-months.ts";

const pitch = 15;
const bar = 6;

/**
 * The months downwards, the days of each across, on one scale: a symbol for an event with a day, a bar over the whole month
 * for one without. The list that follows says it in words. `kindOf` is the kind of source that an event's symbol shows.
 */
export function eventCalendar(months: readonly EventMonth[], kindOf: (event: EventRow) => string): string {
  const dated = months.filter(({ date }) => date.length === 7);
  const rows = dated.map(({ date, events }) => monthRow(date, events, kindOf));
  const ticks = [1, 10, 20, 31].map((day) => `<span style="left:${percent(day)}%">${day}</span>`);
  return `<figure class="fig calendar" id="calendar"><h3>${esc(busiest(dated))}</h3>
<p class="subtitle">Dated events in the record, by month and day</p>
<p class="how">A symbol is an event on its day, by the kind of source that tells of it; a bar is an event of that month without a day.</p>
<div><p class="days" aria-hidden="true">${ticks.join("")}</p>${rows.join("\n")}</div>
<div class="actions"><a href="./data/events.csv">Data</a><a href="#m-${dated[0]?.date}">List with evidence</a><a class="number" href="#calendar">Link to this calendar</a></div></figure>`;
}

function monthRow(month: string, events: readonly EventRow[], kindOf: (event: EventRow) => string): string {
  const days = events.filter(({ precision }) => precision === "day");
  const bars = events.length - days.length;
  const placed: { day: number; place: number }[] = [];
  const symbols = days.map((event) => {
    const day = Number(event.date.slice(8));
    // On a phone a day is narrower than a symbol, so neighbours do not stand in one line either.
    const taken = placed.filter((other) => Math.abs(other.day - day) < 2).map(({ place }) => place);
    let place = 0;
    while (taken.includes(place)) place++;
    placed.push({ day, place });
    return `<use href="#k-${kindOf(event)}" x="${percent(day)}%" y="${12 + place * pitch}" width="16" height="16"/>`;
  });
  const tallest = Math.max(0, ...placed.map(({ place }) => place)) + 1;
  const under = 12 + (tallest - 1) * pitch + 14;
  const end = percent(daysIn(month) + 0.5);
  const lines = Array.from({ length: bars }, (_, place) => span(end, under + place * bar, "interval"));
  const height = under + bars * bar - 2;
  const count = events.length === 0 ? "" : events.length;
  return `<p><a href="#m-${month}">${dateText(month)}</a><svg class="strip" aria-hidden="true" style="height:${height}px">${span(end, 12, "")}${symbols.join("")}${lines.join("")}</svg><span>${count}</span></p>`;
}

/** Where a day's middle stands, in % of the width; months are as long as their days. */
const percent = (day: number): number => Math.round(1000 * ((day - 0.5) / 31)) / 10;

const span = (end: number, y: number, name: string): string =>
  `<line${name && ` class="${name}"`} x1="0" x2="${end}%" y1="${y}" y2="${y}"/>`;

/** "17 of 30 dated events fall in February and March 2025": the two neighbouring months with the most. */
function busiest(months: readonly EventMonth[]): string {
  const count = (place: number): number =>
    (months[place]?.events.length ?? 0) + (months[place + 1]?.events.length ?? 0);
  const places = months.map((_, place) => place).sort((a, b) => count(b) - count(a));
  const [most = 0] = places;
  const all = months.reduce((sum, { events }) => sum + events.length, 0);
  const [one = "", other = ""] = [months[most]?.date, months[most + 1]?.date].map((date) => dateText(date ?? ""));
  const isOneYear = one.slice(-4) === other.slice(-4);
  return `${count(most)} of ${all} dated events fall in ${isOneYear ? one.slice(0, -5) : one} and ${other}`;
}
