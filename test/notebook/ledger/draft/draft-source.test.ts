import { describe, expect, test } from "vitest";
import { readArticle } from "../../../../src/notebook/ledger/draft/article.ts";
import { draftSource } from "../../../../src/notebook/ledger/draft/draft-source.ts";
import { realLedger } from "../../../real-ledger.ts";

const identity = {
  id: "post",
  title: null,
  publisher: "The Harbour Post",
  url: null,
  date: "2025-11-02",
  authors: null,
  language: "en",
  sha256: "0".repeat(64)
};

const draft = (text: string, language = "en") =>
  draftSource(readArticle(new TextEncoder().encode(text), "post.txt"), { ...identity, language }, realLedger());

const english = `Greenland Waits
Greenland’s reserves come to 1.5 million tons, according to the US Geological Survey. “We could produce about 20 thousand tons a year by 2030,” said Mette Holm, who heads the company.
China mined 270,000 tons of rare earths in 2024, Vladimir Putin told the paper. He added that Russia would make up to 5% of world output.
Greenland’s reserves of 1.5 million tons are untouched, and nobody lives there.
Peter Arkell believes that the ice will be in the way.`;

test("a statement of a quantity becomes a record with its place, amount, unit, subject and speaker", () => {
  const [reserves, output] = draft(english).figures;
  expect(reserves).toMatchObject({
    paragraph: 2,
    printed: "1.5 million tons",
    value: 1.5,
    unit: "Mt",
    metric: "reserves",
    subject: "greenland",
    speaker: "usgs",
    voice: "reported",
    also: [4]
  });
  expect(output).toMatchObject({
    printed: "about 20 thousand tons a year",
    value: 20,
    comparator: "~",
    unit: "kt/yr",
    period: "2030",
    speaker: "mette-holm",
    voice: "quoted"
  });
});

test("a pronoun goes on with the one who spoke before", () => {
  const share = draft(english).figures.find(({ unit }) => unit === "%");
  expect(share).toMatchObject({ high: 5, comparator: "<=", speaker: "vladimir-putin", metric: "share-of-output" });
});

test("what an institution calls something is not the paper’s own word, and a voice that was not found is a guess", () => {
  const speakers = (words: string) => {
    const made = draft(`Ore in the north\n${words}`);
    return made.figures.map(({ speaker, voice, review }) => [speaker, voice, review.includes("speaker")]);
  };
  expect(speakers("The find, which the ministry considers one of the richest in the world, is far away.")).toEqual([
    ["ministry", "reported", true]
  ]);
  expect(speakers("A study said that reserves come to 1.5 million tons.")).toEqual([["study", "reported", true]]);
  expect(speakers("It was said that reserves come to 1.5 million tons.")).toEqual([
    ["the-harbour-post-outlet", "authorial", true]
  ]);
  expect(speakers("Its reserves come to 1.5 million tons.")).toEqual([["the-harbour-post-outlet", "authorial", false]]);
});

test("what is measured in what no metric counts is an amount of none", () => {
  const [figure] = draft("Ore in the north\nThe find lies 400 kilometres from the nearest road.").figures;
  expect(figure).toMatchObject({ value: 400, unit: "km", metric: "unknown" });
  expect(figure?.review).toContain("metric");
});

describe("a pronoun means the person who was last spoken of", () => {
  test.each([
    [
      "en",
      "Deputy minister Anton Belov said little, and analyst Jo Lund said that it is late.\nBelov was hopeful. He said that output would rise to 7,500 tonnes a year.\nThe ministry expects costs of 18 billion rubles, he added.",
      "anton-belov"
    ],
    [
      "en",
      "Pavel Sorokin, an analyst, said little.\nIgor Lund, who worked there, said that it is far.\nFor Sorokin it is simple. The demand, which he puts at 1,500 tonnes a year, is small.",
      "pavel-sorokin"
    ],
    [
      "ru",
      "«Плохо, — говорит директор рудника Антон Белов. — Отвал оседает».\nПо его словам, на крепь уйдёт 18 млрд рублей. Треть завод оплатит сам.",
      "anton-belov"
    ],
    [
      "ru",
      "Антон Белов сообщил о планах. Игорь Лунд заявил, что они опоздали.\nБелов был спокоен. Он сообщил, что добыча вырастет до 7500 тонн в год.\nМинистерство ожидает расходов в 18 млрд рублей, добавил он.",
      "anton-belov"
    ]
  ])("%s: %s", (language, text, speaker) => {
    const { figures } = draft(`A heading\n${text}`, language);
    const said = figures.filter(({ printed }) => /\d/.test(printed));
    expect(said.length).toBeGreaterThan(0);
    for (const figure of said) expect(figure.speaker, figure.printed).toBe(speaker);
  });
});

test("a speaker whom the ledger does not know, and its publisher, become stubs to be looked at", () => {
  expect(draft(english).speakers).toEqual([
    expect.objectContaining({ id: "the-harbour-post-outlet", type: "publication", review: expect.any(Array) }),
    expect.objectContaining({ id: "mette-holm", name: "Mette Holm", type: "person", review: expect.any(Array) })
  ]);
});

test("a speaker whom the ledger calls by this very name is no new one", () => {
  const { figures, speakers } = draft(
    "A heading\nThe United States bought 19 tonnes of gallium in 2025, the US Geological Survey says.\nIt mined 51,000 tonnes of rare earths, the USGS said."
  );
  expect(figures.map(({ speaker }) => speaker)).toEqual(["usgs", "usgs"]);
  expect(speakers.map(({ id }) => id)).toEqual(["the-harbour-post-outlet"]);
});

test("a month is nobody, unless the text has a name in full that ends in it", () => {
  const speakers = (text: string) => draft(`A heading\n${text}`).figures.map(({ speaker }) => speaker);
  expect(
    speakers("Costs came to $1,150 in early June, after the ban of December, said Marit Lindqvist, an analyst.")
  ).toEqual(["marit-lindqvist"]);
  expect(speakers("Theresa May was hopeful. May said that costs came to $1,150.")).toEqual(["theresa-may"]);
});

test("a new speaker’s kind is what the text calls them, and left open where it does not say", () => {
  const { speakers } = draft(`A heading
Deputy minister Anton Belov said that output would double. Pavel Sorokin, an analyst at a bank, said it would not.
Laura Whitfield, who follows it all, said nothing would come of it.`);
  expect(speakers.slice(1).map(({ name, kind }) => [name, kind])).toEqual([
    ["Anton Belov", "official"],
    ["Pavel Sorokin", "expert"],
    ["Laura Whitfield", undefined]
  ]);
});

describe("an office between commas is the speaker’s, and no speaker", () => {
  test.each([
    [
      "Ivan Petrov, the minister of industry, said that output would come to 7,500 tonnes a year.",
      "ivan-petrov",
      "official"
    ],
    [
      "In May, Ivan Petrov, the minister of industry, told Reuters that output was 7,500 tonnes a year.",
      "ivan-petrov",
      "official"
    ],
    [
      "In Moscow, Ivan Petrov, Minister of Industry, told reporters on Monday that output was 7,500 tonnes a year.",
      "ivan-petrov",
      "official"
    ],
    ["“Output will be 7,500 tonnes a year,” said the minister of industry, Ivan Petrov.", "ivan-petrov", "official"],
    [
      "The minister of industry, Ivan Petrov, said that output would be 7,500 tonnes a year.",
      "ivan-petrov",
      "official"
    ],
    [
      "Ivan Petrov, the U.S. secretary of industry, said that output would be 7,500 tonnes a year.",
      "ivan-petrov",
      undefined
    ],
    [
      "Ivan Petrov, 54, the minister of industry, said that output would be 7,500 tonnes a year.",
      "ivan-petrov",
      "official"
    ],
    [
      "Ivan Petrov, the minister of industry of the Republic of Sakha, which has the largest deposits, said output was 7,500 tonnes a year.",
      "ivan-petrov",
      "official"
    ],
    ["Petrov, head of Alpha Bank, said output would be 7,500 tonnes a year.", "petrov", undefined],
    ["Jo Lund-Smith, an analyst at Alpha Bank, estimates output at 7,500 tonnes a year.", "jo-lund-smith", "expert"]
  ])("%s", (text, speaker, kind) => {
    const { figures, speakers } = draft(`A heading\n${text}`);
    expect(figures.find(({ printed }) => printed === "7,500 tonnes a year")?.speaker).toBe(speaker);
    expect(speakers.slice(1).map((one) => [one.id, one.kind])).toEqual([[speaker, kind]]);
    if (speaker.includes("-")) expect(speakers[1]?.type).toBe("person");
  });
});

test("what is told after a comma makes no speaker of a place", () => {
  const [figure] = draft(
    "A heading\nIn Brazil, output fell to 7,500 tonnes a year, and in June, said Anna Orlova, it rose."
  ).figures;
  expect(figure?.speaker).toBe("anna-orlova");
});

test("each figure names what of it is a guess, and its words are always to be looked at", () => {
  for (const { review } of draft(english).figures) expect(review).toContain("says");
});

test("a statement without a number becomes a position in nobody’s words", () => {
  expect(draft(english).positions).toEqual([
    expect.objectContaining({
      paragraph: 5,
      speaker: "peter-arkell",
      stance: "describes",
      paraphrase: "To be put into our words."
    })
  ]);
});

test("a number that is no quantity is left out with a reason, so that every number of the text is accounted for", () => {
  expect(
    draft("Founded in 1989\nThe company was founded in 1989 and has a seat in the old town hall.").left_out
  ).toEqual([
    { paragraph: 1, printed: "1989", reason: "A year." },
    { paragraph: 2, printed: "1989", reason: "A year." }
  ]);
});

test("a Russian article is drafted as an English one", () => {
  const { figures } = draft(
    "Россия наращивает добычу\nПо словам главы Роснедр Олега Казанова, запасы редкоземельных металлов России составляют 28,5 млн тонн, а потребление — около 2 тыс. тонн в год.",
    "ru"
  );
  expect(
    figures.map(({ value, comparator = "=", unit, metric, subject, speaker }) => [
      value,
      comparator,
      unit,
      metric,
      subject,
      speaker
    ])
  ).toEqual([
    [28.5, "=", "Mt", "reserves", "russia", "oleg-kazanov"],
    [2, "~", "kt/yr", "consumption", "russia", "oleg-kazanov"]
  ]);
});

test("speakers whose names are in Cyrillic become stubs of their own", () => {
  const { speakers } = draft(
    "Порт\nПо словам Ивана Петрова, порт принял 5 млн тонн. По словам Анны Орловой, он примет 6 млн тонн.",
    "ru"
  );
  expect(speakers.slice(1).map(({ id }) => id)).toEqual(["ivana-petrova", "anny-orlovoy"]);
});

test("what is drafted twice is the same", () => {
  expect(JSON.stringify(draft(english))).toBe(JSON.stringify(draft(english)));
});

describe("a place that a statement is not about is not its subject", () => {
  test.each([
    [
      "en",
      "Russia Digs On\nThe country holds 28.7 million tonnes of rare earths, more than anyone but China.",
      "28.7 million tonnes"
    ],
    [
      "en",
      "Greenland Waits\nIts reserves come to 1.5 million tons, the largest of all countries except China.",
      "1.5 million tons"
    ],
    ["en", "Russia Digs On\nReserves of 3.8 million tons put the country behind Brazil.", "3.8 million tons"],
    ["ru", "Россия и её недра\nСтрана располагает запасами в 28,7 млн тонн и уступает только Китаю.", "28,7 млн тонн"],
    ["ru", "Россия и её недра\nЗапасы в 3,8 млн тонн больше, чем у всех, за исключением Бразилии.", "3,8 млн тонн"]
  ])("%s: %s", (language, text, printed) => {
    const figure = draft(text, language).figures.find((one) => one.printed === printed);
    expect(figure?.subject).toBe(text.startsWith("Greenland") ? "greenland" : "russia");
    expect(figure?.review).toContain("subject");
  });
});

test.each([
  ["One in five riders pays less.", 20],
  ["Late is one tram in three.", 33.3333],
  ["One in thirteen riders pays nothing.", 7.69231]
])("%s: a share in per cent", (text, share) => {
  const [figure] = draft(`A heading\n${text}`).figures;
  expect(figure?.unit).toBe("%");
  expect(Number(figure?.value?.toPrecision(6))).toBe(share);
});

describe("a part of a whole is a share, and no growth", () => {
  test.each([
    ["en", "Russia mined about 2,600 tonnes last year, less than 1% of the world's output.", "share-of-output"],
    ["en", "Last year China made a third of all magnets in the world.", "share"],
    ["en", "The works will cost a lot, and the state wants half of that to come from private investors.", "share"],
    ["ru", "В прошлом году Россия дала менее 1% мировой добычи.", "share-of-output"]
  ])("%s: %s", (language, text, metric) => {
    const share = draft(`A heading\n${text}`, language).figures.find(({ unit }) => unit === "%");
    expect(share?.metric).toMatch(metric === "share" ? /^(?:share-|net-import)/ : new RegExp(`^${metric}$`));
    if (metric === "share") expect(share?.review).toContain("metric");
  });
});

test("how often something happened is no multiple", () => {
  for (const [language, text] of [
    ["en", "Tomtor has changed hands three times, and was closed twice."],
    ["ru", "Томтор три раза менял владельца и дважды закрывался."]
  ] as const) {
    const { figures } = draft(`A heading\n${text}`, language);
    expect(figures.map(({ value }) => value)).toEqual([3, 2]);
    for (const { metric, review } of figures) {
      expect(metric).not.toMatch(/multiple/);
      expect(review).toContain("metric");
    }
  }
});

test("a metric that rests on a weak sign is marked", () => {
  const [figure] = draft("A heading\nThe share of trams that are late in a year was 12%.").figures;
  expect(figure?.review).toContain("metric");
});

describe("who was told, where somebody is, and what is spoken of are no speakers", () => {
  test.each([
    [
      "Jo Lund, an analyst, said little. Lund told the Herald last week that output was 7,500 tonnes a year.",
      "jo-lund"
    ],
    ["Jo Lund runs the mine. “Output is 7,500 tonnes a year,” said Mr Lund.", "jo-lund"],
    ["“Output is 7,500 tonnes a year,” said a trader in Rotterdam.", "trader"],
    ["Output is 7,500 tonnes a year, police said.", "police"],
    ["Wang et al. [4] reported output of 7,500 tonnes a year.", "wang"],
    ["Brazil’s foreign ministry said that output was 7,500 tonnes a year.", "brazil-s-foreign-ministry"],
    ["Works manager Jo Lund blames the road: “We make 7,500 tonnes a year and no more.”", "jo-lund"],
    ["Chief Executive of Alpha Metals, Jo Lund, said output was 7,500 tonnes a year.", "jo-lund"],
    [
      "Output of 7,500 tonnes a year is paid for by the £1.8 billion Deep Fund announced in October.",
      "the-harbour-post-outlet"
    ]
  ])("%s", (text, speaker) => {
    const figure = draft(`A heading\n${text}`).figures.find(({ printed }) => /7,500/.test(printed));
    expect(figure?.speaker).toBe(speaker);
  });

  test("«с 80 долларов, напоминает аналитик «Банка» Дмитрий Саблин», is no other Dmitry’s", () => {
    const [figure] = draft(
      "Цены\nЦена упала до 80 долларов, напоминает аналитик «Банка» Дмитрий Саблин.",
      "ru"
    ).figures;
    expect(figure?.speaker).toBe("dmitriy-sablin");
  });

  test("labels of one letter are the host and whoever is introduced", () => {
    const { figures } = draft(
      "Copper and patience\nMarta Lindqvist runs the grid.\nBy Johan Ek\nQ: How much do you lose?\nA: About 140 kilometres a year.\nQ: And what do you do?\nA: We wait nine years."
    );
    expect(figures.map(({ speaker }) => speaker)).toEqual(["marta-lindqvist", "marta-lindqvist"]);
  });

  test("a company in quotation marks above an interview is not who answers", () => {
    const { figures, speakers } = draft(
      "Тепло зимой\nИнженер «Тепла Ломска» Антон Белов рассказал о сетях.\nСколько вы теряете?\nОколо 140 километров в год.\nА что делаете?\nЖдём девять лет.\nИ сколько платите?\nОколо 300 рублей.",
      "ru"
    );
    const belov = speakers.find(({ name }) => name === "Антон Белов")?.id;
    expect(figures.map(({ speaker }) => speaker)).toEqual([belov, belov, belov]);
  });

  test("lines of a list are no speech of the one before", () => {
    const { figures } = draft(
      "A heading\n“We wait,” said Jo Lund.\nKey facts:\n- The loan is paid back at 5.5%\n- The mine had 200 workers in 2018\n- Half of the ore is left"
    );
    for (const { speaker } of figures) expect(speaker).toBe("the-harbour-post-outlet");
  });

  test("a line that only leads to a quotation is no position", () => {
    expect(draft("A heading\nMinister Jo Lund said:\n“We shall make 7,500 tonnes a year.”").positions).toEqual([]);
  });
});

test("the country of a foreign office is the one that was spoken of", () => {
  const [, figure] = draft(
    "Ore and more\nRussia has reserves of 28.5 million tons. The US Geological Survey puts the country’s reserves at 3.8 million tons."
  ).figures;
  expect(figure).toMatchObject({ value: 3.8, subject: "russia" });
  expect(figure?.review).toContain("subject");
});

test("a material is that of the sentence, else of the paragraph, else of the text", () => {
  const { figures } = draft(
    "Rare earths wait\nGallium is made in one plant. Output is 7 tonnes a year.\nOutput is 2,600 tonnes a year."
  );
  expect(figures.map(({ value, material }) => [value, material])).toEqual([
    [7, "gallium"],
    [2600, "rare-earths"]
  ]);
});

test("money in a unit that the vocabulary lacks keeps its amount and its measure", () => {
  const { figures } = draft(
    "Prices\nThe price is £190 a kilogram, and was $58,500–60,000/t. Buyers asked for $55,000.\nThe mine costs 48.5 billion roubles."
  );
  expect(
    figures.map(({ low, value, high, unit, metric, review }) => [
      low,
      value,
      high,
      unit,
      metric,
      review.includes("unit")
    ])
  ).toEqual([
    [undefined, 190, undefined, "GBP/kg", "price", true],
    [58_500, undefined, 60_000, "USD/t", "price", true],
    [undefined, 55_000, undefined, "USD/t", "price", true],
    [undefined, 48_500_000_000, undefined, "RUB", "investment", true]
  ]);
});

test("a count of what nothing counts has no metric", () => {
  const [figure] = draft("A heading\nThe works have 320 workers.").figures;
  expect(figure).toMatchObject({ value: 320, metric: "unknown" });
});
